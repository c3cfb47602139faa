"""Problems in every format: the same problems in each, nothing in them acted upon, the documents valid."""

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
import zipfile
from typing import Any

import jsonschema
import pytest
import python_calamine
from hypothesis import given
from hypothesis import strategies as st

from inspector.model.problems import Faults, Problem, Where, each
from inspector.model.traces import Trace
from inspector.report import problems as report
from inspector.report.document.traces import trace_values
from inspector.report.problems import as_json, as_xlsx
from inspector.report.problems.flat import Line

HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufffe\uffff]"
)
EVIL = "=1+1\x1b[2J\x9b2J\u202e\u2028\ud800\x00]]><&\"'\ufffe\x85\u200b\r\n🙂 Llŷn"
DATES = Faults(
    rule="date-order", level="error", file="lists/List 6.csv", message="{found} is before {other}", rows=(3, 9, 11),
    found=("2024-01-02", "-5", "=2+5"), others=("2024-02-01", "2024-02-02", "x"), keys=("C1", None, "C3"),
    letter="E", field="Date closed", expected="a day after the start", fix="swap them?", fixes={"-5": "leave it out"},
)  # fmt: skip
BLANK = Faults(rule="missing-value", level="query", file="a.xlsx", sheet="List 1", message="empty", rows=(4, 5, 6))
MANIFEST = Problem(
    rule="manifest", level="error", where=Where(file="datapackage.json", line=3, path="resources[0].kind"),
    message="not known", found="x",
)  # fmt: skip
ALL: list[Problem | Faults] = [DATES, BLANK, MANIFEST]

TEXTS = st.text(max_size=8) | st.sampled_from(
    [EVIL, "=cmd|' /C calc'!A0", "+1", "-1", "@x", "\tx", "\rx", " =x", "＝1"]
)
MAYBE = st.none() | TEXTS


@st.composite
def faults(draw: st.DrawFn) -> Faults:
    rows = draw(st.lists(st.integers(2, 99), min_size=1, max_size=4, unique=True))
    side = st.just(()) | st.lists(MAYBE, min_size=len(rows), max_size=len(rows)).map(tuple)
    return Faults(
        rule="unknown-code", level=draw(st.sampled_from(["error", "query"])), file=draw(TEXTS.filter(bool)),
        message=draw(TEXTS) + "{found} and {other}", rows=tuple(rows), found=draw(side), others=draw(side),
        keys=draw(side), sheet=draw(MAYBE), letter="D", field=draw(MAYBE), expected=draw(TEXTS), fix=draw(TEXTS),
    )  # fmt: skip


