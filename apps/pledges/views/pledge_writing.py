"""Preparing a pledge: its draft on one form, with rows that are added, moved and removed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.forms import BaseFormSet, formset_factory
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from apps.core import words
from apps.core.forms import Plain, refuse
from apps.core.page import Crumb, show
from apps.indicators.models import Indicator
from apps.pledges import actions
from apps.pledges.forms.pledges import AmendForm, ContentForm, OpeningForm, TargetForm
from apps.pledges.models import PledgeVersion
from apps.pledges.promised import Promise, Said
from apps.pledges.proposals import figure_words, past_figures, proposed_targets, year_before
from apps.pledges.versions import OfficePledge, said
from apps.pledges.views.pledges import Place, office_name, place_of, pledge_of

FIELDS = {"contents": ("text",), "targets": ("text", "indicator", "comparison", "level")}
MOST = 60
EMPTY_ROWS = 2
Rows = list[dict[str, str]]


def _of_office(request: HttpRequest, cluster: str, year: int, office: str) -> tuple[Place, OfficePledge]:
    place = place_of(request, cluster, year)
    found = pledge_of(place, office)
    if not place.prepares(found.office):
        raise PermissionDenied
    return place, found


@require_POST
def start(request: HttpRequest, cluster: str, year: int, office: str) -> HttpResponse:
    place, found = _of_office(request, cluster, year, office)
    try:
        actions.start_pledge(
            cluster=place.at.cluster, year=year, office=found.office, by=place.at.user,
            from_last_year=request.POST.get("from") == "last-year",
        )  # fmt: skip
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect(place.url("pledge", office))
    return redirect(place.url("edit_pledge", office))


# The form -------------------------------------------------------------------------------------------------------------
def _typed(data: QueryDict, prefix: str) -> Rows:
    """What was typed, row by row, as it was typed."""
    total = data.get(f"{prefix}-TOTAL_FORMS", "")
    count = min(int(total), MOST) if total.isascii() and total.isdigit() else 0
    return [{name: data.get(f"{prefix}-{row}-{name}", "") for name in FIELDS[prefix]} for row in range(count)]


def rearranged(rows: Rows, wish: Sequence[str], fields: Sequence[str]) -> Rows:
    """“add”, “up 2”, “down 0”, “remove 1”: the same rows in another order; a wish that makes no sense changes none."""
    verb, number = wish[0], wish[1] if len(wish) > 1 else ""
    here = int(number) if number.isascii() and number.isdigit() else -1
    if verb == "add" and len(rows) < MOST:
        return [*rows, dict.fromkeys(fields, "")]
    if not 0 <= here < len(rows):
        return rows
    if verb == "remove":
        return rows[:here] + rows[here + 1 :]
    there = here + {"up": -1, "down": 1}.get(verb, 0)
    if 0 <= there < len(rows):
        rows[here], rows[there] = rows[there], rows[here]
    return rows


def _row(promise: Promise) -> dict[str, str]:
    code = promise.indicator.code if promise.indicator else ""
    return {"text": promise.text, "indicator": code, "comparison": promise.comparison, "level": promise.level}


class Writing:
    """The forms of one draft. `past`: last year's figures, shown beside the targets and proposed from."""

    def __init__(self, place: Place, version: PledgeVersion) -> None:
        self.place, self.version = place, version
        self.indicators = list(Indicator.objects.for_cluster(place.at.cluster, place.at.year))
        self.known = {each.code: each for each in self.indicators}
        window = year_before(place.at.cluster, place.at.year)
        self.past = past_figures(place.at.cluster, version.pledge.office, window, self.indicators)
        self.labels = [(each.code, self._label(each)) for each in self.indicators]

    def _label(self, indicator: Indicator) -> str:
        figure = figure_words(self.past.get(indicator.code), indicator.unit)
        indent = "– " if indicator.parent_id else ""
        if not figure:
            return f"{indent}{indicator.name}"
        return _("%(name)s (%(year)s: %(figure)s)") % {
            "name": f"{indent}{indicator.name}", "year": self.place.at.year - 1, "figure": figure,
        }  # fmt: skip

    def opening(self, data: Any = None, **initial: Any) -> OpeningForm:
        return OpeningForm(data, amends=self.version.number > 1, initial=initial)

    def contents(self, rows: Rows | None = None, data: Any = None) -> BaseFormSet[ContentForm]:
        made = formset_factory(ContentForm, extra=0, max_num=MOST, absolute_max=MOST)
        return made(data, initial=rows, prefix="contents")

    def targets(self, rows: Rows | None = None, data: Any = None) -> BaseFormSet[TargetForm]:
        made = formset_factory(TargetForm, extra=0, max_num=MOST, absolute_max=MOST)
        return made(data, initial=rows, prefix="targets", form_kwargs={"known": self.known, "labels": self.labels})

    def with_proposals(self, rows: Rows) -> Rows:
        """What last year's figures propose and no row has yet, after the rows that say something."""
        kept = [row for row in rows if row["text"].strip() or row["indicator"]]
        had = {row["indicator"] for row in kept}
        more = [each for each in proposed_targets(self.indicators, self.past) if each.indicator]
        return [*kept, *(_row(each) for each in more if each.indicator and each.indicator.code not in had)][:MOST]

    def beside(self, targets: BaseFormSet[TargetForm]) -> list[tuple[TargetForm, str]]:
        """Each row with last year's figure of its indicator."""
        return [(row, self._beside(str(row["indicator"].value() or ""))) for row in targets]

    def _beside(self, code: str) -> str:
        indicator = self.known.get(code)
        if indicator is None:
            return ""
        figure = figure_words(self.past.get(code), indicator.unit) or _("no data")
        return _("%(year)s: %(figure)s") % {"year": self.place.at.year - 1, "figure": figure}


