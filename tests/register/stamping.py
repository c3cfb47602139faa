"""An authority that stamps, for tests: RFC 3161 answers with a certificate and key of their own."""

import datetime
import hashlib
from functools import cache

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from inspector.register.der import INTEGER, OCTETS, OID, SEQUENCE, SET, TIME, value

SHA256 = value(SEQUENCE, bytes.fromhex("0609608648016503040201"))
ECDSA = value(SEQUENCE, bytes.fromhex("06082a8648ce3d040302"))
STAMP = bytes.fromhex("060b2a864886f70d0109100104")
SIGNED_DATA = bytes.fromhex("06092a864886f70d010702")


@cache
def authority() -> tuple[ec.EllipticCurvePrivateKey, bytes, bytes, bytes]:
    """Its key, and of its certificate the whole, the issuer and the serial, as DER."""
    key = ec.derive_private_key(7, ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Stamps for tests")])
    day = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)
    made = x509.CertificateBuilder(name, name, key.public_key(), 5, day, day.replace(year=2100)).sign(
        key, hashes.SHA256()
    )
    return key, made.public_bytes(serialization.Encoding.DER), name.public_bytes(), value(INTEGER, b"\x05")


def answer(imprint: bytes, at: bytes = b"20250315120000Z") -> bytes:
    """The answer that stamps that imprint (DER) at that time."""
    key, certificate, issuer, serial = authority()
    told = value(SEQUENCE, b"\x02\x01\x01", value(OID, b"\x2a\x03\x04"), imprint, b"\x02\x01\x09", value(TIME, at))
    held = (
        value(SEQUENCE, bytes.fromhex("06092a864886f70d010903"), value(SET, STAMP)),
        value(
            SEQUENCE, bytes.fromhex("06092a864886f70d010904"), value(SET, value(OCTETS, hashlib.sha256(told).digest()))
        ),
    )
    signature = key.sign(value(SET, *held), ec.ECDSA(hashes.SHA256()))
    signer = value(
        SEQUENCE,
        b"\x02\x01\x01",
        value(SEQUENCE, issuer, serial),
        SHA256,
        value(0xA0, *held),
        ECDSA,
        value(OCTETS, signature),
    )
    content = value(SEQUENCE, STAMP, value(0xA0, value(OCTETS, told)))
    signed = value(SEQUENCE, b"\x02\x01\x03", value(SET, SHA256), content, value(0xA0, certificate), value(SET, signer))
    token = value(SEQUENCE, SIGNED_DATA, value(0xA0, signed))
    return value(SEQUENCE, value(SEQUENCE, b"\x02\x01\x00"), token)
