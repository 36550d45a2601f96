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
    OPINIONS = "opinions", _("opinions forwarded")
    PETITIONS = "petitions", _("petitions")
    DEFINED = "defined", _("the cluster's own kind")


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


class Level(models.TextChoices):
    """With whom the answer to voters' opinions lies. Complaints and denunciations go the way of petitions."""

    CENTRE = "centre", _("the centre")
    PROVINCE = "province", _("the province")
    COMMUNE = "commune", _("the commune")
    ON_SPOT = "on_spot", _("answered at the meeting")
    PETITIONS = "petitions", _("complaints and denunciations, passed on as petitions")


SENT_LEVELS = frozenset({Level.CENTRE, Level.PROVINCE, Level.COMMUNE})  # by a synthesis report, to be answered


class PetitionSource(models.TextChoices):
    POST = "post", _("by post")
    RECEPTION = "reception", _("at citizen reception")
    VOTER_MEETING = "voter_meeting", _("at a voter meeting")
    ONLINE = "online", _("online")
    OTHER = "other", _("from a deputy or another body")


class FieldType(models.TextChoices):
    """What a field of the cluster's own kind holds. NUMBER and MONEY can be summed."""

    NUMBER = "number", _("whole number")
    MONEY = "money", _("amount in dong")
    TEXT = "text", _("words")
    DAY = "day", _("day")
    CHOICE = "choice", _("one of several words")
    YES = "yes", _("yes or no")


SUMMABLE = frozenset({FieldType.NUMBER, FieldType.MONEY})


class ImportState(models.TextChoices):
    """An import is read (in the background where it is large), previewed, applied, and can be undone."""

    READING = "reading", _("being read")
    PREVIEWED = "previewed", _("to be confirmed")
    APPLYING = "applying", _("being imported")
    APPLIED = "applied", _("imported")
    UNDONE = "undone", _("undone")
    REFUSED = "refused", _("refused")
    FAILED = "failed", _("failed")


class PartKind(models.TextChoices):
    FAULT = "fault", _("errors")
    WARNING = "warning", _("warnings")
    SAMPLE = "sample", _("a sheet to be mapped")


AT_WORK = frozenset({ImportState.READING, ImportState.APPLYING})
WRITTEN = frozenset({ImportState.APPLIED, ImportState.UNDONE})


class CellResult(models.TextChoices):
    """What became of one cell of the grid. Saved: the server holds exactly what was sent, from now or from before."""

    SAVED = "saved", _("saved")
    REFUSED = "refused", _("refused")
    CONFLICT = "conflict", _("changed by somebody else")
