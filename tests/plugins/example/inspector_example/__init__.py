"""An example of a plugin for Inspector."""
