"""The one place that listens: on the loopback address of this machine, and nowhere else."""

import errno
import logging
import signal
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

LOOPBACK = "127.0.0.1"
CONNECTIONS = 64
"""A browser opens six; whoever opens more than this is told to come back."""
HEAD_SECONDS, WRITE_SECONDS, IDLE_SECONDS, END_SECONDS = 10, 60, 30, 3
"""How long the head of a request may take, an answer that nobody reads may wait, a connection may idle, and an end may last."""
HEAD_BYTES = 32 * 1024


class Taken(Exception):
    """The port cannot be had; the words say why."""


class Impatient(H11Protocol):
    """A connection that is cut where its request does not come, or its answer is not taken, in time."""

    def connection_made(self, transport: Any) -> None:
        """Begin to look after it."""
        super().connection_made(transport)
        self._stuck = 0
        self.loop.call_later(HEAD_SECONDS, self._look)

    def _look(self) -> None:
        if self.transport.is_closing():
            return
        no_head = self.cycle is None or (self.cycle.response_complete and self.timeout_keep_alive_task is None)
        self._stuck = self._stuck + HEAD_SECONDS if self.flow.write_paused else 0
        if no_head or self._stuck >= WRITE_SECONDS:
            self.transport.abort()
            return
        self.loop.call_later(HEAD_SECONDS, self._look)


class _Server(uvicorn.Server):
    """A server that ends by Ctrl-C as by anything else: what it was doing is done, and nothing is raised."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        with super().capture_signals():
            yield
            self._captured_signals = [one for one in self._captured_signals if one != signal.SIGINT]


def bound(port: int) -> socket.socket:
    """A socket on the loopback address; port 0 is any that is free. Raises Taken."""
    found = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if sys.platform == "win32":
            # There, another program could take the same port beside us otherwise.
            found.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        found.bind((LOOPBACK, port))
    except OSError as failure:
        found.close()
        why = "another program has it" if failure.errno == errno.EADDRINUSE else failure.strerror or str(failure)
        raise Taken(f"port {port} cannot be had: {why}. Leave --port out: any that is free is taken then.") from None
    return found


def host_of(listening: socket.socket) -> str:
    """The address as a browser names it in `Host`."""
    port = listening.getsockname()[1]
    return LOOPBACK if port == 80 else f"{LOOPBACK}:{port}"


def server(app: Any) -> uvicorn.Server:
    """What answers for an application, not running yet."""
    config = uvicorn.Config(
        app, http=Impatient, loop="asyncio", ws="none", lifespan="off", interface="asgi3", log_config=None,
        log_level="critical", access_log=False, proxy_headers=False, server_header=False, date_header=False,
        limit_concurrency=CONNECTIONS, timeout_keep_alive=IDLE_SECONDS, timeout_graceful_shutdown=END_SECONDS,
        h11_max_incomplete_event_size=HEAD_BYTES,
    )  # fmt: skip
    return _Server(config)


def run(app: Any, listening: socket.socket, ready: Callable[[], None]) -> None:
    """Answer until told to end. `ready` is called when whoever asks will be answered."""
    logging.getLogger("uvicorn").addHandler(logging.NullHandler())
    found = server(app)
    listening.listen(CONNECTIONS)
    ready()
    found.run(sockets=[listening])
