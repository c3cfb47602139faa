"""The one root of a bundle: a hash over its manifest, every file that it leads to and every schema.

It is the sha256 over lines as `sha256sum` prints them: first that of the manifest in its one form, then one for each file, in the
order of their paths as UTF-8. `docs/evidence.md` says how anybody computes it without us.
"""

import hashlib
import json
from collections.abc import Callable, Mapping
from typing import Any

from inspector.bundle.open.source import MANIFEST

LEADS = ("path", "schema", "row_schema", "dialect", "sealed_in")
"""The keys of a resource that lead to files of the bundle."""


def led_to(document: Mapping[str, Any]) -> list[str]:
    """The paths of all files that the resources of a manifest lead to, each once, sorted. URLs lead nowhere."""
    listed = document.get("resources")
    resources = [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
    paths = (resource.get(key) for resource in resources for key in LEADS)
    return sorted({path for path in paths if isinstance(path, str) and "://" not in path})


def canonical(document: Mapping[str, Any]) -> bytes:
    """The manifest in its one form, without the root itself: blind to order of keys, spaces and escapes.

    RFC 8785 has the same form for a manifest whose numbers are whole, as those that we read are.
    """
    seal = document.get("seal")
    if isinstance(seal, dict):
        document = {**document, "seal": {key: value for key, value in seal.items() if key != "root"}}
    return json.dumps(document, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def root(document: Mapping[str, Any], hash_of: Callable[[str], str]) -> str:
    """The root; `hash_of` gives the sha256 of the file at a path, in hexadecimal."""
    lines = [(hashlib.sha256(canonical(document)).hexdigest(), MANIFEST)]
    lines += [(hash_of(path), path) for path in led_to(document)]
    listing = "".join(f"{sha256}  {path}\n" for sha256, path in lines)
    return f"sha256:{hashlib.sha256(listing.encode()).hexdigest()}"


def said_root(document: Mapping[str, Any]) -> str | None:
    """The root that the manifest says, None where it was not sealed with one."""
    seal = document.get("seal")
    found = seal.get("root") if isinstance(seal, dict) else None
    return found if isinstance(found, str) else None
