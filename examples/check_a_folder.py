"""Check every bundle of a folder before anybody assesses one, and count what is wrong where.

python examples/check_a_folder.py [FOLDER]

It ends with 1 where a bundle has errors or cannot be read.
"""

import sys
from pathlib import Path

import polars as pl

import inspector

folder = Path(sys.argv[1] if len(sys.argv) > 1 else "evidence/examples")
bundles = sorted(path for path in folder.iterdir() if path.suffix == ".zip" or (path / "datapackage.json").is_file())

frames, failed = [], 0
for bundle in bundles:
    try:
        problems = inspector.check(bundle)
    except inspector.CannotComplete as error:
        print(f"{bundle.name}: cannot be read\n  {error}")
        failed += 1
        continue
    print(f"{bundle.name}: {problems.errors} errors, {problems.queries} queries")
    failed += problems.errors > 0
    frames.append(problems.problems_frame().with_columns(pl.lit(bundle.name).alias("bundle")))

everything = pl.concat(frames) if frames else pl.DataFrame()
if everything.height:
    print(everything.group_by("bundle", "file", "level", "rule").len().sort("bundle", "file", "rule"))
    # Every name in brackets can be asked about; so can each rule here.
    print(inspector.explain(everything["rule"][0]))

print(f"{len(bundles) - failed} of {len(bundles)} bundles can be assessed.")
sys.exit(failed > 0)
