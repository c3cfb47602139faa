"""What was looked at and what was found false: checkers tell it, the runner and the tests read it."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from tests.truth.bundle import Row
from tests.truth.case import Case, Said, cited
from tests.truth.sentences import numbers, value, without_aside


@dataclass(frozen=True)
class Fault:
    """A statement that is not so, in words."""

    case: str
    about: str
    id: str
    says: str
    words: str

    def __str__(self) -> str:
        return f"{self.case}: {self.about} [{self.id}]: {self.words}\n    {self.says}"


@dataclass
class Ledger:
    """Counts of what was checked, by sort, and the faults."""

    seen: Counter[str] = field(default_factory=Counter)
    by: Counter[str] = field(default_factory=Counter)
    asked: set[tuple[str, str]] = field(default_factory=set)
    faults: list[Fault] = field(default_factory=list)
    known: set[Fault] = field(default_factory=set)

    def of(self, case: Case, said: Said) -> "See":
        """What a checker of that statement tells."""
        return See(self, case, said)


@dataclass(frozen=True)
class See:
    """Each method counts one thing looked at, and a fault where it is not so."""

    ledger: Ledger
    case: Case
    said: Said

    def fault(self, words: str) -> None:
        """Something is false."""
        one = Fault(self.case.name, self.said.about, self.said.id, self.said.says, words)
        if one not in self.ledger.known:
            self.ledger.known.add(one)
            self.ledger.faults.append(one)

    def _hold(self, sort: str, holds: bool, words: str) -> bool:
        self.ledger.seen[sort] += 1
        self.ledger.asked.add((self.said.about, sort))
        if not holds:
            self.fault(words)
        return holds

    def row(self, holds: bool, words: str) -> bool:
        """A row that is cited is there, and is what it is said to be."""
        return self._hold("rows", holds, words)

    def number(self, name: str, said: Any, true: float | None, within: float = 1e-5) -> bool:
        """A number of the result is the number worked out again; None is that there is none."""
        if said is None or true is None:
            return self._hold("numbers", said is None and true is None, f"{name} is said to be {said}, and is {true}")
        near = abs(float(said) - float(true)) <= within * max(1.0, abs(true))
        return self._hold("numbers", near, f"{name} is said to be {said}, and is {true}")

    def day(self, name: str, said: Any, true: date | None) -> bool:
        """A day is the day."""
        text = str(true) if true else None
        return self._hold("dates", said == text, f"{name} is said to be {said}, and is {text}")

    def same(self, name: str, said: Any, true: Any) -> bool:
        """A word, an id, a yes or no is what it should be."""
        return self._hold("words", said == true, f"{name} is said to be {said!r}, and is {true!r}")

    def cites(self, rows: Iterable[Row]) -> None:
        """The statement cites each of these rows, by number or path: nobody else can count what is not named."""
        told = {(file, str(place)) for file, place in self.said.cited}
        for row in rows:
            where = row.path or f"row {row.number}"
            self._hold("rows", bool(row.places & told), f"counts {row.file} {where} and does not cite it")

    def fields(self, true: Mapping[str, Any], *, skip: Iterable[str] = ()) -> None:
        """Every field of the statement is the one worked out again, and none is left out of it."""
        for name, found in self.said.fields.items():
            if name in skip:
                continue
            if name not in true:
                self.fault(f"{name} is not worked out again by its checker")
            elif isinstance(true[name], date):
                self.day(name, found, true[name])
            elif isinstance(found, bool | str):
                self.same(name, found, true[name])
            else:
                self.number(name, found, true[name])
        self._apart(true.get("_aside"), true.get("_beside") or {})

    def _apart(self, aside: Mapping[str, list[Row]] | None, beside: Mapping[str, list[Row]]) -> None:
        """What is set aside is that, by reason and by rows; of records read `beside` it may be named as well."""
        told: dict[str, set[tuple[str, str]]] = {}
        for part in self.said.raw.get("aside", ()):
            places = {(file, str(place)) for file, place in cited(part)}
            reason = "struck" if part["reason"] in ("questioned", "not-as-written") else part["reason"]
            told.setdefault(reason, set()).update(places)
        if not told and aside is None:
            return
        for reason in sorted({*told, *(aside or {})}):
            rows = (aside or {}).get(reason, [])
            known = told.get(reason, set())
            places = {place for row in rows for place in row.places}
            places |= {place for row in beside.get(reason, []) for place in row.places}
            same = known <= places and all(row.places & known for row in rows)
            self._hold("rows", same, f"{len(known)} rows are set aside as {reason}, and {len(rows)} are so")

    def explained(self, true: Mapping[str, Any], *also: float) -> None:
        """Each number in the sentence is one of these: as it is, or as a percentage of a share."""
        for text in numbers(without_aside(self.case.plain(self.said.says))):
            told = value(text)
            known = [
                float(x) for x in (*true.values(), *also) if isinstance(x, int | float) and not isinstance(x, bool)
            ]
            near = (
                0.005001
                if text.endswith("%")
                else 1e-9
                if "." not in text
                else 0.05
                if len(text.split(".")[1]) == 1
                else 0.005001
            )
            holds = any(
                abs(told - abs(x)) <= near or (isinstance(x, float) and abs(told - abs(100 * x)) <= 0.5001)
                for x in known
            )
            self._hold("numbers", holds, f"nothing that was counted is {text}")

    def order(self, holds: bool, words: str) -> bool:
        """Things come in the order that is said; `words` say what is wrong if not."""
        return self._hold("orders", holds, words)

    def none(self, holds: bool, words: str) -> bool:
        """A none, never or nobody is so, and could have been otherwise; `words` say what is wrong if not."""
        return self._hold("nones", holds, words)

    def claim(self, holds: bool, words: str) -> bool:
        """Anything else that the sentence claims; `words` say what is wrong if not."""
        return self._hold("claims", holds, words)


def _is(text: str, told: float, known: float) -> bool:
    """Whether a number as it is written is that one, rounded as far as it is written."""
    if text.endswith("%"):
        return abs(told - known) <= 0.005001
    places = len(text.partition(".")[2])
    return abs(told - known) <= (0.51 * 10**-places if places else 1e-9)


Checker = Callable[[Said, Case, See], None]
CHECKERS: dict[str, list[Checker]] = {}
"""By what they check: `signal/ID`, `probe/ID`, `FRAMEWORK/RULE`, `FRAMEWORK/verdict/ROW`, and `*` for every statement."""


def checks(*about: str) -> Callable[[Checker], Checker]:
    """Registers a checker for what it is about."""

    def kept(checker: Checker) -> Checker:
        for one in about:
            CHECKERS.setdefault(one, []).append(checker)
        return checker

    return kept


def look(case: Case, ledger: Ledger) -> None:
    """Asks every checker about every statement of an inspection."""
    for said in case.statements():
        ledger.seen["statements"] += 1
        ledger.by[said.about] += 1
        for checker in [*CHECKERS.get("*", ()), *CHECKERS.get(said.about, ())]:
            see = ledger.of(case, said)
            try:
                checker(said, case, see)
            except (LookupError, ValueError, TypeError) as error:
                see.fault(f"cannot be checked: {type(error).__name__} {error}")
