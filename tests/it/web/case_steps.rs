//! From the look-up to the link: what staff do on a case, page by page, with Chinook as the shop.

use super::browser::{Browser, Page};
use crate::support::Databases;
use crate::support::house::{Colleague, House};
use chrono::Duration;
use indsigt::domain::access::Role;
use indsigt::domain::case::Intake;
use indsigt::domain::language::Lang;
use indsigt::domain::person::Person;
use indsigt::domain::request::State;
use indsigt::domain::right::Right;
use indsigt::services::handling::{self, Step};
use indsigt::services::intake::{self, Entered, Submission};
use indsigt::services::{Error, identity, signing};
use indsigt::store::cases::{self, CaseWords, StoredCase};
use indsigt::store::staff;

/// A Chinook customer with seven invoices and 38 invoice lines.
pub const LUIS: &str = "luisg@embraer.com.br";

/// A case that came by mail and was claimed.
pub struct Case<'a> {
    pub house: &'a House,
    pub id: String,
}

impl<'a> Case<'a> {
    /// Enters and claims it as this colleague.
    pub fn new(house: &'a House, by: &Colleague, email: &str, rights: &[Right]) -> Case<'a> {
        Case::open(house, by, ("Luís Gonçalves", email), rights, None)
    }

    /// The same for somebody else.
    pub fn named(house: &'a House, by: &Colleague, name: &str, email: &str, rights: &[Right]) -> Case<'a> {
        Case::open(house, by, (name, email), rights, None)
    }

    /// The same, about a member of staff.
    pub fn about(
        house: &'a House,
        by: &Colleague,
        email: &str,
        rights: &[Right],
        about_staff: Option<String>,
    ) -> Case<'a> {
        Case::open(house, by, ("Luís Gonçalves", email), rights, about_staff)
    }

    fn open(
        house: &'a House,
        by: &Colleague,
        (name, email): (&str, &str),
        rights: &[Right],
        about_staff: Option<String>,
    ) -> Case<'a> {
        let app = &house.app;
        let actor = signing::actor_of(&app.store.look(|db| staff::get(db, &by.id)).unwrap());
        let submission = Submission {
            controller: app.controllers.by_slug("musik-norden").unwrap(),
            lang: Lang::Sv,
            rights: rights.to_vec(),
            unsure: false,
            person: Person { name: name.into(), email: Some(email.into()), ..Person::default() },
            words: CaseWords { about: "Allt ni har.".into(), ..CaseWords::default() },
            file: None,
        };
        let entered = Entered {
            intake: Intake::Mail,
            received_on: app.store.clock.now().date_naive(),
            late_reason: None,
            about_staff,
            is_protected: false,
            is_printed: false,
            key: indsigt::crypto::tokens::token().hash,
        };
        let id =
            intake::enter(app, &actor, intake::begin(app).unwrap(), submission, entered).unwrap().case_id;
        handling::claim(&Step { app, actor: &actor, case_id: &id, seen: None }, Vec::new()).unwrap();
        Case { house, id }
    }

    /// Id and name of every task.
    pub fn task_names(&self) -> std::collections::BTreeMap<String, String> {
        let (store, id) = (&self.house.app.store, &self.id);
        let key = store.case_key(id).unwrap();
        store.look(|db| indsigt::store::tasks::names(db, &key, id)).unwrap()
    }

    pub fn stored(&self) -> StoredCase {
        self.house.app.store.look(|db| cases::load(db, &self.id)).unwrap()
    }

    pub fn request(&self, right: Right) -> String {
        self.stored().file.requests.iter().find(|r| r.right == right).unwrap().id.clone()
    }

    pub fn state(&self, right: Right) -> State {
        self.stored().file.requests.iter().find(|r| r.right == right).unwrap().state
    }

    pub fn path(&self, tail: &str) -> String {
        format!("/desk/cases/{}/{tail}", self.id)
    }

    pub fn step(&self, right: Right, name: &str) -> String {
        self.path(&format!("{name}/{}", self.request(right)))
    }

