"""Writes the schemas by which an editor completes and checks the files of a framework into its folder."""

from pathlib import Path


def write_schemas(folder: Path) -> tuple[str, ...]:
    """Write them, in the place of older ones; their paths. Raises CannotComplete where there is no such folder, and OSError."""
    from inspector.model.problems import CannotComplete, Where
    from inspector.model.remarks import error
    from inspector.workbench.authoring import modeline
    from inspector.writing import whole

    if not folder.is_dir():
        where = Where(file=str(folder))
        raise CannotComplete([error("no-framework", where, "there is no such folder", "the folder of a framework")])
    made = modeline.texts()
    (folder / modeline.FOLDER).mkdir(exist_ok=True)
    for name, text in made.items():
        whole.write(folder / name, text.encode("utf-8"))
    return tuple((folder / name).as_posix() for name in made)
