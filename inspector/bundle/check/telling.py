"""What of the cells of one table a remark may repeat, and under which name it may speak of a record."""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from itertools import repeat

from inspector.bundle.check.doubt import (
    DAYS,
    PLAIN_ID,
    POSTCODE,
    SOUND,
    WHOLE,
    Doubt,
    codes_of,
    is_name,
    sort_of,
    vocabulary,
)
from inspector.bundle.check.spellings import BLANKS
from inspector.bundle.tables.table import BETWEEN, Table
from inspector.privacy import days, words
from inspector.privacy.fields import Fields
from inspector.privacy.gate import HIDDEN, Gate

Texts = list[str | None]
MANY = 20
"""From so many values on, those that are plain are found all at once."""


class Telling:
    """The gate as one table needs it: hidden by column, by doubt, and by value."""

    def __init__(self, table: Table, fields: Fields, gate: Gate, doubt: Doubt) -> None:
        self._table, self._fields, self._gate, self._doubt = table, fields, gate, doubt
        self._told: dict[tuple[str, str, int], dict[str, str | None]] = {}
        self._odd = doubt.rows | doubt.days
        self.guarded = bool(fields.private or (gate.names and fields.identifying))

    def hides(self, field: str) -> bool:
        """Whether the values of the field are hidden or replaced."""
        return self.guarded and field in (self._fields.any if self._gate.names else self._fields.private)

    def private(self, field: str) -> bool:
        """Whether nothing of the field is ever repeated."""
        return field in self._fields.private

    def cells(self, field: str, rows: Iterable[int], values: Iterable[str | None]) -> Texts:
        """The values of a field as they may be repeated, None where one may not."""
        if self.private(field):
            return [None for _ in values]
        if not self.guarded and not self._gate:
            return list(values)
        return self._each(self._cell, field, rows, values)

    def parts(self, fields: Sequence[str], rows: Iterable[int], values: Iterable[str | None]) -> Texts:
        """Values of several fields in one text (see `BETWEEN`), each as it may be repeated."""
        each = [
            (row, value.split(BETWEEN) if value is not None else None) for row, value in zip(rows, values, strict=True)
        ]
        there = [(row, parts) for row, parts in each if parts is not None]
        columns = [
            self.cells(
                field, [row for row, _ in there], [parts[place] if place < len(parts) else None for _, parts in there]
            )
            for place, field in enumerate(fields)
        ]
        told = iter(zip(*columns, strict=True))
        return [
            None if parts is None else ", ".join(HIDDEN if one is None else one for one in next(told))
            for _, parts in each
        ]

    def keys(self, field: str | None, rows: Iterable[int], values: Iterable[str | None]) -> Texts:
        """The names of records: none that is private, or may be somebody's name, or a day."""
        if field is None or self.private(field):
            return [None for _ in values]
        if not self.guarded and not self._gate:
            return list(values)
        return self._each(self._key, field, rows, values)

    def evidence(self, field: str, rows: Iterable[int], values: Iterable[str | None]) -> Texts:
        """The texts of a case list as signals and probes may see them: what is not repeated has an alias, ever the same."""
        if not self.guarded and not self._gate:
            return list(values)
        return self._each(self._in_evidence, field, rows, values)

    def _each(
        self,
        told: Callable[[str, int, str], str | None],
        field: str,
        rows: Iterable[int],
        values: Iterable[str | None],
    ) -> Texts:
        """What is told of each value; each is looked at once for as long as the table is spoken of."""
        doubt, odd, said = self._doubt, self._odd, list(values)
        plain = self._plain(told, field, said)
        usual = self._known(told, field, doubt.least)
        others = {level: self._known(told, field, level) for level in (DAYS, WHOLE)} if odd else {}
        made: Texts = []
        # In the order in which they stand: aliases are numbered by it.
        for row, value in zip(rows if odd else repeat(0), said, strict=False):
            if value is None or value in plain:
                made.append(value)
                continue
            level, known = doubt.least, usual
            if row in odd:
                level = doubt.of(row)
                known = others[level]
            if value not in known:
                known[value] = told(field, level, value)
            made.append(known[value])
        return made

    def _known(self, told: Callable[[str, int, str], str | None], field: str, level: int) -> dict[str, str | None]:
        return self._told.setdefault((told.__name__, field, level), {})

    def _plain(
        self, told: Callable[[str, int, str], str | None], field: str, values: Sequence[str | None]
    ) -> frozenset[str]:
        """Of many values those that are ids and nothing else, whatever the doubt: found all at once."""
        identifying = field in self._fields.identifying
        looked_at = bool(self._gate.names) if identifying else told.__name__ == "_cell"
        if looked_at or len(values) < MANY or self.private(field):
            return frozenset()
        return self._gate.plain(values)

    def _in_evidence(self, field: str, doubt: int, value: str) -> str | None:
        if self.private(field):
            return self._gate.alias(value)
        if field in self._fields.identifying:
            # With pseudonyms it has been replaced already.
            told = value if self._gate.names else self._key(field, doubt, value)
        elif self._innocent(value):
            return value
        elif self.guarded and (days.looks_like(value) or (doubt == WHOLE and is_name(value, self._words))):
            told = None
        else:
            told = self._gate.cell(value)
        return self._gate.alias(value) if told is None else told

    def _cell(self, field: str, doubt: int, value: str) -> str | None:
        if field in self._fields.identifying:
            return self._key(field, doubt, value)
        if self._innocent(value):
            return value
        if self.guarded and (self._unknown(value) if doubt == WHOLE else self._may_be_name(field, value)):
            return None
        if self.guarded and doubt == DAYS and days.looks_like(value):
            return None
        return self._gate.cell(value, dated=self._sort(field) == "date" and doubt == SOUND)

    def _key(self, field: str, doubt: int, value: str | None) -> str | None:
        if value is None:
            return None
        if self._gate.names and field in self._fields.identifying:
            # Whatever stands there: a keyed hash leads nowhere.
            return self._gate.names.name(value)
        if self.guarded and (self._no_id(value) or (doubt == WHOLE and not any(letter.isdigit() for letter in value))):
            return None
        return self._gate.cell(value)

    def _no_id(self, value: str) -> bool:
        """Whether what stands where an id is due may be somebody's name, a day or a postcode."""
        if PLAIN_ID.fullmatch(value):
            return False
        return days.looks_like(value) or is_name(value, self._words) or bool(POSTCODE.fullmatch(value.strip()))

    def _may_be_name(self, field: str, value: str) -> bool:
        """Whether a cell in a sound row may be what is private all the same: in a free text, or a name among codes."""
        sort = self._sort(field)
        if sort == "text":
            return (
                days.looks_like(value)
                or not any(letter.isdigit() for letter in value)
                or bool(POSTCODE.fullmatch(value))
            )
        return sort == "code" and is_name(value, self._words)

    def _unknown(self, value: str) -> bool:
        """Whether a cell in a doubtful row may be what is private: all but codes and small numbers."""
        plain = value.strip()
        return not (plain.replace(".", "", 1).isdigit() and len(plain) < words.SHORTEST_NUMBER)

    def _innocent(self, value: str) -> bool:
        return value.strip().lower() in BLANKS or words.key(value) in self.codes

    def _sort(self, field: str) -> str:
        return sort_of(self._table.schema["properties"].get(field, {}))

    @cached_property
    def _words(self) -> frozenset[str]:
        return vocabulary(self._table.schema)

    @cached_property
    def codes(self) -> frozenset[str]:
        """The codes of the table's own code lists."""
        return codes_of(self._table.schema)
