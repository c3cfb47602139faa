"""A question strikes the rows it names: what falls with them, and that nobody gains by being asked."""

from collections.abc import Collection
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector.judging import observing, settling
from inspector.model.evidence import Evidence, Rows
from inspector.model.inspection import Inspection
from inspector.model.ladder import TRUSTS, rank
from inspector.model.traces import Trace
from inspector.report.document.make import document
from inspector.report.struck_words import struck_lines
from inspector.verdict import struck as striking
from inspector.verdict.order import height, lower_verdict
from inspector.verdict.striking import weighed
from tests.inspected import evidence, rulebook

CASES = yaml.safe_load((Path(__file__).parent / "struck.yaml").read_text(encoding="utf-8"))
EXAMPLES = ("quiet-improver", "good-on-paper")


def trace(probe: str, subject: str, rows: Collection[int], resource: str, strong: bool = False) -> Trace:
    outcome: Any = "strong-question" if strong else "question"
    said = Rows(resource=resource, rows=tuple(sorted(rows)))
    return Trace(
        probe=probe, subject=subject, outcome=outcome, says="Seen.", n=90, effect=0.01, ask=("Why?",), rows=(said,)
    )


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_what_falls(case: dict[str, Any]) -> None:
    asked = case["asked"].items()
    parts = [
        striking.Part(
            name,
            trace("copied-entries", name, range(2, 2 + count), name, strong=bool(strong)),
            tuple(SimpleNamespace(resource=name, row=row) for row in range(2, 2 + count)),
            of,
        )
        for name, (count, of, *strong) in asked
    ]
    drawn: list[tuple[str, str]] = []

    def draw(names: Collection[str], fell: Collection[str]) -> Any:
        key = "+".join(sorted(names)) + (f" ({'+'.join(sorted(fell))})" if fell else "")
        drawn.append((key, case["verdicts"][key]))
        return SimpleNamespace(verdict=SimpleNamespace(verdict=case["verdicts"][key]), names=sorted(names))

    found = weighed(parts, draw)
    assert dict(found.fell) == case["fell"]
    assert found.stands.names == case["struck"]
    assert height(found.stands.verdict.verdict) <= min(
        height(found.submitted.verdict.verdict), height(found.struck.verdict.verdict)
    )


def test_a_verdict_that_leaves_it_open_stands_with_static() -> None:
    assert lower_verdict("not-trusted", "slipping") == "slipping"
    assert lower_verdict("emerging", "not-evidenced") == "not-evidenced"
    assert lower_verdict("static", "not-evidenced") == "static"


OBSERVED: dict[str, Any] = {}


def observed(name: str) -> Any:
    if name not in OBSERVED:
        facts, traces = observing.observe(evidence(name))
        OBSERVED[name] = facts, tuple(one for one in traces if one.outcome not in striking.ASKING)
    return OBSERVED[name]


def judged(name: str, *asking: Trace) -> Inspection:
    facts, traces = observed(name)
    told = {(one.probe, one.subject): one for one in (*traces, *asking)}
    every = tuple(told[name] for name in sorted(told))
    return settling.settle_observed(rulebook(), evidence(name), facts, every, matcher="reference").inspection


def rows_of(bundle: Evidence, share: float, start: int) -> Trace:
    log = [one.row for one in bundle.log]
    count = max(1, round(share * len(log)))
    return trace(
        "copied-entries",
        "improvement-log",
        [log[(start + 3 * k) % len(log)] for k in range(count)],
        bundle.log[0].resource,
    )


@settings(max_examples=4, deadline=None)
@given(
    name=st.sampled_from(EXAMPLES),
    share=st.sampled_from([0.01, 0.05, 0.3, 0.8]),
    start=st.integers(0, 200),
    which=st.integers(0, 40),
    figures=st.integers(0, 20),
)
def test_a_question_never_raises(name: str, share: float, start: int, which: int, figures: int) -> None:
    """Neither verdict, nor a standing, nor trust; and what counts and what is set aside are together what was recorded."""
    bundle, free = evidence(name), judged(name)
    asking = [rows_of(bundle, share, start)] if bundle.log else []
    if figures:
        id = bundle.indicators[which % len(bundle.indicators)].indicator
        mine = [one for one in bundle.figures if one.indicator == id][:figures]
        asking += (
            [trace("late-entries", f"indicator/{id}", [one.row for one in mine], mine[0].resource)] if mine else []
        )
    found = judged(name, *asking)
    assert height(found.verdict.verdict) <= height(free.verdict.verdict)
    assert all(rank(now.standing) <= rank(was.standing) for now, was in zip(found.themes, free.themes, strict=True))
    before = {one.evidence: TRUSTS.index(one.trust) for one in free.trust}
    assert all(TRUSTS.index(one.trust) <= before[one.evidence] for one in found.trust)
    for fact in found.facts:
        if "set_aside" in fact.fields and "struck" in fact.fields:
            assert fact.fields["set_aside"] == sum(one.count for one in fact.aside)
            counted = [one.count for one in fact.aside if one.reason == "questioned"]
            assert fact.fields["struck"] == sum(counted)
    assert found.struck is not None or not asking
    if found.struck:
        assert found.struck.stands == found.verdict.verdict
        assert sum(part.count for part in found.struck.parts) == sum(len(r.rows) for t in asking for r in t.rows)
        assert struck_lines(document(found))[0] == found.struck.says


def test_rows_that_made_the_log_look_bad_buy_nothing() -> None:
    """Whoever plants copies of what speaks against them, so that it is asked about and struck, stands no higher."""
    bundle = evidence("good-on-paper")
    waiting = [one for one in bundle.log if not one.tried] or list(bundle.log)[:3]
    some = trace("copied-entries", "improvement-log", [one.row for one in waiting], waiting[0].resource)
    free, found = judged("good-on-paper"), judged("good-on-paper", some)
    assert height(found.verdict.verdict) <= height(free.verdict.verdict)
    assert all(rank(now.standing) <= rank(was.standing) for now, was in zip(found.themes, free.themes, strict=True))


def test_two_rows_of_a_good_log_cost_nothing_but_themselves() -> None:
    free, found = judged("quiet-improver"), judged("quiet-improver", rows_of(evidence("quiet-improver"), 0.01, 7))
    assert found.verdict.verdict == free.verdict.verdict == "improving"
    assert [one.standing for one in found.themes] == [one.standing for one in free.themes]
    assert {part.became for part in found.struck.parts} == {"struck"} if found.struck else False
