"""Why measures are not performance: five reasons, and which of them this bundle shows.

The reasons are those of Tate's account of inspection in Haringey: a limited range of measures, only what can be measured, one
party's part in what many do, an inspection that interprets, and data chosen by those who are inspected.
"""

from collections import Counter
from collections.abc import Sequence

from inspector.evidence.givers import by_another
from inspector.evidence.verified import vouched
from inspector.model.argument import Reason
from inspector.model.evidence import Evidence, Indicator
from inspector.model.inspection import Inspection, ThemeResult
from inspector.model.traces import Trace
from inspector.model.voice import GROUPS
from inspector.model.words import agree, plural

FAMILIES = ("outcome", "experience")
SHOW = {
    "process": "what was done",
    "structure": "what there is to do it with",
    "balancing": "what is watched lest it gets worse",
}
"""What a measure of another sort shows."""
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
    silent = [theme for theme in inspection.themes if theme.standing == "silent"]
    says = f"The bundle has {plural(len(every), 'measure')}"
    says += f", of the {agree(len(kinds), 'sort', 'sorts')} {', '.join(kinds)}." if kinds else "."
    says += f" Of what sort they are is not stated by {len(unsaid)} of {len(every)}." if unsaid else ""
    says += f" None is of the {agree(len(missing), 'sort', 'sorts')} {', '.join(missing)}." if missing and every else ""
    says += _silent(inspection, silent)
    says += " Whoever chose the measures chose what can be seen."
    about = tuple(f"standing/{theme.theme}" for theme in silent)
    return Reason(reason="limited-range", applies=len(every) < FEW or bool(missing or silent), says=says, about=about)


def _silent(inspection: Inspection, silent: Sequence[ThemeResult]) -> str:
    """How many themes stand nowhere, and on how many of them nothing was submitted."""
    if not silent:
        return ""
    nothing = sum(theme.state == "silent" for theme in silent)
    themes = (
        f"{len(silent)} of {plural(len(inspection.themes), 'theme')} {agree(len(silent), 'stands', 'stand')} nowhere"
    )
    return f" {themes}; on {nothing} of these nothing was submitted." if nothing else f" {themes}."


def _measurable(evidence: Evidence) -> Reason:
    every = [one for one in evidence.indicators if one.measure]
    sorts = Counter(str(one.measure) for one in every if one.measure not in FAMILIES)
    others = [f"{words} ({sorts[sort]})" for sort, words in SHOW.items() if sorts[sort]]
    heard = [one for one in evidence.voice if one.group in ("children", "families", "carers")]
    own = [one for one in evidence.voice if one.group not in GROUPS]
    unsaid = len(evidence.indicators)
    says = (
        f"Of {plural(len(every), 'measure')} whose sort is known {sorts.total()} {agree(sorts.total(), 'does', 'do')} not show "
        f"what became of anybody{', but ' if others else ''}{', '.join(others)}."
        if every or not unsaid
        else f"Of what sort they are is not stated by {unsaid} of {plural(unsaid, 'measure')}."
    )
    says += (
        f" Those whom the service is for said {plural(len(heard), 'thing')}, which no figure holds."
        if heard
        else f" People with a word of the framework's own said {plural(len(own), 'thing')}; whether the service is for "
        "them is not stated."
        if own
        else " Nothing that those whom the service is for say is in the bundle."
    )
    applies = not heard or (bool(every) and sorts.total() / len(every) >= ALL)
    return Reason(reason="measurable-only", applies=applies, says=says, about=("voice",) if heard or own else ())


def _one_party(evidence: Evidence) -> Reason:
    spoken = [
        one for one in evidence.partnership if (one.partner_says or one.partner_statement) and by_another(evidence, one)
    ]
    checked = [one for one in evidence.indicators if vouched(evidence, one.indicator)]
    says = _checked(evidence.indicators, len(checked))
    says += (
        f" In files that they gave and sealed themselves partners speak about {len(spoken)} of "
        f"{plural(len(evidence.partnership), 'commitment')}."
        if evidence.partnership
        else " Nothing of other agencies is in the bundle."
    )
    every = evidence.case_reviews
    alone = sum(not one.shared_with for one in every)
    if alone:
        name, they = agree(alone, "names", "name"), agree(alone, "it was", "they were")
        says += f" {alone} of {plural(len(every), 'case review')} {name} nobody with whom {they} shared."
    says += " What becomes of people is the work of all of them."
    few = not spoken or len(checked) < ALL * len(evidence.indicators)
    return Reason(reason="one-party", applies=few, says=says, about=("partnership",) if evidence.partnership else ())


