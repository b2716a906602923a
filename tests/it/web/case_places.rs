//! Where is searched: rows added without a script, records remembered from the look-up, and sources
//! that fail.

use super::browser::Browser;
use super::case_steps::{Case, LUIS, staffed};
use crate::support::Databases;
use indsigt::domain::request::State;
use indsigt::domain::right::Right;
use indsigt::domain::task::TaskState;

#[test]
fn one_row_asks_by_hand_and_more_come_without_losing_what_was_typed() {
    let databases = Databases::sqlite();
    let (house, maja, ..) = staffed(&databases);
    let case = Case::new(&house, &maja, LUIS, &[Right::Access]);
    let browser = Browser::of(&house, &maja);
    case.prove(&browser, LUIS);
    let path = case.path("collect");
    let page = browser.get(&path);
    assert_eq!(page.count("input[name^=hand-]"), 1);
    let record = page.all("input[name=record]", "value")[0].clone();
    let request = case.request(Right::Access);
    let typed = [
        ("request", request.as_str()),
        ("record", record.as_str()),
        ("hand-1", "Old chat"),
        ("question-1", "Everything from 2022"),
        ("due_on", "2026-03-09"),
    ];
    let mut more = typed.to_vec();
    more.push(("go", "more"));
    let again = browser.post(&page, &path, &more);
    assert_eq!(again.status, 200, "{}", again.text());
    assert_eq!(again.all("input[name^=hand-]", "value"), ["Old chat", ""]);
    assert_eq!(again.all("input[name=hand-2]", "autofocus").len(), 1);
    assert_eq!(again.texts("textarea[name=question-1]"), ["Everything from 2022"]);
    assert_eq!(again.all("input[name=due_on]", "value"), ["2026-03-09"]);
    assert_eq!(again.count("input[name=source][checked]"), 0, "what was unticked stays so");
    assert_eq!(again.all("input[name=record][checked]", "value"), std::slice::from_ref(&record));
    assert_eq!(case.state(Right::Access), State::Assessing, "nothing has begun");

    let mut both = typed.to_vec();
    both.push(("hand-2", "The archive"));
    assert_eq!(browser.post(&again, &path, &both).status, 303);
    let mut names: Vec<String> = case.task_names().into_values().collect();
    names.sort();
    assert_eq!(names, ["Old chat", "The archive", "indsigt", "webshop"]);
}

#[test]
fn what_was_ticked_at_the_look_up_is_ticked_when_collecting_starts() {
    let databases = Databases::sqlite();
    let (house, maja, ..) = staffed(&databases);
    let case = Case::new(&house, &maja, LUIS, &[Right::Access]);
    let browser = Browser::of(&house, &maja);
    let (look_up, choose) = (case.path("look-up"), case.path("look-up/choose"));
    let found = browser.fill(&look_up, &look_up, &[("go", "search")]);
    let record = found.all("input[name=record]", "value")[0].clone();
    let none = browser.post(&found, &choose, &[("seen", &record), ("go", "keep")]);
    assert_eq!((none.status, none.all(".error-summary a", "href")), (422, vec!["#record".to_owned()]));
    let kept = [("seen", record.as_str()), ("record", record.as_str()), ("go", "keep")];
    assert_eq!(browser.post(&found, &choose, &kept).status, 303);
    let again = browser.fill(&look_up, &look_up, &[("go", "search")]);
    assert_eq!(again.all("input[name=record][checked]", "value"), std::slice::from_ref(&record));

    // proven by a call: nothing the sources know is proven, and the choice is what counts
    let reached = [
        ("how", "phone"),
        ("at_on", "2026-03-02"),
        ("at_time", "10:20"),
        ("other_address", "+55 12 3923-5555"),
        ("place", "Customer card 1"),
        ("since_on", "2019-05-04"),
        ("sure", "Knew the last two orders"),
    ];
    assert_eq!(browser.fill(&look_up, &case.path("look-up/contact"), &reached).status, 303);
    let ticked = |page: &super::browser::Page| page.all("input[name=record][checked]", "value");
    assert_eq!(ticked(&browser.get(&case.path("collect"))), std::slice::from_ref(&record));
    let page = browser.get(case.path("").trim_end_matches('/'));
    assert!(page.texts(".history b").contains(&"1 record chosen as the person’s".to_owned()));

    // and said to be somebody else's, it is not, whatever matches
    let found = browser.fill(&look_up, &look_up, &[("go", "search")]);
    assert_eq!(browser.post(&found, &choose, &[("seen", &record), ("go", "none")]).status, 303);
    assert_eq!(ticked(&browser.get(&case.path("collect"))), Vec::<String>::new());
}

