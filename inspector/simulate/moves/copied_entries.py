"""Entries of the log are copied with other dates and a few words changed.

Dose: how many copies are made for each entry there is, or of one entry where there is none. `copied-entries` should ask.
"""

from dataclasses import replace
from datetime import timedelta
from random import Random

from inspector.simulate import logs, words
from inspector.simulate.authority import Authority

SEEN_BY = ("copied-entries",)


def apply(authority: Authority, dose: float, draw: Random) -> Authority:
    """The authority with a longer log that says the same again."""
    first = authority.log or tuple(logs.stream_of_tests(f"{authority.seed}/copy", authority.start, 2, 1.0, {}))
    made = []
    count = round(dose * max(24, len(authority.log)))
    for k in range(count):
        row = first[k % len(first)]
        shift = timedelta(days=draw.randint(20, 30 * max(2, authority.months - 3)))
        moved = {key: value + shift if key.endswith("_on") else value for key, value in row.items()}
        if moved["raised_on"] >= authority.notified_on:
            continue
        text = row["aim"].split(" ")
        for _ in range(2):
            text[draw.randrange(len(text))] = draw.choice(words.aim(draw).split(" "))
        moved |= {"aim": " ".join(text), "recorded_at": row["recorded_at"] + shift, "team": draw.choice(words.TEAMS)}
        made.append(moved)
    return replace(authority, log=logs.numbered([*authority.log, *made]))
