"""Every bench of this folder, one after another."""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent

if __name__ == "__main__":
    scripts = [script for script in sorted(HERE.glob("*.py")) if script.name != "run.py"]
    sys.exit(max(subprocess.run([sys.executable, str(script)], check=False).returncode for script in scripts))
