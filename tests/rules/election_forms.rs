//! How each office is elected by its text, on which day and in which body; how many adjoints, and in what order on a list.

use hemicycle::council::docket::BodyKind;
use hemicycle::council::election::{Form, Office};
use hemicycle::council::name::Civility::{Mr, Mrs};
use jiff::civil::date;

use super::common::{Room, report};
use super::election_hall::{addressed, close, commune, electing, form, list, lists, next_round, posts, to};

fn form_of(docket: hemicycle::council::docket::Docket) -> Form {
    Room::of(docket).sitting().contest(&report(1)).expect("an election").form
}

#[test]
fn adjoints_are_elected_by_list_from_1_000_inhabitants_on_and_everywhere_since_march_2026_l_2122_7_2() {
    let form_on = |day, population, posts| {
        let mut docket = commune(9, Office::Deputies, Some(posts));
        docket.meeting.date = day;
        docket.body.population = population;
        form_of(docket)
    };
    for (day, population, expected) in [
        (date(2014, 3, 22), Some(3_499), Form::ByName),
        (date(2014, 3, 22), Some(3_500), Form::ByList),
        (date(2014, 3, 23), Some(999), Form::ByName),
        (date(2014, 3, 23), Some(1_000), Form::ByList),
        (date(2026, 3, 14), Some(999), Form::ByName),
        (date(2026, 3, 14), Some(1_000), Form::ByList),
        (date(2026, 3, 14), None, Form::ByList),
        (date(2026, 3, 15), Some(999), Form::ByList),
        (date(2026, 3, 15), None, Form::ByList),
    ] {
        assert_eq!(form_on(day, population, 2), expected, "{day} {population:?}");
        assert_eq!(form_on(day, population, 1), Form::ByName, "one alone is elected as the mayor is, {day}");
    }
}

#[test]
fn every_office_has_the_form_of_its_text_and_vice_presidents_that_of_their_body() {
    for (kind, office, expected) in [
        (BodyKind::Commune, Office::Mayor, Form::ByName),
        (BodyKind::Commune, Office::Deputy, Form::ByName),
        (BodyKind::Commune, Office::TenderCommittee, Form::HighestRemainder),
        (BodyKind::Commune, Office::CcasBoard, Form::HighestRemainder),
        (BodyKind::Commune, Office::CommunityCouncillors, Form::HighestAverage),
        (BodyKind::Commune, Office::Delegates, Form::ByName),
        (BodyKind::Epci, Office::President, Form::ByName),
        (BodyKind::Epci, Office::VicePresidents, Form::ByName),
        (BodyKind::Metropole, Office::VicePresidents, Form::ByName),
        (BodyKind::Departement, Office::VicePresidents, Form::ByList),
        (BodyKind::Region, Office::VicePresidents, Form::ByList),
        (BodyKind::Departement, Office::PermanentCommittee, Form::HighestAverage),
        (BodyKind::Region, Office::PermanentCommittee, Form::HighestAverage),
        (BodyKind::Autre, Office::VicePresidents, Form::ByName),
    ] {
        assert_eq!(form_of(electing(kind, 9, office, Some(2))), expected, "{kind:?} {office:?}");
    }
}

#[test]
fn delegates_are_elected_as_the_council_chooses_and_another_form_than_the_law_s_needs_a_reason() {
    let mut room = Room::elects(commune(9, Office::Delegates, Some(2)));
    for of in [Form::ByList, Form::HighestRemainder, Form::HighestAverage, Form::ByName] {
        room.must(&form(of));
    }
    assert_eq!(room.wrong(&form(Form::ByName)), ["E014"]);
    for (kind, office) in [
        (BodyKind::Commune, Office::Deputies),
        (BodyKind::Commune, Office::TenderCommittee),
        (BodyKind::Epci, Office::VicePresidents),
        (BodyKind::Departement, Office::PermanentCommittee),
    ] {
        let mut docket = electing(kind, 9, office, Some(2));
        docket.body.population = Some(2_000);
        let of_the_law = form_of(docket.clone());
        let other = if of_the_law == Form::ByName { Form::ByList } else { Form::ByName };
        let mut room = Room::elects(docket);
        room.irregular(&form(other), "W040");
        assert_eq!(room.sitting().irregularities().last().and_then(|it| it.report.clone()), Some(report(1)));
        room.must(&form(of_the_law));
    }
    // Where no text is known nothing is said.
    Room::elects(electing(BodyKind::Autre, 9, Office::VicePresidents, Some(2))).must(&form(Form::ByList));
    // One post is one post.
    for office in [Office::Mayor, Office::Deputy] {
        let room = Room::elects(commune(9, office, None));
        assert_eq!(room.wrong(&form(Form::ByList)), ["E075"], "{office:?}");
        assert_eq!(room.wrong(&posts(2)), ["E075"], "{office:?}");
    }
    // Nor does it change once somebody voted.
    let mut room = Room::elects(commune(9, Office::Delegates, Some(2)));
    room.holds(&[(to(2), 9)], 0, 0);
    room.must(&next_round());
    assert_eq!(room.wrong(&form(Form::ByList)), ["E058"]);
}

