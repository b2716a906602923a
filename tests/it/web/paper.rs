//! People without a mail address: their letters lie here until somebody has posted them, and what is
//! asked or noticed on paper counts from then.

use super::browser::Browser;
use super::case_steps::{Case, LUIS, staffed};
use crate::support::house::{Colleague, House};
use crate::support::{Databases, on_both};
use chrono::{Duration, NaiveDate};
use indsigt::domain::case::Intake;
use indsigt::domain::deadline;
use indsigt::domain::language::Lang;
use indsigt::domain::person::{Contact, Person, Representative, RepresentativeKind};
use indsigt::domain::request::{Request, State};
use indsigt::domain::right::Right;
use indsigt::services::handling::{self, Step};
use indsigt::services::intake::{self, Entered, Submission};
use indsigt::services::{Error, conversation, signing};
use indsigt::store::cases::CaseWords;
use indsigt::store::messages::{self, Carrier, Message};
use indsigt::store::{chain, staff};

fn on(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn case<'a>(
    house: &'a House,
    by: &Colleague,
    rights: &[Right],
    person: Person,
    representative: Option<Representative>,
) -> Case<'a> {
    let app = &house.app;
    let actor = signing::actor_of(&app.store.look(|db| staff::get(db, &by.id)).unwrap());
    let submission = Submission {
        controller: app.controllers.by_slug("musik-norden").unwrap(),
        lang: Lang::Sv,
        rights: rights.to_vec(),
        unsure: false,
        person,
        words: CaseWords { about: "Allt ni har.".into(), representative, ..CaseWords::default() },
        file: None,
    };
    let entered = Entered {
        intake: Intake::Letter,
        received_on: app.store.clock.now().date_naive(),
        late_reason: None,
        about_staff: None,
        is_protected: false,
        is_printed: false,
        key: indsigt::crypto::tokens::token().hash,
    };
    let id = intake::enter(app, &actor, intake::begin(app).unwrap(), submission, entered).unwrap().case_id;
    handling::claim(&Step { app, actor: &actor, case_id: &id, seen: None }, Vec::new()).unwrap();
    Case { house, id }
}

/// Somebody who wrote a letter.
pub(super) fn by_letter<'a>(house: &'a House, by: &Colleague, rights: &[Right]) -> Case<'a> {
    let postal = Some("Papperstigen 4\n000 00 Provköping".into());
    case(house, by, rights, Person { name: "Greta Brev".into(), postal, ..Person::default() }, None)
}

const QUESTION: [(&str, &str); 6] = [
    ("go", "send"),
    ("doubt", "other"),
    ("why", "ni skriver från en ny adress"),
    ("ask", "call"),
    ("doubt_on", "2026-03-02"),
    ("by_on", "2026-03-23"),
];

pub(super) fn letters(case: &Case<'_>, template: &str) -> Vec<Message> {
    let all = case.house.app.store.look(|db| messages::of_case(db, &case.id)).unwrap();
    all.into_iter().filter(|m| m.letter.as_deref() == Some(template)).collect()
}

pub(super) fn request(case: &Case<'_>, right: Right) -> Request {
    case.stored().file.requests.iter().find(|r| r.right == right).unwrap().clone()
}

/// What stands stored is what the facts give.
pub(super) fn is_replayed(case: &Case<'_>, request: &Request) -> bool {
    let controller = case.stored().file.case.controller_id;
    let rules = &case.house.app.controllers.get(&controller).unwrap().rules;
    let extension = request.extension.as_ref();
    request.dates == deadline::dates(rules, request.right, request.received_on, &request.pauses, extension)
}

pub(super) fn entries(case: &Case<'_>, kind: &str) -> usize {
    let store = &case.house.app.store;
    let rows = store.look(|db| chain::entries(db, &case.id).map_err(Error::from)).unwrap();
    rows.iter().filter(|row| row.kind == kind).count()
}

