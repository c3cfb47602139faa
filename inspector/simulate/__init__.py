"""Synthetic authorities with the truth beside them, for benches, training and for trying the engine out.

Nothing here is shared with what estimates: the shapes, the noise and the words are the simulator's own. The same seed
gives the same bytes on every machine and Python version.
"""
