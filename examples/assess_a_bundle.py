"""Assess one bundle, and look at its findings as a frame.

python examples/assess_a_bundle.py [BUNDLE]
"""

import sys

import polars as pl

import inspector

bundle = sys.argv[1] if len(sys.argv) > 1 else "evidence/examples/brackenshire"

try:
    found = inspector.assess(bundle)
except inspector.ProblemsInEvidence as error:
    sys.exit(f"Mend these first, or assess despite_problems=True:\n{error}")
except inspector.CannotComplete as error:
    sys.exit(str(error))

print(found)
print(found.verdict.says)

print("\nWhere the themes stand, and where doubt leaves them room to stand:")
themes = found.themes_frame()
for theme in themes.filter(pl.col("low") != pl.col("high")).iter_rows(named=True):
    print(f"  {theme['title']}: {theme['standing']}, could be {theme['low']} to {theme['high']}")

# Standings are ordered words, so that they can be compared as what they are.
findings = found.findings_frame()
strong = findings.filter(pl.col("standing") >= "showing", direction="better")
print(f"\n{strong.height} findings show an improvement that chance does not explain:")
print(strong.group_by("theme").len().sort("len", "theme", descending=[True, False]))

print("\nWhat speaks against improvement, and rests on evidence that nobody questions:")
for says in findings.filter(pl.col("trust").is_in(["plain", "corroborated"]), direction="worse")["says"]:
    print(f"  - {says}")
