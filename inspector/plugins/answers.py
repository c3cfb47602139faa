"""What a plugin answers, held to what it says of itself: a fact, trace or remark of another shape is refused, never mended.

Each answer gets the name of the package it comes from, so that nobody takes it for one of ours. Numbers are rounded to six
significant digits, as ours are.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from types import ModuleType
from typing import Any, TypeVar, get_args

from inspector.model.base import Noun
from inspector.model.evidence import Evidence, Kind, Rows
from inspector.model.facts import Fact, Field, Scalar
from inspector.model.field_faults import untrue
from inspector.model.ladder import STANDINGS
from inspector.model.problems import Problem, shown
from inspector.model.traces import OUTCOMES, Trace
from inspector.plugins.installed import Plugin
from inspector.plugins.refusal import refused, remark
from inspector.stats.rounding import round6

LARGEST = 2**63
Answered = TypeVar("Answered", bound=Noun)
KINDS: tuple[str, ...] = get_args(Kind)
_WORDS: Mapping[str, str] = {
    "string": "a string",
    "number": "a finite number",
    "integer": "a whole number",
    "boolean": "True or False",
    "date": "a datetime.date",
    "standing": f"one of {', '.join(STANDINGS)}",
}
Wrongs = Iterator[tuple[str, str]]
"""What is wrong with an answer, and what was expected."""


def facts_of(plugin: Plugin, module: ModuleType, answer: Sequence[Any], evidence: Evidence) -> tuple[Fact, ...]:
    """The facts of a signal. Raises CannotComplete where one is not as `ABOUT` says, or rests on what is not there."""
    fields = {field.name: field for field in module.ABOUT.fields}
    kind = f"signal/{plugin.id}"
    facts = _held(plugin, answer, Fact, lambda fact: _fact(fact, kind, fields, evidence))
    _once(plugin, [fact.id for fact in facts])
    if keys := [field.name for field in module.ABOUT.fields if field.key]:
        _once(plugin, [", ".join(str(fact.fields.get(name)) for name in keys) for fact in facts])
    return tuple(
        fact.model_copy(
            update={"plugin": plugin.package, "fields": {name: _rounded(v) for name, v in fact.fields.items()}}
        )
        for fact in facts
    )


def traces_of(plugin: Plugin, module: ModuleType, answer: Sequence[Any], evidence: Evidence) -> tuple[Trace, ...]:  # noqa: ARG001
    """The traces of a probe. Raises CannotComplete where one has another shape or asks without its innocent explanations."""
    traces = _held(plugin, answer, Trace, lambda trace: _trace(trace, plugin.id, evidence))
    _once(plugin, [trace.subject for trace in traces])
    numbers = ("p_value", "effect", "smallest_dose")
    return tuple(
        trace.model_copy(
            update={"plugin": plugin.package, **{name: _rounded(getattr(trace, name)) for name in numbers}}
        )
        for trace in traces
    )


def problems_of(
    plugin: Plugin,
    module: ModuleType,  # noqa: ARG001
    answer: Sequence[Any],
    *given: object,  # noqa: ARG001
) -> tuple[Problem, ...]:
    """The remarks of a lint, each with the plugin's name in its words, because formats show a remark and not who made it."""
    problems = _held(plugin, answer, Problem, lambda problem: _problem(problem, plugin.id))
    said = f" (a lint of the plugin {plugin.package})"
    return tuple(problem.model_copy(update={"message": f"{problem.message}{said}"}) for problem in problems)


def in_words(wrong: ValueError) -> str:
    """What a validation found, on one line: the first of it, without the values."""
    errors = getattr(wrong, "errors", None)
    if errors is None:
        return str(wrong)
    first = errors(include_url=False, include_input=False, include_context=False)[0]
    return f"{'.'.join(str(part) for part in first['loc'])}: {first['msg']}"


def _held(
    plugin: Plugin, answer: Sequence[Any], of: type[Answered], wrongs: Callable[[Answered], Wrongs]
) -> list[Answered]:
    """The answers made anew from what they hold, because `model_construct` and a subclass of ours hold anything."""
    made: list[Answered] = []
    problems = []
    for place, one in enumerate(answer, 1):
        name = f"answer {place}"
        found = list(_not_one(one, of, name))
        if not found:
            made.append(_anew(one, of))
            name = getattr(made[-1], "id", None) or name
            found = [(f"{name}: {what}", wanted) for what, wanted in wrongs(made[-1])]
        problems += [_wrong(plugin, message, expected) for message, expected in found]
    if problems:
        raise refused(problems[:5])
    return made


def _not_one(one: Any, of: type[Noun], name: str) -> Wrongs:
    """Why this is no value of that type, or holds what no result can be written with."""
    expected = f"a {of.__module__}.{of.__name__}"
    if not isinstance(one, of):
        yield f"{name} is a {type(one).__name__}", expected
        return
    try:
        parts = _anew(one, of).model_dump()
    except ValueError as wrong:
        yield f"{name} is not as its type says: {in_words(wrong)}", expected
        return
    for what, wanted in _unwritable(parts):
        yield f"{name}: {what}", wanted


def _anew(one: Noun, of: type[Answered]) -> Answered:
    parts = one.model_dump(warnings=False)
    return of.model_validate({name: part for name, part in parts.items() if name in of.model_fields})


def _unwritable(part: Any) -> Wrongs:
    """Numbers that other programs cannot read, and texts that are none."""
    if isinstance(part, int) and not -LARGEST <= part < LARGEST:
        yield f"it has a whole number of {part.bit_length()} bits", "one of 64 bits at most"
    elif isinstance(part, str) and any("\ud800" <= letter <= "\udfff" for letter in part):
        yield f"its text {shown(ascii(part))} has half a character", "text that can be written as UTF-8"
    elif isinstance(part, Mapping):
        for name, value in part.items():
            yield from _unwritable(name)
            yield from _unwritable(value)
    elif isinstance(part, list | tuple):
        for value in part:
            yield from _unwritable(value)


