"""The law of the decision table: work that is submitted besides never lowers a verdict.

Figures are there once, in examples and as simulated authorities of every conduct have them; what is added is any number of
honest small tests, reviews, recommendations carried out, promises kept, leaders' time and voices answered.
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import example, given, settings
from hypothesis import strategies as st

from inspector.bundle import read_bundle
from inspector.judging import observing, settling
from inspector.model.evidence import Evidence
from inspector.model.ladder import VerdictWord
from inspector.simulate.conduct import CONDUCTS, authority
from inspector.simulate.writing import write
from tests.doing_more import MORE, one_more_aimed_test, with_files
from tests.inspected import evidence, rulebook

NOT_LOWER: dict[VerdictWord, tuple[VerdictWord, ...]] = {
    "improving": ("improving",),
    "emerging": ("improving", "emerging"),
    "static": ("improving", "emerging", "static"),
    "not-evidenced": ("improving", "emerging", "not-evidenced"),
    "slipping": ("improving", "emerging", "static", "not-evidenced", "slipping"),
    "deteriorating": ("improving", "emerging", "static", "not-evidenced", "slipping", "deteriorating"),
}
"""What a verdict may become. Who could not be judged may not be told that they stand still because they said what they do."""
BUNDLES = ("published-figures", "good-on-paper", "brackenshire", *sorted(CONDUCTS))
FRAMEWORKS = ("munro", "patient-safety-learning")
WORK = (*MORE, one_more_aimed_test)
ADDED = st.lists(st.tuples(st.sampled_from(range(len(WORK))), st.integers(0, 80)), min_size=1, max_size=40, unique=True)


@cache
def before(name: str, framework: str = "munro") -> tuple[Evidence, VerdictWord]:
    """What an example submitted, or the figures alone that an authority of a conduct has; and its verdict."""
    bundle = submitted(name)
    return bundle, verdict(bundle, framework)


@cache
def submitted(name: str) -> Evidence:
    return _figures(name) if name in CONDUCTS else evidence(name)


def _figures(conduct: str) -> Evidence:
    with TemporaryDirectory() as folder:
        place = Path(folder) / conduct
        write(authority("never-lower", conduct), place)
        found = read_bundle(place).evidence
    assert found is not None
    figures = ("indicators", "indicator-register", "durations")
    kept = tuple(resource for resource in found.resources if resource.kind in figures)
    return found.model_copy(update={"log": (), "participation": (), "resources": kept})


def verdict(bundle: Evidence, framework: str) -> VerdictWord:
    rules = rulebook(framework)
    return settling.settle(rules, observing.as_known(bundle, rules), matcher="reference").inspection.verdict.verdict


@settings(max_examples=20)
@given(framework=st.sampled_from(FRAMEWORKS), name=st.sampled_from(BUNDLES), more=ADDED)
@example(framework="munro", name="published-figures", more=[(0, n) for n in range(4)])
@example(framework="munro", name="published-figures", more=[(0, n) for n in range(80)])
@example(framework="munro", name="decline", more=[(0, n) for n in range(60)])
def test_work_that_is_submitted_besides_lowers_no_verdict(
    framework: str, name: str, more: Sequence[tuple[int, int]]
) -> None:
    """Where a verdict is `improving`, not said of tests that name a measure: the more of them, the less timing proves."""
    bundle, was = before(name, framework)
    for which, number in more:
        if was != "improving" or WORK[which] is not one_more_aimed_test:
            bundle = WORK[which](bundle, number)
    now = verdict(with_files(bundle), framework)
    assert now in NOT_LOWER[was], (was, now)


def test_every_order_of_verdicts_is_among_these_bundles() -> None:
    assert {before(name)[1] for name in BUNDLES} == set(NOT_LOWER)
