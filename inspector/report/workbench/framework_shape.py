"""Which framework a document of the workbench is about: by its id, its version, and the digest over its files."""

from typing import Annotated, TypedDict

from inspector.report.document.shape.units import Digest


class FrameworkOf(TypedDict):
    """Which framework it is."""

    id: Annotated[str, "Its id."]
    version: Annotated[str, "Its version."]
    digest: Annotated[Digest, "The sha256 over its files."]


class FrameworkAt(FrameworkOf):
    """A framework, and where it was read."""

    path: Annotated[str, "The folder that it was read from."]
