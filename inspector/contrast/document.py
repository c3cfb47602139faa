"""Both answers as one JSON document."""

from typing import Any

from inspector.contrast.improvement import Improvement
from inspector.contrast.standards import QUESTION, Standards
from inspector.report.document.shape import Document

MEANS = "What an inspection by standards would have said. It plays no part in the verdict."


def contrasted(result: Document, left: Standards, right: Improvement) -> dict[str, Any]:
    """The contrast with a result's document as plain values, every list whole. `left` is fenced under `up_to_standard`."""
    return {
        "format": "inspector-contrast",
        "version": 1,
        "engine": result["engine"]["version"],
        "authority": result["bundle"]["authority"],
        "invented": result["bundle"]["invented"],
        "period": result["bundle"]["period"],
        "bundle": result["bundle"]["digest"],
        **({"attention": result["attention"]} if "attention" in result else {}),
        "up_to_standard": {"question": QUESTION, "means": MEANS, **_plain(left)},
        "doing_to_improve": {
            "question": right.question,
            "verdict": right.verdict,
            "assurance": right.assurance,
            "says": right.says,
            "standings": [{"theme": title, "standing": standing} for title, standing in right.standings],
            "movements": [one._asdict() for one in right.movements],
            "findings": [
                {"id": one["id"], "direction": one["direction"], "says": one["says"]} for one in right.findings
            ],
            "questions_about_evidence": [
                {"probe": one["probe"], "subject": one["subject"], "outcome": one["outcome"], "says": one["says"]}
                for one in right.doubts
            ],
            "questions": list(right.questions),
        },
        **({"plugins": result["plugins"]} if "plugins" in result else {}),
    }


def _plain(left: Standards) -> dict[str, Any]:
    """`left_out` is there only where figures are."""
    return left.model_dump(mode="json", exclude=None if left.left_out else {"left_out"})
