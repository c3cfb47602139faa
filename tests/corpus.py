"""Frameworks as strangers would write them, one a file in `tests/frameworks/corpus`, unpacked into the folders they stand for."""

from pathlib import Path
from typing import Any

import yaml

from inspector.model.problems import CannotComplete, Problem
from inspector.workbench.check import check

GENERAL = frozenset(("bound-without-case", "score-without-measure", "verdict-without-row"))
"""Queries that good ones get as often as bad ones: they say that cases are few, not what is wrong."""
CORPUS = Path(__file__).parent / "frameworks" / "corpus"


def files(sort: str) -> list[Path]:
    """The files of one sort, `bad` or `good`."""
    return sorted((CORPUS / sort).glob("*.yaml"))


def read(file: Path) -> dict[str, Any]:
    """What stands in a file: `why`, `family`, and the parts of a framework."""
    found: dict[str, Any] = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)
    return found


def unpacked(file: Path, into: Path) -> Path:
    """The framework of a file as a folder within `into`."""
    # Numbers and truth values are read by their own types here, and days stay texts, as in a framework.
    body = yaml.load(file.read_text(encoding="utf-8"), _Texts)
    folder = into / str(body["framework"]["id"])
    folder.mkdir(parents=True)
    _write(folder / "framework.yaml", body["framework"])
    for name in ("indicators", "fields"):
        if name in body:
            _write(folder / f"{name}.yaml", body[name])
    for within in ("rules", "tests"):
        for name, rows in (body.get(within) or {}).items():
            (folder / within).mkdir(exist_ok=True)
            _write(folder / within / name, rows)
    return folder


def remarks(file: Path, into: Path) -> tuple[Problem, ...]:
    """What `inspector framework check` says of the framework of a file."""
    try:
        return check([unpacked(file, into)])
    except CannotComplete as failure:
        return failure.problems


class _Texts(yaml.SafeLoader):
    """Days stay texts."""


_Texts.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in some if tag != "tag:yaml.org,2002:timestamp"]
    for first, some in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


class _Plain(yaml.SafeDumper):
    """No anchors: what stands twice is written twice."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
        return True


def _write(path: Path, value: Any) -> None:
    text = yaml.dump(value, Dumper=_Plain, sort_keys=False, allow_unicode=True, width=100_000)
    path.write_text(text, encoding="utf-8")
