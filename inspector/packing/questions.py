"""What has to be asked before a folder of files is a bundle, and a file of answers that is written, filled in and read again."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from inspector.bundle.schema.cells import is_date
from inspector.model.headings import bare
from inspector.model.limits import most, raise_it, words
from inspector.model.problems import CannotComplete, Problem, Where, shown
from inspector.model.remarks import did_you_mean, error, one_of
from inspector.model.words import plain

Key = tuple[str, ...]
Answers = dict[Key, str]
AGREED = frozenset(("ok", "yes", "y"))
"""Answers by which what is proposed is taken."""
NONE = "none"
"""The answer by which something is left out."""
TOP = ("authority", "period", "files", "register")
_DEEPEST = 6
MOST_AGAIN = 8
"""More choices than these are listed once, where they are asked first."""


@dataclass(frozen=True)
class Question:
    """A question with its place in the file of answers. `choices`: what may be answered, where not anything may.

    `proposed` is what the answer very likely is; `free`: beside the choices, one value for all rows after a `=`.
    """

    key: Key
    text: str
    choices: tuple[str, ...] = ()
    proposed: str = ""
    why: str = ""
    required: bool = True
    free: bool = False
    day: bool = False

    def read(self, answer: str) -> str | None:
        """The answer as it is meant; empty where it leaves the question open, None where it is none of the choices."""
        said = answer.strip()
        if not said:
            return ""
        if bare(said) in AGREED and said not in self.choices and (self.proposed or not self.required):
            return self.proposed or NONE
        if self.day:
            return said if is_date(said) else None
        if not self.choices or (self.free and said.startswith("=") and said[1:].strip()):
            return said
        if said in self.choices:
            return said
        near = [one for one in self.choices if bare(one) == bare(said) and bare(said)]
        return near[0] if len(near) == 1 else None


def open_ones(questions: Iterable[Question], answers: Mapping[Key, str]) -> list[Question]:
    """The questions that have no answer yet."""
    return [one for one in questions if one.key not in answers]


def as_yaml(questions: Sequence[Question], answers: Mapping[Key, str], command: str) -> str:
    """The file of answers: every question as a comment, what was answered as it was, and room for the rest."""
    lines = [
        "# Write an answer behind each colon that has none, save this file, and run the same command again:",
        f"#   {plain(command)}",
        f"# ok takes what is proposed; {NONE} says that there is none. What is marked as optional may stay empty.",
        "",
    ]
    before: Key = ()
    told: set[tuple[str, ...]] = set()
    for one in sorted(questions, key=_place):
        depth = next((n for n, (a, b) in enumerate(zip(before, one.key, strict=False)) if a != b), len(before))
        for level in range(depth, len(one.key) - 1):
            lines.append(f"{'  ' * level}{_text(one.key[level])}:")
        indent = "  " * (len(one.key) - 1)
        again = len(one.choices) > MOST_AGAIN and one.choices in told
        told.add(one.choices)
        lines += [f"{indent}# {line}" for line in _comments(one, again=again)]
        value = answers.get(one.key, "")
        lines.append(f"{indent}{_text(one.key[-1])}:{' ' + _text(value) if value else ''}")
        before = one.key[:-1]
    return "\n".join(lines) + "\n"


def _place(one: Question) -> tuple[Any, ...]:
    top = TOP.index(one.key[0]) if one.key[0] in TOP else len(TOP)
    return top, one.key[:-1], not one.required


def _comments(one: Question, *, again: bool) -> Iterator[str]:
    yield plain(one.text) + ("" if one.required else " (optional)")
    if again:
        yield "One of the many above, where it was asked first"
    elif one.choices:
        yield f"One of: {plain(' | '.join(one.choices))}" + (" | = one value for all rows" if one.free else "")
    elif one.free:
        yield "= one value for all rows"
    if one.proposed:
        yield f"Proposed: {plain(one.proposed)}" + (f" ({plain(one.why)})" if one.why else "")
    elif one.why:
        yield plain(one.why)


def _text(value: str) -> str:
    """A text of YAML that is read as itself, in quotes where it would not be."""
    if re.fullmatch(r"[A-Za-z][A-Za-z0-9_-]*|\d{4}-\d{2}-\d{2}", value):
        return value
    return '"' + "".join(_escaped(one) for one in value) + '"'


def _escaped(letter: str) -> str:
    if letter in '"\\':
        return f"\\{letter}"
    return letter if letter.isprintable() else f"\\U{ord(letter):08X}"


def from_yaml(data: bytes, name: str) -> Answers:
    """The answers of a file, by their places. Raises CannotComplete with the line of what is none."""
    if len(data) > most("yaml-bytes"):
        message = f"the file has {len(data):,} bytes, and the limit is {words('yaml-bytes')}"
        raise CannotComplete([error("file-too-large", Where(file=name), message, fix=raise_it("yaml-bytes"))])
    try:
        text = data.decode("utf-8-sig")
        if any(isinstance(one, yaml.AliasEvent) for one in yaml.parse(text, Loader=yaml.SafeLoader)):
            raise CannotComplete([_wrong(name, None, "it refers to itself with *, which answers never need")])
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except UnicodeDecodeError:
        raise CannotComplete([_wrong(name, None, "it is not UTF-8")]) from None
    except yaml.YAMLError as failure:
        mark = getattr(failure, "problem_mark", None)
        said = getattr(failure, "problem", None) or "it is no YAML"
        line = mark.line + 1 if mark else None
        raise CannotComplete([_wrong(name, line, f"{said}", "put quotes round an answer with signs in it")]) from None
    except RecursionError:
        raise CannotComplete([_wrong(name, None, "it is nested too deep")]) from None
    found: Answers = {}
    if node is not None:
        _gather(node, (), found, name)
    return found


def _gather(node: yaml.Node, at: Key, found: Answers, name: str) -> None:
    line = node.start_mark.line + 1
    if isinstance(node, yaml.ScalarNode) and at:
        if at in found:
            raise CannotComplete([_wrong(name, line, f"{shown(at[-1])} stands twice")])
        found[at] = "" if node.tag == "tag:yaml.org,2002:null" and node.style is None else str(node.value)
        return
    if not isinstance(node, yaml.MappingNode) or len(at) >= _DEEPEST:
        raise CannotComplete([_wrong(name, line, "here is no answer to anything")])
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise CannotComplete([_wrong(name, line, "the name of an answer is no text")])
        if not at and key.value not in TOP:
            near = did_you_mean(key.value, TOP) or one_of(TOP)
            raise CannotComplete(
                [_wrong(name, key.start_mark.line + 1, f"{shown(key.value)} is no part of answers", near)]
            )
        _gather(value, (*at, str(key.value)), found, name)


def _wrong(name: str, line: int | None, message: str, fix: str = "") -> Problem:
    return error("answers", Where(file=name, line=line), message, fix=fix)


def settled(questions: Iterable[Question], given: Mapping[Key, str], name: str) -> Answers:
    """The answers that questions were given, read as they are meant. Raises CannotComplete for those that are no choice."""
    found, wrong = {}, []
    for one in questions:
        said = one.read(given.get(one.key, ""))
        if said is None:
            at, answer = ": ".join(one.key), given[one.key].strip()
            expected = "a day as 2025-03-31" if one.day else one_of(one.choices)
            message = f"{shown(answer)} is no answer to {shown(at, 120)}"
            wrong.append(error("answers", Where(file=name), message, expected, did_you_mean(answer, one.choices)))
        elif said:
            found[one.key] = said
    if wrong:
        raise CannotComplete(wrong)
    return found
