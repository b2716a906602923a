//! Where a request belongs: its rights, another case, another organisation, no request at all; done
//! from the case page, and told to the person.

use super::browser::{Browser, Page};
use super::case_steps::{Case, LUIS, staffed};
use crate::support::Databases;
use crate::support::house::House;
use indsigt::domain::access::Role;
use indsigt::domain::language::Lang;
use indsigt::domain::outcome::Outcome;
use indsigt::domain::person::RepresentativeKind;
use indsigt::domain::request::State;
use indsigt::domain::right::Right;

/// The case page.
fn desk(case: &Case<'_>) -> String {
    case.path("").trim_end_matches('/').to_owned()
}

fn outcome(case: &Case<'_>, right: Right) -> Option<Outcome> {
    case.stored().file.requests.iter().find(|request| request.right == right).unwrap().outcome
}

/// The newest letter to the person: its subject and its words on single lines.
fn letter(house: &House, to: &str) -> (String, String) {
    house.drain();
    let (subject, text) = house.newest_mail(to);
    (subject, text.replace('\u{a0}', " "))
}

/// The case a step led to.
fn led_to<'a>(house: &'a House, page: &Page) -> Case<'a> {
    assert_eq!(page.status, 303, "{}", page.text());
    let location = page.location.as_ref().unwrap();
    let id = location.trim_start_matches("/desk/cases/").split('?').next().unwrap();
    Case { house, id: id.to_owned() }
}

/// Whoever only approves is sent back to the case and changes nothing; whoever only reads finds
/// nothing there.
fn is_closed_to_others(house: &House, case: &Case<'_>, path: &str, fields: &[(&str, &str)]) {
    let version = case.stored().file.case.version;
    for (role, email) in [(Role::Approver, "a@musik.example"), (Role::Auditor, "r@musik.example")] {
        let email = format!("{}{email}", path.len());
        let browser = Browser::of(house, &house.colleague(&email, "Else", &[role], Lang::En));
        let page = browser.get(path);
        let expected = if role == Role::Auditor { 404 } else { 303 };
        assert_eq!(page.status, expected, "{role} {path}");
        let form = browser.get(&desk(case));
        let answer = browser.post(&form, path, fields);
        assert!(answer.status == 404 || answer.location == Some(desk(case)), "{role} {path}");
    }
    assert_eq!(case.stored().file.case.version, version, "{path}");
}

#[test]
fn a_right_is_added_and_one_is_split_and_the_person_gets_a_corrected_receipt() {
    let databases = Databases::sqlite();
    let (house, maja, ..) = staffed(&databases);
    let case = Case::new(&house, &maja, LUIS, &[Right::Access]);
    let browser = Browser::of(&house, &maja);
    let add = case.path("add-right");
    assert!(browser.get(&desk(&case)).all(".doings a.button", "href").contains(&add));
    is_closed_to_others(&house, &case, &add, &[("right", "erasure"), ("since", "first")]);

    let none = browser.fill(&add, &add, &[("since", "first")]);
    assert_eq!((none.status, none.all(".error-summary a", "href")), (422, vec!["#right".to_owned()]));
    let twice = browser.fill(&add, &add, &[("right", "access"), ("since", "first")]);
    assert_eq!(twice.all(".error-summary a", "href"), ["#right"]);
    databases.clock.advance(chrono::Duration::days(3));
    let browser = Browser::of(&house, &maja);
    assert_eq!(browser.fill(&add, &add, &[("right", "erasure"), ("since", "first")]).status, 303);
    let (subject, text) = letter(&house, LUIS);
    assert_eq!(subject, "Vi har ändrat hur vi förstod dig");
    // both rights with their date: a month from Monday 2 March, and Easter has no working day
    assert!(text.matches("Du får svar senast torsdag den 2 april 2026").count() == 2, "{text}");
    assert!(text.contains("Du förlorar ingen tid"), "{text}");

    assert_eq!(browser.fill(&add, &add, &[("right", "portability"), ("since", "today")]).status, 303);
    let (_, text) = letter(&house, LUIS);
    assert!(text.contains("Det nya räknar vi från i dag"), "{text}");
    assert_eq!(case.stored().file.requests.last().unwrap().received_on.to_string(), "2026-03-05");

    let split = case.step(Right::Access, "split");
    is_closed_to_others(&house, &case, &split, &[("right", "objection")]);
    assert_eq!(browser.fill(&split, &split, &[("right", "objection")]).status, 303);
    let page = browser.get(&desk(&case));
    assert!(page.text().contains("Split into Access (Art. 15) and Objection"), "{}", page.text());
    let rights: Vec<Right> = case.stored().file.requests.iter().map(|request| request.right).collect();
    assert_eq!(rights, [Right::Access, Right::Erasure, Right::Portability, Right::Objection]);
    let (_, text) = letter(&house, LUIS);
    assert!(text.matches("Du får svar senast").count() == 4, "{text}");
}

