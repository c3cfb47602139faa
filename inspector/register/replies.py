"""What an authority says of a finding, and what the inspector decides, as entries."""

from collections.abc import Collection, Sequence

from inspector.model.history import Decision
from inspector.model.problems import shown
from inspector.model.register import DecisionBody, Entry, ReplyBody
from inspector.model.remarks import did_you_mean
from inspector.register.entries import Draft
from inspector.register.wrong import refused

LONGEST = 4_000
"""Characters of a comment. What is longer belongs in a letter."""
LONGEST_NAME = 200
KINDS = {
    "submission": "a submission", "result": "an inspection", "visit": "a visit", "reply": "a reply", "decision": "a decision",
    "correction": "a correction",
}  # fmt: skip


def reply_to(result: Entry, findings: Collection[str], finding: str | None, says: str, by: str) -> Draft:
    """A reply to a finding of a result, or to the whole of it. `findings` are the ids of those that the result makes.

    Raises CannotComplete where the entry is no result, there is no such finding, or a text is empty or too long.
    """
    if result.kind != "result":
        raise refused(
            "reply-to-no-result",
            f"entry {result.index} is {KINDS[result.kind]}, and a reply is to an inspection",
            fix="`inspector register history AUTHORITY` lists the inspections with their numbers",
        )
    if finding is not None and finding not in findings:
        fix = did_you_mean(finding, sorted(findings)) or "the report names every finding by its id in brackets"
        message = f"the inspection in entry {result.index} makes no finding {shown(finding)}"
        raise refused("no-such-finding", message, fix=fix)
    body = ReplyBody(finding=finding, says=told(says, "what the authority says"), by=_name(by))
    return Draft(kind="reply", authority=result.authority, body=body, about=(result.index,))


def decided_on(reply: Entry, decision: Decision, says: str, by: str, others: Sequence[Entry] = ()) -> Draft:
    """What the inspector decided on a reply. `others` are replies that may have been meant.

    Raises CannotComplete where the entry is no reply, or a text is empty or too long.
    """
    if reply.kind != "reply":
        mine = [one for one in others if reply.index in one.about]
        there = f"it was replied to in entry {mine[-1].index}" if mine else "nobody replied to it"
        if reply.kind not in ("result", "submission"):
            there = "a decision is on a reply"
        raise refused(
            "decision-without-reply",
            f"entry {reply.index} is {KINDS[reply.kind]}, and no reply: {there}",
            fix=f"decide on entry {mine[-1].index}"
            if mine
            else "enter the reply first: `inspector register reply add`",
        )
    body = DecisionBody(decision=decision, says=told(says, "why it was decided so"), by=_name(by))
    return Draft(kind="decision", authority=reply.authority, body=body, about=(reply.index,))


def told(says: str, what: str) -> str:
    """A text as it is entered: without spaces around it. Raises CannotComplete where it says nothing, or too much."""
    text = says.strip()
    if not text:
        raise refused("reply-text", f"{what} is empty")
    if len(text) > LONGEST:
        raise refused("reply-text", f"{what} has {len(text):,} characters, and the most is {LONGEST:,}")
    try:
        text.encode()
    except UnicodeEncodeError:
        raise refused("reply-text", f"{what} holds halves of characters", fix="write it as UTF-8") from None
    return text


def _name(by: str) -> str:
    name = " ".join(by.split())
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise refused("reply-text", "who says so (--by) is empty, too long or holds characters that cannot be shown")
    return name
