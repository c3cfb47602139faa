"""A second opinion that cannot disagree is none: sentences with a number that is not so are found out."""

import re
from collections.abc import Iterator
from dataclasses import replace

from tests.truth import checkers as _checkers  # noqa: F401
from tests.truth.case import Case, Said
from tests.truth.inspected import example
from tests.truth.ledger import CHECKERS, Ledger

WHOLE = re.compile(r"(?<![\w.\-/])\d+(?![\w\-]|\.\d)")
EVERY = 5
"""Every fifth number is changed: all of them take a minute."""


def lies(case: Case) -> Iterator[tuple[Said, Said]]:
    """Statements, each with itself once more in which one whole number is higher by one."""
    place = 0
    for said in case.statements():
        for found in WHOLE.finditer(said.says):
            place += 1
            if place % EVERY == 0:
                more = str(int(found[0]) + 1)
                yield said, replace(said, says=said.says[: found.start()] + more + said.says[found.end() :])


def faults(case: Case, said: Said) -> int:
    """How many things all checkers find wrong with a statement."""
    ledger = Ledger()
    for checker in [*CHECKERS.get("*", ()), *CHECKERS.get(said.about, ())]:
        see = ledger.of(case, said)
        try:
            checker(said, case, see)
        except (LookupError, ValueError, TypeError, StopIteration) as error:
            see.fault(f"cannot be checked: {error}")
    return len(ledger.faults)


def test_numbers_that_are_not_so_are_found_out() -> None:
    case = example("harrowmere", "munro", text=False)
    caught = [faults(case, lie) > faults(case, true) for true, lie in lies(case)]
    assert len(caught) > 80
    assert sum(caught) >= 0.95 * len(caught), f"{sum(caught)} of {len(caught)} lies were found out"
