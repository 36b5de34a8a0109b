"""What a browser would post from the editing screen: every value of the form, with line ends as CRLF."""

from html.parser import HTMLParser
from typing import Any

from bs4 import BeautifulSoup
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

HTML = {"accept": "text/html"}
JSON = {"accept": "application/json"}


def edit_url(page: Any) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def opened(client: Client, page: Any) -> str:
    """The editing screen as HTML."""
    return client.get(edit_url(page)).content.decode()


def looked_at(screen: str) -> BeautifulSoup:
    """The screen to look for things in."""
    return BeautifulSoup(screen, "html.parser")


def form_values(screen: str) -> dict[str, Any]:
    """The values of the edit form as they stand, nothing typed."""
    reader = FormReader()
    reader.feed(screen)
    return reader.values


def saved(client: Client, page: Any, values: dict[str, Any], **headers: str) -> HttpResponse:
    return client.post(edit_url(page), values, headers=headers or HTML)


def autosaved(client: Client, page: Any, values: dict[str, Any]) -> dict[str, Any]:
    """Save as the open editor does by itself, and put into the form what it is told; the answer's JSON."""
    answer = client.post(edit_url(page), values, headers=JSON).json()
    if answer["success"]:
        values.update(answer["field_updates"])
        values["overwrite_revision_id"] = str(answer["revision_id"])
        values["loaded_revision_id"] = str(answer["revision_id"])
        values["loaded_revision_created_at"] = answer["revision_created_at"]
    return answer


def add_criterion(values: dict[str, Any], **columns: Any) -> str:
    """Type a new criterion at the end of the list; the prefix of its fields."""
    number = int(values["criteria-TOTAL_FORMS"])
    prefix = f"criteria-{number}"
    row = {"group": "inclusion", "level": "1", "source": "editors", "text_en": "", "text_zh_hans": ""}
    row |= {"key": "", "id": "", "ORDER": str(number + 1), "DELETE": ""}
    values.update({f"{prefix}-{name}": value for name, value in (row | columns).items()})
    values["criteria-TOTAL_FORMS"] = str(number + 1)
    return prefix


class FormReader(HTMLParser):
    """Reads a form's values; five times as fast on these screens as building a tree of them."""

    def __init__(self, form: str = "page-edit-form") -> None:
        super().__init__()
        self.form, self.values = form, {}
        self.inside, self.templates = False, 0
        self.area, self.text, self.select = "", [], ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        field = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.inside = field.get("id") == self.form
        elif tag == "template":
            self.templates += 1
        elif self.inside and not self.templates:
            self._field(tag, field, {name for name, _value in attrs})

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.inside = False
        elif tag == "template":
            self.templates -= 1
        elif tag == "textarea" and self.area:
            # The first line end after the tag is markup; the others a browser sends as CRLF.
            self.values[self.area] = "".join(self.text).removeprefix("\n").replace("\n", "\r\n")
            self.area, self.text = "", []
        elif tag == "select":
            self.select = ""

    def handle_data(self, data: str) -> None:
        if self.area:
            self.text.append(data)

    def _field(self, tag: str, field: dict[str, str], said: set[str]) -> None:
        name, kind = field.get("name", ""), field.get("type", "text")
        if tag == "option" and self.select and "selected" in said:
            self.values[self.select] = field.get("value", "")
        elif not name:
            return
        elif tag == "textarea":
            self.area = name
        elif tag == "select":
            self.select = name
            self.values[name] = ""
        elif tag == "input" and kind in ("checkbox", "radio"):
            if "checked" in said:
                self.values.setdefault(name, []).append(field.get("value", "on"))
        elif tag == "input" and kind != "submit":
            self.values[name] = field.get("value", "")
