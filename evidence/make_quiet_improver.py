"""Make the example `quiet-improver`: an invented authority below standard that gets better. Same bytes on every run.

    python evidence/make_quiet_improver.py [FOLDER]

It is the mirror of `good-on-paper`: every target is missed, and many small steps of the front line show and last.
"""

import random
import sys
from pathlib import Path
from typing import Any

from _dossier import aimed, case_reviews, leadership, partnership, recommendations, self_evaluation, voice
from _logbook import Voices, durations, log, participation, told, varied
from _making import (
    AUDIT,
    BOARD,
    EXAMPLES,
    FLAT,
    MONTHS,
    QUARTERS,
    figures,
    ramp,
    register,
    save,
    steps,
    taken_apart,
    verifications,
)
from quiet_improver_learning_words import RECOMMENDATIONS, REVIEWS
from quiet_improver_people_words import LEADERS, PROMISES, SAID, STATEMENTS
from quiet_improver_words import ASIDES, LESSONS, PLACES, PREDICTIONS, ROLES, TEAMS, TOPICS

SEED, MORE_SEED = 20110510, 20110511
ENTRIES = 230

INDICATORS: list[dict[str, Any]] = [
    {"id": "re-referrals", "title": "Referrals within twelve months of an earlier one", "better": "down", "measure": "outcome",
     "base": -0.1, "path": ramp(10, 33, -1.1), "target": 0.2, "verified_by": AUDIT, "balancing_indicator": "open-over-a-year",
     "same_as": "re-referrals-within-12-months"},
    {"id": "same-worker", "title": "Visits by the worker of the visit before", "better": "up", "measure": "process",
     "base": -0.6, "path": steps([12], 0.95), "target": 0.8, "verified_by": AUDIT, "same_as": "same-worker-throughout"},
    {"id": "children-seen-alone", "title": "Children seen alone at visits", "better": "up", "measure": "experience",
     "base": -0.5, "path": steps([17], 1.0), "target": 0.9, "verified_by": BOARD},
    {"id": "goals-reached", "title": "Families who say that they reached a goal of their own", "better": "up",
     "measure": "outcome", "base": -0.9, "path": steps([22, 24], 0.5), "target": 0.75, "verified_by": BOARD},
    {"id": "time-with-families", "title": "Hours with families per worker and week", "better": "up", "measure": "process",
     "unit": "hours", "base": 7.5, "path": ramp(6, 31, 4.2), "noise": 0.8, "target": 14, "verified_by": BOARD},
    {"id": "assessments-in-time", "title": "Assessments finished within 45 working days", "better": "up", "measure": "process",
     "base": 0.95, "path": FLAT, "sizes": [(95, 125)] * MONTHS, "deadline": 45, "deadline_unit": "working-days",
     "target": 0.9, "verified_by": AUDIT, "same_as": "assessments-within-45-working-days"},
    {"id": "visits-in-time", "title": "Visits recorded within timescale", "better": "up", "measure": "process", "base": 0.9,
     "path": FLAT, "target": 0.9, "verified_by": AUDIT},
    {"id": "placement-moves", "title": "Children in care who moved in the month", "better": "down", "measure": "outcome",
     "base": -1.3, "path": FLAT, "target": 0.12, "verified_by": AUDIT},
    {"id": "training-completed", "title": "Staff who completed the mandatory training", "better": "up", "measure": "process",
     "base": 0.4, "path": ramp(15, 29, -1.0), "target": 0.9, "verified_by": BOARD},
    {"id": "care-leavers-in-touch", "title": "Care leavers in touch", "better": "up", "measure": "process", "base": 0.9,
     "path": FLAT, "target": 0.85, "verified_by": AUDIT},
    {"id": "open-over-a-year", "title": "Plans open for over a year", "better": "down", "measure": "balancing", "base": -1.0,
     "path": FLAT, "target": 0.2, "verified_by": AUDIT},
    {"id": "caseload", "title": "Children per worker", "better": "down", "measure": "structure", "unit": "children",
     "base": 21.5, "path": ramp(13, 32, -3.2), "noise": 0.8, "target": 16, "verified_by": BOARD,
     "same_as": "caseload-per-worker"},
]  # fmt: skip

# What people work in, without targets; drawn apart, so that the figures above stay as they are.
MORE: list[dict[str, Any]] = [
    {"id": "changes-of-worker", "title": "Changes of social worker per child in care over twelve months", "better": "down",
     "measure": "process", "unit": "changes", "base": 3.4, "path": ramp(11, 27, -1.1), "noise": 0.2, "verified_by": AUDIT},
    {"id": "time-at-screen", "title": "Share of workers' hours spent at the screen", "better": "down", "measure": "process",
     "base": 0.8, "path": ramp(12, 31, -0.5), "sizes": [(420, 500)] * MONTHS, "verified_by": BOARD},
    {"id": "sickness", "title": "Days lost to sickness per worker", "better": "down", "measure": "balancing", "unit": "days",
     "base": 1.7, "path": ramp(12, 32, -0.6), "noise": 0.15, "verified_by": AUDIT, "same_as": "sickness-absence"},
    {"id": "someone-to-talk-to", "title": "Staff who had somebody to share a worry with on the day", "better": "up",
     "measure": "experience", "base": -0.6, "path": steps([17], 1.1), "verified_by": BOARD},
    {"id": "supervision-held", "title": "Supervision held in the month", "better": "up", "measure": "process", "base": 0.5,
     "path": FLAT, "verified_by": AUDIT},
    {"id": "seen-same-day", "title": "Children at immediate risk seen the same day", "better": "up", "measure": "outcome",
     "base": 0.9, "path": FLAT, "sizes": [(20, 45)] * MONTHS, "verified_by": AUDIT},
    {"id": "core-groups-attended", "title": "Core groups that every agency attended", "better": "up", "measure": "process",
     "base": -0.5, "path": steps([18], 0.9), "verified_by": BOARD},
]  # fmt: skip

