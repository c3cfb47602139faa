"""What a reader is told, as the plain values of the JSON document; the keys are the contract of the schema."""

from typing import cast

from inspector.model.stories import (
    CameOfIt,
    ClaimTold,
    RecommendationTold,
    Story,
    TestTold,
    Told,
    VoiceTold,
)
from inspector.report.document.rows import rows_values
from inspector.report.document.shape import told as shape


def told_values(told: Told) -> shape.Told:
    """Stories, recommendations, voices, claims and doubts."""
    return {
        "stories": [_story(one) for one in told.stories],
        "recommendations": [_recommendation(one) for one in told.recommendations],
        "voices": [_voice(one) for one in told.voices],
        "claims": [_claim(one) for one in told.claims],
        "doubts": [
            {
                "about": list(one.about),
                "titles": list(one.titles),
                "why": one.why,
                "says": one.says,
                "asked": one.asked,
                "rows": rows_values(one.rows),
            }
            for one in told.doubts
        ],
    }


def _story(one: Story) -> shape.Story:
    return cast(
        shape.Story,
        {
            "indicator": one.indicator,
            "title": one.title,
            "call": one.call,
            "says": one.says,
            "probability": one.probability,
            "tests": [_test(test) for test in one.tests],
            "others": one.others,
            "kept": one.kept,
            "abandoned": one.abandoned,
            "undecided": one.undecided,
            "recommendations": list(one.recommendations),
            "findings": list(one.findings),
            "against": list(one.against),
            "asked": list(one.asked),
            "doubts": list(one.doubts),
            "rows": rows_values(one.rows),
        },
    )


def _test(one: TestTold) -> shape.Test:
    return {
        "entry": one.entry,
        "role": one.role,
        "team": one.team,
        "aim": one.aim,
        "predicted": one.predicted,
        "saw": one.saw,
        "decided": one.decided,
        "raised_on": one.raised_on,
        "started_on": one.started_on,
        "decided_on": one.decided_on,
        "claimed": one.claimed,
        "doubtful": one.doubtful,
        "aside": one.aside,
        "rows": rows_values(one.rows),
    }


def _recommendation(one: RecommendationTold) -> shape.Recommendation:
    return {
        "recommendation": one.recommendation,
        "says": one.says,
        "source": one.source,
        "made_on": one.made_on,
        "owners": list(one.owners),
        "indicator": one.indicator,
        "verified_by": one.verified_by,
        "verified_on": one.verified_on,
        "actions": [
            {
                "action": a.action,
                "says": a.says,
                "strength": a.strength,
                "owner": a.owner,
                "due_on": a.due_on,
                "done_on": a.done_on,
            }
            for a in one.actions
        ],
        "statuses": [{"on": s.on, "status": s.status, "note": s.note} for s in one.statuses],
        "claimed": one.claimed,
        "stage": one.stage,
        "became": one.became,
        "findings": list(one.findings),
        "rows": rows_values(one.rows),
    }


def _came(one: CameOfIt) -> shape.CameOfIt:
    return {
        "entry": one.entry,
        "aim": one.aim,
        "decided": one.decided,
        "decided_on": one.decided_on,
        "aside": one.aside,
        "before": one.before,
        "rows": rows_values(one.rows),
    }


def _voice(one: VoiceTold) -> shape.Voice:
    made: shape.Voice = {
        "voice": one.voice,
        "group": one.group,
        "theme": one.theme,
        "said": one.said,
        "people": one.people,
        "start": one.start,
        "end": one.end,
        "came": [_came(came) for came in one.came],
        "missing": list(one.missing),
        "became": one.became,
        "told_back_on": one.told_back_on,
        "rows": rows_values(one.rows),
    }
    if one.counts_as is not None:
        made["counts_as"] = one.counts_as
    return made


def _claim(one: ClaimTold) -> shape.Claim:
    return cast(
        shape.Claim,
        {
            "claim": one.claim,
            "area": one.area,
            "says": one.says,
            "direction": one.direction,
            "indicator": one.indicator,
            "outcome": one.outcome,
            "found": one.found,
            "findings": list(one.findings),
            "rows": rows_values(one.rows),
        },
    )
