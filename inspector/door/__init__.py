"""What a data scientist gets from `import inspector`: results with frames, pages and files, and errors in words.

The doors themselves are the functions of `inspector/__init__.py`, which import this room when they are called.
Everything here says what other rooms know; nothing is judged here. Frames are Polars': `frame.to_pandas()` and
`frame.to_arrow()` lead on from there.
"""
