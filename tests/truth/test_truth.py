"""Every sentence of a report can be worked out again from the rows it cites, and no two contradict each other."""

import ast
import inspect
import re
import tempfile
from pathlib import Path
from random import Random

import pytest
import yaml
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.truth import checkers as _checkers  # noqa: F401
from tests.truth.case import Case
from tests.truth.every_case import CONDUCTS, MOVES
from tests.truth.inspected import example, examples, inspected, simulated
from tests.truth.laws import consistent
from tests.truth.ledger import CHECKERS, Ledger, look
from tests.truth.needed import needed, waiting, without
from tests.truth.random_bundles import MAY_LACK, bundle, earlier
from tests.truth.sentences import frameworks, rule_texts

HERE = Path(__file__).parent
KNOWN = yaml.safe_load((HERE / "known_false.yaml").read_text(encoding="utf-8")) or []


def _faults(*cases: Case) -> list[str]:
    ledger = Ledger()
    for case in cases:
        look(case, ledger)
        consistent(case, ledger)
    return [str(fault) for fault in ledger.faults if fault.about not in KNOWN]


def test_every_rule_has_its_checker() -> None:
    assert [one for one in without() if one not in waiting()] == []
    assert [one for one in waiting() if one not in without()] == [], "these have a checker, or are no more"
    assert set(without()) <= set(needed())


NONE = re.compile(
    r"\b(?:none|nobody|no one|never|nothing|neither|no (?:\w+ )?(?:test|action|review|partner|day|measure|record|prediction))\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize("framework", frameworks())
def test_a_none_is_asked_for(framework: str) -> None:
    """Where the text of a rule says none, nobody, never or nothing, its checker asks whether that is so."""
    for id, rule in rule_texts(framework).items():
        if NONE.search(rule["says"]) and f"{framework}/{id}" in CHECKERS:
            asked = "".join(inspect.getsource(checker) for checker in CHECKERS[f"{framework}/{id}"])
            assert "see.none(" in asked or "_undisputed(" in asked, f"{framework}/{id}: {rule['says']}"


def test_the_second_opinion_shares_no_code() -> None:
    """Only the runner knows the product; nothing here knows the rest of the tests."""
    for file in HERE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            names = (
                [node.module or ""]
                if isinstance(node, ast.ImportFrom)
                else [one.name for one in getattr(node, "names", ()) if isinstance(node, ast.Import)]
            )
            for name in names:
                assert not name.startswith("inspector") or file.name == "inspected.py", f"{file.name} imports {name}"
                assert not name.startswith("tests") or name.startswith("tests.truth"), f"{file.name} imports {name}"


@pytest.mark.parametrize("framework", frameworks())
@pytest.mark.parametrize("name", examples())
def test_examples(name: str, framework: str) -> None:
    assert _faults(example(name, framework, text=framework == "munro")) == []


@pytest.mark.parametrize("conduct", CONDUCTS)
def test_conducts(conduct: str, tmp_path: Path) -> None:
    assert _faults(*(inspected(place) for place in simulated(tmp_path, conduct, "truth", 18))) == []


@pytest.mark.parametrize("move", MOVES[::2])  # `python -m tests.truth --many` takes every one
def test_gaming(move: str, tmp_path: Path) -> None:
    conduct = CONDUCTS[MOVES.index(move) % 5]
    assert (
        _faults(*(inspected(place, text=False) for place in simulated(tmp_path, conduct, "gamed", 12, f"{move}:0.7")))
        == []
    )


@settings(max_examples=10, phases=[Phase.explicit, Phase.generate])
@given(seed=st.integers(0, 10_000), without=st.frozensets(st.sampled_from(MAY_LACK), max_size=5))
def test_random_bundles(seed: int, without: frozenset[str]) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        place = bundle(Random(f"drawn-{seed}"), Path(scratch) / "drawn", without)
        before = earlier(Random(seed), place, Path(scratch) / "earlier") if seed % 4 == 0 else None
        assert _faults(inspected(place, earlier=before)) == []
