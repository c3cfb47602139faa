"""The first line of a framework's file, by which an editor with the YAML language server finds its schema.

The schemas lie in the framework's own folder, so that they say what is installed where the framework is written, plugins
included; they are no part of the framework, and no digest is taken over them.
"""

import json
from pathlib import PurePosixPath

from inspector.framework import MAIN
from inspector.workbench.authoring.kinds import kinds
from inspector.workbench.authoring.typed import FILES, schema

FOLDER = ".schemas"
"""The folder of the schemas within that of the framework."""
_SCHEMA_OF = {"rules": "rules", "tests": "rule-tests"}


def line(name: str, *, variant: bool = False) -> str:
    """The first line of a file of a framework, by its path within the folder; empty where it has no typed schema.

    `variant`: the framework is built on another (`extends`).
    """
    path = PurePosixPath(name)
    main = "framework-variant" if variant else "framework"
    schema_name = main if name == MAIN else _SCHEMA_OF.get(path.parts[0] if len(path.parts) == 2 else "", "")
    if not schema_name or path.suffix != ".yaml":
        return ""
    up = "../" * (len(path.parts) - 1)
    return f"# yaml-language-server: $schema={up}{FOLDER}/{schema_name}.schema.json\n"


def texts() -> dict[str, str]:
    """The schemas by the path of each within the framework's folder, of what is installed. Raises CannotComplete."""
    every = kinds()
    return {
        f"{FOLDER}/{name}.schema.json": json.dumps(schema(name, every), ensure_ascii=False) + "\n" for name in FILES
    }
