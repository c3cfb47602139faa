"""Row schemas of authorities: held against their own schema before anything else, and never a crash or a silent loss.

The cases in row_schemas.yaml say what is told of each malformed one. The law: whatever a row schema is changed to, either it is
refused with a place, or the check goes through and finds what `jsonschema` finds.
"""

import json
import random
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from inspector.bundle.check.check_table import CheckedTable, check_table
from inspector.bundle.check.hiding import Hiding
from inspector.bundle.check.normalise import Normalising
from inspector.bundle.check.wording import Wording
from inspector.bundle.open.content import Content, file_facts
from inspector.bundle.own_schemas import OwnSchemas
from inspector.bundle.schema import json_schema
from inspector.bundle.tables.csv_table import read_csv
from inspector.bundle.tables.table import ROW, Table
from inspector.model.problems import Problem, Where, each
from inspector.model.remarks import Unreadable, error
from inspector.privacy.gate import Gate
from tests.bundle.mutating import mutated
from tests.bundle.test_compile_schema import by_definition

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "row_schemas.yaml").read_text(encoding="utf-8"))
BASES: list[dict[str, Any]] = [
    {"properties": {"A": {"type": "string"}, "B": {"type": "number"}}},
    {
        "$schema": "https://json-schema.org/draft/2020-12/schema", "title": "t", "type": "object",
        "properties": {
            "A": {"type": "string", "pattern": "^[a-z0-9]+$", "minLength": 1, "maxLength": 9, "title": "The A"},
            "B": {"type": "number", "minimum": 0, "exclusiveMaximum": 100, "enum": [1, 2.5, 7]},
            "C": {"type": "integer", "minimum": -1, "maximum": 10, "const": 3},
            "D": {"type": "string", "format": "date"}, "E": {"type": "string", "format": "date"},
            "F": {"type": "array", "items": {"type": "string", "enum": ["up", "down"]}},
            "G": {"type": "boolean", "const": True}, "H": {"type": "string", "format": "date-time"},
            "I": {"type": "string", "enum": ["x", "y"], "examples": ["x"], "default": "y"},
        },
        "required": ["A"], "additionalProperties": False, "anyOf": [{"required": ["A"]}, {"required": ["B", "C"]}],
        "x-primary-key": ["A"], "x-not-before": [["E", "D"]], "x-record": "A", "x-separator": "|", "x-private": ["D"],
        "x-identifiers": ["A"], "x-aliases": {"B": ["bee"]}, "x-heading-patterns": {"C": "c.*"},
        "x-foreign-key": [{"field": "A", "kind": "t", "references": "I"}],
    },
    {
        "properties": {"A": {"type": "string"}, "B": {"type": "number"}, "D": {"type": "string", "format": "date"}},
        "if": {"required": ["A"], "properties": {"A": {"enum": ["x", "y"]}}},
        "then": {"required": ["B"], "properties": {"B": {"minimum": 1}}},
        "allOf": [{"if": {"properties": {"B": {"const": 1}}}, "then": {"properties": {"A": {"pattern": "^x"}}}}],
        "x-date-format": "%d/%m/%Y",
    },
    {
        "properties": {"A": {"type": "string", "enum": ["Yes", "No"]}, "C": {"type": "integer"}, "D": {"type": "string",
        "format": "date"}},
        "x-tolerant": True, "x-record": "A", "x-columns": ["A", "D"], "x-variants": {"A": "gender"}, "required": ["A"],
    },
]  # fmt: skip
ROWS = [
    ["x", "1", "3", "2024-01-01", "2024-02-01", "up|down", "true", "2025-03-31T09:00:00Z", "x"],
    ["y", "-5", "99999999999999999999", "31/03/2024", "2023-01-01", "up|side", "false", "2025-03-31", "z"],
    ["", "abc", "2.0", "", "9999-12-31", "", "True", "", "x"],
    ["x", "1e400", "-1", "0001-01-01", "x", "up", "", "2025-02-30T09:00:00Z", ""],
    ["é 🙂", "2.5", "3", "2024-13-01", "", "|", "0", "x", "y"],
    ["yes", "1.0", "10", "45000", "2024-02-29", "a|a", "true", "2025-03-31T09:00:00+01:00", "x"],
]


def table_of(fields: list[str]) -> bytes:
    """A CSV with a column for each field, its cells good and bad."""
    names = [name for name in fields if not re.search(r"[\x00-\x1f\x7f]", name)] or ["A"]
    cells = [[row["ABCDEFGHI".index(name) if name in "ABCDEFGHI" and name else 0] for name in names] for row in ROWS]
    lines = [names, *cells]
    return "".join(",".join('"' + cell.replace('"', '""') + '"' for cell in line) + "\n" for line in lines).encode()


