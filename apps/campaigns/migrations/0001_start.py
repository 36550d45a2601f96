import django.contrib.postgres.constraints
import django.db.models.constraints
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
        ("files", "0001_start"),
        ("offices", "0001_start"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="AssemblyTerm",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField(unique=True, verbose_name="term")),
                ("starts_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(verbose_name="to")),
            ],
            options={
                "verbose_name": "term of the National Assembly",
                "ordering": ("-number",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__gt", models.F("starts_on"))), name="assembly_term_days_in_order"
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[(apps.core.functions.Span("starts_on", "ends_on"), "&&")],
                        name="assembly_term_no_overlap",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Campaign",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                (
                    "kind",
                    models.CharField(
                        choices=[("regular", "regular movement"), ("thematic", "thematic movement")],
                        default="regular",
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                ("name", apps.core.fields.NFCCharField(max_length=300, verbose_name="name")),
                ("theme", apps.core.fields.NFCTextField(blank=True, verbose_name="theme")),
                ("launched_by", apps.core.fields.NFCCharField(blank=True, max_length=200, verbose_name="launched by")),
                ("partner", apps.core.fields.NFCCharField(blank=True, max_length=200, verbose_name="together with")),
                ("launched_on", models.DateField(blank=True, null=True, verbose_name="launched on")),
                (
                    "cluster",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="campaigns", to="offices.cluster"
                    ),
                ),
            ],
            options={
                "verbose_name": "movement",
                "verbose_name_plural": "movements",
                "ordering": ("-year", "pk"),
                "constraints": [
                    models.UniqueConstraint(fields=("cluster", "year", "name"), name="campaign_name_once_a_year")
                ],
            },
        ),
        migrations.CreateModel(
            name="Period",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                (
                    "kind",
                    models.CharField(
                        choices=[("H1", "first six months"), ("H2", "last six months"), ("Y", "whole year")],
                        max_length=2,
                        verbose_name="period",
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="data from")),
                ("ends_on", models.DateField(verbose_name="data to")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="reports due on")),
                ("closes_on", models.DateField(blank=True, null=True, verbose_name="figures closed on")),
                ("build_on", models.DateField(blank=True, null=True, verbose_name="report built on")),
                ("published_on", models.DateField(blank=True, null=True, verbose_name="published on")),
                (
                    "cluster",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="periods", to="offices.cluster"
                    ),
                ),
            ],
            options={
                "verbose_name": "period",
                "verbose_name_plural": "periods",
                "ordering": ("cluster_id", "year", "kind"),
                "constraints": [
                    models.UniqueConstraint(fields=("cluster", "year", "kind"), name="period_once"),
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__gte", models.F("starts_on"))), name="period_days_in_order"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["H1", "H2", "Y"])), name="period_kind_known"
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("kind__in", ["H1", "H2"])),
                        expressions=[("cluster", "="), (apps.core.functions.Span("starts_on", "ends_on"), "&&")],
                        name="period_halves_no_overlap",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AssemblySession",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField(verbose_name="session")),
                ("opens_on", models.DateField(blank=True, null=True, verbose_name="opens on")),
                ("closes_on", models.DateField(blank=True, null=True, verbose_name="closes on")),
                (
                    "term",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sessions",
                        to="campaigns.assemblyterm",
                    ),
                ),
            ],
            options={
                "verbose_name": "session of the National Assembly",
                "ordering": ("-term__number", "-number"),
                "constraints": [
                    models.UniqueConstraint(fields=("term", "number"), name="assembly_session_number_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closes_on", None), ("opens_on", None)),
                            ("closes_on__gte", models.F("opens_on")),
                            _connector="OR",
                        ),
                        name="assembly_session_days_in_order",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AssemblyTermEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("number", models.PositiveSmallIntegerField(verbose_name="term")),
                ("starts_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(verbose_name="to")),
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
                        to="campaigns.assemblyterm",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CampaignEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                (
                    "kind",
                    models.CharField(
                        choices=[("regular", "regular movement"), ("thematic", "thematic movement")],
                        default="regular",
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                ("name", apps.core.fields.NFCCharField(max_length=300, verbose_name="name")),
                ("theme", apps.core.fields.NFCTextField(blank=True, verbose_name="theme")),
                ("launched_by", apps.core.fields.NFCCharField(blank=True, max_length=200, verbose_name="launched by")),
                ("partner", apps.core.fields.NFCCharField(blank=True, max_length=200, verbose_name="together with")),
                ("launched_on", models.DateField(blank=True, null=True, verbose_name="launched on")),
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
                        to="campaigns.campaign",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Conference",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("pledge", "pledge conference"),
                            ("review", "mid-year review conference"),
                            ("year_end", "year-end conference"),
                        ],
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                ("title", apps.core.fields.NFCCharField(max_length=250, verbose_name="title")),
                ("held_on", models.DateField(verbose_name="day")),
                (
                    "part_of_day",
                    models.CharField(
                        choices=[("morning", "morning"), ("afternoon", "afternoon"), ("all_day", "all day")],
                        default="morning",
                        max_length=10,
                        verbose_name="part of the day",
                    ),
                ),
                ("place", apps.core.fields.NFCCharField(max_length=250, verbose_name="place")),
                (
                    "superiors",
                    apps.core.fields.NFCTextField(
                        blank=True, help_text="One a line: name, post, body.", verbose_name="superiors present"
                    ),
                ),
                (
                    "resolutions",
                    apps.core.fields.NFCTextField(
                        blank=True,
                        help_text="One a line, as the conference agreed on them.",
                        verbose_name="resolutions",
                    ),
                ),
                (
                    "cluster",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="conferences", to="offices.cluster"
                    ),
                ),
                (
                    "host",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="offices.office",
                        verbose_name="host office",
                    ),
                ),
                (
                    "period",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="conferences", to="campaigns.period"
                    ),
                ),
            ],
            options={
                "verbose_name": "conference",
                "ordering": ("-held_on", "pk"),
                "constraints": [
                    models.UniqueConstraint(fields=("period", "kind"), name="conference_one_of_each_kind"),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["pledge", "review", "year_end"])), name="conference_kind_known"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Extension",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reason", apps.core.fields.NFCTextField(verbose_name="reason")),
                ("wanted_until", models.DateField(verbose_name="asked for until")),
                ("asked_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("granted_until", models.DateField(blank=True, null=True, verbose_name="granted until")),
                ("decision", apps.core.fields.NFCTextField(blank=True, verbose_name="decision")),
                ("decided_at", models.DateTimeField(editable=False, null=True)),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="extensions", to="offices.office"
                    ),
                ),
                (
                    "period",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="extensions", to="campaigns.period"
                    ),
                ),
            ],
            options={
                "verbose_name": "extension",
                "ordering": ("-asked_at", "-pk"),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("decided_at", None)),
                        fields=("period", "office"),
                        name="extension_one_undecided",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="extension_reason_given"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("decided_at", None), ("decided_by", None), ("decision", ""), ("granted_until", None)
                            ),
                            models.Q(("decided_at__isnull", False), ("decided_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="extension_decided_by_whom",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("decided_at", None),
                            ("granted_until__isnull", False),
                            models.Q(("decision", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="extension_refused_for_a_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PeriodEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                (
                    "kind",
                    models.CharField(
                        choices=[("H1", "first six months"), ("H2", "last six months"), ("Y", "whole year")],
                        max_length=2,
                        verbose_name="period",
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="data from")),
                ("ends_on", models.DateField(verbose_name="data to")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="reports due on")),
                ("closes_on", models.DateField(blank=True, null=True, verbose_name="figures closed on")),
                ("build_on", models.DateField(blank=True, null=True, verbose_name="report built on")),
                ("published_on", models.DateField(blank=True, null=True, verbose_name="published on")),
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
                        to="campaigns.period",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="AssemblySessionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("number", models.PositiveSmallIntegerField(verbose_name="session")),
                ("opens_on", models.DateField(blank=True, null=True, verbose_name="opens on")),
                ("closes_on", models.DateField(blank=True, null=True, verbose_name="closes on")),
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
                        to="campaigns.assemblysession",
                    ),
                ),
                (
                    "term",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="campaigns.assemblyterm",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Chair",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField(verbose_name="order")),
                ("person", apps.core.fields.NFCCharField(blank=True, max_length=120, verbose_name="person")),
                ("post", apps.core.fields.NFCCharField(blank=True, max_length=160, verbose_name="post")),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.office"
                    ),
                ),
                (
                    "conference",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="chairs", to="campaigns.conference"
                    ),
                ),
            ],
            options={
                "verbose_name": "chair",
                "ordering": ("conference_id", "position"),
                "constraints": [
                    models.UniqueConstraint(
                        deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                        fields=("conference", "position"),
                        name="chair_position_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Contribution",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField(verbose_name="order")),
                ("title", apps.core.fields.NFCCharField(max_length=400, verbose_name="title")),
                ("presenter", apps.core.fields.NFCCharField(blank=True, max_length=120, verbose_name="given by")),
                ("post", apps.core.fields.NFCCharField(blank=True, max_length=160, verbose_name="post")),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "conference",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="contributions",
                        to="campaigns.conference",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.office"
                    ),
                ),
            ],
            options={
                "verbose_name": "contribution",
                "ordering": ("conference_id", "position", "pk"),
                "constraints": [
                    models.UniqueConstraint(
                        deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                        fields=("conference", "position"),
                        name="contribution_position_once",
                    ),
                    models.UniqueConstraint(fields=("conference", "office", "title"), name="contribution_once"),
                    models.CheckConstraint(
                        condition=models.Q(("title", ""), _negated=True), name="contribution_title_given"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Delegate",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("body", apps.core.fields.NFCCharField(blank=True, max_length=200, verbose_name="body")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("delegate", "delegate"),
                            ("guest", "guest"),
                            ("secretary", "secretary of the conference"),
                            ("press", "press"),
                        ],
                        default="delegate",
                        max_length=10,
                        verbose_name="comes as",
                    ),
                ),
                ("name", apps.core.fields.NFCCharField(max_length=120, verbose_name="name")),
                ("post", apps.core.fields.NFCCharField(blank=True, max_length=160, verbose_name="post")),
                ("sort_key", models.CharField(db_collation="C", default="", editable=False, max_length=600)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "conference",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="delegates", to="campaigns.conference"
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="offices.office",
                    ),
                ),
            ],
            options={
                "verbose_name": "delegate",
                "ordering": ("conference_id", "sort_key", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["delegate", "guest", "secretary", "press"])),
                        name="delegate_kind_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("body", ""), ("office__isnull", False)),
                            models.Q(("office", None), models.Q(("body", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="delegate_of_one_body",
                    ),
                    models.CheckConstraint(condition=models.Q(("name", ""), _negated=True), name="delegate_name_given"),
                    models.UniqueConstraint(
                        fields=("conference", "office", "body", "name", "post"),
                        name="delegate_once",
                        nulls_distinct=False,
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Invitation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField(blank=True, null=True, verbose_name="number")),
                ("symbol", models.CharField(blank=True, max_length=40, verbose_name="symbol")),
                ("signed_on", models.DateField(blank=True, null=True, verbose_name="signed on")),
                ("signer", apps.core.fields.NFCCharField(blank=True, max_length=120, verbose_name="signer")),
                ("signed_as", models.CharField(blank=True, max_length=200, verbose_name="signed as")),
                ("text", apps.core.fields.NFCTextField(blank=True, verbose_name="further text")),
                (
                    "recipients",
                    apps.core.fields.NFCTextField(blank=True, help_text="One a line.", verbose_name="recipients"),
                ),
                ("reply_by", models.DateField(blank=True, null=True, verbose_name="reply by")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "conference",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="invitation",
                        to="campaigns.conference",
                    ),
                ),
                (
                    "scan",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="files.storedfile",
                        verbose_name="scan",
                    ),
                ),
            ],
            options={
                "verbose_name": "invitation to a conference",
                "ordering": ("conference_id",),
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("number", None), ("signed_on", None)),
                            models.Q(
                                ("number__gte", 1),
                                ("number__isnull", False),
                                ("signed_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="invitation_number_with_day",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Minutes",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField(blank=True, null=True, verbose_name="number")),
                ("symbol", models.CharField(blank=True, max_length=40, verbose_name="symbol")),
                ("signed_on", models.DateField(blank=True, null=True, verbose_name="signed on")),
                ("signer", apps.core.fields.NFCCharField(blank=True, max_length=120, verbose_name="signer")),
                ("signed_as", models.CharField(blank=True, max_length=200, verbose_name="signed as")),
                ("started_at", models.TimeField(blank=True, null=True, verbose_name="began at")),
                ("ended_at", models.TimeField(blank=True, null=True, verbose_name="ended at")),
                ("chair", apps.core.fields.NFCCharField(blank=True, max_length=120, verbose_name="chair")),
                ("chair_post", apps.core.fields.NFCCharField(blank=True, max_length=160, verbose_name="chair's post")),
                ("secretary", apps.core.fields.NFCCharField(blank=True, max_length=120, verbose_name="secretary")),
                (
                    "secretary_post",
                    apps.core.fields.NFCCharField(blank=True, max_length=160, verbose_name="secretary's post"),
                ),
                ("proceedings", apps.core.fields.NFCTextField(blank=True, verbose_name="proceedings")),
                ("conclusions", apps.core.fields.NFCTextField(blank=True, verbose_name="conclusions")),
                (
                    "recipients",
                    apps.core.fields.NFCTextField(blank=True, help_text="One a line.", verbose_name="recipients"),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "conference",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="minutes", to="campaigns.conference"
                    ),
                ),
                (
                    "scan",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="files.storedfile",
                        verbose_name="scan",
                    ),
                ),
            ],
            options={
                "verbose_name": "minutes of a conference",
                "ordering": ("conference_id",),
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("number", None), ("signed_on", None)),
                            models.Q(
                                ("number__gte", 1),
                                ("number__isnull", False),
                                ("signed_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="minutes_number_with_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("started_at", None),
                            ("ended_at", None),
                            ("ended_at__gte", models.F("started_at")),
                            _connector="OR",
                        ),
                        name="minutes_hours_in_order",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ExtensionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("reason", apps.core.fields.NFCTextField(verbose_name="reason")),
                ("wanted_until", models.DateField(verbose_name="asked for until")),
                ("asked_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("granted_until", models.DateField(blank=True, null=True, verbose_name="granted until")),
                ("decision", apps.core.fields.NFCTextField(blank=True, verbose_name="decision")),
                ("decided_at", models.DateTimeField(editable=False, null=True)),
                (
                    "asked_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                        to="campaigns.extension",
                    ),
                ),
                (
                    "period",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="campaigns.period",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ConferenceEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("pledge", "pledge conference"),
                            ("review", "mid-year review conference"),
                            ("year_end", "year-end conference"),
                        ],
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                ("title", apps.core.fields.NFCCharField(max_length=250, verbose_name="title")),
                ("held_on", models.DateField(verbose_name="day")),
                (
                    "part_of_day",
                    models.CharField(
                        choices=[("morning", "morning"), ("afternoon", "afternoon"), ("all_day", "all day")],
                        default="morning",
                        max_length=10,
                        verbose_name="part of the day",
                    ),
                ),
                ("place", apps.core.fields.NFCCharField(max_length=250, verbose_name="place")),
                (
                    "superiors",
                    apps.core.fields.NFCTextField(
                        blank=True, help_text="One a line: name, post, body.", verbose_name="superiors present"
                    ),
                ),
                (
                    "resolutions",
                    apps.core.fields.NFCTextField(
                        blank=True,
                        help_text="One a line, as the conference agreed on them.",
                        verbose_name="resolutions",
                    ),
                ),
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
                    "host",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="offices.office",
                        verbose_name="host office",
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
                        to="campaigns.conference",
                    ),
                ),
                (
                    "period",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="campaigns.period",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ProgrammeItem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField(verbose_name="order")),
                ("starts_at", models.TimeField(blank=True, null=True, verbose_name="hour")),
                ("title", apps.core.fields.NFCCharField(max_length=400, verbose_name="content")),
                ("presenter", apps.core.fields.NFCCharField(blank=True, max_length=200, verbose_name="presented by")),
                (
                    "conference",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="programme", to="campaigns.conference"
                    ),
                ),
            ],
            options={
                "verbose_name": "point of the programme",
                "ordering": ("conference_id", "position", "pk"),
                "constraints": [
                    models.UniqueConstraint(
                        deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                        fields=("conference", "position"),
                        name="programme_item_position_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("title", ""), _negated=True), name="programme_item_title_given"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Task",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField(verbose_name="order")),
                ("text", apps.core.fields.NFCTextField(verbose_name="task")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="due on")),
                (
                    "conference",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="tasks",
                        to="campaigns.conference",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="offices.office",
                        verbose_name="in charge",
                    ),
                ),
                (
                    "period",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tasks",
                        to="campaigns.period",
                        verbose_name="to be done in",
                    ),
                ),
            ],
            options={
                "verbose_name": "task",
                "ordering": ("period_id", "position", "pk"),
                "constraints": [
                    models.UniqueConstraint(
                        deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                        fields=("period", "position"),
                        name="task_position_once",
                    ),
                    models.CheckConstraint(condition=models.Q(("text", ""), _negated=True), name="task_text_given"),
                ],
            },
        ),
        migrations.CreateModel(
            name="ChairEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("position", models.PositiveSmallIntegerField(verbose_name="order")),
                ("person", apps.core.fields.NFCCharField(blank=True, max_length=120, verbose_name="person")),
                ("post", apps.core.fields.NFCCharField(blank=True, max_length=160, verbose_name="post")),
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
                        to="campaigns.chair",
                    ),
                ),
                (
                    "conference",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="campaigns.conference",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ContributionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("position", models.PositiveSmallIntegerField(verbose_name="order")),
                ("title", apps.core.fields.NFCCharField(max_length=400, verbose_name="title")),
                ("presenter", apps.core.fields.NFCCharField(blank=True, max_length=120, verbose_name="given by")),
                ("post", apps.core.fields.NFCCharField(blank=True, max_length=160, verbose_name="post")),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "conference",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="campaigns.conference",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                        to="campaigns.contribution",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DelegateEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("body", apps.core.fields.NFCCharField(blank=True, max_length=200, verbose_name="body")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("delegate", "delegate"),
                            ("guest", "guest"),
                            ("secretary", "secretary of the conference"),
                            ("press", "press"),
                        ],
                        default="delegate",
                        max_length=10,
                        verbose_name="comes as",
                    ),
                ),
                ("name", apps.core.fields.NFCCharField(max_length=120, verbose_name="name")),
                ("post", apps.core.fields.NFCCharField(blank=True, max_length=160, verbose_name="post")),
                ("sort_key", models.CharField(db_collation="C", default="", editable=False, max_length=600)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "conference",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="campaigns.conference",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                        to="campaigns.delegate",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="InvitationEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("number", models.PositiveIntegerField(blank=True, null=True, verbose_name="number")),
                ("symbol", models.CharField(blank=True, max_length=40, verbose_name="symbol")),
                ("signed_on", models.DateField(blank=True, null=True, verbose_name="signed on")),
                ("signer", apps.core.fields.NFCCharField(blank=True, max_length=120, verbose_name="signer")),
                ("signed_as", models.CharField(blank=True, max_length=200, verbose_name="signed as")),
                ("text", apps.core.fields.NFCTextField(blank=True, verbose_name="further text")),
                (
                    "recipients",
                    apps.core.fields.NFCTextField(blank=True, help_text="One a line.", verbose_name="recipients"),
                ),
                ("reply_by", models.DateField(blank=True, null=True, verbose_name="reply by")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "conference",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="campaigns.conference",
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
                        to="campaigns.invitation",
                    ),
                ),
                (
                    "scan",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="files.storedfile",
                        verbose_name="scan",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="MinutesEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("number", models.PositiveIntegerField(blank=True, null=True, verbose_name="number")),
                ("symbol", models.CharField(blank=True, max_length=40, verbose_name="symbol")),
                ("signed_on", models.DateField(blank=True, null=True, verbose_name="signed on")),
                ("signer", apps.core.fields.NFCCharField(blank=True, max_length=120, verbose_name="signer")),
                ("signed_as", models.CharField(blank=True, max_length=200, verbose_name="signed as")),
                ("started_at", models.TimeField(blank=True, null=True, verbose_name="began at")),
                ("ended_at", models.TimeField(blank=True, null=True, verbose_name="ended at")),
                ("chair", apps.core.fields.NFCCharField(blank=True, max_length=120, verbose_name="chair")),
                ("chair_post", apps.core.fields.NFCCharField(blank=True, max_length=160, verbose_name="chair's post")),
                ("secretary", apps.core.fields.NFCCharField(blank=True, max_length=120, verbose_name="secretary")),
                (
                    "secretary_post",
                    apps.core.fields.NFCCharField(blank=True, max_length=160, verbose_name="secretary's post"),
                ),
                ("proceedings", apps.core.fields.NFCTextField(blank=True, verbose_name="proceedings")),
                ("conclusions", apps.core.fields.NFCTextField(blank=True, verbose_name="conclusions")),
                (
                    "recipients",
                    apps.core.fields.NFCTextField(blank=True, help_text="One a line.", verbose_name="recipients"),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "conference",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="campaigns.conference",
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
                        to="campaigns.minutes",
                    ),
                ),
                (
                    "scan",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="files.storedfile",
                        verbose_name="scan",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ProgrammeItemEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("position", models.PositiveSmallIntegerField(verbose_name="order")),
                ("starts_at", models.TimeField(blank=True, null=True, verbose_name="hour")),
                ("title", apps.core.fields.NFCCharField(max_length=400, verbose_name="content")),
                ("presenter", apps.core.fields.NFCCharField(blank=True, max_length=200, verbose_name="presented by")),
                (
                    "conference",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="campaigns.conference",
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
                        to="campaigns.programmeitem",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="TaskEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("position", models.PositiveSmallIntegerField(verbose_name="order")),
                ("text", apps.core.fields.NFCTextField(verbose_name="task")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="due on")),
                (
                    "conference",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="campaigns.conference",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="offices.office",
                        verbose_name="in charge",
                    ),
                ),
                (
                    "period",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="campaigns.period",
                        verbose_name="to be done in",
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
                        to="campaigns.task",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="TaskProgress",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    models.CharField(
                        choices=[("done", "done"), ("under_way", "under way"), ("not_begun", "not begun")],
                        max_length=12,
                        verbose_name="state",
                    ),
                ),
                ("note", apps.core.fields.NFCTextField(blank=True, verbose_name="note")),
                ("edited_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "edited_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offices.office"
                    ),
                ),
                (
                    "task",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="progress", to="campaigns.task"
                    ),
                ),
            ],
            options={
                "verbose_name": "progress of a task",
                "ordering": ("task_id", "office_id"),
                "constraints": [
                    models.UniqueConstraint(fields=("task", "office"), name="task_progress_once_an_office"),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["done", "under_way", "not_begun"])),
                        name="task_progress_state_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TaskProgressEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "state",
                    models.CharField(
                        choices=[("done", "done"), ("under_way", "under way"), ("not_begun", "not begun")],
                        max_length=12,
                        verbose_name="state",
                    ),
                ),
                ("note", apps.core.fields.NFCTextField(blank=True, verbose_name="note")),
                ("edited_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "edited_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                        to="campaigns.taskprogress",
                    ),
                ),
                (
                    "task",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="campaigns.task",
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
                    "assemblyterm",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "campaigns_assemblytermevent" ("ends_on", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on") VALUES (NEW."ends_on", NEW."id", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."starts_on"); RETURN NULL;',
                            hash="4f850b348e57914a31aeef12ef1dc33b83538c99",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_ad1e0",
                            table="campaigns_assemblyterm",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "assemblyterm",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "campaigns_assemblytermevent" ("ends_on", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on") VALUES (NEW."ends_on", NEW."id", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."starts_on"); RETURN NULL;',
                            hash="c3dcdc071deec78175afb98ddb3b6244803be8d4",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_2693b",
                            table="campaigns_assemblyterm",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "assemblyterm",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "campaigns_assemblytermevent" ("ends_on", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on") VALUES (OLD."ends_on", OLD."id", OLD."number", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."starts_on"); RETURN NULL;',
                            hash="193a5dbe6db7be6805c1e1cfef93f712a3598d95",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_14999",
                            table="campaigns_assemblyterm",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "assemblysessionevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="142fdac5e55e3cea3fdca82ebf45a8a912f5f2c6",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_5cde6",
                            table="campaigns_assemblysessionevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "assemblysession",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "campaigns_assemblysessionevent" ("closes_on", "id", "number", "opens_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "term_id") VALUES (NEW."closes_on", NEW."id", NEW."number", NEW."opens_on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."term_id"); RETURN NULL;',
                            hash="08f32e66358957ae01bfc3fcc42af6d60ac0f6cd",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_0759c",
                            table="campaigns_assemblysession",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "assemblysession",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "campaigns_assemblysessionevent" ("closes_on", "id", "number", "opens_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "term_id") VALUES (NEW."closes_on", NEW."id", NEW."number", NEW."opens_on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."term_id"); RETURN NULL;',
                            hash="34523b6765ccd9f94694d3d0679d3f2bf3c30043",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_cda74",
                            table="campaigns_assemblysession",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "assemblysession",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "campaigns_assemblysessionevent" ("closes_on", "id", "number", "opens_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "term_id") VALUES (OLD."closes_on", OLD."id", OLD."number", OLD."opens_on", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."term_id"); RETURN NULL;',
                            hash="1c3cadd2259e1b62eae2c936567590f4b2e1c01f",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_c038c",
                            table="campaigns_assemblysession",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "assemblytermevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="7e4ec18491899e3969dc963a9bb835359deab8af",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_4870e",
                            table="campaigns_assemblytermevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "campaign",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "campaigns_campaignevent" ("cluster_id", "id", "kind", "launched_by", "launched_on", "name", "partner", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "theme", "year") VALUES (NEW."cluster_id", NEW."id", NEW."kind", NEW."launched_by", NEW."launched_on", NEW."name", NEW."partner", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."theme", NEW."year"); RETURN NULL;',
                            hash="0151a7b139303b9f6a23bbc6298190d788482aec",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_5522d",
                            table="campaigns_campaign",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "campaign",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "campaigns_campaignevent" ("cluster_id", "id", "kind", "launched_by", "launched_on", "name", "partner", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "theme", "year") VALUES (NEW."cluster_id", NEW."id", NEW."kind", NEW."launched_by", NEW."launched_on", NEW."name", NEW."partner", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."theme", NEW."year"); RETURN NULL;',
                            hash="cf9392a0839024c85311e011164da3a385b2a933",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_f2afa",
                            table="campaigns_campaign",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "campaign",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "campaigns_campaignevent" ("cluster_id", "id", "kind", "launched_by", "launched_on", "name", "partner", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "theme", "year") VALUES (OLD."cluster_id", OLD."id", OLD."kind", OLD."launched_by", OLD."launched_on", OLD."name", OLD."partner", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."theme", OLD."year"); RETURN NULL;',
                            hash="28b98c25f651abf5c950817dd4962d7b7a52fdd1",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_4123f",
                            table="campaigns_campaign",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "campaignevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="cd78d02846c8c3f1cd9afeabc1d0e11b4eea1c90",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_6a65a",
                            table="campaigns_campaignevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "chairevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="dbc2fbf35e090400c980b3049f83fd870d9ca037",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_ac6ba",
                            table="campaigns_chairevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "chair",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "campaigns_chairevent" ("conference_id", "id", "office_id", "person", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "post") VALUES (NEW."conference_id", NEW."id", NEW."office_id", NEW."person", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."post"); RETURN NULL;',
                            hash="19889f791906a26e39b4be9d13c1cf2508cfc430",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_fbe07",
                            table="campaigns_chair",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "chair",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "campaigns_chairevent" ("conference_id", "id", "office_id", "person", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "post") VALUES (NEW."conference_id", NEW."id", NEW."office_id", NEW."person", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."post"); RETURN NULL;',
                            hash="67945fe9ee76c876bf10f17acc1041ca204e32a7",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_81ee8",
                            table="campaigns_chair",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "chair",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "campaigns_chairevent" ("conference_id", "id", "office_id", "person", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "post") VALUES (OLD."conference_id", OLD."id", OLD."office_id", OLD."person", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."post"); RETURN NULL;',
                            hash="2bc69e3dde72c25e7fce27b82a683e0eeca5687e",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_e7864",
                            table="campaigns_chair",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "contribution",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "campaigns_contributionevent" ("conference_id", "created_at", "created_by_id", "id", "office_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "post", "presenter", "title") VALUES (NEW."conference_id", NEW."created_at", NEW."created_by_id", NEW."id", NEW."office_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."post", NEW."presenter", NEW."title"); RETURN NULL;',
                            hash="3dc92da0e1f700b3e74bd09db7b5f7b51bbac7ff",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_996db",
                            table="campaigns_contribution",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "contribution",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "campaigns_contributionevent" ("conference_id", "created_at", "created_by_id", "id", "office_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "post", "presenter", "title") VALUES (NEW."conference_id", NEW."created_at", NEW."created_by_id", NEW."id", NEW."office_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."post", NEW."presenter", NEW."title"); RETURN NULL;',
                            hash="94a4508360111fd289caa743474d6cfcf2ad2fa0",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_90f5f",
                            table="campaigns_contribution",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "contribution",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "campaigns_contributionevent" ("conference_id", "created_at", "created_by_id", "id", "office_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "post", "presenter", "title") VALUES (OLD."conference_id", OLD."created_at", OLD."created_by_id", OLD."id", OLD."office_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."post", OLD."presenter", OLD."title"); RETURN NULL;',
                            hash="ee8ea0c4a59a0ef45b8ef6bba98f90b32fb7ca59",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_90524",
                            table="campaigns_contribution",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "contributionevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="4cc3d7c42d6ce4bf2acbe94d06d3264d213c1764",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_e6f3e",
                            table="campaigns_contributionevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "delegate",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "campaigns_delegateevent" ("body", "conference_id", "created_at", "created_by_id", "id", "kind", "name", "office_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "post", "sort_key") VALUES (NEW."body", NEW."conference_id", NEW."created_at", NEW."created_by_id", NEW."id", NEW."kind", NEW."name", NEW."office_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."post", NEW."sort_key"); RETURN NULL;',
                            hash="d86fc2105b65caf49100b28b6e2c75e6590d0aee",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_7233d",
                            table="campaigns_delegate",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "delegate",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "campaigns_delegateevent" ("body", "conference_id", "created_at", "created_by_id", "id", "kind", "name", "office_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "post", "sort_key") VALUES (NEW."body", NEW."conference_id", NEW."created_at", NEW."created_by_id", NEW."id", NEW."kind", NEW."name", NEW."office_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."post", NEW."sort_key"); RETURN NULL;',
                            hash="1ac9894bef9d8dee1c14f68b4a413b76c7ca5b32",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_67566",
                            table="campaigns_delegate",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "delegate",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "campaigns_delegateevent" ("body", "conference_id", "created_at", "created_by_id", "id", "kind", "name", "office_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "post", "sort_key") VALUES (OLD."body", OLD."conference_id", OLD."created_at", OLD."created_by_id", OLD."id", OLD."kind", OLD."name", OLD."office_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."post", OLD."sort_key"); RETURN NULL;',
                            hash="5c931cd75e28034e08cee981573f06a37a3adafa",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_85229",
                            table="campaigns_delegate",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "delegateevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="e0fcfc89225730bb6b868841a68f7b60479dda15",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_4725b",
                            table="campaigns_delegateevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "invitation",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "campaigns_invitationevent" ("conference_id", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recipients", "reply_by", "scan_id", "signed_as", "signed_on", "signer", "symbol", "text", "version") VALUES (NEW."conference_id", NEW."id", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."recipients", NEW."reply_by", NEW."scan_id", NEW."signed_as", NEW."signed_on", NEW."signer", NEW."symbol", NEW."text", NEW."version"); RETURN NULL;',
                            hash="776428913b0d4a2548b79c3e76187772415e8630",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_3008b",
                            table="campaigns_invitation",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "invitation",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "campaigns_invitationevent" ("conference_id", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recipients", "reply_by", "scan_id", "signed_as", "signed_on", "signer", "symbol", "text", "version") VALUES (NEW."conference_id", NEW."id", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."recipients", NEW."reply_by", NEW."scan_id", NEW."signed_as", NEW."signed_on", NEW."signer", NEW."symbol", NEW."text", NEW."version"); RETURN NULL;',
                            hash="29c84f6a91aa01192351fd71e8a9d2be76affdca",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_49ade",
                            table="campaigns_invitation",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "invitation",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "campaigns_invitationevent" ("conference_id", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recipients", "reply_by", "scan_id", "signed_as", "signed_on", "signer", "symbol", "text", "version") VALUES (OLD."conference_id", OLD."id", OLD."number", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."recipients", OLD."reply_by", OLD."scan_id", OLD."signed_as", OLD."signed_on", OLD."signer", OLD."symbol", OLD."text", OLD."version"); RETURN NULL;',
                            hash="9d239bc75174b03df6d767e7d1df37b48593aa37",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_64b95",
                            table="campaigns_invitation",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "invitationevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="876cd4692821b893a8b508e80542fefd264420d3",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_966da",
                            table="campaigns_invitationevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "minutes",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "campaigns_minutesevent" ("chair", "chair_post", "conclusions", "conference_id", "ended_at", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proceedings", "recipients", "scan_id", "secretary", "secretary_post", "signed_as", "signed_on", "signer", "started_at", "symbol", "version") VALUES (NEW."chair", NEW."chair_post", NEW."conclusions", NEW."conference_id", NEW."ended_at", NEW."id", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."proceedings", NEW."recipients", NEW."scan_id", NEW."secretary", NEW."secretary_post", NEW."signed_as", NEW."signed_on", NEW."signer", NEW."started_at", NEW."symbol", NEW."version"); RETURN NULL;',
                            hash="2d7e49d304525abd34771e83b839a43b58c1b9db",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_d6acc",
                            table="campaigns_minutes",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "minutes",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "campaigns_minutesevent" ("chair", "chair_post", "conclusions", "conference_id", "ended_at", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proceedings", "recipients", "scan_id", "secretary", "secretary_post", "signed_as", "signed_on", "signer", "started_at", "symbol", "version") VALUES (NEW."chair", NEW."chair_post", NEW."conclusions", NEW."conference_id", NEW."ended_at", NEW."id", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."proceedings", NEW."recipients", NEW."scan_id", NEW."secretary", NEW."secretary_post", NEW."signed_as", NEW."signed_on", NEW."signer", NEW."started_at", NEW."symbol", NEW."version"); RETURN NULL;',
                            hash="404c9e8eabc0d73247b082448b051a953763a7a7",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_324ec",
                            table="campaigns_minutes",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "minutes",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "campaigns_minutesevent" ("chair", "chair_post", "conclusions", "conference_id", "ended_at", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proceedings", "recipients", "scan_id", "secretary", "secretary_post", "signed_as", "signed_on", "signer", "started_at", "symbol", "version") VALUES (OLD."chair", OLD."chair_post", OLD."conclusions", OLD."conference_id", OLD."ended_at", OLD."id", OLD."number", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."proceedings", OLD."recipients", OLD."scan_id", OLD."secretary", OLD."secretary_post", OLD."signed_as", OLD."signed_on", OLD."signer", OLD."started_at", OLD."symbol", OLD."version"); RETURN NULL;',
                            hash="1420b486a98881006ada23f8ba25de61159a3f19",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_6c3e0",
                            table="campaigns_minutes",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "minutesevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="0f503c77fe79a7e5f445533eb95de5e182ad366f",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_ef706",
                            table="campaigns_minutesevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "period",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "campaigns_periodevent" ("build_on", "closes_on", "cluster_id", "due_on", "ends_on", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_on", "starts_on", "year") VALUES (NEW."build_on", NEW."closes_on", NEW."cluster_id", NEW."due_on", NEW."ends_on", NEW."id", NEW."kind", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."published_on", NEW."starts_on", NEW."year"); RETURN NULL;',
                            hash="3b21275d93fdc795b531ba6fae9d90bac0c30ca1",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_f0475",
                            table="campaigns_period",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "period",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "campaigns_periodevent" ("build_on", "closes_on", "cluster_id", "due_on", "ends_on", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_on", "starts_on", "year") VALUES (NEW."build_on", NEW."closes_on", NEW."cluster_id", NEW."due_on", NEW."ends_on", NEW."id", NEW."kind", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."published_on", NEW."starts_on", NEW."year"); RETURN NULL;',
                            hash="ca75d5a12073d8bf1ebbde228ad7e856ee1ed709",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_036af",
                            table="campaigns_period",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "period",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "campaigns_periodevent" ("build_on", "closes_on", "cluster_id", "due_on", "ends_on", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_on", "starts_on", "year") VALUES (OLD."build_on", OLD."closes_on", OLD."cluster_id", OLD."due_on", OLD."ends_on", OLD."id", OLD."kind", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."published_on", OLD."starts_on", OLD."year"); RETURN NULL;',
                            hash="e7a1932244768d403189bb9f88abe958071af17e",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_b97c8",
                            table="campaigns_period",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "extensionevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="e1e9dc88f86767ce060946a51b9a19f200f89a44",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_8e9b2",
                            table="campaigns_extensionevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "extension",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "campaigns_extensionevent" ("asked_at", "asked_by_id", "decided_at", "decided_by_id", "decision", "granted_until", "id", "office_id", "period_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "wanted_until") VALUES (NEW."asked_at", NEW."asked_by_id", NEW."decided_at", NEW."decided_by_id", NEW."decision", NEW."granted_until", NEW."id", NEW."office_id", NEW."period_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."wanted_until"); RETURN NULL;',
                            hash="9152e50bc3aa0d2dae95941522726b24beda5e36",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_5e4a8",
                            table="campaigns_extension",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "extension",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "campaigns_extensionevent" ("asked_at", "asked_by_id", "decided_at", "decided_by_id", "decision", "granted_until", "id", "office_id", "period_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "wanted_until") VALUES (NEW."asked_at", NEW."asked_by_id", NEW."decided_at", NEW."decided_by_id", NEW."decision", NEW."granted_until", NEW."id", NEW."office_id", NEW."period_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."wanted_until"); RETURN NULL;',
                            hash="154b492e3fb5a6f56ca7e9c5b2c947f0aee7b7e7",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_ce0c3",
                            table="campaigns_extension",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "extension",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "campaigns_extensionevent" ("asked_at", "asked_by_id", "decided_at", "decided_by_id", "decision", "granted_until", "id", "office_id", "period_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "wanted_until") VALUES (OLD."asked_at", OLD."asked_by_id", OLD."decided_at", OLD."decided_by_id", OLD."decision", OLD."granted_until", OLD."id", OLD."office_id", OLD."period_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reason", OLD."wanted_until"); RETURN NULL;',
                            hash="5fdd13730b3189dce077a948050614a7f12eb01e",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_0410a",
                            table="campaigns_extension",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "conferenceevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="43520e6ff0d777d6f439ca21e787a0478a70592d",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_e2fa2",
                            table="campaigns_conferenceevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "conference",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "campaigns_conferenceevent" ("cluster_id", "held_on", "host_id", "id", "kind", "part_of_day", "period_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "resolutions", "superiors", "title") VALUES (NEW."cluster_id", NEW."held_on", NEW."host_id", NEW."id", NEW."kind", NEW."part_of_day", NEW."period_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place", NEW."resolutions", NEW."superiors", NEW."title"); RETURN NULL;',
                            hash="bf2bae9343bf7ff33814322ab28fcf0ea3646017",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_a5511",
                            table="campaigns_conference",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "conference",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "campaigns_conferenceevent" ("cluster_id", "held_on", "host_id", "id", "kind", "part_of_day", "period_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "resolutions", "superiors", "title") VALUES (NEW."cluster_id", NEW."held_on", NEW."host_id", NEW."id", NEW."kind", NEW."part_of_day", NEW."period_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place", NEW."resolutions", NEW."superiors", NEW."title"); RETURN NULL;',
                            hash="897a60418b4a78d32dafe8bacf23d79b0c4c2544",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_061b4",
                            table="campaigns_conference",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "conference",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "campaigns_conferenceevent" ("cluster_id", "held_on", "host_id", "id", "kind", "part_of_day", "period_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "resolutions", "superiors", "title") VALUES (OLD."cluster_id", OLD."held_on", OLD."host_id", OLD."id", OLD."kind", OLD."part_of_day", OLD."period_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place", OLD."resolutions", OLD."superiors", OLD."title"); RETURN NULL;',
                            hash="6d070c85537ff818f05447e28ffad7ea67c41256",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_0b830",
                            table="campaigns_conference",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "periodevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="1759a62cbbcc8478da18157ac55c5cefc9160098",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_0226d",
                            table="campaigns_periodevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "programmeitem",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "campaigns_programmeitemevent" ("conference_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "presenter", "starts_at", "title") VALUES (NEW."conference_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."presenter", NEW."starts_at", NEW."title"); RETURN NULL;',
                            hash="31ec04eeda6ebc1a0e4d5a8b591960f2eb175abf",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_46cec",
                            table="campaigns_programmeitem",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "programmeitem",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "campaigns_programmeitemevent" ("conference_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "presenter", "starts_at", "title") VALUES (NEW."conference_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."presenter", NEW."starts_at", NEW."title"); RETURN NULL;',
                            hash="e8e85a37d77da09dbcecd74df061028766a0c249",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_b8131",
                            table="campaigns_programmeitem",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "programmeitem",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "campaigns_programmeitemevent" ("conference_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "presenter", "starts_at", "title") VALUES (OLD."conference_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."presenter", OLD."starts_at", OLD."title"); RETURN NULL;',
                            hash="5d0621e899c9a78acb56cba710eeb71bb001b38a",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_8b6cd",
                            table="campaigns_programmeitem",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "programmeitemevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="361d1c742f59532ea64ad03fbe5c32e703584afc",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_707dc",
                            table="campaigns_programmeitemevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "task",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "campaigns_taskevent" ("conference_id", "due_on", "id", "owner_id", "period_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "text") VALUES (NEW."conference_id", NEW."due_on", NEW."id", NEW."owner_id", NEW."period_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."text"); RETURN NULL;',
                            hash="b3f510cc46f850984570b1692433af44f78ed237",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_e0b10",
                            table="campaigns_task",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "task",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "campaigns_taskevent" ("conference_id", "due_on", "id", "owner_id", "period_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "text") VALUES (NEW."conference_id", NEW."due_on", NEW."id", NEW."owner_id", NEW."period_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."text"); RETURN NULL;',
                            hash="11ada8fb4d3978bbb038c9ae5ac55a6f126b9a6a",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_60f90",
                            table="campaigns_task",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "task",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "campaigns_taskevent" ("conference_id", "due_on", "id", "owner_id", "period_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "text") VALUES (OLD."conference_id", OLD."due_on", OLD."id", OLD."owner_id", OLD."period_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."text"); RETURN NULL;',
                            hash="7f1d438956f8df7eab7c5e1d82d4f06ed694fb59",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_7683f",
                            table="campaigns_task",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "taskevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="398f065dc89a053dc010f0e8334a53d1d7904200",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_a4386",
                            table="campaigns_taskevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "taskprogress",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "campaigns_taskprogressevent" ("edited_at", "edited_by_id", "id", "note", "office_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "task_id") VALUES (NEW."edited_at", NEW."edited_by_id", NEW."id", NEW."note", NEW."office_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."state", NEW."task_id"); RETURN NULL;',
                            hash="51cc3cc16fadda821fc2cf76cb51bb95556d865b",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_df0d1",
                            table="campaigns_taskprogress",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "taskprogress",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "campaigns_taskprogressevent" ("edited_at", "edited_by_id", "id", "note", "office_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "task_id") VALUES (NEW."edited_at", NEW."edited_by_id", NEW."id", NEW."note", NEW."office_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."state", NEW."task_id"); RETURN NULL;',
                            hash="44354ba09b51e3d3437e9908d9490b94dcf855c2",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_81a66",
                            table="campaigns_taskprogress",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "taskprogress",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "campaigns_taskprogressevent" ("edited_at", "edited_by_id", "id", "note", "office_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "task_id") VALUES (OLD."edited_at", OLD."edited_by_id", OLD."id", OLD."note", OLD."office_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."state", OLD."task_id"); RETURN NULL;',
                            hash="720d351f6363b807c4c0f0939e04b0a7a3e877c2",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_1ce1a",
                            table="campaigns_taskprogress",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "taskprogressevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="6e09bc718bb60231bfed1db73243a29a56d4182c",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_0aaf2",
                            table="campaigns_taskprogressevent",
                            when="BEFORE",
                        ),
                    ),
                ),
            ],
        ),
    ]
