"""The plugins that had a part in a result, as every format shows them. Where there were none, nothing of this is anywhere."""

from collections.abc import Sequence
from typing import TypedDict

from inspector.model.plugins import PluginPart
from inspector.report.document import shape
from inspector.report.document.plugins import plugin_values


class PluginsPart(TypedDict, total=False):
    """The key `plugins` of a JSON document."""

    plugins: list[shape.PluginPart]


def plugins_part(parts: Sequence[PluginPart]) -> PluginsPart:
    """The key `plugins` of a JSON document: name, version and what each brought. No key where there were none."""
    return {"plugins": plugin_values(parts)} if parts else {}


def plugins_words(values: Sequence[shape.PluginPart]) -> str:
    """The plugins of a document in words: `some-package 1.0 (probe/a, signal/b); another 2.1 (lint/c)`."""
    return "; ".join(f"{one['name']} {one['version']} ({', '.join(one['provides'])})" for one in values)


def plugins_sentence(values: Sequence[shape.PluginPart]) -> str:
    """A sentence for text; empty where there were none."""
    return f"Made with plugins, which are no part of Inspector: {plugins_words(values)}." if values else ""


def plugins_line(parts: Sequence[PluginPart]) -> str:
    """The same, of the model's values."""
    return plugins_sentence(plugin_values(parts))