#[test]
fn a_question_on_paper_lies_in_the_list_until_it_was_posted_and_pauses_from_that_day() {
    on_both(|databases| {
        let (house, maja, jonas, _) = staffed(databases);
        let case = by_letter(&house, &maja, &[Right::Access]);
        let browser = Browser::of(&house, &maja);
        let told = browser.get("/desk").texts(".tabs a[href='/desk/letters']");
        assert_eq!(told, ["Letters to print 1"], "the receipt");
        let asking = browser.get(&case.path("identity"));
        assert!(asking.text().contains("The person has no e-mail address."), "{}", asking.text());
        assert_eq!(browser.post(&asking, &case.path("identity"), &QUESTION).status, 303);
        let waits = request(&case, Right::Access);
        assert_eq!((waits.state, waits.pauses[0].counts), (State::AwaitingPerson, false));
        let question = letters(&case, "ask_identity").remove(0);
        assert_eq!((question.carrier, question.delivered_at), (Carrier::Paper, None));

        house.app.store.clock.advance(Duration::days(2));
        let browser = Browser::of(&house, &maja);
        let reads = "SELECT COUNT(*) AS n FROM events WHERE kind = 'read' AND facts LIKE '%\"letters\"%'";
        let before = databases.count(reads);
        let list = browser.get("/desk/letters");
        let names = list.texts("tbody th");
        assert_eq!(names, ["Receipt", "Question about identity"]);
        assert_eq!(databases.count(reads), before + 1, "one entry for the whole list");
        let page = format!("/desk/cases/{}/letters/{}", case.id, question.id);
        assert_eq!(list.all("tbody a", "href")[1], page);
        let box_of_case = browser.get(case.path("").trim_end_matches('/'));
        assert_eq!(
            box_of_case.all(".next a.button", "href"),
            std::slice::from_ref(&page),
            "{}",
            box_of_case.text()
        );

        let post = format!("{page}/posted");
        for wrong in ["2026-03-01", "2026-03-05", "", "2026-02-30"] {
            let refused = browser.fill(&page, &post, &[("posted_on", wrong)]);
            let told = refused.all(".error-summary a", "href");
            assert!(
                matches!(refused.status, 409 | 422) && told == ["#posted_on"],
                "{wrong}: {}",
                refused.text()
            );
        }
        let other = Browser::of(&house, &jonas);
        assert_eq!(other.get(&page).count(&format!("form[action='{post}']")), 0, "approvers post nothing");
        assert_eq!(other.fill("/desk", &post, &[("posted_on", "2026-03-04")]).status, 404);
        assert!(letters(&case, "ask_identity")[0].delivered_at.is_none());

        let open = browser.get(&page);
        let done = browser.post(&open, &post, &[("posted_on", "2026-03-04")]);
        assert_eq!((done.status, done.location.as_deref()), (303, Some("/desk/letters")), "{}", done.text());
        let waits = request(&case, Right::Access);
        let pause = &waits.pauses[0];
        assert_eq!((pause.asked_on, pause.counts, &pause.unposted), (on("2026-03-04"), true, &None));
        assert!(is_replayed(&case, &waits));
        assert_eq!(entries(&case, "letter_posted"), 1);
        assert_eq!(browser.get("/desk/letters").texts("tbody th"), ["Receipt"]);

        // the second press is told, and nothing is written twice
        assert_eq!(browser.post(&open, &post, &[("posted_on", "2026-03-03")]).status, 409);
        let now = case.stored().file.case.version.to_string();
        let csrf = browser.get(&page).all("input[name=csrf]", "value").remove(0);
        let again = [("csrf", csrf.as_str()), ("version", now.as_str()), ("posted_on", "2026-03-03")];
        assert_eq!(browser.post_raw(&post, &again).status, 409);
        assert_eq!((entries(&case, "letter_posted"), &request(&case, Right::Access)), (1, &waits));

        house.app.store.clock.advance(Duration::days(10));
        let browser = Browser::of(&house, &maja);
        let reply = case.path("reply");
        let fields = [("request", waits.id.as_str()), ("replied_on", "2026-03-12")];
        assert_eq!(browser.fill(&reply, &reply, &fields).status, 303);
        let answered = request(&case, Right::Access);
        assert!(is_replayed(&case, &answered));
        // eight days from 2 April is Friday the 10th
        assert_eq!(answered.dates.statutory_on, on("2026-04-10"));
    });
}

