"""Checks of an office's figures: dataclasses in, findings out. `reading` is the one place that asks the database."""
