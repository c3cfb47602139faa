"""The six kinds of evidence beside figures and log, made from the short form of `_stories`.

Days within a month are drawn: actions end in its first half, and what is said of them follows in the second.
"""

import random
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from _making import QUARTERS, SUBMITTED, month, quarter_days
from _stories import Leader, Promise, Rec, Review, Said, Statement, When

Row = dict[str, Any]

CONDITIONS = (
    "caseload", "lengthy-investigation", "hostility-between-agencies", "procedures-at-odds", "absent-supervision",
    "nobody-to-share-with", "unclear-accountability", "written-records", "children-at-immediate-risk",
)  # fmt: skip
ORIGINS = {
    "children": "family", "families": "family", "carers": "family", "front-line": "front-line", "partners": "partner",
}  # fmt: skip


def _day(rng: random.Random, when: When, first: int = 0, last: int = 27) -> date | None:
    if when is None:
        return None
    return date.fromisoformat(when) if isinstance(when, str) else month(when) + timedelta(days=rng.randint(first, last))


def _kept(**fields: Any) -> Row:
    """The fields that say something."""
    return {name: value for name, value in fields.items() if value not in (None, [])}


def recommendations(rng: random.Random, recs: Iterable[Rec]) -> list[Row]:
    """Recommendations with their actions and statuses."""
    rows = []
    for number, rec in enumerate(recs, 1):
        statuses: list[Row] = []
        for word in rec.path.split(", "):
            status, when = word.split()
            drawn = _day(rng, int(when) if when.isdigit() else when, 14)
            on = max([drawn, *(one["on"] for one in statuses)])
            statuses.append(_kept(on=on, status=status, note=rec.notes.get(status)))
        dates = {one["status"]: one["on"] for one in statuses}
        actions = [
            _kept(
                id=f"a{place}", action=do.action, strength=do.strength, owner=do.owner,
                due_on=_day(rng, do.due, 27), done_on=_day(rng, do.done, 0, 12),
            )
            for place, do in enumerate(rec.actions, 1)
        ]  # fmt: skip
        rows.append(_kept(
            id=f"r{number:02}", recommendation=rec.recommendation, source=rec.source, made_on=dates["made"],
            owners=rec.owners.split("; "), indicator=rec.indicator,
            verified_by=rec.verified_by if "verified" in dates else None, verified_on=dates.get("verified"),
            actions=actions, statuses=statuses,
        ))  # fmt: skip
    return rows


def case_reviews(rng: random.Random, reviews: Iterable[Review]) -> list[Row]:
    """Reviews with their factors and actions: every condition has a row that says whether it was looked for."""
    rows = []
    for number, review in enumerate(reviews, 1):
        factors = [
            _factor(condition, review) for condition in (*CONDITIONS, *sorted(set(review.present) - set(CONDITIONS)))
        ]
        actions = [
            _kept(
                id=f"a{place}", action=act.action, level=act.level, strength=act.strength, indicator=act.indicator,
                due_on=_day(rng, act.due, 27), done_on=_day(rng, act.done, 0, 12),
            )
            for place, act in enumerate(review.actions, 1)
        ]  # fmt: skip
        rows.append(_kept(
            id=f"c{number:02}", reviewed_on=_day(rng, review.reviewed, 14), event_on=_day(rng, review.event, 0, 12),
            went=review.went, approach=review.approach, front_line_took_part=review.front_line,
            family_took_part=review.family, learned=review.learned,
            shared_with=review.shared_with.split("; ") if review.shared_with else None, factors=factors, actions=actions,
        ))  # fmt: skip
    return rows


def _factor(condition: str, review: Review) -> Row:
    if condition not in review.present:
        return {"condition": condition, "found": "not-looked-for" if condition in review.not_looked_for else "absent"}
    followed = review.present[condition]
    if followed is None:
        return {"condition": condition, "found": "present"}
    return {"condition": condition, "found": "present", "tracked_by": followed[0], "tracked_since": month(followed[1])}