def cells(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def sheet(data: bytes, name: str) -> list[list[Any]]:
    return python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_name(name).to_python()


@pytest.mark.parametrize("form", report.FORMATS)
def test_the_same_problems_are_the_same_bytes(form: str) -> None:
    assert report.render(form, ALL, "0" * 64) == report.render(form, ALL, "0" * 64)


@pytest.mark.parametrize("form", report.FORMATS)
def test_nothing_to_say_is_said_in_every_format(form: str) -> None:
    assert report.render(form, [], None)


@pytest.mark.parametrize("form", report.FORMATS)
def test_rows_are_written_straight_from_the_columns(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A typed problem for each row of a large table would cost seconds."""
    monkeypatch.setattr(Faults, "problems", None)
    assert report.render(form, ALL, None, everything=True)


@pytest.mark.parametrize("form", ["json", "csv", "sarif", "junit"])
@given(found=st.lists(faults(), max_size=3))
def test_by_the_column_or_one_by_one_is_the_same(form: str, found: list[Faults]) -> None:
    assert report.render(form, found, None) == report.render(form, list(each(found)), None)


@pytest.mark.parametrize("form", ["text", "json", "csv", "sarif", "junit", "html"])
@given(found=st.lists(faults(), max_size=2))
def test_nothing_hidden_or_driving_a_terminal_is_written(form: str, found: list[Faults]) -> None:
    text = report.render(form, found, None, everything=True).decode("utf-8").removeprefix("\ufeff")
    assert not HIDDEN.search(text)


@given(st.lists(faults(), max_size=3))
def test_json_has_every_problem_as_it_is(found: list[Faults]) -> None:
    document = json.loads(report.render("json", found, "0" * 64))
    assert (document["format"], document["version"]) == ("inspector-problems", 2)
    assert sum(document["counts"].values()) == len(document["problems"])
    wanted = [
        (p.level, p.where.file, p.where.sheet, p.where.row, p.where.field, p.where.key, p.found, p.message, p.fix)
        for p in each(found)
    ]
    keys = ("level", "file", "sheet", "row", "header", "record", "found", "message", "fix")
    assert [tuple(one[key] for key in keys) for one in document["problems"]] == wanted
    assert all(tuple(one) == Line._fields for one in document["problems"])


@given(st.lists(faults(), max_size=3))
def test_no_cell_of_a_csv_is_calculated_with(found: list[Faults]) -> None:
    header, *rows = cells(report.render("csv", found, None))
    assert header == list(Line._fields)
    assert len(rows) == sum(map(len, found))
    for cell in (cell for row in rows for cell in row):
        assert not cell.lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r"))


def test_a_workbook_has_a_summary_and_every_problem() -> None:
    data = report.render("xlsx", ALL, None)
    assert sheet(data, "Summary") == [
        ["file", "sheet", "level", "rule", "times"],
        ["lists/List 6.csv", "", "error", "date-order", 3.0],
        ["a.xlsx", "List 1", "query", "missing-value", 3.0],
        ["datapackage.json", "", "error", "manifest", 1.0],
    ]
    header, *rows = sheet(data, "Problems")
    assert header == list(Line._fields)
    assert [row[4] for row in rows] == [3.0, 9.0, 11.0, 4.0, 5.0, 6.0, ""]
    assert [row[10] for row in rows[:3]] == ["2024-01-02", "'-5", "'=2+5"]


def test_a_workbook_has_no_formulas_and_no_links_and_can_be_filtered() -> None:
    found = [Faults(rule="x", level="error", file="a.csv", message="{found}", rows=(2, 3), found=("=1", "http://a.b/"))]
    with zipfile.ZipFile(io.BytesIO(report.render("xlsx", found, None))) as book:
        parts = {name: book.read(name).decode() for name in book.namelist() if name.endswith((".xml", ".rels"))}
    problems = parts["xl/worksheets/sheet2.xml"]
    assert "<f>" not in "".join(parts.values())
    assert "<hyperlink" not in problems
    assert '<autoFilter ref="A1:N3"/>' in problems
    assert 'state="frozen"' in problems


def test_a_workbook_says_what_did_not_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(as_xlsx, "MOST_ROWS", 4)
    data = report.render("xlsx", ALL, None)
    assert len(sheet(data, "Problems")) == 5
    assert "first 4 of 7" in sheet(data, "Summary")[-1][0]


@given(faults())
def test_any_text_goes_into_a_workbook(found: Faults) -> None:
    assert len(sheet(report.render("xlsx", [found], None), "Problems")) == len(found) + 1


TEXT = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}}
SARIF = {
    "type": "object",
    "required": ["$schema", "version", "runs"],
    "additionalProperties": False,
    "properties": {
        "$schema": {"const": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"},
        "version": {"const": "2.1.0"},
        "runs": {"type": "array", "minItems": 1, "maxItems": 1, "items": {"$ref": "#/$defs/run"}},
    },
    "$defs": {
        "run": {
            "type": "object",
            "required": ["tool", "results"],
            "additionalProperties": False,
            "properties": {
                "tool": {
                    "required": ["driver"],
                    "properties": {
                        "driver": {
                            "required": ["name", "version", "rules"],
                            "properties": {
                                "rules": {"type": "array", "uniqueItems": True, "items": {"$ref": "#/$defs/rule"}}
                            },
                        }
                    },
                },
                "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                "results": {"type": "array", "items": {"$ref": "#/$defs/result"}},
                "properties": {"type": "object"},
            },
        },
        "rule": {
            "required": ["id", "shortDescription", "help"],
            "additionalProperties": False,
            "properties": {"id": {"type": "string"}, "shortDescription": TEXT, "help": TEXT},
        },
        "result": {
            "required": ["ruleId", "ruleIndex", "level", "message", "locations"],
            "additionalProperties": False,
            "properties": {
                "ruleId": {"type": "string"},
                "ruleIndex": {"type": "integer", "minimum": 0},
                "level": {"enum": ["none", "note", "warning", "error"]},
                "message": TEXT,
                "locations": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/location"}},
                "properties": {"type": "object"},
            },
        },
        "location": {
            "required": ["physicalLocation"],
            "additionalProperties": False,
            "properties": {
                "physicalLocation": {
                    "required": ["artifactLocation"],
                    "additionalProperties": False,
                    "properties": {
                        "artifactLocation": {
                            "required": ["uri"],
                            "properties": {"uri": {"type": "string", "pattern": "^[A-Za-z0-9._~/%-]+$"}},
                        },
                        "region": {"required": ["startLine"], "properties": {"startLine": {"minimum": 1}}},
                    },
                },
                "logicalLocations": {
                    "type": "array",
                    "uniqueItems": True,
                    "items": {"required": ["name", "kind"], "additionalProperties": False,
                              "properties": {"name": {"type": "string"}, "kind": {"type": "string"}}},
                },
            },
        },
    },
}  # fmt: skip
"""The parts of the SARIF 2.1.0 schema that we write, put in our own words; the schema itself is not ours to ship."""


@given(st.lists(faults(), max_size=3))
def test_sarif_has_the_form_of_the_standard(found: list[Faults]) -> None:
    log = json.loads(report.render("sarif", [*found, MANIFEST], "0" * 64))
    jsonschema.Draft202012Validator(SARIF).validate(log)
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[one["ruleIndex"]]["id"] == one["ruleId"] for one in run["results"])


def test_sarif_says_where_and_how_grave() -> None:
    (run,) = json.loads(report.render("sarif", ALL, None))["runs"]
    first = run["results"][0]
    where = first["locations"][0]
    assert where["physicalLocation"] == {"artifactLocation": {"uri": "lists/List%206.csv"}, "region": {"startLine": 3}}
    assert where["logicalLocations"] == [{"name": "Date closed", "kind": "member"}]
    assert first["properties"] == {"column": "E", "record": "C1", "found": "2024-01-02"}
    assert [one["level"] for one in run["results"]] == ["error"] * 3 + ["note"] * 3 + ["error"]
    assert first["message"]["text"].endswith("Expected: a day after the start. Fix: swap them?")


JUNIT = {
    "testsuites": {"name", "tests", "failures", "errors"},
    "testsuite": {"name", "tests", "failures", "errors", "skipped"},
    "testcase": {"classname", "name"},
    "failure": {"type", "message"},
    "system-out": set(),
}
"""Elements and their attributes, all of which the schemas of Jenkins and of Maven know."""


@given(st.lists(faults(), max_size=3))
def test_junit_has_the_form_that_ci_reads(found: list[Faults]) -> None:
    top = ET.fromstring(report.render("junit", found, None))
    for element in top.iter():
        assert set(element.attrib) <= JUNIT[element.tag]
    suites = top.findall("testsuite")
    assert (
        int(top.attrib["tests"])
        == len(top.findall("testsuite/testcase"))
        == sum(int(s.attrib["tests"]) for s in suites)
    )
    assert int(top.attrib["failures"]) == len(top.findall("testsuite/testcase/failure"))


def test_junit_has_a_test_for_each_rule_of_each_file() -> None:
    top = ET.fromstring(report.render("junit", [*ALL, DATES], None))
    cases = [(one.attrib["classname"], one.attrib["name"]) for one in top.iter("testcase")]
    assert cases == [
        ("lists/List 6.csv", "date-order"), ("a.xlsx, sheet List 1", "missing-value"), ("datapackage.json", "manifest"),
    ]  # fmt: skip
    (told,) = top.findall("testsuite/testcase[@name='date-order']/failure")
    assert (told.text or "").count("is before") == 6


def test_text_shows_the_first_five_and_all_when_asked() -> None:
    many = Faults(
        rule="x", level="error", file="a.csv", message="{found}", rows=tuple(range(2, 9)), found=tuple("abcdefg")
    )
    short, whole = (report.render("text", [many], None, everything=everything).decode() for everything in (False, True))
    assert "… and 2 more (--all shows them)" in short
    assert [f"row {row}" in whole for row in range(2, 9)] == [True] * 7
    assert "row 7" not in short


def test_json_has_what_the_probes_ask_where_it_is_asked_for() -> None:
    asked = trace_values([Trace(probe="x", subject="a\u202eb", outcome="clear", says="a\u202eb", n=1)])
    with_probes = as_json.render(ALL, None, probes=asked)
    document = json.loads(with_probes)
    assert document.pop("probes") == asked
    assert document == json.loads(as_json.render(ALL, None))
    assert not HIDDEN.search(with_probes.decode())
