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
        ("campaigns", "0001_start"),
        ("core", "0001_add_extensions"),
        ("files", "0001_start"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="Prose",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "section",
                    models.CharField(
                        choices=[
                            ("situation", "situation: advantages and difficulties"),
                            ("session-service", "serving the session; administration"),
                            ("party-union", "Party and union work"),
                            ("models", "results of movements, role models, initiatives"),
                            ("awards", "commendations in the period"),
                            ("assessment", "general assessment: strengths"),
                            ("limits", "limitations"),
                            ("causes", "causes"),
                            ("lessons", "lessons"),
                            ("solutions", "solutions for the next period"),
                            ("proposals", "petitions and proposals"),
                            ("recipients", "recipients, one a line"),
                        ],
                        max_length=20,
                        verbose_name="section",
                    ),
                ),
                ("text", apps.core.fields.NFCTextField(blank=True, verbose_name="text")),
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
                    "period",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="prose", to="campaigns.period"
                    ),
                ),
            ],
            options={
                "verbose_name": "typed section",
                "verbose_name_plural": "typed sections",
                "ordering": ("period_id", "section"),
                "constraints": [
                    models.UniqueConstraint(fields=("period", "section"), name="prose_one_a_section"),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "section__in",
                                [
                                    "situation",
                                    "session-service",
                                    "party-union",
                                    "models",
                                    "awards",
                                    "assessment",
                                    "limits",
                                    "causes",
                                    "lessons",
                                    "solutions",
                                    "proposals",
                                    "recipients",
                                ],
                            )
                        ),
                        name="prose_section_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Summary",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "paper",
                    models.CharField(
                        choices=[
                            ("draft", "draft report for the conference"),
                            ("after", "report after the conference"),
                        ],
                        max_length=10,
                        verbose_name="paper",
                    ),
                ),
                ("content", models.JSONField(blank=True, default=dict, editable=False)),
                ("built_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="built at")),
                (
                    "published_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="published at"),
                ),
                (
                    "annex",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="files.storedfile",
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
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="summaries", to="campaigns.period"
                    ),
                ),
                (
                    "published_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                "verbose_name": "summary report",
                "verbose_name_plural": "summary reports",
                "ordering": ("period_id", "paper"),
                "constraints": [
                    models.UniqueConstraint(fields=("period", "paper"), name="summary_one_of_each_paper"),
                    models.CheckConstraint(
                        condition=models.Q(("paper__in", ["draft", "after"])), name="summary_paper_known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("annex", None), ("built_at", None), ("content", {}), ("pdf", None), ("word", None)
                            ),
                            models.Q(
                                ("annex__isnull", False),
                                ("built_at__isnull", False),
                                ("pdf__isnull", False),
                                ("word__isnull", False),
                                models.Q(("content", {}), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="summary_built_with_files",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("published_at", None), ("published_by", None)),
                            models.Q(
                                ("built_at__isnull", False),
                                ("published_at__isnull", False),
                                ("published_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="summary_published_by_whom",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Build",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "purpose",
                    models.CharField(
                        choices=[("renew", "figures and files"), ("issue", "files of the published report")],
                        default="renew",
                        max_length=10,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("queued", "waiting to start"),
                            ("running", "being written"),
                            ("done", "finished"),
                            ("failed", "failed"),
                        ],
                        default="queued",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                (
                    "step",
                    models.CharField(
                        choices=[
                            ("waiting", "waiting for a worker"),
                            ("figures", "reading figures"),
                            ("sentences", "writing sentences"),
                            ("word", "making the Word file"),
                            ("pdf", "making the PDF files"),
                            ("keeping", "keeping the files"),
                        ],
                        default="waiting",
                        max_length=10,
                        verbose_name="step",
                    ),
                ),
                ("done", models.PositiveSmallIntegerField(default=0)),
                ("total", models.PositiveSmallIntegerField(default=6)),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
                ("reason", apps.core.fields.NFCTextField(blank=True, verbose_name="reason")),
                ("requested_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("claim", models.UUIDField(editable=False, null=True)),
                ("claimed_at", models.DateTimeField(editable=False, null=True)),
                ("heartbeat_at", models.DateTimeField(editable=False, null=True)),
                ("finished_at", models.DateTimeField(editable=False, null=True)),
                (
                    "requested_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "summary",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="builds", to="summaries.summary"
                    ),
                ),
            ],
            options={
                "verbose_name": "build of a report",
                "verbose_name_plural": "builds of reports",
                "ordering": ("-requested_at", "-pk"),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", ["queued", "running"])),
                        fields=("summary",),
                        name="build_one_open",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["queued", "running", "done", "failed"])),
                        name="build_state_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("done__lte", models.F("total"))), name="build_steps_within_total"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("finished_at", None), ("state__in", ["queued", "running"])),
                            models.Q(("finished_at__isnull", False), ("state__in", ["done", "failed"])),
                            _connector="OR",
                        ),
                        name="build_finished_when",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "running"), _negated=True),
                            models.Q(
                                ("claim__isnull", False), ("claimed_at__isnull", False), ("heartbeat_at__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="build_running_is_claimed",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "failed"), models.Q(("reason", ""), _negated=True)),
                            models.Q(("state", "failed"), _negated=True),
                            _connector="OR",
                        ),
                        name="build_failed_for_a_reason",
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
                            ("situation", "situation: advantages and difficulties"),
                            ("session-service", "serving the session; administration"),
                            ("party-union", "Party and union work"),
                            ("models", "results of movements, role models, initiatives"),
                            ("awards", "commendations in the period"),
                            ("assessment", "general assessment: strengths"),
                            ("limits", "limitations"),
                            ("causes", "causes"),
                            ("lessons", "lessons"),
                            ("solutions", "solutions for the next period"),
                            ("proposals", "petitions and proposals"),
                            ("recipients", "recipients, one a line"),
                        ],
                        max_length=20,
                        verbose_name="section",
                    ),
                ),
                ("text", apps.core.fields.NFCTextField(blank=True, verbose_name="text")),
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
                        to="summaries.prose",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SummaryEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "paper",
                    models.CharField(
                        choices=[
                            ("draft", "draft report for the conference"),
                            ("after", "report after the conference"),
                        ],
                        max_length=10,
                        verbose_name="paper",
                    ),
                ),
                ("built_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="built at")),
                (
                    "published_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="published at"),
                ),
                (
                    "annex",
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
                        to="summaries.summary",
                    ),
                ),
                (
                    "published_by",
                    models.ForeignKey(
                        blank=True,
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
            name="Wording",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("paragraph", models.CharField(max_length=60, verbose_name="paragraph")),
                ("text", apps.core.fields.NFCTextField(verbose_name="wording")),
                ("generated", apps.core.fields.NFCTextField()),
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
                    "summary",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="wordings", to="summaries.summary"
                    ),
                ),
            ],
            options={
                "verbose_name": "edited wording",
                "verbose_name_plural": "edited wordings",
                "ordering": ("summary_id", "paragraph"),
                "constraints": [
                    models.UniqueConstraint(fields=("summary", "paragraph"), name="wording_one_a_paragraph"),
                    models.CheckConstraint(condition=models.Q(("text", ""), _negated=True), name="wording_text_given"),
                ],
            },
        ),
        migrations.CreateModel(
            name="BuildEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "purpose",
                    models.CharField(
                        choices=[("renew", "figures and files"), ("issue", "files of the published report")],
                        default="renew",
                        max_length=10,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("queued", "waiting to start"),
                            ("running", "being written"),
                            ("done", "finished"),
                            ("failed", "failed"),
                        ],
                        default="queued",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                (
                    "step",
                    models.CharField(
                        choices=[
                            ("waiting", "waiting for a worker"),
                            ("figures", "reading figures"),
                            ("sentences", "writing sentences"),
                            ("word", "making the Word file"),
                            ("pdf", "making the PDF files"),
                            ("keeping", "keeping the files"),
                        ],
                        default="waiting",
                        max_length=10,
                        verbose_name="step",
                    ),
                ),
                ("done", models.PositiveSmallIntegerField(default=0)),
                ("total", models.PositiveSmallIntegerField(default=6)),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
                ("reason", apps.core.fields.NFCTextField(blank=True, verbose_name="reason")),
                ("requested_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("claim", models.UUIDField(editable=False, null=True)),
                ("claimed_at", models.DateTimeField(editable=False, null=True)),
                ("finished_at", models.DateTimeField(editable=False, null=True)),
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
                        to="summaries.build",
                    ),
                ),
                (
                    "requested_by",
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
                    "summary",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="summaries.summary",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="WordingEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("paragraph", models.CharField(max_length=60, verbose_name="paragraph")),
                ("text", apps.core.fields.NFCTextField(verbose_name="wording")),
                ("generated", apps.core.fields.NFCTextField()),
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
                        to="summaries.wording",
                    ),
                ),
                (
                    "summary",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="summaries.summary",
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
                    "prose",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "summaries_proseevent" ("edited_at", "edited_by_id", "id", "period_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "section", "text") VALUES (NEW."edited_at", NEW."edited_by_id", NEW."id", NEW."period_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."section", NEW."text"); RETURN NULL;',
                            hash="e421e497a1a36d11aee5005483410d5f0fc103eb",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_41294",
                            table="summaries_prose",
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
                            func='INSERT INTO "summaries_proseevent" ("edited_at", "edited_by_id", "id", "period_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "section", "text") VALUES (NEW."edited_at", NEW."edited_by_id", NEW."id", NEW."period_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."section", NEW."text"); RETURN NULL;',
                            hash="2c587a515b100112de38657a343df57d66f64e15",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_0c9ad",
                            table="summaries_prose",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "prose",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "summaries_proseevent" ("edited_at", "edited_by_id", "id", "period_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "section", "text") VALUES (OLD."edited_at", OLD."edited_by_id", OLD."id", OLD."period_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."section", OLD."text"); RETURN NULL;',
                            hash="ec1e921a6a0f63d3fc6f49b9cff2df9b2dba2384",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_c3a2b",
                            table="summaries_prose",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "proseevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="be5b286ea0c96ff19b5a1192fd29008cb25b0536",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_49cc5",
                            table="summaries_proseevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "summary",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "summaries_summaryevent" ("annex_id", "built_at", "id", "paper", "pdf_id", "period_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "word_id") VALUES (NEW."annex_id", NEW."built_at", NEW."id", NEW."paper", NEW."pdf_id", NEW."period_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."published_at", NEW."published_by_id", NEW."word_id"); RETURN NULL;',
                            hash="edd7105c371304996603813bc6e205530b7cce56",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_fa4ab",
                            table="summaries_summary",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "summary",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."annex_id" IS DISTINCT FROM (NEW."annex_id") OR OLD."built_at" IS DISTINCT FROM (NEW."built_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."paper" IS DISTINCT FROM (NEW."paper") OR OLD."pdf_id" IS DISTINCT FROM (NEW."pdf_id") OR OLD."period_id" IS DISTINCT FROM (NEW."period_id") OR OLD."published_at" IS DISTINCT FROM (NEW."published_at") OR OLD."published_by_id" IS DISTINCT FROM (NEW."published_by_id") OR OLD."word_id" IS DISTINCT FROM (NEW."word_id"))',
                            func='INSERT INTO "summaries_summaryevent" ("annex_id", "built_at", "id", "paper", "pdf_id", "period_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "word_id") VALUES (NEW."annex_id", NEW."built_at", NEW."id", NEW."paper", NEW."pdf_id", NEW."period_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."published_at", NEW."published_by_id", NEW."word_id"); RETURN NULL;',
                            hash="47fd2f4763095ff01b234d5b17893b5c857e191b",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_b23b7",
                            table="summaries_summary",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "summary",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "summaries_summaryevent" ("annex_id", "built_at", "id", "paper", "pdf_id", "period_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "word_id") VALUES (OLD."annex_id", OLD."built_at", OLD."id", OLD."paper", OLD."pdf_id", OLD."period_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."published_at", OLD."published_by_id", OLD."word_id"); RETURN NULL;',
                            hash="3797e96e33135d1c8389cf855084a23d87e36ac9",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_c7cf3",
                            table="summaries_summary",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "buildevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="6ed44765049667b8b0c1707a39538d8408dd60dc",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_08534",
                            table="summaries_buildevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "build",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "summaries_buildevent" ("attempts", "claim", "claimed_at", "done", "finished_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "reason", "requested_at", "requested_by_id", "state", "step", "summary_id", "total") VALUES (NEW."attempts", NEW."claim", NEW."claimed_at", NEW."done", NEW."finished_at", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."purpose", NEW."reason", NEW."requested_at", NEW."requested_by_id", NEW."state", NEW."step", NEW."summary_id", NEW."total"); RETURN NULL;',
                            hash="dc6962e3aad7a96459c5ee6ffd718a2a3106fcb1",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_664d7",
                            table="summaries_build",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "build",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."attempts" IS DISTINCT FROM (NEW."attempts") OR OLD."claim" IS DISTINCT FROM (NEW."claim") OR OLD."claimed_at" IS DISTINCT FROM (NEW."claimed_at") OR OLD."done" IS DISTINCT FROM (NEW."done") OR OLD."finished_at" IS DISTINCT FROM (NEW."finished_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."purpose" IS DISTINCT FROM (NEW."purpose") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."requested_at" IS DISTINCT FROM (NEW."requested_at") OR OLD."requested_by_id" IS DISTINCT FROM (NEW."requested_by_id") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."step" IS DISTINCT FROM (NEW."step") OR OLD."summary_id" IS DISTINCT FROM (NEW."summary_id") OR OLD."total" IS DISTINCT FROM (NEW."total"))',
                            func='INSERT INTO "summaries_buildevent" ("attempts", "claim", "claimed_at", "done", "finished_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "reason", "requested_at", "requested_by_id", "state", "step", "summary_id", "total") VALUES (NEW."attempts", NEW."claim", NEW."claimed_at", NEW."done", NEW."finished_at", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."purpose", NEW."reason", NEW."requested_at", NEW."requested_by_id", NEW."state", NEW."step", NEW."summary_id", NEW."total"); RETURN NULL;',
                            hash="82c70914934c787cae85a2531951cadf76424ac6",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_328ed",
                            table="summaries_build",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "build",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "summaries_buildevent" ("attempts", "claim", "claimed_at", "done", "finished_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "reason", "requested_at", "requested_by_id", "state", "step", "summary_id", "total") VALUES (OLD."attempts", OLD."claim", OLD."claimed_at", OLD."done", OLD."finished_at", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."purpose", OLD."reason", OLD."requested_at", OLD."requested_by_id", OLD."state", OLD."step", OLD."summary_id", OLD."total"); RETURN NULL;',
                            hash="88810a3034a8825924c5b13bde474cd4f295077f",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_10d12",
                            table="summaries_build",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "summaryevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="2e675068b5e2e3cf068515eb861f71f046908dc2",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_55649",
                            table="summaries_summaryevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                (
                    "wording",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "summaries_wordingevent" ("edited_at", "edited_by_id", "generated", "id", "paragraph", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "summary_id", "text", "version") VALUES (NEW."edited_at", NEW."edited_by_id", NEW."generated", NEW."id", NEW."paragraph", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."summary_id", NEW."text", NEW."version"); RETURN NULL;',
                            hash="4da289ddbf0b93d771c34e67dae2fd5a38d441e9",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_2f541",
                            table="summaries_wording",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "wording",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "summaries_wordingevent" ("edited_at", "edited_by_id", "generated", "id", "paragraph", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "summary_id", "text", "version") VALUES (NEW."edited_at", NEW."edited_by_id", NEW."generated", NEW."id", NEW."paragraph", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."summary_id", NEW."text", NEW."version"); RETURN NULL;',
                            hash="3aaf4e2f19d9fb74c889d60a0238fea3ebec1f15",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_45ced",
                            table="summaries_wording",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "wording",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "summaries_wordingevent" ("edited_at", "edited_by_id", "generated", "id", "paragraph", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "summary_id", "text", "version") VALUES (OLD."edited_at", OLD."edited_by_id", OLD."generated", OLD."id", OLD."paragraph", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."summary_id", OLD."text", OLD."version"); RETURN NULL;',
                            hash="aa0962e7cef40f8e33ce78781849d881fa917bff",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_33a06",
                            table="summaries_wording",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "wordingevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="6d3d86b5ff920a0a3f466ceda1a1a7c0893d4fec",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_b05c1",
                            table="summaries_wordingevent",
                            when="BEFORE",
                        ),
                    ),
                ),
            ],
        ),
    ]
