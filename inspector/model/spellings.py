"""Texts as they are compared, so that one name is one name however it is spelt."""

import re


def folded(text: str) -> str:
    """The text whatever its case and however its words are spaced."""
    return " ".join(text.casefold().split())


def words_alone(name: str) -> str:
    """The words of a name, whatever its case, and whatever signs and spaces stand between them."""
    return " ".join(re.findall(r"\w+", name.casefold()))
