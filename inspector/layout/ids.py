"""Ids of indicators made from their titles."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from inspector.layout.wide_table import NameLine, Role

LONGEST = 80


def id_of(title: str) -> str:
    """A title as lower-case words of letters and digits joined by hyphens; `indicator` where it has none."""
    plain = unicodedata.normalize("NFKD", title.replace("%", " ").replace("£", " ")).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:LONGEST].strip("-") or "indicator"


def full(title: str, group: str) -> str:
    """The title of the figures of one team or area."""
    return f"{title}, {group}" if group else title


def with_ids(lines: Iterable[NameLine]) -> tuple[NameLine, ...]:
    """The lines each with the id of its indicator, one for a title and group; one that stands again is another indicator.

    An id that a line has already stays.
    """
    every = list(lines)
    known: dict[tuple[str, str, int], str] = {}
    counts: Counter[tuple[str, str, Role]] = Counter()
    taken = {one.id for one in every if one.id}
    made = []
    for one in every:
        if one.id:
            made.append(one)
            continue
        title, group = one.title.lower(), one.group.lower()
        counts[title, group, one.role] += 1
        key = (title, group, counts[title, group, one.role])
        if key not in known:
            known[key] = _free(id_of(full(one.title, one.group)), taken)
            taken.add(known[key])
        made.append(replace(one, id=known[key]))
    return tuple(made)


def _free(wanted: str, taken: set[str]) -> str:
    if wanted not in taken:
        return wanted
    return next(name for n in range(2, len(taken) + 3) if (name := f"{wanted}-{n}") not in taken)
