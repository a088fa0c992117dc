"""What a sentence denies of a phrase in it: that it came to pass, at this event, by those who are named."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.extraction.clauses.clause import Clause
from kg.extraction.clauses.group import Group
from kg.extraction.clauses.patterns import MEETING
from kg.extraction.mentions.mention import Kind
from kg.extraction.roles.frame_table import Effect, Place
from kg.extraction.roles.frames import Match
from kg.extraction.roles.role_book import OF_HOSTS
from kg.model import PostStatus, Role, SentenceKind
from kg.model.extractions import MAIN_KEY
from kg.regex import regex

__all__ = ["is_absent", "is_denied"]

_ONCE = frozenset({Role.CHAIR, Role.SIGNATORY, Role.MODERATOR})
_OF_PART = frozenset({Role.MODERATOR, Role.SPEAKER, Role.ATTENDEE})
_OF_THOSE_THERE = frozenset({Role.ATTENDEE, Role.OBSERVER})
_WILL = regex(r",? (?:will|would|shall|should|is to|are to)\b")
"""'The group led by A will meet': what is planned is said of the group."""
_PLANNED = regex(r",? (?:is|are) (?:now |already |also )?(?:planned|scheduled|foreseen|expected|envisaged|due)\b")
"""'A second one, funded by A, is planned'."""
_FORESEEN = regex(
    r"\b(?:will|shall|would(?! like)"
    r"|(?:is|are) (?:now |also )?(?:to|planned|scheduled|foreseen|expected|due|set))\b[^.;:]*$"
)
"""'The next one will be held in X, with A as host'."""
_NO_COST = regex(
    r"\b(?:proposal|proposed|nomination|nominated|candidature|candidacy|motion)\b[^.;:]{0,60}$"
    r"|\b(?:was|were|been) (?:re)?(?:built|constructed|erected|renovated|restored|refurbished|bought|purchased)\b"
    r"[^.;:]{0,40}$"
)
"""'Proposed by X and supported by Y': no money; 'The hall was built with funds of X': not for the event."""
_ON_PAPER = regex(r"\b(?:certificates?|diplomas?|invitations?|letters?) (?:bearing|carrying|with) (?:the )?$")
"""'certificates bearing the signature of A'."""
_INTERVIEW = regex(
    r"\bin an? (?:[a-z]+ )?interview\b|\bat a press conference\b"
    rf"|^speaking (?:with|to) (?:reporters|journalists|the press|{Kind.AGENT.value}|[a-z]+ )(?:,| shortly| after| on)"
)
_WRITTEN_BY = regex(
    rf"(?:report|news|text|story|account|article) by (?:the )?{Kind.AGENT.value}[^a-z]*(?:[a-z]+[^a-z]*)?"
)
"""'Report by A': who wrote what is read."""
_MADE = r"\b(?:developed|designed|drafted|written|produced|built|published|compiled) "
_MADE_BY = regex(rf"{_MADE}(?:[a-z]+ly |by [^.;:]{{1,40}} and |with the )?$")
"""'the manual, drafted by A and funded by B', 'a system developed with the support of A': not the event."""
_OF_WORK = regex(
    r"\b(?:presented|read out|quoted|cited|summari[sz]ed|distributed|recommended) (?:an?|the|his|her|some) [^.;:]{0,60}"
    r"\b(?:study|studies|survey|statement|message|letter|book|article|research) by (?:the )?$"
)
"""'presented a study by A', 'read out a statement by A': whose it is does not speak."""
_ELSEWHERE = regex(
    r"\b(?:at the (?:airport|entrance|gates?|door|hotel|station|harbour)|to the city"
    r"|(?:at|over|during) (?:an?|the) (?:[a-z]+ )?(?:dinner|reception|lunch|luncheon|banquet))\b"
)
"""'welcomed at the airport by A': no opening."""
_WILL_CHAIR = regex(r",? who (?:will|would|is to) (?:also )?(?:chair|preside)")
_IS = regex(rf"[^{MEETING}], which (?:is|are) (?:also |partly |mainly )?$")
"""'her dog school, which is supported by A': not the event."""
_FOLLOWS = regex(
    r"\b(?:follow-up|sequel|continuation|successor|similar|comparable) (?:to|of) (?:the|an?|its|their) [^.;:,]{0,50}$"
)
"""'a follow-up to the seminar organized by A': that seminar."""
_NOT_BEHIND: Mapping[Role, tuple[re.Pattern[str], ...]] = {
    Role.HOST: (_IS, _FOLLOWS),
    Role.ORGANIZER: (_IS, _FOLLOWS),
    Role.SPONSOR: (_IS, _FOLLOWS, _NO_COST, _MADE_BY),
    Role.CHAIR: (_IS,),
    Role.SIGNATORY: (_ON_PAPER,),
}
"""Words before a phrase that take its role from who stands in it."""
_OFFICE_IS = regex(
    rf"(?:^|[,;] |\b(?:as|that|since|because|while|where|and) )(?:the )?(?P<agent>{Kind.AGENT.value}) (?:itself )?"
    r"(?:is|was|has been|had been) (?:also |partly |mainly |[a-z]+ly )?$"
    rf"|^(?:the )?(?P<own>{Kind.AGENT.value}), $"
)
"""'RILO A/P is hosted by X', 'RILO A/P, hosted by X, met': the office, not the event."""
_HOUSED = regex(r"(?:co-)?(?:hosted|housed|funded|financed|sponsored|supported|run)\b[^,]{0,30} by\b")
_MEETS = regex(r"\b(?:Committee|Council|Commission|Conference|Forum|Group|Assembly|Symposium)\b")
_HOUSE = regex(r"\b(?:Council|Committee|Commission|University|College|School|Academy)\b")
_THE = regex(r" ?(?:the |an? )?")
_MADE_WITH = regex(rf"{_MADE}(?:[a-z]+ly )?$")
"""'a tool developed together with A': A did not come along."""
_NOT_HIM = regex(
    r"\b(?:late|neither|nor|unlike|except(?: for)?|excluding|with the exception of"
    r"|(?:all|every|each) (?:[a-z]+ ){1,6}but|no|not|listed|billed) (?:the |(?:his|her|its|their) [a-z]+, )?$"
)
"""'the late A': nothing that he did was done at the event; 'nor A': he did nothing."""
_INVITING = regex(r"\bat the (?:kind )?(?:invitation|request) of (?:the )?$")
_NONE = regex(r"\bno (?!fewer|less|longer|doubt|other)(?:[a-z-]+ ){0,3}$")
"""'No presentation was given by A'."""
_EACH_ANOTHER = regex(r"(?:[a-z]+)?, [a-z]+ and [a-z]+,? respectively\b")
"""'served as moderators, | panellist and rapporteur respectively': three roles, each of one of three."""
_NEAR = 80
"""Characters before a phrase in which that stands."""
_ABSENT = regex(
    r"(?:, who [^.;:,]{1,60},|[,)])? (?:"
    r"(?:was|were) (?:unable|not able|prevented|absent|excused|held up|detained|not (?:there|present|at))"
    r"|had (?:fallen|been taken) ill"
    r"|could not (?:come|attend|travel|be|join|make|take)|had (?:to cancel|cancelled|been (?:prevented|detained))"
    r"|(?<=, )being (?:absent|unable|prevented|indisposed|ill)"
    r"|did not (?:come|attend|travel|make|show)"
    r"|(?:was|were) (?:read|delivered|conveyed|presented)(?: out| aloud)?"
    r"(?: (?:on|in|for) (?:his|her|him)(?: (?:behalf|name|absence))?)? by)\b"
)
"""'A third speaker, A, was unable to travel.'"""
_IN_PLACE_OF = regex(r"\b(?:in the absence of|on behalf of|in place of|instead of|representing) (?:the )?$")
"""'In the absence of the Chair, A,': he did not chair."""
_HANDED_OUT = regex(
    r"[^.;:]{0,60} (?:(?:was|were|had been) (?:distributed|circulated|handed out|published|printed|cancelled|canceled"
    r"|postponed|dropped|withdrawn|announced|planned|scheduled|foreseen)"
    r"|had to be (?:dropped|cancelled|canceled|postponed|skipped)|could not be (?:given|held|heard|made|delivered))\b"
)
"""'The report by A was circulated': it was read by nobody aloud; 'the lecture by A had to be dropped'."""
_CANCELLED = regex(
    r"[^.;:]{0,60} (?:was|were|had to be) (?:cancelled|canceled|postponed|withdrawn|called off|dropped)\b"
)
"""'The session chaired by A was cancelled.'"""
_BEFORE_OTHERS = regex(
    r"[^.;:,]{0,12}\b(?:reporters|journalists|this newspaper|our reporter"
    r"|the (?:media|press|court|parliament|national assembly|senate|trophy|cup))\b"
)
"""'explained to reporters', 'briefed the media': not at the event."""
_TOLD = ("told", "explained", "informed", "confided")
_NEWSPAPER = regex(
    r" ?(?:to )?the (?:(?!of )[^ ,.;:]+ ){0,2}(?:courier|times|post|herald|gazette|star|standard|observer|guardian"
    r"|chronicle|tribune|inquirer|journal|bulletin|newspaper|paper|agency|radio|television)\b"
)
"""'told | the Fiji Times'."""
_OPERATION = regex(r" ?in (?:the |an? )?(?:[a-z-]+ ){0,2}operation\b(?! (?:debriefing|planning|review))")
_OF_OPERATION = regex(r"\boperation [^.;:]{1,40}, in which (?:the )?$")
"""'took part in a joint operation', 'Operation X, in which A took part': no meeting."""
_TO_BE_INVITED = regex(r"\bbe invited\b[^.;:]*$")
_OBJECT = regex(rf" ?(?:the |this ){MEETING}")
_SOME_EVENT = regex(rf"\ban? (?:[a-z-]+ ){{0,2}}(?:{MEETING}|workshop|meeting|conference|seminar|course|session)")
_FORMERLY = regex(
    r"\b(?:once|formerly|previously|in former years) (?:an? |the )?$|\bsince (?:it|they) (?:was |were )?(?:[a-z]+ )?$"
)
"""'Formerly chaired by A', 'since it was opened by A': before the event that the report is about."""
_TO_BE = regex(
    r"\bthat (?:the|its|their|a) (?:next|coming|following)\b[^.;:]{0,60} be (?:[a-z]+ly )?$"
    r"|\b(?:was|were) (?:to|supposed to|due to|meant to|scheduled to) (?:have been|be) (?:[a-z]+ly )?$"
    rf"|(?:\bshould|(?:\bit|{MEETING}) would) have been (?:[a-z]+ly )?$"
    r"|\b(?:proposed|suggested|agreed|decided|requested) that (?:the|its|their|an?) [^.;:,]{1,40} be (?:[a-z]+ly )?$"
    r"|\b(?:(?:would|will|shall|should)|that (?:the|its|their|an?) [^.;:,]{1,40}) be [a-z]+ed by [^.;:]{1,40} and "
    r"(?:[a-z]+ly )?$"
    r"|\bit (?:is|was) (?:hoped|expected|understood) that [^.;:,]{0,60}$"
)
"""'that the next one be hosted by A', 'was to have been opened by A', 'would be hosted by A and chaired by B'."""
_FOR_YEARS = regex(r"[^.;:,]{0,60} for (?:many|several|over [a-z]+|more than [a-z]+|[a-z]+|[0-9]+) years\b")
"""'chaired | the Council for six years': a body, not the event."""
_WHO = regex(r",? who (?:[a-z]+ ){0,2}")
_HAD = regex(r"\bhad (?:[a-z]+ )?$")


def is_denied(clause: Clause, match: Match) -> bool:
    """Whether the words about a phrase say that those named in it did not have its role at the event."""
    group, role = match.group, match.frame.role
    if group is not None and (_acts_for_none(clause, match, group) or _takes_over(clause, match, group)):
        return True
    if _is_past_or_plan(clause, match) or _is_of_unknown(clause, match) or _is_of_none(clause, match):
        return True
    behind = any(words.search(clause.text, 0, match.start) for words in _NOT_BEHIND.get(role, ()))
    if behind or role in OF_HOSTS:
        return behind or _is_of_office(clause, match)
    if group is not None and role in _OF_THOSE_THERE:
        return _was_elsewhere(clause, match, group)
    if role is Role.OPENING:
        return _ELSEWHERE.search(clause.text, match.start, match.end + _NEAR) is not None
    return role is Role.SPEAKER and _speaks_elsewhere(clause, match)


def _was_elsewhere(clause: Clause, match: Match, group: Group) -> bool:
    """'took part in Operation X', 'are to be invited as observers'."""
    body = clause.sentence.kind is not SentenceKind.TITLE and _attends_body(clause, match)
    if body and match.frame.place is Place.SUBJECT:
        return True
    operation = _OPERATION.match(clause.text, match.end) or _OF_OPERATION.search(clause.text, 0, group.start)
    return operation is not None or _TO_BE_INVITED.search(clause.text, group.end, match.start) is not None


def _attends_body(clause: Clause, match: Match) -> bool:
    """'A attended the WCO Council', 'A attended the University of X': not the event."""
    the = _THE.match(clause.text, match.end)
    group = clause.group_at(the.end()) if the else None
    return group is not None and not group.delegates and any(_HOUSE.search(m.form) for m in group.members)


def _speaks_elsewhere(clause: Clause, match: Match) -> bool:
    """'Report by A' alone, 'in an interview', 'told the court'; a speech that was only handed out, or is another's."""
    group = match.group
    return (
        (match.frame.place is Place.SUBJECT and _is_to_press(clause, match))
        or (match.start == 0 and _WRITTEN_BY.fullmatch(clause.text) is not None)
        or _INTERVIEW.search(clause.text, 0, match.start) is not None
        or (match.frame.place is Place.AFTER and _HANDED_OUT.match(clause.text, match.end) is not None)
        or (group is not None and _OF_WORK.search(clause.text, 0, group.start) is not None)
    )


