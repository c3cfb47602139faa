"""What is printed of a file that is added is so: its kind, the places of its periods, and the commands that would mend it."""

import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from inspector.cli import inspector
from inspector.model.problems import Problem, Where, said

TEAMS = "Team,Role,Month,Staff,Took part,Ideas\n" + "".join(
    f"{team},{role},{month},9,5,3\n"
    for team in ("East", "West")
    for role in ("Social worker", "Manager")
    for month in ("04/2025", "05/2025")
)


def run(*words: str) -> str:
    ran = CliRunner().invoke(inspector, list(words))
    return f"{ran.output}\n{ran.exception or ''}"


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    where = tmp_path / "b"
    run("bundle", "new", str(where), "--authority", "Example", "--from", "2025-01-01", "--to", "2025-12-31", "-q")
    return where


def added(bundle: Path, text: str, *words: str) -> str:
    file = bundle.parent / "file.csv"
    file.write_text(text, encoding="utf-8")
    return run("bundle", "add", str(file), "--bundle", str(bundle), "--dry-run", *words)


def test_a_row_a_team_role_and_month_is_no_scorecard(bundle: Path) -> None:
    told = added(bundle, TEAMS)
    assert "as participation. 8 rows can be read." in told


def test_the_lines_of_headings_are_said_to_hold_the_groups_too(bundle: Path) -> None:
    months = ",".join(f"{month} 2025" for month in ("Apr", "May", "Jun"))
    told = added(bundle, f",East,,,West,,\nIndicator,{months},{months}\nVisits,1,2,3,4,5,6\nCalls,1,2,3,4,5,6\n")
    assert "the periods 2025-04-01 to 2025-06-30 and whose figures they are stand in rows 1 to 2" in told
    told = added(bundle, f"Indicator,{months}\nVisits,1,2,3\nCalls,1,2,3\n")
    assert "the periods 2025-04-01 to 2025-06-30 stand in row 1" in told


def test_no_column_is_proposed_for_two_fields_at_once(bundle: Path) -> None:
    told = added(bundle, TEAMS.replace("/2025", " (2025)"), "--kind", "participation")
    (line,) = [line for line in told.splitlines() if line.startswith("This would do it")]
    assert line.count('"Month=') < 2
    assert "=period_start" in line
    assert "=period_end" in line


TRIED = """ID,Raised,Role,Team,Aim,Scale,Started,Studied,Learned,Decision
1,2025-01-02,Nurse,East,Fewer calls,one case,2025-02-02,2025-03-02,Worked,adopt
2,2025-01-03,Nurse,East,Fewer calls,one case,2025-02-03,2025-03-03,Worked,no idea
"""


def test_the_command_that_says_a_code_does_so_when_it_is_run(bundle: Path) -> None:
    file = bundle.parent / "log.csv"
    file.write_text(TRIED, encoding="utf-8")
    told = run("bundle", "add", str(file), "--bundle", str(bundle), "--yes")
    (line,) = [line for line in told.splitlines() if line.startswith("What was not understood can be said: inspector")]
    words = shlex.split(line.partition(": inspector ")[2].replace("=CODE", "=abandon"))
    assert "2 rows can be read." in run(*words)


ACTIONS = """Ref,What we were told,Who told us,Date of report,What we will do,By when,Done on
A1,Records are thin,Ofsted,2024-05-14,Sample ten a month,2025-01-01,
A2,Plans are late,Peer review,2024-06-14,Plan on the day,2025-02-04,2025-02-01
A3,Visits are short,Ofsted,2024-07-14,Fewer forms,2025-03-07,2025-03-01
"""


def test_a_row_that_holds_a_record_and_a_part_of_it_is_one_row(bundle: Path) -> None:
    file = bundle.parent / "actions.csv"
    file.write_text(ACTIONS, encoding="utf-8")
    told = run("bundle", "add", str(file), "--bundle", str(bundle), "--yes")
    assert "as recommendations. 3 rows can be read." in told
    assert " 3  " in run("bundle", "list", str(bundle)).splitlines()[2]
    assert "Sealed 1 file." in run("bundle", "seal", str(bundle))


@pytest.mark.parametrize(
    ("message", "fix", "expected", "line"),
    [
        ("2 figures are suppressed (.., c)", "", "", "2 figures are suppressed (.., c)."),
        ("'../x.csv' is outside", "a path in it", "", "'../x.csv' is outside. Fix: a path in it."),
        ("it is so.", "is it?", "a day.", "it is so. Expected: a day. Fix: is it?"),
    ],
)
def test_points_within_a_message_stay_as_they_are(message: str, fix: str, expected: str, line: str) -> None:
    assert said(message, fix, expected) == line
    one = Problem(rule="suppressed", level="query", where=Where(file="x"), message=message, fix=fix, expected=expected)
    assert str(one) == f"x: query [suppressed] {line}"
