"""What every signal must say about itself."""

import re
import subprocess
import sys
from types import ModuleType

import pytest

from inspector import signals
from inspector.model.facts import About

LEVEL_WORDS = {"value", "level", "target", "rating", "rank", "percentage", "mean", "median", "numerator", "denominator"}


@pytest.fixture(params=signals.ids())
def module(request: pytest.FixtureRequest) -> ModuleType:
    return signals.load(request.param)


def test_the_folder_is_the_registry() -> None:
    assert {"trajectory", "claimed-effect"} <= set(signals.ids())
    assert list(signals.ids()) == sorted(signals.ids())
    assert not [id for id in signals.ids() if id.startswith("-") or not re.fullmatch(r"[a-z]+(-[a-z]+)*", id)]
    assert sorted(signals.abouts()) == list(signals.ids())


def test_an_unknown_signal_is_a_key_error() -> None:
    for wrong in ("nonsense", "_series", "-series", "claimed_effect", "cases"):
        with pytest.raises(KeyError, match=wrong):
            signals.load(wrong)


def test_the_docstring_has_its_sections_in_order(module: ModuleType) -> None:
    text = module.__doc__ or ""
    headings = re.findall(r"^([A-Z][a-z ]+):$", text, flags=re.MULTILINE)
    assert headings == list(signals.SECTIONS)
    bodies = re.split(r"^[A-Z][a-z ]+:$", text, flags=re.MULTILINE)
    assert all(len(body.split()) >= 5 for body in bodies)
    assert bodies[0].strip().splitlines()[0].endswith(".")


def test_about_names_the_signal_and_its_fields(module: ModuleType) -> None:
    about = module.ABOUT
    assert isinstance(about, About)
    assert about.id == module.__name__.rsplit(".", 1)[1].replace("_", "-")
    assert about.title
    assert about.needs
    names = [field.name for field in about.fields]
    assert len(set(names)) == len(names)
    assert all(field.says for field in about.fields)


def test_no_field_can_hold_a_level(module: ModuleType) -> None:
    words = {word for field in module.ABOUT.fields for word in field.name.split("_")}
    assert not words & LEVEL_WORDS


def test_no_signal_reads_a_target_or_another_signal(module: ModuleType) -> None:
    source = module.__loader__.get_source(module.__name__)  # type: ignore[union-attr]
    for forbidden in (".target", ".deadline", "import inspector.signals"):
        assert forbidden not in source
    assert set(re.findall(r"from inspector\.signals(?:\.| import )(\w+)", source)) <= {
        "_series",
        "_records",
        "_recommendations",
    }


def test_asking_signals_what_they_are_loads_no_arithmetic() -> None:
    code = "import sys; from inspector import signals; signals.abouts(); sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
