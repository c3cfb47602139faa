"""What MkDocs calls while it builds the site: generated pages are made here and never stand in the repository."""

from typing import Any

from making.every import every
from making.navigation import filled
from making.places import DOCS
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Spell out the folders of the navigation."""
    written = sorted(path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md"))
    nav: list[Any] = config.nav or []
    config.nav = filled(nav, [*written, *every()])
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages."""
    for path, text in every().items():
        files.append(File.generated(config, path, content=text))
    return files
