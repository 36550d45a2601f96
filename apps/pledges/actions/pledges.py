"""Preparing a pledge, signing it, amending it by a new version."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.base import File
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.accounts.models import User
from apps.campaigns.models import Period
from apps.core.audit import action
from apps.core.constraints import explained
from apps.core.words import day
from apps.files.actions import keep
from apps.files.models import StoredFile
from apps.indicators.models import Indicator
from apps.offices.actions.clusters import refuse_closed_year
from apps.offices.models import Cluster, Office
from apps.pledges.models import Pledge, PledgeContent, PledgeTarget, PledgeVersion
from apps.pledges.promised import Promise, Said, fault
from apps.pledges.proposals import proposed, proposed_opening
from apps.pledges.rules import can_prepare_pledge, can_sign_pledge
from apps.pledges.versions import conference_of, said, year_window

SIGNING = {
    "pledge_versions_in_order": ("signed_on", gettext_lazy("The version before it was signed later than this day.")),
    "pledge_signed_for_its_year": (
        "signed_on", gettext_lazy("A pledge is signed in its year, or in the year before."),
    ),
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Signing:
    """`signed_as`: the post above the signature, with “KT.” where a deputy signs, one a line."""

    signed_on: date
    signer: str
    signed_as: str
    witness: str = ""
    witness_post: str = ""


def _refuse_others(cluster: Cluster, year: int, office_id: int, by: User) -> None:
    if not can_prepare_pledge(by, cluster, year, office_id):
        raise PermissionDenied


def _locked(version: PledgeVersion, revision: int | None = None) -> PledgeVersion:
    """The draft as it is stored, locked; refused where it was signed, or changed since its reader opened it."""
    stored = (
        PledgeVersion.objects.select_for_update(of=("self",)).select_related("pledge__cluster", "pledge__office")
        .filter(pk=version.pk).first()
    )  # fmt: skip
    if stored is None:
        raise ValidationError(_("This draft was discarded meanwhile."), code="discarded")
    if stored.is_signed:
        raise ValidationError(
            _("This version was signed and stays as it is. Amend it by a new version."), code="signed"
        )
    if revision is not None and revision != stored.revision:
        raise ValidationError(
            _("Somebody else has saved this draft meanwhile. Your text is still here; saving again replaces theirs."),
            code="meanwhile",
        )
    return stored


@action
def start_pledge(*, cluster: Cluster, year: int, office: Office, from_last_year: bool, by: User) -> PledgeVersion:
    """The first draft. Where there is one already it is that one: nothing is proposed twice."""
    pledge = _opened(cluster, year, office, by)
    versions = list(pledge.versions.all())
    draft = next((each for each in versions if not each.is_signed), None)
    if draft is not None:
        return draft
    if versions:
        raise ValidationError(_("The pledge is signed. Amend it by a new version."), code="signed")
    refuse_closed_year(cluster, year)
    begun = proposed(cluster, year, office, from_last_year=from_last_year)
    version = PledgeVersion.objects.create(pledge=pledge, number=1, opening=begun.opening, created_by=by)
    _write_lines(version, begun)
    return version


def _opened(cluster: Cluster, year: int, office: Office, by: User) -> Pledge:
    """The office's pledge of the year, locked; a row without versions where there was none."""
    _refuse_others(cluster, year, office.pk, by)
    window = year_window(Period.objects.filter(cluster=cluster, year=year), year)
    if not Office.objects.members_of(cluster, window.starts_on, window.ends_on).filter(pk=office.pk).exists():
        raise ValidationError(
            _("%(office)s is not a member of the cluster in %(year)s.") % {"office": office, "year": year},
            code="no_member",
        )
    Pledge.objects.get_or_create(cluster=cluster, office=office, year=year)
    return Pledge.objects.select_for_update().get(cluster=cluster, office=office, year=year)


