"""The manifest of a bundle in a folder, read to be changed and written back as it is laid out everywhere."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from inspector import files
from inspector.bundle.open.source import MANIFEST
from inspector.bundle.open.strict_json import parse
from inspector.model.limits import most
from inspector.model.problems import CannotComplete, Where
from inspector.model.remarks import Unreadable, error
from inspector.packing import history
from inspector.writing import whole
from inspector.writing.turns import Busy, held


@dataclass
class Changing:
    """A manifest while it is changed: the document, and the bytes that it was read from."""

    folder: Path
    document: dict[str, Any]
    before: bytes

    @contextmanager
    def saving(self, what: str, replaced: Sequence[str] = (), new: Sequence[str] = ()) -> Iterator[None]:
        """Write the manifest, and put it in its place when the block is done: what it leads to is there before it is.

        `what` is the change in words, by which it can be taken back later; `replaced` are files of the bundle that the block
        writes over or takes away, `new` those that it puts there. Raises OSError, and CannotComplete where another program has
        changed the manifest; then nothing has changed.
        """
        after = laid_out(self.document)
        self._refuse_others()
        if after == self.before and not replaced and not new:
            yield
            return
        change = history.keep(self.folder, what, self.before, after, replaced, new)
        try:
            with whole.opened(self.folder / MANIFEST) as stream:
                stream.write(after)
                stream.flush()
                yield
        except BaseException:
            history.put_back(change, self.folder)
            history.forget(change)
            raise
        history.prune(self.folder)
        self.before = after

    def take_back(self) -> history.Change | None:
        """Take the last change back, if one is kept: its manifest and its files are as they were. Raises as `saving` does."""
        self._refuse_others()
        change = history.last(self.folder, self.before)
        if change is None:
            return None
        with whole.opened(self.folder / MANIFEST) as stream:
            stream.write(change.before)
            stream.flush()
            history.put_back(change, self.folder)
        history.forget(change)
        return change

    def _refuse_others(self) -> None:
        if (self.folder / MANIFEST).read_bytes() != self.before:
            message = "another program changed the manifest meanwhile; nothing was changed"
            raise CannotComplete([error("in-use", Where(file=MANIFEST), message, fix="run it again")])


@contextmanager
def changing(folder: Path) -> Iterator[Changing]:
    """The manifest of a folder, which no other run changes meanwhile. Raises CannotComplete where there is none or one does."""
    if not folder.is_dir():
        yield load(folder)
        return
    try:
        with held(folder, most("waiting-seconds")):
            yield load(folder)
    except Busy:
        message = f"another run of Inspector is changing the bundle, and {most('waiting-seconds')} seconds were waited"
        fix = "run it again when that is done, or wait longer with `inspector --limit waiting-seconds=NUMBER …`"
        raise CannotComplete([error("in-use", Where(file=str(folder)), message, fix=fix)]) from None


def laid_out(document: dict[str, Any]) -> bytes:
    """The bytes of a manifest. Raises CannotComplete for text that is not UTF-8, as arguments can be."""
    try:
        return (json.dumps(document, indent=2, ensure_ascii=False) + "\n").encode()
    except UnicodeEncodeError:
        message = "what was given for the manifest is not UTF-8"
        raise CannotComplete([error("manifest", Where(file=MANIFEST), message, fix="write it in UTF-8")]) from None


def load(folder: Path) -> Changing:
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
        data = files.data(path, "json-bytes")
        document = parse(data, MANIFEST)
    except Unreadable as failure:
        raise CannotComplete([failure.problem]) from None
    resources = document.get("resources") if isinstance(document, dict) else None
    if not isinstance(resources, list) or not all(isinstance(one, dict) for one in resources):
        message = "the manifest is not an object with an array of resources"
        raise CannotComplete([error("manifest", Where(file=MANIFEST), message)])
    return Changing(folder, document, data)
