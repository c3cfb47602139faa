"""What the id of a remark on a framework means: in a sentence, in full, as Markdown, and on which page."""

import inspect
import re
from typing import NamedTuple

from inspector.model.problems import Level

_SECTION = re.compile(r"^(What|Why|Bad|Good|Waive|Avoid|Prefer):\s*", re.M)


class Meant(NamedTuple):
    """`page` is that of the documentation, from its home."""

    short: str
    text: str
    markdown: str
    page: str
    level: Level


def meant(rule: str) -> Meant:
    """What a lint says of itself, or what is known of the id of another remark."""
    from inspector import lints
    from inspector.report import other_problems

    if rule in lints.ids():
        module = lints.load(rule)
        return _of_lint(rule, inspect.getdoc(module) or rule, getattr(module, "LEVEL", "error"))
    try:
        text = other_problems.text(rule).partition("\n\n")[2]
    except KeyError:
        text = rule.replace("-", " ")
    return Meant(_sentence(text), text, text, "rule-language/", "error")


def _of_lint(rule: str, doc: str, level: Level) -> Meant:
    lead, _, rest = doc.partition("\n\n")
    parts = _SECTION.split(rest)
    markdown = [lead]
    for name, body in zip(parts[1::2], parts[2::2], strict=True):
        words = inspect.cleandoc(f"\n{body}").strip()
        block = f"```yaml\n{words}\n```" if name in ("Bad", "Good", "Avoid", "Prefer") else " ".join(words.split())
        markdown.append(f"**{name}**\n\n{block}")
    return Meant(_sentence(lead), doc, "\n\n".join(markdown), f"lints/{rule}/", level)


def _sentence(text: str) -> str:
    first = " ".join(text.split()).partition(". ")[0]
    return first if first.endswith(".") else f"{first}."
