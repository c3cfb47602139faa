"""The RO-Crate metadata of an export (RO-Crate 1.1, JSON-LD): what the whole is, and what each file of it is about.

https://www.researchobject.org/ro-crate/specification/1.1/
"""

from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Any

from inspector.register.archive.layout import CRATE, PACKAGE, File, State
from inspector.version import __version__

SPECIFICATION = "https://w3id.org/ro/crate/1.1"
TERMS = "#terms"
PROGRAM = "#inspector"
REGISTER = "#register"


def crate(state: State, files: Sequence[File], authorities: Sequence[str]) -> dict[str, Any]:
    """The metadata document: itself, the whole, its files, and what they refer to."""
    parts = [PACKAGE, *(one.path for one in files)]
    graph = [
        _itself(),
        _whole(state, parts, authorities),
        _file(PACKAGE, "Every file with its size and sha256, as a Data Package", "application/json"),
        *(_file(one.path, one.title, one.media, one) for one in files),
        *(_authority(name) for name in authorities),
        *_rest(state),
    ]
    return {"@context": f"{SPECIFICATION}/context", "@graph": graph}


def _itself() -> dict[str, Any]:
    return {
        "@id": CRATE,
        "@type": "CreativeWork",
        "conformsTo": _to(SPECIFICATION),
        "about": _to("./"),
        "creator": _to(PROGRAM),
    }


def _whole(state: State, parts: Sequence[str], authorities: Sequence[str]) -> dict[str, Any]:
    return {
        "@id": "./",
        "@type": "Dataset",
        "name": f"Register {state.origin}",
        "description": "What was submitted to an inspectorate, found and answered, and when: a signed log with all it keeps. "
        "README.txt says how it is checked.",
        "datePublished": state.at,
        "temporalCoverage": f"{state.since}/{state.at}",
        "identifier": f"sha256:{state.root}",
        "license": _to(TERMS),
        "author": _to(REGISTER),
        "publisher": _to(REGISTER),
        "about": _to_each(map(_of, authorities)),
        "hasPart": _to_each(parts),
    }


def _file(path: str, title: str, media: str, one: File | None = None) -> dict[str, Any]:
    found: dict[str, Any] = {"@id": path, "@type": "File", "name": title, "encodingFormat": media}
    if one is not None:
        # The context of RO-Crate has no term for a hash.
        found |= {"contentSize": str(one.bytes), "identifier": f"sha256:{one.sha256}"}
        if one.authorities:
            found["about"] = _to_each(map(_of, one.authorities))
    return found


def _authority(name: str) -> dict[str, Any]:
    return {"@id": _of(name), "@type": "Organization", "name": name}


def _rest(state: State) -> list[dict[str, Any]]:
    return [
        {"@id": REGISTER, "@type": "Organization", "name": state.origin},
        {
            "@id": PROGRAM,
            "@type": "SoftwareApplication",
            "name": "Inspector",
            "version": __version__,
            "description": "The program that wrote this crate.",
        },
        {
            "@id": TERMS,
            "@type": "CreativeWork",
            "name": "No licence",
            "description": "Nothing here is licensed to others. What an authority submitted is the authority's: ask it, and "
            "whoever keeps the register.",
        },
    ]


def _of(name: str) -> str:
    """The id of an authority within the crate: names have characters that ids do not."""
    return f"#authority-{sha256(name.encode()).hexdigest()[:16]}"


def _to(place: str) -> dict[str, str]:
    return {"@id": place}


def _to_each(places: Iterable[str]) -> dict[str, str] | list[dict[str, str]]:
    """The only one alone, several as a list."""
    found = [_to(place) for place in places]
    return found[0] if len(found) == 1 else found
