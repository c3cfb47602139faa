"""What is written is there whole or not at all; what was there keeps its place, its links and its mode until then."""

import os
import signal
import stat
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from inspector.writing import parts, straight, whole
from inspector.writing.over import lies_over
from inspector.writing.turns import Busy, held

pytestmark = pytest.mark.skipif(os.name == "nt", reason="links, FIFOs and locks of POSIX")


@pytest.fixture(autouse=True)
def _swept_anew() -> Iterator[None]:
    parts.sweep.cache_clear()
    yield
    parts.sweep.cache_clear()


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_has_the_mode_that_any_new_file_has(tmp_path: Path) -> None:
    (tmp_path / "plain").write_bytes(b"")
    whole.write(tmp_path / "new", b"x")
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "plain").stat().st_mode
    assert names(tmp_path) == ["new", "plain"]


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o755, 0o666])
def test_an_old_file_keeps_its_mode(mode: int, tmp_path: Path) -> None:
    (tmp_path / "old").write_bytes(b"before")
    (tmp_path / "old").chmod(mode)
    whole.write(tmp_path / "old", b"after", through_links=True)
    assert (tmp_path / "old").read_bytes() == b"after"
    assert stat.S_IMODE((tmp_path / "old").stat().st_mode) == mode


def fails(*_: object, **__: object) -> None:
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize("at", ["os.fsync", "os.fchmod", "pathlib.Path.replace"])
def test_where_it_fails_what_was_there_stays(at: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "old").write_bytes(b"before")
    monkeypatch.setattr(at, fails)
    with pytest.raises(OSError, match="No space") as caught:
        whole.write(tmp_path / "old", b"after")
    assert caught.value.filename == str(tmp_path / "old")
    assert (tmp_path / "old").read_bytes() == b"before"
    assert names(tmp_path) == ["old"]


