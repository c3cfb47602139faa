"""A waiver keeps a lint silent about the thing it stands in, until its day; one that is not good is an error."""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from inspector import lints
from inspector.cli import _run
from inspector.data import schemas_folder
from inspector.judging import rulebooks
from inspector.lints._waived import day_of_this_run
from inspector.model.problems import CannotComplete, Problem
from tests.conftest import EXAMPLES
from tests.lints.framework_of import TINY, loaded, written

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "waivers.yaml").read_text(encoding="utf-8"))
QUESTION = {"id": "tried", "ask": ["Do you try things?"]}
WAIVER = {
    "lint": "yes-no-question",
    "because": "Either answer is easy to give.",
    "by": "the board",
    "until": "2027-03-31",
}
RATED = {
    "lint": "rating-in-words",
    "because": "The rating is what was learned from.",
    "by": "the board",
    "until": "2027-03-31",
}
TODAY = date(2026, 11, 26)
SCHEMA = Draft202012Validator(json.loads((schemas_folder() / "inspection.schema.json").read_text(encoding="utf-8")))


def said(case: dict[str, Any], folder: Path, today: date = TODAY) -> list[Problem]:
    """What is said of waivers, and by the lints of these tests."""
    framework, cases, vocabulary = loaded(written(folder, case))
    of = ("waiver", "yes-no-question", "rating-in-words")
    return [problem for problem in lints.check(framework, vocabulary, cases, today) if problem.rule in of]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case: dict[str, Any], tmp_path: Path) -> None:
    waiver = {key: str(value) for key, value in case["waive"].items()}
    found = said({"rules": [{**QUESTION, "waive": [waiver]}]}, tmp_path, case["today"])
    refused = [str(problem) for problem in found if problem.rule == "waiver"]
    words = case.get("refused", [])
    assert len(refused) == bool(words)
    assert all(problem.level == "error" for problem in found if problem.rule == "waiver")
    assert [told for told in words if told not in refused[0]] == []
    # Where the waiver is refused, what it was for is said again.
    assert [problem.rule for problem in found if problem.rule != "waiver"] == ["yes-no-question"] * bool(words)


def test_it_keeps_silent_only_what_stands_in_the_same_rule(tmp_path: Path) -> None:
    rules = [{**QUESTION, "waive": [WAIVER]}, {**QUESTION, "id": "tried-again"}]
    assert [problem.message.split()[2] for problem in said({"rules": rules}, tmp_path)] == ["tried-again"]


def test_a_row_a_theme_and_the_framework_can_have_one(tmp_path: Path) -> None:
    row = {"id": "a", "when": {"basis": {"verdict-basis": True, "better": ">= 9"}}, "says": "Practice is outstanding."}
    assert {problem.rule for problem in said({"rows": [row]}, tmp_path / "bare")} == {"rating-in-words"}
    assert said({"rows": [{**row, "waive": [RATED]}]}, tmp_path / "row") == []
    question = {"lint": "level-in-question", **{key: value for key, value in WAIVER.items() if key != "lint"}}
    top = {"framework": {"question": "What is your rating?", "waive": [question]}}
    framework, cases, vocabulary = loaded(written(tmp_path / "top", top))
    heard = lints.heard(framework, vocabulary, cases, TODAY)
    assert [(waiver.of, problem.rule) for waiver, problem in heard.waived] == [("tiny", "level-in-question")]
    assert not [problem for problem in heard.problems if problem.rule in ("waiver", "level-in-question")]


def test_that_of_the_framework_is_not_that_of_its_rules(tmp_path: Path) -> None:
    found = said({"rules": [QUESTION], "framework": {"waive": [WAIVER]}}, tmp_path)
    assert sorted(problem.rule for problem in found) == ["waiver", "yes-no-question"]


def test_the_day_is_that_of_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert day_of_this_run() == date(1970, 1, 2)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    assert abs(day_of_this_run() - date.today()) <= timedelta(days=1)


