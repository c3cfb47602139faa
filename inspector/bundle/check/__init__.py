"""Tables held against their row schemas: cells made ready, every row checked at once, every remark worded with its place."""
