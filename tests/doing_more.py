"""Evidence made by hand for the laws of the whole path: one more thing done, and plans that nobody carried out."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from typing import get_args

from inspector.model.case_reviews import CaseReview, ReviewAction
from inspector.model.evidence import Evidence, Kind, LogEntry, Participation, Resource
from inspector.model.leadership import LeaderPeriod, Question, QuestionAnswer
from inspector.model.partnership import Commitment
from inspector.model.recommendations import Recommendation, RecommendedAction, StatusEntry
from inspector.model.self_evaluation import Claim, SelfStatement
from inspector.model.voice import Voice

ROW = 100_000
TOPICS = (
    "the first visit",
    "the school run",
    "a quiet room",
    "the phone list",
    "court papers",
    "the rota",
    "birth fathers",
)


def late(bundle: Evidence, number: int) -> date:
    """A day of the last months of the period, before the announcement."""
    last = min(bundle.period_end, bundle.notified_on or bundle.period_end)
    return last - timedelta(days=20 + 7 * (number % 12))


def one_more_test(bundle: Evidence, n: int) -> Evidence:
    day = late(bundle, n)
    entry = LogEntry(
        resource="more",
        row=ROW + n,
        id=f"more-{n}",
        raised_on=day - timedelta(days=9),
        raised_by_role="social worker",
        team=bundle.log[0].team if bundle.log else "North",
        scale="one-case",
        origin="front-line",
        change_type="task",
        aim=f"see whether {TOPICS[n % 7]} can be easier for family {n}",
        prediction=f"{TOPICS[n % 7]} takes {n + 2} minutes less",
        started_on=day,
        tested_on=day,
        studied_on=day + timedelta(days=4),
        decided_on=day + timedelta(days=5),
        decision=("adopt", "adapt", "abandon")[n % 3],
        learned=f"{TOPICS[(n + 3) % 7]} matters more than case {n} seemed to say",
        recorded_at=datetime(day.year, day.month, day.day, 9 + n % 8, (7 * n) % 60) + timedelta(days=6),
    )
    return bundle.model_copy(update={"log": (*bundle.log, entry)})


def one_more_aimed_test(bundle: Evidence, n: int) -> Evidence:
    """A test that names a measure, began and ended: any of the register's, whatever became of it."""
    bundle = one_more_test(bundle, 900 + n)
    measures = sorted({one.indicator for one in bundle.indicators})
    entry = bundle.log[-1].model_copy(update={"indicator": measures[n % len(measures)] if measures else None})
    return bundle.model_copy(update={"log": (*bundle.log[:-1], entry)})


def one_more_team(bundle: Evidence, n: int) -> Evidence:
    one = Participation(
        resource="more",
        row=ROW + n,
        period_start=late(bundle, n).replace(day=1),
        period_end=late(bundle, n).replace(day=28),
        team=bundle.participation[0].team if bundle.participation else "North",
        role=bundle.participation[0].role if bundle.participation else "social worker",
        headcount=9,
        contributors=9,
    )
    return bundle.model_copy(update={"participation": (*bundle.participation, one)})


def one_more_review(bundle: Evidence, n: int) -> Evidence:
    id, day = f"more-{n}", late(bundle, n) - timedelta(days=60)
    action = ReviewAction(
        resource="more",
        row=ROW + n,
        id=f"{id}-a",
        review=id,
        action="make the form shorter",
        level="tool",
        strength="stronger",
        done_on=day + timedelta(days=30),
    )
    review = CaseReview(
        resource="more",
        row=ROW + n,
        id=id,
        reviewed_on=day,
        went=("well", "badly")[n % 2],
        approach="systems",
        front_line_took_part=True,
        family_took_part=True,
        learned="shorter is better",
        shared_with=("police", "health"),
        actions=(action,),
    )
    return bundle.model_copy(update={"case_reviews": (*bundle.case_reviews, review)})


def one_more_recommendation(bundle: Evidence, n: int) -> Evidence:
    id, day = f"more-{n}", late(bundle, n) - timedelta(days=90)
    one = Recommendation(
        resource="more",
        row=ROW + n,
        id=id,
        recommendation="shorten it",
        source="front-line",
        made_on=day,
        owners=("council",),
        actions=(
            RecommendedAction(
                resource="more",
                row=ROW + n,
                id=f"{id}-a",
                recommendation=id,
                action="shortened",
                strength="stronger",
                done_on=day + timedelta(days=30),
            ),
        ),
        statuses=(
            StatusEntry(resource="more", row=ROW + n, recommendation=id, on=day + timedelta(days=31), status="done"),
        ),
    )
    return bundle.model_copy(update={"recommendations": (*bundle.recommendations, one)})


def one_more_promise(bundle: Evidence, n: int) -> Evidence:
    day = late(bundle, n)
    one = Commitment(
        resource="more",
        row=ROW + n,
        id=f"more-{n}",
        from_agency="council",
        to_agency="police",
        commitment="call within a day",
        made_on=day - timedelta(days=60),
        joint=True,
        due_on=day,
        met_on=day - timedelta(days=5),
        agreed_measure="calls",
        partner_says="kept",
        partner_statement="They do.",
        stated_on=day,
    )
    return bundle.model_copy(update={"partnership": (*bundle.partnership, one)})


