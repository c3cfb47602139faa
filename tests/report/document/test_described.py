"""Every published schema describes each of its properties and has an example of it, which the property allows."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from evidence.make_inspection_schema import SITE
from evidence.make_schemas import DOCUMENTS, FOLDER

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
