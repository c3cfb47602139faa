"""What a submission promises, what others looked at and how well chances were stated: each bound, and what lies beside it."""

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest

from inspector.evidence.attested import attested
from inspector.evidence.calibrated import LEAST, calibrated
from inspector.evidence.held import held
from inspector.evidence.promised import promised
from inspector.judging import observing
from inspector.model.ageing import judgement_expires
from inspector.model.evidence import Evidence, Figure, Indicator, LogEntry, Resource
from inspector.model.partnership import Commitment
from inspector.model.recommendations import Recommendation, RecommendedAction, StatusEntry
from inspector.model.self_evaluation import SelfStatement
from inspector.model.verifications import Verification
from tests.inspected import evidence as read

START, END = date(2024, 1, 1), date(2025, 12, 31)
KNOWN: dict[str, Any] = {"authority": "Northmoor", "period_start": START, "period_end": END, "digest": "0" * 64}
"""Announced on the day after, so that the last day that counts is the last of the period."""


def evidence(**more: Any) -> Evidence:
    return Evidence(**{**KNOWN, "notified_on": END + timedelta(days=1), **more})


def entry(**more: Any) -> LogEntry:
    first = {"resource": "log.csv", "row": 2, "id": "t1", "raised_on": date(2025, 1, 2), "raised_by_role": "worker"}
    words = {"team": "East", "scale": "one-team", "aim": "Fewer forms", "prediction": "three fewer"}
    return LogEntry(**{**first, **words, "started_on": date(2025, 7, 2), **more})


@pytest.mark.parametrize(
    ("more", "state", "became"),
    [
        ({}, "open", "it is neither looked at nor decided on"),
        ({"started_on": date(2025, 7, 1)}, "overdue", "nothing is recorded of it for 183 days"),
        (
            {"started_on": date(2025, 7, 1), "tested_on": date(2025, 7, 2)},
            "open",
            "it is neither looked at nor decided on",
        ),
        ({"studied_on": END}, "done", "looked at on 31 December 2025"),
        (
            {"studied_on": END + timedelta(days=1)},
            "open",
            "what came of it is of 1 January 2026, after the last day that counts",
        ),
        ({"decided_on": END, "decision": "adopt"}, "done", "decided on 31 December 2025 to adopt it"),
        ({"learned": "two fewer"}, "done", "learned: “two fewer”"),
        ({"came_true": False}, "done", "the prediction is said not to have come true"),
        (
            {"decision": "adapt", "came_true": True},
            "done",
            "decided to adapt it; the prediction is said to have come true",
        ),
    ],
)
def test_a_test_with_a_prediction_is_a_promise_to_look(more: dict[str, Any], state: str, became: str) -> None:
    (one,) = promised(evidence(log=(entry(**more),)))
    assert (one.sort, one.id, one.state, one.became) == ("test", "t1", state, became)


@pytest.mark.parametrize("more", [{"prediction": None}, {"started_on": None}, {"started_on": END + timedelta(days=1)}])
def test_what_is_not_begun_or_predicts_nothing_promises_nothing(more: dict[str, Any]) -> None:
    assert promised(evidence(log=(entry(**more),))) == ()


def test_a_test_begun_after_the_last_day_that_counts_is_a_promise_too() -> None:
    late = entry(started_on=date(2025, 12, 30), decided_on=date(2025, 12, 31), decision="adopt")
    (one,) = promised(evidence(log=(late,), notified_on=date(2025, 12, 1)))
    assert (one.state, one.became) == ("open", "what came of it is of 31 December 2025, after the last day that counts")


def recommendation(*due: tuple[date | None, date | None], status: str = "accepted") -> Recommendation:
    actions = tuple(
        RecommendedAction(
            resource="r.json", row=2, id=f"a{n}", recommendation="r1", action="Do it", due_on=by, done_on=done
        )
        for n, (by, done) in enumerate(due)
    )
    said = StatusEntry(resource="r.json", row=2, recommendation="r1", on=date(2025, 11, 1), status=status)
    first = {"resource": "r.json", "row": 2, "id": "r1", "recommendation": "Ask first", "source": "munro"}
    return Recommendation(**first, made_on=date(2025, 10, 1), actions=actions, statuses=(said,))


