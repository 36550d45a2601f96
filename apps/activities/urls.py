"""Addresses of `activities`."""

from django.urls import path

from apps.activities.views import (
    definitions,
    evidence,
    experiences,
    grid,
    imports,
    limits,
    lists,
    mapping,
    opinions,
    own,
    recommendations,
    records,
    stated,
    undoing,
    workbooks,
)
from apps.campaigns.urls import YEAR

app_name = "activities"
HERE = "c/<slug:cluster>/<slug:period>/records/"
GRID = "c/<slug:cluster>/<slug:period>/grid/"
OWN = f"{YEAR}own/"
ASKED = f"{HERE}<int:pk>/recommendations/"
LIMITS = "c/<slug:cluster>/<slug:period>/limits/"
IMPORTS = "c/<slug:cluster>/<slug:period>/imports/"
EVIDENCE = "c/<slug:cluster>/<slug:period>/evidence/<int:pk>/"
urlpatterns = [
    path(HERE, lists.records, name="records"),
    path(f"{HERE}experiences/", experiences.experiences, name="experiences"),
    path(f"{HERE}experiences/<int:pk>/", experiences.experience, name="experience"),
    path(f"{HERE}export/", lists.export, name="export"),
    path(f"{HERE}new/<slug:kind>/", records.new, name="new"),
    path("c/<slug:cluster>/<slug:period>/stated/", stated.stated, name="stated"),
    path(f"{HERE}<int:pk>/", records.record, name="record"),
    path(f"{HERE}<int:pk>/edit/", records.edit, name="edit"),
    path(f"{HERE}<int:pk>/delete/", records.delete, name="delete"),
    path(f"{HERE}<int:pk>/restore/", records.restore, name="restore"),
    path("c/<slug:cluster>/<slug:period>/opinions/", opinions.opinions, name="opinions"),
    path(GRID, grid.grid, name="grid"),
    path(f"{GRID}save/", grid.grid_save, name="grid_save"),
    path(f"{GRID}fresh/", grid.grid_fresh, name="grid_fresh"),
    path(f"{GRID}export/", grid.grid_export, name="grid_export"),
    path(f"{ASKED}new/", recommendations.new, name="new_recommendation"),
    path(f"{ASKED}<int:row>/", recommendations.edit, name="recommendation"),
    path(f"{ASKED}<int:row>/delete/", recommendations.delete, name="delete_recommendation"),
    path(f"{ASKED}<int:row>/restore/", recommendations.restore, name="restore_recommendation"),
    path(LIMITS, limits.limits, name="limits"),
    path(f"{LIMITS}new/", limits.new, name="new_limit"),
    path(f"{LIMITS}<int:pk>/end/", limits.end, name="end_limit"),
    path(f"{HERE}<int:pk>/evidence/", evidence.record_evidence, name="record_evidence"),
    path(
        "c/<slug:cluster>/<slug:period>/stated/<slug:code>/evidence/", evidence.stated_evidence, name="stated_evidence"
    ),
    path(f"{EVIDENCE}rename/", evidence.rename, name="rename_evidence"),
    path(f"{EVIDENCE}remove/", evidence.remove, name="remove_evidence"),
    path(f"{EVIDENCE}restore/", evidence.restore, name="restore_evidence"),
    path(IMPORTS, imports.imports, name="imports"),
    path(f"{IMPORTS}workbook/", workbooks.workbook, name="workbook"),
    path(f"{IMPORTS}<int:pk>/", imports.import_, name="import"),
    path(f"{IMPORTS}<int:pk>/apply/", imports.apply, name="apply"),
    path(f"{IMPORTS}<int:pk>/progress/", imports.import_progress, name="import_progress"),
    path(f"{IMPORTS}<int:pk>/again/", imports.read_again, name="read_again"),
    path(f"{IMPORTS}<int:pk>/discard/", imports.discard, name="discard"),
    path(f"{IMPORTS}<int:pk>/take/", imports.take, name="take"),
    path(f"{IMPORTS}<int:pk>/marked/", workbooks.marked, name="marked"),
    path(f"{IMPORTS}<int:pk>/map/<int:position>/", mapping.map_sheet, name="map_sheet"),
    path(f"{IMPORTS}mappings/", mapping.remembered, name="mappings"),
    path(f"{IMPORTS}mappings/<int:pk>/rename/", mapping.rename, name="rename_mapping"),
    path(f"{IMPORTS}mappings/<int:pk>/delete/", mapping.delete, name="delete_mapping"),
    path(f"{IMPORTS}<int:pk>/undo/", undoing.undo, name="undo"),
    path(OWN, own.own, name="own"),
    path(f"{OWN}indicators/new/", own.indicator, name="new_own_indicator"),
    path(f"{OWN}indicators/<slug:code>/", own.indicator, name="own_indicator"),
    path(f"{OWN}indicators/<slug:code>/end/", own.end_indicator, name="end_own_indicator"),
    path(f"{OWN}indicators/<slug:code>/continue/", own.continue_indicator, name="continue_own_indicator"),
    path(f"{OWN}indicators/<slug:code>/delete/", own.delete_indicator, name="delete_own_indicator"),
    path(f"{OWN}kinds/new/", definitions.kind, name="new_own_kind"),
    path(f"{OWN}kinds/<slug:code>/", definitions.kind, name="own_kind"),
    path(f"{OWN}kinds/<slug:code>/end/", definitions.end, name="end_own_kind"),
    path(f"{OWN}kinds/<slug:code>/continue/", definitions.continue_, name="continue_own_kind"),
    path(f"{OWN}kinds/<slug:code>/delete/", definitions.delete, name="delete_own_kind"),
]
