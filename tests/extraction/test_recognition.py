def test_a_body_that_is_named_like_a_meeting_is_none(at_conference):
    read = at_conference("The United Nations Conference on Trade and Development (UNCTAD) followed it as an observer.")
    main = "18th Conference of Directors General of Customs"
    assert read.roles == {("United Nations Conference on Trade and Development (UNCTAD)", "observer", main)}
