"""What people said and what came of it, what is claimed beside the figures, and what became of each recommendation."""

from collections.abc import Mapping, Sequence
from typing import TypedDict

from inspector.report import people
from inspector.report.document.shape import Document
from inspector.report.document.shape import told as shapes
from inspector.report.html.days import day, span
from inspector.report.html.names import Anchors
from inspector.report.html.titles import named
from inspector.report.places import places
from inspector.report.wording import Words, counted, fill, listed


class Voice(TypedDict):
    """One voice: the words, about what and of how many, what came of it."""

    id: str
    said: str
    about: str
    came: list[str]
    told: str
    rows: str


class Group(TypedDict):
    """The voices of one group."""

    group: str
    title: str
    voices: list[Voice]


class Claim(TypedDict):
    """A claim beside what the figures say."""

    id: str
    name: str
    says: str
    area: str
    found: str
    outcome: str
    short: str
    to: str


class Rec(TypedDict):
    """A recommendation with its actions and where it stood when."""

    id: str
    name: str
    says: str
    notes: list[str]
    measure: str
    to: str
    actions: list[str]
    now: str
    became: str
    since: str
    notes_now: list[str]
    history: str
    rows: str


def voices(document: Document, t: Words) -> list[Group]:
    """The voices by group, children first."""
    told, words = document.get("told"), t["voices"]
    every = list(enumerate(told["voices"], 1)) if told else []
    groups: list[Group] = [
        {
            "group": group,
            "title": title,
            "voices": [_voice(v, f"voice-{n}", words, t) for n, v in every if v["group"] == group],
        }
        for group, title in people.groups(document, words).items()
    ]
    return [group for group in groups if group["voices"]]


def _voice(one: shapes.Voice, id: str, words: Words, t: Words) -> Voice:
    many = [counted(words["people"], one["people"])] if one["people"] is not None else []
    return {
        "id": id,
        "said": one["said"] or "",
        "about": ", ".join([one["theme"], *many, span(one["start"], one["end"]), one["voice"]]),
        "came": _came(one, words, t),
        "told": fill(words["told_back"], on=day(one["told_back_on"])) if one["told_back_on"] else words["not_told"],
        "rows": places(one["rows"]),
    }


def _came(one: shapes.Voice, words: Words, t: Words) -> list[str]:
    decisions = t["stories"]["decisions"]
    made = []
    for came in one["came"]:
        said = fill(words["one"], entry=came["entry"], aim=came["aim"])
        if came["before"] or came["aside"]:
            said = f"{said} ({fill(words['aside'], why=came['aside']) if came['aside'] else words['before']})"
        elif came["decided"]:
            decided = decisions[came["decided"]]
            on = came["decided_on"]
            decided = fill(t["stories"]["decision"], decision=decided, on=day(on)) if on else decided
            said = f"{said} ({t['stories']['decided'].lower()} {decided})"
        made.append(said)
    if one["missing"]:
        made.append(counted(words["missing"], len(one["missing"]), ids=listed(one["missing"])))
    return made or [words["none"]]


class Claims(TypedDict):
    """The claims that the figures do not bear out, and those that they do."""

    open: list[Claim]
    borne_out: list[Claim]


def claims(document: Document, at: Anchors, t: Words) -> Claims:
    """Every claim: those that the figures contradict first, those that they bear out apart."""
    told, words = document.get("told"), t["claims"]
    order = ("contradicted", "not-shown", "cannot-tell", "no-figures")
    every = [_claim(one, n, at, words) for n, one in enumerate(told["claims"] if told else (), 1)]
    return {
        "open": sorted(
            (one for one in every if one["outcome"] != "supported"), key=lambda one: order.index(one["outcome"])
        ),
        "borne_out": [one for one in every if one["outcome"] == "supported"],
    }


def _claim(one: shapes.Claim, place: int, at: Anchors, words: Words) -> Claim:
    about = one["indicator"]
    return {
        "id": f"claim-{place}",
        "name": one["claim"],
        "says": one["says"],
        "area": one["area"],
        "found": one["found"],
        "outcome": one["outcome"],
        "short": words["outcomes"].get(one["outcome"], one["outcome"]),
        "to": (at.story.get(about) or at.of(f"indicator/{about}") or "") if about else "",
    }


def recommendations(document: Document, known: Mapping[str, str], at: Anchors, t: Words) -> list[Rec]:
    """Every recommendation, in the order given."""
    told = document.get("told")
    return [_rec(one, known, at, t) for one in (told["recommendations"] if told else ())]


def _rec(one: shapes.Recommendation, known: Mapping[str, str], at: Anchors, t: Words) -> Rec:
    words, tracked = t["recs"], t["tracked"]
    about, last = one["indicator"], one["statuses"][-1] if one["statuses"] else None
    notes = [fill(words["source"], source=one["source"], on=day(one["made_on"]))]
    notes += [fill(words["owners"], owners=listed(one["owners"]))] if one["owners"] else []
    return {
        "id": at.rec[one["recommendation"]],
        "name": one["recommendation"],
        "says": one["says"],
        "notes": notes,
        "measure": fill(words["measure"], title=named(f"indicator/{about}", known)) if about else "",
        "to": at.story.get(about, "") if about else "",
        "actions": [_action(a, words) for a in one["actions"]] or [words["no_action"]],
        "now": tracked.get(last["status"], last["status"]) if last else words["no_status"],
        "since": day(last["on"]) if last else "",
        "became": one["became"],
        "notes_now": [*([last["note"]] if last and last["note"] else []), *_checked(one, words)],
        "history": _history(one["statuses"], tracked),
        "rows": places(one["rows"]),
    }


def _history(statuses: Sequence[shapes.Status], tracked: Words) -> str:
    return "; ".join(f"{tracked.get(one['status'], one['status'])} {day(one['on'])}" for one in statuses)


def _checked(one: shapes.Recommendation, words: Words) -> list[str]:
    if not one["verified_by"]:
        return []
    name = "verified_on" if one["verified_on"] else "verified"
    return [fill(words[name], by=one["verified_by"], on=day(one["verified_on"]))]


def _action(one: shapes.Action, words: Words) -> str:
    if one["done_on"]:
        return fill(words["done"], says=one["says"], on=day(one["done_on"]))
    return (
        fill(words["due"], says=one["says"], on=day(one["due_on"]))
        if one["due_on"]
        else fill(words["open"], says=one["says"])
    )


class Heard(TypedDict):
    """One voice for the first pages."""

    said: str
    who: str
    came: list[str]


def two(document: Document, groups: Sequence[Group]) -> list[Heard]:
    """A voice that something came of and one that nothing came of: children first, and of each the one of most people."""
    told = document.get("told")
    every = {f"voice-{n}": v for n, v in enumerate(told["voices"], 1)} if told else {}
    found = []
    for became in ("changed", "nothing"):
        mine = [
            (group, one)
            for group in groups
            for one in group["voices"]
            if every[one["id"]]["became"] == became and one["said"]
        ]
        if mine:
            group, one = min(mine, key=lambda pair: (groups.index(pair[0]), -(every[pair[1]["id"]]["people"] or 0)))
            found.append({"said": one["said"], "who": f"{group['title']}: {one['about']}", "came": one["came"]})
    return found  # type: ignore[return-value]
