"""Whom questions are put to and who said something, in words: those whom every framework knows, and whom this one names."""

from collections.abc import Mapping

from inspector.report.document.shape import Document
from inspector.report.wording import Words


def named(document: Document, words: Words) -> Mapping[str, str]:
    """The title of each that a question of this result can be put to, by its word; `words` are those of the fieldwork plan."""
    own: Mapping[str, str] = document["framework"].get("words", {}).get("whom", {})
    return {**own, **words["whom"]}


def groups(document: Document, words: Words) -> Mapping[str, str]:
    """The title of each group that can have said something, by its word: ours, as `words` of the voices have them, first."""
    own: Mapping[str, str] = document["framework"].get("words", {}).get("group", {})
    return {**words["groups"], **own}
