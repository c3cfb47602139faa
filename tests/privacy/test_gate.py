"""The gate by itself: which fields are private, what a value is, what is too common, and what a key in the environment means."""

import json
from datetime import date
from pathlib import Path

import pytest

from inspector.bundle import read_bundle
from inspector.bundle.pseudonyms import Pseudonyms
from inspector.model.problems import each
from inspector.privacy import days
from inspector.privacy.fields import of_schema
from inspector.privacy.gate import DENSE, HIDDEN, Gate
from inspector.privacy.words import SHORTEST_NUMBER
from tests.bundle.builder import MANIFEST, seal
from tests.privacy.outputs import KEY, command
from tests.privacy.sentinels import Sentinels, as_csv, one_list, spellings

NAMES = ("CHILD", "dob", "Allocated Worker")


def gate(*private: str, ids: tuple[str, ...] = (), codes: tuple[str, ...] = ()) -> Gate:
    made = Gate(Pseudonyms(KEY) if ids else None)
    made.private.add(private)
    made.identifying.add(ids, dated=False)
    made.add_codes(codes)
    made.settle()
    return made


@pytest.mark.parametrize(
    ("said", "private", "identifying"),
    [
        ({"x-private": ["dob"]}, {"dob"}, set()),
        ({"x-privat": ["dob"]}, {"dob"}, set()),
        ({"x-Private": "dob"}, {"dob"}, set()),
        ({"x_private": ["DOB"]}, {"dob"}, set()),
        ({"private": ["dob"]}, {"dob"}, set()),
        ({"x-identifiers": "CHILD"}, set(), {"CHILD"}),
        ({"x-identifier": "child"}, set(), {"CHILD"}),
        ({"x-private": {"dob": True}}, {"dob"}, set()),
        ({"x-private": "CHILD, dob"}, {"CHILD", "dob"}, set()),
        ({"x-private": True}, set(NAMES), set()),
        ({"x-private": ["nothing like it"]}, set(NAMES), set()),
        ({"x-private": [3]}, set(NAMES), set()),
        ({"x-private": []}, set(), set()),
        ({"x-primary-key": ["dob"], "x-variants": {}, "x-columns": ["CHILD"], "title": "x"}, set(), set()),
    ],
)
def test_which_fields_are_private(said: dict[str, object], private: set[str], identifying: set[str]) -> None:
    found = of_schema({"properties": {name: {"type": "string"} for name in NAMES}, **said})
    assert (found.private, found.identifying) == (private, identifying)


@pytest.mark.parametrize("text", sorted(spellings(date(2014, 2, 28))))
def test_a_day_is_known_in_every_spelling(text: str) -> None:
    assert date(2014, 2, 28) in days.of_cell(text)
    assert gate("2014-02-28").cell(text) is None
    assert gate(text).cell("2014-02-28") is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Seen by Zebediah Quux today", f"Seen by {HIDDEN} today"),
        ("ZEBEDIAH  quux", HIDDEN),
        ("Quux, Zebediah", HIDDEN),
        ("zebediah_quux@x", f"{HIDDEN}@x"),
        ("'Zebediah\\nQuux'", "'Zebediah\\nQuux'"),
        ("Seen by Zebediah Quu…", f"Seen by {HIDDEN}…"),
        ("born 28 February 2014, or 28/02/14", f"born {HIDDEN}, or {HIDDEN}"),
        ("rows 28, 2, 14", "rows 28, 2, 14"),
        ("Quuxes", "Quuxes"),
    ],
)
def test_what_is_private_in_a_text(text: str, told: str) -> None:
    assert gate("Zebediah Quux", "2014-02-28").text(text) == told


@pytest.mark.parametrize("innocent", ["Duty team", "unallocated", "Yes", "a", "17", "true", "", "May", "White"])
def test_what_is_too_common_is_left(innocent: str) -> None:
    assert gate(innocent, codes=("white", "yes")).text(f"so {innocent} it is") == f"so {innocent} it is"


def test_a_short_name_is_looked_for_as_it_was_written() -> None:
    assert gate("Wilf").text("wilf or Wilf or WILF") == f"wilf or {HIDDEN} or {HIDDEN}"


def test_a_number_is_looked_for_from_so_many_digits() -> None:
    long, short = "7" * SHORTEST_NUMBER, "7" * (SHORTEST_NUMBER - 1)
    told = gate("x", ids=(long, short)).text(f"{short} of {long}.0")
    assert told == f"{short} of {Pseudonyms(KEY).name(long)}.0"


def test_a_sound_date_is_left_where_so_many_were_born() -> None:
    births = [f"2014-01-{day:02}" for day in range(1, DENSE + 2)]
    assert gate(*births).cell("2014-01-05", dated=True) == "2014-01-05"
    assert gate(*births[:-1]).cell("2014-01-05", dated=True) is None
    assert gate(*births).cell("2014-01-05") is None


