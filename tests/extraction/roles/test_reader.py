"""From sentences to roles: which meeting a sentence speaks of, and whom it means."""

import pytest

CONFERENCE = "The 18th Conference of Directors General of Customs was held in Brussels, Belgium on 20-21 February 2023."


def roles(stated, body):
    return {(who, role, what.split(" of ")[0]) for who, role, what in stated(f"{CONFERENCE} {body}").roles}


def test_who_speaks_after_the_sentence_about_the_opening_ceremony_opens_the_meeting(stated):
    body = "The opening ceremony was chaired by Mr. Kunio Mikuriya, Minister of Finance. The Minister spoke of reform."
    assert roles(stated, body) == {
        ("Kunio Mikuriya", "chair", "opening ceremony"),
        ("Kunio Mikuriya", "opening", "18th Conference"),
    }


def test_speakers_told_in_an_unknown_wording_open_the_meeting_too(stated):
    body = (
        "The opening ceremony was chaired by Mr. Kunio Mikuriya. "
        "Two speakers took the floor, namely Mr. Larry Liza and Ms. Ann Ho."
    )
    opened = {who for who, role, _ in roles(stated, body) if role == "opening"}
    assert opened == {"Larry Liza", "Ann Ho"}


def test_who_is_there_after_the_sentence_about_the_opening_ceremony_is_at_it(stated):
    body = "The opening ceremony was chaired by Mr. Kunio Mikuriya. Mr. Larry Liza was in attendance."
    assert ("Larry Liza", "attendee", "opening ceremony") in roles(stated, body)


def test_a_later_sentence_speaks_of_the_meeting_again(stated):
    body = "The opening ceremony was chaired by Mr. Kunio Mikuriya. Coffee followed. Mr. Larry Liza spoke of reform."
    assert ("Larry Liza", "speaker", "18th Conference") in roles(stated, body)


def test_a_title_at_an_office_means_the_one_of_several_who_holds_it_there(stated):
    body = (
        "Mr. Norikazu Kuramoto, Head of the ROCB A/P, and Mr. Larry Liza, Head of the RILO A/P, attended. "
        "The Head of the RILO A/P gave a presentation."
    )
    spoke = {who for who, role, _ in roles(stated, body) if role == "speaker"}
    assert spoke == {"Larry Liza"}


def test_a_title_that_several_have_means_nobody(stated):
    body = (
        "Mr. Norikazu Kuramoto, Head of the ROCB A/P, and Mr. Larry Liza, Head of the RILO A/P, attended. "
        "The Head gave a presentation."
    )
    assert not any(role == "speaker" for _, role, _ in roles(stated, body))


def test_a_list_of_those_who_were_spoken_for_goes_on_behind_the_comma(stated):
    body = "There were 27 delegates; they spoke for 7 RTCs, the WCO Secretariat and the ROCB A/P."
    present = {who for who, role, _ in roles(stated, body) if role == "attendee"}
    assert present == {"RTCs", "WCO Secretariat", "ROCB A/P"}


def test_what_the_ceremony_with_which_a_sentence_begins_saw_was_at_it(stated):
    body = (
        "The opening ceremony, which unfolded in the hall of RTC Fiji under the presidency of Mr. Larry Liza, "
        "registered the participation of Ms. Ann Ho."
    )
    assert roles(stated, body) == {
        ("Larry Liza", "chair", "opening ceremony"),
        ("Ann Ho", "attendee", "opening ceremony"),
    }


def test_a_clause_of_its_own_follows_whose_role_was_told(stated):
    body = "The organizer was the ROCB A/P, the host was RTC Fiji, and the WCO paid for it."
    told = {(who, role) for who, role, _ in roles(stated, body)}
    assert told == {("ROCB A/P", "organizer"), ("RTC Fiji", "host"), ("WCO", "sponsor")}


