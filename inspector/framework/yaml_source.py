"""YAML as authors of frameworks write it: plain values, and the line and column of every one of them.

Anchors, tags, duplicate keys and second documents are refused: nothing in a framework needs them, and each hides
something from a reader. Dates stay text; the fields they are compared with say that they are dates.
"""

from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Any

import yaml

from inspector import files
from inspector.model.problems import CannotComplete, Problem, Where

Path = tuple[str | int, ...]

_SCALARS = {"tag:yaml.org,2002:int", "tag:yaml.org,2002:float", "tag:yaml.org,2002:bool", "tag:yaml.org,2002:null"}


@dataclass(frozen=True)
class Document:
    """A file's value, and the place (line, column from 1) of every value and key in it, by path."""

    file: str
    value: Any
    values: dict[Path, tuple[int, int]]
    keys: dict[Path, tuple[int, int]]

    def where(self, *path: str | int) -> Where:
        """The place of the value at a path, or of the nearest thing around it that exists."""
        return self._at(self.values, path)

    def where_key(self, *path: str | int) -> Where:
        """The place of the key at the end of a path."""
        return self._at(self.keys if path in self.keys else self.values, path)

    def _at(self, places: dict[Path, tuple[int, int]], path: Path) -> Where:
        while path and path not in places:
            path = path[:-1]
        line, column = places.get(path, (1, 1))
        return Where(file=self.file, line=line, column=column)


def load(path: FilePath, file: str) -> Document:
    """Read one file; `file` is its name in messages. Raises CannotComplete with one located problem."""
    try:
        data = files.data(path, "yaml-bytes")
    except OSError as failure:
        raise _refuse("unreadable-file", Where(file=file), f"the file cannot be read: {failure.strerror}") from None
    try:
        root = _compose(data.decode("utf-8"))
    except UnicodeDecodeError as failure:
        raise _refuse("not-utf8", Where(file=file), f"byte {failure.start + 1} is not UTF-8") from None
    except yaml.YAMLError as failure:
        raise _refuse("not-yaml", _marked(failure, file), _reason(failure)) from None
    except RecursionError:
        raise _refuse("not-yaml", Where(file=file), "the file is nested too deeply") from None
    reader = _Reader(file)
    value = None if root is None else reader.value(root, ())
    return Document(file, value, reader.values, reader.keys)


def _compose(text: str) -> yaml.Node | None:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
    try:
        node: yaml.Node | None = loader.get_single_node()
        return node
    finally:
        loader.dispose()


class _Reader:
    """Turns nodes into values, noting their places; each node is visited once, so aliases cannot multiply."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.values: dict[Path, tuple[int, int]] = {}
        self.keys: dict[Path, tuple[int, int]] = {}
        self._seen: set[int] = set()

    def value(self, node: yaml.Node, path: Path) -> Any:
        """The value of a node."""
        self.values[path] = _place(node)
        if id(node) in self._seen:
            raise _refuse("yaml-alias", self._where(node), "anchors and aliases are not used here", "the text itself")
        self._seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(child, (*path, place)) for place, child in enumerate(node.value)]
        return self._scalar(node)

    def _mapping(self, node: yaml.MappingNode, path: Path) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key, child in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise _refuse("not-yaml", self._where(key), "a key must be a word")
            if key.value in found:
                raise _refuse("duplicate-key", self._where(key), f"the key {key.value!r} stands twice", fix="keep one")
            self.keys[(*path, key.value)] = _place(key)
            found[key.value] = self.value(child, (*path, key.value))
        return found

    def _scalar(self, node: yaml.Node) -> Any:
        if node.tag not in _SCALARS:
            return str(node.value)
        text = str(node.value)
        if node.tag.endswith("null"):
            return None
        if node.tag.endswith("bool"):
            # Only true and false: `no` and `on` are words in English before they are booleans.
            return text.lower() == "true" if text.lower() in ("true", "false") else text
        try:
            return int(text) if node.tag.endswith("int") else float(text)
        except ValueError:
            return text

    def _where(self, node: yaml.Node) -> Where:
        line, column = _place(node)
        return Where(file=self.file, line=line, column=column)


def _place(node: yaml.Node) -> tuple[int, int]:
    return node.start_mark.line + 1, node.start_mark.column + 1


def _marked(failure: yaml.YAMLError, file: str) -> Where:
    mark = getattr(failure, "problem_mark", None) or getattr(failure, "context_mark", None)
    return Where(file=file, line=mark.line + 1, column=mark.column + 1) if mark else Where(file=file)


def _reason(failure: yaml.YAMLError) -> str:
    parts = [getattr(failure, "context", None), getattr(failure, "problem", None)]
    return f"not YAML: {', '.join(str(part) for part in parts if part) or 'it cannot be read'}"


def _refuse(rule: str, where: Where, message: str, expected: str = "", fix: str = "") -> CannotComplete:
    return CannotComplete([Problem(rule=rule, level="error", where=where, message=message, expected=expected, fix=fix)])
