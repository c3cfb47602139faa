"""What `bundle add` and `bundle map` say: how a file is read, what of it is not, and which command would mend that."""

import difflib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from inspector.cli.bundles.options import complain, quoted, say, verbose
from inspector.cli.bundles.sealing import counted
from inspector.model.words import plain, short

if TYPE_CHECKING:
    from inspector.model.problems import Faults, Problem
    from inspector.packing.adding import Added
    from inspector.packing.given import Given
    from inspector.packing.proposed import Proposal, Proposed
    from inspector.packing.reading_back import Code
    from inspector.privacy.gate import Gate

LIKE, SLIP = 0.6, 0.88
"""From so many letters in common on, one code is like another, and is it with a slip of the pen."""
MOST_CODES, WIDEST = 40, 26
"""At most so many codes that were not understood are named; an example is at most so wide."""


def table(added: "Added", gate: "Gate") -> None:
    """The columns that are read, each with what it is read as, an example, how sure that is and why."""
    from tabulate import tabulate

    found = added.draft.proposed
    if found is None:
        return
    mapping = added.resource.get("mapping", {})
    rows = [*_rows(added, found, mapping, gate)]
    for part in (one for one in found.parts if one.part in mapping.get("parts", {})):
        said = mapping["parts"][part.part]
        rows += [(row[0], f"{part.part}: {row[1]}", *row[2:]) for row in _rows(added, part, said, gate)]
    heads = ("in your file", "read as", "for example", "how sure", "why")
    shown = [place for place in range(5) if place < 2 or place == 3 or any(row[place] for row in rows)]
    if rows:
        cells = [[row[place] for place in shown] for row in rows]
        say(tabulate(cells, headers=[heads[place] for place in shown], tablefmt="simple", disable_numparse=True))


def _rows(
    added: "Added", found: "Proposed", mapping: dict[str, Any], gate: "Gate"
) -> "Iterator[tuple[str, str, str, str, str]]":
    """A line for each column and code that is read, and for each that somebody said."""
    told, used = told_of(added, gate), found.written(unsure_too=True)
    for one in used:
        if "layout" in added.resource or written(one, mapping):
            ours = f"{one.field}: {one.ours or '(nothing)'}" if one.field else one.ours
            yield plain(told(one)), plain(ours), _example(one, gate), one.sure, plain(gate.text(one.why))
    known = {(one.field, one.theirs) for one in used}
    for name, codes in mapping.get("values", {}).items():
        for theirs, code in codes.items():
            if (name, theirs) not in known:
                yield plain(gate.text(theirs)), f"{name}: {code or '(nothing)'}", "", "said", ""
    for name, value in mapping.get("constants", {}).items():
        yield "(all rows)", name, plain(gate.text(str(value))), "said", ""


def _example(one: "Proposal", gate: "Gate") -> str:
    if one.example and one.example != one.theirs:
        return short(gate.cell(one.example) or "", WIDEST)
    return counted(one.count, "row") if one.count else ""


def written(one: "Proposal", mapping: dict[str, Any]) -> bool:
    """Whether a proposal is read so: it stands in the mapping, or needs none."""
    if one.field is not None:
        codes = mapping.get("values", {}).get(one.field)
        return isinstance(codes, dict) and one.theirs in codes and codes[one.theirs] == (one.ours or None)
    return mapping.get("fields", {}).get(one.ours) == one.theirs or one.own


def told_of(added: "Added", gate: "Gate") -> "Callable[[Proposal], str]":
    """How a heading or code is repeated: itself, or that it is not."""
    from inspector.packing.repeating import repeated

    heading = repeated(added.draft)
    return lambda one: gate.text(one.theirs if one.field else heading(one.theirs))