def test_the_items_of_a_list_within_a_sentence_speak(stated):
    body = (
        "Presentations were given by: Mr. Kunio Mikuriya (WCO) – data; Mr. Larry Liza (ROCB ESA) – training; and Mr. "
        "Ian Saunders – money."
    )
    speakers = {who for who, role, _ in roles(stated, body) if role == "speaker"}
    assert speakers == {"Kunio Mikuriya", "Larry Liza", "Ian Saunders"}


def test_a_panel_brings_speakers_together(stated):
    body = "A panel on data brought together Mr. Kunio Mikuriya and Mr. Larry Liza."
    assert {who for who, role, _ in roles(stated, body) if role == "speaker"} == {"Kunio Mikuriya", "Larry Liza"}


def test_the_topic_of_a_briefing_is_no_other_meeting(stated):
    body = "Mr. Larry Liza briefed the Conference on the progress of the groups."
    assert ("Larry Liza", "speaker", "18th Conference") in roles(stated, body)


def test_what_a_fronted_phrase_names_does_not_act(stated):
    body = "With the financial support of the Korea Customs Service, the World Bank organized the Conference."
    assert roles(stated, body) == {
        ("Korea Customs Service", "sponsor", "18th Conference"),
        ("World Bank", "organizer", "18th Conference"),
    }


def test_who_has_a_topic_of_his_own_speaks_too(stated):
    body = "Those who spoke were Mr. Larry Liza, on data and its use, and Mr. Ian Saunders, on risk."
    assert {("Larry Liza", "speaker", "18th Conference"), ("Ian Saunders", "speaker", "18th Conference")} <= roles(
        stated, body
    )


def test_a_verb_left_out_is_understood(stated):
    body = "Mr. Larry Liza presented the plan of work, and Mr. Ian Saunders the results."
    assert ("Ian Saunders", "speaker", "18th Conference") in roles(stated, body)


def test_those_who_came_are_not_who_paid_for_them(stated):
    body = "The Korea Customs Service funded the travel of those who came from afar."
    assert roles(stated, body) == {("Korea Customs Service", "sponsor", "18th Conference")}


def test_lines_with_labels_state_roles(stated):
    body = (
        "Chair: Mr. Larry Liza, Head, ROCB ESA\nRun by: ROCB ESA\nIn attendance: Fiji, Samoa, Tonga\nApologies: Palau"
    )
    assert roles(stated, body) == {
        ("Larry Liza", "chair", "18th Conference"),
        ("ROCB ESA", "organizer", "18th Conference"),
        *((country, "attendee", "18th Conference") for country in ("Fiji", "Samoa", "Tonga")),
    }


def test_a_heading_introduces_the_list_under_it(stated):
    body = "It went well.\n\nWho presented?\n- Mr. Larry Liza, ROCB ESA: data\n- Mr. Ian Saunders, WCO: risk"
    assert {("Larry Liza", "speaker", "18th Conference"), ("Ian Saunders", "speaker", "18th Conference")} == roles(
        stated, body
    )


def test_who_stands_in_has_the_role_of_the_other(stated):
    body = "The Conference was chaired by Mr. Larry Liza. Mr. Ian Saunders deputised for him on the second day."
    assert ("Ian Saunders", "chair", "18th Conference") in roles(stated, body)


def test_whom_a_fronted_phrase_names_does_not_act_though_several_do(stated):
    body = "During a panel moderated by Mr. Larry Liza of the WCO, Fiji, Samoa and Tonga presented their plans."
    assert roles(stated, body) == {
        ("Larry Liza", "moderator", "18th Conference"),
        *((country, "speaker", "18th Conference") for country in ("Fiji", "Samoa", "Tonga")),
    }


@pytest.mark.parametrize(
    ("body", "role"),
    [
        (
            "The WCO was represented by Mr. Ian Saunders, and the RILO A/P and the RILO ESA joined as observers.",
            "observer",
        ),
        ("It was arranged by the WCO together with the ROCB ESA, and the RILO A/P and the RILO ESA spoke.", "speaker"),
    ],
)
def test_a_list_behind_an_object_acts_by_itself(stated, body, role):
    assert {who for who, what, _ in roles(stated, body) if what == role} == {"RILO A/P", "RILO ESA"}


