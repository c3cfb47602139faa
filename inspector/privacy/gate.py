"""The gate: every remark on a submission, and every text of its evidence, passes it before anybody else sees it.

It hides by value: what stands in a private column anywhere in the submission is not repeated wherever else it stands; what
stands in an identifying one is replaced by its pseudonym, where pseudonyms are asked for.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from typing import Any, Protocol

from inspector.model.problems import Faults, Problem
from inspector.privacy import days
from inspector.privacy.values import Values

HIDDEN = "(not repeated)"
"""What stands in the place of a private value."""
DENSE = 18
"""From so many births in one year on, a sound date that is one of them tells of nobody: one day in twenty is one."""
_ONE_ID = re.compile(r"[A-Za-z]{0,6}[0-9]{1,7}", re.ASCII)
"""A text of one word that is no day."""
_ID = re.compile(r"[A-Za-z]{1,6}[0-9]{1,7}", re.ASCII)
"""An id and nothing else: no day, no day number, no name."""
_SCALARS = (int, float, bool)


class Names(Protocol):
    """What replaces identifiers."""

    def name(self, text: str) -> str:
        """The name that stands for an identifier."""


class Gate:
    """What of a submission may be repeated. Made with the values of all its tables, then only asked."""

    def __init__(self, names: Names | None = None) -> None:
        self.names = names
        self.private, self.identifying = Values(), Values()
        self._codes: set[str] = set()
        self._aliases: dict[str, str] = {}
        self._dense: frozenset[int] = frozenset()
        self.text = lru_cache(maxsize=65536)(self._text)

    def __bool__(self) -> bool:
        return bool(self.private or (self.names and self.identifying))

    @property
    def overfull(self) -> bool:
        """Whether there are more private values than are kept: then tables that have some are doubtful as a whole."""
        return self.private.overfull or self.identifying.overfull

    def add_codes(self, codes: Iterable[str]) -> None:
        """Values of code lists, as they are compared: they are never hidden."""
        self._codes |= set(codes)

    def settle(self) -> None:
        """All values are in."""
        for one in (self.private, self.identifying):
            one.settle(frozenset(self._codes))
        years = Counter(day.year for day in self.private.days)
        self._dense = frozenset(year for year, count in years.items() if count > DENSE)
        self.text.cache_clear()

    def cell(self, text: str | None, *, dated: bool = False) -> str | None:
        """A cell as it may be repeated: None where it is a private value. `dated`: it stands in a column of dates."""
        if text is None:
            return None
        if self.private.known(text) is not None or (self.private.day(text) and not (dated and self._common_day(text))):
            return None
        if self.names and (id := self.identifying.known(text)) is not None:
            return self.names.name(id)
        return self.text(text, strict=not dated)

    def plain(self, texts: Iterable[str | None]) -> frozenset[str]:
        """Of many texts those that are ids and no value: `cell` tells each as it is."""
        ids = {text for text in texts if text and _ID.fullmatch(text)}
        words = {text.lower() for text in ids}
        known = self.private.among(words) | (self.identifying.among(words) if self.names else set())
        return frozenset(text for text in ids if text.lower() not in known) if known else frozenset(ids)

    def _text(self, text: str, *, strict: bool = True) -> str:
        """A text as it may be repeated, private values in it hidden. Not `strict`: sound dates that are many are left."""
        if not text or not self or (_ONE_ID.fullmatch(text) and not self._begins(text.lower())):
            return text
        text = self.private.hidden(text, lambda _: HIDDEN) if self.private else text
        if self.private.days:
            text = self._without_days(text, strict=strict)
        if self.names and self.identifying:
            text = self.identifying.hidden(text, self.names.name)
        return text

    def alias(self, value: str) -> str:
        """What stands for a private value where it must stay the same as itself and other than the rest."""
        return self._aliases.setdefault(value, f"{HIDDEN[1:-1].replace(' ', '-')}-{len(self._aliases) + 1}")

    def remark(self, remark: "Problem | Faults") -> "Problem | Faults":
        """A remark with nothing in it that may not be repeated."""
        if not self:
            return remark
        return self._faults(remark) if isinstance(remark, Faults) else self.problem(remark)

    def evidence(self, value: Any) -> Any:
        """A typed value of the evidence, every text in it as it may be repeated."""
        if not self or value is None or isinstance(value, _SCALARS):
            return value
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, tuple):
            made = tuple(self.evidence(one) for one in value)
            return value if all(a is b for a, b in zip(made, value, strict=True)) else made
        fields = getattr(type(value), "model_fields", None)
        if fields is None:
            return value
        changed = {}
        for name in fields:
            if name in ("resource", "row", "path"):
                continue
            now = getattr(value, name)
            if (then := self.evidence(now)) is not now and then != now:
                changed[name] = then
        return value.model_copy(update=changed) if changed else value

    def problem(self, one: Problem) -> Problem:
        """One problem with nothing in it that may not be repeated."""
        where = one.where
        told = {name: self.text(text) for name in ("field", "key", "sheet") if (text := getattr(where, name))}
        told = {name: text for name, text in told.items() if text != getattr(where, name)}
        if where.path and (path := self.text(where.path)) != where.path:
            told["path"] = path
        made: dict[str, Any] = {"where": where.model_copy(update=told)} if told else {}
        for name in ("message", "fix"):
            if (text := self.text(getattr(one, name), strict=False)) != getattr(one, name):
                made[name] = text
        if one.found is not None and (found := self.cell(one.found)) != one.found:
            made["found"] = found
        return one.model_copy(update=made) if made else one

    def _faults(self, one: Faults) -> Faults:
        """The column's own values were hidden where it was worded; what was put around them is looked at here."""
        made: dict[str, Any] = {}
        for name in ("field", "sheet"):
            said = getattr(one, name)
            if said and (text := self.text(said)) != said:
                made[name] = text
        if "field" in made:
            # Some messages name the field once more.
            made["message"] = self.text(one.message)
        known = {text: then for text in set(one.found) if text and (then := self.cell(text, dated=True)) != text}
        if known:
            made["found"] = tuple(known.get(text, text) if text else text for text in one.found)
        for name, strict in (("keys", True), ("others", False)):
            said = getattr(one, name)
            changed = {text: then for text in set(said) if text and (then := self.text(text, strict=strict)) != text}
            if changed:
                made[name] = tuple(changed.get(text, text) for text in said)
        return replace(one, **made) if made else one

    def _begins(self, word: str) -> bool:
        """Whether a value begins with that word."""
        return self.private.begins(word) or (self.names is not None and self.identifying.begins(word))

    def _common_day(self, text: str) -> bool:
        """Whether a cell is a day on which, or near which, so many were born that it tells of nobody."""
        return bool(self._dense) and any(day.year in self._dense for day in days.of_cell(text))

    def _without_days(self, text: str, *, strict: bool) -> str:
        for start, end, these in reversed(list(days.spans(text))):
            if self.private.days.isdisjoint(these) or (not strict and self._common_day(text[start:end])):
                continue
            text = text[:start] + HIDDEN + text[end:]
        return text
