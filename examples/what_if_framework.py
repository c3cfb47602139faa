"""What would another framework say of the same evidence? Change a copy of one, and lay both answers side by side.

Here: what if a gain counted as lasting only two years after the work on it had ended, where it is half a year now?

python examples/what_if_framework.py [BUNDLE]
"""

import shutil
import sys
import tempfile
from pathlib import Path

import polars as pl

import inspector

bundle = sys.argv[1] if len(sys.argv) > 1 else "evidence/examples/brackenshire"
BEFORE, AFTER = 'work_ended_months: ">= 6"', 'work_ended_months: ">= 24"'

with tempfile.TemporaryDirectory() as folder:
    stricter = Path(folder) / "munro-stricter"
    shutil.copytree("frameworks/munro", stricter)
    rules = stricter / "rules" / "effect.yaml"
    text = rules.read_text(encoding="utf-8")
    assert BEFORE in text, "the rule reads otherwise now"
    rules.write_text(text.replace(BEFORE, AFTER), encoding="utf-8")
    answers = {"munro": inspector.assess(bundle, "munro"), "stricter": inspector.assess(bundle, stricter)}

for name, found in answers.items():
    print(f"{name}: {found.verdict.verdict}, score {found.verdict.score.value}")

standings = [found.themes_frame().select("theme", pl.col("standing").alias(name)) for name, found in answers.items()]
moved = standings[0].join(standings[1], on="theme", maintain_order="left").filter(pl.col("munro") != pl.col("stricter"))
print(moved if moved.height else "No theme stands elsewhere.")

rules_of = {name: set(found.findings_frame()["rule"]) for name, found in answers.items()}
print(f"no longer found: {', '.join(sorted(rules_of['munro'] - rules_of['stricter'])) or 'nothing'}")
