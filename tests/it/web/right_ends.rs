//! Each right to its end: the record that is written, what the letter says of it, and what goes on
//! after the request is closed.

use super::browser::{Browser, Page};
use super::case_steps::{Case, LUIS, staffed};
use crate::support::house::{Colleague, House};
use crate::support::{Databases, on_both};
use chrono::Duration;
use indsigt::domain::access::Actor;
use indsigt::domain::register::Register;
use indsigt::domain::request::State;
use indsigt::domain::retention::Keeper;
use indsigt::domain::right::Right;
use indsigt::services::reminding;
use indsigt::store::{keepers, register};

const REGISTER: &str = r#"
name = "musik"
controllers = ["musik-norden"]
languages = ["da", "sv", "en"]
backup_days = 30
[[recipient]]
code = "post"
name = "Postbolaget AB"
kind = "processor"
does = { sv = "Skickar paket" }
country = "SE"
agreement = "processing"
email = "gdpr@post.example"
[[recipient]]
code = "bank"
name = "Nordbanken"
kind = "controller"
does = { sv = "Tar emot betalningar" }
country = "SE"
agreement = "law"
[[category]]
code = "photo"
label = { sv = "Bilder" }
likeness = true
[[retention]]
code = "books"
label = { sv = "Sju år efter räkenskapsåret" }
starts = "financial_year_ended"
period = { years = 7 }
running_year = true
basis = { sv = "Bokföringslagen kräver sju år." }
ground = "legal_obligation"
precedence = 9
then = "erase"
[[activity]]
code = "sales"
label = { sv = "Försäljning" }
role = "controller"
purposes = { sv = "Försäljning" }
retention = ["books"]
recipients = ["bank"]
[[activity.basis]]
article_6 = "c"
[[activity]]
code = "club"
label = { sv = "Kundklubben" }
role = "controller"
purposes = { sv = "Erbjudanden" }
categories = ["photo"]
recipients = ["post"]
[[activity.basis]]
article_6 = "a"
[activity.automated]
decides = true
logic = { sv = "Inkomst och skuld vägs." }
significance = { sv = "Det avgör om du får kredit." }
"#;

/// What keeps a case from being erased, however long ago it was closed.
fn kept_by(case: &Case<'_>) -> Vec<Keeper> {
    let app = &case.house.app;
    app.store.look(|db| keepers::of_case(db, &case.id, app.store.clock.now())).unwrap()
}

fn keep_register(house: &House) {
    // the next version of the one the house begins with
    let now = house.app.store.look(|db| register::current(db, "musik-norden")).unwrap().unwrap();
    let register = Register { name: now.register.name, ..toml::from_str(REGISTER).unwrap() };
    house.app.store.write(&Actor::System, |tx| register::save(tx, &register, now.version, "made")).unwrap();
}

/// A case of this right, proven and collected.
fn collected<'a>(house: &'a House, maja: &Colleague, right: Right) -> Case<'a> {
    let case = Case::new(house, maja, LUIS, &[right]);
    let browser = Browser::of(house, maja);
    case.prove(&browser, LUIS);
    case.collect(&browser);
    case
}

/// Approves, sends by mail, and gives the letter.
fn finish(case: &Case<'_>, maja: &Colleague, jonas: &Colleague, right: Right) -> String {
    assert_eq!(case.approve(&Browser::of(case.house, jonas), right).status, 303);
    let send = case.step(right, "send");
    let sent = Browser::of(case.house, maja).fill(&send, &send, &[("via", "mail")]);
    assert_eq!(sent.status, 303, "{}", sent.text());
    assert_eq!(case.state(right), State::Closed);
    case.house.drain();
    one_line(&case.house.newest_mail(LUIS).1)
}

