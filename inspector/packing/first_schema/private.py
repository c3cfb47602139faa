"""Columns that likely hold what is private or names somebody. Read to the side of hiding: what is doubtful is private."""

import re
from collections.abc import Callable, Collection, Mapping

from inspector.bundle.check.doubt import POSTCODE
from inspector.model.headings import bare
from inspector.privacy.people import looks_of, names_in

_PRIVATE_WORDS = """
name names surname forename firstname lastname initials dob birth born birthday death postcode postal post address street
email mail phone telephone mobile tel nhs ni nino passport worker social officer practitioner manager carer carers parent
mother father allocated advisor adviser author staff employee notes note comment comments narrative description details
"""
_PRIVATE = frozenset(_PRIVATE_WORDS.split())
"""Words of headings under which stands what is never repeated."""
_PAIRS = frozenset({"national_insurance", "date_of_birth", "home_post", "pl_post", "recorded_by"})
_ID_WORDS = "id ids identifier child upn uln urn ref reference pupil client person case uprn unique key number no code"
_ID = frozenset(_ID_WORDS.split())
_ID_SURE = frozenset(
    {"id", "ids", "identifier", "upn", "uln", "child", "pupil", "client", "person", "uprn", "reference", "ref"}
)
SHARE = 0.6
"""Share of the different texts of a column that look like names for it to be taken for one of names."""


def private(heading: str, texts: Mapping[str, int]) -> str:
    """Why a column is likely private, in words; empty where nothing says so."""
    parts = bare(heading).split("_")
    said = next((part for part in parts if part in _PRIVATE), "")
    if said or any(pair in bare(heading) for pair in _PAIRS):
        return f"its heading says {said or heading!r}" if said else "its heading says so"
    if _most(texts, lambda text: bool(POSTCODE.fullmatch(text.strip()))):
        return "its cells look like postcodes"
    if _most(texts, lambda text: "@" in text and "." in text):
        return "its cells look like addresses of electronic mail"
    if names_in(heading, texts) or looks_of({text.title(): count for text, count in texts.items()}) == "names":
        return "its cells may be names"
    return ""


def identifying(heading: str) -> bool:
    """Whether a heading says that its cells name a child, a person or a case."""
    return any(part in _ID_SURE for part in bare(heading).split("_"))


def like_an_id(heading: str) -> bool:
    """Whether a heading may be that of a row's own name."""
    return any(part in _ID for part in bare(heading).split("_"))


def long_texts(texts: Collection[str]) -> bool:
    """Whether a column holds running text, in which anything may stand."""
    return any(len(text) > 120 or len(re.findall(r"\w+", text)) > 12 for text in texts)


def _most(texts: Collection[str], test: Callable[[str], bool]) -> bool:
    return bool(texts) and sum(map(test, texts)) >= SHARE * len(texts)
