"""A plan: which claims, how many rows, what fits into the hours (`budgets.yaml`), what is drawn next, and what is said of it."""

from calendar import monthrange
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector.model.evidence import Evidence, Figure, Indicator, LogEntry, Resource
from inspector.model.inspection import Inspection, Score, TrustIn, Verdict
from inspector.model.problems import CannotComplete
from inspector.model.rows import by_resource
from inspector.model.visit_standing import ClaimStands
from inspector.model.visits import Margin, VisitPlan
from inspector.proof import folder, planning, rounds
from inspector.proof.answers import compared
from inspector.proof.claims import proved
from inspector.proof.minutes import Allotted, Needed, allot, days, in_words
from inspector.proof.pieces import rows_of
from inspector.proof.planning import Asked, Planned, draw, first, plan
from inspector.proof.sealing import digest
from inspector.proof.told_plan import lines, of_round
from tests.proof import making

CASES = yaml.safe_load((Path(__file__).parent / "budgets.yaml").read_text(encoding="utf-8"))
DICE = "dice: 5 1 6 2 3 5 1 6 6 2 4 4 1 3 6 2 5 5 1 2"


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['claims']} {case.get('hours')} {case.get('rows')}")
def test_budget(case: dict[str, Any]) -> None:
    claims = [
        making.claim(name, name, 1000, 50, rows).model_copy(update={"minutes": minutes})
        for name, (rows, minutes) in case["claims"].items()
    ]
    found = allot([Needed(claim, claim.sample) for claim in claims], case.get("hours"), case.get("rows"))
    if "reached" in case:
        assert list(found.sizes.items()) == list(case["reached"].items())
        assert {one.claim.id: one.rows for one in found.unreached} == case.get("unreached", {})
    assert found.minutes == case.get("minutes", found.minutes)
    if "days" in case:
        assert [dict(day) for day in days(found)] == case["days"]


@given(
    st.lists(st.tuples(st.integers(1, 60), st.integers(1, 30)), min_size=1, max_size=6),
    st.none() | st.integers(1, 20),
)
def test_no_other_choice_settles_more_claims_within_the_hours(sizes: list[tuple[int, int]], hours: int | None) -> None:
    claims = [
        making.claim(f"c{place}", "x", 1000, 50, rows).model_copy(update={"minutes": minutes})
        for place, (rows, minutes) in enumerate(sizes)
    ]
    found = allot([Needed(claim, claim.sample) for claim in claims], hours, None)
    costs = sorted(rows * minutes for rows, minutes in sizes)
    most = max(many for many in range(len(costs) + 1) if hours is None or sum(costs[:many]) <= hours * 60)
    assert len(found.reached) == most
    assert len(found.reached) + len(found.unreached) == len(sizes)


def entry(n: int) -> LogEntry:
    return LogEntry(
        resource="log.csv", row=n + 2, id=f"T{n}", raised_on=date(2025, 1, 1), raised_by_role="worker",
        team=f"Team {n % 3}", scale="one-team",
        aim=f"Since 14 March 2025 we ask the family first, number {n}", tested_on=date(2025, 2, 1 + n % 28), decision="adopt",
    )  # fmt: skip


def figure(n: int) -> Figure:
    month = 1 + n % 12
    return Figure(
        resource="figures.csv", row=n + 2, indicator=f"m{n // 12}", period_start=date(2025, month, 1),
        period_end=date(2025, month, monthrange(2025, month)[1]), numerator=40.0 + n, denominator=90.0,
    )  # fmt: skip


@cache
def evidence() -> Evidence:
    return Evidence(
        authority="Brackenshire", period_start=date(2025, 1, 1), period_end=date(2025, 12, 31), digest=digest(b"bundle"),
        log=tuple(entry(n) for n in range(500)), figures=tuple(figure(n) for n in range(120)),
        indicators=tuple(
            Indicator(resource="r", row=n, indicator=f"m{n}", title=f"Measure {n}", better="up", recorded_by="Data team")
            for n in range(10)
        ),
    )  # fmt: skip


