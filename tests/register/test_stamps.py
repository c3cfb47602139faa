"""Time stamps: read from a file, held to their checkpoint and their own signature, asked for as openssl does."""

import base64
from pathlib import Path

import pytest
import yaml

from inspector.model.register import Checkpoint
from inspector.register import der, stamps
from inspector.register.ed25519 import Signature

GIVEN = yaml.safe_load((Path(__file__).parent / "stamps.yaml").read_text(encoding="utf-8"))
DATA = {name: base64.b64decode("".join(GIVEN[name].split())) for name in ("sha256", "sha512")}
SIGNED = Signature(name="county.example/register", key="01020304", signature=base64.b64encode(b"s" * 64).decode())


def checkpoint(text: str = GIVEN["checkpoint"], *signatures: Signature) -> Checkpoint:
    return Checkpoint(origin="county.example/register", size=3, root="78" * 32, at="", text=text, signatures=signatures)


@pytest.mark.parametrize("name", sorted(DATA))
def test_a_stamp_is_over_its_checkpoint_alone(name: str) -> None:
    found = stamps.read(DATA[name])
    assert (found.hash, found.intact, found.by) == (name, True, "CN=A time stamp authority made for tests")
    assert found.at.startswith("2026-11-26T")
    assert found.over(checkpoint())
    assert found.over(checkpoint(GIVEN["checkpoint"], SIGNED))
    assert not found.over(checkpoint(GIVEN["checkpoint"].replace("\n3\n", "\n4\n")))


def test_the_token_alone_is_read_too() -> None:
    token = der.whole(DATA["sha256"]).parts()[1].data
    assert stamps.read(token) == stamps.read(DATA["sha256"])


def test_what_is_asked_is_what_openssl_asks() -> None:
    assert stamps.query(checkpoint()).hex() == GIVEN["query"]


def test_no_changed_byte_says_something_else() -> None:
    true, data = stamps.read(DATA["sha256"]), DATA["sha256"]
    for at in range(0, len(data), 3):
        changed = data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]
        try:
            found = stamps.read(changed)
        except ValueError:
            continue
        held = found.over(checkpoint()) and found.intact
        # What stands in a certificate besides its name and key is under a signature that is not asked for here.
        assert not held or (found.at, found.imprint) == (true.at, true.imprint), at


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"0",
        b"text",
        b"\x30\x00",
        b"\x30\x80\x00\x00",
        b"\x30\x84\xff\xff\xff\xff",
        b"\x30\x03\x02\x01\x00",
        bytes(100),
    ],
)
def test_what_is_no_stamp(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        stamps.read(data)


def test_a_stamp_that_was_refused() -> None:
    refused = der.value(der.SEQUENCE, der.value(der.SEQUENCE, b"\x02\x01\x02"))
    with pytest.raises(ValueError, match="did not grant"):
        stamps.read(refused)


def test_every_beginning_of_a_stamp_is_none() -> None:
    for many in range(0, len(DATA["sha256"]), 7):
        with pytest.raises(ValueError, match=r"."):
            stamps.read(DATA["sha256"][:many])
