"""Addresses of `honours`."""

from django.urls import URLPattern, path

from apps.honours.views import (
    awards,
    catalogue,
    decisions,
    disciplines,
    holdings,
    imports,
    initiatives,
    offices,
    people,
    ratings,
)

app_name = "honours"
AT = "c/<slug:cluster>/honours/"

HOLDINGS = [
    path(AT, holdings.register, name="register"),
    path(f"{AT}excel/", holdings.register_excel, name="register_excel"),
    path(f"{AT}offices/", holdings.by_office, name="by_office"),
    path(f"{AT}offices/excel/", holdings.by_office_excel, name="by_office_excel"),
    path(f"{AT}offices/<int:pk>/", offices.office, name="office"),
    path(f"{AT}offices/<int:pk>/known/", offices.known_office, name="known_office"),
    path(f"{AT}people/<int:pk>/", people.person, name="person"),
    path(f"{AT}people/<int:pk>/known/", people.known_person, name="known_person"),
    path(f"{AT}catalogue/", catalogue.catalogue, name="catalogue"),
]
DECISIONS = [
    path(f"{AT}decisions/", decisions.decisions, name="decisions"),
    path(f"{AT}decisions/excel/", decisions.decisions_excel, name="decisions_excel"),
    path(f"{AT}decisions/new/", decisions.new_decision, name="new_decision"),
    path(f"{AT}decisions/who/", decisions.who, name="who"),
    path(f"{AT}decisions/<int:pk>/", decisions.decision, name="decision"),
    path(f"{AT}decisions/<int:pk>/lines/", decisions.more_awards, name="more_awards"),
    path(f"{AT}decisions/<int:pk>/correct/", decisions.correct_decision, name="correct_decision"),
    path(f"{AT}decisions/<int:pk>/remove/", decisions.remove_decision, name="remove_decision"),
    path(f"{AT}awards/<int:pk>/revoke/", awards.revoke, name="revoke"),
    path(f"{AT}awards/<int:pk>/remove/", awards.remove, name="remove_award"),
    path(f"{AT}import/", imports.imports, name="imports"),
    path(f"{AT}import/workbook/", imports.import_workbook, name="import_workbook"),
    path(f"{AT}import/<int:pk>/", imports.import_sheet, name="import_sheet"),
    path(f"{AT}import/<int:pk>/undo/", imports.undo_sheet, name="undo_sheet"),
]
INITIATIVES = [
    path(f"{AT}initiatives/", initiatives.initiatives, name="initiatives"),
    path(f"{AT}initiatives/excel/", initiatives.initiatives_excel, name="initiatives_excel"),
    path(f"{AT}initiatives/new/", initiatives.new_initiative, name="new_initiative"),
    path(f"{AT}initiatives/<int:pk>/", initiatives.initiative, name="initiative"),
    path(f"{AT}initiatives/<int:pk>/change/", initiatives.change_initiative, name="change_initiative"),
    path(
        f"{AT}initiatives/<int:pk>/recognitions/<int:recognition>/withdraw/", initiatives.withdraw,
        name="withdraw_recognition",
    ),
]  # fmt: skip
RATINGS = [
    path(f"{AT}ratings/", ratings.ratings, name="ratings"),
    path(f"{AT}ratings/excel/", ratings.ratings_excel, name="ratings_excel"),
    path(f"{AT}ratings/<int:pk>/<int:year>/", ratings.rating_grid, name="rating_grid"),
    path(f"{AT}disciplines/", disciplines.disciplines, name="disciplines"),
    path(f"{AT}disciplines/excel/", disciplines.disciplines_excel, name="disciplines_excel"),
    path(f"{AT}disciplines/new/", disciplines.new_discipline, name="new_discipline"),
    path(f"{AT}disciplines/<int:pk>/lift/", disciplines.lift, name="lift"),
    path(f"{AT}disciplines/<int:pk>/remove/", disciplines.remove, name="remove_discipline"),
]
urlpatterns: list[URLPattern] = [*HOLDINGS, *DECISIONS, *INITIATIVES, *RATINGS]
