"""Another language is another file: no code is touched, and what it lacks is said in English."""

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
    ],
)
def test_phrases_that_do_not_fit(
    own: Path, text: str, told: str, capsys: pytest.CaptureFixture[str], examples: Path
) -> None:
    (own / "cy.yaml").write_text(text, encoding="utf-8")
    assert assess(examples, own / "page.html", "cy") == 2
    assert told in capsys.readouterr().err
