"""Each text is in the language its element says it is in, so that it is spoken with the right voice.

No tool looks for this: a Chinese page sent as English passes all of them. The name of the site in a
document's title is left out: it may be of the other language, and a title cannot be marked.
"""

import re

from selenium.webdriver import Chrome

HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
LATIN_WORD = re.compile("[A-Za-z\u00c0-\u024f0-9]+")
# Addresses are the same in every language.
ADDRESS = re.compile(r"https?://\S+|\S+@\S+|(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/\S*)?")
# Codes and units with small letters that Chinese medical text writes in Latin.
CODES = frozenset({"HBcAb", "HBeAg", "HBsAg", "mmol", "mOsm", "mmHg", "kcal"})
HEARD_ATTRIBUTES = ("alt", "aria-label", "aria-description", "placeholder", "title")

TEXTS = """
const heard = [];
const language = element => (element.closest('[lang]') || document.documentElement).lang;
const siteName = document.querySelector('.masthead__name').textContent;
heard.push([document.title.replace(siteName, ''), language(document.documentElement)]);
const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walk.nextNode()) {
  const holder = walk.currentNode.parentElement;
  if (!holder.closest('script, style')) heard.push([walk.currentNode.data, language(holder)]);
}
for (const name of arguments[0]) {
  for (const element of document.querySelectorAll(`[${name}]`)) {
    heard.push([element.getAttribute(name), language(element)]);
  }
}
return heard.filter(([text]) => text.trim());
"""


def foreign_words(driver: Chrome) -> list[str]:
    """Return a line for each text of the page that holds words of a language it is not marked with."""
    lines = []
    for text, lang in driver.execute_script(TEXTS, HEARD_ATTRIBUTES):
        if words := foreign_in(text, lang):
            lines.append(f"under lang={lang!r}: {', '.join(words)} | {text.strip()[:200]}")
    return lines


def foreign_in(text: str, lang: str) -> list[str]:
    """Return the Han in English text, the Latin words of four letters or more in Chinese text.

    Abbreviations and codes (BCMA, UTAA17) belong to Chinese text. Raises KeyError for a third language.
    """
    return {"en": HAN.findall, "zh-Hans": _latin_words}[lang](text)


def _latin_words(text: str) -> list[str]:
    words = LATIN_WORD.findall(ADDRESS.sub(" ", text))
    return [
        word
        for word in words
        if len(word) > 3 and word.isalpha() and not word.isupper() and word not in CODES
    ]
