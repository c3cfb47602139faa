"""A register as one file: an archive can open it, it comes back as it was, and whatever was done to it is found."""

import base64
import hashlib
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from inspector.bundle.open.source import open_source
from inspector.model.problems import CannotComplete
from inspector.model.remarks import Unreadable
from inspector.register import keys
from inspector.register.archive.arrive import read
from inspector.register.archive.moving import imported
from inspector.register.book import opened
from inspector.register.checking.whole import check
from tests.register import ro_crate
from tests.register.faults import Run, all_of, begun, calling, draft

CASES = yaml.safe_load(Path(__file__).with_name("archive.yaml").read_text(encoding="utf-8"))


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    return calling(capsys)


@pytest.fixture(scope="module")
def export(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An export of three entries, with their key beside it."""
    folder = tmp_path_factory.mktemp("export")
    place = str(folder / "first.db")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1780000000")
        begun(place, folder, 3)
    other = keys.new(folder / "second.key")
    with opened(place) as register:
        last = register.checkpoint()
        register.add_signature(3, other.cosign(last.text, 1780000001), other.public, folder / "register.key")
    (folder / "export.zip").write_bytes(all_of(place))
    return folder / "export.zip"


def files_of(export: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(export)) as found:
        return {name: found.read(name) for name in found.namelist()}


def packed(files: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in files.items():
            out.writestr(name, data)
    return stream.getvalue()


def resealed(files: dict[str, bytes]) -> None:
    """Make the list say what is there."""
    package = json.loads(files["datapackage.json"])
    kept = [one for one in package["resources"] if one["path"] in files]
    new = [
        {"name": path, "path": path}
        for path in files
        if path not in {one["path"] for one in kept} | {"datapackage.json"}
    ]
    for one in (*kept, *new):
        data = files[one["path"]]
        one |= {"bytes": len(data), "hash": f"sha256:{hashlib.sha256(data).hexdigest()}"}
    files["datapackage.json"] = json.dumps(package | {"resources": [*kept, *new]}).encode()


def another_cosignature(checkpoints: bytes) -> bytes:
    lines = checkpoints.splitlines()
    note = json.loads(lines[-1])
    start, _, held = note["checkpoint"].rstrip("\n").rpartition(" ")
    data = base64.b64decode(held)
    note["checkpoint"] = f"{start} {base64.b64encode(data[:-1] + bytes([data[-1] ^ 1])).decode()}\n"
    text = json.dumps(note, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return b"\n".join([*lines[:-1], text.encode(), b""])


LINES = {
    "cut": lambda data: b"".join(data.splitlines(keepends=True)[:-1]),
    "reverse": lambda data: b"".join(reversed(data.splitlines(keepends=True))),
    "cosigned": another_cosignature,
}


def done_to(files: dict[str, bytes], case: dict[str, Any], other: Path) -> None:
    for what in set(case) & set(LINES):
        files[case[what]] = LINES[what](files[case[what]])
    match case:
        case {"drop": start} | {"alter": start}:
            name = next(one for one in files if one.startswith(start))
            data = files.pop(name)
            if "alter" in case:
                files[name] = data[:-2] + bytes([data[-2] ^ 1]) + data[-1:]
        case {"add": name}:
            files[name] = b"?"
        case {"empty": name}:
            files[name] = b""
            for one in [one for one in files if one.startswith("keys/")]:
                del files[one]
        case {"replace": [name, old, new]}:
            assert old.encode() in files[name]
            files[name] = files[name].replace(old.encode(), new.encode())
        case {"key": _}:
            name = next(one for one in files if one.startswith("keys/"))
            files[name] = other.with_suffix(".pub").read_bytes()


@pytest.mark.parametrize("name", CASES)
def test_what_was_done_to_it_is_said(name: str, export: Path, tmp_path: Path, run: Run) -> None:
    case = CASES[name]
    files = files_of(export.read_bytes())
    done_to(files, case, keys.new(tmp_path / "other.key").path)
    if case.get("resealed"):
        resealed(files)
    (tmp_path / "export.zip").write_bytes(packed(files))
    code, said = run("register", "import", tmp_path / "export.zip", "-r", tmp_path / "new.db")
    assert (code, case["says"] in said, "nothing was entered" in said, "[register-export]" in said) == (
        2,
        True,
        True,
        True,
    ), said
    assert not (tmp_path / "new.db").exists()


def test_it_comes_back_as_it_was(place: str, export: Path) -> None:
    source = open_source(export)
    imported(read(source, "export.zip"), place, None)
    assert all_of(place) == export.read_bytes()
    signer = keys.load(export.with_name("register.key"), place)
    with opened(place) as register:
        assert check(register, signer.of, None).findings == ()
        assert register.content_of(register.entry(2), "2.txt") == b"2 " * 100


def test_it_goes_on_with_its_key(export: Path, tmp_path: Path, run: Run) -> None:
    for ending in (".key", ".pub", ".head"):
        (tmp_path / f"new{ending}").write_bytes(export.with_name(f"register{ending}").read_bytes())
    place = str(tmp_path / "new.db")
    assert run("register", "import", export, "-r", place, "--public", tmp_path / "new.pub")[0] == 0
    assert run("register", "check", "-r", place)[0] == 0
    with opened(place) as register:
        assert register.append([draft(3)], keys.load(None, place))[0].index == 3
    assert run("register", "check", "-r", place)[0] == 0
    # What the key signed since is missing in the first export: it is not taken for the register.
    Path(place).unlink()
    code, said = run("register", "import", export, "-r", place)
    assert (code, "[register-behind]" in said, Path(place).exists()) == (2, True, False), said


def test_unpacked_it_is_read_too(export: Path, tmp_path: Path, run: Run) -> None:
    with zipfile.ZipFile(export) as found:
        found.extractall(tmp_path / "unpacked")
    assert run("register", "import", tmp_path / "unpacked", "-r", tmp_path / "new.db")[0] == 0
    assert all_of(str(tmp_path / "new.db")) == export.read_bytes()


def test_refusals(export: Path, tmp_path: Path, run: Run) -> None:
    other = keys.new(tmp_path / "other.key").path.with_suffix(".pub")
    code, said = run("register", "import", export, "-r", tmp_path / "new.db", "--public", other)
    assert (code, "not by the key that was named" in said) == (2, True), said
    first = export.with_name("first.db")
    before = all_of(str(first))
    code, said = run("register", "import", export, "-r", first)
    assert (code, "[register-not-empty]" in said, all_of(str(first)) == before) == (2, True, True), said
    code, said = run(
        "register",
        "export",
        "-r",
        first,
        "-o",
        export.with_name("register.key"),
        "--key",
        export.with_name("register.key"),
    )
    assert (code, "nothing was written" in said) == (2, True), said
    with opened(str(tmp_path / "empty.db"), make=True):
        pass
    code, said = run("register", "export", "-r", tmp_path / "empty.db", "-o", tmp_path / "x.zip")
    assert (code, "[register-empty]" in said, (tmp_path / "x.zip").exists()) == (2, True, False), said


@pytest.mark.parametrize("limit", ["zip-entries=8", "zip-bytes=5000"])
def test_limits(limit: str, export: Path, tmp_path: Path, run: Run) -> None:
    code, said = run("--limit", limit, "register", "import", export, "-r", tmp_path / "new.db")
    assert (code, limit.partition("=")[0] in said, (tmp_path / "new.db").exists()) == (2, True, False), said


def test_a_bomb(export: Path, tmp_path: Path, run: Run) -> None:
    files = files_of(export.read_bytes()) | {"README.txt": bytes(20_000_000)}
    (tmp_path / "bomb.zip").write_bytes(packed(files))
    code, said = run("register", "import", tmp_path / "bomb.zip", "-r", tmp_path / "new.db")
    assert (code, "zip-times" in said, (tmp_path / "new.db").exists()) == (2, True, False), said


def test_stamps_go_along(tmp_path: Path) -> None:
    place = str(tmp_path / "first.db")
    begun(place, tmp_path)
    with opened(place) as register:
        for stamp in ("QUJD", "REVG"):
            register.add_stamp(2, stamp)
    (tmp_path / "export.zip").write_bytes(all_of(place))
    imported(read(open_source(tmp_path / "export.zip"), "export.zip"), str(tmp_path / "new.db"))
    with opened(str(tmp_path / "new.db")) as register:
        assert register.stamps(2) == ("QUJD", "REVG")
        assert register.stamps(1) == ()
    assert all_of(str(tmp_path / "new.db")) == all_of(place)


@given(st.data())
def test_any_byte(export: Path, data: st.DataObject) -> None:
    whole = bytearray(export.read_bytes())
    place = data.draw(st.integers(0, len(whole) - 1))
    whole[place] ^= data.draw(st.integers(1, 255))
    altered = export.with_name("altered.zip")
    altered.write_bytes(whole)
    try:
        found = read(open_source(altered), "altered.zip")
        held = {name: found.content(name) for name in found.sizes}
    except (CannotComplete, Unreadable):
        return
    true = read(open_source(export), "export.zip")
    assert (found.texts, found.checkpoints, found.keys) == (true.texts, true.checkpoints, true.keys)
    assert held == {name: true.content(name) for name in true.sizes}


def test_an_archive_can_open_it(export: Path) -> None:
    files = files_of(export.read_bytes())
    assert list(ro_crate.faults(files)) == []
    package = json.loads(files["datapackage.json"])
    listed = {one["path"]: one for one in package["resources"]}
    assert set(listed) | {"datapackage.json"} == set(files)
    for path, one in listed.items():
        assert (one["bytes"], one["hash"]) == (len(files[path]), f"sha256:{hashlib.sha256(files[path]).hexdigest()}")
    assert len({one["name"] for one in listed.values()}) == len(listed)


def test_readme_says_how_it_is_checked(export: Path) -> None:
    files = files_of(export.read_bytes())
    leaves = [hashlib.sha256(b"\0" + line).digest() for line in files["entries.jsonl"].splitlines()]
    both = hashlib.sha256(b"\1" + leaves[0] + leaves[1]).digest()
    root = base64.b64encode(hashlib.sha256(b"\1" + both + leaves[2]).digest()).decode()
    last = json.loads(files["checkpoints.jsonl"].splitlines()[-1])["checkpoint"]
    assert last.split("\n")[2] == root
    assert root in files["README.txt"].decode()
    for path, data in files.items():
        if path.startswith("contents/"):
            assert path == f"contents/{hashlib.sha256(data).hexdigest()}"
