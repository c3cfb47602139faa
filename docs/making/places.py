"""Where things are in the checkout that the site is built from."""

from pathlib import Path

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
TESTS = ROOT / "tests"
EXAMPLES = ROOT / "examples"
