"""Markdown as the generated pages use it: text that stays text, tables, links and lists."""

import re
from collections.abc import Iterable, Sequence
from posixpath import dirname, relpath

_SPECIAL = re.compile(r"([\\*_\[\]<>#|~^])")
_CODE = re.compile(r"(`[^`]+`)")


def text(words: str) -> str:
    """`words` as Markdown that shows them as they are; what stands between backticks stays code."""
    parts = _CODE.split(" ".join(words.split()))
    return "".join(part if _CODE.fullmatch(part) else _plain(part) for part in parts)


def code(words: object) -> str:
    """`words` as code within a sentence or a cell of a table."""
    shown = str(words)
    return f"`` {shown} ``" if "`" in shown else f"`{shown}`"


def block(words: str, language: str = "text", title: str = "") -> str:
    """A block of code, fenced by more backticks than it holds."""
    fence = "`" * max(3, 1 + max((len(run) for run in re.findall(r"`+", words)), default=0))
    named = f' title="{title}"' if title else ""
    return f"{fence}{language}{named}\n{words.rstrip()}\n{fence}"


def link(words: str, target: str, page: str) -> str:
    """A link to the page `target` as it is written on `page`; both are paths from the top of the site."""
    return f"[{words}]({relpath(target, dirname(page) or '.')})"


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; its cells are Markdown already."""
    lines = [headings, ["---"] * len(headings), *rows]
    return "\n".join("| " + " | ".join(cell.replace("\n", " ") for cell in line) + " |" for line in lines)


def bullets(items: Iterable[str]) -> str:
    """A list; its items are Markdown already."""
    return "\n".join(f"- {item}" for item in items)


def page(title: str, *parts: str) -> str:
    """A page: its title and the parts that are not empty."""
    return "\n\n".join([f"# {title}", *(part.strip("\n") for part in parts if part)]) + "\n"


def section(title: str, body: str) -> str:
    """A section, or nothing where its body is empty."""
    return f"## {title}\n\n{body}" if body else ""


def _plain(words: str) -> str:
    return _SPECIAL.sub(r"\\\1", words).replace("\\<", "&lt;").replace("\\>", "&gt;")
