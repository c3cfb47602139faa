"""Make the example `quiet-improver`: an invented authority below standard that gets better. Same bytes on every run.

    python evidence/make_quiet_improver.py [FOLDER]

It is the mirror of `good-on-paper`: every target is missed, and many small steps of the front line show and last.
"""

import random
import sys
from pathlib import Path
from typing import Any

from _logbook import Voices, durations, log, participation
from _making import AUDIT, BOARD, EXAMPLES, FLAT, MONTHS, QUARTERS, figures, ramp, register, save, steps
from quiet_improver_words import LESSONS, PLACES, PREDICTIONS, ROLES, TEAMS, TOPICS

SEED = 20110510
ENTRIES = 230

INDICATORS: list[dict[str, Any]] = [
    {"id": "re-referrals", "title": "Referrals within twelve months of an earlier one", "better": "down", "measure": "outcome",
     "base": -0.1, "path": ramp(10, 33, -1.1), "target": 0.2, "verified_by": AUDIT, "balancing_indicator": "open-over-a-year"},
    {"id": "same-worker", "title": "Visits by the worker of the visit before", "better": "up", "measure": "outcome",
     "base": -0.6, "path": steps([12], 0.95), "target": 0.8, "verified_by": AUDIT},
    {"id": "children-seen-alone", "title": "Children seen alone at visits", "better": "up", "measure": "experience",
     "base": -0.5, "path": steps([17], 1.0), "target": 0.9, "verified_by": BOARD},
    {"id": "goals-reached", "title": "Families who say that they reached a goal of their own", "better": "up",
     "measure": "outcome", "base": -0.9, "path": steps([22, 24], 0.5), "target": 0.75, "verified_by": BOARD},
    {"id": "time-with-families", "title": "Hours with families per worker and week", "better": "up", "measure": "structure",
     "unit": "hours", "base": 7.5, "path": ramp(6, 31, 4.2), "noise": 0.8, "target": 14, "verified_by": BOARD},
    {"id": "assessments-in-time", "title": "Assessments finished within 45 working days", "better": "up", "measure": "process",
     "base": 0.95, "path": FLAT, "sizes": [(95, 125)] * MONTHS, "deadline": 45, "deadline_unit": "working-days",
     "target": 0.9, "verified_by": AUDIT},
    {"id": "visits-in-time", "title": "Visits recorded within timescale", "better": "up", "measure": "process", "base": 0.9,
     "path": FLAT, "target": 0.9, "verified_by": AUDIT},
    {"id": "placement-moves", "title": "Children in care who moved in the month", "better": "down", "measure": "outcome",
     "base": -1.3, "path": FLAT, "target": 0.12, "verified_by": AUDIT},
    {"id": "training-completed", "title": "Staff who completed the mandatory training", "better": "up", "measure": "process",
     "base": 0.4, "path": FLAT, "target": 0.9, "verified_by": BOARD},
    {"id": "care-leavers-in-touch", "title": "Care leavers in touch", "better": "up", "measure": "outcome", "base": 0.9,
     "path": FLAT, "target": 0.85, "verified_by": AUDIT},
    {"id": "open-over-a-year", "title": "Plans open for over a year", "better": "down", "measure": "balancing", "base": -1.0,
     "path": FLAT, "target": 0.2, "verified_by": AUDIT},
    {"id": "caseload", "title": "Children per worker", "better": "down", "measure": "structure", "unit": "children",
     "base": 21.0, "path": FLAT, "noise": 1.0, "target": 16, "verified_by": BOARD},
]  # fmt: skip

# Where the story says that work on an indicator begins and ends (months).
WORKED_ON = {
    "re-referrals": (9, 24), "same-worker": (11, 18), "children-seen-alone": (16, 23), "goals-reached": (21, 30),
    "time-with-families": (5, 20), "assessments-in-time": (3, 35), "placement-moves": (20, 35),
}  # fmt: skip

VOICES = Voices(
    topics=TOPICS, places=PLACES, predictions=PREDICTIONS, lessons=LESSONS, teams=TEAMS, roles=ROLES,
    role_weights=[9, 6, 4, 2, 2], worked_on=WORKED_ON, busy=[6 + min(m, 8) for m in range(MONTHS)],
    decisions=[36, 32, 32],
)  # fmt: skip


def taken(rng: random.Random) -> int:
    """Working days of an assessment: a smooth hump and a long tail, with no regard for the deadline."""
    return min(140, round(rng.gammavariate(6.0, 6.6)))


README = """# Quiet improver: Dunnockshire, an invented authority

**Dunnockshire does not exist. Every figure, every log entry and every team here is invented.** It is the mirror of
`good-on-paper`: 36 months of 12 indicators, an improvement log of 230 entries, who took part, and how long assessments took.

The story that was put into it:

- Every measure with a target misses it, at the end as at the beginning. An inspection by standards would see little else.
- Assessments take as long as they take. Nothing gathers at the deadline, and those who check the figures do not record them.
- The log has entries in every month, written down within days, mostly by the front line and for one case, one worker or one
  team. About a third of what was decided was to give it up, and the log says why.
- Five measures got better after what was tried, three of them things that happen to children and families. Some of the work has
  ended long since, and what it gained is still there. The others did not move.

`inspector contrast evidence/examples/quiet-improver` puts the answers to both questions side by side.

`python evidence/make_quiet_improver.py` makes it again, byte for byte.
"""


def main(folder: Path = EXAMPLES / "quiet-improver") -> None:
    """Write the bundle."""
    rng = random.Random(SEED)
    entries = log(rng, VOICES, ENTRIES)
    tables = {
        "indicators": figures(rng, INDICATORS),
        "indicator-register": register(INDICATORS),
        "improvement-log": entries,
        "participation": participation(rng, entries, TEAMS, ROLES, lambda quarter: 0.2 + 0.35 * quarter / QUARTERS),
        "durations": durations(rng, "assessments-in-time", 330, taken),
    }
    save(folder, "quiet-improver", "Dunnockshire", "Dunnockshire County Council", tables, README)


if __name__ == "__main__":
    main(*(Path(word) for word in sys.argv[1:2]))
