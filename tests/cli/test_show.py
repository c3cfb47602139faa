"""`inspector show` as somebody reads it, and whatever anybody may ask it for."""

import html
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector.bundle.reading import read_bundle
from inspector.bundle.told_rows import Shown, shown
from inspector.cli import _run
from inspector.inspection import work_on
from inspector.judging.settling import Workings
from inspector.report.document.rows import rows_values
from inspector.report.places import places
from inspector.showing.as_html import page
from inspector.showing.as_markdown import render as as_markdown
from inspector.showing.as_text import render
from inspector.showing.target import NotOne, target
from inspector.showing.values import values
from tests.bundle.builder import build
from tests.conftest import EXAMPLES

CASES = yaml.safe_load((Path(__file__).parent / "show.yaml").read_text(encoding="utf-8"))
Capture = pytest.CaptureFixture[str]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case: dict[str, Any], tmp_path: Path, capsys: Capture) -> None:
    assert _run(["show", str(build(tmp_path, case)), case["what"]]) == case.get("exit", 0)
    printed = capsys.readouterr()
    told = " ".join((printed.err if case.get("exit") else printed.out).split())
    assert [said for said in case["says"] if said not in told] == [], told
    assert [said for said in case.get("not", ()) if said in told] == []


@cache
def example() -> tuple[tuple[Shown, ...], Workings]:
    reading = read_bundle(EXAMPLES / "good-on-paper", as_written=True)
    return shown(reading), work_on(reading)


def ask(what: str) -> dict[str, Any]:
    tables, workings = example()
    return values(target(what, tables, workings), tables, workings)


def test_what_a_report_cites_is_what_is_shown() -> None:
    _, workings = example()
    for fact in workings.inspection.facts[::3]:
        if fact.rows and sum(len(part.rows) for part in fact.rows) < 60:
            document = ask(places(rows_values(fact.rows), 99))
            found = {
                (f"{row['file']} > {row['sheet']}" if row["sheet"] else row["file"], row["row"])
                for row in document["rows"]["shown"]
            }
            assert found == {(part.resource, row) for part in fact.rows for row in part.rows}
            assert fact.kind.startswith("probe/") or fact.id in {one["id"] for one in document["facts"]}


def test_every_finding_fact_and_question_can_be_asked_for() -> None:
    _, workings = example()
    for finding in workings.inspection.findings:
        document = ask(finding.id)
        assert document["finding"]["id"] == finding.id
        named = {one["id"] for one in document["facts"]}
        named |= {f"probe/{one['probe']}/{one['subject']}" for one in document["questions"]}
        assert named == set(finding.facts)
    for fact in workings.inspection.facts:
        assert ask(fact.id)["what"] == {
            "sort": "question" if fact.kind.startswith("probe/") else "fact",
            "name": fact.id,
            "title": fact.says,
        }


def test_the_document_is_the_same_twice_and_names_its_form(tmp_path: Path, capsys: Capture) -> None:
    bundle = str(build(tmp_path))
    assert _run(["show", bundle, "a1", "--format", "json"]) == 0
    first = capsys.readouterr().out
    assert _run(["show", bundle, "a1", "--format", "json", "-o", str(tmp_path / "out.json")]) == 0
    assert (tmp_path / "out.json").read_text(encoding="utf-8") == first
    document = json.loads(first)
    assert (document["format"], document["version"]) == ("inspector-show", 1)
    assert [row["row"] for row in document["rows"]["shown"]] == [2]


def test_what_is_private_is_shown_to_nobody(tmp_path: Path, capsys: Capture) -> None:
    schema = {
        "properties": {"child": {"type": "string"}, "born": {"type": "string"}, "note": {"type": "string"}},
        "x-private": ["born"],
        "x-identifiers": ["child"],
    }
    text = "child,born,note\nZ9812345,2014-05-06,seen on 2014-05-06\n"
    case = {
        "change": [
            {"do": "write", "file": "own.csv", "text": text},
            {"do": "write", "file": "own.schema.json", "text": json.dumps(schema)},
        ],
        "manifest": [{"add": {"name": "own", "path": "own.csv", "kind": "table", "schema": "own.schema.json"}}],
    }
    bundle = str(build(tmp_path, case))
    assert _run(["show", bundle, "own.csv:2"]) == 0
    told = capsys.readouterr().out
    assert "2014-05-06" not in told
    assert "B born: (not repeated)" in told
    key = tmp_path / "key"
    key.write_bytes(b"sixteen bytes and more")
    for form in ("text", "json"):
        assert _run(["show", bundle, "own.csv:2", "--pseudonymise", "--key-file", str(key), "--format", form]) == 0
        told = capsys.readouterr().out
        assert "Z9812345" not in told
        assert "2014-05-06" not in told
        assert "id-" in told


