"""Run every bench, one after another, in this interpreter's environment. Arguments name some of them."""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def main() -> int:
    wanted = sys.argv[1:]
    failed = 0
    for script in sorted(HERE.glob("*/run.py")):
        if wanted and script.parent.name not in wanted:
            continue
        print(f"== {script.parent.name}", flush=True)
        failed += subprocess.run([sys.executable, str(script)], check=False).returncode != 0
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
