//! What proves somebody, and what does not: an address only the request gave, a step the table does
//! not allow, and what is left of links and codes once they were mailed.

use super::browser::Browser;
use super::case_steps::{Case, LUIS, staffed};
use crate::support::Databases;
use crate::support_web::{TestApp, link};
use indsigt::domain::access::Role;
use indsigt::domain::language::Lang;
use indsigt::domain::request::State;
use indsigt::domain::right::Right;
use indsigt::services::handling;
use indsigt::services::identity;
use indsigt::store::messages;

/// In no source.
const NORA: &str = "nora@ingenstans.example";

const REACHED: [(&str, &str); 4] =
    [("how", "email"), ("at_on", "2026-03-02"), ("at_time", "10:20"), ("sure", "Answered our question")];

fn contact<'a>(more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    REACHED.into_iter().chain(more.iter().copied()).collect()
}

#[test]
fn an_address_only_the_request_gave_proves_somebody_only_when_it_is_confirmed_and_the_approver_sees_that() {
    let databases = Databases::sqlite();
    let (house, maja, jonas, _) = staffed(&databases);
    let case = Case::named(&house, &maja, "Nora Ingenstans", NORA, &[Right::Access]);
    let browser = Browser::of(&house, &maja);
    let (page, path) = (case.path("look-up"), case.path("look-up/contact"));
    let typed = [("other_address", " Nora@Ingenstans.example"), ("place", "The old archive, card 12")];

    let without = browser.fill(&page, &path, &contact(&typed));
    assert_eq!(
        (without.status, without.all(".error-summary a", "href")),
        (422, vec!["#since_on".to_owned()])
    );
    let mut young = typed.to_vec();
    young.push(("since_on", "2026-02-20"));
    let mut old = typed.to_vec();
    old.push(("since_on", "2024-01-05"));
    let only_given = browser.fill(&page, &path, &contact(&old));
    let asked = (only_given.status, only_given.all(".error-summary a", "href"));
    assert_eq!(asked, (422, vec!["#only_given".to_owned()]), "{}", only_given.text());
    assert_eq!(only_given.count("input[name=only_given]"), 1);
    assert_eq!(browser.get(&page).count("input[name=only_given]"), 0, "nobody is asked who need not be");
    young.push(("only_given", "yes"));
    let refused = browser.fill(&page, &path, &contact(&young));
    assert_eq!(
        (refused.status, refused.all(".error-summary a", "href")),
        (422, vec!["#since_on".to_owned()])
    );
    assert_eq!(case.stored().file.case.level.number(), 0);

    old.push(("only_given", "yes"));
    assert_eq!(browser.fill(&page, &path, &contact(&old)).status, 303);
    assert_eq!(case.stored().file.case.level.number(), 2);
    let request = case.request(Right::Access);
    let hand = [("request", request.as_str()), ("due_on", "2026-03-09"), ("hand-1", "Archive")];
    assert_eq!(browser.fill(&case.path("collect"), &case.path("collect"), &hand).status, 303);
    let task = case.path(&format!("tasks/{}", case.stored().file.tasks[0].id));
    let found = [("found", "none"), ("place", "The archive")];
    let answered = browser.upload(&browser.get(&task), &task, &found, ("", b""));
    assert_eq!(answered.status, 303, "{}", answered.text());
    house.drain();
    let nothing = case.answer(&browser, Right::Access, &[("outcome", "no_data")]);
    assert_eq!(nothing.status, 303, "{}", nothing.text());
    let review = Browser::of(&house, &jonas).get(&case.step(Right::Access, "review"));
    assert!(review.text().contains("The old archive, card 12"), "{}", review.text());
    assert!(review.text().contains("no connected source holds"), "{}", review.text());
}

#[test]
fn an_address_the_request_gave_and_a_source_holds_needs_no_confirmation() {
    let databases = Databases::sqlite();
    let (house, maja, ..) = staffed(&databases);
    let case = Case::new(&house, &maja, LUIS, &[Right::Access]);
    let typed = [("other_address", LUIS), ("place", "The shop"), ("since_on", "2024-01-05")];
    let browser = Browser::of(&house, &maja);
    let proven = browser.fill(&case.path("look-up"), &case.path("look-up/contact"), &contact(&typed));
    assert_eq!(proven.status, 303, "{}", proven.text());
}

