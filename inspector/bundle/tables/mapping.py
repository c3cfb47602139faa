"""What a manifest says of how a table is to be read: headings, codes, sheets, the rows that hold the headings."""

from collections.abc import Mapping as Map
from dataclasses import dataclass, field, replace
from typing import Any

DEEPEST = 3
"""Headings stand in up to so many rows, one below the other."""


@dataclass(frozen=True)
class Mapping:
    """How the authority's own headings and codes are to be read: our field to theirs, their code to our value.

    `rows` are the first and the last row of the headings, from 1, where somebody says them; `sheets` the sheets that are
    said. `parts` holds the same for parts of the kind (`actions`) and lists of Annex A (`6`) that stand in the same file.
    """

    fields: dict[str, str] = field(default_factory=dict)
    values: dict[str, dict[str, str]] = field(default_factory=dict)
    rows: tuple[int, int] | None = None
    sheets: tuple[str, ...] = ()
    parts: dict[str, "Mapping"] = field(default_factory=dict)
    constants: dict[str, str] = field(default_factory=dict)
    """Our field to the value that it has in every row, where no column holds it."""

    @staticmethod
    def of(resource: Map[str, Any]) -> "Mapping | None":
        """What a resource of a manifest says; None where it says nothing of it. Raises nothing: what is no text is left out."""
        said = _object(resource.get("mapping"))
        whole = _one({**said, **{key: resource[key] for key in ("sheet", "headings") if key in resource}})
        parts = {name: _one(_object(part)) for name, part in _object(said.get("parts")).items()}
        empty = not (said or whole.rows or whole.sheets)
        return None if empty else replace(whole, parts=parts)

    def part(self, name: str) -> "Mapping | None":
        """What is said of a part, or of a list by its number."""
        return self.parts.get(name)


def rows_looked_at(mapping: Mapping | None, usual: int) -> int:
    """In how many of the first rows the headings are looked for."""
    return max(usual, mapping.rows[1]) if mapping and mapping.rows else usual


def _one(said: dict[str, Any]) -> Mapping:
    values = {ours: _codes(theirs) for ours, theirs in _object(said.get("values")).items()}
    return Mapping(
        _texts(said.get("fields")),
        values,
        _rows(said.get("headings")),
        _sheets(said.get("sheet")),
        constants=_texts(said.get("constants")),
    )


def _codes(said: Any) -> dict[str, str]:
    """Their codes to ours; one that is null says that nothing is known or decided, and is read as an empty cell."""
    return _texts({key: "" if ours is None else ours for key, ours in _object(said).items()})


def _rows(said: Any) -> tuple[int, int] | None:
    both = [said, said] if _is_row(said) else said
    if not isinstance(both, list) or len(both) != 2 or not all(map(_is_row, both)):
        return None
    first, last = both
    return (first, last) if 0 <= last - first < DEEPEST else None


def _is_row(said: Any) -> bool:
    return isinstance(said, int) and not isinstance(said, bool) and said > 0


def _sheets(said: Any) -> tuple[str, ...]:
    several = [said] if isinstance(said, str) else said
    return tuple(dict.fromkeys(one for one in several if isinstance(one, str))) if isinstance(several, list) else ()


def _object(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _texts(value: Any) -> dict[str, str]:
    """What of a mapping is texts; the manifest's own check has told of the rest."""
    return {key: text for key, text in _object(value).items() if isinstance(text, str)}
