"""Every name that a screen shows has an answer of `explain`, and every id is one of the result."""

import re

import pytest

from inspector.judging import rulebooks
from inspector.report.explained import explained
from tests.report.results import EXAMPLES, result
from tests.report.screen.laid_out import brackets, lines_of

BESIDE = re.compile(r"^[█▓░·]{4} .* (?:held )?by ([a-z0-9-]+)$")


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_name_is_explained(example: str) -> None:
    document = result(example)
    framework = rulebooks.load(document["framework"]["id"]).framework
    lines = lines_of(document, 120)
    rules = {found[1] for line in lines if (found := BESIDE.match(line))}
    assert rules <= {one["rule"] for one in document["findings"]}
    ids = brackets(lines)
    assert ids <= {one["id"] for one in document["findings"]}
    for name in rules | ids:
        assert len(explained(name, framework)) > len(name)
    assert rules or example == "published-figures"
    assert ids


@pytest.mark.parametrize("example", EXAMPLES)
def test_few_words_have_their_place_in_many(example: str) -> None:
    """Whatever has few words is longer without them, and says no number in them that it does not say at length."""
    document = result(example)
    known = 0
    for one in (document["verdict"], *document["findings"]):
        if "brief" in one:
            known += 1
            numbers = re.findall(r"\d+", one["brief"])
            assert all(re.search(rf"(?<!\d){number}(?!\d)", one["says"]) or number == "0.8" for number in numbers), one[
                "brief"
            ]
    assert known