#[test]
fn what_is_no_request_is_closed_with_what_it_was_read_as_where_it_went_and_how_to_object() {
    let databases = Databases::sqlite();
    let (house, maja, ..) = staffed(&databases);
    let case = Case::new(&house, &maja, LUIS, &[Right::Access]);
    let browser = Browser::of(&house, &maja);
    let path = case.step(Right::Access, "not-a-request");
    let what = "Du ber om diariet över vägarbetet.";
    let fields = [("read_as", "public_access"), ("what", what), ("passed_to", "Registrator, 0771-00 00 00")];
    is_closed_to_others(&house, &case, &path, &fields);
    let nothing = browser.fill(&path, &path, &[("go", "close"), ("read_as", "support")]);
    assert_eq!(nothing.all(".error-summary a", "href"), ["#what", "#passed_to"]);
    let unread = browser.fill(&path, &path, &[("go", "close"), ("what", what), ("passed_to", "x")]);
    assert_eq!(unread.all(".error-summary a", "href"), ["#read_as"]);
    let mut looked_at = fields.to_vec();
    looked_at.push(("go", "check"));
    let preview = browser.fill(&path, &path, &looked_at);
    assert!(preview.texts("article.letter").concat().contains(what), "{}", preview.text());
    assert_eq!(case.state(Right::Access), State::Assessing);

    assert_eq!(browser.fill(&path, &path, &fields).status, 303);
    assert_eq!(outcome(&case, Right::Access), Some(Outcome::NotARequest));
    let (_, text) = letter(&house, LUIS);
    for fact in [
        "en begäran om allmän handling",
        what,
        "skickat till Registrator, 0771-00 00 00",
        "Det var en begäran",
        "Integritetsskyddsmyndigheten",
    ] {
        assert!(text.contains(fact), "{fact} is missing in {text}");
    }
    let page = browser.get(&desk(&case));
    let line = "Not a data-protection request: Access to public documents. Passed to Registrator";
    assert!(page.text().contains(line), "{}", page.text());
}

