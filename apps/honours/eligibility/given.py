"""What the rules are given, and what they answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from apps.honours.eligibility.regimes import Regime
from apps.honours.enums import Level, RatingLevel, Verdict

LEVELS = (Level.BASE, Level.MINISTRY, Level.STATE)


@dataclass(frozen=True)
class Held:
    """One award: which honour, for the achievement of which year. A revoked one counts for nothing."""

    code: str
    year: int
    is_revoked: bool = False


@dataclass(frozen=True)
class Invented:
    """An initiative (sáng kiến) or an accepted research topic, with the widest scope in which it was recognised.

    `used_for` is the code of the honour that it served already: it serves one alone (guidance 5007/BNV-TĐKT 2023).
    `year` is that of its recognition.
    """

    scope: Level
    year: int
    used_for: str = ""

    def reaches(self, scope: Level) -> bool:
        return LEVELS.index(self.scope) >= LEVELS.index(scope)


@dataclass(frozen=True)
class PersonFacts:
    """What the register knows of a person. `known_since`: from that year on the register is complete for the person, so
    a year without an award there is a year without one; before it, and where it is None, nobody knows."""

    awards: tuple[Held, ...] = ()
    ratings: Mapping[int, RatingLevel] = field(default_factory=dict)
    inventions: tuple[Invented, ...] = ()
    known_since: int | None = None

    def years(self, code: str) -> frozenset[int]:
        return frozenset(each.year for each in self.awards if each.code == code and not each.is_revoked)

    def knows(self, year: int) -> bool:
        return self.known_since is not None and year >= self.known_since


@dataclass(frozen=True)
class UnitFacts:
    """A collective in one year; None where nobody has said.

    `headcount`: counted members. `holders`: members by the title they were awarded for that year (for one ahead: whom
    it registers). `disciplined`: members disciplined at warning (cảnh cáo) or above. `completed`: members who
    completed their task.
    """

    headcount: int | None = None
    holders: Mapping[str, int] = field(default_factory=dict)
    rating: RatingLevel | None = None
    disciplined: int | None = None
    completed: int | None = None


@dataclass(frozen=True)
class Settings:
    """What the law leaves to a place, or what was not verified: with sensible defaults, never constants.

    `advanced_share`: percent of members who must be Advanced Workers (Law 2022 art. 27, 28); `advanced_share_2017`: the
    same before 2024, not verified. `fighters_share_2017`: percent of Advanced Workers who may be Grassroots Emulation
    Fighters (Decree 91/2017); a local cap since 2024 is `fighters_share`, none by default.
    """

    advanced_share: int = 70
    advanced_share_2017: int = 50
    fighters_share_2017: int = 15
    fighters_share: int | None = None


DEFAULTS = Settings()


@dataclass(frozen=True)
class Case:
    """One title, for the achievement of a year, under a regime. `is_ahead`: the year is not over (one registers);
    then what only the year can bring is ahead, not missing. `names` are the titles as the year's law calls them."""

    code: str
    year: int
    regime: Regime
    is_ahead: bool = False
    names: Mapping[str, str] = field(default_factory=dict)
    settings: Settings = DEFAULTS

    def name(self, code: str) -> str:
        return self.names.get(code, code.upper())


@dataclass(frozen=True)
class Finding:
    """What one rule says. `text`: one plain sentence with its figures. `missing`: the step that would meet it, or
    nothing. `is_ahead`: not met yet, and the year may still bring it. `is_verified`: the rule's text was read."""

    rule: str
    verdict: Verdict
    clause: str
    text: str
    missing: str = ""
    is_ahead: bool = False
    is_verified: bool = True