def rest(added: "Added", gate: "Gate", words: list[str]) -> None:
    """What is not read: headings, unsure proposals, codes. `words` is the command that was run, to which options are added."""
    from inspector.packing.repeating import repeated

    found, told, heading = added.draft.proposed, told_of(added, gate), repeated(added.draft)
    mapping = added.resource.get("mapping", {})
    for one in found.written(unsure_too=True) if found and "layout" not in added.resource else ():
        if not written(one, mapping) and one.field is None and one.theirs not in mapping.get("fields", {}).values():
            say(f"Not written, being unsure: {plain(told(one))!r} as {one.ours!r} (--yes writes it)")
    codes(added.back.codes)
    for line in _own(added):
        say(line)
    if found and found.unread:
        say(f"Not read: {', '.join(plain(gate.text(heading(head))) for head in found.unread)}")
    for doubt in found.doubts if found else ():
        say(f"Mind: {plain(gate.text(doubt))}")
    more = list(options(added)) if added.back.codes else []
    if more:
        say(f"What was not understood can be said: {plain(quoted([*words, *more]))}")


def codes(found: "tuple[Code, ...]") -> None:
    """The codes that were not understood, each once with the number of its rows."""
    for one in found[:MOST_CODES]:
        theirs = "what stands there" if one.theirs is None else repr(short(one.theirs, 60))
        say(
            f"Not understood: {theirs} in {plain(one.heading)}, {counted(one.rows, 'row')} ({one.field} is {one.choices})"
        )
    if len(found) > MOST_CODES:
        say(f"Not understood: {len(found) - MOST_CODES} more codes")


def _own(added: "Added") -> "Iterator[str]":
    """What to say before any likeness, where codes that were not understood may be words of a framework's own."""
    from inspector.packing.repeating import opened

    for name in dict.fromkeys(one.field for one in added.back.codes if opened(added.draft, one.field)):
        by = plain(added.draft.by.framework)
        yield f"{by} has no words of its own for {name}: if these are another framework's, name it with --framework."


def refused(added: "Added", lines: list[str], words: list[str]) -> None:
    """Why nothing was changed, and the command that would do it, to standard error."""
    for line in lines:
        complain(line)
    from inspector.packing.answering import read_fields
    from inspector.packing.repeating import repeated

    found, back, heading = added.draft.proposed, added.back, repeated(added.draft)
    for one in back.codes[:MOST_CODES]:
        theirs = "what stands there" if one.theirs is None else repr(short(one.theirs, 60))
        complain(f"Not understood: {theirs}, {counted(one.rows, 'row')} ({one.field} is {one.choices})")
    for line in _own(added):
        complain(line)
    read = read_fields(added)
    for asked in found.asked if found else ():
        if asked.required and asked.field not in read:
            of = tuple(head for head in asked.of if heading(head) == head)
            complain(plain(_question(asked.question, of, asked.choices, asked.why)))
    if found and found.unread:
        complain(f"Not read: {', '.join(plain(back.gate.text(heading(head))) for head in found.unread)}")
    more = list(options(added))
    if more:
        complain(f"This would do it, where it is right: {plain(quoted([*words, *more]))}")


def _question(question: str, of: tuple[str, ...], choices: tuple[str, ...], why: str) -> str:
    parts = [question, f"It may be {', '.join(map(repr, of))}." if of else ""]
    parts += [f"One of {', '.join(choices)}." if choices else "", why]
    return " ".join(part for part in parts if part)


def options(added: "Added") -> Iterator[str]:
    """The options of `bundle add` that would say what is open: words of a command, each option followed by its value."""
    if added.resource["kind"] == "table" and not {"row_schema", "schema"} & set(added.resource):
        yield from ("--schema", "YOUR.schema.json")
    if added.draft.proposed is not None:
        yield from _columns(added, added.draft.proposed)
    if added.draft.proposed is not None and "layout" in added.resource:
        for open_ in added.draft.proposed.open_codes[:MOST_CODES]:
            yield from ("--codes", f"{open_.field}: {open_.theirs}={'|'.join(open_.choices)}")
    for one in added.back.codes[:MOST_CODES]:
        if one.theirs is not None:
            yield from ("--codes", f"{one.field}: {one.theirs}={_nearest(one, added)}")


