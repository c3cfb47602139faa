"""Texts of a log, put together from parts, so that no two are alike by more than chance. No names of people."""

from random import Random

ROLES = ("social worker", "senior practitioner", "family support worker", "personal adviser", "business support")
ABOVE = ("head of service", "director", "programme manager", "consultant")
TEAMS = (
    "Duty north",
    "Duty south",
    "Court team",
    "Children in care",
    "Disabled children",
    "Leaving care",
    "Family support east",
)
_TRIED = (
    "asked the family to set the agenda", "moved the handover to the morning", "rang the school before the visit",
    "wrote the plan at the kitchen table", "left the form for the second visit", "let two workers share one case",
    "drew the family's week on one page", "put the rota where everybody sees it", "kept one hour a day without meetings",
    "read the report aloud to the parents", "invited the health visitor to supervision",
    "opened the file with the child's own words",
    "sent the letter in plain words", "walked the route that the child walks", "began the meeting with what works",
    "gave newcomers three cases and a partner", "took the duty phone out of the open room", "asked at the end what we had missed",
)  # fmt: skip
_WHERE = (
    "in the cases of two brothers", "with families new to us", "with foster carers in the valley", "on the early shift",
    "with unborn babies", "for children who changed school", "with fathers who live elsewhere", "in three court cases",
    "with the youngest children", "where there was a dog in the house", "with families who moved twice", "after hours",
)  # fmt: skip
_WHY = (
    "so that fewer things are told twice", "so that the first visit is shorter", "so that nobody waits for a call",
    "so that the child is asked first", "so that supervision is about the family", "so that less is written and more is said",
    "so that the school knows whom to ring", "so that the same face comes again", "so that parents know what happens next",
)  # fmt: skip
_EXPECTED = (
    "two calls fewer a week", "at least one child will tell us something new", "an hour saved on each case",
    "parents will ring us before the school does", "the meeting will end in time", "nobody will notice for a month",
    "half of the forms will turn out to be needed by no one", "three of five families will come back to us",
)  # fmt: skip
_LEARNED = (
    "it took longer than we thought and was worth it", "the school minded more than the parents",
    "it works with two and not with six",
    "we had asked the wrong question", "the form was there for somebody who left years ago", "one family said no, and was right",
    "the night team does it already", "the prediction was wrong by half", "we keep it, with a smaller page",
)  # fmt: skip


def aim(draw: Random) -> str:
    """What was tried, with whom and why."""
    return f"{draw.choice(_TRIED)} {draw.choice(_WHERE)} {draw.choice(_WHY)}"


def prediction(draw: Random) -> str:
    """What was expected."""
    return f"{draw.choice(_EXPECTED)} {draw.choice(_WHERE)}"


def lesson(draw: Random) -> str:
    """What was learned."""
    return f"{draw.choice(_LEARNED)}; next {draw.choice(_WHERE)}"
