"""The numbers of a column: which sign parts their decimals, whether they are percentages, and what stood around them.

A comma that is not followed by exactly three digits is a decimal comma or a fault, never a mark of thousands.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from inspector.values.number_forms import Digits, digits, plain, shows

Percent = Literal["all", "none", "mixed"]
EXAMPLES = 3
_COMMAS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]*)?")
_POINTS = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]*)?")
_MEANT = {",": ("comma", "thousands-point"), ".": ("point", "thousands-comma")}


@dataclass(frozen=True)
class Numbers:
    """How the numbers of one column are read.

    `decimal` parts the decimals: `,` or `.`. `grouped`: the column shows points between thousands. `percent`: whether its
    figures stand with a percent sign; `mixed` where some do, and others, which are not nought, do not. `scales`: of a mixed
    column some without a sign are parts of 1. `units`: the units and currencies that stand behind figures, sorted.
    """

    decimal: str
    grouped: bool
    percent: Percent
    scales: bool
    units: tuple[str, ...]
    cells: Mapping[str, int] = field(default_factory=dict)

    @staticmethod
    def of(texts: Iterable[str] | Mapping[str, int], decimal: str | None = None) -> "Numbers":
        """Decide how a column is read. `texts`: its cells, or how many cells each text has; their order says nothing.

        `decimal`: what the file shows, as a comma in a file parted by semicolons; the column's own signs come first.
        """
        cells = dict(texts) if isinstance(texts, Mapping) else Counter(texts)
        found = {text: number for text in cells if (number := digits(text))}
        counts = {
            sign: sum(cells[text] for text, number in found.items() if shows(number.body) in kinds)
            for sign, kinds in _MEANT.items()
        }
        grouped = any(shows(number.body) == "thousands-point" for number in found.values())
        chosen = max(".,", key=lambda sign: counts[sign]) if counts["."] != counts[","] else decimal or "."
        marked = [number for number in found.values() if number.percent]
        bare = [number for number in found.values() if not number.percent and number.body.strip("0.,")]
        percent: Percent = "none" if not marked else "mixed" if bare else "all"
        units = {number.unit or number.currency for number in found.values()} - {""}
        scales = percent == "mixed" and any(_part(number, chosen) for number in bare)
        return Numbers(chosen, grouped, percent, scales, tuple(sorted(units)), cells)

    def read(self, text: str) -> str | None:
        """The number as JSON writes it; None where the text is none, or not one in this column."""
        found = digits(text)
        if not found or self._unclear(found):
            return None if self.decimal == "," or not plain(text) else text
        if plain(text) and (self.decimal == "." or "." not in found.body):
            return text
        return _json(found, self.decimal)

    def form(self, text: str) -> str:
        """What is odd about a number that is read, in words, as `thousands separators`; empty where nothing is."""
        found = digits(text)
        if not found or self.read(text) == text:
            return ""
        said = [
            word
            for word, there in (
                ("a percent sign", found.percent), ("brackets for a minus", found.brackets),
                (f"the unit {found.unit}", found.unit), (f"the currency {found.currency}", found.currency),
                (f"the note [{found.note}]", found.note), ("spaces between thousands", found.spaced),
                ("a decimal comma", self.decimal == "," and found.body.count(",") == 1),
                ("commas between thousands", self.decimal == "." and "," in found.body),
                ("points between thousands", self.decimal == "," and "." in found.body),
            )
            if there
        ]  # fmt: skip
        return ", ".join(said) or "signs that JSON does not have"

    def fault(self, text: str) -> tuple[str, str]:
        """What is wrong with a text that is not read, as it stands behind the text in a message, and the likely fix."""
        found = digits(text)
        if not found:
            return "is not a number", ""
        if len(self.units) > 1 and (found.unit or found.currency):
            return f"has a unit of its own in a column of {' and '.join(self.units)}", "give the whole column one unit"
        other = "." if self.decimal == "," else ","
        meant = _json(found, other)
        if meant and self.decimal == ".":
            return "has a decimal comma, in a column of decimal points", f"if it is {meant}, write that"
        if meant:
            return (
                "has a decimal point, in a column of decimal commas",
                f"if it is {meant}, write {meant.replace('.', ',')}",
            )
        return "is not a number: its commas and points do not stand where thousands or decimals are parted", ""

    def forms(self) -> tuple[tuple[str, int, tuple[str, ...]], ...]:
        """What is odd about numbers that are read: the words, how many cells, and the first texts; the most used first."""
        counts, examples = Counter[str](), dict[str, list[str]]()
        for text in sorted(self.cells):
            if form := self.form(text):
                counts[form] += self.cells[text]
                examples.setdefault(form, []).append(text)
        return tuple((form, n, tuple(examples[form][:EXAMPLES])) for form, n in counts.most_common())

    def _unclear(self, found: Digits) -> bool:
        """Whether a number has a unit among several, or one point among decimal commas that may part thousands or decimals."""
        several = len(self.units) > 1 and bool(found.unit or found.currency)
        return several or (self.decimal == "," and not self.grouped and shows(found.body) == "either-point")


def _part(found: Digits, decimal: str) -> bool:
    """Whether a number is a part of 1."""
    said = _json(found, decimal)
    return said is not None and abs(float(said)) <= 1


def _json(found: Digits, decimal: str) -> str | None:
    """The number as JSON writes it, with that decimal sign; None where its commas and points do not fit."""
    body, other = found.body, "," if decimal == "." else "."
    if other in body:
        grouped = _COMMAS if decimal == "." else _POINTS
        if not grouped.fullmatch(body):
            return None
        body = body.replace(other, "")
    if body.count(decimal) > 1:
        return None
    whole, _, part = body.partition(decimal)
    text = (whole.lstrip("0") or "0") + (f".{part}" if part else "")
    return f"-{text}" if found.negative and text.strip("0.") else text