def _columns(added: "Added", found: "Proposed") -> Iterator[str]:
    """The options that would say which column a field is that has to be filled."""
    from inspector.packing.answering import read_fields
    from inspector.packing.repeating import repeated

    heading, mapped = repeated(added.draft), added.resource.get("mapping", {}).get("fields", {})
    unsure = {
        one.ours: one.theirs for one in found.fields if one.sure == "unsure" and not written(one, {"fields": mapped})
    }
    taken = {*mapped.values(), *unsure.values()}
    spare = [head for head in found.unread if head not in taken]
    read = read_fields(added)
    asked = [one for one in found.asked if one.required and one.field not in read]
    said: set[str] = set()
    for one in asked:
        alone = spare[0] if len(spare) == len(asked) == 1 and not one.suggested and not one.choices else None
        column = unsure.get(one.field) or next(iter(one.of), alone)
        if column is not None and column not in said:
            said.add(column)
            yield from ("--map", f"{heading(column)}={one.field}")
        elif one.constant:
            yield from ("--constant", f"{one.field}={one.suggested or '|'.join(one.choices) or 'VALUE'}")
        else:
            yield from ("--map", f"YOUR HEADING={one.field}")
    if added.back.fails:
        fields = {one.field for one in asked}
        for ours, theirs in unsure.items():
            yield from () if ours in fields else ("--map", f"{heading(theirs)}={ours}")


def _nearest(one: "Code", added: "Added") -> str:
    from inspector.packing.repeating import choices, opened

    known = choices(added.draft, one.field)
    # What may be a word of some framework's own is taken for one of ours only where it is that with a slip of the pen.
    least = SLIP if opened(added.draft, one.field) else LIKE
    near = difflib.get_close_matches((one.theirs or "").lower().replace(" ", "-"), known, n=1, cutoff=least)
    return near[0] if near else "CODE"


def by_it(framework: str | None) -> list[str]:
    """The option that names a framework, as words of a command; none where nobody named one."""
    return ["--framework", framework] if framework else []


def command(file: Path, folder: Path, given: "Given", framework: str | None = None) -> list[str]:
    """The words of the command that was run, without what only says how it is shown."""
    words = ["inspector", "bundle", "add", str(file)]
    words += ["--bundle", str(folder)] if folder != Path() else []
    for option, value in (
        ("--kind", given.kind),
        ("--part", given.part),
        ("--name", given.name),
        ("--sheet", given.sheet),
    ):
        words += [option, value] if value else []
    words += by_it(framework)
    words += ["--replace"] if given.replace else []
    for theirs, ours in given.fields.items():
        words += ["--map", f"{theirs}={ours}"]
    for name, found in given.codes.items():
        for theirs, ours in found.items():
            words += ["--codes", f"{name}: {theirs}={ours}"]
    for name, value in given.constants.items():
        words += ["--constant", f"{name}={value}"]
    return words


def read_line(added: "Added", folder: Path, framework: str | None = None) -> str:
    """How many rows can be read: of all that is said of an added file, this is true of what was read back."""
    back = added.back
    if back.readable == back.rows:
        return f"{counted(back.rows, 'row')} can be read."
    where = quoted(["inspector", "check", str(folder), *by_it(framework)])
    return f"{back.readable} of {counted(back.rows, 'row')} can be read; {where} says what is wrong with the others."


def verbose_problems(added: "Added") -> None:
    """Every remark on what was read back, where more is wanted."""
    from inspector.report.lines import problem_lines

    if verbose():
        for line in problem_lines(one for remark in added.back.problems for one in _first(remark)):
            say(line)


def _first(remark: "Problem | Faults") -> "Iterator[Problem]":
    from inspector.model.problems import Faults

    if isinstance(remark, Faults):
        yield from remark.problems(1)
    else:
        yield remark
