"""The QR code of an edition: leads to the page that says whether it is still in force."""

import segno
from django.utils.safestring import SafeString, mark_safe


def qr_picture(address: str) -> str:
    """A data: address of an SVG, with the quiet zone a camera needs."""
    return segno.make(address, error="m", micro=False).svg_data_uri(scale=4, border=4)


def qr_drawing(address: str) -> SafeString:
    """Inline SVG on white, for a page whose policy lets no data: address through."""
    drawn = segno.make(address, error="m", micro=False).svg_inline(scale=3, border=4, light="#fff")
    return mark_safe(drawn)  # drawn by segno: squares only, no word of the address
