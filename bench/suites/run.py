"""Our answers beside the standards' own suites. They are not copied here: name their checkouts, and each is run.

python bench/suites/run.py [JSON-Schema-Test-Suite] [csv-spectrum] [csvlint.rb] [csvw]
"""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def main() -> int:
    checkouts = [Path(word) for word in sys.argv[1:]]
    if not checkouts:
        print("No checkout was named; see bench/suites/README.md for where the suites are.")
        return 0
    failed = 0
    for checkout in checkouts:
        script = "json_schema.py" if (checkout / "tests" / "draft2020-12").is_dir() else "csv_files.py"
        failed += subprocess.run([sys.executable, str(HERE / script), str(checkout)], check=False).returncode != 0
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
