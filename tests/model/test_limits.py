"""One table of limits: in the code, on its page, and raised by its name."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from inspector.cli import _run
from inspector.model import limits

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def as_they_are() -> Iterator[None]:
    yield
    limits.use([])


def test_the_page_is_the_table() -> None:
    page = (ROOT / "docs" / "limits.md").read_text(encoding="utf-8")
    told = re.findall(r"^\| `([a-z-]+)` \| ([0-9,]+) (.+?) \| (.+?) \|$", page, re.MULTILINE)
    assert told == [(one.name, f"{one.most:,}", one.unit, one.bounds) for one in limits.LIMITS.values()]


def test_every_limit_is_asked_for_somewhere() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "inspector").rglob("*.py"))
    asked = set(re.findall(r'"([a-z-]+)"', code.replace((ROOT / "inspector/model/limits.py").read_text(), "")))
    assert set(limits.LIMITS) <= asked


def test_explain_tells_them_as_they_are_in_this_run(capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(["--limit", "json-depth=7", "explain", "limits"]) == 0
    lines = dict(line.split(maxsplit=1) for line in capsys.readouterr().out.splitlines())
    assert lines["json-depth"] == "7 levels in a JSON file"
    assert set(lines) == set(limits.LIMITS)


@pytest.mark.parametrize(
    ("limit", "name", "text"),
    [
        ("json-bytes", "x.json", "[" + " " * 200 + "]"),
        ("line-bytes", "x.csv", "A\n" + "x" * 200 + "\n"),
        ("table-columns", "x.csv", "A" + ",b" * 200 + "\n"),
        ("file-bytes", "x.csv", "A\n" + "x\n" * 200),
    ],
)
def test_a_raised_limit_is_raised(
    limit: str, name: str, text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The refusal says how the limit is raised, and raised it no longer refuses."""
    (tmp_path / name).write_text(text)
    new = ["bundle", "new", str(tmp_path / "b"), "--authority", "A", "--from", "2025-01-01", "--to", "2025-12-31"]
    add = ["bundle", "add", str(tmp_path / name), "--bundle", str(tmp_path / "b"), "--kind", "voice"]
    assert _run(new) == 0
    capsys.readouterr()
    assert _run(["--limit", f"{limit}=150", *add]) == 2
    assert f"--limit {limit}=" in capsys.readouterr().err
    limits.use([])
    _run(add)
    assert f"--limit {limit}=" not in "".join(capsys.readouterr())
