"""What reviews, recommendations, promises, leaders' records and self-evaluations come to, counted from their rows."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from typing import Any

from tests.truth.bundle import Bundle, Row
from tests.truth.counted import (
    OLD,
    announced,
    apart,
    by,
    change,
    last,
    of,
    only_since,
    share,
    why_no_review,
    why_not,
    why_too_late,
)  # fmt: skip

SYSTEM = ("task", "tool", "workload", "environment", "staffing", "joint-working", "measure")
PERSON = ("individual", "training")
FIRM = ("stronger", "intermediate")
QUESTIONS = 8
CONDITIONS = {
    "caseload": "too high a caseload",
    "lengthy-investigation": "investigations that take too long",
    "hostility-between-agencies": "hostility between agencies",
    "procedures-at-odds": "procedures at odds with guidance",
    "absent-supervision": "supervision that does not take place",
    "nobody-to-share-with": "nobody to share a worry with",
    "unclear-accountability": "unclear who answers for what",
    "written-records": "gaps in written records",
    "children-at-immediate-risk": "children at immediate risk who were not noticed",
}


@cache
def reviews(bundle: Bundle, went: str) -> dict[str, Any]:
    """What followed the case reviews of the period."""
    every = [row for row in bundle.rows("case-reviews") if went in ("any", row["went"])]
    some, aside = apart(every, lambda row: why_no_review(row, bundle))
    actions = {row["id"]: bundle.within(row, "actions") for row in some}
    levels = [action["level"] for row in some for action in actions[row["id"]]]
    acted = [row for row in some if any(by(action.day("done_on"), bundle) for action in actions[row["id"]])]
    told = [flag for row in some if (flag := row.flag("front_line_took_part")) is not None]
    families = [flag for row in some if (flag := row.flag("family_took_part")) is not None]
    alone = [row for row in some if row["learned"] and row not in acted]
    since = [row for row in alone if any(only_since(action.day("done_on"), bundle) for action in actions[row["id"]])]
    person, system = sum(level in PERSON for level in levels), sum(level in SYSTEM for level in levels)
    return {
        "went": went,
        "until": last(bundle),
        "reviews": len(some),
        "well_recorded": sum(row["went"] != "badly" for row in every) if went == "any" else None,
        "systems": sum(row["approach"] == "systems" for row in some),
        "systems_share": _systems(some),
        "individual": sum(row["approach"] == "individual" for row in some),
        "front_line_said": len(told),
        "front_line": sum(told),
        "front_line_share": of(sum(told), len(told)),
        "without_front_line": len(told) - sum(told),
        "family_said": len(families),
        "family": sum(families),
        "family_share": of(sum(families), len(families)),
        "actions": len(levels),
        "system_actions": system,
        "system_action_share": of(system, len(levels)),
        "procedure_action_share": of(levels.count("procedure"), len(levels)),
        "procedure_actions": levels.count("procedure"),
        "person_action_share": of(person, len(levels)),
        "person_actions": person,
        "acted": len(acted),
        "lessons_alone": len(alone),
        "lessons_alone_share": of(len(alone), len(some)),
        "acted_since": len(since),
        "shared": sum(bool(row.many("shared_with")) for row in some),
        "change": change(some, lambda row: row.day("reviewed_on"), _systems, bundle),
        "_rows": [*some, *(action for row in some for action in actions[row["id"]])],
        **aside,
    }


def _systems(rows: Sequence[Row]) -> float | None:
    return share(rows, lambda row: row["approach"] == "systems")


@cache
def actions(bundle: Bundle, whose: str) -> dict[str, Any]:
    """How strong the actions are that answer reviews and recommendations, and which are done."""
    kinds = {"reviews": (("case-reviews", "reviewed_on"),), "recommendations": (("recommendations", "made_on"),)}
    on: dict[Row, date | None] = {}
    for kind, day in kinds.get(whose, (*kinds["reviews"], *kinds["recommendations"])):
        for record in bundle.rows(kind):
            on.update((action, record.day(day)) for action in bundle.within(record, "actions"))
    every, aside = apart(on, lambda action: why_too_late(on[action], bundle))
    known = [action for action in every if action["strength"]]
    firm = [action for action in known if action["strength"] in FIRM]
    done = [action for action in every if by(action.day("done_on"), bundle)]
    since = [action for action in every if only_since(action.day("done_on"), bundle)]
    due = [action for action in every if (day := action.day("due_on")) and day <= last(bundle)]
    late = [action for action in due if not by(action.day("done_on"), bundle)]
    told = sum(announced(action.day("done_on"), bundle) for action in every)
    return {
        "of": whose,
        "until": last(bundle),
        "actions": len(every),
        "known": len(known),
        "firm": len(firm),
        "weak": len(known) - len(firm),
        "stronger": sum(action["strength"] == "stronger" for action in known),
        "firm_share": of(len(firm), len(known)),
        "done": len(done),
        "done_since": len(since),
        "firm_done": sum(action["strength"] in FIRM for action in done),
        "due": len(due),
        "overdue": len(late),
        "overdue_share": of(len(late), len(due)),
        "overdue_since": sum(action.day("done_on") is not None for action in late),
        "since_notification_share": of(told, len(done) + len(since)),
        "change": change(known, lambda action: on[action], _firm, bundle),
        "_rows": every,
        **aside,
    }


def _firm(rows: Sequence[Row]) -> float | None:
    return share(rows, lambda row: row["strength"] in FIRM)


@cache
def condition(bundle: Bundle, which: str) -> dict[str, Any]:
    """In how many reviews a condition was looked for, found, and followed by something."""
    some, aside = apart(bundle.rows("case-reviews"), lambda row: why_no_review(row, bundle))
    factors = [factor for row in some for factor in bundle.within(row, "factors") if factor["condition"] == which]
    looked = [factor for factor in factors if factor["found"] != "not-looked-for"]
    present = [factor for factor in looked if factor["found"] != "absent"]
    followed = [factor for factor in present if factor["tracked_by"]]
    late = [factor for factor in followed if only_since(factor.day("tracked_since"), bundle)]
    tracked = [factor for factor in followed if factor not in late]
    registered = {row["indicator"] for row in bundle.rows("indicator-register")}
    following = sorted({factor["tracked_by"] for factor in tracked} & registered)
    state = (
        "present-tracked" if tracked else "present-untracked" if present else "absent" if looked else "not-looked-for"
    )
    return {
        "condition": which,
        "words": CONDITIONS[which],
        "state": state,
        "reviews": len(some),
        "looked_for": len({factor.parent for factor in looked}),
        "present": len({factor.parent for factor in present}),
        "tracked": len({factor.parent for factor in tracked}),
        "tracked_since_then": len({factor.parent for factor in late} - {factor.parent for factor in tracked}),
        "found_from": _first_month([row for row in some if row["id"] in {factor.parent for factor in present}]),
        "indicator": following[0] if following else None,
        "_stated": len({factor.parent for factor in factors}),
        "_rows": factors or some,
        **aside,
    }


def _first_month(reviews: Sequence[Row]) -> date | None:
    days = [day for row in reviews if (day := row.day("reviewed_on"))]
    return min(days).replace(day=1) if days else None


DISPUTED = ("partly-kept", "not-kept")


@cache
def promises(bundle: Bundle, which: str) -> dict[str, Any]:
    """What agencies promised one another, and what was kept."""
    every = [row for row in bundle.rows("partnership") if which == "all" or row.flag("joint") is True]
    made, aside = apart(every, lambda row: why_too_late(row.day("made_on"), bundle))
    due = [row for row in made if (day := row.day("due_on")) and day <= last(bundle)]
    known = [flag for row in made if (flag := row.flag("joint")) is not None]
    dated = [row for row in due if not (row.day("met_on") is None and row["partner_says"] == "kept")]

    def kept(row: Row) -> bool:
        return by(row.day("met_on"), bundle) and row["partner_says"] not in DISPUTED

    held = sum(kept(row) for row in dated)
    spoke = sum(bool(row["partner_says"]) and of_another(bundle, row) for row in due)
    measured = sum(bool(row["agreed_measure"]) for row in made)
    return {
        "of": which,
        "until": last(bundle),
        "made": len(made),
        "agencies": len({row[side] for row in made for side in ("from_agency", "to_agency")}),
        "due": len(due),
        "without_due": sum(row.day("due_on") is None for row in made),
        "kept": held,
        "kept_undated": len(due) - len(dated),
        "unkept": len(dated) - held,
        "met_since": sum(only_since(row.day("met_on"), bundle) for row in dated if not kept(row)),
        "kept_share": of(held, len(dated)),
        "in_time_share": share(dated, lambda row: kept(row) and _before(row.day("met_on"), row.day("due_on"))),
        "joint_known": len(known),
        "joint_held": sum(known),
        "joint_share": of(sum(known), len(known)),
        "alone": len(known) - sum(known),
        "measured": measured,
        "measured_share": of(measured, len(made)),
        "spoke": spoke,
        "spoke_share": of(spoke, len(due)),
        "unspoken": len(due) - spoke,
        "disputed": sum(by(row.day("met_on"), bundle) and row["partner_says"] in DISPUTED for row in made),
        "disputed_recorded": sum(
            bool(row.day("met_on")) and row["partner_says"] in DISPUTED for row in bundle.rows("partnership")
        ),
        "change": change(dated, lambda row: row.day("due_on"), lambda some: share(some, kept), bundle),
        "_known": len(known),
        "_rows": made,
        **aside,
    }


def _before(day: date | None, other: date | None) -> bool:
    return day is not None and other is not None and day <= other


HOURS = ("hours_delivering", "hours_improving", "hours_overseeing")


@cache
def hours(bundle: Bundle) -> dict[str, Any]:
    """Where leaders' time goes."""

    def why(row: Row) -> str:
        spent = [row.number_of(field) for field in HOURS]
        return why_not(row.day("period_end"), bundle) or ("unstated" if None in spent or not any(spent) else "")

    known, aside = apart(bundle.rows("leadership"), why)
    leaders = {row["leader"] for row in known}
    answered = {row["leader"] for row in known if row["accounts_to"] and by(row.day("accounted_on"), bundle)}
    since = {row["leader"] for row in bundle.rows("leadership") if only_since(row.day("accounted_on"), bundle)}
    total = sum(map(_all_hours, known))
    improving, overseeing = (sum(row.number_of(field) or 0 for row in known) for field in HOURS[1:])
    moved = change(known, lambda row: row.day("period_end"), _ahead_share, bundle)
    ahead = [_ahead(row) for row in known]
    return {
        "until": last(bundle),
        "leaders": len(leaders),
        "periods": len(known),
        "improving_share": of(improving, total),
        "overseeing_share": of(overseeing, total),
        "both_share": of(improving + overseeing, total),
        "change": moved,
        "change_points": None if moved is None else round(100 * abs(moved)),
        "steady_share": of(sum(one > 0 for one in ahead), len(ahead)),
        "today_only": sum(one == 0 for one in ahead),
        "accountable": len({row["leader"] for row in known if row["accounts_to"]}),
        "accounted": len(answered),
        "accounted_since": len((since & leaders) - answered),
        "accounted_recorded": len({row["leader"] for row in bundle.rows("leadership") if row.day("accounted_on")}),
        "accounted_share": of(len(answered), len(leaders)),
        "_stated": len({row["leader"] for row in known if row["accounts_to"] or row["accounted_on"]}),
        "_rows": known,
        **aside,
    }