@cache
def inspection() -> Inspection:
    score = Score(value=None, low=None, high=None)
    return Inspection(
        engine="0", framework_id="munro", framework_version="1", framework_title="t", framework_question="q",
        framework_digest=digest(b"framework"), bundle_digest=digest(b"bundle"), authority="Brackenshire", invented=True,
        period_start="2025-01-01", period_end="2025-12-31",
        verdict=Verdict(verdict="improving", row="r", says="", because=(), score=score), themes=(), findings=(), facts=(),
        trust=(
            TrustIn(evidence="improvement-log", trust="exposed", reasons=()),
            TrustIn(evidence="indicator/m0", trust="plain", reasons=()),
        ),
        traces=(), unjudged=(), problems=(),
        resources=(Resource(name="l", path="log.csv", kind="improvement-log", sha256="sha256:aa", bytes=1, rows=500),),
    )  # fmt: skip


def margin(evidence_name: str, together: int | None, **more: Any) -> Margin:
    made = Margin(evidence=evidence_name, unit="row", rows=None, of=0, how="greedy", together=together)
    return made.model_copy(update={"then": "static", **more})


MEMBERS = tuple(f"indicator/m{n}" for n in range(10))
LOG = margin("improvement-log", 49)
FIGURES = margin("indicators", 11, unit="month", members=MEMBERS)


def planned(*pieces: Margin, **asked: Any) -> Planned:
    return plan(
        inspection(), evidence(), pieces or (LOG, FIGURES), Asked(planned_on="2026-11-20", **asked), salt="5a" * 16
    )


def visit(folder_: Path, made: Planned, seed: str | None = DICE) -> folder.Visit:
    unwritten = folder.Visit(folder_, made.plan, made.frame, ())
    drawn = [draw(unwritten, first(made.plan).sizes, seed)] if seed else []
    return folder.create(folder_, made.plan, made.frame, drawn)


def test_the_sizes_are_those_of_the_guide() -> None:
    # N = 500 and 10 %: 28 rows at once, 32 one after another; N = 120: 26.
    log, figures = (next(claim for claim in planned().plan.claims if claim.unit == unit) for unit in ("row", "month"))
    assert (log.of, log.fewer_than, log.fixed, log.sample) == (500, 50, 28, 32)
    assert (figures.of, figures.fewer_than, figures.fixed) == (120, 12, 26)
    for together, fixed in ((23, 13), (35, 9)):
        (claim,) = planned(FIGURES.model_copy(update={"together": together})).plan.claims
        assert claim.fixed == fixed
    for together, fixed in ((99, 14), (149, 9)):
        (claim,) = planned(LOG.model_copy(update={"together": together})).plan.claims
        assert claim.fixed == fixed


def test_the_plan_says_what_it_is_of_and_is_the_same_twice() -> None:
    made, again = planned(), planned()
    assert made == again
    assert made.plan.seal != planned(hours=8.0).plan.seal
    assert made.plan.resources == (("log.csv", "sha256:aa"),)
    assert (made.plan.bundle_digest, made.plan.framework_digest) == (digest(b"bundle"), digest(b"framework"))
    assert (
        plan(inspection(), evidence(), [LOG], Asked()).plan.salt
        != plan(inspection(), evidence(), [LOG], Asked()).plan.salt
    )


def test_key_rows_are_looked_at_one_and_all() -> None:
    key = by_resource(evidence().log[:4])
    pieces = [
        LOG.model_copy(update={"part": part, "key": key, "together": together, "rows": together + 1})
        for part, together in (("key", 0), ("rest", 61))
    ]
    claims = {claim.part: claim for claim in planned(*pieces).plan.claims}
    assert (claims["key"].sample, claims["key"].fixed, claims["key"].fewer_than) == (
        claims["key"].of,
        claims["key"].of,
        1,
    )
    assert claims["key"].id != claims["rest"].id
    assert "every one is as written" in claims["key"].says
    assert "fewer than 62 are not as written" in claims["rest"].says
    assert claims["key"].of == len(rows_of(evidence(), pieces[0]))


