"""The one path: a bundle and a framework in, an `Inspection` out."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from inspector import bundle as bundles
from inspector import clock, lints, pictures, plugins, probes, signals
from inspector import framework as frameworks
from inspector.bundle import problem_rules
from inspector.evidence.before import with_before
from inspector.evidence.since import with_oldest
from inspector.framework import kept, of_bundle, shipped
from inspector.framework.read_by import DEFAULT, read_by, read_by_this
from inspector.framework.vocabulary import extend
from inspector.model.assurance import on_paper
from inspector.model.evidence import Evidence
from inspector.model.facts import Fact, Field, Scalar
from inspector.model.held import Held
from inspector.model.inspection import Finding, Inspection, ThemeResult, TrustIn, Verdict
from inspector.model.judged_from import JudgedFrom, Under
from inspector.model.ladder import VerdictWord, rank
from inspector.model.outcome import Outcome
from inspector.model.plugins import PluginPart
from inspector.model.problems import CannotComplete, Faults, Problem, Where, listed
from inspector.model.remarks import query
from inspector.model.rules import Framework, Source, VerdictRow
from inspector.model.struck import Struck
from inspector.model.traces import Trace
from inspector.model.words import short
from inspector.plugins import refusal
from inspector.rules import engine, vocabulary
from inspector.rules.decision import decide
from inspector.rules.same import Same
from inspector.verdict import findings as found
from inspector.verdict import striking
from inspector.verdict import trust as trusting
from inspector.verdict.basis import stating, table_facts
from inspector.verdict.ceiling import NO_CEILING, Ceiling, ceiling, lowered, trusted
from inspector.verdict.could_be import could_be
from inspector.verdict.declared import declared
from inspector.verdict.expected import Expected, Gaps
from inspector.verdict.false_discovery import hold
from inspector.verdict.missing import missing
from inspector.verdict.movement import KIND as MOVES
from inspector.verdict.movement import indicators
from inspector.verdict.names import name
from inspector.verdict.order import height, lower_verdict
from inspector.verdict.outcome import drawn
from inspector.verdict.quotes import quoted
from inspector.verdict.score import score
from inspector.verdict.standings import FOUND_FALSE, NO_LIMIT, AtMost, held_to, standings
from inspector.verdict.struck import Part, asked, struck
from inspector.verdict.unjudged import unjudged
from inspector.version import __version__

if TYPE_CHECKING:
    from inspector.bundle.pseudonyms import Pseudonyms
    from inspector.bundle.reading import BundleReading
    from inspector.model.stories import Told
    from inspector.model.visits import Margins
    from inspector.proof.judging import Judging

Matcher = Literal["auto", "durable", "reference"]
DEFAULT_FRAMEWORK = DEFAULT
NOTHING_STATED: Mapping[str, Scalar] = {}


class ProblemsInEvidence(CannotComplete):
    """The bundle could be read, but has errors; to assess it all the same is a choice that somebody has to make."""


class Rulebook(NamedTuple):
    """A framework without errors, and the kinds and fields that its rules may speak of.

    `known` has signals and probes only; `vocabulary` also what the framework adds.
    """

    framework: Framework
    known: Mapping[str, tuple[Field, ...]]
    vocabulary: Mapping[str, tuple[Field, ...]]

    def __repr__(self) -> str:
        return f"<Rulebook of {self.framework!r}>"


class Before(NamedTuple):
    """What was judged before, above which nothing may stand; `under` says how it is a bound."""

    workings: "Workings"
    under: Under


class Workings(NamedTuple):
    """Everything on the way to the answer, for those who ask why."""

    evidence: Evidence
    rulebook: Rulebook
    firings: engine.Firings
    inspection: Inspection
    at_most: AtMost = NO_LIMIT
    """The themes as they stand with nothing struck; empty where nothing is asked about rows."""
    submitted: Evidence | None = None
    """What was observed: `evidence` before the rows that questions are about were struck."""
    hide: Callable[[str], str] = str
    """Any text as it may be repeated beside this submission."""
    before: "Before | None" = None

    @property
    def note(self) -> str:
        """What the user should know about how the answer was found; mostly empty."""
        return self.firings.note

    def __repr__(self) -> str:
        return f"<Workings of {self.inspection!r}>"


def assess(
    path: str | Path,
    framework: str | Path | None = None,
    *,
    matcher: Matcher = "auto",
    despite_problems: bool = False,
    earlier: "EarlierOnes" = None,
) -> Inspection:
    """Inspect the bundle at `path` (folder or zip) by a framework (an id or a path; else the one the bundle names).

    With an `earlier` submission or several, rows that were rewritten since are asked about.

    Raises `CannotComplete` where bundle or framework cannot be read, and its subclass `ProblemsInEvidence` where rows
    have errors, unless `despite_problems`: then those rows are left out and what they belong to is trusted less.
    """
    return with_pictures(work(path, framework, matcher=matcher, despite_problems=despite_problems, earlier=earlier))


def with_pictures(workings: Workings, seed: str = "") -> Inspection:
    """The inspection argued about, with what a report draws. Pictures come last: nothing that judges can have seen them."""
    found = with_argument(workings, seed)
    with clock.phase("drawing pictures"):
        return found.model_copy(update={"pictures": pictures.make(workings.evidence, found.facts, found.traces)})


def with_argument(workings: Workings, seed: str = "") -> Inspection:
    """The inspection with the argument about its verdict. It comes after the verdict, which cannot have seen it.

    `seed` draws the fieldwork's samples; without one the bundle's digest does.
    """
    from inspector.argument.argue import argument

    found, firings, rulebook = workings.inspection, workings.firings, workings.rulebook
    with clock.phase("arguing about the verdict"):
        argued = argument(found, rulebook.framework, rulebook.known, workings.evidence, firings, seed, workings.at_most)
    # A verdict that leaves things open is no lower than one that says that nothing moves.
    lower = [one for one in argued.would_change.flips if height(one.verdict) < height(found.verdict.verdict)]
    alone = {flip.removed[0]: flip.verdict for flip in lower if len(flip.removed) == 1}
    told = margins(workings, alone=tuple(alone))
    made = argued.model_copy(update={"margins": told})
    return found.model_copy(
        update={
            "argument": made,
            "verdict": _pieces_told(found, alone, told),
            "told": told_of(workings),
            "judged_from": judged_from_of(workings),
            **_over_time(workings),
        }
    )


def told_of(workings: Workings) -> "Told":
    """What a reader is told beside the judgement. It comes last: nothing that judges can have seen it."""
    from inspector.argument.doubtful_gains import doubtful_gains
    from inspector.telling import tell

    with clock.phase("telling stories"):
        return tell(workings.evidence, workings.inspection, doubtful_gains(workings.inspection))


def judged_from_of(workings: Workings) -> tuple[JudgedFrom, ...]:
    """What judging it by other rules takes: of this, and of what was judged before and bounds it."""
    from inspector.verdict.judged_from import judged_from

    levels, now = list[JudgedFrom](), workings
    with clock.phase("keeping what other rules would read"):
        while True:
            evidence, under = now.submitted or now.evidence, now.before.under if now.before else None
            levels.append(judged_from(now.inspection, evidence, now.rulebook.framework, measured, under))
            if now.before is None:
                return tuple(levels)
            now = now.before.workings


def _over_time(workings: Workings) -> dict[str, Any]:
    """What the next inspection asks of this one: what was promised, what was attested, and up to which day things count."""
    from inspector.evidence.attested import attested
    from inspector.evidence.calibrated import calibrated
    from inspector.evidence.promised import promised
    from inspector.evidence.records import last_day

    evidence = workings.submitted or workings.evidence
    return {
        "until": last_day(evidence).isoformat(),
        "promised": promised(evidence),
        "attestations": attested(evidence),
        "calibration": calibrated(evidence),
    }


def _pieces_told(found: Inspection, alone: Mapping[str, VerdictWord], margins: "Margins") -> Verdict:
    """The verdict with what it hangs on said in its assurance, where no visit has said it."""
    from inspector.proof.paper import with_pieces

    if found.visit is not None:
        return found.verdict
    return found.verdict.model_copy(
        update={"assured": with_pieces(found.verdict.assured, alone, margins, found.verdict.assurance)}
    )


def margins(
    workings: Workings, *, right: Collection[tuple[str, int]] = (), alone: Sequence[str] | None = None
) -> "Margins":
    """How many rows of what the verdict hangs on would have to be wrong before it were lower; seconds on a large bundle.

    Rows at the places `right` (resource, row) were seen and are as written. With the pieces on which it hangs `alone` it is a
    bound that costs little, of the first of them, and no more.
    """
    from inspector.proof import margin

    with clock.phase("working out margins"):
        asked = _judging(workings)
        return margin.margins(asked, right=right) if alone is None else margin.cheaply(asked, alone)


def judged_without(workings: Workings, places: Collection[tuple[str, int]]) -> VerdictWord:
    """The verdict without the rows at these places (resource, row), all judged anew, questions too; it is never higher."""
    from inspector.proof.pieces import without

    return lower_verdict(workings.inspection.verdict.verdict, _anew(workings, lambda one: without(one, places)))


def _anew(workings: Workings, edit: Callable[[Evidence], Evidence]) -> VerdictWord:
    evidence = edit(workings.submitted or workings.evidence)
    return settle(workings.rulebook, evidence, (), "reference").inspection.verdict.verdict


def _judging(workings: Workings) -> "Judging":
    from inspector.argument.argue import case_of
    from inspector.argument.rejudged import Rejudged
    from inspector.argument.support import named_behind
    from inspector.proof.judging import Judging

    found, rulebook, evidence = workings.inspection, workings.rulebook, workings.evidence
    case = case_of(found, rulebook.framework, rulebook.known, evidence, workings.firings, workings.at_most)
    return Judging(
        evidence=evidence,
        verdict=found.verdict,
        facts=found.facts,
        behind=named_behind(found),
        quick=Rejudged(case).word,
        anew=partial(_anew, workings),
        moves=signals.load("trajectory").measure,
    )


def work(
    path: str | Path,
    framework: str | Path | None = None,
    *,
    matcher: Matcher = "auto",
    despite_problems: bool = False,
    earlier: "EarlierOnes" = None,
    pseudonyms: "Pseudonyms | None" = None,
    remembered: "Remembered | None" = None,
) -> Workings:
    """As `assess` but without pictures, with everything on the way to the answer.

    `pseudonyms` replaces the identifiers of children and workers before anything else is done with them. `remembered` says what
    a register knows of earlier submissions, and who vouches for the dates of those that are given.
    """
    return work_through(
        _read(path, framework, pseudonyms),
        framework,
        matcher=matcher,
        despite_problems=despite_problems,
        earlier=earlier,
        pseudonyms=pseudonyms,
        remembered=remembered,
    )


def _read(path: str | Path, framework: str | Path | None, pseudonyms: "Pseudonyms | None") -> "BundleReading":
    with clock.phase("reading the bundle"):
        return bundles.read_bundle(Path(path), pseudonyms, by=read_by(framework))


def work_through(
    reading: "BundleReading",
    framework: str | Path | None = None,
    *,
    matcher: Matcher = "auto",
    despite_problems: bool = False,
    earlier: "EarlierOnes" = None,
    pseudonyms: "Pseudonyms | None" = None,
    remembered: "Remembered | None" = None,
) -> Workings:
    """As `work`, of a bundle that was read already, by the same framework and with the same `pseudonyms`."""
    rulebook, evidence, problems = _ready(reading, framework, despite_problems=despite_problems)
    paths = _paths(earlier)
    alone = evidence
    if paths or remembered is not None:
        with clock.phase("comparing with earlier submissions"):
            evidence, told = _with_earlier(reading, evidence, rulebook, paths, pseudonyms, remembered)
            problems = (*problems, *told)
    hide = reading.hiding.gate.text
    # The tables are evidence now; a million rows need not be held twice.
    del reading
    found = settle(rulebook, evidence, problems, matcher)
    return _no_higher(found, alone, matcher)._replace(hide=hide)


EarlierOnes = str | Path | Sequence[str | Path] | None
Remembered = Callable[[Evidence, tuple[Held, ...]], tuple[Held, ...]]
"""Of the evidence that is judged and what the bundles given hold: what all earlier submissions hold, with the dates that count.