def leadership(rng: random.Random, leaders: Sequence[Leader]) -> list[Row]:
    """A row a leader and quarter; the first of each holds the answers to the questions."""
    rows = []
    for leader in leaders:
        for quarter in range(QUARTERS):
            first, last = quarter_days(quarter)
            total = leader.hours + rng.randint(-25, 25)
            improving, overseeing = (
                round(
                    max(0.0, total * (low + (high - low) * quarter / (QUARTERS - 1)) + rng.uniform(-6, 6) * (high > 0))
                )
                for low, high in (leader.improving, leader.overseeing)
            )
            accounted = _day(rng, 3 * quarter + 2, 5, 20) if quarter in leader.accounted else None
            rows.append(_kept(
                leader=leader.role, period_start=first, period_end=last, hours_delivering=total - improving - overseeing,
                hours_improving=improving, hours_overseeing=overseeing, accounts_to=leader.accounts_to,
                accounted_on=accounted, questions=_answers(rng, leader.answers) if quarter == 0 else None,
            ))  # fmt: skip
    return rows


def _answers(rng: random.Random, answers: str) -> list[Row]:
    rows = []
    for answer in filter(None, answers.split("; ")):
        question, *whens = answer.split()
        days = [None if when == "-" else _day(rng, int(when) if when.isdigit() else when) for when in whens]
        answered, reviewed, acted = (*days, None, None, None)[:3]
        rows.append(_kept(question=question, answered_on=answered, reviewed_on=reviewed, acted_on=acted))
    return rows


def partnership(rng: random.Random, promises: Iterable[Promise]) -> list[Row]:
    """Commitments between agencies."""
    return [
        _kept(
            id=f"k{number:02}", from_agency=one.frm, to_agency=one.to, commitment=one.commitment,
            made_on=_day(rng, one.made, 0, 12), joint=one.joint, due_on=_day(rng, one.due, 27),
            met_on=_day(rng, one.met, 13, 26), agreed_measure=one.measure, partner_says=one.says,
            partner_statement=one.statement, stated_on=_day(rng, one.stated, 14),
        )
        for number, one in enumerate(promises, 1)
    ]  # fmt: skip


def voice(said: Iterable[Said], entries: Sequence[Row]) -> list[Row]:
    """What was said, with the entries of the log that came of it: begun soon after, best by those who said it."""
    rows = []
    for number, one in enumerate(said, 1):
        first, last = quarter_days(one.quarter)
        came = _came_of(one, last, entries) if one.about else []
        heard = last if one.about is None else came[-1]["decided_on"] if came else None
        told = heard + timedelta(days=one.told) if heard and one.told is not None else None
        rows.append(_kept(
            id=f"v{number:02}", period_start=first, period_end=last, group=one.group, theme=one.theme, said=one.said,
            people=one.people, changed=[entry["id"] for entry in came],
            told_back_on=told if told and told < SUBMITTED - timedelta(days=27) else None,
        ))  # fmt: skip
    return rows


def _came_of(one: Said, last: date, entries: Sequence[Row]) -> list[Row]:
    about = one.about or ""
    after = [
        entry for entry in entries
        if (entry["indicator"] == about or entry["aim"].startswith(about)) and entry["decided_on"]
        and 0 < (entry["raised_on"] - last).days <= 150
    ]  # fmt: skip
    theirs = [entry for entry in after if entry["origin"] == ORIGINS[one.group]]
    return (theirs or after)[: 1 + one.people % 2]


def self_evaluation(rng: random.Random, statements: Iterable[Statement]) -> list[Row]:
    """Statements with their claims."""
    rows, numbers = [], iter(range(1, 1000))
    for number, one in enumerate(statements, 1):
        claims = [
            _kept(
                id=f"k{next(numbers):02}", claim=claim.claim, direction=claim.direction, indicator=claim.indicator,
                since=None if claim.since is None else month(claim.since), evidence=list(claim.evidence),
            )
            for claim in one.claims
        ]  # fmt: skip
        rows.append(_kept(
            id=f"s{number:02}", area=one.area, what_we_know=one.know, how_we_know=one.how, what_next=one.next,
            stated_on=_day(rng, one.stated), claims=claims,
        ))  # fmt: skip
    return rows


def aimed(entries: Iterable[Row], aims: Mapping[str, Sequence[tuple[str, int, int]]]) -> None:
    """Give entries that name no indicator the one that their aim is meant to move: (indicator, from month, to month)."""
    for entry in entries:
        aim = entry["aim"].partition(":")[0]
        for indicator, first, last in aims.get(aim, ()):
            if entry["indicator"] is None and month(first) <= entry["raised_on"] < month(last + 1):
                entry["indicator"] = indicator