def test_a_list_that_the_sentence_includes_is_no_clause_of_its_own(stated):
    body = (
        "Around 30 delegates, including heads of the RILO A/P and of the RILO ESA, and officials of the WCO attended."
    )
    assert ("WCO", "attendee", "18th Conference") in roles(stated, body)


def test_the_second_verb_of_a_relative_clause_is_of_the_same_meeting(stated):
    body = (
        "It was preceded by the 45th Regional Steering Group Meeting, which took place in the same city from 14 to 16 "
        "February 2023 and was chaired by Mr. Larry Liza."
    )
    assert roles(stated, body) == {("Larry Liza", "chair", "45th Regional Steering Group Meeting")}


def test_what_a_briefing_prepares_is_its_topic(stated):
    body = "Mr. Larry Liza briefed the Minister on preparations for the 19th Conference, to be held in May 2024."
    assert ("Larry Liza", "speaker", "18th Conference") in roles(stated, body)


def test_a_second_by_goes_on_behind_a_relative_clause(stated):
    body = "The opening remarks were made by Mr. Larry Liza, who was online, and by Mr. Ian Saunders."
    assert {who for who, role, _ in roles(stated, body) if role == "opening"} == {"Larry Liza", "Ian Saunders"}


def test_who_represents_a_speaker_speaks(stated):
    body = "In a goodwill message, Mr. Larry Liza, who was represented by Mr. Ian Saunders, thanked the hosts."
    assert {who for who, role, _ in roles(stated, body) if role == "speaker"} == {"Ian Saunders"}


def test_those_whom_the_host_welcomes_on_behalf_of_an_office_are_not_its_people(stated):
    body = "Mr. Larry Liza opened the Conference and welcomed the participants on behalf of the Korea Customs Service."
    assert ("Korea Customs Service", "attendee", "18th Conference") not in roles(stated, body)


def test_who_organized_a_meeting_did_not_attend_it_with_others(stated):
    body = "Around 75 delegates attended the Conference, which was organized by the World Bank."
    assert roles(stated, body) == {("World Bank", "organizer", "18th Conference")}


def test_a_second_by_goes_on_behind_where_the_first_is(stated):
    body = "The Conference was convened by the RILO A/P, with its seat in Seoul, and by the World Bank."
    assert {who for who, role, _ in roles(stated, body) if role == "organizer"} == {"RILO A/P", "World Bank"}


def test_who_represents_a_person_has_that_ones_role_and_no_other(stated):
    body = "The opening address was given by Mr. Larry Liza, who represented the Minister of Finance."
    assert roles(stated, body) == {("Larry Liza", "opening", "18th Conference")}


def test_an_office_may_be_told_what_it_is(stated):
    body = "The Conference was organized by the WCO with the support of the German agency GIZ."
    assert ("GIZ", "sponsor", "18th Conference") in roles(stated, body)


def test_structures_of_several_countries_are_spelled_out(stated):
    body = "The RTC of Brazil and Cuba presented their courses."
    assert {who for who, role, _ in roles(stated, body) if role == "speaker"} == {"RTC of Brazil", "RTC Cuba"}


def test_the_vice_chairs_of_all_regions_are_an_office(stated):
    body = "The Vice-Chairs of all six regions shared the views of their members."
    assert ("Vice-Chairs", "speaker", "18th Conference") in roles(stated, body)


def test_who_sends_the_invitation_does_not_take_part_with_those_invited(stated):
    body = (
        "Upon invitation from the World Bank, Mr. Larry Liza, Head of the RILO, and Mr. Ian Saunders, Adviser, spoke."
    )
    assert {who for who, role, _ in roles(stated, body) if role == "speaker"} == {"Larry Liza", "Ian Saunders"}


def test_a_subject_behind_before_acts(stated):
    body = "Delegates were welcomed by Mr. Larry Liza, before Mr. Ian Saunders officially opened the Conference."
    assert ("Ian Saunders", "opening", "18th Conference") in roles(stated, body)