One with the root of the evidence says when that was received."""


def _paths(earlier: EarlierOnes) -> list[Path]:
    if earlier is None:
        return []
    return [Path(earlier)] if isinstance(earlier, str | Path) else [Path(one) for one in earlier]


def _with_earlier(
    reading: "BundleReading",
    evidence: Evidence,
    rulebook: Rulebook,
    paths: Sequence[Path],
    pseudonyms: "Pseudonyms | None",
    remembered: Remembered | None,
) -> tuple[Evidence, Sequence[Problem]]:
    """The evidence with what earlier submissions say of it, and what is to be told of these."""
    # The register as submitted is held to the earlier ones; on measures known by name the framework has the last word.
    submitted = reading.evidence.indicators if reading.evidence else ()
    raw = evidence.model_copy(update={"indicators": submitted})
    history, problems = tuple[Held, ...](), list[Problem]()
    if paths:
        from inspector.packing.earlier import held_against

        given = held_against(paths, reading, pseudonyms)
        raw = with_before(raw.model_copy(update={"earlier": tuple(given.differences)}), given.before)
        history, problems = given.history, given.problems
    if remembered is not None:
        history = remembered(evidence, history)
        if not any(one.root is None or one.root != evidence.root for one in history):
            problems = [*problems, _none_known(evidence)]
    own = next((one for one in history if one.root is not None and one.root == evidence.root), None)
    earlier = [one for one in history if one is not own]
    ordered = sorted(earlier, key=lambda one: (one.received_on, one.period_end, one.root or ""))
    raw = with_oldest(raw.model_copy(update={"history": tuple(ordered), "received": own}))
    return as_known(raw, rulebook), problems


def _none_known(evidence: Evidence) -> Problem:
    message = f"no earlier submission of {short(evidence.authority)} is known to the register, nor given"
    return query(
        "no-earlier-submission", Where(file="datapackage.json"), message, fix="look for how its name is written there"
    )


def _no_higher(found: Workings, alone: Evidence, matcher: Matcher) -> Workings:
    """The same, no higher than it is without the earlier submissions: what they hold never raises a verdict.

    Only cells of the register that count as they were could do that.
    """
    evidence = found.submitted or found.evidence
    if evidence.indicators == alone.indicators:
        return found
    without = settle(found.rulebook, alone, found.inspection.problems, matcher)
    if height(without.inspection.verdict.verdict) < height(found.inspection.verdict.verdict):
        found = settle(found.rulebook, evidence, found.inspection.problems, matcher, ceiling(without.inspection))
    return found._replace(before=Before(without, Under(where_higher=True)))


def work_on(reading: "BundleReading", framework: str | Path | None = None, matcher: Matcher = "auto") -> Workings:
    """As `work`, of a bundle that was read already and despite the problems in its rows."""
    rulebook, evidence, problems = _ready(reading, framework, despite_problems=True)
    return settle(rulebook, evidence, problems, matcher)


def _ready(
    reading: "BundleReading", framework: str | Path | None, *, despite_problems: bool
) -> tuple[Rulebook, Evidence, tuple[Problem, ...]]:
    """The rulebook, the evidence as far as figures can be recomputed, and all problems. Raises as `work` says."""
    if reading.evidence is None:
        raise CannotComplete(listed(reading.problems))
    if not despite_problems and reading.stopping:
        raise ProblemsInEvidence(listed(reading.problems))
    with clock.phase("reading the framework"):
        rulebook = load(framework or _named_by(reading.evidence))
    evidence = as_known(reading.evidence, rulebook)
    told = [
        one for one in (of_bundle.refused(evidence.framework, rulebook.framework.id), *said_otherwise(evidence)) if one
    ]
    problems = (*reading.problems, *map(reading.hiding.gate.remark, told))
    with clock.phase("recomputing figures from case records"):
        return rulebook, recomputed(evidence, rulebook), listed(problems)


def as_known(evidence: Evidence, rulebook: Rulebook) -> Evidence:
    """The evidence with its register as it counts: the framework's word on measures known by name, who vouches for the rest."""
    from inspector.evidence.verified import better_as_seen
    from inspector.packing.known import settled

    rows, directions = settled(evidence.indicators, rulebook.framework.indicators, better_as_seen(evidence))
    return evidence.model_copy(update={"indicators": rows, "directions": directions})