@given(days=st.integers(-3000, 3000))
def test_it_holds_from_three_years_before_its_last_day_up_to_that(
    days: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    framework, cases, vocabulary = _waived(tmp_path_factory)
    today = date(2027, 3, 31) - timedelta(days=days)
    found = {problem.rule for problem in lints.check(framework, vocabulary, cases, today)}
    assert ("waiver" in found) is ("yes-no-question" in found) is not (0 <= days <= 3 * 366)


_KEPT: list[Any] = []


def _waived(factory: pytest.TempPathFactory) -> Any:
    if not _KEPT:
        _KEPT.append(loaded(written(factory.mktemp("waived"), {"rules": [{**QUESTION, "waive": [WAIVER]}]})))
    return _KEPT[0]


def rated(folder: Path) -> Path:
    """The small framework, whose first rule says how something was rated, and waives that."""
    first, *others = yaml.safe_load((TINY / "rules" / "rules.yaml").read_text(encoding="utf-8"))
    words = {"says": "The regulator rated {pace.count} of the things that were tried outstanding.", "waive": [RATED]}
    return written(folder, {"rules": [{**first, **words}, *others]})


def test_every_form_of_a_result_lists_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795651200")  # 26 November 2026
    monkeypatch.setenv("COLUMNS", "4000")
    folder, bundle = rated(tmp_path / "rated"), EXAMPLES / "published-figures"
    for form in ("text", "html", "markdown", "oscal", "json"):
        more = ["--full"] if form == "text" else []
        assert _run(["assess", str(bundle), "--framework", str(folder), "--format", form, *more]) in (0, 1)
        out = capsys.readouterr().out
        words = " ".join(out.split())
        assert "waives the remark rating-in-words on somebody-tried until 2027-03-31" in words, form
        assert "The rating is what was learned from (the board)" in words, form
    assert json.loads(out)["framework"]["waivers"] == [{**RATED, "of": "somebody-tried"}]


def test_an_expired_waiver_is_told_in_the_result_and_stops_nobody_from_judging(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, bundle = rated(tmp_path / "rated"), EXAMPLES / "published-figures"
    late = "That day is past, and whoever keeps the framework has to look at it again."
    for day, expired in (("1806537599", False), ("1806537600", True)):  # the last second of 31 March 2027, and the next
        monkeypatch.setenv("SOURCE_DATE_EPOCH", day)
        assert _run(["assess", str(bundle), "--framework", str(folder), "--full"]) in (0, 1)
        assert (late in " ".join(capsys.readouterr().out.split())) == expired
        assert _run(["assess", str(bundle), "--framework", str(folder), "--format", "json"]) in (0, 1)
        found = json.loads(capsys.readouterr().out)
        (waiver,) = found["framework"]["waivers"]
        assert waiver.get("expired", False) is expired
        assert SCHEMA.is_valid(found)
        # Who looks at the framework is told, and what was waived is told again.
        _run(["framework", "check", str(folder), "--format", "json"])
        told = {one["rule"] for one in json.loads(capsys.readouterr().out)["problems"] if one["level"] == "error"}
        assert told & {"waiver", "rating-in-words"} == ({"waiver", "rating-in-words"} if expired else set())


def test_of_waivers_that_are_refused_only_the_expired_let_a_framework_be_applied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1806710400")  # 3 April 2027
    folder = rated(tmp_path / "rated")
    assert rulebooks.load(folder).expired
    rules = folder / "rules" / "rules.yaml"
    rules.write_text(rules.read_text(encoding="utf-8").replace("2027-03-31", "2031-03-31"), encoding="utf-8")
    with pytest.raises(CannotComplete) as refused:
        rulebooks.load(folder)
    assert {problem.rule for problem in refused.value.problems} == {"waiver", "rating-in-words"}


def test_check_lists_what_is_waived(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795651200")
    folder = rated(tmp_path / "rated")
    _run(["framework", "check", str(folder)])
    assert "The framework waives the remark rating-in-words on somebody-tried" in capsys.readouterr().out
    _run(["framework", "check", str(folder), "--format", "json"])
    assert json.loads(capsys.readouterr().out)["waived"] == [{**RATED, "of": "somebody-tried"}]
