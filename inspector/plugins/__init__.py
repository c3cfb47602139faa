"""Signals, probes, lints and frameworks that somebody else's installed package brings, without touching ours.

A package brings one through an entry point. The group says what it is (`inspector.signals`, `inspector.probes`,
`inspector.lints`, `inspector.frameworks`), the name is its permanent id, the value its module (of a framework, the package
that holds `framework.yaml`). `docs/plugins.md` says how to write one.

Nothing of a plugin is trusted to be as it should: its module is held to the contract of ours when it is loaded, every fact,
trace and remark to what the module says of itself. What is wrong is said with the plugin's name, and nothing is judged
without it silently: a result may not depend on what happened to work.
"""

from inspector.plugins.folders import folder_of
from inspector.plugins.installed import ALONE, GROUPS, SWITCH, Kind, Plugin, none_wanted, plugins
from inspector.plugins.modules import lacking, lint_module, probe_module, signal_module
from inspector.plugins.parts import parts

__all__ = [
    "ALONE",
    "GROUPS",
    "SWITCH",
    "Kind",
    "Plugin",
    "folder_of",
    "lacking",
    "lint_module",
    "none_wanted",
    "parts",
    "plugins",
    "probe_module",
    "signal_module",
]
