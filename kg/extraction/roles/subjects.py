"""Finds the grammatical subject of a verb phrase: the nearest agent before it that is no object of something else."""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.extraction.clauses.group import Group
from kg.extraction.mentions.mention import Kind
from kg.extraction.roles.frame_table import Place
from kg.extraction.roles.pronouns import OFFICE_WORDS
from kg.regex import regex

__all__ = ["Subject", "find_subject", "has_pronoun"]


class Subject(NamedTuple):
    """A group of agents, or the pronoun that stands for one."""

    group: Group | None
    pronoun: str


_REACH = 150
"""Characters between subject and verb."""
_NEAREST = frozenset({Place.BEFORE, Place.AROUND, Place.APPOSED})
"""Where the one before the phrase is meant, whatever verb he belongs to."""
_PRONOUN = regex(
    r"(?<![\w'-])(he|she|they"
    r"|(?:the two|both) (?:officials|officers|heads|directors|leaders|dignitaries|presidents|men|women)"
    r"|(?:both|the two) of them"
    r"|both(?! (?:of them|the|days|mornings|weeks|halves|parts|sessions|events|meetings|languages|cases|texts"
    r"|guests|visitors|delegations|sides|parties|teams|groups|offices|organi[sz]ations|administrations)\b)"
    r"(?!(?<=, both) [^,.;:]{3,50}, )"
    r"|it|we|i"
    r"|the two|the former|the latter|nobody|no one"
    rf"|(?<![^.;:] )the (?:{'|'.join(OFFICE_WORDS)})"
    r"|the (?:first|second)(?= $| (?:gave|held|spoke|led|made|took|[a-z]{3,}ed)\b))(?![\w'-])"
)
_VERB_BEFORE = regex(r"(?:[a-z]{3}ed|held|ran|led|made|of|by|at|to|for|with|in|on) $")
"""'chaired it and reported': the pronoun is an object."""
_NO_FACT = frozenset("to will would shall should may might can could must not never cannot hardly".split())
_BE = frozenset("be been being is are was were".split())
_PASSIVE = regex(r"\b(?:was|were|be|been|is|are|being|will|would|should|to) (?:[a-z]+ly |also |then |first )?$")
_PLANNED = regex(
    r"\b(?:is|are|was|were|be) (?:also |both )?"
    r"(?:due |set |scheduled |expected |planned |supposed |invited |announced |asked |meant |about )?(?:to|as) "
    r"(?:[a-z]+ ){0,2}$"
    r"|\b(?:been|was|were) (?:announced|invited|asked|expected|proposed|nominated|scheduled) (?:[a-z]+ ){0,2}$"
    r"|\b(?:announced|billed|advertised|scheduled|foreseen) (?:[a-z]+ ){0,2}$"
    r"|\b(?:will|would|shall|may|might|could|should) (?:[a-z]+ ){0,3}$"
)
_UNNAMED = regex(r"\b(?:those|people|others|anybody|anyone|everybody|everyone|all) (?:who|that) (?:had |have |has )?$")
"""'the travel of those who came': nobody is named."""
_NOT_DONE = regex(
    r"\b(?:unable|planned|intended|hoped|wanted|meant|failed|refused|declined|hesitated|(?:prevented|kept|far) from"
    r"|instead of|without|rather than) $"
)
"""'A, unable to | open the meeting', 'instead of | opening it': nobody did."""
_OBJECT_LEADS = frozenset(
    "of to with by from for at in on between among against under than like about into through via towards near behind "
    "following after before including thanking thanks named without despite until since upon over within thank "
    "met asked especially particularly notably "
    "invited had has have see saw meet help helped let told tell invite name join call called".split()
)
_ABOUT = frozenset(("about", "over", "under", "around"))
"""'over 120 delegates of X': a number of them."""
_CONJUNCTIONS = frozenset(("before", "after", "until", "since"))
_RIGHT_BEFORE = regex(r",? (?:[a-z]+ly )?")
"""What stands between a subject behind such a word and its verb: 'before A opened the meeting'."""
_NOUNS_IN_ING = frozenset(
    "morning evening meeting training building opening closing briefing beginning gathering sitting hearing".split()
)
_STARTERS = frozenset(
    "also then later again first next thereafter afterwards himself herself themselves itself jointly together "
    "both all who "
    "had has have having did did, there in on at from during for as after before with speaking on, via through "
    "last yesterday "
    "additionally "
    "further furthermore moreover once subsequently finally likewise too each and or but , ( who, which was were "
    "kindly "
    "officially formally successfully virtually online personally actively warmly briefly respectively in, "
    "meanwhile now still "
    "just only even thus therefore however ; – - to not then, along alongside representing attending by of upon "
    "this that "
    "today on behalf".split()
)
_VERBS = frozenset(
    "gave took made spoke led held came met was were told said sat ran went brought sent put set got saw chose "
    "wrote drew paid lit bade began cut rang shook rose stood read broke fell felt found lent lost sang sought taught "
    "won "
    "kept left built takes hosts visits speaks attends joins participates helps leads tells gives chairs opens "
    "presents goes "
    "calls pays meets signs holds makes brings".split()
)
_RELATIVE = regex(
    r"\b(?:that|which|whose|because|where|how|what|if|whether|whom|when|while|since|until|unless|although|though)\b"
)
_OWN_RELATIVE = regex(r"^, which (?=(?:(?:has|have|had|also|then|itself|[a-z]+ly) )*$)")
"""'X, which hosted the meeting': the verb is said of X."""
_CLEFT = regex(r"\bit (?:was|is) (?:also |the |again |then )*$")
"""'It was X that hosted the meeting': the verb is said of X, too."""
_WISHED = regex(rf"\bto (?:have|invite|include|win|get|find) (?:the )?{Kind.AGENT.value} $")
"""'The plan was to have X as organizer.'"""
_RELATIVE_BEFORE = regex(r"\b(?:whom|which|that|where|when|as|whose [a-z]+) (?:the )?$")
_INSERTED = regex(
    rf"{Kind.AGENT.value}, (?:which|who|as|in (?:its|his|her) capacity as|the (?:latter|former)) [^,.;:]{{0,60}}$"
)
"""'A, which is to become B, attended'."""
_OF_WHAT_IT_IS = regex(r", the [a-z]+ (?:that|which|where) [^.;:,]{1,50} (?:the )?$")
"""'A of X, the country that holds the post of | Vice-Chair, attended': A did."""
_NO_MEMBER = regex(
    r", (?:as |so |still )?(?:far )?(?:not yet|yet no|yet not|not|no|no longer)(?: [^,.;:]{0,30} of(?: the)?)? $"
)
"""'A, not yet a Member of X, attended'."""
_IN_THAT_CLAUSE = regex(r"\bthat (?:(?:since|in|by|from|for) [a-z0-9 ]{1,30} )?(?:the )?$")
"""'A reported that X had grown, and shared a plan': A did."""
_RELATIVE_VERB = regex(r" (?:had|has|have|was|were|is|are|[a-z]+ed)\b")
_OTHER_SUBJECT = regex(
    r"(?:^|[ ,])(?<! before )(?<! after )(?<! during )(?:"
    r"(?!(?:this|last) (?:week|month|year|morning|afternoon|evening|weekend|summer|autumn|spring) $)"
    r"(?:the|a|an|his|her|its|their|these|those|this|some|many|other|several|most|each|every|all|no|"
    r"our|one|two|"
    r"three|four|five|[0-9]+) (?:[a-z'-]+ ){0,3}(?!and |then |who |also |but |or |thus |later )[a-z'-]+ "
    r"|(?:[a-z-]+ )?(?:participants|delegates|members|experts|officials|trainees|officers|countries|administrations|"
    rf"representatives|everybody|everyone|others|attendees|speakers|{Kind.MEETING.value}) (?:also |then )?)$"
)
"""A noun right before the verb: it is the subject."""
_OF_DELEGATES = regex(
    r" (?:delegates|participants|members|officers|officials|experts|guests|trainees|candidates|delegations"
    r"|representatives|attendees), (?:who|all of whom) (?:had |have )?$"
)
"""'A assured the delegates, who | came from X': they did."""
_FOR_HIS_PART = regex(r",? (?:for|on) (?:his|her|its|their) (?:own )?part,?(?= |$)")
"""'A, who for her part | spoke'."""
_COMITATIVE = regex(
    r", (?:and )?(?:jointly|together|along|hand in hand|side by side|accompanied|joined|supported|assisted|followed|"
    r"in (?:close )?(?:cooperation|co-operation|collaboration|partnership|conjunction|coordination)) (?:with|by) "
    r"(?:[^,.;]{0,30})?$"
)
_APPOSED = regex(r"\b(?:from|to|with) (?:the|its|their|our|two|three) (?:[a-z]+ ){0,2}[a-z]+(?:ers|ors|sts|ts|es),$")
"""'accepted an invitation from the organizers, | A and B': they did not come."""
_PRAISED = regex(
    r"\b(?:thanked|congratulated|praised|commended|applauded|complimented|welcomed|greeted|met|told|assured|reminded|"
    r"informed|saluted|acknowledged|encouraged|urged|replaced|succeeded"
    r"|(?:thanks|gratitude|appreciation|tribute|congratulations|greetings|respects?|homage|apologies) to)"
    r"(?: the| all| both| his| her| its| their| our)?(?: [a-z]+ (?:of|from|in)(?: the)?)? $"
)
"""'A thanked | B in his closing remarks': the remarks are A's."""
_SAID_OF = regex(
    r"(?:,|,? and|,[^,.;:]{1,40}? and| [–-]| \("
    r"|(?:,? (?:who|which|that))? (?:is|was|were|are|being|acted as|served as))?"
    r"(?:(?<!and) (?:also|both|the|an?|one of the|its|their|our|[a-z]+ly|main|joint|local|kind|gracious|generous))* "
)
"""'A, | the organizer', 'A was | the organizer', 'A, head of his office and | host': what stands before such a noun."""
_ADVISES = regex(r"\bwho [a-z]+s(?: the)?$")
"""'A, who advises | X, spoke'."""
_DEPUTIZING = regex(r"\brepresented (?:[a-z]+ )?by$")
"""'X, represented by Y, opened the meeting': Y did."""
_COUNTED = regex(
    r"\b(?:(?:close|up|down) to|(?:more|fewer|less) than)$|\b(?:total|number|majority|some|all|most|part|each|both|"
    r"group|range|made up|composed|consisting|comprised|two|three|"
    r"four|five|six|seven|eight|nine|ten|several|many|[0-9]+|out) of(?: the)?$"
)
_CALLED = regex(r" (?:moderator|facilitator|speaker|presenter|expert|colleague)$")
"""'steered by moderator | A'."""
_FOR_HAVING = (" for having ", " for having so ", " for having also ")
"""'A thanked B for having hosted it': B did."""
_QUESTIONS = ("what ", "how ", "why ")
"""'what A reported': somebody else tells of it."""
_WHO = regex(r",? who\b|, which\b")
_OTHERS = regex(
    r"(?:^|[,;:] )(?:[^,;:]{0,40} )?(?:the|all|these|those|some|many|[0-9]+|[a-z]+teen|twenty) (?:[a-z-]+ ){0,2}"
    r"(?:candidates|participants|delegates|trainees|students|officers|members|experts|guests|visitors|attendees|teams"
    r"|groups) (?:were|had|have|are|took|made|gave|[a-z]+ed)\b"
)
"""'The candidates were watched while | they gave talks': they are none who is named."""
_BEFORE_HE = regex(r"\b(?:before|until|if|unless|after|what|how|whether|that|which|when|while|as) $")
_OF_SESSIONS = ("dealt", "covered", "focused")
"""What sessions and lectures do: 'They dealt with risk.'"""
_CLAUSE_END = regex(r"[;:!?]|\. ")