def one_more_leader(bundle: Evidence, n: int) -> Evidence:
    day = late(bundle, n)
    time = LeaderPeriod(
        resource="more",
        row=ROW + n,
        leader="head of service",
        period_start=day - timedelta(days=30),
        period_end=day,
        hours_delivering=60,
        hours_improving=50,
        hours_overseeing=30,
        accounts_to="director",
        accounted_on=day,
    )
    answers = tuple(
        QuestionAnswer(
            resource="more",
            row=ROW + 10 * n + place,
            leader="head of service",
            question=question,
            answered_on=day - timedelta(days=90),
            reviewed_on=day - timedelta(days=30),
            acted_on=day - timedelta(days=10),
        )
        for place, question in enumerate(get_args(Question))
    )
    more = {"leadership": (*bundle.leadership, time), "leadership_questions": (*bundle.leadership_questions, *answers)}
    return bundle.model_copy(update=more)


def one_more_voice(bundle: Evidence, n: int) -> Evidence:
    bundle = one_more_test(bundle, 500 + n)
    day = late(bundle, n)
    one = Voice(
        resource="more",
        row=ROW + n,
        id=f"more-{n}",
        period_start=day - timedelta(days=80),
        period_end=day - timedelta(days=15),
        group=("front-line", "families")[n % 2],
        theme="forms",
        said="too long",
        changed=(f"more-{500 + n}",),
        told_back_on=day,
    )
    return bundle.model_copy(update={"voice": (*bundle.voice, one)})


MORE: tuple[Callable[[Evidence, int], Evidence], ...] = (
    one_more_test,
    one_more_team,
    one_more_review,
    one_more_recommendation,
    one_more_promise,
    one_more_leader,
    one_more_voice,
)


def planned(bundle: Evidence, sizes: Sequence[int]) -> Evidence:
    """Nothing but plans, claims and good intentions, as many as asked for of each."""
    day = late(bundle, 0)
    ideas, made, promises, says = sizes
    return bundle.model_copy(
        update={
            "log": tuple(
                LogEntry(
                    resource="log",
                    row=n + 2,
                    id=f"i{n}",
                    raised_on=day - timedelta(days=300),
                    raised_by_role="manager",
                    team="North",
                    scale="one-team",
                    aim=f"do {TOPICS[n % 7]} better",
                    origin="front-line",
                    prediction="all will be well",
                )
                for n in range(ideas)
            ),
            "recommendations": tuple(
                Recommendation(
                    resource="r",
                    row=n + 2,
                    id=f"r{n}",
                    recommendation="improve",
                    source="cabinet",
                    made_on=day,
                    owners=("council",),
                    actions=(
                        RecommendedAction(
                            resource="r",
                            row=n + 2,
                            id=f"a{n}",
                            recommendation=f"r{n}",
                            action="a strategy",
                            strength="stronger",
                        ),
                    ),
                    statuses=(StatusEntry(resource="r", row=n + 2, recommendation=f"r{n}", on=day, status="accepted"),),
                )
                for n in range(made)
            ),
            "partnership": tuple(
                Commitment(
                    resource="p",
                    row=n + 2,
                    id=f"p{n}",
                    from_agency="council",
                    to_agency="police",
                    commitment="work together",
                    made_on=day,
                    joint=True,
                    due_on=bundle.period_end + timedelta(days=400),
                    agreed_measure="calls",
                )
                for n in range(promises)
            ),
            "self_evaluation": tuple(
                SelfStatement(
                    resource="s",
                    row=n + 2,
                    id=f"s{n}",
                    area="practice",
                    what_we_know="we are getting better",
                    how_we_know="audits",
                    what_next="a programme",
                    claims=(
                        Claim(
                            resource="s",
                            row=n + 2,
                            id=f"c{n}",
                            statement=f"s{n}",
                            claim="better",
                            direction="better",
                            evidence=("audit",),
                        ),
                    ),
                )
                for n in range(says)
            ),
            "case_reviews": tuple(
                CaseReview(
                    resource="c",
                    row=n + 2,
                    id=f"c{n}",
                    reviewed_on=day,
                    went="badly",
                    approach="systems",
                    learned="lessons will be learned",
                )
                for n in range(says)
            ),
        }
    )


KINDS: dict[str, Kind] = {
    "log": "improvement-log",
    "participation": "participation",
    "case_reviews": "case-reviews",
    "recommendations": "recommendations",
    "partnership": "partnership",
    "leadership": "leadership",
    "voice": "voice",
}


def with_files(bundle: Evidence) -> Evidence:
    """The bundle with a file for every kind of record that it has."""
    there = {resource.kind for resource in bundle.resources}
    new = [kind for table, kind in KINDS.items() if getattr(bundle, table) and kind not in there]
    files = [Resource(name="more", path=f"{kind}.csv", kind=kind, sha256="0" * 64, bytes=1, rows=1) for kind in new]
    return bundle.model_copy(update={"resources": (*bundle.resources, *files)})