#[test]
fn a_code_and_a_contact_are_for_those_the_table_lets_look_people_up() {
    let databases = Databases::sqlite();
    let (house, maja, jonas, _) = staffed(&databases);
    let case = Case::new(&house, &maja, LUIS, &[Right::Access]);
    let (page, browser) = (case.path("look-up"), Browser::of(&house, &maja));
    let found = browser.fill(&page, &page, &[("go", "search")]);
    let to = found.all("input[name=to]:not([disabled])", "value")[0].clone();
    let code = [("to", to.as_str()), ("go", "code")];
    let typed = [("other_address", "+46 70 000 00 00"), ("place", "Card"), ("since_on", "2019-05-04")];
    let (choose, reach) = (case.path("look-up/choose"), case.path("look-up/contact"));

    let approver = Browser::of(&house, &jonas);
    for (path, fields) in [(&choose, code.to_vec()), (&reach, contact(&typed))] {
        let refused = approver.fill(&page, path, &fields);
        assert!(matches!(refused.status, 403 | 404 | 409), "{path}: {} {}", refused.status, refused.text());
    }
    house.drain();
    assert!(house.mails().iter().all(|(_, _, text)| !text.contains("/fetch/")), "nothing was mailed");
    assert_eq!(case.stored().file.case.level.number(), 0);

    // once everything is withdrawn nobody is looked up any more
    let request = case.request(Right::Access);
    let withdraw = case.path("withdraw");
    let gone = browser.fill(
        &withdraw,
        &withdraw,
        &[("request", &request), ("told_on", "2026-03-02"), ("evidence", "Rang och tog tillbaka")],
    );
    assert_eq!((gone.status, case.state(Right::Access)), (303, State::Closed), "{}", gone.text());
    for (path, fields) in [(&choose, code.to_vec()), (&reach, contact(&typed))] {
        let refused = browser.fill(&page, path, &fields);
        assert_eq!(refused.status, 409, "{path}: {}", refused.text());
    }
    house.drain();
    assert!(house.mails().iter().all(|(_, _, text)| !text.contains("/fetch/")), "nothing was mailed");
}

#[test]
fn links_and_codes_are_blanked_in_what_is_kept_once_they_were_mailed() {
    crate::support::on_both(|databases| {
        let house = crate::support::house::House::on(databases);
        let maja = house.colleague("maja@musik.example", "Maja", &[Role::Caseworker], Lang::En);
        let case = Case::new(&house, &maja, LUIS, &[Right::Access]);
        let kept = || {
            let key = house.app.store.case_key(&case.id).unwrap();
            let all = house.app.store.look(|db| messages::of_case(db, &case.id)).unwrap();
            all.iter()
                .map(|message| serde_json::to_string(&message.body(&key).unwrap()).unwrap())
                .collect::<String>()
        };
        assert!(kept().contains("/confirm/"), "it waits to be mailed");
        case.prove(&Browser::of(&house, &maja), LUIS);
        house.drain();
        let mailed = house.mails();
        let code =
            mailed.iter().find_map(|(_, _, text)| text.lines().find_map(|l| l.strip_prefix("Din kod: ")));
        let mut secrets = vec![code.unwrap().to_owned()];
        for part in ["/confirm/", "/fetch/"] {
            let link = house.link(LUIS, part);
            secrets.push(link.rsplit('/').next().unwrap().to_owned());
        }
        let kept = kept();
        for secret in secrets {
            assert!(secret.len() >= 8 && !kept.contains(&secret), "{kept}");
        }
        assert!(kept.contains("/fetch/…") && kept.contains("•••• ••••"), "{kept}");
    });
}

#[test]
fn who_asks_for_lost_codes_uses_up_none_of_the_mails_that_prove_somebody() {
    let shop = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/chinook");
    let test = TestApp::with(&format!(
        "[[source]]\nname = \"webshop\"\nkind = \"sqlite\"\nurl = \"sqlite:{shop}/Chinook_Sqlite.sqlite\"\n\
         map = \"{shop}/chinook.map.toml\"\n"
    ));
    let browser = test.browser();
    let (reference, _) = browser.ask_for_access("Luís Gonçalves", LUIS);
    let case_id = test.case_id(&reference);
    let confirm = link(&test.mails_to(LUIS)[0], "/confirm/");
    let path = confirm[confirm.find("/o/").unwrap()..].to_owned();
    browser.submit(&browser.get(&path).form(&path));
    let stranger = test.browser();
    for _ in 0..6 {
        let lost = stranger.get("/o/shop/lost-code").form("/lost-code").with("reference", &reference);
        assert!(stranger.submit(&lost).words().contains("Look in your e-mail"));
    }
    let links = |part: &str| test.mails_to(LUIS).iter().filter(|mail| mail.text.contains(part)).count();
    assert_eq!(links("/new-code/"), 3, "a mailbox is not flooded");

    test.step(&case_id, |step| handling::claim(step, Vec::new()));
    test.step(&case_id, |step| {
        let looked = identity::search(&test.app, &test.staff, step.case_id)?;
        let record = &looked[0].found.as_ref().unwrap()[0];
        let no = record.addresses.iter().position(|address| address.value == LUIS).unwrap();
        identity::send_code_link(step, "webshop", &record.key, no)
    });
    assert_eq!(links("/fetch/"), 1, "the person can still prove who they are");
}
