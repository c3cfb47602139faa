"""Munro: from recommendation to change."""

from datetime import date
from typing import Any

from tests.truth import records_truth as truth
from tests.truth.case import Case, Said
from tests.truth.checkers.rules import values
from tests.truth.counted import OLD, by, last
from tests.truth.ledger import See, checks


@checks("munro/recommendations-followed", "munro/recommendations-acted-on", "munro/tracker-filled-for-the-visit")
def followed(said: Said, case: Case, see: See) -> None:
    true, told = truth.flow(case.bundle, "all"), values(said, case, "every")
    for name in ("made", "acted", "since_notification_share"):
        see.number(name, told.get(name), true[name])


@checks("munro/every-source-is-heard")
def heard(said: Said, case: Case, see: See) -> None:
    told = values(said, case, "front")
    true = truth.flow(case.bundle, told["source"])
    see.number("acted", told["acted"], true["acted"])
    see.number("made", told["made"], true["made"])


@checks("munro/source-not-heard")
def unheard(said: Said, case: Case, see: See) -> None:
    told = values(said, case, "flow")
    true = truth.flow(case.bundle, told["source"])
    see.number("acted", told["acted"], true["acted"])
    see.number("made", told["made"], true["made"])
    _none_since(said, case, see, told["source"])


def _none_since(said: Said, case: Case, see: See, source: str) -> None:
    """Where it is said that things were not done, none of them was done after the announcement, or the sentence says when."""
    if any(word in said.says for word in ("before", "by then", "since", "afterwards", "set aside", "by the last day")):
        return
    some = [one for one in truth.paths(case.bundle) if source in ("all", one["source"])]
    since = [
        one["recommendation"]
        for one in some
        if not one["_acted"] and any(row.day("done_on") for row in one["_actions"])
    ]
    see.none(not since, f"an action of {since[:3]} is done, if only after the announcement")


def _stuck(case: Case) -> list[dict[str, Any]]:
    return [one for one in truth.paths(case.bundle) if one["stage"] == "stuck"]


@checks("munro/recommendations-stick")
def stick(said: Said, case: Case, see: See) -> None:
    told, true = values(said, case, "every"), truth.flow(case.bundle, "all")
    see.number("stuck", told["stuck"], true["stuck"])
    see.number("made", told["made"], true["made"])
    for one in _stuck(case):
        if "nothing done" in said.says:
            see.none(not one["_done"], f"{one['recommendation']} has an action that is done")
        if "nothing written" in said.says:
            days = [row.day("on") for row in one["_statuses"]] + [one["_row"].day("made_on")]
            idle = (last(case.bundle) - max(day for day in days if day)).days
            see.none(idle >= OLD, f"{one['recommendation']} was written about {idle} days before")


@checks("munro/done-on-paper")
def on_paper(said: Said, case: Case, see: See) -> None:
    see.number("on_paper", values(said, case, "every")["on_paper"], truth.flow(case.bundle, "all")["on_paper"])
    _none_since(said, case, see, "all")


@checks("munro/owners-mark-their-own-work")
def owners(said: Said, case: Case, see: See) -> None:
    see.number("acted", values(said, case, "every")["acted"], truth.flow(case.bundle, "all")["acted"])
    others = [
        one["recommendation"]
        for one in truth.paths(case.bundle)
        if one["_acted"]
        and one["_row"]["verified_by"]
        and one["_row"]["verified_by"] not in one["_row"].many("owners")
        and by(one["_row"].day("verified_on"), case.bundle)
    ]
    see.none(not others, f"{others[:3]} are verified by somebody who does not own them")


@checks("munro/weak-answers-to-recommendations")
def weak(said: Said, case: Case, see: See) -> None:
    true, told = truth.actions(case.bundle, "recommendations"), values(said, case, "actions")
    see.number("known", told["known"], true["known"])
    see.number("firm", told["firm"], true["firm"])


def _began(case: Case, indicator: str) -> date | None:
    found = case.signals("trajectory", indicator=indicator)
    told = found[0].fields.get("onset") if found else None
    return date.fromisoformat(told) if told else None


@checks("munro/recommendation-shows", "munro/recommendation-lasts")
def shows(said: Said, case: Case, see: See) -> None:
    for path in said.of("signal/recommendation-path"):
        true = next(one for one in truth.paths(case.bundle) if one["recommendation"] == path.fields["recommendation"])
        see.claim(true["_acted"], "no action of it is done")
        first = min(day for row in true["_done"] if (day := row.day("done_on")))
        began = _began(case, path.fields["indicator"])
        see.order(
            bool(began and (began.year, began.month) >= (first.year, first.month)),
            f"the first action was done on {first}, and it got better from {began} on",
        )


@checks("munro/recommendation-lasts")
def lasts(said: Said, case: Case, see: See) -> None:
    paths = said.of("signal/recommendation-path")
    seen = [
        one
        for one in truth.paths(case.bundle)
        if one["_verified"] and any(one["recommendation"] == path.fields["recommendation"] for path in paths)
    ]
    see.claim(bool(seen), "nobody who does not own it has looked")


@checks("munro/recommendation-without-effect")
def without_effect(said: Said, case: Case, see: See) -> None:
    told = values(said, case, "path")
    true = next(one for one in truth.paths(case.bundle) if one["recommendation"] == told["recommendation"])
    see.claim(true["_acted"], "no action of it is done")
    see.same("indicator", told["indicator"], true["indicator"])
