//! What people and sources say, said in a browser: words that try to become markup or script are
//! read by colleagues, by the person, and in the package on the person's own disk, and stay words.

use super::driver::Browser;
use super::package::unpack;
use super::person::Person;
use super::staff::Desk;
use crate::support::Databases;
use crate::support::house::House;
use indsigt::domain::access::Role;
use indsigt::domain::language::Lang;
use std::io::{Cursor, Read};

const LUIS: &str = "luisg@embraer.com.br";
const NAME: &str = "Luís <img src=x onerror=sessionStorage.ran=1>";

/// Each would leave a trace in the browser's storage, or ask for what the policy forbids.
const CORPUS: [&str; 12] = [
    "<script>sessionStorage.ran=1</script>",
    "</script><script>sessionStorage.ran=1</script>",
    "</textarea><img src=x onerror=sessionStorage.ran=1>",
    "<svg/onload=sessionStorage.ran=1>",
    "\"><iframe src=javascript:parent.sessionStorage.ran=1></iframe>",
    "' autofocus onfocus='sessionStorage.ran=1",
    "\" style=\"background:url(//127.0.0.1:1/x)\"",
    "</style><style>@import '//127.0.0.1:1/x.css';</style>",
    "</title><base href=//127.0.0.1:1/>",
    "<math><mtext></p><a href=javascript:sessionStorage.ran=1>x</a>",
    "<meta http-equiv=refresh content='0;url=//127.0.0.1:1'>",
    "{{ 7*7 }}<details open ontoggle=sessionStorage.ran=1>",
];

/// Writes down on every page what its policy refused.
const WATCH: &str = "addEventListener('securitypolicyviolation', e => {
    sessionStorage.refused = (sessionStorage.refused || '') + e.violatedDirective + ' ' + location.href + '\\n'
})";

/// What ran and what was refused in this browser since it watches, on pages of the same origin.
fn traces(browser: &Browser) -> String {
    let both = browser.script("return [sessionStorage.ran || '', sessionStorage.refused || ''].join('')");
    both.as_str().unwrap().to_owned()
}

#[test]
fn what_people_and_sources_say_runs_nothing_in_any_browser_and_no_page_strains_its_policy() {
    let (Some(mine), Some(desk), Some(other)) =
        (Browser::open("sv"), Browser::open("da"), Browser::open("en"))
    else {
        return;
    };
    for browser in [&mine, &desk, &other] {
        browser.on_every_page(WATCH);
    }
    let databases = Databases::sqlite();
    let house = House::on(&databases);
    let corpus = CORPUS.join(" ");
    let shop = rusqlite::Connection::open(databases.folder().join("chinook.sqlite")).unwrap();
    let change = "UPDATE Customer SET Company = ?1, Address = ?2, LastName = ?3 WHERE CustomerId = 1";
    assert_eq!(shop.execute(change, [corpus.as_str(), CORPUS[3], CORPUS[2]]).unwrap(), 1);
    let maja =
        house.colleague("maja@musik.example", &format!("Maja {}", CORPUS[0]), &[Role::Caseworker], Lang::Da);
    let jonas = house.colleague("jonas@musik.example", "Jonas Lind", &[Role::Approver], Lang::En);

    let person = Person::asks(&mine, &house, &["access"], (NAME, LUIS));
    person.confirms();
    let caseworker = Desk::of(&desk, &house, &maja);
    let case = caseworker.claims();
    let found = caseworker.looks_up(&case);
    assert!(found.contains("onerror=sessionStorage.ran=1"), "it is shown as it is: {found}");
    caseworker.sends_code();
    person.proves();
    person.writes(&corpus);
    let read = caseworker.reads_letters(&case);
    assert!(read.contains("ontoggle=sessionStorage.ran=1"), "the message is on the page: {read}");
    caseworker.collects(&case);
    caseworker.answers(&case, "access", "fulfilled", &corpus);
    Desk::of(&other, &house, &jonas).approves(&case, "access");
    caseworker.sends(&case, "access");
    let bytes = person.fetches(&house.link(LUIS, "/answer/"), "public-20-answer-hostile");
    person.sees_case("public-21-case-hostile");

    let package = unpack(&bytes);
    assert_eq!(package.values("customer", "company"), [corpus.as_str()], "nothing is changed in the data");
    let page = package.manifest.files.iter().find(|file| file.path.ends_with(".html")).unwrap();
    let mut html = Vec::new();
    let mut archive = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
    archive.by_name(&page.path).unwrap().read_to_end(&mut html).unwrap();
    for browser in [&mine, &desk, &other] {
        assert_eq!(traces(browser), "", "{}", browser.address());
        sees_what_it_watches_for(browser);
    }
    let saved = databases.folder().join(&page.path);
    std::fs::write(&saved, &html).unwrap();
    mine.goto(&format!("file://{}", saved.display()));
    assert!(mine.text("body").contains("ontoggle=sessionStorage.ran=1"), "{}", mine.text("body"));
    assert_eq!(traces(&mine), "", "the page on the person's own disk");
    sees_what_it_watches_for(&mine);
}

/// Puts markup that runs into the page and waits until the watch has written it down.
fn sees_what_it_watches_for(browser: &Browser) {
    browser
        .script("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=sessionStorage.ran=1>')");
    browser.waits("return /img-src|script-src/.test(sessionStorage.refused || '')");
}
