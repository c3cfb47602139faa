"""A field in words: what its values may be, how it is told by its fellows, which way it speaks."""

from collections.abc import Iterator

from inspector.model.facts import Field, Role
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
    """What more or less of it means, by its role; empty where neither direction is said.

    What is measured speaks for itself. Work and words speak for improvement with what they cannot show said at once. Doubt never
    does: less of it lets what stands beside it carry more, and nothing has become better by that.
    """
    if field.role == "doubt":
        return _of_doubt(field)
    way = _of_words(field) if field.better or field.worse else _of_amount(field)
    return f"{way}{_NO_MORE_THAN.get(field.role, '')}" if way else ""


_NO_MORE_THAN: dict[Role | None, str] = {
    "activity": ", as work done: it shows no change by itself",
    "declared": ", as far as the authority's word goes: it shows nothing by itself",
}
"""What a field of this role cannot show, whatever its value."""


def _of_words(field: Field) -> str:
    sides = (("for improvement", field.better), ("against improvement", field.worse))
    return "; ".join(f"{side}: {', '.join(words)}" for side, words in sides if words)


def _of_amount(field: Field) -> str:
    if field.good is None:
        return ""
    if field.type == "boolean":
        return f"{'true' if field.good == 'up' else 'false'} speaks for improvement"
    higher, lower = ("higher", "lower") if field.type == "standing" else ("more", "less")
    return f"{higher if field.good == 'up' else lower} speaks for improvement"


def _of_doubt(field: Field) -> str:
    if field.sure_of is not None:
        way = "for" if field.sure_of == "gain" else "against"
        return f"the more, the surer of what speaks {way} improvement: it guards what is measured, and shows nothing by itself"
    if field.good is None:
        return ""
    up = field.good == "up"
    if field.type == "boolean":
        less = f"{'true' if up else 'false'} leaves less doubt"
    else:
        less = f"the {'more' if up else 'less'}, the less doubt"
    return f"{less}: what stands beside it may carry more, and nothing has become better by that"


def relations(field: Field) -> Iterator[str]:
    """What it is by its fellows, which of them it never exceeds, and beside which of their words it is there."""
    if field.equals:
        yield f"it is {field.equals}"
    if field.at_most:
        never = "never later than" if field.type == "date" else "never more than"
        yield f"{never} {' or '.join(field.at_most)}"
    if field.only_where is not None:
        other, words = field.only_where
        yield f"there only where {other} is {' or '.join(words)}"
    if field.always is not None:
        yield f"always {str(field.always).lower()}"


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
