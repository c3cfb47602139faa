"""The kinds of evidence: which row schema a kind, a part of it or a list has, and which typed value its rows become."""

from collections.abc import Mapping
from typing import Any

from inspector.model.base import Noun
from inspector.model.case_reviews import CaseReview, Factor, ReviewAction
from inspector.model.declared import Declared
from inspector.model.evidence import Duration, Figure, Indicator, LogEntry, Participation
from inspector.model.leadership import LeaderPeriod, QuestionAnswer
from inspector.model.partnership import Commitment
from inspector.model.recommendations import Recommendation, RecommendedAction, StatusEntry
from inspector.model.self_evaluation import Claim, SelfStatement
from inspector.model.verifications import Verification
from inspector.model.voice import Voice

NOUNS: dict[str, type[Noun]] = {
    "indicators": Figure,
    "indicator-register": Indicator,
    "improvement-log": LogEntry,
    "participation": Participation,
    "durations": Duration,
    "recommendations": Recommendation,
    "recommendation-actions": RecommendedAction,
    "recommendation-statuses": StatusEntry,
    "case-reviews": CaseReview,
    "case-review-factors": Factor,
    "case-review-actions": ReviewAction,
    "leadership": LeaderPeriod,
    "leadership-questions": QuestionAnswer,
    "partnership": Commitment,
    "voice": Voice,
    "verifications": Verification,
    "self-evaluation": SelfStatement,
    "self-evaluation-claims": Claim,
    "declared-events": Declared,
}
"""The typed value of a row, by the name of its schema."""

PARTS: dict[str, dict[str, str]] = {
    "recommendations": {"actions": "recommendation-actions", "statuses": "recommendation-statuses"},
    "case-reviews": {"factors": "case-review-factors", "actions": "case-review-actions"},
    "leadership": {"questions": "leadership-questions"},
    "self-evaluation": {"claims": "self-evaluation-claims"},
}
"""Kinds that are nested in JSON: each part is a sheet, or a file with `part`, in a spreadsheet; the schema of each."""

KINDS = frozenset(
    {*NOUNS, "case-records", "return", "table"} - {part for parts in PARTS.values() for part in parts.values()}
)
"""The kinds that a resource may have."""

PLAIN = KINDS - {"case-records", "return", "table"}
"""The kinds whose row schema is called as they are."""

OWNER: dict[str, str] = {
    "recommendation-actions": "recommendation",
    "recommendation-statuses": "recommendation",
    "case-review-factors": "review",
    "case-review-actions": "review",
    "leadership-questions": "leader",
    "self-evaluation-claims": "statement",
}
"""The field of a part that names the row it belongs to."""

LISTS = range(1, 12)
"""The lists of Annex A."""


def list_schema(number: int) -> str:
    """The name of the row schema of a list of Annex A."""
    return f"annex-a/list-{number}"


def is_case_list(schema: Mapping[str, Any]) -> bool:
    """Whether a row schema is that of case records: a list of Annex A or a table of a statutory return."""
    return "x-list" in schema or "x-return" in schema