def find_subject(text: str, verb: int, groups: list[Group], place: Place) -> Subject | None:
    """The subject of the phrase at ``verb``, or ``None`` where there is none or the phrase states no fact.

    Args:
        text: The reduced sentence.
        verb: Position of the phrase.
        groups: Of the sentence, in order.
        place: ``subject`` asks for an active verb, ``before`` for the nearest agent, ``apposed`` for
            the one of whom the noun of the phrase is said.
    """
    if _states_no_fact(text, verb, place) or _WISHED.search(text, 0, verb) or _OF_DELEGATES.search(text, 0, verb):
        return None
    floor = verb
    for group in reversed([g for g in groups if g.end <= verb]):
        between = _FOR_HIS_PART.sub("", text[group.end : verb])
        if between.startswith("'s behalf"):  # 'A, on B's behalf, spoke'
            continue
        which = between.startswith(", which ")
        own = len(group.members) == 1 or which
        relative = _OWN_RELATIVE.match(between) if own else None
        if relative:
            between = f" {between[relative.end() :]}"
        elif between.startswith((" that ", " which ")) and _CLEFT.search(text, max(0, group.start - 24), group.start):
            between = between.removeprefix(" that").removeprefix(" which")
        if len(between) > _REACH or _CLAUSE_END.search(between) or text[: group.start].endswith(_QUESTIONS):
            return _of_own_clause(text, group.end, verb, place)
        pronoun = None if between.strip(" ,") == "both" else _last_pronoun(text, group.end, verb)
        if pronoun is not None:
            return _of_pronoun(text, pronoun, verb, place)
        floor = group.start
        told = between.endswith(", and ") and _IN_THAT_CLAUSE.search(text, max(0, group.start - 60), group.start)
        if told or _is_aside(text, group, between) or _is_praised(text, group, between, verb, place):
            continue
        participle = place is Place.PASSIVE and between == ", "  # 'the gavel went to A, elected to preside'
        object_of_other = not (place in _NEAREST or relative or participle) and _is_object(text, group, between)
        if not object_of_other and not _blocked(between, place, pronoun=False):
            return Subject(_meant(text, group, between, which=which), "")
        if place is Place.APPOSED or _OTHER_SUBJECT.search(between) or between.startswith("'s"):
            return None
    pronoun = _last_pronoun(text, max(0, floor - 120), floor)
    return _of_pronoun(text, pronoun, verb, place) if pronoun is not None else None


