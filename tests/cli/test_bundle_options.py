"""What the options of `inspector bundle` are given and cannot be: told, with what would be right, and nothing changed."""

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
import yaml

from inspector.cli import _run

Capture = pytest.CaptureFixture[str]
CASES = yaml.safe_load((Path(__file__).parent / "bundle_options.yaml").read_text(encoding="utf-8"))
LOG = [
    ["Ref", "Raised on", "Who raised it?", "Team", "How big?", "Why"],
    ["1", "2024-05-01", "social worker", "North", "one-team", "Quicker calls"],
    ["2", "2024-06-01", "social worker", "South", "one-case", "Fewer forms"],
]
JSON_LOG = b'[{"id": "1", "raised_on": "2024-05-01", "raised_by_role": "manager", "team": "A", "scale": "one-case", "aim": "x"}]'
PERIOD = ("--from", "2024-04-01", "--to", "2026-03-31")


def bundle(*words: object) -> int:
    return _run(["bundle", *map(str, words)])


def as_csv(rows: list[list[str]]) -> str:
    return "".join(",".join(row) + "\n" for row in rows)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> Path:
    """A folder with what the cases name, in which one is."""
    monkeypatch.chdir(tmp_path)
    Path("log.csv").write_text(as_csv(LOG))
    book = xlsxwriter.Workbook("book.xlsx")
    book.add_worksheet("Notes").write(0, 0, "Kept by the practice team")
    sheet = book.add_worksheet("Log")
    for place, row in enumerate(LOG):
        sheet.write_row(place, 0, row)
    book.close()
    Path("folder").mkdir()
    Path("folder/log.csv").write_text(as_csv(LOG))
    Path("folder/odd.csv").write_text("Colour,Shape\nred,round\n")
    for name in ("E", "B"):
        assert bundle("new", name, "--authority", "Nowhere", *PERIOD) == 0
    assert bundle("add", "log.csv", "--bundle", "B", "--kind", "improvement-log", "--map", "Why=aim") == 0
    capsys.readouterr()
    return tmp_path


def all_files(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case: dict[str, Any], here: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    for before, after in case.get("change", {}).items():
        Path("log.csv").write_text(as_csv(LOG).replace(before, after))
    if "answers" in case:
        Path("A.yaml").write_text(case["answers"])
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(as_csv(LOG).encode())))
    names = {"LOG": "log.csv", "BOOK": "book.xlsx", "FOLDER": "folder", "NOWHERE": "nowhere"}
    kept = all_files(here)
    assert bundle(*(names.get(word, word) for word in case["words"])) == 2
    shown = capsys.readouterr()
    said = " ".join((shown.out + shown.err).split())
    assert "Inspector's own" not in said
    assert "Added" not in said
    for words in case["told"]:
        assert words in said, said
    assert all_files(here) == kept


# What they do when all is right


def resources(folder: str = "E") -> list[dict[str, Any]]:
    return list(json.loads(Path(folder, "datapackage.json").read_text("utf-8"))["resources"])


ALL = ("--kind", "improvement-log", "--map", "Why=aim", "--bundle", "E")


def test_a_dry_run_shows_what_would_be_read_and_writes_nothing(here: Path, capsys: Capture) -> None:
    kept = all_files(here)
    assert bundle("add", "log.csv", *ALL, "--dry-run") == 0
    said = capsys.readouterr().out
    assert "Nothing was written" in said
    assert "2 rows can be read" in said
    assert "Added" not in said
    assert all_files(here) == kept


@pytest.mark.usefixtures("here")
def test_each_column_is_shown_with_an_example_how_sure_and_why(capsys: Capture) -> None:
    assert bundle("add", "log.csv", *ALL) == 0
    lines = capsys.readouterr().out.splitlines()
    head = next(line for line in lines if line.startswith("in your file"))
    assert [one for one in ("read as", "for example", "how sure", "why") if one in head] == [
        "read as", "for example", "how sure", "why",
    ]  # fmt: skip
    raised = next(line for line in lines if line.startswith("Raised on"))
    assert "raised_on" in raised
    assert "2024-05-01" in raised


@pytest.mark.usefixtures("here")
def test_codes_not_understood_are_told_once_each_with_their_rows(capsys: Capture) -> None:
    rows = [
        *LOG,
        *(
            ["3", "2024-07-01", "manager", "North", "the lot", "x"],
            ["4", "2024-07-02", "manager", "East", "the lot", "y"],
        ),
    ]
    Path("log.csv").write_text(as_csv(rows))
    assert bundle("add", "log.csv", *ALL) == 0
    said = capsys.readouterr().out
    assert said.count("Not understood") == 1
    assert "'the lot' in How big?, 2 rows" in said
    assert "2 of 4 rows can be read" in said
    assert '--codes "scale: the lot=' in said
    assert bundle("add", "log.csv", *ALL, "--replace", "--codes", "scale: the lot=whole-service") == 0
    assert "4 rows can be read" in capsys.readouterr().out
    assert resources()[0]["mapping"]["values"] == {"scale": {"the lot": "whole-service"}}