def as_judged(evidence: Evidence, framework: str | Path | None = None) -> Evidence:
    """The evidence with its register as a framework has it (else the one it names), or as submitted where that cannot be read."""
    with suppress(CannotComplete):
        return as_known(evidence, load(framework or _named_by(evidence)))
    return evidence


def said_otherwise(evidence: Evidence) -> list[Problem]:
    """What its register says otherwise than the framework, and which of its verifications count for nothing, each in its row."""
    from inspector.evidence.verified import remarks
    from inspector.packing.known import asked

    return [*asked(evidence.directions), *remarks(evidence)]


def _named_by(evidence: Evidence) -> str:
    """The framework that the bundle names by its id, else the default. Raises CannotComplete where it names another thing."""
    if wrong := of_bundle.refused(evidence.framework):
        raise CannotComplete([wrong])
    return evidence.framework or DEFAULT_FRAMEWORK


def load(framework: str | Path) -> Rulebook:
    """The framework of that id or path. Raises `CannotComplete` with every error that its lints find, and for plugins' names."""
    if taken := names_taken():
        raise CannotComplete(taken)
    known = vocabulary.base()
    kept_as = _kept_as(str(framework))
    found = kept.find(kept_as) if kept_as else None
    if found is not None:
        return Rulebook(found, known, extend(found, known))
    found = frameworks.named(str(framework))
    extended = extend(found, known)
    # One that ships, byte for byte, was linted before it did; of it only what plugins bring is asked, which nobody knew then.
    if not shipped.is_shipped(found) or lints.others():
        errors = [problem for problem in lints.check(found, extended) if problem.level == "error"]
        if errors:
            raise CannotComplete(errors)
    # Not where a file was changed while it was read, nor where a waiver holds only until a day.
    if kept_as and not found.waivers and kept_as == _kept_as(str(framework)):
        kept.keep(kept_as, found)
    return Rulebook(found, known, extended)


