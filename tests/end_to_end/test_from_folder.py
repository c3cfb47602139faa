"""From a folder of files as somebody has them to the verdict: at most five commands, and no JSON written by hand."""

import os
import re
import select
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from tests.end_to_end.conftest import Done, Run

MONTHS = [date(2024 + (3 + n) // 12, (3 + n) % 12 + 1, 1) for n in range(24)]
LOG = [
    ["Improvement ideas, Hillside district"],
    ["Kept by the practice team"],
    [],
    ["Ref", "Date raised", "Raised by (role)", "Team", "Scale of test", "What we hope for", "Started", "Decision"],
    *(
        [f"H{n}", f"{n + 3:02}/{n:02}/2025", "social worker", ("North", "South")[n % 2], ("one case", "one team")[n % 2], hope,
         f"{n + 9:02}/{n:02}/2025", ("keep going", "stopped")[n % 2]]
        for n, hope in enumerate(["Ring before the visit", "One form in place of two", "Ask who else should hear"] * 3, 1)
    ),
]  # fmt: skip
ACTIONS = "".join(
    f"R{n};{what};Inspection;{n + 2}.03.2025\n"
    for n, what in enumerate(["Share the rota", "Mend the duty line", "Read it back"], 1)
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Files as a district has them: a log below a title, a scorecard with a column a month, a tracker, and more."""
    made = tmp_path / "our files"
    made.mkdir()
    book = xlsxwriter.Workbook(made / "Ideas 2025.xlsx")
    sheet = book.add_worksheet("Ideas")
    for place, row in enumerate(LOG):
        sheet.write_row(place, 0, row)
    book.close()
    book = xlsxwriter.Workbook(made / "Scorecard.xlsx")
    sheet = book.add_worksheet("Scorecard")
    sheet.write_row(0, 0, ["Measure", "Polarity", *(f"{month:%b %y}" for month in MONTHS)])
    sheet.write_row(1, 0, ["Children seen alone (%)", "Higher is better", *(60 + n / 2 for n in range(24))])
    sheet.write_row(2, 0, ["Average caseload", "Lower is better", *(22 - n / 8 for n in range(24))])
    book.close()
    (made / "tracker.csv").write_text("Rec no;Recommendation;Source;Date made\n" + ACTIONS, encoding="utf-8")
    (made / "minutes.docx").write_bytes(b"no table")
    (made / ".hidden.csv").write_text("a,b\n1,2\n")
    (made / "old").mkdir()
    return made


def fill(answers: Path) -> None:
    """Answer as somebody would with the file open: what is proposed is right, else the first choice, what is optional none."""
    lines, choices, proposed, optional = [], "", False, False
    for line in answers.read_text(encoding="utf-8").splitlines():
        said = line.strip()
        if said.startswith("#"):
            choices = said.removeprefix("# One of: ").split(" | ")[0] if said.startswith("# One of: ") else choices
            proposed, optional = proposed or said.startswith("# Proposed"), optional or said.endswith("(optional)")
        elif said.endswith(":") and (choices or proposed or optional):
            line += f" {'ok' if proposed else 'none' if optional else choices}"
        if not said.startswith("#"):
            choices, proposed, optional = "", False, False
        lines.append(line)
    answers.write_text("\n".join(lines) + "\n", encoding="utf-8")


@pytest.mark.usefixtures("folder")
def test_from_a_folder_to_the_verdict_in_at_most_five_commands(run: Run, tmp_path: Path) -> None:
    commands: list[Done] = []

    def inspector(*words: str | Path) -> Done:
        commands.append(run(*words, cwd=tmp_path))
        return commands[-1]

    new = ("bundle", "new", "ours", "--from", "our files", "--authority", "Hillside", "--answers", "answers.yaml")
    first = inspector(*new)
    assert first.returncode == 2, first.stdout + first.stderr
    assert not (tmp_path / "ours").exists()
    fill(tmp_path / "answers.yaml")
    done = inspector(*new)
    assert done.returncode == 0, done.stdout + done.stderr
    for name in ("Ideas 2025.xlsx", "Scorecard.xlsx", "tracker.csv"):
        assert f"{name}: " in done.stdout
    assert "Not looked at: minutes.docx" in done.stdout
    assert "Not looked at: old" in done.stdout
    assert ".hidden" not in done.stdout
    checked = inspector("check", "ours")
    assert checked.returncode == 0, checked.stdout
    verdict = inspector("assess", "ours")
    assert verdict.returncode == 0, verdict.stderr
    assert "VERDICT" in verdict.stdout
    assert len(commands) <= 5
    listed = run("bundle", "list", "ours", cwd=tmp_path).stdout
    rows = {line.split("  ")[0]: line for line in listed.splitlines()}
    assert re.search(r"\s9\s", rows["ideas-2025"])
    assert re.search(r"\s48\s", rows["scorecard"])
    assert re.search(r"\s3\s", rows["tracker"])


@pytest.mark.usefixtures("folder")
def test_who_takes_what_is_proposed_needs_one_command(run: Run, tmp_path: Path) -> None:
    done = run("bundle", "new", "ours", "--from", "our files", "--authority", "Hillside", "--yes", cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert run("check", "ours", cwd=tmp_path).returncode == 0


@pytest.mark.usefixtures("folder")
def test_nobody_to_ask_and_nowhere_to_write_makes_nothing(run: Run, tmp_path: Path) -> None:
    done = run("bundle", "new", "ours", "--from", "our files", cwd=tmp_path)
    assert done.returncode == 2
    assert "--answers" in done.stderr
    assert "Who submits the evidence?" in done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["empty", "our files"]


@pytest.mark.usefixtures("folder")
def test_on_a_terminal_every_question_is_asked_there(installed: Path, tmp_path: Path) -> None:
    """Whoever answers takes what is proposed, or the first choice, and names the authority."""
    ours, theirs = pytest.importorskip("pty").openpty()
    words = [sys.executable, "-m", "inspector", "bundle", "new", "ours", "--from", "our files"]
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    process = subprocess.Popen(words, cwd=tmp_path, stdin=theirs, stdout=theirs, stderr=theirs, env=environment)
    os.close(theirs)
    said, since, until = "", 0, time.monotonic() + 100
    while time.monotonic() < until:
        ready, _, _ = select.select([ours], [], [], 0.2)
        try:
            said += os.read(ours, 65536).decode("utf-8", "replace") if ready else ""
        except OSError:
            break
        asked = said[since:]
        if asked.rstrip(" ").endswith(":") and "  answer" in asked.splitlines()[-1]:
            since = len(said)
            proposed = "[" in asked.splitlines()[-1]
            os.write(ours, b"\n" if proposed else b"Hillside\n" if "Who submits" in asked else b"1\n")
        if process.poll() is not None and not ready:
            break
    assert process.wait(20) == 0, said
    os.close(ours)
    assert "Who submits the evidence?" in said
    assert (tmp_path / "ours" / "datapackage.json").is_file()