#[test]
fn no_more_adjoints_than_thirty_in_a_hundred_of_the_legal_size_l_2122_2() {
    let sized = |legal_size, posts| {
        let mut docket = commune(27, Office::Deputies, posts);
        docket.body.legal_size = legal_size;
        docket
    };
    let mut room = Room::elects(sized(Some(27), None));
    room.must(&posts(8));
    assert_eq!(room.articles(&posts(9)), [("W039".to_owned(), "art. L.2122-2 du CGCT")]);
    room.irregular(&posts(9), "W039");
    room.must(&lists(&[list("A", &[2])]));
    assert_eq!(room.wrong(&close()), [""; 0], "it was said");
    // The file says how many: it is said when the urn is closed.
    let mut room = Room::elects(sized(Some(27), Some(9)));
    room.must(&lists(&[list("A", &[2])]));
    room.irregular(&close(), "W039");
    // Without the legal size nobody knows; and delegates are no adjoints.
    assert_eq!(Room::elects(sized(None, None)).wrong(&posts(20)), [""; 0]);
    let mut delegates = commune(9, Office::Delegates, None);
    delegates.body.legal_size = Some(9);
    assert_eq!(Room::elects(delegates).wrong(&posts(5)), [""; 0]);
}

#[test]
fn a_list_of_adjoints_is_alternately_of_each_sex_as_far_as_the_civility_tells_l_2122_7_2() {
    let docket_on = |day, population, civilities: &[_]| {
        let mut docket = addressed(commune(9, Office::Deputies, Some(3)), civilities);
        docket.meeting.date = day;
        docket.body.population = population;
        docket
    };
    let filed = |docket, numbers: &[u32]| Room::elects(docket).wrong(&lists(&[list("A", numbers)]));
    let today = |civilities: &[_]| docket_on(date(2026, 3, 20), Some(500), civilities);
    let none: [&str; 0] = [];
    assert_eq!(filed(today(&[Mr, Mr, Mrs, Mr]), &[2, 3, 4]), none);
    assert_eq!(filed(today(&[Mr, Mrs, Mr, Mrs]), &[2, 3, 4]), none);
    assert_eq!(filed(today(&[Mr, Mr, Mr, Mrs]), &[2, 3, 4]), ["W038"]);
    assert_eq!(filed(today(&[Mr, Mr, Mrs, Mrs]), &[2, 3, 4]), ["W038"]);
    assert_eq!(filed(today(&[Mr, Mr, Mrs]), &[2, 9, 3]), none, "nobody says how M09 is addressed");
    for (day, population, expected) in [
        (date(2020, 3, 14), Some(5_000), &[][..]),
        (date(2020, 3, 15), Some(1_000), &["W038"]),
        (date(2026, 3, 14), None, &[]),
        (date(2026, 3, 15), None, &["W038"]),
    ] {
        let wrong = filed(docket_on(day, population, &[Mr, Mr, Mr]), &[2, 3]);
        assert_eq!(wrong, expected, "{day} {population:?}");
    }
    // Said once, when it is filed; and not of the lists of a committee.
    let mut room = Room::elects(today(&[Mr, Mr, Mr]));
    room.irregular(&lists(&[list("A", &[2, 3])]), "W038");
    assert_eq!(room.wrong(&close()), none);
    let docket = addressed(commune(9, Office::TenderCommittee, Some(3)), &[Mr, Mr, Mr]);
    assert_eq!(filed(docket, &[2, 3]), none);
}
