"""What judging the same evidence by other rules takes, besides what stands elsewhere in a result."""

from typing import Annotated, Literal, NotRequired, TypedDict

from inspector.model.ladder import Trust
from inspector.report.document.shape.units import Count, Value

Piece = Annotated[str, "`indicator/ID` or a kind of resource."]


class AskedPiece(TypedDict):
    """A piece of evidence of which rows are asked about."""

    evidence: Piece
    falls: Annotated[
        bool, "Whether so much of it is asked about that it is trusted less as a whole, whatever the rules."
    ]


class FactAlone(TypedDict):
    """A fact as rules see it: without its sentence and its rows."""

    id: str
    kind: str
    fields: dict[str, Value]
    rests_on: list[str]


class Trusted(TypedDict):
    """How far a piece of evidence is trusted."""

    evidence: Piece
    trust: Trust
    asked: NotRequired[Annotated[Literal[True], "A probe asks about it, and that weighs. Absent where none does."]]


class Lacks(TypedDict):
    """A measure that was there before and is missing, wholly or its latest figures."""

    indicator: str
    why: Literal["unfilled", "aside", "earlier", "otherwise", "thin", "taken-back", "stopped"]


class AsIf(TypedDict):
    """What is observed where the rows asked about in some pieces are set aside, and where those of none are."""

    struck: Annotated[list[str], "The pieces whose rows are set aside then."]
    facts: NotRequired[
        Annotated[
            list[FactAlone],
            "Facts that are then otherwise than in the result, or not there. Absent where there are none.",
        ]
    ]
    gone: NotRequired[
        Annotated[list[str], "The ids of facts of the result that are not there then. Absent where all are."]
    ]
    trust: NotRequired[
        Annotated[
            list[Trusted],
            "The trust in every piece where none falls, and nothing that was judged before is a bound. Absent where it is as in "
            "the result.",
        ]
    ]
    fallen: NotRequired[
        Annotated[list[Trusted], "The trust in each piece that is asked about, where it falls. Absent where none is."]
    ]
    dropped: NotRequired[
        Annotated[list[Lacks], "Measures that were there before and are missing then. Absent where there are none."]
    ]


class Under(TypedDict):
    """That nothing may stand higher than by the next judgement of the list, which came before this one."""

    falls: Annotated[list[str], "Pieces of evidence that are trusted less as a whole since then."]
    where_higher: Annotated[
        bool, "Whether that holds only where the verdict would be higher: what earlier submissions hold raises none."
    ]


class JudgedFrom(TypedDict):
    """What one judgement can be drawn from, by whatever rules: the evidence with and without the rows that are asked about."""

    known: Annotated[
        dict[str, list[str]], "Of each indicator in the register, the measures that the framework knows it as."
    ]
    computed: Annotated[list[str], "The measures of which figures were worked out of records."]
    questions: Annotated[Count, "How many probes ask."]
    asked: Annotated[list[AskedPiece], "The pieces of which rows are asked about."]
    as_if: Annotated[
        list[AsIf],
        "One for each set of pieces whose rows can come to be set aside, that of none first. With four pieces or more some sets "
        "are left out that hardly any rules ask for.",
        ("minItems", 1),
    ]
    under: NotRequired[Annotated[Under, "Absent where nothing that was judged before is a bound."]]
