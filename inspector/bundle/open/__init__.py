"""A folder or a zip opened: its files, their bytes, and the manifest. Nothing is ever unpacked to disk."""