def _is_to_press(clause: Clause, match: Match) -> bool:
    told = clause.text.startswith(_TOLD, match.start) and _NEWSPAPER.match(clause.text, match.end) is not None
    return told or _BEFORE_OTHERS.match(clause.text, match.end) is not None


def _is_of_office(clause: Clause, match: Match) -> bool:
    """Whether it is an office, and none that meets, that somebody hosts or pays for."""
    subject = _OFFICE_IS.search(clause.text, 0, match.start)
    if subject and subject["own"] and not _HOUSED.match(clause.text, match.start):
        return False
    group = clause.group_at(subject.start(subject.lastgroup or 0)) if subject else None
    return (
        group is not None
        and not group.delegates
        and all(member.kind is Kind.OFFICE and not _MEETS.search(member.form) for member in group.members)
    )


def is_absent(clause: Clause, group: Group) -> bool:
    """Whether those in a group were not there: 'A was unable to travel', 'in the absence of A'."""
    return _is_away(clause, group) or _IN_PLACE_OF.search(clause.text, 0, group.start) is not None


def _is_away(clause: Clause, group: Group) -> bool:
    return _ABSENT.match(clause.text, group.end) is not None


def _acts_for_none(clause: Clause, match: Match, group: Group) -> bool:
    """Whether a group cannot have had a role: 'the late A', 'nor A'; who was not there; delegates, who host nothing."""
    if match.frame.place is Place.AFTER and _is_away(clause, group):
        return True
    if match.frame.role not in OF_HOSTS and _INVITING.search(clause.text, 0, group.start):
        return True
    hosts = group.delegates and match.frame.role in OF_HOSTS
    return hosts or _NOT_HIM.search(clause.text, 0, group.start) is not None


