"""The laws over formats see a format that says something else: each is tried on a result that was changed under it."""

import copy
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from tests.truth.case import Said
from tests.truth.inspected import example
from tests.truth.laws import formats
from tests.truth.ledger import Ledger

Result = dict[str, Any]


def other_verdict(result: Result) -> None:
    result["verdict"]["verdict"] = "slipping"


def vouched(result: Result) -> None:
    result["verdict"]["assurance"] = "verified"


def other_step(result: Result) -> None:
    result["themes"][0] |= {"standing": "lasting", "state": "stands"}


def asked(result: Result) -> None:
    result["traces"][0]["outcome"] = "question"


def one_less(result: Result) -> None:
    del result["findings"][0]


WRONG = (
    (other_verdict, formats.every_format_has_the_verdict),
    (vouched, formats.every_format_has_the_verdict),
    (other_step, formats.every_format_has_the_steps),
    (asked, formats.a_none_is_none_in_every_format),
    (one_less, formats.a_count_is_the_same_in_every_format),
)


@pytest.mark.parametrize(("change", "law"), WRONG, ids=lambda one: one.__name__)
def test_what_was_changed_is_seen(change: Callable[[Result], None], law: formats.Law) -> None:
    case = example("published-figures")
    assert set(case.formats) == {"full", "screen", "html", "markdown"}
    changed = copy.deepcopy(dict(case.result))
    change(changed)
    for result, faults in ((case.result, False), (changed, True)):
        ledger = Ledger()
        law(replace(case, result=result), ledger.of(case, Said("law", "", "", {})))
        assert bool(ledger.faults) == faults, [str(one) for one in ledger.faults]
