"""The lines that evidence stands on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from apps.activities.models import Evidence, Record
from apps.indicators.models import Indicator
from apps.offices.models import Cluster, Office


@dataclass(frozen=True, kw_only=True)
class Line:
    """A record; or what an owner states of an indicator over a span (`office` None: the cluster's own line)."""

    cluster: Cluster
    record: Record | None = None
    indicator: Indicator | None = None
    office: Office | None = None
    starts_on: date | None = None
    ends_on: date | None = None

    @property
    def owner(self) -> Office | None:
        return self.record.office if self.record else self.office

    @property
    def day(self) -> date:
        """The day that decides in which year one enters here."""
        day = self.record.counted_on if self.record else self.ends_on
        assert day is not None
        return day

    @property
    def fields(self) -> dict[str, Any]:
        """The columns of `Evidence` that name this line."""
        if self.record:
            return {"record": self.record}
        cluster = None if self.office else self.cluster
        return {"indicator": self.indicator, "office": self.office, "cluster": cluster, "starts_on": self.starts_on,
                "ends_on": self.ends_on}  # fmt: skip

    @property
    def exactly(self) -> Q:
        """Rows of this line."""
        return Q(**{name: value for name, value in self.fields.items() if value is not None})

    @property
    def within(self) -> Q:
        """Rows of this line and, of a figure, of the shorter spans in it: a month's evidence stands under its half."""
        if self.record:
            return Q(record=self.record)
        owner = Q(office=self.office) if self.office else Q(cluster=self.cluster)
        return owner & Q(indicator=self.indicator, starts_on__gte=self.starts_on, ends_on__lte=self.ends_on)

    @property
    def key(self) -> str:
        return "evidence:" + ":".join(str(getattr(value, "pk", value)) for value in self.fields.values())


def line_of(evidence: Evidence, cluster: Cluster) -> Line:
    """The line on which a row stands, as the cluster sees it."""
    return Line(
        cluster=cluster, record=evidence.record, indicator=evidence.indicator, office=evidence.office,
        starts_on=evidence.starts_on, ends_on=evidence.ends_on,
    )  # fmt: skip
