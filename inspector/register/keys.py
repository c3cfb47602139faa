"""Keys of Ed25519: the private file that signs checkpoints, the public file that others check them with.

Both are PEM, which `openssl` reads, below a line that names the key as transparency logs do: `NAME+ID+BASE64`. The id is the
first four bytes of sha256 over name, line break, kind of signature and public key. Beside the private file lies the largest
checkpoint that it signed (`.head`), so that whoever cuts entries off at the end of a register is found out.
"""

import base64
import os
import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from inspector import files
from inspector.model.problems import CannotComplete
from inspector.model.register import Checkpoint, Signature
from inspector.model.words import short
from inspector.register import notes, tree
from inspector.register.wrong import refused
from inspector.writing import whole

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

VARIABLE = "INSPECTOR_REGISTER_KEY"
PRIVATE, PUBLIC, HEAD = ".key", ".pub", ".head"
PLAIN, COSIGNED = 1, 4
"""Kinds of signature: under the text alone; under the time at which it was signed and the text."""
NAME = re.compile(r"[^\s+]{1,200}")
LOST = (
    "name it with --key, or take it from a copy that was kept; without it nothing more can be entered, "
    "and what is there stays readable and checkable"
)

BEHIND = (
    "take the register from a newer copy; a key belongs to one register, so make a new one for another. "
    "Only where it is known what is lost, and why, move the .head file away"
)


@dataclass(frozen=True)
class Public:
    """The public part of a key: its name, and 32 bytes."""

    name: str
    raw: bytes

    @property
    def key(self) -> str:
        """The id in hex, as under signatures."""
        return key_id(self.name, PLAIN, self.raw)

    @property
    def line(self) -> str:
        """The key on a line, as other programs for such logs take it."""
        return f"{self.name}+{self.key}+{base64.b64encode(bytes([PLAIN]) + self.raw).decode()}"

    def signed(self, body: str, signature: Signature) -> bool:
        """Whether that is this key's signature under the text."""
        return self._fits(signature, PLAIN, 64) and self._holds(base64.b64decode(signature.signature), body.encode())

    def cosigned(self, body: str, signature: Signature) -> int | None:
        """The time (seconds since 1970) at which this key co-signed the text; None where that is no such signature of it."""
        if not self._fits(signature, COSIGNED, 72):
            return None
        held = base64.b64decode(signature.signature)
        at = int.from_bytes(held[:8], "big")
        return at if self._holds(held[8:], cosigned_text(body, at)) else None

    def _fits(self, signature: Signature, kind: int, length: int) -> bool:
        return (
            signature.name == self.name
            and signature.key == key_id(self.name, kind, self.raw)
            and len(base64.b64decode(signature.signature)) == length
        )

    def _holds(self, signature: bytes, data: bytes) -> bool:
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

        try:
            Ed25519PublicKey.from_public_bytes(self.raw).verify(signature, data)
        except (InvalidSignature, ValueError):
            return False
        return True


@dataclass(frozen=True)
class Signer:
    """A private key, where it lies, and its public part."""

    path: Path
    of: Public
    private: "Ed25519PrivateKey"

    @property
    def origin(self) -> str:
        """The name of the key, which a register that it begins has as its origin."""
        return self.of.name

    @property
    def key(self) -> str:
        """The id in hex."""
        return self.of.key

    @property
    def public(self) -> str:
        """The public part on a line."""
        return self.of.line

    def sign(self, body: str) -> Signature:
        """The signature under the text of a checkpoint."""
        return self._signature(PLAIN, self.private.sign(body.encode()))

    def cosign(self, body: str, at: int) -> Signature:
        """The signature that says that this text was seen, and followed from what was seen before, at `at` (seconds)."""
        return self._signature(COSIGNED, at.to_bytes(8, "big") + self.private.sign(cosigned_text(body, at)))

    def _signature(self, kind: int, held: bytes) -> Signature:
        return Signature(
            name=self.of.name,
            key=key_id(self.of.name, kind, self.of.raw),
            signature=base64.b64encode(held).decode(),
        )

    def remember(self, checkpoint: Checkpoint) -> None:
        """Keep the checkpoint beside the key as the largest that it signed, unless a larger one is kept. Raises OSError."""
        kept = self.head()
        if kept is None or kept.size <= checkpoint.size:
            whole.write(self.path.with_suffix(HEAD), notes.written(checkpoint).encode())

    def held_to(self, size: int, node: tree.Node, register: str) -> None:
        """Raise CannotComplete unless the largest checkpoint that this key signed is the beginning of a register of `size`.

        To be asked before anything more is signed, as a register that was cut off or replaced would be signed over.
        """
        kept = self.head()
        if kept is None or (kept.size <= size and tree.root(kept.size, node).hex() == kept.root):
            return
        place = str(self.path.with_suffix(HEAD))
        if kept.size > size:
            message = f"this key signed that the register has {kept.size} entries, and {register} has {size}: entries are missing"
        else:
            message = f"this key signed {kept.size} entries, and the first {kept.size} of {register} are others"
        raise refused("register-behind", message, place, BEHIND)

    def head(self) -> Checkpoint | None:
        """The largest checkpoint that is known to have been signed by this key; None where none is kept."""
        return head(self.path)