@pytest.mark.parametrize(
    "sentence",
    [
        "Mr. Larry Liza presented the report of the 19th Conference, which had met in Suva in March 2022.",
        "In his presentation, Mr. Larry Liza announced that the 19th Conference would meet in Suva in May 2024.",
    ],
)
def test_a_meeting_that_somebody_speaks_of_is_not_where_he_speaks(stated, sentence):
    assert ("Larry Liza", "speaker", "18th Conference") in roles(stated, sentence)


def test_what_is_signed_is_signed_at_the_ceremony(stated):
    body = "On 21 February 2023 a signing ceremony was held in Suva. A Memorandum was signed by Mr. Larry Liza."
    assert ("Larry Liza", "signatory", "signing ceremony") in roles(stated, body)


def test_who_speaks_in_the_opening_session_opens(stated):
    body = "In the same opening session, remarks were delivered by Mr. Larry Liza."
    assert ("Larry Liza", "opening", "18th Conference") in roles(stated, body)


def test_who_did_so_too_did_what_the_sentence_says(stated):
    body = "The Conference was hosted by the World Bank. Some 70 delegates attended, and so did the WCO."
    assert roles(stated, body) == {("World Bank", "host", "18th Conference"), ("WCO", "attendee", "18th Conference")}


def test_who_was_there_too_did_not_do_what_was_told_before(stated):
    body = (
        "Mr. Larry Liza presented the plan. Twenty members were at the table. So too were delegates of the World Bank."
    )
    assert ("World Bank", "attendee", "18th Conference") in roles(stated, body)


def test_addresses_may_be_counted_before_they_are_told(stated):
    body = "The day was marked by two addresses: that of Mr. Larry Liza, Head of X; and that of Mr. Ian Saunders."
    assert {who for who, role, _ in roles(stated, body) if role == "speaker"} == {"Larry Liza", "Ian Saunders"}


def test_who_is_elected_for_another_meeting_does_not_change_the_scene(at_conference):
    body = (
        "Mr. Larry Liza was elected chairman of the 19th Conference, and Mr. Kunio Mikuriya thanked all in his closing "
        "remarks."
    )
    roles = {(who, role, what) for who, role, what in at_conference(body).roles}
    assert ("Kunio Mikuriya", "closing", "18th Conference of Directors General of Customs") in roles


def test_a_working_session_is_no_meeting_of_its_own(at_conference):
    read = at_conference("During the first working session, Mr. Larry Liza spoke on data.")
    assert read.roles == {("Larry Liza", "speaker", "18th Conference of Directors General of Customs")}


def test_a_phrase_at_the_beginning_goes_on_up_to_the_comma(roles):
    assert ("Larry Liza", "opening") in roles("Welcoming the delegates to the capital, Mr. Larry Liza was brief.")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "The debates took place under the chairmanship of Mr. Larry Liza of Niger, Ms. Ann Ho being vice-chair.",
            {("Larry Liza", "chair"), ("Ann Ho", "vice-chair")},
        ),
        (
            "Mr. Ian Saunders moderated a panel which Mr. Larry Liza of the WCO and Ms. Ann Ho joined.",
            {("Ian Saunders", "moderator"), ("Larry Liza", "speaker"), ("Ann Ho", "speaker")},
        ),
        (
            "The groups were led by Mr. Larry Liza. Mr. Liza also spoke on trade in the plenary.",
            {("Larry Liza", "moderator"), ("Larry Liza", "speaker")},
        ),
        (
            "The conference was prepared by Fiji Customs and funded by Japan Customs.",
            {("Fiji Customs", "organizer"), ("Japan Customs", "sponsor")},
        ),
        ("Ms. Ann Ho beat a candidate of Fiji, Mr. Larry Liza, to be elected next Vice-Chair.", set()),
        (
            "Fiji Customs, Tonga Customs,, and the WCO were in attendance.",
            {("Fiji Customs", "attendee"), ("Tonga Customs", "attendee"), ("WCO", "attendee")},
        ),
    ],
)
def test_who_did_what_in_one_sentence(roles, body, expected):
    assert roles(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Unlike Mr. Larry Liza, Ms. Ann Ho attended the conference.", {("Ann Ho", "attendee")}),
        ("Ms. Ann Ho joined as an observer at the invitation of Mr. Larry Liza.", {("Ann Ho", "observer")}),
        ("It was opened by Ms. Ann Ho, Deputy Director, for Mr. Larry Liza.", {("Ann Ho", "opening")}),
        ("Ms. Ann Ho presented a study by Dr. Larry Liza.", {("Ann Ho", "speaker")}),
        ("Ms. Ann Ho reported on the working group, which is chaired by Mr. Larry Liza.", {("Ann Ho", "speaker")}),
    ],
)
def test_what_one_did_the_other_did_not(roles, body, expected):
    assert roles(body) == expected


