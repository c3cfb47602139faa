"""Make the example `brackenshire`: an invented authority that is learning. Same bytes on every run.

    python evidence/make_brackenshire.py [FOLDER]

The log is drawn month by month, the figures around the path that the story gives each indicator.
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
    spell,
    steps,
    taken_apart,
    verifications,
)  # fmt: skip
from brackenshire_people_words import LEADERS, PROMISES, SAID, STATEMENTS
from brackenshire_recommendations_words import RECOMMENDATIONS
from brackenshire_reviews_words import REVIEWS
from brackenshire_words import ASIDES, LESSONS, PLACES, PREDICTIONS, ROLES, TEAMS, TOPICS

SEED, MORE_SEED = 20260427, 20260504
ENTRIES = 500

INDICATORS: list[dict[str, Any]] = [
    {"id": "children-seen-alone", "title": "Children seen alone at visits", "better": "up", "measure": "experience",
     "base": 0.2, "path": ramp(9, 27, 1.35), "verified_by": AUDIT},
    {"id": "visits-by-same-worker", "title": "Visits by the worker of the visit before", "better": "up", "measure": "process",
     "base": 0.5, "path": steps([10, 15, 21, 26], 0.32), "verified_by": AUDIT, "same_as": "same-worker-throughout"},
    {"id": "reports-read-to-family", "title": "Conference reports gone through with the family beforehand", "better": "up",
     "measure": "process", "base": -0.3, "path": steps([11], 1.3), "verified_by": BOARD},
    {"id": "supervision-held", "title": "Supervision held in the month", "better": "up", "measure": "process",
     "base": 0.9, "path": spell(7, 15, 26, 1.4), "verified_by": AUDIT},
    {"id": "assessments-in-time", "title": "Assessments finished within 45 working days", "better": "up", "measure": "process",
     "base": 1.4, "path": FLAT, "deadline": 45, "deadline_unit": "working-days", "target": 85,
     "stakes": "read out at cabinet each quarter", "editable_by": "team managers",
     "same_as": "assessments-within-45-working-days"},
    {"id": "re-referrals", "title": "Referrals within twelve months of an earlier one", "better": "down", "measure": "outcome",
     "base": -1.0, "path": ramp(12, 32, -0.95), "verified_by": AUDIT, "balancing_indicator": "open-over-a-year",
     "same_as": "re-referrals-within-12-months"},
    {"id": "placement-moves", "title": "Children in care who moved in the month", "better": "down", "measure": "outcome",
     "base": -1.6, "path": FLAT, "verified_by": AUDIT},
    {"id": "time-with-families", "title": "Hours with families per worker and week", "better": "up", "measure": "process",
     "unit": "hours", "base": 11.0, "path": ramp(6, 30, 4.2), "noise": 0.9, "verified_by": BOARD},
    {"id": "care-leavers-in-touch", "title": "Care leavers in touch", "better": "up", "measure": "process",
     "base": 1.3, "path": FLAT, "verified_by": AUDIT},
    {"id": "staff-can-speak-up", "title": "Staff who say they can raise a worry", "better": "up", "measure": "experience",
     "base": 0.1, "path": FLAT, "verified_by": BOARD, "same_as": "staff-who-feel-safe-to-speak"},
    {"id": "core-groups-attended", "title": "Core groups that every agency attended", "better": "up", "measure": "process",
     "base": 0.6, "path": ramp(20, 33, -1.2), "verified_by": BOARD},
    {"id": "caseload", "title": "Children per worker", "better": "down", "measure": "structure", "unit": "children",
     "base": 19.0, "path": FLAT, "noise": 1.0, "same_as": "caseload-per-worker"},
    {"id": "open-over-a-year", "title": "Plans open for over a year", "better": "down", "measure": "balancing",
     "base": -1.2, "path": FLAT, "verified_by": AUDIT},
    {"id": "sickness", "title": "Days lost to sickness per worker", "better": "down", "measure": "balancing", "unit": "days",
     "base": 1.1, "path": FLAT, "noise": 0.18, "same_as": "sickness-absence"},
]  # fmt: skip

# What people work in, and what else happens to children; drawn apart, so that the figures above stay as they are.
MORE: list[dict[str, Any]] = [
    {"id": "changes-of-worker", "title": "Changes of social worker per child in care over twelve months", "better": "down",
     "measure": "process", "unit": "changes", "base": 2.6, "path": ramp(11, 32, -0.9), "noise": 0.16,
     "verified_by": AUDIT},
    {"id": "time-at-screen", "title": "Share of workers' hours spent at the screen", "better": "down", "measure": "process",
     "base": 0.45, "path": ramp(9, 31, -0.42), "sizes": [(520, 640)] * MONTHS, "verified_by": BOARD},
    {"id": "agency-workers", "title": "Posts filled by agency workers", "better": "down", "measure": "structure", "base": -1.9,
     "path": ramp(17, 33, 0.95), "sizes": [(118, 126)] * MONTHS, "balancing_indicator": "visits-by-same-worker"},
    {"id": "vacancies", "title": "Posts that nobody holds", "better": "down", "measure": "structure", "base": -1.8, "path": FLAT,
     "sizes": [(118, 126)] * MONTHS},
    {"id": "new-starter-cases", "title": "Children per worker in the first year", "better": "down", "measure": "structure",
     "unit": "children", "base": 16.0, "path": steps([18], -3.4), "noise": 0.9, "verified_by": AUDIT,
     "balancing_indicator": "caseload"},
    {"id": "pages-per-assessment", "title": "Pages of an assessment", "better": "down", "measure": "structure", "unit": "pages",
     "base": 21.0, "path": steps([14], -6.1), "noise": 1.1, "verified_by": AUDIT},
    {"id": "strategy-talks-joint", "title": "Strategy discussions with police and health present", "better": "up",
     "measure": "process", "base": -0.1, "path": ramp(17, 24, 1.35), "verified_by": "health trust"},
    {"id": "seen-same-day", "title": "Children at immediate risk seen the same day", "better": "up", "measure": "outcome",
     "base": 1.5, "path": FLAT, "sizes": [(30, 60)] * MONTHS, "verified_by": AUDIT},
    {"id": "siblings-together", "title": "Brothers and sisters in care who live together", "better": "up", "measure": "outcome",
     "base": 0.2, "path": steps([22], 0.9), "verified_by": AUDIT},
    {"id": "school-missed", "title": "School sessions missed by children on a plan", "better": "down", "measure": "outcome",
     "base": -1.7, "path": FLAT, "sizes": [(300, 420)] * MONTHS, "verified_by": "schools forum"},
    {"id": "missing-from-home", "title": "Children in care who were missing in the month", "better": "down",
     "measure": "outcome", "base": -2.2, "path": FLAT, "verified_by": "police"},
    {"id": "goals-reached", "title": "Families who say that they reached a goal of their own", "better": "up",
     "measure": "experience", "base": -0.3, "path": FLAT, "verified_by": BOARD},
    {"id": "repeat-plans", "title": "Plans for children who had one before", "better": "down", "measure": "outcome",
     "base": -1.4, "path": FLAT, "sizes": [(30, 60)] * MONTHS, "verified_by": AUDIT},
    {"id": "health-checks", "title": "Health checks of children in care done when due", "better": "up", "measure": "process",
     "base": 1.2, "path": FLAT, "verified_by": "health trust"},
    {"id": "kinship-care", "title": "Children in care who live with kin", "better": "up", "measure": "outcome", "base": -1.5,
     "path": FLAT, "sizes": [(300, 340)] * MONTHS, "verified_by": AUDIT},
    {"id": "carers-giving-notice", "title": "Foster carers who gave notice in the month", "better": "down",
     "measure": "balancing", "base": -2.9, "path": FLAT, "sizes": [(140, 160)] * MONTHS, "verified_by": AUDIT},
]  # fmt: skip

# Aims that were written down without a measure, and from when to when they were held against one.
AIMS = {
    "see fewer forms": [("pages-per-assessment", 12, 21)],
    "work better with the police": [("strategy-talks-joint", 13, 21)],
    "help new colleagues to find their feet": [("changes-of-worker", 8, 15), ("new-starter-cases", 16, 24)],
    "make the morning calmer": [("sickness", 6, 30)],
}

# The tests after which the story says that something got better: what was decided of them, and why.
TOLD = {
    "t114": ("adopt", "at the swings she said more than in a year of visits; we let every child choose now"),
    "t120": ("adapt", "she put two things right before the others heard them; we do it a day earlier now"),
    "t166": ("adopt", "they asked the right person at once and nobody was passed on; the map hangs by the kettle"),
    "t181": ("adopt", "nobody could say who reads it the second time, so we left it out; not one page was missed"),
    "t235": ("adopt", "with three cases she knew every child by the second week; the old hand learned as much"),
    "t277": ("adapt", "with the one phrase all three were on the call before nine; health wants it shorter"),
}

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


README = f"""# Brackenshire: an invented authority

