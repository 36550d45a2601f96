from django.contrib.postgres.operations import BtreeGistExtension, TrigramExtension, UnaccentExtension
from django.db import migrations

FOLDED = """
CREATE OR REPLACE FUNCTION folded(value text) RETURNS text AS $$
    SELECT lower(translate(public.unaccent('public.unaccent'::regdictionary, normalize(value, NFC)), 'đĐ', 'dd'))
$$ LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
"""


class Migration(migrations.Migration):
    dependencies = []
    operations = [
        UnaccentExtension(),
        TrigramExtension(),
        BtreeGistExtension(),
        migrations.RunSQL(FOLDED, "DROP FUNCTION folded(text)"),
    ]
