"""What somebody meant who wrote words, or signs in another order, where a number and its bound are read."""

import re

from inspector.model.facts import Field

_NUMBER = r"(-?[0-9]+(?:[.,][0-9]+)?)"
_PERCENT = re.compile(rf"{_NUMBER}\s*(?:%|per\s?cent)")
_BOUND = re.compile(rf"(=>|=<|≥|≤|at least|at most|more than|over|above|less than|below|under|up to)\s*{_NUMBER}")
_BAND = re.compile(rf"{_NUMBER}\s*(?:-|–|\.\.|to|and)\s*{_NUMBER}")
_COMMA = re.compile(r"(-?[0-9]+),([0-9]+)")
_SIGNS = {
    "=>": ">=", "≥": ">=", "at least": ">=", "=<": "<=", "≤": "<=", "at most": "<=", "up to": "<=",
    "more than": ">", "over": ">", "above": ">", "less than": "<", "below": "<", "under": "<",
}  # fmt: skip
_PARTS = ("share", "probability")


def meant_number(field: Field, text: str) -> str:
    """How the text is written as a condition on a number; empty where nobody can tell."""
    said = " ".join(text.split()).lower()
    if found := _PERCENT.fullmatch(said):
        value = float(_point(found[1]))
        part = field.unit in _PARTS or field.name.endswith(_PARTS)
        return f"{value / 100:g} for {value:g} per cent" if part else f"{value:g}, without the sign"
    if found := _BOUND.fullmatch(said):
        return f'write "{_SIGNS[found[1]]} {_point(found[2])}"'
    if found := _BAND.fullmatch(said):
        return f'write ">= {_point(found[1])}, <= {_point(found[2])}"'
    found = _COMMA.fullmatch(said)
    return f"write {_point(said)}" if found else ""


def _point(number: str) -> str:
    return number.replace(",", ".")
