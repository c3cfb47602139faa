"""A framework built on another: what it has otherwise, what it cannot have, and that none of it is silent."""

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inspector import framework as frameworks
from inspector.cli import _run
from inspector.framework import languages, shipped
from inspector.model.limits import LIMITS
from inspector.model.problems import CannotComplete, Problem
from inspector.model.rules import Framework
from inspector.report.document.extended import extended_values, extended_words
from inspector.workbench.check import check

ROWS = ["in-question", "fell", "both", "still", "tried-only", "readers-only", "none"]
ALL = Path(__file__).parents[1] / "frameworks"
BROKEN = yaml.safe_load((Path(__file__).parent / "variants.yaml").read_text(encoding="utf-8"))


@pytest.fixture
def copies(tmp_path: Path) -> Path:
    for name in ("pier", "harbour"):
        shutil.copytree(ALL / name, tmp_path / name)
    return tmp_path


@pytest.fixture(scope="module")
def harbour() -> Framework:
    return frameworks.read(ALL / "harbour")


@pytest.mark.parametrize("case", BROKEN, ids=[case["name"] for case in BROKEN])
def test_a_mistake_is_one_remark_where_it_is(case: dict[str, Any], copies: Path) -> None:
    file = copies / case["file"]
    text = file.read_text(encoding="utf-8")
    assert case["old"] in text
    file.write_text(text.replace(case["old"], case["new"], 1), encoding="utf-8")
    with pytest.raises(CannotComplete) as raised:
        frameworks.read(copies / case.get("of", "harbour"))
    assert [problem.rule for problem in raised.value.problems] == [case["rule"]]
    found = raised.value.problems[0]
    said = " ".join([found.message, found.expected, found.fix])
    assert [told for told in case["told"] if told not in said] == [], said
    assert (found.where.file, found.where.line) == ((copies / case.get("in", case["file"])).as_posix(), case["line"])


def test_what_is_changed_is_changed_and_the_rest_is_the_base(harbour: Framework) -> None:
    pier = frameworks.read(ALL / "pier")
    assert harbour.question == pier.question
    assert [rule.id for rule in harbour.rules] == [
        "somebody-tried",
        "something-rose",
        "tried-and-rose",
        "a-suggestion-was-acted-on",
        "loans-fell",
    ]
    assert not harbour.rules[0].unless
    assert harbour.rules[1:3] == pier.rules[1:3]
    assert [(theme.id, theme.weight) for theme in harbour.themes] == [("trying", 2), ("readers", 3), ("crews", 1)]
    assert [row.id for row in harbour.verdicts] == ROWS
    assert [source.id for source in harbour.sources] == ["boats", "own"]


def test_every_change_is_told_with_its_reason(harbour: Framework) -> None:
    (base,) = harbour.extends
    assert (base.id, base.version, base.asked, base.shipped) == ("pier", "1.2.3", "../pier@1.2", False)
    assert base.digest == frameworks.read(ALL / "pier").digest
    assert {(change.how, change.sort, change.id) for change in base.changes} == {
        ("added", "source", "boats"),
        ("replaced", "indicator", "loans"),
        ("added", "indicator", "pencils"),
        ("weighed", "theme", "readers"),
        ("added", "theme", "crews"),
        ("replaced", "rule", "somebody-tried"),
        ("dropped", "rule", "more-fell-than-rose"),
        ("added", "rule", "a-suggestion-was-acted-on"),
        ("added", "rule", "loans-fell"),
        ("replaced", "verdict-row", "both"),
        ("dropped", "verdict-row", "some"),
        ("added", "verdict-row", "tried-only"),
        ("added", "verdict-row", "readers-only"),
        ("dropped", "case", "a log of copies, and half of the measures fell"),
    }
    assert all(change.because for change in base.changes if change.how != "added")


def test_an_indicator_in_the_place_of_another_keeps_its_id_and_says_in_what_it_differs(harbour: Framework) -> None:
    assert [one.id for one in harbour.indicators] == ["pencils", "loans", "wait"]
    assert harbour.indicators[1].title == "Books lent to crews each month"
    (change,) = (one for one in harbour.extends[0].changes if (one.sort, one.how) == ("indicator", "replaced"))
    assert change.says == "title Books lent to crews each month instead of Loans each month"
    assert change.because.startswith("Crews are lent books for a whole voyage")


