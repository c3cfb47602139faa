"""What came of what children, families, carers, staff and partners said, and whether anybody told them.

Measures:
    For each group, those of the framework's own among them, and for all: how many things were said in the period and before
    the announcement; the share that names a test in the improvement log that counts and was not over before it was said; how
    many name only a test that is set aside, one that was over before, something that is no test in the log, or nothing; the
    share whose speakers were told by the last day that counts, and how many only later; and the share of changed ones, later
    half of the period less first half.

Why it matters:
    Asking without changing anything, or without telling people what came of it, teaches them to stop answering.

Cannot tell:
    Whether those who spoke are like those who did not, or whether the change was the one they asked for.

Reference:
    Munro (2011), A child-centred system, on children's and families' own experience; Lundy (2007), British Educational
    Research Journal 33(6), 927-942 (space, voice, audience, influence).
"""

from collections.abc import Mapping, Sequence

from inspector.evidence.aside import FIELDS, Apart, faulty, told_apart
from inspector.evidence.records import (
    UNTIL,
    Found,
    after_last,
    apart_tests,
    by_day,
    by_then,
    change,
    ending_aside,
    fact,
    last_day,
    shared,
    tested_on,
)
from inspector.model import describe
from inspector.model.evidence import Evidence, LogEntry
from inspector.model.facts import About, Fact
from inspector.model.voice import GROUPS, Voice
from inspector.model.words import agree

EVERY = ("all", *GROUPS)

ABOUT = About(
    id="voice-answered",
    title="What came of what people said",
    needs=("voice",),
    fields=(
        describe.choice("group", "Who said it.", EVERY, "name", key=True, words="group"),
        describe.text("words", "The group in words.", "name"),
        describe.count(
            "said",
            "How many things were said in the period, before the announcement.",
            "activity",
            "things said",
            equals="recorded - set_aside",
        ),
        *FIELDS,
        UNTIL,
        describe.count(
            "changed",
            "Things said that name a test that counts, not over before they were said.",
            "activity",
            "things said",
            good="up",
            at_most="said",
        ),
        describe.share(
            "changed_share",
            "Things said after which a test was tried that counts, of all things said.",
            "activity",
            good="up",
            equals="changed / said",
        ),
        describe.count(
            "changed_aside",
            "Things said that name, else, a test of the log that is set aside.",
            "doubt",
            "things said",
            at_most="said",
        ),
        describe.count(
            "changed_before",
            "Things said that name, else, a test that was over before.",
            "doubt",
            "things said",
            at_most="said",
        ),
        describe.count(
            "unfound",
            "Things said that name, else, only what is no test in the log.",
            "doubt",
            "things said",
            at_most="said",
        ),
        describe.count(
            "unnamed",
            "Things said that name nothing that came of them.",
            "activity",
            "things said",
            good="down",
            equals="said - changed - changed_aside - changed_before - unfound",
            at_most="said",
        ),
        describe.count(
            "unanswered",
            "Things said after which the log shows nothing tried, set aside or not.",
            "activity",
            "things said",
            good="down",
            equals="said - changed - changed_aside",
            at_most="said",
        ),
        describe.count(
            "told",
            "How many speakers were told what came of it, by the last day that counts.",
            "activity",
            "things said",
            good="up",
            at_most="said",
        ),
        describe.share(
            "told_share",
            "Share of the speakers who were told what came of it by the last day that counts.",
            "activity",
            good="up",
            equals="told / said",
        ),
        describe.count(
            "told_since",
            "How many speakers were told what came of it only after the last day that counts.",
            "doubt",
            "things said",
            at_most="said",
        ),
        describe.change(
            "change",
            "Share of the things said after which something was tried, later half of the period less first half.",
            "activity",
            good="up",
        ),
    ),
)


def measure(evidence: Evidence) -> tuple[Fact, ...]:
    """A fact for all and one for each group that spoke, those of the framework's own among them."""
    tests = apart_tests(evidence)
    log = Log({entry.id: entry for entry in tests.counted}, evidence.log)
    groups = (*EVERY, *evidence.words.by_themselves("group"))
    return tuple(_fact(name, apart, log, evidence) for name in groups if (apart := _said(name, evidence)).recorded)


def _said(group: str, evidence: Evidence) -> Apart[Voice]:
    some = [one for one in evidence.voice if group in ("all", one.group)]
    unread = faulty(evidence, "voice") if group == "all" else ()
    whom = _whom(group, evidence)
    words = (f"thing said by {whom}", f"things said by {whom}")
    return told_apart(some, lambda one: ending_aside(one.period_end, evidence), words, unread)


def _whom(group: str, evidence: Evidence) -> str:
    titles = evidence.words.by_themselves("group")
    return {"all": "anybody", "front-line": "the front line", **titles}.get(group, group)


class Log:
    """The tests that count by their ids, and which others the log has."""

    def __init__(self, counted: Mapping[str, LogEntry], every: Sequence[LogEntry]) -> None:
        self.counted = counted
        self.aside = {entry.id for entry in every if entry.tried and entry.id not in counted}

    def became(self, one: Voice) -> str:
        """What came of what was said, by the name of the field that counts it."""
        named = [self.counted[id] for id in one.changed if id in self.counted]
        if any(tested_on(entry) >= one.period_start for entry in named):
            return "changed"
        if self.aside & set(one.changed):
            return "changed_aside"
        if named:
            return "changed_before"
        return "unfound" if one.changed else "unnamed"


def _fact(group: str, apart: Apart[Voice], log: Log, evidence: Evidence) -> Fact:
    said = apart.counted
    became = [log.became(one) for one in said]
    counts: dict[str, int] = {name: became.count(name) for name in STATES}
    found: Found = {
        "group": group,
        "words": _whom(group, evidence),
        "until": last_day(evidence),
        "said": len(said),
        **counts,
        "changed_share": counts["changed"] / len(said) if said else None,
        "unanswered": len(said) - counts["changed"] - counts["changed_aside"],
        **_told(said, evidence),
        "change": change(said, lambda one: one.period_end, lambda some: _changed_share(some, log), evidence),
    }
    ids = {id for one in said for id in one.changed}
    named = [entry for entry in evidence.log if entry.id in ids]
    rests = ["voice", *(["improvement-log"] if named else [])]
    return fact(ABOUT, group, found, _says(found, evidence), rests, named, apart)


STATES = ("changed", "changed_aside", "changed_before", "unfound", "unnamed")


def _told(said: Sequence[Voice], evidence: Evidence) -> Found:
    told = sum(by_then(one.told_back_on, evidence) for one in said)
    since = sum(after_last(one.told_back_on, evidence) for one in said)
    return {"told": told, "told_share": told / len(said) if said else None, "told_since": since}


def _changed_share(some: Sequence[Voice], log: Log) -> float | None:
    return shared(some, lambda one: log.became(one) == "changed")


def _says(found: Found, evidence: Evidence) -> str:
    said = found["said"]
    things = f"{agree(said, 'thing', 'things')} said by {found['words']}"
    if not said:
        return f"No thing said by {found['words']} counts."
    parts = [f"after {found['changed']} of them something was tried that counts"]
    parts += [f"{found[name]} naming {words}" for name, words in WORDS.items() if found[name]]
    says = f"{said} {things}: {', '.join(parts)}; what came of it is stated as told back "
    says += f"for {found['told']} of them {by_day(evidence)}"
    return f"{says}, for {found['told_since']} only later." if found["told_since"] else f"{says}."


WORDS = {
    "changed_aside": "a test that is set aside",
    "changed_before": "a test that was over before",
    "unfound": "only what is no test in the log",
    "unnamed": "nothing that came of it",
}
