"""Entries held to the text that was hashed, and everything that was derived from them held to the entries."""

import re

from inspector.model.problems import CannotComplete
from inspector.model.register import Entry
from inspector.register import tree
from inspector.register.checking.work import Work
from inspector.register.entries import canonical, entry_of
from inspector.register.notes import TIME
from inspector.register.store import rows

HEX = re.compile(r"[0-9a-f]{64}")
Beside = tuple[list[tuple[int, int]], list[tuple[int, int, str, str]]]


def entries(work: Work) -> None:
    """Each entry: its place, its text in the one form, its hash, its columns, the clock, what it speaks of."""
    about: list[tuple[int, ...]] = []
    files: list[tuple[object, ...]] = []
    for place, row in enumerate(work.register.raw_rows()):
        if row.index != place:
            work.wrong("register-entry", f"entry {place} is missing: the next one there is {row.index}")
        entry = _entry(work, row)
        work.leaves.append(tree.leaf(row.text.encode()))
        if row.leaf != work.leaves[-1]:
            work.wrong("register-entry", f"entry {row.index}: the hash beside it is not that of its text")
        work.times.append(entry.entered_at if entry else "")
        if entry is None:
            continue
        _clock(work, entry)
        work.named |= {one.sha256 for one in entry.contents}
        both = rows.beside(entry)
        about += [(one["number"], one["of"]) for one in both[0]]
        files += [(one["number"], one["place"], one["name"], one["sha256"]) for one in both[1]]
    work.node = tree.of_leaves(work.leaves)
    if list(work.register.raw_about()) != sorted(about):
        work.wrong("register-entry", "the table of what entries are about is not what the entries say")
    if list(work.register.raw_files()) != files:
        work.wrong("register-entry", "the table of the contents of entries is not what the entries say")


def _entry(work: Work, row: rows.Row) -> Entry | None:
    try:
        entry = entry_of(row.text)
    except CannotComplete:
        work.wrong(
            "register-entry",
            f"entry {row.index} is none that this version knows: it was changed, or a newer one wrote it",
        )
        return None
    if canonical(entry) != row.text:
        work.wrong("register-entry", f"entry {row.index} is not in the form in which entries are written")
    if entry.index != row.index:
        work.wrong("register-entry", f"entry {row.index} says that it is entry {entry.index}")
    for name, expected in rows.columns(entry).items():
        if row.columns[name] != expected:
            work.wrong("register-entry", f"entry {row.index}: the column {name} is not what its text says")
    if any(not 0 <= of < row.index for of in entry.about):
        work.wrong("register-entry", f"entry {row.index} speaks of an entry that was not there yet")
    return entry


def _clock(work: Work, entry: Entry) -> None:
    before = next((one for one in reversed(work.times[:-1]) if one), "")
    if not TIME.fullmatch(entry.entered_at) or entry.entered_at < before:
        work.wrong(
            "register-clock", f"entry {entry.index} was made at {entry.entered_at}, before an earlier one ({before})"
        )


def tree_nodes(work: Work) -> None:
    """The tree as it is kept: every whole subtree, each with its hash, and nothing else."""
    expected: dict[tuple[int, int], bytes] = {}
    for size, one in enumerate(work.leaves):
        for level, place, hash_ in tree.grown(size, one, lambda level, place: expected[level, place]):
            expected[level, place] = hash_
    there = 0
    for level, place, hash_ in work.register.raw_nodes():
        there += 1
        if expected.get((level, place)) != hash_:
            work.wrong("register-tree", f"the hash {place} of level {level} is not that of the entries below it")
    if there != len(expected):
        work.wrong(
            "register-tree", f"the tree has {there} hashes, and {len(expected)} belong to {len(work.leaves)} entries"
        )


def contents(work: Work) -> None:
    """Each content: what its hash says, named by an entry; and each that an entry names is there."""
    there: set[str] = set()
    for sha256, data in work.register.raw_contents():
        there.add(sha256)
        if data is None:
            work.wrong("register-content", f"the content {sha256[:16]}… is no longer what its hash says")
        if sha256 not in work.named:
            work.wrong("register-content", f"no entry names the content {sha256[:16]}…")
    for missing in sorted(work.named - there):
        work.wrong("register-content", f"the content {missing[:16]}… is missing")
