"""What a workbook would cost to open, told from its bytes before a native reader does: such a reader takes what it is told to."""
