"""The page on the rule language as a framework: its blocks by file name, and the rules that it says are refused."""

import os
import re
import tempfile
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from inspector.report.lines import problem_lines
from inspector.workbench.check import check_one

PAGE = Path(__file__).parents[2] / "docs" / "rule-language.md"
DAY = "1795651200"
"""26 November 2026: what the page waives holds until a day."""
_BLOCK = re.compile(r"^```yaml title=\"([^\"]+)\"\n(.*?)^```$", re.M | re.S)
_REFUSED = re.compile(r"^```yaml title=\"refused\"\n(.*?)^```\n\n```text\n(.*?)^```$", re.M | re.S)


class Refused(NamedTuple):
    """A rule that is refused, and what the page says the check prints."""

    rule: str
    told: str


def files(page: str) -> dict[str, str]:
    """File name to content: blocks of the same name follow one another, as on the page."""
    found: dict[str, str] = {}
    for name, body in _BLOCK.findall(page):
        if name != "refused":
            found[name] = found.get(name, "") + body + "\n"
    return found


def refused(page: str) -> list[Refused]:
    return [Refused(*found) for found in _REFUSED.findall(page)]


def real(page: str) -> str:
    """The page with what the check says of each rule that is refused as it says it today."""

    def put(found: re.Match[str]) -> str:
        with tempfile.TemporaryDirectory() as folder:
            told = said_of(Path(folder), page, found[1])
        return f'```yaml title="refused"\n{found[1]}```\n\n```text\n{told}```'

    return _REFUSED.sub(put, page)


def variants(page: str) -> list[str]:
    """The variants of the page's framework, by the names of their folders beside it."""
    return sorted({name.split("/")[1] for name in files(page) if name.startswith("../")})


def said(folder: Path, written: dict[str, str], of: str = ".") -> list[str]:
    """Write a framework, and what is beside it, and return what the check says of it or of one beside, without the way there."""
    for name, body in written.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(body, encoding="utf-8")
    looked = (folder / of).resolve()
    with patch.dict(os.environ, {"SOURCE_DATE_EPOCH": DAY}):
        return [line.replace(f"{looked.as_posix()}/", "") for line in problem_lines(check_one(looked))]


def said_of(folder: Path, page: str, rule: str) -> str:
    """What the check says of one rule beside nothing else: errors only, as lines."""
    main = files(page)["framework.yaml"].partition("verdicts:")[0]
    last = "verdicts:\n  - {id: cannot-say, verdict: not-evidenced, says: Nobody can say.}\n"
    lines = said(folder, {"framework.yaml": main + last, "rules/mine.yaml": rule})
    return "".join(f"{line}\n" for line in lines if line.startswith("rules/mine.yaml:") and ": error [" in line)
