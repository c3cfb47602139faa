"""Where the files that ship with Inspector are: in the wheel, or in the checkout it runs from."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def frameworks_folder() -> Path:
    """The folder of the frameworks that ship with Inspector."""
    shipped = _PACKAGE / "_data" / "frameworks"
    return shipped if shipped.is_dir() else _PACKAGE.parent / "frameworks"


def schemas_folder() -> Path:
    """The folder of the published JSON Schemas."""
    shipped = _PACKAGE / "_data" / "schemas"
    return shipped if shipped.is_dir() else _PACKAGE.parent / "evidence" / "schemas"
