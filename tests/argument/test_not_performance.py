"""Each of the five reasons shows where the bundle shows it, and does not where it does not; and nobody stands there by name."""

from typing import Any, get_args

import pytest

from inspector.argument.not_performance import not_performance
from inspector.model.argument import Reason
from inspector.model.evidence import Evidence, Rows
from inspector.model.facts import Fact
from inspector.model.inspection import Inspection
from inspector.model.partnership import Commitment
from inspector.model.voice import Voice
from tests.argument.by_hand import (
    START,
    WITHIN,
    at,
    evidence,
    figure,
    finding,
    indicator,
    inspection,
    resource,
    review,
    theme,
    trace,
)  # fmt: skip
from tests.verified import by_register, partners_for_themselves

MEASURES = ("outcome", "experience", "process", "balancing")
KINDS = (
    "indicators", "indicator-register", "improvement-log", "participation", "recommendations", "case-reviews", "leadership",
    "partnership", "voice", "self-evaluation", "case-records",
)  # fmt: skip


def whole(**other: Any) -> Evidence:
    """Evidence in which as little as possible speaks for any of the reasons: others looked, and partners gave what they say."""
    return partners_for_themselves(by_register(unlooked(**other)))


def unlooked(**other: Any) -> Evidence:
    """The same without any record of a look, and as the authority gave it all."""
    register = tuple(
        indicator(f"i{n}", n, measure=MEASURES[n % 4], recorded_by="team", verified_by="inspectorate")
        for n in range(12)
    )
    said = Voice(**at(2), id="v", period_start=START, period_end=WITHIN, group="children", theme="visits")
    promise = Commitment(
        **at(2, "partnership.csv"),
        id="p",
        from_agency="A",
        to_agency="B",
        commitment="ring",
        made_on=WITHIN,
        partner_says="kept",
    )
    parts = {
        "indicators": register,
        "figures": tuple(figure(one.indicator) for one in register),
        "voice": (said,),
        "partnership": (promise,),
        "resources": tuple(resource(kind) for kind in KINDS),
    }
    return evidence(**{**parts, **other})


def reasons(found: Inspection, given: Evidence) -> dict[str, Reason]:
    return {one.reason: one for one in not_performance(found, given)}


def call(id: str, probability: Any) -> Fact:
    return Fact(id=f"signal/trajectory/{id}", kind="signal/trajectory", fields={"probability": probability})


def test_all_five_come_in_the_order_of_the_source_even_for_nothing_at_all() -> None:
    for given in (evidence(), whole()):
        named = tuple(one.reason for one in not_performance(inspection(), given))
        assert named == get_args(Reason.model_fields["reason"].annotation)


def test_where_nothing_speaks_for_them_none_applies() -> None:
    found = inspection(facts=[call("a", 0.99)])
    assert {one.reason for one in not_performance(found, whole()) if one.applies} == set()


def register(**change: Any) -> dict[str, Any]:
    return {"indicators": tuple(one.model_copy(update=change) for one in whole().indicators)}


@pytest.mark.parametrize(
    ("reason", "parts", "told"),
    [
        ("limited-range", {"indicators": whole().indicators[:3]}, "The bundle has 3 measures"),
        ("limited-range", register(measure="process"), "None is of the sorts outcome, experience, balancing."),
        ("measurable-only", {"voice": ()}, "Nothing that those whom the service is for say"),
        (
            "measurable-only",
            register(measure="process"),
            "Of 12 measures whose sort is known 12 do not show what became of anybody, but what was done (12).",
        ),
        ("one-party", {"partnership": ()}, "Nothing of other agencies"),
        ("one-party", register(verified_by="team"), "0 of 12 measures were looked at again by another body"),
        ("one-party", register(verified_by=None), "records that it gave and sealed. In files"),
        ("selective", {"resources": whole().resources[:10]}, "Of 11 kinds of evidence 1 is not in it: case-records."),
        ("selective", {"figures": whole().figures[:10]}, "2 of 12 registered measures have no figures."),
        ("selective", {"left_out": (Rows(resource="a", rows=(2, 9)),)}, "2 rows could not be read"),
    ],
)
def test_a_reason_shows_where_the_evidence_shows_it(reason: str, parts: dict[str, Any], told: str) -> None:
    one = reasons(inspection(), whole(**parts))[reason]
    assert one.applies
    assert told in one.says


def sorts(counted: int, every: int) -> dict[str, Any]:
    """A register of so many measures, of which so many count what was done."""
    made = (indicator(f"i{n}", n, measure="process" if n < counted else "outcome") for n in range(every))
    return {"indicators": tuple(made)}


