"""`framework check`: every mistake is named with file, line and column, and what is right passes."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from inspector.cli import _run
from inspector.framework import read
from inspector.model.problems import CannotComplete, Problem
from inspector.workbench.check import check

TINY = Path(__file__).parents[1] / "frameworks" / "tiny"
CASES = yaml.safe_load((Path(__file__).parent / "broken.yaml").read_text(encoding="utf-8"))


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TINY, tmp_path / "tiny"))


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_mistake_is_named_where_it_is(case: dict[str, Any], tiny: Path) -> None:
    file = tiny / case["file"]
    text = file.read_text(encoding="utf-8")
    assert case["old"] in text
    file.write_text(text.replace(case["old"], case["new"], 1), encoding="utf-8")
    found = [p for p in check([tiny]) if p.rule == case["rule"]]
    assert found, [f"{p.where}: {p.rule}: {p.message}" for p in check([tiny])]
    said = [" ".join([p.message, p.expected, p.fix]) for p in found]
    matching = [p for p, words in zip(found, said, strict=True) if all(told in words for told in case["told"])]
    assert matching, said
    places = [(p.where.file.endswith(case["file"]), p.where.line, p.where.column) for p in matching]
    if case["rule"] != "untested-rule":
        assert (True, case["line"]) in [(file_, line) for file_, line, _ in places], places
    if "column" in case:
        assert case["column"] in [column for _, _, column in places], places


# munro is held so lint by lint and case by case, in tests/lints and tests/workbench/judging, and whole beside the tests in CI.
@pytest.mark.parametrize("name", ["tests/frameworks/tiny", "frameworks/patient-safety-learning"])
def test_what_is_right_passes(name: str) -> None:
    assert check([TINY.parents[2] / name]) == ()


def test_one_file_of_a_framework_checks_the_whole_of_it_once(tiny: Path) -> None:
    (tiny / "rules" / "rules.yaml").write_text("- id: 7", encoding="utf-8")
    assert check([tiny / "rules" / "rules.yaml", tiny]) == check([tiny]) != ()


def test_many_mistakes_are_reported_in_one_go(tiny: Path) -> None:
    rules = tiny / "rules" / "rules.yaml"
    text = (
        rules.read_text(encoding="utf-8")
        .replace("theme: trying", "theme: tryin")
        .replace("cites: [own]", "cites: [me]")
    )
    rules.write_text(text, encoding="utf-8")
    assert len(check([tiny])) == 5


@pytest.mark.parametrize(("form", "begins"), [("text", "/"), ("json", "{"), ("github", "::error file=")])
def test_forms_of_the_answer(tiny: Path, form: str, begins: str, capsys: pytest.CaptureFixture[str]) -> None:
    (tiny / "rules" / "rules.yaml").write_text("- id: a,b%\n", encoding="utf-8")
    assert _run(["framework", "check", str(tiny), "--format", form]) == 1
    out = capsys.readouterr().out
    assert out.startswith(begins)
    if form == "json":
        assert json.loads(out)["problems"][0]["where"]["line"] == 1
    if form == "github":
        assert "line=1,col=" in out.splitlines()[0]
        assert "a,b%25" in out


def test_a_query_fails_only_when_asked(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one = "- {name: nobody tried anything, given: {facts: []}, expect: {findings: []}}"
    (tiny / "tests" / "cases.yaml").write_text(one, encoding="utf-8")
    assert _run(["framework", "check", str(tiny)]) == 0
    assert _run(["framework", "check", str(tiny), "--fail-on", "query"]) == 1
    assert "untested-rule" in capsys.readouterr().out


def test_a_path_that_is_no_framework(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(["framework", "check", str(tmp_path)]) == 2
    assert "no framework.yaml" in capsys.readouterr().err


def test_list_and_show(capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(["framework", "list"]) == 0
    assert "munro" in capsys.readouterr().out
    assert _run(["framework", "show", "munro"]) == 0
    text = capsys.readouterr().out
    assert all(theme in text for theme in ("stream", "candour", "small-steps-never-stop", "not-evidenced"))
    assert _run(["framework", "show", str(TINY), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["framework"]["id"] == "tiny"


@given(st.data())
def test_mutated_frameworks_give_remarks_and_nothing_else(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = Path(shutil.copytree(TINY, tmp_path_factory.mktemp("mutated") / "tiny"))
    name = data.draw(st.sampled_from(["framework.yaml", "rules/rules.yaml", "tests/cases.yaml"]))
    text = (folder / name).read_text(encoding="utf-8")
    place, length = data.draw(st.integers(0, len(text))), data.draw(st.integers(0, 30))
    bit = data.draw(st.text(alphabet="{}[]:,-$\"'>=<&*!\n\t a1.é", max_size=12))
    (folder / name).write_text(text[:place] + bit + text[place + length :], encoding="utf-8")
    found: tuple[Problem, ...] = ()
    try:
        read(folder)
    except CannotComplete as failure:
        found = failure.problems
    assert all(problem.where.line for problem in found)
    assert set(found) <= set(check([folder]))