def _checked(every: Sequence[Indicator], checked: int) -> str:
    """How many measures another body looked at again. A name in the register is no record of it."""
    if not every:
        return "There is no measure that anybody could check."
    named = sum(bool(one.verified_by) for one in every)
    says = (
        f"{checked} of {plural(len(every), 'measure')} {agree(checked, 'was', 'were')} looked at again by another body, in "
        "records that it gave and sealed."
    )
    if not named:
        return says
    return f"{says} The register names somebody who checks {named} of them, which is no record that anybody did."


def _interpreted(inspection: Inspection) -> Reason:
    calls = [f for f in inspection.facts if f.kind == "signal/trajectory" and "probability" in f.fields]
    doubtful = [fact for fact in calls if _number(fact.fields["probability"]) < SURE]
    open_ = [theme for theme in inspection.themes if theme.low != theme.high]
    weighed = [finding for finding in inspection.findings if finding.direction == "neither" and not finding.withdrawn]
    says = (
        f"{len(doubtful)} of {len(calls)} series {agree(len(doubtful), 'is', 'are')} called with a probability below {SURE}; "
        f"{len(open_)} of {plural(len(inspection.themes), 'theme')} could stand elsewhere; "
        f"{len(weighed)} {agree(len(weighed), 'finding has', 'findings have')} to be weighed by somebody. "
        "Another inspector may weigh them otherwise."
    )
    about = tuple(f"standing/{theme.theme}" for theme in open_)
    return Reason(reason="interpretation", applies=bool(doubtful or open_ or weighed), says=says, about=about)


def _selective(inspection: Inspection, evidence: Evidence) -> Reason:
    looked = [trace for trace in inspection.traces if trace.probe == "selective-evidence"]
    asked = [trace for trace in looked if trace.outcome in ("question", "strong-question")]
    there = {resource.kind for resource in evidence.resources}
    kinds = sorted({kind for kind in _ASKED if kind not in there})
    shown = [
        f"Of {len(_ASKED)} kinds of evidence {len(kinds)} {agree(len(kinds), 'is', 'are')} not in it: {', '.join(kinds)}."
    ]
    shown = shown if kinds else []
    shown += [*_missing(looked, evidence), *(trace.says for trace in asked)]
    about = tuple(f"probe/{trace.probe}/{trace.subject}" for trace in asked)
    says = " ".join([_chosen(evidence), *shown])
    return Reason(reason="selective", applies=bool(shown), says=says, about=about)


def _chosen(evidence: Evidence) -> str:
    """Who chose, in numbers: whoever submitted a file may stand there by name, and no report names people."""
    named = [one.submitted_by for one in evidence.resources if one.submitted_by]
    if not named:
        return "Whoever put the bundle together chose what is in it; who that was is not stated."
    says = "The authority chose what is in the bundle."
    same = ", and it is the same for all of them" if len(set(named)) == 1 < len(named) else ""
    say, it = agree(len(named), "says", "say"), agree(len(named), "it", "them")
    return f"{says} {len(named)} of {plural(len(evidence.resources), 'file')} {say} who submitted {it}{same}."


def _missing(looked: Sequence[Trace], evidence: Evidence) -> list[str]:
    """What is not there of what is: registered measures without figures, series with gaps, rows that could not be read."""
    silent = {one.indicator for one in evidence.indicators} - {one.indicator for one in evidence.figures}
    series = [trace for trace in looked if trace.subject.startswith("indicator/") and trace.effect is not None]
    gaps = [trace for trace in series if trace.effect]
    rows = sum(len(part.rows) for part in evidence.left_out)
    says = []
    if silent and evidence.indicators:
        every = len({one.indicator for one in evidence.indicators})
        says.append(
            f"{len(silent)} of {plural(every, 'registered measure')} {agree(len(silent), 'has', 'have')} no figures."
        )
    if gaps:
        says.append(f"{len(gaps)} of {len(series)} series {agree(len(gaps), 'has', 'have')} periods missing.")
    if evidence.set_aside:
        aside = len(evidence.set_aside)
        says.append(
            f"{plural(aside, 'figure')} {agree(aside, 'is', 'are')} not counted, being impossible, suppressed or of a time "
            "outside of the period."
        )
    if rows:
        says.append(f"{plural(rows, 'row')} could not be read and {agree(rows, 'is', 'are')} left out.")
    return says


_ASKED = (
    "indicators", "indicator-register", "improvement-log", "participation", "recommendations", "case-reviews", "leadership",
    "partnership", "voice", "self-evaluation", "case-records",
)  # fmt: skip


def _number(value: object) -> float:
    return float(value) if isinstance(value, int | float) else 1.0
