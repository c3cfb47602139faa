"""What a report costs, and how large it is: whole processes taken in turn, and charts alone; the least of the rounds.

`python bench/report/run.py [ROUNDS]` prints the table of `README.md` and exits with 1 when a limit is passed. The large
bundle is made here from the fullest example: 30 indicators (copies under other names where it has fewer) and its 500 log entries.
"""

import csv
import hashlib
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))
EXAMPLE = ROOT / "evidence" / "examples" / "brackenshire"
INSPECTOR = Path(sys.executable).with_name("inspector")
ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 9
INDICATORS, CHARTS = 30, 40
PAPER, PAPER_COST = ("docx", "pdf"), 3.0
MORE_THAN_TEXT, LARGEST, CHARTS_COST = 0.3, 1_000_000, 0.020
TOLD_COST, MANY = 0.030, 10_000
"""Seconds that stories and the rest of what is told may take of the bundle; and of a log of so many entries twice that."""


def large(folder: Path) -> Path:
    """The fullest example with 30 indicators."""
    manifest = json.loads((EXAMPLE / "datapackage.json").read_text(encoding="utf-8"))
    for resource in manifest["resources"]:
        content = (EXAMPLE / resource["path"]).read_text(encoding="utf-8")
        if resource["kind"] in ("indicators", "indicator-register"):
            content = copied(content)
        (folder / resource["path"]).write_text(content, encoding="utf-8", newline="\n")
        data = (folder / resource["path"]).read_bytes()
        resource |= {"hash": f"sha256:{hashlib.sha256(data).hexdigest()}", "bytes": len(data)}
    (folder / "datapackage.json").write_text(json.dumps(manifest), encoding="utf-8")
    return folder


def copied(content: str) -> str:
    """The rows of a table with those of its indicators again, under other names, until there are 30."""
    rows = list(csv.DictReader(content.splitlines()))
    names = list(dict.fromkeys(row["indicator"] for row in rows))
    more = [(name, f"{name}-again-{turn}") for turn in (1, 2) for name in names][: INDICATORS - len(names)]
    rows += [{**row, "indicator": new} for name, new in more for row in rows if row["indicator"] == name]
    lines = [",".join(rows[0]), *(",".join(f'"{value}"' for value in row.values()) for row in rows)]
    return "\n".join(lines) + "\n"


def seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


def best(work: Callable[[], Any], turns: int = 7, clock: Callable[[], float] = time.perf_counter) -> float:
    found = []
    for _ in range(turns):
        start = clock()
        work()
        found.append(clock() - start)
    return min(found)


def charts(result: dict[str, Any]) -> Callable[[], list[str]]:
    from inspector.report.charts import xmr

    lines = (result["pictures"]["lines"] * CHARTS)[:CHARTS]
    return lambda: [xmr.chart(line, f"c{n}", "title", "says", "2026-04-13") for n, line in enumerate(lines)]


def telling(bundle: Path, entries: int = 0) -> float:
    """Seconds of processor time to tell what is told; of a log that is repeated under other ids until it has so many entries."""
    from inspector import inspection
    from inspector.argument.doubtful_gains import doubtful_gains
    from inspector.telling import tell

    workings = inspection.work(bundle)
    found, log = workings.inspection, workings.evidence.log
    more = range(-(-entries // len(log)) if entries else 1)
    longer = [
        one.model_copy(update={"id": f"{one.id}-{n}", "row": one.row + n * len(log)}) for n in more for one in log
    ]
    evidence = workings.evidence.model_copy(update={"log": tuple(longer[: entries or len(log)])})
    return best(lambda: tell(evidence, found, doubtful_gains(found)), clock=time.process_time)


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "bundle").mkdir()
        bundle, stored, page = large(folder / "bundle"), folder / "result.json", folder / "report.html"
        commands = {
            "assess, text": [str(INSPECTOR), "assess", str(bundle)],
            "assess, json": [str(INSPECTOR), "assess", str(bundle), "--format", "json", "-o", str(stored)],
            "assess, html": [str(INSPECTOR), "assess", str(bundle), "--format", "html", "-o", str(page)],
            "assess, markdown": [str(INSPECTOR), "assess", str(bundle), "--format", "markdown"],
            "report, html": [str(INSPECTOR), "report", str(stored), "-o", str(page)],
        }
        given = folder / "example.json"
        seconds([str(INSPECTOR), "assess", str(EXAMPLE), "--format", "json", "-o", str(given)])
        for form in PAPER:
            commands[f"report, {form}"] = [
                str(INSPECTOR), "report", str(given), "--format", form, "-o", str(folder / f"report.{form}")
            ]  # fmt: skip
        for command in commands.values():
            seconds(command)
        times: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(ROUNDS):
            for name, command in commands.items():
                times[name].append(seconds(command))
        result = json.loads(stored.read_text(encoding="utf-8"))
        drawing, size = best(charts(result)), page.stat().st_size
        told, many = telling(bundle), telling(bundle, MANY)
    # The least disturbed run: other work on the machine only ever adds.
    least = {name: min(found) for name, found in times.items()}
    more = least["assess, html"] - least["assess, text"]
    for name, found in least.items():
        print(f"{name:20} {found:6.3f} s")
    print(f"html more than text  {more:6.3f} s (at most {MORE_THAN_TEXT})")
    print(f"size of the page    {size:7} bytes (under {LARGEST})")
    print(f"{CHARTS} charts           {drawing * 1000:6.1f} ms (under {CHARTS_COST * 1000:.0f})")
    print(f"stories and voices   {told * 1000:6.1f} ms (at most {TOLD_COST * 1000:.0f})")
    print(f"of {MANY} entries    {many * 1000:6.1f} ms (at most {2 * TOLD_COST * 1000:.0f})")
    slow = told > TOLD_COST or many > 2 * TOLD_COST or any(least[f"report, {form}"] > PAPER_COST for form in PAPER)
    return int(more > MORE_THAN_TEXT or size >= LARGEST or drawing >= CHARTS_COST or slow)


if __name__ == "__main__":
    sys.exit(main())
