"""Addresses of `campaigns`."""

from django.urls import URLPattern, path

from apps.campaigns.views import (
    assembly,
    calendar,
    conferences,
    delegates,
    extensions,
    meeting,
    movement_text,
    movements,
    next_year,
    papers,
    programme,
    resolutions,
    tasks,
)

YEAR = "c/<slug:cluster>/calendar/<int:year>/"
MOVEMENTS = "c/<slug:cluster>/movements/<int:year>/"
MOVEMENT = MOVEMENTS + "<int:pk>/"
CONFERENCE = YEAR + "conferences/<int:pk>/"
PERIOD = "c/<slug:cluster>/<slug:period>/"

app_name = "campaigns"
urlpatterns: list[URLPattern] = [
    path("c/<slug:cluster>/calendar/", calendar.calendar, name="calendar"),
    path("c/<slug:cluster>/calendar/assembly/", assembly.assembly, name="assembly"),
    path("c/<slug:cluster>/calendar/assembly/new/", assembly.term, name="new_term"),
    path("c/<slug:cluster>/calendar/assembly/<int:number>/", assembly.term, name="term"),
    path("c/<slug:cluster>/calendar/assembly/sessions/new/", assembly.session, name="new_session"),
    path("c/<slug:cluster>/calendar/assembly/<int:term>/<slug:kind>/<int:number>/", assembly.session, name="session"),
    path("c/<slug:cluster>/movements/", movements.movements_at_hand, name="movements_at_hand"),
    path(MOVEMENTS, movements.movements, name="movements"),
    path(MOVEMENTS + "from-last-year/", next_year.next_year, name="next_year"),
    path(MOVEMENTS + "new/", movement_text.new_campaign, name="new_campaign"),
    path(MOVEMENT, movements.campaign, name="campaign"),
    path(MOVEMENT + "edit/", movement_text.edit_campaign, name="edit_campaign"),
    path(MOVEMENT + "launch/", movements.launch, name="launch_campaign"),
    path(MOVEMENT + "confirm/", movements.confirm, name="confirm_campaign"),
    path(MOVEMENT + "close/", movements.close, name="close_campaign"),
    path(MOVEMENT + "remove/", movements.remove, name="remove_campaign"),
    path(MOVEMENT + "versions/<int:number>/", movements.version, name="campaign_version"),
    path(MOVEMENT + "papers/new/", movement_text.paper, name="new_campaign_paper"),
    path(MOVEMENT + "papers/<int:row>/", movement_text.paper, name="campaign_paper"),
    path(MOVEMENT + "papers/<int:row>/remove/", movement_text.remove_paper, name="remove_campaign_paper"),
    path(YEAR, calendar.year, name="year"),
    path(YEAR + "set-up/", calendar.set_up_year, name="set_up_year"),
    path(YEAR + "periods/<int:pk>/", calendar.period, name="period"),
    path(YEAR + "periods/<int:pk>/tasks/", tasks.add_task, name="add_task"),
    path(YEAR + "conferences/new/", conferences.edit_conference, name="new_conference"),
    path(CONFERENCE, meeting.conference, name="conference"),
    path(CONFERENCE + "edit/", conferences.edit_conference, name="edit_conference"),
    path(CONFERENCE + "remove/", conferences.remove_conference, name="remove_conference"),
    path(CONFERENCE + "programme/", programme.programme, name="programme"),
    path(CONFERENCE + "delegates/", delegates.delegates, name="delegates"),
    path(CONFERENCE + "delegates/<int:row>/", delegates.delegate, name="delegate"),
    path(CONFERENCE + "delegates/<int:row>/remove/", delegates.remove_delegate, name="remove_delegate"),
    path(CONFERENCE + "talks/", delegates.talks, name="talks"),
    path(CONFERENCE + "talks/<int:row>/", delegates.talk, name="talk"),
    path(CONFERENCE + "talks/<int:row>/move/", delegates.move_talk, name="move_talk"),
    path(CONFERENCE + "talks/<int:row>/remove/", delegates.remove_talk, name="remove_talk"),
    path(CONFERENCE + "invitation/", papers.invitation, name="invitation"),
    path(CONFERENCE + "invitation/word/", papers.invitation_file, {"kind": "word"}, name="invitation_word"),
    path(CONFERENCE + "invitation/pdf/", papers.invitation_file, {"kind": "pdf"}, name="invitation_pdf"),
    path(CONFERENCE + "invitation/signed/", papers.record, {"kind": "invitation"}, name="record_invitation"),
    path(CONFERENCE + "minutes/", papers.minutes, name="minutes"),
    path(CONFERENCE + "minutes/word/", papers.minutes_file, {"kind": "word"}, name="minutes_word"),
    path(CONFERENCE + "minutes/pdf/", papers.minutes_file, {"kind": "pdf"}, name="minutes_pdf"),
    path(CONFERENCE + "minutes/signed/", papers.record, {"kind": "minutes"}, name="record_minutes"),
    path(CONFERENCE + "tasks/", resolutions.resolutions, name="resolutions"),
    path(YEAR + "tasks/<int:pk>/", tasks.task, name="task"),
    path(YEAR + "tasks/<int:pk>/move/", tasks.move_task, name="move_task"),
    path(YEAR + "tasks/<int:pk>/remove/", tasks.remove_task, name="remove_task"),
    path(PERIOD + "extensions/", extensions.extensions, name="extensions"),
    path(PERIOD + "extensions/give/", extensions.give, name="give_extension"),
    path(PERIOD + "extensions/<int:pk>/decide/", extensions.decide, name="decide_extension"),
    path(PERIOD + "extensions/<int:pk>/end/", extensions.end, name="end_extension"),
]
