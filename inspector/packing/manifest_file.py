"""The manifest of a bundle in a folder, read to be changed and written back as it is laid out everywhere."""

import json
from pathlib import Path
from typing import Any

from inspector import files
from inspector.bundle.open.source import MANIFEST
from inspector.bundle.open.strict_json import parse
from inspector.model.problems import CannotComplete, Where
from inspector.model.remarks import Unreadable, error
from inspector.packing import writing


def load(folder: Path) -> dict[str, Any]:
    """The manifest. Raises CannotComplete where the folder has none, or one that is not an object with resources."""
    path = folder / MANIFEST
    if not path.is_file():
        message = "there is no manifest here" if folder.is_dir() else "no such folder"
        fix = "make one with `inspector bundle new`"
        raise CannotComplete([error("no-manifest", Where(file=str(path)), message, fix=fix)])
    if not path.resolve().is_relative_to(folder.resolve()):
        message = "the manifest leads outside of the bundle through a link"
        raise CannotComplete([error("path-outside", Where(file=str(path)), message)])
    try:
        document = parse(files.data(path, "json-bytes"), MANIFEST)
    except Unreadable as failure:
        raise CannotComplete([failure.problem]) from None
    resources = document.get("resources") if isinstance(document, dict) else None
    if not isinstance(resources, list) or not all(isinstance(one, dict) for one in resources):
        message = "the manifest is not an object with an array of resources"
        raise CannotComplete([error("manifest", Where(file=MANIFEST), message)])
    return dict(document)


def save(folder: Path, document: dict[str, Any]) -> None:
    """Write the manifest; it is never half written. Raises OSError."""
    writing.write(folder / MANIFEST, (json.dumps(document, indent=2, ensure_ascii=False) + "\n").encode())
