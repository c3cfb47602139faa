"""A register made of a file of figures that is in the bundle, where the file itself cannot be read as one."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from inspector.model.problems import CannotComplete, Where, shown
from inspector.model.remarks import error
from inspector.packing import registering
from inspector.packing.given import Given
from inspector.packing.manifest_file import Changing
from inspector.packing.register import answers

MOST_SHOWN = 12
"""At most so many indicators are named in one sentence."""


@dataclass(frozen=True)
class Own:
    """A register as a CSV, what is said of it, and the indicators that it leaves open."""

    data: bytes
    given: Given
    left_open: tuple[str, ...]

    @property
    def doubts(self) -> tuple[str, ...]:
        """What is to be said of those."""
        names = ", ".join(map(shown, self.left_open[:MOST_SHOWN]))
        return (f"it is not said which direction is better for {names}",) if names else ()


def own_register(manifest: Changing, path: str, given: Given) -> Own | None:
    """The register of all figures in the bundle, as a CSV to lie beside them; None where no direction is known.

    What is said (`--codes "better: …"`, a constant) stands first, then what the files say, then, where what is unsure is to be
    written too, what the titles make likely. Raises CannotComplete.
    """
    listed = manifest.document["resources"]
    if registering.has_register(manifest.document) or not any(
        one.get("path") == path and one.get("kind") == "indicators" for one in listed
    ):
        return None
    known = registering.register(manifest.folder)
    usable = {name: row | {"better": way} for name, row in known.items() for way in _better(row, given)}
    if (manifest.folder / registering.FILE).exists():
        return None
    open_ = [row.get("title", name) for name, row in known.items() if name not in usable]
    if not usable:
        _refuse_long(listed, path, open_)
        return None
    plain = replace(given, sheet=None, fields={}, codes={}, constants={}, part=None)
    return Own(registering.as_csv(usable), plain, tuple(open_))


def _refuse_long(listed: list[dict[str, Any]], path: str, open_: list[str]) -> None:
    """Raise CannotComplete with what is to be said of each indicator of a long table; of a scorecard that is told already."""
    if any("layout" in one for one in listed if one.get("path") == path):
        return
    message = "nothing says which direction is better for its indicators; nothing was changed"
    fix = " ".join(f'--codes "better: {title}=up|down"' for title in open_[:MOST_SHOWN])
    raise CannotComplete([error("no-register", Where(file=path), message, fix=f"say {fix}")])


def _better(row: dict[str, str], given: Given) -> Iterator[str]:
    """The direction that is better for an indicator, once; nothing where it is not known."""
    codes = given.codes.get("better", {})
    said = codes.get(row.get("title", "")) or codes.get(row["indicator"]) or row.get("better")
    said = said or given.constants.get("better")
    if not said and given.unsure_too:
        said = next((one.ours for one in answers(row.get("title", ""), ()) if one.field == "better"), None)
    if said:
        yield said
