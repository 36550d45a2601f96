"""What the pages of an office's report show: values made of standings and contents. Nothing is written here."""
