"""`inspector trend` as JSON: a versioned document with one object for each series."""

from collections.abc import Iterable, Sequence
from typing import Any

from inspector.model.problems import Problem
from inspector.report.document.problems import problem_values
from inspector.report.document.written import written
from inspector.stats.rounding import round6
from inspector.trends.facts import Drawing, Trend, between, causes

FORMAT = "inspector-trend"
VERSION = 1


def render(found: Iterable[Trend], problems: Sequence[Problem], drawing: Drawing) -> str:
    """The document as text, ending in a newline."""
    return written(
        {
            "format": FORMAT,
            "version": VERSION,
            "chart": {
                "screen": drawing.screen,
                "baseline": drawing.baseline,
                "rebase": [day.isoformat() for day in drawing.rebase],
                "two_in_three": drawing.two_in_three,
            },
            "series": [_series(one) for one in found],
            "problems": problem_values(problems),
        }
    )


def _series(found: Trend) -> dict[str, Any]:
    made, line = found.judgement, found.series.line
    return {
        "series": found.name,
        "n": len(found.values),
        "judged": {"periods": found.judged, "step_months": found.line.step, "step_days": found.line.days},
        "better": found.better,
        "better_assumed": found.assumed,
        "first": line.starts[0].isoformat() if line.starts else None,
        "last": line.last.isoformat() if line.last else None,
        "call": made.call,
        "probability": None if made.call == "too-few-points" else round6(made.probability),
        "kind_probability": None if made.kind_probability is None else round6(made.kind_probability),
        "leaning": None if made.leaning is None else {"to": made.leaning[0], "probability": round6(made.leaning[1])},
        "probabilities": {shape: round6(share) for shape, share in made.probabilities},
        "onset": _onset(found),
        "held_for": None
        if not _held(found)
        else {"periods": made.held, "step_months": found.line.step, "step_days": found.line.days},
        "fell": None if made.fell is None else found.day(made.fell).isoformat(),
        "faded": None if made.share_faded is None else round6(made.share_faded),
        "effect": {"size": round6(made.effect), "low": round6(made.effect_low), "high": round6(made.effect_high)},
        "points_needed": made.needed,
        "rare_events": made.events,
        "left_out": [row for row, _ in found.series.left_out],
        "blank": [row for row, why in found.series.absent if why == "blank"],
        "suppressed": [row for row, why in found.series.absent if why == "suppressed"],
        "not_judged": line.refused or None,
        "xmr": _xmr(found),
        "drawn": _drawn(found),
        "days_between": _between(found),
    }


def _between(found: Trend) -> dict[str, Any] | None:
    """The t chart of a list of events."""
    made = between(found)
    if made is None:
        return None
    days, limits = made
    lower, upper = limits.lower or 0.0, limits.upper or 0.0
    return {
        "days": list(days),
        "centre": round6(limits.centre),
        "lower": round6(lower),
        "upper": round6(upper),
        "outside": [k for k, one in enumerate(days) if not lower <= one <= upper],
    }


def _held(found: Trend) -> bool:
    return found.judgement.call in ("gradual-gain", "sudden-gain") and found.judgement.held is not None


def _onset(found: Trend) -> dict[str, str] | None:
    made = found.judgement
    if made.onset is None or made.onset_low is None or made.onset_high is None:
        return None
    days = {"period": made.onset, "low": made.onset_low, "high": made.onset_high}
    return {name: found.day(period).isoformat() for name, period in days.items()}


def _drawn(found: Trend) -> dict[str, Any] | None:
    """How the charts draw it: against what was before its change; None where other limits were asked for."""
    if found.reading is None:
        return None
    starts = found.series.line.starts
    return {
        "icon": found.drawn_icon.replace("_", "-"),
        "recalculated": None if found.reading.anew is None else starts[found.reading.anew].isoformat(),
        "segments": [
            {
                "basis": one.basis,
                "first": starts[one.first].isoformat(),
                "figures": one.figures,
                "centre": round6(one.centre),
                "lower": None if one.lower is None else round6(one.lower),
                "upper": None if one.upper is None else round6(one.upper),
                "trial_limits": one.trial,
            }
            for one in found.reading.stretches
        ],
    }


def _xmr(found: Trend) -> dict[str, Any] | None:
    if not found.points or not found.series.line.charted:
        return None
    last = found.points[-1]
    return {
        "variation": found.icon,
        "centre": round6(last.centre),
        "lower": None if last.lower is None else round6(last.lower),
        "upper": None if last.upper is None else round6(last.upper),
        "trial_limits": last.trial,
        "rebased": [day.isoformat() for day in found.rebased],
        "special_causes": [
            {"rule": rule, "first": first.isoformat(), "last": end.isoformat(), "points": points}
            for rule, first, end, points in causes(found)
        ],
    }
