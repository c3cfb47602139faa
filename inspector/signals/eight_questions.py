"""The eight questions of leadership: answered, looked at again, and acted upon.

Measures:
    Of all leaders times the eight questions (what am I trying to achieve, what do I need to change, who are my customers, what
    are my priorities, how will I manage my time, how will I enable others, what is the system doing to me and I to it, how
    will I account for my leadership): the share answered before the announcement, reviewed after that, and acted upon, by
    the last day that counts; how many were acted upon only since; how many leaders answered all eight; and the share of the
    answers that were written only after the announcement. Answers without a day are set aside.

Why it matters:
    Leaders lose sight of why they took the job unless they keep such questions alive.

Cannot tell:
    What the answers are worth, or whether an answer guides anybody.

Reference:
    Tate (2009), The Search for Leadership, on keeping leadership in mind.
"""

from collections.abc import Collection, Sequence
from typing import get_args

from inspector.evidence.aside import FIELDS, Why, faulty_parts, told_apart
from inspector.evidence.records import (
    SINCE_WHEN,
    UNTIL,
    Found,
    after_announcement,
    after_last,
    announced,
    by_day,
    by_then,
    fact,
    last_day,
    share,
    since_when,
    some,
)
from inspector.model import describe
from inspector.model.evidence import Evidence
from inspector.model.facts import About, Fact
from inspector.model.leadership import Question, QuestionAnswer
from inspector.model.words import agree

EIGHT = len(get_args(Question))

ABOUT = About(
    id="eight-questions",
    title="The eight questions of leadership",
    needs=("leadership",),
    fields=(
        describe.count("leaders", "Leaders with a record.", "declared", "leaders", least=1),
        describe.count(
            "answers",
            "Records of an answer before the announcement.",
            "activity",
            "answers",
            equals="recorded - set_aside",
        ),
        *FIELDS,
        UNTIL,
        describe.count("questions", "Leaders times eight.", "declared", "questions", least=8, equals="8 * leaders"),
        describe.count(
            "answered",
            "Questions of a leader answered before the announcement.",
            "activity",
            "questions",
            good="up",
            at_most="answers questions",
        ),
        describe.share(
            "answered_share",
            "Answered before the announcement, of leaders times eight.",
            "activity",
            good="up",
            equals="answered / questions",
        ),
        describe.count(
            "reviewed",
            "Answered questions that were looked at again afterwards, by the last day that counts.",
            "activity",
            "questions",
            good="up",
            at_most="answered",
        ),
        describe.share(
            "reviewed_share",
            "Questions looked at again after they were answered, of those answered.",
            "activity",
            good="up",
            equals="reviewed / answered",
        ),
        describe.count(
            "acted",
            "Answered questions that were acted upon by the last day that counts.",
            "activity",
            "questions",
            good="up",
            at_most="answered",
        ),
        describe.share(
            "acted_share", "Questions acted upon, of those answered.", "activity", good="up", equals="acted / answered"
        ),
        describe.count(
            "not_acted",
            "Answered questions that state no day, by the last that counts, on which they were acted upon.",
            "activity",
            "questions",
            good="down",
            equals="answered - acted",
            at_most="answered",
        ),
        describe.count(
            "acted_since",
            "Answered questions acted upon only since the announcement.",
            "doubt",
            "questions",
            at_most="not_acted",
        ),
        describe.count(
            "all_eight", "Leaders who answered all eight.", "activity", "leaders", good="up", at_most="leaders"
        ),
        describe.count("answered_since", "Answers written since the announcement.", "doubt", "answers"),
        describe.share(
            "since_notification_share",
            "Share of answers written after the announcement.",
            "doubt",
            good="down",
            equals="answered_since / (answered_since + answers)",
        ),
        SINCE_WHEN,
    ),
)


def measure(evidence: Evidence) -> tuple[Fact, ...]:
    """One fact; none without a record of the questions."""
    every = evidence.leadership_questions
    if not every:
        return ()
    unread = faulty_parts(evidence, every, evidence.leadership)
    words = ("answer to one of the eight questions", "answers to the eight questions")
    apart = told_apart(every, lambda one: _why_aside(one, evidence), words, unread)
    leaders = {one.leader for one in every} | {one.leader for one in evidence.leadership}
    found = {**_answers(apart.counted, leaders, evidence), **_since(every, len(apart.counted), evidence)}
    return (fact(ABOUT, "all", found, _says(found, evidence), ["leadership"], evidence.leadership, apart),)


def _why_aside(one: QuestionAnswer, evidence: Evidence) -> Why | None:
    if one.answered_on is None:
        return Why("undated", "without the day of the answer")
    if announced(one.answered_on, evidence):
        return after_announcement("written", evidence)
    return Why("outside", "written after the period") if one.answered_on > evidence.period_end else None


def _answers(counted: Sequence[QuestionAnswer], leaders: Collection[str], evidence: Evidence) -> Found:
    answered = {(one.leader, one.question): one for one in counted}
    reviewed = sum(by_then(one.reviewed_on, evidence) and _after(one) for one in answered.values())
    acted = sum(by_then(one.acted_on, evidence) for one in answered.values())
    return {
        "until": last_day(evidence),
        "leaders": len(leaders),
        "answers": len(counted),
        "questions": EIGHT * len(leaders),
        "answered": len(answered),
        "answered_share": len(answered) / (EIGHT * len(leaders)),
        "reviewed": reviewed,
        "reviewed_share": share(reviewed, len(answered)),
        "acted": acted,
        "acted_share": share(acted, len(answered)),
        "not_acted": len(answered) - acted,
        "acted_since": sum(after_last(one.acted_on, evidence) for one in answered.values()),
        "all_eight": sum(all((name, question) in answered for question in get_args(Question)) for name in leaders),
    }


def _since(every: Sequence[QuestionAnswer], before: int, evidence: Evidence) -> Found:
    since = sum(announced(one.answered_on, evidence) for one in every)
    return {
        "answered_since": since,
        "since_notification_share": share(since, since + before),
        "since_when": since_when(evidence),
    }


def _says(found: Found, evidence: Evidence) -> str:
    leaders, answered, since = found["leaders"], found["answered"], found["acted_since"]
    says = (
        f"{answered} of {found['questions']} questions (eight for each of {some(leaders, 'leader')}) were answered; of these "
        f"{found['reviewed']} {agree(found['reviewed'], 'is', 'are')} stated as looked at again and {found['acted']} as acted "
        f"upon {by_day(evidence)}"
    )
    return f"{says}, {since} only later." if since else f"{says}."


def _after(one: QuestionAnswer) -> bool:
    return one.reviewed_on is not None and one.answered_on is not None and one.reviewed_on > one.answered_on
