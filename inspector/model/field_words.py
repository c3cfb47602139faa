"""A field in words: what its values may be, how it is told by its fellows, which way it speaks."""

from collections.abc import Iterator

from inspector.model.facts import Field
from inspector.model.ladder import STANDINGS
from inspector.model.roles import HANGS_ON_RULES, IN_SHORT, NOT_STATED

SHARES = ("share", "change of a share", "probability")
"""Units of which a number is a part of one, whatever is divided."""
_SORTS = {"string": "text", "boolean": "true or false", "date": "a day, as 2026-03-31", "standing": "a standing"}


def values(field: Field) -> str:
    """What its values may be: `months, a whole number, 0 or more`, `one of followed, same-time, …`, `true or false`."""
    if field.type == "standing":
        return f"one of {', '.join(field.choices or STANDINGS)}"
    if field.choices:
        more = ", or words of the framework's own" if field.open or field.words else ""
        return f"one of {', '.join(field.choices)}{more}"
    if field.type in ("integer", "number"):
        whole = "a whole number" if field.type == "integer" else "a number"
        return ", ".join(part for part in (field.unit, whole, _range(field)) if part)
    return _SORTS[field.type]


def number(amount: float) -> str:
    """`3`, `0.5`, `-1`: without decimals where it has none."""
    return str(int(amount)) if amount == int(amount) else str(amount)


def speaks(field: Field) -> str:
    """Which way it speaks for improvement; empty where neither is said."""
    if field.better or field.worse:
        sides = (("for improvement", field.better), ("against improvement", field.worse))
        return "; ".join(f"{side}: {', '.join(words)}" for side, words in sides if words)
    if field.good is None:
        return ""
    if field.type == "boolean":
        return f"{'true' if field.good == 'up' else 'false'} speaks for improvement"
    higher, lower = ("higher", "lower") if field.type == "standing" else ("more", "less")
    return f"{higher if field.good == 'up' else lower} speaks for improvement"


def relations(field: Field) -> Iterator[str]:
    """What it is by its fellows, and which of them it never exceeds."""
    if field.equals:
        yield f"it is {field.equals}"
    if field.at_most:
        never = "never later than" if field.type == "date" else "never more than"
        yield f"{never} {' or '.join(field.at_most)}"


def may(field: Field, *, of_rules: bool = False) -> str:
    """What a rule may conclude from it, in a few words; `of_rules`: it comes from rules, and their fields count."""
    if field.role is not None:
        return f"{field.role}: {IN_SHORT[field.role]}"
    return HANGS_ON_RULES if of_rules else NOT_STATED


def _range(field: Field) -> str:
    least, most = (None if bound is None else number(bound) for bound in (field.least, field.most))
    if least is not None and most is not None:
        return f"{least} to {most}"
    if least is not None:
        return f"{least} or more"
    return f"{most} or less" if most is not None else ""
