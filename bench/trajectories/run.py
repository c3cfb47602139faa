"""Prints the tables of README.md: two generators, those tuned on in brief, onsets, few points, then the cost.

`run.py 50` draws 50 of each class and length, `run.py 50 7` with another seed.
The peers of requirements.txt are wanted for change points; without them the
rest is compared.
"""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
REPORTED = ("generate_kept_back.py", "generate.py")
TUNED = ("generate_apart.py", "generate_plain.py", "generate_for_tuning.py", "generate_rough.py")
ONSETS = ("generate_kept_back", "generate", "generate_apart", "generate_plain")
FEW = ("generate_kept_back", "generate_plain")


def main() -> int:
    each = sys.argv[1] if len(sys.argv) > 1 else "200"
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 90210
    failed = 0
    for place, script in enumerate((*REPORTED, *TUNED)):
        head(script)
        command = [sys.executable, str(HERE / script), "--each", each, "--seed", str(seed + place)]
        drawn = subprocess.run(command, check=True, capture_output=True)
        score = [sys.executable, str(HERE / "score.py"), *(["brief"] if script in TUNED else [])]
        failed += subprocess.run(score, input=drawn.stdout, check=False).returncode
    for script, modules in (("onset.py", ONSETS), ("few.py", FEW)):
        for place, module in enumerate(modules):
            head(f"{script} {module}")
            command = [sys.executable, str(HERE / script), module, "--each", each, "--seed", str(seed + place)]
            failed += subprocess.run(command, check=False).returncode
    head("Cost")
    failed += subprocess.run([sys.executable, str(HERE / "cost.py")], check=False).returncode
    return int(failed > 0)


def head(words: str) -> None:
    sys.stdout.write(f"\n## {words}\n\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
