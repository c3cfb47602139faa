"""Private values like nothing else, sent through every list, sort of table, damage, command and format: none comes out.

Births and names are looked for always, ids where they are to be replaced; each in every spelling that people write.
"""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from inspector.bundle.check.telling import Telling
from inspector.privacy.gate import Gate
from tests.privacy import outputs, pasted
from tests.privacy.sentinels import DAMAGE, Grid, Sentinels, as_csv, one_list

BIRTHS = (date.isoformat, lambda day: f"{day:%d/%m/%Y}", lambda day: f"{day.day} {day:%B} {day.year}")
NEW = ["bundle", "new", "--authority", "Nowhere", "--from", "2025-01-01", "--to", "2025-12-31"]


def lists(folder: Path, damage: str) -> Sentinels:
    """Lists 1 to 11 as CSV, all with that damage; how births are written changes from damage to damage."""
    secret = Sentinels()
    birth = BIRTHS[list(DAMAGE).index(damage) % len(BIRTHS)]
    folder.mkdir()
    for number in range(1, 12):
        (folder / f"list_{number}.csv").write_text(
            as_csv(DAMAGE[damage](one_list(number, secret, birth))), encoding="utf-8"
        )
    return secret


def leaks(secret: Sentinels, found: object, *, ids: bool) -> list[str]:
    """Where what came out, said in words."""
    spellings = secret.spellings(ids=ids)
    return [f"{name}: {seen}" for name, text in found if (seen := outputs.seen(text, spellings))]  # type: ignore[attr-defined]


@pytest.mark.parametrize("damage", DAMAGE)
def test_no_list_lets_a_value_out(damage: str, tmp_path: Path) -> None:
    secret = lists(tmp_path / "lists", damage)
    for ids in (False, True):
        assert leaks(secret, outputs.checks(outputs.read(tmp_path / "lists", ids=ids)), ids=ids) == []


@pytest.mark.parametrize("damage", DAMAGE)
def test_no_table_comment_code_or_link_lets_a_value_out(damage: str, tmp_path: Path) -> None:
    secret = pasted.bundle(tmp_path / "bundle", damage)
    for ids in (False, True):
        found = [*outputs.checks(outputs.read(tmp_path / "bundle", ids=ids))]
        assert leaks(secret, found[1:2] if damage != "sound" else found, ids=ids) == []


@pytest.mark.parametrize("damage", ["sound", "id and worker swapped", "rows shifted left"])
def test_no_verdict_lets_a_value_out(damage: str, tmp_path: Path) -> None:
    secret = pasted.bundle(tmp_path / "bundle", damage)
    for ids in (False, True):
        assert leaks(secret, outputs.verdicts(tmp_path / "bundle", ids=ids), ids=ids) == []
    assert leaks(secret, outputs.door(tmp_path / "bundle", ids=ids), ids=ids) == []


@pytest.mark.parametrize("damage", ["every row twice", "no headings", "birth and gender swapped"])
def test_nothing_that_is_packed_lets_a_value_out(damage: str, tmp_path: Path) -> None:
    secret = pasted.bundle(tmp_path / "new", damage)
    pasted.bundle(tmp_path / "old", "sound")
    outputs.command([*NEW[:2], str(tmp_path / "empty"), *NEW[2:]])
    files = [tmp_path / "new" / name for name in ("list_8.csv", "visits.csv", "lists.xlsx")]
    for ids in (False, True):
        found = outputs.packing(tmp_path / "new", tmp_path / "old", files, tmp_path / "empty", ids=ids)
        assert leaks(secret, found, ids=ids) == []


@pytest.mark.parametrize("damage", ["every row twice", "birth and gender swapped"])
def test_nothing_that_is_made_of_a_folder_lets_a_value_out(damage: str, tmp_path: Path) -> None:
    secret = pasted.bundle(tmp_path / "new", damage)
    (tmp_path / "new" / "datapackage.json").unlink()
    assert leaks(secret, outputs.gathering(tmp_path / "new", tmp_path / "made"), ids=False) == []


def test_the_command_line_itself(tmp_path: Path) -> None:
    secret = lists(tmp_path / "lists", "id and birth swapped")
    words = ["check", str(tmp_path / "lists"), "--all", "--pseudonymise"]
    ran = subprocess.run([sys.executable, "-m", "inspector", *words], capture_output=True, text=True, check=False)
    assert "no-such-date" in ran.stdout
    assert leaks(secret, [("check", ran.stdout + ran.stderr)], ids=True) == []


def test_without_the_gate_all_of_this_would_be_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def as_it_is(_: Telling, __: str, ___: object, values: list[str | None]) -> list[str | None]:
        return list(values)

    for name in ("cells", "parts", "keys", "evidence"):
        monkeypatch.setattr(Telling, name, as_it_is)
    monkeypatch.setattr(Telling, "private", lambda *_: False)
    monkeypatch.setattr(Gate, "remark", lambda _, remark: remark)
    monkeypatch.setattr(Gate, "evidence", lambda _, value: value)
    secret = pasted.bundle(tmp_path / "bundle", "birth and gender swapped")
    told = leaks(secret, outputs.checks(outputs.read(tmp_path / "bundle", ids=True)), ids=True)
    assert len(told) == 7
    # Ids are replaced in the tables that are judged, before the gate; what comments say of them is not.
    judged = leaks(secret, outputs.verdicts(tmp_path / "bundle", ids=False), ids=True)
    assert any(line.startswith("assess html") for line in judged)


def test_what_is_innocent_is_still_told(tmp_path: Path) -> None:
    """A gate that hides everything would pass all of the above."""
    secret = Sentinels()
    grid: Grid = one_list(3, secret)
    at = {heading: place for place, heading in enumerate(grid[0])}
    grid[1][at["Gender"]] = "Mal"
    grid[2][at["Date of referral"]] = "31/02/2025"
    grid[3][at["Number of Referrals in Last 12 Months"]] = "twelve"
    grid[4][at["Date of referral"]] = "5 Mar 25"
    folder = tmp_path / "lists"
    folder.mkdir()
    (folder / "list_3.csv").write_text(as_csv(grid), encoding="utf-8")
    text = outputs.checks(outputs.read(folder, ids=False))
    said = next(out for name, out in text if name == "check text")
    assert "'Mal' is not a known code" in said
    assert "'31/02/2025' is a day that does not exist" in said
    assert "'5 Mar 25' is read as 2025-03-05" in said
