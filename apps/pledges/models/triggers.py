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

ANSWERED_WHEN_RECEIVED = pgtrigger.Trigger(
    name="answered_when_received",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    func=" ".join((
        refuse(
            "NOT EXISTS (SELECT 1 FROM pledges_registrationsheet s"
            " WHERE s.current_id = NEW.version_id AND s.state = 'received')",
            "registration_answer_when_received", "the deciding body answers to the version that was received",
        ),
        "RETURN NEW;",
    )),
)  # fmt: skip

REFUSED_OF_WHAT_WAS_SENT = pgtrigger.Trigger(
    name="refused_of_what_was_sent",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    declare=[("sent", "JSONB"), ("given", "TEXT")],
    func=" ".join((
        "SELECT v.content INTO sent FROM pledges_registrationanswer a"
        " JOIN pledges_sheetversion v ON v.id = a.version_id WHERE a.id = NEW.answer_id;",
        "SELECT code INTO given FROM honours_honour WHERE id = NEW.honour_id;",
        refuse(
            "NOT EXISTS (SELECT 1 FROM jsonb_array_elements(CASE WHEN NEW.person_id IS NULL"
            " THEN sent->'collectives' ELSE sent->'people' END) AS subject,"
            " jsonb_array_elements(subject->'aims') AS aim"
            " WHERE aim->>'honour' = given AND CASE WHEN NEW.person_id IS NULL"
            " THEN subject->>'unit' = NEW.unit ELSE subject->>'person' = NEW.person_id::text END)",
            "registration_refusal_of_what_was_sent", "only a registration that was sent is not approved",
        ),
        "RETURN NEW;",
    )),
)  # fmt: skip
