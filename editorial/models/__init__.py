from editorial.models.disclaimer import Disclaimer
from editorial.models.edition import Edition
from editorial.models.letter import Letter
from editorial.models.mistake import MistakeReport
from editorial.models.notice import UrgentNotice
from editorial.models.pages import SignedPage, StructurePage
from editorial.models.person import Voucher
from editorial.models.query import EditorQuery
from editorial.models.sign_off import SignOff
from editorial.models.site_settings import SiteSettings
from editorial.models.suggestion import Suggestion
from editorial.models.wording import Wording
from editorial.models.workflow import EditorialTask

__all__ = [
    "Disclaimer",
    "Edition",
    "EditorQuery",
    "EditorialTask",
    "Letter",
    "MistakeReport",
    "SignOff",
    "SignedPage",
    "SiteSettings",
    "StructurePage",
    "Suggestion",
    "UrgentNotice",
    "Voucher",
    "Wording",
]
