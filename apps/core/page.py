"""What the frame around every page shows. The view sets a `Page`; describers of upper apps complete it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from django.http import HttpRequest


@dataclass(frozen=True, kw_only=True)
class Crumb:
    label: str
    url: str = ""


@dataclass(frozen=True, kw_only=True)
class PeriodChoice:
    """One entry of the period switch: the same page for another period."""

    label: str
    url: str
    current: bool = False


@dataclass(frozen=True, kw_only=True)
class Tab:
    """One of several lists on a page. `count` is already written ("1.229"), or nothing."""

    label: str
    url: str
    count: str = ""
    current: bool = False


@dataclass(frozen=True, kw_only=True)
class Page:
    title: str = ""
    crumbs: Sequence[Crumb] = field(default=())
    cluster: str = ""  # "Cụm thi đua số 9"
    cluster_note: str = ""  # "miền Tây · năm 2019"
    mark: str = ""  # one or two signs in the red square, "9"
    periods: Sequence[PeriodChoice] = field(default=())
    role: str = ""  # "Thư ký Cụm"
    office: str = ""  # "Văn phòng Đoàn ĐBQH tỉnh Cà Mau"


Describer = Callable[[HttpRequest, Page], Page]
_describers: list[Describer] = []


def register_describer(describer: Describer) -> None:
    """Called in `apps.py: ready()`. A describer returns the page completed by `dataclasses.replace`; it leaves what the
    view has set, and reads nothing when the reader is not signed in."""
    if describer not in _describers:
        _describers.append(describer)


def show(request: HttpRequest, page: Page | None = None, **fields: object) -> None:
    """Called by a view: `show(request, title=_("Activities"), crumbs=[Crumb(label=…)])`; repeated calls add up."""
    set_already = getattr(request, "page", None)
    base = page if page is not None else set_already if isinstance(set_already, Page) else Page()
    request.page = replace(base, **fields)  # type: ignore[attr-defined, arg-type]


def page_of(request: HttpRequest) -> Page:
    page = getattr(request, "page", None)
    described = page if isinstance(page, Page) else Page()
    for describer in _describers:
        described = describer(request, described)
    return described
