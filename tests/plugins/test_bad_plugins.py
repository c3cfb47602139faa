"""A plugin that is not as it should be: one located message that names it, exit code 2, never a bare traceback."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

import inspector
from inspector.cli import _run
from tests.conftest import ROOT
from tests.plugins import good
from tests.plugins.conftest import Plug, write_plugin

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "bad.yaml").read_text(encoding="utf-8"))
TINY = ROOT / "tests" / "frameworks" / "tiny"
TEXTS = {
    "SIGNAL": good.SIGNAL,
    "PROBE": good.PROBE,
    "LINT": good.LINT,
    "FRAMEWORK": (TINY / "framework.yaml").read_text(encoding="utf-8"),
}


def written(folder: Path, case: dict[str, Any]) -> Path:
    files = {path: TEXTS.get(text, text) for path, text in case.get("files", {}).items()}
    for before, after in case.get("change", {}).items():
        (path,) = [path for path, text in files.items() if before in text]
        files[path] = files[path].replace(before, after)
    return write_plugin(folder, case["points"], files)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(
    case: dict[str, Any], plug: Plug, tmp_path: Path, examples: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plug(written(tmp_path / "site", case))
    places = {"BUNDLE": str(examples / "harrowmere"), "TINY": str(TINY)}
    code = _run([places.get(word, word) for word in case["words"]])
    out, err = capsys.readouterr()
    assert code == 2, out + err
    assert out == ""
    assert "Traceback" not in err
    for words in case["told"]:
        assert words in err


@pytest.mark.parametrize("kind", ["signal", "probe", "lint"])
def test_the_good_ones_that_the_cases_change_are_good(
    kind: str, plug: Plug, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    id = {"signal": "word-count", "probe": "odd-words", "lint": "long-words"}[kind]
    text = {"signal": good.SIGNAL, "probe": good.PROBE, "lint": good.LINT}[kind]
    plug(write_plugin(tmp_path / "site", f"[inspector.{kind}s]\n{id} = good_one\n", {"good_one.py": text}))
    assert _run(["plugins"]) == 0
    assert capsys.readouterr().out == f"bad-plugin 1.0: {kind}/{id}\n"


def test_debug_shows_what_the_plugin_raised(
    plug: Plug, tmp_path: Path, examples: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = good.SIGNAL.replace("    n = len(evidence.log)", "    n = 1 / 0")
    plug(write_plugin(tmp_path / "site", "[inspector.signals]\nword-count = bad_one\n", {"bad_one.py": text}))
    assert _run(["--debug", "assess", str(examples / "harrowmere")]) == 2
    err = capsys.readouterr().err
    assert "[plugin-failed]" in err
    assert "bad_one.py" in err
    assert "ZeroDivisionError: division by zero" in err.splitlines()[-1]


def test_everything_wrong_is_listed_at_once(plug: Plug, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    points = (
        "[inspector.signals]\nword-count = good_one\nbad-signal = bad_missing\n"
        "[inspector.probes]\nheaping = good_one\n[inspector.frameworks]\nours = bad_missing\n"
    )
    plug(write_plugin(tmp_path / "site", points, {"good_one.py": good.SIGNAL}))
    assert _run(["plugins"]) == 2
    out, err = capsys.readouterr()
    assert out == "bad-plugin 1.0: signal/word-count\n"
    assert [line.partition("] ")[0].rpartition("[")[2] for line in err.splitlines()] == [
        "plugin-broken",
        "plugin-id",
        "plugin-contract",
    ]


def test_what_a_problem_of_a_plugin_means_can_be_asked_while_it_is_there(
    plug: Plug, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plug(write_plugin(tmp_path / "site", "[inspector.signals]\nBad = nothing\n", {}))
    assert _run(["explain", "plugin-id"]) == 0
    assert capsys.readouterr().out.startswith("plugin-id (problem of a plugin)\n\nThe id of a plugin")


def test_a_broken_plugin_can_be_left_out(
    plug: Plug, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    plug(write_plugin(tmp_path / "site", "[inspector.signals]\nBad = nothing\n", {}))
    monkeypatch.setenv("INSPECTOR_PLUGINS", "none")
    assert _run(["plugins"]) == 0
    assert capsys.readouterr().out == "All plugins are left out: INSPECTOR_PLUGINS=none.\n"
    monkeypatch.setenv("INSPECTOR_PLUGINS", "some")
    assert _run(["plugins"]) == 2
    assert "[plugin-switch] 'some' is not understood" in capsys.readouterr().err


def test_a_framework_that_nobody_asks_for_stops_nothing(
    plug: Plug, tmp_path: Path, examples: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plug(write_plugin(tmp_path / "site", "[inspector.frameworks]\nours = bad_missing\n", {}))
    assert _run(["assess", str(examples / "published-figures"), "--framework", str(TINY)]) == 0
    assert "plugin" not in capsys.readouterr().out


def test_packages_that_have_nothing_to_do_with_inspector_are_left_alone(
    plug: Plug, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = tmp_path / "site"
    write_plugin(site, "[console_scripts]\nthis is = no = entry point\n", {}, "broken-and-unrelated")
    write_plugin(site, "[inspector.panels]\nanything = at.all\n", {}, "of-another-project")
    write_plugin(site, "", {}, "unreadable")
    (site / "unreadable-1.0.dist-info" / "entry_points.txt").write_bytes(b"\xff[inspector.signals]\nx = y\n")
    plug(site)
    assert _run(["plugins"]) == 0
    assert capsys.readouterr().out == "No plugins are installed.\n"


def test_a_package_that_lies_twice_on_the_path_counts_once(
    plug: Plug, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for folder in ("later", "first"):
        points = "[inspector.signals]\nword-count = good_one\n"
        plug(write_plugin(tmp_path / folder, points, {"good_one.py": good.SIGNAL}))
    assert _run(["plugins"]) == 0
    assert capsys.readouterr().out == "bad-plugin 1.0: signal/word-count\n"


def test_what_a_plugin_prints_does_not_stand_in_the_result(
    plug: Plug, tmp_path: Path, examples: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = good.SIGNAL.replace("    n = len(evidence.log)", "    print('hello')\n    n = len(evidence.log)")
    plug(write_plugin(tmp_path / "site", "[inspector.signals]\nword-count = loud_one\n", {"loud_one.py": text}))
    assert _run(["assess", str(examples / "harrowmere"), "--format", "json"]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out)["plugins"][0]["name"] == "bad-plugin"
    assert "hello" in err


def test_somebody_who_stops_the_work_is_heard(plug: Plug, tmp_path: Path, examples: Path) -> None:
    text = good.SIGNAL.replace("    n = len(evidence.log)", "    raise KeyboardInterrupt")
    plug(write_plugin(tmp_path / "site", "[inspector.signals]\nword-count = stopped_one\n", {"stopped_one.py": text}))
    with pytest.raises(KeyboardInterrupt):
        inspector.assess(examples / "harrowmere")
