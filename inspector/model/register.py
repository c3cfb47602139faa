"""A register: an append-only log of entries, what each says, checkpoints of it, and receipts that others can verify.

An entry is kept as the text that was hashed; nothing entered is ever changed, and a correction is an entry of its own. The
entries are the leaves of a Merkle tree (RFC 9162), whose size and root a checkpoint states, signed with Ed25519.
"""

from typing import Literal

from inspector.model.base import Noun
from inspector.model.ladder import Standing, State, VerdictWord
from inspector.model.visits import Assurance

EntryKind = Literal["submission", "result", "visit", "reply", "decision", "correction"]


class Content(Noun):
    """Something kept beside the log by its hash: `sha256` in hex, its size in bytes, and what it is called."""

    name: str
    sha256: str
    bytes: int


class RowsRoot(Noun):
    """The root over the rows of one resource, as the seal of the bundle has it, and how many rows these are."""

    resource: str
    kind: str
    rows_root: str
    rows: int


class SubmissionBody(Noun):
    """A sealed bundle that was received. `learning`: the authority agreed that others may learn from its tests."""

    root: str
    digest: str
    period_start: str
    period_end: str
    submitted_at: str | None = None
    resources: tuple[RowsRoot, ...] = ()
    pseudonymised: bool = False
    learning: bool = False


class ResultBody(Noun):
    """An inspection of a submission: which engine and framework, and what came out. The whole result is a content.

    `states` are of themes that stand nowhere though something was submitted on them: why. `held`: when it was entered, its
    findings, standings and verdict were found to follow from its own facts by its framework.
    """

    root: str
    digest: str
    period_start: str
    period_end: str
    engine: str
    framework: str
    framework_version: str
    framework_digest: str
    verdict: VerdictWord
    assurance: Assurance
    standings: tuple[tuple[str, Standing], ...] = ()
    notified_on: str | None = None
    held: bool = False
    states: tuple[tuple[str, State], ...] = ()


class VisitBody(Noun):
    """A visit: the seal of its plan and the root of the bundle it was planned for. Its files are contents."""

    plan: str
    root: str | None
    day: str


class ReplyBody(Noun):
    """What an authority says of a finding (factual accuracy), or, without one, of a result as a whole."""

    finding: str | None
    says: str
    by: str


class DecisionBody(Noun):
    """What the inspector decided on a reply, and why."""

    decision: Literal["upheld", "partly-upheld", "not-upheld"]
    says: str
    by: str


class CorrectionBody(Noun):
    """What is wrong in an entry, in words. The entry stays; whoever reads it is told."""

    says: str
    by: str


Body = SubmissionBody | ResultBody | VisitBody | ReplyBody | DecisionBody | CorrectionBody
BODIES: dict[EntryKind, type[Noun]] = {
    "submission": SubmissionBody,
    "result": ResultBody,
    "visit": VisitBody,
    "reply": ReplyBody,
    "decision": DecisionBody,
    "correction": CorrectionBody,
}


class Entry(Noun):
    """One entry. `index` counts from 0; `entered_at` is in UTC to the second (`2026-11-26T09:30:00Z`) and never goes back.

    `about` are the entries that it speaks of (a result: its submission; a reply: its result; a correction: what is wrong).
    """

    index: int
    kind: EntryKind
    entered_at: str
    authority: str
    about: tuple[int, ...] = ()
    body: Body
    contents: tuple[Content, ...] = ()


class Signature(Noun):
    """A signature under a checkpoint: the name of the key, its id in hex, and the signature in base64."""

    name: str
    key: str
    signature: str


class Checkpoint(Noun):
    """What a register says of itself at one time: its origin, how many entries, their root, and who signed that.

    `text` is what was signed, byte for byte.
    """

    origin: str
    size: int
    root: str
    at: str
    text: str
    signatures: tuple[Signature, ...] = ()


class Receipt(Noun):
    """Proof that an entry was in a register: its text, its place, the hashes that lead to the root, the signed checkpoint.

    `proof` are hashes in hex, from the leaf upwards. `stamps` are time stamps (RFC 3161) of the checkpoint, in base64.
    """

    format: Literal["inspector-receipt/1"] = "inspector-receipt/1"
    entry: str
    index: int
    proof: tuple[str, ...]
    checkpoint: str
    stamps: tuple[str, ...] = ()


class CheckpointLine(Noun):
    """A checkpoint in an export: the signed text with its signatures, and the time stamps of it."""

    checkpoint: str
    stamps: tuple[str, ...] = ()


class KeyLine(Noun):
    """A key in an export: the public part as `NAME+ID+BASE64`, and when the register took it: never, where it co-signs."""

    public: str
    added_at: str = ""
