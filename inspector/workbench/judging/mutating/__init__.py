"""One thing of a framework changed at a time: which changes do its cases not notice?

`operators` has a file for each way to change something, `killing` asks the cases, `equivalent` tells changes that no fact could
tell apart, `suggest` looks for a case that would notice.
"""