def checkers(checked: int, every: int) -> dict[str, Any]:
    """A register of so many measures, of which so many were looked at by somebody else."""
    by = ("inspectorate" if n < checked else "team" for n in range(every))
    made = tuple(indicator(f"i{n}", n, recorded_by="team", verified_by=who) for n, who in enumerate(by))
    return {"indicators": made, "figures": tuple(figure(one.indicator) for one in made)}


@pytest.mark.parametrize(
    ("reason", "parts", "applies"),
    [
        ("limited-range", {"indicators": whole().indicators[:11]}, True),
        ("limited-range", {"indicators": whole().indicators[:12]}, False),
        ("measurable-only", sorts(9, 12), True),
        ("measurable-only", sorts(8, 12), False),
        ("measurable-only", sorts(7, 10), False),
        ("measurable-only", {"indicators": ()}, False),
        ("measurable-only", {"indicators": (indicator("i"),)}, False),
        ("one-party", checkers(9, 12), False),
        ("one-party", checkers(8, 12), True),
        ("one-party", checkers(14, 20), True),
        ("one-party", checkers(15, 20), False),
        ("one-party", checkers(20, 20), False),
    ],
)
def test_at_and_beside_twelve_measures_and_three_quarters_of_them(
    reason: str, parts: dict[str, Any], applies: bool
) -> None:
    assert reasons(inspection(), whole(**parts))[reason].applies is applies


@pytest.mark.parametrize(
    ("said", "applies"),
    [
        ({"partner_says": "kept"}, False),
        ({"partner_statement": "They rang."}, False),
        ({"partner_statement": ""}, True),
    ],
)
def test_partners_speak_for_themselves_in_a_word_or_in_words(said: dict[str, str], applies: bool) -> None:
    promise = Commitment(
        **at(2, "partnership.csv"),
        id="p",
        from_agency="A",
        to_agency="B",
        commitment="ring",
        made_on=WITHIN,
        partner_says=None,
    )
    other = promise.model_copy(update=said)
    one = reasons(inspection(), whole(partnership=(promise, other)))["one-party"]
    assert one.applies is applies
    assert f"partners speak about {0 if applies else 1} of 2 commitments." in one.says
    assert one.about == ("partnership",)


def test_names_in_the_register_and_partners_by_the_authority_s_hand_are_no_second_party() -> None:
    one = reasons(inspection(), unlooked())["one-party"]
    assert one.applies
    assert "0 of 12 measures were looked at again" in one.says
    assert "The register names somebody who checks 12 of them, which is no record that anybody did." in one.says
    assert "partners speak about 0 of 1 commitment." in one.says


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (inspection(facts=[call("a", 0.95)]), None),
        (inspection(facts=[call("a", 0.9499)]), "1 of 1 series is called"),
        (inspection(facts=[call("a", "high"), call("b", 0.99)]), None),
        (inspection(facts=[Fact(id="signal/trajectory/a", kind="signal/trajectory", fields={})]), None),
        (inspection(facts=[Fact(id="signal/s/a", kind="signal/s", fields={"probability": 0.1})]), None),
        (inspection(themes=[theme("effect", low="stated", high="doing")]), "0 of 0 series"),
        (inspection([finding("a", direction="neither")]), "1 finding has to be weighed"),
        (inspection([finding(n, direction="neither") for n in "ab"]), "2 findings have to be weighed"),
        (inspection([finding("a", direction="neither", withdrawn=True)]), None),
    ],
    ids=[
        "sure", "less sure", "no number", "no probability", "no call", "one theme could stand elsewhere", "one to weigh",
        "two to weigh", "withdrawn",
    ],
)  # fmt: skip
def test_any_one_thing_to_weigh_makes_it_an_interpretation(found: Inspection, told: str | None) -> None:
    one = reasons(found, whole())["interpretation"]
    assert one.applies is (told is not None)
    assert (told or "0 of ") in one.says


def test_a_sort_that_is_missing_or_a_silent_theme_each_limits_the_range() -> None:
    alone = reasons(inspection(), whole(**register(measure="outcome")))["limited-range"]
    assert alone.applies
    assert "stands nowhere" not in alone.says
    silent = reasons(inspection(themes=[theme("effect", "silent")]), whole())["limited-range"]
    assert silent.applies
    assert "None is of the sorts" not in silent.says
    unsaid = reasons(inspection(), whole(**register(measure=None)))["limited-range"]
    assert "Of what sort they are is not stated by 12 of 12." in unsaid.says
    assert not unsaid.applies


def test_those_whom_it_is_for_are_counted_where_they_are_heard() -> None:
    group = whole().voice[0]
    said = tuple(group.model_copy(update={"group": who}) for who in ("children", "families", "carers", "partners"))
    one = reasons(inspection(), whole(voice=said))["measurable-only"]
    assert "Those whom the service is for said 3 things" in one.says
    assert (one.applies, one.about) == (False, ("voice",))
    assert reasons(inspection(), whole(voice=said[3:]))["measurable-only"].about == ()