def test_what_somebody_does_who_was_elsewhere_before_is_done_here(at_conference):
    read = at_conference("Ms. Ann Ho, who had attended the 2nd Pacific Dialogue in Nadi, Fiji, gave a presentation.")
    assert ("Ann Ho", "speaker", "18th Conference of Directors General of Customs") in read.roles


def test_for_whom_somebody_speaks_does_not_speak(roles):
    body = "Mr. Larry Liza, for Fiji Customs, and Ms. Ann Ho, for the WCO, spoke on data."
    assert roles(body) == {("Larry Liza", "speaker"), ("Ann Ho", "speaker")}


@pytest.mark.parametrize(
    "body",
    [
        "Mr. Larry Liza signed for the WCO and Ms. Ann Ho, Head of RTC Fiji, for Fiji Customs.",
        "For the WCO the letter was signed by Mr. Larry Liza, for Fiji Customs by Ms. Ann Ho.",
        "It was signed on behalf of the WCO by Mr. Larry Liza and on behalf of Fiji Customs by its Head, Ms. Ann Ho.",
    ],
)
def test_both_who_sign_for_somebody_are_signatories(roles, body):
    assert roles(body) == {("Larry Liza", "signatory"), ("Ann Ho", "signatory")}


def test_i_am_who_signs_the_report(stated):
    body = (
        "The 3rd Meeting of RTC Heads was held in Suva, Fiji on 3 May 2023. The next morning I presented the outcome "
        "of our questionnaire, which nobody had expected to be so good.\n\nLIZA Larry (Mr.)\nProgram Manager"
    )
    assert {(who, role) for who, role, _ in stated(body).roles} == {("Liza Larry", "speaker")}


def test_who_represents_a_person_is_there(roles):
    body = "Mr. Larry Liza, Head of the RILO, was represented by Ms. Ann Ho."
    assert roles(body) == {("Ann Ho", "attendee")}


def test_of_a_crowd_those_who_are_named_are_there(roles):
    body = "Delegates from 20 countries, among them Benin, Mali and Niger, took part."
    assert roles(body) == {("Benin", "attendee"), ("Mali", "attendee"), ("Niger", "attendee")}


def test_a_list_goes_on_behind_the_year_of_a_post(roles):
    body = "It was opened by Mr. Larry Liza, who has been Head of the RILO since April, and by Ms. Ann Ho."
    assert {who for who, _ in roles(body)} == {"Larry Liza", "Ann Ho"}


def test_who_is_represented_does_not_speak(roles):
    read = roles("Welcoming the delegates to the capital, Mr. Larry Liza, represented by Mr. Ian Saunders, was brief.")
    assert ("Larry Liza", "opening") not in read


def test_the_speakers_of_a_new_paragraph_are_not_those_of_the_opening_ceremony(roles):
    body = "The opening ceremony was chaired by Ms. Ho.\n\nThe speakers were Mr. Larry Liza and Mr. Ian Saunders."
    assert {("Larry Liza", "speaker"), ("Ian Saunders", "speaker")} <= roles(body)


