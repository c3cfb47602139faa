"""A framework begun: files that pass every check, to be written over."""

from pathlib import Path

from inspector.framework import named
from inspector.framework.files import MAIN
from inspector.workbench.authoring import modeline

BEGUN = Path(__file__).parent / "begun"
_VARIANT = """# What is otherwise than in BASE, each with its reason: `drops`, `weights`, rules and rows with `replaces`, or new.
id: ID
version: 0.1.0
title: TITLE
extends: BASE@VERSION
"""


def new(id: str, title: str) -> dict[str, str]:
    """The files of a small framework, by their paths in its folder, with the schemas for editors. Raises CannotComplete."""
    made = {
        path.relative_to(BEGUN).as_posix(): _named(path.read_text(encoding="utf-8"), id, title)
        for path in sorted(BEGUN.rglob("*.yaml"))
    }
    return _with_schemas(made, variant=False)


def variant(id: str, title: str, base: str) -> dict[str, str]:
    """The files of a framework that is built on another one that is shipped or installed. Raises CannotComplete."""
    found = named(base)
    text = _named(_VARIANT, id, title).replace("BASE", found.id).replace("VERSION", found.version.rpartition(".")[0])
    return _with_schemas({MAIN: text}, variant=True)


def _named(text: str, id: str, title: str) -> str:
    return text.replace(": ID\n", f": {id}\n").replace(": TITLE\n", f": {_quoted(title)}\n")


def _quoted(title: str) -> str:
    """The title as one line of YAML, whatever is in it."""
    import json

    return json.dumps(title, ensure_ascii=False)


def _with_schemas(made: dict[str, str], *, variant: bool) -> dict[str, str]:
    lined = {name: modeline.line(name, variant=variant) + text for name, text in made.items()}
    return {**lined, **modeline.texts(), f"{modeline.FOLDER}/.gitignore": "*\n"}