def _kept_as(framework: str) -> str:
    """The name a framework without errors is kept under; empty where plugins say what an error is, or bring frameworks."""
    if any(room.others() for room in (signals, probes, lints, frameworks)):
        return ""
    folder = frameworks.find(framework)
    try:
        return kept.key(folder)
    except (OSError, CannotComplete):
        return ""


def recomputed(evidence: Evidence, rulebook: Rulebook) -> Evidence:
    """The evidence with every figure that the framework's derivations compute from its case records."""
    if not evidence.case_lists or not rulebook.framework.derivations:
        return evidence
    from inspector.derived import recompute

    return evidence.model_copy(update={"recomputed": recompute(evidence, rulebook.framework.derivations)})


def observe(evidence: Evidence) -> tuple[tuple[Fact, ...], tuple[Trace, ...]]:
    """The facts of every signal and the traces of every probe, sorted, false discoveries held down."""
    return measured(evidence), questions(evidence)


def measured(evidence: Evidence) -> tuple[Fact, ...]:
    """The facts of every signal alone, sorted."""
    with clock.phase("measuring signals"):
        names = signals.ids()
        facts = [fact for name in clock.each(names, len(names)) for fact in signals.load(name).measure(evidence)]
    return tuple(sorted(facts, key=lambda fact: fact.id))