@action
def take_over_pledge(
    *, cluster: Cluster, year: int, office: Office, contents: Sequence[str], targets: Sequence[Promise],
    begun: PledgeVersion | None = None, by: User,
) -> PledgeVersion:  # fmt: skip
    """The first draft from last year's pledge: the opening of the year's movement, these contents and targets. `begun`
    is what the same taking over began, to which the targets are added. A pledge that somebody else began is refused:
    nothing in it is written over."""
    _refuse_faults(cluster, year, Said("", tuple(contents), tuple(targets)))
    if begun is None:
        pledge = _opened(cluster, year, office, by)
        if pledge.versions.exists():
            raise ValidationError(
                _("The pledge of %(office)s was begun meanwhile; it stays as it is.") % {"office": office},
                code="begun",
            )
        opening = proposed_opening(cluster, year, office)
        begun = PledgeVersion.objects.create(pledge=pledge, number=1, opening=opening, created_by=by)
        _write_lines(begun, Said(opening, tuple(contents), tuple(targets)))
        return begun
    _refuse_others(cluster, year, office.pk, by)
    row = _locked(begun)
    kept = said(PledgeVersion.objects.with_lines().get(pk=row.pk))
    _write_lines(row, Said(kept.opening, kept.contents, (*kept.targets, *targets)))
    return row


def _write_lines(version: PledgeVersion, text: Said) -> None:
    """The lines of a draft become these; what is the same is left alone, so that its history is one."""
    contents = {line.position: line for line in version.contents.all()}
    for position, content in enumerate(text.contents, start=1):
        known = contents.pop(position, None)
        if known is None:
            PledgeContent.objects.create(version=version, position=position, text=content)
        elif known.text != content:
            known.text = content
            known.save(update_fields=["text"])
    PledgeContent.objects.filter(pk__in=[line.pk for line in contents.values()]).delete()
    targets = {line.position: line for line in version.targets.all()}
    for position, promise in enumerate(text.targets, start=1):
        row = targets.pop(position, None) or PledgeTarget(version=version, position=position)
        values = {
            "text": promise.text, "indicator": promise.indicator, "comparison": promise.comparison,
            "value": promise.value, "numerator": promise.numerator, "denominator": promise.denominator,
        }  # fmt: skip
        if row.pk is None or any(getattr(row, name) != value for name, value in values.items()):
            for name, value in values.items():
                setattr(row, name, value)
            row.save()
    PledgeTarget.objects.filter(pk__in=[line.pk for line in targets.values()]).delete()


def _refuse_faults(cluster: Cluster, year: int, text: Said) -> None:
    if any(not content for content in text.contents):
        raise ValidationError(_("A content has no text."), code="content")
    for place, promise in enumerate(text.targets, start=1):
        wrong = fault(promise)
        if wrong is not None:
            message = _("Target %(number)s: %(what)s") % {"number": place, "what": wrong[1]}
            raise ValidationError(message, code="target")
    wanted = {promise.indicator.pk for promise in text.targets if promise.indicator is not None}
    known = Indicator.objects.for_cluster(cluster, year).filter(pk__in=wanted)
    if known.count() < len(wanted):
        raise ValidationError(_("One of the indicators is not in use in this year."), code="indicator")


@action
def save_draft(*, version: PledgeVersion, text: Said, reason: str = "", revision: int, by: User) -> PledgeVersion:
    """All that a draft says. `revision` is the one that the writer has read; saying the same again writes nothing."""
    pledge = version.pledge
    _refuse_others(pledge.cluster, pledge.year, pledge.office_id, by)
    _refuse_faults(pledge.cluster, pledge.year, text)
    row = _locked(version)
    if row.number > 1 and not reason.strip():
        raise ValidationError({"reason": _("Say why the pledge is amended.")}, code="reason")
    kept = reason.strip() if row.number > 1 else ""
    stored = PledgeVersion.objects.with_lines().get(pk=row.pk)
    if said(stored) == text and stored.reason == kept:
        return stored
    if revision != row.revision:
        _locked(version, revision)
    row.opening, row.reason, row.revision = text.opening, kept, row.revision + 1
    row.save(update_fields=["opening", "reason", "revision"])
    _write_lines(row, text)
    return row


