"""No refusal without a reason: what is broken in a document of any kind is told with its place, alike in every format.

Every keyword of every kind's schema is broken once by what breaks just that; then anything is put anywhere.
"""

import csv
import io
import json
import random
import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import python_calamine

from inspector.bundle import read_bundle
from inspector.bundle.kinds import OWNER, PARTS, PLAIN
from inspector.bundle.reading import BundleReading
from inspector.bundle.schema import json_schema
from inspector.bundle.schema.cells import to_json
from inspector.cli import _run
from inspector.model.problems import Faults, Problem, each
from inspector.report import problems as report
from tests.bundle.builder import MANIFEST, seal
from tests.bundle.mutating import ODD, mutated

EXAMPLES = Path(__file__).parents[2] / "evidence" / "examples"
PLAIN = sorted(PLAIN)
Rows = list[dict[str, Any]]
DECLARED = [
    {"event": "outage", "on": "2024-01-01", "to": "2024-01-31", "says": "Nothing was recorded."},
    {"event": "rounded", "on": "2024-03-01", "concerns": ["indicators"], "amount": 5},
]
"""Rows of the kind that no example has."""
Break = tuple[str, str, Rows]
"""The keyword, the field, and the document in which it is broken."""


def good(kind: str) -> Rows:
    """A few rows of the kind as JSON, from the example that has them."""
    if kind == "declared-events":
        return [{**row} for row in DECLARED]
    folder = EXAMPLES / "brackenshire"
    folder = folder / "given" / "regional-audit-office" if kind == "verifications" else folder
    if (folder / f"{kind}.json").exists():
        rows: Rows = json.loads((folder / f"{kind}.json").read_text(encoding="utf-8"))
        return rows[:2]
    properties = json_schema.schema(kind)["properties"]
    with (folder / f"{kind}.csv").open(encoding="utf-8", newline="") as stream:
        found = [row for row, _ in zip(csv.DictReader(stream), range(2), strict=False)]
    return [{name: to_json(cell, properties[name]) for name, cell in row.items() if cell} for row in found]


def lone(kind: str) -> Rows:
    """Such rows in which nothing leads elsewhere."""
    links = {link["field"] for link in json_schema.schema(kind).get("x-foreign-key", ()) if link["kind"] != kind}
    return [
        {
            name: value
            for name, value in row.items()
            if name not in links or name in json_schema.schema(kind)["required"]
        }
        for row in good(kind)
    ]


def broken(schema: dict[str, Any], rows: Rows) -> Iterator[Break]:
    """The rows with one keyword of the schema broken in the first or second of them."""
    first, *rest = rows
    for name, cell in schema["properties"].items():
        for keyword, value in _values(cell):
            yield keyword, name, [{**first, name: value}, *rest]
    for name in schema.get("required", ()):
        yield "required", name, [{key: value for key, value in first.items() if key != name}, *rest]
    if schema.get("additionalProperties") is False:
        yield "additionalProperties", "nosuch", [{**first, "nosuch": 1}, *rest]
    for part in schema.get("anyOf", ()):
        names = {name for one in schema["anyOf"] for name in one["required"]}
        yield "anyOf", part["required"][0], [{key: value for key, value in first.items() if key not in names}, *rest]
    if "x-primary-key" in schema:
        yield "x-primary-key", schema["x-primary-key"][0], [first, *rest, first]
    for later, earlier in schema.get("x-not-before", ()):
        yield "x-not-before", later, [{**first, later: "2001-01-01", earlier: "2002-01-01"}, *rest]
    for part, whole in schema.get("x-at-most", ()):
        yield "x-at-most", part, [{**first, part: 9, whole: 3}, *rest]
    for rule in [schema, *schema.get("allOf", ())]:
        yield from _conditional(rule, schema["properties"], first, rest)


