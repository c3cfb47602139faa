"""What RO-Crate 1.1 asks of a crate, read from its specification and from nothing of ours: what is wrong with one, in words.

https://www.researchobject.org/ro-crate/specification/1.1/ (structure, root data entity, data entities, contextual entities).
"""

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

DAY = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:?\d\d))?)?)?")
KNOWN = {
    *(
        "about",
        "author",
        "conformsTo",
        "contentSize",
        "creator",
        "datePublished",
        "description",
        "encodingFormat",
        "hasPart",
    ),
    *("identifier", "license", "name", "publisher", "temporalCoverage", "version", "@id", "@type"),
}
"""The terms that the context of 1.1 defines, of those that a crate of a log could want. Others mean nothing to a reader."""


def faults(files: dict[str, bytes]) -> Iterator[str]:
    """Everything in which the files, by their paths, are no crate."""
    document = json.loads(files["ro-crate-metadata.json"].decode())
    if document["@context"] != "https://w3id.org/ro/crate/1.1/context":
        yield "the context is not that of 1.1"
    graph = document["@graph"]
    by_id = {one["@id"]: one for one in graph}
    if len(by_id) != len(graph):
        yield "an entity is described twice"
    yield from _descriptor(by_id)
    yield from _root(by_id.get("./", {}), by_id)
    for one in graph:
        yield from _entity(one, by_id)
    yield from _parts(by_id, files)


def _descriptor(by_id: dict[str, Any]) -> Iterator[str]:
    found = by_id.get("ro-crate-metadata.json")
    if found is None or found["@type"] != "CreativeWork":
        yield "the crate does not describe its own metadata"
    elif found.get("about") != {"@id": "./"} or found.get("conformsTo") != {"@id": "https://w3id.org/ro/crate/1.1"}:
        yield "the metadata do not say of what they are, or by which specification"


def _root(root: dict[str, Any], by_id: dict[str, Any]) -> Iterator[str]:
    if root.get("@type") != "Dataset":
        yield "there is no whole"
    for term in ("name", "description", "datePublished", "license"):
        if not root.get(term):
            yield f"the whole has no {term}"
    if not DAY.fullmatch(root.get("datePublished", "")) or len(root["datePublished"]) < 10:
        yield "the whole is of no day"
    terms = by_id.get(root.get("license", {}).get("@id"), {})
    if not (terms.get("name") and terms.get("description")):
        yield "the licence is not described"


def _entity(one: dict[str, Any], by_id: dict[str, Any]) -> Iterator[str]:
    if not set(one) <= KNOWN:
        yield f"{one['@id']} has terms that the context does not define: {sorted(set(one) - KNOWN)}"
    for term, value in one.items():
        if isinstance(value, list) and len(value) == 1:
            yield f"{one['@id']}: {term} is a list of one"
        for to in value if isinstance(value, list) else [value]:
            if isinstance(to, dict) and set(to) != {"@id"}:
                yield f"{one['@id']}: {term} nests an entity"
            elif isinstance(to, dict) and to["@id"] not in by_id and "://" not in to["@id"]:
                yield f"{one['@id']}: {term} leads to {to['@id']}, which is not described"


def _parts(by_id: dict[str, Any], files: dict[str, bytes]) -> Iterator[str]:
    listed = by_id["./"]["hasPart"]
    parts = [one["@id"] for one in (listed if isinstance(listed, list) else [listed])]
    for part in parts:
        entity = by_id.get(part, {})
        if entity.get("@type") != "File" or not entity.get("name") or not entity.get("encodingFormat"):
            yield f"{part} is not described as a file"
        if unquote(part) not in files:
            yield f"{part} is not there"
        elif "contentSize" in entity and entity["contentSize"] != str(len(files[unquote(part)])):
            yield f"{part} has another size"
    for path in set(files) - set(map(unquote, parts)) - {"ro-crate-metadata.json"}:
        yield f"{path} is part of nothing"
