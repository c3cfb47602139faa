"""Whether what no imagined facts do, no facts do at all, however many and however trusted.

It is so of two rules that count nothing and that no finding takes away, and of all that they read. Where facts meet the one and
not the other, they do so without any but those that meet it, and the one that takes the other away: fewer facts take nothing
away, and what is not trusted is no finding. So where as many are imagined as those, of each kind, more need not be.
"""

from collections import Counter
from collections.abc import Mapping
from datetime import date

from inspector.model.facts import Field
from inspector.model.rules import Condition, Pattern, Rule, Tally
from inspector.workbench.theory.views import View, Words
from inspector.workbench.theory.world import LARGEST, World

HEARD = frozenset(("trust", "standing"))
"""Fields of a finding that say how it was trusted."""


class _Cannot(Exception):
    """Something of which more facts may matter."""


def any_number(world: World, rules: Mapping[str, Rule], old: Rule, new: Rule) -> bool:
    """Whether so many facts are imagined that what none of them does to tell two rules apart, none do."""
    try:
        needed = _meeting(old, rules) | _meeting(new, rules)
        needed += _taking(old) | _taking(new)
    except _Cannot:
        return False
    return all(_enough(world, kind, many) for kind, many in needed.items())


def _meeting(rule: Rule, rules: Mapping[str, Rule]) -> Counter[str]:
    """By kind the facts that it takes to meet a rule, those behind findings counted."""
    found: Counter[str] = Counter()
    _taking(rule)
    for part in rule.when:
        pattern = _plain(part)
        if not pattern.kind.startswith("finding/"):
            found[pattern.kind] += 1
            continue
        if HEARD & {one.field for one in pattern.conditions}:
            raise _Cannot
        found += _meeting(rules[pattern.kind.removeprefix("finding/")], rules)
    return found


def _taking(rule: Rule) -> Counter[str]:
    """By kind the one fact that may take a match of the rule away."""
    kinds = [_plain(part).kind for part in rule.unless]
    if any(kind.startswith("finding/") for kind in kinds):
        raise _Cannot
    return Counter(dict.fromkeys(kinds, 1))


def _plain(part: Pattern | Tally) -> Pattern:
    if isinstance(part, Tally) or not part.kind.startswith(("signal/", "probe/", "finding/")):
        raise _Cannot
    if not all(map(_imagined, part.conditions)):
        raise _Cannot
    return part


def _imagined(one: Condition) -> bool:
    """Whether a value that a condition names lies well within what is imagined; of days too few years are."""
    return not any(isinstance(value, date) for value in one.values) and not any(
        abs(value) >= LARGEST for value in one.values if isinstance(value, int | float)
    )


def _enough(world: World, kind: str, many: int) -> bool:
    views = world.facts.get(kind, ())
    keys = [field for field in world.known.get(kind, ()) if field.key]
    return len(views) >= many or not keys or _all_choices(keys, views)


def _all_choices(keys: list[Field], views: tuple[View, ...]) -> bool:
    """Whether each thing that there can be one of is imagined: the key says one of a few words."""
    said = [view.fields[keys[0].name].is_ for view in views]
    return len(keys) == 1 and all(isinstance(one, int) and one < Words.OTHER for one in said)
