"""Text from strangers, in frameworks, bundles, names of files and arguments, steers neither a terminal nor the log of a run.

Every command and format is asked, through the streams that a run has.
"""

import codecs
import io
import json
import re
import shutil
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml

from inspector.cli import _run, _streams

ROOT = Path(__file__).parents[2]
TINY = ROOT / "tests" / "frameworks" / "tiny"
EXAMPLE = ROOT / "evidence" / "examples" / "quiet-improver"
HOSTILE = (
    "x\x1b[2J\x1b]8;;http://evil.example\x07 \x9b31m \u202eevil\u202c \u2028::error::x\n::error::x\n  ::warning file=x::y\r"
    "::error::x ##vso[task.setvariable]x ##[error]x ]]> <script>alert(1)</script> [a](javascript:x) =cmd|' /C calc'!A0"
)
ARGUMENT = HOSTILE.replace("/", "")
COMMAND = re.compile(r"(?m)^\s*::(error|warning)(::x| file=x::)|##vso\[|##\[")
Ran = Callable[..., str]


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> Ran:
    """Runs a command through streams as a run has them, holds what is printed to the law, and gives it."""
    codecs.register_error("plain", _streams._plain)

    def run(*arguments: object, codes: tuple[int, ...] = (0, 1, 2)) -> str:
        out, err = io.BytesIO(), io.BytesIO()
        with monkeypatch.context() as patched:
            for name, raw in (("stdout", out), ("stderr", err)):
                patched.setattr(sys, name, _streams._Words(raw, encoding="utf-8", errors="plain", write_through=True))
            code = _run([str(one) for one in arguments])
            sys.stdout.flush()
            sys.stderr.flush()
            printed, said = out.getvalue().decode(), err.getvalue().decode()
        assert code in codes, said
        lawful(printed.removeprefix("\ufeff").replace("\r\n", "\n") if "csv" in arguments else printed)
        lawful(said)
        return printed

    return run


