"""The QR code of an edition: leads to the page that says whether it is still in force."""

import segno


def qr_picture(address: str) -> str:
    """A data: address of an SVG, with the quiet zone a camera needs."""
    return segno.make(address, error="m", micro=False).svg_data_uri(scale=4, border=4)
