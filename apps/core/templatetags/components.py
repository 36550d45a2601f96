"""The components pages are put together from: declared attributes, all by keyword; an unknown one fails the template.
They know no model and no rule. /gallery/ shows each with the line that makes it. Built in: no {% load %} needed."""

from collections.abc import Sequence
from typing import Any

from django import template
from django.core.paginator import Page as ListPage
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from apps.core.page import Crumb, PeriodChoice, Tab

register = template.Library()

STATES = ("ok", "warn", "bad", "info", "neutral")
NOTE_STATES = ("none", "up", "down", "bad")
KINDS = ("quiet", "primary", "danger")
SIZES = ("", "small", "large")


class UnknownValue(template.TemplateSyntaxError):
    """An attribute of a component was given a value that it does not have."""


def _one_of(component: str, attribute: str, value: str, known: Sequence[str]) -> str:
    if value not in known:
        expected = ", ".join(repr(each) for each in known)
        raise UnknownValue(f"{component}: {attribute}={value!r}: expected one of {expected}")
    return value


# Figures --------------------------------------------------------------------------------------------------------------
@register.inclusion_tag("components/tile.html")
def tile(*, label: str, value: object, note: str = "", note_state: str = "none", url: str = "") -> dict[str, Any]:
    """A figure in large with one sentence under it. `value` is already written ("1.229", "5/6"); without a digit it is
    words ("not reported"), set smaller."""
    _one_of("tile", "note_state", note_state, NOTE_STATES)
    in_words = not any(each.isdigit() for each in str(value))
    return {"label": label, "value": value, "in_words": in_words, "note": note, "note_state": note_state, "url": url}


@register.inclusion_tag("components/figure.html")
def figure(
    *, value: object, url: str = "", unit: str = "", label: str = "", current: bool = False, panel: str = ""
) -> dict[str, Any]:
    """A figure in running text; the gold line says that it opens. `panel`: selector of what htmx fills with it."""
    return {"value": value, "url": url, "unit": unit, "label": label, "current": current, "panel": panel}


@register.inclusion_tag("components/progress.html")
def progress(*, value: float, max: float, label: str, state: str = "info", words: str = "") -> dict[str, Any]:
    """A native progress element with its words; `words` replaces "value / max" at the right."""
    _one_of("progress", "state", state, STATES)
    return {"value": value, "maximum": max, "label": label, "state": state, "words": words}


# States and messages --------------------------------------------------------------------------------------------------
@register.inclusion_tag("components/badge.html")
def badge(*, state: str, label: str) -> dict[str, Any]:
    """A state always comes with its word."""
    return {"state": _one_of("badge", "state", state, STATES), "label": label}


@register.simple_block_tag
def alert(content: str, *, state: str = "info", title: str = "") -> SafeString:
    """{% alert state="warn" title="…" %}…{% endalert %}"""
    _one_of("alert", "state", state, STATES)
    return render_to_string("components/alert.html", {"content": content, "state": state, "title": title})


@register.inclusion_tag("components/toast.html", takes_context=True)
def toast(context: template.Context, *, state: str, text: str, tags: str | None = "") -> dict[str, Any]:
    """`tags` are a message's own: "undo=/address" offers to take back what was done, by a POST to that address."""
    _one_of("toast", "state", state, STATES)
    undo = tags.removeprefix("undo=") if tags and tags.startswith("undo=") else ""
    return {"state": state, "text": text, "undo": undo, "csrf_token": context.get("csrf_token", "")}


@register.inclusion_tag("components/empty.html")
def empty(
    *, title: str, text: str = "", action_label: str = "", action_url: str = "", icon: str = "records"
) -> dict[str, Any]:
    """Says what would stand here and the one thing to do."""
    return {"title": title, "text": text, "action_label": action_label, "action_url": action_url, "icon_name": icon}


# Sheets ---------------------------------------------------------------------------------------------------------------
@register.simple_block_tag
def card(content: str, *, title: str = "", note: str = "", note_url: str = "", id: str = "") -> SafeString:
    """One sheet, one question: {% card title="…" note="…" %}…{% endcard %}"""
    context = {"content": content, "title": title, "note": note, "note_url": note_url, "id": id}
    return render_to_string("components/card.html", context)


@register.simple_block_tag
def chart(
    content: str, *, title: str, note: str = "", legend: Sequence[tuple[str, str]] = (), table: str = ""
) -> SafeString:
    """A frame around an SVG of apps.core.charts: title, legend [("data-1", "before"), …] and its numbers as a table."""
    context = {"content": content, "title": title, "note": note, "legend": legend, "table": table}
    return render_to_string("components/chart.html", context)


@register.simple_block_tag
def data_table(content: str, *, label: str, caption: str = "", heat: bool = False) -> SafeString:
    """Wraps thead, tbody, tfoot; scrolls within its sheet, the first column stays. `label` names the region."""
    context = {"content": content, "label": label, "caption": caption, "heat": heat}
    return render_to_string("components/data_table.html", context)


