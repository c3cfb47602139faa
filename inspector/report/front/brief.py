"""A finding about one measure in a few words: what the measure did, as the fact about it has it."""

from inspector.report.document.shape.judged import Fact, Finding
from inspector.report.front.ranking import LOST, Facts
from inspector.report.wording import Words, fill, month_of

GAINED = ("gradual-gain", "sudden-gain")


def trajectory_of(finding: Finding, indicator: str, facts: Facts) -> Fact | None:
    """The fact of a finding that says what the measure did; None where it has none."""
    for name in finding["facts"]:
        fact = facts.get(name)
        if fact and fact["kind"] == "signal/trajectory" and fact["fields"].get("indicator") == indicator:
            return fact
    return None


def in_short(moved: Fact, direction: str, t: Words) -> str:
    """`Pages of an assessment: got better, from about June 2024`; empty where the measure did not move as the finding points."""
    fields = moved["fields"]
    call, onset = fields.get("call"), fields.get("onset")
    suits = (direction == "better" and call in GAINED) or (direction == "worse" and call in LOST)
    if not suits or not isinstance(onset, str):
        return ""
    return fill(t["front"]["did"][call], title=fields.get("title", ""), onset=month_of(onset))
