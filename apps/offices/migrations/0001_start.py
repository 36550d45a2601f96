import django.contrib.postgres.constraints
import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import apps.core.fields
import apps.core.functions
import apps.core.operations


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "__first__"),
        ("core", "0001_add_extensions"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="Cluster",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.SlugField(max_length=40, unique=True, verbose_name="code")),
                ("name", apps.core.fields.NFCCharField(max_length=250, verbose_name="name")),
                ("short_name", apps.core.fields.NFCCharField(max_length=80, verbose_name="short name")),
                (
                    "mark",
                    apps.core.fields.NFCCharField(
                        blank=True,
                        help_text="One to three characters, shown as the cluster's sign.",
                        max_length=3,
                        verbose_name="mark",
                    ),
                ),
                ("region", apps.core.fields.NFCCharField(blank=True, max_length=120, verbose_name="region")),
                (
                    "managing_body",
                    apps.core.fields.NFCCharField(blank=True, max_length=200, verbose_name="managing body"),
                ),
                ("founding_decision", apps.core.fields.NFCTextField(blank=True, verbose_name="founding decision")),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
            ],
            options={
                "verbose_name": "cluster",
                "verbose_name_plural": "clusters",
                "ordering": ("code",),
            },
        ),
        migrations.CreateModel(
            name="Office",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.SlugField(max_length=40, unique=True, verbose_name="code")),
                ("name", apps.core.fields.NFCCharField(max_length=200, verbose_name="name")),
                ("short_name", apps.core.fields.NFCCharField(max_length=80, verbose_name="short name")),
                ("telephone", models.CharField(blank=True, max_length=30, verbose_name="telephone")),
            ],
            options={
                "verbose_name": "office",
                "verbose_name_plural": "offices",
                "ordering": ("code",),
            },
        ),
        migrations.CreateModel(
            name="ClusterEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("code", models.SlugField(db_index=False, max_length=40, verbose_name="code")),
                ("name", apps.core.fields.NFCCharField(max_length=250, verbose_name="name")),
                ("short_name", apps.core.fields.NFCCharField(max_length=80, verbose_name="short name")),
                (
                    "mark",
                    apps.core.fields.NFCCharField(
                        blank=True,
                        help_text="One to three characters, shown as the cluster's sign.",
                        max_length=3,
                        verbose_name="mark",
                    ),
                ),
                ("region", apps.core.fields.NFCCharField(blank=True, max_length=120, verbose_name="region")),
                (
                    "managing_body",
                    apps.core.fields.NFCCharField(blank=True, max_length=200, verbose_name="managing body"),
                ),
                ("founding_decision", apps.core.fields.NFCTextField(blank=True, verbose_name="founding decision")),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="offices.cluster",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Leadership",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                (
                    "kind",
                    models.CharField(
                        choices=[("leader", "leading office"), ("deputy", "deputy office")],
                        max_length=10,
                        verbose_name="post",
                    ),
                ),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="year closed on")),
                (
                    "cluster",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="leaderships", to="offices.cluster"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="leaderships", to="offices.office"
                    ),
                ),
            ],
            options={
                "verbose_name": "leadership",
                "ordering": ("cluster_id", "-year", "-kind"),
                "constraints": [
                    models.UniqueConstraint(fields=("cluster", "year", "kind"), name="leadership_one_of_each"),
                    models.UniqueConstraint(fields=("cluster", "year", "office"), name="leadership_two_offices"),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["leader", "deputy"])), name="leadership_kind_known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("year__gte", 1948), ("year__lte", 2100)), name="leadership_year_plausible"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Membership",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField(verbose_name="order")),
                ("valid_from", models.DateField(verbose_name="from")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="to")),
                (
                    "cluster",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="memberships", to="offices.cluster"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="memberships", to="offices.office"
                    ),
                ),
            ],
            options={
                "verbose_name": "membership",
                "ordering": ("cluster_id", "position", "valid_from"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to", None), ("valid_to__gte", models.F("valid_from")), _connector="OR"
                        ),
                        name="membership_days_in_order",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            ("cluster", "="),
                            ("office", "="),
                            (apps.core.functions.Span("valid_from", "valid_to"), "&&"),
                        ],
                        name="membership_no_overlap",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OfficeEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("code", models.SlugField(db_index=False, max_length=40, verbose_name="code")),
                ("name", apps.core.fields.NFCCharField(max_length=200, verbose_name="name")),
                ("short_name", apps.core.fields.NFCCharField(max_length=80, verbose_name="short name")),
                ("telephone", models.CharField(blank=True, max_length=30, verbose_name="telephone")),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="offices.office",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="OfficeName",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", apps.core.fields.NFCCharField(max_length=200, verbose_name="name")),
                ("short_name", apps.core.fields.NFCCharField(max_length=80, verbose_name="short name")),
                (
                    "parent_body",
                    apps.core.fields.NFCCharField(
                        blank=True, max_length=200, verbose_name="parent body on letterheads"
                    ),
                ),
                (
                    "province",
                    apps.core.fields.NFCCharField(blank=True, max_length=120, verbose_name="province or city"),
                ),
                ("locality", apps.core.fields.NFCCharField(blank=True, max_length=120, verbose_name="place of issue")),
                (
                    "managing_body",
                    apps.core.fields.NFCCharField(blank=True, max_length=200, verbose_name="managing body"),
                ),
                ("valid_from", models.DateField(verbose_name="from")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="to")),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="names", to="offices.office"
                    ),
                ),
            ],
            options={
                "verbose_name": "office's name",
                "ordering": ("office_id", "valid_from"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to", None), ("valid_to__gte", models.F("valid_from")), _connector="OR"
                        ),
                        name="office_name_days_in_order",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[("office", "="), (apps.core.functions.Span("valid_from", "valid_to"), "&&")],
                        name="office_name_no_overlap",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Role",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("clerk", "office clerk"),
                            ("head", "office head"),
                            ("secretariat", "cluster secretariat"),
                            ("records", "clerk of records"),
                            ("viewer", "leader (reads and comments)"),
                        ],
                        max_length=12,
                        verbose_name="role",
                    ),
                ),
                ("valid_from", models.DateField(verbose_name="from")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="to")),
                (
                    "cluster",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="roles",
                        to="offices.cluster",
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="roles",
                        to="offices.office",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="roles", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "role",
                "ordering": ("user_id", "valid_from", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to", None), ("valid_to__gte", models.F("valid_from")), _connector="OR"
                        ),
                        name="role_days_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("kind__in", ["clerk", "head", "records", "secretariat"]),
                                ("cluster", None),
                                ("office__isnull", False),
                            ),
                            models.Q(("kind__in", ["viewer"]), ("cluster__isnull", False), ("office", None)),
                            _connector="OR",
                        ),
                        name="role_office_or_cluster",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("office__isnull", False)),
                        expressions=[
                            ("user", "="),
                            ("kind", "="),
                            ("office", "="),
                            (apps.core.functions.Span("valid_from", "valid_to"), "&&"),
                        ],
                        name="role_office_no_overlap",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("cluster__isnull", False)),
                        expressions=[
                            ("user", "="),
                            ("kind", "="),
                            ("cluster", "="),
                            (apps.core.functions.Span("valid_from", "valid_to"), "&&"),
                        ],
                        name="role_cluster_no_overlap",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MembershipEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("position", models.PositiveSmallIntegerField(verbose_name="order")),
                ("valid_from", models.DateField(verbose_name="from")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="to")),
                (
                    "cluster",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="offices.cluster",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="offices.membership",
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="offices.office",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="LeadershipEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                (
                    "kind",
                    models.CharField(
                        choices=[("leader", "leading office"), ("deputy", "deputy office")],
                        max_length=10,
                        verbose_name="post",
                    ),
                ),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="year closed on")),
                (
                    "cluster",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="offices.cluster",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="offices.leadership",
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="offices.office",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="OfficeNameEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("name", apps.core.fields.NFCCharField(max_length=200, verbose_name="name")),
                ("short_name", apps.core.fields.NFCCharField(max_length=80, verbose_name="short name")),
                (
                    "parent_body",
                    apps.core.fields.NFCCharField(
                        blank=True, max_length=200, verbose_name="parent body on letterheads"
                    ),
                ),
                (
                    "province",
                    apps.core.fields.NFCCharField(blank=True, max_length=120, verbose_name="province or city"),
                ),
                ("locality", apps.core.fields.NFCCharField(blank=True, max_length=120, verbose_name="place of issue")),
                (
                    "managing_body",
                    apps.core.fields.NFCCharField(blank=True, max_length=200, verbose_name="managing body"),
                ),
                ("valid_from", models.DateField(verbose_name="from")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="to")),
                (
                    "office",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="offices.office",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="offices.officename",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="RoleEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("clerk", "office clerk"),
                            ("head", "office head"),
                            ("secretariat", "cluster secretariat"),
                            ("records", "clerk of records"),
                            ("viewer", "leader (reads and comments)"),
                        ],
                        max_length=12,
                        verbose_name="role",
                    ),
                ),
                ("valid_from", models.DateField(verbose_name="from")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="to")),
                (
                    "cluster",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="offices.cluster",
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="offices.office",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="offices.role",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        apps.core.operations.AddTriggers(
            triggers=[
                (
                    "cluster",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "offices_clusterevent" ("code", "created_at", "founding_decision", "id", "managing_body", "mark", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region", "short_name") VALUES (NEW."code", NEW."created_at", NEW."founding_decision", NEW."id", NEW."managing_body", NEW."mark", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."region", NEW."short_name"); RETURN NULL;',
                            hash="415ba5220ac7c95a75bd4817837fdb8f253d4c7b",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_a97c5",
                            table="offices_cluster",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "cluster",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "offices_clusterevent" ("code", "created_at", "founding_decision", "id", "managing_body", "mark", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region", "short_name") VALUES (NEW."code", NEW."created_at", NEW."founding_decision", NEW."id", NEW."managing_body", NEW."mark", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."region", NEW."short_name"); RETURN NULL;',
                            hash="c3e0fe03c296cd03932e8a4e21b9bb2f35ceaec6",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_bde2b",
                            table="offices_cluster",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "cluster",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "offices_clusterevent" ("code", "created_at", "founding_decision", "id", "managing_body", "mark", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region", "short_name") VALUES (OLD."code", OLD."created_at", OLD."founding_decision", OLD."id", OLD."managing_body", OLD."mark", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."region", OLD."short_name"); RETURN NULL;',
                            hash="b5728b89bf0f0b9a1f8ceef0620d5da0d987c725",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_32c12",
                            table="offices_cluster",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "office",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "offices_officeevent" ("code", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "short_name", "telephone") VALUES (NEW."code", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."short_name", NEW."telephone"); RETURN NULL;',
                            hash="ec8dd08400a15125683870174d8ed89ae9153aed",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_40732",
                            table="offices_office",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "office",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "offices_officeevent" ("code", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "short_name", "telephone") VALUES (NEW."code", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."short_name", NEW."telephone"); RETURN NULL;',
                            hash="d912c78adcc9a738a9d035e11944317343451975",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_2fc86",
                            table="offices_office",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "office",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "offices_officeevent" ("code", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "short_name", "telephone") VALUES (OLD."code", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."short_name", OLD."telephone"); RETURN NULL;',
                            hash="db470aaecd181336ac210889d3cc345f4544c3ad",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_5a956",
                            table="offices_office",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "clusterevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="cde792c05fbc0596517311016a19c39e78b88de3",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_c1282",
                            table="offices_clusterevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "membershipevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="b6324a62c35ec4b20e4236b7f36a48d1be226dd1",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_8fa0b",
                            table="offices_membershipevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "membership",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "offices_membershipevent" ("cluster_id", "id", "office_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "valid_from", "valid_to") VALUES (NEW."cluster_id", NEW."id", NEW."office_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."valid_from", NEW."valid_to"); RETURN NULL;',
                            hash="f91057b3b341fdbe8b6087fef0f8402934e5ec1d",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_645ff",
                            table="offices_membership",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "membership",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "offices_membershipevent" ("cluster_id", "id", "office_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "valid_from", "valid_to") VALUES (NEW."cluster_id", NEW."id", NEW."office_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."valid_from", NEW."valid_to"); RETURN NULL;',
                            hash="c9a4eb98aaa02dd48901e326d46f3f655a96e5b2",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_0674c",
                            table="offices_membership",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "membership",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "offices_membershipevent" ("cluster_id", "id", "office_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "valid_from", "valid_to") VALUES (OLD."cluster_id", OLD."id", OLD."office_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."valid_from", OLD."valid_to"); RETURN NULL;',
                            hash="a28d497cf3aa080e46661f487eeee4efcc9135b7",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_635b5",
                            table="offices_membership",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "leadershipevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="4c04c81432db9836d4547eefb07d736e0703ae64",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_14090",
                            table="offices_leadershipevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "leadership",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "offices_leadershipevent" ("closed_on", "cluster_id", "id", "kind", "office_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "year") VALUES (NEW."closed_on", NEW."cluster_id", NEW."id", NEW."kind", NEW."office_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."year"); RETURN NULL;',
                            hash="ce282a920b392f834bc0fb2cbd7de169ba47d0e2",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_58e63",
                            table="offices_leadership",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "leadership",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "offices_leadershipevent" ("closed_on", "cluster_id", "id", "kind", "office_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "year") VALUES (NEW."closed_on", NEW."cluster_id", NEW."id", NEW."kind", NEW."office_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."year"); RETURN NULL;',
                            hash="c4f9249601e3e235f4eedb70e958f11042110a74",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_8299e",
                            table="offices_leadership",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "leadership",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "offices_leadershipevent" ("closed_on", "cluster_id", "id", "kind", "office_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "year") VALUES (OLD."closed_on", OLD."cluster_id", OLD."id", OLD."kind", OLD."office_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."year"); RETURN NULL;',
                            hash="9c194fcc77003d1667f983d9c4ca51a542bf2ea2",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_5f6b2",
                            table="offices_leadership",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "officeevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="912ca8cdeda6ad3801beac87cc93b07feb494fc1",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_a53d2",
                            table="offices_officeevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "officename",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "offices_officenameevent" ("id", "locality", "managing_body", "name", "office_id", "parent_body", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "province", "short_name", "valid_from", "valid_to") VALUES (NEW."id", NEW."locality", NEW."managing_body", NEW."name", NEW."office_id", NEW."parent_body", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."province", NEW."short_name", NEW."valid_from", NEW."valid_to"); RETURN NULL;',
                            hash="9f402bb31271e842a265b8a9408d138f14800d5a",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_8453d",
                            table="offices_officename",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "officename",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "offices_officenameevent" ("id", "locality", "managing_body", "name", "office_id", "parent_body", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "province", "short_name", "valid_from", "valid_to") VALUES (NEW."id", NEW."locality", NEW."managing_body", NEW."name", NEW."office_id", NEW."parent_body", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."province", NEW."short_name", NEW."valid_from", NEW."valid_to"); RETURN NULL;',
                            hash="a2a3770cad6d5dae14e51018ff00f3d1ce1bc66c",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_bc447",
                            table="offices_officename",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "officename",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "offices_officenameevent" ("id", "locality", "managing_body", "name", "office_id", "parent_body", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "province", "short_name", "valid_from", "valid_to") VALUES (OLD."id", OLD."locality", OLD."managing_body", OLD."name", OLD."office_id", OLD."parent_body", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."province", OLD."short_name", OLD."valid_from", OLD."valid_to"); RETURN NULL;',
                            hash="1ae3fc2ee5fca8e6b7891c22d957e6d313b22fce",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_80d4c",
                            table="offices_officename",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "officenameevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="4f1d9a7d4eee68c1615db3d19e5c774d019e6051",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_59eee",
                            table="offices_officenameevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "role",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "offices_roleevent" ("cluster_id", "id", "kind", "office_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id", "valid_from", "valid_to") VALUES (NEW."cluster_id", NEW."id", NEW."kind", NEW."office_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."user_id", NEW."valid_from", NEW."valid_to"); RETURN NULL;',
                            hash="03cd5dad49d2d8de212f5e8c024da33c03e21028",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_69b27",
                            table="offices_role",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "role",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "offices_roleevent" ("cluster_id", "id", "kind", "office_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id", "valid_from", "valid_to") VALUES (NEW."cluster_id", NEW."id", NEW."kind", NEW."office_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."user_id", NEW."valid_from", NEW."valid_to"); RETURN NULL;',
                            hash="3f99b7f1bcb5e86d0089f4e8a8c227e974ecf59d",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_bc136",
                            table="offices_role",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "role",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "offices_roleevent" ("cluster_id", "id", "kind", "office_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id", "valid_from", "valid_to") VALUES (OLD."cluster_id", OLD."id", OLD."kind", OLD."office_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."user_id", OLD."valid_from", OLD."valid_to"); RETURN NULL;',
                            hash="31b4fa490f34f983dd98d51f0bbe310b97139024",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_c9022",
                            table="offices_role",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "roleevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="39d7852bc255f9fe634e76074674731fa48951ae",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_2dcb5",
                            table="offices_roleevent",
                            when="BEFORE",
                        ),
                    ),
                ),
            ],
        ),
    ]
