"""Time stamps (RFC 3161): what an authority that stamps said of a checkpoint, read from a file that somebody fetched.

Nothing is fetched here. A stamp is held to the checkpoint by its imprint, and its signature to the certificate that it carries;
whether that certificate is to be trusted is asked of `openssl ts -verify`, with the authority's own certificate.
"""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime

from inspector.model.register import Checkpoint
from inspector.register import der, notes

SIGNED_DATA, STAMP = "1.2.840.113549.1.7.2", "1.2.840.113549.1.9.16.1.4"
HASHES = {"2.16.840.1.101.3.4.2.1": "sha256", "2.16.840.1.101.3.4.2.2": "sha384", "2.16.840.1.101.3.4.2.3": "sha512"}
SHA256 = bytes.fromhex("0609608648016503040201")


@dataclass(frozen=True)
class Stamp:
    """A time stamp: when (UTC, to the second), over which digest; `intact` where its own signature holds; by whom."""

    at: str
    hash: str
    imprint: bytes
    intact: bool
    by: str

    def over(self, checkpoint: Checkpoint) -> bool:
        """Whether it stamps the checkpoint: the text that was signed, or the file with the first of its signatures."""
        texts = [checkpoint.text]
        texts += [
            notes.note(checkpoint.text, checkpoint.signatures[:many])
            for many in range(1, len(checkpoint.signatures) + 1)
        ]
        return any(hashlib.new(self.hash, text.encode()).digest() == self.imprint for text in texts)


def query(checkpoint: Checkpoint) -> bytes:
    """The request for a time stamp of a checkpoint, to be sent by whoever wants one (`application/timestamp-query`)."""
    imprint = hashlib.sha256(checkpoint.text.encode()).digest()
    algorithm = der.value(der.SEQUENCE, SHA256, b"\x05\x00")
    asked = der.value(der.SEQUENCE, algorithm, der.value(der.OCTETS, imprint))
    return der.value(der.SEQUENCE, b"\x02\x01\x01", asked, b"\x01\x01\xff")


def read(data: bytes) -> Stamp:
    """The stamp that a file holds: an answer (`.tsr`) or the token alone. Raises ValueError for anything else."""
    try:
        return _read(data)
    except (IndexError, OverflowError, UnicodeDecodeError):
        raise ValueError("parts of it are missing") from None


def _read(data: bytes) -> Stamp:
    top = der.whole(data)
    first = top.parts()[0]
    if first.tag == der.SEQUENCE:
        if first.parts()[0].number() not in (0, 1):
            raise ValueError("the authority did not grant the stamp")
        top = top.parts()[1]
    kind, content = top.parts()
    if kind.oid() != SIGNED_DATA:
        raise ValueError("it is no signed time stamp")
    signed = content.parts()[0].parts()
    inner, held = signed[2].parts()
    if inner.oid() != STAMP:
        raise ValueError("what was signed is no time stamp")
    told = held.parts()[0].held
    fields = der.whole(told).parts()
    algorithm, imprint = fields[2].parts()
    name = HASHES.get(algorithm.parts()[0].oid())
    if name is None or imprint.tag != der.OCTETS:
        raise ValueError("it is over a digest that is not taken: SHA-256, SHA-384 and SHA-512 are")
    from inspector.register.stamp_signed import signed_by

    by = signed_by(signed, told)
    return Stamp(_time(fields[4]), name, imprint.held, by is not None, by or "")


def _time(part: der.Part) -> str:
    """The time of a stamp, parts of a second left out."""
    if part.tag != der.TIME or not part.held.endswith(b"Z"):
        raise ValueError("its time is missing")
    text = part.held.decode("ascii")[:-1].partition(".")[0]
    try:
        found = datetime.strptime(text, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        raise ValueError("its time is none") from None
    return found.strftime("%Y-%m-%dT%H:%M:%SZ")
