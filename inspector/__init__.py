"""Inspector asks public services what they are doing to improve.

`inspector.assess(path, framework=…)` is the whole engine in one call. Nothing heavy is imported until it is called.
"""

from typing import TYPE_CHECKING, Any

__version__ = "0.2.0"
__all__ = ["Inspection", "__version__", "assess"]

if TYPE_CHECKING:
    from inspector.inspection import assess
    from inspector.model.inspection import Inspection


def __getattr__(name: str) -> Any:
    if name == "assess":
        from inspector.inspection import assess

        return assess
    if name == "Inspection":
        from inspector.model.inspection import Inspection

        return Inspection
    raise AttributeError(f"module 'inspector' has no attribute {name!r}")
