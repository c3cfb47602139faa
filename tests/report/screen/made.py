"""Results that no example is: of foreign frameworks, with texts and names of any length and script, with any verdict."""

import copy
from typing import Any

from inspector.model.ladder import STANDINGS, VERDICTS
from tests.report.results import result

LONG = "extraordinarily long names of services and of everything that they do together with others "
GIANT = "W" * 400
WIDE = "児童相談所における業務改善の記録と評価および今後の取り組みについての報告書" * 4
RIGHT = "خدمات رعاية الأطفال في المدينة الكبيرة وما حولها من القرى " * 4
WORDS = {
    "long": LONG * 6,
    "giant": GIANT,
    "wide": WIDE,
    "right-to-left": RIGHT,
    "nothing": "",
    "one": "x",
    "blank": " \t\n ",
}


def with_themes(count: int) -> dict[str, Any]:
    """A result of a framework with so many themes, on every step of the ladder, some silent, some set aside."""
    made = copy.deepcopy(result("brackenshire"))
    made["framework"] = made["framework"] | {"id": "foreign", "title": "A foreign framework"}
    made["attention"] = [
        f"Judged by a framework that is not one of those shipped: foreign, version 1, sha256 {'a' * 64}."
    ]
    made["verdict"].pop("brief", None)
    made["themes"] = [_theme(made["themes"][0], place) for place in range(count)]
    known = [one["theme"] for one in made["themes"]] or ["none"]
    for place, finding in enumerate(made["findings"]):
        finding.pop("brief", None)
        finding["theme"] = known[place % len(known)]
    return made


def _theme(theme: dict[str, Any], place: int) -> dict[str, Any]:
    standing = STANDINGS[place % 5]
    state = ("silent", "set-aside", "nothing-shown")[place % 3] if standing == "silent" else "stands"
    name = f"theme-{place}"
    return {name: part for name, part in theme.items() if name != "brief"} | {
        "theme": name, "title": f"Theme number {place} of those that were asked about", "standing": standing,
        "range": [STANDINGS[max(0, place % 5 - 1)], STANDINGS[min(4, place % 5 + place % 2)]], "state": state, "findings": [],
    }  # fmt: skip


def with_text(words: str) -> dict[str, Any]:
    """A result in which every name, title and sentence that a screen shows is these words."""
    made = copy.deepcopy(result("brackenshire"))
    made["bundle"]["authority"] = words
    made["verdict"]["says"] = words
    made["verdict"].pop("brief", None)
    made["attention"] = [words, words]
    for one in (*made["themes"], *made["fields"]):
        one["title"] = words
        one.pop("brief", None)
    for one in (*made["findings"], *made["case_against"], *made["would_change"]["flips"]):
        one["says"] = words
        one.pop("brief", None)
    for one in made["facts"]:
        if "title" in one["fields"]:
            one["fields"]["title"] = words
    for one in made["fieldwork"]["enquiries"]:
        one["question"] = words
    return made


def every_verdict() -> dict[str, dict[str, Any]]:
    """The same evidence with each verdict that there is, by the word."""
    found: dict[str, dict[str, Any]] = {}
    for word in VERDICTS:
        made = copy.deepcopy(result("good-on-paper"))
        made["verdict"]["verdict"] = word
        found[word] = made
    return found


def emptied() -> dict[str, Any]:
    """A result of nothing: no finding, no fact, no argument."""
    made = copy.deepcopy(result("published-figures"))
    for name in ("findings", "facts", "traces", "trust", "unjudged", "problems", "questions_on_site"):
        made[name] = []
    for name in ("case_against", "would_change", "not_performance", "fields", "fieldwork", "attention"):
        made.pop(name, None)
    made["verdict"].pop("could_be", None)
    for theme in made["themes"]:
        theme |= {"findings": [], "standing": "silent", "state": "silent", "range": ["silent", "silent"]}
    return made