def questions(evidence: Evidence) -> tuple[Trace, ...]:
    """The traces of every probe alone, false discoveries held down: what an authority asks before it submits."""
    with clock.phase("asking probes"):
        names = probes.ids()
        traces = [trace for name in clock.each(names, len(names)) for trace in probes.load(name).examine(evidence)]
        return hold(tuple(sorted(traces, key=lambda trace: (trace.probe, trace.subject))))


def left_open(reading: "BundleReading", framework: str | Path | None = None) -> tuple[Problem | Faults, ...]:
    """What is asked of a bundle once it is known by which framework it will be judged; empty where nothing is.

    The framework that it names, where rules cannot come from there; what its register leaves open, with what titles make likely.
    """
    refused = of_bundle.refused(reading.framework) if framework is None else None
    found = [] if refused is None else [refused]
    kinds = {table.kind for table in reading.tables}
    if kinds & {"indicator-register", "verifications"} and reading.evidence is not None:
        found += _of_register(reading, reading.evidence, DEFAULT_FRAMEWORK if refused else framework)
    return tuple(reading.hiding.gate.remark(one) for one in found)


def _of_register(reading: "BundleReading", evidence: Evidence, framework: str | Path | None) -> list[Problem]:
    from inspector.packing.register import left_open as asked

    rulebook = None
    with suppress(CannotComplete):
        rulebook = load(framework or evidence.framework or DEFAULT_FRAMEWORK)
    found = (
        None
        if reading.register_stated
        else asked(evidence.indicators, rulebook.framework.indicators if rulebook else ())
    )
    return [*([found] if found else []), *said_otherwise(as_known(evidence, rulebook) if rulebook else evidence)]


class Drawn(NamedTuple):
    """What follows from what was observed: trust, findings, standings and verdict."""

    evidence: Evidence
    facts: tuple[Fact, ...]
    traces: tuple[Trace, ...]
    trust: tuple[TrustIn, ...]
    firings: engine.Firings
    findings: tuple[Finding, ...]
    themes: tuple[ThemeResult, ...]
    verdict: Verdict

    @property
    def observed(self) -> tuple[Fact, ...]:
        """What rules read: facts, and traces as facts."""
        return (*self.facts, *(probes.fact_of(trace) for trace in self.traces))

    def __repr__(self) -> str:
        return f"<Drawn: {self.verdict.verdict}>"


def settle(
    rulebook: Rulebook,
    evidence: Evidence,
    problems: tuple[Problem, ...] = (),
    matcher: Matcher = "auto",
    under: Ceiling = NO_CEILING,
) -> Workings:
    """Observed, judged, and judged again without the rows that questions are about, where they are about rows.

    No verdict, standing or trust is higher than it would be had nothing been asked, nor than `under` has it.
    """
    return settle_observed(rulebook, evidence, *observe(evidence), problems, matcher, under)


