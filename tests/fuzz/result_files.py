"""Stored results as strangers might send them: laid out in every format, or refused with the place."""

import copy
import json
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from inspector.model.problems import CannotComplete
from inspector.report import FORMATS, render
from inspector.report.coherent import named
from inspector.report.stored import read
from tests.fuzz.damage import places, some_bytes, some_values
from tests.fuzz.fuzzer import Broken, Files, Fuzzer, refused
from tests.report.results import argued_result

FEW = 3
"""So much of each list is kept, which makes a case small; lists side by side stay of one length."""
VALUES: tuple[Any, ...] = (
    0, 1, 2.0, -1, 10**30, 10**400, 1e308, -1e308, 5e-324, "", "x", "\x1b[31m", "\ud800", "\u202e", "::error::x", "<script>",
    "]]>", "1" * 5000, "{{ 7*7 }}", "{0}", "{x", "%s", "2024-01-01", "20240101", "2024-W01-1", "9999-12-31", "0001-01-01",
    "lasting", "silent", "question", "improvement", True, None, [], [1, 2], ["x"],
)  # fmt: skip


def make(random: Random) -> Files:
    """A result with one to three of its values spoilt: mostly by others of their own type, so that the schema is obeyed."""
    chance = random.random()
    if chance < 0.1:
        return {"r.json": some_bytes(random, _written(_base()))}
    if chance < 0.25:
        return {"r.json": _written(some_values(random, _base()))}
    return {"r.json": _written(_kindly(random, json.loads(_written(_base()))))}


def _kindly(random: Random, value: Any) -> Any:
    for _ in range(random.randint(1, 3)):
        there = list(places(value))
        holder, key = random.choice(there)
        old = holder[key]
        alike = [one for one in VALUES if type(one) is type(old)] or list(VALUES)
        match random.randrange(5):
            case 0 if isinstance(old, list) and old:
                del old[random.randrange(len(old))]
            case 1 if isinstance(old, list) and old:
                old.append(old[random.randrange(len(old))])
            case 2 if isinstance(old, list):
                old.clear()
            case _:
                other = random.choice(alike if random.random() < 0.9 else VALUES)
                holder[key] = old if isinstance(old, list | dict) else other
    return value


def _written(value: Any) -> bytes:
    return json.dumps(value).encode()


@cache
def _base() -> Any:
    made = _cut(argued_result())
    kept = {finding["id"] for finding in made["findings"]}
    facts = {fact["id"] for fact in made["facts"]}
    for theme in made["themes"]:
        theme["findings"] = [name for name in theme["findings"] if name in kept]
    for finding in made["findings"]:
        finding["facts"] = [name for name in finding["facts"] if name in facts]
        finding["builds_on"] = [name for name in finding["builds_on"] if name in kept]
    made["themes"] = copy.deepcopy(argued_result()["themes"])
    for theme in made["themes"]:
        theme["findings"] = [name for name in theme["findings"] if name in kept]
    there = named(made)
    for objection in made["case_against"]:
        objection["refers"] = [one for one in objection["refers"] if one["id"] in there[one["sort"]]]
    return made


def _cut(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _cut(part) for name, part in value.items()}
    return [_cut(part) for part in value[:FEW]] if isinstance(value, list) else value


def hold(folder: Path) -> str:
    """`laid out` in every format, or `refused`."""
    try:
        found = read(folder / "r.json")
    except CannotComplete as failure:
        return refused(failure)
    for form in FORMATS:
        text = render(found, form)
        text.encode("utf-8")
        if any(letter in text for letter in "\x00\x07\x1b\x9b\u202e"):
            raise Broken(f"{form} holds a character that steers a terminal")
    return "laid out"


FUZZER = Fuzzer("result_files", make, hold, in_suite=75)
