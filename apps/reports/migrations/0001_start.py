import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import apps.core.fields
import apps.core.operations


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "__first__"),
        ("activities", "0001_start"),
        ("campaigns", "0001_start"),
        ("core", "0001_add_extensions"),
        ("files", "0001_start"),
        ("indicators", "0001_start"),
        ("offices", "0001_start"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="Contact",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "way",
                    models.CharField(
                        choices=[
                            ("telephone", "telephone"),
                            ("message", "message (Zalo)"),
                            ("letter", "letter"),
                            ("mail", "e-mail"),
                            ("in_person", "in person"),
                        ],
                        max_length=10,
                        verbose_name="way",
                    ),
                ),
                ("person", apps.core.fields.NFCCharField(blank=True, max_length=120, verbose_name="with whom")),
                ("note", apps.core.fields.NFCTextField(blank=True, verbose_name="what was said")),
                ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="at")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="contacts", to="offices.office"
                    ),
                ),
                (
                    "period",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="contacts", to="campaigns.period"
                    ),
                ),
            ],
            options={
                "verbose_name": "contact",
                "ordering": ("-at", "-pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("way__in", ["telephone", "message", "letter", "mail", "in_person"])),
                        name="contact_way_known",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Reminder",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "step",
                    models.CharField(
                        choices=[
                            ("week_before", "a week before the due day"),
                            ("day_before", "the day before the due day"),
                            ("day_after", "the day after the due day"),
                            ("week_after", "a week after the due day"),
                            ("completion", "completion asked for"),
                        ],
                        max_length=12,
                    ),
                ),
                ("round", models.PositiveSmallIntegerField(default=0)),
                ("claimed_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("sent_at", models.DateTimeField(editable=False, null=True)),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="reminders", to="offices.office"
                    ),
                ),
                (
                    "period",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="reminders", to="campaigns.period"
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reminders",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "reminder",
                "ordering": ("claimed_at", "pk"),
                "constraints": [
                    models.UniqueConstraint(fields=("period", "office", "user", "step", "round"), name="reminder_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("step__in", ["week_before", "day_before", "day_after", "week_after", "completion"])
                        ),
                        name="reminder_step_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Request",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField(blank=True, null=True, verbose_name="number")),
                ("symbol", models.CharField(blank=True, max_length=40, verbose_name="symbol")),
                ("signed_on", models.DateField(blank=True, null=True, verbose_name="signed on")),
                ("signer", apps.core.fields.NFCCharField(blank=True, max_length=120, verbose_name="signer")),
                ("signed_as", models.CharField(blank=True, max_length=200, verbose_name="signed as")),
                ("introduction", apps.core.fields.NFCTextField(blank=True, verbose_name="introduction")),
                (
                    "outline",
                    apps.core.fields.NFCTextField(
                        blank=True, help_text="One section a line.", verbose_name="outline of the report"
                    ),
                ),
                ("form", apps.core.fields.NFCTextField(blank=True, verbose_name="form of the report")),
                (
                    "recipients",
                    apps.core.fields.NFCTextField(blank=True, help_text="One a line.", verbose_name="recipients"),
                ),
                ("due_on", models.DateField(verbose_name="due on")),
                ("content", models.JSONField(blank=True, default=dict, editable=False)),
                ("issued_at", models.DateTimeField(editable=False, null=True, verbose_name="issued at")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "issued_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pdf",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="files.storedfile",
                    ),
                ),
                (
                    "period",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="request", to="campaigns.period"
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
                (
                    "word",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="files.storedfile",
                    ),
                ),
            ],
            options={
                "verbose_name": "request for reports",
                "verbose_name_plural": "requests for reports",
                "ordering": ("period_id",),
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
                        name="request_number_with_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("issued_at", None), ("issued_by", None), ("pdf", None), ("word", None)),
                            models.Q(
                                ("issued_at__isnull", False),
                                ("issued_by__isnull", False),
                                ("pdf__isnull", False),
                                ("word__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="request_issued_with_files",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ContactEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "way",
                    models.CharField(
                        choices=[
                            ("telephone", "telephone"),
                            ("message", "message (Zalo)"),
                            ("letter", "letter"),
                            ("mail", "e-mail"),
                            ("in_person", "in person"),
                        ],
                        max_length=10,
                        verbose_name="way",
                    ),
                ),
                ("person", apps.core.fields.NFCCharField(blank=True, max_length=120, verbose_name="with whom")),
                ("note", apps.core.fields.NFCTextField(blank=True, verbose_name="what was said")),
                ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="at")),
                (
                    "by",
                    models.ForeignKey(
                        db_constraint=False,
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
                        to="reports.contact",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="RequestEvent",
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
                ("introduction", apps.core.fields.NFCTextField(blank=True, verbose_name="introduction")),
                (
                    "outline",
                    apps.core.fields.NFCTextField(
                        blank=True, help_text="One section a line.", verbose_name="outline of the report"
                    ),
                ),
                ("form", apps.core.fields.NFCTextField(blank=True, verbose_name="form of the report")),
                (
                    "recipients",
                    apps.core.fields.NFCTextField(blank=True, help_text="One a line.", verbose_name="recipients"),
                ),
                ("due_on", models.DateField(verbose_name="due on")),
                ("issued_at", models.DateTimeField(editable=False, null=True, verbose_name="issued at")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "issued_by",
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
                    "pdf",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        null=True,
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
                        to="reports.request",
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
                (
                    "word",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="files.storedfile",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Report",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("sent", "sent"),
                            ("to_complete", "completion asked for"),
                            ("received", "received"),
                            ("stale", "changed after receipt"),
                        ],
                        default="draft",
                        max_length=12,
                        verbose_name="state",
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="reports", to="offices.office"
                    ),
                ),
                (
                    "period",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="reports", to="campaigns.period"
                    ),
                ),
            ],
            options={
                "verbose_name": "office's report",
                "verbose_name_plural": "offices' reports",
                "ordering": ("period_id", "office_id"),
                "constraints": [
                    models.UniqueConstraint(fields=("period", "office"), name="report_one_of_each_office"),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["draft", "received", "sent", "to_complete"])),
                        name="report_state_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="IncomingPaper",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", apps.core.fields.NFCCharField(max_length=60, verbose_name="number and symbol")),
                ("dated_on", models.DateField(verbose_name="dated")),
                ("came_in_on", models.DateField(verbose_name="came in on")),
                (
                    "carrier",
                    models.CharField(
                        choices=[
                            ("by_hand", "by hand"),
                            ("post", "by post"),
                            ("mail", "by e-mail"),
                            ("network", "through the document network"),
                            ("message", "by message"),
                        ],
                        max_length=10,
                        verbose_name="came in",
                    ),
                ),
                ("note", apps.core.fields.NFCTextField(blank=True, verbose_name="note")),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "created_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
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
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="papers", to="reports.report"
                    ),
                ),
            ],
            options={
                "verbose_name": "paper that came in",
                "verbose_name_plural": "papers that came in",
                "ordering": ("came_in_on", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("came_in_on__gte", models.F("dated_on"))),
                        name="incoming_paper_days_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("carrier__in", ["by_hand", "post", "mail", "network", "message"])),
                        name="incoming_paper_carrier_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("number", ""), _negated=True), name="incoming_paper_number_given"
                    ),
                    models.UniqueConstraint(fields=("report", "number", "dated_on"), name="incoming_paper_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Justification",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("rule", models.SlugField(max_length=60, verbose_name="check")),
                ("subject", models.SlugField(max_length=60, verbose_name="figure")),
                ("objection", apps.core.fields.NFCTextField()),
                ("text", apps.core.fields.NFCTextField(verbose_name="justification")),
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
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="justifications", to="reports.report"
                    ),
                ),
            ],
            options={
                "verbose_name": "justification",
                "ordering": ("report_id", "rule", "subject"),
                "constraints": [
                    models.UniqueConstraint(fields=("report", "rule", "subject"), name="justification_one_a_breach"),
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True), name="justification_text_given"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Prose",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "section",
                    models.CharField(
                        choices=[
                            ("advantages", "advantages"),
                            ("difficulties", "difficulties"),
                            ("assessment", "assessment"),
                            ("experience", "experience drawn"),
                            ("plan", "tasks of the next period"),
                            ("proposals", "proposals"),
                        ],
                        max_length=20,
                        verbose_name="section",
                    ),
                ),
                ("text", apps.core.fields.NFCTextField(blank=True, verbose_name="text")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
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
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="prose", to="reports.report"
                    ),
                ),
            ],
            options={
                "verbose_name": "section of an office's report",
                "verbose_name_plural": "sections of offices' reports",
                "ordering": ("report_id", "section"),
                "constraints": [
                    models.UniqueConstraint(fields=("report", "section"), name="report_prose_one_a_section"),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "section__in",
                                ["advantages", "difficulties", "assessment", "experience", "plan", "proposals"],
                            )
                        ),
                        name="report_prose_section_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Version",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField(verbose_name="version")),
                ("content", models.JSONField(editable=False)),
                ("digest", models.CharField(editable=False, max_length=64)),
                (
                    "way",
                    models.CharField(
                        choices=[
                            ("program", "in the program"),
                            ("telephone", "by telephone, paper to follow"),
                            ("paper", "on paper"),
                        ],
                        default="program",
                        max_length=10,
                        verbose_name="handed in",
                    ),
                ),
                ("note", apps.core.fields.NFCTextField(blank=True, verbose_name="note")),
                (
                    "sent_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name="sent at"),
                ),
                ("confirmed_at", models.DateTimeField(editable=False, null=True, verbose_name="confirmed at")),
                ("received_at", models.DateTimeField(editable=False, null=True, verbose_name="received at")),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "received_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="versions", to="reports.report"
                    ),
                ),
                (
                    "sent_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "version of a report",
                "verbose_name_plural": "versions of reports",
                "ordering": ("report_id", "number"),
                "constraints": [
                    models.UniqueConstraint(fields=("report", "number"), name="version_number_once"),
                    models.CheckConstraint(condition=models.Q(("number__gte", 1)), name="version_numbers_from_one"),
                    models.CheckConstraint(
                        condition=models.Q(("digest__regex", "^[0-9a-f]{64}$")), name="version_digest_shape"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("way__in", ["program", "telephone", "paper"])), name="version_way_known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("confirmed_at", None), ("confirmed_by", None)),
                            models.Q(
                                ("confirmed_at__isnull", False),
                                ("confirmed_by__isnull", False),
                                ("way__in", ["paper", "telephone"]),
                            ),
                            _connector="OR",
                        ),
                        name="version_confirmed_by_whom",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("received_at", None), ("received_by", None)),
                            models.Q(("received_at__isnull", False), ("received_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="version_received_by_whom",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Question",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "section",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("advantages", "advantages"),
                            ("difficulties", "difficulties"),
                            ("assessment", "assessment"),
                            ("experience", "experience drawn"),
                            ("plan", "tasks of the next period"),
                            ("proposals", "proposals"),
                        ],
                        max_length=20,
                        verbose_name="section",
                    ),
                ),
                ("text", apps.core.fields.NFCTextField(verbose_name="question")),
                ("asked_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("answer", apps.core.fields.NFCTextField(blank=True, verbose_name="answer")),
                ("answered_at", models.DateTimeField(editable=False, null=True)),
                ("withdrawn_at", models.DateTimeField(editable=False, null=True)),
                (
                    "answered_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "indicator",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="indicators.indicator",
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
                (
                    "withdrawn_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="questions", to="reports.report"
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="questions", to="reports.version"
                    ),
                ),
            ],
            options={
                "verbose_name": "question on a report",
                "verbose_name_plural": "questions on reports",
                "ordering": ("report_id", "asked_at", "pk"),
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("text", ""), _negated=True), name="question_text_given"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("indicator", None), ("record", None)),
                            models.Q(("indicator", None), ("section", "")),
                            models.Q(("record", None), ("section", "")),
                            _connector="OR",
                        ),
                        name="question_about_one_thing",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "section__in",
                                ["", "advantages", "difficulties", "assessment", "experience", "plan", "proposals"],
                            )
                        ),
                        name="question_section_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer", ""), ("answered_at", None), ("answered_by", None)),
                            models.Q(
                                models.Q(("answer", ""), _negated=True),
                                ("answered_at__isnull", False),
                                ("answered_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="question_answered_by_whom",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("withdrawn_at", None), ("withdrawn_by", None)),
                            models.Q(("withdrawn_at__isnull", False), ("withdrawn_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="question_withdrawn_by_whom",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ProseEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "section",
                    models.CharField(
                        choices=[
                            ("advantages", "advantages"),
                            ("difficulties", "difficulties"),
                            ("assessment", "assessment"),
                            ("experience", "experience drawn"),
                            ("plan", "tasks of the next period"),
                            ("proposals", "proposals"),
                        ],
                        max_length=20,
                        verbose_name="section",
                    ),
                ),
                ("text", apps.core.fields.NFCTextField(blank=True, verbose_name="text")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
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
                        to="reports.prose",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="reports.report",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="JustificationEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("rule", models.SlugField(db_index=False, max_length=60, verbose_name="check")),
                ("subject", models.SlugField(db_index=False, max_length=60, verbose_name="figure")),
                ("objection", apps.core.fields.NFCTextField()),
                ("text", apps.core.fields.NFCTextField(verbose_name="justification")),
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
                        to="reports.justification",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="reports.report",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="IncomingPaperEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("number", apps.core.fields.NFCCharField(max_length=60, verbose_name="number and symbol")),
                ("dated_on", models.DateField(verbose_name="dated")),
                ("came_in_on", models.DateField(verbose_name="came in on")),
                (
                    "carrier",
                    models.CharField(
                        choices=[
                            ("by_hand", "by hand"),
                            ("post", "by post"),
                            ("mail", "by e-mail"),
                            ("network", "through the document network"),
                            ("message", "by message"),
                        ],
                        max_length=10,
                        verbose_name="came in",
                    ),
                ),
                ("note", apps.core.fields.NFCTextField(blank=True, verbose_name="note")),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "created_by",
                    models.ForeignKey(
                        db_constraint=False,
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
                        to="reports.incomingpaper",
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
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="reports.report",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ReportEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("sent", "sent"),
                            ("to_complete", "completion asked for"),
                            ("received", "received"),
                            ("stale", "changed after receipt"),
                        ],
                        default="draft",
                        max_length=12,
                        verbose_name="state",
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
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
                        to="reports.report",
                    ),
                ),
                (
                    "current",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="reports.version",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="VersionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("number", models.PositiveSmallIntegerField(verbose_name="version")),
                ("digest", models.CharField(editable=False, max_length=64)),
                (
                    "way",
                    models.CharField(
                        choices=[
                            ("program", "in the program"),
                            ("telephone", "by telephone, paper to follow"),
                            ("paper", "on paper"),
                        ],
                        default="program",
                        max_length=10,
                        verbose_name="handed in",
                    ),
                ),
                ("note", apps.core.fields.NFCTextField(blank=True, verbose_name="note")),
                (
                    "sent_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name="sent at"),
                ),
                ("confirmed_at", models.DateTimeField(editable=False, null=True, verbose_name="confirmed at")),
                ("received_at", models.DateTimeField(editable=False, null=True, verbose_name="received at")),
                (
                    "confirmed_by",
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
                        to="reports.version",
                    ),
                ),
                (
                    "received_by",
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
                    "report",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="reports.report",
                    ),
                ),
                (
                    "sent_by",
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
        migrations.CreateModel(
            name="QuestionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "section",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("advantages", "advantages"),
                            ("difficulties", "difficulties"),
                            ("assessment", "assessment"),
                            ("experience", "experience drawn"),
                            ("plan", "tasks of the next period"),
                            ("proposals", "proposals"),
                        ],
                        max_length=20,
                        verbose_name="section",
                    ),
                ),
                ("text", apps.core.fields.NFCTextField(verbose_name="question")),
                ("asked_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("answer", apps.core.fields.NFCTextField(blank=True, verbose_name="answer")),
                ("answered_at", models.DateTimeField(editable=False, null=True)),
                ("withdrawn_at", models.DateTimeField(editable=False, null=True)),
                (
                    "answered_by",
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
                        to="reports.question",
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
                (
                    "withdrawn_by",
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
                    "report",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="reports.report",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="reports.version",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="Report",
            name="current",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="current_of",
                to="reports.version",
            ),
        ),
        migrations.AddConstraint(
            model_name="Report",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("current", None), ("state", "draft")),
                    models.Q(models.Q(("state", "draft"), _negated=True), ("current__isnull", False)),
                    _connector="OR",
                ),
                name="report_draft_until_sent",
            ),
        ),
        apps.core.operations.AddTriggers(
            triggers=[
                (
                    "contact",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reports_contactevent" ("at", "by_id", "id", "note", "office_id", "period_id", "person", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "way") VALUES (NEW."at", NEW."by_id", NEW."id", NEW."note", NEW."office_id", NEW."period_id", NEW."person", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."way"); RETURN NULL;',
                            hash="8df4903aef60397bc6c1ef7a2d2e7b3d878ede4f",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_0f47c",
                            table="reports_contact",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "contact",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "reports_contactevent" ("at", "by_id", "id", "note", "office_id", "period_id", "person", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "way") VALUES (NEW."at", NEW."by_id", NEW."id", NEW."note", NEW."office_id", NEW."period_id", NEW."person", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."way"); RETURN NULL;',
                            hash="9c32b61fb0ccb588630cf320d6cd910dff19356f",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_6e56f",
                            table="reports_contact",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "contact",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reports_contactevent" ("at", "by_id", "id", "note", "office_id", "period_id", "person", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "way") VALUES (OLD."at", OLD."by_id", OLD."id", OLD."note", OLD."office_id", OLD."period_id", OLD."person", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."way"); RETURN NULL;',
                            hash="3e4fb56d0317752b0c4410db8ff5079a08782a5c",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_ebee8",
                            table="reports_contact",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "contactevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="1d7cb7cf513e53fd2c83918ee651221e895a227c",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_f6f24",
                            table="reports_contactevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "proseevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="8c59046d3c90defd3944c9c41d9174908a550c77",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_cd66b",
                            table="reports_proseevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "prose",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reports_proseevent" ("edited_at", "edited_by_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id", "section", "text", "version") VALUES (NEW."edited_at", NEW."edited_by_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."report_id", NEW."section", NEW."text", NEW."version"); RETURN NULL;',
                            hash="e5b98e76571681d638d33998cc1cafe86fbbc426",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_2e57d",
                            table="reports_prose",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "prose",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "reports_proseevent" ("edited_at", "edited_by_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id", "section", "text", "version") VALUES (NEW."edited_at", NEW."edited_by_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."report_id", NEW."section", NEW."text", NEW."version"); RETURN NULL;',
                            hash="b94f5cec6ea495c688fbffa5529ed6672a01af3a",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_f761d",
                            table="reports_prose",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "prose",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reports_proseevent" ("edited_at", "edited_by_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id", "section", "text", "version") VALUES (OLD."edited_at", OLD."edited_by_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."report_id", OLD."section", OLD."text", OLD."version"); RETURN NULL;',
                            hash="cc625538e4466dd7b151069137409fd6307beea6",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_2446c",
                            table="reports_prose",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "justificationevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="fba08e0f66db986a3c92238532ca76b2d7210122",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_536ce",
                            table="reports_justificationevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "justification",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reports_justificationevent" ("edited_at", "edited_by_id", "id", "objection", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id", "rule", "subject", "text") VALUES (NEW."edited_at", NEW."edited_by_id", NEW."id", NEW."objection", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."report_id", NEW."rule", NEW."subject", NEW."text"); RETURN NULL;',
                            hash="9a6985ae6ccdca5bba00f7bde26dc96cc73bff63",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_72123",
                            table="reports_justification",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "justification",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "reports_justificationevent" ("edited_at", "edited_by_id", "id", "objection", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id", "rule", "subject", "text") VALUES (NEW."edited_at", NEW."edited_by_id", NEW."id", NEW."objection", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."report_id", NEW."rule", NEW."subject", NEW."text"); RETURN NULL;',
                            hash="dd9a0329d3c49cf9b78fb70268cbb43cd25ef1e6",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_015b0",
                            table="reports_justification",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "justification",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reports_justificationevent" ("edited_at", "edited_by_id", "id", "objection", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id", "rule", "subject", "text") VALUES (OLD."edited_at", OLD."edited_by_id", OLD."id", OLD."objection", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."report_id", OLD."rule", OLD."subject", OLD."text"); RETURN NULL;',
                            hash="a5949c1824e206289b4bf4d390f46ea1bd42c9b0",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_bafcc",
                            table="reports_justification",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "incomingpaperevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="73b1769630b916914c796523810ded7cc9f5944b",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_c82d6",
                            table="reports_incomingpaperevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "incomingpaper",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reports_incomingpaperevent" ("came_in_on", "carrier", "created_at", "created_by_id", "dated_on", "id", "note", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id", "scan_id") VALUES (NEW."came_in_on", NEW."carrier", NEW."created_at", NEW."created_by_id", NEW."dated_on", NEW."id", NEW."note", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."report_id", NEW."scan_id"); RETURN NULL;',
                            hash="2f96edca8109d76c1b8c103e9261c34ecf91a809",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_9078b",
                            table="reports_incomingpaper",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "incomingpaper",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "reports_incomingpaperevent" ("came_in_on", "carrier", "created_at", "created_by_id", "dated_on", "id", "note", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id", "scan_id") VALUES (NEW."came_in_on", NEW."carrier", NEW."created_at", NEW."created_by_id", NEW."dated_on", NEW."id", NEW."note", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."report_id", NEW."scan_id"); RETURN NULL;',
                            hash="206dafb62726f60d72182dd7825dcde6527e08b7",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_5ed8f",
                            table="reports_incomingpaper",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "incomingpaper",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reports_incomingpaperevent" ("came_in_on", "carrier", "created_at", "created_by_id", "dated_on", "id", "note", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id", "scan_id") VALUES (OLD."came_in_on", OLD."carrier", OLD."created_at", OLD."created_by_id", OLD."dated_on", OLD."id", OLD."note", OLD."number", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."report_id", OLD."scan_id"); RETURN NULL;',
                            hash="d154b351051d0b2ed0992da439bb6c3f65bdee1f",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_fabf0",
                            table="reports_incomingpaper",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "request",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reports_requestevent" ("due_on", "form", "id", "introduction", "issued_at", "issued_by_id", "number", "outline", "pdf_id", "period_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recipients", "scan_id", "signed_as", "signed_on", "signer", "symbol", "version", "word_id") VALUES (NEW."due_on", NEW."form", NEW."id", NEW."introduction", NEW."issued_at", NEW."issued_by_id", NEW."number", NEW."outline", NEW."pdf_id", NEW."period_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."recipients", NEW."scan_id", NEW."signed_as", NEW."signed_on", NEW."signer", NEW."symbol", NEW."version", NEW."word_id"); RETURN NULL;',
                            hash="fc2e9ca6bd2cf4add6cbc645b4fda22030baae33",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_bcfb6",
                            table="reports_request",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "request",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."due_on" IS DISTINCT FROM (NEW."due_on") OR OLD."form" IS DISTINCT FROM (NEW."form") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."introduction" IS DISTINCT FROM (NEW."introduction") OR OLD."issued_at" IS DISTINCT FROM (NEW."issued_at") OR OLD."issued_by_id" IS DISTINCT FROM (NEW."issued_by_id") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."outline" IS DISTINCT FROM (NEW."outline") OR OLD."pdf_id" IS DISTINCT FROM (NEW."pdf_id") OR OLD."period_id" IS DISTINCT FROM (NEW."period_id") OR OLD."recipients" IS DISTINCT FROM (NEW."recipients") OR OLD."scan_id" IS DISTINCT FROM (NEW."scan_id") OR OLD."signed_as" IS DISTINCT FROM (NEW."signed_as") OR OLD."signed_on" IS DISTINCT FROM (NEW."signed_on") OR OLD."signer" IS DISTINCT FROM (NEW."signer") OR OLD."symbol" IS DISTINCT FROM (NEW."symbol") OR OLD."version" IS DISTINCT FROM (NEW."version") OR OLD."word_id" IS DISTINCT FROM (NEW."word_id"))',
                            func='INSERT INTO "reports_requestevent" ("due_on", "form", "id", "introduction", "issued_at", "issued_by_id", "number", "outline", "pdf_id", "period_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recipients", "scan_id", "signed_as", "signed_on", "signer", "symbol", "version", "word_id") VALUES (NEW."due_on", NEW."form", NEW."id", NEW."introduction", NEW."issued_at", NEW."issued_by_id", NEW."number", NEW."outline", NEW."pdf_id", NEW."period_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."recipients", NEW."scan_id", NEW."signed_as", NEW."signed_on", NEW."signer", NEW."symbol", NEW."version", NEW."word_id"); RETURN NULL;',
                            hash="904a67428183f4d3daa69433c281c4e806ccac2f",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_84313",
                            table="reports_request",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "request",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reports_requestevent" ("due_on", "form", "id", "introduction", "issued_at", "issued_by_id", "number", "outline", "pdf_id", "period_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recipients", "scan_id", "signed_as", "signed_on", "signer", "symbol", "version", "word_id") VALUES (OLD."due_on", OLD."form", OLD."id", OLD."introduction", OLD."issued_at", OLD."issued_by_id", OLD."number", OLD."outline", OLD."pdf_id", OLD."period_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."recipients", OLD."scan_id", OLD."signed_as", OLD."signed_on", OLD."signer", OLD."symbol", OLD."version", OLD."word_id"); RETURN NULL;',
                            hash="3685437bacdca0fdb099b09127d84b701c06a998",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_d21fb",
                            table="reports_request",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "requestevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="64754d089361a08de760379e02824bcecc09dabe",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_7c370",
                            table="reports_requestevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "version",
                    pgtrigger.compiler.Trigger(
                        name="as_it_was_sent",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."report_id" IS DISTINCT FROM (NEW."report_id") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."content" IS DISTINCT FROM (NEW."content") OR OLD."digest" IS DISTINCT FROM (NEW."digest") OR OLD."way" IS DISTINCT FROM (NEW."way") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."sent_at" IS DISTINCT FROM (NEW."sent_at") OR OLD."sent_by_id" IS DISTINCT FROM (NEW."sent_by_id"))',
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="db8a229d0656fed8df7482db1c7cdd9261ef7449",
                            operation="UPDATE",
                            pgid="pgtrigger_as_it_was_sent_2b92e",
                            table="reports_version",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "version",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reports_versionevent" ("confirmed_at", "confirmed_by_id", "digest", "id", "note", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_at", "received_by_id", "report_id", "sent_at", "sent_by_id", "way") VALUES (NEW."confirmed_at", NEW."confirmed_by_id", NEW."digest", NEW."id", NEW."note", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."received_at", NEW."received_by_id", NEW."report_id", NEW."sent_at", NEW."sent_by_id", NEW."way"); RETURN NULL;',
                            hash="f046d02044abdb3fe946a25c7864ce64a17c59d2",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_20892",
                            table="reports_version",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "version",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."confirmed_at" IS DISTINCT FROM (NEW."confirmed_at") OR OLD."confirmed_by_id" IS DISTINCT FROM (NEW."confirmed_by_id") OR OLD."digest" IS DISTINCT FROM (NEW."digest") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."received_at" IS DISTINCT FROM (NEW."received_at") OR OLD."received_by_id" IS DISTINCT FROM (NEW."received_by_id") OR OLD."report_id" IS DISTINCT FROM (NEW."report_id") OR OLD."sent_at" IS DISTINCT FROM (NEW."sent_at") OR OLD."sent_by_id" IS DISTINCT FROM (NEW."sent_by_id") OR OLD."way" IS DISTINCT FROM (NEW."way"))',
                            func='INSERT INTO "reports_versionevent" ("confirmed_at", "confirmed_by_id", "digest", "id", "note", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_at", "received_by_id", "report_id", "sent_at", "sent_by_id", "way") VALUES (NEW."confirmed_at", NEW."confirmed_by_id", NEW."digest", NEW."id", NEW."note", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."received_at", NEW."received_by_id", NEW."report_id", NEW."sent_at", NEW."sent_by_id", NEW."way"); RETURN NULL;',
                            hash="ff4718a78e0a7214d514db1e2a1fee8e8b49ca48",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_12d6f",
                            table="reports_version",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "version",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reports_versionevent" ("confirmed_at", "confirmed_by_id", "digest", "id", "note", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_at", "received_by_id", "report_id", "sent_at", "sent_by_id", "way") VALUES (OLD."confirmed_at", OLD."confirmed_by_id", OLD."digest", OLD."id", OLD."note", OLD."number", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."received_at", OLD."received_by_id", OLD."report_id", OLD."sent_at", OLD."sent_by_id", OLD."way"); RETURN NULL;',
                            hash="36d75cdbc513cf66a3f0c2063214c55d06193c58",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_e1352",
                            table="reports_version",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "reportevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="79709c12d5a2ece868c72f81bcfe3e43e6ab1222",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_eac1b",
                            table="reports_reportevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "report",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reports_reportevent" ("created_at", "current_id", "id", "office_id", "period_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state") VALUES (NEW."created_at", NEW."current_id", NEW."id", NEW."office_id", NEW."period_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."state"); RETURN NULL;',
                            hash="51e61cf8f95853ac28656772db71f605088be25e",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_84ceb",
                            table="reports_report",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "report",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "reports_reportevent" ("created_at", "current_id", "id", "office_id", "period_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state") VALUES (NEW."created_at", NEW."current_id", NEW."id", NEW."office_id", NEW."period_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."state"); RETURN NULL;',
                            hash="8eca3ae12e53d1a29be6a360168dd65afc62ca4d",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_234a9",
                            table="reports_report",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "report",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reports_reportevent" ("created_at", "current_id", "id", "office_id", "period_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state") VALUES (OLD."created_at", OLD."current_id", OLD."id", OLD."office_id", OLD."period_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."state"); RETURN NULL;',
                            hash="52a96f81d000303999b63bbd33dd40c435d80dd2",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_6acd6",
                            table="reports_report",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "questionevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="2b9dadc4b01a165a98caa6a4008d341838b2e50e",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_816be",
                            table="reports_questionevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "question",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reports_questionevent" ("answer", "answered_at", "answered_by_id", "asked_at", "asked_by_id", "id", "indicator_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id", "report_id", "section", "text", "version_id", "withdrawn_at", "withdrawn_by_id") VALUES (NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."asked_at", NEW."asked_by_id", NEW."id", NEW."indicator_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."record_id", NEW."report_id", NEW."section", NEW."text", NEW."version_id", NEW."withdrawn_at", NEW."withdrawn_by_id"); RETURN NULL;',
                            hash="15a0fcb382fc9cf0f7c68537b4885d42e4795285",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_e9515",
                            table="reports_question",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "question",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "reports_questionevent" ("answer", "answered_at", "answered_by_id", "asked_at", "asked_by_id", "id", "indicator_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id", "report_id", "section", "text", "version_id", "withdrawn_at", "withdrawn_by_id") VALUES (NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."asked_at", NEW."asked_by_id", NEW."id", NEW."indicator_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."record_id", NEW."report_id", NEW."section", NEW."text", NEW."version_id", NEW."withdrawn_at", NEW."withdrawn_by_id"); RETURN NULL;',
                            hash="78af5261e5e2b5dca5adbf4d7ee1ed45f03c313c",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_06f1d",
                            table="reports_question",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "question",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reports_questionevent" ("answer", "answered_at", "answered_by_id", "asked_at", "asked_by_id", "id", "indicator_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id", "report_id", "section", "text", "version_id", "withdrawn_at", "withdrawn_by_id") VALUES (OLD."answer", OLD."answered_at", OLD."answered_by_id", OLD."asked_at", OLD."asked_by_id", OLD."id", OLD."indicator_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."record_id", OLD."report_id", OLD."section", OLD."text", OLD."version_id", OLD."withdrawn_at", OLD."withdrawn_by_id"); RETURN NULL;',
                            hash="68dcc328a11b20c0a8b33c7ce54438156cecb592",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_76ed6",
                            table="reports_question",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "versionevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="52e63c74e3b54c9ab548856480e2cb583c6e5b7d",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_bc6a4",
                            table="reports_versionevent",
                            when="BEFORE",
                        ),
                    ),
                ),
            ],
        ),
    ]
