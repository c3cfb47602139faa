"""`--timings`: where a run's time went. Every moment belongs to the innermost phase, so that the rows sum to the whole."""

import sys
from collections.abc import Sequence
from time import perf_counter, process_time
from types import ModuleType
from typing import Any

START, REST, IMPORTS = "starting Python", "everything else", "importing modules"


class Timings:
    """A `clock.Watcher` that keeps seconds by phase. The first row is processor time: nobody watched before it."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {START: process_time(), IMPORTS: 0.0}
        self._open = [REST]
        self._since = perf_counter()

    def enter(self, phase: str) -> None:
        """Time goes to this phase from now on."""
        self._charge()
        self._open.append(phase)

    def leave(self) -> None:
        """Time goes to the phase around it again."""
        self._charge()
        self._open.pop()

    def step(self, done: int, of: int) -> None:
        """Nothing: how far a phase has come takes no time of its own."""

    def finish(self) -> None:
        """Nothing: what follows is still a part of the run."""

    def table(self) -> str:
        """The rows in the order in which phases were first entered, and their sum."""
        self._charge()
        rows = [(name, spent) for name, spent in self.seconds.items() if name != REST]
        rows.append((REST, self.seconds.get(REST, 0.0)))
        whole = sum(spent for _, spent in rows)
        wide = max(len(name) for name, _ in rows)
        lines = [f"{name:{wide}} {spent:8.3f} s {spent / whole:5.0%}" for name, spent in rows]
        return "\n".join([*lines, f"{'in all':{wide}} {whole:8.3f} s"])

    def _charge(self) -> None:
        now = perf_counter()
        phase = self._open[-1]
        self.seconds[phase] = self.seconds.get(phase, 0.0) + now - self._since
        self._since = now


class ImportsTimed:
    """A finder that finds nothing itself: what others find is timed while it is found and run."""

    def __init__(self, timings: Timings) -> None:
        self._timings = timings

    def find_spec(self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None) -> Any:
        """What the finders after this one find, with a loader that tells."""
        self._timings.enter(IMPORTS)
        try:
            spec = self._asked(name, path, target)
        finally:
            self._timings.leave()
        if spec is not None and hasattr(spec.loader, "__dict__") and not isinstance(spec.loader, type):
            self._tell(spec.loader)
        return spec

    def _asked(self, name: str, path: Sequence[str] | None, target: ModuleType | None) -> Any:
        others = (finder for finder in list(sys.meta_path) if finder is not self)
        return next((spec for one in others if (spec := one.find_spec(name, path, target)) is not None), None)

    def _tell(self, loader: Any) -> None:
        run = loader.exec_module

        def timed(module: ModuleType) -> None:
            self._timings.enter(IMPORTS)
            try:
                run(module)
            finally:
                self._timings.leave()

        loader.exec_module = timed