@pytest.mark.parametrize(
    "body",
    [
        "Mr. Larry Liza and Mr. Ian Saunders came. The former chaired it. The latter spoke on data.",
        "Mr. Larry Liza and Mr. Ian Saunders came. The first chaired it; the second spoke on data.",
        "Of the two, Mr. Larry Liza and Mr. Ian Saunders, the former chaired it, while the latter spoke on data.",
    ],
)
def test_the_former_and_the_latter_are_the_two_named_before(roles, body):
    assert {("Larry Liza", "chair"), ("Ian Saunders", "speaker")} <= roles(body)


def test_the_former_of_three_is_nobody(roles):
    body = "Mr. Larry Liza, Ms. Ho and Mr. Ian Saunders came. The former chaired it."
    assert not {who for who, role in roles(body) if role == "chair"}


def test_whom_a_plan_was_to_have_is_not_there(roles):
    assert not roles("The plan was to have the ASEAN Secretariat as organizer.")


def test_a_label_may_end_with_a_dash(roles):
    assert roles("Moderator – Mr. Larry Liza.") == {("Larry Liza", "moderator")}


def test_each_of_a_list_with_topics_spoke(roles):
    body = "\n\nPresentation:\na. Mr. Larry Liza: result of a survey\nb. Mr. Ian Saunders: draft of a plan\n"
    assert {("Larry Liza", "speaker"), ("Ian Saunders", "speaker")} <= roles(body)


def test_who_speaks_at_a_closing_ceremony_closes_the_meeting(at_conference):
    body = (
        "The closing ceremony was presided over by Mr. Larry Liza. In his closing speech, Mr. Liza invited all to stay."
    )
    roles = {(who, role, meeting) for who, role, meeting in at_conference(body).roles}
    assert ("Larry Liza", "chair", "closing ceremony") in roles
    assert ("Larry Liza", "closing", "18th Conference of Directors General of Customs") in roles


def test_labels_of_the_bureau(at_conference):
    body = (
        "\n\nThe bureau was composed as follows:\n\nChairman: Mr. Larry Liza, Head of RTC Fiji\n"
        "Vice-Chairman: Ms. Ho, Head of RTC Japan\nRapporteur: Mr. Ian Saunders, Togo"
    )
    roles = {(who, role) for who, role, _ in at_conference(body).roles}
    assert roles == {("Larry Liza", "chair"), ("Ho", "vice-chair")}


def test_who_accompanies_the_one_who_opens_is_there(roles):
    body = "It was inaugurated by Mr. Larry Liza, accompanied by Ms. Ann Ho."
    assert roles(body) == {("Larry Liza", "opening"), ("Ann Ho", "attendee")}


def test_who_accompanies_a_speaker_is_there(stated):
    body = "Mr. Larry Liza spoke of reform, accompanied by Ms. Ho."
    assert {(who, role) for who, role, _ in roles(stated, body)} == {("Larry Liza", "speaker"), ("Ho", "attendee")}


def test_who_speaks_together_with_somebody_speaks(stated):
    body = "Mr. Larry Liza spoke of reform, together with Ms. Ho."
    assert {(who, role) for who, role, _ in roles(stated, body)} == {("Larry Liza", "speaker"), ("Ho", "speaker")}


def test_what_is_said_where_somebody_called_belongs_to_the_visit(stated):
    body = "Ms. Ho called on the OCO, where Mr. Larry Liza gave her an overview of its work."
    assert {(who, role, what) for who, role, what in roles(stated, body) if who == "Larry Liza"} == {
        ("Larry Liza", "speaker", "visit to OCO")
    }


def test_a_vice_chair_in_apposition(roles):
    body = "Mr. Larry Liza, Vice-Chair of the Conference, thanked all."
    assert ("Larry Liza", "vice-chair") in roles(body)


def test_the_speech_of_somebody_that_another_read(roles):
    body = "The opening speech of Mr. Larry Liza, Director, was read by Ms. Ho."
    assert roles(body) == {("Ho", "opening")}


def test_who_was_at_a_dinner_was_not_at_the_meeting(roles):
    assert roles("Mr. Larry Liza attended the dinner on the eve of the Conference.") == set()


