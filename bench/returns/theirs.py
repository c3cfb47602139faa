"""Run in the validator's own environment: `theirs.py FOLDER` prints the rows that it flags, by table, row and rule.

csc-validator-be-903 (MIT, github.com/data-to-insight/csc-validator-be-903), the successor of quality-lac-data-validator.
"""

import json
import logging
import sys
import time
from pathlib import Path

logging.disable(logging.CRITICAL)


def main(folder: Path) -> None:
    started = time.process_time()
    from lac_validator.lac_validator import LacValidator
    from lac_validator.rules.lac2024_25 import registry

    files = [
        {"name": path.name, "description": "This year", "file_content": path.read_bytes()}
        for path in sorted(folder.glob("*.csv"))
    ]
    run = LacValidator(
        metadata={"collectionYear": "2024/25", "localAuthority": "E09000027"}, files=files, registry=registry
    )
    flagged = []
    for table, frame in run.ds_results.items():
        if table.endswith("_last") or not hasattr(frame, "columns"):
            continue
        for column in frame.columns:
            if str(column).startswith("ERR_"):
                # Their frames count rows from 0, a spreadsheet's first row below the headings is 2.
                flagged += [[table, int(at) + 2, str(column)[4:]] for at in frame.index[frame[column] == True]]  # noqa: E712
    done = {
        "seconds": time.process_time() - started,
        "flagged": flagged,
        "skipped": len(run.skips),
        "crashed": run.fails,
    }
    print(json.dumps(done | {"rules": len(registry)}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
