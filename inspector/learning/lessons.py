"""Lessons in one result: its kept tests that a gain followed, or came with, where that gain held.

Every word of them stands in the result, and so has passed the gate that everything passes that is repeated of a submission.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

Document = Mapping[str, Any]
"""A result as `inspector assess --format json` writes it."""

NEAR = ("followed", "same-time")
DOUBTED = "compromised"
LOG = "improvement-log"


class Lesson(NamedTuple):
    """A kept test and the gain that it came before or with.

    `order` tells which of the two: `followed` or `same-time`. `false_share` is the share of chance matches among all of that
    authority that lie as near or nearer; `probability` that of the gain, `held` that it held, given that there was one.
    `says` are the sentences of the result on both. `exposed`: what it rests on is open to being shaped and not checked by others.
    """

    measure: str
    known_as: str
    title: str
    authority: str
    invented: bool
    ask: str
    period_end: str
    assurance: str
    entry: str
    aim: str
    prediction: str
    lesson: str
    decision: str
    order: str
    small: int
    held_months: int
    probability: float
    held: float
    false_share: float
    exposed: bool
    says: tuple[str, ...]


class Told(NamedTuple):
    """What one result has: its lessons, and for each measure that its tests name, by id, the names it goes by."""

    lessons: tuple[Lesson, ...]
    named: Mapping[str, "Names"]


class Names(NamedTuple):
    """A measure: its title, and its name in the framework where it has one."""

    title: str
    known_as: str


def told(document: Document) -> Told:
    """What there is to be learned from a result; nothing where the evidence as a whole was not trusted."""
    facts = {fact["id"]: fact for fact in document["facts"]}
    effects = [fact for fact in document["facts"] if fact["kind"] == "signal/claimed-effect"]
    named = {
        fact["fields"]["indicator"]: Names(fact["fields"]["title"], _known_as(facts, fact["fields"]["indicator"]))
        for fact in effects
        if fact["fields"]["tests"]
    }
    if document["verdict"]["verdict"] == "not-trusted":
        return Told((), named)
    return Told(tuple(_lessons(document, facts, effects)), named)


def _known_as(facts: Mapping[str, Any], indicator: str) -> str:
    found = facts.get(f"signal/trajectory/{indicator}")
    return str(found["fields"].get("known_as", "")) if found else ""


def _lessons(document: Document, facts: Mapping[str, Any], effects: list[Any]) -> Iterator[Lesson]:
    trust = {one["evidence"]: one["trust"] for one in document["trust"]}
    for fact in effects:
        fields = fact["fields"]
        held = facts.get(f"signal/held/{fields['indicator']}")
        rests_on = [trust.get(one, "plain") for one in fact["rests_on"]]
        if fields["outcome"] not in NEAR or not fields.get("small") or DOUBTED in rests_on:
            continue
        if held is None or held["fields"]["outcome"] != "held" or "learning" not in document["bundle"]:
            continue
        yield _lesson(document, fact, held, _known_as(facts, fields["indicator"]), "exposed" in rests_on)


def _lesson(document: Document, fact: Any, held: Any, known_as: str, exposed: bool) -> Lesson:
    bundle, fields = document["bundle"], fact["fields"]
    return Lesson(
        measure=fields["indicator"],
        known_as=known_as,
        title=fields["title"],
        authority=bundle["authority"],
        invented=bundle["invented"],
        ask=bundle["learning"]["ask"],
        period_end=bundle["period"]["end"],
        assurance=document["verdict"].get("assurance", "on-paper"),
        entry=fields["entry"],
        aim=fields.get("aim", ""),
        prediction=fields.get("prediction", ""),
        lesson=fields.get("lesson", ""),
        decision=fields["decision"],
        order=fields["outcome"],
        small=fields["small"],
        held_months=held["fields"]["since_months"],
        probability=fields["probability"],
        held=held["fields"]["probability"],
        false_share=fields["false_share"],
        exposed=exposed,
        says=(fact["says"], held["says"]),
    )
