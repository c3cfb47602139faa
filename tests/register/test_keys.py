"""Keys and what they sign: published values, files that are none, what is lost, and what is kept beside a key."""

import os
import stat
from pathlib import Path

import pytest

from inspector.model.problems import CannotComplete
from inspector.register import heads, keys, notes, tree
from inspector.register.ed25519 import COSIGNED, key_id

# The example key and note of the Go package golang.org/x/mod/sumdb/note.
NEUMANN = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
NOTE = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
UNDER = "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM="
AT = "2026-11-26T09:30:00Z"


def refusal(call, *given, **more) -> tuple[str, str]:
    with pytest.raises(CannotComplete) as refused:
        call(*given, **more)
    return refused.value.problems[0].rule, refused.value.problems[0].message


def checkpoint(signer: keys.Signer, size: int = 3, root: bytes = b"r" * 32):
    body = notes.body(signer.origin, size, root, AT)
    return notes.checkpoint(notes.note(body, (signer.sign(body),)))


@pytest.fixture
def signer(tmp_path: Path) -> keys.Signer:
    return keys.new(tmp_path / "r.key")


def test_a_published_note_is_verified() -> None:
    key, signature = keys.named(NEUMANN), notes.signature(UNDER)
    assert (key.line, notes.line(signature)) == (NEUMANN, UNDER)
    assert key.signed(NOTE, signature)
    assert not key.signed(NOTE.replace("your", "my"), signature)
    assert key.cosigned(NOTE, signature) is None


