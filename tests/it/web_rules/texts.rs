//! What people write comes back to staff as they wrote it, and never as a part of our page (T16:
//! stored script; bad input: zero-width and right-to-left characters).

use super::place::{Place, ROLES};
use crate::crash::asking::ask_as;
use crate::support::{Databases, on_both};
use scraper::{Html, Selector};

const TEXTS: &[(&str, &str)] = &[
    ("zero width", "A\u{200b}da\u{200c}\u{200d}\u{feff} N\u{2060}ilsson"),
    ("right to left", "\u{202e}nossliN adA\u{202c} \u{2067}שלום\u{2069} مرحبا"),
    (
        "combining and beyond the first plane",
        "Z\u{335}\u{321}a\u{308}lgo 👩\u{200d}👩\u{200d}👧 𝒜𝒹𝒶 \u{1f1e9}\u{1f1f0}",
    ),
    ("markup", "</textarea></title><script>alert(1)</script><img src=x onerror=alert(1)>\"'`&lt;&amp;"),
    ("a template", "{{ 12345*54321 }} {% include '/etc/passwd' %} ${12345*54321} <%= 12345*54321 %>"),
    ("a formula", "=HYPERLINK(\"https://evil.example\",\"x\")"),
    ("an address", "javascript:alert(1) https://evil.example/?a=1&b=2"),
    ("one letter", "Å"),
    (
        "two hundred letters",
        "ååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååå",
    ),
];

fn all_text(page: &Html) -> String {
    page.root_element().text().collect()
}

#[test]
fn odd_text_stands_on_the_case_page_as_it_was_written_and_is_never_part_of_the_page() {
    on_both(|databases: &Databases| {
        let place = Place::on(databases);
        let session = place.session(ROLES);
        let plain = page_of(&place, &session, "Ada", "Nothing odd");
        let tags = count(&Html::parse_document(&plain), "script, img, iframe, object, embed, style");
        for (number, (what, text)) in TEXTS.iter().enumerate() {
            let name = format!("{text}{number}");
            let shown = page_of(&place, &session, &name, text);
            let page = Html::parse_document(&shown);
            let words = all_text(&page);
            assert!(words.contains(&name), "{what}: the name is not on the page as it was typed");
            assert!(
                words.matches(text).count() > words.matches(&name).count(),
                "{what}: the words are not on the page"
            );
            assert!(!shown.contains("<script"), "{what}");
            assert_eq!(count(&page, "script, img, iframe, object, embed, style"), tags, "{what}");
            let links = Selector::parse("a[href], form[action]").unwrap();
            let leads_out = |e: scraper::ElementRef<'_>| {
                let to = e.attr("href").or(e.attr("action")).unwrap_or_default().to_owned();
                to.contains("evil.example") || to.starts_with("javascript:")
            };
            assert!(!page.select(&links).any(leads_out), "{what}: a link was made of what somebody wrote");
            assert!(!words.contains("670592745"), "{what}: something was computed");
        }
    });
}

fn count(page: &Html, selector: &str) -> usize {
    page.select(&Selector::parse(selector).unwrap()).count()
}

/// The case page of somebody with this name and these words.
fn page_of(place: &Place<'_>, session: &str, name: &str, about: &str) -> String {
    let case = ask_as(&place.house.app, "odd@people.example", name, about);
    let path = format!("/desk/cases/{}", case.case_id);
    // mailboxes are not flooded with receipts: the day's count begins anew
    place.databases.sql("DELETE FROM counters").unwrap();
    let answer = place.send(place.request("GET", &path, Some(session)));
    assert_eq!(answer.status, 200, "{}", answer.text());
    answer.text()
}
