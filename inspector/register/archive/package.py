"""The data package of an export (https://datapackage.org, version 2): every file with its size and hash."""

import re
from collections.abc import Sequence
from typing import Any

from inspector.register.archive.layout import CONTENTS, FORMAT, PUBLIC, File, State

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"


def package(state: State, files: Sequence[File]) -> dict[str, Any]:
    """The descriptor. `register` is ours: the format, and what the last checkpoint says."""
    return {
        "$schema": PROFILE,
        "name": f"register-{_slug(state.origin)}",
        "title": f"Register {state.origin}",
        "description": "What was submitted to an inspectorate, found and answered, and when: a signed log with all it keeps.",
        "created": state.at,
        "register": {"format": FORMAT, "origin": state.origin, "size": state.size, "root": state.root, "at": state.at},
        "resources": [_resource(one) for one in files],
    }


def _resource(one: File) -> dict[str, Any]:
    # What authorities handed in is listed as it is, and not as tables or packages that a reader should open and judge.
    ours = not one.path.startswith(CONTENTS)
    text = one.media.startswith("text/") or one.kind in ("json", "jsonl", "pub")
    found = {
        "name": _name(one.path),
        "path": one.path,
        "title": one.title,
        "format": one.kind if ours else "",
        "mediatype": one.media,
        "encoding": "utf-8" if text and ours else "",
        "bytes": one.bytes,
        "hash": f"sha256:{one.sha256}",
    }
    return {key: value for key, value in found.items() if value != ""}


def _name(path: str) -> str:
    """A name that no other resource has: the path of a content or key with a stroke, that of others without its ending."""
    if path.startswith((CONTENTS, PUBLIC)):
        return path.replace("/", "-").removesuffix(".pub")
    return path.rpartition(".")[0].lower()


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9._-]+", "-", text.lower()).strip("-") or "of-an-inspectorate"
