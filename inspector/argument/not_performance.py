"""Why measures are not performance: five reasons, and which of them this bundle shows.

The reasons are those of Tate's account of inspection in Haringey: a limited range of measures, only what can be measured, one
party's part in what many do, an inspection that interprets, and data chosen by those who are inspected.
"""

from collections.abc import Sequence

from inspector.model.argument import Reason
from inspector.model.evidence import Evidence
from inspector.model.inspection import Inspection
from inspector.model.traces import Trace
from inspector.model.words import plural

FAMILIES = ("outcome", "experience")
FEW, ALL = 12, 0.75
SURE = 0.95


def not_performance(inspection: Inspection, evidence: Evidence) -> tuple[Reason, ...]:
    """All five reasons in their order, each with what speaks for or against it here."""
    return (
        _range(inspection, evidence),
        _measurable(evidence),
        _one_party(evidence),
        _interpreted(inspection),
        _selective(inspection, evidence),
    )


def _range(inspection: Inspection, evidence: Evidence) -> Reason:
    every = evidence.indicators
    kinds = sorted({one.measure for one in every if one.measure})
    unsaid = [one for one in every if not one.measure]
    missing = [kind for kind in ("outcome", "experience", "process", "balancing") if kind not in kinds and not unsaid]
    silent = [theme.title for theme in inspection.themes if theme.standing == "silent"]
    says = f"The bundle has {len(every)} measures"
    says += "." if unsaid and not kinds else f", of the sorts {', '.join(kinds) or 'none'}."
    says += f" Of what sort they are is not stated by {len(unsaid)} of {len(every)}." if unsaid else ""
    says += f" None is of the sorts {', '.join(missing)}." if missing else ""
    says += f" Nothing speaks on {len(silent)} of {len(inspection.themes)} themes." if silent else ""
    says += " Whoever chose the measures chose what can be seen."
    about = tuple(f"standing/{theme.theme}" for theme in inspection.themes if theme.standing == "silent")
    return Reason(reason="limited-range", applies=len(every) < FEW or bool(missing or silent), says=says, about=about)


def _measurable(evidence: Evidence) -> Reason:
    every = [one for one in evidence.indicators if one.measure]
    counted = [one for one in every if one.measure not in FAMILIES]
    heard = [one for one in evidence.voice if one.group in ("children", "families", "carers")]
    says = (
        f"{len(counted)} of {len(every)} measures whose sort is known count what was done, not what became of anybody."
        if every or not evidence.indicators
        else f"Of what sort they are is not stated by {len(evidence.indicators)} of {len(evidence.indicators)} measures."
    )
    says += (
        f" Those whom the service is for said {len(heard)} things, which no figure holds."
        if heard
        else " Nothing that those whom the service is for say is in the bundle."
    )
    applies = not heard or (bool(every) and len(counted) / len(every) >= ALL)
    return Reason(reason="measurable-only", applies=applies, says=says, about=("voice",) if heard else ())


def _one_party(evidence: Evidence) -> Reason:
    spoken = [one for one in evidence.partnership if one.partner_says or one.partner_statement]
    stated = [one for one in evidence.indicators if one.recorded_by or one.verified_by]
    checked = [one for one in stated if one.verified_by and one.verified_by != one.recorded_by]
    says = f"{len(checked)} of {len(evidence.indicators)} measures are checked by somebody other than those who record them."
    if evidence.indicators and not stated:
        every = len(evidence.indicators)
        says = f"Who records the measures and who checks them is not stated by {every} of {every}."
    says += (
        f" Partners speak for themselves about {len(spoken)} of {len(evidence.partnership)} commitments."
        if evidence.partnership
        else " Nothing of other agencies is in the bundle."
    )
    alone = [one for one in evidence.case_reviews if not one.shared_with]
    says += (
        f" {len(alone)} of {len(evidence.case_reviews)} case reviews name nobody they were shared with."
        if alone
        else ""
    )
    says += " What becomes of people is the work of all of them."
    few = not spoken or len(checked) < ALL * len(evidence.indicators)
    return Reason(reason="one-party", applies=few, says=says, about=("partnership",) if evidence.partnership else ())


