"""The argument about a verdict that stands: it comes after the verdict, reads it, and cannot have changed it."""
