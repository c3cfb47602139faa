"""Verdicts by what earlier submissions hold: the word, what is said of it, and that nothing is ever higher for it."""

from datetime import date, timedelta
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from inspector.committing import committed
from inspector.evidence.held import held
from inspector.judging import observing, settling
from inspector.judging.settling import Workings
from inspector.model.held import Held
from inspector.verdict.order import height
from tests.inspected import evidence, rulebook

MONTHLY, ONCE = "harrowmere", "quiet-improver"
DAYS = [date(2023 + n // 12, n % 12 + 1, 14) for n in range(4, 39, 3)]


@cache
def then(day: date, name: str = MONTHLY) -> Held:
    """What the example held on a day: rows whose day was over, the steps of tests as they are today."""
    now = evidence(name)
    kept = {
        "log": tuple(one for one in now.log if one.raised_on < day),
        "figures": tuple(one for one in now.figures if one.period_end < day),
        "participation": tuple(one for one in now.participation if one.period_end < day),
        "leadership": tuple(one for one in now.leadership if one.period_end < day),
        "voice": tuple(one for one in now.voice if one.period_end < day),
    }
    made = held(now.model_copy(update={**kept, "period_end": day - timedelta(days=14)}), str(day))
    return made.model_copy(update={"received_on": day, "received_by": "register", "register_key": "k", "entry": 0})


@cache
def alone() -> Workings:
    """The example by itself."""
    return judged(())


def judged(history: tuple[Held, ...], name: str = MONTHLY) -> Workings:
    ordered = tuple(sorted(history, key=lambda one: one.received_on))
    now = observing.as_known(evidence(name), rulebook()).model_copy(update={"history": ordered})
    return committed(settling.settle(rulebook(), now, matcher="reference"))


def test_who_handed_in_every_quarter_is_committed() -> None:
    found = judged(tuple(then(day) for day in DAYS)).inspection.verdict
    made = found.assured.commitment
    assert (found.verdict, found.assurance) == ("emerging", "committed")
    assert made is not None
    assert made.without == "emerging"
    assert "received from 14 May 2023 to" in made.says
    assert "The register with the key k says when 12 of these were received." in made.says
    assert found.assured.for_next is not None
    assert found.assured.for_next.word == "verified"


def test_who_handed_in_once_and_late_is_not() -> None:
    """All rows stand in one submission of the last month, when the gains were to be seen; what is missing is told by its rows."""
    found = judged((then(DAYS[-1], ONCE),), ONCE).inspection.verdict
    assert (found.verdict, found.assurance) == ("improving", "on-paper")
    after = found.assured.for_next
    assert after is not None
    assert after.word == "committed"
    log = next(one for one in after.wanted if one.evidence == "improvement-log")
    now = evidence(ONCE)
    (rows,) = [one for one in found.assured.commitment.rows if one.evidence == "improvement-log"]  # type: ignore[union-attr]
    assert rows.of == len(now.log)
    assert log.says.startswith(
        f"{rows.of - rows.committed} of its {rows.of} tests are not committed (improvement-log.csv rows "
    )


def test_without_earlier_submissions_nothing_is_said() -> None:
    found = alone().inspection.verdict
    assert (found.assurance, found.assured.commitment) == ("on-paper", None)


@settings(max_examples=2, deadline=None)
@given(days=st.sets(st.sampled_from(DAYS), max_size=5), lost=st.sets(st.integers(0, 119), max_size=40))
def test_nothing_is_higher_for_a_register(days: set[date], lost: set[int]) -> None:
    """Whatever earlier submissions held, and left out: no verdict is above the one without them."""
    history = tuple(
        one.model_copy(update={"tests": tuple(row for n, row in enumerate(one.tests) if n not in lost)})
        for one in map(then, days)
    )
    assert height(judged(history).inspection.verdict.verdict) <= height(alone().inspection.verdict.verdict)
