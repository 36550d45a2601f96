"""Words of offices and clusters."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class LeadershipKind(models.TextChoices):
    LEADER = "leader", _("leading office")
    DEPUTY = "deputy", _("deputy office")
    STEWARD = "steward", _("office that took the year over")


DESKS = frozenset({LeadershipKind.LEADER, LeadershipKind.STEWARD})  # whose secretariat runs the year
POSTS = frozenset({LeadershipKind.LEADER, LeadershipKind.DEPUTY})  # what the cluster appoints


class LineageKind(models.TextChoices):
    MERGE = "merge", _("merger")
    SPLIT = "split", _("split")


class RoleKind(models.TextChoices):
    """What a person does. Secretariat is a desk in an office: it counts for the years in which that office leads."""

    CLERK = "clerk", _("office clerk")
    HEAD = "head", _("office head")
    SECRETARIAT = "secretariat", _("cluster secretariat")
    RECORDS = "records", _("clerk of records")
    VIEWER = "viewer", _("leader (reads and comments)")


OFFICE_ROLES = frozenset({RoleKind.CLERK, RoleKind.HEAD, RoleKind.SECRETARIAT, RoleKind.RECORDS})
CLUSTER_ROLES = frozenset({RoleKind.VIEWER})
ENTERING_ROLES = frozenset({RoleKind.CLERK, RoleKind.HEAD})


class Gender(models.TextChoices):
    WOMAN = "woman", _("woman")
    MAN = "man", _("man")


class EmploymentKind(models.TextChoices):
    CIVIL_SERVANT = "civil", _("cadre or civil servant")
    PUBLIC_EMPLOYEE = "public", _("public employee")
    CONTRACT = "contract", _("contract worker")
