"""What goes wrong beneath a register, by the command line itself: it says what, and nothing is changed."""

import os
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from inspector.cli.register import _options
from inspector.model.problems import CannotComplete
from inspector.register.book import opened
from inspector.register.checking.whole import check
from inspector.register.store.tables import VERSIONS
from tests.register.faults import Enter, Run, all_of, begun, calling, draft
from tests.register.lost import line
from tests.register.postgres import Server

ROOT = Path(__file__).parents[2]
WAIT = ("--limit", "waiting-seconds=1")
FULL = (
    "CREATE FUNCTION full_() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$"
)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    return calling(capsys)


@pytest.fixture
def entering(run: Run, tmp_path: Path) -> Enter:
    """Enter a correction, waiting a second at most."""

    def enter(place: str, key: Path | None = None) -> tuple[int, str]:
        words = ("register", "correct", "0", "--says", "Wrong.", "--by", "An inspector")
        return run(*WAIT, *words, "-r", place, "--key", key or tmp_path / "register.key")

    return enter


@contextmanager
def unchanged(place: str, folder: Path) -> Iterator[None]:
    """The block leaves the register, and the files beside it, as they were."""
    before, beside = all_of(place), sorted(folder.iterdir())
    yield
    assert all_of(place) == before
    assert sorted(folder.iterdir()) == beside


SERVER = {
    "disk full": ("register-full", FULL, "CREATE TRIGGER t BEFORE INSERT ON register_nodes EXECUTE FUNCTION full_()"),
    "disk full at the end": (
        "register-full", FULL,
        "CREATE CONSTRAINT TRIGGER t AFTER INSERT ON register_entries INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION full_()",
    ),
    "read-only server": ("register-read-only", "ALTER ROLE writer SET default_transaction_read_only = on"),
    "may read and no more": ("register-read-only", "REVOKE INSERT ON register_entries FROM writer"),
    "may do nothing": ("register-read-only", "REVOKE ALL ON ALL TABLES IN SCHEMA public FROM writer"),
    "no more connections": ("register-unreachable", "ALTER ROLE writer CONNECTION LIMIT 0"),
    "newer": ("register-newer", "UPDATE register_version SET version_num = '0999'"),
}  # fmt: skip


@pytest.mark.parametrize("fault", SERVER)
def test_server(fault: str, server: Server, database: str, tmp_path: Path, entering: Enter) -> None:
    begun(server.url(database), tmp_path)
    rule, *made = SERVER[fault]
    role = f"{database}_writer"
    server.run(
        f"CREATE ROLE {role} LOGIN", f"GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA public TO {role}", database=database
    )
    try:
        before = all_of(server.url(database))
        server.run(*(one.replace("writer", role) for one in made), database=database)
        code, said = entering(server.url(database, role))
        server.run(f"UPDATE register_version SET version_num = '{VERSIONS[-1]}'", database=database)
        assert (code, f"[{rule}]" in said, "nothing was changed" in said) == (2, True, True), said
        assert said.count("\n") == 1
        assert all_of(server.url(database)) == before
    finally:
        server.run(f"DROP OWNED BY {role}", f"DROP ROLE {role}", database=database)


def test_no_server_and_no_database(server: Server, tmp_path: Path, entering: Enter) -> None:
    begun(str(tmp_path / "register.db"), tmp_path)
    for place in ("postgresql://u:secret@/none?host=/nowhere", server.url("no_such_database")):
        code, said = entering(place)
        assert (code, "[register-unreachable]" in said, "nothing was changed" in said) == (2, True, True), said
        assert "secret" not in said


def test_no_password_is_ever_said(run: Run, tmp_path: Path) -> None:
    for place in (
        "postgresql://u:secret@h/d?password=secret",
        "mysql://u:secret@h/d",
        "postgresql:u:secret@h/d",
        "postgres:/u:secret@h/d",
        "host=h dbname=d password=secret",
        "postgresql://u:secret@h:port/d",
    ):
        for words in (("correct", "0", "--says", "x", "--by", "y"), ("export", "-o", tmp_path / "x.zip")):
            code, said = run("register", *words, "-r", place)
            assert (code, "secret" in said) == (2, False), said
    code, said = run("batch", tmp_path, "-r", "postgresql:u:secret@h/d", "-o", tmp_path / "out")
    assert (code, "secret" in said) == (2, False), said
    assert list(tmp_path.iterdir()) == []


def test_no_key_is_made_for_a_link_that_leads_nowhere(tmp_path: Path) -> None:
    place = tmp_path / "register.db"
    place.symlink_to(tmp_path / "nowhere.db")
    with pytest.raises(CannotComplete, match="leads nowhere"):
        _options.signer(str(place), None)
    assert list(tmp_path.iterdir()) == [place]


def test_locked_on_a_server(tmp_path: Path, entering: Enter, on_postgresql: str) -> None:
    begun(on_postgresql, tmp_path)
    with unchanged(on_postgresql, tmp_path), opened(on_postgresql) as other, other.base.writing():
        code, said = entering(on_postgresql)
        assert (code, "[register-locked]" in said, "nothing was changed" in said) == (2, True, True), said


HOLDS = {"a writer": "BEGIN IMMEDIATE", "one who shuts out all": "BEGIN EXCLUSIVE"}


@pytest.mark.parametrize("holds", HOLDS)
def test_locked_file(holds: str, on_sqlite: str, tmp_path: Path, entering: Enter) -> None:
    begun(on_sqlite, tmp_path)
    other = sqlite3.connect(on_sqlite, isolation_level=None)
    with unchanged(on_sqlite, tmp_path):
        other.execute(HOLDS[holds])
        code, said = entering(on_sqlite)
        other.close()
        assert (code, "[register-locked]" in said, "nothing was changed" in said) == (2, True, True), said


