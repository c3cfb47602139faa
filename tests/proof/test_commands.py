"""`inspector visit record`, `status`, `judge`, `answer` and `merge`, as cases that an inspector reads."""

import csv
import io
import re
import shlex
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from inspector.cli import _run
from inspector.proof.appending import appending
from inspector.proof.folder import Visit, load
from tests.proof import making
from tests.proof.recorded import draft, says, write

CASES = yaml.safe_load((Path(__file__).parent / "commands.yaml").read_text(encoding="utf-8"))
Capture = pytest.CaptureFixture[str]
STANDINGS = (("stream", "showing"), ("learning", "doing"))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A visit, a copy of it in which Ben recorded that the first month was not seen, and his records of another visit."""
    folder = tmp_path_factory.mktemp("visits")
    making.visit(folder / "VISIT", standings=STANDINGS)
    shutil.copytree(folder / "VISIT", folder / "BEN")
    by_ben(making.visit(folder / "FOREIGN", authority="Elsewhere", standings=STANDINGS))
    by_ben(load(folder / "BEN"))
    return folder


def by_ben(where: Visit) -> None:
    with appending(where.folder, "Ben", where.plan.seal) as file:
        write(file, where, [draft(next(iter(where.drawn)), "not-seen")])


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_case(
    case: dict[str, Any], made: Path, tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = shutil.copytree(made, tmp_path / "here")
    for command, *typed in case.get("before", ()):
        run(command, typed[0] if typed else (), folder, monkeypatch)
    spoil(folder / "VISIT", case)
    capsys.readouterr()
    assert run(case["run"], case.get("typed", ()), folder, monkeypatch) == case.get("exit", 0)
    printed = capsys.readouterr()
    told = " ".join((printed.out + printed.err).split())
    all_said(case.get("says", ()), told)
    assert run("status VISIT", (), folder, monkeypatch) in (0, 2)
    after = capsys.readouterr().out
    all_said(case.get("after", ()), " ".join(after.split()))
    assert [word for word in case.get("not", ()) if word in printed.out + printed.err + after] == []
    records = "".join(path.read_text(encoding="utf-8") for path in (folder / "VISIT" / "records").glob("*.jsonl"))
    assert [word for word in case.get("records", ()) if word not in records] == []


def all_said(wanted: Sequence[str], told: str) -> None:
    assert [one for one in wanted if filled(str(one)) not in told] == [], told


def run(command: str, typed: Sequence[str], folder: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    places = {name: str(folder / name) for name in ("VISIT", "BEN", "FOREIGN", "NOWHERE")}
    places |= {"KEY": KEYS["month 1"], "LONG": "x" * 10_001}
    monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{filled(line)}\n" for line in typed)))
    return _run(["visit", *(places.get(word, word) for word in shlex.split(command))])


def spoil(where: Path, case: dict[str, Any]) -> None:
    """What happens to a file of the visit meanwhile."""
    if change := case.get("alter"):
        path = next(where.glob(change["file"].replace("ben", "ben*")))
        text = path.read_text(encoding="utf-8")
        assert change["from"] in text
        path.write_text(text.replace(change["from"], change["to"]), encoding="utf-8", newline="\n")
    if cut := case.get("cut"):
        path = where / cut["file"]
        path.write_bytes(path.read_bytes()[: -cut["bytes"]])


LABELS = {
    "Counted": "numerator",
    "Out of": "denominator",
    "First tried on": "tested_on",
    "What was decided": "decision",
}


def fill(sheet: Path, seen: Sequence[str], who: str) -> None:
    """Fill in a sheet as its rows are written, with what was seen of each."""
    with sheet.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    for row, word in zip(rows, seen, strict=True):
        row |= {"Seen?": word, "Looked at by": who, "Looked on": "5.3.2026", "Note": "Mason was there"}
        row |= {label: says(row["Key"]).get(LABELS.get(label, ""), text) for label, text in row.items()}
    with sheet.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, rows[0])
        writer.writeheader()
        writer.writerows(rows)


def test_filled_sheets_are_taken_in_once(
    made: Path, tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two sheets, filled in by two people; one row of each cannot be taken, the others are, and once only."""
    folder = shutil.copytree(made, tmp_path / "here")
    assert run("sheets VISIT --format csv", (), folder, monkeypatch) == 0
    sheets = folder / "VISIT" / "sheets" / "round-1"
    fill(sheets / "performance-team.csv", ["seen"] * 7 + ["", "x"], "Ann Cole")
    fill(sheets / "duty-desk.csv", ["not seen", "could not look", "maybe"], "Ben")
    capsys.readouterr()
    assert run(f"record VISIT {shlex.quote(str(sheets))}", (), folder, monkeypatch) == 1
    printed = capsys.readouterr()
    assert {"Ann Cole: 7 rows recorded.", "Ben: 2 rows recorded."} <= set(printed.out.splitlines())
    assert printed.err.count("[sheet-answer]") == 2
    assert "Mason" not in printed.out + printed.err
    assert run(f"record VISIT {shlex.quote(str(sheets))}", (), folder, monkeypatch) == 1
    assert "7 rows were recorded before in the same words." in capsys.readouterr().out
    fill(sheets / "duty-desk.csv", ["seen", "could not look", ""], "Ben")
    assert run(f"record VISIT {shlex.quote(str(sheets))}", (), folder, monkeypatch) == 1
    assert capsys.readouterr().err.count("[recorded-before]") == 1
    assert run(f"record VISIT {shlex.quote(str(sheets))} --correct improvement-log-79", (), folder, monkeypatch) == 1
    assert "[recorded-before]" not in capsys.readouterr().err
    assert run("status VISIT", (), folder, monkeypatch) == 0
    all_said(
        [
            "7 looked at, none of them wrong",
            "Ann Cole: 7 entries",
            "Ben: 3 entries",
            "improvement-log-79, by Ben: was not seen, now seen",
        ],
        capsys.readouterr().out,
    )


KEYS = {
    f"month {place}": key
    for place, key in enumerate(
        making.drawn(making.plan(making.frame()), making.frame(), {"reviews-on-time": 9}).rows, 1
    )
}  # fmt: skip


def filled(text: str) -> str:
    """`{month 1}` is its key; `{numerator}` what the first month says."""
    words = KEYS | says(KEYS["month 1"])
    return re.sub(r"\{([a-z0-9 ]+)\}", lambda found: words[found[1]], text)
