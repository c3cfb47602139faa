"""The children in need census: each case is read through the command line; bounds of what is read, each with a case at it."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector.bundle import read_bundle
from inspector.bundle.open.content import Content
from inspector.bundle.packs import packs
from inspector.bundle.returns.document import tables_of_document
from inspector.bundle.returns.xml_rows import rows_of_document
from inspector.bundle.tables.table import Table
from inspector.cli import _run
from inspector.model import limits
from inspector.model.remarks import Unreadable

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "cin.yaml").read_text(encoding="utf-8"))
AROUND = """<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2024</Year>
<ReferenceDate>2024-03-31</ReferenceDate></CollectionDetails><Source><SourceLevel>L</SourceLevel><LEA>999</LEA></Source></Header><Children>

{}</Children></Message>
"""
CHILD = (
    "<Child><ChildIdentifiers><LAchildID>C{0}</LAchildID><GenderCurrent>1</GenderCurrent></ChildIdentifiers>"
    "<ChildCharacteristics><Ethnicity>WBRI</Ethnicity></ChildCharacteristics>{1}</Child>"
)


def children(count: int) -> str:
    """A document with so many children."""
    return AROUND.format("".join(CHILD.format(n, "") for n in range(count)))


def document(case: dict[str, Any]) -> str:
    text: str = case["document"] if "document" in case else AROUND.format(case["inside"])
    return text


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "cin.xml").write_text(document(case), encoding="utf-8")
    assert _run(["check", str(tmp_path / "cin.xml"), "--format", "json"]) == case.get("exit", 0)
    left = json.loads(capsys.readouterr().out)["problems"]
    for wanted in case["problems"]:
        plain = {key: value for key, value in wanted.items() if key != "told"}
        found = [one for one in left if all(one[key] == value for key, value in plain.items())
                 and wanted.get("told", "") in one["message"]]  # fmt: skip
        assert found, (wanted, left)
        left.remove(found[0])
    assert left == []
    _run(["check", str(tmp_path / "cin.xml")])
    first = capsys.readouterr().out.splitlines()[0]
    assert all(word in first for word in case.get("read_as", ()))


def test_rows_have_what_the_rows_around_them_say(tmp_path: Path) -> None:
    (tmp_path / "cin.xml").write_text(document(CASES[0]), encoding="utf-8")
    evidence = read_bundle(tmp_path / "cin.xml").evidence
    assert evidence is not None
    lists = {one.list: one for one in evidence.case_lists}
    plan, factors = lists["cin/protection-plans"], lists["cin/assessments"]
    assert plan.columns["LAchildID"].tolist() == ["C1"]
    assert plan.columns["CINreferralDate"].tolist() == [date(2023, 5, 6)]
    assert plan.columns["NumberOfPreviousCPP"].tolist() == [0.0]
    assert factors.columns["AssessmentFactors"].tolist() == ["2B;20"]
    assert lists["cin/section-47"].columns["DateOfInitialCPC"].tolist() == [date(2023, 5, 20)]
    assert {one.child for name, one in lists.items() if name != "cin/header"} == {"LAchildID"}


def test_a_bundle_with_the_census_says_what_a_folder_with_it_does(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = document(CASES[1])
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "cin.xml").write_text(text, encoding="utf-8")
    assert _run(["check", str(tmp_path / "folder"), "--format", "json"]) == 1
    bare = json.loads(capsys.readouterr().out)["problems"]
    from tests.bundle.builder import seal

    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "cin.xml").write_text(text, encoding="utf-8")
    resource = {"name": "cin", "path": "cin.xml", "kind": "return", "return": "cin", **seal(text.encode())}
    manifest = {"name": "n", "title": "N", "authority": "Nowhere", "resources": [resource],
                "period": {"start": "2023-04-01", "end": "2024-03-31"}}  # fmt: skip
    for wrong, told in (({}, ""), ({"return": "ssda903"}, "wrong-xml"), ({"kind": "table"}, "not-a-table")):
        (tmp_path / "b" / "datapackage.json").write_text(json.dumps({**manifest, "resources": [{**resource, **wrong}]}))
        assert _run(["check", str(tmp_path / "b"), "--format", "json"]) == 1
        problems = json.loads(capsys.readouterr().out)["problems"]
        assert ([one["rule"] for one in problems] == [told]) if told else problems == bare


def read(text: str) -> int:
    found, _ = rows_of_document(Content("cin.xml", text.encode()), packs()["cin"])
    return sum(len(rows.lines) for rows in found.values())


@settings(max_examples=60, deadline=None)
@given(
    at=st.integers(0, 3000), cut=st.integers(0, 40), put=st.text("<>&;\"'/!-[]CDATA abc\x00\u00e9\ud800", max_size=8)
)
def test_whatever_is_done_to_a_document_it_is_read_or_refused(at: int, cut: int, put: str) -> None:
    text = document(CASES[0])
    at %= len(text)
    data = (text[:at] + put + text[at + cut :]).encode("utf-8", "surrogatepass")
    tables: list[Table] = []
    problem = None
    try:
        tables, _ = tables_of_document(Content("cin.xml", data), "cin", None)
    except Unreadable as refused:
        problem = refused.problem
    if problem is not None:
        assert problem.where.line is not None
        assert problem.rule in ("broken-xml", "unsafe-xml", "wrong-xml")
    assert all(len(table.lines or {}) == table.frame.height for table in tables)


def nested(deep: int) -> str:
    """A document whose innermost element stands so deep."""
    return AROUND.format(CHILD.format(1, "<a>" * (deep - 3) + "</a>" * (deep - 3)))


@pytest.mark.parametrize(("limit", "at", "beyond"), [
    ("xml-depth", nested(64), nested(65)),
    ("xml-elements", children(2), children(3)),
    ("cell-characters", AROUND.format(CHILD.format("x" * 99, "")), AROUND.format(CHILD.format("x" * 100, ""))),
])  # fmt: skip
def test_bounds(limit: str, at: str, beyond: str) -> None:
    most = {"xml-depth": 64, "xml-elements": at.count("</"), "cell-characters": 100}[limit]
    limits.use([f"{limit}={most}"])
    try:
        assert read(at) >= 2
        with pytest.raises(Unreadable) as refused:
            read(beyond)
        assert (refused.value.problem.rule, limit in refused.value.problem.fix) == ("unsafe-xml", True)
    finally:
        limits.use([])


def test_one_tag_without_end_is_not_read_again_and_again() -> None:
    with pytest.raises(Unreadable) as refused:
        read("<Message><!--" + "x" * (6 << 20) + "--></Message>")
    assert refused.value.problem.rule == "unsafe-xml"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1", "windows-1252"])
def test_encodings(encoding: str, tmp_path: Path) -> None:
    text = f'<?xml version="1.0" encoding="{encoding}"?>' + AROUND.format(CHILD.format("é", ""))
    (tmp_path / "cin.xml").write_bytes(text.encode(encoding))
    evidence = read_bundle(tmp_path / "cin.xml").evidence
    assert evidence is not None
    assert evidence.case_lists[0].columns["LAchildID"].tolist() == ["Cé"]


def test_bundle_add_takes_a_census_for_what_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "cin.xml").write_text(document(CASES[0]), encoding="utf-8")
    (tmp_path / "other.xml").write_text("<a/>", encoding="utf-8")
    bundle = str(tmp_path / "b")
    assert _run(["bundle", "new", bundle, "--authority", "N", "--from", "2023-04-01", "--to", "2024-03-31"]) == 0
    assert _run(["bundle", "add", str(tmp_path / "cin.xml"), "--bundle", bundle]) == 0
    assert _run(["bundle", "add", str(tmp_path / "other.xml"), "--bundle", bundle]) == 2
    assert _run(["check", bundle]) == 0
    (one,) = json.loads((tmp_path / "b" / "datapackage.json").read_text())["resources"]
    assert (one["kind"], one["return"]) == ("return", "cin")
    assert "No problems found" in capsys.readouterr().out
