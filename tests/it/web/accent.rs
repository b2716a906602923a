//! The one colour of an organisation's pages: one rule at the end of the stylesheet, nothing in a page.

use crate::support_web::TestApp;
use scraper::{Html, Selector};

/// Where the stylesheet of a page is.
fn stylesheet(page: &str) -> String {
    let page = Html::parse_document(page);
    let link = page.select(&Selector::parse("link[rel=stylesheet]").unwrap()).next().unwrap();
    link.attr("href").unwrap().to_owned()
}

#[test]
fn an_organisation_s_colour_is_the_last_rule_of_its_stylesheet() {
    let test = TestApp::with("accent = \"#A01234\"");
    let browser = test.browser();
    let page = browser.get("/o/shop").text();
    let address = stylesheet(&page);
    assert!(address.ends_with("&accent=a01234"), "{address}");
    assert!(!page.contains("style="), "the policy allows no style in a page");
    let (with, plain) = (browser.get(&address), browser.get("/assets/indsigt.css"));
    assert_eq!((with.status, plain.status), (200, 200));
    assert_eq!(with.headers["content-type"], "text/css; charset=utf-8");
    assert_ne!(with.headers["etag"], plain.headers["etag"]);
    let (with, plain) = (with.text(), plain.text());
    assert_eq!(with.strip_prefix(&plain).unwrap().trim(), ":root{--accent:#a01234}");
    // buttons and links are made of it, within bounds that keep their contrast
    assert!(plain.contains("--fill: light-dark(oklch(from var(--accent) min(l, .48)"));
}

#[test]
fn nobody_else_s_colour_gets_into_the_stylesheet() {
    let test = TestApp::with("accent = \"#a01234\"");
    let browser = test.browser();
    let plain = browser.get("/assets/indsigt.css").text();
    for asked in ["ffffff", "", "a01234}body{display:none", "%23a01234"] {
        assert_eq!(browser.get(&format!("/assets/indsigt.css?accent={asked}")).text(), plain, "{asked}");
    }
    let mark = browser.get("/assets/mark.svg").text();
    assert_eq!(browser.get("/assets/mark.svg?accent=a01234").text(), mark);
    assert!(!stylesheet(&TestApp::start().browser().get("/o/shop").text()).contains("accent"));
}
