"""The rules and the decision table as a theory: what holds of all evidence, and a case where it does not."""
