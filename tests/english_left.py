"""What a Chinese screen of the admin still says in English, apart from what people wrote."""

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from django.contrib.auth.models import User
from django.db.models import CharField, Model, TextField
from selenium.webdriver import Chrome
from wagtail.models import Comment, Page, Revision, TaskState

from editorial.models import EditorQuery, SignOff, Suggestion
from trials.models import Batch, Condition, GlossaryTerm, Organisation, Passage, Place, RegistrySnapshot

# Every text and every name of the document, shown or folded away. Text marked as English is somebody's
# own, or the other language's word for a thing; a comparison shows pieces of what somebody wrote.
SPOKEN = """
const NAMES = ['title', 'aria-label', 'placeholder', 'alt', 'aria-description', 'aria-roledescription',
  'aria-valuetext', 'label', 'data-w-tooltip-content-value'];
const LEFT_OUT = 'script, style, noscript, kbd, code, [hidden][data-side-panel-toggle-counter], '
  + '.xdsoft_datetimepicker, [name$=time_zone], .comparison, [lang^=en]';
const said = [document.title];
function hear(node) {
  if (node.nodeType === Node.TEXT_NODE) said.push(node.data);
  if (node.nodeType === Node.ELEMENT_NODE) {
    if (node.matches(LEFT_OUT)) return;
    NAMES.forEach((name) => said.push(node.getAttribute(name) || ''));
    if (node.matches('input[type=submit], input[type=button], input[type=reset]')) said.push(node.value);
    if (node.tagName === 'TEXTAREA') return;
    if (node.tagName === 'TEMPLATE') node.content.childNodes.forEach(hear);
  }
  node.childNodes.forEach(hear);
}
hear(document.body);
return said;
"""
# Small letters: what is all in capitals is an abbreviation or a code.
WORD = re.compile(r"(?=[A-Za-z]*[a-z])[A-Za-z]{4,}")
QUOTED = re.compile("“([^”]*)”")
NO_PROSE = re.compile(
    r"https?://\S+"
    r"|[\w.+-]+@[\w-]+(\.[\w-]+)*"  # addresses of mail
    r"|\b[a-z_]+\.[a-z_]+\b"  # names of models and files
)
# In a revision, where other strings are codes and keys.
OF_A_LANGUAGE = r"_(en|zh_hans)$"
NAMES = (
    "ClinicalTrials.gov",
    "ChiCTR",
    "EudraCT",
    "English",  # a language is offered under its own name
    "Wagtail",
    "jsonl",
    "localhost",
)
# The columns of a model in which people write.
WRITTEN: tuple[type[Model], ...] = (
    Batch,
    Comment,
    Condition,
    EditorQuery,
    GlossaryTerm,
    Organisation,
    Page,
    Passage,
    Place,
    SignOff,
    Suggestion,
    TaskState,
    User,
)


def english_left(driver: Chrome) -> list[str]:
    """Return what the screen says with an English word in it, each once, in order."""
    written = sorted(written_by_people(), key=len, reverse=True)
    said = (" ".join(text.split()) for text in driver.execute_script(SPOKEN))
    return list(dict.fromkeys(text for text in said if WORD.search(without(text, written))))


def without(text: str, written: Sequence[str]) -> str:
    text = NO_PROSE.sub(" ", text)
    for own in (*NAMES, *written):
        text = text.replace(own, " ")
    # A finding quotes the words it is about.
    return QUOTED.sub(lambda found: "" if any(found[1] in own for own in written) else found[0], text)


def written_by_people() -> set[str]:
    """Every text that somebody wrote or the registry gave, whole and line by line."""
    records = (json.loads(raw) for raw in RegistrySnapshot.objects.values_list("raw", flat=True))
    texts = {text for record in records for text in _strings(record) if " " in text}
    for content in Revision.objects.values_list("content", flat=True):
        texts.update(_strings(content, of=OF_A_LANGUAGE))
    texts |= {text for model in WRITTEN for text in _columns(model)}
    texts |= {user.get_full_name() for user in User.objects.all()}
    lines = {line.removeprefix("- ") for text in texts for line in text.splitlines()}
    return {" ".join(text.split()) for text in texts | lines if WORD.search(text)}


def _columns(model: type[Model]) -> Iterator[str]:
    names = [field.name for field in model._meta.concrete_fields if isinstance(field, CharField | TextField)]
    for row in model.objects.values_list(*names):
        yield from filter(None, row)


def _strings(value: Any, *, of: str = "", name: str = "") -> Iterator[str]:
    """The strings in a value as JSON has it, at any depth; with `of`, those whose name matches it."""
    if isinstance(value, str) and re.search(of, name):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _strings(inner, of=of, name=key)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner, of=of, name=name)
