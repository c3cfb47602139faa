"""What is kept of a submission: what it says as digests alone, the same for the same typed values, and of nothing else."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from inspector.evidence.held import OTHERS, digest, held, said_by_figure, said_by_test, stated
from inspector.model.evidence import Figure, LogEntry
from inspector.model.held import Held
from tests.inspected import evidence


def test_nothing_that_a_row_says_stands_in_what_is_kept() -> None:
    now = evidence("harrowmere")
    kept = held(now, "salt").model_dump_json()
    told = {one.prediction for one in now.log} | {one.aim for one in now.log} | {one.learned for one in now.log}
    assert not [one for one in told if one and len(one) > 8 and one in kept]
    assert Held.model_validate_json(kept) == held(now, "salt")
    assert len(held(now, "salt").others) == sum(len(getattr(now, kind.table)) for kind in OTHERS.values())


def test_a_row_has_its_digest_as_long_as_it_says_the_same() -> None:
    now = evidence("harrowmere")
    kept, entry, figure = held(now, "salt"), now.log[0], now.figures[0]
    assert (said_by_test(entry, "salt"), said_by_figure(figure, "salt")) == (kept.tests[0].said, kept.figures[0].said)
    assert said_by_test(entry.model_copy(update={"row": 99, "resource": "other.csv"}), "salt") == kept.tests[0].said
    other = entry.model_copy(update={"learned": "otherwise"})
    changed = dict(said_by_test(other, "salt")).items() ^ dict(kept.tests[0].said).items()
    assert {name for name, _ in changed} == {"learned"}
    assert said_by_figure(figure, "other salt") != kept.figures[0].said


@given(
    one=st.one_of(st.text(), st.integers(), st.booleans(), st.dates()),
    other=st.one_of(st.text(), st.booleans(), st.dates()),
)
def test_different_values_have_different_digests(one: object, other: object) -> None:
    same = type(one) is type(other) and one == other
    assert (digest("s", "f", one) == digest("s", "f", other)) == same


def test_a_submission_was_never_handed_in_before_what_it_tells_of() -> None:
    now = evidence("harrowmere")
    last = max(one.period_end for one in now.figures)
    early = now.model_copy(
        update={"submitted_at": date(2020, 1, 1), "log": (), "participation": (), "voice": (), "durations": ()}
    )
    bare = tuple(one.model_copy(update={"recorded_on": None, "revised_on": None}) for one in early.figures)
    assert stated(early.model_copy(update={"figures": bare})) == last
    assert stated(early.model_copy(update={"figures": ()})) == date(2020, 1, 1)
    entry: LogEntry = now.log[-1].model_copy(update={"decided_on": date(2031, 1, 1)})
    figures: tuple[Figure, ...] = ()
    assert stated(early.model_copy(update={"figures": figures, "log": (entry,)})) == date(2031, 1, 1)
