"""A framework begun: files that pass every check, to be written over."""

import os
import re
from pathlib import Path

from inspector.framework import listing, named
from inspector.framework.files import MAIN
from inspector.workbench.authoring import modeline

_PLAIN = re.compile(r"[\w./@-]+", re.ASCII)
"""What YAML reads as a text without quotes, as `extends` begins with a letter or a full stop."""
BEGUN = Path(__file__).parent / "begun"
_VARIANT = """# What is otherwise than in BASE, each with its reason: `drops`, `weights`, rules and rows with `replaces`, or new.
id: ID
version: 0.1.0
title: TITLE
extends: EXTENDS
"""


def new(id: str, title: str) -> dict[str, str]:
    """The files of a small framework, by their paths in its folder, with the schemas for editors. Raises CannotComplete."""
    made = {
        path.relative_to(BEGUN).as_posix(): _named(path.read_text(encoding="utf-8"), id, title)
        for path in sorted(BEGUN.rglob("*.yaml"))
    }
    return _with_schemas(made, variant=False)


def variant(id: str, title: str, base: str, folder: Path) -> dict[str, str]:
    """The files of a framework in `folder` that is built on `base`: one that is shipped or installed, or the path of one.

    Raises CannotComplete.
    """
    found = named(base)
    where = found.id if base in listing() else _path(Path(base), folder)
    extends = f"{where}@{found.version.rpartition('.')[0]}"
    text = _named(_VARIANT, id, title).replace("BASE", found.id)
    text = text.replace("EXTENDS", extends if _PLAIN.fullmatch(extends) else _quoted(extends))
    return _with_schemas({MAIN: text}, variant=True)


def _path(base: Path, folder: Path) -> str:
    """The way from a folder to the base, as `extends` has it, so that both can be moved together."""
    way = Path(os.path.relpath(base.resolve(), folder.resolve())).as_posix()
    return way if way.startswith(".") else f"./{way}"


def _named(text: str, id: str, title: str) -> str:
    return text.replace(": ID\n", f": {id}\n").replace(": TITLE\n", f": {_quoted(title)}\n")


def _quoted(title: str) -> str:
    """The title as one line of YAML, whatever is in it."""
    import json

    return json.dumps(title, ensure_ascii=False)


def _with_schemas(made: dict[str, str], *, variant: bool) -> dict[str, str]:
    lined = {name: modeline.line(name, variant=variant) + text for name, text in made.items()}
    return {**lined, **modeline.texts(), f"{modeline.FOLDER}/.gitignore": "*\n"}
