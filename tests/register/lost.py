"""A line to a PostgreSQL server that can be cut at a place of one's choice: what a lost connection is to whoever writes."""

import os
import socket
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

NAME = ".s.PGSQL.5432"
WAIT = 5.0
"""Seconds after which a line that nothing comes through is given up."""


@dataclass
class Line:
    """`at`: the number of the message from the client, counted over all connections, at which the line is cut.

    `delivered`: that message still reaches the server, and only the answer is lost. `sent` counts the messages so far.
    """

    folder: Path
    at: int = 0
    delivered: bool = False
    sent: int = 0
    cut: bool = False
    said: list[bytes] = field(default_factory=list)


@contextmanager
def line(server: Path, at: int = 0, *, delivered: bool = False) -> Iterator[Line]:
    """A line to the server whose socket lies in that folder; cut for good at message `at`, never where that is 0."""
    with tempfile.TemporaryDirectory(prefix="ipl-") as place, socket.socket(socket.AF_UNIX) as door:
        told = Line(Path(place), at, delivered)
        door.bind(os.path.join(place, NAME))  # noqa: PTH118
        door.listen(8)
        threading.Thread(target=_wait, args=(door, server, told), daemon=True).start()
        try:
            yield told
        finally:
            with suppress(OSError):
                door.shutdown(socket.SHUT_RDWR)


def _wait(door: socket.socket, server: Path, told: Line) -> None:
    with suppress(OSError):
        while True:
            client, _ = door.accept()
            if told.cut:
                client.close()
                continue
            threading.Thread(target=_serve, args=(client, server, told), daemon=True).start()


def _serve(client: socket.socket, server: Path, told: Line) -> None:
    with client, socket.socket(socket.AF_UNIX) as other, suppress(OSError):
        client.settimeout(WAIT)
        other.settimeout(WAIT)
        other.connect(str(server / NAME))
        back = threading.Thread(target=_back, args=(other, client, told), daemon=True)
        back.start()
        while part := client.recv(1 << 16):
            told.sent += 1
            told.said.append(part)
            told.cut = told.sent == told.at
            if not told.cut or told.delivered:
                other.sendall(part)
            if told.cut:
                if told.delivered:
                    # The server does what it was asked, and its answer goes nowhere.
                    back.join(WAIT)
                client.shutdown(socket.SHUT_RDWR)
                break
        other.shutdown(socket.SHUT_RDWR)


def _back(other: socket.socket, client: socket.socket, told: Line) -> None:
    with suppress(OSError):
        while (part := other.recv(1 << 16)) and not told.cut:
            client.sendall(part)