    /// The person confirms the address they gave: level 1.
    pub fn confirm_address(&self, email: &str) {
        self.house.drain();
        let link = self.house.link(email, "/confirm/");
        identity::confirm_address(&self.house.app, link.rsplit('/').next().unwrap()).unwrap();
    }

    /// Looks up, sends a code to the address on record, and the person types it: level 2.
    pub fn prove(&self, browser: &Browser<'_>, email: &str) {
        let found = browser.fill(&self.path("look-up"), &self.path("look-up"), &[("go", "search")]);
        assert_eq!(found.status, 200, "{}", found.text());
        let to = &found.all("input[name=to]:not([disabled])", "value")[0];
        let sent = browser.post(&found, &self.path("look-up/choose"), &[("to", to), ("go", "code")]);
        assert_eq!(sent.status, 303, "{}", sent.text());
        self.house.drain();
        let link = self.house.link(email, "/fetch/");
        identity::fetch_code(&self.house.app, link.rsplit('/').next().unwrap()).unwrap();
        self.house.drain();
        let (_, letter) = self.house.newest_mail(email);
        let digits = letter.lines().find_map(|line| line.strip_prefix("Din kod: ")).expect(&letter);
        identity::try_code(&self.house.app, &self.id, digits).unwrap();
    }

    /// Collects in the shop for every request, with the records that are ticked on the page.
    pub fn collect(&self, browser: &Browser<'_>) {
        self.collect_also(browser, &[]);
    }

    /// The same, with more fields of the page filled in.
    pub fn collect_also(&self, browser: &Browser<'_>, more: &[(&str, &str)]) {
        let page = browser.get(&self.path("collect"));
        assert_eq!(page.status, 200);
        let ticked = |name: &str| page.all(&format!("input[name={name}][checked]"), "value");
        let (requests, sources, records) = (ticked("request"), ticked("source"), ticked("record"));
        let due = page.all("input[name=due_on]", "value")[0].clone();
        let mut fields = vec![("due_on", due.as_str())];
        fields.extend(requests.iter().map(|v| ("request", v.as_str())));
        fields.extend(sources.iter().map(|v| ("source", v.as_str())));
        fields.extend(records.iter().map(|v| ("record", v.as_str())));
        fields.extend(more);
        let started = browser.post(&page, &self.path("collect"), &fields);
        assert_eq!(started.status, 303, "{}", started.text());
        self.house.drain();
    }

    /// Says at the desk that marketing was stopped, which is the answer to an objection to it.
    pub fn stop_marketing(&self, browser: &Browser<'_>) -> Page {
        let path = self.step(Right::MarketingObjection, "stopped");
        let said = [("channel", "email"), ("stopped_on", "2026-03-02"), ("stopped_time", "10:12")];
        browser.fill(&path, &path, &said)
    }

    /// Writes and submits an answer.
    pub fn answer(&self, browser: &Browser<'_>, right: Right, fields: &[(&str, &str)]) -> Page {
        let path = self.step(right, "answer");
        let mut all = vec![("go", "submit")];
        all.extend(fields);
        browser.fill(&path, &path, &all)
    }

    /// Approves as somebody else.
    pub fn approve(&self, browser: &Browser<'_>, right: Right) -> Page {
        let path = self.step(right, "review");
        browser.fill(&path, &format!("{path}/approve"), &[])
    }
}

/// A house on SQLite with a caseworker who also approves, an approver and an officer.
pub fn staffed(databases: &Databases) -> (House, Colleague, Colleague, Colleague) {
    let house = House::on(databases);
    let maja = house.colleague("maja@musik.example", "Maja", &[Role::Caseworker, Role::Approver], Lang::En);
    let jonas = house.colleague("jonas@musik.example", "Jonas", &[Role::Approver], Lang::En);
    let karin = house.colleague("karin@musik.example", "Karin", &[Role::Officer, Role::Caseworker], Lang::En);
    (house, maja, jonas, karin)
}

