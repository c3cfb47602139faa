"""The forms of rows and documents: JSON Schemas, what a cell says as a JSON value, and which keywords can be compiled."""
