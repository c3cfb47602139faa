"""Keys of Ed25519 and what they sign, in the form that transparency logs share (C2SP signed-note, tlog-cosignature).

A key is known by `NAME+ID+BASE64`; the id is the first four bytes of sha256 over name, line break, kind of signature and key.
"""

import base64
import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.model.register import Checkpoint, Signature
from inspector.register import heads, notes, tree

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

PLAIN, COSIGNED = 1, 4
"""Kinds of signature: under the text alone; under the time at which it was signed and the text."""
NAME = re.compile(r"[^\s+]{1,200}")


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

    def remember(self, checkpoint: Checkpoint, file: heads.FileSeen | None = None) -> None:
        """Keep the checkpoint beside the key as the largest that it signed, unless a larger one is kept. Raises OSError."""
        heads.keep(self.path, checkpoint, file)

    def held_to(self, size: int, node: tree.Node, register: str) -> None:
        """Raise CannotComplete unless the largest checkpoint that this key signed is the beginning of a register of `size`.

        To be asked before anything more is signed, as a register that was cut off or replaced would be signed over.
        """
        heads.can_be_kept(self.path)
        heads.hold(self.path, size, node, register)

    def head(self) -> Checkpoint | None:
        """The largest checkpoint that is known to have been signed by this key; None where none is kept."""
        found = heads.read(self.path)
        return found.checkpoint if found else None


def key_id(name: str, kind: int, raw: bytes) -> str:
    """The id of a key for a kind of signature, in hex."""
    return sha256(name.encode() + b"\n" + bytes([kind]) + raw).hexdigest()[:8]


def cosigned_text(body: str, at: int) -> bytes:
    """What a co-signature is under."""
    return f"cosignature/v1\ntime {at}\n{body}".encode()


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
