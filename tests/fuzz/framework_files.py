"""Frameworks as strangers might send them: shown, explained, linted and run on their cases, or refused with the place."""

import json
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import yaml

from inspector import framework as frameworks
from inspector.model.problems import CannotComplete
from inspector.report import framework as told
from inspector.report.explained import NothingCalled, explained
from inspector.report.workbench import junit, sarif, shown
from inspector.rules import vocabulary
from inspector.rules.compile import compile_entry
from inspector.workbench.check import checked
from tests.fuzz.damage import some_bytes, some_values
from tests.fuzz.fuzzer import Broken, Files, Fuzzer, located, refused

ROOT = Path(__file__).parents[2]
TINY, MUNRO = ROOT / "tests" / "frameworks" / "tiny", ROOT / "frameworks" / "munro"
PARTS = ("candour", "stream")
"""The rule files of the larger one that a case has one of."""
VALUES: tuple[Any, ...] = (
    ">= 1", ">= ", "< -1", "== 9999999999999999", ">= 0.0000001", "!= true", "$pace.count", "$move.indicator", "$x",
    "{pace.count}", "{a.b}", "{", "gradual-gain", "doing", "lasting", "2024-02-30", "munro", "somebody-tried", "list-3",
    "list-12", "<= 45", 45, "cases", "filled", "submission", [">= 1", 2, True], ["a"] * 300, {"signal": ["trajectory"]},
    {"count": {}, "is": {}},
    {"signal": "trajectory"}, {"finding": "somebody-tried"}, {"theme": "trying"}, {"probe": "benford"}, {"verdict-basis": True},
    {"count": {"signal": "trajectory"}, "is": ">= 1"},
    {"share": {"signal": "trajectory"}, "of": {"signal": "trajectory"}, "is": ">= 0.5"},
)  # fmt: skip
"""What has a meaning somewhere in a framework."""
SNIPPETS = (
    "!!python/object:os.system ", "!t ", "&a ", "*a", "<<: ", "? ", "[" * 40, "{" * 900, "- " * 40, "\t", "%TAG ! tag:x,2000:\n",
    "---\n", "...\n", "|\n", ">-\n", '"\\e"', '"\\u202e"', "9" * 5000, "1.0e+400", ".inf", ".nan", "0o17", "010", "1:30", "no",
    "~", "2024-01-01", "#", "'", '"', ": ", "\x00", "\ufeff", "\u2028", "x" * 30_000,
)  # fmt: skip
"""What means something to a reader of YAML, or more than it should."""


def make(random: Random) -> Files:
    """A framework of a few files, with one or two of them spoilt as values of YAML, as text or as bytes."""
    files = dict(_base(random.choice((None, None, None, None, None, None, None, None, *PARTS))))
    for name in random.sample(sorted(files), k=min(len(files), random.choice((1, 1, 1, 2)))):
        files[name] = _spoilt(random, files[name])
    if random.random() < 0.05:
        other = random.choice(("fields.yaml", "indicators.yaml", "rules/more.yaml", "tests/more.yaml"))
        files[other] = files.pop(random.choice(sorted(files)))
    return {f"f/{name}": data for name, data in files.items()}


def _spoilt(random: Random, data: bytes) -> bytes:
    chance = random.random()
    if chance < 0.8:
        value = yaml.load(data, yaml.CSafeLoader)
        value = some_values(random, value, 1) if random.random() < 0.4 else value
        made = yaml.dump(_with(random, value), Dumper=yaml.CSafeDumper, allow_unicode=random.random() < 0.5)
        return str(made).encode("utf-8", "replace")
    if chance < 0.92:
        text = data.decode()
        for _ in range(random.randint(1, 3)):
            at = random.randrange(len(text) + 1)
            text = text[:at] + random.choice(SNIPPETS) + text[at + random.choice((0, 0, 1, 8)) :]
        return text.encode(random.choice(("utf-8", "utf-8", "utf-8", "utf-16")), "replace")
    return some_bytes(random, data)


def _with(random: Random, value: Any) -> Any:
    """The value with one of its parts replaced by something that has a meaning in a framework."""
    places = list(_leaves(value))
    if places:
        holder, key = random.choice(places)
        holder[key] = random.choice(VALUES)
    return value


def _leaves(value: Any) -> Any:
    if isinstance(value, dict | list):
        for key in value if isinstance(value, dict) else range(len(value)):
            yield value, key
            yield from _leaves(value[key])


@cache
def _base(part: str | None) -> dict[str, bytes]:
    if part is None:
        names = [path.relative_to(TINY).as_posix() for path in TINY.rglob("*.yaml")]
        return {name: (TINY / name).read_bytes() for name in names} | _small()
    names = [f"rules/{part}.yaml", f"tests/{part}-edges.yaml"]
    main = yaml.load((MUNRO / "framework.yaml").read_bytes(), yaml.CSafeLoader)
    # Rows before the last name findings of other files.
    main["verdicts"] = main["verdicts"][-1:]
    return (
        {name: (MUNRO / name).read_bytes() for name in names} | _small() | {"framework.yaml": yaml.dump(main).encode()}
    )


def _small() -> dict[str, bytes]:
    part = "{id: one, title: One, activity: [{kind: improvement-log, scale: [one-team]}]}"
    where = "{contact_source: [1A], date_of_contact: filled}"
    fields = f"- {{id: all, title: All, parts: [{part}]}}\n"
    known = f"- {{id: loans, title: Loans, list: list-1, month_of: date_of_contact, share: {{where: {where}}}}}\n"
    return {"fields.yaml": fields.encode(), "indicators.yaml": known.encode()}


def hold(folder: Path) -> str:
    """`right`, `wrong` (problems in a framework that can be read) or `refused`."""
    try:
        looked = checked([folder / "f"])
    except CannotComplete as failure:
        return refused(failure)
    found = [problem for one in looked for problem in one.problems]
    located(found)
    if any(problem.where.line is None for problem in found):
        raise Broken("a problem without a line")
    for form in ("text", "json", "github"):
        told.remarks(found, form)
    json.loads(sarif.render(found, folder))
    junit.render(looked)
    try:
        framework = frameworks.named(str(folder / "f"))
    except CannotComplete as failure:
        return refused(failure)
    told.text(framework)
    json.loads(shown.to_json(framework))
    for name in [*(rule.id for rule in framework.rules), *(theme.id for theme in framework.themes), "x/y"]:
        try:
            explained(name, framework)
        except NothingCalled:
            continue
    known = vocabulary.extend(framework, vocabulary.base())
    for holder in (*framework.rules, *framework.verdicts):
        try:
            compile_entry(holder, known)
        except CannotComplete as failure:
            refused(failure)
    return "wrong" if any(problem.level == "error" for problem in found) else "right"


FUZZER = Fuzzer("framework_files", make, hold, in_suite=75)
