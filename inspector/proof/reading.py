"""Files of a visit read within bounds and made nouns; whatever is wrong with one is told with its name and place."""

from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from inspector import files
from inspector.bundle.open.strict_json import parse
from inspector.model.base import Noun
from inspector.model.problems import CannotComplete
from inspector.model.remarks import Unreadable
from inspector.proof.refusals import KEEP, altered, refused

Made = TypeVar("Made", bound=Noun)


def taken(folder: Path, name: str, limit: str = "json-bytes") -> bytes:
    """The bytes of a file of the visit. Raises CannotComplete where it is not there, a link, or too large."""
    path = folder / name
    if path.is_symlink():
        raise altered(name, "it is a link, and a visit holds none")
    if not path.exists():
        raise refused("no-such-visit", str(path), "the visit does not have this file", KEEP)
    try:
        return files.data(path, limit)
    except OSError as failure:
        raise refused("no-such-visit", str(path), failure.strerror or "it cannot be read") from None


def noun(sort: type[Made], folder: Path, name: str, version: int | None = None) -> Made:
    """A file as a noun. Raises CannotComplete; with a `version`, first for one that is not of that."""
    value = _parsed(taken(folder, name), name)
    told = value.get("version") if isinstance(value, dict) else None
    if version is not None and told is not None and told != version:
        message = f"it is of version {told!r}, and this Inspector reads {version}"
        raise refused("visit-version", name, message[:200], "use the Inspector that the visit was planned with")
    return _made(sort, value, name)


def nouns(sort: type[Made], data: bytes, name: str) -> tuple[Made, ...]:
    """The array in the bytes of a file as nouns. Raises CannotComplete."""
    value = _parsed(data, name)
    if not isinstance(value, list):
        raise altered(name, "it is no array")
    return tuple(_made(sort, one, name, f"[{place}]") for place, one in enumerate(value))


def _parsed(data: bytes, name: str) -> Any:
    try:
        return parse(data, name)
    except Unreadable as failure:
        raise CannotComplete([failure.problem]) from None


def _made(sort: type[Made], value: Any, name: str, at: str = "") -> Made:
    try:
        return sort.model_validate(value)
    except ValidationError as failure:
        first = failure.errors(include_input=False, include_url=False)[0]
        place = ".".join(map(str, first["loc"]))
        # What was found is not repeated: it may be a name.
        raise altered(
            name, f"it is not as Inspector writes it: {first['msg'].lower()}"[:200], f"{at}{place}"[:100]
        ) from None
