"""Chinese set as it should be: simplified characters, full-width punctuation, no spaces between characters.

Done to what an editor typed when they save, told to them, and taken back with one button.
"""

from trials.typography.page import Change, chinese_of, put_right
from trials.typography.text import Correction, put_right_text

__all__ = ["Change", "Correction", "chinese_of", "put_right", "put_right_text"]
