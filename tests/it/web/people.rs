//! Who is who: complaints and who answers them, representatives, and the people the law treats apart.

use super::browser::Browser;
use super::case_steps::{Case, LUIS, staffed};
use crate::crash::asking;
use crate::support::Databases;
use crate::support::house::{Colleague, House};
use crate::support_web::TestApp;
use indsigt::domain::access::Role;
use indsigt::domain::case::{Flag, Representation};
use indsigt::domain::language::Lang;
use indsigt::domain::person::{Contact, Person, Representative, RepresentativeKind};
use indsigt::domain::right::Right;
use indsigt::services::handling::{self, Step};
use indsigt::services::intake::Submission;
use indsigt::services::signing;
use indsigt::store::cases::CaseWords;
use indsigt::store::staff;

const IDA: &str = "ida@advokat.example";

fn desk(case: &Case<'_>) -> String {
    case.path("").trim_end_matches('/').to_owned()
}

/// Ida asks for Luís, who lives somewhere.
fn represented<'a>(house: &'a House, by: &Colleague, kind: RepresentativeKind, right: Right) -> Case<'a> {
    let app = &house.app;
    let contact =
        Contact { email: Some(IDA.into()), postal: Some("Hemvägen 9".into()), ..Contact::default() };
    let submission = Submission {
        controller: app.controllers.by_slug("musik-norden").unwrap(),
        lang: Lang::Sv,
        rights: vec![right],
        unsure: false,
        person: Person {
            name: "Luís Gonçalves".into(),
            email: Some(LUIS.into()),
            postal: Some("Gömda gatan 3".into()),
            ..Person::default()
        },
        words: CaseWords {
            about: "Sluta.".into(),
            representative: Some(Representative { name: "Ida Prøve".into(), kind, contact }),
            ..CaseWords::default()
        },
        file: None,
    };
    let id = asking::send(app, submission, "192.0.2.1").case_id;
    let actor = signing::actor_of(&app.store.look(|db| staff::get(db, &by.id)).unwrap());
    handling::claim(&Step { app, actor: &actor, case_id: &id, seen: None }, Vec::new()).unwrap();
    Case { house, id }
}

#[test]
fn a_representative_is_accepted_with_what_was_seen_and_the_answer_still_goes_to_the_person() {
    let databases = Databases::sqlite();
    let (house, maja, jonas, _) = staffed(&databases);
    let case = represented(&house, &maja, RepresentativeKind::Lawyer, Right::MarketingObjection);
    let browser = Browser::of(&house, &maja);
    let path = case.path("representative");
    assert!(browser.get(&desk(&case)).text().contains("Judge the representative"));
    assert_eq!(Browser::of(&house, &jonas).get(&path).location, Some(desk(&case)));
    let empty = browser.fill(&path, &path, &[("go", "accept"), ("identity", "rang kontoret")]);
    assert_eq!(empty.all(".error-summary a", "href"), ["#evidence"]);
    let nobody = browser.fill(&path, &path, &[("go", "accept"), ("evidence", "fullmakt")]);
    assert_eq!(nobody.all(".error-summary a", "href"), ["#identity"]);
    let seen = [("go", "accept"), ("evidence", "Fullmakt av 1 mars"), ("identity", "Rang kontoret")];
    assert_eq!(browser.fill(&path, &path, &seen).status, 303);
    assert_eq!(case.stored().file.case.representation, Representation::Accepted);
    house.drain();
    let (_, text) = house.newest_mail(IDA);
    assert!(text.contains("Själva svaret skickar vi till den som ärendet gäller"), "{text}");
    let page = browser.get(&desk(&case));
    assert!(page.text().contains("The answer goes to the person"), "{}", page.text());
    assert!(browser.get(&path).text().contains("Fullmakt av 1 mars"));

    answered(&house, &case, &browser, &jonas);
    let (to, ..) = house.mails().into_iter().next_back().unwrap();
    assert_eq!(to, LUIS, "the person did not release it");
}

/// The answer is written, approved and sent by mail.
fn answered(house: &House, case: &Case<'_>, browser: &Browser<'_>, jonas: &Colleague) {
    let right = Right::MarketingObjection;
    let submitted = case.stop_marketing(browser);
    assert_eq!(submitted.status, 303, "{}", submitted.text());
    house.drain();
    assert_eq!(case.approve(&Browser::of(house, jonas), right).status, 303);
    let send = case.step(right, "send");
    let sent = browser.fill(&send, &send, &[("via", "mail")]);
    assert_eq!(sent.status, 303, "{}", sent.text());
    house.drain();
}