def _interpreted(inspection: Inspection) -> Reason:
    calls = [f for f in inspection.facts if f.kind == "signal/trajectory" and "probability" in f.fields]
    doubtful = [fact for fact in calls if _number(fact.fields["probability"]) < SURE]
    open_ = [theme for theme in inspection.themes if theme.low != theme.high]
    weighed = [finding for finding in inspection.findings if finding.direction == "neither" and not finding.withdrawn]
    says = (
        f"{len(doubtful)} of {len(calls)} series are called with a probability below {SURE}; "
        f"{len(open_)} of {len(inspection.themes)} themes could stand elsewhere; "
        f"{len(weighed)} {'finding has' if len(weighed) == 1 else 'findings have'} to be weighed by somebody. "
        "Another inspector may weigh them otherwise."
    )
    about = tuple(f"standing/{theme.theme}" for theme in open_)
    return Reason(reason="interpretation", applies=bool(doubtful or open_ or weighed), says=says, about=about)


def _selective(inspection: Inspection, evidence: Evidence) -> Reason:
    looked = [trace for trace in inspection.traces if trace.probe == "selective-evidence"]
    asked = [trace for trace in looked if trace.outcome in ("question", "strong-question")]
    there = {resource.kind for resource in evidence.resources}
    kinds = sorted({kind for kind in _ASKED if kind not in there})
    shown = [f"Of the {len(_ASKED)} kinds of evidence it leaves out: {', '.join(kinds)}."] if kinds else []
    shown += [*_missing(looked, evidence), *(trace.says for trace in asked)]
    about = tuple(f"probe/{trace.probe}/{trace.subject}" for trace in asked)
    says = " ".join([_chosen(evidence), *shown])
    return Reason(reason="selective", applies=bool(shown), says=says, about=about)


def _chosen(evidence: Evidence) -> str:
    """Who chose, in numbers: whoever submitted a file may stand there by name, and no report names people."""
    named = [one.submitted_by for one in evidence.resources if one.submitted_by]
    says = "The authority chose what is in the bundle."
    if named:
        same = ", and it is the same for all of them" if len(set(named)) == 1 < len(named) else ""
        says += f" {len(named)} of {len(evidence.resources)} files say who submitted them{same}."
    return says


def _missing(looked: Sequence[Trace], evidence: Evidence) -> list[str]:
    """What is not there of what is: registered measures without figures, series with gaps, rows that could not be read."""
    silent = {one.indicator for one in evidence.indicators} - {one.indicator for one in evidence.figures}
    series = [trace for trace in looked if trace.subject.startswith("indicator/") and trace.effect is not None]
    gaps = [trace for trace in series if trace.effect]
    rows = sum(len(part.rows) for part in evidence.left_out)
    says = []
    if silent and evidence.indicators:
        says.append(
            f"{len(silent)} of {len({one.indicator for one in evidence.indicators})} registered measures have no figures."
        )
    if gaps:
        says.append(f"{len(gaps)} of {len(series)} series have periods missing.")
    if evidence.set_aside:
        figures = plural(len(evidence.set_aside), "figure")
        says.append(f"{figures} cannot be, are suppressed, or lie outside of the period, and are not counted.")
    if rows:
        says.append(f"{plural(rows, 'row')} could not be read and {'is' if rows == 1 else 'are'} left out.")
    return says


_ASKED = (
    "indicators", "indicator-register", "improvement-log", "participation", "recommendations", "case-reviews", "leadership",
    "partnership", "voice", "self-evaluation", "case-records",
)  # fmt: skip


def _number(value: object) -> float:
    return float(value) if isinstance(value, int | float) else 1.0
