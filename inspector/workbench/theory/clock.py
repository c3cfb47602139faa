"""How much time a framework is asked for: kept to in every phase, from the rules read in to the last witness sought."""

import time
from collections.abc import Callable

Now = Callable[[], float]


class OutOfTime(Exception):
    """There is no time left for what was begun."""


class Clock:
    """So many seconds, by default of this process: other work on the machine does not use them up."""

    def __init__(self, seconds: float, now: Now = time.process_time) -> None:
        self._now = now
        self._end = now() + seconds

    @property
    def left(self) -> float:
        """Seconds, 0 where none are."""
        return max(0.0, self._end - self._now())

    def ask(self) -> None:
        """Raise OutOfTime where nothing is left."""
        if not self.left:
            raise OutOfTime


class Unending(Clock):
    """A clock that does not run out, for what has a bound of its own."""

    def __init__(self) -> None:
        super().__init__(0.0, lambda: 0.0)

    @property
    def left(self) -> float:
        """As long as it takes."""
        return float("inf")
