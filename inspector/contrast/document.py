"""Both answers as one JSON document."""

from typing import Any

from inspector.contrast.improvement import Improvement
from inspector.contrast.standards import QUESTION, Standards
from inspector.model.inspection import Inspection
from inspector.report.plugin_parts import plugins_part

MEANS = "What an inspection by standards would have said. It plays no part in the verdict."


def document(inspection: Inspection, left: Standards, right: Improvement) -> dict[str, Any]:
    """The contrast as plain values, every list whole. `left` is fenced under `up_to_standard`."""
    return {
        "format": "inspector-contrast",
        "version": 1,
        "engine": inspection.engine,
        "authority": inspection.authority,
        "invented": inspection.invented,
        "period": {"start": inspection.period_start, "end": inspection.period_end},
        "bundle": inspection.bundle_digest,
        "up_to_standard": {"question": QUESTION, "means": MEANS, **left.model_dump(mode="json")},
        "doing_to_improve": {
            "question": right.question,
            "verdict": right.verdict,
            "says": right.says,
            "standings": [{"theme": title, "standing": standing} for title, standing in right.standings],
            "movements": [one.model_dump(mode="json") for one in right.movements],
            "findings": [{"id": one.id, "direction": one.direction, "says": one.says} for one in right.findings],
            "questions_about_evidence": [
                {"probe": one.probe, "subject": one.subject, "outcome": one.outcome, "says": one.says}
                for one in right.doubts
            ],
            "questions": list(right.questions),
        },
        **plugins_part(inspection.plugins),
    }
