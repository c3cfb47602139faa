"""Whom questions are put to, in words: those whom every framework can ask, and whom this one names besides."""

from collections.abc import Mapping

from inspector.report.document.shape import Document
from inspector.report.wording import Words


def named(document: Document, words: Words) -> Mapping[str, str]:
    """The title of each that a question of this result can be put to, by its word; `words` are those of the fieldwork plan."""
    own: Mapping[str, str] = document["framework"].get("words", {}).get("whom", {})
    return {**own, **words["whom"]}
