"""Which files make a framework, and the digest over them."""

import hashlib
from collections.abc import Mapping
from pathlib import Path

MAIN = "framework.yaml"
DERIVED = "indicators.yaml"
FIELDS = "fields.yaml"


def files(folder: Path) -> list[str]:
    """The files that make a framework, relative to its folder; its own tests are not among them."""
    rules = (path for path in (folder / "rules").glob("*.yaml") if path.is_file())
    extra = [name for name in (DERIVED, FIELDS) if (folder / name).is_file()]
    return sorted([MAIN, *extra, *(path.relative_to(folder).as_posix() for path in rules)])


def digest(folder: Path) -> str:
    """sha256 over the names and bytes of the files, so that a renamed file is another framework."""
    whole: Mapping[str, bytes] = {name: (folder / name).read_bytes() for name in files(folder)}
    total = hashlib.sha256()
    for name, data in whole.items():
        total.update(f"{name}\0{len(data)}\0".encode() + data)
    return total.hexdigest()
