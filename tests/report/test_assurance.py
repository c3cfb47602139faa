"""No format says a verdict without who vouches for it, and a result without that word is on paper."""

import html
import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from inspector.cli.contrast import contrast
from inspector.door.summary import of_result
from inspector.model.assurance import SAID, on_paper, said, weakest
from inspector.model.ladder import VERDICTS
from inspector.report import FORMATS, render
from tests.conftest import EXAMPLES as FOLDER
from tests.inspected import inspected
from tests.report.results import EXAMPLES, as_text, result

LOUD = "|".join(word.upper().replace("-", "[ -]") for word in VERDICTS)
WORDS = "|".join(map(re.escape, SAID.values()))
BARE = re.compile(rf"\b(?:{LOUD})\b(?!, (?:{WORDS})\b)")
ROOT = Path(__file__).parents[2] / "inspector"


def bare(text: str) -> list[str]:
    """Verdicts in capitals that nobody is said to vouch for."""
    flat = " ".join(html.unescape(text).replace("\\", "").split())
    return [flat[max(0, found.start() - 60) : found.end() + 30] for found in BARE.finditer(flat)]


@pytest.mark.parametrize("example", EXAMPLES)
def test_no_format_says_a_verdict_bare(example: str) -> None:
    document: Any = result(example)
    found = inspected(example)
    word = found.verdict.verdict
    line = repr(found).replace(f"{word},", f"{word.upper()},")
    texts = {"text": as_text(found), "notebook": of_result(found), "line": line}
    texts |= {form: render(document, form) for form in FORMATS}
    assert {form: bare(text) for form, text in texts.items() if bare(text)} == {}
    for form in ("text", "line"):
        assert f"{word.upper().replace('-', ' ')}, on paper" in texts[form].replace("NOT-", "NOT ")
    for form in ("html", "markdown", "oscal", "notebook"):
        assert ", on paper" in texts[form]
    assert json.loads(texts["json"])["verdict"]["assurance"] == "on-paper"


def test_the_contrast_says_both() -> None:
    told = CliRunner().invoke(contrast, [str(FOLDER / "quiet-improver")], standalone_mode=False).output
    assert "VERDICT: IMPROVING, on paper" in told
    assert bare(told) == []


def test_what_is_bare_is_seen() -> None:
    assert len(bare("VERDICT: NOT EVIDENCED (could be STATIC, on paper)")) == 1
    assert bare("VERDICT: NOT\n  EVIDENCED, on paper") == []


@pytest.mark.parametrize("form", FORMATS)
def test_a_result_stored_before_there_was_assurance_is_on_paper(form: str) -> None:
    document: Any = json.loads(json.dumps(result("quiet-improver")))
    now = render(document, form)
    del document["verdict"]["assurance"], document["verdict"]["assured"]
    assert form == "json" or render(document, form) == now


def test_capitals_are_made_in_one_place_of_a_room() -> None:
    made = [
        path.relative_to(ROOT).as_posix()
        for path in sorted(ROOT.rglob("*.py"))
        if re.search(rf'verdict[^\n]*\.upper\(\)|"(?:{LOUD})"', path.read_text(encoding="utf-8"))
    ]
    assert made == ["model/assurance.py", "report/assurance_words.py"], "in English, and in the language that is spoken"
    spoken = [
        path.relative_to(ROOT).as_posix()
        for path in sorted([*ROOT.rglob("*.py"), *ROOT.rglob("*.j2")])
        if re.search(r't\["verdicts"\]|t\.verdicts', path.read_text(encoding="utf-8"))
    ]
    # The flips stand under `on paper`, and what stands first has the assurance in the same mapping.
    assert spoken == ["report/argument_view.py", "report/assurance_words.py", "report/front/view.py"]


def test_the_weakest_word_counts_and_some_verdicts_want_nothing() -> None:
    assert weakest(()) == "on-paper"
    assert weakest(("verified", "committed")) == "committed"
    assert said("not-trusted", "verified") == "NOT TRUSTED, verified"
    assert [word for word in VERDICTS if on_paper(word).for_next is None] == [
        "deteriorating",
        "not-evidenced",
        "not-trusted",
    ]
