"""A file is chosen or dropped."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from apps.core.forms import Plain
from apps.files.workbooks.book import refuse


class WorkbookForm(Plain):
    file = forms.FileField(
        label=_("Excel file"),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xls,.ods,.xlsm", "class": "drop-field"}),
        allow_empty_file=True,  # told in our own words, by the reader
        error_messages={"required": _("No file was chosen. Choose an Excel file (.xlsx, .xls) or .ods.")},
    )

    def clean_file(self) -> UploadedFile[Any]:
        """Refused by size before a byte of it is read."""
        file: UploadedFile[Any] = self.cleaned_data["file"]
        size = file.size or 0
        if size > settings.WORKBOOK_MAX_BYTES:
            raise refuse("too_large", size=size, limit=settings.WORKBOOK_MAX_BYTES)
        return file