@pytest.mark.parametrize(
    "line",
    [
        "", "PeterNeumann", NEUMANN.replace("c7", "C7"), NEUMANN.replace("c7", "c8"), NEUMANN.replace("Peter", "Pieter"),
        NEUMANN[:-1], NEUMANN[:-1] + "X", NEUMANN.replace("+ARpc", "+BRpc"), "Peter Neumann" + NEUMANN[12:],
    ],
)  # fmt: skip
def test_a_line_that_names_no_key(line: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        keys.named(line)


def test_a_key_is_its_owner_s_alone_and_read_again(tmp_path: Path) -> None:
    made = keys.new(tmp_path / "r.key", "county.example/register")
    assert made.origin == "county.example/register"
    if os.name != "nt":
        assert stat.S_IMODE((tmp_path / "r.key").stat().st_mode) == 0o600
    loaded = keys.load(None, str(tmp_path / "r.db"))
    assert (loaded.of, keys.public(tmp_path / "r.pub"), keys.public(tmp_path / "r.key")) == (made.of,) * 3
    assert made.of.signed("text\n", loaded.sign("text\n"))


@pytest.mark.usefixtures("signer")
def test_a_key_is_never_written_over(tmp_path: Path) -> None:
    before = (tmp_path / "r.key").read_bytes()
    assert refusal(keys.new, tmp_path / "r.key")[0] == "register-key"
    (tmp_path / "r.key").rename(tmp_path / "kept")
    assert refusal(keys.new, tmp_path / "r.key")[0] == "register-key"
    assert (tmp_path / "kept").read_bytes() == before
    assert not (tmp_path / "r.key").exists()


@pytest.mark.parametrize("name", ["two words", "a+b", "", "x" * 201, "a\nb", "\u202eabc"])
def test_a_name_that_is_none(tmp_path: Path, name: str) -> None:
    if name:
        assert refusal(keys.new, tmp_path / "r.key", name)[0] == "register-key"
        assert not list(tmp_path.iterdir())
    else:
        assert keys.new(tmp_path / "r.key", name).origin.startswith("r-")


def test_lost_or_no_key(tmp_path: Path, signer: keys.Signer, monkeypatch: pytest.MonkeyPatch) -> None:
    assert refusal(keys.load, None, str(tmp_path / "other.db"))[0] == "register-key-missing"
    assert refusal(keys.load, None, "postgresql://host/name")[0] == "register-key-missing"
    monkeypatch.setenv(keys.VARIABLE, str(tmp_path / "r.key"))
    assert keys.load(None, "postgresql://host/name").of == signer.of
    (tmp_path / "text.key").write_text("no key\n", encoding="utf-8")
    (tmp_path / "noise.key").write_bytes(b"\xff\xfe\x00")
    swapped = keys.new(tmp_path / "other.key").public + "\n" + (tmp_path / "r.key").read_text().partition("\n")[2]
    (tmp_path / "swapped.key").write_text(swapped, encoding="utf-8")
    (tmp_path / "folder.key").mkdir()
    (tmp_path / "long.key").write_bytes(b"x" * 5000)
    for name in ("text.key", "noise.key", "swapped.key", "folder.key", "long.key", "r.pub"):
        assert refusal(keys.load, tmp_path / name, "")[0] == "register-key", name


def test_a_co_signature_holds_for_its_time_and_text(signer: keys.Signer) -> None:
    made = signer.cosign(NOTE, 1679315147)
    assert signer.of.cosigned(NOTE, made) == 1679315147
    assert signer.of.cosigned(NOTE + "x", made) is None
    assert not signer.of.signed(NOTE, made)
    assert made.key == key_id(signer.origin, COSIGNED, signer.of.raw) != signer.key
    later = bytearray(notes.strict(made.signature))
    later[7] += 1
    moved = made.model_copy(update={"signature": notes.base64.b64encode(bytes(later)).decode()})
    assert signer.of.cosigned(NOTE, moved) is None


def test_any_character_of_a_checkpoint(signer: keys.Signer) -> None:
    text = notes.written(checkpoint(signer))
    for at, character in enumerate(text):
        for other in {chr(ord(character) ^ 1), "A", "="} - {character}:
            changed = text[:at] + other + text[at + 1 :]
            try:
                found = notes.checkpoint(changed)
            except CannotComplete:
                continue
            assert not any(signer.of.signed(found.text, one) for one in found.signatures), (at, other)


@pytest.mark.parametrize(
    "change",
    [
        ("\n3\n", "\n03\n"), ("\n3\n", "\n-3\n"), ("\n3\n", "\n٣\n"), ("\nat ", "\nAt "), ("Z\n", "+00:00\n"), ("\n\n", "\n"),
        ("\nat ", "\nmore\nat "), ("\n\n", "\n\n\n"), ("=\nat", "\nat"), ("— ", "- "),
    ],
)  # fmt: skip
def test_texts_that_are_no_checkpoint(signer: keys.Signer, change: tuple[str, str]) -> None:
    text = notes.written(checkpoint(signer))
    assert change[0] in text
    assert refusal(notes.checkpoint, text.replace(*change))[0] == "not-a-checkpoint"


def test_the_head_never_goes_back_and_is_held_to(signer: keys.Signer) -> None:
    leaves = [tree.leaf(bytes([one])) for one in range(5)]
    node = tree.of_leaves(leaves)
    large, small = checkpoint(signer, 4, tree.root(4, node)), checkpoint(signer, 2, tree.root(2, node))
    signer.held_to(0, node, "R")
    signer.remember(large, heads.FileSeen("4.4.0.0002", 9, "ab"))
    signer.remember(small)
    assert heads.read(signer.path) == heads.Head(large, heads.FileSeen("4.4.0.0002", 9, "ab"))
    signer.held_to(4, node, "R")
    signer.held_to(5, node, "R")
    assert "entries are missing" in refusal(signer.held_to, 3, node, "R")[1]
    forged = tree.of_leaves([tree.leaf(b"x"), *leaves[1:]])
    assert refusal(signer.held_to, 5, forged, "R")[0] == "register-behind"


def test_how_long_a_checkpoint_may_be(signer: keys.Signer) -> None:
    found = checkpoint(signer)
    many = (notes.LONGEST - len(found.text) - 1) // (len(notes.line(found.signatures[0])) + 1)
    assert len(notes.checkpoint(notes.note(found.text, found.signatures * many)).signatures) == many
    assert refusal(notes.checkpoint, notes.note(found.text, found.signatures * (many + 1)))[0] == "not-a-checkpoint"


@pytest.mark.parametrize("text", ["", "nothing\n", "old 3\n\n", "a\n1\nb\nc\n\nfile\n"])
def test_a_head_that_cannot_be_read(signer: keys.Signer, text: str) -> None:
    heads.path_of(signer.path).write_text(text, encoding="utf-8")
    assert refusal(signer.head)[0] == "not-a-checkpoint"
