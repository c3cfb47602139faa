"""What the words mean that outputs print and that are no ids: verdicts, steps, trust, icons, heads of tables, sections."""

import re
import textwrap
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Any

_WIDTH = 100
_FILE = Path(__file__).with_name("glossary.yaml")
_CELLS = "█▓░·#+?."
"""Of which the bar of a theme is made."""


def key(words: str) -> str:
    """The name of printed words: `COULD BE`, `Could be:` and `could_be` are all `could-be`; `██▓·` is `bar`."""
    if words and not words.strip(_CELLS):
        return "bar"
    return re.sub(r"[^a-z0-9]+", "-", words.casefold().replace("’", "'").replace("'", "")).strip("-")


def names() -> tuple[str, ...]:
    """The names of all words that are known."""
    return tuple(_known())


def text(name: str) -> str | None:
    """What the printed words mean, once for each sort in which they are used; None for words that are not known."""
    found = _known().get(key(name))
    if not found:
        return None
    return "\n\n".join(
        f"{words} ({sort})\n\n{textwrap.fill(says, _WIDTH, break_on_hyphens=False)}" for words, sort, says in found
    )


def listing() -> str:
    """All words that are known, sort by sort."""
    sorts: dict[str, list[str]] = defaultdict(list)
    for said in _known().values():
        for words, sort, _ in said:
            sorts[sort].append(words)
    lines = [
        textwrap.fill(
            f"{sort}: {', '.join(dict.fromkeys(words))}", _WIDTH, subsequent_indent="  ", break_on_hyphens=False
        )
        for sort, words in sorts.items()
    ]
    return "\n".join(lines)


@cache
def _known() -> dict[str, list[tuple[str, str, str]]]:
    from inspector.report.wording import from_yaml

    known: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    titles = _titles()
    groups: list[dict[str, Any]] = from_yaml(_FILE.read_bytes())
    for group in groups:
        for word, says in group.get("words", {}).items():
            known[word].append((word, group["sort"], says))
        for section, says in group.get("sections", {}).items():
            for name in {section, titles.get(section, section)}:
                known[key(name)].append((titles.get(section, section), group["sort"], says))
    return dict(known)


def _titles() -> dict[str, str]:
    from inspector.report.wording import phrases

    return dict(phrases()["sections"])