@pytest.mark.parametrize(
    ("due", "status", "state", "by", "became"),
    [
        ([(END, None)], "accepted", "overdue", "2025-12-31", "0 of 1 action done; accepted"),
        ([(END + timedelta(days=1), None)], "accepted", "open", "2026-01-01", "0 of 1 action done; accepted"),
        (
            [(END, END), (None, None)],
            "started",
            "open",
            None,
            "1 of 2 actions done; called accepted, borne out as acted",
        ),
        ([(END, END)], "done", "done", "2025-12-31", "1 of 1 action done; acted"),
        ([(END, None)], "dropped", "not-done", "2025-12-31", "0 of 1 action done; dropped"),
        ([], "accepted", "open", None, "no action is recorded; accepted"),
    ],
)
def test_a_recommendation_is_due_by_its_actions(due: Any, status: str, state: str, by: str | None, became: str) -> None:
    (one,) = promised(evidence(recommendations=(recommendation(*due, status=status),)))
    assert (one.state, one.due, one.became) == (state, by, became)


@pytest.mark.parametrize(
    ("more", "state", "became"),
    [
        ({}, "open", "not met yet"),
        ({"due_on": END}, "overdue", "not met by the last day that counts"),
        ({"due_on": END + timedelta(days=1)}, "open", "not met yet"),
        ({"met_on": END}, "done", "met on 31 December 2025"),
        ({"met_on": END + timedelta(days=1)}, "open", "not met yet"),
        ({"partner_says": "kept"}, "done", "the partner says kept, no day stated"),
        (
            {"met_on": END, "partner_says": "not-kept"},
            "not-done",
            "called met on 31 December 2025, and the partner says not kept",
        ),
        ({"due_on": END, "partner_says": "partly-kept"}, "not-done", "the partner says partly kept"),
    ],
)
def test_a_commitment_is_kept_as_the_partner_has_it(more: dict[str, Any], state: str, became: str) -> None:
    first = {"resource": "p.csv", "row": 2, "id": "k1", "from_agency": "police", "to_agency": "council"}
    one = Commitment(**first, commitment="Come within two hours", made_on=date(2025, 3, 1), **more)
    (found,) = promised(evidence(partnership=(one,)))
    assert (found.state, found.became) == (state, became)


def test_of_what_a_statement_says_is_next_nothing_can_say_whether_it_was_done() -> None:
    said = SelfStatement(resource="s.json", row=2, id="s1", area="visits", what_we_know="More", what_next="Ask them")
    (one,) = promised(evidence(self_evaluation=(said,)))
    assert (one.sort, one.state) == ("next-step", "cannot-tell")


