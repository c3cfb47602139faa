"""The words that a finding quotes are those of the records that its facts name, as they stand in the files."""

import csv
import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from inspector.model.evidence import Evidence, LogEntry, Rows
from inspector.model.facts import Fact
from inspector.model.recommendations import Recommendation
from inspector.model.self_evaluation import Claim, SelfStatement
from inspector.model.voice import Voice
from inspector.verdict.quotes import LONGEST, quoted
from tests import inspected
from tests.conftest import EXAMPLES
from tests.verdict.by_hand import finding

CASES = yaml.safe_load((Path(__file__).parent / "quotes.yaml").read_text(encoding="utf-8"))
DAY = date(2025, 1, 6)


def entry(row: int, aim: str, **more: Any) -> LogEntry:
    return LogEntry(resource="log.csv", row=row, id=f"t{row - 1}", raised_on=DAY, raised_by_role="social worker",
                    team="North", scale="one-case", aim=aim, **more)  # fmt: skip


def voice(row: int, said: str, **more: Any) -> Voice:
    return Voice(resource="voice.csv", row=row, id=f"v{row}", period_start=DAY, period_end=DAY, group="families",
                 theme="visits", said=said, **more)  # fmt: skip


CLAIM = Claim(resource="s", row=2, id="k1", claim="Fewer families come back", direction="better")
EVIDENCE = Evidence(
    authority="Nowhere", period_start=DAY, period_end=DAY, digest="0" * 64,
    log=(
        entry(2, "see the family twice", learned="the father was never there before", prediction="fewer missed visits"),
        entry(3, "ring before nine"),
    ),
    recommendations=(Recommendation(
        resource="r", row=2, id="r1", recommendation="Put the child's own words first", source="munro", made_on=DAY),),
    self_evaluation=(SelfStatement(resource="s", row=2, id="s1", area="a", what_we_know="w", claims=(CLAIM,)),),
    voice=(voice(2, "you came back and told us", changed=("t1",), told_back_on=DAY), voice(3, "nobody rang")),
)  # fmt: skip


def fact(number: int, *, kind: str, rests: bool = True, **fields: Any) -> Fact:
    rows = (Rows(resource="voice.csv", rows=(2, 3)),) if rests else ()
    return Fact(id=f"{kind}/{number}", kind=kind, fields=fields, rows=rows)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    facts = [fact(number, **given) for number, given in enumerate(case["facts"])]
    drawn = finding(
        "f", "t", facts=tuple(one.id for one in facts), says=case.get("says", ""),
        direction=case.get("direction", "neither"),
    )  # fmt: skip
    (found,) = quoted([drawn], facts, EVIDENCE)
    assert [[one.field, one.text] for one in found.quotes] == case["quotes"]
    assert {one.example for one in found.quotes} <= {case.get("example", False)}
    assert found.model_copy(update={"quotes": ()}) == drawn


@pytest.mark.parametrize("name", ["brackenshire", "good-on-paper", "quiet-improver"])
def test_every_quote_stands_in_the_row_it_names(name: str) -> None:
    folder = EXAMPLES / name
    quotes = [(one, quote) for one in inspected.inspected(name).findings for quote in one.quotes]
    assert quotes
    for one, quote in quotes:
        text = (folder / quote.resource).read_text(encoding="utf-8-sig")
        if quote.path:
            record = json.loads(text)[int(quote.path.partition("[")[2].partition("]")[0])]
            stands = json.dumps(record, ensure_ascii=False)
        else:
            stands = " ".join(list(csv.reader(io.StringIO(text)))[quote.row - 1])
        assert quote.text.removesuffix("…") in stands
        assert quote.record in stands
        assert len(quote.text) <= LONGEST
        assert quote.text not in one.says
