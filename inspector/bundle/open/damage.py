"""What is wrong with a packed file, in words of ours: what a library calls its exception tells an official nothing."""

import zipfile
import zlib

UNKNOWN = "what is in it makes no sense"
_WORDS: tuple[tuple[type[BaseException], str], ...] = (
    (zipfile.BadZipFile, "its parts, or the list of them, are broken"),
    (zlib.error, "a part of it cannot be unpacked"),
    (EOFError, "it ends too soon"),
    (NotImplementedError, "it is packed in a way that is not read"),
    (RuntimeError, "it needs a password"),
)


def damage(failure: BaseException) -> str:
    """What the failure to read a zip means."""
    return next((words for kind, words in _WORDS if isinstance(failure, kind)), UNKNOWN)


def of_workbook(data: bytes, said: str) -> str:
    """Why a reader of workbooks did not open one, by what the file is and what the reader said of it."""
    if "password" in said.lower() or "encrypt" in said.lower():
        return "it needs a password"
    if data[:4] == b"PK\x03\x04":
        return "its parts are broken, or are not those of a workbook"
    if data[:8] == bytes.fromhex("d0cf11e0a1b11ae1"):
        return "it is broken, or is no workbook but another file of an office program"
    return "it is none that a spreadsheet program writes"
