"""What both matchers read: rules and facts reduced to kinds, attributes, integers and strings.

Within one call every attribute of a kind holds one type only, integers or strings.
"""

from collections.abc import Mapping
from typing import NamedTuple

from inspector.model.rules import Operator

Encoded = int | str

Match = tuple[str, tuple[str, ...]]
"""The name of a rule and the ids of the facts bound to its patterns, in the order of the patterns."""


class Earlier(NamedTuple):
    """An attribute of the fact bound to an earlier pattern of the same rule, by the pattern's position from 0."""

    pattern: int
    attr: str


class Check(NamedTuple):
    """A test of one attribute against a constant or against an earlier fact."""

    attr: str
    op: Operator
    value: Encoded | Earlier


class CompiledPattern(NamedTuple):
    """Wants one fact of `kind` for which every check holds."""

    kind: str
    checks: tuple[Check, ...]


class CompiledRule(NamedTuple):
    """Patterns that must all hold at once. Rules expanded from one list of values share their name."""

    name: str
    patterns: tuple[CompiledPattern, ...]


class EncodedFact(NamedTuple):
    """A fact with only the attributes that rules use."""

    id: str
    kind: str
    attrs: Mapping[str, Encoded]


class MatcherError(Exception):
    """A matcher could not give an answer that can be relied on."""
