"""The fieldwork plan: what to ask, whom, in the order of what would move the verdict most, and which records to look at."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from inspector.argument.sampling import samples
from inspector.argument.support import facts_behind, findings_behind
from inspector.model.argument import WHO, Change, Enquiry, Fieldwork, in_turn
from inspector.model.evidence import Evidence
from inspector.model.inspection import Finding, Inspection, ThemeResult
from inspector.model.ladder import rank as rank_of
from inspector.model.traces import Trace
from inspector.model.words import in_a_row

MOST_OF_A_RULE = 2
ASKED_OF_PROBES: tuple[str, ...] = ("front-line", "managers")


class Ranked(NamedTuple):
    """A question with its place in the order: the lower the rank, the more its answer could move.

    `slot` is the place in the framework's rule that the question comes from; empty where it comes from no rule.
    """

    rank: int
    whom: tuple[str, ...]
    question: str
    because: str
    moves: str
    slot: str = ""


def fieldwork(inspection: Inspection, evidence: Evidence, change: Change, seed: str = "") -> Fieldwork:
    """The whole plan. The samples are those of `seed`, or of the bundle's digest where none is given."""
    chosen = seed or inspection.bundle_digest[:12]
    # Of two questions that could move as much, whether evidence may be relied on comes before what it shows.
    ranked = [*_of_probes(inspection, change), *_of_findings(inspection, change), *_of_silence(inspection)]
    ranked.sort(key=lambda one: (one.rank, min((WHO.index(who) for who in one.whom if who in WHO), default=len(WHO))))
    ranked = _few_of_each(ranked)
    return Fieldwork(seed=chosen, enquiries=_once(ranked), samples=samples(evidence, inspection, change, chosen))


def _of_findings(inspection: Inspection, change: Change) -> Iterable[Ranked]:
    resting = {finding.id for finding in findings_behind(inspection)}
    rests = {fact.id: set(fact.rests_on) for fact in inspection.facts}
    titles = {theme.theme: theme.title for theme in inspection.themes}
    doubted = {one.evidence for one in inspection.trust if one.trust == "compromised"}
    alone, paired = _carrying(change)
    bound = {theme.theme: _binding(theme, inspection.findings) for theme in inspection.themes}
    for finding in inspection.findings:
        on = {name for fact in finding.facts for name in rests.get(fact, ())}
        holds = finding.id in bound[finding.theme]
        carried = _carried(finding, on & alone, on & paired, holds) if finding.id in resting else None
        rank, moves = carried or _rank(finding, on & doubted, finding.id in resting, titles[finding.theme], holds)
        for place, question in enumerate(finding.ask):
            yield Ranked(rank, finding.whom, question, finding.id, moves, f"{finding.rule} {place}")


def _binding(theme: ThemeResult, findings: Sequence[Finding]) -> set[str]:
    """The findings whose limit really holds a theme down: without limits it would stand higher than it does."""
    mine = [f for f in findings if f.theme == theme.theme and not f.withdrawn]
    higher = any(f.standing is not None and rank_of(f.standing) > rank_of(theme.standing) for f in mine)
    return {f.id for f in mine if higher and f.limit == theme.standing}


def _carried(finding: Finding, alone: set[str], paired: set[str], holds: bool) -> tuple[int, str] | None:
    """The rank of a finding that the verdict rests on, where evidence that would change it is behind it."""
    held = f" It also holds its theme at {finding.limit}." if holds else ""
    if alone:
        return 0, f"The verdict rests on it, and would be another without {_named(alone, 'or')}.{held}"
    if paired:
        return (
            1,
            f"The verdict rests on it, and would be another without {_named(paired, 'or')} and something else.{held}",
        )
    return None


def _rank(finding: Finding, doubted: set[str], resting: bool, title: str, holds: bool) -> tuple[int, str]:
    if finding.withdrawn:
        behind_it = _named(doubted) if doubted else "the evidence behind it"
        return 2, f"It would speak on '{title}' again if the questions about {behind_it} were answered."
    if holds:
        return 2, f"It holds '{title}' at {finding.limit}."
    if resting:
        return 4, "The verdict rests on it, among others."
    if finding.limit is not None:
        return 4, f"With it '{title}' can stand no higher than {finding.limit}."
    return 6, f"It speaks on '{title}'." if finding.standing else ""


def _of_probes(inspection: Inspection, change: Change) -> Iterable[Ranked]:
    behind_it = {name for fact in facts_behind(inspection) for name in fact.rests_on}
    alone, paired = _carrying(change)
    for trace in inspection.traces:
        if trace.outcome in ("question", "strong-question"):
            rank, moves = 3, f"It concerns {trace.subject}."
            if _part_of(trace.subject, behind_it | alone | paired):
                rank, moves = 1, f"It decides how much {trace.subject} can bear."
            if _part_of(trace.subject, alone):
                rank, moves = (
                    0,
                    f"It decides how much {trace.subject} can bear. Without that the verdict would be another.",
                )
            for question in trace.ask:
                yield Ranked(rank, ASKED_OF_PROBES, question, _name(trace), moves)


def _part_of(subject: str, names: set[str]) -> bool:
    """Whether a trace's subject is one of these pieces of evidence or, as a list of the case records, a part of one."""
    return any(subject == name or subject.startswith(f"{name}/") for name in names)


def _of_silence(inspection: Inspection) -> Iterable[Ranked]:
    for theme in inspection.themes:
        if theme.standing == "silent":
            yield Ranked(
                5,
                ("front-line", "managers"),
                theme.asks,
                f"standing/{theme.theme}",
                f"'{theme.title}': {theme.says}" if theme.says else f"It speaks on '{theme.title}'.",
            )


def _few_of_each(ranked: Sequence[Ranked]) -> list[Ranked]:
    """A rule that fired for many measures asks about the first few of them; the others' questions stand at their findings.

    What is asked in the same words is asked once anyhow, and so counts once; questions of probes and silent themes all stay.
    """
    asked: dict[str, set[str]] = {}
    kept = []
    for one in ranked:
        words = asked.setdefault(one.slot, set())
        if not one.slot or one.question in words or len(words) < MOST_OF_A_RULE:
            words.add(one.question)
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
            whom=in_turn(list(dict.fromkeys(who for one in some for who in one.whom))),
            because=tuple(dict.fromkeys(one.because for one in some)),
            moves=some[0].moves,
        )
        for question, some in found.items()
    )


def _carrying(change: Change) -> tuple[set[str], set[str]]:
    """The evidence that flips the verdict alone, and that which does with something else."""
    alone = {name for flip in change.flips if len(flip.removed) == 1 for name in flip.removed}
    return alone, {name for flip in change.flips for name in flip.removed} - alone


def _named(names: set[str], joined: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`: the names in words."""
    return in_a_row(sorted(name.removeprefix("indicator/") for name in names), joined)


def _name(trace: Trace) -> str:
    return f"probe/{trace.probe}/{trace.subject}"
