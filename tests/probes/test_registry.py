"""What every probe must say about itself."""

import re
from types import ModuleType

import pytest

from inspector import probes
from inspector.model.facts import About

from .test_cases import ACCUSING


@pytest.fixture(params=probes.ids())
def module(request: pytest.FixtureRequest) -> ModuleType:
    return probes.load(request.param)


def test_the_folder_is_the_registry() -> None:
    assert {"copied-entries", "deadline-bunching"} <= set(probes.ids())
    assert list(probes.ids()) == sorted(probes.abouts())


@pytest.mark.parametrize("wrong", ["nonsense", "deadline_bunching", "-cases"])
def test_an_unknown_probe_is_a_key_error(wrong: str) -> None:
    with pytest.raises(KeyError, match=wrong):
        probes.load(wrong)


def test_the_docstring_has_its_sections_in_order(module: ModuleType) -> None:
    text = module.__doc__ or ""
    assert re.findall(r"^([A-Z][a-z ]+):$", text, flags=re.MULTILINE) == list(probes.SECTIONS)
    title, *bodies = re.split(r"^[A-Z][a-z ]+:$", text, flags=re.MULTILINE)
    assert title.strip().endswith(".")
    assert all(len(body.split()) >= 8 for body in bodies)
    assert not ACCUSING.search(text)


def test_what_it_asks_is_what_its_docstring_says(module: ModuleType) -> None:
    text = " ".join((module.__doc__ or "").split())
    assert all(sentence in text for sentence in (*module.ASK, *module.INNOCENT))


def test_about_names_the_probe(module: ModuleType) -> None:
    about = module.ABOUT
    assert isinstance(about, About)
    assert about.id == module.__name__.rsplit(".", 1)[1].replace("_", "-")
    assert about.title
    assert about.needs
    assert about.fields == probes.FIELDS


def test_no_probe_reads_another(module: ModuleType) -> None:
    source = module.__loader__.get_source(module.__name__)  # type: ignore[union-attr]
    assert not re.findall(r"(?:from|import) inspector\.probes\.\w+", source)
