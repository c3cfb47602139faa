"""Whether a time stamp is as its authority signed it, by the certificate that it carries (RFC 5652)."""

from collections.abc import Sequence
from typing import Any

from inspector.register import der

MESSAGE_DIGEST = "1.2.840.113549.1.9.4"
HASHES = {"2.16.840.1.101.3.4.2.1": "SHA256", "2.16.840.1.101.3.4.2.2": "SHA384", "2.16.840.1.101.3.4.2.3": "SHA512"}
PLAIN_RSA = ("1.2.840.113549.1.1.1", "1.2.840.113549.1.1.11", "1.2.840.113549.1.1.12", "1.2.840.113549.1.1.13")


def signed_by(signed: Sequence[der.Part], told: bytes) -> str | None:
    """The name of the certificate whose key signed `told`; None where none that it carries did. Raises ValueError, IndexError.

    `signed` are the parts of the signed data.
    """
    signer = signed[-1].parts()[0].parts()
    hash_ = HASHES.get(signer[2].parts()[0].oid())
    attributes = signer[3]
    if hash_ is None or attributes.tag != 0xA0 or _digest(hash_, told) != _message_digest(attributes):
        return None
    # What is signed is the set of attributes under its own tag, and not under the one of its place.
    data = der.value(der.SET, attributes.held)
    algorithm, signature = signer[4].parts()[0].oid(), signer[5].held
    for one in signed[3:-1]:
        if one.tag == 0xA0:
            for certificate in one.parts():
                name = _name_if_signed(certificate.data, algorithm, hash_, signature, data)
                if name is not None:
                    return name
    return None


def _message_digest(attributes: der.Part) -> bytes | None:
    for attribute in attributes.parts():
        name, values = attribute.parts()
        if name.oid() == MESSAGE_DIGEST:
            return values.parts()[0].held
    return None


def _digest(name: str, data: bytes) -> bytes:
    import hashlib

    return hashlib.new(name.lower(), data).digest()


def _name_if_signed(certificate: bytes, algorithm: str, hash_: str, signature: bytes, data: bytes) -> str | None:
    import warnings

    from cryptography import x509

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            found = x509.load_der_x509_certificate(certificate)
        _verify(found.public_key(), algorithm, hash_, signature, data)
        return found.subject.rfc4514_string() or "a certificate without a name"
    except Exception:
        # A certificate from outside can be wrong in more ways than its reader has kinds of error for.
        return None


def _verify(key: Any, algorithm: str, hash_: str, signature: bytes, data: bytes) -> None:
    """Raise InvalidSignature unless the key signed the data, ValueError for a kind of key that is not known."""
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa

    with_ = getattr(hashes, hash_)()
    if isinstance(key, rsa.RSAPublicKey) and algorithm in PLAIN_RSA:
        key.verify(signature, data, padding.PKCS1v15(), with_)
    elif isinstance(key, ec.EllipticCurvePublicKey):
        key.verify(signature, data, ec.ECDSA(with_))
    else:
        raise ValueError(f"a key of another kind: {algorithm}")
