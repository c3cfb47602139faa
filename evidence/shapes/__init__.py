"""The types of documents for which the commands themselves need none: what `show`, `trend`, `check` and others write as JSON.

`python -m evidence.make_schemas` makes their published schemas; a test holds what the commands write against those.
"""
