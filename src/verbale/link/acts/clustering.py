"""
Clustering: average linkage over a sparse table of likenesses.

Pairs that are not in the table count as unlike. The two closest groups are joined
until none are as close as asked; ties go to the smaller indices, so that the
result does not depend on the order of the table.
"""

from __future__ import annotations

from collections.abc import Mapping
from heapq import heapify, heappop, heappush


def average_linkage(
    pairs: Mapping[tuple[int, int], float], size: int, least: float
) -> list[list[int]]:
    """
    Group 0…size-1 so that groups are on average at least `least` alike.

    >>> average_linkage({(0, 1): 0.9, (1, 2): 0.2}, 3, 0.5)
    [[0, 1], [2]]
    """
    members: dict[int, list[int]] = {i: [i] for i in range(size)}
    # Sums of likenesses between groups; the mean is the sum over the product of sizes.
    sums: dict[int, dict[int, float]] = {i: {} for i in range(size)}
    heap: list[tuple[float, int, int]] = []
    for (i, j), likeness in pairs.items():
        sums[i][j] = sums[j][i] = likeness
        if likeness >= least:
            heap.append((-likeness, min(i, j), max(i, j)))
    heapify(heap)
    fresh = size
    while heap:
        _, i, j = heappop(heap)
        if i not in members or j not in members:
            continue
        joined = sorted(members.pop(i) + members.pop(j))
        members[fresh] = joined
        near = sums.pop(i)
        for k, value in sums.pop(j).items():
            near[k] = near.get(k, 0.0) + value
        sums[fresh] = {}
        for k, value in near.items():
            if k in members:
                sums[k].pop(i, None)
                sums[k].pop(j, None)
                sums[k][fresh] = sums[fresh][k] = value
                mean = value / (len(joined) * len(members[k]))
                if mean >= least:
                    heappush(heap, (-mean, min(k, fresh), max(k, fresh)))
        fresh += 1
    return sorted(members.values())
