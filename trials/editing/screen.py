"""The editing screens, section by section in the order of the public page."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import (
    CommentPanel,
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    ObjectList,
    TabbedInterface,
)

from trials import labels
from trials.editing.folding import FoldedPanel
from trials.editing.marks import MarksPanel
from trials.editing.panels import (
    ContactsPanel,
    FindingsLinkPanel,
    FindingsPanel,
    HiddenFieldPanel,
    RegistryWordsPanel,
    RowRegistryWordsPanel,
    SitesPanel,
    section,
    side_by_side,
)
from trials.editing.widgets import CodeSelect

INTERNAL_NAME = FieldPanel(
    "title", heading=_("Internal name"), help_text=_("For lists in the admin; readers see the headline.")
)
STEP = [HiddenFieldPanel("key"), side_by_side("time", _("When"), line=True), side_by_side("text", _("Step"))]
CRITERION = [
    HiddenFieldPanel("key"),
    side_by_side("text", _("Criterion")),
    RowRegistryWordsPanel(),
    FoldedPanel(
        [side_by_side("note", _("Editors’ note")), FieldPanel("official_url")],
        summary=_("Editors’ note, official Chinese"),
        names=("note_en", "note_zh_hans", "official_url"),
    ),
    FieldRowPanel(
        [
            FieldPanel("group"),
            FieldPanel("level"),
            FieldPanel("source"),
            FieldPanel("ordered", heading=_("Numbered")),
        ],
        classname="facts-row",
    ),
    MarksPanel(),
]
CONTACT = [
    HiddenFieldPanel("key"),
    FieldRowPanel(
        [
            FieldPanel("role", widget=CodeSelect(labels.ContactRole)),
            FieldPanel("telephone"),
            FieldPanel("site"),
            FieldPanel("checked_on"),
        ],
        classname="facts-row",
    ),
]
SOURCE = [
    HiddenFieldPanel("key"),
    side_by_side("title", _("Title")),
    FieldRowPanel([FieldPanel("url"), FieldPanel("accessed_on")], classname="facts-row"),
]
INTERVENTION = [
    HiddenFieldPanel("key"),
    FieldPanel("type", widget=CodeSelect(labels.InterventionType)),
    side_by_side("name", _("Name"), line=True),
]

TEXTS = [
    FindingsPanel(heading=_("Findings and progress")),
    section(
        _("Title"),
        side_by_side("headline", _("Headline")),
        RegistryWordsPanel("brief_title", _("Brief title"), beside="headline"),
        side_by_side("official_title", _("Official title")),
        RegistryWordsPanel("official_title", _("Official title"), beside="official_title"),
        side_by_side("summary", _("One-line summary")),
        help_text=_("Name the studied drug in the headline and in the first sentence."),
    ),
    section(
        _("At a glance"),
        side_by_side("key_points", _("Key points")),
        help_text=_("Five points, each on a line of its own that begins with “- ”."),
    ),
    section(
        _("What this trial studies"),
        side_by_side("what_it_studies", _("What this trial studies")),
        RegistryWordsPanel("brief_summary", _("Brief summary")),
        RegistryWordsPanel("detailed_description", _("Detailed description")),
    ),
    section(
        _("Who should consider this trial"),
        side_by_side("good_fit", _("Good fit")),
        side_by_side("not_a_fit", _("Not a fit")),
    ),
    InlinePanel("taking_part", STEP, heading=_("What taking part involves"), label=_("Step")),
    section(
        _("Why it matters"),
        side_by_side("potential_benefit", _("Potential benefit")),
        side_by_side("possible_harms", _("Possible harms")),
        side_by_side("not_known", _("What is not known")),
        side_by_side("similar_studies", _("How similar studies have performed")),
        help_text=_(
            "Where a benefit is named, harms must be. Where the registry says nothing, write: "
            "The registry does not say; ask the study team. / 登记信息没有说明，请询问研究团队。"
        ),
    ),
    section(
        _("Costs and rights"),
        side_by_side("costs", _("Costs and payments")),
        side_by_side("rights", _("Your choice and your rights")),
    ),
    InlinePanel("how_to_participate", STEP, heading=_("How to participate"), label=_("Step")),
    section(
        _("Eligibility criteria in the registry"),
        RegistryWordsPanel("eligibility", _("Eligibility criteria")),
    ),
    InlinePanel(
        "criteria",
        CRITERION,
        heading=_("Eligibility criteria"),
        label=_("Criterion"),
        help_text=_(
            "Say of each criterion who can tell whether it holds. The self-check asks what readers or their "
            "papers can tell, and never what is sensitive. Five to seven decisive criteria stand on the card "
            "for the doctor."
        ),
    ),
    InlinePanel("sources", SOURCE, heading=_("Sources"), label=_("Source")),
    section(_("Names that stay foreign"), FieldPanel("foreign_words", heading=_("Names that stay foreign"))),
    section(_("For search engines"), side_by_side("seo_description", _("Description for search engines"))),
    CommentPanel(),
]

FACTS = [
    FindingsLinkPanel(),
    section(
        _("This page"),
        FieldRowPanel([INTERNAL_NAME, FieldPanel("trial_id", required_on_save=True)]),
    ),
    section(
        _("Status"),
        FieldRowPanel(
            [FieldPanel("status", widget=CodeSelect(labels.Status)), FieldPanel("status_date")],
            classname="facts-row",
        ),
        side_by_side("why_stopped", _("Why it stopped")),
        RegistryWordsPanel("why_stopped", _("Why it stopped"), beside="why_stopped"),
    ),
    section(
        _("Study"),
        FieldRowPanel(
            [
                FieldPanel("study_type", widget=CodeSelect(labels.StudyType)),
                FieldPanel("enrolment"),
                FieldPanel("enrolment_kind"),
            ],
            classname="facts-row",
        ),
        FieldPanel("phases", classname="facts-ticks"),
    ),
    section(
        _("Who may take part"),
        FieldRowPanel(
            [
                FieldPanel("minimum_age"),
                FieldPanel("minimum_age_unit"),
                FieldPanel("maximum_age"),
                FieldPanel("maximum_age_unit"),
            ],
            classname="facts-row",
        ),
        FieldRowPanel(
            [FieldPanel("sex", widget=CodeSelect(labels.Sex)), FieldPanel("healthy_volunteers")],
            classname="facts-row",
        ),
    ),
    section(
        _("Dates"),
        *(
            FieldRowPanel([FieldPanel(name), FieldPanel(f"{name}_kind")], classname="facts-row")
            for name in ("start_date", "primary_completion_date", "completion_date")
        ),
    ),
    section(
        _("Sponsor and approval"),
        FieldPanel("sponsor"),
        FieldRowPanel(
            [FieldPanel(name) for name in ("ethics_approval", "ethics_version", "ethics_date")],
            classname="facts-row",
        ),
    ),
    InlinePanel(
        "collaborator_rows", [FieldPanel("organisation")], heading=_("Collaborators"), label=_("Collaborator")
    ),
    InlinePanel("condition_rows", [FieldPanel("condition")], heading=_("Conditions"), label=_("Condition")),
    InlinePanel("interventions", INTERVENTION, heading=_("Interventions"), label=_("Intervention")),
    SitesPanel(heading=_("Sites")),
    ContactsPanel("contacts", CONTACT, heading=_("Study contacts"), label=pgettext_lazy("role", "Contact")),
    InlinePanel(
        "identifiers",
        [FieldRowPanel([FieldPanel("registry"), FieldPanel("value")], classname="facts-row")],
        heading=_("Numbers in registries"),
        label=_("Number"),
    ),
]

trial_screen = TabbedInterface(
    [ObjectList(TEXTS, heading=_("Texts")), ObjectList(FACTS, heading=_("Facts and places"))]
)

PROSE = [
    section(
        _("Text"),
        side_by_side("heading", _("Heading")),
        side_by_side("body", _("Text")),
        side_by_side("seo_description", _("Description for search engines")),
        help_text=_("A blank line begins a paragraph, “- ” a list item, “## ” a heading."),
    ),
    CommentPanel(),
]
HOME = [section(_("This page"), INTERNAL_NAME), *PROSE]
INFORMATION = [section(_("This page"), FieldRowPanel([INTERNAL_NAME, FieldPanel("slug")])), *PROSE]
# Wagtail's comments look for the tabs of the screen, and end in an error where there are none.
home_screen = TabbedInterface([ObjectList(HOME, heading=_("Texts"))])
information_screen = TabbedInterface([ObjectList(INFORMATION, heading=_("Texts"))])
