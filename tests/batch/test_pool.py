"""Processes beside: whatever becomes of one, every bundle has an outcome, and only the one that ends its worker twice is lost."""

from pathlib import Path

from inspector.batch import pool
from inspector.batch.task import Failed, Judged, Options, Task
from tests.batch.judges import by_name

OPTIONS = Options("munro", "digest", "engine")


def tasks(folder: Path, *names: str) -> list[Task]:
    return [Task(name, str(folder / name), "content", OPTIONS) for name in names]


def test_a_worker_that_ends_takes_nothing_with_it(tmp_path: Path) -> None:
    names = ["good-1", "killed-1", "good-2", "once-1", "bad-1", "exits-1", "good-3"]
    found = {one.name: one for one in pool.outcomes(tasks(tmp_path, *names), 2, by_name)}
    assert sorted(found) == sorted(names)
    lost = {name: one for name, one in found.items() if isinstance(one, Failed)}
    assert {name: one.why for name, one in lost.items()} == {
        "killed-1": "killed", "exits-1": "killed", "bad-1": "unreadable",
    }  # fmt: skip
    assert "SIGKILL" in lost["killed-1"].says[0]
    assert "fewer --jobs" in lost["killed-1"].says[0]
    assert "with 7" in lost["exits-1"].says[0]


def test_workers_are_kept_from_bundle_to_bundle_and_gone_at_the_end(tmp_path: Path) -> None:
    found = list(pool.outcomes(tasks(tmp_path, *(f"good-{i}" for i in range(6))), 1, by_name))
    workers = {one.result.split()[1] for one in found if isinstance(one, Judged)}
    assert len(found) == 6
    assert len(workers) == 1
    assert not Path(f"/proc/{int(workers.pop())}").exists()


def test_a_run_that_is_left_leaves_no_worker(tmp_path: Path) -> None:
    running = pool.outcomes(tasks(tmp_path, *(f"good-{i}" for i in range(4))), 1, by_name)
    one = next(running)
    running.close()  # type: ignore[attr-defined]
    assert isinstance(one, Judged)
    assert not Path(f"/proc/{int(one.result.split()[1])}").exists()


def test_nothing_to_do_starts_nobody() -> None:
    assert list(pool.outcomes([], 8, by_name)) == []