@pytest.mark.usefixtures("here")
def test_what_was_refused_goes_by_the_very_command_that_was_told(capsys: Capture) -> None:
    import shlex

    Path("log.csv").write_text(as_csv(LOG).replace("Why", "Zebra"))
    assert bundle("add", "log.csv", "--kind", "improvement-log", "--bundle", "E") == 2
    (line,) = [one for one in capsys.readouterr().err.splitlines() if "This would do it" in one]
    words = shlex.split(line.partition(": ")[2])
    assert words[:2] == ["inspector", "bundle"]
    assert bundle(*words[2:]) == 0


@pytest.mark.usefixtures("here")
def test_one_sheet_of_several_is_read(capsys: Capture) -> None:
    assert bundle("add", "book.xlsx", *ALL, "--sheet", "log") == 0
    assert resources()[0]["sheet"] == "Log"
    assert "2 rows can be read" in capsys.readouterr().out


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(("data", "path"), [
    (as_csv(LOG).encode(), "piped.csv"),
    (JSON_LOG, "piped.json"),
])  # fmt: skip
def test_standard_input_is_a_file_of_that_name(data: bytes, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    more = () if path.endswith(".json") else ("--map", "Why=aim")
    assert bundle("add", "-", "--name", "piped", "--kind", "improvement-log", "--bundle", "E", *more) == 0
    assert resources()[0]["path"] == path
    assert Path("E", path).read_bytes() == data


@pytest.mark.usefixtures("here")
def test_quiet_says_nothing_and_verbose_every_remark(capsys: Capture) -> None:
    assert bundle("add", "log.csv", *ALL, "--quiet") == 0
    assert capsys.readouterr().out == ""
    assert bundle("add", "log.csv", *ALL, "--replace", "--verbose") == 0
    assert "[heading-read-as]" in capsys.readouterr().out


@pytest.mark.usefixtures("here")
def test_the_same_file_may_be_evidence_in_two_ways(capsys: Capture) -> None:
    text = "indicator,title,better,period_start,period_end,value\nx,X of y,up,2025-04-01,2025-04-30,3\n"
    Path("figures.csv").write_text(text)
    assert bundle("add", "figures.csv", "--bundle", "E", "--kind", "indicators") == 0
    assert bundle("add", "figures.csv", "--bundle", "E", "--kind", "indicator-register", "--name", "register") == 0
    assert [(one["name"], one["kind"]) for one in resources()] == [
        ("figures", "indicators"), ("register", "indicator-register"),
    ]  # fmt: skip
    capsys.readouterr()
    assert _run(["check", "E"]) == 0
    assert bundle("add", "figures.csv", "--bundle", "E", "--kind", "indicators", "--name", "again") == 2


# A file in the place of another


@pytest.mark.usefixtures("here")
def test_a_mapping_stays_where_the_headings_do(capsys: Capture) -> None:
    before = resources("B")[0]
    Path("log.csv").write_text(as_csv([*LOG, ["3", "2024-07-01", "manager", "North", "one-case", "x"]]))
    assert bundle("add", "log.csv", "--bundle", "B", "--replace") == 0
    after = resources("B")[0]
    assert after["mapping"] == before["mapping"]
    assert after["name"] == before["name"]
    assert after["hash"] != before["hash"]
    assert "was kept" in capsys.readouterr().out


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("words", [["--map", "Zebra=aim"], ["--new-mapping", "--map", "Zebra=aim"]])
def test_a_mapping_that_no_longer_fits_is_mended_or_let_go(words: list[str]) -> None:
    Path("log.csv").write_text(as_csv(LOG).replace("Why", "Zebra"))
    assert bundle("add", "log.csv", "--bundle", "B", "--replace", *words) == 0
    assert resources("B")[0]["mapping"]["fields"]["aim"] == "Zebra"


@pytest.mark.usefixtures("here")
def test_next_months_file_takes_the_place_of_last_months_under_its_name(capsys: Capture) -> None:
    Path("log july.csv").write_text(as_csv([*LOG, ["3", "2024-07-01", "manager", "North", "one-case", "x"]]))
    assert bundle("add", "log july.csv", "--bundle", "B", "--replace", "--name", "log") == 0
    (only,) = resources("B")
    assert (only["name"], only["path"]) == ("log", "log july.csv")
    assert only["mapping"]["fields"]["aim"] == "Why"
    assert bundle("list", "B") == 0
    assert "log july.csv" in capsys.readouterr().out