def _once(plugin: Plugin, names: Sequence[str]) -> None:
    twice = sorted(name for name, count in Counter(names).items() if count > 1)
    if twice:
        raise refused([_wrong(plugin, f"{twice[0]!r} is answered twice", "each once")])


def _wrong(plugin: Plugin, message: str, expected: str) -> Problem:
    return remark("plugin-answer", plugin.named, plugin.place, message, expected)


def _fact(fact: Fact, kind: str, fields: Mapping[str, Field], evidence: Evidence) -> Wrongs:
    if fact.kind != kind:
        yield f"it is of kind {fact.kind!r}", repr(kind)
    if fact.id != kind and not fact.id.startswith(f"{kind}/"):
        yield "it has an id of somebody else", f"{kind!r} or {kind + '/…'!r}"
    if not fact.says.strip():
        yield "it says nothing", "the fact in words"
    for name, value in fact.fields.items():
        if name not in fields:
            yield f"it has a field {name!r} that ABOUT does not name", f"one of {', '.join(fields) or 'none'}"
        elif not _is(value, fields[name]):
            yield f"its field {name!r} is {value!r}", _wanted(fields[name])
        else:
            yield from untrue(fields[name], fact.fields)
    yield from _resting(fact.rests_on, evidence)
    yield from _rows(fact.rows, evidence)


def _resting(names: Sequence[str], evidence: Evidence) -> Wrongs:
    """A fact shares the trust in the evidence that it rests on; one that names none would escape every doubt."""
    there = {one.kind for one in evidence.resources} | {f"indicator/{one.indicator}" for one in evidence.indicators}
    if not names:
        yield "it rests on nothing", "`rests_on` with `indicator/ID` or kinds of resources"
    for name in names:
        if name not in there:
            yield f"it rests on {name!r}, which the bundle does not have", "evidence that was submitted"


def _rows(rows: Iterable[Rows], evidence: Evidence) -> Wrongs:
    paths = {one.path for one in evidence.resources}
    for part in rows:
        # Rows of a workbook name the sheet after its path.
        if part.resource not in paths and part.resource.partition(" > ")[0] not in paths:
            yield (
                f"it points at rows of {part.resource!r}, which the bundle does not have",
                "`resource` of what was read",
            )
        elif not part.rows or min(part.rows) < 1:
            yield f"it points at no row of {part.resource!r}", "rows as a spreadsheet counts them"
        elif max(part.rows) > _last(part.resource, max(part.rows), evidence):
            yield (
                f"it points at row {max(part.rows)} of {part.resource!r}, which has fewer",
                "rows as a spreadsheet counts them, the header being row 1",
            )


def _last(path: str, wanted: int, evidence: Evidence) -> int:
    """The last row of a file, where it is known: of sheets, tables of the authority's own and case records it is not."""
    known = [
        one for one in evidence.resources if one.path == path and one.kind not in ("table", "case-records", "return")
    ]
    if not known:
        return wanted
    last = max(one.rows for one in known) + 1
    if wanted > last:
        # Blank rows are not counted but keep their numbers, so that what was read may stand further below.
        tables = (part for _, part in evidence if isinstance(part, tuple))
        read = (getattr(one, "row", 0) for table in tables for one in table if getattr(one, "resource", "") == path)
        left = (row for part in evidence.left_out if part.resource == path for row in part.rows)
        last = max(last, *read, *left, *(one.row for one in evidence.set_aside if one.resource == path), 0)
    return last


def _trace(trace: Trace, id: str, evidence: Evidence) -> Wrongs:
    if trace.probe != id:
        yield f"it is of the probe {trace.probe!r}", repr(id)
    if trace.outcome not in OUTCOMES:
        yield f"its outcome is {trace.outcome!r}", f"one of {', '.join(OUTCOMES)}"
    if not trace.says.strip():
        yield "it says nothing", "what was seen, in words"
    if not trace.subject.startswith("indicator/") and trace.subject.partition("/")[0] not in KINDS:
        yield f"its subject is {trace.subject!r}", "`indicator/ID` or a kind of resource"
    if trace.outcome in ("question", "strong-question") and not (trace.innocent and trace.ask):
        yield (
            "it asks without innocent explanations or without a question",
            "`innocent` and `ask`, one of each at least",
        )
    for name in ("p_value", "effect", "smallest_dose"):
        number = getattr(trace, name)
        if number is not None and not (math.isfinite(number) and 0 <= number <= 1):
            yield f"its {name} is {number!r}", "a number from 0 to 1, or None"
    yield from _rows(trace.rows, evidence)


def _problem(problem: Problem, id: str) -> Wrongs:
    if problem.rule != id:
        yield f"it is of the rule {problem.rule!r}", repr(id)
    if not problem.message.strip():
        yield "it says nothing", "what is wrong, in words"


def _is(value: Scalar, field: Field) -> bool:
    if field.choices and value not in field.choices:
        return False
    match field.type:
        case "string":
            return isinstance(value, str)
        case "boolean":
            return isinstance(value, bool)
        case "date":
            return isinstance(value, date) and not isinstance(value, datetime)
        case "standing":
            return value in STANDINGS
        case "integer":
            return isinstance(value, int) and not isinstance(value, bool)
        case "number":
            return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _wanted(field: Field) -> str:
    return f"one of {', '.join(field.choices)}" if field.choices else _WORDS[field.type]


def _rounded(value: Any) -> Any:
    return round6(value) if isinstance(value, float) else value
