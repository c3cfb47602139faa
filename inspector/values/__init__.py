"""What people write in cells, read in one place: dates, numbers, marks, ids, periods, encodings. Texts in, texts out."""