@pytest.mark.parametrize("what", ["t001", "loss", "x.csv:2", "recommendations[3]"])
def test_a_bundle_that_cannot_be_read_is_told_as_ever(what: str, tmp_path: Path, capsys: Capture) -> None:
    assert _run(["show", str(tmp_path / "nothing"), what]) == 2
    assert "no such file or folder" in capsys.readouterr().err


def test_help_has_examples(capsys: Capture) -> None:
    assert _run(["show", "--help"]) == 0
    told = capsys.readouterr().out
    assert "inspector show evidence/examples/brackenshire t131" in told


ODD = st.sampled_from([
    "improvement-log.csv", "indicators.csv", "rows", "row", ":", "#", " > ", ",", "; ", "-", "[", "]", "2", "0", "99999999999999",
    "recommendations[3].actions[1]", "recommendations", ".", "/", "finding/", "indicator/", "t1", "and 3 more", "\x00", "\u202e",
    "é", " ", "\n", "loss", "probe/", "signal/trajectory/", "re-referrals", "'", '"', "(", ")", "\ud800",
])  # fmt: skip


@settings(max_examples=120, deadline=None)
@given(st.one_of(st.text(max_size=40), st.lists(ODD, max_size=8).map("".join)))
def test_anything_may_be_asked_for(what: str) -> None:
    try:
        document = ask(what)
    except NotOne as failure:
        told = str(failure)
        assert told
    else:
        assert render(document).endswith("\n")
        assert json.dumps(document)


def test_a_very_long_name_is_no_name() -> None:
    for what in ("a" * 1_001, "rows 1," * 400, "[" * 900, "x:" + "1-" * 400, "a.b[" * 200 + "1]" * 90):
        with pytest.raises(NotOne):
            ask(what)


FORMS = ("text", "html", "markdown")


@pytest.mark.parametrize("what", ["r03", "improvement-log.csv:2-5", "signal/breadth/teams", "indicators.csv"])
def test_every_format_has_what_the_document_has(what: str) -> None:
    document = ask(what)
    for render_, undone in ((page, html.unescape), (as_markdown, unmarked)):
        text = re.sub(r"<[^>]+>", " ", render_(document)) if render_ is page else render_(document)
        found = " ".join(undone(text).split())
        cells = [cell["text"] for row in document["rows"]["shown"] for cell in row["cells"] if cell["text"]]
        said = [one["says"] for part in ("facts", "findings") for one in document[part]]
        assert [one for one in (*cells, *said) if " ".join(one.split()) not in found] == []


def unmarked(text: str) -> str:
    """Markdown as it is read: escapes taken away, entities as their characters, and the apostrophe of cells."""
    return html.unescape(re.sub(r"\\([\\`*_{}\[\]|~#!$.)+=-])", r"\1", text)).replace("| '", "| ")


@pytest.mark.parametrize("form", FORMS)
def test_a_page_and_markdown_run_nothing_and_are_the_same_twice(form: str, tmp_path: Path, capsys: Capture) -> None:
    bundle = str(build(tmp_path, {"change": [{"do": "append", "file": "improvement-log.csv", "text": HOSTILE_ROW}]}))
    for _ in range(2):
        assert _run(["show", bundle, "a9", "--format", form]) == 0
    both = capsys.readouterr().out
    once, again = both[: len(both) // 2], both[len(both) // 2 :]
    assert once == again
    assert "alert" in once
    assert "<script" not in once or form == "text"


HOSTILE_ROW = (
    "a9,2025-02-03,manager,South,one-team,<script>alert(1)</script>|[x](javascript:1),2025-02-05,2025-02-07,,,,,\n"
)
