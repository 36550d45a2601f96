import django.contrib.postgres.constraints
import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.comparison
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
        ("campaigns", "0001_start"),
        ("core", "0001_add_extensions"),
        ("files", "0001_start"),
        ("indicators", "0001_start"),
        ("offices", "0001_start"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="Import",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("reading", "being read"),
                            ("previewed", "to be confirmed"),
                            ("applying", "being imported"),
                            ("applied", "imported"),
                            ("undone", "undone"),
                            ("refused", "refused"),
                            ("failed", "failed"),
                        ],
                        default="previewed",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("outcome", models.JSONField(blank=True, default=dict)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("applied_at", models.DateTimeField(blank=True, null=True)),
                ("undone_at", models.DateTimeField(blank=True, null=True)),
                ("done", models.PositiveIntegerField(default=0)),
                ("total", models.PositiveIntegerField(default=0)),
                ("failure", apps.core.fields.NFCTextField(blank=True)),
                ("claimed_at", models.DateTimeField(blank=True, null=True)),
                ("claim", models.UUIDField(blank=True, editable=False, null=True)),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
                ("options", models.JSONField(blank=True, default=dict)),
                (
                    "cluster",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="imports", to="offices.cluster"
                    ),
                ),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="files.storedfile"
                    ),
                ),
                (
                    "period",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="imports", to="campaigns.period"
                    ),
                ),
                (
                    "undone_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "import",
                "ordering": ("-created_at", "-pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "state__in",
                                ["reading", "previewed", "applying", "applied", "undone", "refused", "failed"],
                            )
                        ),
                        name="import_state_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("applied_at__isnull", False), ("state__in", ["applied", "undone"])),
                            models.Q(
                                models.Q(("state__in", ["applied", "undone"]), _negated=True), ("applied_at", None)
                            ),
                            _connector="OR",
                        ),
                        name="import_applied_when",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "undone"), ("undone_at__isnull", False)),
                            models.Q(
                                models.Q(("state", "undone"), _negated=True), ("undone_at", None), ("undone_by", None)
                            ),
                            _connector="OR",
                        ),
                        name="import_undone_when",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DefinedKind",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.SlugField(max_length=40, unique=True, verbose_name="code")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                ("name", apps.core.fields.NFCCharField(max_length=200, verbose_name="name")),
                ("unit", apps.core.fields.NFCCharField(max_length=30, verbose_name="unit")),
                ("definition", apps.core.fields.NFCTextField(verbose_name="what counts")),
                ("first_year", models.PositiveSmallIntegerField(verbose_name="from the year")),
                ("last_year", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="to the year")),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "cluster",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="defined_kinds", to="offices.cluster"
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
            ],
            options={
                "verbose_name": "the cluster's own kind",
                "ordering": ("position", "pk"),
                "constraints": [
                    models.UniqueConstraint(fields=("cluster", "name"), name="defined_kind_name_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("last_year", None), ("last_year__gte", models.F("first_year")), _connector="OR"
                        ),
                        name="defined_kind_years_in_order",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DraftLaw",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", apps.core.fields.NFCCharField(max_length=300, verbose_name="draft law")),
                ("folded", models.CharField(editable=False, max_length=300, unique=True)),
                (
                    "session",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="campaigns.assemblysession",
                    ),
                ),
            ],
            options={
                "verbose_name": "draft law",
                "ordering": ("folded",),
            },
        ),
        migrations.CreateModel(
            name="LegalLimit",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.SlugField(max_length=60, verbose_name="code")),
                ("amount", models.PositiveSmallIntegerField(verbose_name="limit")),
                ("working_days", models.BooleanField(default=False, verbose_name="counted in working days")),
                ("clause", apps.core.fields.NFCCharField(max_length=300, verbose_name="clause")),
                ("note", apps.core.fields.NFCTextField(blank=True, verbose_name="note")),
                ("valid_from", models.DateField(blank=True, null=True, verbose_name="in force from")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="in force to")),
            ],
            options={
                "verbose_name": "limit of law",
                "ordering": ("code", models.OrderBy(models.F("valid_from"), nulls_first=True)),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to", None), ("valid_to__gte", models.F("valid_from")), _connector="OR"
                        ),
                        name="legal_limit_days_in_order",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[("code", "="), (apps.core.functions.Span("valid_from", "valid_to"), "&&")],
                        name="legal_limit_no_overlap",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Mapping",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", apps.core.fields.NFCCharField(max_length=200, verbose_name="name")),
                ("layout", models.SlugField(max_length=60, verbose_name="what the rows are")),
                ("signature", models.CharField(max_length=64)),
                ("columns", models.JSONField(default=dict)),
                ("tiers", models.PositiveSmallIntegerField(default=1)),
                ("sideways", models.BooleanField(default=False, verbose_name="indicators stand below each other")),
                ("given", models.JSONField(blank=True, default=dict)),
                ("words", models.JSONField(blank=True, default=dict)),
                ("updated_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "cluster",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="mappings", to="offices.cluster"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mappings",
                        to="offices.office",
                    ),
                ),
                (
                    "updated_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "column mapping",
                "ordering": ("name", "pk"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("cluster", "office", "signature"),
                        name="mapping_once_for_a_layout",
                        nulls_distinct=False,
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Record",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("supervision", "supervision and survey"),
                            ("voter_meeting", "voter meeting"),
                            ("law_consultation", "law consultation"),
                            ("citizen_reception", "citizen reception"),
                            ("social_work", "social work"),
                            ("experience", "shared experience"),
                            ("opinions", "opinions forwarded"),
                            ("petitions", "petitions"),
                            ("defined", "the cluster's own kind"),
                        ],
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                ("title", apps.core.fields.NFCCharField(blank=True, max_length=500, verbose_name="title")),
                ("place", apps.core.fields.NFCCharField(blank=True, max_length=300, verbose_name="place")),
                ("starts_on", models.DateField(verbose_name="day")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="last day")),
                ("counted_on", models.DateField(editable=False, verbose_name="counts on")),
                ("people_present", models.PositiveIntegerField(blank=True, null=True, verbose_name="people present")),
                ("note", apps.core.fields.NFCTextField(blank=True, verbose_name="note")),
                ("on_behalf", models.BooleanField(default=False, verbose_name="entered on behalf of the office")),
                ("submission", models.UUIDField(blank=True, editable=False, null=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("updated_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("deleted_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "cluster",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="records",
                        to="offices.cluster",
                    ),
                ),
                (
                    "conference",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="records",
                        to="campaigns.conference",
                        verbose_name="belongs to the conference",
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
                    "deleted_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "host",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="hosted_records",
                        to="offices.office",
                        verbose_name="host office",
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="records",
                        to="offices.office",
                        verbose_name="office",
                    ),
                ),
                (
                    "imported_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="records",
                        to="activities.import",
                    ),
                ),
            ],
            options={
                "verbose_name": "record",
                "verbose_name_plural": "records",
                "ordering": ("counted_on", "pk"),
                "indexes": [
                    models.Index(
                        condition=models.Q(("deleted_at", None)),
                        fields=["office", "kind", "counted_on"],
                        name="record_office_kind_day",
                    ),
                    models.Index(
                        condition=models.Q(("cluster__isnull", False), ("deleted_at", None)),
                        fields=["cluster", "kind", "counted_on"],
                        name="record_cluster_kind_day",
                    ),
                    django.contrib.postgres.indexes.GinIndex(
                        django.contrib.postgres.indexes.OpClass(
                            apps.core.functions.Folded("title"), name="gin_trgm_ops"
                        ),
                        name="record_title_folded",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "supervision",
                                    "voter_meeting",
                                    "law_consultation",
                                    "citizen_reception",
                                    "social_work",
                                    "experience",
                                    "opinions",
                                    "petitions",
                                    "defined",
                                ],
                            )
                        ),
                        name="record_kind_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("cluster", None), ("office__isnull", False)),
                            models.Q(("cluster__isnull", False), ("office", None)),
                            _connector="OR",
                        ),
                        name="record_one_owner",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ends_on", None), ("ends_on__gte", models.F("starts_on")), _connector="OR"),
                        name="record_days_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("conference__isnull", False), ("counted_on", models.F("starts_on")), _connector="OR"
                        ),
                        name="record_counts_on_its_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("deleted_at", None), ("deleted_by", None)),
                            ("deleted_at__isnull", False),
                            _connector="OR",
                        ),
                        name="record_deleted_by_whom",
                    ),
                    models.UniqueConstraint(fields=("submission",), name="record_submission_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="DefinedField",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.SlugField(max_length=40, verbose_name="code")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                ("label", apps.core.fields.NFCCharField(max_length=120, verbose_name="label")),
                (
                    "type",
                    models.CharField(
                        choices=[
                            ("number", "whole number"),
                            ("money", "amount in dong"),
                            ("text", "words"),
                            ("day", "day"),
                            ("choice", "one of several words"),
                            ("yes", "yes or no"),
                        ],
                        max_length=10,
                        verbose_name="holds",
                    ),
                ),
                ("required", models.BooleanField(default=False, verbose_name="must be filled in")),
                ("choices", models.JSONField(blank=True, default=list, verbose_name="words to choose from")),
                ("unit", apps.core.fields.NFCCharField(blank=True, max_length=30, verbose_name="unit")),
                ("summed", models.BooleanField(default=False, verbose_name="summed up as an indicator")),
                (
                    "kind",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="fields", to="activities.definedkind"
                    ),
                ),
            ],
            options={
                "verbose_name": "field of the cluster's own kind",
                "ordering": ("position", "pk"),
                "constraints": [
                    models.UniqueConstraint(fields=("kind", "code"), name="defined_field_code_once"),
                    models.CheckConstraint(
                        condition=models.Q(("type__in", ["number", "money", "text", "day", "choice", "yes"])),
                        name="defined_field_type_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("summed", False), ("type__in", ["number", "money"]), _connector="OR"),
                        name="defined_field_summed_is_a_number",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DefinedKindEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("code", models.SlugField(db_index=False, max_length=40, verbose_name="code")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                ("name", apps.core.fields.NFCCharField(max_length=200, verbose_name="name")),
                ("unit", apps.core.fields.NFCCharField(max_length=30, verbose_name="unit")),
                ("definition", apps.core.fields.NFCTextField(verbose_name="what counts")),
                ("first_year", models.PositiveSmallIntegerField(verbose_name="from the year")),
                ("last_year", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="to the year")),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
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
                        to="activities.definedkind",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DirectFigure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("starts_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(verbose_name="to")),
                ("value", models.BigIntegerField(blank=True, null=True, verbose_name="value")),
                (
                    "status",
                    models.CharField(
                        choices=[("actual", "actual"), ("estimated", "estimated"), ("planned", "planned")],
                        default="actual",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("note", apps.core.fields.NFCTextField(blank=True, verbose_name="note")),
                ("on_behalf", models.BooleanField(default=False, verbose_name="entered on behalf of the office")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("updated_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("deleted_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "cluster",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="direct_figures",
                        to="offices.cluster",
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
                    "deleted_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "indicator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="direct_figures",
                        to="indicators.indicator",
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="direct_figures",
                        to="offices.office",
                    ),
                ),
                (
                    "imported_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="direct_figures",
                        to="activities.import",
                    ),
                ),
            ],
            options={
                "verbose_name": "direct figure",
                "verbose_name_plural": "direct figures",
                "ordering": ("starts_on", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("cluster", None), ("office__isnull", False)),
                            models.Q(("cluster__isnull", False), ("office", None)),
                            _connector="OR",
                        ),
                        name="direct_figure_one_owner",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__gte", models.F("starts_on"))), name="direct_figure_days_in_order"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("value", None), ("value__gte", 0), _connector="OR"),
                        name="direct_figure_not_negative",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["actual", "estimated", "planned"])),
                        name="direct_figure_status_known",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("deleted_at", None), ("office__isnull", False)),
                        expressions=[
                            ("indicator", "="),
                            ("office", "="),
                            (apps.core.functions.Span("starts_on", "ends_on"), "&&"),
                        ],
                        name="direct_figure_office_no_overlap",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("cluster__isnull", False), ("deleted_at", None)),
                        expressions=[
                            ("indicator", "="),
                            ("cluster", "="),
                            (apps.core.functions.Span("starts_on", "ends_on"), "&&"),
                        ],
                        name="direct_figure_cluster_no_overlap",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DraftLawEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("name", apps.core.fields.NFCCharField(max_length=300, verbose_name="draft law")),
                ("folded", models.CharField(editable=False, max_length=300)),
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
                        to="activities.draftlaw",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="campaigns.assemblysession",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ImportEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("reading", "being read"),
                            ("previewed", "to be confirmed"),
                            ("applying", "being imported"),
                            ("applied", "imported"),
                            ("undone", "undone"),
                            ("refused", "refused"),
                            ("failed", "failed"),
                        ],
                        default="previewed",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("applied_at", models.DateTimeField(blank=True, null=True)),
                ("undone_at", models.DateTimeField(blank=True, null=True)),
                ("failure", apps.core.fields.NFCTextField(blank=True)),
                ("options", models.JSONField(blank=True, default=dict)),
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
                    "confirmed_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                    "file",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="files.storedfile",
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
                        to="activities.import",
                    ),
                ),
                (
                    "undone_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
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
        migrations.CreateModel(
            name="ImportPart",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "what",
                    models.CharField(
                        choices=[("fault", "errors"), ("warning", "warnings"), ("sample", "a sheet to be mapped")],
                        max_length=10,
                    ),
                ),
                ("position", models.PositiveIntegerField()),
                ("lines", models.JSONField(default=list)),
                (
                    "origin",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="parts", to="activities.import"
                    ),
                ),
            ],
            options={
                "ordering": ("position",),
                "constraints": [
                    models.UniqueConstraint(fields=("origin", "what", "position"), name="import_part_once"),
                    models.CheckConstraint(
                        condition=models.Q(("what__in", ["fault", "warning", "sample"])), name="import_part_kind_known"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LegalLimitEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("code", models.SlugField(db_index=False, max_length=60, verbose_name="code")),
                ("amount", models.PositiveSmallIntegerField(verbose_name="limit")),
                ("working_days", models.BooleanField(default=False, verbose_name="counted in working days")),
                ("clause", apps.core.fields.NFCCharField(max_length=300, verbose_name="clause")),
                ("note", apps.core.fields.NFCTextField(blank=True, verbose_name="note")),
                ("valid_from", models.DateField(blank=True, null=True, verbose_name="in force from")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="in force to")),
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
                        to="activities.legallimit",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="MappingEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("name", apps.core.fields.NFCCharField(max_length=200, verbose_name="name")),
                ("layout", models.SlugField(db_index=False, max_length=60, verbose_name="what the rows are")),
                ("signature", models.CharField(max_length=64)),
                ("columns", models.JSONField(default=dict)),
                ("tiers", models.PositiveSmallIntegerField(default=1)),
                ("sideways", models.BooleanField(default=False, verbose_name="indicators stand below each other")),
                ("given", models.JSONField(blank=True, default=dict)),
                ("words", models.JSONField(blank=True, default=dict)),
                ("updated_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
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
                        to="activities.mapping",
                    ),
                ),
                (
                    "updated_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
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
        migrations.CreateModel(
            name="CitizenReception",
            fields=[
                (
                    "record",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="citizen_reception",
                        serialize=False,
                        to="activities.record",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("periodic", "periodic"), ("ad_hoc", "ad hoc")],
                        default="periodic",
                        max_length=10,
                        verbose_name="kind of reception",
                    ),
                ),
                ("received_by", apps.core.fields.NFCCharField(blank=True, max_length=200, verbose_name="received by")),
                ("visits", models.PositiveIntegerField(blank=True, null=True, verbose_name="visits")),
                ("persons", models.PositiveIntegerField(blank=True, null=True, verbose_name="persons")),
                ("large_groups", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="large groups")),
                ("petitions", models.PositiveIntegerField(blank=True, null=True, verbose_name="petitions taken")),
                ("content", apps.core.fields.NFCCharField(blank=True, max_length=200, verbose_name="class of content")),
                ("guided", models.PositiveIntegerField(blank=True, null=True, verbose_name="guided on the spot")),
                (
                    "scheduled_on",
                    models.DateField(blank=True, null=True, verbose_name="deputy told of the schedule on"),
                ),
            ],
            options={
                "verbose_name": "citizen reception",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["periodic", "ad_hoc"])), name="citizen_reception_kind_known"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Defined",
            fields=[
                (
                    "record",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="defined",
                        serialize=False,
                        to="activities.record",
                    ),
                ),
                ("values", models.JSONField(blank=True, default=dict)),
                (
                    "defined_kind",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="records", to="activities.definedkind"
                    ),
                ),
            ],
            options={
                "verbose_name": "the cluster's own kind",
            },
        ),
        migrations.CreateModel(
            name="Experience",
            fields=[
                (
                    "record",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="experience",
                        serialize=False,
                        to="activities.record",
                    ),
                ),
                ("summary", apps.core.fields.NFCTextField(verbose_name="main content")),
                ("presenter", apps.core.fields.NFCCharField(blank=True, max_length=160, verbose_name="presented by")),
            ],
            options={
                "verbose_name": "shared experience",
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        django.contrib.postgres.indexes.OpClass(
                            apps.core.functions.Folded("summary"), name="gin_trgm_ops"
                        ),
                        name="experience_summary_folded",
                    ),
                    django.contrib.postgres.indexes.GinIndex(
                        django.contrib.postgres.indexes.OpClass(
                            apps.core.functions.Folded("presenter"), name="gin_trgm_ops"
                        ),
                        name="experience_presenter_folded",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LawConsultation",
            fields=[
                (
                    "record",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="law_consultation",
                        serialize=False,
                        to="activities.record",
                    ),
                ),
                (
                    "method",
                    models.CharField(
                        choices=[
                            ("conference", "conference"),
                            ("written", "comments in writing"),
                            ("survey", "survey"),
                            ("workshop", "workshop"),
                        ],
                        default="conference",
                        max_length=12,
                        verbose_name="method",
                    ),
                ),
                ("requester", apps.core.fields.NFCCharField(blank=True, max_length=200, verbose_name="requested by")),
                ("opinions", models.PositiveIntegerField(blank=True, null=True, verbose_name="opinions contributed")),
                (
                    "synthesis_number",
                    apps.core.fields.NFCCharField(
                        blank=True, max_length=60, verbose_name="number of the synthesis report"
                    ),
                ),
                ("synthesised_on", models.DateField(blank=True, null=True, verbose_name="synthesis report of")),
                ("articles", models.PositiveIntegerField(blank=True, null=True, verbose_name="articles commented on")),
                (
                    "invited",
                    apps.core.fields.NFCCharField(
                        blank=True, max_length=300, verbose_name="bodies and experts invited"
                    ),
                ),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="comments due on")),
                (
                    "draft",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="consultations",
                        to="activities.draftlaw",
                        verbose_name="draft law",
                    ),
                ),
            ],
            options={
                "verbose_name": "law consultation",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("method__in", ["conference", "written", "survey", "workshop"])),
                        name="law_consultation_method_known",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Opinions",
            fields=[
                (
                    "record",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="opinions",
                        serialize=False,
                        to="activities.record",
                    ),
                ),
                (
                    "phase",
                    models.CharField(
                        choices=[
                            ("before", "before the session"),
                            ("after", "after the session"),
                            ("other", "not tied to a session"),
                        ],
                        default="other",
                        max_length=10,
                        verbose_name="before or after the session",
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("centre", "the centre"),
                            ("province", "the province"),
                            ("commune", "the commune"),
                            ("on_spot", "answered at the meeting"),
                        ],
                        max_length=10,
                        verbose_name="level",
                    ),
                ),
                ("addressee", apps.core.fields.NFCCharField(blank=True, max_length=300, verbose_name="addressee")),
                ("opinions", models.PositiveIntegerField(verbose_name="opinions and petitions gathered")),
                ("merged", models.PositiveIntegerField(default=0, verbose_name="duplicates merged")),
                (
                    "sent",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.db.models.expressions.CombinedExpression(
                            models.F("opinions"), "-", models.F("merged")
                        ),
                        output_field=models.PositiveIntegerField(),
                    ),
                ),
                (
                    "report_number",
                    apps.core.fields.NFCCharField(
                        blank=True, max_length=60, verbose_name="number of the synthesis report"
                    ),
                ),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="answer due on")),
                (
                    "answer_number",
                    apps.core.fields.NFCCharField(blank=True, max_length=60, verbose_name="number of the answer"),
                ),
                ("answered_on", models.DateField(blank=True, null=True, verbose_name="answered on")),
                ("resolved", models.PositiveIntegerField(blank=True, null=True, verbose_name="settled")),
                ("in_progress", models.PositiveIntegerField(blank=True, null=True, verbose_name="being settled")),
                (
                    "explained",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="explained, information given"),
                ),
                (
                    "session",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="campaigns.assemblysession",
                        verbose_name="session",
                    ),
                ),
            ],
            options={
                "verbose_name": "opinions forwarded",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("level__in", ["centre", "province", "commune", "on_spot"])),
                        name="opinions_level_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("phase__in", ["before", "after", "other"])), name="opinions_phase_known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("phase", "other"), ("session__isnull", False), _connector="OR"),
                        name="opinions_phase_of_a_session",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "opinions__gte",
                                django.db.models.expressions.CombinedExpression(
                                    django.db.models.expressions.CombinedExpression(
                                        django.db.models.expressions.CombinedExpression(
                                            models.F("merged"),
                                            "+",
                                            django.db.models.functions.comparison.Coalesce(models.F("resolved"), 0),
                                        ),
                                        "+",
                                        django.db.models.functions.comparison.Coalesce(models.F("in_progress"), 0),
                                    ),
                                    "+",
                                    django.db.models.functions.comparison.Coalesce(models.F("explained"), 0),
                                ),
                            )
                        ),
                        name="opinions_answers_within_sent",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Petitions",
            fields=[
                (
                    "record",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="petitions",
                        serialize=False,
                        to="activities.record",
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("post", "by post"),
                            ("reception", "at citizen reception"),
                            ("voter_meeting", "at a voter meeting"),
                            ("online", "online"),
                            ("other", "from a deputy or another body"),
                        ],
                        max_length=15,
                        verbose_name="where they came from",
                    ),
                ),
                ("complaints", models.PositiveIntegerField(blank=True, null=True, verbose_name="complaints")),
                ("denunciations", models.PositiveIntegerField(blank=True, null=True, verbose_name="denunciations")),
                ("proposals", models.PositiveIntegerField(blank=True, null=True, verbose_name="proposals")),
                ("reflections", models.PositiveIntegerField(blank=True, null=True, verbose_name="reflections")),
                ("ineligible", models.PositiveIntegerField(default=0, verbose_name="not eligible")),
                ("answered", models.PositiveIntegerField(default=0, verbose_name="forwarded and answered")),
                ("in_time", models.PositiveIntegerField(default=0, verbose_name="forwarded, answer not yet due")),
                ("overdue", models.PositiveIntegerField(default=0, verbose_name="forwarded, answer overdue")),
                ("guided", models.PositiveIntegerField(default=0, verbose_name="guided in writing")),
                ("kept", models.PositiveIntegerField(default=0, verbose_name="kept on file")),
                ("studied", models.PositiveIntegerField(default=0, verbose_name="under study")),
                ("supervised", models.PositiveIntegerField(default=0, verbose_name="under supervision")),
                (
                    "forwarded",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.db.models.expressions.CombinedExpression(
                            django.db.models.expressions.CombinedExpression(
                                models.F("answered"), "+", models.F("in_time")
                            ),
                            "+",
                            models.F("overdue"),
                        ),
                        output_field=models.PositiveIntegerField(),
                    ),
                ),
                (
                    "eligible",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.db.models.expressions.CombinedExpression(
                            django.db.models.expressions.CombinedExpression(
                                django.db.models.expressions.CombinedExpression(
                                    django.db.models.expressions.CombinedExpression(
                                        django.db.models.expressions.CombinedExpression(
                                            django.db.models.expressions.CombinedExpression(
                                                models.F("answered"), "+", models.F("in_time")
                                            ),
                                            "+",
                                            models.F("overdue"),
                                        ),
                                        "+",
                                        models.F("guided"),
                                    ),
                                    "+",
                                    models.F("kept"),
                                ),
                                "+",
                                models.F("studied"),
                            ),
                            "+",
                            models.F("supervised"),
                        ),
                        output_field=models.PositiveIntegerField(),
                    ),
                ),
                (
                    "received",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.db.models.expressions.CombinedExpression(
                            django.db.models.expressions.CombinedExpression(
                                django.db.models.expressions.CombinedExpression(
                                    django.db.models.expressions.CombinedExpression(
                                        django.db.models.expressions.CombinedExpression(
                                            django.db.models.expressions.CombinedExpression(
                                                django.db.models.expressions.CombinedExpression(
                                                    models.F("answered"), "+", models.F("in_time")
                                                ),
                                                "+",
                                                models.F("overdue"),
                                            ),
                                            "+",
                                            models.F("guided"),
                                        ),
                                        "+",
                                        models.F("kept"),
                                    ),
                                    "+",
                                    models.F("studied"),
                                ),
                                "+",
                                models.F("supervised"),
                            ),
                            "+",
                            models.F("ineligible"),
                        ),
                        output_field=models.PositiveIntegerField(),
                    ),
                ),
            ],
            options={
                "verbose_name": "petitions",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("source__in", ["post", "reception", "voter_meeting", "online", "other"])),
                        name="petitions_source_known",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SocialWork",
            fields=[
                (
                    "record",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="social_work",
                        serialize=False,
                        to="activities.record",
                    ),
                ),
                (
                    "beneficiaries",
                    apps.core.fields.NFCCharField(blank=True, max_length=200, verbose_name="beneficiaries"),
                ),
                ("gifts", models.PositiveIntegerField(blank=True, null=True, verbose_name="gifts")),
                ("unit_value", models.BigIntegerField(blank=True, null=True, verbose_name="value of each, in dong")),
                (
                    "total",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.db.models.expressions.CombinedExpression(
                            models.F("gifts"), "*", models.F("unit_value")
                        ),
                        output_field=models.BigIntegerField(null=True),
                    ),
                ),
                ("funding", apps.core.fields.NFCCharField(blank=True, max_length=200, verbose_name="source of funds")),
                ("programme", apps.core.fields.NFCTextField(blank=True, verbose_name="in response to the programme")),
            ],
            options={
                "verbose_name": "social work",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("unit_value", None), ("unit_value__gte", 0), _connector="OR"),
                        name="social_work_value_not_negative",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Supervision",
            fields=[
                (
                    "record",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="supervision",
                        serialize=False,
                        to="activities.record",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("thematic", "thematic supervision"),
                            ("complaints", "supervision of handling complaints and denunciations"),
                            ("legal_documents", "supervision of legal documents"),
                            ("survey", "survey"),
                            ("regular", "regular supervision"),
                        ],
                        default="thematic",
                        max_length=20,
                        verbose_name="kind of supervision",
                    ),
                ),
                (
                    "initiator",
                    models.CharField(
                        choices=[
                            ("delegation", "the delegation"),
                            ("deputy", "a deputy"),
                            ("central_team", "central team joined"),
                            ("joint", "jointly with the People's Council"),
                        ],
                        default="delegation",
                        max_length=20,
                        verbose_name="carried out by",
                    ),
                ),
                ("bodies", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="bodies supervised")),
                (
                    "decision_number",
                    apps.core.fields.NFCCharField(blank=True, max_length=60, verbose_name="decision number"),
                ),
                ("decided_on", models.DateField(blank=True, null=True, verbose_name="decided on")),
                ("notified_on", models.DateField(blank=True, null=True, verbose_name="notice sent on")),
                (
                    "team_head",
                    apps.core.fields.NFCCharField(blank=True, max_length=160, verbose_name="head of the team"),
                ),
                (
                    "deputies",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="deputies in the team"),
                ),
                (
                    "invited",
                    apps.core.fields.NFCCharField(blank=True, max_length=300, verbose_name="invited to the team"),
                ),
                ("legal_field", apps.core.fields.NFCCharField(blank=True, max_length=200, verbose_name="field of law")),
                ("examined_from", models.DateField(blank=True, null=True, verbose_name="period examined from")),
                ("examined_to", models.DateField(blank=True, null=True, verbose_name="period examined to")),
                (
                    "bodies_named",
                    apps.core.fields.NFCTextField(blank=True, verbose_name="bodies supervised, one a line"),
                ),
                (
                    "report_state",
                    models.CharField(
                        choices=[("planned", "not yet written"), ("drafting", "being completed"), ("issued", "issued")],
                        default="planned",
                        max_length=10,
                        verbose_name="report of results",
                    ),
                ),
                ("reported_on", models.DateField(blank=True, null=True, verbose_name="reported on")),
                (
                    "recommendations",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="recommendations"),
                ),
                (
                    "recommendations_answered",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="recommendations answered"),
                ),
            ],
            options={
                "verbose_name": "supervision and survey",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind__in", ["thematic", "complaints", "legal_documents", "survey", "regular"])
                        ),
                        name="supervision_kind_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("initiator__in", ["delegation", "deputy", "central_team", "joint"])),
                        name="supervision_initiator_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("report_state__in", ["planned", "drafting", "issued"])),
                        name="supervision_report_state_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("recommendations_answered", None),
                            ("recommendations_answered__lte", models.F("recommendations")),
                            _connector="OR",
                        ),
                        name="supervision_answered_within_recommendations",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("examined_to", None),
                            ("examined_from", None),
                            ("examined_to__gte", models.F("examined_from")),
                            _connector="OR",
                        ),
                        name="supervision_examined_in_order",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="VoterMeeting",
            fields=[
                (
                    "record",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="voter_meeting",
                        serialize=False,
                        to="activities.record",
                    ),
                ),
                (
                    "phase",
                    models.CharField(
                        choices=[
                            ("before", "before the session"),
                            ("after", "after the session"),
                            ("other", "not tied to a session"),
                        ],
                        default="other",
                        max_length=10,
                        verbose_name="before or after the session",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("constituency", "where elected"),
                            ("theme", "by theme"),
                            ("group", "by target group"),
                            ("residence", "at residence"),
                            ("workplace", "at workplace"),
                            ("outside", "outside the province"),
                        ],
                        default="constituency",
                        max_length=20,
                        verbose_name="kind of meeting",
                    ),
                ),
                (
                    "form",
                    models.CharField(
                        choices=[("conference", "conference"), ("individual", "individual or group")],
                        default="conference",
                        max_length=12,
                        verbose_name="form",
                    ),
                ),
                (
                    "mode",
                    models.CharField(
                        choices=[("in_person", "in person"), ("online", "online"), ("mixed", "in person and online")],
                        default="in_person",
                        max_length=12,
                        verbose_name="mode",
                    ),
                ),
                (
                    "joint",
                    models.BooleanField(default=False, verbose_name="together with deputies of the People's Council"),
                ),
                (
                    "deputies",
                    apps.core.fields.NFCCharField(blank=True, max_length=300, verbose_name="deputies attending"),
                ),
                ("voters", models.PositiveIntegerField(blank=True, null=True, verbose_name="voters attending")),
                ("speakers", models.PositiveIntegerField(blank=True, null=True, verbose_name="turns of speech")),
                ("opinions", models.PositiveIntegerField(blank=True, null=True, verbose_name="opinions and petitions")),
                (
                    "to_centre",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="forwarded to the centre"),
                ),
                (
                    "to_province",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="forwarded to the province"),
                ),
                (
                    "answered_on_spot",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="answered at the meeting"),
                ),
                (
                    "answered_in_writing",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="answered in writing by the province"
                    ),
                ),
                (
                    "bodies_present",
                    apps.core.fields.NFCCharField(blank=True, max_length=300, verbose_name="bodies and press present"),
                ),
                ("minutes", models.BooleanField(blank=True, null=True, verbose_name="minutes were taken")),
                ("announced_on", models.DateField(blank=True, null=True, verbose_name="plan announced on")),
                (
                    "session",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="voter_meetings",
                        to="campaigns.assemblysession",
                        verbose_name="session",
                    ),
                ),
            ],
            options={
                "verbose_name": "voter meeting",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind__in", ["constituency", "theme", "group", "residence", "workplace", "outside"])
                        ),
                        name="voter_meeting_kind_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("phase__in", ["before", "after", "other"])),
                        name="voter_meeting_phase_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("phase", "other"), ("session__isnull", False), _connector="OR"),
                        name="voter_meeting_phase_of_a_session",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("opinions", None),
                            (
                                "opinions__gte",
                                django.db.models.expressions.CombinedExpression(
                                    django.db.models.expressions.CombinedExpression(
                                        django.db.models.functions.comparison.Coalesce(models.F("to_centre"), 0),
                                        "+",
                                        django.db.models.functions.comparison.Coalesce(models.F("to_province"), 0),
                                    ),
                                    "+",
                                    django.db.models.functions.comparison.Coalesce(models.F("answered_on_spot"), 0),
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="voter_meeting_levels_within_opinions",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answered_in_writing", None),
                            ("to_province", None),
                            ("answered_in_writing__lte", models.F("to_province")),
                            _connector="OR",
                        ),
                        name="voter_meeting_answered_within_forwarded",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DefinedFieldEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("code", models.SlugField(db_index=False, max_length=40, verbose_name="code")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                ("label", apps.core.fields.NFCCharField(max_length=120, verbose_name="label")),
                (
                    "type",
                    models.CharField(
                        choices=[
                            ("number", "whole number"),
                            ("money", "amount in dong"),
                            ("text", "words"),
                            ("day", "day"),
                            ("choice", "one of several words"),
                            ("yes", "yes or no"),
                        ],
                        max_length=10,
                        verbose_name="holds",
                    ),
                ),
                ("required", models.BooleanField(default=False, verbose_name="must be filled in")),
                ("choices", models.JSONField(blank=True, default=list, verbose_name="words to choose from")),
                ("unit", apps.core.fields.NFCCharField(blank=True, max_length=30, verbose_name="unit")),
                ("summed", models.BooleanField(default=False, verbose_name="summed up as an indicator")),
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
                        to="activities.definedfield",
                    ),
                ),
                (
                    "kind",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="activities.definedkind",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Evidence",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", apps.core.fields.NFCCharField(max_length=255, verbose_name="name")),
                ("starts_on", models.DateField(blank=True, null=True)),
                ("ends_on", models.DateField(blank=True, null=True)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("deleted_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "cluster",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="offices.cluster",
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
                    "deleted_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="evidence", to="files.storedfile"
                    ),
                ),
                (
                    "indicator",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evidence",
                        to="indicators.indicator",
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
                (
                    "record",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evidence",
                        to="activities.record",
                    ),
                ),
            ],
            options={
                "verbose_name": "evidence",
                "ordering": ("created_at", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("cluster", None),
                                ("ends_on", None),
                                ("indicator", None),
                                ("office", None),
                                ("record__isnull", False),
                                ("starts_on", None),
                            ),
                            models.Q(
                                ("ends_on__gte", models.F("starts_on")),
                                ("indicator__isnull", False),
                                ("record", None),
                                ("starts_on__isnull", False),
                                models.Q(
                                    models.Q(("cluster", None), ("office__isnull", False)),
                                    models.Q(("cluster__isnull", False), ("office", None)),
                                    _connector="OR",
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="evidence_one_line",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("deleted_at", None), ("record__isnull", False)),
                        fields=("file", "record"),
                        name="evidence_once_on_a_record",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("deleted_at", None), ("record", None)),
                        fields=("file", "indicator", "office", "cluster", "starts_on", "ends_on"),
                        name="evidence_once_on_a_figure",
                        nulls_distinct=False,
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DirectFigureEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("starts_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(verbose_name="to")),
                ("value", models.BigIntegerField(blank=True, null=True, verbose_name="value")),
                (
                    "status",
                    models.CharField(
                        choices=[("actual", "actual"), ("estimated", "estimated"), ("planned", "planned")],
                        default="actual",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("note", apps.core.fields.NFCTextField(blank=True, verbose_name="note")),
                ("on_behalf", models.BooleanField(default=False, verbose_name="entered on behalf of the office")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("updated_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("deleted_at", models.DateTimeField(blank=True, editable=False, null=True)),
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
                    "deleted_by",
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
                    "indicator",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="indicators.indicator",
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
                        to="activities.directfigure",
                    ),
                ),
                (
                    "imported_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="activities.import",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ImportChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("before", models.JSONField(default=dict)),
                ("version", models.PositiveIntegerField(default=0)),
                (
                    "figure",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="activities.directfigure",
                    ),
                ),
                (
                    "origin",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="changes", to="activities.import"
                    ),
                ),
                (
                    "record",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="activities.record",
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("figure", None), ("record__isnull", False)),
                            models.Q(("figure__isnull", False), ("record", None)),
                            _connector="OR",
                        ),
                        name="import_change_of_one_thing",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Recommendation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                ("addressee", apps.core.fields.NFCCharField(max_length=300, verbose_name="addressee")),
                ("text", apps.core.fields.NFCTextField(verbose_name="recommendation")),
                (
                    "level",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("centre", "the centre"),
                            ("province", "the province"),
                            ("commune", "the commune"),
                            ("on_spot", "answered at the meeting"),
                        ],
                        max_length=10,
                        verbose_name="level",
                    ),
                ),
                ("sent_on", models.DateField(blank=True, null=True, verbose_name="sent on")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="answer due on")),
                ("answered_on", models.DateField(blank=True, null=True, verbose_name="answered on")),
                (
                    "answer_number",
                    apps.core.fields.NFCCharField(blank=True, max_length=60, verbose_name="number of the answer"),
                ),
                ("answer", apps.core.fields.NFCTextField(blank=True, verbose_name="answer")),
                ("submission", models.UUIDField(blank=True, editable=False, null=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("updated_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("deleted_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "record",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="recommendation_rows",
                        to="activities.record",
                    ),
                ),
            ],
            options={
                "verbose_name": "recommendation",
                "ordering": ("position", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("level", ""), ("level__in", ["centre", "province", "commune", "on_spot"]), _connector="OR"
                        ),
                        name="recommendation_level_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answered_on", None),
                            ("sent_on", None),
                            ("answered_on__gte", models.F("sent_on")),
                            _connector="OR",
                        ),
                        name="recommendation_answered_after_sent",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("due_on", None), ("sent_on", None), ("due_on__gte", models.F("sent_on")), _connector="OR"
                        ),
                        name="recommendation_due_after_sent",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answered_on__isnull", False),
                            models.Q(("answer", ""), ("answer_number", "")),
                            _connector="OR",
                        ),
                        name="recommendation_answer_has_its_day",
                    ),
                    models.UniqueConstraint(fields=("submission",), name="recommendation_submission_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="RecordEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("supervision", "supervision and survey"),
                            ("voter_meeting", "voter meeting"),
                            ("law_consultation", "law consultation"),
                            ("citizen_reception", "citizen reception"),
                            ("social_work", "social work"),
                            ("experience", "shared experience"),
                            ("opinions", "opinions forwarded"),
                            ("petitions", "petitions"),
                            ("defined", "the cluster's own kind"),
                        ],
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                ("title", apps.core.fields.NFCCharField(blank=True, max_length=500, verbose_name="title")),
                ("place", apps.core.fields.NFCCharField(blank=True, max_length=300, verbose_name="place")),
                ("starts_on", models.DateField(verbose_name="day")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="last day")),
                ("counted_on", models.DateField(editable=False, verbose_name="counts on")),
                ("people_present", models.PositiveIntegerField(blank=True, null=True, verbose_name="people present")),
                ("note", apps.core.fields.NFCTextField(blank=True, verbose_name="note")),
                ("on_behalf", models.BooleanField(default=False, verbose_name="entered on behalf of the office")),
                ("submission", models.UUIDField(blank=True, editable=False, null=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("updated_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("deleted_at", models.DateTimeField(blank=True, editable=False, null=True)),
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
                    "conference",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="campaigns.conference",
                        verbose_name="belongs to the conference",
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
                    "deleted_by",
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
                    "imported_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="activities.import",
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
                        verbose_name="office",
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
                        to="activities.record",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="EvidenceEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("name", apps.core.fields.NFCCharField(max_length=255, verbose_name="name")),
                ("starts_on", models.DateField(blank=True, null=True)),
                ("ends_on", models.DateField(blank=True, null=True)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("deleted_at", models.DateTimeField(blank=True, editable=False, null=True)),
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
                    "deleted_by",
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
                    "file",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="files.storedfile",
                    ),
                ),
                (
                    "indicator",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="indicators.indicator",
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
                        to="activities.evidence",
                    ),
                ),
                (
                    "record",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="activities.record",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="RecommendationEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                ("addressee", apps.core.fields.NFCCharField(max_length=300, verbose_name="addressee")),
                ("text", apps.core.fields.NFCTextField(verbose_name="recommendation")),
                (
                    "level",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("centre", "the centre"),
                            ("province", "the province"),
                            ("commune", "the commune"),
                            ("on_spot", "answered at the meeting"),
                        ],
                        max_length=10,
                        verbose_name="level",
                    ),
                ),
                ("sent_on", models.DateField(blank=True, null=True, verbose_name="sent on")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="answer due on")),
                ("answered_on", models.DateField(blank=True, null=True, verbose_name="answered on")),
                (
                    "answer_number",
                    apps.core.fields.NFCCharField(blank=True, max_length=60, verbose_name="number of the answer"),
                ),
                ("answer", apps.core.fields.NFCTextField(blank=True, verbose_name="answer")),
                ("submission", models.UUIDField(blank=True, editable=False, null=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("updated_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("deleted_at", models.DateTimeField(blank=True, editable=False, null=True)),
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
                        to="activities.recommendation",
                    ),
                ),
                (
                    "record",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="activities.record",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CitizenReceptionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "kind",
                    models.CharField(
                        choices=[("periodic", "periodic"), ("ad_hoc", "ad hoc")],
                        default="periodic",
                        max_length=10,
                        verbose_name="kind of reception",
                    ),
                ),
                ("received_by", apps.core.fields.NFCCharField(blank=True, max_length=200, verbose_name="received by")),
                ("visits", models.PositiveIntegerField(blank=True, null=True, verbose_name="visits")),
                ("persons", models.PositiveIntegerField(blank=True, null=True, verbose_name="persons")),
                ("large_groups", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="large groups")),
                ("petitions", models.PositiveIntegerField(blank=True, null=True, verbose_name="petitions taken")),
                ("content", apps.core.fields.NFCCharField(blank=True, max_length=200, verbose_name="class of content")),
                ("guided", models.PositiveIntegerField(blank=True, null=True, verbose_name="guided on the spot")),
                (
                    "scheduled_on",
                    models.DateField(blank=True, null=True, verbose_name="deputy told of the schedule on"),
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
                    "record",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        serialize=False,
                        to="activities.record",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="activities.citizenreception",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DefinedEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("values", models.JSONField(blank=True, default=dict)),
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
                    "record",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        serialize=False,
                        to="activities.record",
                    ),
                ),
                (
                    "defined_kind",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="activities.definedkind",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="activities.defined",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ExperienceEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("summary", apps.core.fields.NFCTextField(verbose_name="main content")),
                ("presenter", apps.core.fields.NFCCharField(blank=True, max_length=160, verbose_name="presented by")),
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
                    "record",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        serialize=False,
                        to="activities.record",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="activities.experience",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="LawConsultationEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "method",
                    models.CharField(
                        choices=[
                            ("conference", "conference"),
                            ("written", "comments in writing"),
                            ("survey", "survey"),
                            ("workshop", "workshop"),
                        ],
                        default="conference",
                        max_length=12,
                        verbose_name="method",
                    ),
                ),
                ("requester", apps.core.fields.NFCCharField(blank=True, max_length=200, verbose_name="requested by")),
                ("opinions", models.PositiveIntegerField(blank=True, null=True, verbose_name="opinions contributed")),
                (
                    "synthesis_number",
                    apps.core.fields.NFCCharField(
                        blank=True, max_length=60, verbose_name="number of the synthesis report"
                    ),
                ),
                ("synthesised_on", models.DateField(blank=True, null=True, verbose_name="synthesis report of")),
                ("articles", models.PositiveIntegerField(blank=True, null=True, verbose_name="articles commented on")),
                (
                    "invited",
                    apps.core.fields.NFCCharField(
                        blank=True, max_length=300, verbose_name="bodies and experts invited"
                    ),
                ),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="comments due on")),
                (
                    "draft",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="activities.draftlaw",
                        verbose_name="draft law",
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
                    "record",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        serialize=False,
                        to="activities.record",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="activities.lawconsultation",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="OpinionsEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "phase",
                    models.CharField(
                        choices=[
                            ("before", "before the session"),
                            ("after", "after the session"),
                            ("other", "not tied to a session"),
                        ],
                        default="other",
                        max_length=10,
                        verbose_name="before or after the session",
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("centre", "the centre"),
                            ("province", "the province"),
                            ("commune", "the commune"),
                            ("on_spot", "answered at the meeting"),
                        ],
                        max_length=10,
                        verbose_name="level",
                    ),
                ),
                ("addressee", apps.core.fields.NFCCharField(blank=True, max_length=300, verbose_name="addressee")),
                ("opinions", models.PositiveIntegerField(verbose_name="opinions and petitions gathered")),
                ("merged", models.PositiveIntegerField(default=0, verbose_name="duplicates merged")),
                (
                    "sent",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.db.models.expressions.CombinedExpression(
                            models.F("opinions"), "-", models.F("merged")
                        ),
                        output_field=models.PositiveIntegerField(),
                    ),
                ),
                (
                    "report_number",
                    apps.core.fields.NFCCharField(
                        blank=True, max_length=60, verbose_name="number of the synthesis report"
                    ),
                ),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="answer due on")),
                (
                    "answer_number",
                    apps.core.fields.NFCCharField(blank=True, max_length=60, verbose_name="number of the answer"),
                ),
                ("answered_on", models.DateField(blank=True, null=True, verbose_name="answered on")),
                ("resolved", models.PositiveIntegerField(blank=True, null=True, verbose_name="settled")),
                ("in_progress", models.PositiveIntegerField(blank=True, null=True, verbose_name="being settled")),
                (
                    "explained",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="explained, information given"),
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
                    "record",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        serialize=False,
                        to="activities.record",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="campaigns.assemblysession",
                        verbose_name="session",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="activities.opinions",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PetitionsEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("post", "by post"),
                            ("reception", "at citizen reception"),
                            ("voter_meeting", "at a voter meeting"),
                            ("online", "online"),
                            ("other", "from a deputy or another body"),
                        ],
                        max_length=15,
                        verbose_name="where they came from",
                    ),
                ),
                ("complaints", models.PositiveIntegerField(blank=True, null=True, verbose_name="complaints")),
                ("denunciations", models.PositiveIntegerField(blank=True, null=True, verbose_name="denunciations")),
                ("proposals", models.PositiveIntegerField(blank=True, null=True, verbose_name="proposals")),
                ("reflections", models.PositiveIntegerField(blank=True, null=True, verbose_name="reflections")),
                ("ineligible", models.PositiveIntegerField(default=0, verbose_name="not eligible")),
                ("answered", models.PositiveIntegerField(default=0, verbose_name="forwarded and answered")),
                ("in_time", models.PositiveIntegerField(default=0, verbose_name="forwarded, answer not yet due")),
                ("overdue", models.PositiveIntegerField(default=0, verbose_name="forwarded, answer overdue")),
                ("guided", models.PositiveIntegerField(default=0, verbose_name="guided in writing")),
                ("kept", models.PositiveIntegerField(default=0, verbose_name="kept on file")),
                ("studied", models.PositiveIntegerField(default=0, verbose_name="under study")),
                ("supervised", models.PositiveIntegerField(default=0, verbose_name="under supervision")),
                (
                    "forwarded",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.db.models.expressions.CombinedExpression(
                            django.db.models.expressions.CombinedExpression(
                                models.F("answered"), "+", models.F("in_time")
                            ),
                            "+",
                            models.F("overdue"),
                        ),
                        output_field=models.PositiveIntegerField(),
                    ),
                ),
                (
                    "eligible",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.db.models.expressions.CombinedExpression(
                            django.db.models.expressions.CombinedExpression(
                                django.db.models.expressions.CombinedExpression(
                                    django.db.models.expressions.CombinedExpression(
                                        django.db.models.expressions.CombinedExpression(
                                            django.db.models.expressions.CombinedExpression(
                                                models.F("answered"), "+", models.F("in_time")
                                            ),
                                            "+",
                                            models.F("overdue"),
                                        ),
                                        "+",
                                        models.F("guided"),
                                    ),
                                    "+",
                                    models.F("kept"),
                                ),
                                "+",
                                models.F("studied"),
                            ),
                            "+",
                            models.F("supervised"),
                        ),
                        output_field=models.PositiveIntegerField(),
                    ),
                ),
                (
                    "received",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.db.models.expressions.CombinedExpression(
                            django.db.models.expressions.CombinedExpression(
                                django.db.models.expressions.CombinedExpression(
                                    django.db.models.expressions.CombinedExpression(
                                        django.db.models.expressions.CombinedExpression(
                                            django.db.models.expressions.CombinedExpression(
                                                django.db.models.expressions.CombinedExpression(
                                                    models.F("answered"), "+", models.F("in_time")
                                                ),
                                                "+",
                                                models.F("overdue"),
                                            ),
                                            "+",
                                            models.F("guided"),
                                        ),
                                        "+",
                                        models.F("kept"),
                                    ),
                                    "+",
                                    models.F("studied"),
                                ),
                                "+",
                                models.F("supervised"),
                            ),
                            "+",
                            models.F("ineligible"),
                        ),
                        output_field=models.PositiveIntegerField(),
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
                    "record",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        serialize=False,
                        to="activities.record",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="activities.petitions",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SocialWorkEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "beneficiaries",
                    apps.core.fields.NFCCharField(blank=True, max_length=200, verbose_name="beneficiaries"),
                ),
                ("gifts", models.PositiveIntegerField(blank=True, null=True, verbose_name="gifts")),
                ("unit_value", models.BigIntegerField(blank=True, null=True, verbose_name="value of each, in dong")),
                (
                    "total",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.db.models.expressions.CombinedExpression(
                            models.F("gifts"), "*", models.F("unit_value")
                        ),
                        output_field=models.BigIntegerField(null=True),
                    ),
                ),
                ("funding", apps.core.fields.NFCCharField(blank=True, max_length=200, verbose_name="source of funds")),
                ("programme", apps.core.fields.NFCTextField(blank=True, verbose_name="in response to the programme")),
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
                    "record",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        serialize=False,
                        to="activities.record",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="activities.socialwork",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SupervisionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("thematic", "thematic supervision"),
                            ("complaints", "supervision of handling complaints and denunciations"),
                            ("legal_documents", "supervision of legal documents"),
                            ("survey", "survey"),
                            ("regular", "regular supervision"),
                        ],
                        default="thematic",
                        max_length=20,
                        verbose_name="kind of supervision",
                    ),
                ),
                (
                    "initiator",
                    models.CharField(
                        choices=[
                            ("delegation", "the delegation"),
                            ("deputy", "a deputy"),
                            ("central_team", "central team joined"),
                            ("joint", "jointly with the People's Council"),
                        ],
                        default="delegation",
                        max_length=20,
                        verbose_name="carried out by",
                    ),
                ),
                ("bodies", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="bodies supervised")),
                (
                    "decision_number",
                    apps.core.fields.NFCCharField(blank=True, max_length=60, verbose_name="decision number"),
                ),
                ("decided_on", models.DateField(blank=True, null=True, verbose_name="decided on")),
                ("notified_on", models.DateField(blank=True, null=True, verbose_name="notice sent on")),
                (
                    "team_head",
                    apps.core.fields.NFCCharField(blank=True, max_length=160, verbose_name="head of the team"),
                ),
                (
                    "deputies",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="deputies in the team"),
                ),
                (
                    "invited",
                    apps.core.fields.NFCCharField(blank=True, max_length=300, verbose_name="invited to the team"),
                ),
                ("legal_field", apps.core.fields.NFCCharField(blank=True, max_length=200, verbose_name="field of law")),
                ("examined_from", models.DateField(blank=True, null=True, verbose_name="period examined from")),
                ("examined_to", models.DateField(blank=True, null=True, verbose_name="period examined to")),
                (
                    "bodies_named",
                    apps.core.fields.NFCTextField(blank=True, verbose_name="bodies supervised, one a line"),
                ),
                (
                    "report_state",
                    models.CharField(
                        choices=[("planned", "not yet written"), ("drafting", "being completed"), ("issued", "issued")],
                        default="planned",
                        max_length=10,
                        verbose_name="report of results",
                    ),
                ),
                ("reported_on", models.DateField(blank=True, null=True, verbose_name="reported on")),
                (
                    "recommendations",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="recommendations"),
                ),
                (
                    "recommendations_answered",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="recommendations answered"),
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
                    "record",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        serialize=False,
                        to="activities.record",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="activities.supervision",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="VoterMeetingEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "phase",
                    models.CharField(
                        choices=[
                            ("before", "before the session"),
                            ("after", "after the session"),
                            ("other", "not tied to a session"),
                        ],
                        default="other",
                        max_length=10,
                        verbose_name="before or after the session",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("constituency", "where elected"),
                            ("theme", "by theme"),
                            ("group", "by target group"),
                            ("residence", "at residence"),
                            ("workplace", "at workplace"),
                            ("outside", "outside the province"),
                        ],
                        default="constituency",
                        max_length=20,
                        verbose_name="kind of meeting",
                    ),
                ),
                (
                    "form",
                    models.CharField(
                        choices=[("conference", "conference"), ("individual", "individual or group")],
                        default="conference",
                        max_length=12,
                        verbose_name="form",
                    ),
                ),
                (
                    "mode",
                    models.CharField(
                        choices=[("in_person", "in person"), ("online", "online"), ("mixed", "in person and online")],
                        default="in_person",
                        max_length=12,
                        verbose_name="mode",
                    ),
                ),
                (
                    "joint",
                    models.BooleanField(default=False, verbose_name="together with deputies of the People's Council"),
                ),
                (
                    "deputies",
                    apps.core.fields.NFCCharField(blank=True, max_length=300, verbose_name="deputies attending"),
                ),
                ("voters", models.PositiveIntegerField(blank=True, null=True, verbose_name="voters attending")),
                ("speakers", models.PositiveIntegerField(blank=True, null=True, verbose_name="turns of speech")),
                ("opinions", models.PositiveIntegerField(blank=True, null=True, verbose_name="opinions and petitions")),
                (
                    "to_centre",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="forwarded to the centre"),
                ),
                (
                    "to_province",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="forwarded to the province"),
                ),
                (
                    "answered_on_spot",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="answered at the meeting"),
                ),
                (
                    "answered_in_writing",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="answered in writing by the province"
                    ),
                ),
                (
                    "bodies_present",
                    apps.core.fields.NFCCharField(blank=True, max_length=300, verbose_name="bodies and press present"),
                ),
                ("minutes", models.BooleanField(blank=True, null=True, verbose_name="minutes were taken")),
                ("announced_on", models.DateField(blank=True, null=True, verbose_name="plan announced on")),
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
                    "record",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        serialize=False,
                        to="activities.record",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="campaigns.assemblysession",
                        verbose_name="session",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="activities.votermeeting",
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
                    "legallimit",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "activities_legallimitevent" ("amount", "clause", "code", "id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "valid_from", "valid_to", "working_days") VALUES (NEW."amount", NEW."clause", NEW."code", NEW."id", NEW."note", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."valid_from", NEW."valid_to", NEW."working_days"); RETURN NULL;',
                            hash="64e66c18935dffb70c36f2f9ffb83c2a43d31763",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_739dc",
                            table="activities_legallimit",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "legallimit",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "activities_legallimitevent" ("amount", "clause", "code", "id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "valid_from", "valid_to", "working_days") VALUES (NEW."amount", NEW."clause", NEW."code", NEW."id", NEW."note", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."valid_from", NEW."valid_to", NEW."working_days"); RETURN NULL;',
                            hash="d261831f794e8ba86d7bd2a61f19826466b76821",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_d5341",
                            table="activities_legallimit",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "legallimit",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "activities_legallimitevent" ("amount", "clause", "code", "id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "valid_from", "valid_to", "working_days") VALUES (OLD."amount", OLD."clause", OLD."code", OLD."id", OLD."note", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."valid_from", OLD."valid_to", OLD."working_days"); RETURN NULL;',
                            hash="5578aef04d070bde8c442bdd37d625fe5619301c",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_8f850",
                            table="activities_legallimit",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "citizenreception",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "activities_citizenreceptionevent" ("content", "guided", "kind", "large_groups", "persons", "petitions", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_by", "record_id", "scheduled_on", "visits") VALUES (NEW."content", NEW."guided", NEW."kind", NEW."large_groups", NEW."persons", NEW."petitions", _pgh_attach_context(), NOW(), \'insert\', NEW."record_id", NEW."received_by", NEW."record_id", NEW."scheduled_on", NEW."visits"); RETURN NULL;',
                            hash="4da1a5cb914204e96c1084132e7883e9e9111f39",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_f9aef",
                            table="activities_citizenreception",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "citizenreception",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "activities_citizenreceptionevent" ("content", "guided", "kind", "large_groups", "persons", "petitions", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_by", "record_id", "scheduled_on", "visits") VALUES (NEW."content", NEW."guided", NEW."kind", NEW."large_groups", NEW."persons", NEW."petitions", _pgh_attach_context(), NOW(), \'update\', NEW."record_id", NEW."received_by", NEW."record_id", NEW."scheduled_on", NEW."visits"); RETURN NULL;',
                            hash="b7572c4efa204bce77ee63527c09198d0f69185b",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_4b778",
                            table="activities_citizenreception",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "citizenreception",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "activities_citizenreceptionevent" ("content", "guided", "kind", "large_groups", "persons", "petitions", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_by", "record_id", "scheduled_on", "visits") VALUES (OLD."content", OLD."guided", OLD."kind", OLD."large_groups", OLD."persons", OLD."petitions", _pgh_attach_context(), NOW(), \'delete\', OLD."record_id", OLD."received_by", OLD."record_id", OLD."scheduled_on", OLD."visits"); RETURN NULL;',
                            hash="32c23243d0480f33b1534acaf52b0f0026cc4246",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_b6e0c",
                            table="activities_citizenreception",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "experience",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "activities_experienceevent" ("pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "presenter", "record_id", "summary") VALUES (_pgh_attach_context(), NOW(), \'insert\', NEW."record_id", NEW."presenter", NEW."record_id", NEW."summary"); RETURN NULL;',
                            hash="fbca6f6bc29eafdebe46ea7a717977673ef9aa37",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_39629",
                            table="activities_experience",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "experience",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "activities_experienceevent" ("pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "presenter", "record_id", "summary") VALUES (_pgh_attach_context(), NOW(), \'update\', NEW."record_id", NEW."presenter", NEW."record_id", NEW."summary"); RETURN NULL;',
                            hash="ed5862bcd0d79d22655ec09a87a2e400eee1a8a2",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_22d2d",
                            table="activities_experience",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "experience",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "activities_experienceevent" ("pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "presenter", "record_id", "summary") VALUES (_pgh_attach_context(), NOW(), \'delete\', OLD."record_id", OLD."presenter", OLD."record_id", OLD."summary"); RETURN NULL;',
                            hash="292896763a389de9ce8edfc2bb30633b752a7a08",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_a3628",
                            table="activities_experience",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "petitions",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "activities_petitionsevent" ("answered", "complaints", "denunciations", "guided", "in_time", "ineligible", "kept", "overdue", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposals", "record_id", "reflections", "source", "studied", "supervised") VALUES (NEW."answered", NEW."complaints", NEW."denunciations", NEW."guided", NEW."in_time", NEW."ineligible", NEW."kept", NEW."overdue", _pgh_attach_context(), NOW(), \'insert\', NEW."record_id", NEW."proposals", NEW."record_id", NEW."reflections", NEW."source", NEW."studied", NEW."supervised"); RETURN NULL;',
                            hash="33f12e57bcd604f14e259b39db7c63fde0c665e9",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_f469b",
                            table="activities_petitions",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "petitions",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "activities_petitionsevent" ("answered", "complaints", "denunciations", "guided", "in_time", "ineligible", "kept", "overdue", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposals", "record_id", "reflections", "source", "studied", "supervised") VALUES (NEW."answered", NEW."complaints", NEW."denunciations", NEW."guided", NEW."in_time", NEW."ineligible", NEW."kept", NEW."overdue", _pgh_attach_context(), NOW(), \'update\', NEW."record_id", NEW."proposals", NEW."record_id", NEW."reflections", NEW."source", NEW."studied", NEW."supervised"); RETURN NULL;',
                            hash="651eb1adf87d8a4908df11a0b00da7eeaaf1fc06",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_a03bd",
                            table="activities_petitions",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "petitions",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "activities_petitionsevent" ("answered", "complaints", "denunciations", "guided", "in_time", "ineligible", "kept", "overdue", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposals", "record_id", "reflections", "source", "studied", "supervised") VALUES (OLD."answered", OLD."complaints", OLD."denunciations", OLD."guided", OLD."in_time", OLD."ineligible", OLD."kept", OLD."overdue", _pgh_attach_context(), NOW(), \'delete\', OLD."record_id", OLD."proposals", OLD."record_id", OLD."reflections", OLD."source", OLD."studied", OLD."supervised"); RETURN NULL;',
                            hash="20833986fc297db5e49b123d1ec17342636bacb8",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_a2848",
                            table="activities_petitions",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "socialwork",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "activities_socialworkevent" ("beneficiaries", "funding", "gifts", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme", "record_id", "unit_value") VALUES (NEW."beneficiaries", NEW."funding", NEW."gifts", _pgh_attach_context(), NOW(), \'insert\', NEW."record_id", NEW."programme", NEW."record_id", NEW."unit_value"); RETURN NULL;',
                            hash="7508765ff8aee837b2bc270c58618b69b362232a",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_3a9d2",
                            table="activities_socialwork",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "socialwork",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "activities_socialworkevent" ("beneficiaries", "funding", "gifts", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme", "record_id", "unit_value") VALUES (NEW."beneficiaries", NEW."funding", NEW."gifts", _pgh_attach_context(), NOW(), \'update\', NEW."record_id", NEW."programme", NEW."record_id", NEW."unit_value"); RETURN NULL;',
                            hash="0a7fd678891b24076e7d76e65980caaeec6b0d73",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_67621",
                            table="activities_socialwork",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "socialwork",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "activities_socialworkevent" ("beneficiaries", "funding", "gifts", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "programme", "record_id", "unit_value") VALUES (OLD."beneficiaries", OLD."funding", OLD."gifts", _pgh_attach_context(), NOW(), \'delete\', OLD."record_id", OLD."programme", OLD."record_id", OLD."unit_value"); RETURN NULL;',
                            hash="d9014b535e4d3ddb0b068121957f3fe201d75a74",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_a1ac1",
                            table="activities_socialwork",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "supervision",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "activities_supervisionevent" ("bodies", "bodies_named", "decided_on", "decision_number", "deputies", "examined_from", "examined_to", "initiator", "invited", "kind", "legal_field", "notified_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendations", "recommendations_answered", "record_id", "report_state", "reported_on", "team_head") VALUES (NEW."bodies", NEW."bodies_named", NEW."decided_on", NEW."decision_number", NEW."deputies", NEW."examined_from", NEW."examined_to", NEW."initiator", NEW."invited", NEW."kind", NEW."legal_field", NEW."notified_on", _pgh_attach_context(), NOW(), \'insert\', NEW."record_id", NEW."recommendations", NEW."recommendations_answered", NEW."record_id", NEW."report_state", NEW."reported_on", NEW."team_head"); RETURN NULL;',
                            hash="e13e4cf6d2e009294af5afc37958477976ad70e9",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_d8d60",
                            table="activities_supervision",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "supervision",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "activities_supervisionevent" ("bodies", "bodies_named", "decided_on", "decision_number", "deputies", "examined_from", "examined_to", "initiator", "invited", "kind", "legal_field", "notified_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendations", "recommendations_answered", "record_id", "report_state", "reported_on", "team_head") VALUES (NEW."bodies", NEW."bodies_named", NEW."decided_on", NEW."decision_number", NEW."deputies", NEW."examined_from", NEW."examined_to", NEW."initiator", NEW."invited", NEW."kind", NEW."legal_field", NEW."notified_on", _pgh_attach_context(), NOW(), \'update\', NEW."record_id", NEW."recommendations", NEW."recommendations_answered", NEW."record_id", NEW."report_state", NEW."reported_on", NEW."team_head"); RETURN NULL;',
                            hash="35756ddec8d8f057513de069224e4947eb821bf6",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_a4c20",
                            table="activities_supervision",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "supervision",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "activities_supervisionevent" ("bodies", "bodies_named", "decided_on", "decision_number", "deputies", "examined_from", "examined_to", "initiator", "invited", "kind", "legal_field", "notified_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendations", "recommendations_answered", "record_id", "report_state", "reported_on", "team_head") VALUES (OLD."bodies", OLD."bodies_named", OLD."decided_on", OLD."decision_number", OLD."deputies", OLD."examined_from", OLD."examined_to", OLD."initiator", OLD."invited", OLD."kind", OLD."legal_field", OLD."notified_on", _pgh_attach_context(), NOW(), \'delete\', OLD."record_id", OLD."recommendations", OLD."recommendations_answered", OLD."record_id", OLD."report_state", OLD."reported_on", OLD."team_head"); RETURN NULL;',
                            hash="3674f22fab2bfbb141a75d6a5e60340bc9c505af",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_6b6c1",
                            table="activities_supervision",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "definedkind",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "activities_definedkindevent" ("cluster_id", "code", "created_at", "created_by_id", "definition", "first_year", "id", "last_year", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "unit") VALUES (NEW."cluster_id", NEW."code", NEW."created_at", NEW."created_by_id", NEW."definition", NEW."first_year", NEW."id", NEW."last_year", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."unit"); RETURN NULL;',
                            hash="4940d4dce3ff78db67e1cb79ca024cdedb7dd9ef",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_da5e4",
                            table="activities_definedkind",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "definedkind",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "activities_definedkindevent" ("cluster_id", "code", "created_at", "created_by_id", "definition", "first_year", "id", "last_year", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "unit") VALUES (NEW."cluster_id", NEW."code", NEW."created_at", NEW."created_by_id", NEW."definition", NEW."first_year", NEW."id", NEW."last_year", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."unit"); RETURN NULL;',
                            hash="2f2beeaa95537bd5d211b8822e965c69bc4b5ea7",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_3edae",
                            table="activities_definedkind",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "definedkind",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "activities_definedkindevent" ("cluster_id", "code", "created_at", "created_by_id", "definition", "first_year", "id", "last_year", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "unit") VALUES (OLD."cluster_id", OLD."code", OLD."created_at", OLD."created_by_id", OLD."definition", OLD."first_year", OLD."id", OLD."last_year", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."unit"); RETURN NULL;',
                            hash="e557ae5a204da569f54f1723ec28b4928ec1d37c",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_e5f81",
                            table="activities_definedkind",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "definedfieldevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="9e20a59820f1117110a75fceda2aa8298906338c",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_b8dea",
                            table="activities_definedfieldevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "definedfield",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "activities_definedfieldevent" ("choices", "code", "id", "kind_id", "label", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "required", "summed", "type", "unit") VALUES (NEW."choices", NEW."code", NEW."id", NEW."kind_id", NEW."label", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."required", NEW."summed", NEW."type", NEW."unit"); RETURN NULL;',
                            hash="2d18d622ecbc7fea37e7281fcf84ba2b4cfc3316",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_06355",
                            table="activities_definedfield",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "definedfield",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "activities_definedfieldevent" ("choices", "code", "id", "kind_id", "label", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "required", "summed", "type", "unit") VALUES (NEW."choices", NEW."code", NEW."id", NEW."kind_id", NEW."label", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."required", NEW."summed", NEW."type", NEW."unit"); RETURN NULL;',
                            hash="79d6a23b297de4aa87cedb879c83a6323a4c1710",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_e6471",
                            table="activities_definedfield",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "definedfield",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "activities_definedfieldevent" ("choices", "code", "id", "kind_id", "label", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "required", "summed", "type", "unit") VALUES (OLD."choices", OLD."code", OLD."id", OLD."kind_id", OLD."label", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."required", OLD."summed", OLD."type", OLD."unit"); RETURN NULL;',
                            hash="f47d041de5b08ce46ef0208f104a8031daa59ed6",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_29c2a",
                            table="activities_definedfield",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "definedkindevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="0d6b8fd3710170f1ca6a5d4fd317bde172196fff",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_570e0",
                            table="activities_definedkindevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "draftlaw",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "activities_draftlawevent" ("folded", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "session_id") VALUES (NEW."folded", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."session_id"); RETURN NULL;',
                            hash="dd10165cff5ced9cec1a21477d242c53e7dee7a0",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_3bca4",
                            table="activities_draftlaw",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "draftlaw",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "activities_draftlawevent" ("folded", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "session_id") VALUES (NEW."folded", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."session_id"); RETURN NULL;',
                            hash="b7fbf927dbf9e35103dc873bac943d6512324633",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_625b9",
                            table="activities_draftlaw",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "draftlaw",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "activities_draftlawevent" ("folded", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "session_id") VALUES (OLD."folded", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."session_id"); RETURN NULL;',
                            hash="4d1ae525c7af4aa2c1eafd24698fd14e5039bf44",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_65d58",
                            table="activities_draftlaw",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "draftlawevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="faa017eb23568fbfcc1091fe010ba3b966b355b3",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_ae329",
                            table="activities_draftlawevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "evidence",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "activities_evidenceevent" ("cluster_id", "created_at", "created_by_id", "deleted_at", "deleted_by_id", "ends_on", "file_id", "id", "indicator_id", "name", "office_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id", "starts_on") VALUES (NEW."cluster_id", NEW."created_at", NEW."created_by_id", NEW."deleted_at", NEW."deleted_by_id", NEW."ends_on", NEW."file_id", NEW."id", NEW."indicator_id", NEW."name", NEW."office_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."record_id", NEW."starts_on"); RETURN NULL;',
                            hash="4f00d538c97ac9c59f63c49b79f9abfe8433cfb3",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_20662",
                            table="activities_evidence",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "evidence",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "activities_evidenceevent" ("cluster_id", "created_at", "created_by_id", "deleted_at", "deleted_by_id", "ends_on", "file_id", "id", "indicator_id", "name", "office_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id", "starts_on") VALUES (NEW."cluster_id", NEW."created_at", NEW."created_by_id", NEW."deleted_at", NEW."deleted_by_id", NEW."ends_on", NEW."file_id", NEW."id", NEW."indicator_id", NEW."name", NEW."office_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."record_id", NEW."starts_on"); RETURN NULL;',
                            hash="138006d347fccc3c682af01d24d60a143822d991",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_ebb99",
                            table="activities_evidence",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "evidence",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "activities_evidenceevent" ("cluster_id", "created_at", "created_by_id", "deleted_at", "deleted_by_id", "ends_on", "file_id", "id", "indicator_id", "name", "office_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id", "starts_on") VALUES (OLD."cluster_id", OLD."created_at", OLD."created_by_id", OLD."deleted_at", OLD."deleted_by_id", OLD."ends_on", OLD."file_id", OLD."id", OLD."indicator_id", OLD."name", OLD."office_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."record_id", OLD."starts_on"); RETURN NULL;',
                            hash="2c8c89f404886ab0ae8cbf3ed08e545d35c301c8",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_f2258",
                            table="activities_evidence",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "evidenceevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="971d495cb10062f66254152a58da2060df4aa716",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_905bd",
                            table="activities_evidenceevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "record",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "activities_recordevent" ("cluster_id", "conference_id", "counted_on", "created_at", "created_by_id", "deleted_at", "deleted_by_id", "ends_on", "host_id", "id", "imported_by_id", "kind", "note", "office_id", "on_behalf", "people_present", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "starts_on", "submission", "title", "updated_at", "version") VALUES (NEW."cluster_id", NEW."conference_id", NEW."counted_on", NEW."created_at", NEW."created_by_id", NEW."deleted_at", NEW."deleted_by_id", NEW."ends_on", NEW."host_id", NEW."id", NEW."imported_by_id", NEW."kind", NEW."note", NEW."office_id", NEW."on_behalf", NEW."people_present", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place", NEW."starts_on", NEW."submission", NEW."title", NEW."updated_at", NEW."version"); RETURN NULL;',
                            hash="135aaacb011af52336d17fb73c1afe027ad8ca71",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_4ac34",
                            table="activities_record",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "record",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "activities_recordevent" ("cluster_id", "conference_id", "counted_on", "created_at", "created_by_id", "deleted_at", "deleted_by_id", "ends_on", "host_id", "id", "imported_by_id", "kind", "note", "office_id", "on_behalf", "people_present", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "starts_on", "submission", "title", "updated_at", "version") VALUES (NEW."cluster_id", NEW."conference_id", NEW."counted_on", NEW."created_at", NEW."created_by_id", NEW."deleted_at", NEW."deleted_by_id", NEW."ends_on", NEW."host_id", NEW."id", NEW."imported_by_id", NEW."kind", NEW."note", NEW."office_id", NEW."on_behalf", NEW."people_present", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place", NEW."starts_on", NEW."submission", NEW."title", NEW."updated_at", NEW."version"); RETURN NULL;',
                            hash="654af0c293ab135ed2af13e2a99fa7b33525fc31",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_6b629",
                            table="activities_record",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "record",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "activities_recordevent" ("cluster_id", "conference_id", "counted_on", "created_at", "created_by_id", "deleted_at", "deleted_by_id", "ends_on", "host_id", "id", "imported_by_id", "kind", "note", "office_id", "on_behalf", "people_present", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "starts_on", "submission", "title", "updated_at", "version") VALUES (OLD."cluster_id", OLD."conference_id", OLD."counted_on", OLD."created_at", OLD."created_by_id", OLD."deleted_at", OLD."deleted_by_id", OLD."ends_on", OLD."host_id", OLD."id", OLD."imported_by_id", OLD."kind", OLD."note", OLD."office_id", OLD."on_behalf", OLD."people_present", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place", OLD."starts_on", OLD."submission", OLD."title", OLD."updated_at", OLD."version"); RETURN NULL;',
                            hash="2dd499a59ed32aa588ac872bd7e84e662cb474f1",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_740de",
                            table="activities_record",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "import",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "activities_importevent" ("applied_at", "cluster_id", "confirmed_by_id", "created_at", "created_by_id", "failure", "file_id", "id", "options", "period_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "undone_at", "undone_by_id") VALUES (NEW."applied_at", NEW."cluster_id", NEW."confirmed_by_id", NEW."created_at", NEW."created_by_id", NEW."failure", NEW."file_id", NEW."id", NEW."options", NEW."period_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."state", NEW."undone_at", NEW."undone_by_id"); RETURN NULL;',
                            hash="002e9ce22b62f484299836bd324de8687e21b009",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_08c81",
                            table="activities_import",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "import",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."applied_at" IS DISTINCT FROM (NEW."applied_at") OR OLD."cluster_id" IS DISTINCT FROM (NEW."cluster_id") OR OLD."confirmed_by_id" IS DISTINCT FROM (NEW."confirmed_by_id") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."created_by_id" IS DISTINCT FROM (NEW."created_by_id") OR OLD."failure" IS DISTINCT FROM (NEW."failure") OR OLD."file_id" IS DISTINCT FROM (NEW."file_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."options" IS DISTINCT FROM (NEW."options") OR OLD."period_id" IS DISTINCT FROM (NEW."period_id") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."undone_at" IS DISTINCT FROM (NEW."undone_at") OR OLD."undone_by_id" IS DISTINCT FROM (NEW."undone_by_id"))',
                            func='INSERT INTO "activities_importevent" ("applied_at", "cluster_id", "confirmed_by_id", "created_at", "created_by_id", "failure", "file_id", "id", "options", "period_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "undone_at", "undone_by_id") VALUES (NEW."applied_at", NEW."cluster_id", NEW."confirmed_by_id", NEW."created_at", NEW."created_by_id", NEW."failure", NEW."file_id", NEW."id", NEW."options", NEW."period_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."state", NEW."undone_at", NEW."undone_by_id"); RETURN NULL;',
                            hash="2cc4513cb289d2f94b74ec9ddf85d3232d1ae715",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_259d3",
                            table="activities_import",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "import",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "activities_importevent" ("applied_at", "cluster_id", "confirmed_by_id", "created_at", "created_by_id", "failure", "file_id", "id", "options", "period_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "undone_at", "undone_by_id") VALUES (OLD."applied_at", OLD."cluster_id", OLD."confirmed_by_id", OLD."created_at", OLD."created_by_id", OLD."failure", OLD."file_id", OLD."id", OLD."options", OLD."period_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."state", OLD."undone_at", OLD."undone_by_id"); RETURN NULL;',
                            hash="3679aaaf51ea13dbb1171c56b643d43ee96b906c",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_bcd44",
                            table="activities_import",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "directfigureevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="1132696a1815291e7e9cdf462205f826ee943d64",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_a374f",
                            table="activities_directfigureevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "directfigure",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "activities_directfigureevent" ("cluster_id", "created_at", "created_by_id", "deleted_at", "deleted_by_id", "ends_on", "id", "imported_by_id", "indicator_id", "note", "office_id", "on_behalf", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "status", "updated_at", "value", "version") VALUES (NEW."cluster_id", NEW."created_at", NEW."created_by_id", NEW."deleted_at", NEW."deleted_by_id", NEW."ends_on", NEW."id", NEW."imported_by_id", NEW."indicator_id", NEW."note", NEW."office_id", NEW."on_behalf", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."starts_on", NEW."status", NEW."updated_at", NEW."value", NEW."version"); RETURN NULL;',
                            hash="ce0ff4b53471720377dc3ce3840412dca572b925",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_fd7dd",
                            table="activities_directfigure",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "directfigure",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "activities_directfigureevent" ("cluster_id", "created_at", "created_by_id", "deleted_at", "deleted_by_id", "ends_on", "id", "imported_by_id", "indicator_id", "note", "office_id", "on_behalf", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "status", "updated_at", "value", "version") VALUES (NEW."cluster_id", NEW."created_at", NEW."created_by_id", NEW."deleted_at", NEW."deleted_by_id", NEW."ends_on", NEW."id", NEW."imported_by_id", NEW."indicator_id", NEW."note", NEW."office_id", NEW."on_behalf", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."starts_on", NEW."status", NEW."updated_at", NEW."value", NEW."version"); RETURN NULL;',
                            hash="27b928c0b610a883052abb39f6dac01300ac5282",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_7fb02",
                            table="activities_directfigure",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "directfigure",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "activities_directfigureevent" ("cluster_id", "created_at", "created_by_id", "deleted_at", "deleted_by_id", "ends_on", "id", "imported_by_id", "indicator_id", "note", "office_id", "on_behalf", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "status", "updated_at", "value", "version") VALUES (OLD."cluster_id", OLD."created_at", OLD."created_by_id", OLD."deleted_at", OLD."deleted_by_id", OLD."ends_on", OLD."id", OLD."imported_by_id", OLD."indicator_id", OLD."note", OLD."office_id", OLD."on_behalf", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."starts_on", OLD."status", OLD."updated_at", OLD."value", OLD."version"); RETURN NULL;',
                            hash="43bcb089a319abb18656b85208a67df673387926",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_34979",
                            table="activities_directfigure",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "importevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="64470f274de27b12e448558e042c342497365ac0",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_bd521",
                            table="activities_importevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "legallimitevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="5a22e9db317cbd594ba8658f7db6b3c0bbd44e04",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_8ce03",
                            table="activities_legallimitevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "mapping",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "activities_mappingevent" ("cluster_id", "columns", "given", "id", "layout", "name", "office_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sideways", "signature", "tiers", "updated_at", "updated_by_id", "words") VALUES (NEW."cluster_id", NEW."columns", NEW."given", NEW."id", NEW."layout", NEW."name", NEW."office_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."sideways", NEW."signature", NEW."tiers", NEW."updated_at", NEW."updated_by_id", NEW."words"); RETURN NULL;',
                            hash="a6029d0d12ce1198575a077ca44b9932c6afa585",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_a376a",
                            table="activities_mapping",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "mapping",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "activities_mappingevent" ("cluster_id", "columns", "given", "id", "layout", "name", "office_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sideways", "signature", "tiers", "updated_at", "updated_by_id", "words") VALUES (NEW."cluster_id", NEW."columns", NEW."given", NEW."id", NEW."layout", NEW."name", NEW."office_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."sideways", NEW."signature", NEW."tiers", NEW."updated_at", NEW."updated_by_id", NEW."words"); RETURN NULL;',
                            hash="4f7774bdd663704c312597d456f0870f08f6b0a5",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_ef1e2",
                            table="activities_mapping",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "mapping",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "activities_mappingevent" ("cluster_id", "columns", "given", "id", "layout", "name", "office_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sideways", "signature", "tiers", "updated_at", "updated_by_id", "words") VALUES (OLD."cluster_id", OLD."columns", OLD."given", OLD."id", OLD."layout", OLD."name", OLD."office_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."sideways", OLD."signature", OLD."tiers", OLD."updated_at", OLD."updated_by_id", OLD."words"); RETURN NULL;',
                            hash="d24c5c34d7146da2efb11b4a4f9621955468e9d0",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_aa0b4",
                            table="activities_mapping",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "mappingevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="a76c7ea266923bb0a4299504abb920ad229dd5ca",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_b74af",
                            table="activities_mappingevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "recommendation",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "activities_recommendationevent" ("addressee", "answer", "answer_number", "answered_on", "deleted_at", "due_on", "id", "level", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "record_id", "sent_on", "submission", "text", "updated_at", "version") VALUES (NEW."addressee", NEW."answer", NEW."answer_number", NEW."answered_on", NEW."deleted_at", NEW."due_on", NEW."id", NEW."level", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."record_id", NEW."sent_on", NEW."submission", NEW."text", NEW."updated_at", NEW."version"); RETURN NULL;',
                            hash="de654ad9b3fa1f931697255a338609da0d949506",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_cf180",
                            table="activities_recommendation",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "recommendation",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "activities_recommendationevent" ("addressee", "answer", "answer_number", "answered_on", "deleted_at", "due_on", "id", "level", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "record_id", "sent_on", "submission", "text", "updated_at", "version") VALUES (NEW."addressee", NEW."answer", NEW."answer_number", NEW."answered_on", NEW."deleted_at", NEW."due_on", NEW."id", NEW."level", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."record_id", NEW."sent_on", NEW."submission", NEW."text", NEW."updated_at", NEW."version"); RETURN NULL;',
                            hash="27d825924a1de4b8e8284745267e43c98b9680af",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_25813",
                            table="activities_recommendation",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "recommendation",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "activities_recommendationevent" ("addressee", "answer", "answer_number", "answered_on", "deleted_at", "due_on", "id", "level", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "record_id", "sent_on", "submission", "text", "updated_at", "version") VALUES (OLD."addressee", OLD."answer", OLD."answer_number", OLD."answered_on", OLD."deleted_at", OLD."due_on", OLD."id", OLD."level", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."record_id", OLD."sent_on", OLD."submission", OLD."text", OLD."updated_at", OLD."version"); RETURN NULL;',
                            hash="b03a9d828c20109245cc1ab8f168ff890ee00335",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_cd3cc",
                            table="activities_recommendation",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "recommendationevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="413c35b3c524a70eca38f77ea8b62a53a1384ce2",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_ac45b",
                            table="activities_recommendationevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "recordevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="3fe1a879bbcf9ed77103b08e233eeab15a979357",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_75b07",
                            table="activities_recordevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "citizenreceptionevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="7247a25df8bd0fbbbff0587a344f6c90c554fe60",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_2f8fb",
                            table="activities_citizenreceptionevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "definedevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="cfca26869a9f69060d85c4685f8573618ed0030a",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_26735",
                            table="activities_definedevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "defined",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "activities_definedevent" ("defined_kind_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id", "values") VALUES (NEW."defined_kind_id", _pgh_attach_context(), NOW(), \'insert\', NEW."record_id", NEW."record_id", NEW."values"); RETURN NULL;',
                            hash="a5fd2831b41600f51547e0811bab14da7feb9219",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_6633d",
                            table="activities_defined",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "defined",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "activities_definedevent" ("defined_kind_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id", "values") VALUES (NEW."defined_kind_id", _pgh_attach_context(), NOW(), \'update\', NEW."record_id", NEW."record_id", NEW."values"); RETURN NULL;',
                            hash="221b5bca8eb2fb141b39be017b6245247a5be904",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_51eaf",
                            table="activities_defined",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "defined",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "activities_definedevent" ("defined_kind_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id", "values") VALUES (OLD."defined_kind_id", _pgh_attach_context(), NOW(), \'delete\', OLD."record_id", OLD."record_id", OLD."values"); RETURN NULL;',
                            hash="b5a3187f7847bf6de8860f8e55f7d397effef97a",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_0bb98",
                            table="activities_defined",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "experienceevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="5b2ea662ca824da0eb39a0968983c25ba6378b9b",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_fa912",
                            table="activities_experienceevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "lawconsultationevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="802bf05368f57c19b217a589b8ab18664cf22eda",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_1ceab",
                            table="activities_lawconsultationevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "lawconsultation",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "activities_lawconsultationevent" ("articles", "draft_id", "due_on", "invited", "method", "opinions", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id", "requester", "synthesis_number", "synthesised_on") VALUES (NEW."articles", NEW."draft_id", NEW."due_on", NEW."invited", NEW."method", NEW."opinions", _pgh_attach_context(), NOW(), \'insert\', NEW."record_id", NEW."record_id", NEW."requester", NEW."synthesis_number", NEW."synthesised_on"); RETURN NULL;',
                            hash="d3e99d8d2c6c6dfe12eabba4bdf69c4149d20948",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_6753d",
                            table="activities_lawconsultation",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "lawconsultation",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "activities_lawconsultationevent" ("articles", "draft_id", "due_on", "invited", "method", "opinions", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id", "requester", "synthesis_number", "synthesised_on") VALUES (NEW."articles", NEW."draft_id", NEW."due_on", NEW."invited", NEW."method", NEW."opinions", _pgh_attach_context(), NOW(), \'update\', NEW."record_id", NEW."record_id", NEW."requester", NEW."synthesis_number", NEW."synthesised_on"); RETURN NULL;',
                            hash="3270b31e59c88fabfdb602d7264336b9915724fb",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_09566",
                            table="activities_lawconsultation",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "lawconsultation",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "activities_lawconsultationevent" ("articles", "draft_id", "due_on", "invited", "method", "opinions", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id", "requester", "synthesis_number", "synthesised_on") VALUES (OLD."articles", OLD."draft_id", OLD."due_on", OLD."invited", OLD."method", OLD."opinions", _pgh_attach_context(), NOW(), \'delete\', OLD."record_id", OLD."record_id", OLD."requester", OLD."synthesis_number", OLD."synthesised_on"); RETURN NULL;',
                            hash="50f9bc6741c9d69c0a60809c433c8912424438e7",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_f2583",
                            table="activities_lawconsultation",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "opinionsevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="8b96a1c9f683db63862783da0ff04e45cb1fdfec",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_ce62f",
                            table="activities_opinionsevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "opinions",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "activities_opinionsevent" ("addressee", "answer_number", "answered_on", "due_on", "explained", "in_progress", "level", "merged", "opinions", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phase", "record_id", "report_number", "resolved", "session_id") VALUES (NEW."addressee", NEW."answer_number", NEW."answered_on", NEW."due_on", NEW."explained", NEW."in_progress", NEW."level", NEW."merged", NEW."opinions", _pgh_attach_context(), NOW(), \'insert\', NEW."record_id", NEW."phase", NEW."record_id", NEW."report_number", NEW."resolved", NEW."session_id"); RETURN NULL;',
                            hash="8e007d690ad78903e4a173c68bd1e88257d888bf",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_1ac0c",
                            table="activities_opinions",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "opinions",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "activities_opinionsevent" ("addressee", "answer_number", "answered_on", "due_on", "explained", "in_progress", "level", "merged", "opinions", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phase", "record_id", "report_number", "resolved", "session_id") VALUES (NEW."addressee", NEW."answer_number", NEW."answered_on", NEW."due_on", NEW."explained", NEW."in_progress", NEW."level", NEW."merged", NEW."opinions", _pgh_attach_context(), NOW(), \'update\', NEW."record_id", NEW."phase", NEW."record_id", NEW."report_number", NEW."resolved", NEW."session_id"); RETURN NULL;',
                            hash="2ce908638d457f52b3de73a2501383a4a29f05c9",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_dc9a3",
                            table="activities_opinions",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "opinions",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "activities_opinionsevent" ("addressee", "answer_number", "answered_on", "due_on", "explained", "in_progress", "level", "merged", "opinions", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phase", "record_id", "report_number", "resolved", "session_id") VALUES (OLD."addressee", OLD."answer_number", OLD."answered_on", OLD."due_on", OLD."explained", OLD."in_progress", OLD."level", OLD."merged", OLD."opinions", _pgh_attach_context(), NOW(), \'delete\', OLD."record_id", OLD."phase", OLD."record_id", OLD."report_number", OLD."resolved", OLD."session_id"); RETURN NULL;',
                            hash="320d103de8d8f967cdc7bb7bc7f82aee669eb906",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_335b9",
                            table="activities_opinions",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "petitionsevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="ea7fbfb2a71ad6e36a084c13d4dc133cdd20cdc8",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_8aacd",
                            table="activities_petitionsevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "socialworkevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="9bc30b3fe482bb67cc17b24e5361168bc4dccec4",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_13502",
                            table="activities_socialworkevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "supervisionevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="c90b693df54c6d671e590d1c99abdfbb463f7f02",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_0992d",
                            table="activities_supervisionevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "votermeetingevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="e7a3ccb11a3d6f1be35a26ea925504995510cc98",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_e30bd",
                            table="activities_votermeetingevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "votermeeting",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "activities_votermeetingevent" ("announced_on", "answered_in_writing", "answered_on_spot", "bodies_present", "deputies", "form", "joint", "kind", "minutes", "mode", "opinions", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phase", "record_id", "session_id", "speakers", "to_centre", "to_province", "voters") VALUES (NEW."announced_on", NEW."answered_in_writing", NEW."answered_on_spot", NEW."bodies_present", NEW."deputies", NEW."form", NEW."joint", NEW."kind", NEW."minutes", NEW."mode", NEW."opinions", _pgh_attach_context(), NOW(), \'insert\', NEW."record_id", NEW."phase", NEW."record_id", NEW."session_id", NEW."speakers", NEW."to_centre", NEW."to_province", NEW."voters"); RETURN NULL;',
                            hash="2f970fce06b8e257888738246e72f47ddfa04779",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_1a179",
                            table="activities_votermeeting",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "votermeeting",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "activities_votermeetingevent" ("announced_on", "answered_in_writing", "answered_on_spot", "bodies_present", "deputies", "form", "joint", "kind", "minutes", "mode", "opinions", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phase", "record_id", "session_id", "speakers", "to_centre", "to_province", "voters") VALUES (NEW."announced_on", NEW."answered_in_writing", NEW."answered_on_spot", NEW."bodies_present", NEW."deputies", NEW."form", NEW."joint", NEW."kind", NEW."minutes", NEW."mode", NEW."opinions", _pgh_attach_context(), NOW(), \'update\', NEW."record_id", NEW."phase", NEW."record_id", NEW."session_id", NEW."speakers", NEW."to_centre", NEW."to_province", NEW."voters"); RETURN NULL;',
                            hash="095f1e7e00cfa858c8ebbd41134fbb78b42d03dc",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_4a88f",
                            table="activities_votermeeting",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "votermeeting",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "activities_votermeetingevent" ("announced_on", "answered_in_writing", "answered_on_spot", "bodies_present", "deputies", "form", "joint", "kind", "minutes", "mode", "opinions", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phase", "record_id", "session_id", "speakers", "to_centre", "to_province", "voters") VALUES (OLD."announced_on", OLD."answered_in_writing", OLD."answered_on_spot", OLD."bodies_present", OLD."deputies", OLD."form", OLD."joint", OLD."kind", OLD."minutes", OLD."mode", OLD."opinions", _pgh_attach_context(), NOW(), \'delete\', OLD."record_id", OLD."phase", OLD."record_id", OLD."session_id", OLD."speakers", OLD."to_centre", OLD."to_province", OLD."voters"); RETURN NULL;',
                            hash="49a7f210a68d3dfea9d0d8e9b06f23215063cc98",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_7ad5a",
                            table="activities_votermeeting",
                            when="AFTER",
                        ),
                    ),
                ),
            ],
        ),
    ]
