"""Rules of pledges that one row alone cannot state. Each refusal carries the name of a constraint."""

from __future__ import annotations

import pgtrigger

from apps.core.triggers import refuse

# The scan of the signed paper is added afterwards; nothing else.
AS_IT_WAS_SIGNED = pgtrigger.Trigger(
    name="as_it_was_signed",
    when=pgtrigger.Before,
    operation=pgtrigger.Update | pgtrigger.Delete,
    func=" ".join((
        "IF OLD.signed_on IS NOT NULL THEN",
        refuse(
            "TG_OP = 'DELETE' OR (to_jsonb(NEW) - 'scan_id') IS DISTINCT FROM (to_jsonb(OLD) - 'scan_id')",
            "pledge_version_as_it_was_signed", "a signed version of a pledge stays as it was signed",
        ),
        "END IF;",
        "IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;",
    )),
)  # fmt: skip

SIGNED_IN_ORDER = pgtrigger.Trigger(
    name="signed_in_order",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.Update,
    declare=[("of_pledge", "RECORD")],
    func=" ".join((
        "SELECT year, cluster_id INTO of_pledge FROM pledges_pledge WHERE id = NEW.pledge_id;",
        refuse(
            "EXISTS (SELECT 1 FROM pledges_pledgeversion v WHERE v.pledge_id = NEW.pledge_id AND v.id <> NEW.id"
            " AND v.number < NEW.number AND (v.signed_on IS NULL OR v.signed_on > NEW.signed_on))",
            "pledge_versions_in_order", "a version is signed after the one that it amends",
        ),
        refuse(
            "EXTRACT(YEAR FROM NEW.signed_on) NOT BETWEEN of_pledge.year - 1 AND of_pledge.year",
            "pledge_signed_for_its_year", "a pledge is signed in its year or in the one before",
        ),
        refuse(
            "NEW.conference_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM campaigns_conference c"
            " WHERE c.id = NEW.conference_id AND c.cluster_id = of_pledge.cluster_id AND c.kind = 'pledge')",
            "pledge_signed_at_its_conference", "a pledge is signed at a pledge conference of its cluster",
        ),
        "RETURN NEW;",
    )),
)  # fmt: skip

LINES_AS_THEY_WERE_SIGNED = pgtrigger.Trigger(
    name="lines_as_they_were_signed",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
    func=" ".join((
        "IF TG_OP <> 'INSERT' THEN",
        refuse(
            "EXISTS (SELECT 1 FROM pledges_pledgeversion WHERE id = OLD.version_id AND signed_on IS NOT NULL)",
            "pledge_lines_as_they_were_signed", "the lines of a signed pledge stay as they were signed",
        ),
        "END IF;",
        "IF TG_OP <> 'DELETE' THEN",
        refuse(
            "EXISTS (SELECT 1 FROM pledges_pledgeversion WHERE id = NEW.version_id AND signed_on IS NOT NULL)",
            "pledge_lines_as_they_were_signed", "the lines of a signed pledge stay as they were signed",
        ),
        "RETURN NEW; END IF;",
        "RETURN OLD;",
    )),
)  # fmt: skip
