"""The types of the document of a library; `python -m evidence.make_schemas` makes its published schema."""

from typing import Annotated, Literal, NotRequired, TypedDict

from inspector.model.visits import Assurance


class Tried(TypedDict):
    """A measure, and how many tried to move it."""

    measure: Annotated[str, "Its name in the framework where it has one, else the authority's."]
    title: str
    places: Annotated[int, "Authorities that agreed whose tests name it."]
    held: Annotated[int, "Those of them where a gain that held came with or after a small test that was kept."]


class Lesson(TypedDict):
    """A small test that was kept, and the gain that came after it or with it and held."""

    measure: str
    title: str
    authority: Annotated[str, "It agreed to be named."]
    invented: NotRequired[Annotated[bool, "The authority does not exist."]]
    ask: Annotated[str, "Whom to ask, in the authority's words."]
    period_end: str
    assurance: Annotated[Assurance, "Who vouches for the verdict of the result that it stands in."]
    test: Annotated[str, "The id of the test in the authority's log."]
    aim: str
    prediction: str
    lesson: str
    decision: str
    order: Annotated[
        Literal["followed", "same-time"], "Whether the gain began after the test, or nobody can tell which came first."
    ]
    small: Annotated[int, "How many small tests that were kept lie near the gain."]
    held_months: int
    gain_probability: float
    held_probability: Annotated[float, "That it held, given that there was a gain."]
    false_share: Annotated[
        float, "The share of matches by chance among those of this authority that are as near or nearer."
    ]
    exposed: NotRequired[Annotated[bool, "What it rests on is open to being shaped, and nobody else checked it."]]
    says: Annotated[list[str], "What the result says of the test and of the gain."]


class LearningDocument(TypedDict):
    """What others tried that was followed by gains that held, by measure and by the tests' words; nothing is ranked."""

    format: Annotated[Literal["inspector-learning"], "What this document is."]
    version: Literal[1]
    measure: Annotated[str | None, "The measure that was asked for, if one was."]
    agreed: Annotated[
        int, "Authorities whose last submission agrees that others learn from it, and that have a result."
    ]
    others: Annotated[int, "Authorities of the register of which nothing was read."]
    tried: list[Tried]
    lessons: list[Lesson]
