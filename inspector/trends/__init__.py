"""The series of any CSV or workbook: read, judged, charted and told. This room never touches a bundle."""
