"""A comparison as text for a terminal: the verdict and the ladder, then what changed and what came of what was promised."""

from collections.abc import Iterator

from tabulate import tabulate

from inspector.report.comparison.sections import Group, Section, sections, side, steps, title
from inspector.report.comparison.shape import ComparisonDocument
from inspector.report.harmless import harmless, plain
from inspector.report.lines import wrapped
from inspector.report.wording import Words, counted, phrases

FIRST = 5
"""So many things of a group are shown."""


def text(document: ComparisonDocument, *, everything: bool = False) -> str:
    """The comparison as text, ending in a newline; the first of each group unless `everything`."""
    d, t = harmless(document), phrases()
    parts = [_head(d, t), _ladder(d, t), *(_section(one, t, everything=everything) for one in sections(d, t))]
    return "\n\n".join(parts) + "\n"


def _head(d: ComparisonDocument, t: Words) -> str:
    lines = [
        *wrapped(title(d, t), ""),
        *wrapped(side(d["old"], t, "old"), "", "  "),
        *wrapped(side(d["new"], t, "new"), "", "  "),
    ]
    lines += [line for note in d["notes"] for line in wrapped(note, "")]
    lines += ["", *wrapped(d["says"], "", "  ")]
    lines += [*wrapped(f"Then: {d['old']['says']}", "  ", "    "), *wrapped(f"Now: {d['new']['says']}", "  ", "    ")]
    return "\n".join(lines)


def _ladder(d: ComparisonDocument, t: Words) -> str:
    w = t["compare"]
    rows = [
        [plain(one["title"]), *(step or "-" for step in steps(one)), w["moved"][one["moved"]]] for one in d["themes"]
    ]
    table = tabulate(rows, headers=w["ladder_columns"], tablefmt="simple", maxcolwidths=[60, None, None, None])
    return "\n".join([w["sections"]["ladder"].upper(), *(line.rstrip() for line in table.splitlines())])


def _section(one: Section, t: Words, *, everything: bool) -> str:
    lines = [one.title.upper(), *(line for said in one.says for line in wrapped(said, "  "))]
    for group in one.groups:
        lines += _group(group, t, everything=everything)
    if not one.groups and not one.says:
        lines.append(f"  {t['compare']['none']}")
    return "\n".join(lines)


def _group(group: Group, t: Words, *, everything: bool) -> Iterator[str]:
    yield from wrapped(group.title, "  ")
    shown = group.items if everything else group.items[:FIRST]
    for item in shown:
        yield from wrapped(f"- {item.line}", "    ", "      ")
        for more in item.more:
            yield from wrapped(more, "      ", "        ")
    if len(shown) < len(group.items):
        yield f"    {counted(t['compare']['more'], len(group.items) - len(shown))}"
