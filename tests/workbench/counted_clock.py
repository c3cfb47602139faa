"""A clock of which each look takes a second, so that time runs out at the same place on every machine."""


class Counted:
    """`looks` are those taken; each says so many seconds as there were looks before it."""

    def __init__(self) -> None:
        self.looks = 0

    def __call__(self) -> float:
        self.looks += 1
        return float(self.looks - 1)
