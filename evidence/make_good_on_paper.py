"""Make the example `good-on-paper`: an invented authority whose figures tick every box. Same bytes on every run.

    python evidence/make_good_on_paper.py [FOLDER]

It follows the story of Haringey in 2006 and 2007 as the sources of the Munro framework tell it; no figure is from there.
"""

import random
import sys
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

from _dossier import case_reviews, leadership, partnership, recommendations, self_evaluation, voice
from _logbook import durations, participation
from _making import (
    AUDIT,
    EXAMPLES,
    FLAT,
    MONTHS,
    NOTIFIED,
    figures,
    month,
    month_end,
    ramp,
    register,
    save,
    spell,
    taken_apart,
)  # fmt: skip
from good_on_paper_learning_words import RECOMMENDATIONS, REVIEWS
from good_on_paper_people_words import LEADERS, PROMISES, SAID, STATEMENTS
from good_on_paper_words import LEARNED, PROJECTS, ROLES, TAILS, TEAMS

SEED, MORE_SEED = 20071126, 20071127
ENTRIES = 72
MOVED = 0.85
"""Share of the cases that were late by three weeks or less whose end was put just inside the deadline."""
BIG = [(150, 260)] * MONTHS
CABINET = "in the scorecard that cabinet and the inspectorate see"
# Those who were not in suitable accommodation stopped being counted as care leavers in touch with the service.
FEWER = [(116, 128) if m < 19 else (84, 94) for m in range(MONTHS)]
FEWER_ANSWERS = [(round(150 - 2.6 * m), round(160 - 2.6 * m)) for m in range(MONTHS)]

INDICATORS: list[dict[str, Any]] = [
    {"id": "assessments-in-time", "title": "Assessments finished within 45 working days", "better": "up", "measure": "process",
     "base": 3.3, "path": FLAT, "sizes": BIG, "deadline": 45, "deadline_unit": "working-days", "target": 0.92,
     "stakes": CABINET, "editable_by": "team managers", "same_as": "assessments-within-45-working-days"},
    {"id": "conferences-in-time", "title": "Child protection conferences held within 15 working days", "better": "up",
     "measure": "process", "base": 3.3, "path": FLAT, "deadline": 15, "deadline_unit": "working-days", "target": 0.9,
     "stakes": CABINET, "editable_by": "team managers", "same_as": "initial-conferences-within-15-working-days"},
    {"id": "visits-in-time", "title": "Visits recorded within timescale", "better": "up", "measure": "process", "base": 2.9,
     "path": FLAT, "sizes": BIG, "target": 0.9, "stakes": CABINET, "editable_by": "social workers"},
    {"id": "reviews-in-time", "title": "Reviews of children in care held when due", "better": "up", "measure": "process",
     "base": 3.4, "path": FLAT, "target": 0.95, "stakes": CABINET},
    {"id": "supervision-recorded", "title": "Supervision recorded in the month", "better": "up", "measure": "process",
     "base": 1.7, "path": spell(14, 22, 33, 1.5), "target": 0.75, "editable_by": "team managers"},
    {"id": "audits-completed", "title": "Case audits completed by managers", "better": "up", "measure": "process", "base": 3.0,
     "path": FLAT, "target": 0.9},
    {"id": "plans-on-file", "title": "Children in care with a care plan on file", "better": "up", "measure": "process",
     "base": 3.6, "path": FLAT, "target": 0.95, "stakes": CABINET},
    {"id": "training-completed", "title": "Staff who completed the mandatory training", "better": "up", "measure": "process",
     "base": 2.7, "path": FLAT, "target": 0.9},
    {"id": "forms-complete", "title": "Referral forms with every field filled in", "better": "up", "measure": "process",
     "base": 3.2, "path": FLAT, "sizes": BIG, "target": 0.95},
    {"id": "re-referrals", "title": "Referrals within twelve months of an earlier one", "better": "down", "measure": "outcome",
     "base": -2.1, "path": ramp(8, 33, 0.85), "sizes": BIG, "target": 0.25, "same_as": "re-referrals-within-12-months"},
    {"id": "care-leavers-in-touch", "title": "Care leavers in touch", "better": "up", "measure": "process", "base": 1.4,
     "path": [1.5 * (m >= 19) for m in range(MONTHS)], "sizes": FEWER, "target": 0.85, "stakes": CABINET},
    {"id": "placement-moves", "title": "Children in care who moved in the month", "better": "down", "measure": "outcome",
     "base": -2.6, "path": FLAT, "target": 0.12, "verified_by": AUDIT},
    {"id": "children-feel-heard", "title": "Children who say that somebody listened to them", "better": "up",
     "measure": "experience", "base": 0.6, "path": FLAT, "sizes": FEWER_ANSWERS},
]  # fmt: skip

