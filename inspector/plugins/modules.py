"""The module of a plugin, held to the contract of ours: a stand-in that says the same and whose answers are checked."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from inspect import isasyncgenfunction, iscoroutinefunction
from types import ModuleType
from typing import Any

from inspector.model.facts import About, Field
from inspector.model.field_faults import misdescribed
from inspector.model.problems import CannotComplete, Problem
from inspector.plugins.answers import facts_of, in_words, problems_of, traces_of
from inspector.plugins.guard import guarded
from inspector.plugins.installed import Plugin
from inspector.plugins.refusal import refused, remark

LEVELS = frozenset(
    {"value", "level", "target", "rating", "rank", "percentage", "mean", "median", "numerator", "denominator"}
)
"""Words that no field of a signal may have in its name: it says how something moved, never where it stands."""
LINT_SECTIONS = ("What", "Why", "Bad", "Good", "Waive")
"""What the docstring of a lint says; older ones of plugins have an example to avoid and one to prefer."""
_FIELD = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
_HEADING = re.compile(r"^([A-Z][a-z ]+):$", re.MULTILINE)
Lacks = Iterator[tuple[str, str]]
"""What a module lacks, and what was expected."""


@cache
def signal_module(plugin: Plugin, sections: tuple[str, ...]) -> ModuleType:
    """The module of a signal: its docstring, `ABOUT` and `measure`. Raises CannotComplete with all that it lacks."""
    module = _imported(plugin)
    _hold(
        plugin,
        lambda: [
            *_documented(module, sections),
            *_callable(module, "measure", "evidence"),
            *_signal_about(module, plugin.id),
        ],
    )
    return _stand_in(plugin, module, "measure", facts_of)


@cache
def probe_module(plugin: Plugin, sections: tuple[str, ...], fields: tuple[Field, ...]) -> ModuleType:
    """The module of a probe: its docstring, `ABOUT`, `LOOKS_AT` and `examine`. Raises CannotComplete with all that it lacks."""
    module = _imported(plugin)
    _hold(
        plugin,
        lambda: [
            *_documented(module, sections),
            *_callable(module, "examine", "evidence"),
            *_probe_about(module, plugin.id, fields),
        ],
    )
    return _stand_in(plugin, module, "examine", traces_of)


@cache
def lint_module(plugin: Plugin) -> ModuleType:
    """The module of a lint: its docstring, `ID` and `examine`. Raises CannotComplete with all that it lacks."""
    module = _imported(plugin)
    _hold(
        plugin,
        lambda: [*_callable(module, "examine", "framework, vocabulary"), *_lint_words(module, plugin.id)],
    )
    made = _stand_in(plugin, module, "examine", problems_of)
    if callable(getattr(module, "examine_cases", None)):
        made.__dict__["examine_cases"] = _stand_in(plugin, module, "examine_cases", problems_of).examine_cases
    return made


def lacking(plugin: Plugin, message: str, expected: str) -> CannotComplete:
    """That something of a plugin's contract is not kept, ready to raise."""
    return refused([_lack(plugin, message, expected)])


def _imported(plugin: Plugin) -> ModuleType:
    found = guarded(plugin, "plugin-broken", "importing it", plugin.entry.load)
    if not isinstance(found, ModuleType):
        expected = "the dotted name of a module, without a colon"
        raise lacking(plugin, f"its value is no module but a {type(found).__name__}", expected)
    return found


def _hold(plugin: Plugin, look: Callable[[], Sequence[tuple[str, str]]]) -> None:
    """Looks at a module, whose names may hold anything: what they raise when they are looked at is told as well."""
    lacks = guarded(plugin, "plugin-contract", "looking at its module", look)
    if lacks:
        raise refused(_lack(plugin, message, expected) for message, expected in lacks)


def _lack(plugin: Plugin, message: str, expected: str) -> Problem:
    return remark("plugin-contract", plugin.named, plugin.place, message, expected)


def _documented(module: ModuleType, sections: tuple[str, ...]) -> Lacks:
    text = _doc(module)
    if tuple(_HEADING.findall(text)) != sections:
        yield (
            "its docstring lacks sections",
            f"a first sentence, then in this order {', '.join(f'{s}:' for s in sections)}",
        )
    elif not all(part.strip() for part in _HEADING.split(text)):
        yield "a section of its docstring is empty", "words for an inspector in each"