#[test]
fn an_extension_is_noticed_when_its_letter_left_by_mail_or_on_paper() {
    on_both(|databases| {
        let (house, maja, _, karin) = staffed(databases);
        let paper = by_letter(&house, &maja, &[Right::Access]);
        let mailed = Case::new(&house, &maja, LUIS, &[Right::Access]);
        let officer = Browser::of(&house, &karin);
        let fields =
            [("go", "extend"), ("ground", "complexity"), ("why", "uppgifterna ligger i många system")];
        for case in [&paper, &mailed] {
            let path = case.step(Right::Access, "extend");
            assert_eq!(officer.fill(&path, &path, &fields).status, 303);
            assert!(!request(case, Right::Access).extension.unwrap().delivered);
        }
        let version = mailed.stored().file.case.version;
        house.drain();
        assert!(request(&mailed, Right::Access).extension.unwrap().delivered);
        assert_eq!(mailed.stored().file.case.version, version, "nobody is told that somebody was faster");
        assert!(!request(&paper, Right::Access).extension.unwrap().delivered, "it lies here");

        house.app.store.clock.advance(Duration::days(40));
        let browser = Browser::of(&house, &maja);
        let notice = letters(&paper, "extension").remove(0);
        let page = format!("/desk/cases/{}/letters/{}", paper.id, notice.id);
        let done = browser.fill(&page, &format!("{page}/posted"), &[("posted_on", "2026-04-09")]);
        assert_eq!(done.status, 303, "{}", done.text());
        let extension = request(&paper, Right::Access).extension.unwrap();
        assert_eq!((extension.noticed_on, extension.delivered), (on("2026-04-09"), true));
        assert!(extension.disputable, "the month ended on 2 April");
    });
}

#[test]
fn a_notice_that_leaves_while_somebody_decides_stays_delivered() {
    on_both(|databases| {
        let (house, maja, _, karin) = staffed(databases);
        let case = Case::new(&house, &maja, LUIS, &[Right::Access]);
        let officer = Browser::of(&house, &karin);
        let path = case.step(Right::Access, "extend");
        let fields = [("go", "extend"), ("ground", "number"), ("why", "det är många frågor")];
        assert_eq!(officer.fill(&path, &path, &fields).status, 303);
        // what was read before the mail left is committed after it
        let before = case.stored();
        house.drain();
        let actor = signing::actor_of(&house.app.store.look(|db| staff::get(db, &karin.id)).unwrap());
        let step = Step { app: &house.app, actor: &actor, case_id: &case.id, seen: None };
        let command = indsigt::domain::decide::Command::Assign { requests: Vec::new(), to: karin.id.clone() };
        house
            .app
            .store
            .write_case(&actor, &case.id, |tx, key| {
                step.decide_and_commit(tx, key, &before, &command).map(drop)
            })
            .unwrap();
        assert!(request(&case, Right::Access).extension.unwrap().delivered);
    });
}

#[test]
fn a_letter_that_was_handed_over_or_stands_behind_a_link_lies_in_no_list() {
    let databases = Databases::sqlite();
    let (house, maja, jonas, _) = staffed(&databases);
    let case = Case::new(&house, &maja, LUIS, &[Right::Access, Right::Portability]);
    let browser = Browser::of(&house, &maja);
    case.prove(&browser, LUIS);
    case.collect(&browser);
    for right in [Right::Access, Right::Portability] {
        assert_eq!(case.answer(&browser, right, &[("outcome", "fulfilled")]).status, 303);
    }
    house.drain();
    let approver = Browser::of(&house, &jonas);
    for (right, fields) in [
        (Right::Access, vec![("via", "post"), ("posted_on", "2026-03-02")]),
        (Right::Portability, vec![("via", "mail")]),
    ] {
        assert_eq!(case.approve(&approver, right).status, 303);
        let send = case.step(right, "send");
        assert_eq!(browser.fill(&send, &send, &fields).status, 303);
    }
    assert_eq!(letters(&case, "answer").len(), 2);
    assert!(letters(&case, "answer").iter().all(|letter| letter.delivered_at.is_some()));
    assert_eq!(browser.get("/desk/letters").count("tbody tr"), 0);
}