def _of_own_clause(text: str, start: int, verb: int, place: Place) -> Subject | None:
    """'A came; it was he who chaired': the subject of a clause behind a semicolon that names nobody."""
    begins = text.rfind("; ", start, verb)
    own = begins >= 0 and _CLAUSE_END.search(text, begins + 1, verb) is None
    pronoun = _last_pronoun(text, begins, verb) if own else None
    if pronoun is None or _BEFORE_HE.search(text, begins, pronoun.start()):
        return None
    return _of_pronoun(text, pronoun, verb, place)


def _meant(text: str, group: Group, between: str, *, which: bool) -> Group:
    """Of whom a relative clause speaks: 'organized by X together with Y, which was host' of Y."""
    if which and group.joined:
        return Group(group.start, group.end, group.joined)
    if text.startswith(", the latter", group.end):
        return Group(group.start, group.end, group.members[-1:])
    return _last_of(group) if between.startswith(", who ") else group


def _last_of(group: Group) -> Group:
    """'attended by X, Y and Mr. A, who presented': A did."""
    last = group.members[-1:]
    mixed = any(member.kind is not Kind.PERSON for member in group.members)
    if not mixed or not last or last[0].kind is not Kind.PERSON:
        return group
    return Group(group.start, group.end, last)


def has_pronoun(text: str) -> bool:
    """Whether a pronoun stands in a sentence that may be the subject of a phrase."""
    return _PRONOUN.search(text) is not None


