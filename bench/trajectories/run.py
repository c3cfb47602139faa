"""Prints the tables of README.md: four generators, then the cost. `run.py 50` draws 50 of each class and length.

`run.py 50 7` draws with another seed. The peers of requirements.txt are wanted for change points; without them the
rest is compared.
"""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
SCRIPTS = ("generate_apart.py", "generate_plain.py", "generate.py", "generate_for_tuning.py")


def main() -> int:
    each = sys.argv[1] if len(sys.argv) > 1 else "200"
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 90210
    failed = 0
    for place, script in enumerate(SCRIPTS):
        sys.stdout.write(f"\n## {script}\n\n")
        sys.stdout.flush()
        command = [sys.executable, str(HERE / script), "--each", each, "--seed", str(seed + place)]
        drawn = subprocess.run(command, check=True, capture_output=True)
        failed += subprocess.run([sys.executable, str(HERE / "score.py")], input=drawn.stdout, check=False).returncode
    sys.stdout.write("\n## Cost\n\n")
    sys.stdout.flush()
    failed += subprocess.run([sys.executable, str(HERE / "cost.py")], check=False).returncode
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