def test_the_first_round_draws_what_the_plan_says_of_key_rows_too() -> None:
    key = by_resource(evidence().log[:25])
    pieces = [
        LOG.model_copy(update={"part": part, "key": key, "together": together, "rows": together + 1})
        for part, together in (("key", 0), ("rest", 61))
    ]
    made = planned(*pieces)
    unwritten = folder.Visit(Path("nowhere"), made.plan, made.frame, ())
    assert {one.claim.part: one.rows for one in left(unwritten).needed} == {"key": 25, "rest": 24}
    assert [one.rows for one in left(unwritten).needed] == [claim.sample for claim in made.plan.claims]


def test_a_part_that_may_be_wrong_altogether_is_not_looked_at_and_one_that_nothing_bears_is_told() -> None:
    key = by_resource(evidence().log[:4])
    parts = [
        LOG.model_copy(update={"part": "key", "key": key, "together": 0, "rows": 1}),
        LOG.model_copy(update={"part": "rest", "key": key}),
    ]
    made = planned(LOG.model_copy(update={"parts": tuple(parts)}))
    assert [claim.id for claim in made.plan.claims] == ["improvement-log-key"]
    assert made.unclaimed == ()
    parts[1] = parts[1].model_copy(update={"rows": 1, "together": -1})
    assert [one.evidence for one in planned(LOG.model_copy(update={"parts": tuple(parts)})).unclaimed] == [
        "improvement-log"
    ]


def test_a_claim_knows_what_a_lie_would_gain_and_who_would_notice() -> None:
    log, figures = sorted(planned().plan.claims, key=lambda claim: claim.unit, reverse=True)
    assert (log.gain, log.noticed) == (2, 0.0)
    assert (figures.gain, figures.noticed) == (2, 0.1)


def test_a_piece_that_one_wrong_row_brings_down_is_told_and_not_claimed() -> None:
    made = planned(LOG, margin("participation", 3), margin("voice", None))
    assert [(one.evidence, one.why[:10]) for one in made.unclaimed] == [
        ("participation", "it has no "),
        ("voice", "it does no"),
    ]
    with pytest.raises(CannotComplete, match=r"\[visit-plan\].*voice"):
        planned(margin("voice", None))
    with pytest.raises(CannotComplete, match="no piece of evidence carries the verdict"):
        plan(inspection(), evidence(), (), Asked())


def test_the_frame_leads_to_rows_and_says_nothing_of_them() -> None:
    made = planned()
    for row in made.frame:
        for field in row.answers:
            assert field not in row.find
        assert "2025" not in row.find.get("aim", "")
    one = next(row for row in made.frame if row.find.get("id") == "T16")
    assert one.find == {"id": "T16", "team": "Team 1", "aim": "Since … we ask the family first, number 16"}
    assert one.whom == "Team 1"
    salt = made.plan.salt
    assert compared(salt, one, "tested_on", "17/02/2025") == compared(salt, one, "decision", "Adopt") == "same"
    assert (
        compared(salt, one, "tested_on", "18 February 2025") == compared(salt, one, "decision", "abandon") == "differs"
    )
    month = next(row for row in made.frame if row.claim == "indicators")
    assert (month.find["title"], month.find["period"], month.whom) == ("Measure 0", "January 2025", "Data team")
    assert compared(salt, month, "numerator", "40") == compared(salt, month, "denominator", "90.0") == "same"
    assert compared(salt, month, "numerator", "41") == "differs"


