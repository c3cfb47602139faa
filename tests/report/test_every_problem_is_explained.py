"""Every id that the code gives to a problem has a text in `inspector explain`: the sources are read, not a list of ours."""

import ast
from collections.abc import Iterator
from pathlib import Path

import inspector
from inspector.report import other_problems
from inspector.report.explained import explained
from tests.inspected import rulebook

MAKERS = {
    "error",
    "query",
    "_error",
    "_remark",
    "refuse",
    "refused",
    "Mistake",
    "_cannot",
    "remark",
    "_reason",
    "wrong",
}
ROOT = Path(inspector.__file__).parent


def ids() -> Iterator[str]:
    """What stands first in a call that makes a problem, or a reason of `inspector manipulability`."""
    for file in ROOT.rglob("*.py"):
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(call, ast.Call):
                continue
            name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
            given = [one.value for one in call.keywords if one.arg == "rule"]
            given += call.args[:2] if name == "_cannot" else call.args[:1] if name in MAKERS else []
            for one in given:
                if isinstance(one, ast.Constant) and isinstance(one.value, str) and " " not in one.value:
                    yield one.value


def test_every_id_has_a_text() -> None:
    framework = rulebook("munro").framework
    found = set(ids())
    assert {"not-a-period", "unknown-alias", "result-unknown", "wrong-hash", "stakes-attached"} <= found
    for name in sorted(found):
        assert explained(name, framework).startswith(name), name


def test_no_text_is_of_nothing() -> None:
    # `structure` is what a framework's problems are called where nothing else is said, `waiver` what all of waivers are.
    assert set(other_problems.ids()) - {"structure", "waiver"} <= set(ids())
