"""Kinds of record that a cluster defined: their values, how they are counted, listed, imported.

Downwards: `layouts` > `offered` > `sources`, `values`. They are written by `actions.definitions`.
"""
