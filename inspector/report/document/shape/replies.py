"""What an authority said of a result, and what the inspector decided."""

from typing import Annotated, Literal, TypedDict

from inspector.report.document.shape.units import Count, Day

Number = Annotated[Count, "The number of an entry in the register."]


class Correction(TypedDict):
    """What an entry was later said to have wrong."""

    entry: Number
    on: Day
    says: str
    by: str


class DecisionOn(TypedDict):
    """What an inspector decided on a reply. Of several the last stands."""

    entry: Number
    on: Day
    decision: Literal["upheld", "partly-upheld", "not-upheld"]
    says: str
    by: str


class Reply(TypedDict):
    """What the authority said of a finding of the result with that number, or, where `finding` is null, of the whole."""

    entry: Number
    on: Day
    result: Number
    finding: str | None
    says: str
    by: str
    decisions: list[DecisionOn]
    corrections: list[Correction]
