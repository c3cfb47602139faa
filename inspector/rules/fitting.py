"""Patterns made ready to be asked of many facts: what `reference_matcher.fits` says of them, in a part of the time."""

import operator
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from inspector.rules.intermediate import Check, CompiledPattern, Earlier, Encoded, EncodedFact

Compare = Callable[[Any, Any], bool]
EQUAL: dict[str, Compare] = {"==": operator.eq, "!=": operator.ne}
ORDER: dict[str, Compare] = {"<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge}


class Ready(NamedTuple):
    """A check: which attribute, how it is compared and with what; `text` says that this is text, `earlier` whose it is."""

    attr: str
    compare: Compare
    value: Any
    text: bool
    earlier: Earlier | None


Asked = tuple[tuple[Ready, ...], ...]
"""Alternatives, each the checks that have to hold together."""


def ready(some: Iterable[CompiledPattern]) -> Asked:
    """Alternatives of one kind, made ready."""
    return tuple(tuple(map(_ready, pattern.checks)) for pattern in some)


def _ready(check: Check) -> Ready:
    compare = EQUAL[check.op] if check.op in EQUAL else _between_numbers(ORDER[check.op])
    if isinstance(check.value, Earlier):
        return Ready(check.attr, compare, None, False, check.value)
    text = isinstance(check.value, str)
    # Of numbers alone it is known beforehand that they can be compared.
    return Ready(check.attr, compare if text or check.op in EQUAL else ORDER[check.op], check.value, text, None)


def _between_numbers(compare: Compare) -> Compare:
    return lambda left, right: not isinstance(left, str) and compare(left, right)


def fits(asked: Asked, fact: EncodedFact, bound: Sequence[EncodedFact] = ()) -> bool:
    """Whether a fact of their kind fits any of the alternatives, given the facts bound to the patterns before it."""
    attrs = fact.attrs
    for checks in asked:
        for attr, compare, value, text, earlier in checks:
            left = attrs.get(attr)
            if left is None:
                break
            if earlier is not None:
                value = bound[earlier.pattern].attrs.get(earlier.attr)
                text = isinstance(value, str)
            if value is None or isinstance(left, str) is not text or not compare(left, value):
                break
        else:
            return True
    return False


class Keyed(NamedTuple):
    """Alternatives by the value that one attribute has to have, so that most facts need not be asked anything.

    `attr` is None where they do not all ask for one value of the same attribute; then all are under None.
    """

    attr: str | None
    by: Mapping[Encoded | None, Asked]


def keyed(some: Sequence[CompiledPattern]) -> Keyed:
    """Alternatives of one kind, made ready and put by the value of an attribute that each asks for."""
    equal = [
        {
            check.attr: check.value
            for check in pattern.checks
            if check.op == "==" and not isinstance(check.value, Earlier)
        }
        for pattern in some
    ]
    shared = sorted(set.intersection(*map(set, equal)))
    if not shared:
        return Keyed(None, {None: ready(some)})
    values = [one[shared[0]] for one in equal]
    by: dict[Encoded | None, Asked] = {
        value: ready(pattern for pattern, mine in zip(some, values, strict=True) if mine == value) for value in values
    }
    return Keyed(shared[0], by)


def fitting(keyed: Keyed, facts: Iterable[EncodedFact]) -> tuple[str, ...]:
    """The ids of the facts that fit any of the alternatives, in the order of the facts."""
    attr, by = keyed
    if attr is None:
        asked = by[None]
        return tuple([fact.id for fact in facts if fits(asked, fact)])
    some = ((fact, by.get(fact.attrs.get(attr))) for fact in facts)
    return tuple([fact.id for fact, asked in some if asked is not None and fits(asked, fact)])
