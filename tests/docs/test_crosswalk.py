"""The crosswalk of munro: its rules and themes are those that there are, and no part is without what is not covered."""

import re
from pathlib import Path

import pytest

from inspector import framework as frameworks

PAGE = (Path(__file__).parents[2] / "docs" / "crosswalk.md").read_text(encoding="utf-8")
MUNRO = frameworks.named("munro")
THEMES = {theme.id for theme in MUNRO.themes}
RULES = {rule.id: rule.theme for rule in MUNRO.rules}
DIMENSIONS = [
    "Organisational culture",
    "Data and performance",
    "Employee commitment",
    "Leadership commitment",
    "Service-user focus",
    "Process improvement and learning",
    "Stakeholder and supplier focus",
    "Strategy and governance",
]
COMPONENTS = [
    "Building a shared purpose and vision",
    "Investing in people and culture",
    "Developing leadership behaviours",
    "Building improvement capability and capacity",
    "Embedding improvement into management systems and processes",
]
NAMED = re.compile(r"([a-z]+): ((?:`[a-z0-9-]+`(?:,\s+)?)+)")
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in PAGE.splitlines()
    if line.startswith("| ") and not line.startswith(("| dimension", "| component"))
]


def named(text: str) -> list[tuple[str, str]]:
    """Each rule that a text names, with the theme before it."""
    return [(theme, rule) for theme, rules in NAMED.findall(text) for rule in re.findall(r"`([a-z0-9-]+)`", rules)]


def test_the_parts_are_the_eight_and_the_five_in_their_order() -> None:
    assert [row[0] for row in ROWS] == [*DIMENSIONS, *COMPONENTS]


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_a_part_says_by_which_rules_and_what_is_not_covered(row: list[str]) -> None:
    assert len(row) == 3
    assert named(row[1])
    assert len(row[2].split()) > 5
    assert not named(row[2])


def test_every_rule_named_is_there_and_of_the_theme_before_it() -> None:
    found = named(PAGE)
    assert [(theme, rule) for theme, rule in found if RULES.get(rule) != theme] == []
    # Whatever stands in code and looks like a rule is one, and was named with its theme.
    loose = set(re.findall(r"`([a-z]+(?:-[a-z]+)+)`", PAGE)) - {rule for _, rule in found}
    assert loose == set()


@pytest.mark.parametrize("names", [DIMENSIONS, COMPONENTS], ids=["dimensions", "components"])
def test_every_theme_appears(names: list[str]) -> None:
    cells = " ".join(row[1] for row in ROWS if row[0] in names)
    assert THEMES - {theme for theme, _ in named(cells)} == set()


def test_of_every_dimension_it_is_said_whether_its_name_was_seen_at_its_source() -> None:
    (told,) = (one for one in PAGE.split("\n\n") if one.startswith("**Whose words the names are.**"))
    first, _, second = " ".join(told.split()).partition("The full papers could not be had.")
    named = [{name for name in DIMENSIONS if f"*{name.lower()}*" in part.lower()} for part in (first, second)]
    assert named[0] == {"Service-user focus", "Process improvement and learning", "Strategy and governance"}
    assert named[1] == {*DIMENSIONS} - named[0]
