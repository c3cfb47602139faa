"""A whole register as one file that an archive can open: a data package, with RO-Crate metadata beside it."""
