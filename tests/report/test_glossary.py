"""Every word that an output prints has an answer: words of the model, heads of tables, titles of sections."""

import re
from typing import Any, get_args

import pytest

from inspector.model import ladder, visits
from inspector.report import glossary
from inspector.report.document.make import document
from inspector.report.explained import NothingCalled, explained
from inspector.report.text import render
from inspector.report.wording import phrases
from tests.inspected import inspected, rulebook

TEMPLATE = re.compile(r"\{[a-z_-]+\.[a-z_|-]")
SETS = ("verdicts", "standings", "calls", "directions", "trust", "outcomes", "assurances")
"""Sets of phrases whose keys are words that text prints as they are."""


def heads(of: Any, name: str = "") -> list[str]:
    """The heads of all tables of the phrases: lists and mappings under a key that ends in `columns`."""
    if name.endswith("columns"):
        return [str(one) for one in (of.values() if isinstance(of, dict) else of) if one]
    return [head for key, value in of.items() for head in heads(value, key)] if isinstance(of, dict) else []


def words() -> list[str]:
    of = phrases()
    told = [key for name in SETS for key in of[name]]
    model = [ladder.Standing, ladder.Trust, ladder.VerdictWord, ladder.State, visits.Assurance]
    told += [*of["chart"]["icons"].values(), *of["front"]["screen"]["labels"].values()]
    return sorted({*told, *(word for sort in model for word in get_args(sort)), *heads(of), *of["sections"].values()})


def test_there_are_words() -> None:
    assert {"improving", "Could be", "The case against this verdict", "committed"} <= set(words())
    assert len(words()) > 100


@pytest.mark.parametrize("word", words())
def test_a_printed_word_can_be_explained(word: str) -> None:
    said = explained(word, rulebook("munro").framework)
    assert len(said.split()) > 5, said


def test_words_are_found_however_they_are_printed() -> None:
    one = explained("could-be", rulebook("munro").framework)
    for other in ("COULD BE", "could be", "Could be:", "could_be"):
        assert explained(other, rulebook("munro").framework) == one
    both = explained("IMPROVING, on paper", rulebook("munro").framework)
    assert both.startswith("improving (verdict)")
    assert "on-paper (a word of assurance)" in both


@pytest.mark.parametrize("cells", ["████", "██▓·", "░░░░", "##+?", "...."])
def test_a_bar_is_explained(cells: str) -> None:
    assert explained(cells, rulebook("munro").framework).startswith("bar (word of the screen)")


@pytest.mark.parametrize("words", ["by", "held by", "core measures", "got better and went back", "giver"])
def test_what_stands_between_the_words_of_the_screen_is_explained(words: str) -> None:
    assert "(word of the screen)" in explained(words, rulebook("munro").framework)


def test_a_name_of_the_evidence_leads_to_show() -> None:
    with pytest.raises(NothingCalled, match="inspector show BUNDLE 'caseload'"):
        explained("caseload", rulebook("munro").framework)


def test_a_word_that_is_a_rule_too_is_told_as_both() -> None:
    said = explained("loss", rulebook("munro").framework)
    assert said.startswith("loss (rule of munro")
    assert "loss (what a line did)" in said


@pytest.mark.parametrize("name", ["munro", "patient-safety-learning"])
def test_without_a_bundle_no_template_is_raw(name: str) -> None:
    framework = rulebook(name).framework
    parts = (framework.themes, framework.rules, framework.verdicts)
    for name in (one.id for part in parts for one in part):
        assert not TEMPLATE.search(explained(name, framework)), name


def test_every_section_has_its_line() -> None:
    assert all(glossary.text(title) for title in phrases()["sections"].values())


def test_whatever_a_full_text_prints_in_brackets_or_capitals_has_an_answer() -> None:
    """Ids of findings, facts, probes and what could not be judged; headings of its sections, as they stand there."""
    framework = rulebook("patient-safety-learning").framework
    said = render(document(inspected("harrowmere")), ["a remark"])
    known = {one["what"] for one in document(inspected("harrowmere"))["unjudged"]}
    ids = {name for found in re.findall(r"\[([a-z][^\]]*)\]", " ".join(said.split())) for name in found.split(", ")}
    asked = {re.sub(r" and \d+ more$", "", name) for name in ids if name not in known}
    heads = {re.sub(r" \(.*|:.*", "", line) for line in said.splitlines() if re.match(r"[A-Z][A-Z' ]{5,}", line)}
    assert len(asked) > 50
    assert len(heads) > 8
    for name in sorted(asked | heads):
        assert explained(name, framework), name
