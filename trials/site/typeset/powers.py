"""Powers: typed as 10^9 or 10⁹, shown as 10⁹, heard as words."""

import re

from .signs import HAN_LENGTHS, LOWERED, RAISED, SUPERSCRIPT_DIGITS, Lang

NUMBER = r"(?<![0-9])(?<![0-9][.,])[0-9]+(?:[.,][0-9]+)*"
_UNIT = r"(?<![A-Za-zµμ])(?:[cdkmnµμu]m|[dmµμu]?L|min|kg|mol|[A-Za-z])"
_EXPONENT = r"[-+−]?[0-9]+(?:\.[0-9]+)?|\([A-Za-z0-9+.−-]+\)|[A-Za-z](?![A-Za-z])"
POWER = rf"(?:{NUMBER}|{_UNIT})?(?:\^(?:{_EXPONENT})|[⁺⁻]?[{SUPERSCRIPT_DIGITS}]+)"
LONE_CARET = rf"\^(?!{_EXPONENT})"

_PARTS = re.compile(rf"(?P<base>[^\^⁺⁻{SUPERSCRIPT_DIGITS}]*)(?P<caret>\^?)(?P<exponent>.+)", re.DOTALL)
_WHOLE = re.compile(r"[-+−]?[0-9]+")


def shown_power(power: str, before: str) -> str:
    """The power with a typed whole exponent raised; any other stays as typed.

    Real superscript characters and not <sup>: copied out of the page, 10<sup>9</sup> would become 109.
    """
    base, caret, exponent = _PARTS.fullmatch(power).groups()  # type: ignore[union-attr]
    if caret and (base or before == ")") and _WHOLE.fullmatch(exponent):
        return base + exponent.translate(RAISED)
    return power


def said_power(power: str, lang: Lang, *, before: str, after: str) -> str:
    """The power in words; `before` and `after` are the characters beside it ("" at the ends)."""
    base, caret, exponent = _PARTS.fullmatch(power).groups()  # type: ignore[union-attr]
    exponent = exponent.translate(LOWERED).strip("()")
    if not base and not caret and before not in tuple(")]"):
        return _mark(exponent, lang, isotope=before in ("", " ", "(", "（") and after.isalpha())
    return _english(base, exponent) if lang == "en" else _chinese(base, exponent)


def _mark(digits: str, lang: Lang, *, isotope: bool) -> str:
    """A raised number that raises nothing: the mass of ¹⁸F, or the mark of a footnote."""
    if isotope:
        return digits
    return f"superscript {digits}" if lang == "en" else f"上标{digits}"


def _english(base: str, exponent: str) -> str:
    if base.isalpha() and exponent in ("2", "3"):
        return f"{base} {'squared' if exponent == '2' else 'cubed'}"
    return f"{base} to the power {_signed(exponent, 'minus ')}".strip()


def _chinese(base: str, exponent: str) -> str:
    if base in HAN_LENGTHS and exponent in ("2", "3"):
        return f"{'平方' if exponent == '2' else '立方'}{HAN_LENGTHS[base]}"
    return f"{base}的{_signed(exponent, '负')}次方"


def _signed(exponent: str, minus: str) -> str:
    return minus + exponent[1:] if exponent[0] == "-" else exponent.removeprefix("+")
