"""The one path: a bundle and a framework in, an `Inspection` out."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from inspector import bundle as bundles
from inspector import clock
from inspector.arguing import with_pictures
from inspector.evidence.before import with_before
from inspector.evidence.since import with_oldest
from inspector.framework import of_bundle
from inspector.framework.read_by import DEFAULT, read_by
from inspector.judging import rulebooks
from inspector.judging.observing import as_known, recomputed
from inspector.judging.rulebooks import Rulebook
from inspector.judging.settling import Before, Workings, settle
from inspector.model.evidence import Evidence
from inspector.model.held import Held
from inspector.model.inspection import Inspection
from inspector.model.judged_from import Under
from inspector.model.problems import CannotComplete, Faults, Problem, Where, listed
from inspector.model.remarks import query
from inspector.model.words import short
from inspector.rules.matching import Choice
from inspector.verdict.ceiling import ceiling
from inspector.verdict.order import height

if TYPE_CHECKING:
    from inspector.bundle.pseudonyms import Pseudonyms
    from inspector.bundle.reading import BundleReading


class ProblemsInEvidence(CannotComplete):
    """The bundle could be read, but has errors; to assess it all the same is a choice that somebody has to make."""


EarlierOnes = str | Path | Sequence[str | Path] | None
Remembered = Callable[[Evidence, tuple[Held, ...]], tuple[Held, ...]]
"""Of the evidence that is judged and what the bundles given hold: what all earlier submissions hold, with the dates that count.

One with the root of the evidence says when that was received."""


def assess(
    path: str | Path,
    framework: str | Path | None = None,
    *,
    matcher: Choice = "auto",
    despite_problems: bool = False,
    earlier: EarlierOnes = None,
) -> Inspection:
    """Inspect the bundle at `path` (folder or zip) by a framework (an id or a path; else the one the bundle names).

    With an `earlier` submission or several, rows that were rewritten since are asked about.

    Raises `CannotComplete` where bundle or framework cannot be read, and its subclass `ProblemsInEvidence` where rows
    have errors, unless `despite_problems`: then those rows are left out and what they belong to is trusted less.
    """
    return with_pictures(work(path, framework, matcher=matcher, despite_problems=despite_problems, earlier=earlier))


def work(
    path: str | Path,
    framework: str | Path | None = None,
    *,
    matcher: Choice = "auto",
    despite_problems: bool = False,
    earlier: EarlierOnes = None,
    pseudonyms: "Pseudonyms | None" = None,
    remembered: Remembered | None = None,
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
    matcher: Choice = "auto",
    despite_problems: bool = False,
    earlier: EarlierOnes = None,
    pseudonyms: "Pseudonyms | None" = None,
    remembered: Remembered | None = None,
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


def work_on(reading: "BundleReading", framework: str | Path | None = None, matcher: Choice = "auto") -> Workings:
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
        rulebook = rulebooks.load(framework or _named_by(reading.evidence))
    evidence = as_known(reading.evidence, rulebook)
    told = [
        one for one in (of_bundle.refused(evidence.framework, rulebook.framework.id), *said_otherwise(evidence)) if one
    ]
    problems = (*reading.problems, *map(reading.hiding.gate.remark, told))
    with clock.phase("recomputing figures from case records"):
        return rulebook, recomputed(evidence, rulebook), listed(problems)


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


def _no_higher(found: Workings, alone: Evidence, matcher: Choice) -> Workings:
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


def as_judged(evidence: Evidence, framework: str | Path | None = None) -> Evidence:
    """The evidence with its register as a framework has it (else the one it names), or as submitted where that cannot be read."""
    with suppress(CannotComplete):
        return as_known(evidence, rulebooks.load(framework or _named_by(evidence)))
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
    return evidence.framework or DEFAULT


def left_open(reading: "BundleReading", framework: str | Path | None = None) -> tuple[Problem | Faults, ...]:
    """What is asked of a bundle once it is known by which framework it will be judged; empty where nothing is.

    The framework that it names, where rules cannot come from there; what its register leaves open, with what titles make likely.
    """
    refused = of_bundle.refused(reading.framework) if framework is None else None
    found = [] if refused is None else [refused]
    kinds = {table.kind for table in reading.tables}
    if kinds & {"indicator-register", "verifications"} and reading.evidence is not None:
        found += _of_register(reading, reading.evidence, DEFAULT if refused else framework)
    return tuple(reading.hiding.gate.remark(one) for one in found)


def _of_register(reading: "BundleReading", evidence: Evidence, framework: str | Path | None) -> list[Problem]:
    from inspector.packing.register import left_open as asked

    rulebook = None
    with suppress(CannotComplete):
        rulebook = rulebooks.load(framework or evidence.framework or DEFAULT)
    found = (
        None
        if reading.register_stated
        else asked(evidence.indicators, rulebook.framework.indicators if rulebook else ())
    )
    return [*([found] if found else []), *said_otherwise(as_known(evidence, rulebook) if rulebook else evidence)]
