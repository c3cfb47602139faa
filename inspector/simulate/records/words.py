"""Texts of reviews, recommendations, promises and voices, put together from parts. No names of people."""

from random import Random

from inspector.simulate.words import lesson

AGENCIES = ("police", "hospital trust", "schools", "housing association", "probation service", "mental health trust")
LEADERS = ("director", "head of service", "principal social worker")
AREAS = (
    "visits", "supervision", "care leavers", "the front door", "placements", "plans", "how families are heard",
    "the workforce",
)  # fmt: skip
_ASKED = (
    "Let", "See that", "Agree how", "Make it possible that", "Find out why so few times", "Put right what gets in the way when",
)  # fmt: skip
_WHO = (
    "the worker of the last visit", "the duty team", "a family support worker", "the school", "the health visitor",
    "supervisors", "the night team", "foster carers", "the reviewing officer", "a parent",
)  # fmt: skip
_WHAT = (
    "hear of it the same day", "keep the case when it moves", "see the child alone", "have the earlier reports at hand",
    "decide without another form", "get an hour a week for it", "ask the grandparents", "say when they disagree",
    "take part in the meeting", "know whom to ring",
)  # fmt: skip
_DONE = (
    "The form was dropped", "A second chair was found", "Work was shared out anew", "The rota was turned round",
    "One list replaced three", "The screen shows it first", "A room was kept free", "Two teams sit together now",
    "The panel meets by telephone", "Cases stay with their worker", "The letter became a call", "A day was taken off the wait",
)  # fmt: skip
_TOLD = (
    "A reminder was sent to all", "A briefing was held", "The policy was sent round again", "Managers were told to check",
    "An e-mail went to every team", "Staff signed that they had read it", "A course was booked", "The checklist was read aloud",
)  # fmt: skip
_WRITTEN = (
    "A procedure was written", "The flow chart was amended", "A step was added to the form", "Guidance was issued",
    "The threshold document was revised", "A protocol was signed off",
)  # fmt: skip
_PROMISE = (
    "Say what came of a report", "Send the same person to meetings", "Share the file before a visit", "Answer within two days",
    "Keep one telephone number", "Come to the first meeting of a plan", "Tell the family who is coming",
    "Meet every quarter about it",
)  # fmt: skip
_SAID = (
    "They came when they said they would.", "I told it three times.", "Nobody asked me what I thought.", "She rang back.",
    "The forms come before us.", "We had to wait for weeks.", "He listened to my brother too.", "Nothing came of it.",
    "The new meeting is shorter.", "I would have liked to know sooner.", "We are not asked before it changes.",
    "They asked which day suited us.",
)  # fmt: skip
_KEPT = (
    "It is done, and we notice it.", "They do ring now.", "The same person comes to each meeting.", "We get the file in time.",
)  # fmt: skip
_NOT = (
    "We have not seen it yet.", "It was done once.", "There is a form for it now, and nobody fills it in.", "We still wait.",
)  # fmt: skip
ANSWERS = {"system": _DONE, "told": _TOLD, "written": _WRITTEN}


def wanted(draw: Random) -> str:
    """What a recommendation asks for."""
    return f"{draw.choice(_ASKED)} {draw.choice(_WHO)} can {draw.choice(_WHAT)}"


def answer(draw: Random, how: str) -> str:
    """An action: of the `system`, `told` to people, or `written` down as a procedure."""
    return f"{draw.choice(ANSWERS[how])} for {draw.choice(_WHO)}"


def promise(draw: Random) -> str:
    """What one agency promises another."""
    return f"{draw.choice(_PROMISE)}: {draw.choice(_WHO)}"


def said(draw: Random) -> str:
    """What somebody said."""
    return draw.choice(_SAID)


def statement(draw: Random, kept: bool) -> str:
    """What a partner says of a promise."""
    return draw.choice(_KEPT if kept else _NOT)


def learned(draw: Random) -> str:
    """What a review taught."""
    return lesson(draw)
