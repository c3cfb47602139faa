"""Every published schema describes each of its properties and has an example of it, which the property allows."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args, get_type_hints, is_typeddict

import jsonschema
import pytest

from evidence._described import EVERYWHERE, words
from evidence.make_inspection_schema import SITE
from evidence.make_schemas import DOCUMENTS, FOLDER
from inspector.report.document.shape import Document

SCHEMAS = sorted(FOLDER.rglob("*.schema.json"))
OF_DOCUMENTS = [FOLDER / f"{name}.schema.json" for name in ("inspection", *DOCUMENTS)]


def name_of(path: Path) -> str:
    return path.relative_to(FOLDER).as_posix()


def properties(schema: Any, way: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every property of a schema with the way to it; what stands in an example is none."""
    if isinstance(schema, list):
        for part in schema:
            yield from properties(part, way)
    if not isinstance(schema, dict):
        return
    for word, part in schema.items():
        if word == "properties":
            for name, one in part.items():
                # In a condition a property is named, and was described where it was defined.
                if "?" not in way:
                    yield f"{way}.{name}", one
                yield from properties(one, f"{way}.{name}")
        elif word not in ("examples", "enum", "const", "default"):
            yield from properties(part, f"{way}?" if word in ("if", "then", "else", "not", "allOf", "anyOf") else way)


@pytest.mark.parametrize("path", OF_DOCUMENTS, ids=name_of)
def test_every_property_has_a_description_and_an_example_that_it_allows(path: Path) -> None:
    schema = json.loads(path.read_text(encoding="utf-8"))
    found = list(properties(schema))
    assert found
    assert [way for way, one in found if not one.get("description")] == []
    assert [way for way, one in found if not one.get("examples")] == []
    wrong = []
    for way, one in found:
        asked = jsonschema.Draft202012Validator(
            {**one, "$defs": schema.get("$defs", {})}, format_checker=jsonschema.FormatChecker()
        )
        wrong += [(way, shown) for shown in one["examples"] if not asked.is_valid(shown)]
    assert wrong == []


@pytest.mark.parametrize("path", SCHEMAS, ids=name_of)
def test_an_id_is_where_the_site_has_the_schema(path: Path) -> None:
    assert json.loads(path.read_text(encoding="utf-8"))["$id"] == SITE + name_of(path)


def test_nothing_is_described_that_is_not_there() -> None:
    """Every class and key of the words has its type."""
    types = {name: set(kind.__annotations__) for name, kind in classes().items()}
    strange = [
        f"{name}.{key}"
        for name, keys in words().items()
        for key in keys
        if name != EVERYWHERE and key not in types.get(name, ())
    ]
    assert strange == []


def classes() -> dict[str, Any]:
    """The classes of all documents, by name and by room and name."""
    found: dict[str, Any] = {}

    def gather(kind: Any) -> None:
        if is_typeddict(kind):
            known = {kind.__name__: kind, f"{kind.__module__.split('.')[-2]}.{kind.__name__}": kind}
            if not found.keys() >= known.keys():
                found.update(known)
                for part in get_type_hints(kind, include_extras=True).values():
                    gather(part)
        else:
            for part in get_args(kind):
                gather(part)

    for kind in (Document, *(kind for _, kind in DOCUMENTS.values())):
        gather(kind)
    return found
