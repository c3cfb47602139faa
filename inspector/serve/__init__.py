"""A bundle or a register looked at in a browser on the same machine: pages made here, without scripts and without a network.

Whoever asks has to have opened the address that was printed: it holds a key that nobody can guess (`keys`). What else is asked of
a request is asked in one place, before any page is made (`guard`). Pages read what `show` and `assess` read; no file is
ever served by its path. What is written down of a visit goes through `inspector.proof.recording`, as by `visit record`.
"""
