"""A Dask cluster: the same outcomes as from processes, with what a person says about TLS, and a clear word without it."""

import sys
from pathlib import Path
from typing import Any

import pytest

from inspector.batch import on_dask
from inspector.batch.task import Failed, Judged, Options, Task

distributed = pytest.importorskip("distributed", reason="Dask is not installed")


def judge(task: Task) -> Judged | Failed:
    if task.name == "breaks":
        raise RuntimeError("a cell of the bundle")
    return Failed(task.name, "unreadable", ()) if task.name == "bad" else Judged(task.name, b"{}", None)  # type: ignore[arg-type]


def tasks(*names: str) -> list[Task]:
    return [Task(name, name, "content", Options("munro", "digest", "engine")) for name in names]


def test_every_bundle_has_an_outcome_and_none_waits_in_line_for_all_others() -> None:
    taken: list[str] = []

    def given() -> Any:
        for task in tasks("good", "bad", "breaks", *(f"good-{i}" for i in range(9))):
            taken.append(task.name)
            yield task

    with distributed.LocalCluster(
        n_workers=1, threads_per_worker=1, processes=False, dashboard_address=None
    ) as cluster:
        running = on_dask.outcomes(given(), cluster.scheduler_address, judge=judge)
        found = [next(running)]
        assert len(taken) < 6, "all were given out at once"
        found += running
    assert len(found) == len(taken) == 12
    assert {one.name: one.why for one in found if isinstance(one, Failed)} == {"bad": "unreadable", "breaks": "fault"}
    assert not any("a cell" in line for one in found if isinstance(one, Failed) for line in one.says)


def test_what_is_said_about_tls_and_a_scheduler_file_is_passed_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[dict[str, Any]] = []

    def client(**words: Any) -> None:
        asked.append(words)
        raise OSError("nobody there")

    monkeypatch.setattr(distributed, "Client", client)
    (tmp_path / "scheduler.json").write_text("{}")
    tls = on_dask.Tls(tmp_path / "ca.pem", tmp_path / "me.pem", tmp_path / "me.key")
    for address, how in (("tls://there:8786", tls), (str(tmp_path / "scheduler.json"), on_dask.NO_TLS)):
        with pytest.raises(on_dask.NoDask, match="no scheduler of Dask answers at"):
            list(on_dask.outcomes(tasks("good"), address, how))
    first, second = asked
    security = first["security"]
    assert (first["address"], security.require_encryption) == ("tls://there:8786", True)
    assert (security.tls_ca_file, security.tls_client_cert, security.tls_client_key) == tuple(map(str, tls))
    assert (second["scheduler_file"], second["security"]) == (str(tmp_path / "scheduler.json"), None)
    assert "address" not in second


def test_without_dask_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(on_dask.NoDask, match=r"inspector\[dask\]"):
        list(on_dask.outcomes(tasks("good"), "tcp://there:8786"))
