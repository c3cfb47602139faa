"""What programs do to ids: zeros lost, `.0` gained, apostrophes and signs that cannot be seen."""

import re
import unicodedata
from functools import lru_cache

_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_APOSTROPHES = "'’‘`´"
_HYPHENS = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))
_DECIMALS = re.compile(r"([0-9]+)\.0+")
_ZEROS = re.compile(r"0+(?=[0-9])")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+")
_FORMULA = re.compile(r'="([^"]*)"')
_POWER = re.compile(r"[0-9](?:\.[0-9]+)?[eE]\+?[0-9]{1,3}")


def clean(text: str) -> tuple[str, tuple[str, ...]]:
    """An id without what cannot be meant, and in words what was left out: spaces, signs that cannot be seen, an apostrophe."""
    said: list[str] = []
    bare = _UNSEEN.sub("", text)
    if bare != text:
        said.append("signs that cannot be seen")
    trimmed = bare.strip()
    if trimmed != bare:
        said.append("spaces around it")
    if found := _FORMULA.fullmatch(trimmed):
        said.append("the signs of a formula")
        trimmed = found[1]
    unquoted = trimmed.strip(_APOSTROPHES).strip()
    if unquoted != trimmed and unquoted:
        said.append("an apostrophe")
        trimmed = unquoted
    return trimmed, tuple(said)


@lru_cache(maxsize=65536)
def key(text: str) -> str:
    """What two spellings of one id share: no odd signs, spaces or hyphens, no `.0`, no leading zeros, lower case."""
    bare = clean(unicodedata.normalize("NFKC", text))[0].translate(_HYPHENS)
    bare = "".join(bare.split()).casefold()
    if found := _DECIMALS.fullmatch(bare):
        bare = found[1]
    if _GROUPED.fullmatch(bare):
        bare = bare.replace(",", "")
    return (bare.lstrip("0") or "0") if bare.isdecimal() else bare


def differ(one: str, other: str) -> str:
    """In words what two ids that are otherwise the same differ by: `leading zeros`; empty where they are two ids, or equal."""
    if one == other or key(one) != key(other):
        return ""
    return ", ".join(word for word, made in _STEPS if made(one) != made(other)) or "its letters' forms"


def powered(text: str) -> bool:
    """Whether a spreadsheet has written a long id as a power of ten, as 1.23E+11: its last digits are lost."""
    return bool(_POWER.fullmatch(text.strip()))


def _seen(text: str) -> str:
    return "".join(found) if (found := _UNSEEN.findall(text)) else ""


def _quotes(text: str) -> str:
    bare = _UNSEEN.sub("", text).strip()
    return bare[: len(bare) - len(bare.lstrip(_APOSTROPHES))] + "|" + bare[len(bare.rstrip(_APOSTROPHES)) :]


def _zeros(text: str) -> str:
    found = _ZEROS.match(clean(text)[0])
    return found[0] if found else ""


_STEPS = (
    ("signs that cannot be seen", _seen),
    ("an apostrophe", _quotes),
    ("spaces", lambda text: re.sub(r"\S", "", _UNSEEN.sub("", text))),
    ("leading zeros", _zeros),
    ("`.0` at its end", lambda text: bool(_DECIMALS.fullmatch(clean(text)[0]))),
    ("commas between thousands", lambda text: text.count(",")),
    ("capital letters", lambda text: re.sub(r"[^A-Z]", "", text)),
    ("the kind of hyphen", lambda text: re.sub(r"[^-‐‑‒–—−]", "", text)),
)
