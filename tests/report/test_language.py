"""Another language is another file: no code is touched, and what it lacks is said in English."""

import json
import os
from pathlib import Path

import pytest

from inspector.cli import _run
from inspector.report import wording

WELSH = """
language: cy
verdicts:
  improving: Yn gwella
more: "a {count} arall"
"""


pytestmark = pytest.mark.usefixtures("once")


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "phrases"
    folder.mkdir()
    monkeypatch.setenv(wording.FOLDER_OF_ONES_OWN, str(folder))
    return folder


def assess(examples: Path, out: Path, language: str) -> int:
    words = ["assess", str(examples / "quiet-improver"), "--format", "html", "-o", str(out), "--language", language]
    return _run(words)


def test_a_file_is_all_it_takes(own: Path, tmp_path: Path, examples: Path) -> None:
    (own / "cy.yaml").write_text(WELSH, encoding="utf-8")
    assert assess(examples, tmp_path / "page.html", "cy") == 0
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert '<html lang="cy">' in page
    assert "Yn gwella" in page
    assert "What would change it" in page


def test_a_language_nobody_wrote(own: Path, examples: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (own / "cy.yaml").write_text(WELSH, encoding="utf-8")
    assert assess(examples, tmp_path / "page.html", "de") == 2
    told = capsys.readouterr().err
    assert "no phrases in 'de'" in told
    assert "one of cy, en-GB" in told
    assert not (tmp_path / "page.html").exists()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("verdicts: [a]", "not a set of phrases"),
        ("skip: {improving: x}", "not what the English phrase is"),
        ("nosuch: x", "no phrase 'nosuch'"),
        ('more: "a {counts} arall"', "filled in with nothing"),
        ("more: [a", "cannot be read"),
        ("first: {columns: 5}", "not what the English phrase is"),
        ("first: {columns: [a]}", "not what the English phrase is"),
        ("first: {columns: [a, a, a, [b]]}", "not what the English phrase is"),
    ],
)
def test_phrases_that_do_not_fit(
    own: Path, text: str, told: str, capsys: pytest.CaptureFixture[str], examples: Path
) -> None:
    (own / "cy.yaml").write_text(text, encoding="utf-8")
    assert assess(examples, own / "page.html", "cy") == 2
    assert told in capsys.readouterr().err


@pytest.mark.parametrize(
    "path", sorted((Path(wording.__file__).parent / "phrases").glob("*.yaml")), ids=lambda p: p.stem
)
def test_the_copy_in_json_says_what_the_file_says(path: Path) -> None:
    """`INSPECTOR_UPDATE_GOLDEN=1` writes it anew."""
    copy, data = path.with_suffix(".json"), path.read_bytes()
    if os.environ.get("INSPECTOR_UPDATE_GOLDEN"):
        copy.write_text(wording.copy_of(data), encoding="utf-8")
    assert copy.read_text(encoding="utf-8") == wording.copy_of(data)
    assert json.loads(copy.read_text(encoding="utf-8"))["phrases"] == wording.from_yaml(data)


def test_a_copy_of_another_file_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "en-GB.yaml").write_text("a: now", encoding="utf-8")
    (tmp_path / "en-GB.json").write_text(wording.copy_of(b"a: before"), encoding="utf-8")
    monkeypatch.setattr(wording, "_FOLDER", tmp_path)
    wording._phrases.cache_clear()
    assert wording.phrases() == {"a": "now"}
    wording._phrases.cache_clear()
