"""`register check` finds what was changed: rows on both databases, bytes of the file, and what only somebody outside can know."""

import random
import shutil
from pathlib import Path

import pytest
import yaml

from inspector.model.problems import CannotComplete
from inspector.register import heads, keys, receipts
from inspector.register.book import opened
from tests.register.written import checked, draft, rules, write

CHANGES = yaml.safe_load((Path(__file__).parent / "changes.yaml").read_text(encoding="utf-8"))
LAST = (
    "DELETE FROM register_entries WHERE number = 5", "DELETE FROM register_files WHERE number = 5",
    "DELETE FROM register_nodes WHERE level = 0 AND place = 5", "DELETE FROM register_nodes WHERE level = 1 AND place = 2",
    "DELETE FROM register_checkpoints WHERE size = 6", "DELETE FROM register_signatures WHERE size = 6",
)  # fmt: skip
"""What has to go so that the last entry never was."""


@pytest.fixture
def signer(tmp_path: Path) -> keys.Signer:
    return keys.new(tmp_path / "r.key")


def do(place: str, *statements: str) -> None:
    with opened(place) as register, register.base.writing() as at:
        for one in statements:
            at.exec_driver_sql(one)


def cut_off(place: str) -> None:
    """Take the last entry away, with everything that belongs to it."""
    with opened(place) as register:
        lost = [one.sha256 for one in register.entry(5).contents]
        kept = {one.sha256 for entry in register.entries(last=4) for one in entry.contents}
    do(place, *LAST, *(f"DELETE FROM register_contents WHERE sha256 = '{one}'" for one in lost if one not in kept))


def test_all_is_well(place: str, signer: keys.Signer) -> None:
    write(place, signer)
    found = checked(place, signer)
    assert (found.findings, found.notes) == ((), ())
    assert (found.entries, found.checkpoints) == (6, 6)


def test_each_change_of_a_row_is_found(place: str, signer: keys.Signer) -> None:
    write(place, signer)
    with opened(place) as register:
        # SQLite has them all; a server, where a check asks more slowly, some of each table.
        for case in CHANGES if register.base.sqlite else CHANGES[::6]:
            statements = [case["does"]] if isinstance(case["does"], str) else case["does"]
            with register.base.writing() as at:
                at.exec_driver_sql("SAVEPOINT before")
                changed = sum(at.exec_driver_sql(one).rowcount for one in statements)
                assert changed > 0, case
                assert case["found"] in rules(within(register, signer)), case
                at.exec_driver_sql("ROLLBACK TO SAVEPOINT before")
    # What is taken back leaves the file in another form.
    assert rules(checked(place, signer)) <= {"register-file"}


def within(register, signer: keys.Signer):
    """The check inside of a transaction that is taken back afterwards."""
    from contextlib import nullcontext
    from unittest.mock import patch

    from inspector.register.checking.whole import check

    with patch.object(type(register), "snapshot", lambda _: nullcontext()):
        return check(register, signer.of, signer.path)


def test_what_is_cut_off_whole_is_known_beside_the_key_or_to_whoever_has_a_receipt(
    on_sqlite: str, signer: keys.Signer, tmp_path: Path
) -> None:
    write(on_sqlite, signer)
    held = tmp_path / "receipt.json"
    with opened(on_sqlite) as register:
        held.write_text(receipts.written(register.receipt(5)), encoding="utf-8")
    before = tmp_path / "earlier.json"
    with opened(on_sqlite) as register:
        before.write_text(receipts.written(register.receipt(1)), encoding="utf-8")
    cut_off(on_sqlite)
    assert rules(checked(on_sqlite, signer)) - {"register-file"} == {"register-behind"}
    heads.path_of(signer.path).unlink()
    assert "cut off" in " ".join(checked(on_sqlite, signer).notes)
    # What is deleted from an SQLite file leaves traces in it; whoever copies the rows into a new one leaves none.
    assert rules(checked(on_sqlite, signer)) <= {"register-file"}
    assert rules(checked(on_sqlite, signer, held)) - {"register-file"} == {"register-receipt"}
    assert rules(checked(on_sqlite, signer, before)) <= {"register-file"}


