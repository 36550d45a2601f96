"""Rules of movements that one row alone cannot state. Each refusal carries the name of a constraint.

A movement's text is sealed once the version that it stands at (`Campaign.version`) is kept as a row: from then on text,
phases, criteria, prizes and addressed offices change only by an amendment, which moves on to the next version first.
"""

from __future__ import annotations

import pgtrigger

from apps.core.triggers import refuse

TEXT = (
    *("cluster_id", "year", "kind", "level", "name", "theme", "parent_id", "launched_by", "partner", "scope"),
    *("starts_on", "ends_on", "launched_on"),
)
CHANGED = " OR ".join(f"NEW.{name} IS DISTINCT FROM OLD.{name}" for name in TEXT)
RANKED = "ARRAY['national', 'managing_body', 'cluster', 'office']"


def _rank(level: str) -> str:
    return f"array_position({RANKED}, {level}::text)"


TEXT_FROZEN = pgtrigger.Trigger(
    name="movement_text_frozen",
    when=pgtrigger.Before,
    operation=pgtrigger.Update,
    func=" ".join((
        refuse(
            "OLD.state <> NEW.state AND NOT (OLD.state = 'draft' AND NEW.state = 'launched'"
            " OR OLD.state = 'launched' AND NEW.state = 'closed')",
            "campaign_state_goes_forward", "a movement is a draft, then launched, then closed",
        ),
        refuse(
            "NEW.version NOT IN (OLD.version, OLD.version + 1)",
            "campaign_version_goes_forward", "versions follow each other",
        ),
        refuse(
            f"NEW.version = OLD.version AND ({CHANGED}) AND EXISTS ("
            "SELECT 1 FROM campaigns_campaignversion WHERE campaign_id = OLD.id AND number = OLD.version)",
            "campaign_text_frozen", "the text of a launched movement changes by an amendment only",
        ),
        refuse(
            "EXISTS (SELECT 1 FROM campaigns_campaignphase WHERE campaign_id = NEW.id AND NOT coalesce("
            "starts_on >= NEW.starts_on AND ends_on <= NEW.ends_on, false))",
            "campaign_phases_inside", "the phases lie within the days of their movement",
        ),
        "RETURN NEW;",
    )),
)  # fmt: skip

PARENT_ABOVE = pgtrigger.Trigger(
    name="movement_parent_above",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.Update,
    func=" ".join((
        refuse(
            "NEW.parent_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM campaigns_campaign above"
            " WHERE above.id = NEW.parent_id AND above.cluster_id = NEW.cluster_id"
            f" AND {_rank('above.level')} < {_rank('NEW.level')})",
            "campaign_parent_above", "a movement stands under one of a higher level in the same calendar",
        ),
        refuse(
            "EXISTS (SELECT 1 FROM campaigns_campaign below WHERE below.parent_id = NEW.id AND NOT ("
            f"below.cluster_id = NEW.cluster_id AND {_rank('NEW.level')} < {_rank('below.level')}))",
            "campaign_parent_above", "a movement stands under one of a higher level in the same calendar",
        ),
        "RETURN NEW;",
    )),
)  # fmt: skip

VERSION_KEPT = pgtrigger.Trigger(
    name="movement_version_kept",
    when=pgtrigger.After,
    timing=pgtrigger.Deferred,
    operation=pgtrigger.Insert | pgtrigger.Update,
    func=" ".join((
        refuse(
            "EXISTS (SELECT 1 FROM campaigns_campaign now WHERE now.id = NEW.id AND now.version > 0 AND NOT EXISTS ("
            "SELECT 1 FROM campaigns_campaignversion WHERE campaign_id = now.id AND number = now.version))",
            "campaign_version_kept", "what was launched is kept as a version",
        ),
        "RETURN NULL;",
    )),
)  # fmt: skip

SEALED = pgtrigger.Trigger(
    name="movement_part_sealed",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
    declare=[("movement", "BIGINT")],
    func=" ".join((
        "movement := CASE WHEN TG_OP = 'DELETE' THEN OLD.campaign_id ELSE NEW.campaign_id END;",
        refuse(
            "EXISTS (SELECT 1 FROM campaigns_campaign c JOIN campaigns_campaignversion v"
            " ON v.campaign_id = c.id AND v.number = c.version WHERE c.id = movement)",
            "campaign_text_frozen", "the text of a launched movement changes by an amendment only",
        ),
        "IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;",
    )),
)  # fmt: skip

PHASE_INSIDE = pgtrigger.Trigger(
    name="phase_inside_its_movement",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.Update,
    func=" ".join((
        refuse(
            "NOT EXISTS (SELECT 1 FROM campaigns_campaign WHERE id = NEW.campaign_id"
            " AND starts_on <= NEW.starts_on AND ends_on >= NEW.ends_on)",
            "campaign_phases_inside", "the phases lie within the days of their movement",
        ),
        "RETURN NEW;",
    )),
)  # fmt: skip

CONFIRMED_WHILE_LAUNCHED = pgtrigger.Trigger(
    name="confirmed_while_launched",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.Update,
    func=" ".join((
        refuse(
            "NOT EXISTS (SELECT 1 FROM campaigns_campaignversion v JOIN campaigns_campaign c ON c.id = v.campaign_id"
            " WHERE v.id = NEW.version_id AND v.number = c.version AND c.state = 'launched')",
            "confirmation_of_a_launched_movement", "what is confirmed is the latest text of a launched movement",
        ),
        "RETURN NEW;",
    )),
)  # fmt: skip