@pytest.mark.parametrize(
    ("begun", "tested", "right", "wrong"),
    [
        (date(2025, 3, 1), date(2025, 4, 1), ["2025-03-01", "2025-04-01", "2025-03"], ["2025-05-01"]),
        (date(2025, 3, 1), date(2025, 4, 2), ["2025-04-02"], ["2025-03-01", "2025-03"]),
        (date(2025, 3, 1), None, ["2025-03-01"], ["2025-04-01"]),
        (date(2025, 3, 9), date(2025, 3, 1), ["2025-03-01"], ["2025-03-09"]),
    ],
)
def test_a_beginning_long_before_a_test_does_not_stand_for_it(
    begun: date, tested: date | None, right: list[str], wrong: list[str]
) -> None:
    log = (entry(1).model_copy(update={"started_on": begun, "tested_on": tested}), *evidence().log[1:])
    made = plan(inspection(), evidence().model_copy(update={"log": log}), [LOG], Asked(), salt="5a")
    (row,) = (row for row in made.frame if row.row == 3 and row.find["id"] == "T1" and row.key == made.frame[0].key)
    assert {compared("5a", row, "tested_on", day) for day in right} == {"same"}
    assert {compared("5a", row, "tested_on", day) for day in wrong} == {"differs"}


def test_without_hours_the_first_round_draws_what_settles_all_claims(tmp_path: Path) -> None:
    drawn = visit(tmp_path / "v", planned())
    assert {claim: len(drawn.drawn_of(claim)) for claim in drawn.claims} == {
        claim.id: claim.sample for claim in drawn.plan.claims
    }


def stands(found: folder.Visit, **looked: tuple[int, int]) -> tuple[ClaimStands, ...]:
    """What stands of each claim where so many of its rows were looked at, and so many of those were wrong."""
    made = []
    for claim in found.plan.claims:
        many, wrong = looked.get(claim.id.replace("-", "_"), (0, 0))
        drawn = len(found.drawn_of(claim.id)) if found.guarantee else 0
        made.append(
            ClaimStands(
                claim=claim.id, evidence=claim.evidence, drawn=drawn, recorded=many, looked=many, wrong=wrong, waiting=0,
                waits_for=None, no_guarantee=0, found_wrong=wrong, proved=proved(claim, many, wrong),
            )
        )  # fmt: skip
    return tuple(made)


def left(found: folder.Visit, **looked: tuple[int, int]) -> rounds.Left:
    return rounds.left(found, stands(found, **looked))


def test_the_next_round_draws_what_is_left_and_never_a_row_again(tmp_path: Path) -> None:
    found = visit(tmp_path / "v", planned(LOG.model_copy(update={"together": 50})))
    assert "32 rows that were drawn are not recorded yet" in left(found).closed[0]
    (more,) = left(found, improvement_log=(32, 1)).needed
    # N = 500, and at most 10 %: 32 rows with none wrong, 59 with one, 79 with two.
    assert more.rows == 59 - 32
    sizes = rounds.allotted(found, [more], None, None).sizes
    found = folder.add_round(found, draw(found, sizes, "dice: 2 2 1 6 3 1 4 5 5 6 1 2"))
    assert len(found.drawn) == 59
    assert left(found, improvement_log=(59, 2)).needed[0].rows == 79 - 59
    done = left(found, improvement_log=(59, 1))
    assert done.needed == ()
    assert "it is settled, fewer are wrong" in str(rounds.nothing(done))
    assert "too many are wrong" in str(rounds.nothing(left(found, improvement_log=(59, 51))))


def test_rounds_without_a_guarantee_come_to_an_end_too(tmp_path: Path) -> None:
    found = visit(tmp_path / "v", planned(FIGURES, guarantee=False), "Monday")
    drawn = [len(found.drawn)]
    while needed := left(found).needed:
        (more,) = needed
        found = folder.add_round(found, draw(found, {more.claim.id: more.rows}, f"day {len(drawn)}"))
        drawn.append(len(found.drawn))
    assert drawn == [29, 58, 87, 116, 120]
    assert "all its rows were drawn" in str(rounds.nothing(left(found)))


