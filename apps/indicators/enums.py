"""Words of figures."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Aggregation(models.TextChoices):
    """How an indicator is counted. COUNT and SUM add up over offices and disjoint windows; the others do not."""

    COUNT = "count", _("number of records")
    SUM = "sum", _("sum over records")
    DISTINCT = "distinct", _("different values")
    AS_OF = "as_of", _("as of a day")
    DIRECT = "direct", _("stated figure")
    RATIO = "ratio", _("rate")


FROM_RECORDS = frozenset({Aggregation.COUNT, Aggregation.SUM, Aggregation.DISTINCT})


class FigureState(models.TextChoices):
    """Missing: no record and no statement. None: the office stated so. Value: a number, 0 included."""

    MISSING = "missing", _("not reported")
    NONE = "none", _("none")
    VALUE = "value", _("value")


class FigureStatus(models.TextChoices):
    ACTUAL = "actual", _("actual")
    ESTIMATED = "estimated", _("estimated")
    PLANNED = "planned", _("planned")


class Origin(models.TextChoices):
    COUNTED = "counted", _("counted from records")
    STATED = "stated", _("stated by the office")
    MIXED = "mixed", _("partly counted, partly stated")
    DERIVED = "derived", _("derived from two figures")