def _faults(
    opening: OpeningForm, contents: BaseFormSet[ContentForm], targets: BaseFormSet[TargetForm]
) -> list[tuple[str, str]]:
    """Every message with the id of its field and the row it stands in, to be named at the head of the page."""
    places: list[tuple[str, Plain]] = [("", opening)]
    places += [(_("Content %(number)s") % {"number": row}, form) for row, form in enumerate(contents, start=1)]
    places += [(_("Target %(number)s") % {"number": row}, form) for row, form in enumerate(targets, start=1)]
    found = []
    for where, form in places:
        for name, messages_of in form.errors.items():
            field = form[name] if name in form.fields else None
            parts = (where, str(field.label) if field else "", " ".join(map(str, messages_of)))
            found.append((field.id_for_label if field else "", ": ".join(filter(None, parts))))
    return found


def _focused(formset: BaseFormSet[Any], name: str = "text") -> None:
    """A row that was added is where one goes on typing."""
    if formset.forms:
        formset.forms[-1].fields[name].widget.attrs["autofocus"] = True


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, cluster: str, year: int, office: str) -> HttpResponse:
    """Buttons beside a row rearrange what is typed and save nothing; only “save” writes."""
    place, found = _of_office(request, cluster, year, office)
    if found.draft is None:
        return redirect(place.url("pledge", office))
    writing = Writing(place, found.draft)
    refusal, faults = "", []
    if request.method == "POST":
        forms = _asked(writing, request.POST)
        opening, contents, targets = forms
        checked = [each.is_valid() for each in forms]  # all of them say at once what is wrong
        saves = request.POST.get("do", "save") == "save"
        faults = _faults(opening, contents, targets) if saves else []
        if saves and all(checked):
            try:
                _save(place, found.draft, opening, contents, targets)
            except ValidationError as error:
                refuse(opening, error)
                refusal = " ".join(error.messages)
                opening.data = _with_revision(request.POST, found.draft)
            else:
                messages.success(request, _("The draft has been saved."))
                return redirect(place.url("pledge", office))
    else:
        opening, contents, targets = _stored(writing, found.draft)
    title = _("Pledge of %(office)s, %(year)s") % {"office": office_name(found), "year": year}
    back = place.url("pledge", office)
    show(request, title=title, crumbs=[place.crumb, Crumb(label=office_name(found), url=back)])
    context = {
        "opening": opening, "contents": contents, "targets": targets, "beside": writing.beside(targets),
        "refusal": refusal, "faults": faults, "back": back, "year_before": year - 1,
    }  # fmt: skip
    return render(request, "pledges/pledge_edit.html", context)