def _ahead_share(rows: Sequence[Row]) -> float | None:
    return of(sum(map(_ahead, rows)), sum(map(_all_hours, rows)))


def _ahead(row: Row) -> float:
    return (row.number_of("hours_improving") or 0) + (row.number_of("hours_overseeing") or 0)


def _all_hours(row: Row) -> float:
    return (row.number_of("hours_delivering") or 0) + _ahead(row)


@cache
def questions(bundle: Bundle) -> dict[str, Any]:
    """The eight questions: answered, looked at again, acted upon."""
    every = bundle.rows("leadership", "questions")
    counted, aside = apart(
        every, lambda row: why_too_late(day, bundle) if (day := row.day("answered_on")) else "undated"
    )
    leaders = {row["leader"] for row in every} | {row["leader"] for row in bundle.rows("leadership")}
    answered = {(row["leader"], row["question"]): row for row in counted}
    reviewed = [
        row
        for row in answered.values()
        if by(row.day("reviewed_on"), bundle) and row["reviewed_on"][:10] > row["answered_on"][:10]
    ]
    acted = [row for row in answered.values() if by(row.day("acted_on"), bundle)]
    since = sum(announced(row.day("answered_on"), bundle) for row in every)
    return {
        "until": last(bundle),
        "leaders": len(leaders),
        "answers": len(counted),
        "questions": QUESTIONS * len(leaders),
        "answered": len(answered),
        "answered_share": of(len(answered), QUESTIONS * len(leaders)),
        "reviewed": len(reviewed),
        "reviewed_share": of(len(reviewed), len(answered)),
        "acted": len(acted),
        "acted_share": of(len(acted), len(answered)),
        "not_acted": len(answered) - len(acted),
        "acted_since": sum(only_since(row.day("acted_on"), bundle) for row in answered.values()),
        "all_eight": sum(sum(leader == one for one, _ in answered) == QUESTIONS for leader in leaders),
        "answered_since": since,
        "since_notification_share": of(since, since + len(counted)),
        "since_when": bundle.since_when,
        "_rows": every,
        **aside,
    }


