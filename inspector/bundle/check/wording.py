"""What one pass over a table found, in words that say how to mend it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import polars as pl

from inspector.bundle.check.beyond import BEYOND, ENDLESS, sorts
from inspector.bundle.check.checked import FOUND, OTHER, RECORD, CheckedTable, Key
from inspector.bundle.check.column_words import of_column
from inspector.bundle.check.columns import Plainly
from inspector.bundle.check.deciding import of_texts
from inspector.bundle.check.foreign_keys import Known
from inspector.bundle.check.normalise import NOUGHT
from inspector.bundle.check.own_words import own_words
from inspector.bundle.check.pattern_words import ID, POSTCODE, in_words
from inspector.bundle.check.scales import of_scales
from inspector.bundle.check.telling import Telling
from inspector.bundle.framework_words import beside, ours
from inspector.bundle.tables.table import ROW, Table
from inspector.layout.ids import id_of
from inspector.model.problems import Faults, Level, Problem
from inspector.model.remarks import did_you_mean, shown
from inspector.model.words import plural
from inspector.values import ids
from inspector.values.dates import DAY_FIRST

MOST_MARKS = 8
MOST_SAID = 20_000
"""Of more different cells that are no date or number it is not said one by one what is wrong with each."""
MOST_FIXES = 200
"""A likely fix is looked for, value by value, for at most so many different values of a column."""
LINK = "x-foreign-key"
MOST_COMPARED, MOST_ADDED = 5_000, 40
"""Among so many ids one is looked for that is the same but for its spelling; one longer by more than so many signs is not it."""
_NORMALISED = "what stands here was normalised: the spaces in it, or the way a date is written"
_BOUNDS = {"minimum": "at least", "exclusiveMinimum": "over", "maximum": "at most", "exclusiveMaximum": "under"}
_DAYS = {"formatMinimum": "before", "formatMaximum": "after"}


class Wording:
    """How the faults of one table are worded."""

    def __init__(self, table: Table, known: Known, telling: Telling, closed: frozenset[tuple[str, str]]) -> None:
        self._table, self._known, self._telling, self._closed = table, known, telling, closed
        self._schema = table.schema
        self._tolerant = bool(table.schema.get("x-tolerant"))

    def faults(self, checked: CheckedTable) -> Iterator[Problem | Faults]:
        """Every fault of the table, in the order of fields and keywords in the schema."""
        for (field, keyword), whole in checked.faults.items():
            kind = self._schema["properties"].get(field, {}).get("type", "")
            for word, frame in sorts(keyword, kind, whole):
                own = own_words(self._schema, field, word).message
                for says, fixes, part in self._by_value(checked, (field, word), frame):
                    made = self._fault((field, word), part)
                    yield replace(made, message=says, fixes=fixes) if says and not own else made
        yield from of_scales(self._table, checked, self._telling)
        for (rule, field), frame in checked.changes.items():
            column = checked.columns.get(field)
            if rule == "read-as" and column is not None and not isinstance(column, Plainly):
                yield from of_column(self._table, field, checked, frame.sort(ROW), self._told(field, frame))
            else:
                yield from self._changes(rule, field, frame)

    def _by_value(
        self, checked: CheckedTable, key: Key, frame: pl.DataFrame
    ) -> Iterator[tuple[str, dict[str, str] | None, pl.DataFrame]]:
        """Cells that are no date, number, or true and false, by what is wrong with each: message, fixes, rows.

        Of what may not be repeated nothing more is said than by the keyword.
        """
        field, keyword = key
        column = None
        if keyword in ("type", "format") and not self._telling.private(field):
            texts = frame[FOUND].drop_nulls().unique()
            if len(texts) <= MOST_SAID:
                column = checked.columns.get(field) or of_texts(self._table, field, texts.to_list())
        if column is None or isinstance(column, Plainly):
            yield from (("", None, part) for part in self._by_code(key, frame))
            return
        told = self._told(field, frame)
        said = {
            text: column.fault(text)
            for text in told[FOUND].drop_nulls().unique().to_list()
            if column.read(text) != text or keyword == "format" or column.fault(text)[0]
        }
        messages = pl.Series([said[text][0] if text in said else "" for text in told[FOUND]], dtype=pl.String)
        frame = frame.sort(ROW)
        for (says,), part in frame.group_by(messages.alias("\x00says"), maintain_order=True):
            fixes = {text: fix for text, (words, fix) in said.items() if words == says and fix}
            yield f"{{found}} {says}" if says else "", fixes or None, part

    def _by_code(self, key: Key, frame: pl.DataFrame) -> Iterator[pl.DataFrame]:
        """Rows with a code that nobody knows by that code: a hundred rows with one of them are one thing to mend."""
        field, keyword = key
        codes = keyword.partition(" ")[0] in ("enum", "const") and not self._telling.private(field)
        if not codes or frame[FOUND].n_unique() > MOST_FIXES:
            yield frame
            return
        told = self._told(field, frame)[FOUND].fill_null("").alias("\x00code")
        yield from (part for _, part in frame.sort(ROW).group_by(told, maintain_order=True))

    def _fault(self, key: Key, frame: pl.DataFrame) -> Faults:
        field, keyword = key
        rule, message, expected, fix = self._words(field, keyword)
        if rule == "duplicate-key" and (frame[OTHER] == frame[ROW].cast(pl.String)).all():
            message = message.replace("already in row {other}", "there more than once")
        own = own_words(self._schema, field, keyword)
        level: Level = (
            "query" if own.level == "query" or (self._tolerant and rule in _ODD and not own.level) else "error"
        )
        if own.message:
            message, expected, fix = own.message, "", ""
        kind, _, rest = keyword.partition(" ")
        told = self._told(field, frame, key=kind == "x-primary-key", other=rest if kind == "x-not-before" else None)
        made = self._made(rule, level, field, message, told, expected, fix, self._fixes(field, keyword, told))
        return replace(made, rule=own.rule(rule)) if own.code else made

    def _told(self, field: str, frame: pl.DataFrame, *, key: bool = False, other: str | None = None) -> pl.DataFrame:
        """The rows in their order, with what may be repeated of them. `other`: the field that the other value is of."""
        frame = frame.sort(ROW)
        rows, found, others = (frame[name].to_list() for name in (ROW, FOUND, OTHER))
        telling, record = self._telling, self._schema.get("x-record")
        found = telling.parts(self._schema["x-primary-key"], rows, found) if key else telling.cells(field, rows, found)
        if not key:
            others = telling.cells(other or field, rows, others)
        keys = telling.keys(record, rows, frame[RECORD].to_list())
        columns = {FOUND: found, OTHER: others, RECORD: keys}
        return frame.with_columns(pl.Series(name, texts, dtype=pl.String) for name, texts in columns.items())

    def _made(
        self,
        rule: str,
        level: Level,
        field: str,
        message: str,
        frame: pl.DataFrame,
        expected: str = "",
        fix: str = "",
        fixes: dict[str, str] | None = None,
    ) -> Faults:
        found, others, keys = frame[FOUND], frame[OTHER], frame[RECORD]
        if self._telling.private(field) and rule != "duplicate-key":
            # A date of birth or a name is never repeated, whatever is wrong with it.
            message = _NORMALISED if rule == "read-as" else message
            message, fixes = message.replace("{found}", "what stands here").replace(" {other}", ""), None
            others = pl.Series([None], dtype=pl.String)
        if rule == "date-order" and others.null_count() == len(others):
            message = message.replace(" {other}", "")
        where = self._table.where(None, field or None)
        return Faults(
            rule=rule,
            level=level,
            file=self._table.path,
            message=message,
            rows=tuple(frame[ROW].to_list()),
            found=_column(found),
            others=_column(others) if "{other}" in message + fix else (),
            keys=_column(keys),
            sheet=where.sheet,
            lines=self._table.lines,
            letter=where.letter,
            field=where.field,
            expected=expected,
            fix=fix,
            fixes=fixes,
        )

    def _words(self, field: str, keyword: str) -> tuple[str, str, str, str]:
        """Rule, message, what was expected, fix."""
        cell = self._schema["properties"].get(field, {})
        kind, _, rest = keyword.partition(" ")
        match kind:
            case "required":
                expected = "" if self._tolerant else cell.get("description", "")
                return "missing-value", "the cell is empty and must not be", expected, ""
            case "anyOf":
                wanted = " or ".join(" and ".join(part["required"]) for part in self._schema["anyOf"])
                return "missing-value", f"the row must have {wanted}", "", ""
            case "x-not-before":
                own, earlier = self._heading(field), self._heading(rest)
                return (
                    "date-order",
                    f"{own} {{found}} is before {earlier} {{other}}",
                    f"{own} on or after {earlier}",
                    "",
                )
            case "x-at-most":
                part, whole = self._heading(field), self._heading(rest)
                return (
                    "more-than-all",
                    f"{part} {{found}} is more than {whole} {{other}}",
                    f"{part} at most {whole}",
                    "",
                )
            case "formatMaximum":
                open_end = "where it stands for an end that is not known yet, leave the cell empty"
                return (*_cell_words(field, kind, cell), open_end)
            case "x-foreign-key":
                table = rest.split(" ")[0].rpartition("/")[2].replace("-", " ")
                return "leads-nowhere", f"{{found}} is not in the {table}", "", ""
            case "x-primary-key":
                fields = ", ".join(self._heading(name) for name in self._schema["x-primary-key"])
                message = f"{fields} {{found}} stands already in row {{other}}"
                return "duplicate-key", message, "", "keep one of the two"
            case "additionalProperties":
                near = did_you_mean(field, self._schema["properties"])
                return "unknown-field", f"{field!r} is not a field of this kind", "", near
            case _:
                word = keyword if kind == "type" or keyword in (BEYOND, ENDLESS) else kind
                rule, message, expected = _cell_words(field, word, cell)
                return rule, message, self._as_here(expected), ""

    def _as_here(self, expected: str) -> str:
        """What was expected, in the form of dates that the schema prescribes."""
        form = DAY_FIRST if self._tolerant else self._schema.get("x-date-format")
        return f"a day as {date(2025, 3, 31).strftime(form)}" if form and expected == _A_DAY else expected

    def _heading(self, field: str) -> str:
        return self._table.headings.get(field, field)

    def _fixes(self, field: str, keyword: str, frame: pl.DataFrame) -> dict[str, str] | None:
        values = frame[FOUND].drop_nulls().unique(maintain_order=True)[:MOST_FIXES].to_list()
        fixes = {value: fix for value in values if (fix := self._fix(field, keyword, value))}
        return fixes or None

    def _fix(self, field: str, keyword: str, value: str) -> str:
        cell = self._schema["properties"].get(field, {})
        kind, _, rest = keyword.partition(" ")
        if kind in ("enum", "const"):
            codes = [str(code) for code in cell.get("enum", [cell.get("const")])]
            plain = value.lower().strip().replace(" ", "-")
            return (
                f"did you mean {plain!r}?"
                if plain in codes
                else did_you_mean(value, codes) or did_you_mean(plain, codes)
            )
        if kind == "pattern" and "[a-z0-9]+" in cell.get("pattern", ""):
            return f"{id_of(value)!r}, perhaps"
        if kind == LINK:
            target, _, references = rest.partition(" ")
            if self._telling.hides(field) or (target, references) in self._closed:
                return ""
            return _same_or_near(value, self._known.get((target, references), []))
        return ""

    def _changes(self, rule: str, field: str, frame: pl.DataFrame) -> Iterator[Faults]:
        if rule == "read-as" and "enum" in self._schema["properties"][field]:
            # What is read as a code is in a code list, and so no secret. Each spelling by itself: a hundred rows with one
            # spelling are one thing to mend.
            told = self._told(field, frame).with_columns(frame.sort(ROW)[FOUND], frame.sort(ROW)[OTHER])
            for _, part in told.group_by(FOUND, maintain_order=True):
                yield self._made(rule, "query", field, f"{{found}} is read as {shown(part[OTHER][0])}", part)
            return
        told = self._told(field, frame)
        if rule == "spaces-around":
            yield self._made(rule, "query", field, "spaces around the cell were left out", told)
        elif rule == "suppressed":
            yield self._suppressed(field, told)
        elif rule == NOUGHT:
            message = "nought out of nought: nobody was counted in this period, so that there is no share of it"
            yield self._made(rule, "query", field, message, told)
        elif rule == "read-as-blank":
            yield self._made(rule, "query", field, "{found} is read as an empty cell", told)
        else:
            hidden = pl.col(FOUND).is_null() | pl.col(OTHER).is_null()
            parts = {"{found} is read as {other}": told.filter(~hidden), _NORMALISED: told.filter(hidden)}
            for message, part in parts.items():
                if part.height:
                    yield self._made(rule, "query", field, message, part)

    def _suppressed(self, field: str, told: pl.DataFrame) -> Faults:
        """One query for all figures of a column that are suppressed; they are not judged, and not nought."""
        marks = told[FOUND].drop_nulls().unique().sort().to_list()
        shown_marks = f" ({', '.join(marks[:MOST_MARKS])}{', …' if len(marks) > MOST_MARKS else ''})" if marks else ""
        count = told.height
        message = f"{plural(count, 'figure')} of this column {'is' if count == 1 else 'are'} suppressed{shown_marks}"
        return self._made("suppressed", "query", field, message, told)


def _same_or_near(value: str, known: list[str]) -> str:
    """The id that is the same but for what programs do to ids; of words that are ids the nearest, of numbers none.

    Two ids with digits that look alike are two rows, not one that is misspelt.
    """
    wanted = ids.key(value)
    for other in known[:MOST_COMPARED]:
        if len(other) <= len(value) + MOST_ADDED and ids.key(other) == wanted:
            return f"{shown(other)} is there, the same but for {ids.differ(value, other)}"
    if any(letter.isdigit() for letter in value):
        return ""
    return did_you_mean(value, [one for one in known[:2000] if not any(letter.isdigit() for letter in one)])


def days_words(cell: dict[str, Any]) -> str:
    """Which days a date may be: `a day from 1900-01-01 to 2100-12-31`."""
    ends = (("from", "formatMinimum"), ("to", "formatMaximum"))
    return " ".join(["a day", *(f"{word} {cell[key][:10]}" for word, key in ends if key in cell)])


def _bounds(cell: dict[str, Any]) -> str:
    """What a number may be: `at least 0 and at most 1,000,000`."""
    return " and ".join(f"{words} {cell[key]:,}" for key, words in _BOUNDS.items() if key in cell)


def _cell_words(field: str, kind: str, cell: dict[str, Any]) -> tuple[str, str, str]:
    """Rule, message and what was expected, where a cell breaks a keyword of JSON Schema."""
    if kind == "type":
        return "wrong-type", f"{{found}} is not {_article(cell['type'])}", _type_words(cell["type"])
    if kind == "items":
        return "wrong-type", "{found} holds something other than a text", "a list of texts"
    if kind in ("enum", "const"):
        whole = cell.get("items", cell)
        codes = ours(whole) if "enum" in whole else [str(whole.get("const"))]
        some = codes if len(codes) <= 12 else [*codes[:8], f"… ({len(codes)} in all)"]
        return "unknown-code", "{found} is not a known code", f"one of {', '.join(some)}{beside(cell)}"
    if kind == "format" and cell.get("items", cell).get("format") == "date-time":
        return (
            "no-such-date",
            "{found} is not a moment that exists",
            "a moment with its offset, as 2025-03-31T16:20:00Z",
        )
    if kind == "format":
        return "no-such-date", "{found} is not a date that exists", _A_DAY
    if kind in _DAYS:
        expected = days_words(cell.get("items", cell))
        return "out-of-range", f"{{found}} is {_DAYS[kind]} the days that evidence is read for", expected
    if kind in (BEYOND, ENDLESS):
        message = "{found} is no amount" if kind == ENDLESS else "{found} is larger than any number that is read"
        return "out-of-range", message, _bounds(cell) or "a finite number"
    if kind in _BOUNDS:
        return "out-of-range", "{found} is out of range", _bounds(cell)
    if kind == "pattern":
        pattern = cell.get("pattern", "")
        # A pattern that no sentence holds is told as it stands.
        return "wrong-form", f"{{found}} has not the form of {_a_what(field, pattern)}", in_words(pattern) or pattern
    return "wrong-form", f"{{found}} does not do: {kind} is asked", ""


_A_DAY = "a day as 2025-03-31"
_ODD = frozenset({"missing-value", "date-order", "duplicate-key"})
"""Faults of a case list that leave the rest of the row readable: odd, may be explained."""


def _column(series: pl.Series) -> tuple[str | None, ...]:
    return () if series.null_count() == len(series) else tuple(series.to_list())


def _a_what(field: str, pattern: str) -> str:
    if pattern == POSTCODE or "postcode" in field:
        return "a postcode"
    return "an id" if pattern == ID else "what this column holds"


def _article(kind: str) -> str:
    return {"integer": "a whole number", "boolean": "true or false", "array": "a list"}.get(kind, f"a {kind}")


def _type_words(kind: str) -> str:
    return {
        "number": "digits with a point for decimals, no thousands separator and no %",
        "integer": "digits only",
        "boolean": "true or false",
    }.get(kind, "")


def of_objects(table: Table, rows: list[dict[str, Any]], record: str | None) -> dict[Key, pl.DataFrame]:
    """What `jsonschema` finds in rows that came as JSON objects, as one pass over a table would have it."""
    from inspector.bundle.schema import json_schema
    from inspector.bundle.schema.cells import within_bounds
    from inspector.bundle.schema.surely import surely

    found: dict[Key, dict[int, tuple[str | None, str | None]]] = {}
    for place, given in enumerate(rows, 2):
        row = {name: within_bounds(value, table.schema["properties"].get(name, {})) for name, value in given.items()}
        row.pop(ROW, None)
        if surely(table.schema, row):
            continue
        for e in json_schema.validator(table.schema, ours=True).iter_errors(row):
            for field, keyword in _of_error(e, row):
                value = row.get(field)
                said = None if value is None else str(value)
                at = int(given.get(ROW, place))
                found.setdefault((field, keyword), {})[at] = (said, _id(row, record))
    types = {ROW: pl.Int64, FOUND: pl.String, OTHER: pl.String, RECORD: pl.String}
    return {
        key: pl.DataFrame([(row, said, None, id) for row, (said, id) in places.items()], schema=types, orient="row")
        for key, places in found.items()
    }


def _id(row: dict[str, Any], record: str | None) -> str | None:
    value = row.get(record) if record else None
    return None if value is None else str(value)


def _of_error(e: Any, instance: dict[str, Any]) -> Iterable[Key]:
    if e.absolute_path:
        inner = len(e.absolute_path) > 1 and e.validator == "type"
        return [(str(e.absolute_path[0]), "items" if inner else str(e.validator))]
    if e.validator == "required":
        return [(name, "required") for name in e.validator_value if name not in instance]
    if e.validator == "additionalProperties":
        return [(name, "additionalProperties") for name in instance if name not in e.schema["properties"]]
    return [("", str(e.validator))]