def test_nothing_is_signed_over_what_was_cut_off(on_sqlite: str, signer: keys.Signer) -> None:
    write(on_sqlite, signer)
    cut_off(on_sqlite)
    with opened(on_sqlite) as register, pytest.raises(CannotComplete) as refused:
        register.append([draft(5)], signer, now="2025-12-01T00:00:00Z")
    assert refused.value.problems[0].rule == "register-behind"


def test_a_register_made_anew_with_the_same_key_is_found_by_receipts(
    on_sqlite: str, signer: keys.Signer, tmp_path: Path
) -> None:
    write(on_sqlite, signer)
    held = tmp_path / "receipt.json"
    with opened(on_sqlite) as register:
        held.write_text(receipts.written(register.receipt(5)), encoding="utf-8")
    heads.path_of(signer.path).unlink()
    (tmp_path / "other.key").unlink()
    (tmp_path / "other.pub").unlink()
    anew = str(tmp_path / "anew.db")
    with opened(anew, make=True) as register:
        for number in (0, 2, 1, 3, 4, 5):
            register.append([draft(number)], signer, now="2025-09-01T00:00:00Z")
    assert checked(anew, signer).findings == ()
    assert rules(checked(anew, signer, held)) == {"register-receipt"}


def test_a_register_made_anew_with_another_key_is_found_by_the_public_one(tmp_path: Path, signer: keys.Signer) -> None:
    forger = keys.new(tmp_path / "forged.key", signer.origin)
    write(str(tmp_path / "forged.db"), forger)
    found = checked(str(tmp_path / "forged.db"), None)
    assert found.findings == ()
    assert any("--public" in one for one in found.notes)
    assert "wrong-register-key" in rules(checked(str(tmp_path / "forged.db"), forger, outside=signer.of))


def test_any_byte_of_the_file(on_sqlite: str, signer: keys.Signer) -> None:
    write(on_sqlite, signer)
    path, draw = Path(on_sqlite), random.Random(17)
    good = path.read_bytes()
    places = [0, 18, 24, 27, 43, 71, 92, 99, len(good) - 1, *(draw.randrange(len(good)) for _ in range(8))]
    for at in places:
        path.write_bytes(good[:at] + bytes([good[at] ^ (1 << draw.randrange(8))]) + good[at + 1 :])
        try:
            found = rules(checked(on_sqlite, signer))
        except CannotComplete as failure:
            found = {one.rule for one in failure.problems}
        assert found, at
    for changed in (good[:-1], good[:-4096], good + bytes(4096), good[:4096], good + b"x"):
        path.write_bytes(changed)
        try:
            found = rules(checked(on_sqlite, signer))
        except CannotComplete as failure:
            found = {one.rule for one in failure.problems}
        assert found, len(changed)


def test_bytes_that_no_row_uses_are_told_without_a_head_as_far_as_they_can_be(
    on_sqlite: str, signer: keys.Signer
) -> None:
    write(on_sqlite, signer)
    path = Path(on_sqlite)
    good = path.read_bytes()
    # Before the first cell of a page of an index, where SQLite may leave rubbish, and of one of rows.
    index, of_rows = (before_the_cells(good, kind) for kind in (10, 13))
    path.write_bytes(good[:index] + b"x" + good[index + 1 :])
    assert rules(checked(on_sqlite, signer)) == {"register-file"}
    heads.path_of(signer.path).unlink()
    found = checked(on_sqlite, signer)
    assert found.findings == ()
    assert any("no entry uses" in one for one in found.notes)
    for at in (75, of_rows):
        path.write_bytes(good[:at] + b"x" + good[at + 1 :])
        assert rules(checked(on_sqlite, signer)) == {"register-file"}


def before_the_cells(data: bytes, kind: int) -> int:
    """The byte before the first cell of the first page of that kind, in a gap that is there."""
    for start in range(4096, len(data), 4096):
        content = int.from_bytes(data[start + 5 : start + 7], "big")
        if data[start] == kind and content < 4096 and not any(data[start + content - 40 : start + content]):
            return start + content - 1
    raise AssertionError("no such page")


def test_a_register_of_no_entries_and_one_that_was_moved(on_sqlite: str, signer: keys.Signer, tmp_path: Path) -> None:
    with opened(on_sqlite, make=True):
        pass
    assert checked(on_sqlite, signer).entries == 0
    write(on_sqlite, signer)
    shutil.copy(on_sqlite, tmp_path / "copy.db")
    assert checked(str(tmp_path / "copy.db"), signer).findings == ()
