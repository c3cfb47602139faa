"""Open a folder or a zip and read its files, and nothing outside of it. Nothing is ever unpacked to disk."""

import stat
import zipfile
from collections import Counter
from pathlib import Path, PurePosixPath
from typing import Protocol

from inspector import files
from inspector.bundle.open.content import Content
from inspector.bundle.open.damage import damage
from inspector.model.limits import most, raise_it, words
from inspector.model.problems import Where
from inspector.model.remarks import Unreadable, did_you_mean, error

MANIFEST = "datapackage.json"
IN_MEMORY = 16 * 1024 * 1024
"""Smaller files are read at once."""


LEFT_BEHIND = frozenset({".ds_store", "thumbs.db", "desktop.ini"})


class Source(Protocol):
    """Where the files of a bundle come from."""

    def read(self, path: str) -> bytes:
        """The content of one file. Raises Unreadable."""

    def open(self, path: str, *, large: str | None = None) -> Content:
        """One file, to be read in parts; `large`: a CSV, which is read where it lies up to the limit of that name.

        Raises Unreadable.
        """

    def names(self) -> list[str]:
        """The paths of all files, relative and with forward slashes, sorted."""


def open_source(path: Path) -> Source:
    """A folder or a zip as a source. Raises Unreadable."""
    try:
        if path.is_dir():
            return FolderSource(path)
        if path.is_file():
            return ZipSource(path)
    except (OSError, ValueError, RuntimeError) as failure:
        message = f"the path cannot be opened: {failure}"
        raise Unreadable(error("no-such-bundle", Where(file=str(path)), message)) from None
    raise Unreadable(error("no-such-bundle", Where(file=str(path)), *_what_is_there(path)))


def _what_is_there(path: Path) -> tuple[str, str, str]:
    """What is at a path that is neither file nor folder: the message, what was expected, the fix."""
    try:
        if path.exists():
            return "this is no ordinary file (a device, a pipe)", "a folder or a .zip", ""
        beside = path.parent
        return "no such file or folder", "", did_you_mean(path.name, [p.name for p in beside.iterdir()])
    except (OSError, ValueError):
        return "no such file or folder", "", ""


class FolderSource:
    """A bundle in a folder."""

    def __init__(self, root: Path) -> None:
        self._root = root.resolve()

    def names(self) -> list[str]:
        """All files below the folder, without following links."""
        files = (p for p in self._root.rglob("*") if p.is_file() and not p.is_symlink())
        return sorted(p.relative_to(self._root).as_posix() for p in files)

    def read(self, path: str) -> bytes:
        """The content of one file inside the folder."""
        where = Where(file=path)
        inside(path)
        try:
            return self._content(path, where)
        except (OSError, RuntimeError) as failure:
            # A name too long for the file system, links in a circle, a file that may not be read.
            reason = getattr(failure, "strerror", None) or "links lead in a circle"
            raise Unreadable(error("no-such-file", where, f"the file cannot be read: {reason}")) from None

    def open(self, path: str, *, large: str | None = None) -> Content:
        """A large table where it lies, any other file in memory."""
        inside(path)
        place = self._large(self._root / path) if large else None
        if place is None:
            return Content(path, self.read(path))
        if large and (size := files.size(place)) > most(large):
            raise too_large(path, files.too_large(size, large))
        return Content(path, location=place)

    def _large(self, full: Path) -> Path | None:
        """Where a large file lies, within the folder; of any other, reading it says what is wrong with it."""
        try:
            resolved = full.resolve()
            large = resolved.is_relative_to(self._root) and resolved.is_file() and resolved.stat().st_size > IN_MEMORY
        except (OSError, RuntimeError):
            return None
        return resolved if large else None

    def _content(self, path: str, where: Where) -> bytes:
        full = (self._root / path).resolve()
        if not full.is_relative_to(self._root):
            raise Unreadable(error("path-outside", where, "the path leads outside of the bundle through a link"))
        if not full.exists():
            near = did_you_mean(path, self.names())
            raise Unreadable(error("no-such-file", where, "the file is not in the bundle", fix=near))
        try:
            return files.data(full)
        except files.TooLarge as failure:
            raise too_large(path, failure.reason) from None


def too_large(path: str, reason: str) -> Unreadable:
    """The refusal of a file that has more bytes than are read."""
    message, _, fix = reason.partition("; ")
    return Unreadable(error("file-too-large", Where(file=path), f"the file is larger than is read: {message}", fix=fix))


