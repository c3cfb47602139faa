"""What reviews, recommendations, promises, leaders' records and self-evaluations come to, counted from their rows."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any

from tests.truth.bundle import Bundle, Row
from tests.truth.counted import OLD, by, change, inside, last, of, share

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
    some = [
        row
        for row in bundle.rows("case-reviews")
        if inside(row.day("reviewed_on"), bundle) and went in ("any", row["went"])
    ]
    actions = {row["id"]: bundle.within(row, "actions") for row in some}
    levels = [action["level"] for row in some for action in actions[row["id"]]]
    acted = [row for row in some if any(by(action.day("done_on"), bundle) for action in actions[row["id"]])]
    told = [row for row in some if row.flag("front_line_took_part") is not None]
    families = [row for row in some if row.flag("family_took_part") is not None]
    alone = [row for row in some if row["learned"] and row not in acted]
    person = sum(level in PERSON for level in levels)
    return {
        "went": went,
        "reviews": len(some),
        "systems_share": _systems(some),
        "individual": sum(row["approach"] == "individual" for row in some),
        "front_line_share": share(told, lambda row: bool(row.flag("front_line_took_part"))),
        "without_front_line": sum(row.flag("front_line_took_part") is False for row in told),
        "family_share": share(families, lambda row: bool(row.flag("family_took_part"))),
        "actions": len(levels),
        "system_action_share": of(sum(level in SYSTEM for level in levels), len(levels)),
        "procedure_action_share": of(levels.count("procedure"), len(levels)),
        "procedure_actions": levels.count("procedure"),
        "person_action_share": of(person, len(levels)),
        "person_actions": person,
        "acted": len(acted),
        "lessons_alone": len(alone),
        "lessons_alone_share": of(len(alone), len(some)),
        "shared": sum(bool(row.many("shared_with")) for row in some),
        "change": change(some, lambda row: row.day("reviewed_on"), _systems, bundle),
        "_told": len(told),
        "_families": len(families),
        "_rows": [*some, *(action for row in some for action in actions[row["id"]])],
    }


def _systems(rows: Sequence[Row]) -> float | None:
    return share(rows, lambda row: row["approach"] == "systems")


@cache
def actions(bundle: Bundle, whose: str) -> dict[str, Any]:
    """How strong the actions are that answer reviews and recommendations, and which are done."""
    kinds = {"reviews": (("case-reviews", "reviewed_on"),), "recommendations": (("recommendations", "made_on"),)}
    both = (*kinds["reviews"], *kinds["recommendations"])
    dated: list[tuple[Row, date | None]] = []
    for kind, day in kinds.get(whose, both):
        for record in bundle.rows(kind):
            dated += [(action, record.day(day)) for action in bundle.within(record, "actions")]
    every = [action for action, _ in dated]
    on = {id(action): day for action, day in dated}
    known = [action for action in every if action["strength"]]
    firm = [action for action in known if action["strength"] in FIRM]
    done = [action for action in every if by(action.day("done_on"), bundle)]
    ever = [action for action in every if action.day("done_on")]
    due = [action for action in every if (day := action.day("due_on")) and day <= last(bundle)]
    late = [action for action in due if not by(action.day("done_on"), bundle)]
    return {
        "of": whose,
        "actions": len(every),
        "known": len(known),
        "firm": len(firm),
        "weak": len(known) - len(firm),
        "stronger": sum(action["strength"] == "stronger" for action in known),
        "firm_share": of(len(firm), len(known)),
        "done": len(done),
        "firm_done": sum(by(action.day("done_on"), bundle) for action in firm),
        "overdue": len(late),
        "overdue_share": of(len(late), len(due)),
        "since_notification_share": of(len(ever) - len(done), len(ever)) if bundle.announced else None,
        "change": change(
            known, lambda action: on[id(action)], lambda some: share(some, lambda one: one["strength"] in FIRM), bundle
        ),
        "_rows": every,
    }


@cache
def condition(bundle: Bundle, which: str) -> dict[str, Any]:
    """In how many reviews a condition was looked for, found, and followed by something."""
    some = [row for row in bundle.rows("case-reviews") if inside(row.day("reviewed_on"), bundle)]
    factors = [factor for row in some for factor in bundle.within(row, "factors") if factor["condition"] == which]
    looked = [factor for factor in factors if factor["found"] in ("present", "absent")]
    present = [factor for factor in looked if factor["found"] == "present"]
    tracked = [
        factor
        for factor in present
        if factor["tracked_by"] and (factor.day("tracked_since") is None or by(factor.day("tracked_since"), bundle))
    ]
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
        "indicator": following[0] if following else None,
        "_rows": factors or some,
    }


@cache
def promises(bundle: Bundle, which: str) -> dict[str, Any]:
    """What agencies promised one another, and what was kept."""
    made = [
        row
        for row in bundle.rows("partnership")
        if by(row.day("made_on"), bundle) and (which == "all" or row.flag("joint") is True)
    ]
    due = [row for row in made if (day := row.day("due_on")) and day <= last(bundle)]
    known = [row for row in made if row.flag("joint") is not None]

    def kept(row: Row) -> bool:
        return by(row.day("met_on"), bundle) and row["partner_says"] not in ("partly-kept", "not-kept")

    held = sum(kept(row) for row in due)
    return {
        "of": which,
        "made": len(made),
        "agencies": len({row[side] for row in made for side in ("from_agency", "to_agency")}),
        "due": len(due),
        "kept": held,
        "unkept": len(due) - held,
        "kept_share": of(held, len(due)),
        "in_time_share": share(due, lambda row: kept(row) and _before(row.day("met_on"), row.day("due_on"))),
        "joint_share": share(known, lambda row: bool(row.flag("joint"))),
        "alone": sum(row.flag("joint") is False for row in known),
        "measured_share": share(made, lambda row: bool(row["agreed_measure"])),
        "spoke_share": share(due, lambda row: bool(row["partner_says"])),
        "unspoken": sum(not row["partner_says"] for row in due),
        "disputed": sum(
            by(row.day("met_on"), bundle) and row["partner_says"] in ("partly-kept", "not-kept") for row in made
        ),
        "change": change(due, lambda row: row.day("due_on"), lambda some: share(some, kept), bundle),
        "_known": len(known),
        "_rows": made,
    }


def _before(day: date | None, other: date | None) -> bool:
    return day is not None and other is not None and day <= other


@cache
def hours(bundle: Bundle) -> dict[str, Any]:
    """Where leaders' time goes."""
    known = [row for row in bundle.rows("leadership") if by(row.day("period_end"), bundle) and _all_hours(row) > 0]
    leaders = {row["leader"] for row in known}
    answered = {row["leader"] for row in known if row["accounts_to"] and by(row.day("accounted_on"), bundle)}
    total = sum(_all_hours(row) for row in known)
    improving = sum(row.number_of("hours_improving") or 0 for row in known)
    overseeing = sum(row.number_of("hours_overseeing") or 0 for row in known)
    ahead = [_ahead(row) for row in known]
    return {
        "leaders": len(leaders),
        "periods": len(known),
        "improving_share": of(improving, total),
        "overseeing_share": of(overseeing, total),
        "both_share": of(improving + overseeing, total),
        "change": change(
            known,
            lambda row: row.day("period_end"),
            lambda some: of(sum(map(_ahead, some)), sum(map(_all_hours, some))),
            bundle,
        ),
        "steady_share": of(sum(one > 0 for one in ahead), len(ahead)),
        "today_only": sum(one == 0 for one in ahead),
        "accounted_share": of(len(answered), len(leaders)),
        "_accounted": len(answered),
        "_stated": len({row["leader"] for row in known if row["accounts_to"] or row["accounted_on"]}),
        "_rows": known,
    }


