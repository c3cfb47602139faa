"""Which figures and records are doubtful, and why: what probes ask, and what else makes evidence bear less than it shows."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from inspector.model.evidence import Evidence, Figure, Indicator
from inspector.model.inspection import Inspection, TrustIn
from inspector.model.left_aside import told as left_aside
from inspector.model.rows import Located, by_resource
from inspector.model.stories import DoubtTold
from inspector.model.traces import Trace
from inspector.model.words import short

ASKS = ("strong-question", "question")
LOW = ("compromised", "exposed")
INDICATOR = "indicator/"


def doubtful(evidence: Evidence, inspection: Inspection) -> tuple[DoubtTold, ...]:
    """What probes ask, strongly first; then each other reason with all that it holds of, the least trusted first; then figures
    that are not counted, by the measure."""
    titles = {one.indicator: short(one.title, 160) for one in reversed(evidence.indicators)}
    asked = sorted((t for t in inspection.traces if t.outcome in ASKS), key=lambda t: ASKS.index(t.outcome))
    return (
        *(_asked(one, titles) for one in asked),
        *_trusted_less(evidence, inspection, titles),
        *_not_counted(evidence, titles),
    )


def _titles(about: Iterable[str], titles: Mapping[str, str]) -> tuple[str, ...]:
    """What each piece of evidence is called: a measure by its title, all else by its kind."""
    return tuple(titles.get(name.removeprefix(INDICATOR), name) for name in about)


def _asked(one: Trace, titles: Mapping[str, str]) -> DoubtTold:
    return DoubtTold(
        about=(one.subject,),
        titles=_titles([one.subject], titles),
        why="asked",
        says=one.says,
        asked=f"{one.probe}/{one.subject}",
        rows=one.rows,
    )


def other_reasons(one: TrustIn, traces: Iterable[Trace]) -> tuple[str, ...]:
    """Why a piece of evidence is trusted less, but for what probes ask."""
    asked = {f"{trace.probe} asks: {trace.says.rstrip('.')}" for trace in traces if trace.outcome in ASKS}
    return tuple(reason for reason in one.reasons if reason not in asked)


def _trusted_less(evidence: Evidence, inspection: Inspection, titles: Mapping[str, str]) -> Iterable[DoubtTold]:
    about: dict[str, list[str]] = {}
    for trust in LOW:
        for one in inspection.trust:
            for reason in other_reasons(one, inspection.traces) if one.trust == trust else ():
                about.setdefault(reason, []).append(one.evidence)
    rows = _of_measures(evidence, {name for names in about.values() for name in names})
    for reason, names in about.items():
        yield DoubtTold(
            about=tuple(names),
            titles=_titles(names, titles),
            why="trusted-less",
            says=f"{reason[:1].upper()}{reason[1:].rstrip('.')}.",
            rows=by_resource(one for name in names for one in rows.get(name, ())),
        )


def _of_measures(evidence: Evidence, names: Collection[str]) -> dict[str, list[Located]]:
    """The rows of the register and the figures of each measure among these."""
    found: dict[str, list[Located]] = {}
    every: Sequence[Indicator | Figure] = (*evidence.indicators, *evidence.figures)
    for one in every:
        name = f"{INDICATOR}{one.indicator}"
        if name in names:
            found.setdefault(name, []).append(one)
    return found


def _not_counted(evidence: Evidence, titles: Mapping[str, str]) -> Iterable[DoubtTold]:
    """Figures that are set aside because they are impossible or asked about: those of another time are not doubtful."""
    aside = [one for one in evidence.set_aside if one.impossible or one.questioned]
    for indicator in dict.fromkeys(sorted(one.indicator for one in aside)):
        mine = [one for one in aside if one.indicator == indicator]
        about = [f"{INDICATOR}{indicator}"]
        told = left_aside(mine)
        yield DoubtTold(
            about=tuple(about),
            titles=_titles(about, titles),
            why="not-counted",
            says=f"{told}.",
            rows=by_resource(mine),
        )
