"""The case against the verdict: the strongest arguments from the evidence that it is wrong, as a devil's advocate has them."""

from collections.abc import Iterable, Sequence

from inspector.argument.doubtful_gains import doubtful_gains
from inspector.argument.support import facts_behind
from inspector.model.argument import Objection, ObjectionKind
from inspector.model.facts import Fact
from inspector.model.inspection import Finding, Inspection

MOST_OF_A_SORT = 4
SURE = 0.95
"""A call less probable than this is named as one that the verdict may hang on."""
UP = ("improving", "emerging")
DOUBTED = ("compromised", "exposed")
"""Trust of evidence that bears less than it shows, least first."""


def case_against(inspection: Inspection) -> tuple[Objection, ...]:
    """At most four objections of each sort, the strongest first: what contradicts it, what it hangs on, what is missing."""
    return (
        *_some(_contradicting(inspection), "findings that point the other way", "contradicts"),
        *_some(_weakest(inspection), "weaknesses of the evidence", "weakest-evidence"),
        *_some(
            doubtful_gains(inspection),
            "gains that may be worth less than they seem",
            "worthless-gain",
        ),
        *_some(_innocent(inspection), "questions that may have innocent answers", "innocent"),
        *_some(_missing(inspection), "silent themes", "not-submitted"),
    )


def _some(every: Sequence[Objection], more: str, kind: ObjectionKind) -> list[Objection]:
    rest = len(every) - MOST_OF_A_SORT
    shown = list(every[:MOST_OF_A_SORT])
    if rest > 0:
        about = tuple(name for one in every[MOST_OF_A_SORT:] for name in one.about)
        shown.append(Objection(kind=kind, says=f"And more of these, {rest} in number: {more}.", about=about))
    return shown


def _contradicting(inspection: Inspection) -> list[Objection]:
    """Findings that point the other way, those with a limit first, then those of themes that weigh more."""
    up = inspection.verdict.verdict in UP
    weights = {theme.theme: theme.weight for theme in inspection.themes}
    against = [f for f in inspection.findings if not f.withdrawn and _against(f, up)]
    against.sort(key=lambda f: (f.limit is None, -weights[f.theme]))
    titles = {theme.theme: theme.title for theme in inspection.themes}
    points = "It speaks against improvement" if up else "It speaks for improvement"
    once = {f.rule: f for f in reversed(against)}
    return [
        Objection(
            kind="contradicts",
            says=f"{f.says} {points}, under '{titles[f.theme]}', and the verdict stands in spite of it.{_others(f, against)}",
            about=tuple(other.id for other in against if other.rule == f.rule),
        )
        for f in sorted(once.values(), key=against.index)
    ]


def _others(finding: Finding, against: Sequence[Finding]) -> str:
    count = sum(other.rule == finding.rule for other in against) - 1
    return f" The same is said of {count} {'other' if count == 1 else 'others'}." if count else ""


def _against(finding: Finding, up: bool) -> bool:
    return finding.direction == "worse" or finding.limit is not None if up else finding.direction == "better"


def _weakest(inspection: Inspection) -> list[Objection]:
    """The evidence behind the verdict that bears least, and the least sure call behind it."""
    trust = {one.evidence: one for one in inspection.trust}
    facts = facts_behind(inspection)
    names = {name for fact in facts for name in fact.rests_on if name in trust}
    low = sorted((n for n in names if trust[n].trust in DOUBTED), key=lambda n: (DOUBTED.index(trust[n].trust), n))
    found = [
        Objection(
            kind="weakest-evidence",
            says=f"The verdict rests in part on {name}. It bears less than it shows: {_sentence('; '.join(trust[name].reasons))}",
            about=(name,),
        )
        for name in low
    ]
    found += _least_sure(facts)
    unchecked = sorted(name for name in names if trust[name].trust == "plain")
    if unchecked and not any(one.trust == "corroborated" for one in inspection.trust):
        which = f"None of the {len(names)} pieces" if len(names) > 1 else "Not one piece"
        says = (
            f"{which} of evidence it rests on was worked out again from case records. "
            "It is the authority's own account."
        )
        found.append(Objection(kind="weakest-evidence", says=says, about=tuple(unchecked)))
    return found


def _least_sure(facts: Iterable[Fact]) -> list[Objection]:
    calls = [fact for fact in facts if fact.kind == "signal/trajectory" and _probability(fact) < SURE]
    if not calls:
        return []
    least = min(calls, key=lambda fact: (_probability(fact), fact.id))
    says = (
        f"The least sure call behind it is that of {least.fields['title']}: the probability of it is {_probability(least):.2f}. "
        f"Of the calls behind the verdict {len(calls)} have a probability below {SURE}."
    )
    return [Objection(kind="weakest-evidence", says=says, about=(least.id,))]


def _probability(fact: Fact) -> float:
    found = fact.fields.get("probability", 1.0)
    return float(found) if isinstance(found, int | float) else 1.0


def _innocent(inspection: Inspection) -> list[Objection]:
    """Each probe that asked, with what may well explain it: what its questions took away may have been there all the time."""
    asked: dict[str, list[str]] = {}
    innocent: dict[str, str] = {}
    for trace in inspection.traces:
        if trace.outcome in ("question", "strong-question") and trace.innocent:
            asked.setdefault(trace.probe, []).append(trace.subject)
            innocent.setdefault(trace.probe, trace.innocent[0])
    return [
        Objection(
            kind="innocent",
            says=f"What {probe} asks about ({', '.join(subjects)}) may be explained: {_sentence(innocent[probe])} "
            "If so, the evidence bears more than it was given credit for.",
            about=tuple(f"probe/{probe}/{subject}" for subject in subjects),
        )
        for probe, subjects in asked.items()
    ]


def _sentence(text: str) -> str:
    return f"{text.rstrip('.')}."


def _missing(inspection: Inspection) -> list[Objection]:
    """Silent themes: what was not submitted could have pointed either way."""
    return [
        Objection(
            kind="not-submitted",
            says=f"'{theme.title}' is silent. {theme.says} It could have pointed either way: {'; '.join(theme.wanted)}.",
            about=(f"standing/{theme.theme}",),
        )
        for theme in inspection.themes
        if theme.standing == "silent" and theme.wanted
    ] or _unheard(inspection)


def _unheard(inspection: Inspection) -> list[Objection]:
    """Where no theme is silent: what could not be judged for want of evidence."""
    return [
        Objection(
            kind="not-submitted",
            says=f"{one.what}: {_sentence(one.why)} It would take {one.wanted}.",
            about=(one.what,),
        )
        for one in inspection.unjudged
        if one.wanted and not one.wanted.startswith("more rows")
    ][:2]
