"""`-o` never names what is read, and what it names is there whole or as it was."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from inspector.cli import _run
from tests.bundle.builder import build

Capture = pytest.CaptureFixture[str]
ROOT = Path(__file__).parents[2]
SERIES = "series,period,value\n" + "".join(f"calls,2024-{month:02}-01,{20 + month % 3}\n" for month in range(1, 13))
FRAMEWORK = ROOT / "frameworks" / "patient-safety-learning"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("read")
    build(folder).rename(folder / "b")
    shutil.copytree(folder / "b", folder / "earlier")
    shutil.make_archive(str(folder / "packed"), "zip", folder / "b")
    shutil.copytree(FRAMEWORK, folder / "rules")
    (folder / "f.csv").write_text(SERIES, encoding="utf-8")
    (folder / "key").write_bytes(b"k" * 32)
    assert _run(["assess", str(folder / "b"), "--format", "json", "-o", str(folder / "result.json")]) == 0
    return folder


@pytest.fixture
def here(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(made, tmp_path / "here")
    monkeypatch.chdir(tmp_path / "here")
    return tmp_path / "here"


def everything(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


OVER = [
    "check b -o b/indicators.csv", "check b -o b/new.txt --format csv", "check b -o b/datapackage.json",
    "check b -o ./b/../b/new",
    "check packed.zip -o packed.zip --format json", "check b/indicators.csv -o b/indicators.csv",
    "check b --pseudonymise --key-file key -o key", "check b -o b/new.xlsx --format xlsx",
    "assess b -o b/datapackage.json", "assess packed.zip -o packed.zip --format html",
    "assess b --earlier earlier -o earlier/indicators.csv", "assess b --earlier packed.zip -o packed.zip",
    "assess b --framework rules -o rules/framework.yaml", "assess b --framework rules/framework.yaml -o rules/framework.yaml",
    "assess b --pseudonymise --key-file key -o key", "contrast b -o b/new.json --format json",
    "show b a1 -o b/new.json --format json", "contrast b --framework rules -o rules/x",
    "contrast b --pseudonymise --key-file key -o key", "trend f.csv --pseudonymise --key-file key -o key",
    "trend f.csv -o f.csv", "trend f.csv -o ./b/../f.csv --format json", "report result.json -o result.json",
]  # fmt: skip


@pytest.mark.parametrize("words", OVER)
def test_nothing_is_written_over_what_is_read(words: str, here: Path, capsys: Capture) -> None:
    before = everything(here)
    assert _run(words.split()) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "read" in told.err
    assert "Name another place" in told.err
    assert everything(here) == before


@pytest.mark.parametrize(
    "words", ["check b", "assess b --format html", "contrast b", "trend f.csv", "report result.json"]
)
@pytest.mark.parametrize("place", ["b", "nowhere/out", "f.csv/out"])
def test_places_that_cannot_be(words: str, place: str, here: Path) -> None:
    before = everything(here)
    assert _run([*words.split(), "-o", place]) == 2
    assert everything(here) == before


@pytest.mark.parametrize(
    "words", ["check b", "assess b --format html", "contrast b", "trend f.csv", "report result.json"]
)
def test_where_the_disk_is_full_what_was_there_stays(
    words: str, here: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    (here / "out").write_text("before", encoding="utf-8")
    before = everything(here)
    monkeypatch.setattr(os, "fsync", full)
    assert _run([*words.split(), "-o", "out"]) == 2
    assert "No space left on device" in capsys.readouterr().err
    assert everything(here) == before


@pytest.mark.parametrize("words", ["check b", "trend f.csv", "report result.json"])
def test_links_in_a_circle_are_no_place(words: str, here: Path, capsys: Capture) -> None:
    (here / "circle").symlink_to("circle")
    assert _run([*words.split(), "-o", "circle"]) == 2
    assert "links lead in a circle" in capsys.readouterr().err
    assert (here / "circle").is_symlink()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no FIFOs here")
def test_a_pipe_that_nobody_reads_is_not_waited_for(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setattr("inspector.writing.straight._BETWEEN", 0)
    os.mkfifo(here / "pipe")
    assert _run(["trend", "f.csv", "-o", "pipe"]) == 2
    assert "a pipe that nobody reads from" in capsys.readouterr().err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no FIFOs here")
def test_a_pipe_that_is_read_is_written_to(here: Path) -> None:
    os.mkfifo(here / "pipe")
    reader = subprocess.Popen(["cat", "pipe"], cwd=here, stdout=subprocess.PIPE)
    assert _run(["trend", "f.csv", "-o", "pipe"]) == 0
    assert b"calls" in reader.communicate()[0]


def test_a_bundle_with_a_file_whose_link_leads_in_a_circle_is_not_sealed(here: Path, capsys: Capture) -> None:
    (here / "b" / "indicators.csv").unlink()
    (here / "b" / "indicators.csv").symlink_to("indicators.csv")
    assert _run(["bundle", "seal", "b"]) == 2
    assert "indicators.csv: error [no-such-file]" in capsys.readouterr().err


def test_a_link_stays_and_its_file_is_written(here: Path) -> None:
    (here / "reports").mkdir()
    (here / "latest.txt").symlink_to("reports/one.txt")
    assert _run(["trend", "f.csv", "-o", "latest.txt"]) == 0
    assert (here / "latest.txt").is_symlink()
    assert "calls" in (here / "reports" / "one.txt").read_text(encoding="utf-8")


ADD = "import sys\nfrom inspector.cli import main\nmain(sys.argv[1:])\n"
VOICE = "id,period_start,period_end,group,theme,said\nv1,2025-01-01,2025-03-31,children,calls,Please call.\n"


def started(*words: str, at: Path) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-c", ADD, *words], cwd=at, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )


def test_all_that_are_added_at_once_land(here: Path) -> None:
    import json

    for n in range(6):
        (here / f"v{n}.csv").write_text(VOICE, encoding="utf-8")
    (here / "again").mkdir()
    (here / "again" / "v0.csv").write_text(VOICE.replace("v1", "v2"), encoding="utf-8")
    running = [started("bundle", "add", f"v{n}.csv", "--bundle", "b", "--kind", "voice", at=here) for n in range(6)]
    sealing = started("bundle", "seal", "b", at=here)
    twin = started("bundle", "add", "again/v0.csv", "--bundle", "b", "--kind", "voice", at=here)
    told = [process.communicate()[1].decode() for process in [*running, sealing, twin]]
    codes = [process.returncode for process in running]
    assert sorted([codes[0], twin.returncode]) == [0, 2], told
    assert codes[1:] == [0] * 5, told
    assert sealing.returncode == 0, told
    paths = [one["path"] for one in json.loads((here / "b" / "datapackage.json").read_text("utf-8"))["resources"]]
    assert {f"v{n}.csv" for n in range(6)} <= set(paths)
    assert len(paths) == len(set(paths))
    assert not [path.name for path in (here / "b").rglob("*") if path.name.endswith(".part")]


def test_of_several_bundles_made_at_once_in_one_place_one_is_made(tmp_path: Path) -> None:
    words = ("--from", "2024-01-01", "--to", "2025-12-31")
    running = [started("bundle", "new", "n", "--authority", f"X{n}", *words, at=tmp_path) for n in range(3)]
    for process in running:
        process.communicate()
    assert sorted(process.returncode for process in running) == [0, 2, 2]
    assert [path.name for path in tmp_path.iterdir()] == ["n"]


def test_who_waits_too_long_is_told(here: Path, capsys: Capture) -> None:
    from inspector.writing.turns import held

    before = everything(here)
    with held(here / "b", 0):
        assert _run(["--limit", "waiting-seconds=1", "bundle", "seal", "b"]) == 2
    assert "[in-use]" in capsys.readouterr().err
    assert everything(here) == before


@pytest.mark.parametrize("what", ["pipe", "/dev/zero", "folder", "line\nbreak.csv", b"not-utf8-\xff.csv"])
def test_what_cannot_be_added(what: str | bytes, here: Path, capsys: Capture) -> None:
    os.mkfifo(here / "pipe")
    (here / "folder").mkdir()
    name = os.fsdecode(what)
    if "csv" in name:
        try:
            Path(name).write_text(VOICE, encoding="utf-8")
        except OSError:
            pytest.skip("no file can have this name here")
    before = everything(here / "b")
    assert _run(["bundle", "add", name, "--bundle", "b", "--kind", "voice"]) == 2
    assert "Inspector's own" not in capsys.readouterr().err
    assert everything(here / "b") == before


@pytest.mark.parametrize(
    "words", [["--authority", os.fsdecode(b"\xff")], ["--authority", "X", "--name", os.fsdecode(b"\xff")]]
)
def test_what_no_manifest_can_hold(words: list[str], tmp_path: Path, capsys: Capture) -> None:
    period = ["--from", "2024-01-01", "--to", "2025-12-31"]
    assert _run(["bundle", "new", str(tmp_path / "n"), *period, *words]) == 2
    assert "[manifest]" in capsys.readouterr().err
    assert not (tmp_path / "n").exists()