def test_what_the_hours_did_not_reach_is_drawn_once_there_are_more(tmp_path: Path) -> None:
    found = visit(tmp_path / "v", planned(hours=5.0))
    assert list(found.claims) == [claim.id for claim in found.plan.claims]
    assert {found.rows[key].claim for key in found.drawn} == {"improvement-log"}
    (more,) = left(found, improvement_log=(32, 0)).needed
    assert (more.claim.id, more.rows) == ("indicators", found.claims["indicators"].sample)
    with pytest.raises(CannotComplete, match=r"within what is left of the plan's hours and rows: .*--hours 5"):
        rounds.allotted(found, [more], None, None)
    assert rounds.allotted(found, [more], 5.0, None).sizes == {"indicators": more.rows}


def test_a_seed_that_could_be_known_draws_nothing_unless_that_is_asked_for(tmp_path: Path) -> None:
    made = planned(LOG)
    unwritten = folder.Visit(tmp_path, made.plan, made.frame, ())
    for seed in (made.plan.bundle_digest[7:19], "Brackenshire", "dice: 4 1 6 2", ""):
        with pytest.raises(CannotComplete, match=r"\[visit-seed\]"):
            draw(unwritten, {"improvement-log": 32}, seed)
    weak = draw(unwritten, {"improvement-log": 32}, "dice: 4 1 6 2", guarantee=False)
    assert not weak.guarantee
    told = "\n".join(of_round(weak, made.plan, first(made.plan), "V"))
    assert "WITHOUT GUARANTEE" in told
    without = planned(LOG, guarantee=False)
    assert not draw(folder.Visit(tmp_path, without.plan, without.frame, ()), {"improvement-log": 3}, DICE).guarantee


def test_a_visit_has_no_more_rows_than_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(planning, "most", lambda _: 620)
    assert len(planned().frame) == 620
    monkeypatch.setattr(planning, "most", lambda _: 619)
    with pytest.raises(CannotComplete, match=r"620 rows, and the limit is .*--limit visit-rows=NUMBER"):
        planned()


def words(made: Planned, found: folder.Visit | None = None) -> str:
    drawn = found.rounds if found else ()
    return "\n".join(lines(made.plan, first(made.plan), made.unclaimed, drawn, "IMPROVING, on paper", "VISIT"))


def test_what_is_said_of_a_plan() -> None:
    made = planned(LOG, FIGURES, margin("voice", None), hours=8.0)
    told = words(made)
    for said in (
        "The verdict is IMPROVING, on paper.",
        "Of 500 rows of the improvement log fewer than 50 are not as written.",
        "32 rows settle it if all are right, looked at one after another (28 if all at once, and never again)",
        "about 4 hours 16 minutes, 8 minutes each",
        "the figures of 10 measures",
        "voice: no claim can be made",
        "Within 8 hours 1 of the 2 claims can be settled: 32 rows",
        "Not reached: indicators, which needs 29 months, about 4 hours 50 minutes.",
        made.plan.seal,
        "inspector visit next VISIT --seed",
        "children where cases are counted again",
    ):
        assert said in told
    assert "WITHOUT" not in told
    assert (
        "It stands only as long as these 2 claims are all true, and so is the evidence of which no claim can be made."
        in told
    )
    assert "It stands as long as this claim is true. The claim is settled at 95 %:" in words(planned(LOG))
    assert "WITHOUT GUARANTEE" in words(planned(LOG, guarantee=False))


@settings(max_examples=30)
@given(st.integers(0, 10_000))
def test_minutes_in_words(minutes: int) -> None:
    said = in_words(minutes).split()
    hours = int(said[0]) if said[1].startswith("hour") else 0
    rest = int(said[-2]) if said[-1].startswith("minute") else 0
    assert hours * 60 + rest == minutes
    assert all((unit[-1] != "s") == (number == "1") for number, unit in zip(said[::2], said[1::2], strict=True))


def test_nothing_allotted_is_nothing() -> None:
    assert (Allotted((), ()).rows, Allotted((), ()).minutes, days(Allotted((), ()))) == (0, 0, ())
    assert VisitPlan.model_fields["guarantee"].default is True
