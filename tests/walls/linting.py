"""Run as a program in a copy of the tree: lints it again each time it is asked, so that only one Python has to start, and only
what changed is parsed again.

A line on standard input names a contract, or nothing for all of them. The answer is a line of JSON: `[exit code, output]`.
"""

import io
import json
import sys
from contextlib import redirect_stdout

from importlinter.cli import lint_imports


def main() -> None:
    for line in sys.stdin:
        told = io.StringIO()
        with redirect_stdout(told):
            code = lint_imports(
                config_filename="pyproject.toml", limit_to_contracts=tuple(line.split()), cache_dir=".imports"
            )
        print(json.dumps([code, told.getvalue()]), flush=True)


if __name__ == "__main__":
    main()
