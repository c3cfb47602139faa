"""Words that every room says alike."""


def plural(number: int, noun: str) -> str:
    """`1 month`, `2 months`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
