"""One result that the tests of the door look at from all sides."""

from pathlib import Path

import pytest

import inspector


@pytest.fixture(scope="session")
def found(examples: Path) -> inspector.Result:
    """The fullest example, assessed once."""
    return inspector.assess(examples / "brackenshire")
