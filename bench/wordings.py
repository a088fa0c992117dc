"""Wordings of synthetic reports: what reports of this kind say, with places for who, what, where and when."""

from __future__ import annotations

__all__ = ["BODY_END", "CHAIR", "CLOSING", "ENDINGS", "FILLER", "HEADLINES", "HOST", "KINDS", "LEADS", "MENTION"]
__all__ += ["MODERATOR", "OPENING", "SPEAKER", "TOPICS", "VISITOR"]

TOPICS = (
    *("Risk Management", "Post-Clearance Audit", "Customs Valuation", "Rules of Origin", "Tariff Classification"),
    *("Customs Integrity", "Single Window", "Data Analytics", "Transit", "Coordinated Border Management"),
    *("Cross-Border E-Commerce", "Air Cargo Security", "Advance Rulings", "Intellectual Property Rights", "Free Zones"),
    *("Passenger Control", "Customs Laboratories", "Strategic Trade Control", "Time Release Studies", "Leadership"),
    *("Human Resource Management", "Performance Measurement", "Authorized Economic Operators", "Customs Reform"),
    *("Customs Brokers", "Temporary Admission", "Cultural Goods", "Environmental Crime", "Customs Intelligence"),
    *("Non-Intrusive Inspection", "Drug Detector Dogs", "Trade Facilitation", "Customs Training", "Digital Customs"),
)
"""What meetings are about."""

KINDS = ("Workshop", "Seminar", "Forum", "Conference")
"""Sorts of meetings."""

HEADLINES = (
    "{meeting} held in {city}",
    "{city} hosts the {meeting}",
    "{meeting}",
    "Customs officials gather in {city} for the {meeting}",
    "The {meeting} comes to an end",
)

LEADS = (
    "The {meeting} was held in {city}, {country}, on {dates}.",
    "On {dates} the {meeting} took place in {city}, {country}.",
    "The {meeting} took place in {city}, {country}, from {range}.",
    "{city}, {country}, hosted the {meeting} from {range}.",
)

CHAIR = (
    "The meeting was chaired by {agent}.",
    "{agent}, chaired the meeting.",
    "{agent}, was in the chair.",
    "The meeting was held under the chairmanship of {agent}.",
    "{agent}, served as chair of the meeting.",
)

OPENING = (
    "The meeting was opened by {agent}.",
    "{agent}, opened the meeting.",
    "{agent}, delivered the opening remarks.",
    "Opening remarks were made by {agent}.",
)

CLOSING = (
    "The meeting was closed by {agent}.",
    "{agent}, delivered the closing remarks.",
    "Closing remarks were made by {agent}.",
)

SPEAKER = (
    "{agent}, gave a presentation on the work of the office.",
    "{agent}, spoke about the lessons of the past year.",
    "Presentations were made by {agent}.",
    "{agent}, presented the results of a survey among Members.",
)

MODERATOR = ("{agent}, moderated a session on cooperation.", "The panel discussion was moderated by {agent}.")

HOST = ("The meeting was hosted by {office}.", "It was hosted by {office}.")

VISITOR = ("Afterwards {agent}, visited {office}.", "{agent}, paid a visit to {office}.")

MENTION = (
    "The participants recalled the {meeting}, which was held in {city} in {year}.",
    "The work goes back to the {meeting}, held in {city} in {year}.",
)

FILLER = (
    "Participants exchanged views on national practice and agreed that regional cooperation saves time and money.",
    "Working groups went through case studies and reported their conclusions on the last day.",
    "Many delegations asked for more training material in the languages of the region.",
    "The agenda covered legislation, procedures, information technology and the part of the private sector.",
    "It was agreed that progress should be measured by indicators that all Members can collect.",
    "Delegates thanked the organizers for the warm welcome and the good preparation.",
    "A field visit to the port showed how the theory is put into practice.",
    "The next steps were laid down in a plan of action, which Members will receive in the coming weeks.",
    "All presentations will be made available on the website.",
    "Experts explained the relevant instruments and tools and answered questions.",
    "Several Members described how they had used the tools in the past two years.",
    "The discussions showed that change takes patience, money and the support of those at the top.",
)

BODY_END = ("About {count} participants from {members} Members took part.", "There were {count} participants.")

ENDINGS = (
    "",
    "",
    "\n\nContact us\n\nNewsletter :\n sign up    sign off\n",
    "\n\nMore information\ncommunication@wcoomd.org\n",
)
