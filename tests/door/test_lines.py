"""What a big value shows of itself: one line, harmless for a terminal, quick to make."""

from pathlib import Path
from typing import Any

import pytest

from inspector import arguing, inspection
from inspector.bundle import read_bundle
from inspector.judging.settling import Workings
from inspector.model.base import LONGEST, Noun
from inspector.model.evidence import Rows
from inspector.model.facts import Fact
from inspector.model.problems import Problem, Where
from inspector.model.words import plain, short


@pytest.fixture(scope="module")
def workings(examples: Path) -> Workings:
    return inspection.work(examples / "brackenshire")


def test_the_big_ones_are_a_line(workings: Workings, examples: Path) -> None:
    found = arguing.with_pictures(workings)
    assert found.pictures is not None
    lines = {
        "<Workings of <Inspection of Brackenshire County Council, 2023-04-01 to 2026-03-31: improving, on paper (munro": workings,
        "<Inspection of Brackenshire County Council, 2023-04-01 to 2026-03-31: improving, on paper (munro": found,
        "<Evidence of Brackenshire County Council, 2023-04-01 to 2026-03-31: 13 resources>": workings.evidence,
        "<Rulebook of <Framework munro": workings.rulebook,
        "<Firings: 143 from": workings.firings,
        "<Finding small-tests-recorded (stream, neither, doing): 454 small tests of change": found.findings[0],
        "<Fact probe/benford/indicators: 0 of 1944 numbers": next(one for one in found.facts if "/benford/" in one.id),
        "<Trace benford on indicators, insufficient-data: 0 of 1944": next(
            one for one in found.traces if one.probe == "benford"
        ),
        "<Rule ": workings.rulebook.framework.rules[0],
        "<Line of Posts filled by agency workers: 36 periods, loss>": found.pictures.lines[0],
        "Argument(case_against=<": found.argument,
        "BundleReading(digest=": read_bundle(examples / "brackenshire"),
    }
    for begins, value in lines.items():
        assert repr(value).startswith(begins), repr(value)
        assert len(repr(value)) <= LONGEST
        assert "\n" not in repr(value)
    assert str(workings.evidence) == repr(workings.evidence)
    assert str(workings.rulebook.framework) == repr(workings.rulebook.framework)


def test_every_noun_of_a_result_is_a_line(workings: Workings) -> None:
    nouns = list(_nouns(arguing.with_pictures(workings)))
    assert len(nouns) > 2000
    assert all(len(repr(noun)) <= LONGEST and repr(noun).isprintable() for noun in nouns)


def _nouns(value: Any) -> Any:
    if isinstance(value, Noun):
        yield value
        for name in type(value).model_fields:
            yield from _nouns(getattr(value, name))
    elif isinstance(value, tuple):
        for one in value:
            yield from _nouns(one)


def test_small_ones_show_what_they_hold_and_leave_out_what_was_never_given() -> None:
    assert repr(Where(file="a.csv", row=2)) == "Where(file='a.csv', row=2)"
    assert repr(Rows(resource="a.csv", rows=(2, 3))) == "Rows(resource='a.csv', rows=(2, 3))"
    assert repr(Rows(resource="a.csv", rows=tuple(range(7)))) == "Rows(resource='a.csv', rows=<7 items>)"
    assert repr(Rows(resource="x" * 100, rows=())) == f"Rows(resource='{'x' * 79}…', rows=())"


def test_text_from_data_is_harmless_wherever_it_is_shown() -> None:
    nasty = "\x1b[2J\u202e\n"
    for noun in (
        Where(file=nasty),
        Fact(id=nasty, kind="signal/x", fields={"a": nasty}, says=nasty),
        Problem(rule="x", level="error", where=Where(file=nasty), message=nasty),
    ):
        assert repr(noun).isprintable()
    assert str(Problem(rule="x", level="error", where=Where(file=nasty), message=nasty)).isprintable()


@pytest.mark.parametrize(
    ("text", "most", "shown"),
    [
        ("12345", 5, "12345"),
        ("123456", 5, "1234…"),
        ("", 5, ""),
        ("1\n2", 80, r"1\n2"),
        ("\n" * 90, 10, r"\n\n\n\n\…"),
        ("x" * 81, 80, "x" * 79 + "…"),
    ],
)
def test_short(text: str, most: int, shown: str) -> None:
    assert short(text, most) == shown


def test_plain_is_one_thing_in_every_room() -> None:
    from inspector.report.lines import plain as of_reports

    assert of_reports is plain