#[test]
fn a_duplicate_is_offered_never_assumed_and_answered_where_the_earliest_date_is() {
    let databases = Databases::sqlite();
    let (house, maja, ..) = staffed(&databases);
    let first = Case::new(&house, &maja, LUIS, &[Right::Access]);
    databases.clock.advance(chrono::Duration::days(2));
    let second = Case::new(&house, &maja, LUIS, &[Right::Access]);
    let stranger = Case::new(&house, &maja, "somebody@example.org", &[Right::Access]);
    let browser = Browser::of(&house, &maja);
    let page = browser.get(&desk(&second));
    let reference = first.stored().reference;
    assert!(page.text().contains(&format!("This may be the same as case {reference}")), "{}", page.text());
    assert_eq!(page.all("section[aria-labelledby=linked] a", "href"), [desk(&first)]);
    assert_eq!(second.state(Right::Access), State::Assessing, "nothing is assumed");
    let linked = browser.get(&desk(&stranger)).count("section[aria-labelledby=linked]");
    assert_eq!(linked, 0);

    let path = second.step(Right::Access, "duplicate");
    let page = browser.get(&path);
    assert_eq!(page.all("input[name=of_case]", "value"), std::slice::from_ref(&first.id));
    assert!(page.text().contains("Received Mon 2 Mar 2026, answer by Thu 2 Apr 2026"), "{}", page.text());
    let unsure = browser.post(&page, &path, &[("of_case", &first.id)]);
    assert_eq!(unsure.all(".error-summary a", "href"), ["#sure"]);
    let elsewhere = browser.post(&page, &path, &[("of_case", "nowhere"), ("sure", "yes")]);
    assert_eq!(elsewhere.all(".error-summary a", "href"), ["#of_case"]);
    is_closed_to_others(&house, &second, &path, &[("of_case", &first.id), ("sure", "yes")]);

    // the other way round the later date would be kept
    let wrong = first.step(Right::Access, "duplicate");
    let page = browser.get(&wrong);
    assert_eq!(page.count("input[name=of_case]:not([disabled])"), 0, "{}", page.text());
    let later = browser.post(&page, &wrong, &[("of_case", &second.id), ("sure", "yes")]);
    assert!(later.status == 409 && later.text().contains("earliest date"), "{}", later.text());

    let before = first.stored().file;
    let done = browser.fill(&path, &path, &[("of_case", &first.id), ("sure", "yes")]);
    assert_eq!(done.status, 303, "{}", done.text());
    assert_eq!(outcome(&second, Right::Access), Some(Outcome::Duplicate));
    let (_, text) = letter(&house, LUIS);
    for fact in [&format!("i ärende {reference}"), "måndag den 2 mars 2026", "torsdag den 2 april 2026"] {
        assert!(text.contains(fact), "{fact} is missing in {text}");
    }
    assert_eq!(first.stored().file, before, "neither identity nor address passes over");
    let page = browser.get(&desk(&second));
    assert!(page.text().contains(&format!("Duplicate of {reference}")), "{}", page.text());
}

#[test]
fn a_case_moves_to_another_organisation_by_whose_calendar_it_goes_on_and_which_tells_the_person() {
    let databases = Databases::sqlite();
    let (house, maja, ..) = staffed(&databases);
    let case = Case::new(&house, &maja, LUIS, &[Right::Access]);
    let browser = Browser::of(&house, &maja);
    let path = case.path("move");
    is_closed_to_others(&house, &case, &path, &[("to", "musik")]);
    let page = browser.get(&path);
    assert_eq!(page.all("input[name=to]", "value"), ["musik"]);
    // 30 days are promised there; Maundy Thursday is a holiday in Denmark only
    assert!(page.text().contains("Wed 1 Apr 2026"), "{}", page.text());
    let nowhere = browser.post(&page, &path, &[("to", "none")]);
    assert_eq!(nowhere.all(".error-summary a", "href"), ["#to"]);
    assert_eq!(browser.post(&page, &path, &[("to", "musik")]).status, 303);
    let request = case.stored().file.requests[0].clone();
    assert_eq!(request.received_on.to_string(), "2026-03-02");
    assert_eq!(request.dates.statutory_on.to_string(), "2026-04-07");
    let (subject, text) = letter(&house, LUIS);
    assert_eq!(subject, "Ditt ärende är flyttat till rätt organisation");
    for fact in [
        "Du skrev till Musikhuset Norden AB",
        "hos Musikhuset A/S",
        "onsdag den 1 april 2026",
        "/o/musik/case",
    ] {
        assert!(text.contains(fact), "{fact} is missing in {text}");
    }
    assert!(browser.get(&desk(&case)).text().contains("Moved to Musikhuset A/S"));

    // what was collected with one organisation is not another one's to release
    case.prove(&browser, LUIS);
    case.collect(&browser);
    let refused = browser.post(&browser.get(&desk(&case)), &path, &[("to", "musik-norden")]);
    assert!(refused.status == 409 && refused.text().contains("already collected"), "{}", refused.text());
}

