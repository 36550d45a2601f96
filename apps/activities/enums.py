"""Words of activities. Values are stored; labels are what offices read and write."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    SUPERVISION = "supervision", _("supervision and survey")
    VOTER_MEETING = "voter_meeting", _("voter meeting")
    LAW_CONSULTATION = "law_consultation", _("law consultation")
    CITIZEN_RECEPTION = "citizen_reception", _("citizen reception")
    SOCIAL_WORK = "social_work", _("social work")
    EXPERIENCE = "experience", _("shared experience")


class SupervisionKind(models.TextChoices):
    THEMATIC = "thematic", _("thematic supervision")
    COMPLAINTS = "complaints", _("supervision of handling complaints and denunciations")
    LEGAL_DOCUMENTS = "legal_documents", _("supervision of legal documents")
    SURVEY = "survey", _("survey")
    REGULAR = "regular", _("regular supervision")


class Initiator(models.TextChoices):
    DELEGATION = "delegation", _("the delegation")
    DEPUTY = "deputy", _("a deputy")
    CENTRAL_TEAM = "central_team", _("central team joined")
    JOINT = "joint", _("jointly with the People's Council")


class PaperState(models.TextChoices):
    PLANNED = "planned", _("not yet written")
    DRAFTING = "drafting", _("being completed")
    ISSUED = "issued", _("issued")


class MeetingKind(models.TextChoices):
    CONSTITUENCY = "constituency", _("where elected")
    THEME = "theme", _("by theme")
    GROUP = "group", _("by target group")
    RESIDENCE = "residence", _("at residence")
    WORKPLACE = "workplace", _("at workplace")
    OUTSIDE = "outside", _("outside the province")


class MeetingPhase(models.TextChoices):
    BEFORE = "before", _("before the session")
    AFTER = "after", _("after the session")
    OTHER = "other", _("not tied to a session")


class MeetingForm(models.TextChoices):
    CONFERENCE = "conference", _("conference")
    INDIVIDUAL = "individual", _("individual or group")


class MeetingMode(models.TextChoices):
    IN_PERSON = "in_person", _("in person")
    ONLINE = "online", _("online")
    MIXED = "mixed", _("in person and online")


class ConsultationMethod(models.TextChoices):
    CONFERENCE = "conference", _("conference")
    WRITTEN = "written", _("comments in writing")
    SURVEY = "survey", _("survey")
    WORKSHOP = "workshop", _("workshop")


class ReceptionKind(models.TextChoices):
    PERIODIC = "periodic", _("periodic")
    AD_HOC = "ad_hoc", _("ad hoc")


class ImportState(models.TextChoices):
    PREVIEWED = "previewed", _("to be confirmed")
    APPLIED = "applied", _("imported")
    REFUSED = "refused", _("refused")