# What people work in, as far as it is counted at all; drawn apart, so that the figures above stay as they are.
MORE: list[dict[str, Any]] = [
    {"id": "caseload", "title": "Children per worker", "better": "down", "measure": "structure", "unit": "children",
     "base": 23.5, "path": spell(14, 21, 31, -4.0), "noise": 0.8, "same_as": "caseload-per-worker"},
    {"id": "sickness", "title": "Days lost to sickness per worker", "better": "down", "measure": "balancing", "unit": "days",
     "base": 2.1, "path": FLAT, "noise": 0.2, "same_as": "sickness-absence"},
]  # fmt: skip


def log(rng: random.Random) -> list[dict[str, Any]]:
    """A few projects from above, said to have run all the time, written down in three days after the announcement."""
    begun = sorted(rng.choices(range(MONTHS - 4), k=ENTRIES))
    written = iter(sorted(rng.randint(0, 3 * 8 * 60 - 1) for _ in range(ENTRIES)))
    return [_entry(rng, f"p{number:02}", m, next(written)) for number, m in enumerate(begun, 1)]


def _entry(rng: random.Random, name: str, m: int, minute: int) -> dict[str, Any]:
    aim, change = rng.choice(PROJECTS)
    raised = month(m) + timedelta(days=rng.randint(0, 27))
    started = raised + timedelta(days=rng.randint(10, 40))
    tested = started + timedelta(days=rng.randint(20, 45))
    decided = min(month_end(MONTHS - 1), tested + timedelta(days=rng.randint(5, 20)))
    day = NOTIFIED + timedelta(days=7 + minute // 480)
    return {
        "id": name, "raised_on": raised, "raised_by_role": rng.choices(ROLES, [8, 8, 4, 1, 1, 6])[0],
        "team": rng.choices(TEAMS[-1:] + TEAMS[:2], [6, 2, 1])[0],
        "origin": rng.choices(["leader", "manager", "inspection", "expert", "front-line"], [8, 7, 4, 3, 1])[0],
        "scale": rng.choices(["whole-authority", "whole-service", "several-teams"], [3, 10, 2])[0],
        "change_type": rng.choices(["procedure", "training", "measure", "staffing"], [9, 4, 5, 1])[0],
        "aim": f"{aim}: {change}{rng.choice(TAILS)}", "indicator": rng.choice([i["id"] for i in INDICATORS[:9]]),
        "started_on": started, "tested_on": tested, "studied_on": decided, "decided_on": decided, "decision": "adopt",
        "learned": rng.choice(LEARNED), "questions_target": "false",
        "recorded_at": f"{day.isoformat()}T{9 + minute % 480 // 60:02}:{minute % 60:02}:00Z",
    }  # fmt: skip


def taken(rng: random.Random, deadline: int, middle: float) -> int:
    """Working days of a case, with most of the ends that were a little late put on the last days in time."""
    days = min(140, max(1, round(rng.gammavariate(6.5, middle / 6.5))))
    if deadline < days <= deadline + 15 and rng.random() < MOVED:
        return deadline - rng.choices([0, 1, 2], [6, 3, 1])[0]
    return days


README = f"""# Good on paper: Gleamford, an invented authority

**Gleamford does not exist. Every figure, every log entry, every word that somebody says and every team here is invented.** It is
the teaching case of why "are you up to standard?" is the wrong question: 36 months of {len(INDICATORS + MORE)} indicators, \
an improvement log of
{ENTRIES} entries, who took part, how long assessments and conferences took, {len(RECOMMENDATIONS)} recommendations, \
{len(REVIEWS)} case reviews, the time of
{len(LEADERS)} leaders, {len(PROMISES)} commitments between agencies, {len(SAID)} things that people said, and a \
self-evaluation of {len(STATEMENTS)} statements.

The story that was put into it follows what the sources of the framework tell of Haringey, whose inspection of 2006 and 2007
ticked the boxes and ended in "Good" while officials could "hide behind" data. No figure here comes from there, and nobody
is meant.

- Nearly every measure with a target is on it, month after month. Nearly all of them count whether a procedure was followed.
- Assessments and conferences end on the last days in time far more often than the days around lead one to expect.
- The improvement log has few entries, nearly all from above and for the whole service, most of them the same text again. Every
  one of them was written down in three days, a week after the inspection was announced.
- Few staff of few teams took part in anything.
- Children come back more often than they did, though still within target. Supervision rose after an earlier visit and went back
  again, and so did caseloads. More care leavers are in touch since those who are harder to reach are no longer counted. Fewer and
  fewer children are asked whether anybody listened to them, and what they say has not changed.
- Every review is of something that went badly, looks for whoever was to blame and ends in reminders, procedures, training or a
  dismissal. "Lessons will be learned", the same ones twice. None asks about caseloads or supervision.
- Recommendations are accepted and answered by weak actions. Many were called done on one day, a week after the announcement,
  some while nothing was done at all; hardly any is measured, and who verified one was its owner. Those of the front line went
  nowhere.
- Leaders give nearly all of their time to running today's service. Their answers to the questions of leadership all date from one
  day after the announcement.
- Partners say that most of what was promised to them was not kept, also where the council calls it met. No promise is a joint
  one.
- People were asked, and nothing was changed and nobody told.
- The self-evaluation was written after the announcement and has good news only. Its own figures contradict some of it.

Recommendations, reviews, leadership and self-evaluation come as CSV, with a file for each part, as trackers are kept.

`inspector contrast evidence/examples/good-on-paper` puts the answers to both questions side by side.

`python evidence/make_good_on_paper.py` makes it again, byte for byte.
"""


def main(folder: Path = EXAMPLES / "good-on-paper") -> None:
    """Write the bundle."""
    rng = random.Random(SEED)
    entries = log(rng)
    more = random.Random(MORE_SEED)
    tables = {
        "indicators": figures(rng, INDICATORS) + figures(more, MORE),
        "indicator-register": register(INDICATORS + MORE),
        "improvement-log": entries,
        "participation": participation(rng, entries, TEAMS, ROLES, lambda _: 0.01),
        "durations": [
            *durations(rng, "assessments-in-time", 600, partial(taken, deadline=45, middle=33.0)),
            *durations(rng, "conferences-in-time", 300, partial(taken, deadline=15, middle=11.0)),
        ],
        **taken_apart("recommendations", recommendations(more, RECOMMENDATIONS)),
        **taken_apart("case-reviews", case_reviews(more, REVIEWS)),
        **taken_apart("leadership", leadership(more, LEADERS)),
        "partnership": partnership(more, PROMISES),
        "voice": voice(SAID, entries),
        **taken_apart("self-evaluation", self_evaluation(more, STATEMENTS)),
    }
    save(folder, "good-on-paper", "Gleamford", "Gleamford Metropolitan Borough Council", tables, README)


if __name__ == "__main__":
    main(*(Path(word) for word in sys.argv[1:2]))