def test_where_the_writer_stops_what_was_there_stays(tmp_path: Path) -> None:
    (tmp_path / "old").write_bytes(b"before")

    def stopped() -> None:
        with whole.opened(tmp_path / "old") as stream:
            stream.write(b"half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stopped()
    assert (tmp_path / "old").read_bytes() == b"before"
    assert names(tmp_path) == ["old"]


def test_a_link_that_a_user_names_stays_and_one_in_a_bundle_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    for name in ("one", "two"):
        (tmp_path / "there" / name).write_bytes(b"before")
        (tmp_path / name).symlink_to(Path("there") / name)
    whole.write(tmp_path / "one", b"after", through_links=True)
    whole.write(tmp_path / "two", b"after")
    assert (tmp_path / "one").is_symlink()
    assert (tmp_path / "there" / "one").read_bytes() == b"after"
    assert not (tmp_path / "two").is_symlink()
    assert (tmp_path / "there" / "two").read_bytes() == b"before"


def test_a_link_to_nothing_yet(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("new")
    whole.write(tmp_path / "link", b"x", through_links=True)
    assert (tmp_path / "new").read_bytes() == b"x"


@pytest.mark.parametrize(("place", "kind"), [("folder", IsADirectoryError), ("no/where", FileNotFoundError)])
def test_places_that_cannot_be(place: str, kind: type[OSError], tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(kind) as caught:
        whole.write(tmp_path / place, b"x", through_links=True)
    assert caught.value.filename == str(tmp_path / place)
    assert names(tmp_path) == ["folder"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_file_made_read_only_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "old").write_bytes(b"before")
    (tmp_path / "old").chmod(0o400)
    with pytest.raises(PermissionError):
        whole.write(tmp_path / "old", b"after")
    assert (tmp_path / "old").read_bytes() == b"before"


def test_a_pipe_is_written_to_straight(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append((tmp_path / "pipe").read_bytes()))
    reader.start()
    whole.write(tmp_path / "pipe", b"x" * 100_000, through_links=True)
    reader.join()
    assert got == [b"x" * 100_000]
    assert names(tmp_path) == ["pipe"]


@pytest.mark.parametrize("form", ["/dev/fd/{}", "/proc/self/fd/{}", "{link}"])
def test_an_open_descriptor_is_written_to_as_it_stands(form: str, tmp_path: Path) -> None:
    number = os.open(tmp_path / "log", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.write(number, b"before ")
    (tmp_path / "link").symlink_to(f"/dev/fd/{number}")
    whole.write(Path(form.format(number, link=tmp_path / "link")), b"after", through_links=True)
    os.close(number)
    assert (tmp_path / "log").read_bytes() == b"before after"


def test_devices(tmp_path: Path) -> None:
    whole.write(Path("/dev/null"), b"x", through_links=True)
    assert straight.special(Path("/dev/null"))
    assert not straight.special(tmp_path)
    assert not straight.special(tmp_path / "nothing")
    if Path("/dev/full").exists():
        with pytest.raises(OSError, match="No space"):
            whole.write(Path("/dev/full"), b"x", through_links=True)


KILLED = """
import os, signal, sys
from pathlib import Path
from inspector.writing import whole
if sys.argv[2] == "file":
    with whole.opened(Path(sys.argv[1], "old")) as stream:
        stream.write(b"half")
        stream.flush()
        os.kill(os.getpid(), signal.SIGKILL)
with whole.folder(Path(sys.argv[1], "new")) as made:
    (made / "inner").mkdir()
    (made / "inner" / "file").write_bytes(b"half")
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.parametrize("what", ["file", "folder"])
def test_what_a_killed_process_left_is_taken_away(what: str, tmp_path: Path) -> None:
    (tmp_path / "old").write_bytes(b"before")
    killed = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path), what], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert (tmp_path / "old").read_bytes() == b"before"
    assert len(names(tmp_path)) == 2
    whole.write(tmp_path / "other", b"x")
    assert names(tmp_path) == ["old", "other"]


def test_what_another_is_writing_is_not_taken_away(tmp_path: Path) -> None:
    with whole.opened(tmp_path / "one") as first, whole.folder(tmp_path / "three") as folder:
        first.write(b"1")
        parts.sweep.cache_clear()
        whole.write(tmp_path / "two", b"2")
        (folder / "file").write_bytes(b"3")
    assert names(tmp_path) == ["one", "three", "two"]


def test_many_at_once_leave_one_of_them(tmp_path: Path) -> None:
    texts = [bytes([65 + n]) * 50_000 for n in range(8)]
    threads = [threading.Thread(target=whole.write, args=(tmp_path / "one", text)) for text in texts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (tmp_path / "one").read_bytes() in texts
    assert names(tmp_path) == ["one"]


def test_a_folder_is_there_whole_or_not(tmp_path: Path) -> None:
    def stopped() -> None:
        with whole.folder(tmp_path / "new") as made:
            (made / "file").write_bytes(b"x")
            raise ValueError("stop")

    with pytest.raises(ValueError, match="stop"):
        stopped()
    assert names(tmp_path) == []
    with whole.folder(tmp_path / "new") as made:
        (made / "file").write_bytes(b"x")
        assert not (tmp_path / "new").exists()
    assert names(tmp_path / "new") == ["file"]
    with pytest.raises(FileExistsError), whole.folder(tmp_path / "new"):
        pass
    assert names(tmp_path) == ["new"]


# Over what is read


def itself(folder: Path) -> tuple[Path, Path]:
    return folder / "in.csv", folder / "in.csv"


def round_about(folder: Path) -> tuple[Path, Path]:
    return folder / "x" / ".." / "in.csv", folder / "in.csv"


def by_link(folder: Path) -> tuple[Path, Path]:
    (folder / "link").symlink_to("in.csv")
    return folder / "link", folder / "in.csv"


def read_by_link(folder: Path) -> tuple[Path, Path]:
    (folder / "link").symlink_to("in.csv")
    return folder / "in.csv", folder / "link"


def hard_link(folder: Path) -> tuple[Path, Path]:
    (folder / "hard").hardlink_to(folder / "in.csv")
    return folder / "hard", folder / "in.csv"


def new_in_it(folder: Path) -> tuple[Path, Path]:
    return folder / "x" / "new", folder


def folder_by_link(folder: Path) -> tuple[Path, Path]:
    (folder / "to-x").symlink_to("x")
    return folder / "to-x" / "new", folder / "x"


def link_out_of_it(folder: Path) -> tuple[Path, Path]:
    (folder / "x" / "out").symlink_to(folder / "new")
    return folder / "x" / "out", folder / "x"


def link_into_it(folder: Path) -> tuple[Path, Path]:
    (folder / "into").symlink_to(folder / "x" / "new")
    return folder / "into", folder / "x"


def another_name_of_its_file(folder: Path) -> tuple[Path, Path]:
    (folder / "x" / "file").write_text("x")
    (folder / "hard").hardlink_to(folder / "x" / "file")
    return folder / "hard", folder / "x"


def through_a_descriptor(folder: Path) -> tuple[Path, Path]:
    return Path(f"/dev/fd/{os.open(folder / 'in.csv', os.O_RDWR)}"), folder / "in.csv"


@pytest.mark.parametrize("over", [
    itself, round_about, by_link, read_by_link, hard_link, new_in_it, folder_by_link, link_out_of_it, link_into_it,
    another_name_of_its_file, through_a_descriptor,
], ids=lambda one: one.__name__)  # fmt: skip
def test_what_lies_over_what_is_read(over: Callable[[Path], tuple[Path, Path]], tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("x")
    (tmp_path / "x").mkdir()
    assert lies_over(*over(tmp_path)) != ""


def test_what_does_not(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("x")
    (tmp_path / "x").mkdir()
    for output, read in [
        ("x-new", "x"),
        ("new", "x"),
        ("in.csv", "x"),
        ("x/new", "in.csv"),
        ("new", "no"),
        ("no", "no"),
    ]:
        assert lies_over(tmp_path / output, tmp_path / read) == ""


# One after the other


def test_a_folder_is_held_by_one_at_a_time(tmp_path: Path) -> None:
    with held(tmp_path, 0):
        with pytest.raises(Busy), held(tmp_path, 0.1):
            pass
        assert names(tmp_path) == []
    with held(tmp_path, 0):
        pass


def test_where_folders_cannot_be_locked_a_file_elsewhere_stands_for_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from inspector.writing import turns

    def no_locks(_: Path) -> int:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(turns, "_own", no_locks)
    with held(tmp_path, 0):
        with pytest.raises(Busy), held(tmp_path, 0.1):
            pass
        assert names(tmp_path) == []


def test_nobody_holds_a_folder_longer_than_he_lives(tmp_path: Path) -> None:
    text = "import sys, time\nfrom pathlib import Path\nfrom inspector.writing.turns import held\n"
    text += "with held(Path(sys.argv[1]), 0):\n    print('held', flush=True)\n    time.sleep(600)\n"
    with subprocess.Popen([sys.executable, "-c", text, str(tmp_path)], stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        other.stdout.readline()
        with pytest.raises(Busy), held(tmp_path, 0):
            pass
        other.kill()
        other.wait()
    with held(tmp_path, 0):
        pass