def _takes_over(clause: Clause, match: Match, group: Group) -> bool:
    """'handed over the gavel to the incoming Vice-Chair, A': an office changes hands, not the chair of the meeting."""
    given = match.frame.role is Role.CHAIR and clause.text.endswith((" to ", " to the "), 0, group.start)
    if given and _WILL_CHAIR.match(clause.text, group.end):
        return True
    coming = (seat.person for seat in clause.seats if seat.status is PostStatus.INCOMING)
    return given and any(person is member for person in coming for member in group.members)


def _is_past_or_plan(clause: Clause, match: Match) -> bool:
    """'had chaired', 'had signed': before the event that the report is about; 'with A as host' of what will be."""
    if _FORMERLY.search(clause.text, 0, match.start) or _TO_BE.search(clause.text, 0, match.start):
        return True
    if match.frame.role is Role.CHAIR and _FOR_YEARS.match(clause.text, match.end):
        return True
    another = match.frame.role is Role.OPENING and _SOME_EVENT.search(clause.text, match.start, match.end) is not None
    once = match.frame.place is Place.SUBJECT and (match.frame.role in _ONCE or another)
    if once and _HAD.search(clause.text, 0, match.start) and not _of_main(clause, match):
        return True
    if match.frame.place is Place.PASSIVE and clause.text.endswith(" to be ", 0, match.start):
        return True  # 'A beat B to be elected', 'A is to be elected'
    if match.frame.place is Place.AFTER and _is_undone(clause, match):
        return True
    group = match.group
    with_whom = clause.text.startswith("with ", match.start) or (
        group is not None and group.end <= match.start and clause.text.endswith("with ", 0, group.start)
    )
    return with_whom and _FORESEEN.search(clause.text, 0, match.start) is not None


