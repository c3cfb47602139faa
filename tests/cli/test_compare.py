"""`inspector compare` as a user calls it: bundles, stored results, entries of a register, and what cannot be compared."""

import json
from pathlib import Path
from typing import Any

import pytest

from inspector.cli import _run
from tests.bundle.builder import seal, small


def write(folder: Path, change: dict[str, Any] | None = None, log: str | None = None) -> Path:
    """The small bundle with a changed manifest, and the improvement log that is given."""
    manifest, files = small()
    manifest |= change or {}
    if change:
        del manifest["notified_on"]
    if log is not None:
        files["improvement-log.csv"] = log.encode()
    folder.mkdir(parents=True)
    for name, data in files.items():
        (folder / name).write_bytes(data)
    for one in manifest["resources"]:
        one |= seal(files[one["path"]])
    (folder / "datapackage.json").write_text(json.dumps(manifest), encoding="utf-8")
    return folder


HEAD = "id,raised_on,raised_by_role,team,scale,aim,prediction,started_on,studied_on,decision,recorded_at"
BEGUN = f"{HEAD}\na1,2025-02-03,worker,East,one-team,Fewer forms,three fewer,2025-02-04,,,2025-02-04T10:00:00Z\n"
DONE = f"{HEAD}\na1,2025-02-03,worker,East,one-team,Fewer forms,three fewer,2025-02-04,2025-09-01,adopt,2025-02-04T10:00:00Z\n"
EARLIER = {"period": {"start": "2025-01-01", "end": "2025-09-30"}, "submitted_at": "2025-10-01"}


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two sealed submissions of one authority, the older first."""
    place = tmp_path_factory.mktemp("two")
    made = write(place / "old", EARLIER, BEGUN), write(place / "new", None, DONE)
    for one in made:
        assert _run(["bundle", "seal", str(one), "-q"]) == 0
    return made


@pytest.fixture(scope="module")
def results(two: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """What was found in them, the later beside the earlier one."""
    made = [tmp_path_factory.mktemp("results") / f"{one.name}.json" for one in two]
    for bundle, result in zip(two, made, strict=True):
        earlier = ["--earlier", str(two[0])] if bundle == two[1] else []
        assert _run(["assess", str(bundle), *earlier, "--format", "json", "-o", str(result)]) == 0
    return made


def compare(*args: object, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    code = _run(["compare", *map(str, args)])
    told = capsys.readouterr()
    return code, told.out, told.err


def test_two_bundles_and_two_results_say_the_same_but_for_what_they_were_read_from(
    two: tuple[Path, Path], results: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = compare(*two, "--format", "json", capsys=capsys)
    assert code == 0
    whole = json.loads(out)
    code, out, _ = compare(*results, "--format", "json", capsys=capsys)
    assert code == 0
    other = json.loads(out)
    assert [side.pop("given") for side in (whole["old"], whole["new"], other["old"], other["new"])] == [
        "bundle", "bundle", "result", "result",
    ]  # fmt: skip
    assert whole == other
    (one,) = [promise for promise in whole["promises"] if promise["sort"] == "test"]
    assert (one["id"], one["state"]) == ("a1", "kept")
    assert one["now"]["rows"] == [{"resource": "improvement-log.csv", "rows": [[2, 2]]}]
    code, text, _ = compare(results[0], results[1], capsys=capsys)
    assert code == 0
    assert "WHAT WAS PROMISED, AND WHAT BECAME OF IT" in text
    assert max(map(len, text.splitlines())) <= 110
    page = tmp_path / "page.html"
    assert compare(*results, "--format", "html", "-o", page, capsys=capsys)[0] == 0
    assert "<script" not in page.read_text(encoding="utf-8")


def test_entries_of_a_register(
    two: tuple[Path, Path], results: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / "register.db"
    for bundle, result in zip(two, results, strict=True):
        receipt = str(tmp_path / f"{bundle.name}.receipt.json")
        assert _run(["register", "add", str(bundle), "--register", str(place), "-o", receipt]) == 0
        assert _run(["register", "result", "add", str(result), "--register", str(place)]) == 0
    capsys.readouterr()
    code, out, _ = compare("register:0", "register:3", "-r", place, "--format", "json", capsys=capsys)
    assert code == 0
    assert [json.loads(out)[side]["given"] for side in ("old", "new")] == ["register", "register"]
    code, _, told = compare("register:9", "register:3", "-r", place, capsys=capsys)
    assert (code, "[no-such-entry]" in told) == (2, True)
    code, _, told = compare("register:0", "register:3", capsys=capsys)
    assert (code, "[no-such-register]" in told) == (2, True)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"authority": "Elsewhere"}, "[compare-other-authority] the two are of different authorities"),
        (
            {"period": {"start": "2025-01-01", "end": "2026-12-31"}, "submitted_at": "2027-01-01"},
            "[compare-wrong-order]",
        ),
    ],
)
def test_what_cannot_be_compared(
    results: list[Path], change: dict[str, Any], says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = write(tmp_path / "other", {**EARLIER, **change}, BEGUN)
    code, out, told = compare(other, results[1], capsys=capsys)
    assert (code, out) == (2, "")
    assert says in told


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('{"format": "inspector-inspection", "version": 2}', "it is of version '2', and this reads 1"),
        ('{"format": "inspector-comparison", "version": 1}', "it is not a result of Inspector"),
        ("{", "it is not JSON in UTF-8"),
    ],
)
def test_what_is_no_result(
    text: str, says: str, results: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    result = tmp_path / "result.json"
    result.write_text(text, encoding="utf-8")
    code, out, told = compare(result, results[1], capsys=capsys)
    assert (code, out) == (2, "")
    assert says in told
