"""Words of the logs of this bench: clauses put together, so that no two entries need be alike."""

from random import Random

ACTS = (
    "ring the family on the evening before a visit", "send the plan as one page with large letters",
    "sit with the school nurse on Tuesdays", "let the grandmother choose who chairs",
    "keep one morning free of meetings", "read the old file aloud in pairs", "ask the child to draw the week",
    "start the meeting with what went well", "swap duty between the two localities",
    "put the health visitor's notes first", "walk the route to contact beforehand",
    "leave a card with three questions", "write the letter in the family's own language",
    "hold supervision in the car park office", "copy the police on the first day",
    "open the case note with the child's words", "give new workers half a caseload",
    "end visits with one agreed sentence", "bring the foster carer to the review", "use the school's room after four",
    "text the father separately", "try a visit without the laptop", "agree the next date before leaving",
    "draft the chronology with the parent", "ask the midwife to join by telephone", "colour the rota by journey time",
    "have two workers share one sibling group", "move the panel to Friday mornings",
    "phone the housing officer during the visit", "show the trend on the kitchen wall",
)  # fmt: skip
WITH = (
    "with two families in {place}", "on one case of the duty desk", "for a week in {place}",
    "with the four newest workers", "for siblings placed apart", "for babies under one",
    "with families who moved in since {month}", "in the late shift", "with one team manager looking on",
    "for cases that came back in {month}", "with carers who had asked for it", "for young people of sixteen",
    "on every second visit", "in the cases of one worker", "with a family who had complained",
    "for three weeks from {month}",
)  # fmt: skip
HOPES = (
    "fewer visits will be missed, perhaps {n} of ten", "we shall hear within {n} days what they think",
    "the meeting will take {n} minutes less", "{n} more families will come", "the second letter will not be needed",
    "the child will be spoken to alone in {n} of ten visits", "nobody will have to tell the story twice",
    "the plan will be read by {n} of ten", "calls on the next day fall by {n}", "the worker is back by half past {n}",
    "{n} fewer papers go out", "the father will be there once in {n} times",
)  # fmt: skip
LESSONS = (
    "it worked where the worker knew the family", "{n} of ten did come, more than before",
    "the letter still took {n} days", "two said it felt like being checked",
    "the school would rather be asked on Mondays", "it cost {n} minutes and saved more later",
    "nobody had the number at hand", "the younger child talked, the older did not",
    "we had not thought of the night shift", "it needs a second person only at first",
    "{n} families asked to keep it", "the form asked the same thing twice", "the manager's diary was the hurdle",
    "fathers answered texts and not letters", "what helped was the time of day",
    "interpreters have to be booked {n} days ahead", "the carer had known all along",
    "without the room it does not work",
)  # fmt: skip
NEXT = (
    "next time with another family", "again without the form", "to be tried in {place}", "we keep it", "we leave it",
    "smaller, and earlier in the day", "with the school from {month} on", "ask the family first",
    "once more before judging",
)  # fmt: skip
PLACES = ("Alder", "Brook", "Chapel", "Dene", "Eastgate", "Fell", "Grange", "Harbour")
MONTHS = ("spring", "June", "the autumn half-term", "Easter", "September", "the new year", "Lent term", "harvest")


def _filled(draw: Random, *parts: tuple[str, ...]) -> str:
    text = ", ".join(draw.choice(part) for part in parts)
    made = text.format(n=draw.randint(2, 9), place=draw.choice(PLACES), month=draw.choice(MONTHS))
    return made[0].upper() + made[1:]


def aim(draw: Random) -> str:
    """What is to be tried."""
    return _filled(draw, ACTS, WITH)


def hope(draw: Random) -> str:
    """What is expected of it."""
    return _filled(draw, HOPES, HOPES) if draw.random() < 0.4 else _filled(draw, HOPES)


def lesson(draw: Random) -> str:
    """What was learned."""
    return _filled(draw, LESSONS, LESSONS, NEXT) if draw.random() < 0.6 else _filled(draw, LESSONS, NEXT)
