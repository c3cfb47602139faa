"""Making a bundle: an empty one, adding files to it, sealing it, verifying the seal, comparing it with an earlier one."""
