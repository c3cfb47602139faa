"""The case against the verdict: the strongest arguments from the evidence that it is wrong, as a devil's advocate has them."""

from collections.abc import Collection, Iterable, Sequence

from inspector.argument.doubtful_gains import doubtful_gains
from inspector.argument.support import facts_behind
from inspector.model.argument import Objection, references
from inspector.model.facts import Fact
from inspector.model.inspection import Finding, Inspection, ThemeResult
from inspector.model.ladder import VerdictWord
from inspector.model.words import agree, plural

MOST_OF_A_SORT = 4
SURE = 0.95
"""A call less probable than this is named as one that the verdict may hang on."""
UP = ("improving", "emerging")
DOWN = ("slipping", "deteriorating")
DOUBTED = ("compromised", "exposed")
"""Trust of evidence that bears less than it shows, least first."""


def case_against(inspection: Inspection) -> tuple[Objection, ...]:
    """At most four objections of each sort, the strongest first: what contradicts it, what it hangs on, what is missing."""
    return (
        *_some(_contradicting(inspection), "finding that points the other way", "findings that point the other way"),
        *_some(
            _weakest(inspection),
            "piece of evidence that bears less than it shows",
            "pieces of evidence that bear less than they show",
        ),
        *_some(
            doubtful_gains(inspection),
            "gain that may be worth less than it seems",
            "gains that may be worth less than they seem",
        ),
        *_some(
            _innocent(inspection), "question that may have innocent answers", "questions that may have innocent answers"
        ),
        *_some(_missing(inspection), "theme that stands nowhere", "themes that stand nowhere"),
    )


def _some(every: Sequence[Objection], one: str, many: str) -> list[Objection]:
    """The first of a sort, and in one more sentence how many findings, gains or the like the others are about."""
    shown = list(every[:MOST_OF_A_SORT])
    refers = tuple(dict.fromkeys(one for other in every[MOST_OF_A_SORT:] for one in other.refers))
    if refers:
        says = f"And {len(refers)} more {agree(len(refers), one, many)}."
        shown.append(Objection(kind=every[0].kind, says=says, refers=refers))
    return shown


def _contradicting(inspection: Inspection) -> list[Objection]:
    """Findings that point the other way, those with a limit first, then those of themes that weigh more."""
    themes = {theme.theme: theme for theme in inspection.themes}
    against = [f for f in inspection.findings if not f.withdrawn and _against(f, inspection.verdict.verdict)]
    against.sort(key=lambda f: (f.limit is None, -themes[f.theme].weight))
    once = {f.rule: f for f in reversed(against)}
    return [
        Objection(
            kind="contradicts",
            says=f"{f.says} {_points(f, themes[f.theme])} The verdict stands in spite of it.{_others(f, against)}",
            refers=references("finding", (other.id for other in against if other.rule == f.rule)),
        )
        for f in sorted(once.values(), key=against.index)
    ]


def _points(finding: Finding, theme: ThemeResult) -> str:
    if finding.limit is not None and finding.direction != "worse":
        return f"With it '{theme.title}' can stand no higher than {finding.limit}."
    way = "for" if finding.direction == "better" else "against"
    return f"It speaks {way} improvement, under '{theme.title}'."


def _others(finding: Finding, against: Sequence[Finding]) -> str:
    count = sum(other.rule == finding.rule for other in against) - 1
    return f" The same is said of {plural(count, 'other')}." if count else ""


def _against(finding: Finding, verdict: VerdictWord) -> bool:
    """Whether a finding speaks against a verdict: whoever says that nothing moves, or can be told, is contradicted either way."""
    worse = finding.direction == "worse"
    if verdict in UP:
        return worse or finding.limit is not None
    return finding.direction == "better" or (worse and verdict not in DOWN)


def _weakest(inspection: Inspection) -> list[Objection]:
    """The evidence behind the verdict that bears least, and the least sure call behind it."""
    trust = {one.evidence: one for one in inspection.trust}
    facts = facts_behind(inspection)
    names = {name for fact in facts for name in fact.rests_on if name in trust}
    low = sorted((n for n in names if trust[n].trust in DOUBTED), key=lambda n: (DOUBTED.index(trust[n].trust), n))
    weak = [
        Objection(
            kind="weakest-evidence",
            says=f"The verdict rests in part on {name}. It bears less than it shows: {_sentence('; '.join(trust[name].reasons))}",
            refers=references("evidence", [name]),
        )
        for name in low
    ]
    whole = [*_least_sure(facts), *_unchecked(inspection, names)]
    first = MOST_OF_A_SORT - len(whole)
    return [*weak[:first], *whole, *weak[first:]]


def _unchecked(inspection: Inspection, names: Collection[str]) -> list[Objection]:
    """Where nothing was worked out again from the cases behind it: whose account the verdict then rests on."""
    if not names or any(one.trust == "corroborated" for one in inspection.trust):
        return []
    none = f"None of the {len(names)} pieces of evidence" if len(names) > 1 else "The one piece of evidence"
    says = (
        f"{none} it rests on was{'' if len(names) > 1 else ' not'} worked out again from case records. "
        f"{_whose(inspection)}"
    )
    return [Objection(kind="weakest-evidence", says=says, refers=references("evidence", sorted(names)))]


def _whose(inspection: Inspection) -> str:
    """What another body gave and sealed is not the authority's account."""
    given = any(one.giver_root for one in inspection.resources)
    return f"{'But for what another body gave and sealed, it' if given else 'It'} is the authority's own account."


def _least_sure(facts: Iterable[Fact]) -> list[Objection]:
    calls = [fact for fact in facts if fact.kind == "signal/trajectory" and _probability(fact) < SURE]
    if not calls:
        return []
    least = min(calls, key=lambda fact: (_probability(fact), fact.id))
    says = (
        f"The least sure call behind it is that of {least.fields['title']}: the probability of it is {_probability(least):.2f}. "
        f"Of the calls behind the verdict {len(calls)} {agree(len(calls), 'has', 'have')} a probability below {SURE}."
    )
    return [Objection(kind="weakest-evidence", says=says, refers=references("signal", [least.id]))]


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
            refers=references("probe", (f"{probe}/{subject}" for subject in subjects)),
        )
        for probe, subjects in asked.items()
    ]


def _sentence(text: str) -> str:
    return f"{text.rstrip('.')}."


def _missing(inspection: Inspection) -> list[Objection]:
    """Silent themes: what was not submitted, or could not be counted, could have pointed either way."""
    return [
        Objection(kind="not-submitted", says=_silence(theme), refers=references("theme", [theme.theme]))
        for theme in inspection.themes
        if theme.standing == "silent" and theme.wanted
    ] or _unheard(inspection)


def _silence(theme: ThemeResult) -> str:
    return f"'{theme.title}': {theme.says} What could speak on it, either way: {'; '.join(theme.wanted)}."


def _unheard(inspection: Inspection) -> list[Objection]:
    """Where no theme is silent: what could not be judged for want of evidence."""
    return [
        Objection(
            kind="not-submitted",
            says=f"{one.what}: {_sentence(one.why)} It would take {one.wanted}.",
            refers=references("unjudged", [one.what]),
        )
        for one in inspection.unjudged
        if one.wanted and not one.wanted.startswith("more rows")
    ][:2]
