"""By what a result is known again: the files it was made of, the rules, the engine and how it was asked."""

import hashlib
import hmac
import json
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from inspector.batch.task import Options, Task

FORM = "1"
"""Of how results are kept; another number does all again."""
AT_ONCE = 1 << 20


def content(path: Path) -> str:
    """A digest over the bundle at a path: of a folder the names and bytes of all its files, of a file its bytes.

    What is no ordinary file or cannot be read counts by its name alone: whoever reads it will say so.
    """
    whole = hashlib.sha256()
    for name, file in _files(path):
        whole.update(f"{name}\0{_bytes_of(file)}\n".encode(errors="surrogateescape"))
    return whole.hexdigest()


def size(path: Path) -> int:
    """The bytes of a bundle's files, as far as they can be seen."""
    total = 0
    for _, file in _files(path):
        try:
            total += file.stat().st_size
        except OSError:
            continue
    return total


def key(task: Task) -> str:
    """The name by which this bundle judged in this way is known again. A key of pseudonyms stands in it as a digest alone."""
    given = task.options
    parts = [
        FORM,
        task.content,
        task.known,
        task.by,
        given.engine,
        given.despite_problems,
        given.matcher,
        given.seed,
    ]
    parts += [given.register is not None, given.plugins, sorted(given.limits), given.epoch, _print_of(given)]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def _print_of(given: Options) -> str | None:
    return None if given.key is None else hmac.new(given.key, b"inspector batch", hashlib.sha256).hexdigest()


def _files(path: Path) -> Iterator[tuple[str, Path]]:
    if not path.is_dir():
        yield "", path
        return
    for at, folders, names in os.walk(path):
        folders.sort()
        for name in sorted(names):
            file = Path(at, name)
            yield file.relative_to(path).as_posix(), file


def _bytes_of(file: Path) -> str:
    found = hashlib.sha256()
    try:
        if not stat.S_ISREG(file.stat().st_mode):
            return "no file"
        with file.open("rb") as stream:
            while part := stream.read(AT_ONCE):
                found.update(part)
    except OSError:
        return "nothing"
    return found.hexdigest()
