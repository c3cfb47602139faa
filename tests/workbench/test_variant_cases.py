"""The cases of a base are those of its variants too: what comes out otherwise is stated anew, or dropped with a reason."""

import shutil
from pathlib import Path

import pytest

from inspector import framework as frameworks
from inspector.framework.variant_cases import all_cases
from inspector.framework.vocabulary import extend
from inspector.rules import vocabulary
from inspector.workbench.check import check

ALL = Path(__file__).parents[1] / "frameworks"
DROPPED = (
    '  - {case: "a log of copies, and half of the measures fell", because: It is about the rule that is dropped.}\n'
)
HALF = "a log of copies, and half of the measures fell"
OURS = """
- name: tried, and readers noticed
  given:
    facts:
      - {signal: improvement-pace, scale: any, count: 4, raised: 0, months: 12}
  expect: {findings: [somebody-tried]}
"""


@pytest.fixture
def copies(tmp_path: Path) -> Path:
    for name in ("pier", "harbour"):
        shutil.copytree(ALL / name, tmp_path / name)
    return tmp_path


def cases_of(folder: Path) -> dict[str, str]:
    framework = frameworks.read(folder)
    cases, problems = all_cases(framework, extend(framework, vocabulary.base()))
    assert problems == []
    return {case.name: case.of for case in cases}


def errors(folder: Path) -> list[str]:
    found = [problem for problem in check([folder]) if problem.level == "error"]
    return [
        f"{problem.where.file}:{problem.where.line} [{problem.rule}] {problem.message} {problem.fix}"
        for problem in found
    ]


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_variant_that_says_all_that_it_changes_passes(copies: Path) -> None:
    assert errors(copies / "harbour") == []


def test_its_cases_are_its_own_and_those_of_its_base_that_it_does_not_drop(copies: Path) -> None:
    names = cases_of(copies / "harbour")
    pier = cases_of(copies / "pier")
    assert HALF in pier
    assert {name for name, of in names.items() if of == "pier"} == {*pier} - {HALF}
    assert "one suggestion, and one thing tried" in names


def test_a_case_of_the_base_that_comes_out_otherwise_is_told_at_extends(copies: Path) -> None:
    change(copies / "harbour" / "framework.yaml", DROPPED, "")
    (said,) = errors(copies / "harbour")
    assert said.startswith(f"{(copies / 'harbour' / 'framework.yaml').as_posix()}:5 [case-failed]")
    assert "a case of its base pier comes out otherwise here" in said
    assert "cases.yaml" in said
    assert "drop it with a reason" in said


def test_a_case_of_the_same_name_takes_its_place(copies: Path) -> None:
    with (copies / "harbour" / "tests" / "crews.yaml").open("a", encoding="utf-8") as file:
        file.write(OURS)
    assert cases_of(copies / "harbour")["tried, and readers noticed"] == ""
    assert errors(copies / "harbour") == []


def test_a_case_dropped_that_the_base_has_not(copies: Path) -> None:
    change(copies / "harbour" / "framework.yaml", "a log of copies, and half", "a log of copies, but half")
    said = " ".join(errors(copies / "harbour"))
    assert "pier 1.2.3 has no case" in said
    assert f"did you mean '{HALF}'?" in said


def test_a_mistake_in_a_case_of_the_base_is_told_once(copies: Path) -> None:
    change(copies / "pier" / "tests" / "cases.yaml", "call: sudden-gain", "call: suden-gain")
    (said,) = errors(copies / "harbour")
    assert "[extends-base]" in said
    assert "inspector framework check" in said


def test_a_rule_of_the_base_that_was_not_to_fire_may_not_fire_here(copies: Path) -> None:
    # In its second case nothing of the base fires: that a rule added here does is no matter, that one in another's place does is.
    change(
        copies / "harbour" / "rules" / "crews.yaml",
        'pace: {signal: improvement-pace, scale: any, count: ">= 2"}',
        "pace: {signal: claimed-effect, outcome: gain-came-first}",
    )
    change(copies / "harbour" / "rules" / "crews.yaml", "{pace.count} things", "{pace.title}: things")
    assert any("the gain came first" in said and "somebody-tried" in said for said in errors(copies / "harbour"))


WAIVED = """waive:
  - lint: nothing-lasts
    because: No library here has figures for a year yet.
    by: the board of the libraries
    until: {until}
"""


def waiving(folder: Path, until: str) -> None:
    with (folder / "framework.yaml").open("a", encoding="utf-8") as file:
        file.write(WAIVED.format(until=until))


def remarks(folder: Path) -> list[tuple[str, str]]:
    return [(problem.rule, Path(problem.where.file).parent.name) for problem in check([folder])]


def test_what_the_base_waives_is_waived_here_and_said_as_the_bases(
    copies: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    pier, harbour = copies / "pier", copies / "harbour"
    assert "nothing-lasts" in [rule for rule, _ in remarks(harbour)]
    waiving(pier, "2027-03-31")
    assert "nothing-lasts" not in [rule for rule, _ in remarks(harbour)]
    (waiver,) = frameworks.read(harbour).waivers
    assert (waiver.of, Path(waiver.where.file).parent.name) == ("pier", "pier")


def test_a_waiver_of_the_base_that_has_expired_is_told_where_it_stands(
    copies: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    waiving(copies / "pier", "2026-03-31")
    assert ("waiver", "pier") in remarks(copies / "harbour")


def test_a_waiver_of_the_base_may_be_idle_here_and_not_there(copies: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    waiving(copies / "pier", "2027-03-31")
    file = copies / "pier" / "framework.yaml"
    # A lint that finds nothing in either.
    file.write_text(file.read_text(encoding="utf-8").replace("nothing-lasts", "unused-source"), encoding="utf-8")
    assert ("waiver", "pier") in remarks(copies / "pier")
    assert ("waiver", "pier") not in remarks(copies / "harbour")


def test_a_query_about_the_base_alone_is_told_to_whoever_keeps_the_base(copies: Path) -> None:
    change(copies / "pier" / "framework.yaml", ", where: tests/frameworks", "")
    assert ("source-without-place", "pier") in remarks(copies / "pier")
    assert ("source-without-place", "pier") not in remarks(copies / "harbour")
    # One of its own is told.
    change(
        copies / "harbour" / "framework.yaml",
        "boats, title: What the boat crews told us, where: the log of the harbour office",
        "boats, title: Boats",
    )
    assert ("source-without-place", "harbour") in remarks(copies / "harbour")
