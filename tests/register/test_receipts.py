"""A receipt holds as it was given, and no byte of it can say something else; checkpoints continue each other or do not."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from inspector.cli import inspector
from inspector.model.problems import CannotComplete
from inspector.register import cosigning, growth, keys, notes, receipts
from inspector.register.book import opened
from tests.register.written import CO_SIGNED, draft, write


@pytest.fixture
def signer(tmp_path: Path) -> keys.Signer:
    return keys.new(tmp_path / "r.key")


def refusal(call, *given, **more) -> str:
    with pytest.raises(CannotComplete) as refused:
        call(*given, **more)
    return refused.value.problems[0].rule


@pytest.fixture
def place(tmp_path: Path, signer: keys.Signer) -> str:
    write(str(tmp_path / "r.db"), signer)
    return str(tmp_path / "r.db")


def test_a_receipt_says_who_signed_and_stamped(place: str, signer: keys.Signer, tmp_path: Path) -> None:
    other = keys.public(tmp_path / "other.pub")
    with opened(place) as register:
        early, late = register.receipt(1), register.receipt(5)
    found = receipts.verify(early, signer.of, [other])
    assert (found.checkpoint.size, found.cosigned, found.unknown) == (3, ((other.name, CO_SIGNED),), ())
    assert [one.at for one in found.stamps] == ["2025-03-15T12:00:00Z"]
    assert receipts.verify(early, signer.of).unknown == (other.name,)
    unsigned = receipts.verify(late, signer.of, [other])
    assert unsigned.cosigned == ()
    receipts.all_signed(found.checkpoint, [other])
    assert refusal(receipts.all_signed, unsigned.checkpoint, [other]) == "wrong-register-key"
    assert receipts.read(receipts.written(early)) == early


def test_any_byte_of_a_receipt(place: str, signer: keys.Signer, tmp_path: Path) -> None:
    other = keys.public(tmp_path / "other.pub")
    with opened(place) as register:
        given = register.receipt(5)
    text = receipts.written(given).encode()
    for at in range(len(text)):
        changed = text[:at] + bytes([text[at] ^ 1]) + text[at + 1 :]
        try:
            read = receipts.read(changed.decode("utf-8", "replace"))
            receipts.verify(read, signer.of, [other])
        except CannotComplete:
            continue
        assert read == given, at


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"entry": 1}', "[" * 5000, "null", "\ud800"])
def test_files_that_are_no_receipt(text: str) -> None:
    assert refusal(receipts.read, text) == "not-a-receipt"


def test_a_receipt_that_speaks_of_another_place(place: str, signer: keys.Signer) -> None:
    with opened(place) as register:
        one, two = register.receipt(1), register.receipt(2)
    for part in ("entry", "index", "proof"):
        mixed = one.model_copy(update={part: getattr(two, part)})
        assert refusal(receipts.verify, mixed, signer.of) == "receipt-altered", part


def test_what_continues_and_what_does_not(place: str, signer: keys.Signer, tmp_path: Path) -> None:
    with opened(place) as register:
        old, new = register.checkpoint(3), register.checkpoint()
        text = growth.written(3, register.consistency(3), new)
    assert growth.continues(old, text, "") == growth.continues(new, notes.written(new), "") == new
    assert refusal(growth.continues, old, notes.written(new), "") == "no-proof"
    assert refusal(growth.continues, new, notes.written(old), "") == "register-forked"
    assert refusal(growth.continues, old, text.replace("old 3", "old 2"), "") == "no-proof"
    proof = text.split("\n")
    assert refusal(growth.continues, old, "\n".join([*proof[:1], *proof[2:]]), "") == "register-forked"
    for wrong in ("old x\n\n", "old 3\nA\n\n", "old 03\n\n", "old 3\n" + "AAAA\n" * 3 + "\n"):
        assert refusal(growth.read, wrong + notes.written(new)) == "not-a-checkpoint", wrong
    # Another history with the same key and name.
    forged = keys.Signer(tmp_path / "forged.key", signer.of, signer.private)
    with opened(str(tmp_path / "forged.db"), make=True) as register:
        for number in (0, 2, 1, 3, 4, 5):
            register.append([draft(number)], forged, now="2025-09-01T00:00:00Z")
        other = growth.written(3, register.consistency(3), register.checkpoint())
    assert refusal(growth.continues, old, other, "") == "register-forked"


def test_a_co_signer_signs_no_second_history(place: str, signer: keys.Signer, tmp_path: Path) -> None:
    second, file = keys.new(tmp_path / "second.key"), tmp_path / "file"
    with opened(place) as register:
        old, new = register.checkpoint(2), register.checkpoint()
        proof = growth.written(2, register.consistency(2), new)
    file.write_text(notes.written(old), encoding="utf-8")
    assert refusal(cosigning.cosign, file, second.of, second, 5) == "wrong-register-key"
    assert refusal(cosigning.cosign, file, signer.of, signer, 5) == "register-key"
    signed = cosigning.cosign(file, signer.of, second, 5)
    assert second.of.cosigned(signed.text, signed.signatures[-1]) == 5
    file.write_text(notes.written(new), encoding="utf-8")
    assert refusal(cosigning.cosign, file, signer.of, second, 6) == "no-proof"
    file.write_text(proof, encoding="utf-8")
    assert cosigning.cosign(file, signer.of, second, 6).size == 6
    file.write_text(notes.written(old), encoding="utf-8")
    assert refusal(cosigning.cosign, file, signer.of, second, 7) == "register-forked"


def run(*words: object) -> Result:
    return CliRunner().invoke(inspector, [str(one) for one in words], standalone_mode=False)


def test_by_the_commands(place: str, tmp_path: Path) -> None:
    receipt, public = tmp_path / "receipt.json", tmp_path / "r.pub"
    assert run("register", "receipt", "1", "-r", place, "-o", receipt).exit_code == 0
    told = run("receipt", "verify", receipt, "--public", public, "--co-signer", tmp_path / "other.pub")
    assert told.return_value == 0
    assert "The receipt holds: submission of Harrowmere, entry 1 of the register r-" in told.output
    assert "Co-signed by other-" in told.output
    assert "Time stamp of 2025-03-15T12:00:00Z by CN=Stamps for tests." in told.output
    assert json.loads(run("receipt", "verify", receipt, "--public", public, "--format", "json").output)["not_checked"]
    for given, code, rule in (
        (["--public", tmp_path / "other.pub"], 1, "wrong-register-key"),
        (["--public", public, "--co-signer", public], 1, "wrong-register-key"),
        ([], 2, "register-key-missing"),
        (["--public", receipt], 2, "register-key"),
        (["--public", public, "--later", public], 2, "not-a-checkpoint"),
    ):
        found = run("receipt", "verify", receipt, *given)
        problems = getattr(found.exception, "problems", None)
        assert (2 if problems else found.return_value) == code, given
        assert rule in (problems[0].rule if problems else found.output), given
    later = tmp_path / "later"
    assert run("register", "checkpoint", "-r", place, "--since", receipt, "-o", later).exit_code == 0
    assert "still begins" in run("receipt", "verify", receipt, "--public", public, "--later", later).output
    assert run("register", "check", "-r", place, "--receipt", receipt).return_value == 0
    receipt.write_text(receipt.read_text(encoding="utf-8").replace("Harrowmere", "Brackenshire"), encoding="utf-8")
    assert run("receipt", "verify", receipt, "--public", public).return_value == 1
    assert run("register", "check", "-r", place, "--receipt", receipt).return_value == 1
