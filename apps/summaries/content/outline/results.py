"""II. What was done: law, supervision, voters, reception, and what is typed."""

from __future__ import annotations

from apps.summaries import sentences as say
from apps.summaries.content.facts import Facts, Gift, Session
from apps.summaries.content.outline.blocks import (
    ITEM,
    PARAGRAPH,
    Block,
    apart,
    compared,
    day,
    did,
    known,
    listed,
    money,
    part_words,
    parts_clause,
    sentence,
    typed,
)


def _apart(facts: Facts, code: str, words: say.Work) -> str:
    return apart(facts, code, none_at=words.none_at, zero_at=words.zero_at, topic=words.topic)


def _stated(facts: Facts, work: str, code: str) -> str | None:
    """The whole sentence where there is no number to tell: missing, none and zero are said differently."""
    figure = facts.figures[code]
    words = say.WORK[work]
    if figure.is_missing:
        return words.missing
    if figure.is_none:
        return sentence(words.none, _apart(facts, code, words))
    if figure.number == 0:
        return sentence(words.zero, _apart(facts, code, words))
    return None


def law(facts: Facts) -> list[Block]:
    code, words = "law_consultations", say.WORK["law"]
    text = _stated(facts, "law", code)
    if text is None:
        text = words.value.format(did=did(facts.figures[code]))
        text += parts_clause(facts, code, words.parts)
        text += say.WITH_LAW_OPINIONS if known(facts, "law_opinions") else ""
        text += compared(facts, code)
        if facts.drafts and known(facts, "draft_laws"):
            text += say.ON_DRAFTS.format(drafts="; ".join(facts.drafts))
        text = sentence(text + ".", _apart(facts, code, words))
    return [Block(PARAGRAPH, text, "law.consultations")]


def supervision(facts: Facts) -> list[Block]:
    code, words = "supervisions", say.WORK["supervision"]
    text = _stated(facts, "supervision", code)
    if text is None:
        word = "giám sát, khảo sát" if known(facts, "surveys") else "giám sát"
        text = words.value.format(did=did(facts.figures[code]), word=word)
        text += parts_clause(facts, code, words.parts)
        text = sentence(text + compared(facts, code) + ".", _apart(facts, code, words))
    return [Block(PARAGRAPH, text, "supervision.results")]


def session_name(session: Session) -> str:
    """ "Kỳ họp thứ 7", "Kỳ họp bất thường lần thứ 9"."""
    return (say.EXTRAORDINARY_SESSION if session.extraordinary else say.SESSION).format(number=session.number)


def voters(facts: Facts) -> list[Block]:
    code, words = "voter_meetings", say.WORK["voters"]
    text = _stated(facts, "voters", code)
    if text is not None:
        return [Block(PARAGRAPH, text, "voters.meetings")]
    names = listed([
        say.SESSION_OF_TERM.format(session=session_name(session), term=session.term) for session in facts.sessions
    ])  # fmt: skip
    before, after = (any(getattr(session, phase) for session in facts.sessions) for phase in ("before", "after"))
    around = ""
    if names:
        template = say.BEFORE_AND_AFTER if before and after else say.BEFORE if before else say.AFTER
        around = template.format(session=names)
    text = words.value.format(around=around, did=did(facts.figures[code]))
    text = text[0].upper() + text[1:]
    text += parts_clause(facts, code, words.parts)
    text += (say.WITH_VOTERS if known(facts, "voters") else "") + compared(facts, code) + "."
    phases = ""
    if known(facts, "voter_meetings_before") and known(facts, "voter_meetings_after"):
        session = session_name(facts.sessions[0]) if len(facts.sessions) == 1 else "kỳ họp"
        phases = say.PHASES.format(session=session)
    found = [Block(PARAGRAPH, sentence(text, phases, _apart(facts, code, words)), "voters.meetings")]
    return found + _opinions(facts)


def _opinions(facts: Facts) -> list[Block]:
    if not known(facts, "opinions"):
        return []
    phrases, _total = part_words(facts, say.OPINION_PARTS)
    text = say.OPINIONS + (say.OPINIONS_AMONG.format(parts=listed(phrases)) if phrases else "") + "."
    answered = facts.figures["opinions_answered"]
    if known(facts, "opinions_answered"):
        text = sentence(text, say.OPINIONS_ANSWERED)
    elif answered.is_value and known(facts, "opinions_province"):
        text = sentence(text, say.OPINIONS_UNANSWERED)
    return [Block(PARAGRAPH, text, "voters.opinions")]


def reception(facts: Facts) -> list[Block]:
    code, words = "reception_visits", say.WORK["reception"]
    text = _stated(facts, "reception", code)
    if text is None:
        text = words.value.format(did=did(facts.figures[code])) + compared(facts, code) + "."
        text = sentence(text, _apart(facts, code, words))
    return [Block(PARAGRAPH, text, "reception.visits")]


def social_work(facts: Facts) -> list[Block]:
    """One gift-giving is one sentence; several are a total with a list."""
    if not facts.gifts or not known(facts, "gifts"):
        return []
    if len(facts.gifts) == 1:
        return [Block(PARAGRAPH, _gift(facts, facts.gifts[0]), "social.gifts")]
    givers = list(dict.fromkeys(gift.owner or facts.cluster for gift in facts.gifts))
    total = say.GIFTS.format(who=listed(givers) if len(givers) < 4 else f"{facts.cluster} và các Văn phòng thành viên")
    return [Block(PARAGRAPH, total, "social.gifts")] + [
        Block(ITEM, "- " + _gift_item(facts, gift), f"social.gifts.{place}")
        for place, gift in enumerate(facts.gifts, start=1)
    ]


def _around(facts: Facts, gift: Gift) -> dict[str, str]:
    hosted = gift.host and not gift.owner
    return {
        "day": day(gift.day),
        "place": say.GIFT_PLACE.format(place=gift.place[:1].lower() + gift.place[1:]) if gift.place else "",
        "who": say.GIFT_HOSTED.format(cluster=facts.cluster, host=gift.host) if hosted else gift.owner or facts.cluster,
        "whom": gift.beneficiaries[:1].lower() + gift.beneficiaries[1:] or say.GIFT_TO,
        "programme": say.GIFT_PROGRAMME.format(programme=gift.programme.strip('“”" ')) if gift.programme else "",
    }


def _gift(facts: Facts, gift: Gift) -> str:
    each = say.GIFT_EACH.format(unit_value=money(gift.unit_value)) if gift.unit_value else ""
    return say.GIFT.format(each=each, **_around(facts, gift))


def _gift_item(facts: Facts, gift: Gift) -> str:
    count = f"{gift.gifts:02d}" if gift.gifts is not None else "các"
    value = say.GIFT_ITEM_VALUE.format(unit_value=money(gift.unit_value)) if gift.unit_value else ""
    return say.GIFT_ITEM.format(count=count, value=value, **_around(facts, gift))


def session_service(facts: Facts) -> list[Block]:
    return typed(facts, "session-service")


def party_union(facts: Facts) -> list[Block]:
    return typed(facts, "party-union") + social_work(facts)
