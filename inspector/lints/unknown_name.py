"""A rule names a signal, probe, finding, theme or field that does not exist.

What:
    A name in a pattern, in a condition, in `{alias.field}` within the words of a rule, or in what a finding carries.

Why:
    A misspelt signal would never be found in a bundle, so the rule would be silent for ever and nobody would know.

Bad:
    when: {pace: {signal: improvement-pase, active_shares: ">= 0.75"}}

Good:
    when: {pace: {signal: improvement-pace, active_share: ">= 0.75"}}

Waive:
    It cannot be waived: what does not exist cannot be asked for.
"""

import re
from collections.abc import Iterator

from inspector.lints._walk import Holder, Vocabulary, aliases, field_of, holders, near, patterns, remark, texts
from inspector.model.problems import Problem, Where, shown
from inspector.model.remarks import one_of
from inspector.model.rules import Framework, Rule

ID = "unknown-name"
FAMILY = "names"
LEVEL = "error"
WAIVABLE = False
_SORTS = {"standing": "theme"}
"""What an author calls what a pattern asks for: `theme: homes` asks for where the theme stands."""
_PLACE = re.compile(r"\{([a-z][a-z0-9_]*)\.([a-z][a-z0-9_]*)(?:\|[^{}|]*\|[^{}|]*)?\}")


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:
    """One remark for each name that is not there, with the nearest one that is."""
    return tuple(problem for holder in holders(framework) for problem in _holder(holder, vocabulary))


def _holder(holder: Holder, vocabulary: Vocabulary) -> Iterator[Problem]:
    for pattern in patterns(holder):
        fields = vocabulary.get(pattern.kind)
        if fields is None:
            yield _unknown_kind(pattern.kind, pattern.where, vocabulary)
            continue
        for condition in pattern.conditions:
            if field_of(fields, condition.field) is None:
                yield _unknown_field(condition.field, pattern.kind, condition.where, [f.name for f in fields])
    yield from _references(holder, vocabulary)
    yield from _words(holder, vocabulary)


def _references(holder: Holder, vocabulary: Vocabulary) -> Iterator[Problem]:
    known = aliases(holder, vocabulary)
    refs = [(c.ref, c.where) for p in patterns(holder) for c in p.conditions if c.ref is not None]
    refs += (
        [(ref, holder.place("conclude/carry")) for _, ref in holder.conclude.carry] if isinstance(holder, Rule) else []
    )
    for ref, where in refs:
        fields = known.get(ref.alias)
        if fields is not None and field_of(fields, ref.field) is None:
            yield _unknown_field(ref.field, ref.alias, where, [f.name for f in fields])


def _words(holder: Holder, vocabulary: Vocabulary) -> Iterator[Problem]:
    known = aliases(holder, vocabulary)
    for part, text in texts(holder):
        for alias, name in _PLACE.findall(text):
            fields = known.get(alias)
            if fields is not None and field_of(fields, name) is None:
                yield _unknown_field(name, alias, holder.place(part), [f.name for f in fields])


def _unknown_kind(kind: str, where: Where, vocabulary: Vocabulary) -> Problem:
    group, _, name = kind.partition("/")
    known = [other.partition("/")[2] for other in vocabulary if other.startswith(f"{group}/")]
    sort = _SORTS.get(group, group)
    expected = one_of(known) if known else "a rule of that id" if group == "finding" else f"a {sort} of that id"
    return remark(ID, where, f"there is no {sort} {shown(name)}", expected, near(name, known))


def _unknown_field(name: str, of: str, where: Where, known: list[str]) -> Problem:
    return remark(ID, where, f"{of} has no field {shown(name)}", one_of(known), near(name, known))
