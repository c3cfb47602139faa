"""Identifiers of children and workers replaced by keyed hashes, so that what is printed leads to nobody."""

import hmac
import secrets
from hashlib import sha256

import polars as pl


class Pseudonyms:
    """Replaces identifiers: the same by the same, as long as the key is the same; without it nothing leads back."""

    def __init__(self, key: bytes | None = None) -> None:
        self._key = key or secrets.token_bytes(32)
        self._known: dict[str, str] = {}
        self._made: set[str] = set()

    def name(self, text: str) -> str:
        """The name that stands for an identifier: `id-` and 12 hexadecimal digits of HMAC-SHA256. One of them stays itself."""
        if text in self._made:
            return text
        if text not in self._known:
            self._known[text] = (
                f"id-{hmac.new(self._key, text.encode(errors='surrogatepass'), sha256).hexdigest()[:12]}"
            )
            self._made.add(self._known[text])
        return self._known[text]

    def series(self, texts: pl.Series) -> pl.Series:
        """A column of identifiers, each replaced; what is absent stays so."""
        return pl.Series(texts.name, [None if text is None else self.name(text) for text in texts], dtype=pl.String)