**Brackenshire does not exist. Every figure, every log entry, every word that somebody says and every team here is invented.**
It is the fullest example, a bundle with every kind of evidence that Inspector reads but case lists and declared events, of
which it had none: 36 months of {len(INDICATORS + MORE)} indicators, an improvement log of {ENTRIES} entries, who took part, \
how long assessments took,
{len(RECOMMENDATIONS)} recommendations, {len(REVIEWS)} case reviews, the time of {len(LEADERS)} leaders, {len(PROMISES)} \
commitments between agencies, {len(SAID)} things that people
said, and a self-evaluation of {len(STATEMENTS)} statements.

The story that was put into it: people in all teams began early to try small things and never stopped. Some measures got better
after that, most of them bit by bit and some at one stroke, and stayed better; one got better and went back again; two got worse,
one of them while nobody was looking; most did not move.

- **Reviews** began by looking for who was to blame. Since the second one they look at the system, also where it went well, ask
  for each of nine conditions that were reported where children died, and track what they find.
- **Recommendations** of the front line go as far as those of the Munro Review. Some lasted, some are stuck and say why, one was
  rejected with a reason, and some were dropped.
- **Working conditions** are mixed: more hours with families, fewer pages, fewer changes of worker; caseloads and sickness where
  they were; more agency workers.
