"""What a register keeps, on both databases: entries whole or not at all, in their order, with proofs that hold."""

import sqlite3

import pytest

from inspector.model.problems import CannotComplete
from inspector.model.register import CorrectionBody, SubmissionBody
from inspector.register import keys, notes, receipts, tree
from inspector.register.book import Register, opened
from inspector.register.entries import Draft, canonical, entry_of


def submission(number: int, authority: str = "Brackenshire", contents=()) -> Draft:
    body = SubmissionBody(root=f"sha256:{number:064x}", digest="d", period_start="2025-01-01", period_end="2025-03-31")
    return Draft("submission", authority, body, contents=tuple(contents))


@pytest.fixture
def signer(tmp_path):
    return keys.new(tmp_path / "keys" / "r.key") if (tmp_path / "keys").mkdir() is None else None


def refusal(call, *args, **more) -> tuple[str, str]:
    with pytest.raises(CannotComplete) as refused:
        call(*args, **more)
    return refused.value.problems[0].rule, refused.value.problems[0].message


def test_what_was_entered_is_read_again_and_proved(place, signer):
    with opened(place, make=True) as register:
        for number in range(7):
            data = b"x" * 2000 + bytes([number])
            register.append([submission(number, contents=[("held.json", data), ("a", b"short")])], signer)
    with opened(place) as register:
        assert register.size == 7
        assert [one.index for one in register.entries(authority="  BRACKENSHIRE ")] == list(range(7))
        assert register.content_of(register.entry(3), "held.json") == b"x" * 2000 + bytes([3])
        assert register.find(f"sha256:{5:064x}").index == 5
        for index in range(7):
            assert canonical(entry_of(register.text(index))) == register.text(index)
            verified = receipts.verify(register.receipt(index), signer.of)
            assert verified.entry.index == index
        new = register.checkpoint()
        for old in register.checkpoints():
            proof = [bytes.fromhex(one) for one in register.consistency(old.size)]
            assert tree.extends(old.size, bytes.fromhex(old.root), new.size, bytes.fromhex(new.root), proof)


def test_several_at_once_have_one_checkpoint(place, signer):
    with opened(place, make=True) as register:
        register.append([submission(0), submission(1), submission(2, "Harrowmere")], signer)
        assert [one.size for one in register.checkpoints()] == [3]
        assert register.authorities() == [("Brackenshire", 2), ("Harrowmere", 1)]
        leaves = [row.leaf for row in register.raw_rows()]
        assert register.checkpoint().root == tree.root(3, tree.of_leaves(leaves)).hex()


def test_what_fails_changes_nothing(place, signer):
    with opened(place, make=True) as register:
        register.append([submission(0)], signer)
        before = register.checkpoint()

        def guard(_: Register) -> None:
            raise RuntimeError

        with pytest.raises(RuntimeError):
            register.append([submission(1, contents=[("a", b"1")])], signer, guard=guard)
        loose = Draft("correction", "Brackenshire", CorrectionBody(says="x", by="y"), about=(7,))
        assert refusal(register.append, [submission(1), loose], signer)[0] == "no-such-entry"
        assert (register.size, register.checkpoint(), list(register.raw_contents())) == (1, before, [])


def test_time_never_goes_back(place, signer, monkeypatch):
    with opened(place, make=True) as register:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "1760000000")
        register.append([submission(0)], signer)
        register.append([submission(1)], signer)
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "1759999998")
        (behind,) = register.append([submission(2)], signer)
        assert behind.entered_at == "2025-10-09T08:53:20Z"
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "1759999997")
        rule, message = refusal(register.append, [submission(3)], signer)
        assert (rule, register.size) == ("clock-back", 3)
        assert "2025-10-09T08:53:17Z" in message
        assert "2025-10-09T08:53:20Z" in message


def test_another_key_is_refused(place, signer, tmp_path):
    other = keys.new(tmp_path / "other.key")
    with opened(place, make=True) as register:
        register.append([submission(0)], signer)
        assert refusal(register.append, [submission(1)], other)[0] == "wrong-register-key"
        assert register.size == 1


def test_a_signature_and_a_stamp_beside_a_checkpoint(place, signer, tmp_path):
    other = keys.new(tmp_path / "other.key")
    with opened(place, make=True) as register:
        register.append([submission(0)], signer)
        register.append([submission(1)], signer)
        first = register.checkpoint(1)
        register.add_signature(1, other.cosign(first.text, 1760000000))
        register.add_stamp(1, "AAAA")
        register.add_stamp(1, "AAAA")
        assert [one.name for one in register.checkpoint(1).signatures] == [signer.origin, other.origin]
        assert register.receipt(0).stamps == ("AAAA",)
        assert notes.checkpoint(register.receipt(0).checkpoint).size == 1
        assert notes.checkpoint(register.receipt(1).checkpoint).size == 2
        assert refusal(register.add_stamp, 3, "AAAA")[0] == "register-checkpoint"


def test_there_is_none(place):
    with pytest.raises(CannotComplete) as refused, opened(place):
        pass
    assert refused.value.problems[0].rule == "no-such-register"


@pytest.mark.parametrize(
    ("column", "value"), [("entered_at", b"\xff"), ("text", b"\xff"), ("authority", b"\xff"), ("number", 2**40)]
)
def test_a_value_of_another_type_than_its_column_is_damage_and_no_fault(tmp_path, signer, column, value):
    place = str(tmp_path / "register.db")
    with opened(place, make=True) as book:
        book.append([submission(0)], signer)
    with sqlite3.connect(place) as base:
        base.execute(f"update register_entries set {column} = ?", (value,))
    with opened(place) as book, pytest.raises(CannotComplete, match="of another type than its column"):
        assert (book.size, book.last_at, book.names(), book.entries()) == ()


def test_nothing_is_entered_after_an_entry_whose_time_is_none(tmp_path, signer):
    place = str(tmp_path / "register.db")
    with opened(place, make=True) as book:
        book.append([submission(0)], signer)
    with sqlite3.connect(place) as base:
        base.execute("update register_entries set entered_at = 'z'")
    with opened(place) as book:
        assert refusal(book.append, [submission(1)], signer)[0] == "register-damaged"
