"""The page on the rule language holds: its framework is without fault, its cases pass, what it says is refused is refused so."""

import re
from pathlib import Path

import pytest

from inspector.framework import read
from inspector.framework.cases import read_cases
from inspector.framework.patterns import HEADS, TABLE_HEADS
from inspector.framework.vocabulary import extend
from inspector.rules import vocabulary
from tests.docs.language import PAGE, Refused, files, refused, said, said_of, variants

TEXT = PAGE.read_text(encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the page's framework goes; its variants go beside it."""
    (tmp_path / "reading-room").mkdir()
    return tmp_path / "reading-room"


def test_the_page_is_a_framework_without_fault(folder: Path) -> None:
    assert said(folder, files(TEXT)) == []


@pytest.mark.parametrize("name", variants(TEXT))
def test_the_variants_on_the_page_are_without_fault(name: str, folder: Path) -> None:
    assert said(folder, files(TEXT), f"../{name}") == []
    changes = read(folder.parent / name).extends[0].changes
    assert {change.how for change in changes} == {"added", "dropped", "replaced", "weighed"} - {"added"}


def test_what_the_page_waives_would_be_told(folder: Path) -> None:
    written = {name: re.sub(r"  waive:\n(?:    .*\n)+", "", body) for name, body in files(TEXT).items()}
    assert [line.split("[")[1].split("]")[0] for line in said(folder, written)] == ["yes-no-question"]


def test_a_fault_on_the_page_would_be_seen(folder: Path) -> None:
    broken = {name: body.replace("count: 3, months: 12", "count: 1, months: 12") for name, body in files(TEXT).items()}
    assert any("three small tests are enough" in line for line in said(folder, broken))


@pytest.mark.parametrize("one", refused(TEXT), ids=lambda one: one.rule.split("\n")[0].removeprefix("- id: "))
def test_what_is_refused_is_refused_in_these_words(one: Refused, tmp_path: Path) -> None:
    assert said_of(tmp_path, TEXT, one.rule) == one.told


def test_every_form_stands_on_the_page(folder: Path) -> None:
    said(folder, files(TEXT))
    framework = read(folder)
    entries = [*framework.rules, *framework.verdicts]
    written = "\n".join(files(TEXT).values())
    for head in (*HEADS, *TABLE_HEADS, "count", "share"):
        assert f"{head}: " in written, head
    parts = [part for entry in entries for part in (*entry.when, *entry.unless)]
    conditions = [c for part in parts for c in getattr(part, "conditions", ())]
    assert {c.operator for c in conditions} | _tested(parts) == {"==", "!=", ">=", "<=", ">", "<"}
    assert any(len(c.values) > 1 for c in conditions)
    assert {c.operator for c in conditions if c.ref is not None} >= {"==", ">="}
    ends = [rule.conclude for rule in framework.rules]
    assert any(end.standing for end in ends)
    assert any(end.limit for end in ends)
    assert any(end.carry for end in ends)
    assert {end.direction for end in ends} == {"better", "worse", "neither"}
    assert framework.fields
    assert framework.indicators
    assert framework.derivations
    assert framework.core.measures
    assert framework.core.records
    assert framework.waivers
    cases, _ = read_cases(folder, extend(framework, vocabulary.base()))
    assert any(case.tabled for case in cases)
    assert any(case.trust for case in cases)
    assert any(case.stated for case in cases)
    assert variants(TEXT)


def _tested(parts: list) -> set[str]:
    return {part.test.operator for part in parts if hasattr(part, "test")}