def test_a_key_in_the_environment_asks_for_pseudonyms(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    grid = one_list(8, Sentinels())
    grid[1][1] = "none of them"
    (tmp_path / "lists").mkdir()
    (tmp_path / "lists" / "list_8.csv").write_text(as_csv(grid), encoding="utf-8")
    (tmp_path / "key").write_bytes(KEY)
    words = ["check", str(tmp_path / "lists"), "--all"]
    assert grid[1][0] in command(words)
    assert "--key-file needs --pseudonymise" in command([*words, "--key-file", str(tmp_path / "key")])
    monkeypatch.setenv("INSPECTOR_KEY_FILE", str(tmp_path / "key"))
    assert grid[1][0] not in command(words)
    assert grid[1][0] in command([*words, "--no-pseudonymise"])


@pytest.mark.parametrize("place", ["Allocated Worker", "Child Unique ID", "Date of Birth"])
def test_a_cell_that_came_to_stand_where_a_heading_is_due(place: str, tmp_path: Path) -> None:
    grid = one_list(8, Sentinels())
    column = grid[0].index(place)
    value = grid[0][column] = grid[2][column]
    # Another private column that is lost makes the table doubtful, whichever it is.
    grid[0][grid[0].index("Placement postcode")] = "Where"
    (tmp_path / "list_8.csv").write_text(as_csv(grid), encoding="utf-8")
    said = command(["check", str(tmp_path), "--all", "--pseudonymise"])
    assert "list_8.csv" in said
    assert value not in said


OWN = '{"properties": {"CODE": {"enum": ["a"]}, "NAME": {"type": "string"}, "ID": {"type": "string"}, "DOB": %s}, %s}'
VOICE = """id,period_start,period_end,group,theme
v1,Quentin Zyx,2025-03-31,children,x
v2,CH-70001,2014-02-11,children,x
v3,11 February 2014,11/02/2014,Quentin Zyx,x
"""


@pytest.mark.parametrize("day", ['{"type": "string", "format": "date"}', '{"type": "no such"}'])
def test_what_a_refused_row_schema_marks_is_hidden_all_the_same(day: str, tmp_path: Path) -> None:
    files = {
        "t.schema.json": (OWN % (day, '"x-private": ["DOB", "NAME"], "x-identifiers": ["ID"]')).encode(),
        "t.csv": b"CODE,NAME,ID,DOB\na,Quentin Zyx,CH-70001,2014-02-11\n",
        "v.csv": VOICE.encode(),
    }
    resources = [
        {"name": "t", "path": "t.csv", "kind": "table", "row_schema": "t.schema.json", **seal(files["t.csv"])},
        {"name": "v", "path": "v.csv", "kind": "voice", **seal(files["v.csv"])},
    ]
    period = {"start": "2023-04-01", "end": "2026-03-31"}
    manifest = {"name": "x", "title": "x", "authority": "x", "period": period, "resources": resources}
    for name, data in {**files, MANIFEST: json.dumps(manifest).encode()}.items():
        (tmp_path / name).write_bytes(data)
    told = list(each(read_bundle(tmp_path, Pseudonyms(KEY)).problems))
    assert {problem.where.file for problem in told} == {MANIFEST, "t.schema.json", "v.csv"}
    said = " ".join(map(str, told))
    assert [text for text in ("Quentin", "Zyx", "CH-70001", "2014", "11/02") if text in said] == []


LOG = """ID,Raised,Role,Team,Aim,Scale,Started,Studied,Decision,Child,DOB
1,01/02/2025,Nurse,East,Fewer calls,one case,10/03/2025,10/04/2025,adopt,Zebulon Quuxley,14/03/2009
2,02/02/2025,Nurse,East,Fewer calls,one case,11/03/2025,29/04/2010,Hepzibah Nunnwick,Hepzibah Nunnwick,29/04/2010
3,03/02/2025,Nurse,West,Fewer calls,Ozymandia Vexford,12/03/2025,12/04/2025,adopt,Ozymandia Vexford,14/06/2011
"""


def test_what_stands_in_a_column_of_names_or_births_that_is_not_read_is_repeated_nowhere(tmp_path: Path) -> None:
    (tmp_path / "log.csv").write_text(LOG, encoding="utf-8")
    bundle = str(tmp_path / "b")
    command(["bundle", "new", bundle, "--authority", "x", "--from", "2024-01-01", "--to", "2026-03-31"])
    add = ["bundle", "add", str(tmp_path / "log.csv"), "--bundle", bundle, "--yes", "--names-may-travel", "--verbose"]
    said = "\n".join(
        [command(add), command(["check", bundle, "--all"]), command(["assess", bundle, "--despite-problems", "--full"])]
    )
    assert "Not understood: what stands there in Decision, 1 row" in said
    assert "what stands here is not a known code" in said
    hidden = ("Hepzibah", "Nunnwick", "Ozymandia", "Vexford", "Zebulon", "29/04/2010", "2010-04-29")
    assert [text for text in hidden if text in said] == []
    assert "10/03/2025" in said