def _ahead(row: Row) -> float:
    return (row.number_of("hours_improving") or 0) + (row.number_of("hours_overseeing") or 0)


def _all_hours(row: Row) -> float:
    return (row.number_of("hours_delivering") or 0) + _ahead(row)


@cache
def questions(bundle: Bundle) -> dict[str, Any]:
    """The eight questions: answered, looked at again, acted upon."""
    every = bundle.rows("leadership", "questions")
    leaders = {row["leader"] for row in every} | {row["leader"] for row in bundle.rows("leadership")}
    answered = {(row["leader"], row["question"]): row for row in every if by(row.day("answered_on"), bundle)}
    reviewed = [
        row
        for row in answered.values()
        if by(row.day("reviewed_on"), bundle) and row["reviewed_on"][:10] > row["answered_on"][:10]
    ]
    acted = [row for row in answered.values() if by(row.day("acted_on"), bundle)]
    ever = sum(row.day("answered_on") is not None for row in every)
    return {
        "leaders": len(leaders),
        "answered_share": of(len(answered), QUESTIONS * len(leaders)),
        "reviewed_share": of(len(reviewed), len(answered)),
        "acted_share": of(len(acted), len(answered)),
        "not_acted": len(answered) - len(acted),
        "all_eight": sum(sum(leader == one for one, _ in answered) == QUESTIONS for leader in leaders),
        "since_notification_share": of(ever - len(answered), ever) if bundle.announced else None,
        "_rows": every,
    }


ORDER = ("made", "accepted", "acted", "measured", "verified", "lasting")


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
    another = bool(row["verified_by"]) and row["verified_by"] not in row.many("owners")
    verified = measured and another and by(row.day("verified_on"), bundle)
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
        "idle_months": idle // 30,
        "owners": len(row.many("owners")),
        "strength": next((one for one in ("stronger", "intermediate", "weaker") if one in strengths), "unstated"),
        "indicator": row["indicator"] if row["indicator"] in registered else None,
        "_acted": bool(done),
        "_measured": measured,
        "_verified": verified,
        "_row": row,
        "_done": done,
        "_statuses": statuses,
        "_every_status": bundle.within(row, "statuses"),
        "_actions": bundle.within(row, "actions"),
    }


@cache
def flow(bundle: Bundle, source: str) -> dict[str, Any]:
    """What became of the recommendations of one source, or of all."""
    some = [one for one in paths(bundle) if source in ("all", one["source"])]
    stages = [one["stage"] for one in some]
    open_to = len(some) - stages.count("rejected")
    acted = sum(one["_acted"] for one in some)
    checked = sum(one["_verified"] for one in some)
    statuses = [status for one in some for status in one["_every_status"]]
    since = sum(not by(status.day("on"), bundle) for status in statuses)
    return {
        "source": source,
        "words": {"all": "any source", "munro": "the Munro Review"}.get(source, source.replace("-", " ")),
        "made": len(some),
        "acted": acted,
        "acted_share": of(sum(one["_acted"] and one["stage"] != "rejected" for one in some), open_to),
        "unacted": sum(not one["_acted"] and one["stage"] != "rejected" for one in some),
        "measured": sum(one["_measured"] for one in some),
        "verified": checked,
        "lasting": stages.count("lasting"),
        "verified_share": of(checked, acted),
        "stuck": stages.count("stuck"),
        "stuck_share": of(stages.count("stuck"), open_to),
        "on_paper": sum(one["on_paper"] for one in some),
        "joint": sum(one["owners"] > 1 for one in some),
        "since_notification_share": of(since, len(statuses)) if bundle.announced else None,
        "_rows": [row for one in some for row in (one["_row"], *one["_actions"], *one["_every_status"])],
    }


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
        "_rows": [*said, *claims],
    }
