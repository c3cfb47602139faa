"""Words of a framework's own: whom it asks. They are printed by their titles wherever questions are, and none is guessed at."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from inspector import framework as frameworks
from inspector.cli import _run
from inspector.data import schemas_folder
from inspector.framework import languages
from inspector.framework.own_words import OURS
from inspector.model.argument import WHO, in_turn
from inspector.report import meaning
from inspector.workbench.check import check
from tests.conftest import EXAMPLES

ALL = Path(__file__).parents[1] / "frameworks"
BROKEN = yaml.safe_load((Path(__file__).parent / "own_words.yaml").read_text(encoding="utf-8"))
WORDS = "words: {whom: [{id: borrowers, title: those who borrow}, {id: volunteers, title: volunteers}]}\n"
WELSH = "whom: {borrowers: benthycwyr, volunteers: gwirfoddolwyr}\n"
ASKED = 'ask: ["What was tried last?"]'
BUNDLE = EXAMPLES / "quiet-improver"


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """The tiny framework, whose first rule asks borrowers before the front line."""
    folder = Path(shutil.copytree(ALL / "tiny", tmp_path / "library"))
    main, rules = folder / "framework.yaml", folder / "rules" / "rules.yaml"
    text = main.read_text(encoding="utf-8")
    main.write_text(text.replace("sources:", f"{WORDS}sources:", 1), encoding="utf-8")
    text = rules.read_text(encoding="utf-8")
    rules.write_text(text.replace(ASKED, f"{ASKED}\n  whom: [borrowers, front-line]", 1), encoding="utf-8")
    welsh = folder / "languages" / "cy.yaml"
    welsh.write_text(f"{welsh.read_text(encoding='utf-8')}{WELSH}", encoding="utf-8")
    return folder


def told(capsys: pytest.CaptureFixture[str], *args: str | Path) -> str:
    assert _run(list(map(str, args))) == 0
    return capsys.readouterr().out


def assessed(capsys: pytest.CaptureFixture[str], library: Path, form: str) -> str:
    full = ["--full"] if form == "text" else []
    return told(capsys, "assess", BUNDLE, "--framework", library, "--format", form, *full)


def test_a_framework_with_words_of_its_own_is_right(library: Path) -> None:
    assert check([library]) == ()
    found = frameworks.read(library)
    assert found.words.titles("whom") == {"borrowers": "those who borrow", "volunteers": "volunteers"}
    assert found.rules[0].whom == ("borrowers", "front-line")


@pytest.mark.parametrize("case", BROKEN, ids=[case["name"] for case in BROKEN])
def test_a_mistake_is_one_remark_where_it_is(case: dict[str, Any], library: Path) -> None:
    shutil.rmtree(library / "languages")  # it says nothing of words, and would have remarks of its own
    file = library / case["file"]
    text = file.read_text(encoding="utf-8")
    assert case["old"] in text
    file.write_text(text.replace(case["old"], case["new"], 1), encoding="utf-8")
    found = [one for one in check([library]) if one.level == "error"]
    assert [one.rule for one in found] == [case["rule"]]
    said = " ".join([found[0].message, found[0].expected, found[0].fix])
    assert [words for words in case["told"] if words not in said] == [], said
    assert found[0].where.file.endswith(case.get("in", case["file"]))
    assert found[0].where.line == case["line"]


@pytest.mark.parametrize("form", ["text", "html", "markdown"])
def test_a_report_says_whom_to_ask_by_title_ours_first(
    library: Path, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    said = " ".join(assessed(capsys, library, form).split())
    assert "Ask front-line workers, then those who borrow." in said
    assert "borrowers" not in said.replace("those who borrow", "")


def test_the_document_has_the_words_and_their_titles_and_obeys_its_schema(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import jsonschema

    document = json.loads(assessed(capsys, library, "json"))
    assert document["framework"]["words"] == {"whom": {"borrowers": "those who borrow", "volunteers": "volunteers"}}
    (finding,) = [one for one in document["findings"] if one["rule"] == "somebody-tried"]
    assert finding["whom"] == ["borrowers", "front-line"]
    (asked,) = [one for one in document["fieldwork"]["enquiries"] if one["question"] == "What was tried last?"]
    assert asked["whom"] == ["front-line", "borrowers"]
    schema = json.loads((schemas_folder() / "inspection.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(document, schema)


def test_a_framework_without_words_says_nothing_of_them(capsys: pytest.CaptureFixture[str]) -> None:
    document = json.loads(assessed(capsys, ALL / "tiny", "json"))
    assert "words" not in document["framework"]


def test_show_has_them(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "put to those who borrow [borrowers], volunteers [volunteers]" in told(capsys, "framework", "show", library)
    document = json.loads(told(capsys, "framework", "show", library, "--format", "json"))
    assert [one["id"] for one in document["words"]["whom"]] == ["borrowers", "volunteers"]
    assert document["rules"][0]["whom"] == ["borrowers", "front-line"]


def test_a_visit_asks_them_on_its_first_day(library: Path) -> None:
    from inspector.arguing import with_argument
    from inspector.inspection import work
    from inspector.proof.put_questions import questions

    (asked,) = [
        one for one in questions(with_argument(work(BUNDLE, library))) if one.question == "What was tried last?"
    ]
    assert (asked.day, asked.whom) == (1, "the front line and those who borrow")


def test_a_variant_has_the_words_of_its_base_and_its_own(library: Path) -> None:
    branch = library.parent / "branch"
    (branch / "rules").mkdir(parents=True)
    main = "id: branch\nversion: 0.1.0\ntitle: A branch\nextends: ../library@1.2\n"
    (branch / "framework.yaml").write_text(f"{main}words: {{whom: [{{id: caretakers, title: caretakers}}]}}\n", "utf-8")
    found = frameworks.read(branch)
    assert list(found.words.titles("whom")) == ["borrowers", "volunteers", "caretakers"]
    assert [(one.sort, one.id, one.how) for one in found.extends[0].changes] == [("word", "caretakers", "added")]
    (branch / "framework.yaml").write_text(f"{main}words: {{whom: [{{id: borrowers, title: all}}]}}\n", "utf-8")
    (problem,) = [one for one in check([branch]) if one.level == "error"]
    assert "tiny has the word 'borrowers' already" in problem.message
    assert problem.where.line == 5


def test_ours_are_asked_in_our_order_and_then_others_as_they_stand() -> None:
    assert OURS["whom"] == WHO
    assert in_turn(["volunteers", "leaders", "borrowers", "front-line"]) == (
        "front-line", "leaders", "volunteers", "borrowers",
    )  # fmt: skip


def test_a_language_says_the_titles_and_one_that_is_not_there_is_told(library: Path) -> None:
    assert languages.said_in(frameworks.read(library), "cy")["those who borrow"] == "benthycwyr"
    file = library / "languages" / "cy.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("{borrowers:", "{borrower:"), encoding="utf-8")
    told_of = [one.rule for one in languages.check(frameworks.read(library))]
    assert told_of == ["language-unknown", "language-missing"]


def test_explain_says_whom_a_rule_asks(library: Path) -> None:
    said = meaning.rule(frameworks.read(library), "somebody-tried")
    assert "It asks on site (those who borrow, front-line):" in said
