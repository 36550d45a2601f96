"""Papers of an office in the layout of Decree 30/2020/NĐ-CP, as Word and as PDF, from plain strings.

`paper` holds what a paper says, `phrases` how its fixed lines are written; `word` and `pdf` draw it, `drawing` and
`decree.typ` hold the strokes that other layouts use too.
"""
