"""The files of a framework, read and held against their schemas."""

from pathlib import Path
from typing import NamedTuple

from inspector.framework.files import DERIVED, FIELDS, MAIN, files, shown
from inspector.framework.regular import LIMIT
from inspector.framework.structure import violations
from inspector.framework.yaml_source import Document, load
from inspector.model.limits import most, raise_it, words
from inspector.model.problems import CannotComplete, Problem, Where
from inspector.model.remarks import error

SCHEMAS = {MAIN: "framework", DERIVED: "derivations", FIELDS: "fields"}
"""The schema of each file that is not one of rules."""
EXTENDS = "extends"


class Documents(NamedTuple):
    """The files by name. `broken` do not obey their schema, of `lost` nothing could be read."""

    documents: dict[str, Document]
    broken: frozenset[str]
    lost: frozenset[str]

    def whole(self, name: str) -> Document | None:
        """The file of that name, if it is there and obeys its schema."""
        return None if name in self.broken else self.documents.get(name)

    def of_rules(self) -> list[tuple[str, Document]]:
        """The files of rules, in the order of their names."""
        return [(name, self.documents[name]) for name in sorted(self.documents) if name not in SCHEMAS]


def documents(folder: Path, problems: list[Problem]) -> Documents:
    """Every file of the framework in a folder; what is wrong with them is added to `problems`."""
    found: dict[str, Document] = {}
    broken: set[str] = set()
    names = files(folder)
    size = 0
    for name in names:
        try:
            document = load(folder / name, shown(folder, name))
        except CannotComplete as failure:
            problems += failure.problems
            continue
        size += document.size
        if size > most(LIMIT):
            problems.append(too_large(document))
            break
        found[name] = document
        if wrong := violations(document, _schema(name, document)):
            problems += wrong
            broken.add(name)
    problems += _too_many_rules(found)
    return Documents(found, frozenset(broken), frozenset(names) - frozenset(found))


def extends(main: Document) -> bool:
    """Whether a framework.yaml is that of a variant, which is built on another framework."""
    return isinstance(main.value, dict) and EXTENDS in main.value


def _schema(name: str, document: Document) -> str:
    return "framework-variant" if name == MAIN and extends(document) else SCHEMAS.get(name, "rules")


def too_large(document: Document) -> Problem:
    """That the files so far are more than is read, at the one with which they are."""
    where = Where(file=document.file, line=1, column=1)
    return error("unreadable-file", where, f"with this file there are more than {words(LIMIT)}", fix=raise_it(LIMIT))


def _too_many_rules(found: dict[str, Document]) -> list[Problem]:
    limit, count = "framework-rules", 0
    for name in sorted(found):
        value = found[name].value
        count += len(value) if name not in SCHEMAS and isinstance(value, list) else 0
        if count > most(limit):
            message = f"with this file there are more than {words(limit)}"
            return [error("too-many-rules", found[name].where(), message, fix=raise_it(limit))]
    return []
