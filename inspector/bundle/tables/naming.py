"""Which field each heading of a table names: the mapping first, then exact names, then likenesses."""

from collections import Counter
from functools import lru_cache
from typing import Any

from inspector.bundle.schema.patterns import which
from inspector.bundle.tables.mapping import Mapping
from inspector.model.headings import bare

Schema = dict[str, Any]


def names_of(
    headings: list[str], schema: Schema, mapping: Mapping | None, known: dict[str, set[str]] | None = None
) -> list[str | None]:
    """The field of each heading, or None.

    What the mapping says comes first, then a field's own name, its title, its aliases, all three as they stand; then the
    same without regard to case and signs; then what is alike. A field that was named goes to no later heading, so that a
    loose likeness never takes a column from its owner; headings that name a field equally well all have it.
    `known` are the headings that are alike to each field, where that was asked of many rows at once.
    """
    names: list[str | None] = [None] * len(headings)
    for level in (mapped(headings, mapping), *_levels(schema)):
        taken = set(names)
        for place, heading in enumerate(headings):
            if heading and names[place] is None:
                name = level.get(heading)
                if name not in taken:
                    names[place] = name
    _alike_names(headings, names, schema, known)
    return names


def mapped(headings: list[str], mapping: Mapping | None) -> dict[str, str]:
    """The field that the mapping gives to each heading: as it stands, else the only one that differs in case and signs alone."""
    if mapping is None or not mapping.fields:
        return {}
    found: dict[str, str] = {}
    for ours, theirs in mapping.fields.items():
        heading = heading_of(theirs, headings)
        if heading is not None:
            found.setdefault(heading, ours)
    return found


def heading_of(theirs: str, headings: list[str]) -> str | None:
    """The heading that a mapping means."""
    if theirs in headings:
        return theirs
    plain = bare(theirs)
    alike = {heading for heading in headings if heading and plain and bare(heading) == plain}
    return alike.pop() if len(alike) == 1 else None


def named(headings: list[str], schema: Schema, mapping: Mapping | None = None) -> set[str]:
    """The fields of a schema that some headings name."""
    return {name for name in names_of(headings, schema, mapping) if name}


def name_of(heading: str, schema: Schema) -> str | None:
    """The field that a heading would name if it stood by itself, likenesses apart."""
    found = (level.get(heading) for level in _levels(schema))
    return next((name for name in found if name is not None), None)


def alike_in(rows: list[list[str]], schema: Schema) -> dict[str, set[str]]:
    """For each field with a pattern the headings of many rows that are alike to it, asked at once."""
    every = {heading for row in rows for heading in row if heading}
    return {name: _alike(pattern, every) for name, pattern in schema.get("x-heading-patterns", {}).items()}


def title(name: str, schema: Schema) -> str:
    """The heading that a field has in its template; for most kinds the field's own name."""
    found: str = schema["properties"][name].get("title", name) if schema.get("x-tolerant") else name
    return found


def _alike_names(
    headings: list[str], names: list[str | None], schema: Schema, known: dict[str, set[str]] | None
) -> None:
    for name, pattern in schema.get("x-heading-patterns", {}).items():
        free = [place for place, heading in enumerate(headings) if heading and names[place] is None]
        if name in names or not free:
            continue
        alike = known[name] if known is not None else _alike(pattern, {headings[place] for place in free})
        found = [place for place in free if headings[place] in alike]
        if len(found) == 1:
            names[found[0]] = name


def _alike(pattern: str, headings: set[str]) -> set[str]:
    every = sorted(headings)
    return {
        heading for heading, yes in zip(every, which(pattern, every, whole=True, ignore_case=True), strict=True) if yes
    }


class _Bare(dict[str, str]):
    """A level of names that are compared bare."""

    def get(self, key: str, default: Any = None) -> Any:
        return super().get(bare(key), default)


class _Known:
    """A schema as a key of a cache: by what it is, not by what it holds."""

    def __init__(self, schema: Schema) -> None:
        self.schema = schema

    def __hash__(self) -> int:
        return id(self.schema)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Known) and other.schema is self.schema


def _levels(schema: Schema) -> tuple[dict[str, str], ...]:
    return _levels_of(_Known(schema))


@lru_cache(maxsize=64)
def _levels_of(known: _Known) -> tuple[dict[str, str], ...]:
    schema = known.schema
    own = {name: name for name in schema["properties"]}
    titles = {title(name, schema): name for name in own} if schema.get("x-tolerant") else {}
    aliases = {text: name for name, texts in schema.get("x-aliases", {}).items() for text in texts}
    exact = {**aliases, **titles, **own}
    return own, exact, _bare(own), _bare({**titles, **own}), _bare(exact)


def _bare(names: dict[str, str]) -> _Bare:
    """The names without case and signs; where several fields are one then, none of them is meant."""
    several = Counter(plain for plain, _ in {(bare(text), name) for text, name in names.items()})
    return _Bare({bare(text): name for text, name in names.items() if several[bare(text)] == 1})
