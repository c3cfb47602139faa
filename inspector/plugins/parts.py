"""Which plugins had a part in a result, by package."""

from collections.abc import Iterable

from inspector.model.plugins import PluginPart
from inspector.plugins.installed import Plugin


def parts(took_part: Iterable[Plugin]) -> tuple[PluginPart, ...]:
    """The packages of these plugins, sorted by name, each with what it brought."""
    provided: dict[tuple[str, str], list[str]] = {}
    for one in took_part:
        provided.setdefault((one.package, one.version), []).append(f"{one.kind}/{one.id}")
    return tuple(
        PluginPart(name=name, version=version, provides=tuple(sorted(provided[name, version])))
        for name, version in sorted(provided)
    )
