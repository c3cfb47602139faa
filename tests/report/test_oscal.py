"""OSCAL: the structure that NIST's assessment results model (1.1.3) asks for, and identifiers that hold."""

import json
import re
from typing import Any

import jsonschema
import pytest

from inspector.report import render
from tests.report.results import EXAMPLES, HOSTILE, hostile, result

TEXT = {"type": "string", "minLength": 1}
UUID = {
    "type": "string",
    "pattern": "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[45][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$",
}
TIME = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$"}
TOKEN = {"type": "string", "pattern": r"^[A-Za-z_][\w.\-]*$"}


def shape(needed: dict[str, Any], optional: dict[str, Any] | None = None) -> dict[str, Any]:
    properties = {**needed, **(optional or {})}
    return {"type": "object", "properties": properties, "required": list(needed), "additionalProperties": False}


def several(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items, "minItems": 1}


PROPS = several(
    shape({"name": TOKEN, "value": {"type": "string", "pattern": r"^\S(.*\S)?$"}}, {"ns": {"type": "string"}})
)
METADATA = shape(
    {"title": TEXT, "last-modified": TIME, "version": TEXT, "oscal-version": {"const": "1.1.3"}},
    {"props": PROPS, "remarks": TEXT},
)
OBSERVATION = shape(
    {"uuid": UUID, "description": {"type": "string"}, "methods": several({"enum": ["EXAMINE", "INTERVIEW", "TEST"]}),
     "collected": TIME},
    {"types": several({"enum": ["ssp-statement-issue", "control-objective", "mitigation", "finding", "historic"]}),
     "title": TEXT, "props": PROPS, "relevant-evidence": several(shape({"description": TEXT})), "remarks": TEXT},
)  # fmt: skip
STATUS = shape({"state": {"enum": ["satisfied", "not-satisfied"]}}, {"reason": TOKEN, "remarks": TEXT})
TARGET = shape({"type": {"enum": ["statement-id", "objective-id"]}, "target-id": TOKEN, "status": STATUS})
FINDING = shape(
    {"uuid": UUID, "title": TEXT, "description": TEXT, "target": TARGET},
    {"props": PROPS, "related-observations": several(shape({"observation-uuid": UUID}))},
)
PART: dict[str, Any] = shape(
    {"name": TOKEN},
    {"uuid": UUID, "ns": {"type": "string"}, "title": TEXT, "prose": TEXT, "props": PROPS,
     "parts": several({"$ref": "#/$defs/part"})},
)  # fmt: skip
OBJECTIVES = several(shape({"objective-id": TOKEN}))
REVIEWED = shape(
    {"control-selections": several(shape({"include-all": shape({})})),
     "control-objective-selections": several(shape({}, {"description": TEXT, "include-objectives": OBJECTIVES,
                                                        "exclude-objectives": OBJECTIVES, "remarks": TEXT}))},
)  # fmt: skip
ATTESTATION = shape({"parts": several({"$ref": "#/$defs/part"})})
RESULT = shape(
    {"uuid": UUID, "title": TEXT, "description": TEXT, "start": TIME, "reviewed-controls": REVIEWED},
    {"end": TIME, "props": PROPS, "observations": several(OBSERVATION), "findings": several(FINDING), "remarks": TEXT,
     "attestations": several(ATTESTATION)},
)  # fmt: skip
RESOURCE = shape({"uuid": UUID}, {"title": TEXT, "description": TEXT, "props": PROPS})
SCHEMA = shape(
    {
        "assessment-results": shape(
            {"uuid": UUID, "metadata": METADATA, "import-ap": shape({"href": TEXT}), "results": several(RESULT)},
            {"back-matter": shape({"resources": several(RESOURCE)})},
        )
    }
) | {"$defs": {"part": PART}}


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_structure_is_that_of_assessment_results(example: str) -> None:
    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(render(result(example), "oscal")))


@pytest.mark.parametrize("place", range(len(HOSTILE)))
def test_hostile_text_keeps_the_structure(place: int) -> None:
    text = render(hostile(HOSTILE[place]), "oscal")
    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(text))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]", text)


def test_identifiers_are_unique_and_references_hold() -> None:
    document = json.loads(render(result("brackenshire"), "oscal"))["assessment-results"]
    found = re.findall(r'"uuid": "([^"]+)"', json.dumps(document))
    assert len(found) == len(set(found))
    (only,) = document["results"]
    seen = {one["uuid"] for one in only["observations"]}
    named = [one["observation-uuid"] for theme in only["findings"] for one in theme.get("related-observations", [])]
    assert named
    assert set(named) <= seen
    assert document["import-ap"]["href"][1:] in {one["uuid"] for one in document["back-matter"]["resources"]}


def test_another_bundle_has_other_identifiers() -> None:
    first, second = (json.loads(render(result(name), "oscal"))["assessment-results"] for name in EXAMPLES[:2])
    assert first["uuid"] != second["uuid"]


def silent(document: dict[str, Any]) -> dict[str, Any]:
    """What the observations for themes that were not assessed say, by theme."""
    (only,) = document["assessment-results"]["results"]
    props = [(one, {prop["name"]: prop["value"] for prop in one["props"]}) for one in only["observations"]]
    return {props["theme"]: one for one, props in props if props.get("assessed") == "no"}


def test_silence_is_never_called_unsatisfied() -> None:
    found = result("published-figures")
    document = json.loads(render(found, "oscal"))
    assert {theme["theme"] for theme in found["themes"] if theme["standing"] == "silent"} == set(silent(document))
    assert silent(document)["stream"]["remarks"].startswith("Nothing that was submitted lets this be assessed.")
    assert "improvement-log" in silent(document)["stream"]["remarks"]
    (only,) = document["assessment-results"]["results"]
    told = {one["target"]["target-id"]: one["target"]["status"] for one in only.get("findings", ())}
    assert set(told) == {theme["theme"] for theme in found["themes"] if theme["standing"] != "silent"}
    assert all(not status["remarks"].startswith("silent") for status in told.values())


@pytest.mark.parametrize("example", EXAMPLES)
def test_what_was_not_evaluated_is_left_out_of_the_objectives(example: str) -> None:
    """The standard has no third state: a theme is an objective with a finding, or one that was left out, with an observation."""
    found = result(example)
    document = json.loads(render(found, "oscal"))
    (only,) = document["assessment-results"]["results"]
    (selected,) = only["reviewed-controls"]["control-objective-selections"]
    taken, left = (
        [one["objective-id"] for one in selected.get(f"{word}-objectives", ())] for word in ("include", "exclude")
    )
    states = {theme["theme"]: theme["state"] for theme in found["themes"]}
    assert taken == [name for name, state in states.items() if state == "stands"]
    assert left == [name for name, state in states.items() if state != "stands"]
    assert taken == [one["target"]["target-id"] for one in only.get("findings", ())]
    for name in left:
        told = silent(document)[name]
        props = {prop["name"]: prop["value"] for prop in told["props"]}
        assert told["types"] == ["control-objective"]
        assert (props["state"], props["evaluated"]) == (
            states[name],
            "yes" if states[name] == "nothing-shown" else "no",
        )
        assert ("Nothing that was submitted" in told["remarks"]) == (states[name] == "silent")


def test_where_nothing_is_evidenced_there_is_no_score() -> None:
    (only,) = json.loads(render(result("published-figures"), "oscal"))["assessment-results"]["results"]
    assert not [one for one in only["props"] if one["name"].startswith("score")]
    assert "Improvement score: none, because nothing is evidenced." in only["remarks"]
