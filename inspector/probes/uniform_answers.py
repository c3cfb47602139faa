"""One team that always gives the same answer, where the others do not.

Tests:
    For every answer of the improvement log that is one of a few (the decision, whether the target was questioned), and
    for whether children were seen (lists of assessments and of child protection plans): each team that gives the same
    one every time, against how much the other teams differ from each other; of plans also those that are open, by themselves.

Why it matters:
    An answer that never varies was perhaps not asked. A team that adopts all it tries has not yet learned from a test
    that did not work.

Innocent explanations:
    The team works on one kind of change, for which the answer is always the same.
    The form fills the answer in by itself.
    One person writes for the team and means something of their own by it.

Ask:
    When did you last decide otherwise, and what was it about?
    What would make you give the other answer?

Cannot tell:
    Why a team answers alike. Nothing is said of fewer than three teams, of teams with fewer than ten answers, or
    where teams differ so much that one always alike is nothing special.

Reference:
    Skellam (1948), Journal of the Royal Statistical Society B 10(2), 257-261; Taylor et al. (2014), BMJ Quality & Safety
    23(4), 290-298.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from inspector.model.case_lists import CaseList
from inspector.model.evidence import Evidence, LogEntry
from inspector.model.facts import About
from inspector.model.rows import Located
from inspector.model.traces import Trace
from inspector.probes import FIELDS, Teller, case_list, list_rows

ABOUT = About(id="uniform-answers", title="Always the same answer", fields=FIELDS, needs=("improvement-log",))
LOOKS_AT = "answers given"
STRIKES = True
SUBJECT = "improvement-log"
ALPHA = 0.01
TEAMS, FEWEST = 3, 10
INNOCENT = (
    "The team works on one kind of change, for which the answer is always the same.",
    "The form fills the answer in by itself.",
    "One person writes for the team and means something of their own by it.",
)
ASK = (
    "When did you last decide otherwise, and what was it about?",
    "What would make you give the other answer?",
)
TELL = Teller(ABOUT.id, INNOCENT, ASK)
Reads = Callable[[LogEntry], bool | None]
ANSWERS: tuple[tuple[str, Reads], ...] = (
    ("decides to adopt", lambda entry: None if entry.decision is None else entry.decision == "adopt"),
    ("says that the target was questioned", lambda entry: entry.questions_target),
)
LISTS = (
    ("list-4", "child_seen_during_continuous_assessment", "says that the child was seen"),
    ("list-7", "was_the_child_seen_alone", "says that the child was seen alone"),
)
ENDED = "child_protection_plan_end_date"
READS = {name: ("allocated_team", field) for name, field, _ in LISTS}


class _Answer(NamedTuple):
    team: str
    answer: bool
    row: Located


def examine(evidence: Evidence) -> tuple[Trace, ...]:
    """One trace for the improvement log and one for each list: the team and answer that stand out most."""
    import numpy as np

    traces = [_log(evidence.log)] if evidence.log else []
    for name, field, words in LISTS:
        one = case_list(evidence, name, "allocated_team", field)
        if one is not None:
            rows = list_rows(one, range(len(one)))
            asked = [(words, _answers(one, field, range(len(one))))]
            if ENDED in one.columns and len(still := np.flatnonzero(np.isnat(one.columns[ENDED]))) < len(one):
                asked.append((f"{words}, of children on an open plan,", _answers(one, field, still.tolist())))
            traces.append(_told(f"case-records/{name}", asked, rows))
    return tuple(traces) or (TELL.not_applicable(SUBJECT, "There is no improvement log, and no list that asks."),)


def _answers(one: CaseList, field: str, places: Sequence[int]) -> list[_Answer]:
    """The answers of a list at these places, those unknown left out."""
    teams, said = one.columns["allocated_team"], one.columns[field]
    return [
        _Answer(str(teams[place]), str(said[place]).lower().endswith("yes"), row)
        for place, row in zip(places, list_rows(one, places), strict=True)
        if teams[place] and said[place] and not str(said[place]).lower().endswith("unknown")
    ]


def _log(log: Sequence[LogEntry]) -> Trace:
    ordered = sorted(log, key=lambda entry: (entry.resource, entry.row, entry.id))
    asked = [
        (words, [_Answer(entry.team, said, entry) for entry in ordered if (said := reads(entry)) is not None])
        for words, reads in ANSWERS
    ]
    return _told(SUBJECT, asked, ordered)


def _told(subject: str, asked: Sequence[tuple[str, list[_Answer]]], rows: Sequence[Located]) -> Trace:
    found = [one for words, answers in asked if (one := _alike(words, answers)) is not None]
    n = len(rows)
    if not found:
        return TELL.too_little(subject, f"{TEAMS} teams with {FEWEST} answers each are needed.", n)
    chance, words, team, same = min(found, key=lambda one: one[:3])
    p_value = chance * len(found)
    asks = p_value < ALPHA
    says = f"{n} rows; no team's answers are more alike than chance explains."
    if asks:
        says = f"{team} {words} in {len(same)} of {len(same)} rows; the other teams differ far more."
    return TELL.tested(
        "question" if asks else "clear",
        subject,
        says,
        n,
        p_value=p_value,
        effect=len(same) / n if asks else 0.0,
        smallest=FEWEST / n,
        rows=same if asks else rows,
    )


def _alike(words: str, answers: Sequence[_Answer]) -> tuple[float, str, str, list[Located]] | None:
    from inspector.stats.uniform import always

    teams: dict[str, list[_Answer]] = {}
    for one in answers:
        teams.setdefault(one.team, []).append(one)
    names = sorted(name for name, mine in teams.items() if len(mine) >= FEWEST)
    if len(names) < TEAMS:
        return None
    yes = [sum(one.answer for one in teams[name]) for name in names]
    chance, name = min(zip(always(yes, [len(teams[name]) for name in names]), names, strict=True))
    said = "" if teams[name][0].answer else "never "
    return chance, said + words, name, [one.row for one in teams[name]]
