"""The cluster grid: what stands in it, read from the figures and the statements. Writing is in actions/cells.py."""