fn one_line(text: &str) -> String {
    text.replace('\u{a0}', " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

fn wrong(page: &Page) -> Vec<String> {
    assert_eq!(page.status, 422, "{}", page.text());
    page.all(".error-summary a", "href")
}

/// The id of the only row whose form does this.
fn row(page: &Page, what: &str) -> String {
    let forms = scraper::Html::parse_document(&page.html);
    let (form, input) =
        (scraper::Selector::parse("form").unwrap(), scraper::Selector::parse("input[name=row]").unwrap());
    let marked = [format!("input[name=do][value={what}]"), format!("button[name=do][value={what}]")];
    let of = |f: &scraper::ElementRef<'_>| {
        marked.iter().any(|m| f.select(&scraper::Selector::parse(m).unwrap()).next().is_some())
    };
    let found =
        forms.select(&form).find(of).unwrap_or_else(|| panic!("nothing does {what}: {}", page.text()));
    found.select(&input).next().unwrap().attr("value").unwrap().to_owned()
}

/// Does something on the page of what goes on: the fields without the row they end in.
fn follow(case: &Case<'_>, browser: &Browser<'_>, what: &str, fields: &[(&str, &str)]) -> Page {
    let path = case.path("follow-ups");
    let page = browser.get(&path);
    let id = row(&page, what);
    let named: Vec<(String, &str)> = fields.iter().map(|(name, v)| (format!("{name}-{id}"), *v)).collect();
    let mut all = vec![("do", what), ("row", id.as_str())];
    all.extend(named.iter().map(|(name, value)| (name.as_str(), *value)));
    browser.post(&page, &path, &all)
}

#[test]
fn a_rectification_tells_what_changed_what_stays_and_who_is_told() {
    on_both(|databases| {
        let (house, maja, jonas, _) = staffed(databases);
        keep_register(&house);
        let case = collected(&house, &maja, Right::Rectification);
        let browser = Browser::of(&house, &maja);
        let nothing = case.answer(&browser, Right::Rectification, &[("outcome", "fulfilled")]);
        assert_eq!(wrong(&nothing), ["#r-field-1", "#r-done_on"]);
        let fields = [
            ("r-field-1", "Adress"),
            ("r-old-1", "Björkvägen 4"),
            ("r-new-1", "Almvägen 9"),
            ("r-evidence-1", "Folkbokföringen"),
            ("r-verdict-1", "corrected"),
            ("r-field-2", "bedömningen"),
            ("r-verdict-2", "refused"),
            ("r-statement", "Jag betalade i tid."),
            ("r-done_on", "2026-03-02"),
            ("r-touched", "club"),
            ("r-named", "yes"),
        ];
        let half =
            case.answer(&browser, Right::Rectification, &[&fields[..], &[("outcome", "fulfilled")]].concat());
        assert_eq!(wrong(&half), ["#r-ground-2", "#r-why-2", "#outcome"]);
        assert_eq!(half.all("#r-old-1", "value"), ["Björkvägen 4"], "nothing is lost");
        let ground = [("r-ground-2", "opinion_recorded_as_such"), ("r-why-2", "Det är medarbetarens egen.")];
        let partly = [&fields[..], &ground, &[("outcome", "partly_fulfilled")]].concat();
        let submitted = case.answer(&browser, Right::Rectification, &partly);
        assert_eq!(submitted.status, 303, "{}", submitted.text());
        let review = Browser::of(&house, &jonas).get(&case.step(Right::Rectification, "review"));
        assert!(review.text().contains("Folkbokföringen"), "the reviewer sees the evidence");

        let letter = finish(&case, &maja, &jonas, Right::Rectification);
        for said in [
            "Det här rättade vi den 2 mars 2026:",
            "Adress: från ”Björkvägen 4” till ”Almvägen 9”",
            "Jag betalade i tid.",
            "bedömningen",
            "Det är medarbetarens egen.",
            "Vi meddelar dem som har fått uppgifterna av oss: Postbolaget AB.",
            "väcka talan i domstol",
        ] {
            assert!(letter.contains(said), "{said}: {letter}");
        }
        assert!(!letter.contains("Folkbokföringen"), "the evidence is ours");
        let case_page = browser.get(case.path("").trim_end_matches('/'));
        assert!(case_page.text().contains("Postbolaget AB: To be told"), "{}", case_page.text());

        let known =
            [("known", "kundnummer 20417"), ("what", "ändra adressen"), ("reply_by_on", "2026-03-16")];
        let nobody = follow(&case, &browser, "mail", &[("known", ""), ("reply_by_on", "2026-03-16")]);
        assert_eq!(nobody.status, 422);
        assert_eq!(follow(&case, &browser, "mail", &known).status, 303);
        house.drain();
        let (_, told) = house.newest_mail("gdpr@post.example");
        let told = one_line(&told);
        assert!(
            told.contains("kundnummer 20417") && told.contains("Svara senast den 16 mars 2026"),
            "{told}"
        );
        assert!(!told.contains("Gonçalves") && !told.contains(LUIS), "only what they know: {told}");
        assert_eq!(follow(&case, &browser, "confirmed", &[("proof", "Mejl den 4 mars")]).status, 303);
        let after = browser.get(&case.path("follow-ups"));
        assert!(after.text().contains("Has confirmed") && after.text().contains("Mejl den 4 mars"));
    });
}

#[test]
fn an_erasure_keeps_by_rule_names_the_day_of_the_backups_and_has_them_followed_up() {
    on_both(|databases| {
        let (house, maja, jonas, _) = staffed(databases);
        keep_register(&house);
        let case = collected(&house, &maja, Right::Erasure);
        let browser = Browser::of(&house, &maja);
        let page = browser.get(&case.step(Right::Erasure, "answer"));
        assert_eq!(page.all("input[name=e-action-1][checked]", "value"), ["keep"], "the rule that keeps");
        assert_eq!(page.all("input[name=e-action-2][checked]", "value"), ["erase"]);
        let nothing = case.answer(&browser, Right::Erasure, &[("outcome", "fulfilled")]);
        assert_eq!(wrong(&nothing), ["#e-claimed", "#e-start-1", "#outcome", "#e-erased_on", "#e-likeness"]);
        let fields = [
            ("outcome", "partly_fulfilled"),
            ("e-claimed", "a"),
            ("e-start-1", "2026-12-31"),
            ("e-erased_on", "2026-03-02"),
            ("e-likeness", "raderade."),
        ];
        let submitted = case.answer(&browser, Right::Erasure, &fields);
        assert_eq!(submitted.status, 303, "{}", submitted.text());
        let letter = finish(&case, &maja, &jonas, Right::Erasure);
        for said in [
            "Det här raderade vi den 2 mars 2026: - Kundklubben",
            "Försäljning: till och med den 31 december 2033",
            "Bokföringslagen kräver sju år.",
            "senast den 1 april 2026",
            "Bilder, ljud och biometri: raderade.",
            "Skriv om du vill veta vilka de är.",
        ] {
            assert!(letter.contains(said), "{said}: {letter}");
        }
        assert!(!letter.contains("Postbolaget"), "their names are for whoever asks");

        let both = [Keeper::OpenRecipientNotice, Keeper::BackupFollowUp];
        assert_eq!(kept_by(&case), both);
        let list = browser.get("/desk/follow-ups");
        assert!(list.text().contains("Backups"), "{}", list.text());
        let early = follow(&case, &browser, "backup", &[("checked", "Sett i loggen")]);
        assert_eq!(early.status, 422, "{}", early.text());
        assert!(early.text().contains("The date of the backups has not come"));
        house.app.store.clock.advance(Duration::days(30));
        reminding::run(&house.app).unwrap();
        house.drain();
        let (subject, mail) = house.newest_mail("maja@musik.example");
        let mail = one_line(&mail);
        assert!(subject.contains("follow") && mail.contains("1 April 2026"), "{subject}: {mail}");
        assert!(!mail.contains("Gonçalves"));
        let mails = house.mails().len();
        reminding::run(&house.app).unwrap();
        house.drain();
        assert_eq!(house.mails().len(), mails, "told once");
        let browser = Browser::of(&house, &maja);
        assert_eq!(follow(&case, &browser, "backup", &[("checked", "")]).status, 422);
        assert_eq!(follow(&case, &browser, "backup", &[("checked", "Sett i loggen")]).status, 303);
        assert!(!browser.get("/desk/follow-ups").text().contains("Backups Erase"));
        let told = follow(&case, &browser, "impossible", &[("reason", "Bolaget finns inte längre")]);
        assert_eq!(told.status, 303, "{}", told.text());
        assert!(browser.get("/desk/follow-ups").text().contains("There is nothing to follow up"));
        assert_eq!(kept_by(&case), []);
    });
}

#[test]
fn a_restriction_lives_on_after_its_request_and_ends_only_after_the_notice() {
    let databases = Databases::sqlite();
    let (house, maja, jonas, _) = staffed(&databases);
    keep_register(&house);
    let case = collected(&house, &maja, Right::Restriction);
    let browser = Browser::of(&house, &maja);
    let right = Right::Restriction;
    let nothing = case.answer(&browser, right, &[("outcome", "fulfilled")]);
    assert_eq!(wrong(&nothing), ["#x-case", "#x-what", "#x-from_on"]);
    let fields = [
        ("outcome", "fulfilled"),
        ("x-case", "c"),
        ("x-what", "din köphistorik"),
        ("x-from_on", "2026-03-02"),
        ("x-touched", "club"),
    ];
    assert_eq!(case.answer(&browser, right, &fields).status, 303);
    let letter = finish(&case, &maja, &jonas, right);
    for said in [
        "Från den 2 mars 2026",
        "din köphistorik",
        "rättsligt anspråk",
        "(artikel 18.2)",
        "Du får besked innan begränsningen upphör.",
    ] {
        assert!(letter.contains(said), "{said}: {letter}");
    }
    assert!(
        browser
            .get("/desk/follow-ups")
            .text()
            .contains("Restrictions The person needs them for a legal claim")
    );

    assert!(kept_by(&case).contains(&Keeper::LiveRestriction), "{:?}", kept_by(&case));
    let unlogged = follow(&case, &browser, "use", &[("use", "Svar till advokaten")]);
    assert_eq!(unlogged.status, 422, "a use needs its exception");
    let used = [("exception", "claims"), ("use", "Svar till advokaten"), ("used_on", "2026-03-02")];
    assert_eq!(follow(&case, &browser, "use", &used).status, 303);
    assert!(browser.get(&case.path("follow-ups")).text().contains("Legal claim. Svar till advokaten"));
    assert_eq!(follow(&case, &browser, "told", &[("proof", "Telefon")]).status, 303);

    let early = follow(&case, &browser, "lift", &[]);
    assert_eq!(early.status, 422, "{}", early.text());
    let notice = [("lift_on", "2026-03-05"), ("why", "tvisten är avgjord."), ("next", "vi raderar dem.")];
    assert_eq!(follow(&case, &browser, "notice", &notice).status, 303);
    house.app.store.clock.advance(Duration::days(3));
    let browser = Browser::of(&house, &maja);
    assert_eq!(follow(&case, &browser, "lift", &[]).status, 422, "the notice has not left");
    house.drain();
    let (_, told) = house.newest_mail(LUIS);
    let told = one_line(&told);
    assert!(
        told.contains("Den upphör den 5 mars 2026 (artikel 18.3)") && told.contains("tvisten är avgjord.")
    );
    assert_eq!(follow(&case, &browser, "lift", &[]).status, 303);
    assert_eq!(kept_by(&case), [Keeper::OpenRecipientNotice], "who was told is told again first");
    let after = browser.get(&case.path("follow-ups")).text();
    assert!(after.contains("Lifted"), "{after}");
    assert!(after.contains("Postbolaget AB To be told Lifted"), "who was told is told again: {after}");
    let history = browser.get(case.path("").trim_end_matches('/')).text();
    assert!(history.contains("The restriction was lifted: din köphistorik"), "{history}");
}

#[test]
fn an_objection_restricts_while_it_is_checked_and_a_refusal_needs_the_balancing_of_a_person() {
    let databases = Databases::sqlite();
    let (house, maja, jonas, _) = staffed(&databases);
    let case = collected(&house, &maja, Right::Objection);
    let browser = Browser::of(&house, &maja);
    let right = Right::Objection;
    let live = browser.get(&case.path("follow-ups")).text();
    assert!(live.contains("The objection is being checked In force"), "{live}");
    let ground = [
        ("outcome", "refused"),
        ("ground", "compelling_legitimate_grounds"),
        ("what-compelling_legitimate_grounds", "dina köp"),
        ("why-compelling_legitimate_grounds", "Vi måste kunna upptäcka bedrägerier."),
    ];
    let bare = case.answer(&browser, right, &ground);
    assert_eq!(wrong(&bare), ["#o-situation", "#o-compelling", "#o-weighing", "#o-decided_by"]);
    let balance = [
        ("o-situation", "Hen är rädd för att bli hittad."),
        ("o-compelling", "Vi måste kunna upptäcka bedrägerier."),
        ("o-weighing", "Bara två personer ser uppgifterna."),
        ("o-decided_by", "Maja"),
    ];
    let written = case.answer(&browser, right, &[&ground[..], &balance].concat());
    assert_eq!(written.status, 303, "{}", written.text());
    let letter = finish(&case, &maja, &jonas, right);
    for said in [
        "Så har vi vägt dem mot varandra: Bara två personer",
        "Det är en människa som har avgjort det.",
        "väcka talan i domstol",
    ] {
        assert!(letter.contains(said), "{said}: {letter}");
    }
    let decided = browser.get(&case.path("follow-ups")).text();
    assert!(decided.contains("is decided: it can be lifted"), "{decided}");
}

#[test]
fn an_objection_that_is_upheld_says_what_stopped_and_offers_the_erasure() {
    let databases = Databases::sqlite();
    let (house, maja, jonas, _) = staffed(&databases);
    let case = collected(&house, &maja, Right::Objection);
    let browser = Browser::of(&house, &maja);
    let fields = [
        ("outcome", "fulfilled"),
        ("o-stopped", "profiler utifrån dina köp"),
        ("o-stopped_on", "2026-03-02"),
        ("o-offer_erasure", "yes"),
    ];
    assert_eq!(case.answer(&browser, Right::Objection, &fields).status, 303);
    let letter = finish(&case, &maja, &jonas, Right::Objection);
    assert!(
        letter.contains("Från den 2 mars 2026 gör vi inte längre det här: profiler utifrån dina köp."),
        "{letter}"
    );
    assert!(letter.contains("Vill du också att uppgifterna raderas"), "{letter}");
}

#[test]
fn a_withdrawn_consent_names_itself_its_day_and_what_remains() {
    let databases = Databases::sqlite();
    let (house, maja, jonas, _) = staffed(&databases);
    keep_register(&house);
    let case = collected(&house, &maja, Right::ConsentWithdrawal);
    let browser = Browser::of(&house, &maja);
    let right = Right::ConsentWithdrawal;
    let page = browser.get(&case.step(right, "answer"));
    assert_eq!(page.all("input[name=c-activity]", "value"), ["club"], "only what rests on consent");
    let nothing = case.answer(&browser, right, &[("outcome", "fulfilled")]);
    assert_eq!(wrong(&nothing), ["#c-which", "#c-stopped_on"]);
    let fields = [
        ("outcome", "fulfilled"),
        ("c-activity", "club"),
        ("c-stopped_on", "2026-03-02"),
        ("c-other", "vi sparar köpen enligt bokföringslagen."),
        ("c-offer_erasure", "yes"),
    ];
    assert_eq!(case.answer(&browser, right, &fields).status, 303);
    let letter = finish(&case, &maja, &jonas, right);
    for said in [
        "Det gäller: Kundklubben. Vi slutade den 2 mars 2026.",
        "vi sparar köpen enligt bokföringslagen.",
        "Att du tar tillbaka samtycket påverkar inte om det vi gjorde innan var lagligt.",
        "Vill du också att uppgifterna raderas",
    ] {
        assert!(letter.contains(said), "{said}: {letter}");
    }
}

#[test]
fn an_automated_decision_is_reviewed_by_somebody_who_did_not_make_it() {
    let databases = Databases::sqlite();
    let (house, maja, jonas, _) = staffed(&databases);
    keep_register(&house);
    let case = collected(&house, &maja, Right::AutomatedDecision);
    let browser = Browser::of(&house, &maja);
    let right = Right::AutomatedDecision;
    assert_eq!(wrong(&case.answer(&browser, right, &[("outcome", "fulfilled")])), ["#d-existed"]);
    let with = |reviewer| {
        [
            ("outcome", "fulfilled"),
            ("d-existed", "yes"),
            ("d-which", "avslaget på kredit"),
            ("d-maker", "Maja"),
            ("d-logic", "Inkomst och skuld vägs."),
            ("d-significance", "Det avgör om du får kredit."),
            ("d-reviewer", reviewer),
            ("d-function", "kreditchefen"),
            ("d-authority", "yes"),
            ("d-view", "Inkomsten var fel."),
            ("d-decision", "Du får krediten."),
            ("d-reasons", "Den rätta inkomsten räcker."),
        ]
    };
    let page = browser.get(&case.step(right, "answer"));
    assert_eq!(page.texts("#d-logic"), ["Inkomst och skuld vägs."], "from the register");
    let same = case.answer(&browser, right, &with("Maja"));
    assert_eq!(wrong(&same), ["#d-reviewer"]);
    assert_eq!(case.answer(&browser, right, &with("Jonas")).status, 303);
    let letter = finish(&case, &maja, &jonas, right);
    for said in ["kreditchefen", "Inkomsten var fel.", "Du får krediten.", "Inkomst och skuld vägs."] {
        assert!(letter.contains(said), "{said}: {letter}");
    }
    assert!(!letter.contains("Jonas"), "a function, not a name");
}

#[test]
fn what_could_not_be_transmitted_straight_is_said_with_its_reason() {
    let databases = Databases::sqlite();
    let (house, maja, ..) = staffed(&databases);
    let case = collected(&house, &maja, Right::Portability);
    let browser = Browser::of(&house, &maja);
    let right = Right::Portability;
    let fields =
        [("p-transfer", "infeasible"), ("p-to", "Annan Musik AB"), ("p-why", "De har ingen mottagning.")];
    let whole = case.answer(&browser, right, &[&fields[..], &[("outcome", "fulfilled")]].concat());
    assert_eq!(wrong(&whole), ["#outcome"]);
    let path = case.step(right, "answer");
    let look = [&fields[..], &[("outcome", "partly_fulfilled"), ("go", "check")]].concat();
    let page = browser.fill(&path, &path, &look);
    let letter = page.texts("article.letter").concat();
    assert!(
        letter.contains("De har ingen mottagning.") && letter.contains("Du får den själv i stället"),
        "{letter}"
    );
    let partly = [&fields[..], &[("outcome", "partly_fulfilled")]].concat();
    let written = case.answer(&browser, right, &partly);
    assert_eq!(written.status, 303, "{}", written.text());
}

#[test]
fn an_excessive_request_needs_its_proof_and_a_second_person_even_where_one_works_alone() {
    let databases = Databases::sqlite();
    let mut alone = crate::support::house::controllers();
    for controller in &mut alone {
        controller.rules.four_eyes = false;
        controller.public_body = true;
    }
    let house = House::with_controllers(&databases, alone);
    use indsigt::domain::access::Role;
    use indsigt::domain::language::Lang;
    let maja = house.colleague("maja@musik.example", "Maja", &[Role::Caseworker, Role::Approver], Lang::En);
    let jonas = house.colleague("jonas@musik.example", "Jonas", &[Role::Approver], Lang::En);
    let case = collected(&house, &maja, Right::Access);
    let browser = Browser::of(&house, &maja);
    let ground = [
        ("outcome", "refused"),
        ("ground", "excessive_abuse"),
        ("what-excessive_abuse", "din begäran"),
        ("why-excessive_abuse", "Den ska bara ge oss arbete."),
    ];
    let bare = case.answer(&browser, Right::Access, &ground);
    assert_eq!(wrong(&bare), ["#b-objective", "#b-subjective", "#b-evidence"]);
    let proof = [
        ("b-objective", "14 begäranden på två veckor."),
        ("b-subjective", "Du skrev att du vill att vi lägger tid."),
        ("b-evidence", "Mejlet från den 5 mars\nMejlet från den 6 mars"),
        ("b-fee", "400 kr"),
    ];
    let page = browser.get(&case.step(Right::Access, "answer"));
    assert_eq!(page.count("#b-fee"), 0, "fees are off");
    let written = case.answer(&browser, Right::Access, &[&ground[..], &proof].concat());
    assert_eq!(written.status, 303, "{}", written.text());
    let own = case.approve(&browser, Right::Access);
    assert_eq!(own.status, 409, "{}", own.text());
    assert!(own.text().contains("Somebody else has to approve"), "{}", own.text());
    let letter = finish(&case, &maja, &jonas, Right::Access);
    for said in [
        "14 begäranden på två veckor.",
        "- Mejlet från den 6 mars",
        "du kan överklaga beslutet till förvaltningsrätten",
        "inom tre veckor",
    ] {
        assert!(letter.contains(said), "{said}: {letter}");
    }
    assert!(!letter.contains("400 kr"), "no fee is asked for");
}
