"""An assessment in a second language: nothing of it is English any more, in any format, and nothing else is another."""

import json
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from inspector import inspection
from inspector.cli import _run
from inspector.report import wording
from inspector.report.languages import SENTENCES
from tests.languages.making import HERE, TINY, made
from tests.report.paper_texts import docx_text

ENGLISH = re.compile(
    r"\b(the|of|and|is|are|was|were|that|with|not|which|it|from|by|has|have|be|been|than|what|who|whom|their|they|to|for|on|as|all|its|"
    r"this|these|those|more|less|better|worse|since|between|rows?|themes?|tests?|figures?|findings?|questions?|measures?|evidence|"
    r"nothing|nobody|somebody|could|would|January|February|March|April|May|June|July|August|September|October|November|December)\b",
    re.IGNORECASE,
)
"""Words that English cannot do without and that no sentence in Welsh has, but for those in `WELSH`."""
WELSH = frozenset(("i", "at", "am", "a"))
NAMES = re.compile(
    r"`[^`]*`|\[[^\]]*\]|--[a-z]+ \w+|[\w*-]+\\?/[\w/-]+|\b\w+(?:-\w+)+\b|\w+\.csv|\b(?:rhes|ôl rhes|\|) none\b"
    r"|\b(?:indicators|leadership|participation|partnership|recommendations|voice|durations|benford|heaping|held)\b"
)
"""Ids, commands, names of files and kinds, which are the same in every language."""
TEXTS = ("text", "full", "html", "markdown", "gsn")


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("cy") / "bundle")


@pytest.fixture(scope="module")
def said(bundle: Path) -> dict[str, str]:
    """What is said in each format, and as JSON in English."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(wording.FOLDER_OF_ONES_OWN, str(HERE))
        patch.setenv("INSPECTOR_FRAMEWORK", str(TINY))
        worked = inspection.work(bundle, str(TINY))
        patch.setattr(inspection, "work", lambda *_, **__: worked)
        found = {}
        for form in (*TEXTS, "json"):
            words = ["--full"] if form == "full" else ["--format", form]
            found[form] = printed(bundle, *words, "--language", "cy")
        found["english"] = printed(bundle, "--format", "json")
    return found


def printed(bundle: Path, *words: str) -> str:
    out = bundle.parent / "out"
    assert _run(["assess", str(bundle), *words, "-o", str(out)]) == 0
    return out.read_text(encoding="utf-8")


def test_no_english_is_left_in_a_case_file(said: dict[str, str], bundle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(wording.FOLDER_OF_ONES_OWN, str(HERE))
    (bundle.parent / "result.json").write_text(said["json"], encoding="utf-8")
    out = bundle.parent / "case.docx"
    assert (
        _run(["report", str(bundle.parent / "result.json"), "--format", "docx", "--language", "cy", "-o", str(out)])
        == 0
    )
    words = NAMES.sub(" ", docx_text(out.read_bytes()))
    assert "Llofnod, ac ateb yr awdurdod" in words
    assert [words[max(0, found.start() - 60) : found.end() + 40] for found in ENGLISH.finditer(words)] == []


def prose(text: str, form: str) -> str:
    if form == "html":
        text = re.sub(r"<(style|title)\b.*?</\1>", " ", text, flags=re.DOTALL)
        text = unescape(re.sub(r"<[^>]*>", "\n", text))
    if form == "gsn":
        text = re.sub(r"(?m)^\s*standsFor: .*$", "", text)
    return NAMES.sub(" ", text)


@pytest.mark.parametrize("form", TEXTS)
def test_no_english_is_left(said: dict[str, str], form: str) -> None:
    lines = prose(said[form], form).splitlines()
    left = [f"{found[0]}: {line.strip()[:120]}" for line in lines if (found := ENGLISH.search(line))]
    assert left == [], "\n".join(left)
    assert len(said[form]) > 1000


def test_it_is_seen_that_english_is_english(said: dict[str, str]) -> None:
    """The test above can fail: of the sentences in English it finds nearly all."""
    sentences = [one for key, one in texts(json.loads(said["english"])) if key == "says" and len(one.split()) > 4]
    found = [one for one in sentences if ENGLISH.search(NAMES.sub(" ", one))]
    assert len(sentences) > 40
    assert len(found) > 0.9 * len(sentences)


def texts(part: Any, key: str = "") -> list[tuple[str, str]]:
    if isinstance(part, dict):
        return [one for name, value in part.items() for one in texts(value, name)]
    if isinstance(part, list):
        return [one for value in part for one in texts(value, key)]
    return [(key, part)] if isinstance(part, str) else []


def without_sentences(part: Any) -> Any:
    if isinstance(part, dict):
        if part.get("sort") == "unjudged":
            return None
        return {name: without_sentences(value) for name, value in part.items() if name not in SENTENCES | {"language"}}
    return [without_sentences(one) for one in part] if isinstance(part, list) else part


def test_only_sentences_are_other(said: dict[str, str]) -> None:
    """Verdict, ids, fields and rows are the same in every language, and the result says in which it is."""
    ours, english = json.loads(said["json"]), json.loads(said["english"])
    assert ours["language"] == "cy"
    assert "language" not in english
    assert without_sentences(ours) == without_sentences(english)
    assert ours["verdict"]["says"] == "Mae rhywbeth yn symud: 3 canfyddiad sy'n dweud hynny."


def test_words_that_people_wrote_stay(said: dict[str, str]) -> None:
    for form in ("full", "html", "markdown"):
        assert "daeth pymtheg a gofyn am ragor" in said[form]
    ours, english = json.loads(said["json"]), json.loads(said["english"])
    assert [one.get("quotes") for one in ours["findings"]] == [one.get("quotes") for one in english["findings"]]


@pytest.mark.parametrize(
    ("stored", "there"), [("english", "Canfyddiadau, thema wrth thema"), ("json", "Beth oedd y peth diwethaf")]
)
def test_a_stored_result_is_told_in_it(
    said: dict[str, str], stored: str, there: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One in English as far as the framework is not needed for it: that is not at hand."""
    monkeypatch.setenv(wording.FOLDER_OF_ONES_OWN, str(HERE))
    (tmp_path / "result.json").write_text(said[stored], encoding="utf-8")
    page = tmp_path / "page.html"
    assert _run(["report", str(tmp_path / "result.json"), "--language", "cy", "-o", str(page)]) == 0
    text = page.read_text(encoding="utf-8")
    assert there in text or there.lower() in text
    assert "Mae'n gorffwys ar yr hyn a gyflwynwyd" in unescape(text)


def test_the_verdict_is_told_in_it_where_the_files_lack_something(
    bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a language lacks is said in English, and never not at all."""
    (tmp_path / "cy.yaml").write_text("language: cy\nverdicts: {emerging: Yn dechrau gwella}\n", encoding="utf-8")
    monkeypatch.setenv(wording.FOLDER_OF_ONES_OWN, str(tmp_path))
    monkeypatch.setenv("INSPECTOR_FRAMEWORK", str(TINY))
    page = printed(bundle, "--format", "html", "--language", "cy")
    assert "Yn dechrau gwella" in page
    assert "It rests on what was handed in" in page
    assert "Mae rhywbeth yn symud" in page
