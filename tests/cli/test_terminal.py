"""What is shown where: width, colour and characters by what standard output is and by what the environment asks for."""

import codecs
import contextvars
import io
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from inspector.cli import _fold, _streams, _terminal
from inspector.cli._output import write_lines
from inspector.report import lines
from inspector.report.screen.lines import Span
from inspector.report.screen.look import Look
from tests.cli.test_watching import ROOT, read_all

EXAMPLE = ROOT / "evidence" / "examples" / "published-figures"


class Stream(io.StringIO):
    """A standard output of that encoding, which may be a terminal."""

    def __init__(self, encoding: str, *, terminal: bool) -> None:
        super().__init__()
        self.named, self.terminal = encoding, terminal

    @property
    def encoding(self) -> str:  # type: ignore[override]
        return self.named

    def isatty(self) -> bool:
        return self.terminal


@pytest.fixture
def stream(monkeypatch: pytest.MonkeyPatch) -> Any:
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "TERM", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)

    def put(encoding: str = "utf-8", *, terminal: bool = True, **env: str) -> None:
        monkeypatch.setattr(sys, "stdout", Stream(encoding, terminal=terminal))
        for name, value in env.items():
            monkeypatch.setenv(name, value)

    return put


@pytest.mark.parametrize(("env", "terminal", "colour"), [
    ({}, True, True), ({}, False, False), ({"NO_COLOR": "1"}, True, False), ({"NO_COLOR": ""}, True, True),
    ({"FORCE_COLOR": "1"}, False, True), ({"FORCE_COLOR": "0"}, False, False), ({"CLICOLOR_FORCE": "1"}, False, True),
    ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, True, False), ({"TERM": "dumb"}, True, False),
    ({"TERM": "dumb", "FORCE_COLOR": "1"}, True, True), ({"CLICOLOR": "0"}, True, False),
], ids=str)  # fmt: skip
def test_colour(env: dict[str, str], terminal: bool, colour: bool, stream: Any) -> None:
    stream(terminal=terminal, **env)
    assert _terminal.look(None).colour is colour
    assert _terminal.look(Path("x.txt")) == Look()


@pytest.mark.parametrize(("encoding", "has"), [
    ("utf-8", True), ("UTF8", True), ("cp1252", False), ("latin-1", False), ("ascii", False), ("plain-ascii", False),
])  # fmt: skip
def test_characters(encoding: str, has: bool, stream: Any) -> None:
    stream(encoding)
    assert _terminal.look(None).unicode is has


@pytest.mark.parametrize(("columns", "screen"), [(20, 40), (40, 40), (79, 79), (100, 100), (120, 120), (300, 120)])
def test_width(columns: int, screen: int, stream: Any) -> None:
    stream(COLUMNS=str(columns))
    assert _terminal.look(None).screen == screen
    assert _terminal.look(None).full(110) == max(40, columns)
    stream(terminal=False)
    assert (_terminal.look(None).screen, _terminal.look(None).full(110)) == (80, 110)


def test_texts_are_laid_out_as_they_will_be_shown(stream: Any) -> None:
    codecs.register_error("plain", _streams._plain)
    stream("latin-1")
    made = {"one": ["“Ł” é", 1], "two": None}
    assert _terminal.as_shown(made, None) == {"one": ['"\\u0141" é', 1], "two": None}
    assert _terminal.as_shown(made, Path("x")) == made
    stream("utf-8")
    assert _terminal.as_shown(made, None) is made


@pytest.mark.parametrize(("words", "terminal", "at"), [
    (["margin", "b"], True, 60), (["margin", "b", "-o", "x"], True, 110), (["margin", "b", "--output=x"], True, 110),
    (["margin", "b"], False, 110),
])  # fmt: skip
def test_other_text_is_folded_for_a_narrow_terminal(words: list[str], terminal: bool, at: int, stream: Any) -> None:
    stream(terminal=terminal, COLUMNS="60")

    def width() -> int:
        _fold(words)
        return lines.width()

    assert contextvars.copy_context().run(width) == at
    assert lines.width() == lines.WIDTH


def test_a_wide_terminal_widens_nothing(stream: Any) -> None:
    stream(COLUMNS="300")

    def width() -> int:
        _fold(["margin"])
        return lines.width()

    assert contextvars.copy_context().run(width) == lines.WIDTH


def test_no_page_where_nobody_turns_it(stream: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Stream("utf-8", terminal=True))
    stream(LINES="30")
    assert _terminal.pages(30)
    assert not _terminal.pages(29)
    stream(TERM="dumb")
    assert not _terminal.pages(1000)
    stream(terminal=False)
    assert not _terminal.pages(1000)


def test_colours_are_ours_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", _streams._Words(raw, encoding="utf-8"))
    shown: Any = [(Span("\x1b[31mred", "strong"), Span(" plain")), (), (Span("", "bad"), Span("end", "dim"))]
    write_lines(shown, None, Look(80, colour=True))
    sys.stdout.flush()
    assert raw.getvalue() == b"\x1b[1m\\x1b[31mred\x1b[0m plain\n\n\x1b[2mend\x1b[0m\n"


def on_a_terminal(words: list[str], **env: str) -> bytes:
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    known = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "COLUMNS")}
    with subprocess.Popen(
        [sys.executable, "-m", "inspector", *words], stdin=theirs, stdout=theirs, stderr=subprocess.PIPE, cwd=ROOT,
        env={**known, "TERM": "xterm", **env},
    ) as process:  # fmt: skip
        os.close(theirs)
        shown = read_all(ours)
    assert process.returncode == 0
    return shown.replace(b"\r\n", b"\n")


def test_on_a_terminal_one_screen_has_colour_and_the_whole_goes_through_the_pager(tmp_path: Path) -> None:
    shown = on_a_terminal(["assess", str(EXAMPLE)], COLUMNS="100").decode()
    assert shown.count("\n") == 23
    assert shown.startswith("\x1b[1mBlackpool\x1b[0m, ")
    pager = tmp_path / "pager"
    pager.write_text(
        f"#!{sys.executable}\nimport sys\nprint('PAGED', len(sys.stdin.read().splitlines()) > 300)\n", encoding="utf-8"
    )
    pager.chmod(0o755)
    assert on_a_terminal(["assess", str(EXAMPLE), "--full"], PAGER=str(pager)).decode() == "PAGED True\n"


def test_a_pager_that_cannot_be_understood_loses_nothing() -> None:
    shown = on_a_terminal(["assess", str(EXAMPLE), "--full"], PAGER="less 'of a quote").decode()
    assert "\nVERDICT: " in shown
    assert shown.count("\n") > 300


@pytest.mark.parametrize(
    ("wanted", "usable"), [(None, True), ("less -R", True), ("", False), (" ", False), ('"', False)]
)
def test_a_pager_is_a_command_or_none_is_wanted(
    wanted: str | None, usable: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PAGER", raising=False)
    if wanted is not None:
        monkeypatch.setenv("PAGER", wanted)
    assert _terminal.pager_usable() is usable
