from typing import ClassVar

from modeltranslation.translator import TranslationOptions, register

from editorial.models import Disclaimer


@register(Disclaimer)
class DisclaimerTranslation(TranslationOptions):
    fields = ("text",)
    required_languages = ("en", "zh-hans")
    field_options: ClassVar[dict] = {"text": {"default": {"null": False, "default": ""}}}
