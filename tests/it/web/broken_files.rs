//! Half a table, half a JSON text: what a colleague hands in and cannot be read is named by its line.

use super::browser::{Browser, Page};
use super::case_steps::{Case, LUIS, staffed};
use crate::support::Databases;
use indsigt::domain::access::Role;
use indsigt::domain::language::Lang;
use indsigt::domain::right::Right;
use indsigt::domain::task::TaskState;

/// What a form shows again: the sentences of its summary, and where they lead.
fn told(page: &Page) -> (u16, Vec<String>, Vec<String>) {
    let links = ".error-summary a";
    (page.status, page.all(links, "href"), page.texts(links))
}

#[test]
fn a_table_or_json_that_cannot_be_read_is_named_by_its_line_and_nothing_typed_is_lost() {
    let databases = Databases::sqlite();
    let (house, maja, ..) = staffed(&databases);
    let case = Case::new(&house, &maja, LUIS, &[Right::Access]);
    let browser = Browser::of(&house, &maja);
    case.prove(&browser, LUIS);
    case.collect_also(&browser, &[("hand-1", "Arkivet"), ("question-1", "Allt?")]);
    let (task, _) = case.task_names().into_iter().find(|(_, name)| name == "Arkivet").unwrap();
    let path = case.path(&format!("tasks/{task}"));
    let page = browser.get(&path);
    let typed = [
        ("found", "yes"),
        ("category", "Orders"),
        ("provided", "yes"),
        ("ground", "b"),
        ("place", "Shelf 4"),
    ];

    let uploads: [((&str, &[u8]), &str); 8] = [
        (
            ("o.csv", b"No,Sum\n1,2\n\n3"),
            "Line 4 of o.csv has 1 field for 2 headings. Every line needs one field for each heading.",
        ),
        (
            ("o.csv", b"No;Sum\n1;2;3\n"),
            "Line 2 of o.csv has 3 fields for 2 headings. Every line needs one field for each heading.",
        ),
        (
            ("o.csv", b"No,Sum\n1,\"2\n3,4\n"),
            "A quotation mark opens in line 2 of o.csv and is never closed.",
        ),
        (
            ("o.csv", b"No,Sum\n1,2\n3,caf\xe9\n"),
            "Line 3 of o.csv is not UTF-8 text. Save the file again with the encoding UTF-8.",
        ),
        (
            ("o.json", b"[\n {\"No\": 1},\n {\"No\": }\n]"),
            "Line 3 of o.json cannot be read as JSON from character 9 on.",
        ),
        (("o.json", b"[{\"No\": 1},\n {\"N"), "The JSON in o.json stops in line 2, before it is complete."),
        (("o.json", b"[{\"No\": 1}, 2]"), "Item 2 of the list in o.json is not an object."),
        (
            ("o.json", b"\xff\xfe[\0]\0"),
            "Line 1 of o.json is not UTF-8 text. Save the file again with the encoding UTF-8.",
        ),
    ];
    for (file, sentence) in uploads {
        let again = browser.upload(&page, &path, &typed, file);
        assert_eq!(told(&again), (422, vec!["#file".to_owned()], vec![sentence.to_owned()]));
        assert_eq!(again.all("input[name=category]", "value"), ["Orders"]);
        assert_eq!(again.texts("textarea[name=place]"), ["Shelf 4"]);
        assert_eq!(
            again.all("input[name=found][checked], input[name=provided][checked]", "value"),
            ["yes", "yes"]
        );
        assert_eq!(again.all("select[name=ground] option[selected]", "value"), ["b"]);
    }
    for (kind, text, sentence) in [
        (
            "table",
            "No\tSum\n1\t2\n3",
            "Line 3 of what you pasted has 1 field for 2 headings. Every line needs one field for each heading.",
        ),
        ("json", "{\"No\": 1", "The JSON in what you pasted stops in line 1, before it is complete."),
    ] {
        let pasted = [&typed[..], &[("paste", text), ("paste_as", kind)]].concat();
        let again = browser.upload(&page, &path, &pasted, ("", b""));
        assert_eq!(told(&again), (422, vec!["#paste".to_owned()], vec![sentence.to_owned()]));
        assert_eq!(again.texts("textarea[name=paste]"), [text]);
        assert_eq!(again.all("select[name=paste_as] option[selected]", "value"), [kind]);
    }
    let half = [&typed[..], &[("paste", "No\tSum\n1\t2\n3"), ("paste_as", "table")]].concat();
    for (lang, sentence) in [
        (
            Lang::Da,
            "Linje 3 i det indsatte har 1 felt til 2 overskrifter. Hver linje skal have ét felt til hver \
             overskrift.",
        ),
        (
            Lang::Sv,
            "Rad 3 i det inklistrade har 1 fält till 2 rubriker. Varje rad behöver ett fält för varje rubrik.",
        ),
    ] {
        let email = format!("{lang}@musik.example");
        let reader = Browser::of(&house, &house.colleague(&email, "Bo", &[Role::Officer], lang));
        let again = reader.upload(&reader.get(&path), &path, &half, ("", b""));
        assert_eq!(told(&again), (422, vec!["#paste".to_owned()], vec![sentence.to_owned()]));
    }
    assert!(
        case.stored().file.tasks.iter().any(|t| t.id == task && t.state == TaskState::Open),
        "nothing was kept"
    );

    // mended, the same table is taken, row by row
    let pasted = [&typed[..], &[("paste", "No\tSum\n1\t2\n3\t4"), ("paste_as", "table")]].concat();
    assert_eq!(browser.upload(&page, &path, &pasted, ("", b"")).status, 303);
    let finding = browser.get(&path.replace("tasks", "findings"));
    assert_eq!(finding.texts("tbody td"), ["1", "2", "3", "4"]);
}
