"""The schemas of a framework's files with what is installed filled in: for editors, which complete and check by them.

What ships (`rules.schema.json`) says how a rule is built, and not which fields a signal has: plugins bring others. Here the
patterns of rules, of the decision table and the facts of test cases are closed to what there is.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from typing import Any

from inspector.framework.structure import published
from inspector.model.fact_kinds import FactKind
from inspector.rules.vocabulary import OF_FINDINGS
from inspector.workbench.authoring.field_schema import Schema
from inspector.workbench.authoring.pattern_schema import basis, facts, patterns

FILES = ("framework", "framework-variant", "rules", "rule-tests")
"""The schemas of the files of a framework, by name."""
_PART: Schema = {"$ref": "#/definitions/part"}


def schema(name: str, kinds: Sequence[FactKind]) -> Schema:
    """The schema of that name, one of `FILES`, closed to these kinds of facts."""
    made = _draft7(published(name))
    made["$id"] = f"https://inspector.example/schemas/typed-{name}.schema.json"
    if name == "rule-tests":
        definitions = facts(kinds, _beside(made), placeholders=True)
        made = _given(made, kinds)
    else:
        definitions = patterns(kinds, table=name.startswith("framework"))
        made = _with_parts(made)
    made["definitions"] = {**made.get("definitions", {}), **definitions}
    return made


def _draft7(plain: Schema) -> Schema:
    """The same for editors: the words of 2020-12 that ours use have other names in draft 7."""
    text = json.dumps(plain).replace('"#/$defs/', '"#/definitions/')
    made: Schema = json.loads(text)
    made["$schema"] = "http://json-schema.org/draft-07/schema#"
    if "$defs" in made:
        made["definitions"] = made.pop("$defs")
    return made


def _with_parts(plain: Schema) -> Schema:
    """`when` and `unless`, wherever they stand, with typed patterns."""

    def typed(name: str, body: Schema) -> Schema:
        return (
            {**body, "additionalProperties": _PART} if name in ("when", "unless") and "propertyNames" in body else body
        )

    return _each_property(plain, typed)


def _given(plain: Schema, kinds: Sequence[FactKind]) -> Schema:
    """What test cases are given, wherever it stands, typed."""
    fact = {"type": "array", "items": {"$ref": "#/definitions/fact"}}

    def typed(name: str, body: Schema) -> Schema:
        if name in ("facts", "defaults"):
            return {**body, **fact}
        if name == "verdict-basis":
            return {**body, **basis(kinds, placeholders=True, without=OF_FINDINGS)}
        return body

    return _each_property(plain, typed)


def _beside(plain: Schema) -> Schema:
    """The keys that any fact of a test case may have beside its fields."""
    found: Schema = {}

    def look(name: str, body: Schema) -> Schema:
        if name == "facts":
            found.update(body.get("items", {}).get("properties", {}))
        return body

    _each_property(plain, look)
    return found


def _each_property(plain: Schema, change: Callable[[str, Schema], Schema]) -> Schema:
    """A copy in which every property of an object, at any depth, is what `change` makes of it."""

    def walked(value: Any) -> Any:
        if isinstance(value, list):
            return [walked(one) for one in value]
        if not isinstance(value, Mapping):
            return value
        made = {key: walked(one) for key, one in value.items()}
        if isinstance(made.get("properties"), dict):
            made["properties"] = {
                name: change(name, body) if isinstance(body, dict) else body
                for name, body in made["properties"].items()
            }
        return made

    copied: Schema = walked(deepcopy(plain))
    return copied
