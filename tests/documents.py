"""Hold the documents against reality: what they say is printed, the commands they name, the README's first command.

`python -m tests.documents` exits with 1 and what differs; with `--update` it writes the samples anew.
With `--all` pages that take long are held to as well: before a release, and after a change to visits.
"""

import difflib
import os
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.docs import language, samples, spoken

ROOT = Path(__file__).parent.parent
AT_ONCE = 2
LONG = {"docs/a-visit.md", "docs/a-year-of-submissions.md"}
"""Pages that take a minute of a core; they are held to with `--all`, and written with `--update`."""
README = ROOT / "README.md"
FIRST = re.compile(r"<!-- first-command -->\n```sh\n(.+?)\n```\n<!-- end -->", re.S)


def pages() -> list[Path]:
    """Every document: those at the top, those of the site, the examples' own and those beside the benches."""
    found = [
        *ROOT.glob("*.md"),
        *ROOT.glob("docs/**/*.md"),
        *ROOT.glob("evidence/**/*.md"),
        *ROOT.glob("bench/**/*.md"),
    ]
    return sorted(found)


def differences(path: Path, real: str, *, update: bool) -> str:
    """What is wrong with one document, whose commands print what `real` has; with `update`, what could not be put right."""
    text = path.read_text(encoding="utf-8")
    if path == language.PAGE:
        real = language.real(real)
    name = path.relative_to(ROOT).as_posix()
    if update and real != text:
        path.write_text(real, encoding="utf-8", newline="\n")
    told = [] if update else difflib.unified_diff(text.splitlines(True), real.splitlines(True), name, "what is printed")
    return "".join(told) + "".join(f"{name}: {one}\n" for one in spoken.wrong(real))


def printed(path: Path) -> str:
    """A document with what its commands print today: processes of their own, so that pages can be beside one another."""
    return samples.real(path.read_text(encoding="utf-8"))


def first_command(text: str) -> str:
    """Run the first command word for word in a copy of what git tracks, in an environment with no Inspector."""
    command = FIRST.search(text)
    if command is None:
        return "README.md has no first command"
    with tempfile.TemporaryDirectory() as folder:
        tracked = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
        subprocess.run(["tar", "--null", "-T", "-", "-cf", f"{folder}/tree.tar"], cwd=ROOT, input=tracked, check=True)
        subprocess.run(["tar", "-xf", f"{folder}/tree.tar", "-C", folder], check=True)
        clean = {k: v for k, v in os.environ.items() if k not in ("VIRTUAL_ENV", "PYTHONPATH")}
        own = str(Path(sys.executable).parent)
        clean["PATH"] = os.pathsep.join(p for p in clean["PATH"].split(os.pathsep) if p != own)
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", command[1]],
            cwd=folder,
            env=clean,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode or "VERDICT" not in done.stdout:
            return f"The first command failed ({done.returncode}):\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}"
    return ""


def main() -> None:
    os.chdir(ROOT)
    update = "--update" in sys.argv
    # Pages wait for the commands they show; the one with most sessions comes first, and the others beside it.
    every = update or "--all" in sys.argv
    asked = [path for path in pages() if every or path.relative_to(ROOT).as_posix() not in LONG]
    asked.sort(key=lambda path: -path.read_text(encoding="utf-8").count("```console"))
    with ThreadPoolExecutor(AT_ONCE) as pool:
        real = list(pool.map(printed, asked))
    # What they say in Python is run here, one after the other: it takes hold of what is printed.
    wrong = "".join(differences(path, text, update=update) for path, text in zip(asked, real, strict=True))
    if wrong:
        sys.exit(wrong)
    if update:
        return
    failure = first_command(README.read_text(encoding="utf-8"))
    if failure:
        sys.exit(failure)
    print(f"{len(pages())} documents say what is so, and the README's first command works from a clean copy")


if __name__ == "__main__":
    main()
