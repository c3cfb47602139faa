"""Annex A as authorities really write it: each case is read through the command line, without a manifest."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
import yaml

from inspector.bundle import read_bundle
from inspector.bundle.check.spellings import Spellings
from inspector.cli import _run
from tests.bundle import annex_a
from tests.shared_data import reference

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "annex_a.yaml").read_text(encoding="utf-8"))
NOT_COMPARED = {"told", "times", "level"}


def made(folder: Path, case: dict[str, Any]) -> Path:
    return (
        annex_a.folder(folder / "lists", case)
        if case.get("as") == "folder"
        else annex_a.workbook(folder / "a.xlsx", case)
    )


def said(path: Path, capsys: pytest.CaptureFixture[str], *words: str) -> list[dict[str, Any]]:
    assert _run(["check", str(path), "--format", "json", *words]) in (0, 1)
    return list(json.loads(capsys.readouterr().out)["problems"])


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ("--notified", case["notified"]) if "notified" in case else ()
    problems = said(made(tmp_path, case), capsys, *words)
    left = [p for p in problems if p["rule"] not in case.get("ignore", ["no-rows"])]
    for wanted in case["problems"]:
        for _ in range(wanted.get("times", 1)):
            found = [p for p in left if fits(p, wanted)]
            assert found, (wanted, left)
            left.remove(found[0])
    assert left == []


def fits(problem: dict[str, Any], wanted: dict[str, Any]) -> bool:
    same = all(problem[key] == value for key, value in wanted.items() if key not in NOT_COMPARED)
    level = problem["level"] == wanted.get("level", "query")
    return same and level and wanted.get("told", "") in problem["message"] + problem["fix"]


@pytest.mark.parametrize(("written", "read"), [
    ("7 - Police", "q) 6: Police"), ("6: police", "q) 6: Police"), ("7", "r) 7: Other legal agency"),
    ("1A", "a) 1A: Individual"), ("1a:  INDIVIDUAL", "a) 1A: Individual"), ("3A - Fire brigade", "3A - Fire brigade"),
])  # fmt: skip
def test_a_label_that_contradicts_its_id_is_not_believed(written: str, read: str) -> None:
    cell = annex_a.schema(1)["properties"]["contact_source"]
    assert Spellings.of("contact_source", tuple(cell["enum"])).read(written) == read


def test_the_sample_workbook(capsys: pytest.CaptureFixture[str]) -> None:
    """Its real faults: two codes nobody knows, a postcode that is none, ten cells with #N/A."""
    sample = reference("annex-a-sample/sample_2024.xlsx")
    problems = said(sample, capsys)
    errors = sorted((p["sheet"], p["rule"], p["found"]) for p in problems if p["level"] == "error")
    assert errors == [
        *[("List 4", "unknown-code", "CS Assessment Updated")] * 5,
        ("List 6", "unknown-code", "PSRMEM - Support with memory and cognition"),
        ("List 8", "wrong-form", None),
    ]
    queries = {p["rule"] for p in problems if p["level"] == "query"}
    assert queries == {
        "heading-read-as", "read-as", "missing-value", "not-on-list", "child-differs", "error-cell", "unlikely-age",
        "date-order", "cells-differ",
    }  # fmt: skip
    odd = {(p["sheet"], p["row"]) for p in problems if p["rule"] in ("unlikely-age", "date-order", "cells-differ")}
    # Too old for the list (seven); a plan 339 days before the birth; care of a child not born; adopted, and given up.
    assert odd == {
        ("List 4", 4), ("List 6", 2), ("List 6", 3), ("List 6", 4), ("List 6", 5), ("List 8", 2), ("List 10", 2),
        ("List 7", 8), ("List 8", 5), ("List 10", 5), ("List 10", 4),
    }  # fmt: skip
    reading = read_bundle(sample)
    assert reading.evidence is not None
    assert [len(one) for one in reading.evidence.case_lists] == [5, 5, 6, 5, 5, 5, 7, 5, 6, 5, 5]


def test_no_name_and_no_date_of_birth_is_ever_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    secret = {"date_of_birth": "31/12/1811", "allocated_worker": "Ada\u00a0Quux", "child_unique_id": "child-77"}
    other = {"child_unique_id": "child-77", "date_of_birth": "30/12/1811", "case_status": "z) Odd"}
    path = annex_a.workbook(tmp_path / "a.xlsx", {"lists": {3: [secret], 6: [other]}})
    for form in ("text", "json", "csv", "sarif", "junit"):
        assert _run(["check", str(path), "--format", form, "--all"]) == 1
        out = capsys.readouterr().out
        assert "child-77" in out
        assert not any(part in out for part in ("1811", "Quux"))


def test_pseudonyms_are_the_same_for_one_key_and_lead_nowhere(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = annex_a.workbook(tmp_path / "a.xlsx", {"lists": {7: [{"child_unique_id": "child-77"}]}})
    key = tmp_path / "key"
    key.write_bytes(os.urandom(32))
    outs = []
    for words in (["--key-file", str(key)], ["--key-file", str(key)], []):
        assert _run(["check", str(path), "--format", "json", "--pseudonymise", *words]) == 0
        outs.append(capsys.readouterr().out)
        assert "child-77" not in outs[-1]
        assert '"record": "id-' in outs[-1]
    assert outs[0] == outs[1] != outs[2]


def test_a_key_too_short_or_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = annex_a.workbook(tmp_path / "a.xlsx", {})
    (tmp_path / "key").write_bytes(b"short")
    for name, told in (("key", "at least 16 bytes"), ("nokey", "No such file")):
        assert _run(["check", str(path), "--pseudonymise", "--key-file", str(tmp_path / name)]) == 2
        assert told in capsys.readouterr().err


@pytest.mark.parametrize("command", ["check", "assess"])
def test_a_key_without_anything_to_replace_is_refused(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = annex_a.workbook(tmp_path / "a.xlsx", {})
    (tmp_path / "key").write_bytes(b"0123456789abcdef")
    assert _run([command, str(path), "--key-file", str(tmp_path / "key")]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "--key-file needs --pseudonymise" in err