def test_what_is_worked_out_for_an_indicator_is_the_variants_where_it_is_replaced(copies: Path) -> None:
    worked = "  list: list-4\n  month_of: continuous_assessment_start_date\n  count: cases\n"
    for name, column in (
        ("pier", "continuous_assessment_start_date"),
        ("harbour", "continuous_assessment_date_of_authorisation"),
    ):
        file = copies / name / "indicators.yaml"
        text = file.read_text(encoding="utf-8")
        more = worked.replace("continuous_assessment_start_date", column)
        file.write_text(text.replace("  unit: number\n", f"  unit: number\n{more}", 1), encoding="utf-8")
    found = frameworks.read(copies / "harbour").derivations
    assert [(one.id, one.month_of) for one in found] == [("loans", "continuous_assessment_date_of_authorisation")]


def test_a_theme_that_is_dropped_takes_nothing_with_it_in_silence(copies: Path) -> None:
    (copies / "quay").mkdir()
    (copies / "quay" / "framework.yaml").write_text(QUAY, encoding="utf-8")
    found = frameworks.read(copies / "quay")
    assert [theme.id for theme in found.themes] == ["trying"]
    assert [row.id for row in found.verdicts] == ["in-question", "fell", "some", "still", "none"]
    (change,) = (one for one in found.extends[0].changes if one.sort == "theme")
    assert (change.how, change.id, change.because) == ("dropped", "readers", "Nobody reads on the quay.")
    said = extended_words(found.extends[0])
    assert "3 rules dropped (something-rose, tried-and-rose, more-fell-than-rose)" in said
    assert "1 theme dropped (readers)" in said
    assert ("theme", "readers", "dropped") in {
        (one["sort"], one["id"], one["how"]) for one in extended_values(found.extends)[0]["changes"]
    }
    # The rest of each case of the base is to come out as it does there; those that turn on the theme are told.
    told = [(one.rule, one.message) for one in check([copies / "quay"]) if one.level == "error"]
    assert {rule for rule, _ in told} <= {"case-failed"}
    assert all("a case of its base pier comes out otherwise here" in message for _, message in told)
    assert not any("names a theme" in message for _, message in told)


QUAY = """id: quay
version: 0.1.0
title: The quay, where nobody reads
extends: ../pier@1.2
drops:
  - {theme: readers, because: Nobody reads on the quay.}
  - {rule: something-rose, because: It is about readers.}
  - {rule: tried-and-rose, because: It is about readers.}
  - {rule: more-fell-than-rose, because: It is about readers.}
  - {row: both, because: It asks what readers notice.}
"""


def test_another_byte_of_the_base_is_another_variant(harbour: Framework, copies: Path) -> None:
    with (copies / "pier" / "rules" / "rules.yaml").open("a", encoding="utf-8") as file:
        file.write("# nothing\n")
    assert frameworks.read(copies / "harbour").digest != harbour.digest


def test_a_variant_of_what_ships_is_not_shipped(tmp_path: Path) -> None:
    of_munro(tmp_path)
    found = frameworks.read(tmp_path)
    assert found.extends[0].shipped
    assert not shipped.is_shipped(found)
    munro = frameworks.named("munro")
    assert not shipped.is_shipped(
        found.model_copy(update={"id": munro.id, "version": munro.version, "digest": munro.digest})
    )


def test_rows_stand_in_the_order_in_which_they_are_written(copies: Path) -> None:
    rows = copies / "harbour" / "framework.yaml"
    rows.write_text(rows.read_text(encoding="utf-8").replace("after: tried-only", "before: none"), encoding="utf-8")
    assert [row.id for row in frameworks.read(copies / "harbour").verdicts] == ROWS
    rows.write_text(rows.read_text(encoding="utf-8").replace("before: none", "after: still"), encoding="utf-8")
    assert [row.id for row in frameworks.read(copies / "harbour").verdicts] == ROWS


