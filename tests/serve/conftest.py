"""What tests of pages share: the small submission with its visit, made once, and a copy of the visit for who writes in it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.serve import making


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the submission (`bundle`) and its visit (`visit`)."""
    folder = tmp_path_factory.mktemp("served")
    making.visit(folder / "visit", making.bundle(folder))
    return folder


@pytest.fixture(scope="session")
def browser(made: Path) -> making.Browser:
    """Asks pages of both, for tests that write nothing."""
    return making.Browser(making.site(made / "bundle", made / "visit"))


@pytest.fixture(scope="session")
def held(made: Path) -> "making.Submission":
    """The submission, read and judged once, for tests that bring visits of their own."""
    return making.submission(made / "bundle")


@pytest.fixture
def own(made: Path, held: "making.Submission", tmp_path: Path) -> Callable[..., making.Browser]:
    """Pages of a visit of one's own, which lies in `tmp_path / "visit"`."""
    shutil.copytree(made / "visit", tmp_path / "visit")
    return lambda by="": making.Browser(making.with_visit(held, tmp_path / "visit", by))
