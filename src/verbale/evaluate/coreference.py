"""
The CoNLL score of a clustering: the mean F1 of MUC, B³ and CEAF-e.

MUC counts links, B³ counts mentions, CEAF-e pairs each found cluster with one true
cluster; no one of them is enough, which is why the shared tasks took the mean
(Pradhan and others, "Scoring Coreference Partitions", ACL 2014).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

Clusters = list[frozenset[str]]


def conll(gold: Mapping[str, object], found: Mapping[str, object]) -> dict[str, float]:
    """
    Score a clustering of mentions against the true one; both give a cluster a mention.

    >>> conll({"a": 1, "b": 1, "c": 2}, {"a": 1, "b": 1, "c": 2})["conll"]
    1.0
    """
    true, ours = _clusters(gold), _clusters(found)
    figures = {
        "muc": _f1(_muc(ours, gold), _muc(true, found)),
        "b3": _f1(_b3(ours, true), _b3(true, ours)),
    }
    likeness = _paired(true, ours)
    figures["ceafe"] = _f1(likeness / max(len(ours), 1), likeness / max(len(true), 1))
    figures["conll"] = sum(figures.values()) / len(figures)
    return figures


def _clusters(of: Mapping[str, object]) -> Clusters:
    members: dict[object, set[str]] = defaultdict(set)
    for mention, cluster in of.items():
        members[cluster].add(mention)
    return sorted((frozenset(group) for group in members.values()), key=sorted)


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _muc(clusters: Clusters, other: Mapping[str, object]) -> float:
    """The share of the clusters' links that the other clustering keeps."""
    kept = links = 0
    for cluster in clusters:
        if len(cluster) > 1:
            parts = {other.get(mention, (mention,)) for mention in cluster}
            kept += len(cluster) - len(parts)
            links += len(cluster) - 1
    return kept / links if links else 0.0


def _b3(clusters: Clusters, other: Clusters) -> float:
    """For each mention, the share of its cluster that is with it in the other."""
    at = {mention: cluster for cluster in other for mention in cluster}
    total = mentions = 0.0
    for cluster in clusters:
        for mention in sorted(cluster):
            total += len(cluster & at.get(mention, frozenset())) / len(cluster)
            mentions += 1
    return total / mentions if mentions else 0.0


def _paired(true: Clusters, ours: Clusters) -> float:
    """The most likeness (2·shared / sizes) that pairing each cluster once can reach."""
    at = {mention: number for number, cluster in enumerate(ours) for mention in cluster}
    rows = [Counter(at[m] for m in sorted(cluster) if m in at) for cluster in true]
    total = 0.0
    # Clusters that share no mention never pair, so each connected part is solved alone.
    for part in _parts(rows):
        columns = sorted({column for row in part for column in rows[row]})
        table = [
            [2 * rows[row][column] / (len(true[row]) + len(ours[column])) for column in columns]
            for row in part
        ]
        total += best_assignment(table)
    return total


def _parts(rows: Sequence[Counter[int]]) -> list[list[int]]:
    """Rows that are joined by shared columns."""
    by_column: dict[int, list[int]] = defaultdict(list)
    for number, cells in enumerate(rows):
        for column in cells:
            by_column[column].append(number)
    seen: set[int] = set()
    parts = []
    for start in range(len(rows)):
        if start in seen:
            continue
        part, stack = [], [start]
        seen.add(start)
        while stack:
            row = stack.pop()
            part.append(row)
            for column in rows[row]:
                for near in by_column[column]:
                    if near not in seen:
                        seen.add(near)
                        stack.append(near)
        parts.append(sorted(part))
    return parts


def best_assignment(table: Sequence[Sequence[float]]) -> float:
    """
    The greatest sum of one cell a row and column (Kuhn and Munkres, with potentials).

    >>> best_assignment([[1.0, 0.9], [0.9, 0.1]])
    1.8
    """
    if not table or not table[0]:
        return 0.0
    if len(table) > len(table[0]):
        table = [list(column) for column in zip(*table, strict=True)]
    rows, columns = len(table), len(table[0])
    row_price, column_price = [0.0] * (rows + 1), [0.0] * (columns + 1)
    taken, way = [0] * (columns + 1), [0] * (columns + 1)
    for row in range(1, rows + 1):
        taken[0] = row
        least = [float("inf")] * (columns + 1)
        used = [False] * (columns + 1)
        at = 0
        while taken[at]:
            used[at] = True
            current, step, to = taken[at], float("inf"), 0
            for column in range(1, columns + 1):
                if not used[column]:
                    cost = -table[current - 1][column - 1]
                    cost -= row_price[current] + column_price[column]
                    if cost < least[column]:
                        least[column], way[column] = cost, at
                    if least[column] < step:
                        step, to = least[column], column
            for column in range(columns + 1):
                if used[column]:
                    row_price[taken[column]] += step
                    column_price[column] -= step
                else:
                    least[column] -= step
            at = to
        while at:
            taken[at] = taken[way[at]]
            at = way[at]
    return sum(table[taken[c] - 1][c - 1] for c in range(1, columns + 1) if taken[c])
