"""The history of an authority: what is put together from its entries, and what is said of it."""

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from evidence.make_schemas import DOCUMENTS, FOLDER, schema
from inspector.model.history import History
from inspector.model.ladder import STANDINGS
from inspector.register.histories import history, replies_to
from inspector.register.near import near
from inspector.report.history import render
from tests.register.story import Story, root

NEAR = yaml.safe_load((Path(__file__).parent / "near.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", NEAR, ids=[f"{one['name']}-{n}" for n, one in enumerate(NEAR)])
def test_names_that_are_spelt_nearly_the_same(case: dict[str, Any]) -> None:
    assert list(near(case["name"], case["others"])) == case["near"]


def told(story: Story, **more: Any) -> History:
    return history(story.authority, story.entries, **more)


def year() -> Story:
    """Two submissions; the first judged twice by one framework, the second by other rules; replied, decided and visited."""
    story = Story()
    first = story.submission(1, "2025-03-31")
    early = story.result(first, {"stream": 0, "voice": 1})
    story.result(first, {"stream": 1, "voice": 1}, held=True)
    second = story.submission(2, "2025-06-30")
    last = story.result(second, {"stream": 3, "voice": 1}, rules="1" * 64)
    reply = story.reply(last)
    story.decision(reply, "not-upheld")
    story.decision(reply, "partly-upheld")
    story.reply(early, None)
    story.visit(second)
    story.correction(first)
    return story


def test_a_year_in_order() -> None:
    found = told(year())
    assert [one.entry for one in found.submissions] == [0, 3]
    assert [(one.entry, one.submission, one.later) for one in found.inspections] == [
        (1, 0, 2),
        (2, 0, None),
        (4, 3, None),
    ]
    (stream, voice) = found.tracks
    assert [(step.inspection, step.standing, step.other_rules) for step in stream.steps] == [
        (2, "stated", False), (4, "showing", True),
    ]  # fmt: skip
    assert voice.steps[1].standing == "stated"
    (reply,) = found.inspections[2].replies
    assert [one.decision for one in reply.decisions] == ["not-upheld", "partly-upheld"]
    assert found.inspections[0].replies[0].finding is None
    assert found.submissions[0].corrections[0].says == "Another file."
    assert (found.visits[0].day, found.visits[0].submission) == ("2025-05-01", 3)


def test_the_order_of_entries_does_not_matter() -> None:
    story = year()
    assert history(story.authority, story.entries[::-1]) == told(story)
    assert replies_to(4, story.entries[::-1]) == told(story).inspections[2].replies


def test_a_submission_of_an_earlier_period_that_came_late_stands_where_its_period_does() -> None:
    story = Story()
    late = story.submission(1, "2025-06-30")
    story.result(late, {"stream": 2})
    early = story.submission(2, "2025-03-31")
    story.result(early, {"stream": 1})
    assert [step.standing for step in told(story).tracks[0].steps] == ["stated", "doing"]


def test_the_text_says_it_all() -> None:
    text = render(told(year(), titles={("munro", "stream"): "A stream"}, near=[("Brakenshire", 1)]), "text")
    assert "2 submissions, 3 inspections and 1 visit, from the 11 entries of Brackenshire in the register." in text
    assert "“Brakenshire” (1 entry)" in text
    assert "▂|▆  A stream: stated (1), showing (1)" in text
    assert "[a-rule] The authority (Director, 2025-04-06) says of this finding: “It is not so.”" in text
    assert "upheld part of what the authority says: “We looked.”" in text
    assert "Nothing was decided on it yet." in text
    assert "Entry 10 (2025-04-11) says what is wrong in entry 0" in text
    assert "Judged again by the same framework in entry 2" in text
    assert "The results in entries 1 and 4 were not held to their own rules" in " ".join(text.split())
    plain = render(told(year()), "text", ascii_only=True)
    assert plain.isascii()
    assert "-|+  stream" in plain


def test_what_is_set_aside_is_not_called_silent() -> None:
    story = Story()
    story.result(story.submission(), {"stream": -1, "voice": 0})
    found = told(story)
    assert "stream: set aside (1)" in render(found, "text")
    assert "voice: silent (1)" in render(found, "text")
    assert ">set aside</td>" in render(found, "html")
    (one,) = json.loads(render(found, "json"))["inspections"]
    assert [theme["state"] for theme in one["standings"]] == ["set-aside", "silent"]


def test_a_history_of_nothing_says_so() -> None:
    story = Story()
    story.submission()
    text = render(told(story), "text")
    assert "1 submission, 0 inspections and 0 visits, from the 1 entry of" in text
    assert "No inspection is entered." in text
    assert "<figure>" not in render(told(story), "html")


def test_the_page_is_harmless_and_its_charts_are_told_in_words() -> None:
    story = year()
    evil = told(story).model_copy(update={"authority": "<script>alert(1)</script>\u202e"})
    page = render(evil, "html")
    assert "<script" not in page
    assert "\u202e" not in page
    assert page.count('role="img"') == 2
    for id in re.findall(r'aria-labelledby="(theme-\d+-t theme-\d+-d)"', page):
        assert all(f'id="{one}"' in page for one in id.split())
    assert (
        "Where it stood in each inspection, by the end of the period judged: Mar 2025 stated, Jun 2025 showing." in page
    )


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_published_schema_is_the_one_that_the_types_make(name: str) -> None:
    """Where this fails, `python -m evidence.make_schemas` writes it anew: read what changed."""
    assert schema(name) == json.loads((FOLDER / f"{name}.schema.json").read_text(encoding="utf-8"))


STANDS = st.lists(st.dictionaries(st.sampled_from("abc"), st.integers(0, 4), min_size=1), min_size=1, max_size=6)


@given(STANDS, st.lists(st.booleans(), min_size=6, max_size=6))
def test_what_is_said_is_counted_again_from_the_entries(stands: list[dict[str, int]], twice: list[bool]) -> None:
    """A second opinion that shares no code: runs, numbers and marks of the text are those of the entries."""
    story = Story()
    last: dict[int, dict[str, int]] = {}
    for number, stood in enumerate(stands):
        submission = story.submission(number, f"2025-{number + 1:02d}-28")
        if twice[number]:
            story.result(submission, {"a": 4 - stood.get("a", 0)})
        story.result(submission, stood)
        last[number] = stood
    found = told(story)
    document = json.loads(render(found, "json"))
    jsonschema.Draft202012Validator(schema("history")).validate(document)
    text = render(found, "text")
    for theme in "abc":
        rungs = [last[number][theme] for number in sorted(last) if theme in last[number]]
        said = re.search(rf"(\S+)  {theme}: (.*)", text)
        if not rungs:
            assert said is None
            continue
        assert said is not None
        assert said[1] == "".join("·▂▄▆█"[rung] for rung in rungs)
        listed = [word for word, many in re.findall(r"([a-z]+) \((\d+)\)", said[2]) for _ in range(int(many))]
        assert listed == [STANDINGS[rung] for rung in rungs]
    assert f"{len(story.entries)} entr" in text.replace("\n", " ")
    assert root(0)[:19] in text