#[test]
fn an_officer_corrects_the_received_date_and_a_later_one_is_told() {
    let databases = Databases::sqlite();
    let (house, maja, _, karin) = staffed(&databases);
    let case = Case::new(&house, &maja, LUIS, &[Right::Access]);
    databases.clock.advance(chrono::Duration::days(4));
    let browser = Browser::of(&house, &maja);
    let path = case.path("received");
    assert_eq!(browser.get(&path).location, Some(desk(&case)), "a caseworker may not");
    let officer = Browser::of(&house, &karin);
    let check = [("received_on", "2026-03-04"), ("go", "check")];
    let page = officer.fill(&path, &path, &check);
    let cells = page.texts("#changes td").join(", ").replace('\u{a0}', " ");
    assert_eq!(cells, "Thu 2 Apr 2026, Tue 7 Apr 2026", "{}", page.text());
    assert!(page.text().contains("The person is told by letter"));
    let why = officer.fill(&path, &path, &[("received_on", "2026-03-04"), ("go", "correct")]);
    assert_eq!(why.all(".error-summary a", "href"), ["#reason"]);
    let future = officer.fill(&path, &path, &[("received_on", "2026-03-09"), ("reason", "x")]);
    assert_eq!(future.all(".error-summary a", "href"), ["#received_on"]);
    house.drain();
    let mails = house.mails().len();
    let later = [("received_on", "2026-03-04"), ("reason", "Brevet stämplades den 4 mars.")];
    assert_eq!(officer.fill(&path, &path, &later).status, 303);
    let (_, text) = letter(&house, LUIS);
    for fact in ["måndag den 2 mars 2026", "onsdag den 4 mars 2026", "Brevet stämplades", "7 april 2026"] {
        assert!(text.contains(fact), "{fact} is missing in {text}");
    }
    let told = officer.get(&desk(&case)).text();
    let line = "Received date corrected from 2 March 2026 to 4 March 2026: Brevet stämplades";
    assert!(told.replace('\u{a0}', " ").contains(line), "{told}");
    // nobody loses by an earlier day
    let earlier = [("received_on", "2026-03-03"), ("reason", "It lay in the letter box.")];
    assert_eq!(officer.fill(&path, &path, &earlier).status, 303);
    house.drain();
    assert_eq!(house.mails().len(), mails + 1);
    assert_eq!(case.stored().file.requests[0].received_on.to_string(), "2026-03-03");
}

#[test]
fn the_instruction_of_a_controller_is_a_case_of_its_own_answered_to_them() {
    let databases = Databases::sqlite();
    let (house, maja, ..) = staffed(&databases);
    let case = Case::new(&house, &maja, LUIS, &[Right::Access]);
    let browser = Browser::of(&house, &maja);
    let path = case.path("instruction");
    let fields = [
        ("customer", "Kommunen"),
        ("agreement", "DBA 2025-14"),
        ("email", "dpo@kommunen.example"),
        ("channel", "mail"),
        ("received_on", "2026-03-02"),
        ("right", "erasure"),
        ("words", "Radera allt om kunden."),
    ];
    is_closed_to_others(&house, &case, &path, &fields);
    let empty = browser.fill(&path, &path, &[("channel", "mail"), ("received_on", "2026-03-02")]);
    assert_eq!(empty.all(".error-summary a", "href"), ["#customer", "#agreement", "#words"]);
    let none = browser.fill(&path, &path, &[&fields[..5], &fields[6..]].concat());
    assert_eq!(none.all(".error-summary a", "href"), ["#request"]);
    house.drain();
    let to_person = house.mails().iter().filter(|(to, ..)| to == LUIS).count();
    let new = led_to(&house, &browser.fill(&path, &path, &fields));
    let key = house.app.store.case_key(&new.id).unwrap();
    let words = new.stored().words(&key).unwrap().representative.unwrap();
    assert_eq!((words.name.as_str(), words.kind), ("Kommunen", RepresentativeKind::Controller));
    assert_eq!(new.stored().file.requests[0].right, Right::Erasure);
    let (_, text) = letter(&house, "dpo@kommunen.example");
    assert!(text.contains("DBA 2025-14") && text.contains("personuppgiftsbiträde"), "{text}");
    assert_eq!(house.mails().iter().filter(|(to, ..)| to == LUIS).count(), to_person);
    let page = browser.get(&desk(&case));
    let reference = new.stored().reference;
    assert!(page.text().contains(&format!("Instruction entered as {reference}")), "{}", page.text());
    assert!(browser.get(&desk(&new)).text().contains("the case the instruction came of"));
}

