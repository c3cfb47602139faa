"""What could not be judged, why, and what evidence would let it be judged."""

from collections.abc import Mapping, Sequence

from inspector.evidence.blanks import blanks
from inspector.model.evidence import Evidence, SetAside
from inspector.model.facts import About, Fact
from inspector.model.inspection import ThemeResult, Unjudged
from inspector.model.left_aside import told
from inspector.model.traces import Trace
from inspector.model.words import agree, plural
from inspector.verdict.aside import telling


def unjudged(
    evidence: Evidence,
    themes: Sequence[ThemeResult],
    facts: Sequence[Fact],
    traces: Sequence[Trace],
    signals: Mapping[str, About],
    probes: Mapping[str, About],
) -> tuple[Unjudged, ...]:
    """Silent themes, signals without their evidence, series and subjects where nobody could tell."""
    return (
        *_silent(themes),
        *_without_evidence(evidence, signals),
        *_cannot_tell(facts),
        *_records_aside(facts, themes, signals),
        *_set_aside(evidence),
        *_blank(evidence),
        *_untested(traces, probes),
        *_own_word(evidence),
    )


def _own_word(evidence: Evidence) -> list[Unjudged]:
    """How many measures have a direction that is the authority's own word, and what would vouch for it."""
    ways = {one.indicator: one.vouched for one in reversed(evidence.directions)}
    alone = sum(way == "nobody" for way in ways.values())
    if not alone:
        return []
    why = (
        f"Of {plural(len(ways), 'measure')} {alone} {agree(alone, 'has', 'have')} a direction that is the authority's own word: "
        "what rests on it counts as done at most."
    )
    wanted = (
        "in the register what frameworks call it (same_as), or a verification by another body that says which is better"
    )
    return [Unjudged(what="which direction is better", why=why, wanted=wanted)]


def _silent(themes: Sequence[ThemeResult]) -> list[Unjudged]:
    return [
        Unjudged(what=f"theme {t.title}", why=t.says, wanted="; ".join(t.wanted))
        for t in themes
        if t.standing == "silent"
    ]


def _without_evidence(evidence: Evidence, signals: Mapping[str, About]) -> list[Unjudged]:
    there = {resource.kind for resource in evidence.resources}
    out = []
    for name in sorted(signals):
        missing = [kind for kind in signals[name].needs if kind not in there]
        if missing:
            why = f"The bundle has no {' and no '.join(missing)}."
            out.append(Unjudged(what=signals[name].title, why=why, wanted=f"a resource of kind {', '.join(missing)}"))
    return out


def _cannot_tell(facts: Sequence[Fact]) -> list[Unjudged]:
    out = []
    for fact in facts:
        if fact.fields.get("call") == "too-few-points":
            out.append(Unjudged(what=_subject(fact), why=fact.says, wanted="more periods of the same measure"))
        elif fact.kind == "signal/claimed-effect" and fact.fields.get("outcome") == "cannot-tell":
            out.append(
                Unjudged(
                    what=f"effect of the tests on {_subject(fact)}",
                    why=fact.says,
                    wanted="more periods after the tests",
                )
            )
    return out


def _records_aside(
    facts: Sequence[Fact], themes: Sequence[ThemeResult], signals: Mapping[str, About]
) -> list[Unjudged]:
    """Records that do not count, told once: a silent theme has said so of its own already."""
    said = {theme.aside_says for theme in themes if theme.standing == "silent"}
    return [
        Unjudged(what=_title(fact, signals), why=fact.aside_says, wanted=COUNTED)
        for fact in telling(facts)
        if not any(fact.aside_says in words for words in said)
    ]


COUNTED = "records of the period, made as things happened and before the inspection was announced, with their days"


def _title(fact: Fact, signals: Mapping[str, About]) -> str:
    about = signals.get(fact.kind.removeprefix("signal/"))
    return about.title if about else fact.id


def _blank(evidence: Evidence) -> list[Unjudged]:
    """What was left blank and is read as the most cautious honest value, a line for each field."""
    return [Unjudged(what=f"{one.what}, left blank", why=one.says, wanted=one.wanted) for one in blanks(evidence)]


def _set_aside(evidence: Evidence) -> list[Unjudged]:
    """Figures without which a series was judged: what they were meant to say is for the authority to tell."""
    aside: dict[str, list[SetAside]] = {}
    for one in evidence.set_aside:
        aside.setdefault(one.indicator, []).append(one)
    return [
        Unjudged(what=f"indicator {id}", why=f"{told(aside[id])}.", wanted=_WANTED[all(one.suppressed for one in some)])
        for id, some in sorted(aside.items())
    ]


_WANTED = {
    False: "the figures as they were counted, and how those submitted came about",
    True: "the figures that are kept back, to whoever may see them, or the same measure over longer periods",
}


def _subject(fact: Fact) -> str:
    return f"indicator {fact.fields.get('indicator', fact.id)}"


def _untested(traces: Sequence[Trace], probes: Mapping[str, About]) -> list[Unjudged]:
    return [
        Unjudged(what=f"{t.probe} on {t.subject}", why=t.says, wanted=_more(probes.get(t.probe)))
        for t in traces
        if t.outcome == "insufficient-data"
    ]


def _more(about: About | None) -> str:
    return f"more rows of kind {' and '.join(about.needs)}" if about else "more rows of the same kind"
