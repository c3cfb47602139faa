"""Make the example `harrowmere`: an invented hospital trust that learns from incidents. Same bytes on every run.

    python evidence/make_harrowmere.py [FOLDER]

It is of another sector than the other examples and names another framework, `patient-safety-learning`.
"""

import random
import sys
from pathlib import Path
from typing import Any

from _dossier import case_reviews, leadership, partnership, recommendations, self_evaluation, voice
from _logbook import Voices, log, participation, varied
from _making import AUDIT, EXAMPLES, FLAT, MONTHS, QUARTERS, figures, register, save, taken_apart
from harrowmere_learning_words import RECS, REVIEWS
from harrowmere_people_words import LEADERS, PROMISES, SAID, STATEMENTS
from harrowmere_words import ASIDES, LESSONS, PLACES, PREDICTIONS, ROLES, TEAMS, TOPICS

SEED = 20220816
ENTRIES = 120
FEW = [(150, 260)] * MONTHS

INDICATORS: list[dict[str, Any]] = [
    {
        "id": "falls-with-harm",
        "title": "Falls with harm per hundred patients",
        "better": "down",
        "measure": "outcome",
        "unit": "falls",
        "base": 4.2,
        "path": FLAT,
        "noise": 0.7,
        "verified_by": AUDIT,
        "balancing_indicator": "patients-up-and-about",
    },
    {
        "id": "wrong-time-insulin",
        "same_as": "medicines-given-late",
        "title": "Insulin given more than half an hour from the meal",
        "better": "down",
        "measure": "outcome",
        "base": -1.2,
        "path": FLAT,
        "sizes": FEW,
        "verified_by": "pharmacy",
    },
    {
        "id": "results-seen-in-time",
        "title": "Results seen by a doctor on the day",
        "better": "up",
        "measure": "process",
        "base": 0.6,
        "path": FLAT,
        "sizes": FEW,
        "verified_by": AUDIT,
    },
    {
        "id": "handover-complete",
        "title": "Handovers with the three things that matter",
        "better": "up",
        "measure": "process",
        "base": 0.2,
        "path": FLAT,
        "verified_by": AUDIT,
    },
    {
        "id": "calls-answered",
        "same_as": "call-bells-answered",
        "title": "Patients who say that somebody came when they rang",
        "better": "up",
        "measure": "experience",
        "base": 0.4,
        "path": FLAT,
        "verified_by": "patients' council",
    },
    {
        "id": "patients-up-and-about",
        "title": "Patients out of bed by noon",
        "better": "up",
        "measure": "balancing",
        "base": 0.1,
        "path": FLAT,
        "verified_by": AUDIT,
    },
    {
        "id": "pressure-ulcers",
        "title": "New pressure ulcers per hundred patients",
        "better": "down",
        "measure": "outcome",
        "unit": "ulcers",
        "base": 2.6,
        "path": FLAT,
        "noise": 0.5,
        "verified_by": AUDIT,
    },
    {
        "id": "feels-safe-to-speak",
        "title": "Staff who say that they can speak up",
        "better": "up",
        "measure": "experience",
        "base": 0.3,
        "path": FLAT,
        "verified_by": "staff council",
    },
]

WORKED_ON = {
    "falls-with-harm": (6, 30),
    "wrong-time-insulin": (7, 33),
    "results-seen-in-time": (12, 35),
    "handover-complete": (15, 35),
    "calls-answered": (5, 28),
}

VOICES = Voices(
    topics=TOPICS,
    places=PLACES,
    predictions=PREDICTIONS,
    lessons=LESSONS,
    teams=TEAMS,
    roles=ROLES,
    role_weights=[9, 6, 4, 3, 3, 2],
    worked_on=WORKED_ON,
    busy=[2 + min(m, 10) for m in range(MONTHS)],
    decisions=[36, 34, 30],
)

README = f"""# Harrowmere, an invented hospital trust

**Harrowmere does not exist. Every figure, every log entry, every word that somebody says and every ward here is invented.**
It shows another sector and another framework, `patient-safety-learning`: 36 months of {len(INDICATORS)} indicators, an
improvement log of {ENTRIES} entries, {len(REVIEWS)} learning responses, {len(RECS)} recommendations, {len(PROMISES)} promises
between the trust and its partners, {len(SAID)} things that patients' families and carers said, the time of {len(LEADERS)}
leaders and a self-evaluation.

The story that was put into it:

- The first learning response looked for somebody to blame, and reminders followed. The later ones ask how the work made
  sense, with the people who did it and the families concerned, of good events too.
- What follows changes the work more and more often. Reminders and training are still among it.
- Wards try small things every month, say beforehand what they expect, and give up what does not work.
- No measure has moved surely yet. The trust says so itself.

`inspector assess evidence/examples/harrowmere` gives the verdict by the framework that the bundle names.

`python evidence/make_harrowmere.py` makes it again, byte for byte.
"""


def main(folder: Path = EXAMPLES / "harrowmere") -> None:
    """Write the bundle."""
    rng = random.Random(SEED)
    entries = log(rng, VOICES, ENTRIES)
    varied(random.Random(SEED + 1), entries, ASIDES)
    tables = {
        "indicators": figures(rng, INDICATORS),
        "indicator-register": register(INDICATORS),
        "improvement-log": entries,
        "participation": participation(rng, entries, TEAMS, ROLES, lambda quarter: 0.1 + 0.2 * quarter / QUARTERS),
        **taken_apart("leadership", leadership(rng, LEADERS)),
        "partnership": partnership(rng, PROMISES),
        "voice": voice(SAID, entries),
    }
    nested = {
        "case-reviews": case_reviews(rng, REVIEWS),
        "recommendations": recommendations(rng, RECS),
        "self-evaluation": self_evaluation(rng, STATEMENTS),
    }
    trust = "Harrowmere Hospitals NHS Foundation Trust"
    save(folder, "harrowmere", "Harrowmere", trust, tables, README, nested, framework="patient-safety-learning")


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:2]))
