"""Addresses of `offices`."""

from django.urls import URLPattern, path

from apps.offices.views import (
    clusters,
    handover,
    members,
    mergers,
    people,
    removing,
    staff,
    staff_import,
    staff_person,
)

app_name = "offices"
OF_AN_OFFICE = "c/<slug:cluster>/offices/<slug:office>/people/"
ONE_PERSON = OF_AN_OFFICE + "<int:pk>/"

staff_urls: list[URLPattern] = [
    path("c/<slug:cluster>/offices/", staff.offices, name="staff_offices"),
    path(OF_AN_OFFICE, staff.staff, name="staff"),
    path(OF_AN_OFFICE + "export/", staff.export, name="staff_export"),
    path(OF_AN_OFFICE + "template/", staff.template, name="staff_template"),
    path(OF_AN_OFFICE + "import/", staff_import.staff_import, name="staff_import"),
    path(OF_AN_OFFICE + "import/confirm/", staff_import.confirm_staff_import, name="confirm_staff_import"),
    path(OF_AN_OFFICE + "new/", staff_person.add_person, name="add_person"),
    path(ONE_PERSON, staff_person.person, name="staff_person"),
    path(ONE_PERSON + "particulars/", staff_person.edit_person, name="edit_person"),
    path(ONE_PERSON + "move/", staff_person.move_person, name="move_person"),
    path(ONE_PERSON + "end/", staff_person.end_employment, name="end_employment"),
    path(ONE_PERSON + "counted/", staff_person.set_counted, name="set_counted"),
    path(ONE_PERSON + "entries/<int:entry>/", staff_person.correct_entry, name="correct_entry"),
    path(ONE_PERSON + "entries/<int:entry>/remove/", removing.remove_person, name="remove_entry"),
    path(ONE_PERSON + "remove/", removing.remove_person, name="remove_person"),
    path(OF_AN_OFFICE + "removals/<int:removal>/undo/", removing.undo_removal, name="undo_removal"),
]
urlpatterns: list[URLPattern] = [
    *staff_urls,
    path("clusters/", clusters.clusters, name="clusters"),
    path("clusters/new/", clusters.new_cluster, name="new_cluster"),
    path("c/<slug:cluster>/settings/", clusters.settings, name="settings"),
    path("c/<slug:cluster>/settings/names/", clusters.edit_cluster, name="edit_cluster"),
    path("c/<slug:cluster>/settings/leadership/", clusters.pick_year, name="pick_year"),
    path("c/<slug:cluster>/settings/leadership/<int:year>/", clusters.leadership, name="leadership"),
    path("c/<slug:cluster>/settings/members/merge/", mergers.merge, name="merge"),
    path("c/<slug:cluster>/settings/members/new/", members.new_member, name="new_member"),
    path("c/<slug:cluster>/settings/members/known/", members.existing_member, name="existing_member"),
    path("c/<slug:cluster>/settings/members/<int:pk>/", members.member, name="member"),
    path("c/<slug:cluster>/settings/members/<int:pk>/name/", members.rename_member, name="rename_member"),
    path("c/<slug:cluster>/settings/members/<int:pk>/names/<int:name>/", members.correct_name, name="correct_name"),
    path("c/<slug:cluster>/settings/members/<int:pk>/move/", members.move_member, name="move_member"),
    path("c/<slug:cluster>/settings/members/<int:pk>/end/", members.end_membership, name="end_membership"),
    path("c/<slug:cluster>/handover/<int:year>/", handover.handover, name="handover"),
    path("c/<slug:cluster>/handover/<int:year>/close/", handover.close_year, name="close_year"),
    path("c/<slug:cluster>/handover/<int:year>/pack.docx", handover.pack_file, {"kind": "docx"}, name="pack_word"),
    path("c/<slug:cluster>/handover/<int:year>/pack.pdf", handover.pack_file, {"kind": "pdf"}, name="pack_pdf"),
    path("c/<slug:cluster>/handover/<int:year>/pack.xlsx", handover.pack_file, {"kind": "xlsx"}, name="pack_excel"),
    path("c/<slug:cluster>/people/", people.people, name="people"),
    path("c/<slug:cluster>/people/invite/", people.invite, name="invite"),
    path("c/<slug:cluster>/people/roles/new/", people.new_role, name="new_role"),
    path("c/<slug:cluster>/people/roles/<int:pk>/end/", people.end_role, name="end_role"),
    path("c/<slug:cluster>/people/<int:pk>/", people.person, name="person"),
    path("c/<slug:cluster>/people/<int:pk>/link/", people.new_link, name="new_link"),
]