#[test]
fn from_the_look_up_to_the_link_every_step_goes_over_its_page() {
    let databases = Databases::sqlite();
    let (house, maja, jonas, _) = staffed(&databases);
    let case = Case::new(&house, &maja, LUIS, &[Right::Access, Right::Portability]);
    let browser = Browser::of(&house, &maja);
    case.prove(&browser, LUIS);
    case.collect(&browser);
    assert_eq!(case.state(Right::Access), State::Collecting);

    let task = case.stored().file.tasks[0].id.clone();
    let finding = browser.get(&case.path(&format!("findings/{task}")));
    assert_eq!(finding.status, 200);
    let rows: Vec<usize> =
        (1..=3).map(|n| finding.count(&format!("section[aria-labelledby=part-{n}] tbody tr"))).collect();
    assert_eq!(rows, [1, 7, 38], "{}", finding.text());
    assert!(finding.text().contains("Gonçalves") && !finding.text().contains("Leonie"));

    let fulfilled = [("outcome", "fulfilled"), ("words", "Här är allt vi har om dig.")];
    let path = case.step(Right::Access, "answer");
    let mut looked_at = vec![("go", "check")];
    looked_at.extend(fulfilled);
    let preview = browser.fill(&path, &path, &looked_at);
    assert_eq!(preview.status, 200);
    assert!(preview.texts("article.letter").concat().contains("Här är allt vi har om dig."));
    assert_eq!(case.state(Right::Access), State::Collecting);
    let submitted = case.answer(&browser, Right::Access, &fulfilled);
    assert_eq!(submitted.status, 303, "{}", submitted.text());
    house.drain();

    let review = case.step(Right::Access, "review");
    let own = browser.get(&review);
    assert_eq!(own.count("form[action$='/approve']"), 0, "the author is offered no approval");
    assert!(own.text().contains("You wrote this answer."), "{}", own.text());
    let (csrf, version) = (own.all("input[name=csrf]", "value"), case.stored().file.case.version.to_string());
    let fields = [("csrf", csrf[0].as_str()), ("version", version.as_str())];
    let refused = browser.post_raw(&format!("{review}/approve"), &fields);
    assert!(
        refused.status == 409 && refused.text().contains("Somebody else has to approve"),
        "{}",
        refused.text()
    );
    assert_eq!(case.state(Right::Access), State::InReview);
    let approver = Browser::of(&house, &jonas);
    let read = approver.get(&review);
    assert!(read.texts("article.letter").concat().contains("Här är allt vi har om dig."));
    let numbers = read.texts("section[aria-labelledby=contents] td.n");
    assert_eq!(numbers, ["1", "7", "38", "0", "46"], "{}", read.text());
    assert_eq!(case.approve(&approver, Right::Access).status, 303);
    assert_eq!(case.state(Right::Access), State::Ready);

    // releasing asks for a second factor of the last five minutes
    house.app.store.clock.advance(Duration::minutes(6));
    let send = case.step(Right::Access, "send");
    let stale = browser.get(&send);
    assert_eq!((stale.status, stale.location.unwrap().starts_with("/desk/step-up?next=")), (303, true));
    let browser = Browser::of(&house, &maja);
    let page = browser.get(&send);
    assert_eq!(page.status, 200, "{}", page.text());
    assert!(!page.text().contains(LUIS), "the channel is masked");
    let sent = browser.post(&page, &send, &[("via", "mail")]);
    assert_eq!(sent.status, 303, "{}", sent.text());
    house.drain();
    assert!(house.link(LUIS, "/answer/").starts_with("/o/musik-norden/answer/"));
    assert_eq!(case.state(Right::Access), State::Closed);

    let renew = case.step(Right::Access, "renew");
    let first = house.link(LUIS, "/answer/");
    assert_eq!(browser.fill(&renew, &renew, &[]).status, 303);
    house.drain();
    assert_ne!(house.link(LUIS, "/answer/"), first);
    assert_eq!(browser.fill(&renew, &format!("{renew}/close"), &[]).status, 303);
    let token = house.link(LUIS, "/answer/").rsplit('/').next().unwrap().to_owned();
    assert!(!indsigt::services::delivery::is_good(&house.app, &token).unwrap());
}

