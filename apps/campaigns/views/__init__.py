"""Pages on which a year is set up."""
