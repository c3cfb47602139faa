"""The verdict as an assurance case: it obeys the tool's published grammar, and every objection hangs on what it challenges."""

import copy
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from inspector.report import render
from inspector.report.gsn import assurance_case
from inspector.report.gsn.case import TOP
from inspector.report.gsn.written import text
from tests.report.gsn_grammar import Strict, faults, nodes_of
from tests.report.results import EXAMPLES, HOSTILE, argued_result, hostile, result

HERE = Path(__file__).parent
TOOL = shutil.which("gsn2x")
CASES = yaml.safe_load((HERE / "gsn_grammar.yaml").read_text(encoding="utf-8"))
GOLDEN = HERE / "golden" / "published-figures.gsn.yaml"
CHALLENGED = {
    "finding": {"G": "standing/"},
    "evidence": {"G": ""},
    "theme": {"G": "standing/"},
    "probe": {"CG": "probe/"},
    "signal": {"G": ""},
    "unjudged": {"G": "unjudged/"},
}
"""The kind of node that an objection about each sort of thing hangs on, and how the name of what that stands for begins."""


@pytest.mark.parametrize("name", CASES)
def test_the_grammar_tells_a_sound_case_from_others(name: str) -> None:
    assert faults(CASES[name]["nodes"]) == sorted(CASES[name]["breaks"])


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_case_obeys_the_grammar(example: str) -> None:
    assert faults(nodes_of(render(result(example), "gsn"))) == []


