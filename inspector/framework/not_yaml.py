"""What is wrong with a file that is no YAML, in words for somebody who wrote it and knows no parser.

The parser says what it wanted; whoever wrote the line wants to know what to look at: how far it is set in, a tab, a quote or
bracket that is open, a sign that has to stand in quotes.
"""

from typing import Any, NamedTuple

QUOTE = "put the whole text in quotes"
SIGNS = "@`%&*!|>"
"""Signs that mean something to YAML where a text begins with one of them."""


class Reason(NamedTuple):
    """What is wrong, what was expected, and how it is mended; the latter two may be empty."""

    says: str
    expected: str = ""
    fix: str = ""


def reason(failure: Any, text: str) -> Reason:
    """Of an error of the parser, which knows where it stood when it could not go on."""
    problem, context = (str(getattr(failure, name, None) or "") for name in ("problem", "context"))
    mark, began = getattr(failure, "problem_mark", None), getattr(failure, "context_mark", None)
    lines = text.splitlines()
    line = lines[mark.line] if mark is not None and mark.line < len(lines) else ""
    if mark is not None and "\t" in line[: len(line) - len(line.lstrip())]:
        return Reason("the line is set in with a tab", "blanks", "put blanks in the tab's place")
    if "mapping values" in problem and ":" not in line[: mark.column]:
        says = "this line is set in further than the line above, which has its value already"
        return Reason(says, "", "set it in as the line above, and begin an entry of a list with `- `")
    if "mapping values" in problem:
        return Reason("a second colon with a blank after it stands in this line", "one `key: value`", QUOTE)
    if "cannot start any token" in problem:
        sign = line[mark.column : mark.column + 1] if mark is not None else ""
        return Reason(f"a text begins with {sign!r} here" if sign else "a text begins with a sign here", "", QUOTE)
    if "quoted scalar" in context:
        return Reason(f"the quote that is opened in line {_line(began)} is not closed", "", "close it")
    if "flow" in context:
        opened = "{" if "mapping" in context else "["
        fix = "close it, put a comma between its parts, or put a text with commas or brackets in quotes"
        return Reason(f"the {opened} in line {_line(began)} is not closed before this place", "", fix)
    if problem.startswith("did not find expected") and "block" in context:
        return _block(line, mark, began)
    return Reason(", ".join(part for part in (context, problem) if part) or "it cannot be read")


def _block(line: str, mark: Any, began: Any) -> Reason:
    """A line that belongs to nothing above it, or what follows a text that has ended too early."""
    if mark is None or line[: mark.column].strip():
        says = "a text has ended before this place, and what follows belongs to nothing"
        return Reason(says, "", "look for a quote that is missing or too many, here or in the lines above")
    said = f"this line begins in column {mark.column + 1}, and what it would belong to, since line {_line(began)}, in column "
    fix = f"set it in as line {_line(began)} is, or look for a quote that is missing above"
    return Reason(f"{said}{began.column + 1 if began is not None else 1}", "", fix)


def _line(mark: Any) -> int:
    return mark.line + 1 if mark is not None else 1
