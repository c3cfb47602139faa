"""The words tell a value that there never is where the rule fires.

What:
    A value in a text, `{move.worse}`, of a field that a fact has only beside other words than those that the rule asks for: what
    a loss did, in the sentence on a gain; how long a gain held, in one on a loss.

Why:
    It reads `not stated` in every report, as if somebody had left something out.

Bad:
    when: {move: {signal: trajectory, call: [gradual-gain, sudden-gain]}}
    says: "{move.title}: better, {move.worse}."

Good:
    when: {move: {signal: trajectory, call: loss}}
    says: "{move.title}: {move.worse}."

Waive:
    It cannot be waived: the sentence would have a hole in every report.
"""

import re
from collections.abc import Iterator

from inspector.lints._boxes import asked
from inspector.lints._ranges import Words, allowed, meet
from inspector.lints._walk import Holder, Vocabulary, field_of, holders, remark, texts
from inspector.model.facts import Field
from inspector.model.problems import Level, Problem
from inspector.model.rules import Framework, Pattern

ID = "value-never-there"
FAMILY = "findings"
LEVEL: Level = "error"
WAIVABLE = False
_VALUE = re.compile(r"\{(\w+)\.(\w+)[}|]")


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:
    """One remark for each value that is never there."""
    return tuple(problem for holder in holders(framework) for problem in _holder(holder, vocabulary))


def _holder(holder: Holder, vocabulary: Vocabulary) -> Iterator[Problem]:
    bound = {part.alias: part for part in holder.when if isinstance(part, Pattern)}
    for place, text in texts(holder):
        for alias, name in dict.fromkeys(_VALUE.findall(text)):
            pattern = bound.get(alias)
            fields = vocabulary.get(pattern.kind, ()) if pattern is not None else ()
            field = field_of(fields, name)
            if pattern is not None and field is not None and (where := _elsewhere(pattern, field, fields)):
                message = f"{{{alias}.{name}}} is never there beside what the rule asks for, only where {where}"
                yield remark(
                    ID, holder.place(place), message, "a value that the fact has", "leave it out, or tell another"
                )


def _elsewhere(pattern: Pattern, field: Field, fields: tuple[Field, ...]) -> str:
    """Where the field is there, in words, if that is never where the pattern fits; empty otherwise."""
    name, words = field.only_where or ("", ())
    other = field_of(fields, name)
    if other is None:
        return ""
    left = meet(allowed(other, asked(pattern, name)), Words(frozenset(words)))
    gone = isinstance(left, Words) and not left.named and not left.others
    return f"{name} is {', '.join(words)}" if gone else ""
