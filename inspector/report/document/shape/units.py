"""The small types that the parts of a document are made of."""

from typing import Annotated, NotRequired, TypedDict

Day = Annotated[str, ("format", "date")]
"""ISO text."""
Digest = Annotated[str, ("pattern", "^[0-9a-f]{64}$")]
Count = Annotated[int, ("minimum", 0)]
Share = Annotated[float, ("minimum", 0), ("maximum", 1)]
Points = Annotated[float, ("minimum", 0), ("maximum", 100)]
Texts = list[str]
"""For an object with a key called `list`."""
Value = str | float | bool
"""A field of a fact: a number may be whole, and a day is text."""
Whom = Annotated[
    list[str],
    "Who to ask, in this order: `front-line`, `families`, `partners`, `managers`, `leaders`, then whom the framework has words "
    "of its own for, whose titles stand in `words` of `framework`.",
]
Run = Annotated[list[int], ("minItems", 2), ("maxItems", 2)]
"""The first and the last row of a run."""


class RowRuns(TypedDict):
    """Rows of one resource, as inclusive runs of spreadsheet rows; of JSON, which has no rows, the elements as `paths`."""

    resource: str
    rows: Annotated[
        list[Run],
        "Rows as a spreadsheet counts them, the headings being row 1. Of JSON the place of the outermost element plus two: "
        "read `paths` there.",
    ]
    paths: NotRequired[
        Annotated[
            list[str],
            "Of JSON alone: the place of each element, `recommendations[3].actions[1]`, counted from 0, or of a run of them, "
            "`recommendations[0-5]`. An element stands for all that is in it. Results of 0.2.0 and earlier have none.",
        ]
    ]


RowsBehind = list[RowRuns]
