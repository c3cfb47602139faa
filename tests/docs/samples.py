"""Commands and what they print, as documents show them, run and compared.

Two forms. A sample is what a command prints first, so many lines of it, run where the repository is:

    <!-- sample 30: inspector assess evidence/examples/brackenshire -->

and a block of text after it, up to `<!-- end -->`. A session is a block of `console`: lines that begin with `$ ` are run one
after the other in a scratch folder of the page's own, in which the repository's `evidence` and `frameworks` are at hand and
blocks with the title of a file have been written. What stands after a command is all that it prints; a last line `…` means that
more follows. The seals of a visit are new each time it is planned, so pages show them cut short: `sha256:…`.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
MORE = "…"
_SAMPLE = re.compile(r"(<!-- sample (\d+): (.+?) -->\n```text\n)(.*?)(```\n<!-- end -->)", re.S)
_SESSION = re.compile(r"(^```console\n)(.*?)(^```$)", re.M | re.S)
_FILE = re.compile(r"^```\w+ title=\"([^\"]+)\"\n(.*?)^```$", re.M | re.S)
_SEAL = re.compile(r"sha256:[0-9a-f]{64}")
_FAULT = 3
_TOOLS = ".tools"
_AS_JQ = """import json, sys, jq
way, asked, file = sys.argv[1:]
for one in jq.compile(asked).input_text(open(file, encoding="utf-8").read()):
    print(one if way == "-r" and isinstance(one, str) else json.dumps(one, ensure_ascii=False, separators=(",", ":")))
"""


def real(page: str) -> str:
    """The page with everything that its commands print as they print it today."""
    page = _SAMPLE.sub(lambda m: m[1] + _first(run(m[3], ROOT), int(m[2])) + m[5], page)
    if not _SESSION.search(page):
        return page
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        _furnish(scratch, page)
        return _SESSION.sub(lambda m: m[1] + _session(m[2], lambda command: _run(command, scratch)) + m[3], page)


@cache
def run(command: str, folder: Path) -> str:
    """What a command prints that changes nothing: it is run once, however many samples show it."""
    return _run(command, folder)


def _run(command: str, folder: Path) -> str:
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"], str(folder / _TOOLS)])
    done = subprocess.run(
        ["bash", "-c", command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8",
        cwd=folder, env={**os.environ, "PATH": path}, check=False,
    )  # fmt: skip
    if done.returncode >= _FAULT:
        raise SystemExit(f"{command}: exit {done.returncode}\n{done.stdout}")
    return _SEAL.sub(f"sha256:{MORE}", done.stdout) if " visit" in command else done.stdout


def _first(printed: str, lines: int) -> str:
    return "".join(f"{line}\n" for line in printed.splitlines()[:lines])


def _furnish(scratch: Path, page: str) -> None:
    for name in ("evidence", "frameworks"):
        shutil.copytree(ROOT / name, scratch / name)
    shutil.copy(ROOT / "docs" / "making" / "on_site.py", scratch)
    shutil.copytree(ROOT / "bench" / "forgeries", scratch / "bench" / "forgeries")
    if shutil.which("jq") is None:
        _jq(scratch / _TOOLS / "jq")
    for name, body in _FILE.findall(page):
        (scratch / name).parent.mkdir(parents=True, exist_ok=True)
        (scratch / name).write_text(body, encoding="utf-8")


def _jq(place: Path) -> None:
    """The program `jq` by the package of that name, which is the same library, where the program is not installed."""
    place.parent.mkdir()
    place.write_text(f"#!{sys.executable}\n{_AS_JQ}", encoding="utf-8")
    place.chmod(0o755)


def _session(body: str, printed: Callable[[str], str]) -> str:
    return "".join(f"$ {command}\n{_cut(printed(command), shown)}" for command, shown in _commands(body))


def _commands(body: str) -> Iterator[tuple[str, list[str]]]:
    command = ""
    shown: list[str] = []
    for line in body.splitlines():
        if line.startswith("$ "):
            if command:
                yield command, shown
            command, shown = line.removeprefix("$ "), []
        else:
            shown.append(line)
    if command:
        yield command, shown


def _cut(printed: str, shown: list[str]) -> str:
    """As much of what is printed as the page shows."""
    lines = printed.splitlines()
    wanted = len(shown) - 1 if shown[-1:] == [MORE] else len(lines)
    more = [MORE] if len(lines) > wanted else []
    return "".join(f"{line}\n" for line in [*lines[:wanted], *more])
