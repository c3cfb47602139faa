"""The sheets of a visit in every format: a page to print, a workbook and tables to fill in."""