#[test]
fn a_released_answer_goes_to_the_representative_and_a_refused_one_is_told_what_is_missing() {
    let databases = Databases::sqlite();
    let (house, maja, jonas, _) = staffed(&databases);
    let case = represented(&house, &maja, RepresentativeKind::Attorney, Right::MarketingObjection);
    let browser = Browser::of(&house, &maja);
    let path = case.path("representative");
    let empty = browser.fill(&path, &path, &[("go", "refuse")]);
    assert_eq!(empty.all(".error-summary a", "href"), ["#missing"]);
    let refused = browser.fill(&path, &path, &[("go", "refuse"), ("missing", "En underskrift")]);
    assert_eq!(refused.status, 303);
    house.drain();
    let (_, text) = house.newest_mail(IDA);
    assert!(text.contains("En underskrift") && text.contains("Integritetsskydds"), "{text}");
    assert_eq!(case.stored().file.case.representation, Representation::Refused);
    // sent after all
    let seen = [
        ("go", "accept"),
        ("evidence", "Underskriven"),
        ("identity", "Legitimation"),
        ("gets_answer", "yes"),
    ];
    assert_eq!(browser.fill(&path, &path, &seen).status, 303);
    answered(&house, &case, &browser, &jonas);
    let (to, ..) = house.mails().into_iter().next_back().unwrap();
    assert_eq!(to, IDA);
}

#[test]
fn a_protected_address_is_shown_nowhere_without_a_second_deliberate_step() {
    let databases = Databases::sqlite();
    let (house, maja, jonas, _) = staffed(&databases);
    let case = represented(&house, &maja, RepresentativeKind::Parent, Right::Access);
    let browser = Browser::of(&house, &maja);
    let (path, page) = (case.path("apart"), browser.get(&desk(&case)));
    assert!(page.text().contains("Gömda gatan 3") && page.text().contains("Hemvägen 9"));
    assert_eq!(Browser::of(&house, &jonas).get(&path).location, Some(desk(&case)));
    let none = browser.fill(&path, &path, &[("reason", "x")]);
    assert_eq!(none.all(".error-summary a", "href"), ["#flag"]);
    let why = browser.fill(&path, &path, &[("flag", "protected_identity")]);
    assert_eq!(why.all(".error-summary a", "href"), ["#reason"]);
    let seen = [("flag", "protected_identity"), ("reason", "Skyddad folkbokföring")];
    assert_eq!(browser.fill(&path, &path, &seen).status, 303);
    let page = browser.get(&desk(&case));
    let text = page.text();
    assert!(!text.contains("Gömda gatan 3") && !text.contains("Hemvägen 9"), "{text}");
    assert!(text.contains("The address is protected: Skyddad folkbokföring"), "{text}");
    assert!(!browser.get("/desk?tab=open").text().contains("Gonçalves"), "not in the queue");
    let shown = browser.get(&format!("{}?address=shown", desk(&case)));
    assert!(shown.text().contains("Gömda gatan 3"), "{}", shown.text());
    let read = "SELECT count(*) FROM events WHERE kind = 'read' AND facts LIKE '%\"address\"%'";
    assert_eq!(databases.count(read), 1, "the second step is noted");

    // what the sources hold of the address, too
    case.prove(&browser, LUIS);
    let found = browser.fill(&case.path("look-up"), &case.path("look-up"), &[("go", "search")]);
    assert!(found.text().contains("•••") && !found.text().contains("Av. Brigadeiro"), "{}", found.text());
    case.collect(&browser);
    let finding = case.path(&format!("findings/{}", case.stored().file.tasks[0].id));
    let asked = browser.get(&finding);
    assert!(!asked.text().contains("Av. Brigadeiro"), "{}", asked.text());
    let href = asked.all("main a.button", "href");
    assert!(browser.get(&href[0]).text().contains("Av. Brigadeiro"));

    // and nothing is sent before somebody has looked
    let written = [("outcome", "fulfilled"), ("words", "Här är allt.")];
    assert_eq!(case.answer(&browser, Right::Access, &written).status, 303);
    house.drain();
    assert_eq!(case.approve(&Browser::of(&house, &jonas), Right::Access).status, 303);
    let send = case.step(Right::Access, "send");
    let unseen = browser.fill(&send, &send, &[("via", "mail")]);
    assert_eq!(unseen.all(".error-summary a", "href"), ["#address_seen"]);
    let sent = browser.fill(&send, &send, &[("via", "mail"), ("address_seen", "yes")]);
    assert_eq!(sent.status, 303, "{}", sent.text());
}

