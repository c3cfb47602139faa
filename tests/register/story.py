"""The entries of an authority, written as a story: what was handed in, found, answered and decided, in that order."""

from typing import Any

from inspector.model.ladder import STANDINGS
from inspector.model.register import (
    Body,
    CorrectionBody,
    DecisionBody,
    Entry,
    EntryKind,
    ReplyBody,
    ResultBody,
    RowsRoot,
    SubmissionBody,
    VisitBody,
)

NOUGHTS = "0" * 64


def root(number: int) -> str:
    """A root that is told from others by its number."""
    return f"sha256:{number:064x}"


class Story:
    """Entries one after the other, a day each; every method gives the number of its entry."""

    def __init__(self, authority: str = "Brackenshire") -> None:
        self.authority = authority
        self.entries: list[Entry] = []

    def submission(self, of: int = 1, end: str = "2025-03-31") -> int:
        """A submission with that root, of the year to `end`."""
        rows = (RowsRoot(resource="log", kind="improvement-log", rows_root=root(9), rows=4),)
        return self._add(
            "submission",
            SubmissionBody(root=root(of), digest=NOUGHTS, period_start="2024-04-01", period_end=end, resources=rows),
        )

    def result(self, submission: int, standings: dict[str, int], rules: str = NOUGHTS, *, held: bool = False) -> int:
        """An inspection of the submission in that entry; standings by their rung, 0 to 4, -1 where what there is is set aside."""
        body: Any = self.entries[submission].body
        stood = tuple((theme, STANDINGS[max(rung, 0)]) for theme, rung in standings.items())
        made = ResultBody(
            root=body.root, digest=NOUGHTS, period_start=body.period_start, period_end=body.period_end, engine="1",
            framework="munro", framework_version="1", framework_digest=rules, verdict="emerging", assurance="on-paper",
            standings=stood, held=held,
            states=tuple((theme, "set-aside") for theme, rung in standings.items() if rung < 0),
        )  # fmt: skip
        return self._add("result", made, submission)

    def visit(self, submission: int) -> int:
        """A visit that was planned for the submission in that entry."""
        body: Any = self.entries[submission].body
        return self._add("visit", VisitBody(plan=root(7), root=body.root, day="2025-05-01"), submission)

    def reply(self, result: int, finding: str | None = "a-rule") -> int:
        """What the authority says of a finding."""
        return self._add("reply", ReplyBody(finding=finding, says="It is not so.", by="Director"), result)

    def decision(self, reply: int, decision: Any = "upheld") -> int:
        """What the inspector decided."""
        return self._add("decision", DecisionBody(decision=decision, says="We looked.", by="Lead"), reply)

    def correction(self, of: int) -> int:
        """What is wrong in an entry."""
        return self._add("correction", CorrectionBody(says="Another file.", by="Office"), of)

    def _add(self, kind: EntryKind, body: Body, *about: int) -> int:
        number = len(self.entries)
        at = f"2025-{number // 28 + 4:02d}-{number % 28 + 1:02d}T09:00:00Z"
        self.entries.append(
            Entry(index=number, kind=kind, entered_at=at, authority=self.authority, about=about, body=body)
        )
        return number
