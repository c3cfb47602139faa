"""The plugins that had a part in a result, as every format shows them. Where there were none, nothing of this is anywhere."""

from collections.abc import Mapping, Sequence
from typing import Any

from inspector.model.plugins import PluginPart


def plugins_part(parts: Sequence[PluginPart]) -> dict[str, Any]:
    """The key `plugins` of a JSON document: name, version and what each brought. No key where there were none."""
    values = [{"name": one.name, "version": one.version, "provides": list(one.provides)} for one in parts]
    return {"plugins": values} if values else {}


def plugin_part(name: str) -> dict[str, str]:
    """The key `plugin` of a fact or trace that a plugin made; no key for one of ours."""
    return {"plugin": name} if name else {}


def plugins_words(values: Sequence[Mapping[str, Any]]) -> str:
    """The plugins of a document in words: `some-package 1.0 (probe/a, signal/b); another 2.1 (lint/c)`."""
    return "; ".join(f"{one['name']} {one['version']} ({', '.join(one['provides'])})" for one in values)


def plugins_line(parts: Sequence[PluginPart]) -> str:
    """A sentence for text; empty where there were none."""
    words = plugins_words(plugins_part(parts).get("plugins", ()))
    return f"Made with plugins, which are no part of Inspector: {words}." if words else ""