def settle_observed(
    rulebook: Rulebook,
    evidence: Evidence,
    facts: tuple[Fact, ...],
    traces: tuple[Trace, ...],
    problems: tuple[Problem, ...] = (),
    matcher: Matcher = "auto",
    under: Ceiling = NO_CEILING,
) -> Workings:
    """As `settle`, of what was observed already."""
    parts = asked(evidence, traces)
    if not parts:
        return conclude(rulebook, evidence, facts, traces, problems, matcher, under)
    draw = partial(_again, rulebook, evidence, facts, traces, parts, matcher, under)
    found = striking.weighed(parts, draw)
    at_most = {theme.theme: theme for theme in found.submitted.themes}
    stands = _under(rulebook, _held(rulebook, found, at_most, matcher), matcher, under)
    told = striking.told(parts, found, stands.verdict.verdict)
    return _written(rulebook, stands, problems, told, at_most)._replace(submitted=evidence)


def judged_again(workings: Workings, evidence: Evidence, fell: Mapping[str, str] | None = None) -> Workings:
    """Judged anew by other evidence, and never higher than before. Pieces that `fell` are trusted less, for the reason given."""
    found = workings.inspection
    made = settle(workings.rulebook, evidence, found.problems, under=ceiling(found, fell))
    return made._replace(hide=workings.hide, before=Before(workings, Under(falls=tuple(sorted(fell or ())))))


def lower_of(first: Workings, second: Workings) -> Workings:
    """That with the lower verdict; of two alike that whose themes stand lower in all, else the first."""

    def place(one: Workings) -> tuple[int, int]:
        found = one.inspection
        return height(found.verdict.verdict), sum(rank(theme.standing) for theme in found.themes)

    return min(first, second, key=place)


def _again(
    rulebook: Rulebook,
    evidence: Evidence,
    facts: tuple[Fact, ...],
    traces: tuple[Trace, ...],
    parts: tuple[Part, ...],
    matcher: Matcher,
    under: Ceiling,
    names: Collection[str],
    fell: Collection[str],
) -> Drawn:
    """What follows without the rows asked about in the pieces named, where those that fell are trusted less."""
    left = struck(evidence, parts, names)
    trust = trusted(trusting.trust_in(left, traces, parts, fell), under)
    return _drawn(rulebook, left, facts if left is evidence else measured(left), traces, trust, matcher)


def _held(rulebook: Rulebook, found: striking.Weighed[Drawn], at_most: AtMost, matcher: Matcher) -> Drawn:
    """No theme above where it stands with nothing struck, and no verdict above that with nothing struck, or with all of it."""
    drawn = found.stands
    themes = held_to(drawn.themes, at_most)
    verdict = verdict_by(
        rulebook, drawn.firings, drawn.findings, themes, drawn.traces, drawn.trust, matcher, drawn.evidence
    )
    for other in (found.submitted.verdict, found.struck.verdict):
        if lower_verdict(verdict.verdict, other.verdict) != verdict.verdict:
            verdict = other.model_copy(update={"score": score(themes, other.verdict)})
    return drawn._replace(themes=themes, verdict=verdict)


def _under(rulebook: Rulebook, drawn: Drawn, matcher: Matcher, under: Ceiling) -> Drawn:
    """The same, no theme and no verdict above the ceiling."""
    if under.verdict is None:
        return drawn
    themes = held_to(drawn.themes, under.themes, FOUND_FALSE)
    verdict = drawn.verdict
    if themes != drawn.themes:
        held = verdict_by(
            rulebook, drawn.firings, drawn.findings, themes, drawn.traces, drawn.trust, matcher, drawn.evidence
        )
        verdict = held if lower_verdict(verdict.verdict, held.verdict) == held.verdict else verdict
    return drawn._replace(themes=themes, verdict=lowered(verdict, themes, under))


def conclude(
    rulebook: Rulebook,
    evidence: Evidence,
    facts: tuple[Fact, ...],
    traces: tuple[Trace, ...],
    problems: tuple[Problem, ...] = (),
    matcher: Matcher = "auto",
    under: Ceiling = NO_CEILING,
) -> Workings:
    """Rules, findings, standings and verdict from what was observed, nothing struck."""
    with clock.phase("weighing trust"):
        trust = trusted(trusting.trust_in(evidence, traces), under)
    drawn = _under(rulebook, _drawn(rulebook, evidence, facts, traces, trust, matcher), matcher, under)
    return _written(rulebook, drawn, problems)._replace(submitted=evidence)


