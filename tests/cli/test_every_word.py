"""`explain` has an answer to every word that a command prints in square brackets, and to every rule that the code can say."""

import ast
import re
from pathlib import Path

import pytest

import inspector
from inspector.cli import _run
from inspector.judging import rulebooks
from inspector.report.explained import explained

ROOM = Path(inspector.__file__).parent
EXAMPLES = Path(__file__).parents[2] / "evidence" / "examples"
SAYING = frozenset({"error", "query"})
"""The functions that make a remark; their first argument is its rule."""
BRACKETS = re.compile(r"\[([a-z][a-z0-9]*(?:[-/][a-z0-9-]+)*)\]")
FRAMEWORK = rulebooks.load("munro").framework


def rules_in(text: str) -> set[str]:
    """The rules that a module says, by name: what makes a remark is given one as a literal."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.Call):
            continue
        named = [node.args[0]] if getattr(node.func, "id", None) in SAYING and node.args else []
        named += [word.value for word in node.keywords if word.arg == "rule"]
        found |= {one.value for one in named if isinstance(one, ast.Constant) and isinstance(one.value, str)}
    return found


def test_every_rule_that_the_code_can_say() -> None:
    rules = {rule: path.name for path in ROOM.rglob("*.py") for rule in rules_in(path.read_text(encoding="utf-8"))}
    assert len(rules) > 100
    unknown = {}
    for rule, module in rules.items():
        try:
            assert len(explained(rule, FRAMEWORK)) > len(rule)
        except LookupError:
            unknown[rule] = module
    assert not unknown


@pytest.mark.parametrize("words", [
    ["assess", "--full", str(EXAMPLES / "brackenshire")],
    ["manipulability", str(EXAMPLES / "good-on-paper")],
    ["check", str(EXAMPLES / "published-figures"), "--probes"],
    ["assess", "--full", str(EXAMPLES / "published-figures")],
    ["framework", "show", "munro"], ["assess", "no-such-bundle"], ["trend", "no-such-file.csv"],
], ids=lambda words: " ".join([*words[:-1], Path(words[-1]).name]))  # fmt: skip
def test_every_word_in_brackets_that_a_command_prints(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    _run(words)
    told = capsys.readouterr()
    found = set(BRACKETS.findall(told.out + told.err))
    assert found, "the command prints nothing in brackets, so that this shows nothing"
    for word in found:
        assert explained(word, FRAMEWORK)
