"""`register add`, `list`, `show` and `correct`: what they enter and say, and what they refuse without changing anything."""

import json
import re
import shutil
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from inspector.bundle.pseudonyms import Pseudonyms
from inspector.cli import _run
from inspector.cli.register.add_ import _strange
from inspector.evidence.held import held
from inspector.model.evidence import Evidence, Figure
from inspector.packing.entering import LEAST_LOOKED_AT, strange
from inspector.register import keys, receipts
from inspector.register.book import opened
from inspector.register.keeping import kept, restored
from tests.bundle.builder import build

NOON = "1764158400"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A folder with a small sealed bundle, and a register that holds it."""
    folder = tmp_path_factory.mktemp("adding")
    build(folder / "made").rename(folder / "bundle")
    assert _run(["bundle", "seal", str(folder / "bundle"), "-q"]) == 0
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", NOON)
        place, receipt = str(folder / "r.db"), str(folder / "receipt.json")
        assert _run(["register", "add", str(folder / "bundle"), "-r", place, "-o", receipt]) == 0
    return folder


@pytest.fixture
def sealed(made, tmp_path, monkeypatch):
    """That bundle in the folder where commands are run."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NOON)
    for name in ("INSPECTOR_REGISTER", "INSPECTOR_REGISTER_KEY", "INSPECTOR_KEY_FILE"):
        monkeypatch.delenv(name, raising=False)
    return Path(shutil.copytree(made / "bundle", tmp_path / "bundle"))


@pytest.fixture
def register(made, sealed):  # noqa: ARG001
    """The name of that register, there too."""
    for one in made.glob("r.*"):
        shutil.copy(one, one.name)
    return "r.db"


def again(folder: Path, **manifest) -> None:
    """Change the manifest, and seal the bundle anew."""
    path = folder / "datapackage.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), **manifest}))
    assert _run(["bundle", "seal", str(folder), "-q"]) == 0


def state(folder: Path) -> dict[str, bytes]:
    return {one.name: one.read_bytes() for one in folder.iterdir() if one.is_file()}


def test_a_bundle_is_entered_with_one_command_and_its_receipt_holds(sealed, tmp_path, capsys):
    assert _run(["register", "add", "bundle", "-r", "r.db"]) == 0
    said = capsys.readouterr()
    assert "Entered as entry 0 on 2025-11-26T12:00:00Z: Nowhere Council, its first submission here." in said.out
    assert "Made the key of the register: r.key." in said.err
    (receipt,) = tmp_path.glob("bundle.*.receipt.json")
    found = receipts.verify(receipts.read(receipt.read_text(), "receipt"), keys.public(tmp_path / "r.pub"))
    assert found.entry.body.root == json.loads((sealed / "datapackage.json").read_text())["seal"]["root"]
    assert {(tmp_path / name).stat().st_mode & 0o777 for name in ("r.db", "r.key")} == {0o600}


def test_both_databases_enter_the_same(sealed, place, tmp_path):
    keys.new(tmp_path / "my.key", "ours")
    assert _run(["register", "add", "bundle", "-r", place, "--key", "my.key", "-o", "receipt.json"]) == 0
    again(sealed, submitted_at="2026-01-31")
    assert _run(["register", "add", "bundle", "-r", place, "--key", "my.key", "-o", "receipt.json"]) == 0
    assert _run(["register", "correct", "0", "--says", "wrong year", "--by", "us", "-r", place, "--key", "my.key"]) == 0
    with opened(place) as book:
        assert [(one.kind, one.about) for one in book.entries()] == [
            ("submission", ()),
            ("submission", ()),
            ("correction", (0,)),
        ]
        assert [one.kind for one in book.entries(about=0)] == ["correction"]
        first, second = book.entries(kind="submission")
        assert second.body.submitted_at == "2026-01-31"
        earlier = book.earlier("nowhere council", second.body.root)
        assert [(one.entry, one.received_on, one.received_by, one.root) for one in earlier] == [
            (0, date(2025, 11, 26), "register", first.body.root)
        ]
        assert book.earlier("Nowhere Council", first.body.root) == ()