class Memory:
    """A bundle of files in memory."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self._files = files

    def read(self, path: str) -> bytes:
        if path not in self._files:
            raise Unreadable(error("no-such-file", Where(file=path), "the file is not in the bundle"))
        return self._files[path]

    def open(self, path: str, *, large: bool = False) -> Content:  # noqa: ARG002
        return Content(path, self.read(path))

    def names(self) -> list[str]:
        return sorted(self._files)


def opened(schema: Any) -> tuple[dict[str, Any] | None, list[Problem]]:
    """The row schema as a bundle has it, or None and why not."""
    resource = {"name": "t", "path": "t.csv", "kind": "table", "row_schema": "t.schema.json"}
    problems: list[Problem] = []
    source = Memory({"t.schema.json": json.dumps(schema).encode()})
    return OwnSchemas(source, [resource]).of(resource, 0, problems), problems


def checked(schema: dict[str, Any], *, keep: bool) -> tuple[Table, CheckedTable, list[Problem]] | None:
    """One pass over the table of such a schema; None where its headings cannot be read."""
    content = Content("t.csv", table_of(list(schema["properties"])))
    try:
        table, problems = read_csv(content, file_facts(content), "t", "table", schema, None, whole=False)
    except Unreadable:
        return None
    known = {("t", field): ["x"] for field in schema["properties"]}
    found = check_table(table, Normalising(table, None), known, rows_checked=False, keep=keep)
    hiding = Hiding(Gate())
    hiding.gather(table, found, problems)
    hiding.gate.settle()
    told = list(each([*problems, *Wording(table, known, hiding.telling(table), hiding.closed([table])).faults(found)]))
    return table, found, told


def holds(schema: Any) -> str:
    """The law for one schema; gives `refused` or `read`."""
    usable, problems = opened(schema)
    wrong = [one for one in problems if one.level == "error"]
    if usable is None:
        own = [one for one in wrong if one.where.file == "t.schema.json"]
        assert own, problems
        assert all(one.rule in ("row-schema", "not-json") and one.message for one in wrong)
        assert all(
            one.where.path or one.message.startswith("the row schema") for one in own if one.rule == "row-schema"
        ), own
        assert [one.where.path for one in wrong if one.where.file == "datapackage.json"] == ["resources[0].row_schema"]
        return "refused"
    assert not wrong, problems
    both = [one for keep in (True, False) if (one := checked(usable, keep=keep)) is not None]
    if len(both) < 2:
        assert not both
        return "read"
    found = [
        sorted((row, *key) for key, frame in one.faults.items() for row in frame[ROW].to_list()) for _, one, _ in both
    ]
    assert found[0] == found[1]
    kept = both[0][1].normalised
    assert kept is not None
    rows = dict(enumerate(kept[ROW].to_list()))
    cells = {name: kept[name].to_list() for name in both[0][0].fields}
    wanted = [(rows[row - 2], field, keyword) for row, field, keyword in defined(cells, usable)]
    got = [one for one in found[0] if not one[2].startswith("x-")]
    assert got == sorted(wanted)
    return "read"


def defined(cells: dict[str, list[str | None]], schema: dict[str, Any]) -> list[tuple[int, str, str]]:
    """What `jsonschema` finds. A tolerant schema tells of a column that is not there once, not in every row."""
    found = by_definition(cells, {**schema, "additionalProperties": True})
    return [one for one in found if not schema.get("x-tolerant") or one[1] in cells or not one[1]]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_what_is_told(case: dict[str, Any]) -> None:
    usable, problems = opened(case["schema"])
    assert (usable is None) == any(one.get("level", "error") == "error" for one in case["problems"]), problems
    own = [one for one in problems if one.where.file == "t.schema.json"]
    assert [one.where.path for one in own] == [one["path"] for one in case["problems"]], own
    for one, wanted in zip(own, case["problems"], strict=True):
        assert one.rule == "row-schema"
        assert one.level == wanted.get("level", "error")
        for words in wanted["told"] if isinstance(wanted["told"], list) else [wanted["told"]]:
            assert words in f"{one.message}. Expected: {one.expected}. Fix: {one.fix}"


@pytest.mark.parametrize("base", range(len(BASES)))
def test_the_bases_are_read(base: int) -> None:
    assert holds(BASES[base]) == "read"


@pytest.mark.parametrize("seed", range(8))
def test_a_changed_schema_is_refused_with_a_place_or_read_as_meant(seed: int) -> None:
    draw = random.Random(f"row schemas {seed}")
    answers = {"refused": 0, "read": 0}
    for _ in range(150):
        schema = mutated(draw.choice(BASES), draw)
        try:
            answers[holds(schema)] += 1
        except BaseException as failure:
            raise AssertionError(json.dumps(schema)[:3000]) from failure
    assert min(answers.values()) > 10, answers


def test_the_schema_of_row_schemas_is_one() -> None:
    Draft202012Validator.check_schema(json_schema.schema("row-schema"))
