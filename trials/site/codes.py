"""Edition codes as people type them and as chats and scanners hand them on."""

import re
import unicodedata

LONGEST = 200
# No digest has these letters, so whoever typed one read a digit wrong.
MISREAD = str.maketrans("oil", "011")


def plain_code(typed: str) -> str:
    """A code as digests are written, however it was typed; "" where no letter or digit is left."""
    letters = unicodedata.normalize("NFKC", typed[:LONGEST]).lower()
    return re.sub("[^0-9a-z]", "", letters).translate(MISREAD)
