"""Changes of conditions, the same for rules and for rows of the table.

`condition-dropped`: the pattern asks for one thing less. `bound-moved`: a number one step lower, and one step higher (`steps`).
`operator-turned`: `>=` becomes `<`, `==` becomes `!=`. `edge-turned`: `>=` becomes `>`, so that the number itself no longer fits
(whole numbers are left out: that is a bound moved). `value-dropped`, `value-added`: one value fewer in a list, one more of those
that the field can have. `value-turned`: true becomes false. `pattern-dropped`: one whole part of `when` less, where nothing that
rules compute refers to it. `unless-dropped`: one exception less.
"""

from collections.abc import Iterator

from inspector.model.rules import Condition, Operator, Pattern, Rule, VerdictRow
from inspector.rules.encode import ordered
from inspector.rules.vocabulary import Vocabulary
from inspector.workbench.judging import spelt
from inspector.workbench.judging.mutating.equivalent import same_range, same_words
from inspector.workbench.judging.mutating.mutant import Mutant
from inspector.workbench.judging.mutating.steps import beside
from inspector.workbench.judging.sites import TEST, Entry, Site, patterns, sites, with_condition, with_part

OPPOSITE: dict[Operator, Operator] = {"==": "!=", "!=": "==", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}
EDGE: dict[Operator, Operator] = {"<": "<=", "<=": "<", ">": ">=", ">=": ">"}
Changed = tuple[str, Condition | None]
"""The name of an operator, and the condition that it makes; None where it is left out."""


def of_conditions(entry: Entry, known: Vocabulary) -> Iterator[tuple[Mutant, Entry]]:
    """Every change of one condition of an entry: what it is, and the entry with it."""
    for site in sites(entry, known):
        name = "is" if site.slot == TEST else site.condition.field
        was = spelt.condition(site.condition, name)
        for operator, made in changes(site):
            becomes = "(nothing)" if made is None else spelt.condition(made, name)
            why = same_range(site.condition, made, site.field) or _same_words(entry, site, made, known)
            mutant = Mutant(operator, entry.id, site.condition.where, was, becomes, why_same=why)
            yield mutant, with_condition(entry, site, () if made is None else (made,))


def _same_words(entry: Rule | VerdictRow, site: Site, made: Condition | None, known: Vocabulary) -> str:
    if site.slot == TEST:
        return ""
    pattern = dict(patterns(getattr(entry, site.side)[site.part]))[site.slot]
    return same_words(pattern, site.number, made, {field.name: field for field in known.get(pattern.kind, ())})


def changes(site: Site) -> Iterator[Changed]:
    """What a condition can become."""
    one = site.condition
    if site.slot != TEST or site.band:
        yield "condition-dropped", None
    for operator, made in (*_bounds(site), *_operators(site), *_values(site)):
        yield operator, one.model_copy(update=made)


def _bounds(site: Site) -> Iterator[tuple[str, dict[str, object]]]:
    one, field = site.condition, site.field
    if field is None or one.ref is not None or len(one.values) != 1 or not ordered(field.type):
        return
    for value in beside(one.values[0], field):
        yield "bound-moved", {"values": (value,)}


def _operators(site: Site) -> Iterator[tuple[str, dict[str, object]]]:
    one, field = site.condition, site.field
    if len(one.values) > 1:
        return
    boolean = field is not None and field.type == "boolean"
    if not boolean or one.ref is not None:
        yield "operator-turned", {"operator": OPPOSITE[one.operator]}
    stepped = field is not None and field.type in ("integer", "standing", "date") and one.ref is None
    if one.operator in EDGE and not stepped:
        yield "edge-turned", {"operator": EDGE[one.operator]}


def _values(site: Site) -> Iterator[tuple[str, dict[str, object]]]:
    one, field = site.condition, site.field
    if one.ref is not None:
        return
    if len(one.values) == 1 and isinstance(one.values[0], bool):
        yield "value-turned", {"values": (not one.values[0],)}
        return
    if len(one.values) > 1:
        for left in one.values:
            yield "value-dropped", {"values": tuple(value for value in one.values if value != left)}
    if field is not None and field.type == "string" and one.operator == "==":
        for choice in (choice for choice in field.choices if choice not in one.values):
            yield "value-added", {"values": (*one.values, choice)}


def of_parts(entry: Entry) -> Iterator[tuple[Mutant, Entry]]:
    """Every whole part left out: of `unless` each, of `when` those that nothing refers to, if others are left."""
    referred = _referred(entry)
    for place, part in enumerate(entry.when):
        if len(entry.when) > 1 and part.alias not in referred:
            mutant = Mutant("pattern-dropped", entry.id, part.where, spelt.part(part), "(nothing)")
            yield mutant, with_part(entry, "when", place, ())
    for place, part in enumerate(entry.unless):
        mutant = Mutant("unless-dropped", entry.id, part.where, f"unless {spelt.part(part)}", "(nothing)")
        yield mutant, with_part(entry, "unless", place, ())


def _referred(entry: Rule | VerdictRow) -> set[str]:
    """The aliases that conditions or what is carried refer to."""
    named = {ref.alias for _, ref in entry.conclude.carry} if isinstance(entry, Rule) else set[str]()
    for part in (*entry.when, *entry.unless):
        some: Iterator[Pattern] = (pattern for _, pattern in patterns(part))
        named |= {one.ref.alias for pattern in some for one in pattern.conditions if one.ref is not None}
    return named
