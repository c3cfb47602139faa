"""The phrases of a report in one language, read from `phrases/`, and how they are filled in."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

LANGUAGE = "en-GB"
_FOLDER = Path(__file__).parent / "phrases"


@lru_cache(maxsize=4)
def phrases(language: str = LANGUAGE) -> Mapping[str, Any]:
    """All phrases of a language as nested mappings. A language without a file raises `LookupError`."""
    import yaml

    path = _FOLDER / f"{language}.yaml"
    if language not in languages():
        raise LookupError(f"there are no phrases in {language!r}; there are some in {', '.join(languages())}")
    found: Mapping[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return found


def languages() -> tuple[str, ...]:
    """The languages that have a file of phrases, sorted."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.yaml")))


def fill(phrase: str, **values: object) -> str:
    """The phrase with its braces filled in. Values are put in as they are: braces in them mean nothing."""
    return phrase.format_map(values)


def counted(pair: "list[str]", count: int, **values: object) -> str:
    """The phrase of a pair [one, many] that suits the number, filled in."""
    return fill(pair[count != 1], count=count, **values)
