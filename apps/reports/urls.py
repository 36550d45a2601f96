"""Addresses of `reports`."""

from django.urls import path

from apps.reports.views import (
    chasing,
    checks,
    completeness,
    files,
    preparing,
    receiving,
    register,
    reports,
    requests,
    timeliness,
    versions,
)

app_name = "reports"
HERE = "c/<slug:cluster>/<slug:period>/reports/"
ONE = f"{HERE}offices/<slug:office>/"
CYCLE = [
    path(HERE, reports.index, name="list"),
    path(ONE, reports.report, name="report"),
    path(f"{ONE}export/", files.export, name="export"),
    path(f"{ONE}word/", files.word, name="word"),
    path(f"{ONE}pdf/", files.pdf, name="pdf"),
    path(f"{ONE}write/<slug:section>/", preparing.prose, name="prose"),
    path(f"{ONE}tasks/<int:pk>/", preparing.task, name="task"),
    path(f"{ONE}send/", preparing.send, name="send"),
    path(f"{ONE}confirm/", preparing.confirm, name="confirm"),
    path(f"{ONE}ask/", receiving.ask, name="ask"),
    path(f"{ONE}receive/", receiving.receive, name="receive"),
    path(f"{ONE}behalf/", receiving.behalf, name="behalf"),
    path(f"{ONE}questions/<int:pk>/answer/", preparing.answer, name="answer"),
    path(f"{ONE}questions/<int:pk>/withdraw/", receiving.withdraw, name="withdraw"),
    path(f"{ONE}versions/", versions.versions, name="versions"),
    path(f"{ONE}versions/<int:number>/", versions.version, name="version"),
    path(f"{ONE}versions/<int:number>/export/", files.version_export, name="version_export"),
    path(f"{ONE}versions/<int:number>/word/", files.version_word, name="version_word"),
    path(f"{ONE}versions/<int:number>/pdf/", files.version_pdf, name="version_pdf"),
    path(f"{ONE}versions/<int:number>/difference/", versions.difference, name="difference"),
]
CHASE = [
    path(f"{HERE}chase/", chasing.chase_list, name="chase"),
    path(f"{HERE}chase/<slug:office>/contact/", chasing.contact, name="contact"),
    path(f"{HERE}chase/<slug:office>/letter.docx", chasing.letter_word, name="letter_word"),
    path(f"{HERE}chase/<slug:office>/letter.pdf", chasing.letter_pdf, name="letter_pdf"),
]
TIMELINESS = [
    path(f"{HERE}timeliness/", timeliness.page, name="timeliness"),
    path(f"{HERE}timeliness/export/", timeliness.export, name="timeliness_export"),
]
REQUEST = f"{HERE}request/"
REGISTER = f"{HERE}register/"
REQUESTING = [
    path(REQUEST, requests.letter, name="request"),
    path(f"{REQUEST}edit/", requests.edit, name="edit_request"),
    path(f"{REQUEST}issue/", requests.issue, name="issue_request"),
    path(f"{REQUEST}record/", requests.record, name="record_request"),
    path(REGISTER, register.register, name="register"),
    path(f"{REGISTER}excel/", register.excel, name="register_excel"),
    path(f"{REGISTER}offices/<slug:office>/", register.note, name="note_paper"),
    path(f"{REGISTER}papers/<int:pk>/", register.change, name="change_paper"),
    path(f"{REGISTER}papers/<int:pk>/remove/", register.remove, name="remove_paper"),
]
COMPLETENESS = [
    path(f"{HERE}completeness/", completeness.completeness, name="completeness"),
    path(f"{HERE}completeness/export/", completeness.completeness_export, name="completeness_export"),
]
CHECK = f"{ONE}checks/<slug:rule>/<slug:subject>/"
CHECKS = [
    path(f"{HERE}checks/", checks.checks, name="checks"),
    path(CHECK, checks.justify, name="justify"),
    path(f"{CHECK}withdraw/", checks.withdraw, name="withdraw_justification"),
]
urlpatterns = [*CYCLE, *CHASE, *TIMELINESS, *REQUESTING, *COMPLETENESS, *CHECKS]
