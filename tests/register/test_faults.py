"""What goes wrong beneath a register, by the command line itself: it says what, and nothing is changed."""

import os
import resource
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psycopg
import pytest

from inspector.model.problems import CannotComplete
from inspector.register.book import opened
from inspector.register.store.copying import Whole
from tests.register.faults import Run, all_of, begun, calling, draft
from tests.register.lost import line
from tests.register.postgres import Server

EXAMPLE = Path(__file__).parents[2] / "evidence" / "examples" / "harrowmere"
WAIT = ("--limit", "waiting-seconds=1")
FULL = (
    "CREATE FUNCTION full_() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$"
)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    return calling(capsys)


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from inspector.packing.sealing import seal

    folder = tmp_path_factory.mktemp("bundle") / "harrowmere"
    shutil.copytree(EXAMPLE, folder)
    seal(folder)
    return folder


@pytest.fixture
def adding(run: Run, bundle: Path, tmp_path: Path) -> Callable[..., tuple[int, str]]:
    """`register add` of a bundle, waiting a second at most."""

    def add(place: str, key: Path | None = None, at: Path = tmp_path) -> tuple[int, str]:
        return run(
            *WAIT,
            "register",
            "add",
            bundle,
            "-r",
            place,
            "--key",
            key or tmp_path / "register.key",
            "-o",
            at / "receipt",
        )

    return add


@contextmanager
def unchanged(place: str, folder: Path) -> Iterator[None]:
    """The block leaves the register, and the files beside it, as they were."""
    before, beside = all_of(place), sorted(folder.iterdir())
    yield
    assert all_of(place) == before
    assert sorted(folder.iterdir()) == beside


SERVER = {
    "disk full": ("register-full", FULL, "CREATE TRIGGER t BEFORE INSERT ON register_contents FOR EACH ROW EXECUTE FUNCTION full_()"),
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
def test_server(
    fault: str, server: Server, database: str, tmp_path: Path, adding: Callable[..., tuple[int, str]]
) -> None:
    begun(server.url(database), tmp_path)
    rule, *made = SERVER[fault]
    role = f"{database}_writer"
    server.run(
        f"CREATE ROLE {role} LOGIN", f"GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA public TO {role}", database=database
    )
    try:
        before = all_of(server.url(database))
        server.run(*(one.replace("writer", role) for one in made), database=database)
        code, said = adding(server.url(database, role))
        server.run("UPDATE register_version SET version_num = '0002'", database=database)
        assert (code, f"[{rule}]" in said, "nothing was changed" in said) == (2, True, True), said
        assert said.count("\n") == 1
        assert all_of(server.url(database)) == before
    finally:
        server.run(f"DROP OWNED BY {role}", f"DROP ROLE {role}", database=database)


def test_no_server_and_no_database(server: Server, tmp_path: Path, adding: Callable[..., tuple[int, str]]) -> None:
    begun(str(tmp_path / "register.db"), tmp_path)
    for place in ("postgresql://u:secret@/none?host=/nowhere", server.url("no_such_database")):
        code, said = adding(place)
        assert (code, "[register-unreachable]" in said, "nothing was changed" in said) == (2, True, True), said
        assert "secret" not in said


def test_no_password_is_ever_said(run: Run, bundle: Path, tmp_path: Path) -> None:
    for place in (
        "postgresql://u:secret@h/d?password=secret",
        "mysql://u:secret@h/d",
        "postgresql://u:secret@h:port/d",
    ):
        for words in (("add", bundle, "-o", tmp_path / "r"), ("export", "-o", tmp_path / "x.zip")):
            code, said = run("register", *words, "-r", place)
            assert (code, "secret" in said) == (2, False), said


def test_locked_on_a_server(
    server: Server, database: str, tmp_path: Path, adding: Callable[..., tuple[int, str]], on_postgresql: str
) -> None:
    begun(on_postgresql, tmp_path)
    with unchanged(on_postgresql, tmp_path), opened(on_postgresql) as other, other.base.writing():
        code, said = adding(on_postgresql)
        assert (code, "[register-locked]" in said, "nothing was changed" in said) == (2, True, True), said


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
