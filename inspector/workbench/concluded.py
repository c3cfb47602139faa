"""What a stored result concluded and by whom: read here for all who hold stored results against anything."""

from collections.abc import Mapping
from typing import Any, NamedTuple, get_args

from inspector.model.ladder import Standing, VerdictWord
from inspector.workbench.form import one_of, text

STANDINGS, VERDICTS = (frozenset(get_args(words)) for words in (Standing, VerdictWord))


class Concluded(NamedTuple):
    """By which rules and engine it was judged, the verdict with its row, and where each theme stands."""

    framework: str
    version: str
    digest: str
    engine: str
    verdict: VerdictWord
    row: str
    standings: Mapping[str, Standing]


def concluded(d: Mapping[str, Any]) -> Concluded:
    """Of the document of a result. Raises KeyError for what is not there, and Odd for what no result has."""
    framework, verdict = d["framework"], d["verdict"]
    return Concluded(
        framework=text(framework["id"]),
        version=text(framework["version"]),
        digest=text(framework["digest"]),
        engine=text(d["engine"]["version"]),
        verdict=one_of(verdict["verdict"], VERDICTS),
        row=text(verdict["row"]),
        standings={text(theme["theme"]): one_of(theme["standing"], STANDINGS) for theme in d["themes"]},
    )