#[test]
fn a_child_and_somebody_who_has_died_are_marked_with_what_follows_in_three_languages() {
    let databases = Databases::sqlite();
    let (house, maja, ..) = staffed(&databases);
    let case = represented(&house, &maja, RepresentativeKind::Parent, Right::Access);
    let browser = Browser::of(&house, &maja);
    let path = case.path("apart");
    for flag in ["child", "deceased"] {
        assert_eq!(browser.fill(&path, &path, &[("flag", flag), ("reason", "Set")]).status, 303);
    }
    let hints = [
        ("en", "look for custody", "Swedish law does not extend it"),
        ("da", "se efter forældremyndighed", "svensk lov forlænger den ikke"),
        ("sv", "kontrollera vårdnaden", "svensk lag förlänger den inte"),
    ];
    for (lang, child, deceased) in hints {
        let text = browser.get(&format!("{}?lang={lang}", desk(&case))).text();
        assert!(text.contains(child) && text.contains(deceased), "{text}");
        assert!(!text.contains("Gömda gatan 3"), "the other parent may live there");
    }
    assert!(browser.get(&case.path("representative")).text().contains("See evidence of custody"));
    assert_eq!(browser.fill(&path, &path, &[("flag", "child"), ("reason", "Turned 18")]).status, 303);
    let flags = case.stored().file.case.flags;
    assert_eq!(flags, [Flag::Deceased]);
    let text = browser.get(&desk(&case)).text();
    assert!(text.contains("The person is no child: Turned 18") && text.contains("Gömda gatan 3"), "{text}");
}

#[test]
fn staff_enter_a_complaint_that_is_seen_found_and_answered() {
    let databases = Databases::sqlite();
    let (house, maja, jonas, karin) = staffed(&databases);
    let case = Case::new(&house, &maja, LUIS, &[Right::Access]);
    let browser = Browser::of(&house, &maja);
    let path = case.path("complaint");
    assert_eq!(Browser::of(&house, &jonas).get(&path).location, Some(desk(&case)));
    let empty = browser.fill(&path, &path, &[("channel", "phone"), ("received_on", "2026-03-02")]);
    assert_eq!(empty.all(".error-summary a", "href"), ["#complaint"]);
    let fields = [("channel", "phone"), ("received_on", "2026-03-02"), ("complaint", "Ingen svarar.")];
    let entered = browser.fill(&path, &path, &fields);
    let id = entered.location.unwrap().replace("/desk/cases/", "").replace("?did=complaint", "");
    let complaint = Case { house: &house, id };
    assert!(complaint.stored().file.requests.is_empty(), "a complaint needs no right");
    let (own, of) = (complaint.stored().reference, case.stored().reference);
    house.drain();
    let (_, text) = house.newest_mail(LUIS);
    for fact in [of.as_str(), own.as_str(), "ingen begäran", "Karin Demo", "Integritetsskydds", "domstol"] {
        assert!(text.contains(fact), "{fact} is missing in {text}");
    }
    let page = browser.get("/desk");
    assert!(page.all("nav.tabs a", "href").contains(&"/desk/complaints".to_owned()), "{}", page.text());
    let list = browser.get("/desk/complaints");
    assert_eq!(list.all("tbody a", "href"), [desk(&complaint)]);
    let found = browser.post(&page, "/desk/search", &[("q", &own)]);
    assert!(found.all("tbody a", "href").contains(&desk(&complaint)), "{}", found.text());
    let page = browser.get(&desk(&complaint));
    assert_eq!(page.status, 200);
    assert!(page.text().contains("Ingen svarar.") && page.text().contains(&of), "{}", page.text());
    assert!(browser.get(&desk(&case)).text().contains(&format!("Complaint entered as {own}")));

    let settle = complaint.path("settle");
    assert!(page.all("section.next a.button", "href").contains(&settle), "{}", page.text());
    let empty = browser.fill(&settle, &settle, &[("go", "settle")]);
    assert_eq!(empty.all(".error-summary a", "href"), ["#words"]);
    assert_eq!(Browser::of(&house, &jonas).get(&settle).location, Some(desk(&complaint)));
    let answered = browser.fill(&settle, &settle, &[("go", "settle"), ("words", "Du har rätt.")]);
    assert_eq!(answered.status, 303, "{}", answered.text());
    house.drain();
    let (_, text) = house.newest_mail(LUIS);
    assert!(text.contains("Du har rätt.") && text.contains("Integritetsskydds"), "{text}");
    assert!(!complaint.stored().file.case.is(Flag::Complaint));
    assert_eq!(browser.get("/desk/complaints").count("tbody a"), 0);
    assert_eq!(browser.get(&desk(&complaint)).count("section.next a.button"), 0);

    // a complaint about a case about a colleague is theirs to see as little as the case
    let about = Case::about(&house, &karin, "x@example.org", &[Right::Access], Some(maja.id.clone()));
    let officer = Browser::of(&house, &karin);
    assert_eq!(officer.fill(&about.path("complaint"), &about.path("complaint"), &fields).status, 303);
    assert_eq!(officer.get("/desk/complaints").count("tbody a"), 1);
    let browser = Browser::of(&house, &maja);
    assert_eq!(browser.get("/desk/complaints").count("tbody a"), 0);
}

