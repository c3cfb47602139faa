"""Makes the pages of the site that are generated from what is there: rules, signals, probes, lints, problems, schemas."""
