"""The two oracles: what the public reads, word for word, and what verify_editions has to say.

Neither asks the gate. The words are compared with what was public before anybody knocked at the door,
and with the words that were typed into the draft.
"""

import json

from editorial.canonical import canonical_text
from tests.editorial.doors.surfaces import PAGE, TRIAL, Answer

ENGLISH_SENTENCE = "Nobody signed this sentence."
CHINESE_SENTENCE = "这句话没有人签字。"
# Written so that no digest can contain them by chance.
# The same amount, written so that each can be told from the other.
ENGLISH_NUMBER, CHINESE_NUMBER = "≥7,343", "≥7343"
UNSIGNED_IN = {"en": (ENGLISH_SENTENCE, ENGLISH_NUMBER), "zh-hans": (CHINESE_SENTENCE, CHINESE_NUMBER)}
UNSIGNED = tuple(words for texts in UNSIGNED_IN.values() for words in texts)
SIGNED = {"en": ("The summary that was signed.", "≥50"), "zh-hans": ("这是签过字的摘要。", "≥50")}
ALL_SIGNED = tuple(words for texts in SIGNED.values() for words in texts)

Answers = dict[str, Answer]


def leaks(answers: Answers, words: tuple[str, ...]) -> list[str]:
    """Each place where one of `words` can be read."""
    return [
        f"{address}: {text}"
        for address, answer in answers.items()
        for text in words
        if text in answer.text or text in answer.location
    ]


def changes(before: Answers, after: Answers) -> list[str]:
    """Each address that answers differently from before, with both statuses."""
    return [
        f"{address}: {before[address].status} became {answer.status}"
        for address, answer in after.items()
        if answer != before[address]
    ]


def missing_words(answers: Answers) -> list[str]:
    """Signed words that their page does not say."""
    pages = {lang: answers[PAGE.format(lang=lang)].text for lang in SIGNED}
    return [f"{lang}: {text}" for lang, texts in SIGNED.items() for text in texts if text not in pages[lang]]


def signed_bytes(answers: Answers) -> str:
    """The content of content.json in the bytes a signature is over."""
    return canonical_text(json.loads(answers[f"/en/trials/{TRIAL}/content.json"].text)["content"])


def statuses(answers: Answers) -> set[int]:
    """How the addresses of the trial's own words answer: page, sheet, sites and content.json."""
    own = [address for address in answers if f"/trials/{TRIAL}/" in address and "history" not in address]
    return {answers[address].status for address in own}