# Aims that were written down without a measure, and from when to when they were held against one.
AIMS = {
    "have fewer forms": [("time-at-screen", 10, 22)],
    "make it easier to say I do not know": [("someone-to-talk-to", 14, 22)],
    "begin the day together": [("sickness", 8, 24)],
}

# The tests after which the story says that something got better: what was decided of them, and why.
TOLD = {
    "t026": ("adopt", "an hour came back on the first Thursday; the clerk likes it and keeps it"),
    "t074": ("adopt", "fewer worries went home with us; the whiteboard stays where it is"),
    "t075": ("adopt", "when she was ill the boy knew who would come; we keep the afternoon free"),
    "t087": ("adapt", "the neighbour rang us before it got bad; we ask the family whom to name"),
    "t094": ("adopt", "he goes home lighter and we know what is coming; he speaks first every day now"),
    "t108": ("adapt", "only the court reads it, so we make it for the court alone"),
    "t110": ("adopt", "he talked all the way up; we ask each child where to meet"),
    "t112": ("adopt", "the new one sat down on the second day; the chairs stay"),
}

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


README = f"""# Quiet improver: Dunnockshire, an invented authority

**Dunnockshire does not exist. Every figure, every log entry, every word that somebody says and every team here is invented.**
It is the mirror of `good-on-paper`: 36 months of {len(INDICATORS + MORE)} indicators, an improvement log of {ENTRIES} \
entries, who took part, how
long assessments took, {len(RECOMMENDATIONS)} recommendations, {len(REVIEWS)} case reviews, the time of {len(LEADERS)} leaders, \
{len(PROMISES)} commitments between
agencies, {len(SAID)} things that people said, and a self-evaluation of {len(STATEMENTS)} statements.

The story that was put into it:

- Every measure with a target misses it, at the end as at the beginning. An inspection by standards would see little else.
- Assessments take as long as they take. Nothing gathers at the deadline, and those who check the figures do not record them.
- The log has entries in every month, written down within days, mostly by the front line and for one case, one worker or one
  team. About a third of what was decided was to give it up, and the log says why.
- Five measures got better after what was tried, three of them things that happen to children and families. Some of the work has
  ended long since, and what it gained is still there.
- The water in the fishtank is cleaner: fewer children per worker, less time at the screen, fewer changes of worker, fewer days
  of sickness, and more staff who had somebody to share a worry with. Supervision and much else did not move.
- One measure got worse, and the authority says so itself: it stopped chasing attendance at training, and attendance fell.
- Reviews ask why what was done made sense at the time, of good events as of bad ones; nearly all that follows changes the work.
- Two recommendations of inspectors did not get far, and the authority says why. Those of the front line went furthest.
- Partners say for themselves that most promises were kept, and the surgery says why it could not keep its own.
- The self-evaluation says nearly as often that something got worse or did not move as that it got better.

Reviews come as JSON with their factors and actions nested, the rest as CSV with a file for each part.

`inspector contrast evidence/examples/quiet-improver` puts the answers to both questions side by side.

A regional audit office, another body, looked again at the measures and recommendations for which somebody is named: its records
lie in a folder of its own, under the manifest that it sealed (`sealed_in`).

`python evidence/make_quiet_improver.py` makes it again, byte for byte.
"""


def main(folder: Path = EXAMPLES / "quiet-improver") -> None:
    """Write the bundle."""
    rng = random.Random(SEED)
    entries = log(rng, VOICES, ENTRIES)
    aimed(entries, AIMS)
    more = random.Random(MORE_SEED)
    varied(random.Random(MORE_SEED + 1), entries, ASIDES)
    told(entries, TOLD)
    tables = {
        "indicators": figures(rng, INDICATORS) + figures(more, MORE),
        "indicator-register": register(INDICATORS + MORE),
        "improvement-log": entries,
        "participation": participation(rng, entries, TEAMS, ROLES, lambda quarter: 0.2 + 0.35 * quarter / QUARTERS),
        "durations": durations(rng, "assessments-in-time", 330, taken),
        **taken_apart("recommendations", recommended := recommendations(more, RECOMMENDATIONS)),
        **taken_apart("leadership", leadership(more, LEADERS)),
        "partnership": partnership(more, PROMISES),
        "voice": voice(SAID, entries),
        **taken_apart("self-evaluation", self_evaluation(more, STATEMENTS)),
    }
    nested = {"case-reviews": case_reviews(more, REVIEWS)}
    looked = verifications(INDICATORS + MORE, recommended, SEED)
    save(folder, "quiet-improver", "Dunnockshire", "Dunnockshire County Council", tables, README, nested, looked=looked)


if __name__ == "__main__":
    main(*(Path(word) for word in sys.argv[1:2]))
