"""How this room says that a plugin cannot be used: which one, what was expected, and what can be done about it."""

from collections.abc import Iterable

from inspector.model.problems import CannotComplete, Problem, Where

MEANINGS = {
    "plugin-answer": "A plugin answered something other than what it says of itself, so that nobody could rely on what it said.",
    "plugin-broken": "A plugin cannot be imported or read, so that what it would have said is not known.",
    "plugin-contract": "A plugin lacks something that every module of its kind has. docs/plugins.md says what that is.",
    "plugin-failed": "A plugin raised an exception while it was at work. Run again with --debug for the whole of it.",
    "plugin-group": "A plugin has an entry point in a group that Inspector does not read; it would be lost silently otherwise.",
    "plugin-id": "The id of a plugin is not kebab-case, or somebody else has it already. Ids are permanent and mean one thing.",
    "plugin-switch": "The variable INSPECTOR_PLUGINS says something other than `none` or `all`.",
}
"""What each remark on a plugin means, by its permanent id."""
FIX = "tell its author, uninstall it, or set INSPECTOR_PLUGINS=none to leave every plugin out"


def remark(rule: str, plugin: str, place: str, message: str, expected: str = "", fix: str = "") -> Problem:
    """An error in the plugin of that name and version; `place` is its entry point."""
    where = Where(file=plugin, path=place or None)
    return Problem(rule=rule, level="error", where=where, message=message, expected=expected, fix=fix or FIX)


class Refused(CannotComplete):
    """That a plugin cannot be used, said by this room. What a plugin itself raises is of another type, or is taken for it."""


def refused(problems: Iterable[Problem]) -> CannotComplete:
    """The problems, ready to raise."""
    return Refused(tuple(problems))


def text(name: str) -> str:
    """What one remark on a plugin means. Raises KeyError for an unknown id."""
    return f"{name} (problem of a plugin)\n\n{MEANINGS[name]}"