def _drawn(
    rulebook: Rulebook,
    evidence: Evidence,
    facts: tuple[Fact, ...],
    traces: tuple[Trace, ...],
    trust: tuple[TrustIn, ...],
    matcher: Matcher,
) -> Drawn:
    observed = (*facts, *(probes.fact_of(trace) for trace in traces))
    with clock.phase("matching rules"):
        firings, findings, themes = findings_and_standings(rulebook, observed, trust, matcher)
    with clock.phase("settling the verdict"):
        verdict = verdict_by(rulebook, firings, findings, themes, traces, trust, matcher, evidence)
    return Drawn(evidence, facts, traces, trust, firings, findings, themes, verdict)


def _written(
    rulebook: Rulebook,
    drawn: Drawn,
    problems: tuple[Problem, ...] = (),
    told: Struck | None = None,
    at_most: AtMost = NO_LIMIT,
) -> Workings:
    evidence, observed = drawn.evidence, drawn.observed
    about = signals.abouts(), probes.abouts()
    inspection = Inspection(
        engine=__version__,
        framework_id=rulebook.framework.id,
        framework_version=rulebook.framework.version,
        framework_title=rulebook.framework.title,
        framework_question=rulebook.framework.question,
        framework_digest=rulebook.framework.digest,
        framework_shipped=shipped.is_shipped(rulebook.framework),
        framework_extends=rulebook.framework.extends,
        waivers=rulebook.framework.waivers,
        words=rulebook.framework.words,
        bundle_digest=evidence.digest,
        bundle_root=evidence.root,
        learning=evidence.learning,
        authority=evidence.authority,
        invented=evidence.invented,
        period_start=evidence.period_start.isoformat(),
        period_end=evidence.period_end.isoformat(),
        notified_on=evidence.notified_on.isoformat() if evidence.notified_on else None,
        verdict=drawn.verdict,
        themes=drawn.themes,
        findings=quoted(drawn.findings, observed, evidence),
        facts=tuple(sorted(observed, key=lambda fact: fact.id)),
        traces=drawn.traces,
        trust=drawn.trust,
        unjudged=unjudged(evidence, drawn.themes, drawn.facts, drawn.traces, *about),
        problems=problems,
        resources=evidence.resources,
        plugins=taking_part(rulebook.framework),
        declared=declared(evidence),
        struck=told,
        sources=cited(rulebook.framework, drawn.findings),
    )
    return Workings(evidence, rulebook, drawn.firings, inspection, at_most)


def cited(framework: Framework, findings: Iterable[Finding]) -> tuple[Source, ...]:
    """The sources of a framework that any of the findings rests on, in the order of the framework."""
    names = {name for finding in findings for name in finding.cites}
    return tuple(source for source in framework.sources if source.id in names)


def taking_part(framework: Framework) -> tuple[PluginPart, ...]:
    """The plugins that have a part in a result by this framework.

    Every signal, probe and lint is asked in every inspection, also one that then has nothing to say; a framework only where
    it is the one applied.
    """
    own = frameworks.plugin_of(framework)
    return plugins.parts([*signals.others(), *probes.others(), *lints.others(), *([own] if own else [])])


def names_taken() -> tuple[Problem, ...]:
    """Plugins whose id is that of something of ours of another kind: by a name, `explain` and rules know one thing.

    It is asked here because a room knows its own kind alone.
    """
    rooms = {
        "signal": (signals.ids(), signals.others()),
        "probe": (probes.ids(), probes.others()),
        "lint": (lints.ids(), lints.others()),
        "framework": (frameworks.listing(), frameworks.others()),
    }
    ours = dict.fromkeys([*problem_rules.ids(), *refusal.MEANINGS], "problem")
    for kind, (ids, others) in rooms.items():
        ours.update(dict.fromkeys(set(ids) - {plugin.id for plugin in others}, kind))
    return tuple(
        refusal.remark(
            "plugin-id",
            plugin.named,
            plugin.place,
            f"Inspector has a {ours[plugin.id]} {plugin.id!r} of its own",
            plugins.ALONE,
        )
        for _, others in rooms.values()
        for plugin in others
        if plugin.id in ours
    )


def findings_and_standings(
    rulebook: Rulebook, observed: tuple[Fact, ...], trust: tuple[TrustIn, ...], matcher: Matcher = "auto"
) -> tuple[engine.Firings, tuple[Finding, ...], tuple[ThemeResult, ...]]:
    """Findings and standings from what was observed, as far as its evidence may be trusted."""
    firings = engine.run(rulebook.framework, observed, rulebook.known, matcher, trusting.by(trust))
    everything = {fact.id: fact for fact in firings.facts}
    findings = found.findings(rulebook.framework, firings.firings, everything)
    return firings, findings, standings(rulebook.framework, findings, everything)


