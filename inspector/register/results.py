"""A stored result as an entry: which submission it is of, and what of it stands in the entry itself."""

from collections.abc import Mapping, Sequence
from typing import Any

from inspector.model.ladder import State
from inspector.model.problems import shown
from inspector.model.register import Entry, ResultBody, SubmissionBody
from inspector.register.entries import Draft, hash_of, known_as
from inspector.register.wrong import refused

RESULT = "result.json"
"""The name under which the whole result is kept."""
Document = Mapping[str, Any]
"""A result as `inspector assess --format json` writes it, held to its schema."""


def draft_of(
    document: Document,
    data: bytes,
    submissions: Sequence[Entry],
    results: Sequence[Entry] = (),
    *,
    held: bool = False,
) -> Draft:
    """The entry of a result. `submissions` are all that may be meant, those with its root or of its authority. `held`: it was
    made by this very run, or follows from its own facts by its framework.

    Raises CannotComplete where it is of none of them, says otherwise than the submission, or stands among `results` already.
    """
    submission = submission_of(document, submissions)
    refuse_twice(data, results)
    return Draft(
        kind="result",
        authority=submission.authority,
        body=body_of(document, held=held),
        about=(submission.index,),
        contents=((RESULT, data),),
    )


def body_of(document: Document, *, held: bool = False) -> ResultBody:
    """What of a result stands in its entry. The bundle must have a root (`submission_of` sees to that)."""
    bundle, framework, verdict = document["bundle"], document["framework"], document["verdict"]
    return ResultBody(
        root=bundle["root"],
        digest=bundle["digest"],
        period_start=bundle["period"]["start"],
        period_end=bundle["period"]["end"],
        notified_on=bundle["notified_on"],
        engine=document["engine"]["version"],
        framework=framework["id"],
        framework_version=framework["version"],
        framework_digest=framework["digest"],
        verdict=verdict["verdict"],
        assurance=verdict.get("assurance", "on-paper"),
        standings=tuple((theme["theme"], theme["standing"]) for theme in document["themes"]),
        held=held,
        states=tuple(
            (theme["theme"], state) for theme in document["themes"] if (state := _state(theme)) not in ORDINARY
        ),
    )


ORDINARY = ("stands", "silent")
"""States that a standing says by itself."""


def _state(theme: Mapping[str, Any]) -> State:
    """The state of a theme; of one that an earlier version wrote as far as it can be told."""
    if "state" in theme:
        known: State = theme["state"]
        return known
    if theme["standing"] != "silent":
        return "stands"
    return "nothing-shown" if theme["findings"] else "silent"


def submission_of(document: Document, submissions: Sequence[Entry]) -> Entry:
    """The submission that a result is of, by its root. Raises CannotComplete where there is none, or they do not agree."""
    bundle = document["bundle"]
    if "root" not in bundle:
        raise refused(
            "result-without-root",
            "the result is of a bundle that was never sealed, so that nothing says which submission it is of",
            fix="seal the bundle, enter it with `inspector register add`, and assess that",
        )
    found = with_root(bundle["root"], bundle["authority"], submissions, "result")
    if told := _otherwise(bundle, found):
        raise refused(
            "result-altered",
            f"the result is of the root of entry {found.index} and says otherwise of it: {'; '.join(told)}",
            fix="assess the bundle again, and enter what that writes",
        )
    return found


def with_root(root: str, authority: str, submissions: Sequence[Entry], what: str) -> Entry:
    """The submission with that root, of that authority. `what` is in hand. Raises CannotComplete where there is none."""
    found = next((one for one in submissions if _body(one).root == root), None)
    if found is None:
        raise refused("not-of-a-submission", _no_submission(root, authority, submissions, what), fix=ENTER_FIRST)
    if known_as(found.authority) != known_as(authority):
        raise refused(
            "of-another-authority",
            f"the {what} is of {shown(authority)}, and the bundle with its root (entry {found.index}) is of "
            f"{shown(found.authority)}",
            fix=f"give a {what} of the bundle that was entered",
        )
    return found


ENTER_FIRST = "enter the sealed bundle first: `inspector register add BUNDLE`"


def _no_submission(root: str, authority: str, submissions: Sequence[Entry], what: str) -> str:
    mine = [one for one in submissions if known_as(one.authority) == known_as(authority)]
    message = f"the {what} is of a bundle with the root {root[:19]}…, which is not in the register"
    if not mine:
        return f"{message}; it has none of {shown(authority)}"
    *_, last = mine
    body = _body(last)
    return (
        f"{message}; the last one of {shown(authority)} is entry {last.index} ({body.root[:19]}…, to {body.period_end})"
    )


def _body(one: Entry) -> SubmissionBody:
    assert isinstance(one.body, SubmissionBody)
    return one.body


def _otherwise(bundle: Mapping[str, Any], submission: Entry) -> list[str]:
    """What a result says of its bundle otherwise than the submission does."""
    body = _body(submission)
    pairs = (
        ("the digest", bundle["digest"][:12], body.digest.removeprefix("sha256:")[:12]),
        ("the period begins on", bundle["period"]["start"], body.period_start),
        ("the period ends on", bundle["period"]["end"], body.period_end),
    )
    return [f"{what} {mine}, there {theirs}" for what, mine, theirs in pairs if mine != theirs]


def refuse_twice(data: bytes, results: Sequence[Entry]) -> None:
    """Raise CannotComplete where this very file is entered already."""
    mine = hash_of(data)
    for one in results:
        if any(content.sha256 == mine for content in one.contents):
            raise refused(
                "entered-already", f"this very file is entered already, as entry {one.index}; nothing was changed"
            )
