"""What is next with a report, for the one who reads: one sentence, and one button where it is theirs. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from apps.core import words
from apps.reports.enums import ReportState
from apps.reports.standing import Standing


@dataclass(frozen=True)
class Reader:
    """What the reader may do with this office's report (apps.reports.rules). `is_closed`: the figures were closed and
    no extension is in force for the office."""

    prepares: bool = False
    sends: bool = False
    confirms: bool = False
    secretariat: bool = False
    is_closed: bool = False


@dataclass(frozen=True)
class Step:
    """`action` is send, confirm, receive or nothing; `blocked` says why its button cannot be pressed. `asks` and
    `enters`: the secretariat may also ask for completion, or enter on behalf."""

    title: str
    text: str = ""
    action: str = ""
    label: str = ""
    blocked: str = ""
    asks: bool = False
    enters: bool = False


def next_step(standing: Standing, reader: Reader) -> Step:
    if reader.confirms and standing.version is not None and standing.version.awaits_confirmation:
        return _confirming(standing, reader)
    if reader.secretariat and not (reader.sends and _is_with_the_office(standing)):
        return _of_secretariat(standing, reader)
    if reader.sends or reader.prepares:
        return _of_office(standing, reader)
    return _of_reader(standing)


def _is_with_the_office(standing: Standing) -> bool:
    return standing.changed or standing.state in {ReportState.DRAFT, ReportState.TO_COMPLETE, ReportState.STALE}


def open_words(count: int) -> str:
    return ngettext("%(count)s question is open", "%(count)s questions are open", count) % {
        "count": words.number(count)
    }


def changed_words(count: int) -> str:
    return ngettext("%(count)s change since", "%(count)s changes since", count) % {"count": words.number(count)}


def _blocked(standing: Standing, reader: Reader) -> str:
    if standing.open_questions:
        return _("Not yet: %(open)s.") % {"open": open_words(standing.open_questions)}
    if reader.is_closed and standing.period.closes_on is not None:
        day = words.day(standing.period.closes_on)
        return _("Figures were closed on %(day)s. Ask the secretariat for an extension first.") % {"day": day}
    if standing.live.is_empty:
        return _("The report is still empty.")
    return ""


def _confirming(standing: Standing, reader: Reader) -> Step:
    text = _("The secretariat entered this report on the office's behalf. Look it through; confirm it if it is right.")
    if standing.changed and reader.sends:
        text += " " + _("What was changed since is sent with “Send again”, which confirms as well.")
    return Step(_("Confirm what was entered on your behalf"), text, action="confirm", label=_("Confirm"))


def _of_office(standing: Standing, reader: Reader) -> Step:
    if not _is_with_the_office(standing):
        if standing.state == ReportState.RECEIVED:
            return Step(_("Received"), _("Nothing is left to do. A later change must be sent again."))
        text = _("The secretariat looks it through; it receives it or asks for completion.")
        return Step(pgettext("step", "Sent"), text)
    title, text = _office_words(standing)
    if not reader.sends:
        hand_on = _("When everything is there, hand it to the head of the office to check and send.")
        return Step(title, f"{text} {hand_on}", blocked=_blocked(standing, reader))
    label = _("Send the report") if standing.version is None else _("Send again")
    return Step(title, text, action="send", label=label, blocked=_blocked(standing, reader))


def _office_words(standing: Standing) -> tuple[str, str]:
    match standing.state:
        case ReportState.TO_COMPLETE if standing.open_questions:
            return _("Complete the report"), _("Answer each question at its line; mend the figure where it was wrong.")
        case ReportState.TO_COMPLETE:
            return _("Send the completed report"), _("All questions are answered.")
        case ReportState.STALE:
            return _("Send the later changes"), _("Something was changed after the report was received.")
        case ReportState.SENT:
            return _("Send the later changes"), _("Something was changed after the report was sent.")
    return _("Prepare the report"), _(
        "Figures and records come from what the office entered; only the words are written."
    )


def _of_secretariat(standing: Standing, reader: Reader) -> Step:
    entering = not reader.is_closed
    match standing.state:
        case ReportState.DRAFT:
            return Step(
                _("Not sent yet"), _("What comes by telephone or on paper can be entered on the office's behalf."),
                enters=entering,
            )  # fmt: skip
        case ReportState.SENT if not standing.changed:
            return Step(
                _("Look through and receive"), _("Receive it as it was sent, or ask about single lines."),
                action="receive", label=_("Receive"), asks=True,
            )  # fmt: skip
        case ReportState.SENT:
            return Step(
                _("Changed after it was sent"),
                _("It can be received once the office has sent the changes again."), asks=True, enters=entering,
            )  # fmt: skip
        case ReportState.TO_COMPLETE:
            left = open_words(standing.open_questions) if standing.open_questions else _("all questions are answered")
            text = _("Waiting for the office to complete and send again: %(left)s.") % {"left": left}
            return Step(_("Completion asked for"), text, asks=True, enters=entering)
        case ReportState.STALE:
            return Step(
                _("Changed after receipt"),
                _("The receipt no longer covers what the report holds now. The office sends the changes again."),
                asks=True, enters=entering,
            )  # fmt: skip
    return Step(_("Received"), _("Nothing is left to do."), asks=True)


def _of_reader(standing: Standing) -> Step:
    match standing.state:
        case ReportState.DRAFT:
            return Step(_("Not sent yet"), _("The office is preparing it; what stands below may still change."))
        case ReportState.TO_COMPLETE:
            return Step(_("Completion asked for"), _("The office completes it and sends it again."))
        case ReportState.STALE:
            return Step(_("Changed after receipt"), _("What changed since stands below."))
        case ReportState.RECEIVED:
            return Step(_("Received"), _("The secretariat has received it as it stands below."))
    return Step(pgettext("step", "Sent"), _("The secretariat looks it through."))
