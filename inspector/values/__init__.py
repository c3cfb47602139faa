"""The one reader of values: texts as people write them, read column by column."""
