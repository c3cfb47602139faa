"""The problems of a bundle in every format that people and programs ask for, one file a format."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inspector.model.problems import Faults, Problem

FORMATS = ("text", "json", "csv", "xlsx", "sarif", "junit", "html")
BINARY = frozenset({"xlsx"})
"""Formats that are written to a file, never to a terminal."""


def render(form: str, problems: "Sequence[Problem | Faults]", digest: str | None, *, everything: bool = False) -> bytes:
    """The problems in one of `FORMATS`, as bytes. `everything`: as text, every row and not the first of each sort."""
    found: bytes = import_module(f"{__name__}.as_{form}").render(problems, digest, everything=everything)
    return found
