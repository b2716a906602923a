//! The disk is full, or takes no file: the person reads that nothing was received and what else they
//! can do; nothing half-stored stays; and as soon as there is room again it goes on.

use crate::support_web::{TestApp, keys};
use diesel::connection::SimpleConnection;

/// The database may not grow any more, as on a full disk.
fn fill_up(test: &TestApp) {
    let mut db = test.app.store.pools.writer.get().unwrap();
    // no free page inside, and none to be had
    db.batch_execute("VACUUM").unwrap();
    db.batch_execute("SELECT count(*) FROM cases; PRAGMA max_page_count = 1").unwrap();
}

#[test]
fn a_full_disk_is_said_and_the_same_form_works_when_there_is_room_again() {
    let test = TestApp::start();
    let browser = test.browser();
    browser.fill_in(&["access"], "Freja", "f@example.com");
    // more than the pages there are can take
    let about = browser.get("/o/shop/ask/about").form("/ask/about").with("words", &"so much ".repeat(400));
    browser.post(&about.with("go", "next"));
    let check = browser.get("/o/shop/ask/check").form("/ask/check").with("go", "send");
    let check = check.file("order.txt", b"4711");
    fill_up(&test);
    let full = browser.post(&check);
    assert_eq!(full.status, 503, "{}", full.text());
    assert!(full.words().contains("What you sent just now has not been received"), "{}", full.words());
    for table in ["cases", "requests", "messages", "files", "blind_index", "codes"] {
        assert_eq!(test.count(&format!("SELECT COUNT(*) FROM {table}")), 0, "{table}");
    }
    assert_eq!(test.files(), [""; 0].map(std::path::PathBuf::from), "a sealed file was left behind");
    assert!(!test.app.store.is_broken(), "a full disk is no uncertain commit");
    assert_eq!(browser.get("/readyz").status, 200);

    test.app.store.pools.writer.get().unwrap().batch_execute("PRAGMA max_page_count = 1000000").unwrap();
    let receipt = browser.submit(&check);
    let (reference, code) = keys(&receipt);
    assert_eq!(browser.open(&reference, &code).status, 200);
    assert_eq!(test.count("SELECT COUNT(*) FROM cases"), 1);
    let report = indsigt::store::verify::verify(&test.app.store, None, None).unwrap();
    assert!(report.is_clean(), "{:?}", report.problems);
}

#[test]
fn a_file_that_cannot_be_written_is_no_fault_of_the_form() {
    let test = TestApp::start();
    let browser = test.browser();
    let check = browser.fill_in(&["access"], "Freja", "f@example.com").form("/ask/check").with("go", "send");
    let check = check.file("order.txt", b"4711");
    let folder = test.app.store.files.folder().to_owned();
    let aside = folder.with_extension("aside");
    std::fs::rename(&folder, &aside).unwrap();
    std::fs::write(&folder, "not a folder").unwrap();
    let refused = browser.post(&check);
    assert_eq!(refused.status, 503, "{}", refused.text());
    assert!(refused.words().contains("What you sent just now has not been received"), "{}", refused.words());
    assert_eq!(test.count("SELECT COUNT(*) FROM cases"), 0);
    std::fs::remove_file(&folder).unwrap();
    std::fs::rename(&aside, &folder).unwrap();
    keys(&browser.submit(&check));
    assert_eq!(test.files().len(), 1);
}
