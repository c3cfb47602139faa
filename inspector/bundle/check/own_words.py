"""What a row schema says of a rule in its own words: `x-code`, `x-message` and `x-level`, wherever the rule stands."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from inspector.bundle.schema.pairs import pairs

_WORDS = ("x-code", "x-message", "x-level")
_WHOLE = ("x-primary-key", "anyOf")
"""Rules of a row as a whole: what the schema itself says is said of these."""


class OwnWords(NamedTuple):
    """A rule's own code, message and level; None for each that it leaves to us."""

    code: str | None = None
    message: str | None = None
    level: str | None = None

    def rule(self, ours: str) -> str:
        """Our id of the problem, with the rule's own code behind it."""
        return f"{ours}/{self.code}" if self.code else ours


def has_words(rule: Mapping[str, Any]) -> bool:
    """Whether a rule says anything of itself."""
    return any(word in rule for word in _WORDS)


def marked(rule: Mapping[str, Any], place: str) -> str:
    """What is put behind the keyword of a test so that its own words are found again: nothing for a rule that has none."""
    return f" {place}" if has_words(rule) else ""


def own_words(schema: Mapping[str, Any], field: str, keyword: str) -> OwnWords:
    """The words for a fault of that field and keyword, as tests are named by."""
    kind, _, rest = keyword.partition(" ")
    found = _rule(schema, field, kind, rest)
    return OwnWords(*(found.get(word) for word in _WORDS))


def _rule(schema: Mapping[str, Any], field: str, kind: str, rest: str) -> Mapping[str, Any]:
    if rest.startswith("allOf/"):
        rule: Mapping[str, Any] = schema["allOf"][int(rest.removeprefix("allOf/"))]
        return rule
    if kind == "x-foreign-key":
        links = schema.get("x-foreign-key", ())
        return next(
            (one for one in links if one["field"] == field and rest == f"{one['kind']} {one['references']}"), {}
        )
    if kind in ("x-not-before", "x-at-most"):
        return next((said for one, other, said in pairs(schema, kind) if (one, other) == (field, rest)), {})
    if kind == "anyOf":
        return next((one for one in schema["anyOf"] if has_words(one)), schema)
    if kind in _WHOLE or rest == "if":
        return schema
    cell: Mapping[str, Any] = schema["properties"].get(field, {})
    return cell
