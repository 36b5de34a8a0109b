"""Colours of the style sheet, light and dark: what is read stands out from what is behind it, 7 to 1."""

import re
from itertools import product
from pathlib import Path

import pytest
from django.conf import settings

SURFACES = ("paper", "card", "tint", "accent-tint")
ON_SURFACES = ("ink", "soft", "accent")
PAIRS = [
    *product(ON_SURFACES, SURFACES),
    ("paper", "accent"),
    ("care", "care-tint"),
    ("care", "accent-tint"),
    ("open", "open-tint"),
    ("stop", "stop-tint"),
    ("ink", "care-tint"),
]


def palettes() -> dict[str, dict[str, str]]:
    style = (Path(settings.BASE_DIR) / "static/site/site.css").read_text(encoding="utf-8")
    light, dark = [
        dict(re.findall(r"--([a-z-]+): #([0-9a-f]{6});", part)) for part in style.split(":root")[1:3]
    ]
    return {"light": light, "dark": light | dark}


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it, of six hexadecimal digits."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_seven_to_one(scheme):
    colours = palettes()[scheme]

    faint = {
        pair: round(contrast(*(colours[name] for name in pair)), 2)
        for pair in PAIRS
        if contrast(*(colours[name] for name in pair)) < 7
    }

    assert faint == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_edges_of_fields_stand_out_three_to_one(scheme):
    colours = palettes()[scheme]

    assert [surface for surface in SURFACES if contrast(colours["edge"], colours[surface]) < 3] == []


def test_contrast_of_black_on_white_is_21():
    assert round(contrast("000000", "ffffff"), 2) == 21
