"""What others learned: only of those that agreed, only what the result says, and in no order of merit."""

import json
from itertools import permutations
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from evidence.make_schemas import schema
from inspector.cli import _run
from inspector.cli.learn import learn
from inspector.learning.document import document, paragraphs
from inspector.learning.library import library
from inspector.model.register import ResultBody, SubmissionBody
from inspector.register import keys
from inspector.register.book import opened
from inspector.register.entries import Draft
from tests.batch.test_batch import RANKING

ROOT = Path(__file__).parents[2]
Capture = pytest.CaptureFixture[str]
EFFECT: dict[str, Any] = {
    "indicator": "again", "title": "Referred again", "tests": 4, "outcome": "followed", "small": 2, "entry": "t1",
    "aim": "read it twice", "prediction": "fewer", "lesson": "it helps", "decision": "adopt", "probability": 0.99,
    "false_share": 0.2,
}  # fmt: skip
HELD: dict[str, Any] = {"indicator": "again", "outcome": "held", "since_months": 14, "probability": 0.97}


def result(
    authority: str,
    effect: dict[str, Any] | None = None,
    held: dict[str, Any] | None = None,
    trust: str = "plain",
    **more: Any,
) -> dict[str, Any]:
    """A result, as far as is read of it."""
    facts = [
        {"id": "signal/claimed-effect/again", "kind": "signal/claimed-effect", "fields": EFFECT | (effect or {}),
         "says": f"What the tests of {authority} did.", "rests_on": ["indicator/again", "improvement-log"]},
        {"id": "signal/held/again", "kind": "signal/held", "fields": HELD | (held or {}), "says": "It held.", "rests_on": []},
        {"id": "signal/trajectory/again", "kind": "signal/trajectory", "says": "", "rests_on": [],
         "fields": {"known_as": "re-referrals"}},
    ]  # fmt: skip
    return {
        "bundle": {
            "authority": authority,
            "invented": True,
            "learning": {"ask": "the team"},
            "period": {"end": "2026-03-31"},
        },
        "verdict": {"verdict": "static", **more},
        "facts": facts,
        "trust": [{"evidence": "indicator/again", "trust": trust}],
    }


def test_a_lesson_has_the_words_of_the_result_and_how_sure_it_is() -> None:
    found = library([result("Nowhere", trust="exposed", assurance="committed")], 3, "re-referrals")
    (one,) = document(found)["lessons"]
    assert (one["aim"], one["lesson"], one["ask"], one["measure"]) == (
        "read it twice",
        "it helps",
        "the team",
        "re-referrals",
    )
    assert (one["false_share"], one["held_probability"], one["held_months"], one["exposed"]) == (0.2, 0.97, 14, True)
    told = "\n".join(text for _, text in paragraphs(found))
    assert "1 authority" in told
    assert "Of 3 others nothing is read" in told
    assert "About 20 in 100 matches as near as this would be chance; 2 small tests that were kept lie near it" in told
    assert "A submission that was received earlier vouches" in told
    assert "nobody else checked it" in told


@pytest.mark.parametrize("one", [
    result("A", {"outcome": "gain-came-first"}), result("A", {"small": 0}), result("A", held={"outcome": "partly"}),
    result("A", trust="compromised"), result("A") | {"verdict": {"verdict": "not-trusted"}},
], ids=["not in time", "none small", "faded", "not trusted", "nothing trusted"])  # fmt: skip
def test_what_is_no_lesson_still_counts_among_those_who_tried(one: dict[str, Any]) -> None:
    found = library([one, result("B")], 0)
    assert [lesson.authority for lesson in found.lessons] == ["B"]
    assert [(tried.places, tried.held) for tried in found.tried] == [(2, 1)]


def test_who_stands_first_says_nothing() -> None:
    """By measure and by the words of the test: neither by place, nor by how much was gained or how surely."""
    results = [
        result("A", {"aim": "walk there", "false_share": 0.01}),
        result("B", {"aim": "ask twice", "false_share": 0.6}),
        result("C", {"aim": "Meet outside", "false_share": 0.3}),
    ]
    for given in permutations(results):
        assert [one.aim for one in library(given, 0).lessons] == ["ask twice", "Meet outside", "walk there"]
    told = [learn.help or "", *(f"{' '.join(one.opts)} {getattr(one, 'help', None) or ''}" for one in learn.params)]
    assert [words for words in told if RANKING.search(words)] == []


def test_the_published_schema_is_that_of_the_document() -> None:
    published = json.loads((ROOT / "evidence" / "schemas" / "learning.schema.json").read_text("utf-8"))
    assert published == schema("learning")
    jsonschema.validate(document(library([result("A", trust="exposed"), result("B")], 2)), published)


def test_an_unknown_measure_has_those_that_are_there_beside_it() -> None:
    found = library([result("A")], 0, "re-referals")
    assert not found.tried
    assert found.known == ("again", "re-referrals")


def entered(place: Path, *given: tuple[str, bool, bool]) -> None:
    """A register of submissions, each of an authority that agrees or not, with a result or without."""
    signer = keys.new(place.with_suffix(".key"))
    with opened(str(place), make=True) as book:
        for number, (authority, agrees, judged) in enumerate(given):
            root = f"sha256:{number:064}"
            period = {"period_start": "2023-04-01", "period_end": "2026-03-31"}
            body = SubmissionBody(root=root, digest="d", learning=agrees, **period)
            (one,) = book.append([Draft("submission", authority, body)], signer)
            if judged:
                text = json.dumps(result(authority, {"aim": f"what {authority} tried"})).encode()
                of = ResultBody(root=root, digest="d", engine="1", framework="munro", framework_version="1",
                                framework_digest="f", verdict="static", assurance="on-paper", **period)  # fmt: skip
                book.append([Draft("result", authority, of, (one.index,), (("result.json", text),))], signer)


def test_nobody_is_named_who_does_not_agree_now(tmp_path: Path, capsys: Capture) -> None:
    entered(
        tmp_path / "r.sqlite",
        ("Agreed", True, True), ("Never", False, True), ("Withdrew", True, True), ("withdrew ", False, False),
        ("Later", False, True), ("Later", True, False), ("Asking", True, True),
    )  # fmt: skip
    assert _run(["learn", str(tmp_path / "r.sqlite"), "--leave-out", "asking", "--format", "json"]) == 0
    told = capsys.readouterr().out
    found = json.loads(told)
    assert [one["authority"] for one in found["lessons"]] == ["Agreed"]
    assert (found["agreed"], found["others"]) == (1, 3)
    assert not any(name in told for name in ("Never", "ithdrew", "Later", "Asking"))


def test_an_unknown_measure_and_a_register_that_is_not_there(tmp_path: Path, capsys: Capture) -> None:
    entered(tmp_path / "r.sqlite", ("Agreed", True, True), ("Never", False, True))
    assert _run(["learn", str(tmp_path / "r.sqlite"), "--measure", "re-referals"]) == 2
    told = capsys.readouterr().err
    assert "The one authority that agreed has no tests that name 're-referals'. Did you mean 're-referrals'?" in told
    assert "There are tests for: again, re-referrals." in told
    assert _run(["learn", str(tmp_path / "missing.sqlite")]) == 2


def test_where_nobody_agrees_it_is_said_how_one_does(tmp_path: Path, capsys: Capture) -> None:
    entered(tmp_path / "r.sqlite", ("Never", False, True))
    assert _run(["learn", str(tmp_path / "r.sqlite")]) == 2
    told = capsys.readouterr().err
    assert '`"learning": {"ask": "whom others can ask"}`' in told
    assert "Never" not in told
