"""What all tests share: a Hypothesis profile without chance or clocks, and where the material of the workplace lies."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "ci",
    derandomize=True,
    deadline=None,
    max_examples=60,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile("ci")

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """Reference data that is not shipped; tests that need it are skipped without it."""
    folder = Path(os.environ.get("INSPECTOR_SHARED", ROOT.parent / "shared"))
    if not (folder / "data").is_dir():
        pytest.skip("needs the shared reference data")
    return folder


@pytest.fixture(scope="session")
def examples() -> Path:
    """The example bundles."""
    return ROOT / "evidence" / "examples"
