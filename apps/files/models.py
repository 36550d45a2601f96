"""Files: stored once by content, linked from anywhere."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from apps.core.fields import NFCCharField


class StoredFile(models.Model):
    """One content, kept once under its SHA-256. Whoever links it says who may read it; by itself nobody may."""

    sha256 = models.CharField(max_length=64, unique=True)
    size = models.BigIntegerField()
    content_type = models.CharField(max_length=120)
    name = NFCCharField(max_length=255)
    content = models.FileField(upload_to="files/%Y/%m", max_length=255)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = (models.CheckConstraint(condition=models.Q(size__gte=0), name="stored_file_size_not_negative"),)

    def __str__(self) -> str:
        return self.name
