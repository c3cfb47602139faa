"""Write the report of every bundle of a folder as a page to hand over, and the result beside it for later.

python examples/write_reports.py [FOLDER [WHERE]]
"""

import sys
from pathlib import Path

import inspector

folder = Path(sys.argv[1] if len(sys.argv) > 1 else "evidence/examples")
where = Path(sys.argv[2] if len(sys.argv) > 2 else "reports")
where.mkdir(exist_ok=True)

for manifest in sorted(folder.glob("*/datapackage.json")):
    bundle = manifest.parent
    try:
        found = inspector.assess(bundle)
        # A file is written whole or not at all: whoever opens it never finds half a report.
        page = found.write_html(where / f"{bundle.name}.html")
        found.write_json(where / f"{bundle.name}.json")
    except inspector.CannotComplete as error:
        print(f"{bundle.name}: {error}")
        continue
    print(f"{page}: {found.verdict.verdict}")
