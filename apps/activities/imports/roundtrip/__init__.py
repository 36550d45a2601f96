"""Our own workbook: out with what is there, in again with what was changed in it.

Downwards: `reading` > `records`, `statements` > `marks`, `exported`; `made` > `gathered` > `exported`, `marks`.
"""
