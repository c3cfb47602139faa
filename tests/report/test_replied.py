"""What an authority said of a finding, and what was decided, in every format that has findings in words."""

import copy
from typing import Any

import pytest

from inspector.report import render
from inspector.report.replied import with_replies
from inspector.report.text import render as text
from tests.report.results import result

REPLY: Any = {
    "entry": 7, "on": "2026-05-02", "result": 6, "finding": None, "says": "<b>It is not so.</b>", "by": "Director",
    "decisions": [], "corrections": [],
}  # fmt: skip
DECISION: Any = {"entry": 8, "on": "2026-05-03", "decision": "partly-upheld", "says": "We looked.", "by": "Lead"}
ESCAPED = {"html": "&lt;b&gt;It is not so.&lt;/b&gt;", "markdown": "&lt;b&gt;It is not so.&lt;/b&gt;"}


def told(form: str, *replies: Any) -> str:
    document = with_replies(copy.deepcopy(result("published-figures")), replies)  # type: ignore[arg-type]
    return text(document, ()) if form == "text" else render(document, form)


@pytest.mark.parametrize("form", ["text", "html", "markdown", "oscal"])
def test_replies_stand_beside_what_they_are_about(form: str) -> None:
    finding = result("published-figures")["findings"][0]["id"]
    page = told(form, {**REPLY, "finding": finding, "decisions": [DECISION]}, REPLY, {**REPLY, "finding": "gone-rule"})
    flat = " ".join(page.split())
    says = ESCAPED.get(form, "<b>It is not so.</b>")
    assert f"The authority (Director, 2026-05-02) says of this finding: “{says}”" in flat
    assert "The inspector (Lead, 2026-05-03) upheld part of what the authority says: “We looked.”" in flat
    assert f"says of the result as a whole: “{says}”" in flat
    assert f"says of gone-rule, a finding that this result does not make: “{says}”" in flat
    assert flat.count("Nothing was decided on it yet.") == 2


@pytest.mark.parametrize("form", ["text", "html", "markdown", "oscal", "json"])
def test_without_replies_nothing_is_said_of_any(form: str) -> None:
    page = told(form)
    assert "says of this finding" not in page
    assert '"replies"' not in page
