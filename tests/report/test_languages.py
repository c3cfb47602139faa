"""How a language says again what the engine says in English, case by case."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from inspector.cli import _run
from inspector.model.problems import CannotComplete
from inspector.report import wording
from inspector.report.languages import facts, files
from inspector.report.languages.catalogue import Catalogue
from inspector.report.languages.files import Said
from inspector.report.languages.places import Template, filled
from inspector.report.languages.tongue import Tongue
from inspector.workbench.check import check
from tests.languages.making import HERE, TINY

CASES: dict[str, Any] = yaml.safe_load(
    Path(__file__).with_suffix(".yaml").with_stem("languages").read_text(encoding="utf-8")
)
WORDS = yaml.safe_load((HERE / "cy.yaml").read_text(encoding="utf-8"))["tongue"]
TONGUE = Tongue(WORDS)


def named(case: dict[str, Any]) -> str:
    return str(case["name"])


@pytest.mark.parametrize("case", CASES["sentences"], ids=named)
def test_a_sentence(case: dict[str, Any]) -> None:
    assert Catalogue(TONGUE, case["pairs"].items()).text(case["text"]) == case["says"]


@pytest.mark.parametrize("case", CASES["facts"], ids=named)
def test_a_fact(case: dict[str, Any]) -> None:
    entries = tuple(Said(one.get("when", {}), tuple(files._parts(one["says"], Path(), ""))) for one in case["entries"])
    catalogue = Catalogue(TONGUE, [("in {month}", "ym mis {month}")])
    assert facts.says(entries, case["fields"], catalogue) == case["says"]


@pytest.mark.parametrize("case", CASES["wrong"], ids=named)
def test_a_file_that_is_not_as_it_has_to_be(case: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "cy").mkdir()
    (tmp_path / "cy" / case["file"]).write_text(case["text"], encoding="utf-8")
    with pytest.raises(CannotComplete, match=case["told"]):
        files.read(tmp_path / "cy")


@pytest.mark.parametrize("case", CASES["frameworks"], ids=named)
def test_a_language_of_a_framework_is_checked(case: dict[str, Any], tmp_path: Path) -> None:
    import shutil

    folder = tmp_path / "tiny"
    shutil.copytree(TINY, folder)
    path = folder / "languages" / "cy.yaml"
    text = path.read_text(encoding="utf-8")
    if "find" in case:
        assert case["find"] in text
        path.write_text(text.replace(case["find"], case["by"], 1), encoding="utf-8")
    found = [problem for problem in check([folder]) if problem.where.file.endswith("cy.yaml")]
    assert [problem.rule for problem in found] == case["rules"]
    assert all(problem.where.line for problem in found)


def test_a_language_does_not_change_the_framework() -> None:
    """It is no part of the digest: in every language the same is judged."""
    from inspector import framework

    assert "languages" not in " ".join(framework.files(TINY))


@pytest.mark.parametrize(
    ("number", "form"),
    [(0, "zero"), (1, "one"), (2, "two"), (3, "few"), (4, "other"), (6, "many"), (7, "other"), (1.5, "other")],
)
def test_forms_of_plurals(number: float, form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(wording.FOLDER_OF_ONES_OWN, str(HERE))
    assert TONGUE.form(number) == form
    with wording.speaking("cy"):
        assert wording.plural_form(number) == form
        assert wording.counted({"few": "tri", "other": "{count}"}, 3) == "tri"
        assert wording.counted({"few": "tri", "other": "{count}"}, 5) == "5"
    assert wording.plural_form(3) == "other"
    assert wording.spoken() == "en-GB"


@pytest.mark.parametrize(
    ("phrase", "told"),
    [
        ("chart: {tests: {one: a}}", "not forms of a plural"),
        ("chart: {tests: {other: '{x} a'}}", "filled in with nothing"),
        ("tongue: {plurals: abc}", "numbers of forms"),
        ("tongue: {plurals: two=x}", "numbers of forms"),
        ("more: 'a { b'", "do not close"),
        ("chart: {tests: {other: 'a } b'}}", "do not close"),
    ],
)
def test_forms_that_do_not_fit(
    phrase: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "cy.yaml").write_text(phrase, encoding="utf-8")
    monkeypatch.setenv(wording.FOLDER_OF_ONES_OWN, str(tmp_path))
    assert _run(["report", "no-such-result.json", "--language", "cy"]) == 2
    capsys.readouterr()
    with pytest.raises(CannotComplete, match=told):
        wording.phrases("cy")


PLAIN = st.text(st.characters(categories=("Lu", "Ll", "Nd")), min_size=1, max_size=12)


@given(st.lists(PLAIN, min_size=2, max_size=4), st.lists(PLAIN, min_size=1, max_size=3))
def test_what_was_put_in_is_found_again(values: list[str], between: list[str]) -> None:
    names = [f"p{place}_x" for place in range(len(values))]
    english = (
        "".join(f"{{{name}}} <{between[place % len(between)]}{place}> " for place, name in enumerate(names)) + "end."
    )
    put = dict(zip(names, values, strict=True))
    said = filled(english, put, lambda value, _: str(value), TONGUE.form)
    assert Template(english, "").found_in(said) == put
