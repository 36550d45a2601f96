"""The version that each office's sheet was received in last, which the audit knows."""

from django.db import migrations

FILL = """
UPDATE pledges_registrationsheet SET received_id = current_id WHERE state = 'received';
UPDATE pledges_registrationsheet s
SET received_id = last.current_id, received_at = last.received_at, received_by_id = last.received_by_id
FROM (
    SELECT DISTINCT ON (e.pgh_obj_id) e.pgh_obj_id, e.current_id, e.received_at, e.received_by_id
    FROM pledges_registrationsheetevent e
    JOIN pledges_sheetversion v ON v.id = e.current_id
    JOIN accounts_user u ON u.id = e.received_by_id
    WHERE e.state = 'received'
    ORDER BY e.pgh_obj_id, e.pgh_id DESC
) last
WHERE last.pgh_obj_id = s.id AND s.state <> 'received';
"""
TAKE_BACK = """
UPDATE pledges_registrationsheet SET received_id = NULL, received_at = NULL, received_by_id = NULL
WHERE state <> 'received';
"""


class Migration(migrations.Migration):
    dependencies = [("pledges", "0006_received_version_stays")]
    operations = [migrations.RunSQL(FILL, TAKE_BACK)]
