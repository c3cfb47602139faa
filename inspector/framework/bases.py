"""The framework that a variant is built on: `extends: munro@0.3`, found by its id or at a path from the variant's own folder."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from inspector.framework import checked_name, find, listing, ranges
from inspector.framework.documents import EXTENDS
from inspector.framework.files import is_one
from inspector.framework.yaml_source import Document
from inspector.model.limits import most, raise_it, words
from inspector.model.problems import CannotComplete, Problem, Where
from inspector.model.problems import shown as quoted
from inspector.model.remarks import did_you_mean, error
from inspector.model.rules import Framework

KEY = EXTENDS
LIMIT = "framework-bases"
FORM = "the id of a framework and its versions, as munro@0.3 or munro@>=0.3,<0.5; or a path from here, as ../ours@1.2"
Read = Callable[[Path, tuple[Path, ...]], Framework]


class Asked(NamedTuple):
    """What `extends` says: the name, which versions of it, and the whole as it is written."""

    name: str
    within: ranges.Range
    text: str


def of(folder: Path, main: Document, above: tuple[Path, ...], read: Read) -> tuple[Framework, Asked] | None:
    """The base of a framework, and what was asked for; None where it extends none. `above` are the folders that led here.

    Raises CannotComplete where there is no such framework, of no such version, where it cannot be read, or leads back here.
    """
    if not isinstance(main.value, dict) or KEY not in main.value:
        return None
    where = main.where(KEY)
    asked = _asked(main.value[KEY], where)
    place = _place(folder, asked, where)
    led = (*above, folder.resolve())
    if place.resolve() in led:
        raise _refused(
            "extends-cycle", where, f"{asked.name} is built on this framework itself, or is it", "another base"
        )
    if len(led) > most(LIMIT):
        raise _refused("extends-cycle", where, f"there are more than {words(LIMIT)}", fix=raise_it(LIMIT))
    base = _read(place, led, asked, where, read)
    if base.id == main.value["id"]:
        raise _refused("extends-same-id", main.where("id"), f"{base.id} is the id of its base", "an id of its own")
    if not ranges.holds(base.version, asked.within):
        message = f"{asked.text} is asked for, and the {base.id} that is here has the version {base.version}"
        raise _refused(
            "extends-version",
            where,
            message,
            fix=f"read what changed, and if it suits, ask for {base.id}@{base.version}",
        )
    return base, asked


def _asked(text: object, where: Where) -> Asked:
    name, sign, versions = str(text).rpartition("@")
    within = ranges.read(versions) if sign else None
    if within is None or not name.strip():
        raise _refused(
            "extends-form", where, f"{quoted(str(text))} does not say which versions of which framework", FORM
        )
    return Asked(name.strip(), within, str(text))


def _place(folder: Path, asked: Asked, where: Where) -> Path:
    name = asked.name
    if "\\" in name or name.startswith(("/", "~")) or name[1:2] == ":":
        message = f"{quoted(name)} is a path of one machine"
        raise _refused(
            "extends-form", where, message, "a path from the folder of this framework, with / between its parts"
        )
    if "/" in name or name.startswith("."):
        if is_one(folder / name):
            return _short(folder / name)
        raise _refused(
            "extends-missing", where, f"there is no framework in {quoted(name)}", "a folder with framework.yaml"
        )
    if name in listing():
        return find(name)
    known = listing()
    message = f"no framework {quoted(name)} is shipped or installed"
    fix = did_you_mean(name, known) or "install the package that brings it, or give its path from here, as ../ours@1.2"
    raise _refused("extends-missing", where, message, f"one of {', '.join(known)}, or a path", fix)


def _short(path: Path) -> Path:
    """Without `..`, as messages name files; as it is where a link would make that another place."""
    short = Path(os.path.normpath(path))
    return short if short.resolve() == path.resolve() else path


def _read(place: Path, led: tuple[Path, ...], asked: Asked, where: Where, read: Read) -> Framework:
    try:
        base = read(place, led)
        return checked_name(asked.name, base) if asked.name in listing() else base
    except CannotComplete as failure:
        first, more = failure.problems[0], len(failure.problems) - 1
        if first.rule.startswith("extends-") and more == 0:
            raise
        counted = f", and {more} more" if more else ""
        message = f"its base cannot be read: {first.where}: {first.message}{counted}"
        raise _refused("extends-base", where, message, fix=f"`inspector framework check {place.as_posix()}`") from None


def _refused(rule: str, where: Where, message: str, expected: str = "", fix: str = "") -> CannotComplete:
    problems: list[Problem] = [error(rule, where, message, expected, fix)]
    return CannotComplete(problems)
