"""What the workbench finds, in words and as documents: one file a command of `inspector framework`."""
