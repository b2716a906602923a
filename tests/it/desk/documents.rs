//! A document somebody sent to show who they are: seen, the check recorded, the file deleted.

use super::Browser;
use super::cases::{Letter, enter};
use crate::support::house::House;
use crate::support::{Databases, on_both};
use indsigt::domain::access::Role;
use indsigt::domain::language::Lang;

const REACHED: [(&str, &str); 7] = [
    ("other_address", "Prøvevej 9"),
    ("place", "The old archive, card 12"),
    ("since_on", "2024-01-05"),
    ("how", "post"),
    ("at_on", "2026-03-02"),
    ("at_time", "10:20"),
    ("sure", "Answered our letter"),
];

#[test]
fn the_copy_of_a_document_is_deleted_with_the_record_that_it_was_seen_and_other_files_stay() {
    on_both(|databases: &Databases| {
        let house = House::on(databases);
        let ida = house.colleague("ida@musik.example", "Ida Demo", &[Role::Caseworker], Lang::En);
        let file = Some(("pas.pdf", b"%PDF-1.4 CANARY %%EOF".as_slice()));
        let case = enter(&house, &ida, Letter { file, ..Letter::default() });
        let other = enter(&house, &ida, Letter { file, ..Letter::default() });
        let browser = Browser::signed_in(&house, &ida);
        let page = browser.get(&format!("/desk/cases/{case}"));
        assert_eq!(browser.send_from(&page, &format!("/desk/cases/{case}/claim"), &[]).status, 303);
        let of = |case: &str| {
            let sql = format!("SELECT id AS text FROM files WHERE case_id = '{case}' AND kind = 'upload'");
            databases.texts(&sql)
        };
        let (mine, foreign) = (of(&case).remove(0), of(&other).remove(0));
        let (page, path) =
            (format!("/desk/cases/{case}/look-up"), format!("/desk/cases/{case}/look-up/contact"));
        let deleted = "SELECT COUNT(*) AS n FROM events WHERE kind = 'file_deleted'";
        let sends = |seen: &[&str]| {
            let form = browser.get(&page);
            let seen = seen.iter().map(|file| ("seen_file", *file));
            let fields: Vec<_> = REACHED.into_iter().chain(seen).collect();
            browser.send_from(&form, &path, &fields)
        };

        // a file of another case is none of this one, and nothing is recorded
        assert_eq!(sends(&[&mine, &foreign]).status, 404);
        assert_eq!(databases.count(deleted), 0);
        // seen elsewhere: what was sent stays
        let kept = sends(&[]);
        assert_eq!(kept.status, 303, "{}", kept.words());
        assert_eq!((of(&case).len(), databases.count(deleted)), (1, 0));

        let done = sends(&[&mine]);
        assert_eq!(done.status, 303, "{}", done.words());
        assert!(of(&case).is_empty() && !house.app.store.files.exists(&mine), "row and bytes are gone");
        assert_eq!((of(&other).len(), databases.count(deleted)), (1, 1));
        assert!(house.app.store.files.exists(&foreign));
        let shown = browser.get(&format!("/desk/cases/{case}"));
        assert!(!shown.body.contains("pas.pdf"), "{}", shown.words());
        let history = shown.texts(".history b");
        assert!(history.contains(&"Copy of a document deleted after it was seen".to_owned()), "{history:?}");
        assert_eq!(browser.get(&page).count("input[name=seen_file]"), 0);
    });
}
