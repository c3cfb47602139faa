"""Every number that heads a list is the length of that list, in every format that people read."""

import re
from collections.abc import Iterator
from functools import cache

import pytest

from inspector.report import render
from inspector.report.wording import phrases
from tests.inspected import inspected
from tests.report.results import EXAMPLES, as_text, result

WORDS = phrases()
FORMS = ("text", "markdown", "html")


@cache
def shown(name: str, form: str) -> str:
    """An example in one format: tags away, blanks and breaks one blank."""
    if form == "text":
        return " ".join(as_text(inspected(name)).split())
    page = render(result(name), form)
    return " ".join(re.sub(r"<[^>]+>", " ", page).replace("\\", "").split())


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", EXAMPLES)
def test_what_is_left_over_is_as_many_as_its_names(name: str, form: str) -> None:
    found = result(name)
    counts = {one["says"]: len(one["about"]) for one in found["case_against"] if one["says"].startswith("And ")}
    for says, number in counts.items():
        assert says.startswith(f"And {number} more ")
        assert says in shown(name, form)


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_findings_of_a_theme_are_as_many_as_are_told_under_it(name: str) -> None:
    found = result(name)
    text = as_text(inspected(name))
    listed = re.split(r"\n\n[A-Z]{4}", text[text.index("\nFINDINGS") + 10 :])[0]
    for theme in found["themes"]:
        mine = [one for one in found["findings"] if one["theme"] == theme["theme"]]
        assert len(theme["findings"]) == len(mine)
        assert all(f"  [{one['id']}] " in listed for one in mine)
    assert len(re.findall(r"^  \[", listed, re.MULTILINE)) == len(found["findings"])


@pytest.mark.parametrize("form", ["markdown", "html"])
@pytest.mark.parametrize("name", EXAMPLES)
def test_the_verdict_says_how_many_findings_there_are_on_how_many_themes(name: str, form: str) -> None:
    found = result(name)
    spoken = sum(bool(theme["findings"]) for theme in found["themes"])
    says = f"{len(found['findings'])} findings were made, on {spoken} of {len(found['themes'])} themes."
    assert says in shown(name, form)
    states = [theme["state"] for theme in found["themes"]]
    for state in ("silent", "set-aside", "nothing-shown"):
        one, many = WORDS["verdict"][state]
        count = states.count(state)
        assert ((many if count != 1 else one).format(count=count) in shown(name, form)) == bool(count)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", EXAMPLES)
def test_fields_reasons_and_samples_are_as_many_as_are_listed(name: str, form: str) -> None:
    found, page = result(name), shown(name, form)
    for says in headed(found):
        assert says in page, says
    for field in found["fields"]:
        for part in field["parts"]:
            assert (part["state"] == "shown") == bool(part["activities"])
            assert len(part["examples"]) == min(5, part["activities"])
    reasons = found["not_performance"]
    assert page.upper().count("APPLIES HERE") >= sum(one["applies"] for one in reasons)


def headed(found: dict) -> Iterator[str]:  # type: ignore[type-arg]
    """Sentences with a number, with the number that their list really has."""
    for field in found["fields"]:
        some = sum(bool(part["activities"]) for part in field["parts"])
        yield f"improvement work is shown in {some} of {len(field['parts'])} parts"
    for sample in found["fieldwork"]["samples"]:
        assert len(sample["ids"]) == len(set(sample["ids"])) <= sample["out_of"]
        yield f"{sample['what']}: {len(sample['ids'])} of {sample['out_of']}, "
    applies = sum(one["applies"] for one in found["not_performance"])
    yield f"{applies} of {len(found['not_performance'])} reasons appl"


@pytest.mark.parametrize("name", EXAMPLES)
def test_no_theme_is_silent_that_has_a_finding_or_rows_set_aside(name: str) -> None:
    for theme in result(name)["themes"]:
        if theme["state"] == "silent":
            assert theme["standing"] == "silent"
            assert not theme["findings"]
            assert "set_aside" not in theme
            assert theme["says"] == "Nothing submitted speaks on this theme."
        else:
            assert "Nothing submitted speaks" not in theme["says"]


@pytest.mark.parametrize("name", EXAMPLES)
def test_nobody_is_asked_about_a_limit_that_holds_nothing(name: str) -> None:
    """Where it is said that a finding holds a theme at a step, the theme stands there and a finding would raise it."""
    found = result(name)
    stands = {theme["title"]: theme["standing"] for theme in found["themes"]}
    for one in found["fieldwork"]["enquiries"]:
        if held := re.search(r"It holds '(.+)' at (\w+)\.", one["moves"]):
            assert stands[held[1]] == held[2]