REFUSED = {
    "unsealed": (lambda folder: _without_seal(folder), 2, "never-sealed"),
    "a row changed": (lambda folder: _append(folder / "indicators.csv"), 1, "wrong-hash"),
    "the manifest changed": (lambda folder: _edited(folder, authority="Elsewhere"), 1, "wrong-root"),
    "the same bundle twice": (lambda _: None, 2, "submitted-before"),
    "no bundle": (lambda folder: shutil.rmtree(folder), 2, "no-such-bundle"),
    "the clock went back": (lambda folder: again(folder, submitted_at="2026-01-31"), 2, "clock-back"),
    "the key was lost": (lambda folder: (again(folder, title="x"), Path("r.key").unlink()), 2, "register-key-missing"),
    "another key": (lambda folder: (again(folder, title="x"), _other_key()), 2, "wrong-register-key"),
    "no key": (lambda folder: (again(folder, title="x"), Path("r.key").write_text("none")), 2, "register-key"),
}  # fmt: skip


def _without_seal(folder):
    path = folder / "datapackage.json"
    path.write_text(json.dumps({k: v for k, v in json.loads(path.read_text()).items() if k != "seal"}))


def _edited(folder, **changes):
    path = folder / "datapackage.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), **changes}))


def _append(path):
    path.write_text(path.read_text() + "\n")


def _other_key():
    for name in ("r.key", "r.pub", "r.head"):
        Path(name).unlink()
    keys.new(Path("r.key"))


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_refused_changes_nothing(register, sealed, case, monkeypatch, capsys, tmp_path):
    change, code, rule = REFUSED[case]
    change(sealed)
    if case == "the clock went back":
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(NOON) - 3))
    before = state(tmp_path)
    capsys.readouterr()
    assert _run(["register", "add", "bundle", "-r", register]) == code
    assert f"[{rule}]" in (said := capsys.readouterr()).err
    assert said.out == ""
    assert state(tmp_path) == before


def test_a_refused_bundle_makes_no_register(sealed, tmp_path):
    _without_seal(sealed)
    assert _run(["register", "add", "bundle", "-r", "new.db"]) == 2
    assert not list(tmp_path.glob("new*"))


@pytest.mark.parametrize("output", ["new.db", "new.key", "new.pub", "./new.head", "bundle/x.json", "new.db-journal"])
def test_a_receipt_takes_the_place_of_nothing(sealed, tmp_path, output):  # noqa: ARG001
    assert _run(["register", "add", "bundle", "-r", "new.db", "-o", output]) == 2
    assert not list(tmp_path.glob("new*"))


@pytest.mark.parametrize("place", ["bundle/r.db", "missing/r.db", "bundle", "x://y", "r.key"])
def test_a_register_is_made_only_where_it_can_be(sealed, tmp_path, place):
    before = sorted(sealed.iterdir())
    assert _run(["register", "add", "bundle", "-r", place]) == 2
    assert sorted(sealed.iterdir()) == before
    assert [one.name for one in tmp_path.iterdir()] == ["bundle"]


@pytest.mark.parametrize(
    "words",
    [
        ["show", "7"],
        ["show", "beefbeefbeef"],
        ["show", "-- -1"],
        ["show", "99999999999999999999999"],
        ["show", "0", "--content", "nothing"],
        ["correct", "0", "--says", " ", "--by", "x"],
        ["correct", "5", "--says", "x", "--by", "x"],
        ["correct", "0", "--says", "x" * 10_001, "--by", "x"],
    ],
)
def test_what_cannot_be_shown_or_said_is_told(register, words, capsys):
    assert _run(["register", *words, "-r", register]) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_entries_are_listed_and_shown_with_what_is_wrong_in_them(register, capsys):
    assert _run(["register", "correct", "0", "--says", "the \x1b[31myear", "--by", "us", "-r", register]) == 0
    capsys.readouterr()
    assert _run(["register", "list", "-r", register, "--authority", "NOWHERE  council"]) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert re.fullmatch(
        r" +0  2025-11-26  submission  Nowhere Council: 2025-01-01 to 2025-12-31, root [0-9a-f]{8}", first
    )
    assert second == r"    1  2025-11-26  correction  Nowhere Council: of entry 0: the \x1b[31myear"
    assert _run(["register", "show", "0", "-r", register]) == 0
    assert second in capsys.readouterr().out.splitlines()
    assert _run(["register", "list", "-r", register, "--kind", "correction", "--format", "json"]) == 0
    assert [one["index"] for one in json.loads(capsys.readouterr().out)] == [1]