def test_a_variant_of_a_variant_tells_of_both(copies: Path) -> None:
    on_top(copies, "quay", "../harbour@0.1")
    found = frameworks.read(copies / "quay")
    assert [base.id for base in found.extends] == ["harbour", "pier"]
    assert found.rules == frameworks.read(copies / "harbour").rules


def test_as_many_bases_as_are_allowed_and_one_more(copies: Path) -> None:
    most = LIMITS["framework-bases"].most
    below = "../pier@1.2"
    for place in range(most + 1):
        on_top(copies, f"level-{place}", below)
        below = f"../level-{place}@0.1"
    assert len(frameworks.read(copies / f"level-{most - 1}").extends) == most
    with pytest.raises(CannotComplete) as raised:
        frameworks.read(copies / f"level-{most}")
    assert [problem.rule for problem in raised.value.problems] == ["extends-cycle"]
    assert "framework-bases" in raised.value.problems[0].fix


def on_top(folder: Path, name: str, extends: str) -> None:
    (folder / name).mkdir()
    (folder / name / "framework.yaml").write_text(
        f"id: {name}\nversion: 0.1.0\ntitle: On top\nextends: {extends}\n", encoding="utf-8"
    )


def of_munro(folder: Path) -> None:
    version = frameworks.named("munro").version
    (folder / "framework.yaml").write_text(
        f"id: ours\nversion: 0.1.0\ntitle: Ours\nextends: munro@{version}\n"
        "weights:\n  - {theme: stream, weight: 5, because: The board asked for it.}\n",
        encoding="utf-8",
    )


KEYS = (
    "extends",
    "engine",
    "drops",
    "weights",
    "verdicts",
    "themes",
    "sources",
    "core",
    "waive",
    "question",
    "version",
)
WORDS = st.sampled_from(
    [
        "../pier@1.2",
        "pier",
        "@",
        "@1",
        "../pier@",
        "../../../..@1",
        "\x00@1",
        "..@1",
        "a" * 300 + "@1",
        "both",
        "none",
        "rule",
    ]
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | WORDS | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "rule", "row", "case", "theme", "weight", "because", "before", "after"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=6,
)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changed=st.dictionaries(st.sampled_from(KEYS), VALUES, min_size=1, max_size=3))
def test_whatever_stands_in_it_is_read_or_refused(changed: dict[str, Any], tmp_path: Path) -> None:
    for name in ("pier", "harbour"):
        if not (tmp_path / name).exists():
            shutil.copytree(ALL / name, tmp_path / name)
    main = yaml.safe_load((ALL / "harbour" / "framework.yaml").read_text(encoding="utf-8"))
    text = yaml.safe_dump({**main, **changed}, allow_unicode=True, default_flow_style=None)
    (tmp_path / "harbour" / "framework.yaml").write_text(text, encoding="utf-8", errors="surrogatepass")
    problems, found = outcome(tmp_path / "harbour")
    assert bool(problems) != bool(found and found.extends)
    assert all(problem.where.file for problem in problems)


def outcome(folder: Path) -> tuple[tuple[Problem, ...], Framework | None]:
    """What is wrong with a framework, else the framework. Whatever else is raised is no answer."""
    try:
        return (), frameworks.read(folder)
    except CannotComplete as refused:
        return tuple(one for one in refused.problems if isinstance(one, Problem)), None


def test_a_variant_speaks_the_languages_of_its_base_and_its_own(copies: Path) -> None:
    for name, text in (("pier", "question: Beth?\ntitle: Y pier\n"), ("harbour", "title: Yr harbwr\n")):
        (copies / name / "languages").mkdir()
        (copies / name / "languages" / "cy.yaml").write_text(f"language: cy\n{text}", encoding="utf-8")
    found = frameworks.read(copies / "harbour")
    said = languages.said_in(found, "cy")
    assert (said[found.question], said[found.title]) == ("Beth?", "Yr harbwr")
    assert languages.said_in(found, "ga") == {}


def test_what_it_is_built_on_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(["framework", "show", str(ALL / "harbour")]) == 0
    said = capsys.readouterr().out
    assert "It is built on pier 1.2.3 (not one of those shipped, sha256 " in said
    assert "1 rule dropped (more-fell-than-rose)" in said
    assert "2 rules added (a-suggestion-was-acted-on, loans-fell)" in said