def lawful(said: str) -> None:
    steering = {c for c in said if c not in "\n\t" and unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp")}
    assert not steering - {"\xad"}, sorted(map(ascii, steering))
    found = COMMAND.search(said)
    assert found is None, said[found.start() - 80 : found.end() + 40]  # type: ignore[union-attr]


def _hostile(value: Any, name: str = "") -> Any:
    if isinstance(value, dict):
        return {key: _hostile(part, key) for key, part in value.items()}
    if isinstance(value, list):
        return [_hostile(part, name) for part in value]
    return (
        f"{value} {HOSTILE}"
        if name in ("title", "question", "asks", "says", "ask", "where", "practice", "name")
        else value
    )


@pytest.fixture
def framework(tmp_path: Path) -> Path:
    folder = Path(shutil.copytree(TINY, tmp_path / "tiny"))
    for name in ("framework.yaml", "rules/rules.yaml"):
        value = yaml.safe_load((folder / name).read_bytes())
        (folder / name).write_text(yaml.safe_dump(_hostile(value), sort_keys=False), encoding="utf-8")
    return folder


def test_a_framework_steers_nothing(framework: Path, ran: Ran) -> None:
    assert "\\x1b[2J" in ran("framework", "show", framework)
    assert json.loads(ran("framework", "show", framework, "--format", "json"))["title"].endswith(HOSTILE)
    for name in ("somebody-tried", "trying", "more-fell-than-rose", HOSTILE):
        ran("explain", name, "--framework", framework)
    rules = framework / "rules" / "rules.yaml"
    rules.write_text(f"- {json.dumps(HOSTILE)}: 1\n  id: {json.dumps(HOSTILE)}\n", encoding="utf-8")
    (framework / "tests" / "cases.yaml").write_text(f"{json.dumps(HOSTILE)}: 2\n", encoding="utf-8")
    for form in ("text", "json", "sarif", "junit"):
        said = ran("framework", "check", framework, "--format", form)
        if form == "junit":
            ElementTree.fromstring(said)


def test_the_annotations_of_a_check_are_ours_alone(framework: Path, ran: Ran) -> None:
    (framework / "rules" / "rules.yaml").write_text(f"- id: {json.dumps(HOSTILE)}\n", encoding="utf-8")
    lines = ran("framework", "check", framework, "--format", "github").splitlines()
    assert lines
    assert all(line.startswith(("::error file=", "::warning file=")) for line in lines)


def test_a_bundle_steers_nothing(tmp_path: Path, ran: Ran) -> None:
    bundle, later = tmp_path / "b\x1b[31m\n::error::x", tmp_path / "later"
    ran("bundle", "new", bundle, "--authority", HOSTILE, "--from", "2024-01-01", "--to", "2024-12-31")
    table = tmp_path / "\u202e\n::error::x\x1b[2J.csv"
    table.write_text(
        f"id,raised_on,{json.dumps(HOSTILE)[1:-1]}\n\x1b[31m,{HOSTILE.splitlines()[0]},x\n", encoding="utf-8"
    )
    ran("bundle", "add", table, "--bundle", bundle, "--kind", "improvement-log", "--yes", "--recorded-by", HOSTILE)
    ran("bundle", "seal", bundle)
    ran("bundle", "verify", bundle)
    shutil.copytree(bundle, later)
    for file in later.glob("*.csv"):
        file.write_bytes(file.read_bytes() + b"\x1b,2,3\n")
    for form in ("text", "json"):
        ran("bundle", "diff", bundle, later, "--format", form)
    ran("bundle", "verify", later)
    for form in ("text", "json", "csv", "sarif", "junit", "html"):
        ran("check", bundle, "--format", form)
    for command in ("assess", "contrast", "manipulability"):
        ran(command, bundle)
    for more in (["--full"], ["--theme", "stream"], ["--theme", HOSTILE], ["--section", "against"]):
        ran("assess", bundle, *more)
    for what in ("\x1b[31m", "improvement-log", f"{table.name}:2", HOSTILE):
        for form in ("text", "json"):
            ran("show", bundle, what, "--format", form)


def test_a_result_and_a_series_steer_nothing(tmp_path: Path, ran: Ran) -> None:
    stored = tmp_path / "r.json"
    ran("assess", EXAMPLE, "--format", "json", "-o", stored)
    found = json.loads(stored.read_text(encoding="utf-8"))
    found["bundle"]["authority"] = found["framework"]["title"] = found["verdict"]["says"] = HOSTILE
    for theme in found["themes"]:
        theme["title"] = theme["says"] = HOSTILE
    stored.write_text(json.dumps(found), encoding="utf-8")
    for form in ("html", "markdown", "oscal", "gsn", "json"):
        said = ran("report", stored, "--format", form, codes=(0,))
        assert form in ("json", "oscal", "gsn", "markdown") or "<script>alert" not in said
    series = tmp_path / "s.csv"
    rows = [f"{json.dumps(HOSTILE)},2024-{month:02}-01,{month}" for month in range(1, 13)]
    series.write_text("series,period,value\n" + "\n".join(rows) + "\n", encoding="utf-8")
    for form in ("text", "json"):
        ran("trend", series, "--format", form)


@pytest.mark.parametrize("command", [
    ["assess"], ["check"], ["contrast"], ["show"], ["manipulability"], ["report"], ["trend"], ["explain"],
    ["framework", "show"], ["framework", "check"], ["framework"], ["bundle"], ["bundle", "verify"], ["bundle", "seal"],
    ["bundle", "diff", "x"], [],
    ["plugins"], ["simulate", "out", "--conduct"], ["simulate", "out", "--game"], ["simulate", "--months"],
    ["assess", "x", "--format"],
    ["assess", "x", "--framework"], ["report", "x", "--language"], ["--limit"], ["assess", "x", "-o"], ["bundle", "add"],
])  # fmt: skip
def test_an_argument_steers_nothing(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ran: Ran
) -> None:
    monkeypatch.chdir(tmp_path)
    for argument in (ARGUMENT, f"--{ARGUMENT}", "a\udcff", "", "x" * 5000):
        ran(*command, argument)


def test_text_goes_to_a_stream_in_one_place() -> None:
    """The bytes beneath a stream are written to by one module, which does so for formats that are safe of themselves."""
    found = set()
    for path in (ROOT / "inspector").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        if re.search(r"\b(stdout|stderr)\.buffer\b|\bos\.write\(|(?<![\w.])print\(", text):
            found.add(path.relative_to(ROOT / "inspector").as_posix())
    # Records of a visit are lines of canonical JSON in a file of its own, never a stream.
    assert found <= {"cli/_output.py", "writing/whole.py", "writing/straight.py", "proof/appending.py"}