@pytest.mark.parametrize("pseudonymise", [False, True])
def test_the_files_are_kept_where_asked(sealed, tmp_path, pseudonymise):
    (sealed / "list-1.csv").write_text(
        "Child Unique ID,Gender,Ethnicity,Date of Birth,Age of Child (Years),Date of Contact,Contact Source\n"
        "7731A,a) Male,a) WBRI,25/10/2015,9,29/01/2025,e) 2A: Schools\n"
    )
    data = json.loads((sealed / "datapackage.json").read_text())
    data["resources"].append(
        {
            "name": "list-1",
            "path": "list-1.csv",
            "kind": "case-records",
            "list": 1,
            "hash": "sha256:" + "0" * 64,
            "bytes": 1,
        }
    )
    again(sealed, resources=data["resources"])
    asked = ["--pseudonymise"] if pseudonymise else []
    assert _run(["register", "add", "bundle", "-r", "r.db", "--keep", *asked]) == 0
    with opened("r.db") as book:
        entry = book.entry(0)
        found = kept(book, entry)
        assert restored(book, entry, (tmp_path / "back")) is not None
    assert entry.body.pseudonymised == pseudonymise
    if pseudonymise:
        text = b"".join(found.values())
        assert b"7731A" not in text
        assert b"25/10/2015" not in text
        assert re.search(rb"id-[0-9a-f]{12},a\) Male,a\) WBRI,9,29/01/2025", found["list-1.csv"])
        assert _run(["check", "back"]) in (0, 1)
    else:
        assert found == {name: (sealed / name).read_bytes() for name in found}
        assert _run(["bundle", "verify", "back"]) == 0


def test_pseudonyms_of_one_key_are_the_same():
    assert Pseudonyms(b"k" * 16).name("7731A") == Pseudonyms(b"k" * 16).name("7731A") != Pseudonyms().name("7731A")


def figures(count: int, value: float) -> Evidence:
    rows = tuple(
        Figure(
            resource="f",
            row=at + 2,
            indicator=f"i{at}",
            period_start=date(2025, 1, 1),
            period_end=date(2025, 1, 31),
            value=value,
        )
        for at in range(count)
    )
    return Evidence(
        authority="A", period_start=date(2025, 1, 1), period_end=date(2025, 3, 31), digest="d", figures=rows
    )


@pytest.mark.parametrize(("rows", "told"), [(LEAST_LOOKED_AT, (0, LEAST_LOOKED_AT)), (LEAST_LOOKED_AT - 1, None)])
def test_nothing_of_what_was_there_is_another_authority(rows, told):
    then = held(figures(rows, 1.0), "ab")
    assert strange(figures(rows, 2.0), then) == told
    assert strange(figures(rows, 1.0), then) is None


@pytest.mark.parametrize(("same", "told"), [(1, None), (0, (0, 10))])
def test_one_row_in_ten_that_says_the_same_is_enough(same, told):
    now = figures(10, 2.0)
    rows = tuple(one.model_copy(update={"value": 1.0}) if at < same else one for at, one in enumerate(now.figures))
    assert strange(now.model_copy(update={"figures": rows}), held(figures(10, 1.0), "ab")) == told


@pytest.mark.parametrize(
    ("before", "told"),
    [
        ([], None),
        ([2.0], None),
        ([1.0], (0, 10, 0)),
        ([2.0, 1.0], None),
        ([1.0] * 5, (0, 10, 4)),
        ([2.0, *[1.0] * 5], (0, 10, 5)),
        ([2.0, *[1.0] * 4], None),
    ],
)
def test_one_of_the_last_five_submissions_is_enough(before, told):
    entries = [SimpleNamespace(index=at, held=held(figures(10, value), "ab")) for at, value in enumerate(before)]
    book = SimpleNamespace(entries=lambda **_: entries, held=lambda entry: entry.held)
    assert _strange(book, SimpleNamespace(authority="A", evidence=figures(10, 2.0))) == told
