from inspector.model.rules import Ref
from inspector.rules.vocabulary import FINDING, extend, types_of
from tests.rules.generated import framework
from tests.rules.small import VOCABULARY, count, pattern, rule


def test_findings_carry_the_types_of_what_they_carry() -> None:
    def carry(name: str, alias: str, field: str) -> dict[str, object]:
        return {"carry": ((name, Ref(alias=alias, field=field)),)}

    rules = [
        rule("later", pattern("f", "finding/early", "since >= 2024-01-01"), conclude=carry("start", "f", "since")),
        rule("early", pattern("a", "signal/pace"), conclude=carry("since", "a", "last")),
        rule("counted", count("t", pattern("t", "signal/pace"), ">= 1"), conclude=carry("many", "t", "n")),
    ]
    known = extend(framework(rules), VOCABULARY)
    assert types_of("finding/early", known)["since"] == "date"
    assert types_of("finding/later", known)["start"] == "date"
    assert types_of("finding/counted", known)["many"] == "integer"
    assert types_of("standing/stream", known)["low"] == "standing"
    assert types_of("signal/unheard-of", known) == {}


def test_a_finding_cannot_carry_over_its_own_fields() -> None:
    rules = [rule("r", pattern("a", "signal/pace"), conclude={"carry": (("trust", Ref(alias="a", field="count")),)})]
    assert extend(framework(rules), VOCABULARY)["finding/r"] == FINDING
