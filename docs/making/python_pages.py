"""The reference of the Python door, from the signatures and docstrings of what `inspector` exports; the examples in Python."""

import ast
import enum
import inspect
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import inspector as door
from making.markdown import block, code, page, section, text
from making.places import EXAMPLES

_INDEX = (
    "What `import inspector` gives, and what Semantic Versioning covers: see [how results are versioned](versions.md). "
    "Everything else may be imported and may move."
)


def pages() -> Iterator[tuple[str, str]]:
    """The path and the Markdown of the reference, and of each example."""
    names = [name for name in door.__all__ if not name.startswith("__")]
    yield (
        "python-reference.md",
        page("Python reference", _INDEX, *(_entry(name, getattr(door, name)) for name in names)),
    )
    examples = sorted(EXAMPLES.glob("*.py")) if EXAMPLES.is_dir() else []
    for path in examples:
        yield f"python-examples/{path.stem}.md", _example(path)


def _entry(name: str, thing: Any) -> str:
    doc = _doc(inspect.getdoc(thing) or "")
    if isinstance(thing, ModuleType):
        return section(f"inspector.{name}", doc)
    if inspect.isclass(thing):
        return section(f"inspector.{name}", "\n\n".join(one for one in (doc, *_members(thing)) if one))
    return section(f"inspector.{name}", f"{block(f'inspector.{name}{_signature(thing)}', 'python')}\n\n{doc}")


def _signature(thing: Any) -> str:
    try:
        found = inspect.signature(thing)
    except (TypeError, ValueError):
        return ""
    line = str(found)
    if len(line) <= 80:
        return line
    parameters = "".join(f"    {one},\n" for one in _listed(found))
    end = "" if found.return_annotation is found.empty else f" -> {inspect.formatannotation(found.return_annotation)}"
    return f"(\n{parameters}){end}"


def _listed(found: inspect.Signature) -> Iterator[str]:
    keywords = False
    for one in found.parameters.values():
        if one.kind is one.KEYWORD_ONLY and not keywords:
            keywords = True
            yield "*"
        yield str(one)


def _members(thing: type) -> Iterator[str]:
    """The fields of a model and the public methods that a class adds itself."""
    fields = getattr(thing, "model_fields", {})
    if fields:
        shown = [f"{name}: {_annotation(field.annotation)}" for name, field in fields.items()]
        yield block("\n".join(shown), "python")
    for name, member in vars(thing).items():
        if name.startswith("_") or isinstance(member, enum.Enum) or name.startswith("model_"):
            continue
        if inspect.isfunction(member):
            yield f"{block(f'{name}{_signature(member)}', 'python')}\n\n{_doc(inspect.getdoc(member) or '')}"
        elif isinstance(member, property):
            yield f"{code(name)}: {_doc(inspect.getdoc(member) or '')}"


def _annotation(annotation: Any) -> str:
    return inspect.formatannotation(annotation).replace("inspector.model.", "").replace("typing.", "")


def _doc(words: str) -> str:
    return "\n\n".join(text(paragraph) for paragraph in words.split("\n\n"))


def _example(path: Path) -> str:
    source = path.read_text(encoding="utf-8")
    told = ast.get_docstring(ast.parse(source)) or ""
    title, _, rest = told.partition("\n")
    return page(
        text(title.rstrip(".") or path.stem), _doc(rest.strip()), block(source, "python", f"examples/{path.name}")
    )
