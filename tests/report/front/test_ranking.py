"""Which findings come first: held by cases made by hand, and by what holds in every example."""

from itertools import pairwise
from typing import Any

import pytest

from inspector.model.ladder import STANDINGS, TRUSTS
from inspector.report.front.ranking import Facts, facts_of, gravest, indicator_of, is_loss, strongest
from inspector.report.front.view import front
from inspector.report.wording import phrases
from tests.report.results import EXAMPLES, result


def finding(id: str, direction: str = "better", **more: Any) -> Any:
    plain = {
        "standing": None,
        "limit": None,
        "trust": "plain",
        "facts": ["signal/x"],
        "withdrawn": False,
        "says": f"{id}.",
    }
    return {"id": id, "rule": id.partition("/")[0], "theme": "t", "direction": direction, **plain, **more}


def moved(indicator: str, call: str) -> Any:
    fields = {"indicator": indicator, "call": call, "title": indicator, "onset": "2024-05-01"}
    return {
        "id": f"signal/trajectory/{indicator}", "kind": "signal/trajectory", "fields": fields,
        "rests_on": [f"indicator/{indicator}"],
    }  # fmt: skip


FACTS: Facts = {one["id"]: one for one in (moved("a", "loss"), moved("b", "faded-gain"), moved("c", "sudden-gain"))} | {
    "signal/x": {"id": "signal/x", "kind": "signal/x", "fields": {}, "rests_on": ["improvement-log"]}
}


def ids(found: list[Any]) -> list[str]:
    return [one["id"] for one in found]


def test_what_supports_a_higher_standing_comes_first_then_trust_then_facts() -> None:
    found = [
        finding("none"), finding("doing", standing="doing"), finding("lasting", standing="lasting"),
        finding("more", standing="doing", facts=["signal/x", "signal/y"]),
        finding("checked", standing="doing", trust="corroborated"),
    ]  # fmt: skip
    assert ids(strongest(found, FACTS)) == ["lasting", "checked", "more", "doing", "none"]


def test_losses_and_faded_gains_come_before_all_else() -> None:
    loss = finding("loss/a", "worse", facts=["signal/trajectory/a"], trust="exposed")
    faded = finding("faded/b", "worse", facts=["signal/trajectory/b"], trust="exposed")
    weak = [
        finding(f"weak-{n}", "worse", limit=limit, trust="corroborated")
        for n, limit in enumerate(("doing", "stated", None))
    ]
    assert ids(gravest([*weak, loss, faded], FACTS)) == ["loss/a", "faded/b", "weak-1", "weak-0", "weak-2"]


def test_a_loss_that_says_nothing_besides_comes_first_and_the_measure_comes_once() -> None:
    besides = finding(
        "also/a", "worse", facts=["signal/trajectory/a", "signal/x"], limit="stated", trust="corroborated"
    )
    loss = finding("loss/a", "worse", facts=["signal/trajectory/a"])
    assert ids(gravest([besides, loss], FACTS)) == ["loss/a"]


def test_withdrawn_findings_are_left_out() -> None:
    found = [finding("gone", standing="lasting", withdrawn=True), finding("here")]
    assert ids(strongest(found, FACTS)) == ["here"]
    assert gravest([finding("gone", "worse", withdrawn=True)], FACTS) == []


def test_a_record_of_the_name_of_a_measure_is_no_measure() -> None:
    assert indicator_of(finding("rule/a"), FACTS) == ""
    assert indicator_of(finding("rule/a", facts=["signal/trajectory/a"]), FACTS) == "a"


@pytest.mark.parametrize("example", EXAMPLES)
def test_in_every_example(example: str) -> None:
    document = result(example)
    facts = facts_of(document)  # type: ignore[arg-type]
    found = {one["id"]: one for one in document["findings"]}
    shown = front(document, phrases())  # type: ignore[arg-type]
    better = [found[one["id"]] for one in shown["better"]]
    keys = [
        (-STANDINGS.index(one["standing"]) if one["standing"] else 1, -TRUSTS.index(one["trust"])) for one in better
    ]
    assert all(first <= second for first, second in pairwise(keys))
    worse = [is_loss(found[one["id"]], facts) for one in shown["worse"]]
    assert worse == sorted(worse, reverse=True)
    for side in ("better", "worse"):
        measures = [one["indicator"] for one in shown[side] if "indicator" in one]
        assert len(measures) == len(set(measures))
        lost = {one["id"] for one in document["findings"] if one["direction"] == side and not one["withdrawn"]}
        assert {one["id"] for one in shown[side]} <= lost
    counts = shown["counts"]
    assert counts["better"] + counts["worse"] + counts["neither"] + counts["withdrawn"] == counts["findings"]
    assert [one["theme"] for one in shown["themes"]] == [one["theme"] for one in document["themes"]]


@pytest.mark.parametrize("example", EXAMPLES)
def test_what_holds_a_theme_is_a_finding_of_it_with_that_limit_and_what_carries_it_supports_it(example: str) -> None:
    document = result(example)
    found = {one["id"]: one for one in document["findings"]}
    named = 0
    for theme in front(document, phrases())["themes"]:  # type: ignore[arg-type]
        if theme["finding"]:
            by = found[theme["finding"]]
            assert by["theme"] == theme["theme"]
            assert by["limit" if theme["held"] else "standing"] == theme["standing"]
            named += 1
    assert named or example == "published-figures"
