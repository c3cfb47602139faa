"""Twenty faulty files before Inspector, pandas and Frictionless: who reads the figures that are there, who says what is wrong.

    python bench/intake/run.py [--peers PYTHON] [--markdown]

`--peers` names an interpreter with pandas, openpyxl and frictionless, in an environment of its own; without it Inspector runs
alone.
Each reads the file as its documents show first: `inspector trend FILE`, `pandas.read_csv` or `read_excel`, Frictionless'
`Resource`.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from files import FILES, MONTHS, REFUSED, truth

from inspector.model.problems import CannotComplete, Problem, each
from inspector.trends.series_file import read_series

HERE = Path(__file__).parent
SILENT, RIGHT, TOLD = "other figures, no word", "right", "right, and told"
TEXT = "left as text, no word"
SAID, WRONG = "refused, with the reason", "other figures"


def inspector(path: Path) -> dict[str, object]:
    """Months, figures and what was said, by the function that `inspector trend FILE` reads with."""
    try:
        found = read_series(path)
    except CannotComplete as failure:
        return {"error": said_of(failure.problems[0])}
    remarks = list(each(found.problems))
    errors = [said_of(one) for one in remarks if one.level == "error"]
    if len(found.series) != 1:
        return {"error": errors[0] if errors else f"{len(found.series)} series"}
    line = found.series[0].line
    figures = [one.value if one.denominator is None else one.numerator / one.denominator for one in line.observations]
    return {
        "months": [day.isoformat()[:7] for day in line.starts],
        "figures": figures,
        "said": [said_of(one) for one in remarks],
        "errors": errors,
    }


def said_of(problem: Problem) -> str:
    return f"[{problem.rule}] {problem.message}"


def peer(python: str, tool: str, path: Path) -> dict[str, object]:
    words = [python, str(HERE / "peers.py"), tool, path.name]
    done = subprocess.run(words, cwd=path.parent, capture_output=True, text=True, check=False)
    try:
        found: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    except (ValueError, IndexError):
        return {"error": (done.stderr.strip().splitlines() or ["nothing"])[-1][:200]}
    return found


def verdict(name: str, found: dict[str, object]) -> str:
    """What became of a file."""
    if "error" in found:
        return SAID
    said = found.get("said") or []
    wanted = truth(name)
    months = [month.isoformat()[:7] for month in MONTHS[: len(wanted)]]
    figures = found["figures"]
    assert isinstance(figures, list)
    close = len(figures) == len(wanted) and all(
        isinstance(a, int | float) and abs(a - b) < 1e-6 for a, b in zip(figures, wanted, strict=True)
    )
    if close and found["months"] == months and name not in REFUSED:
        return TOLD if said else RIGHT
    if found.get("errors"):
        return SAID
    if not said and not _read_at_all(found):
        return TEXT
    return WRONG if said else SILENT


def _read_at_all(found: dict[str, object]) -> bool:
    """Whether the months are months and the figures figures, right or not; else they were left as the texts that they are."""
    months, figures = found["months"], found["figures"]
    assert isinstance(months, list)
    assert isinstance(figures, list)
    return all(re.fullmatch(r"\d{4}-\d\d", str(one)) for one in months) and not any(
        isinstance(one, str) for one in figures
    )


def _first(found: dict[str, object]) -> str:
    """The first thing that was said of a file, errors before others; empty where nothing was."""
    if "error" in found:
        return str(found["error"])
    said = found.get("errors") or found.get("said") or []
    assert isinstance(said, list)
    return str(said[0]) if said else ""


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--peers", help="an interpreter that has pandas, openpyxl and frictionless")
    options.add_argument("--markdown", action="store_true")
    asked = options.parse_args()
    tools = ["inspector", *(["pandas", "frictionless"] if asked.peers else [])]
    counts: dict[str, dict[str, int]] = {tool: {} for tool in tools}
    for name, make in FILES.items():
        with tempfile.TemporaryDirectory() as folder:
            path = make(Path(folder))
            cells = []
            for tool in tools:
                found = inspector(path) if tool == "inspector" else peer(asked.peers, tool, path)
                what = verdict(name, found)
                counts[tool][what] = counts[tool].get(what, 0) + 1
                words = _first(found)[:110]
                cells.append(f"{what}: {words}" if words else what)
        row = " | ".join(cell.replace("|", "/") for cell in cells)
        print(f"| {name} | {row} |" if asked.markdown else "\n  ".join([name, *cells]))
    for tool, found_counts in counts.items():
        print(f"{tool}: {found_counts}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