#[test]
fn a_long_list_of_letters_has_pages_that_miss_nothing_and_shows_no_case_about_the_reader() {
    on_both(|databases| {
        let (house, maja, jonas, karin) = staffed(databases);
        for _ in 0..51 {
            by_letter(&house, &maja, &[Right::Access]);
        }
        databases
            .sql(&format!(
                "UPDATE cases SET about_staff = '{}' WHERE id = (SELECT MIN(id) FROM cases)",
                karin.id
            ))
            .unwrap();
        let seen = |who: &Colleague| {
            let browser = Browser::of(&house, who);
            let first = browser.get("/desk/letters");
            let mut all = first.all("tbody a", "href");
            for next in first.all("a[rel=next]", "href") {
                all.extend(browser.get(&next).all("tbody a", "href"));
            }
            let rows = all.len();
            all.sort();
            all.dedup();
            (rows, all.len())
        };
        assert_eq!(seen(&maja), (51, 51), "she works on it");
        assert_eq!((seen(&karin), seen(&jonas)), ((50, 50), (50, 50)));
        let told = Browser::of(&house, &maja).get("/desk").texts(".tabs a[href='/desk/letters']");
        assert_eq!(told, ["Letters to print 51"]);
    });
}

#[test]
fn what_the_person_writes_while_we_wait_is_their_reply_and_the_clock_runs_from_that_day() {
    on_both(|databases| {
        let (house, maja, ..) = staffed(databases);
        let case = Case::new(&house, &maja, LUIS, &[Right::Access, Right::MarketingObjection]);
        let browser = Browser::of(&house, &maja);
        let identity = case.path("identity");
        assert_eq!(browser.fill(&identity, &identity, &QUESTION).status, 303);
        assert!(request(&case, Right::Access).pauses[0].counts);
        house.drain();
        house.app.store.clock.advance(Duration::days(8));
        conversation::person_writes(&house.app, &case.id, "Ring mig på fredag.", None).unwrap();
        let answered = request(&case, Right::Access);
        assert_eq!((answered.state, answered.paused_from), (State::Assessing, None));
        assert_eq!(answered.pauses[0].answered_on, Some(on("2026-03-10")));
        assert!(is_replayed(&case, &answered));
        assert_eq!(answered.dates.statutory_on, on("2026-04-10"));
        let store = &house.app.store;
        let rows = store.look(|db| chain::entries(db, &case.id).map_err(Error::from)).unwrap();
        let reply = rows.iter().find(|row| row.kind == "reply_received").unwrap();
        assert_eq!(reply.actor, "person");
        house.drain();
        assert_eq!(house.newest_mail(LUIS).0, "Tack för ditt svar");
        let queue = Browser::of(&house, &maja).get("/desk");
        assert_eq!(queue.count("tr.unread"), 2, "staff see that somebody wrote");

        conversation::person_writes(&house.app, &case.id, "Och tack.", None).unwrap();
        assert_eq!(entries(&case, "reply_received"), 1, "nobody waits any more");
    });
}

#[test]
fn an_answer_is_released_to_no_representative_whose_authority_was_not_accepted() {
    on_both(|databases| {
        const AGENT: &str = "ombud@snabbt.example";
        let (house, maja, jonas, _) = staffed(databases);
        let person =
            Person { name: "Luís Gonçalves".into(), email: Some(LUIS.into()), ..Person::default() };
        let agent = Representative {
            name: "Snabbt Ombud".into(),
            kind: RepresentativeKind::Attorney,
            contact: Contact { email: Some(AGENT.into()), ..Contact::default() },
        };
        let rights = [Right::Access, Right::MarketingObjection];
        let case = case(&house, &maja, &rights, person, Some(agent));
        let browser = Browser::of(&house, &maja);
        case.prove(&browser, LUIS);
        case.collect(&browser);
        let words = [("outcome", "fulfilled"), ("words", "Vi har slutat skicka reklam till Luís.")];
        let approver = Browser::of(&house, &jonas);
        for right in rights {
            let written = case.answer(&browser, right, &words);
            assert_eq!(written.status, 303, "{}", written.text());
            house.drain();
            assert_eq!(case.approve(&approver, right).status, 303);
            let send = case.step(right, "send");
            assert!(!browser.get(&send).text().contains("snabbt.example"));
            assert_eq!(browser.fill(&send, &send, &[("via", "mail")]).status, 303);
        }
        house.drain();
        let sent = house.mails();
        let told = |to: &str, part: &str| sent.iter().any(|(t, _, text)| t == to && text.contains(part));
        for part in ["slutat skicka reklam", "/answer/"] {
            assert!(told(LUIS, part), "{part}");
            assert!(!told(AGENT, part), "{part}");
        }
    });
}
