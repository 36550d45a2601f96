"""Addresses of `pledges`: one list for each part."""

from django.urls import URLPattern, path

from apps.pledges.views import (
    answers,
    lists,
    pledge_files,
    pledge_progress,
    pledge_writing,
    pledges,
    registering,
    registrations,
    signing,
)

app_name = "pledges"
YEAR = "c/<slug:cluster>/registrations/<int:year>/"
OFFICE = YEAR + "offices/<slug:office>/"
PLEDGES_OF = "c/<slug:cluster>/pledges/<int:year>/"
PLEDGE = PLEDGES_OF + "offices/<slug:office>/"
PLEDGES: list[URLPattern] = [
    path("c/<slug:cluster>/pledges/", pledges.latest, name="pledges_latest"),
    path(PLEDGES_OF, pledges.pledges, name="pledges"),
    path(PLEDGES_OF + "all.docx", pledge_files.all_signed, {"kind": "word"}, name="pledges_word"),
    path(PLEDGES_OF + "all.pdf", pledge_files.all_signed, {"kind": "pdf"}, name="pledges_pdf"),
    path(PLEDGE, pledges.pledge, name="pledge"),
    path(PLEDGE + "start/", pledge_writing.start, name="start_pledge"),
    path(PLEDGE + "edit/", pledge_writing.edit, name="edit_pledge"),
    path(PLEDGE + "sign/", signing.sign, name="sign_pledge"),
    path(PLEDGE + "amend/", pledge_writing.amend, name="amend_pledge"),
    path(PLEDGE + "discard/", pledge_writing.discard, name="discard_pledge"),
    path(PLEDGE + "scan/", signing.scan, name="pledge_scan"),
    path(PLEDGE + "progress/", pledge_progress.progress, name="pledge_progress"),
    path(PLEDGE + "pledge.docx", pledge_files.one, {"kind": "word"}, name="pledge_word"),
    path(PLEDGE + "pledge.pdf", pledge_files.one, {"kind": "pdf"}, name="pledge_pdf"),
]
REGISTRATIONS: list[URLPattern] = [
    path("c/<slug:cluster>/registrations/", registrations.latest, name="registrations_latest"),
    path(YEAR, registrations.registrations, name="registrations"),
    path(YEAR + "days/", registrations.days, name="registration_round"),
    path(YEAR + "annex.docx", registrations.annex_file, {"kind": "docx"}, name="annex_word"),
    path(YEAR + "annex.pdf", registrations.annex_file, {"kind": "pdf"}, name="annex_pdf"),
    path(YEAR + "annex.xlsx", registrations.annex_file, {"kind": "xlsx"}, name="annex_excel"),
    path(OFFICE, registering.sheet, name="registration_sheet"),
    path(OFFICE + "all/", registering.register_all, name="register_all"),
    path(OFFICE + "people/<int:pk>/", registering.person, name="register_person"),
    path(OFFICE + "collective/", registering.unit, name="register_unit"),
    path(OFFICE + "last-year/", lists.last_year, name="registrations_of_last_year"),
    path(OFFICE + "excel/", lists.export, name="registration_excel"),
    path(OFFICE + "import/", lists.bring_in, name="registration_import"),
    path(OFFICE + "send/", registering.send, name="registration_send"),
    path(OFFICE + "receive/", registering.receive, name="registration_receive"),
    path(OFFICE + "ask/", registering.ask, name="registration_ask"),
    path(OFFICE + "answer/", answers.answer, name="registration_answer"),
]
urlpatterns: list[URLPattern] = [*PLEDGES, *REGISTRATIONS]