ORDER = ("made", "accepted", "acted", "measured", "verified", "lasting")


def of_another(bundle: Bundle, row: Row) -> bool:
    """Whether a row stands in a file that another body gave and sealed."""
    return any(one["path"] == row.file and one.get("sealed_in") for one in bundle.manifest["resources"])


def looked_again(bundle: Bundle, field: str, name: str) -> list[Row]:
    """The records of other bodies that looked at something, and gave and sealed what they found; none where few agreed in one."""
    sealed = {one["path"]: one.get("submitted_by", "") for one in bundle.manifest["resources"] if one.get("sealed_in")}
    every = [row for row in bundle.rows("verifications") if row[field] == name]
    if any(10 * int(row["agreed"]) < 9 * int(row["looked_at"]) for row in every):
        return []
    least = 1 if field == "recommendation" else 5
    return [
        row
        for row in every
        if sealed.get(row.file, "").casefold() == row["verified_by"].casefold() and int(row["looked_at"]) >= least
    ]


@cache
def paths(bundle: Bundle) -> list[dict[str, Any]]:
    """How far each recommendation made by the last day that counts has come."""
    return [_path(row, bundle) for row in bundle.rows("recommendations") if by(row.day("made_on"), bundle)]


def _path(row: Row, bundle: Bundle) -> dict[str, Any]:
    statuses = [one for one in bundle.within(row, "statuses") if by(one.day("on"), bundle)]
    statuses.sort(key=lambda one: one["on"][:10])
    done = [action for action in bundle.within(row, "actions") if by(action.day("done_on"), bundle)]
    word = statuses[-1]["status"] if statuses else "made"
    claimed = {"started": "accepted", "done": "acted"}.get(word, word)
    named = {one["status"] for one in statuses}
    measured = bool(done and row["indicator"] and named & {"measured", "verified", "lasting"})
    seen = looked_again(bundle, "recommendation", row["id"])
    seen = [one for one in seen if one["verified_by"].casefold() not in {who.casefold() for who in row.many("owners")}]
    looked = seen[0].day("looked_on") if seen else None
    verified = measured and by(looked, bundle)
    touched = [
        day
        for day in (row.day("made_on"), *(one.day("on") for one in statuses), *(one.day("done_on") for one in done))
        if day
    ]
    idle = (last(bundle) - max(touched)).days
    if claimed in ("rejected", "dropped", "stuck"):
        stage = claimed
    elif verified:
        stage = "lasting" if claimed == "lasting" else "verified"
    elif measured:
        stage = "measured"
    elif done:
        stage = "acted"
    elif idle >= OLD:
        stage = "stuck"
    else:
        stage = "accepted" if statuses and claimed != "made" else "made"
    strengths = {action["strength"] for action in bundle.within(row, "actions")}
    registered = {one["indicator"] for one in bundle.rows("indicator-register")}
    return {
        "recommendation": row["id"],
        "source": row["source"],
        "claimed": claimed,
        "stage": stage,
        "on_paper": claimed in ORDER[2:] and not done,
        "idle_months": max(0, _months(max(touched), last(bundle))),
        "owners": len(row.many("owners")),
        "strength": next((one for one in ("stronger", "intermediate", "weaker") if one in strengths), "unstated"),
        "indicator": row["indicator"] if row["indicator"] in registered else None,
        "_acted": bool(done),
        "_measured": measured,
        "_verified": verified,
        "_looked": looked,
        "_row": row,
        "_done": done,
        "_statuses": statuses,
        "_every_status": bundle.within(row, "statuses"),
        "_actions": bundle.within(row, "actions"),
    }


