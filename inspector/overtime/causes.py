"""What became of one thing that asked an enquiry: a finding, a probe, or a theme that was silent."""

from collections.abc import Mapping
from typing import NamedTuple

from inspector.model.comparison import NOTHING, Cited, EnquiryState
from inspector.overtime.citing import cited
from inspector.overtime.findings import Pairs, facts, of_finding, since
from inspector.report.document.shape import Document
from inspector.report.document.shape.judged import DeclaredEvent, Theme, Trace

ASKS = ("question", "strong-question")


class Cause(NamedTuple):
    """What became of it: the state of an enquiry that nothing else asks, why, what of now asks again, and what both cite."""

    state: EnquiryState
    says: str
    asks: str | None
    then: Cited
    now: Cited


class Both(NamedTuple):
    """What causes are looked up in, made once."""

    pairs: Pairs
    same_rules: bool
    then: Document
    now: Document
    traces_then: Mapping[str, Trace]
    traces: Mapping[str, Trace]
    themes: Mapping[str, Theme]


def both(then: Document, now: Document, pairs: Pairs, *, same_rules: bool) -> Both:
    """The two results ready to be asked."""
    return Both(
        pairs,
        same_rules,
        then,
        now,
        {probe_name(one): one for one in then["traces"]},
        {probe_name(one): one for one in now["traces"]},
        {one["theme"]: one for one in now["themes"]},
    )


def probe_name(one: Trace) -> str:
    """What asked, as results name it: `probe/ID/SUBJECT`."""
    return f"probe/{one['probe']}/{one['subject']}"


def cause(name: str, two: Both) -> Cause:
    """What became of what asked; every name has an answer."""
    if name.startswith("standing/"):
        return _of_theme(name, two)
    if name.startswith("probe/"):
        return _of_probe(name, two)
    return _of_finding(name, two)


def _of_theme(name: str, two: Both) -> Cause:
    theme = two.themes.get(name.removeprefix("standing/"))
    then = cited([name])
    if theme is None:
        return Cause("cannot-be-told", "The framework of now has no such theme.", None, then, NOTHING)
    if theme["standing"] == "silent":
        return Cause("open", f"'{theme['title']}' stands nowhere now either.", name, then, cited([name]))
    speaks = f"Evidence speaks on '{theme['title']}' now: it stands at {theme['standing']}."
    return Cause("answered", speaks, None, then, cited([name, *theme["findings"]]))


def _of_probe(name: str, two: Both) -> Cause:
    was, there = two.traces_then.get(name), two.traces.get(name)
    then = cited([name], was["rows"] if was else ())
    if there is None:
        return Cause("cannot-be-told", f"{name} looked at nothing of the kind now.", None, then, NOTHING)
    now = cited([name], there["rows"])
    if there["outcome"] in ASKS:
        return Cause("open", f"It asks again: {there['says']}", name, then, now)
    if there["outcome"] != "clear":
        return Cause("cannot-be-told", f"It cannot tell now: {there['says']}", None, then, now)
    if event := _declared(there["subject"], two):
        days = event["on"] if event["to"] is None else f"{event['on']} to {event['to']}"
        says = f"Declared since: {event['event']} of {days}, which the data bear out; and nothing is asked now. {event['says']}"
        return Cause("answered", says, None, then, cited([name], [*there["rows"], *event["rows"]]))
    return Cause("not-asked-again", f"It looked again and has nothing to ask: {there['says']}", None, then, now)


def _declared(subject: str, two: Both) -> DeclaredEvent | None:
    """An event that was not declared then, that the data bear out now, about this very thing."""
    known = {(one["event"], one["on"]) for one in two.then.get("declared", ())}
    for one in two.now.get("declared", ()):
        new = (one["event"], one["on"]) not in known
        if new and one["outcome"] == "borne-out" and subject in one["about"]:
            return one
    return None


def _of_finding(name: str, two: Both) -> Cause:
    was = two.pairs.then.get(name)
    before, after = facts(two.then), facts(two.now)
    then = of_finding(was, before) if was else cited([name])
    kept = two.pairs.kept.get(name)
    if kept is not None:
        there = two.pairs.now[kept]
        now = of_finding(there, after)
        if there["withdrawn"]:
            says = f"Its evidence cannot be relied on now, so that nobody can say: {there['says']}"
            return Cause("cannot-be-told", says, None, then, now)
        if not there["ask"]:
            says = f"It is found again, and nothing is asked about it now: {there['says']} [{kept}]"
            return Cause("not-asked-again", says, None, then, now)
        return Cause("open", f"It is found again: {there['says']} [{kept}]", kept, then, now)
    if was is None:
        return Cause("cannot-be-told", f"The older result has no finding {name}.", None, then, NOTHING)
    there_now = [id for id in was["facts"] if id in after]
    now = cited(there_now, [part for id in there_now for part in after[id]["rows"]])
    if not there_now:
        says = f"{since(was['facts'], before, after)} It rested on nothing else."
        return Cause("cannot-be-told", says.strip(), None, then, NOTHING)
    behind = since(was["facts"], before, after)
    if not two.same_rules:
        says = f"{name} is not found now, and the rules are others, so that nobody can say why. {behind}"
        return Cause("cannot-be-told", says, None, then, now)
    return Cause("not-asked-again", f"What asked it is not found now: {name}. {behind}", None, then, now)
