"""The eight questions of leadership: answered, looked at again, and acted upon.

Measures:
    Of all leaders times the eight questions (what am I trying to achieve, what do I need to change, who are my customers, what
    are my priorities, how will I manage my time, how will I enable others, what is the system doing to me and I to it, how
    will I account for my leadership): the share answered before the announcement, reviewed after that, and acted upon; how
    many leaders answered all eight; and the share of the answers that were written only after the announcement.

Why it matters:
    Leaders lose sight of why they took the job unless they keep such questions alive.

Cannot tell:
    What the answers are worth, or whether an answer guides anybody.

Reference:
    Tate (2009), The Search for Leadership, on keeping leadership in mind.
"""

from typing import get_args

from inspector.evidence.records import Found, by_then, fact, percent, share
from inspector.model.evidence import Evidence
from inspector.model.facts import About, Fact, Field
from inspector.model.leadership import Question, QuestionAnswer

EIGHT = len(get_args(Question))

ABOUT = About(
    id="eight-questions",
    title="The eight questions of leadership",
    needs=("leadership",),
    fields=(
        Field(name="leaders", type="integer", says="Leaders with a record."),
        Field(name="answered_share", type="number", says="Answered before the announcement, of leaders times eight."),
        Field(
            name="reviewed_share", type="number", says="Looked at again after they were answered, of those answered."
        ),
        Field(name="acted_share", type="number", says="Acted upon, of those answered."),
        Field(name="not_acted", type="integer", says="Answers that were not acted upon."),
        Field(name="all_eight", type="integer", says="Leaders who answered all eight."),
        Field(name="since_notification_share", type="number", says="Share of answers written after the announcement."),
    ),
)


def measure(evidence: Evidence) -> tuple[Fact, ...]:
    """One fact; none without a record of the questions."""
    every = evidence.leadership_questions
    if not every:
        return ()
    leaders = {one.leader for one in every} | {one.leader for one in evidence.leadership}
    answered = {(one.leader, one.question): one for one in every if by_then(one.answered_on, evidence)}
    reviewed = [one for one in answered.values() if by_then(one.reviewed_on, evidence) and _after(one)]
    acted = [one for one in answered.values() if by_then(one.acted_on, evidence)]
    ever = sum(one.answered_on is not None for one in every)
    whole = sum(all((name, question) in answered for question in get_args(Question)) for name in leaders)
    found: Found = {
        "leaders": len(leaders),
        "answered_share": len(answered) / (EIGHT * len(leaders)),
        "reviewed_share": share(len(reviewed), len(answered)),
        "acted_share": share(len(acted), len(answered)),
        "not_acted": len(answered) - len(acted),
        "all_eight": whole,
        "since_notification_share": share(ever - len(answered), ever) if evidence.notified_on else None,
    }
    says = (
        f"{len(leaders)} leaders answered {percent(found['answered_share'])} of the eight questions, looked again at "
        f"{percent(found['reviewed_share'])} of their answers and acted upon {percent(found['acted_share'])}."
    )
    return (fact(ABOUT, "all", found, says, ["leadership"], every),)


def _after(one: QuestionAnswer) -> bool:
    return one.reviewed_on is not None and one.answered_on is not None and one.reviewed_on > one.answered_on
