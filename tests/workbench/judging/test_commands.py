"""`framework test` and `framework mutate` as a user has them: what they print, and how they end."""

import json
import shutil
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml
from jsonschema import Draft202012Validator

from inspector.cli import _run
from inspector.data import schemas_folder

TINY = Path(__file__).parents[2] / "frameworks" / "tiny"


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """Tiny with three of its cases, so that something is left to be noticed."""
    folder = Path(shutil.copytree(TINY, tmp_path / "tiny"))
    file = folder / "tests" / "cases.yaml"
    first, _, _ = file.read_text(encoding="utf-8").partition("- name: one thing was tried")
    file.write_text(first, encoding="utf-8")
    return folder


@pytest.fixture
def broken(tiny: Path) -> Path:
    file = tiny / "tests" / "cases.yaml"
    text = file.read_text(encoding="utf-8")
    text = text.replace("findings: [something-rose, more-fell-than-rose]", "findings: [somebody-tried]")
    file.write_text(text.replace("not_findings: [somebody-tried]", "row: both"), encoding="utf-8")
    return tiny


def said(capsys: pytest.CaptureFixture[str], code: int, *words: Any) -> str:
    assert _run(["framework", *map(str, words)]) == code
    return capsys.readouterr().out


def held(text: str, name: str) -> Any:
    schema = json.loads((schemas_folder() / f"{name}.schema.json").read_text(encoding="utf-8"))
    document = json.loads(text)
    Draft202012Validator(schema).validate(document)
    return document


def test_all_cases_pass(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, 0, "test", tiny) == "tiny 1.2.3: 3 of 3 cases passed.\n"
    assert "1 of 1 case passed. 2 were not asked for." in said(capsys, 0, "test", tiny, "--only", "READERS")


