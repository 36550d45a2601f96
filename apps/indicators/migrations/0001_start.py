import django.db.models.deletion
import pgtrigger.compiler
from django.db import migrations, models

import apps.core.fields
import apps.core.functions
import apps.core.operations


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("core", "0001_add_extensions"),
        ("offices", "0001_start"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="Indicator",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.SlugField(max_length=60, unique=True, verbose_name="code")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                ("name", apps.core.fields.NFCCharField(max_length=200, verbose_name="name")),
                ("short_name", apps.core.fields.NFCCharField(max_length=60, verbose_name="short name")),
                ("unit", apps.core.fields.NFCCharField(max_length=30, verbose_name="unit")),
                ("definition", apps.core.fields.NFCTextField(verbose_name="what counts")),
                (
                    "aggregation",
                    models.CharField(
                        choices=[
                            ("count", "number of records"),
                            ("sum", "sum over records"),
                            ("distinct", "different values"),
                            ("as_of", "as of a day"),
                            ("direct", "stated figure"),
                            ("ratio", "rate"),
                        ],
                        max_length=10,
                        verbose_name="counted as",
                    ),
                ),
                ("source", models.SlugField(blank=True, max_length=40, verbose_name="kind of record")),
                ("measure", models.SlugField(blank=True, max_length=40, verbose_name="measure")),
                ("filters", models.JSONField(blank=True, default=dict, verbose_name="filters")),
                ("first_year", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="from the year")),
                ("last_year", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="to the year")),
                (
                    "cluster",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="indicators",
                        to="offices.cluster",
                    ),
                ),
                (
                    "denominator",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="indicators.indicator",
                    ),
                ),
                (
                    "numerator",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="indicators.indicator",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parts",
                        to="indicators.indicator",
                    ),
                ),
            ],
            options={
                "verbose_name": "indicator",
                "verbose_name_plural": "indicators",
                "ordering": ("position", "code"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("aggregation__in", ["count", "sum", "distinct", "as_of", "direct", "ratio"])
                        ),
                        name="indicator_aggregation_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("aggregation__in", ["count", "distinct", "sum"]),
                                models.Q(("source", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("aggregation__in", ["count", "distinct", "sum"]), _negated=True),
                                ("measure", ""),
                                ("source", ""),
                            ),
                            _connector="OR",
                        ),
                        name="indicator_source_where_counted",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("aggregation__in", ["sum", "distinct"]), _negated=True),
                            models.Q(("measure", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="indicator_measure_where_summed",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("aggregation", "ratio"), ("denominator__isnull", False), ("numerator__isnull", False)
                            ),
                            models.Q(
                                models.Q(("aggregation", "ratio"), _negated=True),
                                ("denominator", None),
                                ("numerator", None),
                            ),
                            _connector="OR",
                        ),
                        name="indicator_ratio_of_two",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("last_year", None),
                            ("first_year", None),
                            ("last_year__gte", models.F("first_year")),
                            _connector="OR",
                        ),
                        name="indicator_years_in_order",
                    ),
                    models.UniqueConstraint(
                        models.F("cluster"), apps.core.functions.Folded("name"), name="indicator_name_once_a_cluster"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("cluster", None), ("first_year__isnull", False), _connector="OR"),
                        name="indicator_own_from_a_year",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="IndicatorEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("code", models.SlugField(db_index=False, max_length=60, verbose_name="code")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                ("name", apps.core.fields.NFCCharField(max_length=200, verbose_name="name")),
                ("short_name", apps.core.fields.NFCCharField(max_length=60, verbose_name="short name")),
                ("unit", apps.core.fields.NFCCharField(max_length=30, verbose_name="unit")),
                ("definition", apps.core.fields.NFCTextField(verbose_name="what counts")),
                (
                    "aggregation",
                    models.CharField(
                        choices=[
                            ("count", "number of records"),
                            ("sum", "sum over records"),
                            ("distinct", "different values"),
                            ("as_of", "as of a day"),
                            ("direct", "stated figure"),
                            ("ratio", "rate"),
                        ],
                        max_length=10,
                        verbose_name="counted as",
                    ),
                ),
                ("source", models.SlugField(blank=True, db_index=False, max_length=40, verbose_name="kind of record")),
                ("measure", models.SlugField(blank=True, db_index=False, max_length=40, verbose_name="measure")),
                ("filters", models.JSONField(blank=True, default=dict, verbose_name="filters")),
                ("first_year", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="from the year")),
                ("last_year", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="to the year")),
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
                    "denominator",
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
                    "numerator",
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
                    "parent",
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
                        to="indicators.indicator",
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
                    "indicator",
                    pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "indicators_indicatorevent" ("aggregation", "cluster_id", "code", "definition", "denominator_id", "filters", "first_year", "id", "last_year", "measure", "name", "numerator_id", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "short_name", "source", "unit") VALUES (NEW."aggregation", NEW."cluster_id", NEW."code", NEW."definition", NEW."denominator_id", NEW."filters", NEW."first_year", NEW."id", NEW."last_year", NEW."measure", NEW."name", NEW."numerator_id", NEW."parent_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."short_name", NEW."source", NEW."unit"); RETURN NULL;',
                            hash="9cd8d76f767c2e00b992b0b9c2f2b6c02c317b8d",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_6ab67",
                            table="indicators_indicator",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "indicator",
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "indicators_indicatorevent" ("aggregation", "cluster_id", "code", "definition", "denominator_id", "filters", "first_year", "id", "last_year", "measure", "name", "numerator_id", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "short_name", "source", "unit") VALUES (NEW."aggregation", NEW."cluster_id", NEW."code", NEW."definition", NEW."denominator_id", NEW."filters", NEW."first_year", NEW."id", NEW."last_year", NEW."measure", NEW."name", NEW."numerator_id", NEW."parent_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."short_name", NEW."source", NEW."unit"); RETURN NULL;',
                            hash="cda868771a0d45b44bf43315e8801d2d187646d1",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_4281e",
                            table="indicators_indicator",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "indicator",
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "indicators_indicatorevent" ("aggregation", "cluster_id", "code", "definition", "denominator_id", "filters", "first_year", "id", "last_year", "measure", "name", "numerator_id", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "short_name", "source", "unit") VALUES (OLD."aggregation", OLD."cluster_id", OLD."code", OLD."definition", OLD."denominator_id", OLD."filters", OLD."first_year", OLD."id", OLD."last_year", OLD."measure", OLD."name", OLD."numerator_id", OLD."parent_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."short_name", OLD."source", OLD."unit"); RETURN NULL;',
                            hash="d75cd7cae75f6b590e007378257e9c040fc1142a",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_f068f",
                            table="indicators_indicator",
                            when="AFTER",
                        ),
                    ),
                ),
                (
                    "indicatorevent",
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="094e1c3f4541b9846ba25c4ee0a14f60244a9bd9",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_120fe",
                            table="indicators_indicatorevent",
                            when="BEFORE",
                        ),
                    ),
                ),
            ],
        ),
    ]
