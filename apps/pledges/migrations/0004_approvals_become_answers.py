"""Approvals noted so far become answers, with the day and the account that the audit knows."""

from django.db import migrations

FILL = """
INSERT INTO pledges_registrationanswer
    (version_id, number, decision, body, answered_on, file_id, reason, noted_at, noted_by_id)
SELECT s.current_id, 1, s.approval, '', s.approved_on, NULL, '',
    coalesce(noted.pgh_created_at, s.received_at), NULL
FROM pledges_registrationsheet s
LEFT JOIN LATERAL (
    SELECT min(e.pgh_created_at) AS pgh_created_at FROM pledges_registrationsheetevent e
    WHERE e.pgh_obj_id = s.id AND e.current_id = s.current_id
        AND e.approval = s.approval AND e.approved_on = s.approved_on
) noted ON true
WHERE s.approval <> '';
"""
TAKE_BACK = """
UPDATE pledges_registrationsheet s SET approval = a.decision, approved_on = a.answered_on
FROM pledges_registrationanswer a
WHERE a.version_id = s.current_id AND s.state = 'received'
    AND a.number = (SELECT max(b.number) FROM pledges_registrationanswer b WHERE b.version_id = a.version_id);
"""


class Migration(migrations.Migration):
    dependencies = [("pledges", "0003_answers_of_the_deciding_body")]
    operations = [migrations.RunSQL(FILL, TAKE_BACK)]
