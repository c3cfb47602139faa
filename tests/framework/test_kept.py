"""Frameworks kept for the next run: found as they were read, passed over where anything is amiss, never a reason to fail."""

import os
import shutil
from pathlib import Path

import pytest

from inspector import framework
from inspector.framework import kept
from inspector.judging import rulebooks
from inspector.model.problems import CannotComplete
from inspector.model.rules import Framework

OURS = framework.find("patient-safety-learning")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of what is kept, in a cache of this test alone."""
    monkeypatch.delenv("INSPECTOR_NO_CACHE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "inspector" / "frameworks"


def copy(tmp_path: Path) -> Path:
    return shutil.copytree(OURS, tmp_path / "copy")


@pytest.mark.parametrize("id", framework.listing())
def test_what_is_kept_is_found_as_it_was_read(id: str) -> None:
    read = framework.read(framework.find(id))
    name = kept.key(framework.find(id))
    assert kept.find(name) is None
    kept.keep(name, read)
    found = kept.find(name)
    assert found == read
    assert found is not None
    assert [type(v) for r in found.rules for p in r.when if not hasattr(p, "count") for c in p.conditions for v in c.values] == [
        type(v) for r in read.rules for p in r.when if not hasattr(p, "count") for c in p.conditions for v in c.values
    ]  # fmt: skip


def test_a_run_keeps_what_it_read_and_the_next_reads_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = rulebooks.load("patient-safety-learning")
    assert len(list(folder.iterdir())) == 1

    def never(_: Path) -> Framework:
        raise AssertionError("it was read again")

    monkeypatch.setattr(framework, "read", never)
    assert rulebooks.load("patient-safety-learning") == first


def test_another_byte_another_name_another_place_or_another_limit_is_another_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = copy(tmp_path)
    keys = [kept.key(OURS), kept.key(one)]
    path = one / "framework.yaml"
    path.write_bytes(path.read_bytes() + b"\n")
    keys.append(kept.key(one))
    rules = sorted((one / "rules").iterdir())
    rules[0].rename(rules[0].with_name("renamed.yaml"))
    keys.append(kept.key(one))
    monkeypatch.setattr(kept, "most", lambda _: 7)
    keys.append(kept.key(one))
    monkeypatch.setattr(kept, "__version__", "0")
    keys.append(kept.key(one))
    assert len(set(keys)) == len(keys)


def test_one_with_errors_is_never_kept(tmp_path: Path, folder: Path) -> None:
    one = copy(tmp_path)
    path = sorted((one / "rules").iterdir())[0]
    path.write_text(path.read_text(encoding="utf-8").replace("signal: ", "signal: no-such-", 1), encoding="utf-8")
    for _ in range(2):
        with pytest.raises(CannotComplete):
            rulebooks.load(one)
    assert not folder.exists() or not list(folder.iterdir())


def harmed(path: Path, harm: str) -> None:
    whole = path.read_bytes()
    if harm == "cut":
        path.write_bytes(whole[:-10])
    elif harm == "changed":
        path.write_bytes(whole.replace(b"doing", b"doinG", 1))
    elif harm == "empty":
        path.write_bytes(b"")
    elif harm == "others may write":
        path.chmod(0o666)
    elif harm == "a folder":
        path.unlink()
        path.mkdir()
    elif harm == "others may write in the folder":
        path.parent.chmod(0o777)


@pytest.mark.parametrize(
    "harm", ["cut", "changed", "empty", "others may write", "a folder", "others may write in the folder"]
)
def test_what_is_not_whole_or_not_the_users_own_is_passed_over(folder: Path, harm: str) -> None:
    if "write" in harm and not hasattr(os, "getuid"):
        pytest.skip("no owners of files here")
    first = rulebooks.load("patient-safety-learning")
    harmed(next(folder.iterdir()), harm)
    assert kept.find(kept.key(OURS)) is None
    assert rulebooks.load("patient-safety-learning") == first


def test_nothing_is_kept_where_nobody_wants_it_or_there_is_no_place(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INSPECTOR_NO_CACHE", "1")
    rulebooks.load("patient-safety-learning")
    assert not folder.exists()
    monkeypatch.delenv("INSPECTOR_NO_CACHE", raising=False)
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    rulebooks.load("patient-safety-learning")
    assert (tmp_path / "file").read_text() == "in the way"


def test_of_many_the_oldest_go(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "MOST_KEPT", 2)
    read = framework.read(OURS)
    for place, name in enumerate(("a", "b", "c")):
        kept.keep(name, read)
        os.utime(folder / f"{name}.json", (place, place))
    kept.keep("d", read)
    assert sorted(path.name for path in folder.iterdir()) == ["c.json", "d.json"]


def test_a_variant_is_kept_for_as_long_as_its_base_is_what_it_was(tmp_path: Path) -> None:
    for name in ("pier", "harbour"):
        shutil.copytree(Path(__file__).parents[1] / "frameworks" / name, tmp_path / name)
    harbour, rules = tmp_path / "harbour", tmp_path / "pier" / "rules" / "rules.yaml"
    name, read = kept.key(harbour), framework.read(harbour)
    kept.keep(name, read)
    assert kept.find(name) == read
    before = rules.read_bytes()
    rules.write_bytes(before + b"# more\n")
    assert kept.key(harbour) == name
    assert kept.find(name) is None
    rules.write_bytes(before)
    assert kept.find(name) == read
    rules.unlink()
    assert kept.find(name) is None
