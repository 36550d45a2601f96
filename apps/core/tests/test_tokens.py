"""Contrast AA by arithmetic: every pair of colours that a component puts together, in both themes."""

import pytest

from apps.core.tokens import Theme, contrast, tokens

TEXT = 4.5  # WCAG 2.2, 1.4.3
SIGNS = 3.0  # 1.4.11: borders of fields, focus, parts of charts

GROUNDS = ("ground", "surface", "surface-sunk")
TEXT_PAIRS = [
    *((ink, ground) for ink in ("ink", "ink-soft", "ink-faint", "brand-strong") for ground in GROUNDS),
    *((state, f"{state}-tint") for state in ("ok", "warn", "bad", "info", "neutral")),
    *((state, "surface") for state in ("ok", "warn", "bad", "info", "neutral")),
    *(("ink", f"{state}-tint") for state in ("ok", "warn", "bad", "info", "neutral")),
    *((f"on-data-{n}", f"data-{n}") for n in range(1, 7)),
    *((f"on-heat-{n}", f"heat-{n}") for n in range(6)),
    ("ink-soft", "neutral-tint"),
    ("brand-strong", "brand-tint"),
    ("on-brand", "brand"),
    ("on-brand", "brand-strong"),
    ("surface", "ink"),  # the period that is shown
]
SIGN_PAIRS = [
    ("line-field", "surface"),
    *(("focus", ground) for ground in GROUNDS),
    ("gold", "surface"),
    ("data-1", "surface"),
    ("data-1", "data-2"),
]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS)
def test_text_can_be_read(theme: Theme, ink: str, ground: str):
    values = tokens(theme)
    assert contrast(values[ink], values[ground]) >= TEXT


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("sign", "ground"), SIGN_PAIRS)
def test_signs_can_be_seen(theme: Theme, sign: str, ground: str):
    values = tokens(theme)
    assert contrast(values[sign], values[ground]) >= SIGNS


def test_contrast_is_that_of_wcag():
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


def test_the_dark_theme_renames_no_token():
    assert set(tokens("dark")) == set(tokens("light"))
