"""Every enquiry of one inspection has exactly one state in the next."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from inspector.model.comparison import AnswerGiven, EnquiryOver, EnquiryState
from inspector.overtime.causes import Both, Cause, cause
from inspector.overtime.citing import ended, together
from inspector.report.document.shape import Document

ORDER: tuple[EnquiryState, ...] = ("open", "answered", "cannot-be-told", "not-asked-again")
"""Of several that asked, the first of these is the state of the enquiry."""
LAST = "It was answered then, and is asked again."


class Asked(NamedTuple):
    """One enquiry of a result: of its fieldwork plan or, where that leaves it out, of its questions on site."""

    question: str
    whom: tuple[str, ...]
    because: tuple[str, ...]


def asked(found: Document) -> tuple[Asked, ...]:
    """Every enquiry of a result, each once: those of the plan in its order, then the others."""
    plan = found.get("fieldwork", {"enquiries": []})["enquiries"]
    every = {one["question"]: Asked(one["question"], tuple(one["whom"]), tuple(one["because"])) for one in plan}
    for one in found["questions_on_site"]:
        every.setdefault(one["question"], Asked(one["question"], (), tuple(one["because"])))
    return tuple(every.values())


def enquiries(two: Both) -> tuple[EnquiryOver, ...]:
    """Each enquiry of then with its one state, in their order."""
    again = _by_cause(asked(two.now))
    return tuple(_over(one, two, again) for one in asked(two.then))


def _by_cause(every: Iterable[Asked]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in every:
        for name in one.because:
            found.setdefault(name, []).append(one.question)
    return found


def _over(one: Asked, two: Both, again: dict[str, list[str]]) -> EnquiryOver:
    causes = [cause(name, two) for name in one.because]
    questions = list(dict.fromkeys(q for c in causes if c.asks for q in again.get(c.asks, ())))
    before = [*_told(two.then, {one.question}, "visit-then"), *_replied(two.then, one.because)]
    since = list(_told(two.now, {one.question, *questions}, "visit-now"))
    state, says = _settled(causes, before, since)
    return EnquiryOver(
        question=one.question,
        whom=one.whom,
        because=one.because,
        state=state,
        says=says,
        asked_now=tuple(questions),
        answers=(*before, *since),
        then=together(c.then for c in causes),
        now=together(c.now for c in causes if c.state == state or state == "answered"),
    )


def _settled(
    causes: Sequence[Cause], before: Sequence[AnswerGiven], since: Sequence[AnswerGiven]
) -> tuple[EnquiryState, str]:
    """The state and why. What an inspector was told since settles it; what was told then does, unless it is asked again."""
    states = {one.state for one in causes}
    if since:
        return "answered", ended(f"It was put since: {_who(since)}")
    if "open" in states:
        return "open", " ".join([*([LAST] if before else []), *_said(causes, "open")])
    if before:
        return "answered", ended(f"It was put then, and is not asked again: {_who(before)}")
    for state in ORDER:
        if state in states:
            return state, " ".join(_said(causes, state))
    return "cannot-be-told", "The older result does not say what asked it."


def _said(causes: Iterable[Cause], state: EnquiryState) -> list[str]:
    return list(dict.fromkeys(one.says for one in causes if one.state == state))


def _who(answers: Sequence[AnswerGiven]) -> str:
    return "; ".join(
        f"{one.by}{f' on {one.on}' if one.on else ''}{f', who {one.decided}' if one.decided else ''}: “{one.says}”"
        for one in answers
    )


def _told(found: Document, questions: set[str], where: str) -> Iterator[AnswerGiven]:
    visit = found.get("visit")
    for one in visit["questions"] if visit else ():
        if one["question"] in questions:
            for answer in one["answers"]:
                yield AnswerGiven(by=answer["by"], on=answer.get("on", ""), says=answer["says"], where=where)


DECIDED = {
    "upheld": "upheld that",
    "partly-upheld": "upheld part of that",
    "not-upheld": "did not uphold that",
}


def _replied(found: Document, because: Iterable[str]) -> Iterator[AnswerGiven]:
    """What the authority said of a finding that asked, each in its own words, and what was decided on it last."""
    names = set(because)
    for reply in found.get("replies", ()):
        if reply["finding"] in names and reply["decisions"]:
            last = reply["decisions"][-1]
            yield AnswerGiven(by=reply["by"], on=reply["on"], says=reply["says"], where="reply")
            yield AnswerGiven(
                by=last["by"], on=last["on"], says=last["says"], where="reply", decided=DECIDED[last["decision"]]
            )
