"""CSV, workbooks, Parquet and JSON as tables of text cells under our own field names."""
