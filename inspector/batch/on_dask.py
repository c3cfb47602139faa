"""A Dask cluster that somebody names judges the bundles; nobody else imports Dask, and only when it is asked for.

Bundles and framework are read where the workers are, at the same paths as here, and what a worker read is held against what is
here (`judge`). No worker has more than a few results waiting, so that thousands of bundles need no more memory than ten.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from inspector.batch.judge import judged
from inspector.batch.task import Failed, Outcome, Task
from inspector.model.words import short

if TYPE_CHECKING:
    from distributed import Client

AHEAD = 2
"""Bundles given out for each one that is being judged, so that no worker waits."""
WAIT = 15
"""Seconds for the scheduler to answer."""


class NoDask(Exception):
    """Dask cannot be used, in words."""


class Tls(NamedTuple):
    """Files that TLS needs, as the options of `dask scheduler` are called."""

    ca_file: Path | None = None
    cert: Path | None = None
    key: Path | None = None


NO_TLS = Tls()
Judge = Callable[[Task], Outcome]


def outcomes(
    tasks: Iterable[Task],
    address: str,
    tls: Tls = NO_TLS,
    judge: Judge = judged,
) -> Iterator[Outcome]:
    """The outcome of each task, in the order in which they end. Raises NoDask where the cluster cannot be had or is lost."""
    client = _client(address, tls)
    try:
        yield from _run(client, iter(tasks), judge)
    finally:
        with suppress(Exception):
            client.close(timeout=WAIT)  # type: ignore[no-untyped-call]


def _client(address: str, tls: Tls) -> "Client":
    try:
        from distributed import Client
        from distributed.security import Security
    except ImportError:
        raise NoDask("--dask needs the package `distributed`: python -m pip install 'inspector[dask]'") from None
    security = None
    if any(tls):
        given = {"tls_ca_file": tls.ca_file, "tls_client_cert": tls.cert, "tls_client_key": tls.key}
        files = {name: str(path) for name, path in given.items() if path is not None}
        security = Security(require_encryption=True, **files)  # type: ignore[no-untyped-call]
    where: dict[str, Any] = {"scheduler_file": address} if Path(address).is_file() else {"address": address}
    try:
        return Client(**where, security=security, timeout=WAIT, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError, TypeError, ImportError, RuntimeError) as failure:
        raise NoDask(f"no scheduler of Dask answers at {short(address, 200)}: {short(str(failure), 200)}") from None


def _run(client: "Client", tasks: Iterator[Task], judge: Judge) -> Iterator[Outcome]:
    from distributed import CancelledError, as_completed

    room = AHEAD * max(1, sum(client.nthreads().values()))  # type: ignore[no-untyped-call]
    names: dict[Any, str] = {}
    running = as_completed(loop=client.loop, raise_errors=False)  # type: ignore[no-untyped-call]

    def give() -> bool:
        task = next(tasks, None)
        if task is None:
            return False
        future = client.submit(judge, task, pure=False)
        names[future.key] = task.name
        running.add(future)  # type: ignore[no-untyped-call]
        return True

    while len(names) < room and give():
        pass
    for future in running:
        name = names.pop(future.key)
        if future.status == "cancelled" or future.status == "lost":
            raise NoDask("the scheduler of Dask was lost. What was done is kept: run the same command again")
        try:
            yield _outcome(name, future)
        except (CancelledError, OSError):
            raise NoDask("the scheduler of Dask was lost. What was done is kept: run the same command again") from None
        future.release()
        give()


def _outcome(name: str, future: Any) -> Outcome:
    if future.status != "error":
        found: Outcome = future.result(timeout=WAIT * 20)
        return found
    failure = future.exception()
    if type(failure).__name__ == "KilledWorker":
        return Failed(name, "killed", ("every worker of Dask that judged it ended, most often for want of memory",))
    if isinstance(failure, ImportError):
        return Failed(name, "refused", (f"a worker of Dask has no Inspector, or another: {short(str(failure), 200)}",))
    return Failed(name, "fault", (f"a worker of Dask failed: {type(failure).__name__}",))