def _doc(module: ModuleType) -> str:
    text: object = module.__doc__
    return text if isinstance(text, str) else ""


def _lint_words(module: ModuleType, id: str) -> Lacks:
    if getattr(module, "ID", None) != id:
        yield f"its ID is {getattr(module, 'ID', None)!r}", f"ID = {id!r}, as the entry point is named"
    text = _doc(module)
    missing = [word for word in ("Avoid:", "Prefer:") if word not in text]
    if tuple(_HEADING.findall(text)) != LINT_SECTIONS and missing:
        yield f"its docstring has no {' and no '.join(missing)}", "an example to avoid and one to prefer"


def _callable(module: ModuleType, name: str, takes: str) -> Lacks:
    work = getattr(module, name, None)
    if not callable(work):
        yield f"it has no function {name!r}", f"{name}({takes})"
    elif iscoroutinefunction(work) or isasyncgenfunction(work):
        yield f"its function {name!r} is async, and nobody would wait for it", f"def {name}({takes})"


def _about(module: ModuleType, id: str) -> tuple[About | None, list[tuple[str, str]]]:
    about = getattr(module, "ABOUT", None)
    if not isinstance(about, About):
        said = "it has no ABOUT" if about is None else f"its ABOUT is a {type(about).__name__}"
        return None, [(said, "ABOUT = inspector.model.facts.About(id=…, title=…, fields=…, needs=…)")]
    try:
        about = About.model_validate(about.model_dump(warnings=False))
    except ValueError as wrong:
        return None, [(f"its ABOUT is not one: {in_words(wrong)}", "what inspector.model.facts.About holds")]
    empty = [name for name in ("title", "needs") if not getattr(about, name)]
    lacks = [(f"its ABOUT has no {name}", "what it is called, and the kinds it reads") for name in empty]
    if about.id != id:
        lacks.append((f"its ABOUT has the id {about.id!r}", f"{id!r}, as the entry point is named"))
    return about, lacks


def _signal_about(module: ModuleType, id: str) -> Lacks:
    about, lacks = _about(module, id)
    yield from lacks
    if about is None:
        return
    names = [field.name for field in about.fields]
    for name in dict.fromkeys(names):
        if not _FIELD.fullmatch(name):
            yield f"its field {name!r} cannot be named in a rule", "words in lower case with _ between them"
        elif names.count(name) > 1:
            yield f"its field {name!r} stands twice", "each field once"
        elif level := sorted(LEVELS & set(name.split("_"))):
            yield f"its field {name!r} is a {level[0]}, not a change", "what changed, how surely, since when"
    yield from misdescribed(about.fields)


def _probe_about(module: ModuleType, id: str, fields: tuple[Field, ...]) -> Lacks:
    about, lacks = _about(module, id)
    yield from lacks
    if about is not None and about.fields != fields:
        yield "its ABOUT has fields of its own", "fields=inspector.probes.FIELDS, which every probe has"
    looks_at = getattr(module, "LOOKS_AT", None)
    if not isinstance(looks_at, str) or not looks_at.strip():
        yield "it has no LOOKS_AT", "a string: two probes that look at the same thing are one witness"


def _stand_in(plugin: Plugin, module: ModuleType, name: str, held: Callable[..., Any]) -> ModuleType:
    """A module that says what the plugin's says, with its function guarded and its answers held to what it says of itself."""
    made = ModuleType(module.__name__, module.__doc__)
    made.__dict__.update({key: value for key, value in vars(module).items() if key.isupper()})
    work = getattr(module, name)

    def ask(*given: Any) -> Any:
        answer = guarded(plugin, "plugin-failed", f"{name}() of {plugin.kind} {plugin.id}", lambda: tuple(work(*given)))
        doing = f"looking at what {name}() answered"
        return guarded(plugin, "plugin-answer", doing, lambda: held(plugin, made, answer, *given))

    ask.__name__, ask.__doc__ = name, getattr(work, "__doc__", None)
    setattr(made, name, ask)
    made.__dict__["PLUGIN"] = plugin
    return made
