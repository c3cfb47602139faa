"""The plugins that had a part in a result, as the plain values of the document."""

from collections.abc import Iterable

from inspector.model.plugins import PluginPart
from inspector.report.document import shape


def plugin_values(parts: Iterable[PluginPart]) -> list[shape.PluginPart]:
    """Name, version and what each brought."""
    return [{"name": one.name, "version": one.version, "provides": list(one.provides)} for one in parts]