- **Leaders** give more of their time to improving the system than they did, one of them hardly any more. They answered the eight
  questions of leadership early, looked at the answers again and acted on most.
- **Partners** say for themselves what was kept, mostly of promises that both sides answer for together. Health did not keep one
  of its own and says so; three that are called met are disputed.
- **Children, families, carers and staff** were mostly told what came of what they said; the log has it.
- **The self-evaluation** brings bad news itself: what went back, what got worse, and what did not move whatever was tried.

Recommendations, reviews and self-evaluation come as JSON with their parts nested; the leaders' answers as a CSV of their own.
What Inspector makes of it is in the README of the project.

A regional audit office, another body, looked again at the measures and recommendations for which somebody is named: its records
lie in a folder of its own, under the manifest that it sealed (`sealed_in`).

`python evidence/make_brackenshire.py` makes it again, byte for byte.
"""


def main(folder: Path = EXAMPLES / "brackenshire") -> None:
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
        "participation": participation(rng, entries, TEAMS, ROLES, lambda quarter: 0.16 + 0.3 * quarter / QUARTERS),
        "durations": durations(rng, "assessments-in-time", 330, taken),
        **taken_apart("leadership", leadership(more, LEADERS)),
        "partnership": partnership(more, PROMISES),
        "voice": voice(SAID, entries),
    }
    nested = {
        "recommendations": recommendations(more, RECOMMENDATIONS),
        "case-reviews": case_reviews(more, REVIEWS),
        "self-evaluation": self_evaluation(more, STATEMENTS),
    }
    looked = verifications(INDICATORS + MORE, nested["recommendations"], SEED)
    save(folder, "brackenshire", "Brackenshire", "Brackenshire County Council", tables, README, nested, looked=looked)


if __name__ == "__main__":
    main(*(Path(word) for word in sys.argv[1:2]))