def key_id(name: str, kind: int, raw: bytes) -> str:
    """The id of a key for a kind of signature, in hex."""
    return sha256(name.encode() + b"\n" + bytes([kind]) + raw).hexdigest()[:8]


def cosigned_text(body: str, at: int) -> bytes:
    """What a co-signature is under."""
    return f"cosignature/v1\ntime {at}\n{body}".encode()


def head(key: Path) -> Checkpoint | None:
    """The largest checkpoint kept beside a key; None where there is none. Raises CannotComplete for one that cannot be read."""
    path = key.with_suffix(HEAD)
    if not path.exists():
        return None
    return notes.checkpoint(_text(path, "not-a-checkpoint", ""), str(path))


def where(key: Path | None, register: str) -> Path | None:
    """Where the private key is looked for: as named, by `INSPECTOR_REGISTER_KEY`, or beside an SQLite register."""
    if key is not None:
        return key
    if named := os.environ.get(VARIABLE, "").strip():
        return Path(named)
    return None if "://" in register else Path(register).with_suffix(PRIVATE)


def new(path: Path, name: str | None = None) -> Signer:
    """Make a key: the private file at `path`, for its owner alone, the public one beside it. Raises CannotComplete, OSError.

    Neither is ever written over. Without a name it gets one that no other key has.
    """
    from cryptography.hazmat.primitives import serialization as forms
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    beside = path.with_suffix(PUBLIC)
    for place in (path, beside, path.with_suffix(HEAD)):
        if place.exists() or place.is_symlink():
            raise refused(
                "register-key", "it is there already, and a key is never written over", str(place), "name another place"
            )
    private = Ed25519PrivateKey.generate()
    raw = private.public_key().public_bytes_raw()
    of = Public(name or f"{plain_name(path.stem)}-{sha256(raw).hexdigest()[:8]}", raw)
    if not NAME.fullmatch(of.name) or not of.name.isprintable():
        raise refused(
            "register-key", "the name of a key has no spaces and no +, and at most 200 characters", short(of.name)
        )
    secret = private.private_bytes(forms.Encoding.PEM, forms.PrivateFormat.PKCS8, forms.NoEncryption())
    whole.write(path, f"{of.line}\n".encode() + secret, private=True)
    whole.write(beside, public_file(of))
    return Signer(path, of, private)


def plain_name(text: str) -> str:
    """A text as part of a key's name."""
    return re.sub(r"[^A-Za-z0-9._-]+", "-", text).strip("-")[:100] or "register"


def public_file(of: Public) -> bytes:
    """The public file: the key on a line, then as PEM."""
    spki = bytes.fromhex("302a300506032b6570032100") + of.raw
    pem = base64.b64encode(spki).decode()
    return f"{of.line}\n-----BEGIN PUBLIC KEY-----\n{pem}\n-----END PUBLIC KEY-----\n".encode()


def load(key: Path | None, register: str) -> Signer:
    """The private key for a register. Raises CannotComplete: lost, unreadable, or no such key."""
    path = where(key, register)
    if path is None:
        raise refused(
            "register-key-missing", "no key is named for this register", register, f"--key FILE, or {VARIABLE}"
        )
    if not path.exists():
        raise refused("register-key-missing", "the key of the register is not there", str(path), LOST)
    text = _text(path, "register-key", "a key made by `inspector register key new` is needed")
    return Signer(path, *_private(text, path))


def public(path: Path) -> Public:
    """The public part that a public or private file holds. Raises CannotComplete."""
    text = _text(path, "register-key", "name the public file (.pub) that belongs to the register")
    try:
        return named(text.partition("\n")[0])
    except ValueError as wrong:
        raise refused("register-key", f"this is no public key of a register: {wrong}", str(path)) from None


def named(line: str) -> Public:
    """The key that a line names. Raises ValueError."""
    parts = line.strip().split("+", 2)
    if len(parts) != 3 or not NAME.fullmatch(parts[0]):
        raise ValueError("its first line is not NAME+ID+BASE64")
    held = notes.strict(parts[2])
    if len(held) != 33 or held[0] != PLAIN:
        raise ValueError("it is no key of Ed25519")
    found = Public(parts[0], held[1:])
    if found.key != parts[1]:
        raise ValueError("its id does not belong to its name and key")
    return found


def _private(text: str, path: Path) -> "tuple[Public, Ed25519PrivateKey]":
    from cryptography.hazmat.primitives import serialization as forms
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    line, _, pem = text.partition("\n")
    try:
        of = named(line)
        private = forms.load_pem_private_key(pem.encode(), None)
    except (ValueError, TypeError) as wrong:
        raise refused(
            "register-key", f"this is no private key of a register: {short(str(wrong), 200)}", str(path)
        ) from None
    if not isinstance(private, Ed25519PrivateKey) or private.public_key().public_bytes_raw() != of.raw:
        raise refused("register-key", "the private key is not the one that its first line names", str(path))
    return of, private


def _text(path: Path, rule: str, fix: str) -> str:
    try:
        return files.data(path, "key-bytes").decode()
    except UnicodeDecodeError:
        raise refused(rule, "it is no text", str(path), fix) from None
    except OSError as failure:
        raise refused(rule, f"it cannot be read: {failure.strerror or failure}", str(path), fix) from None


__all__ = ["CannotComplete", "Public", "Signer", "head", "load", "named", "new", "public", "where"]
