"""Who reads a stored file through a conference or a movement: scans of their papers, numbered versions."""

from __future__ import annotations

from apps.accounts.models import User
from apps.campaigns.enums import PaperKind
from apps.campaigns.models import Campaign, CampaignPaper, Invitation, IssuedPaper, Minutes
from apps.campaigns.rules import can_read_minutes
from apps.files.access import Link, register_access
from apps.offices.roles import roles_of


def _invitation(user: User, pk: int) -> Link | None:
    rows = Invitation.objects.filter(conference__cluster__in=roles_of(user).cluster_ids, scan__isnull=False)
    found = rows.select_related("scan").filter(pk=pk).first()
    return Link(found.scan, found.scan.name) if found and found.scan else None


def _minutes(user: User, pk: int) -> Link | None:
    rows = Minutes.objects.filter(scan__isnull=False).select_related("scan", "conference__period")
    found = rows.filter(pk=pk).first()
    if found is None or found.scan is None:
        return None
    may = can_read_minutes(user, found.conference, numbered=found.is_numbered)
    return Link(found.scan, found.scan.name) if may else None


def _issued(user: User, pk: int) -> IssuedPaper | None:
    """A version is read by whoever reads the paper."""
    rows = IssuedPaper.objects.defer("content").select_related("word", "pdf", "conference__period")
    found = rows.filter(pk=pk, conference__cluster__in=roles_of(user).cluster_ids).first()
    if found is None or found.kind == PaperKind.INVITATION:
        return found
    return found if can_read_minutes(user, found.conference, numbered=True) else None


def _word(user: User, pk: int) -> Link | None:
    found = _issued(user, pk)
    return Link(found.word, found.word.name) if found else None


def _pdf(user: User, pk: int) -> Link | None:
    found = _issued(user, pk)
    return Link(found.pdf, found.pdf.name) if found else None


def _campaign_paper(user: User, pk: int) -> Link | None:
    """The papers of a draft are its secretariat's alone. Administrators look after accounts and read no papers."""
    readable = Campaign.objects.visible_to(user).filter(cluster__in=roles_of(user).cluster_ids)
    rows = CampaignPaper.objects.filter(scan__isnull=False, campaign__in=readable)
    found = rows.select_related("scan").filter(pk=pk).first()
    return Link(found.scan, found.scan.name) if found and found.scan else None


def register() -> None:
    """Called once, from `apps.py`."""
    register_access("invitation", _invitation)
    register_access("minutes", _minutes)
    register_access("numbered-word", _word)
    register_access("numbered-pdf", _pdf)
    register_access("campaign-paper", _campaign_paper)
