"""How figures, money and days are written, in the reader's language or a given one. Pure: values in, text out."""

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from django.utils import formats, timezone, translation
from django.utils.translation import gettext

NONE_MARK = "–"  # "none" as a word of tables: an office stated that nothing occurred


def number(value: int | float | Decimal, *, language: str | None = None) -> str:
    """1229 → "1.229" in Vietnamese, "1,229" in English; decimals as they are: 17.6 → "17,6"."""
    with translation.override(language or translation.get_language() or "vi"):
        return str(formats.number_format(value, use_l10n=True, force_grouping=True))


def padded(value: int, *, language: str | None = None) -> str:
    """Counts below ten take a leading zero in Vietnamese papers: 5 → "05", 12 → "12", 0 → "0"."""
    code = language or translation.get_language() or "vi"
    return f"0{value}" if 0 < value < 10 and code.startswith("vi") else number(value, language=code)


def percent(value: float | Decimal, *, language: str | None = None) -> str:
    """A share in hundredths, one decimal at most: 17.6470 → "17,6%", 100 → "100%"."""
    rounded = Decimal(str(value)).quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)
    whole = rounded == rounded.to_integral_value()
    return number(int(rounded) if whole else rounded, language=language) + "%"


def share(numerator: int, denominator: int, *, language: str | None = None) -> str:
    """A rate kept as numerator and denominator. Over nothing there is no rate: "–"."""
    if denominator == 0:
        return NONE_MARK
    return percent(Decimal(numerator) * 100 / Decimal(denominator), language=language)


def dong(value: int, *, language: str | None = None) -> str:
    """Whole dong: 6000000 → "6.000.000 đồng"."""
    with translation.override(language or translation.get_language() or "vi"):
        return gettext("%(amount)s dong") % {"amount": number(value)}


def day(value: date) -> str:
    """05/07/2019: the same in both languages, so that no reader takes the month for the day."""
    local = timezone.localtime(value) if isinstance(value, datetime) and timezone.is_aware(value) else value
    return f"{local.day:02d}/{local.month:02d}/{local.year}"


def uncapitalised(text: str) -> str:
    """For a name that begins with a capital, inside a sentence."""
    return text[:1].lower() + text[1:]


def moment(value: datetime) -> str:
    """05/07/2019 14:05, in Vietnam's time."""
    local = timezone.localtime(value) if timezone.is_aware(value) else value
    return f"{day(local)} {local.hour:02d}:{local.minute:02d}"
