"""A page of the family made ready for a case file: as a tree, without what is for screens, with a form to sign."""
