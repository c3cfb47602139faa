import inspect

import pytest

from inspector import lints


@pytest.mark.parametrize("name", lints.ids())
def test_every_lint_explains_itself(name: str) -> None:
    module = lints.load(name)
    doc = inspect.getdoc(module) or ""
    assert name == module.ID
    assert "Avoid:" in doc
    assert "Prefer:" in doc
    assert callable(module.examine)


def test_a_lint_that_is_not_there() -> None:
    with pytest.raises(KeyError):
        lints.load("nothing")