def _months(start: date, end: date) -> int:
    """Whole months from a day to the end of another."""
    after = end + timedelta(days=1)
    return 12 * (after.year - start.year) + after.month - start.month - (after.day < start.day)


@cache
def flow(bundle: Bundle, source: str) -> dict[str, Any]:
    """What became of the recommendations of one source, or of all."""
    every = [row for row in bundle.rows("recommendations") if source in ("all", row["source"])]
    _, aside = apart(every, lambda row: why_too_late(row.day("made_on"), bundle))
    some = [one for one in paths(bundle) if source in ("all", one["source"])]
    stages = [one["stage"] for one in some]
    open_to = [one for one in some if one["stage"] != "rejected"]
    acted = sum(one["_acted"] for one in open_to)
    checked = sum(one["_verified"] for one in open_to)
    statuses = [status for one in some for status in one["_every_status"]]
    since = sum(not by(status.day("on"), bundle) for status in statuses)
    paper = [one for one in some if one["on_paper"]]
    return {
        "source": source,
        "words": {"all": "any source", "munro": "the Munro Review", "other": "other sources"}.get(
            source, source.replace("-", " ")
        ),
        "until": last(bundle),
        "made": len(some),
        "rejected": len(some) - len(open_to),
        "acted": acted,
        "acted_since": sum(_later(one, bundle) for one in open_to),
        "acted_share": of(acted, len(open_to)),
        "unacted": len(open_to) - acted,
        "measured": sum(one["_measured"] for one in open_to),
        "verified": checked,
        "looked": sum(_looked(one, bundle) for one in open_to),
        "lasting": stages.count("lasting"),
        "verified_share": of(checked, acted),
        "stuck": stages.count("stuck"),
        "stuck_share": of(stages.count("stuck"), len(open_to)),
        "on_paper": len(paper),
        "on_paper_since": sum(_later(one, bundle) for one in paper),
        "joint": sum(one["owners"] > 1 for one in some),
        "since_notification_share": of(since, len(statuses)),
        "since_when": bundle.since_when,
        "_rows": [row for one in some for row in (one["_row"], *one["_actions"], *one["_every_status"])],
        **aside,
    }


def _later(path: dict[str, Any], bundle: Bundle) -> bool:
    return not path["_acted"] and any(only_since(row.day("done_on"), bundle) for row in path["_actions"])


def _looked(path: dict[str, Any], bundle: Bundle) -> bool:
    return by(path["_looked"], bundle)


@cache
def statements(bundle: Bundle) -> dict[str, Any]:
    """What an authority says of itself, as far as its own words go."""
    said = bundle.rows("self-evaluation")
    claims = bundle.rows("self-evaluation", "claims")
    registered = {row["indicator"] for row in bundle.rows("indicator-register")}
    bad = sum(row["direction"] != "better" for row in claims)
    return {
        "statements": len(said),
        "known_share": share(said, lambda row: bool(row["how_we_know"])),
        "next_share": share(said, lambda row: bool(row["what_next"])),
        "claims": len(claims),
        "backed_share": share(claims, lambda row: row["indicator"] in registered or bool(row.many("evidence"))),
        "bad_news": bad,
        "bad_news_share": of(bad, len(claims)),
        "bad_news_open": sum(row["direction"] != "better" and not row["indicator"] for row in claims),
        "_rows": [*said, *claims],
    }