def test_a_case_fails_and_says_what_came_nearest(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = said(capsys, 1, "test", broken, "--why")
    assert "did not fire: somebody-tried" in out
    assert "fired, and should not: more-fell-than-rose, something-rose" in out
    assert "taken away by alike (probe/copied-entries/improvement-log)" in out
    assert "both does not hold: trying: nearest is standing/trying, with standing silent, not >= doing" in out
    assert "tiny 1.2.3: 2 of 3 cases passed." in out
    assert "why:" not in said(capsys, 1, "test", broken)


def test_it_says_how_many_cases_could_not_be_read(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Three mistakes in two cases, then one in a row of a table, and a file that is no YAML."""
    file = tiny / "tests" / "cases.yaml"
    more = """
- name: two mistakes in one case
  given: {facts: [{signal: trajectori, indicator: loans}, {signal: trajectory, indicater: loans}]}
  expect: {findings: []}
- name: a rule that is not there
  given: {facts: []}
  expect: {findings: [nobody-wrote-this]}
"""
    file.write_text(file.read_text(encoding="utf-8").rstrip() + more, encoding="utf-8")
    ending = "tiny 1.2.3: 3 of 3 cases that could be read passed. 2 cases could not be read.\n"
    assert said(capsys, 1, "test", tiny).endswith(ending)
    asked = said(capsys, 1, "test", tiny, "--only", "readers")
    assert asked.endswith(": 1 of 1 case that could be read passed. 2 were not asked for. 2 cases could not be read.\n")
    table = """
- name: measures that fell, {id}
  each: [{id: loans, call: loss}, {id: visits, call: lost}, {id: hours, call: loss}]
  given: {facts: [{signal: trajectory, indicator: "{id}", title: A, call: "{call}", probability: 0.9, points: 24}]}
  expect: {not_findings: [something-rose]}
"""
    (tiny / "tests" / "rows.yaml").write_text(table, encoding="utf-8")
    assert ": 5 of 5 cases that could be read passed. 3 cases could not be read.\n" in said(capsys, 1, "test", tiny)
    (tiny / "tests" / "torn.yaml").write_text("- name: [", encoding="utf-8")
    assert said(capsys, 1, "test", tiny).endswith(" passed. 3 cases and 1 file could not be read.\n")


def test_coverage_says_what_no_case_touches(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = held(said(capsys, 0, "test", tiny, "--coverage", "--format", "json"), "framework-test")
    entries = {one["id"]: one for one in document["frameworks"][0]["coverage"]}
    assert entries["somebody-tried"]["fired"] == 1
    assert entries["somebody-tried"]["idle"] == []
    assert entries["still"]["fired"] == 0
    pace = {one["condition"]: one for one in entries["somebody-tried"]["conditions"]}
    assert (pace['count: ">= 1"']["met"], pace['count: ">= 1"']["unmet"]) == (2, 0)
    text = said(capsys, 0, "test", tiny, "--coverage")
    assert "still gives the verdict in no case" in text
    lacking = sum(one["lacking"] > 0 for entry in entries.values() for one in entry["conditions"])
    assert f"; {lacking} {'is' if lacking == 1 else 'are'} tried on a fact that lacks the field." in text


@pytest.mark.parametrize("command", ["test", "mutate"])
def test_what_cannot_be_completed(command: str, tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, 2, command, tiny, "--only", "nobody has this")
    said(capsys, 2, command, "no-such-framework")
    (tiny / "framework.yaml").write_text("id: [", encoding="utf-8")
    said(capsys, 2, command, tiny)


def test_a_misspelt_rule_is_told(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(["framework", "mutate", str(tiny), "--only", "something-ros"]) == 2
    assert "did you mean 'something-rose'?" in capsys.readouterr().err


def test_junit_has_a_test_for_each_case_and_each_change(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    top = ElementTree.fromstring(said(capsys, 1, "test", broken, "--format", "junit").encode())
    assert (top.get("tests"), top.get("failures")) == ("3", "1")
    assert len(top.findall(".//testcase")) == 3
    top = ElementTree.fromstring(said(capsys, 0, "mutate", broken, "--format", "junit").encode())
    assert len(top.findall(".//testcase")) == int(top.get("tests", 0)) > 100
    assert len(top.findall(".//failure")) == int(top.get("failures", 0)) > 0


def test_mutate_reaches_what_is_asked_or_ends_with_one(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = held(said(capsys, 0, "mutate", tiny, "--format", "json"), "framework-mutation")
    one = document["frameworks"][0]
    worst = 100 * min(one["rules"]["share"], one["table"]["share"])
    said(capsys, 0, "mutate", tiny, "--least", int(worst))
    assert f"At least {int(worst) + 1} % were asked for." in said(capsys, 1, "mutate", tiny, "--least", int(worst) + 1)


def test_cases_that_fail_notice_nothing(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one = held(said(capsys, 0, "mutate", broken, "--format", "json"), "framework-mutation")["frameworks"][0]
    assert (one["cases"], one["left_out"]) == (2, 1)
    assert [problem["rule"] for problem in one["problems"]] == ["case-failed"]


def test_suggested_cases_pass_and_notice(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ("mutate", tiny, "--only", "tried-and-rose", "--format", "json")
    before = held(said(capsys, 0, *words, "--suggest"), "framework-mutation")["frameworks"][0]["changes"]
    survived = [one for one in before if one["outcome"] == "survived"]
    found = dict.fromkeys(one["suggested"] for one in survived if one["suggested"])
    assert len(found) > 5
    assert all(bool(one["suggested"]) != bool(one["not_suggested"]) for one in survived)
    made = [case for text in found for case in yaml.safe_load(text)]
    (tiny / "tests" / "suggested.yaml").write_text(json.dumps(made), encoding="utf-8")
    said(capsys, 0, "test", tiny)
    after = held(said(capsys, 0, *words), "framework-mutation")["frameworks"][0]["changes"]
    left = {(one["operator"], one["was"], one["becomes"]) for one in after if one["outcome"] == "survived"}
    assert left == {(one["operator"], one["was"], one["becomes"]) for one in survived if not one["suggested"]}
