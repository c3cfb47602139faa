"""What is recorded of the codes of Annex A: each with its description, and how authorities spelt them."""

import csv
import unicodedata
from functools import lru_cache

from inspector.data import schemas_folder
from inspector.model.spellings import folded

_SIGNS = str.maketrans({"’": "'", "‘": "'", "`": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‐": "-", "\u00a0": " "})


def key(text: str) -> str:
    """A spelling as it is compared: lower case, one kind of dash, quote and space."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text.translate(_SIGNS)).translate(_SIGNS)
    return folded(text)


@lru_cache(maxsize=64)
def variants_of(field: str) -> dict[str, str]:
    """The recorded variants of a field, as they are compared."""
    return {key(written): standard for written, standard in _variants().get(field, ())}


@lru_cache(maxsize=64)
def codes_of(field: str | None) -> dict[str, str]:
    """The codes of a field as they are compared, each with its description; empty where none are recorded."""
    found = {}
    with (schemas_folder() / "annex-a" / "codes.csv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            if row["field"] == field:
                found[key(row["code"])] = row["description"]
    return found


@lru_cache(maxsize=1)
def _variants() -> dict[str, list[tuple[str, str]]]:
    """The recorded variants by field, as `evidence/schemas/annex-a/value_variants.csv` has them."""
    found: dict[str, list[tuple[str, str]]] = {}
    with (schemas_folder() / "annex-a" / "value_variants.csv").open(encoding="utf-8", newline="") as stream:
        rows = csv.reader(stream)
        head = next(rows)
        field, written, standard = (head.index(name) for name in ("field", "as_written", "standard"))
        for row in rows:
            found.setdefault(row[field], []).append((row[written], row[standard]))
    return found
