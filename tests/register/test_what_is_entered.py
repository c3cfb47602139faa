"""Results, visits, replies and decisions: what each is held to before it is entered, on both databases."""

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from inspector.cli.register.result_ import draft
from inspector.model.problems import CannotComplete
from inspector.model.register import Entry
from inspector.register import keys
from inspector.register.book import Register, opened
from inspector.register.entries import Draft
from inspector.register.replies import LONGEST, decided_on, reply_to
from inspector.register.results import draft_of
from inspector.report.by_its_rules import faults
from tests.inspected import rulebook
from tests.register.story import NOUGHTS, Story, root
from tests.report.results import result

REFUSED = yaml.safe_load((Path(__file__).parent / "refused.yaml").read_text(encoding="utf-8"))


def refusal(call: Callable[..., Any], *given: Any, **more: Any) -> tuple[str, str]:
    with pytest.raises(CannotComplete) as refused:
        call(*given, **more)
    return refused.value.problems[0].rule, str(refused.value.problems[0])


def document(
    root_: int | None = 1, authority: str = "Brackenshire", end: str = "2025-03-31", digest: str = "0"
) -> dict:
    """As little of a result as is looked at where it is entered."""
    bundle: dict[str, Any] = {"authority": authority, "digest": digest * 64, "notified_on": None}
    bundle |= {"period": {"start": "2024-04-01", "end": end}}
    return {
        "bundle": bundle | ({} if root_ is None else {"root": root(root_)}),
        "engine": {"version": "1"},
        "framework": {"id": "munro", "version": "1", "digest": NOUGHTS},
        "verdict": {"verdict": "emerging"},
        "themes": [{"theme": "stream", "standing": "doing"}],
        "findings": [{"id": "a-rule"}, {"id": "another-rule/x"}],
    }


@pytest.mark.parametrize("case", REFUSED, ids=[one["why"] for one in REFUSED])
def test_a_result_is_held_to_its_submission(case: dict[str, Any]) -> None:
    story = Story()
    story.submission(1)
    given = {"root_" if name == "root" else name: value for name, value in case["result"].items()}
    found = document(**given)
    if case["rule"] is None:
        made = draft_of(found, b"{}", story.entries)
        assert (made.about, made.authority, made.body.standings) == ((0,), "Brackenshire", (("stream", "doing"),))
    else:
        rule, told = refusal(draft_of, found, b"{}", story.entries)
        assert (rule, case["says"] in told) == (case["rule"], True)


def entered(register: Register, signer: keys.Signer, made: Draft) -> Entry:
    return register.append([made], signer)[0]


def test_from_a_result_to_a_decision(place: str, tmp_path: Path) -> None:
    signer = keys.new(tmp_path / "r.key")
    story = Story()
    story.submission(1)
    data = json.dumps(document()).encode()
    with opened(place, make=True) as register:
        entered(register, signer, Draft("submission", "Brackenshire", story.entries[0].body))
        one = entered(register, signer, draft(document(), data)(register))  # type: ignore[arg-type]
        assert refusal(draft(document(), data), register)[0] == "entered-already"  # type: ignore[arg-type]
        findings = ["a-rule", "another-rule/x"]
        assert refusal(reply_to, one, findings, "a-rul", "No.", "D") == (
            "no-such-finding",
            "register: error [no-such-finding] the inspection in entry 1 makes no finding 'a-rul'. Fix: did you mean 'a-rule'?",
        )
        assert refusal(reply_to, register.entry(0), findings, "a-rule", "No.", "D")[0] == "reply-to-no-result"
        assert "nobody replied to it" in refusal(decided_on, one, "upheld", "So.", "L")[1]
        reply = entered(register, signer, reply_to(one, findings, "a-rule", "  No.\n", "D"))
        assert reply.body.says == "No."  # type: ignore[union-attr]
        assert "it was replied to in entry 2" in refusal(decided_on, one, "upheld", "So.", "L", [reply])[1]
        decision = entered(register, signer, decided_on(reply, "upheld", "So.", "L"))
        assert (decision.about, [name for name, _, _ in register.names()]) == ((2,), ["brackenshire"])
        assert refusal(decided_on, decision, "upheld", "So.", "L")[0] == "decision-without-reply"


@pytest.mark.parametrize(
    ("says", "by", "fine"),
    [
        ("x" * LONGEST, "D", True), ("x" * (LONGEST + 1), "D", False), (" \n", "D", False), ("x", " ", False),
        ("x", "a\x1b[31m", False), ("\ud800", "D", False),
    ],
)  # fmt: skip
def test_texts_say_something_and_not_too_much(says: str, by: str, fine: bool) -> None:
    story = Story()
    made = story.result(story.submission(), {})
    if fine:
        assert reply_to(story.entries[made], (), None, says, by).body.says == says  # type: ignore[union-attr]
    else:
        assert refusal(reply_to, story.entries[made], (), None, says, by)[0] == "reply-text"


def altered(change: Callable[[dict[str, Any]], None]) -> dict[str, Any]:
    made = copy.deepcopy(result("harrowmere"))
    change(made)
    return made


def put(path: str, value: Any) -> Callable[[dict[str, Any]], None]:
    """What puts a value at a place."""

    def change(found: Any) -> None:
        *before, last = [int(one) if one.isdigit() else one for one in path.split(".")]
        for name in before:
            found = found[name]
        found[last] = value

    return change


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (put("verdict.verdict", "improving"), "gives emerging, and it says improving"),
        (put("verdict.row", "no-row"), "no row 'no-row'"),
        (put("verdict.score.value", 99.0), "score"),
        (put("verdict.assurance", "verified"), "it says verified, and nothing in it does"),
        (put("themes.0.standing", "lasting"), "stands at lasting"),
        (put("findings.0.says", "All is well."), "says other words than its rule"),
        (put("findings.0.withdrawn", True), "withdrawn"),
        (lambda one: one["findings"].pop(0), "which it does not have"),
        (lambda one: one["findings"].append(one["findings"][0] | {"id": "made-up"}), "do not make the finding 'made-up'"),
    ],
)  # fmt: skip
def test_a_result_that_does_not_follow_from_its_own_facts(change: Callable[..., None], says: str) -> None:
    rules = rulebook("patient-safety-learning")
    assert says in " ".join(faults(altered(change), rules))  # type: ignore[arg-type]


@pytest.mark.parametrize("example", ["harrowmere", "published-figures"])
def test_a_result_as_inspector_wrote_it_follows_from_its_facts(example: str) -> None:
    found: Any = result(example)
    assert faults(found, rulebook(found["framework"]["id"])) == []