#[test]
fn the_person_complains_on_their_page_once_and_reads_the_complaint_from_there() {
    let test = TestApp::start();
    let browser = test.browser();
    let (reference, code) = browser.ask_for_access("Freja Prøve", "f@example.com");
    let status = browser.open(&reference, &code);
    let form = status.form("/case/complain");
    let empty = browser.post(&form.clone().with("complaint", " "));
    assert_eq!((empty.status, empty.errors()), (422, vec!["complaint".to_owned()]));
    let sent = browser.submit(&form.clone().with("complaint", "Nobody answers me"));
    assert!(sent.words().contains("We have received your complaint"), "{}", sent.words());
    // pressed twice it is one complaint
    assert_eq!(browser.post(&form.with("complaint", "Nobody answers me")).status, 303);
    assert_eq!(test.count("SELECT count(*) FROM linked_cases WHERE kind = 'complaint'"), 1);
    let letters = test.mails_to("f@example.com");
    let letter = &letters.last().unwrap().text;
    let case_id = test.case_id(&reference);
    let complaint = test.text("SELECT case_id AS text FROM linked_cases");
    assert!(letter.contains(&reference) && letter.contains("Karin Prøve"), "{letter}");
    assert!(letter.contains("Datatilsynet"), "{letter}");

    let page = browser.get("/o/shop/case");
    let there = browser.submit(&page.form("/case/complaints"));
    assert!(there.words().contains("We are looking into your complaint"), "{}", there.words());
    assert!(there.words().contains("Nobody answers me"));
    test.step(&complaint, |step| indsigt::services::belonging::linked::settle(step, "You are right."));
    let page = browser.get("/o/shop/case");
    assert!(page.words().contains("We have answered your complaint"), "{}", page.words());
    let letter = page.text().split("letters&#x2f;").last().unwrap().split('"').next().unwrap().to_owned();
    let letter = browser.get(&format!("/o/shop/case/letters/{letter}"));
    assert!(letter.words().contains("You are right."), "{}", letter.words());

    // from one's own case to nobody else's complaint
    let other = test.browser();
    let (reference, code) = other.ask_for_access("Bo Prøve", "b@example.com");
    let status = other.open(&reference, &code);
    let form = status.form("/case/complain");
    let own = other.submit(&form.with("complaint", "Me too"));
    let theirs = own.form("/case/complaints").with("case", &complaint);
    assert_eq!(other.post(&theirs).status, 404);
    let not_a_complaint = own.form("/case/complaints").with("case", &case_id);
    assert_eq!(other.post(&not_a_complaint).status, 404);
}

#[test]
fn what_was_read_as_no_request_can_be_called_one_by_the_person_and_staff_see_it() {
    let test = TestApp::start();
    let browser = test.browser();
    let (reference, code) = browser.ask_for_access("Freja Prøve", "f@example.com");
    let case_id = test.case_id(&reference);
    let request = test.text("SELECT id AS text FROM requests");
    test.step(&case_id, |step| {
        let elsewhere = indsigt::services::belonging::elsewhere::Elsewhere {
            read_as: indsigt::domain::read_as::ReadAs::Support,
            what: "You ask where your parcel is.".into(),
            passed_to: "customer service".into(),
        };
        indsigt::services::belonging::elsewhere::not_a_request(step, &request, &elsewhere)
    });
    let page = browser.open(&reference, &code);
    assert!(page.words().contains("If it was a request, tell us"), "{}", page.words());
    let told = browser.submit(&page.form("/case/was-a-request"));
    assert!(told.words().contains("It was a request about my data."), "{}", told.words());
    let unread = test.count("SELECT count(*) FROM events WHERE kind = 'message_received'");
    assert_eq!(unread, 1);
}

#[test]
fn an_auditor_reads_complaints_and_changes_none() {
    let databases = Databases::sqlite();
    let (house, maja, ..) = staffed(&databases);
    let case = Case::new(&house, &maja, LUIS, &[Right::Access]);
    let reader = house.colleague("lea@musik.example", "Lea", &[Role::Auditor], Lang::En);
    let browser = Browser::of(&house, &reader);
    assert_eq!(browser.get("/desk/complaints").status, 200);
    for step in ["complaint", "settle", "representative", "apart"] {
        assert_eq!(browser.get(&case.path(step)).status, 404, "{step}");
    }
}
