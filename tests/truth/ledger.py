"""What was looked at and what was found false: checkers tell it, the runner and the tests read it."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from tests.truth.case import Case, Said


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
    faults: list[Fault] = field(default_factory=list)

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
        if one not in self.ledger.faults:
            self.ledger.faults.append(one)

    def _hold(self, sort: str, holds: bool, words: str) -> bool:
        self.ledger.seen[sort] += 1
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

    def order(self, holds: bool, words: str) -> bool:
        """Things come in the order that is said; `words` say what is wrong if not."""
        return self._hold("orders", holds, words)

    def none(self, holds: bool, words: str) -> bool:
        """A none, never or nobody is so, and could have been otherwise; `words` say what is wrong if not."""
        return self._hold("nones", holds, words)

    def claim(self, holds: bool, words: str) -> bool:
        """Anything else that the sentence claims; `words` say what is wrong if not."""
        return self._hold("claims", holds, words)


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
