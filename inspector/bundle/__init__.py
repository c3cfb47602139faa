"""Evidence bundles: opened, checked against their schemas, read into typed values; every problem with its place.

`read_bundle(path)` is the door to this room.
"""

from typing import TYPE_CHECKING, Any

__all__ = ["BundleReading", "read_bundle"]

if TYPE_CHECKING:
    from inspector.bundle.reading import BundleReading, read_bundle


def __getattr__(name: str) -> Any:
    # Polars is a heavy import; whoever only asks what a problem means should not pay for it.
    if name in __all__:
        from inspector.bundle import reading

        return getattr(reading, name)
    raise AttributeError(name)
