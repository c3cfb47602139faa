"""`bundle add` and `bundle new` read files by a framework: its own words are understood, and none is taken for one of ours."""

import csv
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from inspector.cli import _run

STATION = Path(__file__).parents[1] / "framework" / "fire" / "station"
ROWS = [
    ("v1", "2026-01-01", "2026-01-31", "crews", "kit", "The pump is too slow to prime."),
    ("v2", "2026-01-01", "2026-01-31", "partner", "water", "Nobody told us that the water would be off."),
    ("v3", "2026-02-01", "2026-02-28", "crews", "shifts", "There are too few of us at night."),
    ("v4", "2026-02-01", "2026-02-28", "partner", "water", "The hydrant is hidden by the hedge."),
]


@pytest.fixture(autouse=True)
def unasked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("INSPECTOR_FRAMEWORK", raising=False)


@pytest.fixture
def station(tmp_path: Path) -> Path:
    """The station, with a word that is but a letter away from one of ours and counts as none."""
    folder = Path(shutil.copytree(STATION, tmp_path / "station"))
    file = folder / "framework.yaml"
    text = file.read_text(encoding="utf-8")
    changed = text.replace("{id: householders, title: householders}", "{id: partner, title: those who trained with us}")
    assert changed != text
    file.write_text(changed, encoding="utf-8")
    for rest in (folder / "fields.yaml", *folder.glob("rules/*.yaml"), *folder.glob("tests/*.yaml")):
        rest.write_text(rest.read_text(encoding="utf-8").replace("householders", "partner"), encoding="utf-8")
    return folder


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    folder = tmp_path / "raw"
    folder.mkdir()
    with (folder / "voice.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("id", "period_start", "period_end", "group", "theme", "said"), *ROWS])
    return folder


def run(*words: Any) -> int:
    return _run([*map(str, words)])


def groups_mapped(bundle: Path) -> dict[str, str]:
    (resource,) = json.loads((bundle / "datapackage.json").read_text(encoding="utf-8"))["resources"]
    found: dict[str, str] = resource.get("mapping", {}).get("values", {}).get("group", {})
    return found


@pytest.mark.parametrize("way", ["option", "variable"])
@pytest.mark.parametrize("command", ["add", "new"])
def test_own_words_are_read_as_they_stand(
    command: str, way: str, station: Path, raw: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = ["--framework", station] if way == "option" else []
    if way == "variable":
        monkeypatch.setenv("INSPECTOR_FRAMEWORK", str(station))
    bundle = tmp_path / "b"
    if command == "add":
        assert run("bundle", "new", bundle, "--authority", "A", "--from", "2026-01-01", "--to", "2026-02-28") == 0
        assert run("bundle", "add", raw / "voice.csv", "--bundle", bundle, "--yes", *said) == 0
    else:
        period = ["--from", "2026-01-01", "--to", "2026-02-28"]
        assert run("bundle", "new", bundle, "--from", raw, *period, "--authority", "A", "--yes", *said) == 0
    assert groups_mapped(bundle) == {}
    assert run("check", bundle, "--framework", station) == 0


def test_the_commands_that_are_named_next_name_the_framework(
    station: Path, raw: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bundle, period = tmp_path / "b", ["--from", "2026-01-01", "--to", "2026-02-28"]
    assert (
        run("bundle", "new", bundle, "--from", raw, *period, "--authority", "A", "--yes", "--framework", station) == 0
    )
    assert f"inspector check {bundle} --framework {station}, then" in capsys.readouterr().out


def test_without_the_framework_it_is_named_before_a_likeness(
    raw: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bundle, file = tmp_path / "b", raw / "voice.csv"
    file.write_text(file.read_text(encoding="utf-8").replace("partner", "householders"), encoding="utf-8")
    assert run("bundle", "new", bundle, "--authority", "A", "--from", "2026-01-01", "--to", "2026-02-28") == 0
    assert run("bundle", "add", file, "--bundle", bundle) == 2
    told = capsys.readouterr().err
    hint = "munro has no words of its own for group: if these are another framework's, name it with --framework."
    assert told.index(hint) < told.index("This would do it")
    assert "group: crews=CODE" in told
    assert "crews=carers" not in told


def test_a_word_of_the_framework_may_be_said_of_another(station: Path, raw: Path, tmp_path: Path) -> None:
    file = raw / "voice.csv"
    file.write_text(file.read_text(encoding="utf-8").replace("crews", "the watch"), encoding="utf-8")
    bundle, codes = tmp_path / "b", ["--codes", "group: the watch=crews"]
    assert run("bundle", "new", bundle, "--authority", "A", "--from", "2026-01-01", "--to", "2026-02-28") == 0
    assert run("bundle", "add", file, "--bundle", bundle, *codes) == 2
    assert run("bundle", "add", file, "--bundle", bundle, *codes, "--framework", station) == 0
    assert groups_mapped(bundle) == {"the watch": "crews"}
