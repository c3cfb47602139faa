"""Make the example `brackenshire`: an invented authority that is learning. Same bytes on every run.

    python evidence/make_brackenshire.py [FOLDER]

The log is drawn month by month, the figures around the path that the story gives each indicator.
"""

import random
import sys
from pathlib import Path
from typing import Any

from _logbook import Voices, durations, log, participation
from _making import AUDIT, BOARD, EXAMPLES, FLAT, MONTHS, QUARTERS, figures, ramp, register, save, spell, steps
from brackenshire_words import LESSONS, PLACES, PREDICTIONS, ROLES, TEAMS, TOPICS

SEED = 20260427
ENTRIES = 500

INDICATORS: list[dict[str, Any]] = [
    {"id": "children-seen-alone", "title": "Children seen alone at visits", "better": "up", "measure": "experience",
     "base": 0.2, "path": ramp(9, 27, 1.35), "verified_by": AUDIT},
    {"id": "visits-by-same-worker", "title": "Visits by the worker of the visit before", "better": "up", "measure": "outcome",
     "base": 0.5, "path": steps([10, 15, 21, 26], 0.32), "verified_by": AUDIT},
    {"id": "reports-read-to-family", "title": "Conference reports gone through with the family beforehand", "better": "up",
     "measure": "process", "base": -0.3, "path": steps([11], 1.3), "verified_by": BOARD},
    {"id": "supervision-held", "title": "Supervision held in the month", "better": "up", "measure": "process",
     "base": 0.9, "path": spell(7, 15, 26, 1.4), "verified_by": AUDIT},
    {"id": "assessments-in-time", "title": "Assessments finished within 45 working days", "better": "up", "measure": "process",
     "base": 1.4, "path": FLAT, "deadline": 45, "deadline_unit": "working-days", "target": 85,
     "stakes": "read out at cabinet each quarter", "editable_by": "team managers"},
    {"id": "re-referrals", "title": "Referrals within twelve months of an earlier one", "better": "down", "measure": "outcome",
     "base": -1.0, "path": ramp(12, 32, -0.95), "verified_by": AUDIT, "balancing_indicator": "open-over-a-year"},
    {"id": "placement-moves", "title": "Children in care who moved in the month", "better": "down", "measure": "outcome",
     "base": -1.6, "path": FLAT, "verified_by": AUDIT},
    {"id": "time-with-families", "title": "Hours with families per worker and week", "better": "up", "measure": "structure",
     "unit": "hours", "base": 11.0, "path": ramp(6, 30, 4.2), "noise": 0.9, "verified_by": BOARD},
    {"id": "care-leavers-in-touch", "title": "Care leavers in touch", "better": "up", "measure": "outcome",
     "base": 1.3, "path": FLAT, "verified_by": AUDIT},
    {"id": "staff-can-speak-up", "title": "Staff who say they can raise a worry", "better": "up", "measure": "experience",
     "base": 0.1, "path": FLAT, "verified_by": BOARD},
    {"id": "core-groups-attended", "title": "Core groups that every agency attended", "better": "up", "measure": "process",
     "base": 0.6, "path": ramp(20, 33, -1.2), "verified_by": BOARD},
    {"id": "caseload", "title": "Children per worker", "better": "down", "measure": "structure", "unit": "children",
     "base": 19.0, "path": FLAT, "noise": 1.0},
    {"id": "open-over-a-year", "title": "Plans open for over a year", "better": "down", "measure": "balancing",
     "base": -1.2, "path": FLAT, "verified_by": AUDIT},
    {"id": "sickness", "title": "Days lost to sickness per worker", "better": "down", "measure": "balancing", "unit": "days",
     "base": 1.1, "path": FLAT, "noise": 0.18},
]  # fmt: skip

# Where the story says that work on an indicator begins and ends (months); the rest is drawn from the whole period.
WORKED_ON = {
    "children-seen-alone": (8, 30), "visits-by-same-worker": (9, 28), "reports-read-to-family": (10, 18),
    "supervision-held": (6, 11), "re-referrals": (11, 33), "time-with-families": (5, 35), "assessments-in-time": (4, 35),
    "placement-moves": (3, 35), "care-leavers-in-touch": (12, 35), "staff-can-speak-up": (2, 35),
    "core-groups-attended": (26, 35),
}  # fmt: skip

VOICES = Voices(
    topics=TOPICS, places=PLACES, predictions=PREDICTIONS, lessons=LESSONS, teams=TEAMS, roles=ROLES,
    role_weights=[9, 4, 2, 5, 2, 3, 3], worked_on=WORKED_ON, busy=[8 + min(m, 10) for m in range(MONTHS)],
    decisions=[45, 35, 20],
)  # fmt: skip


def taken(rng: random.Random) -> int:
    """Working days of an assessment: a smooth hump well before the deadline and a long tail, as honest work leaves it."""
    return min(140, round(rng.gammavariate(6.5, 5.2)))


README = """# Brackenshire: an invented authority

**Brackenshire does not exist. Every figure, every log entry and every team here is invented.** It is an example of a bundle
with every kind of evidence that Inspector reads: 36 months of 14 indicators, an improvement log of 500 entries, who took part,
and how long assessments took.

The story that was put into it: people in all teams began early to try small things and never stopped. Some measures got better
after that, some of them bit by bit; one jumped and stayed; one got better and went back again; one got worse while nobody was
looking; most did not move. What Inspector makes of it is in the README of the project.

`python evidence/make_brackenshire.py` makes it again, byte for byte.
"""


def main(folder: Path = EXAMPLES / "brackenshire") -> None:
    """Write the bundle."""
    rng = random.Random(SEED)
    entries = log(rng, VOICES, ENTRIES)
    tables = {
        "indicators": figures(rng, INDICATORS),
        "indicator-register": register(INDICATORS),
        "improvement-log": entries,
        "participation": participation(rng, entries, TEAMS, ROLES, lambda quarter: 0.16 + 0.3 * quarter / QUARTERS),
        "durations": durations(rng, "assessments-in-time", 330, taken),
    }
    save(folder, "brackenshire", "Brackenshire", "Brackenshire County Council", tables, README)


if __name__ == "__main__":
    main(*(Path(word) for word in sys.argv[1:2]))