def _values(cell: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    yield "type", {"a": 1}
    yield "type", [[1]] if cell["type"] == "array" else [1]
    part = cell.get("items", cell)
    wrap = (lambda value: [value]) if cell["type"] == "array" else (lambda value: value)
    wrong = {
        "enum": "no such code", "const": "no such", "pattern": "!! \n", "format": "2025-13-41", "minLength": "",
        "maxLength": "x" * (1 + part.get("maxLength", 0)), "minimum": part.get("minimum", 0) - 1,
        "exclusiveMinimum": part.get("exclusiveMinimum"), "maximum": part.get("maximum", 0) + 1,
        "exclusiveMaximum": part.get("exclusiveMaximum"), "formatMinimum": _day("0001-01-01", part),
        "formatMaximum": _day("9999-12-31", part),
    }  # fmt: skip
    yield from ((keyword, wrap(value)) for keyword, value in wrong.items() if keyword in part)


def _day(day: str, part: dict[str, Any]) -> str:
    return f"{day}T12:00:00Z" if part.get("format") == "date-time" else day


def _conditional(rule: dict[str, Any], cells: dict[str, Any], first: dict[str, Any], rest: Rows) -> Iterator[Break]:
    if "if" not in rule:
        return
    said = {name: _fitting(part, cells[name]) for name, part in rule["if"].get("properties", {}).items()}
    row = {**first, **said}
    for name in rule["then"].get("required", ()):
        yield "if", name, [{key: value for key, value in row.items() if key != name}, *rest]


def _fitting(part: dict[str, Any], cell: dict[str, Any]) -> Any:
    return part.get("const", part.get("enum", cell.get("enum", ["2024-01-01"]))[0])


def read(folder: Path, kind: str, rows: Any) -> BundleReading:
    """The bundle that has this document alone."""
    data = json.dumps(rows).encode()
    resource = {"name": "it", "path": "it.json", "kind": kind, **seal(data)}
    manifest = {
        "name": "x",
        "title": "x",
        "authority": "x",
        "period": {"start": "2000-01-01", "end": "2030-01-01"},
        "resources": [resource],
    }
    (folder / "it.json").write_bytes(data)
    (folder / MANIFEST).write_text(json.dumps(manifest))
    return read_bundle(folder)


def located(found: tuple[Problem | Faults, ...]) -> list[Problem]:
    """Every error, each with a place in the document."""
    errors = [one for one in each(found) if one.level == "error"]
    for one in errors:
        where = one.where
        assert where.file
        assert (
            where.file != "it.json"
            or where.row
            or where.path
            or where.line
            or one.rule in ("not-a-table", "no-register", "unreadable-register")
        )
        assert one.message
    return errors


CASES = [
    pytest.param(kind, keyword, field, rows, id=f"{kind} {keyword} {field} {place}")
    for kind in PLAIN
    for place, (keyword, field, rows) in enumerate(broken(json_schema.schema(kind), lone(kind)))
]
NESTED = [
    pytest.param(kind, part, keyword, field, rows, id=f"{kind} {part} {keyword} {field} {place}")
    for kind, parts in PARTS.items()
    for part, schema in parts.items()
    if (inner := next((row[part] for row in good(kind) if row.get(part)), None))
    for place, (keyword, field, rows) in enumerate(broken(json_schema.schema(schema), inner))
    if field != OWNER[schema]
]


def test_every_keyword_of_every_kind_is_broken() -> None:
    told = {
        "title",
        "description",
        "properties",
        "items",
        "$schema",
        "$id",
        "if",
        "then",
        "allOf",
        "x-foreign-key",
        "x-record",
    }
    for kind in PLAIN:
        schema = json_schema.schema(kind)
        cells = [part for cell in schema["properties"].values() for part in (cell, cell.get("items", {}))]
        there = {key for part in [schema, *cells] for key in part} - told - {"x-separator", "x-parts", "x-aliases"}
        assert there <= {case.values[1] for case in CASES if case.values[0] == kind} | {"default", "examples"}


@pytest.mark.parametrize("kind", PLAIN)
def test_what_is_not_broken_is_not_refused(kind: str, tmp_path: Path) -> None:
    errors = located(read(tmp_path, kind, lone(kind)).problems)
    assert {one.rule for one in errors} <= {"no-register", "unreadable-register"}, errors


@pytest.mark.parametrize(("kind", "keyword", "field", "rows"), CASES)
def test_a_broken_keyword_is_told_with_its_element(
    kind: str, keyword: str, field: str, rows: Rows, tmp_path: Path
) -> None:
    of_registers = ("no-register", "unreadable-register")
    errors = [one for one in located(read(tmp_path, kind, rows).problems) if one.rule not in of_registers]
    assert errors
    assert {(one.where.path or "").partition(".")[0] for one in errors} <= {f"{kind}[{place}]" for place in range(3)}
    assert keyword in ("anyOf",) or field in {one.where.field for one in errors}


@pytest.mark.parametrize(("kind", "part", "keyword", "field", "rows"), NESTED)
def test_a_broken_keyword_within_a_part_is_told_with_the_element_it_is_in(
    kind: str, part: str, keyword: str, field: str, rows: Rows, tmp_path: Path
) -> None:
    whole = good(kind)
    at = next(place for place, row in enumerate(whole) if row.get(part))
    errors = located(
        read(tmp_path, kind, [{**row, part: rows} if place == at else row for place, row in enumerate(whole)]).problems
    )
    told = {(one.where.path, one.where.field) for one in errors}
    assert (f"{kind}[{at}].{part}", field) in told or (f"{kind}[{at}]", field) in told or keyword == "anyOf"


@pytest.mark.parametrize("kind", PLAIN)
def test_anything_anywhere_is_read_or_told_of(kind: str, tmp_path: Path) -> None:
    draw = random.Random(f"documents {kind}")
    words = [
        *json_schema.schema(kind)["properties"],
        *PARTS.get(kind, ()),
        "nosuch",
        "\u0000row",
        "\u0000found",
        "review",
        "id",
    ]
    refused = 0
    for _ in range(40):
        rows = mutated(good(kind), draw, odd=[*ODD, "2025-01-01", "0001-01-01", "9999-12-31", "a\u0000b"], words=words)
        try:
            reading = read(tmp_path, kind, rows)
            errors = located(reading.problems)
            agree(reading.problems)
            assert reading.evidence is not None or errors
        except BaseException as failure:
            raise AssertionError(json.dumps(rows)[:6000]) from failure
        refused += bool(errors)
    assert refused > 5


def agree(found: tuple[Problem | Faults, ...]) -> None:
    """Every format shows as many errors and queries as there are, at least one where there are any, each with its file."""
    wanted = Counter((str(one.level), one.rule, one.where.file) for one in each(found))
    text = report.render("text", found, None, everything=True).decode()
    counted = Counter[tuple[str, str]]()
    for level, rule, times in re.findall(r"(?m)^  (error|query) \[([a-z0-9-]+)\], (\d+) times?$", text):
        counted[level, rule] += int(times)
        assert int(times) > 0
    levels = Counter[str]()
    for (level, rule, _), times in wanted.items():
        levels[level] += times
        assert counted[level, rule] > 0
    assert sum(counted.values()) == sum(wanted.values())
    if found:
        assert re.search(rf"(?m)^{levels['error']} errors?, {levels['query']} quer(?:y|ies)\.", text)
    document = json.loads(report.render("json", found, None))
    assert Counter((one["level"], one["rule"], one["file"]) for one in document["problems"]) == wanted
    rows = list(csv.DictReader(io.StringIO(report.render("csv", found, None).decode("utf-8-sig"), newline="")))
    assert Counter((one["level"], one["rule"]) for one in rows) == Counter(_pairs(wanted))
    log = json.loads(report.render("sarif", found, None))["runs"][0]["results"]
    assert Counter((one["level"] == "error", one["ruleId"]) for one in log) == Counter(
        (level == "error", rule) for level, rule in _pairs(wanted)
    )
    suites = ET.fromstring(report.render("junit", found, None))
    assert int(suites.attrib["failures"]) == len({key for key in wanted if key[0] == "error"})
    assert all((one.text or "").strip() for one in suites.iter("failure"))
    page = report.render("html", found, None).decode()
    assert all(f"{rule}" in page for _, rule in _pairs(wanted))


def _pairs(wanted: Counter[tuple[str, str, str]]) -> Iterator[tuple[str, str]]:
    return ((level, rule) for (level, rule, _), times in wanted.items() for _ in range(times))


@pytest.mark.parametrize(
    "sides",
    [
        {"rows": ()},
        {"rows": (2,), "found": ("a", "b")},
        {"rows": (2, 3), "keys": ("a",)},
        {"rows": (2, 3), "others": ("a",)},
    ],
)
def test_a_fault_without_a_row_to_show_cannot_be_made(sides: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"a fault \[x\] in"):
        Faults(rule="x", level="error", file="a.csv", message="m", **sides)


@pytest.mark.parametrize(
    ("rows", "place", "said"),
    [
        ([{"id": "r1"}, 5], 1, "one of its entries is '5'"),
        ([{"id": "r1"}, None], 1, "one of its entries is 'None'"),
        ([{"id": "a\u0000b"}], 0, "NUL character"),
        ([{"id": "r1"}, {"owners": ["a\u0000b"]}], 1, "NUL character"),
        ([{"id": "r1", "\u0000row": 9}], 0, "NUL character"),
        ([{"id": "r1", "actions": 5}], 0, "actions is not an array of objects"),
        ([{"id": "r1", "actions": [{"id": "a1", "action": "x"}, True]}], 0, "its entry 2 is 'True'"),
        ([{"id": "r1", "actions": [{"id": "a1", "action": "x", "recommendation": "r2"}]}], 0, "stands in 'r1'"),
        ([{"id": 10**250}], 0, "is not a string"),
        ([{"id": "r1", "owners": {"a": 1}}], 0, "is not a list"),
        ([{"id": "r1", "owners": ["a", 1]}], 0, "holds something other than a text"),
    ],
)
def test_a_wrong_shape_within_a_document_is_told_where_it_is(rows: Any, place: int, said: str, tmp_path: Path) -> None:
    errors = located(read(tmp_path, "recommendations", rows).problems)
    assert any(one.where.path == f"recommendations[{place}]" and said in one.message for one in errors), errors


def test_a_part_may_say_again_where_it_stands(tmp_path: Path) -> None:
    rows = [{"id": "r1", "recommendation": "x", "source": "munro", "made_on": "2024-01-01", "actions": [
        {"id": "a1", "action": "x", "recommendation": "r1"}]}]  # fmt: skip
    assert "leads-nowhere" not in {one.rule for one in located(read(tmp_path, "recommendations", rows).problems)}


FACTORS = [{"id": "c1", "reviewed_on": "2025-02-01", "went": "well", "approach": "systems", "factors": [
    {"condition": "caseload", "found": "present"}, {"condition": "caseload", "found": "present"}]}]  # fmt: skip


@pytest.mark.parametrize("form", report.FORMATS)
def test_one_factor_twice_is_told_in_every_format(
    form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    read(tmp_path, "case-reviews", FACTORS)
    output = tmp_path.parent / f"{tmp_path.name}.out"
    assert _run(["check", str(tmp_path), "--format", form, "-o", str(output)]) == 1
    capsys.readouterr()
    data = output.read_bytes()
    if form == "xlsx":
        sheet = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_name("Problems")
        assert [row[:5] for row in sheet.to_python()[1:]] == [["error", "duplicate-key", "it.json", "", ""]]
    else:
        assert "duplicate-key" in data.decode()
        assert "c1, caseload" in data.decode()
        assert "stands there more than once" in data.decode()
