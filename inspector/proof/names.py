"""Names of files for sheets: of what a person or team is called, as every file system takes it, no two alike."""

import re
import unicodedata
from collections.abc import Iterable

LONGEST = 40
_APOSTROPHES = re.compile("['’‘`´]")
_OTHER = re.compile(r"[^a-z0-9]+")
_TAKEN = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
"""Names that Windows keeps for devices."""


def file_names(whose: Iterable[str]) -> dict[str, str]:
    """A name of a file, without its ending, for each; the same for the same names in the same order."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for whom in whose:
        name = base = _plain(whom)
        number = 1
        while name in taken:
            number += 1
            name = f"{base}-{number}"
        taken.add(name)
        found[whom] = name
    return found


def _plain(text: str) -> str:
    bare = _APOSTROPHES.sub("", text)
    letters = unicodedata.normalize("NFKD", bare).encode("ascii", "ignore").decode().lower()
    name = _OTHER.sub("-", letters).strip("-")[:LONGEST].strip("-") or "sheet"
    return f"{name}-sheet" if name in _TAKEN else name