def verdict_by(
    rulebook: Rulebook,
    firings: engine.Firings,
    findings: tuple[Finding, ...],
    themes: tuple[ThemeResult, ...],
    traces: tuple[Trace, ...],
    trust: tuple[TrustIn, ...],
    matcher: Matcher = "auto",
    evidence: Evidence | None = None,
) -> Verdict:
    """The verdict by the framework's decision table; of `evidence` also what is missing, and the range that this leaves it."""
    moves = [fact for fact in firings.facts if fact.kind == MOVES]
    others = [fact for fact in firings.facts if fact.kind != MOVES]

    def table(moves: Sequence[Fact], gaps: Gaps) -> list[Fact]:
        return [*others, *moves, *table_facts(themes, findings, traces, trust, moves, gaps)]

    def entered(moves: Sequence[Fact], gaps: Gaps) -> VerdictRow:
        return decide(rulebook.framework.verdicts, table(moves, gaps), rulebook.vocabulary, "reference")[0]

    gaps = Expected(evidence, rulebook.framework).gaps(indicators(moves)) if evidence else Gaps()
    row, support = decide(rulebook.framework.verdicts, table(moves, gaps), rulebook.vocabulary, matcher)
    names = name(rulebook.framework, firings.firings, {fact.id: fact for fact in firings.facts})
    because = sorted(f"finding/{names[fact]}" if fact in names else fact for fact in support)
    verdict = Verdict(
        verdict=row.verdict,
        row=row.id,
        says=row.says,
        brief=row.brief,
        because=tuple(because),
        score=score(themes, row.verdict),
        assured=on_paper(row.verdict),
    )
    if evidence is None:
        return verdict
    could = could_be(moves, gaps, entered)
    told = {"missing": missing(evidence, rulebook.framework, gaps), **(could._asdict() if could else {})}
    return verdict.model_copy(update=told)


def evaluate_case(
    framework: Framework,
    facts: tuple[Fact, ...],
    trust: tuple[TrustIn, ...] = (),
    stated: Mapping[str, Scalar] = NOTHING_STATED,
    matcher: Matcher = "auto",
) -> Outcome:
    """What the framework makes of facts alone: for the framework's own test cases, and the definition of what they see.

    All facts are trusted but those that rest on what `trust` names. Fields of the verdict's basis that are `stated` count in
    place of those that follow from the facts: without a bundle nothing is missing and nothing dropped.
    """
    return evaluated(_rulebook(Same(framework)), facts, trust, stated, matcher)


def evaluated(
    rulebook: Rulebook,
    facts: tuple[Fact, ...],
    trust: tuple[TrustIn, ...] = (),
    stated: Mapping[str, Scalar] = NOTHING_STATED,
    matcher: Matcher = "auto",
) -> Outcome:
    """As `evaluate_case`, by a framework whose vocabulary is known already."""
    framework = rulebook.framework
    firings, findings, themes = findings_and_standings(rulebook, facts, trust, matcher)
    moves = [fact for fact in firings.facts if fact.kind == MOVES]
    table = (*firings.facts, *stating(table_facts(themes, findings, (), trust, moves), stated))
    row, _ = decide(framework.verdicts, table, rulebook.vocabulary, matcher)
    found = drawn(framework, firings.firings)
    return Outcome(found, {t.theme: t.standing for t in themes}, row.verdict, row.id, row.says, row.brief)


def evaluate_bundle(framework: Framework, path: Path) -> Outcome:
    """What the framework makes of a whole bundle: for the framework's own test cases."""
    rulebook = _rulebook(Same(framework))
    return outcome_of(settle(rulebook, evidence_of_case(rulebook, path)))


def evidence_of_case(rulebook: Rulebook, path: Path) -> Evidence:
    """The evidence of a bundle as the framework sees it. Raises CannotComplete where it cannot be read as meant."""
    reading = bundles.read_bundle(path, by=read_by_this(rulebook.framework))
    if reading.evidence is None or reading.stopping:
        raise CannotComplete(listed(reading.problems))
    return recomputed(as_known(reading.evidence, rulebook), rulebook)


def outcome_of(workings: Workings) -> Outcome:
    """What a test case sees of an inspection."""
    result, verdict = workings.inspection, workings.inspection.verdict
    found = drawn(workings.rulebook.framework, workings.firings.firings)
    standing = {theme.theme: theme.standing for theme in result.themes}
    return Outcome(found, standing, verdict.verdict, verdict.row, verdict.says, verdict.brief)


@lru_cache(maxsize=4)
def _rulebook(framework: Same[Framework]) -> Rulebook:
    known = vocabulary.base()
    return Rulebook(framework.of, known, extend(framework.of, known))
