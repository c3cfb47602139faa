"""A page for each signal and each probe: its docstring, the fields rules may read, the rules that do, its cases."""

import inspect
from collections.abc import Iterator, Sequence
from types import ModuleType

import yaml

from inspector import probes, signals
from inspector.model.facts import Field
from inspector.model.field_words import may, relations, speaks, values
from making.docstrings import sentences, told
from making.markdown import bullets, code, link, page, section, table, text
from making.patterns import reads
from making.places import TESTS
from making.shipped import shipped

_ITEMS = ("Innocent explanations", "Ask")


def pages() -> Iterator[tuple[str, str]]:
    """The path and the Markdown of every page on signals and probes."""
    yield "signals/index.md", _list("Signals", signals, "signals/index.md", _SIGNALS)
    yield "probes/index.md", _list("Probes", probes, "probes/index.md", _PROBES)
    for name in signals.ids():
        yield f"signals/{name}.md", _page("signal", name, signals.load(name), signals.load(name).ABOUT.fields)
    for name in probes.ids():
        yield f"probes/{name}.md", _page("probe", name, probes.load(name), probes.FIELDS)


_SIGNALS = (
    "A signal is a typed fact about change: how something moved, how surely, since when, who did it. It never says where "
    "something stands. `inspector explain NAME` prints what stands on these pages."
)
_PROBES = (
    "A probe tests one way in which evidence can be shaped. It asks and never accuses: every question comes with explanations "
    "that are innocent, and there is an answer for too little data. `inspector explain NAME` prints what stands on these pages."
)


def _list(title: str, room: ModuleType, here: str, words: str) -> str:
    rows = [
        [
            link(name, f"{title.lower()}/{name}.md", here),
            text(about.title),
            ", ".join(code(kind) for kind in about.needs),
        ]
        for name, about in room.abouts().items()
    ]
    return page(title, words, table([title.lower().removesuffix("s"), "what it is", "reads"], rows))


def _page(head: str, name: str, module: ModuleType, fields: Sequence[Field]) -> str:
    here = f"{head}s/{name}.md"
    found = told(inspect.getdoc(module) or "")
    needs = ", ".join(link(code(kind), _schema(kind), here) for kind in module.ABOUT.needs)
    return page(
        name,
        f"**{text(found.title)}.**",
        f"A {head}. It reads {needs}.",
        *(text(one) for one in found.before),
        *(section(heading, _body(heading, lines)) for heading, lines in found.sections),
        section("Fields a rule may read", _fields(fields)),
        section("Rules that read it", _readers(f"{head}/{name}", here)),
        section("Its cases", _cases(head, name)),
    )


def _schema(kind: str) -> str:
    return "schemas/index.md#annex-a" if kind == "case-records" else f"schemas/{kind}.md"


def _body(heading: str, lines: tuple[str, ...]) -> str:
    if heading in _ITEMS:
        return bullets(text(item) for item in sentences(lines))
    paragraphs = "\n".join(line.strip() for line in lines).split("\n\n")
    return "\n\n".join(text(paragraph) for paragraph in paragraphs)


def _fields(fields: Sequence[Field]) -> str:
    rows = [[code(f.name), text(_meaning(f)), text(values(f)), text(may(f))] for f in fields]
    return table(["field", "meaning", "values", "what a rule may conclude from it"], rows)


def _meaning(field: Field) -> str:
    """What it means, whether it tells facts apart, what it is by its fellows, and which way it speaks."""
    told = [f"{field.says[:1].upper()}{field.says[1:].rstrip('.')}", *(["It tells facts apart"] if field.key else [])]
    told += [f"{part[:1].upper()}{part[1:]}" for part in (*relations(field), speaks(field)) if part]
    return f"{'. '.join(told)}."


def _readers(kind: str, here: str) -> str:
    found = [
        f"{link(rule.id, f'frameworks/{framework.id}/{rule.id}.md', here)} of {framework.id}"
        for framework in shipped()
        for rule in framework.rules
        if any(pattern.kind == kind for pattern in reads(rule))
    ]
    rows = [
        f"row {link(row.id, f'frameworks/{framework.id}/index.md#verdicts', here)} of {framework.id}'s decision table"
        for framework in shipped()
        for row in framework.verdicts
        if any(pattern.kind == kind for pattern in reads(row))
    ]
    return bullets([*found, *rows]) or "No rule of the frameworks that ship reads it."


def _cases(head: str, name: str) -> str:
    path = TESTS / f"{head}s" / f"{name.replace('-', '_')}.yaml"
    if not path.is_file():
        return ""
    names = [case["name"] for case in yaml.safe_load(path.read_text(encoding="utf-8"))]
    return f"Held by {code(f'tests/{head}s/{path.name}')}:\n\n" + bullets(text(one) for one in names)
