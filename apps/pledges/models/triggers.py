"""Rules that one row alone cannot state. Each refusal carries the name of a constraint."""

from __future__ import annotations

import pgtrigger

from apps.core.triggers import refuse

REGISTERED_FOR_ITS_HONOUR = pgtrigger.Trigger(
    name="registered_for_its_honour",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.Update,
    declare=[("given", "TEXT")],
    func=" ".join((
        "SELECT subject INTO given FROM honours_honour WHERE id = NEW.honour_id;",
        refuse(
            "(given = 'person') <> (NEW.person_id IS NOT NULL)",
            "registration_of_its_subject", "an honour of individuals is registered by a person, others by a collective",
        ),
        "RETURN NEW;",
    )),
)  # fmt: skip
