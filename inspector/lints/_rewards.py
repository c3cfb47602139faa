"""Rules that reward something, and the fields by which a cheat would earn it."""

import ast
from collections.abc import Iterable

from inspector.lints._boxes import beyond
from inspector.lints._grounds import TIME, Ground
from inspector.lints._ranges import Words, hull
from inspector.model.facts import Field
from inspector.model.ladder import rank
from inspector.model.rules import Pattern, Rule

NO_ROWS = TIME | {"agencies", "leaders", "others", "periods", "roles", "share", "sorts", "staff", "teams"}
"""Units of counts that do not grow with every row that somebody writes."""
SILENCE = {
    "abandoned", "abandoned_recorded", "abandoned_share", "bad_news", "bad_news_share", "losses_named", "questioned",
    "questioned_recorded", "raised", "reviews", "said", "shared", "upward", "well_recorded",
}  # fmt: skip
"""Counts of what people bring forward though nobody makes them: fewer of them is silence."""


def rewards(rule: Rule) -> bool:
    """Whether a rule concludes something that a service would like: `doing` or more, or better."""
    end = rule.conclude
    return end.direction == "better" or (end.standing is not None and rank(end.standing) >= rank("doing"))


def punishes(rule: Rule) -> bool:
    """Whether a rule concludes something that a service would rather not hear: worse, or a limit."""
    return rule.conclude.direction == "worse" or (rule.conclude.limit is not None and not rewards(rule))


def least(ground: Ground) -> float:
    """The least number that will do; 0 of words."""
    return 0.0 if isinstance(ground.values, Words) else hull(ground.values).low


def is_share(field: Field) -> bool:
    """Whether a field is a part of a number of things that somebody has or does: no probability, and no part of a height."""
    of_a_height = field.role == "measured" and not field.equals
    return field.unit == "share" and field.role != "doubt" and not of_a_height


def out_of(field: Field) -> tuple[str, ...]:
    """The fields whose sum or difference a share is a part of, by `equals`; none where it is not said."""
    try:
        tree = ast.parse(field.equals or "0", mode="eval").body
    except (SyntaxError, ValueError):
        return ()
    if not isinstance(tree, ast.BinOp) or not isinstance(tree.op, ast.Div):
        return ()
    return tuple(part.id for part in ast.walk(tree.right) if isinstance(part, ast.Name))


def top_of(field: Field) -> str:
    """The field whose share another is; empty where it is not said, or no single field."""
    top, slash, _ = field.equals.partition("/")
    return top.strip() if slash and top.strip().isidentifier() else ""


def at_least(pattern: Pattern, fields: Iterable[Field], name: str) -> float:
    """The least that a pattern leaves to a field of its fact."""
    left = beyond(pattern, tuple(fields), [name])
    return hull(left[name]).low if name in left else 0.0
