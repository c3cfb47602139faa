"""The published schema of a result says what the types of its document say, and a document is what both say."""

import copy
import json
from collections.abc import Iterator
from typing import Any, is_typeddict

import jsonschema
import pytest

from evidence.make_inspection_schema import OUT, schema
from inspector.model.own_words import WORD_SORTS
from inspector.report.document import shape
from inspector.report.document.shape import (
    argument,
    calibration,
    judged,
    judged_from,
    pictures,
    problems,
    promised,
    replies,
    told,
    units,
    visit,
)
from tests.report.results import argued_result

PUBLISHED = json.loads(OUT.read_text(encoding="utf-8"))
CHECKER = jsonschema.Draft202012Validator(PUBLISHED, format_checker=jsonschema.FormatChecker())

MODULES = (shape, argument, calibration, judged, judged_from, pictures, problems, promised, replies, told, units, visit)
KINDS = {kind for module in MODULES for kind in vars(module).values() if is_typeddict(kind)} - {argument.Argued}


AS_IF = ("judged_from", 0, "as_if", 0)
OPEN = (("judged_from", 0, "known"), (*AS_IF, "facts", 0, "fields"))


def objects(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The places of all objects in a document."""
    if isinstance(value, dict):
        yield path
    for name, part in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from objects(part, (*path, name))


def short(value: Any) -> Any:
    """The document with one part of each list of objects: the one in which the most objects are."""
    if isinstance(value, dict):
        return {name: short(part) for name, part in value.items()}
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return [short(max(value, key=lambda part: len(list(objects(part)))))]
    return value[:3] if isinstance(value, list) else value


def at(value: Any, path: tuple[str | int, ...]) -> Any:
    for step in path:
        value = value[step]
    return value


def visited(rows: Any) -> dict[str, Any]:
    """A visit in which every object occurs."""
    none = {"not_seen": 1, "partly": 0, "could_not_look": 0, "differs": 0}
    claim = {"id": "improvement-log", "evidence": "improvement-log", "members": [], "unit": "row", "part": "whole"}
    counts = {"of": 9, "fewer_than": 3, "confidence": 0.95, "drawn": 4, "looked": 4, "wrong": 1, "waiting": 0}
    counts |= {"no_guarantee": 0, "found_wrong": 1, "least": 1, "most": 5, "rows_left": 3}
    ladder = {"on_paper": "showing", "on_paper_state": "stands", "after": "doing", "after_state": "stands"}
    own = {
        "by": "A",
        "standing": "doing",
        "says": "Two teams knew of no test.",
        "on": "2026-01-02",
        "expires_on": "2027-01-02",
    }
    aside = {
        "claim": "improvement-log",
        "evidence": "improvement-log",
        "count": 1,
        **none,
        "rows": rows,
        "says": "1 row.",
    }
    less = {
        "evidence": "improvement-log",
        "claim": "improvement-log",
        "rows": 4,
        "how": "trusted-less",
        "says": "Less.",
    }
    asked = {
        "id": "q1",
        "question": "What?",
        "because": ["x"],
        "answers": [{"by": "A", "says": "This.", "on": "2026-01-02"}],
    }
    seal = "sha256:" + "0" * 64
    drawn = {"number": 1, "seed": "4 1", "origin": "dice", "guarantee": True, "rows": 4, "seal": seal}
    return {
        "seal": seal, "planned_on": "2026-11-20", "confidence": 0.95, "guarantee": True, "rounds": [drawn],
        "inspectors": [{"by": "A", "entries": 4, "first": "2026-12-01", "last": "2026-12-01"}],
        "on_paper": "improving", "on_paper_says": "So.", "left": 0, "conflicts": 0, "corrected": 0, "says": ["4 rows."],
        "themes": [{"theme": "stream", "title": "A stream", **ladder, "judged": [own]}],
        "claims": [{**claim, "claim": "Of 9.", **counts, "state": "open", "says": "Of 9."}],
        "aside": [aside], "less": [less], "questions": [asked],
    }  # fmt: skip


def commitment(rows: Any) -> dict[str, Any]:
    """What earlier submissions vouch for, with every object that can be in it."""
    counts = {"evidence": "improvement-log", "committed": 8, "of": 9, "first_not": rows}
    gain = {"indicator": "visits", "title": "Visits", "better": "up", "began": "May 2025", "onset": "2025-05-01"}
    gain |= {"tests": ["a1"], "rows": rows, "started_on": "2025-04-02", "received_on": "2025-04-30", "by": "register"}
    dated = {"by": "register", "submissions": 2, "key": "00"}
    days = {"first_received": "2025-01-31", "last_received": "2025-12-31", "submissions": 3, "says": "8 of 9."}
    more = {"dated": [dated], "rows": [counts], "indicators": [counts], "without": "improving"}
    return {**days, **more, "foretold": [{**gain, "key": "00", "entry": 3, "says": "It was foretold."}]}


def whole() -> dict[str, Any]:
    """A document in which every object occurs."""
    where = {"file": "a.csv", "line": None, "column": None, "row": 2, "field": "days", "path": None}
    problem = {"rule": "wrong-type", "level": "error", "message": "x", "expected": "", "fix": "", "where": where}
    part = {"name": "a-package", "version": "1.0", "provides": ["signal/days-to-study"]}
    more = {"problems": [problem], "plugins": [part]}
    document = copy.deepcopy(short(argued_result() | more))
    rows = [{"resource": "a.csv", "rows": [[2, 2]]}]
    changed = {"sort": "theme", "id": "stream", "how": "weighed", "because": "Crews asked.", "says": "2 instead of 1"}
    base = {
        "id": "munro",
        "version": "0.3.0",
        "digest": "0" * 64,
        "shipped": True,
        "asked": "munro@0.3",
        "changes": [changed],
    }
    document["framework"]["extends"] = [base]
    document["framework"]["words"] = {sort: {"volunteers": "the volunteers"} for sort in WORD_SORTS}
    document["framework"]["waivers"] = [
        {"lint": "yes-no-question", "of": "x", "because": "It is.", "by": "us", "until": "2027-03-31"}
    ]
    document["facts"][0]["aside"] = [{"reason": "late", "says": "entered late", "count": 1, "rows": rows}]
    document["facts"][0]["beside"] = copy.deepcopy(document["facts"][0]["aside"])
    document["themes"][0]["set_aside"] = {"count": 1, "says": "1 test was recorded."}
    words = {"why": "the register has it", "wanted": "its figures"}
    lost = {"what": "Visits (visits)", "sort": "dropped", **words, "count": 1, "indicators": ["visits"], "rows": rows}
    document["verdict"]["missing"] = [lost]
    document["verdict"]["could_be"] = {"as_it_stands": "improving", "low": "slipping", "high": "improving"}
    piece = {"evidence": "improvement-log", "part": "whole", "assurance": "on-paper", "says": "Nobody looked."}
    document["verdict"]["assured"]["pieces"] = [piece]
    wanted = {
        "evidence": "improvement-log",
        "part": "whole",
        "unit": "row",
        "rows": 32,
        "says": "32 more rows, all as written.",
    }
    document["verdict"]["assured"]["for_next"]["wanted"] = [wanted]
    document["bundle"]["learning"] = {"ask": "The improvement lead"}
    document["verdict"]["assured"]["commitment"] = commitment(rows)
    struck = {
        "evidence": "improvement-log",
        "probe": "late-entries",
        "count": 2,
        "of": 9,
        "rows": rows,
        "became": "struck",
        "set_aside": True,
    }
    stands = {"as_submitted": "improving", "struck": "static", "stands": "static", "says": "Both verdicts."}
    document["struck"] = {**stands, "parts": [struck]}
    document["visit"] = visited(rows)
    part = {"evidence": "improvement-log", "members": [], "part": "rest", "unit": "row", "rows": 3, "of": 9}
    part |= {"how": "greedy", "order": "at random", "then": "static", "together": 2, "at_worst": None, "bare": False}
    part |= {"worst": rows, "key": rows, "says": "3 of 9."}
    margin = {**part, "parts": [copy.deepcopy(part)]}
    margins = {"verdict": "improving", "says": "3 of 9.", "thorough": False, "leans": [], "pieces": [margin]}
    document["would_change"]["margins"] = margins
    event = {"event": "outage", "on": "2024-01-01", "to": None, "file": "a.json", "row": None, "path": None}
    bears = {"outcome": "borne-out", "about": ["bundle"], "says": "It is borne out.", "rows": rows}
    document["declared"] = [{**event, **bears}]
    promise = {"sort": "test", "id": "a1", "says": "A test.", "due": None, "state": "open", "became": "Nothing yet."}
    document["promised"] = [{**promise, "rows": rows}]
    entry = {"entry": 3, "on": "2026-01-02", "says": "It was so.", "by": "A"}
    reply = {
        **entry,
        "result": 2,
        "finding": None,
        "corrections": [entry],
        "decisions": [{**entry, "decision": "upheld"}],
    }
    document["replies"] = [reply]
    figures = dict.fromkeys(("brier", "base", "reliability", "resolution", "uncertainty", "within", "z"), 0.2)
    figures |= {"stated": 40, "outcomes": 35, "counted": 35, "history": True, "mean_chance": 60, "share_true": 50}
    group = {"low": 60, "high": 70, "n": 35, "mean_chance": 60, "came_true": 17}
    said = {"state": "calibrated", "groups": [group], "says": "So.", "rows": rows, "aside": rows}
    document["calibration"] = {**figures, **said}
    look = {"id": "v1", "by": "Audit", "about": "indicator/x", "looked_on": "2026-01-02", "counts": True, "why": ""}
    document["attestations"] = [{**look, "expires_on": None, "says": "It looked.", "rows": rows}]
    document["trust"][0]["asked"] = True
    trusted = {"evidence": "improvement-log", "trust": "exposed", "asked": True}
    alone = {"id": "a", "kind": "signal/test-stream", "fields": {"tests": 3}, "rests_on": ["improvement-log"]}
    missing = [{"indicator": "x", "why": "stopped"}]
    as_if = {"struck": ["improvement-log"], "facts": [alone], "gone": ["b"], "trust": [trusted], "fallen": [trusted]}
    level = {"known": {"x": ["y"]}, "computed": [], "questions": 2, "asked": [{"evidence": "voice", "falls": True}]}
    under = {"falls": ["voice"], "where_higher": False}
    document["judged_from"] = [{**level, "as_if": [{**as_if, "dropped": missing}], "under": under}]
    return copy.deepcopy(document)  # type: ignore[no-any-return]


def test_the_published_schema_is_the_one_that_the_types_make() -> None:
    """Where this fails, `python -m evidence.make_schemas` writes the schema anew: read what changed."""
    made = schema()
    assert made == PUBLISHED
    assert list(made["properties"]) == list(PUBLISHED["properties"])
    jsonschema.Draft202012Validator.check_schema(PUBLISHED)


def test_every_object_has_its_keys_and_no_others() -> None:
    document = whole()
    CHECKER.validate(document)
    places = list(objects(document))
    # Rows stand in facts, in what they set aside (two lists), in traces, in what is missing, in what is struck and in what is
    # declared, promised and attested, set aside by a visit, in margins (four lists) and in what is committed (three lists), in
    # what is told (seven lists); a fact's fields, alone too, the titles of words, and known measures have keys
    # of their own. Trust stands in two lists of what is judged from.
    assert len(places) == len(KINDS) + 32 + len(WORD_SORTS) - 1
    for path in places:
        if path in (("facts", 0, "fields"), *OPEN, *(("framework", "words", sort) for sort in WORD_SORTS)):
            continue
        value = at(document, path)
        value["unheard-of"] = 1
        assert not CHECKER.is_valid(document), path
        del value["unheard-of"]
        for name in list(value):
            without = value.pop(name)
            later = name in ("paths", "brief") or (
                name in ("whom", "list", "columns", "quotes") and path[0] in ("findings", "traces")
            )
            later = later or (*path, name) in (
                ("attention",),
                ("sources",),
                ("plugins",),
                ("struck",),
                ("visit",),
                ("would_change", "margins"),
                ("declared",),
                ("until",),
                ("promised",),
                ("told",),
                ("attestations",),
                ("bundle", "learning"),
                ("verdict", "assured", "commitment"),
                ("verdict", "assured", "commitment", "dated", 0, "key"),
                ("verdict", "assured", "commitment", "foretold", 0, "key"),
                ("verdict", "assured", "commitment", "foretold", 0, "entry"),
                ("calibration",),
                *(("pictures", "lines", 0, n) for n in ("segments", "shown", "icon", "recalculated", "events")),
                ("replies",),
                ("visit", "themes", 0, "judged", 0, "on"),
                ("visit", "themes", 0, "judged", 0, "expires_on"),
                ("visit", "questions", 0, "answers", 0, "on"),
                ("verdict", "could_be"),
                ("verdict", "missing"),
                ("verdict", "assurance"),
                ("verdict", "assured"),
                ("verdict", "assured", "for_next"),
                ("framework", "shipped"),
                ("framework", "extends"),
                ("framework", "waivers"),
                ("framework", "words"),
                *(("framework", "words", sort) for sort in WORD_SORTS),
                *(("framework", "extends", 0, "changes", 0, name) for name in ("because", "says")),
                ("case_against", 0, "refers"),
                ("would_change", "margins"),
                ("trust", 0, "asked"),
                ("judged_from",),
                ("judged_from", 0, "under"),
                *((*AS_IF, name) for name in ("facts", "gone", "trust", "fallen", "dropped")),
                *((*AS_IF, name, 0, "asked") for name in ("trust", "fallen")),
                ("facts", 0, "aside"),
                ("facts", 0, "beside"),
                ("themes", 0, "set_aside"),
                ("themes", 0, "state"),
                *(("fields", 0, "parts", 0, name) for name in ("aside", "state")),
            )
            assert CHECKER.is_valid(document) == later, (path, name)
            value[name] = without
    CHECKER.validate(document)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("verdict", "verdict"), "splendid"),
        (("verdict", "score", "value"), 101),
        (("bundle", "notified_on"), "in May"),
        (("bundle", "digest"), "abc"),
        (("themes", 0, "range"), ["silent"]),
        (("themes", 0, "range"), ["silent", "doing", "lasting"]),
        (("facts", 0, "rows", 0, "rows", 0), [2, 3, 4]),
        (("facts", 0, "fields"), {"n": None}),
        (("findings", 0, "standing"), "high"),
        (("traces", 0, "p_value"), 1.5),
        (("traces", 0, "n"), -1),
        (("pictures", "lines", 0, "onset"), ["2024-01-01"]),
        (("fieldwork", "samples", 0, "out_of"), -1),
        (("version",), 2),
    ],
)
def test_a_value_that_is_not_what_its_type_says_is_refused(path: tuple[str | int, ...], value: object) -> None:
    document = whole()
    at(document, path[:-1])[path[-1]] = value
    assert not CHECKER.is_valid(document)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("bundle", "notified_on"), None),
        (("bundle", "notified_on"), "2026-05-01"),
        (("findings", 0, "standing"), None),
        (("traces", 0, "p_value"), None),
        (("traces", 0, "list"), "list-6"),
        (("pictures", "lines", 0, "onset"), None),
        (("pictures", "stream"), None),
        (("pictures",), None),
        (("facts", 0, "fields"), {"a": 1, "b": 1.5, "c": True, "d": "x"}),
    ],
)
def test_what_may_be_lacking_may_be_null(path: tuple[str | int, ...], value: object) -> None:
    document = whole()
    at(document, path[:-1])[path[-1]] = value
    CHECKER.validate(document)