@pytest.mark.parametrize(
    ("names", "told"),
    [
        ((), "Whoever put the bundle together chose what is in it; who that was is not stated."),
        (("A",), "1 of 1 file says who submitted it."),
        (("A", "A"), "2 of 2 files say who submitted them, and it is the same for all of them."),
        (("A", "B"), "2 of 2 files say who submitted them."),
        (("A", None, "A"), "2 of 3 files say who submitted them, and it is the same for all of them."),
        ((None,), "Whoever put the bundle together chose what is in it; who that was is not stated."),
    ],
)
def test_who_chose_is_told_in_numbers(names: tuple[str | None, ...], told: str) -> None:
    files = tuple(resource("voice", submitted_by=name) for name in names)
    assert f"{told} Of 11 kinds" in reasons(inspection(), unlooked(resources=files))["selective"].says


def test_gaps_are_counted_among_the_series_that_were_looked_at() -> None:
    looked = [
        trace("indicator/i1", "selective-evidence", "clear", effect=0.1),
        trace("indicator/i2", "selective-evidence", "clear", effect=0.0),
        trace("indicator/i3", "selective-evidence", "insufficient-data"),
        trace("improvement-log", "selective-evidence", "clear", effect=0.4),
        trace("indicator/i4", "late-entries", "clear", effect=0.4),
    ]
    one = reasons(inspection(traces=looked), whole())["selective"]
    assert "1 of 2 series has periods missing." in one.says
    assert one.about == ()
    assert not reasons(inspection(traces=looked[1:]), whole())["selective"].applies


@pytest.mark.parametrize("group", ["front-line", "partners"])
def test_what_staff_or_partners_say_is_not_the_voice_of_those_it_is_for(group: str) -> None:
    said = tuple(one.model_copy(update={"group": group}) for one in whole().voice)
    assert reasons(inspection(), whole(voice=said))["measurable-only"].applies


def test_what_has_to_be_read_and_weighed_is_counted() -> None:
    found = inspection(
        findings=[
            finding("a", direction="neither"),
            finding("b", direction="neither", withdrawn=True),
            finding("c", direction="worse"),
        ],
        facts=[call("x", 0.94), call("y", 0.95)],
        themes=[theme("stream"), theme("effect", low="stated", high="showing")],
    )
    one = reasons(found, whole())["interpretation"]
    assert one.applies
    assert "1 of 2 series is called" in one.says
    assert "1 of 2 themes could stand elsewhere" in one.says
    assert "1 finding has to be weighed" in one.says
    assert one.about == ("standing/effect",)


def test_silent_themes_are_named() -> None:
    one = reasons(inspection(themes=[theme("stream"), theme("effect", "silent")]), whole())["limited-range"]
    assert one.applies
    assert one.about == ("standing/effect",)
    assert "1 of 2 themes stands nowhere; on 1 of these nothing was submitted." in one.says


def test_what_was_not_submitted_is_asked_about_by_the_probe_that_looks_for_it() -> None:
    looked = [
        trace("indicator/i1", "selective-evidence", effect=0.2, says="9 of 12 periods have figures."),
        trace("indicator/i2", "selective-evidence", "clear", effect=0.0),
        trace("indicator/i3", "late-entries", effect=0.5, says="Late."),
    ]
    one = reasons(inspection(traces=looked), whole())["selective"]
    assert one.applies
    assert "1 of 2 series has periods missing. 9 of 12 periods have figures." in one.says
    assert one.about == ("probe/selective-evidence/indicator/i1",)


def test_reviews_kept_to_oneself_are_said() -> None:
    kept = whole(case_reviews=(review("c1"), review("c2", shared_with=("police",)), review("c3")))
    assert (
        "2 of 3 case reviews name nobody with whom they were shared." in reasons(inspection(), kept)["one-party"].says
    )


def test_nobody_stands_there_by_name() -> None:
    named = tuple(resource(kind, submitted_by="Ada Example") for kind in KINDS)
    parts = {"resources": named, **register(recorded_by="Ada Example", verified_by="Bob Example")}
    alone = not_performance(inspection(), unlooked(**parts))
    assert "11 of 11 files say who submitted them, and it is the same for all of them." in alone[4].says
    found = (*alone, *not_performance(inspection(), whole(**parts)))
    assert not any("Example" in text for one in found for text in (one.says, *one.about))


def test_of_people_with_a_framework_s_own_word_nobody_says_that_they_were_not_heard() -> None:
    said = tuple(one.model_copy(update={"group": "householders"}) for one in whole().voice)
    one = reasons(inspection(), whole(voice=said))["measurable-only"]
    assert "framework's own said 1 thing; whether the service is for them is not stated." in one.says
    assert "Nothing that those" not in one.says
    assert (one.applies, one.about) == (True, ("voice",))
