"""Addresses of `campaigns`."""

from django.urls import URLPattern, path

from apps.campaigns.views import assembly, calendar, conferences, tasks

YEAR = "c/<slug:cluster>/calendar/<int:year>/"

app_name = "campaigns"
urlpatterns: list[URLPattern] = [
    path("c/<slug:cluster>/calendar/", calendar.calendar, name="calendar"),
    path("c/<slug:cluster>/calendar/assembly/", assembly.assembly, name="assembly"),
    path("c/<slug:cluster>/calendar/assembly/new/", assembly.term, name="new_term"),
    path("c/<slug:cluster>/calendar/assembly/<int:number>/", assembly.term, name="term"),
    path("c/<slug:cluster>/calendar/assembly/sessions/new/", assembly.session, name="new_session"),
    path("c/<slug:cluster>/calendar/assembly/<int:term>/<int:number>/", assembly.session, name="session"),
    path(YEAR, calendar.year, name="year"),
    path(YEAR + "set-up/", calendar.set_up_year, name="set_up_year"),
    path(YEAR + "movements/new/", calendar.campaign, name="new_campaign"),
    path(YEAR + "movements/<int:pk>/", calendar.campaign, name="campaign"),
    path(YEAR + "periods/<int:pk>/", calendar.period, name="period"),
    path(YEAR + "periods/<int:pk>/tasks/", tasks.add_task, name="add_task"),
    path(YEAR + "conferences/new/", conferences.conference, name="new_conference"),
    path(YEAR + "conferences/<int:pk>/", conferences.conference, name="conference"),
    path(YEAR + "conferences/<int:pk>/remove/", conferences.remove_conference, name="remove_conference"),
    path(YEAR + "tasks/<int:pk>/", tasks.task, name="task"),
    path(YEAR + "tasks/<int:pk>/move/", tasks.move_task, name="move_task"),
    path(YEAR + "tasks/<int:pk>/remove/", tasks.remove_task, name="remove_task"),
]
