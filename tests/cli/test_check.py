"""`inspector check` as it is read by people and by programs, and what no input may do to it."""

import json
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector.cli import _run
from tests.bundle.builder import MANIFEST, build, seal, small, unfold

Capture = pytest.CaptureFixture[str]
ROW = "visits-on-time,2025-01-01,2025-01-31,{},1\n"
SEVEN = {"change": [{"do": "append", "file": "durations.csv", "text": "".join(ROW.format(f"x{n}") for n in range(7))}]}
ODD = {"change": [{"do": "recode", "file": "durations.csv", "as": "utf-8-sig"}]}


def check(path: Path, *words: str) -> int:
    return _run(["check", str(path), *words])


def test_a_clean_bundle(tmp_path: Path, capsys: Capture) -> None:
    assert check(build(tmp_path)) == 0
    assert capsys.readouterr().out == "No problems found. The bundle can be read as meant.\n"


def test_the_first_five_of_a_sort_and_how_many_more(tmp_path: Path, capsys: Capture) -> None:
    bundle = build(tmp_path, SEVEN)
    assert check(bundle) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == str(bundle / "durations.csv")
    assert lines[1] == "  error [wrong-type], 7 times"
    assert [line.split(":")[0].strip() for line in lines[2:7]] == [f"row {row}, column D days" for row in range(4, 9)]
    assert lines[7].strip() == "… and 2 more (--all shows them)"
    assert lines[-1].startswith("7 errors, 0 queries.")


