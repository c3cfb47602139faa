import pytest

from inspector import lints
from inspector.plugins.modules import LINT_SECTIONS
from tests.lints.framework_of import sections


@pytest.mark.parametrize("name", lints.ids())
def test_every_lint_explains_itself(name: str) -> None:
    module = lints.load(name)
    found = sections(module)
    assert name == module.ID
    assert tuple(found) == LINT_SECTIONS
    assert all(words.strip() for words in found.values())
    assert module.LEVEL in ("error", "query")
    assert module.FAMILY
    cannot = "cannot be waived" in found["Waive"]
    assert getattr(module, "WAIVABLE", True) is not cannot
    assert callable(module.examine)


def test_a_lint_that_is_not_there() -> None:
    with pytest.raises(KeyError):
        lints.load("nothing")