def _states_no_fact(text: str, verb: int, place: Place) -> bool:
    """Whether the words right before a phrase make it a plan, a passive of somebody else's, or a denial."""
    last = text[:verb].rsplit(None, 1)
    word = last[-1].strip(",()") if last else ""
    active = place is Place.SUBJECT
    passive = active and (word in _BE or _PASSIVE.search(text[max(0, verb - 24) : verb]) is not None)
    unnamed = active and _UNNAMED.search(text, max(0, verb - 30), verb) is not None
    if text.endswith(_FOR_HAVING, 0, verb) or _NOT_DONE.search(text, max(0, verb - 24), verb) is not None:
        return True
    return word in _NO_FACT or passive or unnamed or _PLANNED.search(text[max(0, verb - 40) : verb]) is not None


def _last_pronoun(text: str, start: int, end: int) -> re.Match[str] | None:
    last = None
    for found in _PRONOUN.finditer(text, start, end):
        if not (found[1] == "it" and _VERB_BEFORE.search(text, max(0, found.start() - 20), found.start())):
            last = found
    return last


def _of_pronoun(text: str, pronoun: re.Match[str], verb: int, place: Place) -> Subject | None:
    others = (
        pronoun[1] == "they" and _OTHERS.search(text, max(0, pronoun.start() - _REACH), pronoun.start()) is not None
    )
    of_things = pronoun[1] == "they" and text.startswith(_OF_SESSIONS, verb)
    blocked = others or of_things or _blocked(text[pronoun.end() : verb], place, pronoun=True)
    return None if blocked else Subject(None, pronoun[1])


