"""A server as a user starts it, in a process of its own."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.serve.making import TINY

ROOT = Path(__file__).parents[2]


@dataclass
class Running:
    """A process that serves, and the address that it printed."""

    process: "subprocess.Popen[str]" = field(repr=False)
    address: str

    @property
    def base(self) -> str:
        """The address of the first page, without the token."""
        return self.address.partition("?")[0]

    @property
    def port(self) -> int:
        return int(self.address.split(":")[2].partition("/")[0])

    @property
    def room(self) -> str:
        return "/" + self.base.split("/")[3] + "/"

    @property
    def token(self) -> str:
        return self.address.partition("token=")[2]

    def end(self, how: signal.Signals = signal.SIGINT) -> tuple[int, str, str]:
        """The exit code, and what was printed since the address."""
        self.process.send_signal(how)
        out, err = self.process.communicate(timeout=30)
        return self.process.returncode, out, err

    def raw(self, request: bytes) -> bytes:
        """What is answered to bytes, until the connection is closed."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=20) as connection:
            connection.sendall(request)
            found = b""
            while part := connection.recv(65536):
                found += part
            return found


@contextmanager
def served(*words: str | Path, first: Path = ROOT) -> Iterator[Running]:
    """`inspector serve` with these words, until the block ends; modules in `first` are found before all others."""
    command = [sys.executable, "-m", "inspector", "serve", *map(str, words)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(first), str(ROOT)])}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment)
    assert process.stdout is not None
    try:
        line = next((one.strip() for one in process.stdout if "?token=" in one), "")
        assert line, process.communicate()[1]
        yield Running(process, line)
    finally:
        if process.poll() is None:
            process.kill()
            process.communicate()


def of_tiny(made: Path, visit: Path | None = None) -> list[str | Path]:
    """The words for the small submission, and a visit to it."""
    return [made / "bundle", "--framework", TINY, *(["--visit", visit] if visit else [])]
