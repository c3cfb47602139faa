"""What is told beside the judgement, in words: worded here once, and laid out by every format.

Texts are those of the document, or of the phrases of a language around them; nothing is judged, counted or left out here.
"""

from collections.abc import Iterable, Mapping
from typing import TypedDict

from inspector.report.document.shape import Document
from inspector.report.document.shape.told import (
    Action,
    CameOfIt,
    Claim,
    Recommendation,
    Status,
    Story,
    Test,
    Voice,
)
from inspector.report.people import groups
from inspector.report.places import places
from inspector.report.wording import Words, counted, fill

FEW = 4
"""So many runs of rows are named of each file."""


class Tried(TypedDict):
    """A test of change: who raised it when, and a line each for what it was for, what was foretold, seen and decided."""

    entry: str
    head: str
    lines: list[str]
    decided: str


class StoryView(TypedDict):
    """A measure that did something. `against` are findings by id with what they say; `doubts` speak against it in words."""

    indicator: str
    title: str
    call: str
    says: str
    tests: list[Tried]
    counts: str
    recommended: str
    against: list[tuple[str, str]]
    doubts: list[str]
    rows: str


class RecommendationView(TypedDict):
    """A recommendation with what became of it, its actions and where it stood when."""

    recommendation: str
    says: str
    head: str
    became: str
    actions: list[str]
    statuses: list[str]
    rows: str


class VoiceView(TypedDict):
    """What a group said; `who` and when, and what came of it."""

    voice: str
    who: str
    said: str
    came: list[str]
    rows: str


class ClaimView(TypedDict):
    """A claim of the self-evaluation, and what the figures say of it."""

    claim: str
    says: str
    outcome: str
    found: str
    findings: list[str]
    rows: str


class ToldView(TypedDict):
    """Everything that is told."""

    stories: list[StoryView]
    recommendations: list[RecommendationView]
    voices: list[VoiceView]
    claims: list[ClaimView]


def told_view(document: Document, t: Words) -> ToldView | None:
    """What is told in a document, in the words of a language; None for results stored before anything was."""
    if "told" not in document:
        return None
    told, words = document["told"], t["told"]
    said = {one["id"]: one["says"] for one in document["findings"]}
    return {
        "stories": [_story(one, said, t) for one in told["stories"]],
        "recommendations": [_recommendation(one, words, t["tracked"]) for one in told["recommendations"]],
        "voices": [_voice(one, words, groups(document, words)) for one in told["voices"]],
        "claims": [_claim(one, words) for one in told["claims"]],
    }


def _story(one: Story, said: dict[str, str], t: Words) -> StoryView:
    words = t["told"]
    counts = [fill(words["counts"], kept=one["kept"], abandoned=one["abandoned"], undecided=one["undecided"])]
    counts += [counted(words["others"], one["others"])] if one["others"] else []
    named = ", ".join(one["recommendations"])
    return {
        "indicator": one["indicator"],
        "title": one["title"],
        "call": t["calls"][one["call"]],
        "says": one["says"],
        "tests": [_test(test, words) for test in one["tests"]],
        "counts": " ".join(counts) if one["tests"] or one["others"] else "",
        "recommended": fill(words["recommended"], list=named) if named else "",
        "against": [(id, said[id]) for id in one["against"] if id in said],
        "doubts": one["doubts"],
        "rows": places(one["rows"], FEW),
    }


def _test(one: Test, words: Words) -> Tried:
    lines = [fill(words["aim"], text=one["aim"])]
    for key, text in (("predicted", one["predicted"]), ("saw", one["saw"])):
        lines.append(words[f"not_{key}"] if text is None else fill(words[key], text=text))
    decided = _decided(one["decided"], one["decided_on"], words)
    lines.append(decided)
    lines += [words["claimed"]] if one["claimed"] else []
    lines += [fill(words["aside"], why=one["aside"])] if one["aside"] else []
    lines += [words["doubtful"]] if one["doubtful"] else []
    head = fill(words["test"], entry=one["entry"], on=one["raised_on"], role=one["role"], team=one["team"])
    return {"entry": one["entry"], "head": head, "lines": lines, "decided": decided}


def _decided(decided: str | None, on: str | None, words: Words) -> str:
    if decided is None:
        return str(words["undecided"])
    return fill(words["on_day"], what=words[decided], on=on) if on else fill(words["no_day"], what=words[decided])


def _recommendation(one: Recommendation, words: Words, tracked: Words) -> RecommendationView:
    head = [fill(words["made"], on=one["made_on"], source=one["source"].replace("-", " "))]
    head += [fill(words["owners"], list=", ".join(one["owners"]))] if one["owners"] else []
    head += [fill(words["measure"], indicator=one["indicator"])] if one["indicator"] else []
    return {
        "recommendation": one["recommendation"],
        "says": one["says"],
        "head": " ".join(head),
        "became": one["became"],
        "actions": [_action(action, words) for action in one["actions"]],
        "statuses": [_status(status, words, tracked) for status in one["statuses"]],
        "rows": places(one["rows"], FEW),
    }


def _action(one: Action, words: Words) -> str:
    more = [words["strengths"][one["strength"]]] if one["strength"] else []
    more += [fill(words["owner"], owner=one["owner"])] if one["owner"] else []
    more += [fill(words["due"], on=one["due_on"])] if one["due_on"] else []
    more += [fill(words["done"], on=one["done_on"]) if one["done_on"] else words["not_done"]]
    return fill(words["action"], id=one["action"], says=one["says"].rstrip("."), more="; ".join(more))


def _status(one: Status, words: Words, tracked: Words) -> str:
    key = "status_note" if one["note"] else "status"
    return fill(words[key], on=one["on"], status=tracked.get(one["status"], one["status"]), note=one["note"] or "")


def _voice(one: Voice, words: Words, titles: Mapping[str, str]) -> VoiceView:
    who = [titles[one["group"]], fill(words["about"], theme=one["theme"])]
    who += [counted(words["people"], one["people"])] if one["people"] is not None else []
    who.append(fill(words["between"], start=one["start"], end=one["end"]))
    came = [_came(part, words) for part in one["came"]]
    came += [fill(words["missing"], list=", ".join(one["missing"]))] if one["missing"] else []
    came += [] if came else [words["nothing_came"]]
    back = one["told_back_on"]
    came.append(fill(words["told_back"], on=back) if back else words["not_told_back"])
    return {
        "voice": one["voice"],
        "who": ", ".join(who),
        "said": words["no_words"] if one["said"] is None else fill(words["said"], text=one["said"]),
        "came": came,
        "rows": places(one["rows"], FEW),
    }


def _came(one: CameOfIt, words: Words) -> str:
    parts: Iterable[str] = [
        fill(words["came"], entry=one["entry"], aim=one["aim"].rstrip(".")),
        _decided(one["decided"], one["decided_on"], words),
        *([words["before"]] if one["before"] else []),
        *([fill(words["aside"], why=one["aside"])] if one["aside"] else []),
    ]
    return " ".join(parts)


def _claim(one: Claim, words: Words) -> ClaimView:
    return {
        "claim": one["claim"],
        "says": fill(words["claim"], area=one["area"], says=one["says"]),
        "outcome": words["outcomes"][one["outcome"]],
        "found": one["found"],
        "findings": one["findings"],
        "rows": places(one["rows"], FEW),
    }
