"""The navigation: an entry that ends in `/` stands for all pages of that folder, its index first."""

from collections.abc import Iterable
from typing import Any


def filled(entries: list[Any], pages: Iterable[str]) -> list[Any]:
    """The navigation with every folder spelt out in the order of `pages`; a folder without pages is left out."""
    every = tuple(pages)
    found: list[Any] = []
    for entry in entries:
        if isinstance(entry, str):
            found.append(entry)
            continue
        ((title, value),) = entry.items()
        if isinstance(value, list):
            value = filled(value, every)
        elif value.endswith("/"):
            value = _folder(value, every)
        if value:
            found.append({title: value})
    return found


def _folder(folder: str, pages: tuple[str, ...]) -> list[Any]:
    """The index, the pages, then each folder within as a section of its own."""
    inside = [name.removeprefix(folder) for name in pages if name.startswith(folder) and name.endswith(".md")]
    deeper = dict.fromkeys(name.partition("/")[0] for name in inside if "/" in name)
    here = sorted((name for name in inside if "/" not in name), key=lambda name: name != "index.md")
    return [*(folder + name for name in here), *({name: _folder(f"{folder}{name}/", pages)} for name in deeper)]
