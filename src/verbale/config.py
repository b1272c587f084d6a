"""
Settings of a build: one immutable object, passed in, read by nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from verbale.annotate.parsing import PACKAGED_MODEL
from verbale.errors import ConfigError


@dataclass(frozen=True, slots=True)
class Settings:
    """
    How a build is run.

    `model` is the spaCy model to parse with, `workers` how many processes read pages,
    `about` words that say which negotiation is meant. Only `model` can change what a
    page is read as; it is part of the fingerprint.

    `fields` are names that objects of JSON files have for text, title and so on, where
    they are not the usual ones: (("text", "cuerpo"),).

    `engine` says what runs the stages (see verbale.engine.ENGINES). Those that many
    machines share are for the Ray engine alone: `address` is the cluster to join (None:
    one of its own on this machine), `shards` a folder where what was read is kept.
    """

    model: str = PACKAGED_MODEL
    workers: int = 1
    about: str | None = None
    engine: str = "local"
    address: str | None = None
    shards: Path | None = None
    fields: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        if self.workers < 1:
            raise ConfigError(f"--workers must be 1 or more, not {self.workers}.")
        if self.engine == "local" and (self.address or self.shards):
            raise ConfigError("--ray-address and --shards are for --engine ray.")