def test_who_moderates_a_session_is_not_among_those_who_present_in_it(roles):
    body = "In the first session, moderated by Mr. Larry Liza, Ms. Ho, RTC Fiji, and Mr. Ian Saunders, Mali, presented."
    assert roles(body) == {("Larry Liza", "moderator"), ("Ho", "speaker"), ("Ian Saunders", "speaker")}


def test_countries_behind_names_are_where_people_come_from(roles):
    body = "Present were Mr. Larry Liza, Burkina Faso, Ms. Ho, Benin, and Mr. Ian Saunders, Japan."
    assert roles(body) == {(who, "attendee") for who in ("Larry Liza", "Ho", "Ian Saunders")}


def test_who_wishes_the_guests_well_in_the_paragraph_of_the_opening_ceremony_opened(stated):
    body = (
        "The opening ceremony was chaired by Mr. Kunio Mikuriya. Two addresses marked it. Mr. Larry Liza wished the "
        "guests a pleasant stay; Ms. Ho conveyed greetings.\n\nMr. Ian Saunders wished all a safe journey."
    )
    read = roles(stated, body)
    assert {who for who, role, _ in read if role == "opening"} == {"Larry Liza", "Ho"}


def test_a_visit_on_the_day_before_is_told_though_it_had_been(stated):
    read = stated("A day earlier, on 2 October, Mr. Larry Liza had paid a visit to RTC Fiji.", headline="News").roles
    assert ("Larry Liza", "visitor") in {(who, role) for who, role, _ in read}


def test_who_leads_a_delegation_comes_with_it(roles):
    body = "The OCO attended, as did a team from the WCO Secretariat led by Mr. Larry Liza."
    assert ("Larry Liza", "attendee") in roles(body)


def test_who_explains_something_on_a_mission_speaks_there(stated):
    body = (
        "The WCO Technical Assistance Mission on Valuation was delivered in Apia, Samoa from 3 to 5 May 2017. "
        "Mr. Larry Liza explained the Agreement."
    )
    read = stated(body, headline="Samoa gets ready", dateline="3-5 May 2017, Apia, Samoa")
    assert ("Larry Liza", "speaker", "WCO Technical Assistance Mission on Valuation") in read.roles


def test_a_chair_who_is_absent_does_not_chair(roles):
    body = "In the absence of the Chair, Mr. Larry Liza, the session was chaired by Ms. Ho."
    assert roles(body) == {("Ho", "chair")}


def test_who_replaced_a_speaker_spoke(roles):
    assert roles("Mr. Larry Liza replaced Ms. Ho as speaker.") == {("Larry Liza", "speaker")}


def test_a_predecessor_in_a_comparison_was_not_there(roles):
    body = "Ms. Ho, unlike her predecessor, Mr. Larry Liza, attended all sessions."
    assert roles(body) <= {("Ho", "attendee")}


def test_who_reads_a_speech_on_behalf_of_somebody_opens_in_his_place(roles):
    body = "Mr. Larry Liza, in an opening address read on his behalf by the Deputy Director, Ms. Ho, urged all to act."
    assert roles(body) == {("Ho", "opening")}


def test_statements_at_the_opening_open_the_meeting(roles):
    body = "At the opening, brief statements were made by Mr. Larry Liza; Ms. Ho; and, on screen from Apia, by Ms. Po."
    assert roles(body) == {(who, "opening") for who in ("Larry Liza", "Ho", "Po")}


def test_where_an_organizer_is_based_may_stand_in_the_list(roles):
    body = "It was organized by RTC Fiji, based in Suva, and the OCO."
    assert roles(body) == {("RTC Fiji", "organizer"), ("OCO", "organizer")}


def test_who_entertains_the_delegates_does_not_speak(roles):
    assert roles("The delegates were treated to a cruise by the OCO.") == set()


def test_whose_deputy_did_it_did_not(roles):
    body = "The closing speech was given by Mrs. Ho's colleague at the Ministry of Trade."
    assert roles(body) == set()
