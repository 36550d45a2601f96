"""Checks between figures of one office, between periods, and against its headcount and its past. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from apps.reports.checks.findings import Finding, Value
from apps.reports.checks.line import Line, Relations, number
from apps.reports.checks.unusual import Verdict, judge
from apps.reports.enums import Severity

THIRD = 3  # a headcount that changes by more than one in so many is asked about


def check(line: Line, relations: Relations) -> list[Finding]:
    """All findings on one office's figures: contradictions first, then in the order of the catalogue."""
    places = {code: place for place, code in enumerate(relations.named)}
    found = [
        *_parts(line, relations),
        *_sums(line, relations),
        *_without(line, relations),
        *_registered(line, relations),
        *_records(line, relations),
        *_year(line, relations),
        *_headcount(line),
        *_unusual(line, relations),
    ]
    order = list(Severity)
    return sorted(found, key=lambda each: (order.index(each.severity), places[each.subject], each.rule))


def _parts(line: Line, relations: Relations) -> Iterator[Finding]:
    for whole, parts in relations.parts:
        limit = line.number(whole)
        for part in parts:
            value = line.number(part)
            if limit is not None and value is not None and value > limit:
                yield Finding(
                    "part", part, Severity.BLOCK,
                    _("“%(part)s” (%(value)s) is more than “%(whole)s” (%(limit)s), of which it is a part."),
                    {"part": relations.name(part), "value": value, "whole": relations.name(whole), "limit": limit},
                )  # fmt: skip


def _sums(line: Line, relations: Relations) -> Iterator[Finding]:
    """Parts that exclude each other. Where one alone is more than the whole, that is said already."""
    for whole, parts in relations.parts:
        limit = line.number(whole)
        known = [value for part in parts if (value := line.number(part)) is not None]
        if len(parts) < 2 or limit is None or max(known, default=0) > limit:
            continue
        values: dict[str, Value] = {
            "parts": " + ".join(relations.name(part) for part in parts), "whole": relations.name(whole),
            "value": sum(known), "limit": limit,
        }  # fmt: skip
        if sum(known) > limit:
            yield Finding(
                f"parts-{parts[0]}", whole, Severity.BLOCK,
                _("%(parts)s together (%(value)s) are more than “%(whole)s” (%(limit)s)."), values,
            )  # fmt: skip
        elif len(known) < len(parts) or sum(known) == limit:
            continue
        elif (whole, parts) in relations.in_levels:
            yield Finding(
                f"levels-{parts[0]}", whole, Severity.INFO,
                _("%(parts)s together (%(value)s) are less than “%(whole)s” (%(limit)s): are the others duplicates?"),
                values,
            )  # fmt: skip
        elif (whole, parts) in relations.complete:
            yield Finding(
                f"levels-{parts[0]}", whole, Severity.WARN,
                _("%(parts)s together (%(value)s) are less than “%(whole)s” (%(limit)s), which they make up."), values,
            )  # fmt: skip


def _without(line: Line, relations: Relations) -> Iterator[Finding]:
    for code, base in relations.without:
        if line.number(base) == 0 and (value := line.number(code)):
            yield Finding(
                "without", code, Severity.BLOCK,
                _("“%(figure)s” is %(value)s, but “%(base)s” is reported as 0 or as none."),
                {"figure": relations.name(code), "value": value, "base": relations.name(base)},
            )  # fmt: skip


def _registered(line: Line, relations: Relations) -> Iterator[Finding]:
    value, limit = line.number("registered"), line.number("headcount")
    if value is not None and limit is not None and value > limit:
        yield Finding(
            "registered", "registered", Severity.BLOCK,
            _("“%(figure)s” (%(value)s) is more than “%(base)s” (%(limit)s)."),
            {
                "figure": relations.name("registered"), "value": value,
                "base": relations.name("headcount"), "limit": limit,
            },
        )  # fmt: skip


def _records(line: Line, relations: Relations) -> Iterator[Finding]:
    for code in relations.named:
        figure = line.figures.get(code)
        if figure is not None and figure.difference is not None:
            yield Finding(
                "records", code, Severity.WARN,
                _("“%(figure)s”: the office states %(stated)s, the records give %(counted)s."),
                {"figure": relations.name(code), "stated": figure.stated or 0, "counted": figure.number},
            )  # fmt: skip


def _year(line: Line, relations: Relations) -> Iterator[Finding]:
    """People on a day may become fewer; what happened does not."""
    for code, named in relations.named.items():
        whole, half = line.number(code), number(line.first_half, code)
        if named.is_count and whole is not None and half is not None and whole < half:
            yield Finding(
                "year", code, Severity.BLOCK,
                _("“%(figure)s” is %(value)s in the whole year, less than %(half)s in its first half."),
                {"figure": relations.name(code), "value": whole, "half": half},
            )  # fmt: skip


def _headcount(line: Line) -> Iterator[Finding]:
    now, before = line.number("headcount"), number(line.before, "headcount")
    if now is not None and before and abs(now - before) * THIRD > before:
        yield Finding(
            "headcount", "headcount", Severity.WARN,
            _("The headcount is %(value)s; in the period before it was %(before)s: more than a third has changed."),
            {"value": now, "before": before},
        )  # fmt: skip


def _unusual(line: Line, relations: Relations) -> Iterator[Finding]:
    """A part that is as unusual as its whole is not asked about again."""
    verdicts = {code: _verdict(line, code) for code, named in relations.named.items() if named.is_count}
    for code, verdict in verdicts.items():
        value, past = line.number(code), line.history(code)
        told = verdict in {verdicts.get(whole) for whole in relations.wholes_of(code)}
        if value is not None and verdict in {Verdict.HIGH, Verdict.LOW} and not told:
            yield Finding(
                "unusual", code, Severity.WARN,
                _("“%(figure)s” is %(value)s, unusually high: in the past periods of this kind it was %(past)s.")
                if verdict == Verdict.HIGH
                else _("“%(figure)s” is %(value)s, unusually low: in the past periods of this kind it was %(past)s."),
                {"figure": relations.name(code), "value": value, "past": past},
            )  # fmt: skip


def _verdict(line: Line, code: str) -> Verdict:
    value = line.number(code)
    return Verdict.TOO_FEW if value is None else judge(line.history(code), value).verdict
