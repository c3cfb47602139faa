"""A page for each problem that a bundle can have: what it means, how grave it is, the cases that show it."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import yaml

from inspector.bundle import problem_rules
from making.markdown import bullets, link, page, section, table, text
from making.places import TESTS

# The level of a problem for which the case itself names none, as the tests that run these files have it.
_CASES = {"bundle/broken.yaml": "error", "bundle/annex_a.yaml": "query"}
_LEVELS = {
    "error": "An error: it cannot be read as meant.",
    "query": "A query: it is odd, and there may be a good reason.",
}
_INDEX = (
    "What `inspector check` can say of a bundle. Each problem names the file, the sheet, the row, the column and the record, "
    "what was found, what was expected and the likely fix; `inspector explain NAME` says what stands on these pages. "
    "An **error** is something that cannot be read as meant; a **query** is odd and may be explained. "
    "Neither is ever called manipulation: asking is for the probes."
)


def pages() -> Iterator[tuple[str, str]]:
    """The path and the Markdown of every page on problems."""
    here = "problems/index.md"
    rows = [
        [link(name, f"problems/{name}.md", here), _levels(name), text(problem_rules.meaning(name))]
        for name in problem_rules.ids()
    ]
    asked = link("probes", "probes/index.md", here)
    yield (
        here,
        page(
            "Problems of a bundle",
            _INDEX.replace("the probes", f"the {asked}"),
            table(["problem", "level", "meaning"], rows),
        ),
    )
    for name in problem_rules.ids():
        yield f"problems/{name}.md", _page(name)


def _page(name: str) -> str:
    levels = dict.fromkeys(level for level, _ in _shown().get(name, ()))
    cases = dict.fromkeys(case for _, case in _shown().get(name, ()))
    return page(
        name,
        f"**{text(problem_rules.meaning(name))}**",
        "\n".join(_LEVELS[level] for level in sorted(levels)),
        section("It is said of", bullets(text(case) for case in cases)),
        f"All that can be said of a bundle is in {link('the list of problems', 'problems/index.md', f'problems/{name}.md')}.",
    )


def _levels(name: str) -> str:
    return " or ".join(sorted({level for level, _ in _shown().get(name, ())}))


@cache
def _shown() -> dict[str, list[tuple[str, str]]]:
    """For each problem the cases that show it, each with the level it has there."""
    found: dict[str, list[tuple[str, str]]] = {}
    for name, usual in _CASES.items():
        cases: list[dict[str, Any]] = yaml.safe_load((TESTS / name).read_text(encoding="utf-8"))
        for case in cases:
            for problem in case["problems"]:
                level = problem.get("level", usual)
                found.setdefault(problem["rule"], []).append((level, case["name"]))
    return found
