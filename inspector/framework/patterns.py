"""The language of patterns: `{signal: improvement-pace, active_share: ">= 0.75", indicator: $move.indicator}`.

A pattern has one head (`signal`, `probe`, `finding`, `theme` or `verdict-basis`) and conditions on fields. A tally counts
facts (`count`) or takes a share (`share` of `of`) and tests the number (`is`).
"""

from collections.abc import Sequence
from functools import partial
from typing import Any

from inspector.framework.comparisons import BAND, Mistake, conditions, is_comparison
from inspector.framework.yaml_source import Document
from inspector.framework.yaml_source import Path as At
from inspector.model.problems import Problem, Where, shown
from inspector.model.rules import Condition, Pattern, Tally

HEADS = {"signal": "signal/", "probe": "probe/", "finding": "finding/"}
TABLE_HEADS = {"theme": "standing/", "verdict-basis": "basis"}
MOST_PARTS = 60
"""Patterns of one rule or row."""


class Patterns:
    """Reads the patterns of one rule or one row of the decision table, in order, keeping the aliases seen so far."""

    def __init__(self, document: Document, *, table: bool) -> None:
        self._document = document
        self._heads = {**HEADS, **(TABLE_HEADS if table else {})}
        self.aliases: list[str] = []
        self.problems: list[Problem] = []

    def read(self, found: dict[str, Any], at: At) -> tuple[Pattern | Tally, ...]:
        """The patterns of a `when` or an `unless`; what is wrong with them is added to `problems`."""
        patterns: list[Pattern | Tally] = []
        if len(found) > MOST_PARTS:
            message = f"{len(found)} patterns are more than {MOST_PARTS}"
            self.problems.append(
                Mistake("pattern-count", self._document.where(*at), message, "a rule for each").problem
            )
            return ()
        for alias, body in found.items():
            where = self._document.where_key(*at, alias)
            try:
                if alias in self.aliases:
                    raise Mistake("alias", where, f"the alias {alias} stands twice in this rule", fix="rename one")
                patterns.append(self._part(alias, body, (*at, alias)))
            except Mistake as mistake:
                self.problems.append(mistake.problem)
            self.aliases.append(alias)
        return tuple(patterns)

    def _part(self, alias: str, body: dict[str, Any], at: At) -> Pattern | Tally:
        # `count` and `share` are also fields of signals; only with a pattern within do they make a tally.
        if any(isinstance(body.get(key), dict) for key in ("count", "share")):
            return self._tally(alias, body, at)
        return self._pattern(alias, body, at, self.aliases)

    def _tally(self, alias: str, body: dict[str, Any], at: At) -> Tally:
        where = self._document.where(*at)
        head = "count" if "count" in body else "share"
        wanted = {"count": {"count", "is"}, "share": {"share", "of", "is"}}[head]
        if set(body) != wanted or not all(isinstance(body[key], dict) for key in wanted - {"is"}):
            raise Mistake("tally", where, f"a {head} has exactly the keys {', '.join(sorted(wanted))}, patterns within")
        counted = self._pattern(alias, body[head], (*at, head), [])
        of = self._pattern(alias, body["of"], (*at, "of"), []) if head == "share" else None
        tests = self._conditions("n" if head == "count" else "share", body["is"], (*at, "is"), [])
        for test in tests:
            if test.ref is not None or not all(_is_number(value) for value in test.values):
                raise Mistake("tally", test.where, "`is` compares with a number", 'as ">= 3", or ">= 3, < 6"')
        return Tally(alias=alias, count=counted, of=of, test=tests[0], also=tests[1:], where=where)

    def _pattern(self, alias: str, body: dict[str, Any], at: At, earlier: Sequence[str]) -> Pattern:
        where = self._document.where(*at)
        heads = [key for key in body if key in self._heads]
        if len(heads) != 1:
            known = ", ".join(self._heads)
            said = "no head" if not heads else f"{len(heads)} heads ({', '.join(heads)})"
            raise Mistake("pattern-head", where, f"the pattern has {said}", f"exactly one of {known}")
        head = heads[0]
        if head == "verdict-basis":
            kind = "basis"
        elif isinstance(body[head], str):
            kind = self._heads[head] + body[head]
        else:
            raise Mistake("pattern-head", self._document.where(*at, head), f"{head} names one thing, in a word")
        found = [
            condition
            for field, value in body.items()
            if field != head
            for condition in self._conditions(field, value, (*at, field), earlier)
        ]
        return Pattern(alias=alias, kind=kind, conditions=tuple(found), where=self._document.where(*at, head))

    def _conditions(self, field: str, value: Any, at: At, earlier: Sequence[str]) -> tuple[Condition, ...]:
        """The conditions that a field has to meet: one, or those of a band."""
        where = self._document.where(*at)
        if isinstance(value, str):
            return conditions(field, value, where, partial(self._within, at), earlier)
        return (self._literal(field, value, where),)

    def _within(self, at: At, offset: int, length: int) -> Where:
        return self._document.where_in(offset, length, *at)

    def _literal(self, field: str, value: Any, where: Where) -> Condition:
        if isinstance(value, list):
            if compared := next((one for one in value if is_comparison(one)), None):
                message = f"{shown(compared)} is a comparison, and a list holds the values that will do"
                raise Mistake("condition", where, message, f"comparisons that must all hold, {BAND}", "a rule for each")
            if not value or not all(_is_scalar(one) for one in value):
                raise Mistake("condition", where, "a list holds the values that will do", "[gradual-gain, sudden-gain]")
            return Condition(field=field, operator="==", values=tuple(value), where=where)
        if not _is_scalar(value):
            raise Mistake("condition", where, "a condition is a value, a list of values or a comparison", '">= 0.75"')
        return Condition(field=field, operator="==", values=(value,), where=where)


def _is_scalar(value: Any) -> bool:
    return isinstance(value, str | int | float | bool)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