#[test]
fn a_source_that_fails_is_explained_in_the_readers_words_and_can_be_answered_by_hand() {
    let databases = Databases::sqlite();
    let (house, maja, ..) = staffed(&databases);
    let case = Case::new(&house, &maja, LUIS, &[Right::Access]);
    let browser = Browser::of(&house, &maja);
    case.prove(&browser, LUIS);
    let (shop, away) = (databases.folder().join("chinook.sqlite"), databases.folder().join("chinook.away"));
    let path = case.path("collect");
    let page = browser.get(&path);
    let (record, request) = (page.all("input[name=record]", "value")[0].clone(), case.request(Right::Access));
    let fields = [
        ("request", request.as_str()),
        ("source", "webshop"),
        ("record", record.as_str()),
        ("hand-1", "The archive"),
        ("due_on", "2026-03-09"),
    ];
    std::fs::rename(&shop, &away).unwrap();
    let told = "The source cannot be reached.";
    let refused = browser.post(&page, &path, &fields);
    assert!(refused.status == 422 && refused.text().contains(told), "{}", refused.text());
    assert_eq!(refused.all("input[name=hand-1]", "value"), ["The archive"]);

    std::fs::rename(&away, &shop).unwrap();
    assert_eq!(browser.post(&page, &path, &fields).status, 303);
    std::fs::rename(&shop, &away).unwrap();
    house.drain();
    let stored = case.stored();
    let (webshop, _) = case.task_names().into_iter().find(|(_, name)| name == "webshop").unwrap();
    let task = stored.file.tasks.iter().find(|t| t.id == webshop).unwrap();
    assert_eq!(task.state, TaskState::Failed);
    let desk = browser.get(case.path("").trim_end_matches('/'));
    assert!(desk.texts("#tasks li").concat().contains(told), "{}", desk.text());
    assert!(!desk.text().contains("“webshop”"), "{}", desk.text());

    let path = case.path(&format!("tasks/{}", task.id));
    let page = browser.get(&path);
    assert!(page.texts(".notice").concat().contains(told), "{}", page.text());
    assert_eq!(page.count(&format!("form[action='{path}/retry']")), 1);
    let nowhere = browser.upload(&page, &path, &[("found", "none")], ("", b""));
    assert_eq!((nowhere.status, nowhere.all(".error-summary a", "href")), (422, vec!["#place".to_owned()]));
    let found = [
        ("found", "yes"),
        ("category", "Orders"),
        ("provided", "yes"),
        ("ground", "b"),
        ("place", "The screens of the shop"),
    ];
    let taken = browser.upload(&page, &path, &found, ("orders.csv", b"No,Sum\n12,99\n"));
    assert_eq!(taken.status, 303, "{}", taken.text());
    let finding = browser.get(&path.replace("tasks", "findings"));
    let text = finding.text();
    assert!(text.contains("The web shop") && text.contains("The screens of the shop"), "{text}");

    // the search that was still to be tried again finds it answered
    std::fs::rename(&away, &shop).unwrap();
    databases.clock.advance(chrono::Duration::hours(12));
    house.drain();
    let browser = Browser::of(&house, &maja);
    let finding = browser.get(&path.replace("tasks", "findings"));
    assert!(finding.text().contains("The screens of the shop"), "{}", finding.text());
    assert_eq!(browser.get(&path).count("form[enctype]"), 0, "an answered task is not answered twice");
}

#[test]
fn a_source_that_failed_is_tried_again() {
    let databases = Databases::sqlite();
    let (house, maja, ..) = staffed(&databases);
    let case = Case::new(&house, &maja, LUIS, &[Right::Access]);
    let browser = Browser::of(&house, &maja);
    case.prove(&browser, LUIS);
    let page = browser.get(&case.path("collect"));
    let (record, request) = (page.all("input[name=record]", "value")[0].clone(), case.request(Right::Access));
    let fields = [("request", request.as_str()), ("record", record.as_str()), ("due_on", "2026-03-09")];
    assert_eq!(browser.post(&page, &case.path("collect"), &fields).status, 303);
    let (shop, away) = (databases.folder().join("chinook.sqlite"), databases.folder().join("chinook.away"));
    std::fs::rename(&shop, &away).unwrap();
    house.drain();
    std::fs::rename(&away, &shop).unwrap();
    let path = case.path(&format!("tasks/{}", case.stored().file.tasks[0].id));
    let page = browser.get(&path);
    assert_eq!(browser.post(&page, &format!("{path}/retry"), &[]).status, 303);
    house.drain();
    assert_eq!(case.stored().file.tasks[0].state, TaskState::Done);
}
