//! What becomes of a form that is sent: one commit, one receipt, and nothing left behind of one that
//! makes no case.

use crate::crash::binary::until;
use crate::support::{http, wal};
use crate::support_web::{TestApp, keys};
use chrono::Duration;
use indsigt::services::intake;
use std::io::Write;
use std::path::Path;
use std::time::SystemTime;

#[test]
fn whoever_fills_in_forms_with_somebodys_address_takes_no_right_from_them() {
    let test = TestApp::start();
    let promise = "Open the e-mail from us";
    for n in 0..10 {
        let browser = test.browser();
        let check = browser.fill_in(&["access"], &format!("Stranger {n}"), "Ada@People.example");
        let receipt = browser.submit(&check.form("/ask/check").with("go", "send"));
        assert!(receipt.words().contains(promise), "{}", receipt.words());
    }
    let mailed = || test.count("SELECT count(*) FROM messages WHERE letter = 'receipt'");
    assert_eq!(mailed(), 10);
    // the same mailbox, written in another way
    let browser = test.browser();
    let check = browser.fill_in(&["access"], "Ada Byron", "ada@PEOPLE.example");
    let receipt = browser.submit(&check.form("/ask/check").with("go", "send"));
    let (reference, code) = keys(&receipt);
    assert!(!receipt.words().contains(promise), "{}", receipt.words());
    assert_eq!(test.count("SELECT count(*) FROM cases"), 11);
    assert_eq!(mailed(), 10, "the mailbox is not flooded");
    assert!(test.browser().open(&reference, &code).words().contains(&reference));
    // somebody else's mailbox, and the next day
    test.browser().ask_for_access("Bo", "bo@people.example");
    test.clock.advance(Duration::days(1));
    test.browser().ask_for_access("Ada Byron", "ada@people.example");
    assert_eq!(mailed(), 12);
}

#[test]
fn a_submission_is_one_commit_of_the_main_database() {
    let test = TestApp::start();
    let browser = test.browser();
    // the first takes a batch of keys
    browser.ask_for_access("Bo", "bo@people.example");
    let check = browser.fill_in(&["access"], "Ada Byron", "ada@people.example");
    let database = test.folder.path().join("data/indsigt.db");
    let before = wal::commits(&database);
    let sent = browser.post(&check.form("/ask/check").with("go", "send"));
    assert_eq!(sent.to(), "/o/shop/receipt");
    assert_eq!(wal::commits(&database) - before, 1);
}

#[test]
fn what_was_sent_cannot_be_tried_out_from_its_hash() {
    let hash_of = |test: &TestApp| {
        test.browser().ask_for_access("Ada Byron", "ada@people.example");
        test.text("SELECT hex(submission_hash) AS text FROM cases")
    };
    let (one, other) = (hash_of(&TestApp::start()), hash_of(&TestApp::start()));
    assert_eq!((one.len(), other.len()), (64, 64));
    assert_ne!(one, other, "the same answers in two houses: the hash needs the secret of the house");
}

#[test]
fn a_form_that_is_cut_leaves_no_file_behind() {
    let test = TestApp::start();
    let part =
        |head: &str, body: &str| format!("--X\r\nContent-Disposition: form-data; {head}\r\n\r\n{body}\r\n");
    let file = part("name=\"file\"; filename=\"a.txt\"", &"my letter ".repeat(50_000));
    let host = test.base.trim_start_matches("http://").to_owned();
    // in the file, after it, and whole without a draft it belongs to
    let whole = format!("{file}{}--X--\r\n", part("name=\"go\"", "send"));
    for (sent, status) in [(file.len() / 2, 422), (file.len() + 40, 422), (whole.len(), 303)] {
        let head = format!(
            "POST /o/shop/ask/check HTTP/1.1\r\nHost: {host}\r\nOrigin: {}\r\nConnection: close\r\n\
             Content-Type: multipart/form-data; boundary=X\r\nContent-Length: {}\r\n\r\n",
            test.base,
            whole.len()
        );
        let mut stream = http::connect(host.parse().unwrap()).unwrap();
        stream.write_all(head.as_bytes()).unwrap();
        stream.write_all(&whole.as_bytes()[..sent]).unwrap();
        if sent < whole.len() {
            stream.shutdown(std::net::Shutdown::Write).unwrap();
        }
        // a line that was cut is answered or not; afterwards the server is done with it either way
        if let Ok(answer) = http::read(&mut stream, false) {
            assert_eq!(answer.status, status, "{sent} bytes");
        }
        // the thread that held the file may be a moment behind the answer
        until("no file is left", || test.files().is_empty().then_some(()));
    }
}

/// Says that a file was last written at this instant of the test's clock.
fn written_at(path: &Path, at: chrono::DateTime<chrono::Utc>) {
    let file = std::fs::File::options().write(true).open(path).unwrap();
    file.set_modified(SystemTime::from(at)).unwrap();
}

#[test]
fn the_sweep_removes_a_file_no_row_names_after_a_day_and_nothing_else() {
    let test = TestApp::start();
    let browser = test.browser();
    let check = browser.fill_in(&["access"], "Ada Byron", "ada@people.example");
    browser.submit(&check.form("/ask/check").with("go", "send").file("letter.txt", b"my letter"));
    let named = test.files();
    assert_eq!(named.len(), 1);
    // a process that ended between the file and its row
    let begun = intake::begin(&test.app).unwrap();
    let mut writing = test.app.store.files.create(&begun.key).unwrap();
    writing.write_all(b"nobody's letter").unwrap();
    std::mem::forget(writing.finish().unwrap());
    // something an administrator put there
    let foreign = test.folder.path().join("data/files").join("README");
    std::fs::write(&foreign, "ours").unwrap();
    for path in test.files().iter().chain([&foreign]) {
        written_at(path, test.clock.now());
    }
    test.clock.advance(Duration::hours(23));
    test.sweep();
    assert_eq!(test.files().len(), 2, "it may still get its row");
    test.clock.advance(Duration::hours(2));
    test.hold();
    test.sweep();
    assert_eq!(test.files().len(), 2, "after a restore nothing is removed");
    test.release();
    test.sweep();
    assert_eq!(test.files(), named);
    assert!(foreign.exists());
}