def _stored(
    writing: Writing, draft: PledgeVersion
) -> tuple[OpeningForm, BaseFormSet[ContentForm], BaseFormSet[TargetForm]]:
    text = said(draft)
    contents: Rows = [{"text": each} for each in text.contents]
    targets = [_row(each) for each in text.targets]
    empty = dict.fromkeys(FIELDS["targets"], "")
    return (
        writing.opening(revision=draft.revision, opening=text.opening, reason=draft.reason),
        writing.contents([*contents, *({"text": ""} for _more in range(EMPTY_ROWS))]),
        writing.targets([*targets, *(dict(empty) for _more in range(EMPTY_ROWS))]),
    )


def _asked(writing: Writing, data: QueryDict) -> tuple[OpeningForm, BaseFormSet[ContentForm], BaseFormSet[TargetForm]]:
    """What was typed; after “up-targets-2” in another order, unchecked."""
    wish = data.get("do", "save").split("-")
    if wish == ["save"]:
        return writing.opening(data), writing.contents(data=data), writing.targets(data=data)
    kept = {name: data.get(name, "") for name in ("revision", "opening", "reason")}
    rows = {prefix: _typed(data, prefix) for prefix in FIELDS}
    if wish == ["propose"]:
        rows["targets"] = writing.with_proposals(rows["targets"])
    elif len(wish) > 1 and wish[1] in FIELDS:
        rows[wish[1]] = rearranged(rows[wish[1]], [wish[0], *wish[2:]], FIELDS[wish[1]])
    contents, targets = writing.contents(rows["contents"]), writing.targets(rows["targets"])
    if wish[0] == "add" and len(wish) > 1:
        _focused(contents if wish[1] == "contents" else targets)
    return writing.opening(**kept), contents, targets


def _save(
    place: Place, draft: PledgeVersion, opening: OpeningForm, contents: BaseFormSet[ContentForm],
    targets: BaseFormSet[TargetForm],
) -> None:  # fmt: skip
    values: Mapping[str, Any] = opening.cleaned_data
    lines = tuple(text for form in contents if (text := form.cleaned_data.get("text", "")))
    promises = tuple(form.promise for form in targets if form.promise is not None)
    actions.save_draft(
        version=draft, text=Said(values["opening"].replace("\r\n", "\n").strip(), lines, promises),
        reason=values.get("reason", ""), revision=values["revision"], by=place.at.user,
    )  # fmt: skip


def _with_revision(typed: QueryDict, draft: PledgeVersion) -> QueryDict:
    """The refused form goes back with what was typed and with the revision that is stored now."""
    data = typed.copy()
    stored = PledgeVersion.objects.filter(pk=draft.pk).values_list("revision", flat=True).first()
    data["revision"] = str(stored or 0)
    return data


# Amending and discarding ----------------------------------------------------------------------------------------------
@require_http_methods(["GET", "HEAD", "POST"])
def amend(request: HttpRequest, cluster: str, year: int, office: str) -> HttpResponse:
    place, found = _of_office(request, cluster, year, office)
    back = place.url("pledge", office)
    if found.current is None or found.draft is not None:
        return redirect(back)
    form = AmendForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.amend_pledge(pledge=found.current.pledge, reason=form.cleaned_data["reason"], by=place.at.user)
        except ValidationError as error:
            refuse(form, error)
        else:
            return redirect(place.url("edit_pledge", office))
    signed = words.day(found.current.signed_on) if found.current.signed_on else ""
    title = _("Amend the pledge signed on %(day)s") % {"day": signed}
    show(request, title=title, crumbs=[place.crumb, Crumb(label=office_name(found), url=back)])
    return render(request, "core/form.html", {"form": form, "back": back})


@require_POST
def discard(request: HttpRequest, cluster: str, year: int, office: str) -> HttpResponse:
    place, found = _of_office(request, cluster, year, office)
    if found.draft is not None:
        number = request.POST.get("revision", "")
        revision = int(number) if number.isascii() and number.isdigit() else 0
        try:
            actions.discard_draft(version=found.draft, revision=revision, by=place.at.user)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        else:
            messages.success(request, _("The draft has been discarded."))
    return redirect(place.url("pledge", office))
