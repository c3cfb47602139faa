"""Frameworks that were read and found without errors, kept for the next run, so that YAML is read once and not each time.

Kept in the user's own cache folder (`XDG_CACHE_HOME`, else `~/.cache`), one JSON document a framework, named by a digest over
the framework's files, its folder, the limits and the code that reads and lints: another byte in any of them is another name. A
file that is cut, changed or not ours is passed over. Of evidence nothing is kept. `INSPECTOR_NO_CACHE` keeps and reads nothing.
"""

import os
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from inspector.data import schemas_folder
from inspector.framework.files import combined, digest
from inspector.model.limits import LIMITS, most
from inspector.model.problems import CannotComplete
from inspector.model.rules import Framework
from inspector.version import __version__

FORM = "2"
"""Of what is written; another number forgets what was kept."""
MOST_BYTES = 20_000_000
MOST_KEPT = 16
"""Frameworks kept; of more than these the oldest go."""
_PACKAGE = Path(__file__).parent.parent
_ROOMS = ("framework", "lints", "model", "probes", "signals")
"""The code that decides what a framework is read as, and what is wrong with it."""


def key(folder: Path) -> str:
    """The name under which the framework in a folder is kept. Raises OSError or CannotComplete where its files cannot be read."""
    limits = (f"{name} {most(name)}" for name in LIMITS)
    parts = (FORM, __version__, sys.version, str(folder.absolute()), str(folder), digest(folder), *limits, *_code())
    return sha256("\0".join(parts).encode(errors="surrogatepass")).hexdigest()


def find(name: str) -> Framework | None:
    """What is kept under that name, if it is there and whole."""
    place = _folder()
    if place is None:
        return None
    try:
        with (place / f"{name}.json").open("rb") as file:
            if not _ours(os.fstat(file.fileno()), stat.S_ISREG):
                return None
            seal, _, body = file.read(MOST_BYTES).partition(b"\n")
        found = Framework.model_validate_json(body) if seal == _seal(body) else None
        return found if found and _bases_are(found) else None
    except (OSError, ValueError, CannotComplete):
        return None


def _bases_are(framework: Framework) -> bool:
    """Whether what a variant is built on is, byte for byte, what it was: the name is of its own files alone."""
    below = ""
    for base in reversed(framework.extends):
        below = combined(digest(Path(base.path)), below)
        if below != base.digest:
            return False
    return True


def keep(name: str, framework: Framework) -> None:
    """Keep a framework, if there is a place for it and it would be read again as the same. Never fails."""
    place = _folder(make=True)
    if place is None:
        return
    with suppress(OSError, ValueError):
        body = framework.model_dump_json(exclude_defaults=True).encode()
        if len(body) < MOST_BYTES and Framework.model_validate_json(body) == framework:
            _write(place / f"{name}.json", _seal(body) + b"\n" + body)
            _forget_oldest(place)


def _folder(*, make: bool = False) -> Path | None:
    """The folder of what is kept, if it is the user's own and nobody else may write there."""
    if os.environ.get("INSPECTOR_NO_CACHE"):
        return None
    given = os.environ.get("XDG_CACHE_HOME", "")
    home = Path(given) if Path(given).is_absolute() else Path(os.path.expanduser("~")) / ".cache"  # noqa: PTH111
    place = home / "inspector" / "frameworks"
    with suppress(OSError):
        if make:
            place.mkdir(mode=0o700, parents=True, exist_ok=True)
        if home.is_absolute() and _ours(place.stat(), stat.S_ISDIR):
            return place
    return None


def _ours(found: os.stat_result, sort: Callable[[int], bool]) -> bool:
    mine = not hasattr(os, "getuid") or (found.st_uid == os.getuid() and not found.st_mode & 0o022)
    return sort(found.st_mode) and mine


def _seal(body: bytes) -> bytes:
    return sha256(body).hexdigest().encode()


def _write(path: Path, data: bytes) -> None:
    """Beside, then renamed: whoever reads meanwhile sees all of it or nothing."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(data)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _forget_oldest(place: Path) -> None:
    kept = sorted(place.glob("*.json"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in kept[MOST_KEPT:]:
        path.unlink(missing_ok=True)


def _code() -> Iterator[str]:
    for folder in (*(_PACKAGE / room for room in _ROOMS), schemas_folder()):
        for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
            if entry.name.endswith((".py", ".json")):
                found = entry.stat()
                yield f"{entry.name} {found.st_size} {found.st_mtime_ns}"
