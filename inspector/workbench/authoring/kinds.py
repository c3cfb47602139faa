"""What rules may speak of: every signal and probe, ours and plugins', and what rules themselves make for later rules."""

import inspect
import re
from collections.abc import Iterable
from types import ModuleType

from inspector import plugins, probes, signals
from inspector.model.fact_kinds import FactKind, Head
from inspector.model.facts import Field
from inspector.model.plugins import PluginPart
from inspector.model.problems import CannotComplete, Problem, Where
from inspector.model.remarks import did_you_mean, error, one_of, shown
from inspector.rules.vocabulary import BASIS, FINDING, STANDING, TALLY

UNKNOWN = "unknown-signal"
OF_RULES = (
    FactKind(
        "finding",
        ("finding", ""),
        "What another rule found: its theme, standing and direction, and what it carries",
        FINDING,
        of_rules=True,
    ),
    FactKind("theme", ("theme", ""), "Where a theme stands; for the decision table", STANDING, of_rules=True),
    FactKind(
        "verdict-basis",
        ("verdict-basis", ""),
        "What the verdict would rest on; for the decision table",
        BASIS,
        of_rules=True,
    ),
    FactKind(
        "tally", ("count or share", ""), "How many facts there are, or what share of others", TALLY, of_rules=True
    ),
)
_SECTION = re.compile(r"^[A-Z][a-z ]+:$", re.MULTILINE)


def kinds() -> tuple[FactKind, ...]:
    """All there are: signals, then probes, each sorted by id, then what comes from rules.

    Raises CannotComplete where a plugin is not as it should be.
    """
    measured = (
        _kind(("signal", id), module := signals.load(id), tuple(module.ABOUT.fields), module.ABOUT.needs)
        for id in signals.ids()
    )
    asked = (_kind(("probe", id), module := probes.load(id), probes.FIELDS, module.ABOUT.needs) for id in probes.ids())
    return (*measured, *asked, *OF_RULES)


def named(wanted: Iterable[str]) -> tuple[FactKind, ...]:
    """The kinds of these names: an id, `signal/ID` or `probe/ID`. Raises CannotComplete with every name that is none's."""
    every = kinds()
    by_name = {name: one for one in every for name in ((one.name,) if one.of_rules else (one.kind, one.name))}
    problems = [_unknown(name, by_name) for name in wanted if name not in by_name]
    if problems:
        raise CannotComplete(problems)
    return tuple(dict.fromkeys(by_name[name] for name in wanted))


def heard() -> tuple[PluginPart, ...]:
    """The plugins that bring signals or probes."""
    return plugins.parts([*signals.others(), *probes.others()])


def _kind(head: Head, module: ModuleType, fields: tuple[Field, ...], needs: Iterable[str]) -> FactKind:
    plugin = getattr(module, "PLUGIN", None)
    named_by = plugin.named if plugin else ""
    return FactKind(head[1], head, module.ABOUT.title, fields, tuple(needs), _first_section(module), named_by)


def _first_section(module: ModuleType) -> str:
    """What a signal measures, or what a probe tests: the first section of what it says of itself."""
    parts = _SECTION.split(inspect.getdoc(module) or "")
    return " ".join(parts[1].split()) if len(parts) > 1 else ""


def _unknown(name: str, known: Iterable[str]) -> Problem:
    names = [one for one in known if "/" not in one]
    near = did_you_mean(name, known) or "`inspector framework facts` lists all of them"
    return error(UNKNOWN, Where(file=name), f"there is no signal or probe {shown(name)}", one_of(sorted(names)), near)
