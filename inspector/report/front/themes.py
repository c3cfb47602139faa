"""Themes at a glance: where each stands, and what carries it there or holds it there."""

from collections.abc import Iterable

from inspector.model.ladder import rank
from inspector.report.document.shape import Document
from inspector.report.document.shape.judged import Finding, Theme
from inspector.report.front import Held
from inspector.report.front.ranking import Facts, facts_of, strongest
from inspector.report.standing_words import standing_says, standing_word, state_of
from inspector.report.wording import Words, fill


def held(document: Document, t: Words) -> list[Held]:
    """Every theme of a document, in its order."""
    facts = facts_of(document)
    return [_held(theme, document["findings"], facts, t) for theme in document["themes"]]


def _held(theme: Theme, findings: Iterable[Finding], facts: Facts, t: Words) -> Held:
    own = [one for one in findings if one["theme"] == theme["theme"] and not one["withdrawn"]]
    by, holds = _by(theme, own, facts)
    says = standing_says(theme, t) if state_of(theme) != "stands" or by is None else ""
    low, high = theme["range"]
    return {
        "theme": theme["theme"],
        "title": theme["title"],
        "brief": theme.get("brief", theme["title"]),
        "standing": theme["standing"],
        "word": standing_word(theme),
        "step": rank(theme["standing"]),
        "low": rank(low),
        "high": rank(high),
        "by": says or fill(t["front"]["held" if holds else "carried"], finding=by["rule"] if by else ""),
        "held": holds,
        "finding": by["id"] if by and not says else "",
    }


def _by(theme: Theme, own: list[Finding], facts: Facts) -> tuple[Finding | None, bool]:
    """What holds a theme down, where it would stand higher without; else the strongest finding of those that carry it."""
    at = theme["standing"]
    higher = any(one["standing"] is not None and rank(one["standing"]) > rank(at) for one in own)
    limits = [one for one in own if one["limit"] == at]
    if higher and limits:
        return max(limits, key=lambda one: (one["direction"] == "worse", len(one["facts"]))), True
    carry = [one for one in own if one["standing"] == at]
    better = strongest(carry, facts)
    return next(iter([*better, *carry]), None), False