@register.inclusion_tag("components/sort_header.html", takes_context=True)
def sort_header(context: template.Context, *, label: str, field: str, numeric: bool = False) -> dict[str, Any]:
    """A <th> that sorts by `?sort=field`, then `?sort=-field`; the rest of the query string is kept."""
    request: HttpRequest = context["request"]
    now = request.GET.get("sort", "")
    direction = "ascending" if now == field else "descending" if now == f"-{field}" else ""
    url = _with_query(request, sort=f"-{field}" if now == field else field, page="")
    return {"label": label, "url": url, "direction": direction, "numeric": numeric}


@register.inclusion_tag("components/pager.html", takes_context=True)
def pager(context: template.Context, *, page: "ListPage[Any]") -> dict[str, Any]:
    """For a page of django.core.paginator; keeps filters and order in the query string."""
    request: HttpRequest = context["request"]
    return {
        "page": page,
        "previous_url": _with_query(request, page=str(page.previous_page_number())) if page.has_previous() else "",
        "next_url": _with_query(request, page=str(page.next_page_number())) if page.has_next() else "",
    }


def _with_query(request: HttpRequest, **changes: str) -> str:
    query = request.GET.copy()
    for name, value in changes.items():
        if value:
            query[name] = value
        else:
            query.pop(name, None)
    return f"?{query.urlencode()}"


@register.inclusion_tag("components/definition_list.html")
def definition_list(*, facts: Sequence[tuple[str, object]]) -> dict[str, Any]:
    """[(label, value), …]; an empty value is shown as "not recorded", never as nothing."""
    return {"facts": facts}


@register.simple_block_tag
def facts(content: str) -> SafeString:
    """{% facts %}{% fact label="…" value=… %}…{% endfacts %}"""
    return render_to_string("components/facts.html", {"content": content})


@register.inclusion_tag("components/fact.html")
def fact(*, label: str, value: object, url: str = "") -> dict[str, Any]:
    return {"label": label, "value": value, "url": url}


@register.inclusion_tag("components/history.html")
def history(*, entries: Sequence[Any]) -> dict[str, Any]:
    """Entries with `who`, `at`, `what` and `changes` [(field, before, after), …]; attributes or keys."""
    return {"entries": entries}


@register.inclusion_tag("components/history_sheet.html")
def history_sheet(*, entries: Sequence[Any]) -> dict[str, Any]:
    """The history of a page's objects as a sheet of its own; folded when it is long."""
    return {"entries": entries, "unfolded": len(entries) <= 3}


# Actions --------------------------------------------------------------------------------------------------------------
@register.inclusion_tag("components/button.html")
def button(*, label: str, url: str = "", kind: str = "quiet", icon: str = "", size: str = "") -> dict[str, Any]:
    """A link that looks like a button; without `url` it is the submit button of the form around it."""
    _one_of("button", "kind", kind, KINDS)
    _one_of("button", "size", size, SIZES)
    return {"label": label, "url": url, "kind": kind, "icon_name": icon, "size": size}


@register.inclusion_tag("components/post_button.html", takes_context=True)
def post_button(
    context: template.Context,
    *,
    label: str,
    url: str,
    kind: str = "quiet",
    icon: str = "",
    size: str = "",
    confirm: str = "",
    name: str = "",
    value: str = "",
) -> dict[str, Any]:
    """One POST: a form with its token, an optional question and an optional hidden value."""
    _one_of("post_button", "kind", kind, KINDS)
    _one_of("post_button", "size", size, SIZES)
    return {
        "csrf_token": context.get("csrf_token", ""),
        "label": label,
        "url": url,
        "kind": kind,
        "icon_name": icon,
        "size": size,
        "confirm": confirm,
        "name": name,
        "value": value,
    }


# Where am I -----------------------------------------------------------------------------------------------------------
@register.inclusion_tag("components/breadcrumbs.html")
def breadcrumbs(*, crumbs: Sequence[Crumb], label: str = "") -> dict[str, Any]:
    """`label` tells a second trail on the same page apart for screen readers."""
    return {"crumbs": crumbs, "label": label}


@register.inclusion_tag("components/period_switch.html")
def period_switch(*, periods: Sequence[PeriodChoice]) -> dict[str, Any]:
    return {"periods": periods}


@register.inclusion_tag("components/tabs.html")
def tabs(*, tabs: Sequence[Tab], label: str) -> dict[str, Any]:
    """Several lists on one page; each tab is a link. `label` names the row of tabs."""
    return {"tabs": tabs, "label": label}


@register.inclusion_tag("components/icon.html")
def icon(*, name: str, size: str = "") -> dict[str, Any]:
    """From static/img/icons.svg. An ornament for the eye: the word stands beside it."""
    _one_of("icon", "name", name, ICONS)
    _one_of("icon", "size", size, SIZES)
    return {"name": name, "size": size}


ICONS = (
    *(
        "home",
        "tasks",
        "records",
        "grid",
        "report",
        "chart",
        "pledge",
        "people",
        "person",
        "office",
        "calendar",
        "award",
    ),
    *("idea", "comment", "file", "search", "filter", "plus", "edit", "trash", "undo", "refresh", "download", "upload"),
    *("print", "send", "open", "back", "up", "down", "sort", "menu", "close", "ok", "info", "warn", "bad", "neutral"),
    *("lock", "history", "sun", "moon", "system", "sign-out", "settings", "gift", "clip", "camera", "link"),
)
