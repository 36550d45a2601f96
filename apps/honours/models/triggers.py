"""Rules of the register that one row alone cannot state. Each refusal carries the name of a constraint."""

from __future__ import annotations

import pgtrigger

from apps.core.triggers import refuse

AWARD_OF_ITS_HONOUR = pgtrigger.Trigger(
    name="award_of_its_honour",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.Update,
    declare=[("given", "RECORD"), ("signed", "DATE")],
    func=" ".join((
        "SELECT kind, subject, is_yearly INTO given FROM honours_honour WHERE id = NEW.honour_id;",
        "SELECT signed_on INTO signed FROM honours_decision WHERE id = NEW.decision_id;",
        refuse(
            "(given.subject = 'person') <> (NEW.person_id IS NOT NULL)",
            "award_to_whom_it_is_given", "an honour of individuals goes to a person, one of collectives to none",
        ),
        refuse(
            "(given.kind = 'form') <> (NEW.occasion <> '')",
            "award_occasion_of_forms", "a form has a kind of commendation, a title has none",
        ),
        refuse(
            "given.is_yearly AND NEW.year_from IS NOT NULL",
            "award_yearly_has_one_year", "a yearly title is for one year",
        ),
        refuse(
            "NEW.year > EXTRACT(YEAR FROM signed)",
            "award_year_not_after_decision", "the achievement comes before the decision",
        ),
        "RETURN NEW;",
    )),
)  # fmt: skip

DECISION_AFTER_ACHIEVEMENT = pgtrigger.Trigger(
    name="decision_after_achievement",
    when=pgtrigger.Before,
    operation=pgtrigger.UpdateOf("signed_on"),  # type: ignore[no-untyped-call]
    func=" ".join((
        refuse(
            "EXISTS (SELECT 1 FROM honours_award WHERE decision_id = NEW.id"
            " AND year > EXTRACT(YEAR FROM NEW.signed_on))",
            "award_year_not_after_decision", "the achievement comes before the decision",
        ),
        "RETURN NEW;",
    )),
)  # fmt: skip

# The one writer of `Award.revoked_from`.
REVOKED_FROM = pgtrigger.Trigger(
    name="revoked_from",
    when=pgtrigger.After,
    operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
    func=" ".join((
        "IF TG_OP <> 'INSERT' THEN UPDATE honours_award SET revoked_from = NULL WHERE id = OLD.award_id; END IF;",
        "IF TG_OP <> 'DELETE' THEN",
        "IF EXISTS (SELECT 1 FROM honours_award a JOIN honours_decision d ON d.id = a.decision_id",
        "WHERE a.id = NEW.award_id AND (NEW.revoked_from < d.signed_on OR NEW.signed_on < d.signed_on))",
        "THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'revocation_after_award',",
        "MESSAGE = 'an award is revoked after it was made'; END IF;",
        "UPDATE honours_award SET revoked_from = NEW.revoked_from WHERE id = NEW.award_id; END IF;",
        "RETURN NULL;",
    )),
)  # fmt: skip

SHARES_WITHIN_ALL = pgtrigger.Trigger(
    name="shares_within_all",
    when=pgtrigger.After,
    operation=pgtrigger.Insert | pgtrigger.Update,
    timing=pgtrigger.Deferred,
    func=" ".join((
        refuse(
            "(SELECT SUM(share) FROM honours_authorship WHERE initiative_id = NEW.initiative_id) > 100",
            "authorship_shares_within_all", "the shares of all authors are 100 percent at most",
        ),
        "RETURN NULL;",
    )),
)  # fmt: skip

USED_BY_AN_AUTHOR = pgtrigger.Trigger(
    name="used_by_an_author",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.Update,
    func=" ".join((
        refuse(
            "NOT EXISTS (SELECT 1 FROM honours_authorship WHERE initiative_id = NEW.initiative_id"
            " AND person_id = NEW.person_id)",
            "initiative_use_by_an_author", "an initiative serves its own authors",
        ),
        "RETURN NEW;",
    )),
)  # fmt: skip
