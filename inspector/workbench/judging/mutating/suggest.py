"""stub"""

from collections.abc import Sequence

from inspector.workbench.judging.cases import Run
from inspector.workbench.judging.mutating.mutant import Mutant
from inspector.workbench.judging.opened import Opened


class Suggesting:
    """Stub."""

    def __init__(self, found: Opened, passing: Sequence[Run]) -> None:
        self._found = found

    def case(self, mutant: Mutant) -> tuple[str, str]:
        """Stub."""
        return "", "not looked for"
