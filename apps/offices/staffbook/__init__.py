"""People of an office as a workbook: written (`writing`), read (`reading`), compared with who is there (`planning`)."""
