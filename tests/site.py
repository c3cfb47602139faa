"""Build the site strictly, so that a dead link fails, and hold it to what it promises: every page is there, nothing is fetched.

`python -m tests.site` needs the extra `docs`; it exits with 1 and what is wrong.
"""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
# What a browser fetches by itself; links that a reader follows are not among it.
_FETCHED = re.compile(
    r"<(?:script|link|img|iframe|source|video|audio|object|embed)\b[^>]*?(?:src|srcset|href|data)=[\"']?((?:https?:)?//[^\"'\s>]+)"
)
_STYLED = re.compile(r"(?:@import\s*[\"']|url\(\s*[\"']?)((?:https?:)?//[^\"')\s]+)")
# Parts of the theme that fetch a script or a number of stars once a page uses them.
_WOULD_FETCH = re.compile(r"class=\"[^\"]*\bmermaid\b|data-md-component=\"?source\b|<giscus")


def fetched(page: str) -> list[str]:
    """What a page or a style sheet would make a browser fetch from elsewhere."""
    return [*_FETCHED.findall(page), *_STYLED.findall(page), *_WOULD_FETCH.findall(page)]


def missing(site: Path) -> Iterator[str]:
    """Generated and written pages that the site has not."""
    sys.path.insert(0, str(ROOT / "docs"))
    from making.every import every
    from making.places import DOCS

    written = [path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md")]
    for name in (*written, *every()):
        path = site / name.replace(".md", ".html")
        if not path.is_file():
            yield f"{name} is no page of the site"


def built(site: Path) -> str:
    """Build it; what went wrong, or nothing."""
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(site)],
        cwd=ROOT, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    return f"{done.stdout}{done.stderr}" if done.returncode else ""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        wrong = built(site)
        if wrong:
            sys.exit(wrong)
        pages = sorted(path for ending in ("*.html", "*.css") for path in site.rglob(ending))
        told = [
            f"{path.relative_to(site)} fetches {what}" for path in pages for what in fetched(path.read_text("utf-8"))
        ]
        told += missing(site)
        if told:
            sys.exit("\n".join(told))
        print(f"the site: {len(pages)} files of pages and styles, no dead link, nothing fetched from elsewhere")


if __name__ == "__main__":
    main()
