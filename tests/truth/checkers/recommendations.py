"""Munro: from recommendation to change."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.truth import records_truth as truth
from tests.truth.case import Case, Said
from tests.truth.checkers.rules import values
from tests.truth.counted import OLD, last, only_since
from tests.truth.ledger import See, checks
from tests.truth.sentences import MONTHS, days


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


@checks("munro/recommendations-stick")
def stick(said: Said, case: Case, see: See) -> None:
    told, true = values(said, case, "every"), truth.flow(case.bundle, "all")
    see.number("stuck", told["stuck"], true["stuck"])
    see.number("made", told["made"], true["made"])
    for one in truth.paths(case.bundle):
        if one["stage"] != "stuck" or ("tracker says so" in said.says and one["claimed"] == "stuck"):
            continue
        days = [row.day("on") for row in one["_statuses"]] + [one["_row"].day("made_on")]
        idle = (last(case.bundle) - max(day for day in days if day)).days
        see.none(not one["_done"], f"{one['recommendation']} has an action that is done")
        see.none(idle >= OLD, f"{one['recommendation']} was written about {idle} days before")


@checks("munro/done-on-paper")
def on_paper(said: Said, case: Case, see: See) -> None:
    see.number("on_paper", values(said, case, "every")["on_paper"], truth.flow(case.bundle, "all")["on_paper"])
    for one in truth.paths(case.bundle):
        if one["on_paper"]:
            done = [
                row["id"]
                for row in one["_actions"]
                if not only_since(row.day("done_on"), case.bundle) and row["done_on"]
            ]
            see.none(not done, f"{one['recommendation']} has the actions {done} that are done")
    _none_since(said, case, see, "all")


@checks("munro/owners-mark-their-own-work")
def owners(said: Said, case: Case, see: See) -> None:
    see.number("acted", values(said, case, "every")["acted"], truth.flow(case.bundle, "all")["acted"])
    others = [
        one["recommendation"]
        for one in truth.paths(case.bundle)
        if one["_acted"] and one["stage"] != "rejected" and truth.by(one["_looked"], case.bundle)
    ]
    see.none(not others, f"somebody who does not own them looked at {others[:3]}")


@checks("munro/weak-answers-to-recommendations")
def weak(said: Said, case: Case, see: See) -> None:
    true, told = truth.actions(case.bundle, "recommendations"), values(said, case, "actions")
    see.number("known", told["known"], true["known"])
    see.number("firm", told["firm"], true["firm"])


@checks("munro/recommendation-shows", "munro/recommendation-and-gain-apart")
def shows(said: Said, case: Case, see: See) -> None:
    """When an action that answers it was done, and whether that was before the gain began, as far as can be told."""
    told = values(said, case, "path")
    true = next(one for one in truth.paths(case.bundle) if one["recommendation"] == told["recommendation"])
    done = [day for row in true["_done"] if (day := row.day("done_on"))]
    low, high = span(case, told["indicator"])
    named = [_day(text) for text in days(told["order"])]
    see.claim(bool(named) and named[0] in done, f"{named} is none of the days {done}")
    if named:
        order = _order(named[0], low, high)
        for words, holds in (
            ("before that, and no other between", order == "before" and not any(low <= day <= high for day in done)),
            ("within that time", order == "within"),
            ("and after that", order == "after" and named[0] == min(done)),
            ("before that", order == "before"),
        ):
            if words in told["order"]:
                see.order(holds, f"{named[0]} is {order} the time from {low} to {high} in which it began")
                break
    if said.about.endswith("/recommendation-shows"):
        see.order(any(day <= high for day in done), "it began before anything was done")


def _day(text: str) -> date:
    """A day as it is written out, `3 May 2024`."""
    number, name, year = text.split()
    return date(int(year), MONTHS.index(name) + 1, int(number))


def _order(day: date, low: date, high: date) -> str:
    return "before" if day < low else "after" if day > high else "within"


def span(case: Case, indicator: str) -> tuple[date, date]:
    """From when to when the result says that an indicator began to move: first and last day."""
    told = case.signals("trajectory", indicator=indicator)[0].fields
    low = date.fromisoformat(told.get("onset_low", told["onset"]))
    latest = date.fromisoformat(told.get("onset_latest", told.get("onset_high", told["onset"])))
    ends = [row.day("period_end") for row in case.bundle.rows("indicators") if row["indicator"] == indicator]
    return low, min((day for day in ends if day and day >= latest), default=latest)


@checks("signal/recommendation-path")
def path(said: Said, case: Case, see: See) -> None:
    name = said.fields["recommendation"]
    true = next(one for one in truth.paths(case.bundle) if one["recommendation"] == name)
    effects = ("effect", "done_on", "began", "order", "chance", "gains_among", "as_near", "chance_among", "false_share")
    see.fields(true, skip=(*effects, "looked_on"))
    see.cites([true["_row"], *true["_actions"], *true["_every_status"]])
    see.day("made on", days(said.says)[0], true["_row"].day("made_on"))
    see.claim(true["stage"] in said.says, f"does not say the stage {true['stage']}")
    if true["claimed"] != true["stage"]:
        last = [{"status": "made"}, *sorted(true["_statuses"], key=lambda one: one["on"][:10])][-1]["status"]
        see.claim(f"(its tracker says {last})" in said.says, f"does not say that its tracker says {last}")
    _followed(said.fields, true, case, see)


def _followed(told: Mapping[str, Any], true: dict[str, Any], case: Case, see: See) -> None:
    if "done_on" in told:
        done = [row["done_on"][:10] for row in true["_done"]]
        see.claim(told["done_on"] in done, f"{told['done_on']} is none of the days {done}")
    if told.get("effect") in ("followed", "same-time", "gain-came-first"):
        low, high = span(case, told["indicator"])
        order = _order(date.fromisoformat(told["done_on"]), low, high)
        wanted = {"followed": "before", "same-time": "within", "gain-came-first": "after"}[told["effect"]]
        see.order(order == wanted, f"{told['done_on']} is {order} the time from {low} to {high} in which it began")
    if "chance" in told:
        see.claim(0 <= told["chance"] <= 1, f"{told['chance']} is no probability")
        see.order(1 <= told["as_near"] <= told["gains_among"], "more are as near than there are gains")
        see.number("chance_among", told["chance_among"], told["gains_among"] * told["chance"], 0.051)
    if "looked_on" in told:
        see.same("looked on", told["looked_on"], str(true["_looked"]))
        see.claim(true["_verified"], "nobody who does not own it is said to have looked")


@checks("munro/recommendation-lasts")
def lasts(said: Said, case: Case, see: See) -> None:
    spoken = case.spoken(said)
    name = spoken["shows.recommendation"]
    true = next(one for one in truth.paths(case.bundle) if one["recommendation"] == name)
    see.claim(true["_verified"], "nobody who does not own it has looked")
    if "path.looked_on" in spoken:
        looked = _day(spoken["path.looked_on"])
        see.day("looked on", str(looked), true["_looked"])
        low, _ = span(case, true["indicator"])
        see.order(looked >= low, f"it was looked at on {looked}, and began from {low} on")


@checks("munro/recommendation-without-effect")
def without_effect(said: Said, case: Case, see: See) -> None:
    told = values(said, case, "path")
    true = next(one for one in truth.paths(case.bundle) if one["recommendation"] == told["recommendation"])
    see.claim(true["_acted"], "no action of it is done")
    call = case.signals("trajectory", indicator=told["indicator"])[0].fields["call"]
    see.none(call == "no-change", f"its measure is called {call}")
    see.same("indicator", told["indicator"], true["indicator"])
