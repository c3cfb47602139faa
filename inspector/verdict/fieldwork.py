"""The fieldwork plan: what to ask, whom, in the order of what would move the verdict most, and which records to look at."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from inspector.model.argument import WHO, Change, Enquiry, Fieldwork, Who
from inspector.model.evidence import Evidence
from inspector.model.inspection import Finding, Inspection
from inspector.model.traces import Trace
from inspector.verdict.behind import behind, findings_behind
from inspector.verdict.sampling import samples

MOST_OF_A_RULE = 2
ASKED_OF_PROBES: tuple[Who, ...] = ("front-line", "managers")


class Ranked(NamedTuple):
    """A question with its place in the order: the lower the rank, the more its answer could move."""

    rank: int
    whom: tuple[Who, ...]
    question: str
    because: str
    moves: str


def fieldwork(inspection: Inspection, evidence: Evidence, change: Change, seed: str = "") -> Fieldwork:
    """The whole plan. The samples are those of `seed`, or of the bundle's digest where none is given."""
    chosen = seed or inspection.bundle_digest[:12]
    ranked = [*_of_findings(inspection, change), *_of_probes(inspection, change), *_of_silence(inspection)]
    ranked.sort(key=lambda one: (one.rank, WHO.index(one.whom[0])))
    ranked = _few_of_each(ranked)
    return Fieldwork(seed=chosen, enquiries=_once(ranked), samples=samples(evidence, inspection, change, chosen))


def _of_findings(inspection: Inspection, change: Change) -> Iterable[Ranked]:
    resting = {finding.id for finding in findings_behind(inspection)}
    rests = {fact.id: set(fact.rests_on) for fact in inspection.facts}
    titles = {theme.theme: theme.title for theme in inspection.themes}
    alone, paired = _carrying(change)
    for finding in inspection.findings:
        on = {name for fact in finding.facts for name in rests.get(fact, ())}
        rank, moves = _rank(finding, on & alone, on & paired, finding.id in resting, titles[finding.theme])
        for question in finding.ask:
            yield Ranked(rank, finding.whom, question, finding.id, moves)


def _rank(finding: Finding, alone: set[str], paired: set[str], resting: bool, title: str) -> tuple[int, str]:
    if finding.limit is not None:
        return 2, f"It holds '{title}' at {finding.limit}."
    if resting and alone:
        return 0, f"The verdict rests on it, and on {_named(alone)} alone."
    if resting and paired:
        return 1, f"The verdict rests on it, and on {_named(paired)} with something else."
    if resting:
        return 4, "The verdict rests on it, among others."
    return 6, f"It speaks on '{title}'." if finding.standing else ""


def _of_probes(inspection: Inspection, change: Change) -> Iterable[Ranked]:
    behind_it = {name for fact in behind(inspection) for name in fact.rests_on}
    alone, paired = _carrying(change)
    for trace in inspection.traces:
        if trace.outcome in ("question", "strong-question"):
            carries = trace.subject in behind_it | alone | paired
            moves = f"It decides how much {trace.subject} can bear." if carries else f"It concerns {trace.subject}."
            for question in trace.ask:
                yield Ranked(1 if carries else 3, ASKED_OF_PROBES, question, _name(trace), moves)


def _of_silence(inspection: Inspection) -> Iterable[Ranked]:
    for theme in inspection.themes:
        if theme.standing == "silent":
            yield Ranked(
                5,
                ("front-line", "managers"),
                theme.asks,
                f"standing/{theme.theme}",
                f"Nothing submitted speaks on '{theme.title}'.",
            )


def _few_of_each(ranked: Sequence[Ranked]) -> list[Ranked]:
    """A rule that fired for many measures asks about the first few of them; the others' questions stand at their findings."""
    asked: dict[str, int] = {}
    kept = []
    for one in ranked:
        rule = one.because.partition("/")[0] if not one.because.startswith(("probe/", "standing/")) else one.question
        asked[rule] = asked.get(rule, 0) + 1
        if asked[rule] <= MOST_OF_A_RULE:
            kept.append(one)
    return kept


def _once(ranked: Sequence[Ranked]) -> tuple[Enquiry, ...]:
    """Each question once, with everything that puts it."""
    found: dict[str, list[Ranked]] = {}
    for one in ranked:
        found.setdefault(one.question, []).append(one)
    return tuple(
        Enquiry(
            question=question,
            whom=tuple(who for who in WHO if any(who in one.whom for one in some)),
            because=tuple(dict.fromkeys(one.because for one in some)),
            moves=some[0].moves,
        )
        for question, some in found.items()
    )


def _carrying(change: Change) -> tuple[set[str], set[str]]:
    """The evidence that flips the verdict alone, and that which does with something else."""
    alone = {name for flip in change.flips if len(flip.removed) == 1 for name in flip.removed}
    return alone, {name for flip in change.flips for name in flip.removed} - alone


def _named(names: set[str]) -> str:
    return " and ".join(sorted(name.removeprefix("indicator/") for name in names))


def _name(trace: Trace) -> str:
    return f"probe/{trace.probe}/{trace.subject}"
