"""Documents that are right beyond doubt, found without `jsonschema`, which takes longer to import than most documents to check.

`jsonschema` defines what is right and says what is wrong; here nothing is ever said but that it would find nothing. Of what is
not known here (a keyword, a number with a point) nothing is said.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from inspector.bundle.schema.cells import is_date

Rules = Mapping[str, Any]


def surely(rules: Any, value: Any) -> bool:
    """Whether a JSON value obeys a published schema for certain; False where it does not, or where that is not known here."""
    if not isinstance(rules, Mapping):
        return rules is True
    for keyword, asked in rules.items():
        test = _TESTS.get(keyword)
        if test is None:
            if keyword not in _SAYS_NOTHING and not keyword.startswith("x-"):
                return False
        elif not test(asked, value, rules):
            return False
    return True


def _type(asked: Any, value: Any, _: Rules) -> bool:
    return _TYPES.get(type(value)) in ([asked] if isinstance(asked, str) else asked)


_TYPES = {dict: "object", list: "array", str: "string", int: "integer", bool: "boolean", type(None): "null"}


def _enum(asked: list[Any], value: Any, _: Rules) -> bool:
    return isinstance(value, str) and value in asked


def _const(asked: Any, value: Any, _: Rules) -> bool:
    return type(value) is type(asked) and isinstance(value, str | bool) and value == asked


def _required(asked: list[str], value: Any, _: Rules) -> bool:
    return not isinstance(value, dict) or all(name in value for name in asked)


def _properties(asked: Mapping[str, Any], value: Any, _: Rules) -> bool:
    return not isinstance(value, dict) or all(
        surely(asked[name], part) for name, part in value.items() if name in asked
    )


def _additional(asked: Any, value: Any, rules: Rules) -> bool:
    if not isinstance(value, dict):
        return True
    known = rules.get("properties", {})
    return "patternProperties" not in rules and all(surely(asked, value[name]) for name in value if name not in known)


def _items(asked: Any, value: Any, rules: Rules) -> bool:
    return not isinstance(value, list) or ("prefixItems" not in rules and all(surely(asked, part) for part in value))


def _pattern(asked: str, value: Any, _: Rules) -> bool:
    return not isinstance(value, str) or _compiled(asked).search(value) is not None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    # Python's `$` also matches before a last line break; JSON Schema's does not.
    return re.compile(re.sub(r"(?<!\\)\$$", r"\\Z", pattern))


def _format(asked: str, value: Any, _: Rules) -> bool:
    return asked == "date" and (not isinstance(value, str) or is_date(value))


def _bound(holds: Callable[[Any, Any], bool], sort: type) -> Callable[[Any, Any, Rules], bool]:
    """A bound on values of one sort. It says nothing of others, save that of numbers with a point nothing is known here."""
    return lambda asked, value, _: holds(value, asked) if type(value) is sort else type(value) is not float


_TESTS: dict[str, Callable[[Any, Any, Rules], bool]] = {
    "type": _type,
    "enum": _enum,
    "const": _const,
    "required": _required,
    "properties": _properties,
    "additionalProperties": _additional,
    "items": _items,
    "pattern": _pattern,
    "format": _format,
    "formatMinimum": _bound(lambda value, asked: value[:10] >= asked[:10], str),
    "formatMaximum": _bound(lambda value, asked: value[:10] <= asked[:10], str),
    "minimum": _bound(lambda value, asked: value >= asked, int),
    "maximum": _bound(lambda value, asked: value <= asked, int),
    "minLength": _bound(lambda value, asked: len(value) >= asked, str),
    "maxLength": _bound(lambda value, asked: len(value) <= asked, str),
    "minItems": _bound(lambda value, asked: len(value) >= asked, list),
    "maxItems": _bound(lambda value, asked: len(value) <= asked, list),
}
_SAYS_NOTHING = frozenset(("$schema", "$id", "title", "description", "examples", "default"))
