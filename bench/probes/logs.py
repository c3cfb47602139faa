"""Honest improvement logs which share vocabulary and sentence templates, and edited copies put into them.

Kept apart from the probe, which imports nothing from here. `honest` was used while the probe was written; `held_out`
came later and set one bound: invented words, each drawn by how common it is, in templates with slots of
one to three words.
"""

import numpy as np

AIMS = (
    "Find out whether {what} helps {who} when {when}",
    "We want {who} to have {what} {when}",
    "Try {what} with {who}",
    "Make it easier for {who} to get {what}",
    "See if {what} saves time for {who} {when}",
    "Stop {who} waiting for {what}",
    "Test {what} {when} so that {who} know what happens next",
    "Let {who} choose {what} {when}",
)
PREDICTIONS = (
    "{who} will tell us that {gain}",
    "We expect that {gain} within {time}",
    "If it works {gain} and {who} will say so",
    "{gain} in at least half of the cases after {time}",
    "Nothing will change at first, then {gain}",
    "We think {gain} because {why}",
    "{gain}, but only if {why}",
)
LEARNED = (
    "It worked for {who} but {snag}, so we will {next}",
    "{snag}. Next time we {next}",
    "{who} liked it because {why}; we {next}",
    "No difference after {time}: {snag}",
    "Better than we thought, {gain}, though {snag}",
    "We stopped since {snag} and will {next}",
)
SHARED = {
    "who": (
        "the duty team",
        "new social workers",
        "a mother of three",
        "two foster carers",
        "the school nurse",
        "grandparents",
        "young people leaving care",
        "the evening workers",
        "one family",
        "health visitors",
        "fathers",
        "team managers",
    ),
    "when": (
        "on the first visit",
        "before the conference",
        "at the weekly meeting",
        "during the school holidays",
        "after a move",
        "in the first week",
        "when a case is handed over",
        "before the review",
        "at the front door",
        "on Fridays",
    ),
    "time": ("two weeks", "three visits", "a month", "five cases", "one round of reviews", "ten days"),
    "why": (
        "they were asked first",
        "the form was too long",
        "everyone was in the room",
        "nobody had to travel",
        "it was explained",
        "the worker stayed the same",
        "we rang the day before",
        "there was less to copy out",
        "the manager sat in",
    ),
    "next": (
        "try it with another family",
        "ask the other team",
        "make the card smaller",
        "drop the second page",
        "do it earlier",
        "keep going for a month",
        "hand it to the admin team",
        "write down who was asked",
        "change the time of day",
    ),
}
TOPICS = {
    "what": (
        "a one page plan",
        "a call the evening before",
        "pictures drawn by the child",
        "a named person at the hospital",
        "a shorter referral form",
        "reading the report aloud",
        "a text message reminder",
        "a joint visit with the school",
        "ten minutes of reflection",
        "a map of the family network",
        "a list of things that worry us",
        "tea before the meeting",
        "a chair for the grandmother",
        "a question about hopes",
        "a letter written to the child",
        "an earlier lunch slot",
        "a board with open tasks",
        "a second pair of eyes",
        "a translator by telephone",
        "handover in the car park",
    ),
    "gain": (
        "fewer meetings are cancelled",
        "the child speaks first",
        "less is written twice",
        "visits start on time",
        "parents come prepared",
        "nobody is rung three times",
        "decisions are made in the room",
        "the plan fits the family",
        "carers feel heard",
        "referrals carry a phone number",
        "worries come up sooner",
        "the wait becomes shorter",
        "the school answers the same day",
        "there is time to think",
        "grandparents offer help",
        "children remember the name",
    ),
    "snag": (
        "the printer was broken",
        "two people were on leave",
        "the room was too small",
        "it took longer than planned",
        "the carers had not been told",
        "nobody wrote it down",
        "the school had closed",
        "the father felt left out",
        "the hospital changed its rota",
        "the text came too late",
        "the form had no space for it",
        "we chose the wrong day",
    ),
}


def honest(rng: np.random.Generator, entries: int = 60, few: bool = False) -> list[str]:
    """Texts of so many entries. `few`: everybody writes into the same two sentence templates for each part."""
    limit = 2 if few else 99
    made = []
    for _ in range(entries):
        topic = int(rng.integers(0, 8))
        parts = [str(rng.choice(some[:limit])) for some in (AIMS, PREDICTIONS, LEARNED)]
        made.append(" ".join(_filled(rng, part, topic) for part in parts))
    return made


def _filled(rng: np.random.Generator, template: str, topic: int) -> str:
    text = template
    for slot, phrases in (SHARED | TOPICS).items():
        while "{" + slot + "}" in text:
            near = slot in TOPICS and rng.random() < 0.5
            place = (topic * 2 + int(rng.integers(0, 3))) % len(phrases) if near else int(rng.integers(0, len(phrases)))
            text = text.replace("{" + slot + "}", phrases[place], 1)
    return text


def held_out(rng: np.random.Generator, entries: int = 60, templates: int = 12) -> list[str]:
    """Texts of invented words: a template of twelve fixed words and ten slots, filled by Zipf's law from 400 words."""
    chance = 1 / np.arange(3, 403)
    fixed = [rng.choice(400, 12, p=chance / chance.sum()) for _ in range(templates)]
    made = []
    for _ in range(entries):
        frame = fixed[int(rng.integers(templates))]
        text: list[int] = []
        for place, word in enumerate(frame):
            text += [int(word)]
            if place < 10:
                text += rng.choice(400, int(rng.integers(1, 4)), p=chance / chance.sum()).tolist()
        made.append(" ".join(_invented(code) for code in text))
    return made


def _invented(code: int) -> str:
    return "".join("bdfgklmnprstvz"[(code // 14**k) % 14] + "aeiou"[(code >> k) % 5] for k in range(3))


def copied(rng: np.random.Generator, texts: list[str], copies: int, edited: float = 0.2) -> list[str]:
    """So many entries become copies of others.

    A share of their words is replaced by other words of the log, or left out.
    """
    texts = list(texts)
    vocabulary = sorted({word for text in texts for word in text.split()})
    places = rng.choice(len(texts), copies * 2, replace=False)
    for source, place in zip(places[:copies], places[copies:], strict=True):
        words = texts[source].split()
        for spot in rng.choice(len(words), round(edited * len(words)), replace=False):
            words[spot] = "" if rng.random() < 0.3 else str(rng.choice(vocabulary))
        texts[place] = " ".join(word for word in words if word)
    return texts


def third(rng: np.random.Generator, entries: int = 60, writers: int = 8) -> list[str]:
    """Texts of writers who each have some set phrases of their own and write the rest freely, from 900 invented words."""
    chance = 1 / np.arange(5, 905) ** 0.9
    chance = chance / chance.sum()
    phrases = [[rng.choice(900, int(rng.integers(3, 7)), p=chance) for _ in range(4)] for _ in range(writers)]
    made = []
    for _ in range(entries):
        own = phrases[int(rng.integers(writers))]
        text: list[int] = []
        for _ in range(int(rng.integers(3, 6))):
            text += rng.choice(900, int(rng.integers(4, 9)), p=chance).tolist()
            if rng.random() < 0.5:
                text += own[int(rng.integers(4))].tolist()
        made.append(" ".join(_invented(code) for code in text))
    return made