class ZipSource:
    """A bundle in a zip, its manifest at the top or in the one folder that the zip holds."""

    def __init__(self, path: Path) -> None:
        self._name = path.name
        try:
            self._zip = zipfile.ZipFile(path)
        except Exception as failure:
            # The standard library has no one exception for a zip that it cannot make sense of.
            where = Where(file=path.name)
            message = f"neither a folder nor a zip that can be opened: {failure}"
            raise Unreadable(error("broken-zip", where, message, fix="pack the bundle again")) from None
        files_in = (info for info in self._zip.infolist() if not info.is_dir() and not _left_behind(info.filename))
        self._members = {_forward(info): info for info in files_in}
        self._guard()
        tops = {PurePosixPath(name).parts[0] for name in self._members}
        alone = MANIFEST not in self._members and len(tops) == 1
        self._prefix = f"{tops.pop()}/" if alone else ""

    def names(self) -> list[str]:
        """All members below the folder that holds the manifest."""
        return sorted(n.removeprefix(self._prefix) for n in self._members if n.startswith(self._prefix))

    def read(self, path: str) -> bytes:
        """The content of one member, never more than the zip declares."""
        inside(path)
        info = self._members.get(self._prefix + path)
        if info is None:
            near = did_you_mean(path, self.names())
            raise Unreadable(error("no-such-file", Where(file=path), "the file is not in the bundle", fix=near))
        try:
            with self._zip.open(info) as member:
                data = member.read(info.file_size + 1)
        except Exception as failure:
            # Each decompressor has an exception of its own (zlib.error, lzma.LZMAError); all mean the same.
            message = f"the zip is damaged here: {damage(failure)}"
            raise Unreadable(error("broken-zip", Where(file=path), message, fix="pack the bundle again")) from None
        return data

    def open(self, path: str, *, large: str | None = None) -> Content:  # noqa: ARG002
        """One member, unpacked in memory, where it has to fit."""
        return Content(path, self.read(path))

    def _guard(self) -> None:
        infos = self._zip.infolist()
        where = Where(file=self._name)
        if len(infos) > most("zip-entries"):
            message = f"the zip holds {len(infos):,} files, and the limit is {words('zip-entries')}"
            raise Unreadable(error("unsafe-zip", where, message, fix=raise_it("zip-entries")))
        total = sum(info.file_size for info in infos)
        if total > most("zip-bytes"):
            message = f"the zip unpacks to {total:,} bytes, and the limit is {words('zip-bytes')}"
            fix = f"unpack it, and give the folder; or {raise_it('zip-bytes')}"
            raise Unreadable(error("unsafe-zip", where, message, fix=fix))
        twice = [name for name, count in Counter(info.filename for info in infos).items() if count > 1]
        if twice:
            message = f"the zip holds {twice[0]!r} more than once"
            raise Unreadable(error("unsafe-zip", where, message, fix="pack the bundle again"))
        for info in self._members.values():
            _guard_member(info)


def _left_behind(name: str) -> bool:
    """Whether the member is what a Mac or Windows puts beside the files of a folder."""
    parts = name.replace("\\", "/").split("/")
    return parts[0] == "__MACOSX" or parts[-1].startswith("._") or parts[-1].lower() in LEFT_BEHIND


def _forward(info: zipfile.ZipInfo) -> str:
    """The name with forward slashes, as zips have them that no program of Windows has made."""
    name = info.filename
    return name.replace("\\", "/") if "/" not in name else name


def _guard_member(info: zipfile.ZipInfo) -> None:
    where = Where(file=info.filename)
    inside(info.filename)
    if stat.S_ISLNK(info.external_attr >> 16):
        raise Unreadable(error("unsafe-zip", where, "the zip holds a link", fix="pack the file itself"))
    if info.flag_bits & 1:
        raise Unreadable(error("unsafe-zip", where, "the zip is encrypted", fix="pack it without a password"))
    times = info.file_size // max(1, info.compress_size)
    if info.file_size > 10_000_000 and times > most("zip-times"):
        message = (
            f"the file unpacks to {info.file_size:,} bytes, {times:,} times its size: the limit is {words('zip-times')}"
        )
        raise Unreadable(error("unsafe-zip", where, message, fix=raise_it("zip-times")))


_LONGEST_PATH, _LONGEST_NAME = 4000, 255
"""Characters of a path and bytes of one name in it: what lies beyond, no file system takes."""


def inside(path: str) -> None:
    """Raise Unreadable unless the path is relative, stays inside the bundle and is no URL."""
    parts = PurePosixPath(path).parts
    if len(path) > _LONGEST_PATH or any(len(part.encode("utf-8", "surrogatepass")) > _LONGEST_NAME for part in parts):
        message = f"the path has {len(path):,} characters; no file system has a name as long as one in it, or the whole"
        raise Unreadable(error("no-such-file", Where(file=f"{path[:100]}…"), message))
    absolute = path.startswith(("/", "\\")) or (len(path) > 1 and path[1] == ":")
    if not parts or absolute or ".." in parts or "\\" in path or "://" in path or "\x00" in path:
        message = "the path is not one inside the bundle"
        raise Unreadable(error("path-outside", Where(file=path), message, "a relative path with forward slashes"))