def _is_undone(clause: Clause, match: Match) -> bool:
    """Whether what stands behind the words of a role says that it was planned or came to nothing."""
    if _PLANNED.match(clause.text, match.end) or _CANCELLED.match(clause.text, match.end):
        return True
    return match.frame.role in _OF_PART and _WILL.match(clause.text, match.end) is not None


def _is_of_unknown(clause: Clause, match: Match) -> bool:
    """Whether 'who' behind an office speaks of somebody of it that was not read: 'an officer of X, who spoke'."""
    group = match.group
    if group is None or group.delegates or match.frame.place is not Place.SUBJECT or match.frame.role in OF_HOSTS:
        return False
    nobody = all(member.kind is not Kind.PERSON for member in group.members)
    return nobody and _WHO.fullmatch(clause.text, group.end, match.start) is not None


def _is_of_none(clause: Clause, match: Match) -> bool:
    made_with = match.frame.effect is Effect.SAME and _MADE_WITH.search(clause.text, 0, match.start)
    not_by = match.frame.place is Place.AFTER and clause.text.endswith((" not ", " never "), 0, match.start)
    if not_by or _EACH_ANOTHER.match(clause.text, match.end):
        return True
    return bool(made_with or _NONE.search(clause.text, max(0, match.start - _NEAR), match.start))


def _of_main(clause: Clause, match: Match) -> bool:
    """Whether the main meeting stands right behind a phrase: 'had chaired the workshop'."""
    object_ = _OBJECT.match(clause.text, match.end)
    meeting = clause.item(object_.end() - 1) if object_ else None
    return meeting is not None and meeting.key == MAIN_KEY
