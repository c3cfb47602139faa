"""What `inspector.explain` and `inspector.frameworks` give."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from inspector.door.refusal import refused

if TYPE_CHECKING:
    from inspector.bundle.pseudonyms import Pseudonyms


class Text(str):
    """Text of several lines that prints as such where a notebook or prompt shows a value."""

    __slots__ = ()

    def __repr__(self) -> str:
        return str(self)


class FrameworkListed(NamedTuple):
    """A framework that can be applied by its id. `plugin` names the package that brings it; empty for ours."""

    id: str
    version: str
    title: str
    question: str
    plugin: str = ""


def explained(
    name: str,
    framework: str | None,
    bundle: Path | None,
    despite_problems: bool,
    pseudonyms: "Pseudonyms | None" = None,
) -> Text:
    """What a name means; with a bundle, why it fired there or did not. Raises CannotComplete for a name nobody knows."""
    from inspector import inspection
    from inspector.framework.read_by import DEFAULT
    from inspector.judging import rulebooks
    from inspector.report.explained import NothingCalled, of_plugins
    from inspector.report.explained import explained as words
    from inspector.report.harmless import plain

    if said := of_plugins(name):
        return Text(said)
    workings = None
    if bundle is not None:
        workings = inspection.work(bundle, framework, despite_problems=despite_problems, pseudonyms=pseudonyms)
    rulebook = workings.rulebook if workings else rulebooks.load(framework or DEFAULT)
    try:
        said = words(name, rulebook.framework, workings)
    except NothingCalled as unknown:
        raise refused("unknown-name", "explain", str(unknown)) from None
    return Text("\n".join(plain(line) for line in said.splitlines()))


def listed() -> tuple[FrameworkListed, ...]:
    """Every framework that can be applied by its id, sorted by id."""
    from inspector import framework as frameworks

    found = []
    for name in frameworks.listing():
        one, plugin = frameworks.named(name), frameworks.others()
        brought = next((other.package for other in plugin if other.id == name), "")
        found.append(FrameworkListed(one.id, one.version, one.title, one.question, brought))
    return tuple(found)
