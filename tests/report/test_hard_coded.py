"""Nothing that a renderer prints is written into its code: where every phrase is marked, every word that is printed is marked."""

import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
import yaml

from inspector.report import languages, render, wording
from inspector.report.document.make import document
from inspector.report.text import render as text
from tests.inspected import inspected

MARKS = str.maketrans("aeiouyAEIOUY", "äëïöüÿÄËÏÖÜŸ")
LEFT = frozenset(("replies", "bundle", "engine"))
KEPT = frozenset(("language", "plurals", "point", "day", "month", "cuts"))
"""Phrases that are no words."""
ENGLISH = re.compile(
    r"\b(the|of|and|is|are|was|were|that|with|not|which|it|from|by|has|have|be|been|than|what|who|their|to|for|on|in|as|all|no|at)\b",
    re.IGNORECASE,
)
PEOPLE = frozenset(("aim", "predicted", "saw", "note", "owner", "owners", "said", "text"))
"""Keys of words that people wrote: marked too, so that they are not taken for ours."""
NAMES = re.compile(
    r"`[^`]*`|\\?\[[^\]]*\\?\]|“[^”]*”|--[a-z]+ [A-Za-z]+|[\w*-]+\\?/[\w./*-]+|\b\w+(?:-\w+)+\b|\([^()]*(?:‐|/)[^()]*\)"
)
"""Ids, commands, paths and words that people wrote."""


def marked(words: str) -> str:
    parts = re.split(r"(\{[^{}]*\}|`[^`]*`|<[^<>]*>)", words)
    return "".join(part if part[:1] in ("{", "`", "<") else part.translate(MARKS) for part in parts)


def every(part: Any, key: str, only: frozenset[str] | None) -> Any:
    """Every text marked; of a document those alone that are sentences of ours."""
    if key in KEPT and only is None:
        return part
    if isinstance(part, dict):
        left = (LEFT | {"fields"} if "kind" in part else LEFT) if only is not None else frozenset()
        return {name: value if name in left else every(value, str(name), only) for name, value in part.items()}
    if isinstance(part, list):
        return [every(one, key, only) for one in part]
    return marked(part) if isinstance(part, str) and (only is None or key in only) else part


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What is said in each format of an example, in the language of marks."""
    own = tmp_path_factory.mktemp("marks")
    english = wording.read_phrases(Path(wording.__file__).parent / "phrases" / "en-GB.yaml")
    phrases = {**every(english, "", None), "language": "xx"}
    (own / "xx.yaml").write_text(yaml.safe_dump(phrases, allow_unicode=True), encoding="utf-8")
    made: Any = every(document(inspected("harrowmere")), "", languages.SENTENCES | PEOPLE)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(wording.FOLDER_OF_ONES_OWN, str(own))
        found = {form: render(made, form, "xx") for form in ("html", "markdown", "gsn", "oscal")}
        with wording.speaking("xx"):
            return {**found, "full": text(made, [])}


@pytest.mark.parametrize("form", ["full", "html", "markdown", "gsn", "oscal"])
def test_every_word_comes_from_the_phrases(told: dict[str, str], form: str) -> None:
    said = told[form]
    if form == "html":
        said = re.sub(r"<(style|title)\b.*?</\1>", " ", said, flags=re.DOTALL)
        said = unescape(re.sub(r"<[^>]*>", "\n", said))
    assert "thë" in said
    written = [
        f"{found[0]}: {line.strip()[:140]}"
        for line in NAMES.sub(" ", said).splitlines()
        if (found := ENGLISH.search(line))
    ]
    assert written == [], "\n".join(written)
