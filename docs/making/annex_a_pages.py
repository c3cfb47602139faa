"""The page of every check of Annex A: its rule, its level, what it asks, where that is from."""

from collections.abc import Iterator

from inspector.bundle.annex_a.catalogue import Check, catalogue
from making.markdown import link, page, section, table, text

PAGE = "annex-a-checks.md"
_SAYS = (
    "What `inspector check` asks of the eleven lists. A **query** is odd and may be explained; an **error** cannot be read as "
    "meant. Nothing here says whether work was done in time: that is [measured](evidence.md#indicators-from-case-records), and "
    "no fault of a list. *Guidance*, *Scope*, *Codes* and *FAQ* are those of Ofsted's template."
)


def pages() -> Iterator[tuple[str, str]]:
    """The path and the Markdown of the page."""
    rows = [one for one in catalogue() if not one.part]
    asked = [one for one in catalogue() if one.part]
    yield (
        PAGE,
        page(
            "Checks of Annex A",
            _SAYS,
            section("Within rows and between lists", _table(asked)),
            section("In each row, by its schema", _table(rows)),
        ),
    )


def _table(found: list[Check]) -> str:
    lines = [
        [
            one.lists,
            text(one.asks),
            link(one.rule, f"problems/{one.rule}.md", PAGE),
            one.level,
            text(one.source),
        ]
        for one in found
    ]
    return table(["list", "what is asked", "problem", "level", "from"], lines)
