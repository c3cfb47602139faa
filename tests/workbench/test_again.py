"""Judged again: in which parts two frameworks differ, and which of them make a difference."""

import json
from functools import cache

import jsonschema
from hypothesis import given
from hypothesis import strategies as st

from evidence.make_schemas import schema
from inspector.judging import observing, settling
from inspector.judging.settling import Workings
from inspector.model.again import JudgedAgain, Part
from inspector.model.rules import Framework, Rule
from inspector.report.again import render
from inspector.report.document.make import document
from inspector.workbench.again import Both, again
from inspector.workbench.other_rules import between, differences, makes
from inspector.workbench.told import of_document
from tests.inspected import evidence, rulebook

PARTS = tuple(Part(sort="rule", id=name, differs="other") for name in "abcde")


def framework() -> Framework:
    return rulebook("patient-safety-learning").framework


def humbler(rule: Rule) -> Rule:
    """The rule, where it raised a theme to `doing`, as one that raises it to `stated`."""
    conclude = rule.conclude.model_copy(update={"standing": "stated"})
    return rule.model_copy(update={"conclude": conclude}) if rule.conclude.standing == "doing" else rule


@cache
def worked(theme: str = "") -> Workings:
    """Harrowmere judged by its framework, the rules of a theme made humbler."""
    book = rulebook("patient-safety-learning")
    rules = tuple(humbler(rule) if rule.theme == theme else rule for rule in book.framework.rules)
    other = book._replace(framework=book.framework.model_copy(update={"rules": rules}))
    return settling.settle(other, observing.as_known(evidence("harrowmere"), other), matcher="reference")


@given(st.sets(st.sampled_from(PARTS), min_size=1))
def test_what_makes_a_difference_does_and_nothing_of_it_can_be_left_out(needed: set[Part]) -> None:
    def reached(taken: frozenset[Part]) -> bool:
        return needed <= taken

    found, others = makes(PARTS, reached)
    assert set(found) == needed
    assert others == ()


@given(st.sets(st.sampled_from(PARTS)))
def test_parts_that_do_it_alone_are_all_named(alone: set[Part]) -> None:
    found, others = makes(PARTS, lambda taken: bool(taken & alone))
    assert {*found, *others} == alone


def test_what_not_even_all_do_has_no_cause() -> None:
    assert makes(PARTS, lambda _: False) == ((), ())


def test_every_part_in_which_frameworks_differ_is_named_and_all_of_them_make_the_other() -> None:
    old = framework()
    first, second, *rest = old.rules
    rows = old.verdicts
    changed = first.model_copy(update={"says": f"{first.says} Indeed."})
    new = old.model_copy(
        update={"rules": (changed, *rest, second.model_copy(update={"id": "another"})), "verdicts": rows[1:]}
    )
    parts = differences(old, new)
    assert {(part.sort, part.id, part.differs) for part in parts} == {
        ("rule", first.id, "other"), ("rule", second.id, "gone"), ("rule", "another", "new"), ("verdict-row", rows[0].id, "gone"),
    }  # fmt: skip
    made = between(old, new, parts)
    assert [rule.id for rule in made.rules] == [rule.id for rule in new.rules]
    assert made.verdicts == new.verdicts
    assert differences(old, between(old, new, ())) == ()
    assert between(old, new, ()).rules == old.rules


def test_to_move_a_rule_in_its_file_is_no_difference() -> None:
    old = framework()
    moved = old.rules[0].model_copy(update={"where": old.rules[1].where})
    assert differences(old, old.model_copy(update={"rules": (moved, *old.rules[1:])})) == ()


def test_rows_in_another_order_are_one_part() -> None:
    old = framework()
    first, second, *rest = old.verdicts
    new = old.model_copy(update={"verdicts": (second, first, *rest)})
    (part,) = differences(old, new)
    assert part.sort == "decision-table"
    assert between(old, new, [part]).verdicts == new.verdicts


def test_the_rule_that_held_a_theme_up_is_named() -> None:
    old, new = worked(), worked("involvement")
    held = {f.rule for f in old.inspection.findings if f.theme == "involvement" and f.standing == "doing"}
    found = again(3, "Harrowmere", f"sha256:{0:064x}", Both(old, new))
    (moved,) = found.themes
    assert (moved.theme, moved.then, moved.now) == ("involvement", "doing", "stated")
    # It takes all rules that held it there, and none that did not.
    assert {part.id for part in moved.cause.parts} == held
    assert {one.rule for one in found.findings} == held
    both = JudgedAgain(judged=(found, found.model_copy(update={"submission": 5})))
    table = " ".join(render(both, "text").partition("[3]")[0].split())
    for rule in held:
        assert f"the rule {rule} (changed): {moved.title} of 2 submissions (3, 5)." in table
    told = JudgedAgain(judged=(found,), parts=differences(old.rulebook.framework, new.rulebook.framework))
    text = render(told, "text")
    assert "1 submission was judged again" in text
    assert "What changes it:" in text
    jsonschema.Draft202012Validator(schema("judged-again")).validate(json.loads(render(told, "json")))


def test_nothing_is_said_to_be_otherwise_where_nothing_is() -> None:
    old = worked()
    found = again(3, "Harrowmere", f"sha256:{0:064x}", Both(old, old), of_document(document(old.inspection), 2))
    assert not found.otherwise
    assert (found.findings, found.between, found.then.entry) == ((), None, 2)


def test_what_another_engine_measured_otherwise_stands_beside_the_finding() -> None:
    old = worked()
    stored = json.loads(json.dumps(document(old.inspection)))
    finding = next(f for f in stored["findings"] if f["facts"])
    fact = next(one for one in stored["facts"] if one["id"] == finding["facts"][0])
    name, value = next((n, v) for n, v in fact["fields"].items() if isinstance(v, int) and not isinstance(v, bool))
    fact["fields"][name] = value + 1
    stored["engine"]["version"] = "0.0.1"
    stored["verdict"] |= {"row": "another-row", "because": ["standing/involvement", f"finding/{finding['id']}"]}
    next(one for one in stored["themes"] if one["theme"] == "involvement")["standing"] = "lasting"
    finding["direction"] = "worse"
    found = again(3, "Harrowmere", f"sha256:{0:064x}", Both(old, old), of_document(stored, 2))
    (moved,) = (one for one in found.findings if one.finding == finding["id"])
    assert f"{fact['id']}: {name} {value + 1} then, {value} now" in moved.facts
    text = " ".join(render(JudgedAgain(judged=(found,)), "text").split())
    assert f"{name} {value + 1} then, {value} now." in text
    assert "otherwise now: the theme involvement (lasting then, doing now); the finding" in text
