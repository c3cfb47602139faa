"""Hold the README against reality: its samples are what its commands print, its first command is the one CI tries.

`python tests/readme.py` exits with 1 and a diff where they differ; with `--update` it writes the samples anew.
"""

import difflib
import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
SAMPLE = re.compile(r"<!-- sample (\d+): (.+?) -->\n```text\n(.*?)```\n<!-- end -->", re.S)
FIRST = re.compile(r"<!-- first-command -->\n```sh\n(.+?)\n```\n<!-- end -->", re.S)


def printed(command: str, lines: int) -> str:
    words = shlex.split(command)
    program = str(Path(sys.executable).with_name(words[0]))
    done = subprocess.run([program, *words[1:]], capture_output=True, text=True, cwd=ROOT, check=False)
    if done.returncode not in (0, 1):
        sys.exit(f"{command}: exit {done.returncode}\n{done.stderr}")
    return "".join(line + "\n" for line in done.stdout.splitlines()[:lines])


def samples(text: str) -> str:
    return SAMPLE.sub(
        lambda m: f"<!-- sample {m[1]}: {m[2]} -->\n```text\n{printed(m[2], int(m[1]))}```\n<!-- end -->", text
    )


def first_command(text: str) -> None:
    """Run the first command word for word in a copy of what git tracks, in an environment with no Inspector."""
    command = FIRST.search(text)
    if command is None:
        sys.exit("README.md has no first command")
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
            sys.exit(f"The first command failed ({done.returncode}):\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}")


def main() -> None:
    text = README.read_text(encoding="utf-8")
    real = samples(text)
    if "--update" in sys.argv:
        README.write_text(real, encoding="utf-8", newline="\n")
        return
    if text != real:
        diff = difflib.unified_diff(text.splitlines(True), real.splitlines(True), "README.md", "what is printed")
        sys.exit("".join(diff))
    first_command(text)
    print("README.md: its samples are what is printed, and its first command works from a clean copy")


if __name__ == "__main__":
    main()
