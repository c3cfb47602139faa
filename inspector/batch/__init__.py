"""Many bundles judged at once, each as it would be by itself: on all cores, or on a Dask cluster that somebody names.

Nothing here compares one bundle with another, and nothing sorts by what was found.
"""