@pytest.mark.skipif(TOOL is None, reason="gsn2x is not installed here; its published grammar is held in any case")
@pytest.mark.parametrize("example", EXAMPLES)
def test_the_tool_itself_reads_and_draws_it(example: str, tmp_path: Path) -> None:
    (tmp_path / "case.gsn.yaml").write_text(render(result(example), "gsn"), encoding="utf-8")
    command = [str(TOOL), "--extended-check", "--no-arch", "--no-evidence", "--no-full", "case.gsn.yaml"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    drawn = (tmp_path / "case.gsn.svg").read_text(encoding="utf-8")
    assert "<svg" in drawn
    assert "<a " not in drawn


@pytest.mark.parametrize("place", range(len(HOSTILE)))
def test_hostile_words_stay_words(place: int) -> None:
    shown = render(hostile(HOSTILE[place]), "gsn")
    nodes = nodes_of(shown)
    assert faults(nodes) == []
    assert list(nodes) == list(nodes_of(render(argued_with_questions(), "gsn")))
    for words in (value for node in nodes.values() for value in node.values() if isinstance(value, str)):
        assert not re.search(r"(?i)(https?|file)://|\*", words)
        assert not re.search(r"(?<![0-9A-Za-z])_|_(?![0-9A-Za-z])", words)
        assert "\n" not in words


def argued_with_questions() -> dict[str, Any]:
    return hostile("x")


@pytest.mark.parametrize(("words", "shown"), [
    ("a_b", "a_b"), ("_a b_", "＿a b＿"), ("é_a", "é＿a"), ("2*3 *bold*", "2∗3 ∗bold∗"), ("FILE:///etc", "FILE: ///etc"),
    ("at https://x.example", "at https: //x.example"), ("a: b", "a: b"), ("- x", "- x"), ("\u3000", "\u3000"),
    ('say "no" \\ # {a}', 'say "no" \\ # {a}'),
])  # fmt: skip
def test_words_as_the_tool_reads_them(words: str, shown: str) -> None:
    assert yaml.load(text(words), Loader=Strict) == shown


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_objection_hangs_on_what_it_is_about(example: str) -> None:
    case = assurance_case(result(example))
    given = result(example)["case_against"]
    for place, objection in enumerate(given, 1):
        mine = [node for node in case.nodes.values() if node.stands_for == f"case-against/{place}"]
        assert mine
        assert TOP not in [node.challenges for node in mine], objection["says"]
        allowed = {kind: start for one in objection["refers"] for kind, start in CHALLENGED[one["sort"]].items()}
        for node in mine:
            assert node.challenges is not None
            at = case.nodes[node.challenges]
            assert any(at.kind == kind and at.stands_for.startswith(start) for kind, start in allowed.items()), node
    if any(one["sort"] == "contradicts" for one in given):
        assert case.of(["CSn"])


@pytest.mark.parametrize("example", EXAMPLES)
def test_a_result_without_sorts_of_references_gives_the_same_case(example: str) -> None:
    old = copy.deepcopy(result(example))
    for objection in old["case_against"]:
        del objection["refers"]
    assert render(old, "gsn") == render(result(example), "gsn")


def test_every_objection_is_said() -> None:
    said = [node["text"] for node in nodes_of(render(argued_result(), "gsn")).values()]
    assert all(objection["says"] in said for objection in argued_result()["case_against"])


def test_a_result_without_an_argument_is_a_case_without_objections() -> None:
    bare = {name: part for name, part in argued_result().items() if name != "case_against"}
    assert faults(nodes_of(render(bare, "gsn"))) == []
    assert assurance_case(bare).of(["CSn"]) == []


@pytest.mark.parametrize("example", EXAMPLES)
def test_everything_that_the_verdict_hangs_on_is_a_node_of_its_own(example: str) -> None:
    found = result(example)
    stand_for = [node.stands_for for node in assurance_case(found).nodes.values()]
    for name in found["verdict"]["because"]:
        assert name == "basis" or name in stand_for
    assert {f"standing/{theme['theme']}" for theme in found["themes"]} <= set(stand_for)
    margins = found["would_change"].get("margins", {"pieces": []})["pieces"]
    assert {f"margin/{one['evidence']}" for one in margins} <= set(stand_for)
    facts = {fact["id"]: fact for fact in found["facts"]}
    for finding in found["findings"]:
        if f"finding/{finding['id']}" in stand_for:
            assert {piece for name in finding["facts"] for piece in facts[name]["rests_on"]} <= set(stand_for)
    assert all(
        one["path"] in render(found, "gsn") for one in found["bundle"]["resources"] if one["kind"] == "improvement-log"
    )


VISIT = yaml.safe_load((HERE / "gsn_visit.yaml").read_text(encoding="utf-8"))


def with_visit() -> dict[str, Any]:
    return {**result("good-on-paper"), "visit": copy.deepcopy(VISIT["visit"])}


def test_a_visit_is_at_the_nodes_that_it_is_about() -> None:
    """`gsn_visit.yaml` says what stands where: the kind, what challenges it or holds it up, and whether it is defeated."""
    nodes = nodes_of(render(with_visit(), "gsn"))
    assert faults(nodes) == []
    names = {id: node["standsFor"] for id, node in nodes.items()}
    found = [
        {"kind": id.rstrip("0123456789"), "stands_for": names[id], "defeated": node.get("defeated", False)}
        | ({"challenges": names[node["challenges"]]} if "challenges" in node else {})
        | (
            {"by": [names[other] for other in node["supportedBy"]]}
            if names[id].startswith("visit/") and "supportedBy" in node
            else {}
        )
        for id, node in nodes.items()
        if names[id].startswith(("visit/", "judged/", "answer/"))
    ]
    assert found == VISIT["expect"]
    left = next(node["text"] for node in nodes.values() if node["standsFor"] == "residual")
    assert all(words in left for words in VISIT["residual"])


def test_who_vouches_for_a_piece_or_a_part_of_it_stands_at_the_piece() -> None:
    made = copy.deepcopy(result("brackenshire"))
    pieces = [
        ("improvement-log", "key", "on-paper", "a."),
        ("improvement-log", "rest", "verified", "b."),
        ("indicators", "whole", "verified", "c."),
    ]
    said = [{"evidence": name, "part": part, "assurance": word, "says": says} for name, part, word, says in pieces]
    made["verdict"]["assured"] = {"says": "So it is.", "pieces": said}
    told = {node["standsFor"]: node["text"] for node in nodes_of(render(made, "gsn")).values()}
    assert "improvement-log (the rows on which most hangs) is on paper: a." in told["improvement-log"]
    assert "improvement-log (the other rows) is verified on site: b." in told["improvement-log"]
    assert "indicators is verified on site: c." in told["indicators"]
    assert told["assurance"] == "So it is."
    assert "improvement-log (the other rows)" not in told


def test_where_nobody_judged_nobody_has_accepted_what_is_left() -> None:
    made = with_visit()
    for theme in made["visit"]["themes"]:
        theme["judged"] = []
    left = [render(one, "gsn") for one in (made, result("good-on-paper"))]
    assert all("Nobody has accepted it." in text for text in left)
    assert "Nobody has accepted it." not in render(with_visit(), "gsn")


def test_hostile_words_of_a_visit_stay_words() -> None:
    made = with_visit()
    for place, words in enumerate(HOSTILE):
        made["visit"]["questions"][0]["answers"][0]["says"] = made["visit"]["themes"][0]["judged"][0]["says"] = words
        nodes = nodes_of(render(made, "gsn"))
        assert faults(nodes) == [], place
        assert not any(re.search("[\x00-\x1f]|https?://", node["text"]) for node in nodes.values())


def test_one_case_as_somebody_has_read_it() -> None:
    """`INSPECTOR_UPDATE_GOLDEN=1` writes it anew, to be read again."""
    # What the digests are of is another test's.
    shown = re.sub("[0-9a-f]{64}", "DIGEST", render(result("published-figures"), "gsn"))
    if os.environ.get("INSPECTOR_UPDATE_GOLDEN"):
        GOLDEN.parent.mkdir(exist_ok=True)
        GOLDEN.write_text(shown, encoding="utf-8", newline="\n")
    assert shown == GOLDEN.read_text(encoding="utf-8")
