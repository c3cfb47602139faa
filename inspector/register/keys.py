"""Keys of Ed25519: the private file that signs checkpoints, the public file that others check them with.

Both are PEM, which `openssl` reads, below a line that names the key as transparency logs do: `NAME+ID+BASE64`.
"""

import base64
import os
import re
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from inspector import files
from inspector.model.words import short
from inspector.register.ed25519 import NAME, Public, Signer, named
from inspector.register.heads import HEAD
from inspector.register.wrong import refused
from inspector.writing import whole

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

VARIABLE = "INSPECTOR_REGISTER_KEY"
PRIVATE, PUBLIC = ".key", ".pub"
LOST = (
    "name it with --key, or take it from a copy that was kept; without it nothing more can be entered, "
    "and what is there stays readable and checkable"
)


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


__all__ = ["HEAD", "PRIVATE", "PUBLIC", "Public", "Signer", "load", "named", "new", "public", "where"]
