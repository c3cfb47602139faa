"""One table and one row schema, wherever they lie, read as a bundle of the two. Nothing is sealed."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from inspector import files
from inspector.bundle.open.content import Content
from inspector.bundle.open.manifest import Manifest
from inspector.bundle.open.source import IN_MEMORY, Source, too_large
from inspector.model.limits import most
from inspector.model.problems import Where
from inspector.model.remarks import Unreadable, error

Schema = Path | Mapping[str, Any]
"""Where a row schema lies, or the row schema itself."""


class TwoFiles:
    """A table and its row schema, each known by its own name."""

    def __init__(self, table: Path, schema: Schema) -> None:
        name = schema.name if isinstance(schema, Path) else "row.schema.json"
        self.table = table.name
        self.schema = name if name != table.name else f"schema/{name}"
        self._paths = {self.table: table}
        self._made = b""
        if isinstance(schema, Path):
            self._paths[self.schema] = schema
        else:
            self._made = json.dumps(schema, ensure_ascii=False).encode()

    def names(self) -> list[str]:
        """The two names."""
        return sorted({self.table, self.schema})

    def read(self, path: str) -> bytes:
        """The content of one of them. Raises Unreadable."""
        if path not in self._paths:
            return self._made
        try:
            return files.data(self._paths[path])
        except files.TooLarge as failure:
            raise too_large(path, failure.reason) from None
        except OSError as failure:
            message = f"the file cannot be read: {failure.strerror}"
            raise Unreadable(error("no-such-file", Where(file=path), message)) from None

    def open(self, path: str, *, large: str | None = None) -> Content:
        """A large table where it lies, else in memory."""
        full = self._paths[path]
        try:
            size = full.stat().st_size if large and full.is_file() else 0
        except OSError:
            size = 0
        if not large or size <= IN_MEMORY:
            return Content(path, self.read(path))
        if size > most(large):
            raise too_large(path, files.too_large(size, large))
        return Content(path, location=full)


def alone(table: Path, schema: Schema) -> tuple[Source, Manifest]:
    """A source and a manifest for a table by itself, held against a row schema. The files are not opened yet."""
    source = TwoFiles(table, schema)
    resource = {
        "name": "table",
        "path": source.table,
        "kind": "table",
        "row_schema": source.schema,
        "hash": "sha256:",
        "bytes": 0,
    }
    document = {
        "name": "table",
        "title": "a table by itself",
        "authority": "not stated",
        "period": {"start": date.min.isoformat(), "end": date.max.isoformat()},
        "resources": [resource],
    }
    return source, Manifest(document, [], bare=True)