@action
def sign_pledge(*, version: PledgeVersion, signing: Signing, revision: int, by: User) -> PledgeVersion:
    """The head signs what they have read (`revision`); the secretariat notes what a head signed on paper. From then on
    the version stays as it is. It is linked with the pledge conference of that day."""
    pledge = version.pledge
    if not can_sign_pledge(by, pledge.cluster, pledge.year, pledge.office_id):
        raise PermissionDenied
    if signing.signed_on > timezone.localdate():
        raise ValidationError(
            {"signed_on": _("%(day)s has not come yet.") % {"day": day(signing.signed_on)}}, code="future"
        )
    if not signing.signer.strip():
        raise ValidationError({"signer": _("Say who signs.")}, code="signer")
    if signing.witness_post.strip() and not signing.witness.strip():
        raise ValidationError({"witness": _("Name the witness who holds this post.")}, code="witness")
    stored = PledgeVersion.objects.filter(pk=version.pk).first()
    if stored is not None and stored.is_signed and stored.signed_by_id == by.pk and stored.revision == revision:
        return stored  # pressed twice
    row = _locked(version)
    if revision != row.revision:
        raise ValidationError(
            _("The draft was changed after you opened it. Look at what it says now, then sign."), code="meanwhile"
        )
    if not row.contents.exists() or not row.targets.exists():
        raise ValidationError(
            _("A pledge is signed with at least one content and one target. Complete the draft first."), code="empty"
        )
    met = conference_of(pledge.cluster, pledge.year)
    row.signed_on, row.signed_at, row.signed_by = signing.signed_on, timezone.now(), by
    row.signer, row.signed_as = signing.signer, signing.signed_as
    row.witness, row.witness_post = signing.witness, signing.witness_post
    row.conference = met if met is not None and met.held_on == signing.signed_on else None
    row.clean_fields(exclude=["pledge", "created_by"])
    with explained(SIGNING):
        row.save()
    return row


@action
def amend_pledge(*, pledge: Pledge, reason: str, by: User) -> PledgeVersion:
    """A new draft that begins with what the last version says. Where one is being prepared already it is that one."""
    _refuse_others(pledge.cluster, pledge.year, pledge.office_id, by)
    if not reason.strip():
        raise ValidationError({"reason": _("Say why the pledge is amended.")}, code="reason")
    Pledge.objects.select_for_update().get(pk=pledge.pk)
    versions = list(PledgeVersion.objects.filter(pledge=pledge).with_lines().order_by("number"))
    if not versions or (not versions[-1].is_signed and versions[-1].number == 1):
        raise ValidationError(_("The pledge is not signed yet: change its draft."), code="draft")
    last = versions[-1]
    if not last.is_signed:
        return last
    refuse_closed_year(pledge.cluster, pledge.year)
    draft = PledgeVersion.objects.create(
        pledge=pledge, number=last.number + 1, reason=reason, opening=last.opening, created_by=by
    )
    _write_lines(draft, said(last))
    return draft


@action
def discard_draft(*, version: PledgeVersion, revision: int, by: User) -> None:
    """Takes a draft away, with the pledge itself where nothing of it was signed."""
    pledge = version.pledge
    _refuse_others(pledge.cluster, pledge.year, pledge.office_id, by)
    Pledge.objects.select_for_update().filter(pk=pledge.pk).first()
    row = _locked(version, revision)
    row.delete()
    if not PledgeVersion.objects.filter(pledge=pledge).exists():
        Pledge.objects.filter(pk=pledge.pk).delete()


@action
def keep_scan(*, version: PledgeVersion, scan: File[bytes], by: User) -> StoredFile:
    """The signed paper, scanned. A better scan may take its place; the audit keeps which there were."""
    pledge = version.pledge
    _refuse_others(pledge.cluster, pledge.year, pledge.office_id, by)
    row = PledgeVersion.objects.select_for_update().get(pk=version.pk)
    if not row.is_signed:
        raise ValidationError({"upload": _("Only what was signed has a scan.")}, code="draft")
    row.scan = keep(scan, field="upload", by=by)
    row.save(update_fields=["scan"])
    return row.scan
