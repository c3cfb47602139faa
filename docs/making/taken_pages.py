"""Pages that stand elsewhere in the repository, taken into the site as they are: their links are put right."""

import re
from collections.abc import Iterator
from posixpath import dirname, normpath, relpath

from making.markdown import link, page, table, text
from making.places import ROOT

_FIXED = {
    "CONTRIBUTING.md": "contributing.md",
    "CHANGELOG.md": "changelog.md",
    "SECURITY.md": "security.md",
    "CODE_OF_CONDUCT.md": "code-of-conduct.md",
    "RELEASING.md": "releasing.md",
}
_LINK = re.compile(r"(?<=\]\()([^)#\s:]+)(#[^)\s]*)?(?=\))")
_MEASURED = (
    "What was measured, how, and where it falls short of what was asked. Each page is the README of a folder under `bench/`, "
    "whose scripts measure again."
)
_BUNDLES = "Bundles to try things on. What each verdict is and why stands in [the examples](../examples.md)."


def pages() -> Iterator[tuple[str, str]]:
    """The path and the Markdown of every page taken."""
    taken = _taken()
    for source, target in taken.items():
        yield target, _linked((ROOT / source).read_text(encoding="utf-8"), source, target, taken)
    yield "measured/index.md", _list("Measured", _MEASURED, "measured/", taken)
    yield "example-bundles/index.md", _list("Example bundles", _BUNDLES, "example-bundles/", taken)


def _taken() -> dict[str, str]:
    """Every page taken: its path in the repository to its path in the site."""
    found = dict(_FIXED)
    for folder, target in (("bench", "measured"), ("evidence/examples", "example-bundles")):
        for path in sorted((ROOT / folder).glob("*/README.md")):
            found[path.relative_to(ROOT).as_posix()] = f"{target}/{path.parent.name}.md"
    return found


def _list(title: str, words: str, under: str, taken: dict[str, str]) -> str:
    here = f"{under}index.md"
    rows = [
        [link(text(_title(source)), target, here), f"`{dirname(source)}`"]
        for source, target in taken.items()
        if target.startswith(under)
    ]
    return page(title, words, table(["page", "folder"], rows))


def _title(source: str) -> str:
    return (ROOT / source).read_text(encoding="utf-8").splitlines()[0].removeprefix("# ")


def _linked(words: str, source: str, target: str, taken: dict[str, str]) -> str:
    """Links between files of the repository lead to the pages of the site; one to a file that is no page becomes its name."""

    def put(found: re.Match[str]) -> str:
        meant = normpath(f"{dirname(source) or '.'}/{found[1]}")
        where = taken.get(meant) or (meant.removeprefix("docs/") if meant.startswith("docs/") else None)
        return relpath(where, dirname(target) or ".") + (found[2] or "") if where else found[0]

    return _LINK.sub(put, words)