#[test]
fn an_address_nobody_has_proven_is_masked_and_shows_how_it_matched() {
    let databases = Databases::sqlite();
    let (house, maja, ..) = staffed(&databases);
    let case = Case::new(&house, &maja, LUIS, &[Right::Access]);
    let browser = Browser::of(&house, &maja);
    let before = case.stored().file.case.version;
    let found = browser.fill(&case.path("look-up"), &case.path("look-up"), &[("go", "search")]);
    let text = found.text();
    assert!(!text.contains(LUIS) && text.contains("@embraer.com.br"), "{text}");
    assert!(text.contains("E-mail, exact. Points at one person. Not proven."), "{text}");
    assert_eq!(case.stored().file.case.version, before + 1, "looking up is an event");
    assert!(case.stored().file.case.unproven_match);

    case.confirm_address(LUIS);
    let found = browser.fill(&case.path("look-up"), &case.path("look-up"), &[("go", "search")]);
    assert!(found.text().contains("The person has proven it."), "{}", found.text());
}

#[test]
fn contact_back_needs_where_it_was_on_record_and_what_made_them_sure() {
    let databases = Databases::sqlite();
    let (house, maja, ..) = staffed(&databases);
    let case = Case::new(&house, &maja, LUIS, &[Right::Access]);
    let browser = Browser::of(&house, &maja);
    let (page, path) = (case.path("look-up"), case.path("look-up/contact"));
    let reached = [("how", "phone"), ("at_on", "2026-03-02"), ("at_time", "10:20"), ("sure", "")];
    let again = browser.fill(&page, &path, &reached);
    assert_eq!(again.status, 422);
    let errors = again.all(".error-summary a", "href");
    assert_eq!(errors, ["#address", "#place", "#since_on", "#sure"], "{}", again.text());
    assert_eq!(again.all("input[name=at_time]", "value"), ["10:20"]);

    let good = [
        ("how", "phone"),
        ("at_on", "2026-03-02"),
        ("at_time", "10:20"),
        ("other_address", "+55 12 3923-5555"),
        ("place", "Customer card 1"),
        ("since_on", "2019-05-04"),
        ("sure", "Knew the last two orders"),
    ];
    assert_eq!(browser.fill(&page, &path, &good).status, 303);
    assert_eq!(case.stored().file.case.level.number(), 2);
}

#[test]
fn a_question_pauses_what_needs_it_and_the_reply_runs_it_on() {
    let databases = Databases::sqlite();
    let (house, maja, ..) = staffed(&databases);
    let case = Case::new(&house, &maja, LUIS, &[Right::Access, Right::MarketingObjection]);
    let browser = Browser::of(&house, &maja);
    let path = case.path("identity");
    let page = browser.get(&path);
    assert_eq!(page.all("input[name=by_on]", "value"), ["2026-03-23"]);
    assert!(page.text().contains("en annan adress än den vi känner till"), "{}", page.text());
    let fields = |why| {
        [
            ("doubt", "other"),
            ("why", why),
            ("ask", "code"),
            ("doubt_on", "2026-03-02"),
            ("by_on", "2026-03-23"),
        ]
    };
    let again = browser.fill(&path, &path, &fields(""));
    assert_eq!((again.status, again.all(".error-summary a", "href")), (409, vec!["#why".to_owned()]));
    assert_eq!(browser.fill(&path, &path, &fields("adressen är ny för oss")).status, 303);
    assert_eq!(case.state(Right::Access), State::AwaitingPerson);
    assert_eq!(case.state(Right::MarketingObjection), State::Assessing);
    house.drain();
    assert!(house.newest_mail(LUIS).1.contains("adressen är ny för oss"));

    let reply = case.path("reply");
    let request = case.request(Right::Access);
    let late = browser.fill(&reply, &reply, &[("request", &request), ("replied_on", "2026-03-09")]);
    assert_eq!(late.status, 409, "a reply of tomorrow");
    assert!(late.text().contains("Choose a day between"), "{}", late.text());
    let entered = browser.fill(
        &reply,
        &reply,
        &[("request", &request), ("replied_on", "2026-03-02"), ("how", "Rang oss")],
    );
    assert_eq!(entered.status, 303);
    assert_eq!(case.state(Right::Access), State::Assessing);
}