def test_newer_file(on_sqlite: str, tmp_path: Path, entering: Enter) -> None:
    begun(on_sqlite, tmp_path)
    for found in ("0999", VERSIONS[-1]):
        with sqlite3.connect(on_sqlite) as other:
            other.execute("UPDATE register_version SET version_num = ?", [found])
        other.close()
        code, said = entering(on_sqlite)
        assert (code, "[register-newer]" in said) == ((2, True) if found == "0999" else (0, False)), said


@contextmanager
def nobody() -> Iterator[None]:
    """As a user to whom files can be forbidden: what a process of root may is not what its files say."""
    if os.geteuid() != 0:
        yield
        return
    os.setresgid(65534, 65534, 0)
    os.setresuid(65534, 65534, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)
        os.setresgid(0, 0, 0)


FORBIDDEN = {
    "read-only file": ("register-read-only", 0o444, 0o777),
    "a file of others": ("register-unreadable", 0o600, 0o777),
    "read-only folder": ("register-read-only", 0o666, 0o555),
}


@pytest.mark.parametrize("fault", FORBIDDEN)
def test_forbidden_file(fault: str, entering: Enter) -> None:
    rule, file, folder = FORBIDDEN[fault]
    top = Path(tempfile.mkdtemp(prefix="ipf-"))
    top.chmod(0o777)
    (place := top / "place").mkdir()
    try:
        key = begun(str(place / "register.db"), top).path
        before = all_of(str(place / "register.db"))
        key.chmod(0o644)
        (place / "register.db").chmod(file)
        place.chmod(folder)
        if os.geteuid() != 0 and file == 0o600:
            (place / "register.db").chmod(0)
        # Whatever is imported late is imported by this call: a user may not be let into folders of root's.
        assert entering(str(top / "none.db"), key)[0] == 2
        with nobody():
            code, said = entering(str(place / "register.db"), key)
        place.chmod(0o777)
        (place / "register.db").chmod(0o666)
        assert (code, f"[{rule}]" in said) == (2, True), said
        assert all_of(str(place / "register.db")) == before
    finally:
        place.chmod(0o777)
        shutil.rmtree(top)


def test_disk_full_at_any_byte(on_sqlite: str, tmp_path: Path) -> None:
    signer = begun(on_sqlite, tmp_path)
    before, beside = all_of(on_sqlite), sorted(tmp_path.iterdir())
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    said, largest, most = "", Path(on_sqlite).stat().st_size, 1_024
    while most < 4 * largest:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, hard))
        try:
            with opened(on_sqlite) as register:
                register.append([draft(7, 9_000)], signer)
            break
        except CannotComplete as failure:
            [problem] = failure.problems
            said = f"[{problem.rule}] {problem.message}"
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        assert "nothing was changed" in said
        assert "full" in said
        assert all_of(on_sqlite) == before
        assert sorted(tmp_path.iterdir()) == beside
        most += 16_000
    assert "full" in said
    with opened(on_sqlite) as register:
        assert register.size == 3


def test_one_key_for_two_registers_is_refused(on_sqlite: str, on_postgresql: str, tmp_path: Path) -> None:
    signer = begun(on_sqlite, tmp_path)
    with opened(on_postgresql, make=True) as register:
        with pytest.raises(CannotComplete) as refused:
            register.append([draft(0)], signer)
        assert refused.value.problems[0].rule == "register-behind"
        assert register.size == 0


def test_two_writers_at_once(on_sqlite: str, on_postgresql: str, tmp_path: Path) -> None:
    (tmp_path / "server").mkdir()
    both = {on_sqlite: begun(on_sqlite, tmp_path), on_postgresql: begun(on_postgresql, tmp_path / "server")}
    places = [f"{signer.path}={place}" for place, signer in both.items()]
    command = [sys.executable, "-m", "tests.register.writer"]
    running = [
        subprocess.Popen([*command, name, "4", *places], stdout=subprocess.PIPE, text=True, cwd=ROOT)
        for name in ("one", "other")
    ]
    told = [line.split() for one in running for line in one.communicate(timeout=60)[0].splitlines()]
    for place, signer in both.items():
        mine = {int(index): name for at, name, index in told if at == place}
        with opened(place) as register:
            assert sorted(mine) == list(range(2, 10)), told
            assert {index: register.entry(index).authority for index in mine} == mine
            assert check(register, signer.of, signer.path).findings == ()
            assert signer.head().size == 10


@pytest.mark.parametrize("delivered", [False, True], ids=["message lost", "answer lost"])
def test_connection_lost_at_any_message(delivered: bool, server: Server, database: str, tmp_path: Path) -> None:
    place = server.url(database)
    signer, at, unknown = begun(place, tmp_path), 0, 0
    before = size = 2
    while size == before:
        at += 1
        with line(server.folder, at, delivered=delivered) as cut:
            url = server.url(database).replace(str(server.folder), str(cut.folder))
            try:
                with opened(url) as register:
                    register.append([draft(before)], signer)
                said = ""
            except CannotComplete as failure:
                [problem] = failure.problems
                assert problem.rule == "register-unreachable", problem
                said = problem.message
        with opened(place) as register:
            size = register.size
        if not cut.cut:
            break
        if said:
            assert ("nothing was changed" in said) != ("is not known" in said), said
            unknown += "is not known" in said
            assert size == before or "is not known" in said, said
    assert at > 5, "the line was cut at several places"
    assert unknown == 1, "only whoever sent the last message cannot know"
    with opened(place) as register:
        assert size == before + 1
        all_of(place)
        register.append([draft(9)], signer)
        assert register.size == before + 2
