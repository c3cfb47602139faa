"""What rules may speak of, as text and as JSON: every signal and probe, and each field with what may be concluded from it."""

from collections.abc import Iterator, Sequence

from inspector.model.fact_kinds import FactKind
from inspector.model.facts import Field, Role
from inspector.model.field_words import relations, speaks, values
from inspector.model.plugins import PluginPart
from inspector.model.roles import HANGS_ON_RULES, MAY, NOT_STATED
from inspector.report.document.plugins import plugin_values
from inspector.report.document.written import written
from inspector.report.harmless import plain
from inspector.report.lines import wrapped
from inspector.report.workbench.facts_shape import FactsDocument, FieldOf, KindOf
from inspector.version import __version__

ORDER: tuple[Role, ...] = ("measured", "activity", "declared", "name", "doubt")
"""The roles in the order in which fields are told."""
FACT_OF = {
    "tally": "Its `is` compares with one of these: n of a count, share of a share.",
    "finding": "One fact for each match of the rule; beside these fields it has what the rule carries.",
    "theme": "One fact, where the decision table asks for it.",
    "verdict-basis": "One fact, where the decision table asks for it.",
}


def render(found: Sequence[FactKind], form: str, *, one_by_one: bool, heard: Sequence[PluginPart] = ()) -> str:
    """The kinds as `text` or `json`, ending in a newline. `one_by_one`: with their fields, else as a list."""
    if form == "json":
        return written(document(found, heard))
    return (
        "\n\n".join("\n".join(_kind(one)) for one in found) + "\n" if one_by_one else "\n".join(_listing(found)) + "\n"
    )


def document(found: Sequence[FactKind], heard: Sequence[PluginPart]) -> FactsDocument:
    """The document of these kinds."""
    made: FactsDocument = {
        "format": "inspector-facts",
        "version": 1,
        "engine": __version__,
        "roles": [{"role": role, "may": says} for role, says in MAY.items()],
        "kinds": [_document_of(one) for one in found],
    }
    return {**made, "plugins": plugin_values(heard)} if heard else made


def schemas_text(written_to: Sequence[str]) -> str:
    """What was written for an editor."""
    lines = [f"Written: {', '.join(map(plain, written_to))}."]
    lines += wrapped(
        "An editor with the YAML language server completes and checks the files of this framework by them, where the first line "
        "of each file names its schema. Write them again when another version of Inspector or another plugin is installed.",
        "",
    )
    return "\n".join(lines) + "\n"


def _listing(found: Sequence[FactKind]) -> Iterator[str]:
    widest = max(len(one.name) for one in found)
    for title, some in _groups(found):
        yield from ("", f"{title}:") if title != "Signals" else (f"{title}:",)
        for one in some:
            by = f" (of the plugin {one.plugin})" if one.plugin else ""
            yield from wrapped(f"{one.title}{by}", f"  {one.name:<{widest}}  ", " " * (widest + 4))
    yield ""
    yield from wrapped("What may be concluded from a field hangs on its role:", "")
    for role, says in MAY.items():
        yield from wrapped(says, f"  {role:<9} ", " " * 12)
    yield ""
    yield from wrapped("`inspector framework facts NAME` tells each field of one of them.", "")


def _groups(found: Sequence[FactKind]) -> Iterator[tuple[str, list[FactKind]]]:
    titles = {"signal": "Signals", "probe": "Probes"}
    for title in ("Signals", "Probes", "What comes from rules"):
        some = [one for one in found if titles.get(one.head[0], "What comes from rules") == title]
        if some:
            yield title, some


def _kind(one: FactKind) -> Iterator[str]:
    by = f", of the plugin {one.plugin}" if one.plugin else ""
    title = f"{one.kind}: {one.title}{by}"
    yield from wrapped(title if title.endswith("?") else f"{title}.", "")
    if one.about:
        yield from wrapped(one.about, "  ")
    yield ""
    yield from wrapped(_facts_of(one), "")
    if one.needs:
        yield from wrapped(f"It reads {', '.join(one.needs)}.", "")
    if not one.of_rules:
        yield from wrapped(f"In a rule: {_written(one)}", "")
    for role in (*ORDER, None):
        fields = [field for field in one.fields if field.role == role]
        if fields:
            yield ""
            yield from wrapped(f"{_heading(role, one)}.", "")
        for field in fields:
            yield from _field(field)


def _heading(role: Role | None, one: FactKind) -> str:
    if role is not None:
        return f"{role.capitalize()}: {MAY[role]}"
    return f"What may be concluded: {HANGS_ON_RULES}" if one.of_rules else f"Role {NOT_STATED}"


def _facts_of(one: FactKind) -> str:
    if one.of_rules:
        return FACT_OF[one.name]
    if not one.keys:
        return "One fact, or none."
    keys = " and ".join(one.keys)
    return f"A fact for each {keys}: {'it tells' if len(one.keys) == 1 else 'together they tell'} its facts apart."


def _written(one: FactKind) -> str:
    """An example: the head, and the first field that a rule may conclude something from."""
    head, name = one.head
    conditions = [f"{head}: {name}"]
    conditions += [f"{field.name}: {field.choices[0]}" for field in one.fields if field.key and field.choices]
    some = [f for f in one.fields if f.role in ("measured", "activity", "declared") and _shown(f)]
    field = next((f for f in some if f.good or f.better or f.worse), some[0] if some else None)
    field = field or next((f for f in one.fields if f.choices and not f.key), None)
    conditions += [f"{field.name}: {_shown(field)}"] if field else []
    return f"{head[0]}: {{{', '.join(conditions)}}}"


def _shown(field: Field) -> str:
    if field.choices:
        return field.choices[0]
    if field.type == "integer":
        return '">= 3"'
    return '">= 0.5"' if field.type == "number" and field.most == 1 else ""


def _field(field: Field) -> Iterator[str]:
    yield from wrapped(f"{field.name}: {values(field)}", "  ", "    ")
    told = [f"{field.says[:1].upper()}{field.says[1:].rstrip('.')}"]
    told += ["It tells facts apart"] if field.key else []
    told += [f"{part[:1].upper()}{part[1:]}" for part in (*relations(field), speaks(field)) if part]
    yield from wrapped(f"{'. '.join(told)}.", "      ")


def _document_of(one: FactKind) -> KindOf:
    made: KindOf = {
        "kind": one.kind,
        "name": one.name,
        "head": one.head[0],
        "title": one.title,
        "needs": list(one.needs),
        "keys": list(one.keys),
        "fields": [_document_of_field(field, one) for field in one.fields],
    }
    return {**made, "plugin": one.plugin} if one.plugin else made


def _document_of_field(field: Field, one: FactKind) -> FieldOf:
    made = {
        "name": field.name,
        "type": field.type,
        "says": field.says,
        "role": field.role,
        "may": MAY[field.role] if field.role else HANGS_ON_RULES if one.of_rules else NOT_STATED,
        "unit": field.unit or None,
        "least": field.least,
        "most": field.most,
        "good": field.good,
        "sure_of": field.sure_of,
        "speaks": speaks(field) or None,
        "key": field.key,
        "open": field.open,
        "words": field.words,
        "choices": list(field.choices),
        "better": list(field.better),
        "worse": list(field.worse),
        "equals": field.equals or None,
        "at_most": list(field.at_most),
        "only_where": [field.only_where[0], list(field.only_where[1])] if field.only_where else None,
        "always": field.always,
    }
    return made  # type: ignore[return-value]