@pytest.mark.parametrize("form", ["text", "sarif", "junit"])
def test_files_are_named_as_they_are_reached_from_here(
    form: str, tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    bundle = build(tmp_path, SEVEN)
    monkeypatch.chdir(tmp_path)
    check(Path(bundle.name), "--format", form)
    assert f"{bundle.name}/durations.csv" in capsys.readouterr().out
    monkeypatch.chdir(bundle)
    check(Path(), "--format", form)
    told = capsys.readouterr().out
    assert "durations.csv" in told
    assert f"{bundle.name}/durations.csv" not in told


@pytest.mark.parametrize("form", ["text", "json", "sarif", "junit", "csv"])
def test_below_a_cell_with_a_line_break_the_line_is_told_too(form: str, tmp_path: Path, capsys: Capture) -> None:
    """Two line breaks in a quoted cell: the two rows below begin two lines further down than their numbers say."""
    rows = '"visits\n-on\n-time",2025-01-01,2025-01-31,1,1\n' + ROW.format("x1") + ROW.format("x2")
    bundle = build(tmp_path, {"change": [{"do": "append", "file": "durations.csv", "text": rows}]})
    lines = (bundle / "durations.csv").read_text(encoding="utf-8").splitlines()
    line = next(number for number, text in enumerate(lines, 1) if ",x2," in text)
    check(bundle, "--format", form)
    told = capsys.readouterr().out
    row = f"line {line}, row {line - 2}"
    said = {"text": row, "json": f'"line": {line}', "sarif": f'"startLine":{line}', "junit": row, "csv": f",{line},"}
    assert said[form] in told


def test_all_of_them(tmp_path: Path, capsys: Capture) -> None:
    assert check(build(tmp_path, SEVEN), "--all") == 1
    out = capsys.readouterr().out
    assert out.count("column D days: ") == 7
    assert "more (" not in out


def test_json(tmp_path: Path, capsys: Capture) -> None:
    assert check(build(tmp_path, SEVEN), "--format", "json") == 1
    document = json.loads(capsys.readouterr().out)
    assert (document["format"], document["version"]) == ("inspector-problems", 2)
    assert document["counts"] == {"wrong-type": 7}
    assert len(document["bundle"]["digest"]) == 64
    assert [p["row"] for p in document["problems"]] == list(range(4, 11))
    assert document["problems"][0]["file"] == "durations.csv"


def test_json_where_there_is_no_bundle(tmp_path: Path, capsys: Capture) -> None:
    assert check(tmp_path / "nowhere", "--format", "json") == 2
    document = json.loads(capsys.readouterr().out)
    assert document["counts"] == {"no-such-bundle": 1}
    assert document["bundle"]["digest"] is None


@pytest.mark.parametrize(("words", "code"), [((), 0), (("--fail-on", "error"), 0), (("--fail-on", "query"), 1)])
def test_a_query_fails_only_when_asked(tmp_path: Path, capsys: Capture, words: tuple[str, ...], code: int) -> None:
    assert check(build(tmp_path, ODD), *words) == code
    assert "0 errors, 1 query." in capsys.readouterr().out


def test_data_cannot_drive_a_terminal(tmp_path: Path, capsys: Capture) -> None:
    nasty = "\x1b[2J\u202e\u2028\x07evil"
    case: dict[str, Any] = {
        "change": [
            {"do": "replace", "file": "indicators.csv", "find": "17.5", "by": nasty},
            {"do": "replace", "file": "participation.csv", "find": "days_to_hear_back", "by": nasty},
        ],
        "manifest": [{"at": f"key{nasty}", "to": 1}],
    }
    assert check(build(tmp_path, case)) == 1
    out = capsys.readouterr().out
    assert "evil" in out
    assert not set(nasty[:-4]) - {"[", "2", "J"} & set(out)
    assert "\\x1b[2J" in out


def no_fault_of_ours(path: Path) -> None:
    assert check(path) in (0, 1, 2)


# Bytes of which tables and manifests are made come up more often than chance would have them.
CSV_BYTES = st.lists(
    st.sampled_from([b",", b'"', b"\n", b"\r", b"\r\n", b";", b"indicator", b"days", b"2025-01-01", b"\xff", b"\x00", b" "])
    | st.binary(max_size=4), max_size=40,
).map(b"".join)  # fmt: skip
HEADED = CSV_BYTES.map(lambda data: b"indicator,period_start,period_end,days,count\n" + data)
JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@given(CSV_BYTES | HEADED)
@settings(max_examples=25)
def test_any_bytes_as_a_table(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        no_fault_of_ours(sealed(Path(folder), "durations.csv", data))


@given(st.binary(max_size=60) | JSON_VALUES.map(lambda value: json.dumps(value).encode()))
@settings(max_examples=20)
def test_any_bytes_as_json_rows(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        no_fault_of_ours(sealed(Path(folder), "durations.json", data))


ROWS = st.lists(
    st.dictionaries(st.sampled_from(["indicator", "period_start", "period_end", "days", "count", "x"]), JSON_VALUES),
    max_size=3,
)


@given(ROWS)
@settings(max_examples=25)
def test_any_values_in_json_rows(rows: list[dict[str, Any]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        no_fault_of_ours(sealed(Path(folder), "durations.json", json.dumps(rows).encode()))


def sealed(folder: Path, path: str, data: bytes) -> Path:
    manifest, files = small()
    manifest["resources"][4].update({"path": path, "format": path.rsplit(".", 1)[1], **seal(data)})
    return unfold(folder / "bundle", {**files, path: data, MANIFEST: json.dumps(manifest).encode()})


@given(st.binary(max_size=60) | JSON_VALUES.map(lambda value: json.dumps(value).encode()))
@settings(max_examples=20)
def test_any_bytes_as_a_manifest(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        no_fault_of_ours(unfold(Path(folder) / "bundle", {**small()[1], MANIFEST: data}))


KEYS = st.sampled_from(["name", "period", "resources", "authority", "invented", "framework", "notified_on"])
PARTS = st.sampled_from(["name", "path", "kind", "hash", "bytes", "format", "mapping", "recorded_by"])


MAPPINGS = st.dictionaries(
    st.sampled_from(["fields", "values"]),
    st.dictionaries(st.sampled_from(["days", "dayz"]), JSON_VALUES | st.dictionaries(st.text(max_size=2), JSON_VALUES)),
)


@given(MAPPINGS)
@settings(max_examples=25)
def test_any_values_in_a_mapping(mapping: dict[str, Any]) -> None:
    manifest, files = small()
    manifest["resources"][4]["mapping"] = mapping
    with tempfile.TemporaryDirectory() as folder:
        no_fault_of_ours(unfold(Path(folder) / "bundle", {**files, MANIFEST: json.dumps(manifest).encode()}))


@pytest.mark.parametrize("name", ["a" * 300, "a" * 5000], ids=len)
def test_a_path_longer_than_any_file_system_has(name: str, tmp_path: Path, capsys: Capture) -> None:
    assert check(tmp_path / name) == 2
    assert "[no-such-bundle]" in capsys.readouterr().out


@given(st.dictionaries(KEYS, JSON_VALUES, max_size=3), st.dictionaries(PARTS, JSON_VALUES, max_size=3))
@settings(max_examples=25)
def test_any_values_in_a_manifest(top: dict[str, Any], resource: dict[str, Any]) -> None:
    manifest, files = small()
    manifest["resources"][4].update(resource)
    document = json.dumps({**manifest, **top}).encode()
    with tempfile.TemporaryDirectory() as folder:
        no_fault_of_ours(unfold(Path(folder) / "bundle", {**files, MANIFEST: document}))


@given(st.binary(max_size=200))
@settings(max_examples=20)
def test_any_bytes_as_a_zip(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bundle.zip"
        path.write_bytes(b"PK\x03\x04" + data)
        no_fault_of_ours(path)


@given(st.integers(0, 5000), st.binary(min_size=1, max_size=4))
@settings(max_examples=25)
def test_a_zip_with_a_few_bytes_changed(place: int, by: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = build(Path(folder), {"zip": {}})
        data = path.read_bytes()
        place %= len(data)
        path.write_bytes(data[:place] + by + data[place + len(by) :])
        no_fault_of_ours(path)
