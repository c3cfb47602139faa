"""Headings and names of fields as they are compared."""

import re
from functools import lru_cache


@lru_cache(maxsize=4096)
def bare(text: str) -> str:
    """A heading as it is compared: lower case, without marks, letters and digits parted by single underscores."""
    return re.sub(r"[\W_]+", "_", text.casefold()).strip("_")