/// Musikhuset Norden processes for a council, and shares with a sister company.
fn with_customers(house: &House) {
    use indsigt::domain::access::Actor;
    use indsigt::domain::register::{Customer, JointController, Register};
    use indsigt::store::register;
    let customer = |code: &str, name: &str, email: &str| Customer {
        code: code.into(),
        name: name.into(),
        number: String::new(),
        country: "SE".into(),
        email: email.into(),
        phone: "0771-11 11 11".into(),
        postal: "Torget 1, 000 00 Demoby".into(),
        agreement: "DBA 2025-14".into(),
        may_be_named: true,
    };
    let sister = "Musikhuset A/S";
    let current = |db: &mut indsigt::store::backend::Db| register::current(db, "musik-norden");
    let stored = house.app.store.look(current).unwrap().unwrap();
    let next = Register {
        customer: vec![
            customer("council", "Demo kommun", "dpo@kommun.example"),
            customer("sister", sister, "x@musik.example"),
        ],
        joint: vec![JointController {
            code: "sister".into(),
            name: sister.into(),
            number: String::new(),
            country: "DK".into(),
            arrangement: Default::default(),
            contact: "Karin".into(),
        }],
        ..stored.register
    };
    let save = |tx: &mut indsigt::store::Tx<'_>| register::save(tx, &next, stored.version, "customers");
    house.app.store.write(&Actor::System, save).unwrap();
}

#[test]
fn a_request_is_passed_on_to_the_controller_with_the_original_and_an_officer_closes_it() {
    let databases = Databases::sqlite();
    let (house, maja, _, karin) = staffed(&databases);
    let case = Case::new(&house, &maja, LUIS, &[Right::Access]);
    let browser = Browser::of(&house, &maja);
    let path = case.step(Right::Access, "forward");
    assert!(browser.get(&path).text().contains("No customers stand in the register"));
    with_customers(&house);
    is_closed_to_others(&house, &case, &path, &[("customer", "council")]);
    let none = browser.fill(&path, &path, &[("go", "forward")]);
    assert_eq!(none.all(".error-summary a", "href"), ["#customer"]);
    let joint = browser.fill(&path, &path, &[("customer", "sister"), ("go", "forward")]);
    assert!(joint.status == 409 && joint.text().contains("Joint controllers"), "{}", joint.text());
    let close = [("customer", "council"), ("rest", "none"), ("go", "forward")];
    let alone = browser.fill(&path, &path, &close);
    assert!(alone.status == 409 && alone.text().contains("privacy officer"), "{}", alone.text());

    assert_eq!(browser.fill(&path, &path, &close[..1]).status, 303);
    let task = case.stored().file.tasks[0].clone();
    assert_eq!((case.state(Right::Access), task.due_on.to_string()), (State::Assessing, "2026-03-04".into()));
    let (subject, text) = letter(&house, "dpo@kommun.example");
    assert_eq!(subject, "En begäran som ni ska svara på");
    for fact in
        ["DBA 2025-14", "2026-03-02T", "Allt ni har.", LUIS, "2 april 2026", "privatliv@musik.example"]
    {
        assert!(text.contains(fact), "{fact} is missing in {text}");
    }
    assert!(!text.contains("/case"), "they follow no case page: {text}");
    let (_, text) = letter(&house, LUIS);
    assert!(text.contains("svar från Demo kommun") && text.contains("dpo@kommun.example"), "{text}");
    assert!(text.contains("bestämmer över svarar vi på här"), "{text}");

    let officer = Browser::of(&house, &karin);
    let closed = officer.fill(&path, &path, &close);
    assert_eq!(closed.status, 303, "{}", closed.text());
    assert_eq!(outcome(&case, Right::Access), Some(Outcome::Forwarded));
    let (_, text) = letter(&house, LUIS);
    assert!(text.contains("ärendet avslutat"), "{text}");
}
