"""What `show` tells of a record or a measure: the sentences of its story, of what became of it and of what was said."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from inspector.model.evidence import Rows
from inspector.model.stories import CameOfIt, RecommendationTold, Story, TestTold, Told, VoiceTold
from inspector.showing.target import Target
from inspector.showing.told import told_of

CASES = yaml.safe_load((Path(__file__).parent / "shown.yaml").read_text(encoding="utf-8"))
TEST = {"role": "worker", "team": "North", "aim": "ring first", "raised_on": "2024-01-01"}
VOICE = {"theme": "calls", "start": "2024-01-01", "end": "2024-03-31"}


def row(number: int, resource: str = "log") -> tuple[Rows, ...]:
    return (Rows(resource=resource, rows=(number,)),)


STORY = Story(
    indicator="visits",
    title="Visits",
    call="sudden-gain",
    says="Visits got better.",
    doubts=("Perhaps not.",),
    rows=row(2),
    tests=(TestTold(entry="t1", claimed=True, rows=row(2), **TEST), TestTold(entry="t2", rows=row(3), **TEST)),
)
RECOMMENDED = RecommendationTold(
    recommendation="r1",
    says="Ring",
    source="other",
    made_on="2024-01-01",
    became="It is stuck.",
    rows=row(2, "recommendations"),
)
CAME = (
    CameOfIt(entry="t1", aim="ring first", decided="adopt", decided_on="2024-05-03", rows=row(2)),
    CameOfIt(entry="t2", aim="Why not ring?", aside="entered late", before=True, rows=row(3)),
    CameOfIt(entry="t3", aim="wait", decided="abandon", before=True, rows=row(4)),
)
ANSWERED = VoiceTold(
    voice="v1", group="front-line", said="Nobody rings.", rows=row(2, "voice"), missing=("t9",), came=CAME, **VOICE
)
UNANSWERED = VoiceTold(voice="v2", group="children", rows=row(3, "voice"), **VOICE)
TOLD = Told(stories=(STORY,), recommendations=(RECOMMENDED,), voices=(ANSWERED, UNANSWERED))


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    def shown(rows: object) -> bool:
        return rows == row(case["row"], case["of"])

    found = told_of(Target(sort=case["sort"], name=case["of"]), TOLD, shown)
    assert [f"{sentence} [{about}]" for about, sentence in found] == case["says"]
