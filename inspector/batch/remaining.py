"""How long it will still take: what was done in this run, by the size of what is left."""

OWN = 150_000
"""Bytes that a bundle counts for besides its own: much of what is done for one has nothing to do with its size."""
FEWEST = 3
"""Bundles after which something can be said."""


class Remaining:
    """`sizes` of the bundles to be done, in bytes, by name."""

    def __init__(self, sizes: dict[str, int]) -> None:
        self._left = {name: size + OWN for name, size in sizes.items()}
        self._weight, self._done, self.count = 0, 0, 0

    def done(self, name: str) -> None:
        """One was judged, or was found to be impossible to judge."""
        self._weight += self._left.pop(name, 0)
        self.count += 1

    def seconds(self, elapsed: float) -> float | None:
        """Seconds that the rest will take, after so many; None where it is too early to say."""
        if self.count < FEWEST or not self._weight:
            return None
        return elapsed * sum(self._left.values()) / self._weight


def in_words(seconds: float) -> str:
    """`less than a minute`, `about 5 minutes`, `about 2 hours 40 minutes`."""
    minutes = round(seconds / 60)
    if minutes < 1:
        return "less than a minute"
    if minutes < 120:
        return f"about {minutes} minute{'s' * (minutes != 1)}"
    # Nobody plans by a minute that is hours away.
    tens = round(minutes / 10) * 10
    hours, rest = divmod(tens, 60)
    return f"about {hours} hours" + (f" {rest} minutes" if rest else "")