#[test]
fn a_task_by_hand_takes_a_file_and_shows_what_it_held() {
    let databases = Databases::sqlite();
    let (house, maja, ..) = staffed(&databases);
    let case = Case::new(&house, &maja, LUIS, &[Right::Access]);
    let browser = Browser::of(&house, &maja);
    case.prove(&browser, LUIS);
    let request = case.request(Right::Access);
    let fields = [
        ("request", request.as_str()),
        ("due_on", "2026-03-09"),
        ("hand-1", "Old chat"),
        ("question-1", "Everything from 2022"),
    ];
    assert_eq!(browser.fill(&case.path("collect"), &case.path("collect"), &fields).status, 303);
    let task = case.path(&format!("tasks/{}", case.stored().file.tasks[0].id));
    let page = browser.get(&task);
    assert!(page.text().contains("Everything from 2022"));
    let csv = ("chat.csv", "\u{feff}When;Said\n2022-05-04;Hej\n2022-05-05;<script>x</script>\n".as_bytes());
    let found = [("found", "yes"), ("category", "Conversations"), ("provided", "yes"), ("ground", "b")];
    let nowhere = browser.upload(&page, &task, &found, csv);
    assert_eq!((nowhere.status, nowhere.all(".error-summary a", "href")), (422, vec!["#place".to_owned()]));
    assert_eq!(nowhere.all("input[name=category]", "value"), ["Conversations"]);
    let mut all = found.to_vec();
    all.push(("place", "The archive, by e-mail"));
    let broken = browser.upload(&page, &task, &all, ("chat.csv", b"a,b\n1\n"));
    assert_eq!(broken.status, 422, "{}", broken.text());
    let elf = browser.upload(&page, &task, &all, ("chat.pdf", b"\x7fELF\x02\x01\x01\0 not a PDF"));
    assert_eq!(elf.status, 422, "{}", elf.text());
    let taken = browser.upload(&page, &task, &all, csv);
    assert_eq!(taken.status, 303, "{}", taken.text());
    let finding = browser.get(&task.replace("tasks", "findings"));
    assert!(finding.text().contains("2022-05-05 <script>x</script>"), "{}", finding.text());
    assert!(finding.text().contains("The archive, by e-mail"));
}

#[test]
fn a_mailbox_gets_three_mails_with_codes_or_ways_to_them_an_hour_over_all_cases() {
    let databases = Databases::sqlite();
    let house = House::on(&databases);
    let ida = house.colleague("ida@musik.example", "Ida Demo", &[Role::Caseworker], Lang::En);
    let actor = signing::actor_of(&house.app.store.look(|db| staff::get(db, &ida.id)).unwrap());
    let cases = [(); 2].map(|()| Case::new(&house, &ida, LUIS, &[Right::Access]));
    let send = |case: &Case<'_>| {
        let looked = identity::search(&house.app, &actor, &case.id).unwrap();
        let found = looked[0].found.as_ref().unwrap();
        let no = found[0].addresses.iter().position(|a| a.value == LUIS).unwrap();
        let step = Step { app: &house.app, actor: &actor, case_id: &case.id, seen: None };
        identity::send_code_link(&step, "webshop", &found[0].key, no)
    };
    send(&cases[0]).unwrap();
    send(&cases[1]).unwrap();
    house.drain();
    let link = house.link(LUIS, "/fetch/");
    let token = link.rsplit('/').next().unwrap();
    identity::fetch_code(&house.app, token).unwrap();
    assert!(matches!(send(&cases[0]), Err(Error::TooOften(_))));
    assert!(matches!(identity::fetch_code(&house.app, token), Err(Error::TooOften(_))));
    databases.clock.advance(Duration::hours(1));
    send(&cases[0]).unwrap();
}