def _is_aside(text: str, group: Group, between: str) -> bool:
    """'A, whom B had invited, attended' and 'A, jointly with B, organized': B is no subject of the verb."""
    if "," not in between or (_WHO.match(between) and "," not in between[2:]):
        return False
    if between.startswith(",") and _NO_MEMBER.search(text, max(0, group.start - 60), group.start):
        return True
    relative = _RELATIVE_BEFORE.search(text[: group.start]) is not None and _RELATIVE_VERB.match(between) is not None
    inserted = between.startswith(",") and _INSERTED.search(text, max(0, group.start - 80), group.start) is not None
    explained = (
        between.startswith(",") and _OF_WHAT_IT_IS.search(text, max(0, group.start - 80), group.start) is not None
    )
    return (
        relative or inserted or explained or _COMITATIVE.search(text, max(0, group.start - 60), group.start) is not None
    )


def _is_praised(text: str, group: Group, between: str, verb: int, place: Place) -> bool:
    """Whether a group is the object of a verb of courtesy, and what follows is not said of it."""
    of_object = _WHO.match(between) or text.startswith("to ", verb) or text.endswith(" for ", 0, verb)
    if place is not Place.AROUND or of_object:
        return False
    return _PRAISED.search(text, max(0, group.start - _REACH), group.start) is not None


def _is_object(text: str, group: Group, between: str) -> bool:
    """Whether a group belongs to a preposition or another verb before it."""
    before = _CALLED.sub("", text[: group.start].rstrip())
    if before and _APPOSED.search(before, max(0, len(before) - _REACH)):
        return True
    if not before or before[-1] in ",;:)–-\"'" or _WHO.match(between):
        return False
    if _COUNTED.search(before) or _DEPUTIZING.search(before):
        return False
    word = before.rsplit(None, 1)[-1]
    if word in _CONJUNCTIONS and _RIGHT_BEFORE.fullmatch(between):
        return False
    if group.delegates and word in _ABOUT:
        return False
    participle = (word.endswith("ing") and word not in _NOUNS_IN_ING) or _ADVISES.search(before) is not None
    return word in _OBJECT_LEADS or (word.endswith("ed") and len(word) > 4) or participle


def _blocked(between: str, place: Place, *, pronoun: bool) -> bool:
    """Whether what stands between subject and verb shows that the verb is somebody else's."""
    words = between.strip()
    if place is Place.APPOSED:
        return _SAID_OF.fullmatch(between) is None
    if between.startswith("'s"):
        return True
    if not words or place in _NEAREST:
        return False
    first = words.split(None, 1)[0]
    adverb = first.endswith(("ed", "ly"))
    leads_on = first[0] in ",()–-" or first.rstrip(",") in _STARTERS or adverb or first in _VERBS
    if not pronoun and not leads_on:
        return True
    return _in_open_relative(between) or _OTHER_SUBJECT.search(between) is not None


def _in_open_relative(between: str) -> bool:
    last = None
    for found in _RELATIVE.finditer(between):
        last = found
    return last is not None and "," not in between[last.end() :]
