"""Awards decided on paper, in Excel: how the columns are called, read and checked; the same columns go out."""
