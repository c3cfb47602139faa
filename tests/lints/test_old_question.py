"""The old question in disguise is refused; questioning a target is not, and what is asked on site is queried at most."""

from pathlib import Path

import pytest
import yaml

from inspector import lints
from inspector.model.problems import Problem
from tests.lints.framework_of import loaded, written

SENTENCES: dict[str, list[str]] = yaml.safe_load(
    (Path(__file__).parent / "old_question.yaml").read_text(encoding="utf-8")
)
FAMILY = [name for name in lints.ids() if getattr(lints.load(name), "FAMILY", "") == "old-question"]


def found(part: str, words: str | list[str], folder: Path) -> list[Problem]:
    framework, _, vocabulary = loaded(written(folder, {part: words}))
    return [problem for name in FAMILY for problem in lints.load(name).examine(framework, vocabulary)]


@pytest.mark.parametrize("words", SENTENCES["asks_for_a_level"])
def test_said(words: str, tmp_path: Path) -> None:
    assert [problem for problem in found("says", words, tmp_path) if problem.level == "error"]


@pytest.mark.parametrize("words", SENTENCES["asks_on_site"])
def test_asked(words: str, tmp_path: Path) -> None:
    assert {problem.level for problem in found("ask", [words], tmp_path)} == {"query"}


@pytest.mark.parametrize("words", SENTENCES["welcome"])
def test_welcome(words: str, tmp_path: Path) -> None:
    assert found("says", words, tmp_path) == []


@pytest.mark.parametrize("words", SENTENCES["welcome_on_site"])
def test_welcome_on_site(words: str, tmp_path: Path) -> None:
    assert found("ask", [words], tmp_path) == []


@pytest.mark.parametrize("words", SENTENCES["asks_for_a_level"])
def test_no_question_is_an_error(words: str, tmp_path: Path) -> None:
    assert all(problem.level == "query" for problem in found("ask", [words], tmp_path))