def months(count: int) -> tuple[Figure, ...]:
    days = [date(2024 + n // 12, n % 12 + 1, 1) for n in range(count + 1)]
    return tuple(
        Figure(
            resource="f.csv", row=n + 2, indicator="visits", period_start=a, period_end=b - timedelta(days=1), value=1
        )
        for n, (a, b) in enumerate(pairwise(days))
    )


@pytest.mark.parametrize(
    ("figures", "until", "expires"), [(24, 24, "2028-01-31"), (24, 12, "2026-01-31"), (24, 18, "2027-01-31")]
)
def test_a_look_expires_with_the_figure_that_makes_more_than_half_unseen(
    figures: int, until: int, expires: str
) -> None:
    some = months(figures)
    giver = Resource(
        name="v",
        path="v.csv",
        kind="verifications",
        sha256="0" * 64,
        bytes=1,
        rows=1,
        submitted_by="Regional audit office",
        giver_root="x",
    )
    look = Verification(
        resource="v.csv",
        row=2,
        id="v1",
        verified_by="Regional audit office",
        looked_on=END,
        indicator="visits",
        looked_at=9,
        agreed=9,
        period_end=some[until - 1].period_end,
    )
    register = Indicator(resource="i.csv", row=2, indicator="visits", title="Visits", better="up")
    found = evidence(verifications=(look,), resources=(giver,), figures=some, indicators=(register,))
    (one,) = attested(found)
    assert (one.counts, one.why, one.expires_on) == (True, "", expires)


def test_a_judgement_holds_as_long_after_the_period_as_that_is_long() -> None:
    assert judgement_expires(date(2024, 1, 1), date(2024, 12, 31)) == date(2026, 1, 1)


def foretold(count: int, chance: float, true: int, **more: Any) -> tuple[LogEntry, ...]:
    return tuple(entry(id=f"t{n}", row=n + 2, chance=chance, came_true=n < true, **more) for n in range(count))


@pytest.mark.parametrize(
    ("log", "state", "brier"),
    [
        (foretold(LEAST - 1, 60, 18), "cannot-tell", None),
        (foretold(LEAST, 60, 30), "calibrated", 0.24),
        (foretold(LEAST, 90, 30), "hopes-too-much", 0.33),
        (foretold(LEAST, 20, 30), "hopes-too-little", 0.4),
        ((*foretold(25, 90, 0), *foretold(25, 10, 25)), "off", 0.81),
        ((*foretold(49, 90, 44), *foretold(1, 100, 0)), "calibrated", None),
    ],
)
def test_how_well_chances_were_stated(log: tuple[LogEntry, ...], state: str, brier: float | None) -> None:
    found = calibrated(evidence(log=log))
    assert found is not None
    assert found.state == state
    if brier is not None:
        assert found.brier == pytest.approx(brier)
    assert "Nothing is judged by it." in found.says


def test_where_no_chance_is_stated_nothing_is_told() -> None:
    assert calibrated(evidence(log=(entry(came_true=True), entry(id="t2", prediction=None, chance=50)))) is None


@pytest.mark.parametrize(
    ("then", "received", "counts"),
    [
        ({}, date(2025, 8, 1), True),
        ({}, date(2025, 8, 2), False),
        ({"chance": 90.0}, date(2025, 7, 31), False),
        ({"prediction": "two fewer"}, date(2025, 7, 31), False),
        ({"came_true": True}, date(2025, 7, 31), False),
        ({"learned": "one fewer"}, date(2025, 7, 31), False),
        ({"decided_on": date(2025, 7, 30), "decision": "adopt"}, date(2025, 7, 31), False),
        ({"id": "another"}, date(2025, 7, 31), False),
    ],
)
def test_with_a_history_what_was_held_before_its_outcome_counts_alone(
    then: dict[str, Any], received: date, counts: bool
) -> None:
    before = evidence(log=(entry(chance=60.0, **then) if "chance" not in then else entry(**then),))
    history = held(before, "salt").model_copy(update={"received_on": received})
    now = entry(chance=60.0, came_true=True, studied_on=date(2025, 8, 1))
    found = calibrated(evidence(log=(now,), history=(history,)))
    assert found is not None
    assert (found.history, found.counted) == (True, int(counts))


@pytest.mark.parametrize(
    ("held_then", "told"),
    [
        (0, "0 of them were held with that chance"),
        (1, "1 of them was held with that chance"),
        (2, "2 of them were held with that chance"),
    ],
)
def test_how_many_were_held_is_said_in_the_right_number(held_then: int, told: str) -> None:
    log = tuple(entry(id=f"t{n}", row=n + 2, chance=60.0) for n in range(2))
    history = held(evidence(log=log[:held_then]), "salt").model_copy(update={"received_on": date(2025, 7, 31)})
    now = tuple(one.model_copy(update={"came_true": True, "studied_on": date(2025, 8, 1)}) for one in log)
    found = calibrated(evidence(log=now, history=(history,)))
    assert found is not None
    assert f"2 predictions state a chance; {told}" in found.says


def test_nothing_that_judges_reads_a_chance_or_whether_it_came_true() -> None:
    found = read("good-on-paper")
    assert found.log
    log = tuple(
        one.model_copy(update={"chance": float(n % 101), "came_true": n % 2 == 0}) for n, one in enumerate(found.log)
    )
    facts, traces = observing.observe(found)
    assert observing.observe(found.model_copy(update={"log": log, "worked_out": {}})) == (facts, traces)
