"""Plugins: the part that somebody else's installed package had in a result."""

from inspector.model.base import Noun


class PluginPart(Noun):
    """One installed package and what of it took part: `signal/ID`, `probe/ID`, `lint/ID` and `framework/ID`, sorted."""

    name: str
    version: str
    provides: tuple[str, ...]
