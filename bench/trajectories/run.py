"""Prints the tables of README.md: the reporting generator, then the one tuned on. `run.py 50` draws 50 of each."""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def main() -> int:
    each = sys.argv[1] if len(sys.argv) > 1 else "200"
    failed = 0
    for script, seed in (("generate.py", "2026"), ("generate_for_tuning.py", "2027")):
        sys.stdout.write(f"\n## {script}\n\n")
        sys.stdout.flush()
        command = [sys.executable, str(HERE / script), "--each", each, "--seed", seed]
        drawn = subprocess.run(command, check=True, capture_output=True)
        failed += subprocess.run([sys.executable, str(HERE / "score.py")], input=drawn.stdout, check=False).returncode
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
