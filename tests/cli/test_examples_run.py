"""The examples in the help of the commands: every command has one, and all of them run, one after the other."""

import json
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from inspector import cli
from inspector.cli import _run, inspector
from inspector.cli._examples import EXAMPLES
from tests.bundle.builder import build

ROOT = Path(__file__).parents[2]
SMALL = {
    "change": [
        {"do": "replace", "file": "improvement-log.csv", "find": "a1,", "by": "t001,"},
        {"do": "replace", "file": "improvement-log.csv", "find": ",a1,", "by": ",t001,"},
    ],
    "manifest": [{"at": "authority", "to": "Harrowmere Hospitals NHS Foundation Trust"}],
}
"""A bundle of a few rows, with the entry and the authority that the examples name: what they find in it is not the point."""
STAYS = frozenset({"serve"})
"""Commands that do not end by themselves: their own tests run them."""


def commands(of: click.Command, path: str = "") -> Iterator[tuple[str, click.Command]]:
    """Every command with its words, groups left out."""
    if not isinstance(of, click.Group):
        yield path, of
        return
    context = click.Context(of)
    for name in of.list_commands(context):
        found = of.get_command(context, name)
        assert found is not None
        yield from commands(found, f"{path} {name}".strip())


ALL = dict(commands(inspector))


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("examples")
    for name in ("our-bundle", "earlier-bundle"):
        build(folder, SMALL).rename(folder / name)
    for name in ("our-framework", "earlier-framework"):
        shutil.copytree(ROOT / "tests" / "frameworks" / "tiny", folder / name)
    changed = folder / "our-framework" / "rules" / "rules.yaml"
    changed.write_text(
        changed.read_text(encoding="utf-8").replace("things were tried", "tests were made"), encoding="utf-8"
    )
    manifest = folder / "our-bundle" / "datapackage.json"
    agrees = {**json.loads(manifest.read_bytes()), "learning": {"ask": "the improvement team"}}
    manifest.write_text(json.dumps(agrees), encoding="utf-8")
    small = build(folder / "small")
    shutil.copy(small / "improvement-log.csv", folder / "log.csv")
    shutil.copy(small / "indicators.csv", folder / "figures.csv")
    return folder


def before(path: str, command: str, folder: Path) -> str:
    """What whoever follows the examples has done by then; the command with what stands in capitals filled in."""
    if path == "visit record":
        shutil.copytree(folder / "our-visit" / "sheets" / "round-1", folder / "filled")
    if path == "visit merge":
        shutil.copytree(folder / "our-visit", folder / "copy-of-our-visit")
    if "FINDING" in command:
        command = command.replace("FINDING", json.loads((folder / "result.json").read_bytes())["findings"][0]["id"])
    return command.replace(" effect ", " readers ") if path == "visit judge" else command


@pytest.mark.parametrize("path", ALL)
def test_the_help_of_every_command_has_an_example(path: str) -> None:
    assert path in EXAMPLES, "write one in inspector/cli/_examples.py"
    said = ALL[path].get_help(click.Context(ALL[path]))
    for example in EXAMPLES[path]:
        assert example in said
    assert any(shlex.split(example)[1:][: len(path.split())] == path.split() for example in EXAMPLES[path])


def test_no_example_is_of_a_command_that_is_gone() -> None:
    assert set(EXAMPLES) == set(ALL)


@pytest.mark.usefixtures("once")
def test_the_examples_run(scratch: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """In their order, each from where the one before it ended; by a framework of few rules, which is quicker."""
    monkeypatch.chdir(scratch)
    monkeypatch.setenv("HOME", str(scratch / "home"))
    monkeypatch.setenv("SHELL", "/bin/bash")
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "ZDOTDIR"):
        monkeypatch.delenv(name, raising=False)
    failed = {}
    for path in EXAMPLES:
        monkeypatch.setenv("INSPECTOR_FRAMEWORK", "munro" if path == "explain" else str(scratch / "our-framework"))
        for example in EXAMPLES[path] if path.split()[0] not in STAYS else ():
            code = _run(shlex.split(before(path, example, scratch))[1:])
            told = capsys.readouterr()
            if code != 0 or not (told.out + told.err or " -o " in example):
                failed[example] = (code, told.err[-300:])
    assert failed == {}, "\n".join(map(repr, failed.items()))


def test_the_command_alone_says_what_to_do_first(capsys: pytest.CaptureFixture[str]) -> None:
    assert _run([]) == 0
    said = capsys.readouterr().out
    assert said == f"{cli.FIRST}\n"
    assert max(map(len, said.splitlines())) <= 80
    assert len(said.splitlines()) <= 23
    named = [shlex.split(line.partition("   ")[0])[1] for line in said.splitlines() if line.startswith("  inspector ")]
    assert set(named) <= set(cli.COMMANDS)
    assert {"bundle", "check", "assess", "simulate", "explain", "completion"} == set(named)
