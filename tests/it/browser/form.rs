//! The public form for everybody: without scripts, on a narrow screen, with the back button, and
//! without a word to any other host.

use super::driver::Browser;
use super::person::{HOME, Person};
use crate::support::Databases;
use crate::support::house::House;

const PAGES: [&str; 8] =
    ["", "/ask/rights", "/ask/about", "/ask/contact", "/ask/who", "/ask/check", "/find", "/lost-code"];

/// Fills in the draft up to the last page.
fn to_the_check(browser: &Browser, house: &House) {
    browser.goto(&format!("{}{HOME}/ask/rights", house.address));
    browser.tick("input[name=right][value=access]");
    browser.tick("input[name=right][value=rectification]");
    browser.press(".actions .button");
    browser.write("#rectify_wrong", "Namnet");
    browser.write("#rectify_right", "Nora med ett r");
    browser.press(".actions .button");
    browser.write("#name", "Nora Exempel");
    browser.write("#email", "nora@ingenstans.example");
    browser.press(".actions .button");
    browser.tick("input[name=who][value=self]");
    browser.press(".actions .button");
    assert!(browser.address().ends_with("/ask/check"), "{}", browser.text("main"));
}

#[test]
fn the_form_can_be_sent_without_scripts() {
    let Some(browser) = Browser::without_scripts("sv") else { return };
    browser
        .goto("data:text/html,<p id=x>off</p><script>document.getElementById('x').textContent='on'</script>");
    assert_eq!(browser.text("#x"), "off", "scripts are off in this browser");
    let databases = Databases::sqlite();
    let house = House::on(&databases);
    let person = Person::asks(&browser, &house, &["access"], ("Nora Ingenstans", "nora@ingenstans.example"));
    person.confirms();
}

#[test]
fn no_page_asks_another_host_and_none_scrolls_sideways_on_a_narrow_screen() {
    let Some(browser) = Browser::open("sv") else { return };
    let databases = Databases::sqlite();
    let house = House::on(&databases);
    to_the_check(&browser, &house);
    for page in PAGES {
        let name = page.trim_start_matches('/').replace('/', "-");
        browser.width(320);
        browser.goto(&format!("{}{HOME}{page}", house.address));
        assert!(browser.address().ends_with(page), "{page}: {}", browser.address());
        let sizes = browser.script(
            "const d = document.documentElement; return [d.scrollWidth, d.clientWidth, window.innerWidth]",
        );
        let [scroll, client, window] = [0, 1, 2].map(|n| sizes[n].as_u64().unwrap());
        assert_eq!(window, 320, "the page is as narrow as asked for");
        assert!(scroll <= client, "{page} scrolls sideways: {scroll} in {client}");
        browser.width(375);
        browser.picture(&format!("phone-{name}"));

        let loaded = browser.script("return performance.getEntriesByType('resource').map(r => r.name)");
        let loaded = loaded.as_array().unwrap();
        assert!(!loaded.is_empty(), "the stylesheet at least is loaded");
        let ours = format!("{}/", house.address);
        assert!(loaded.iter().all(|url| url.as_str().unwrap().starts_with(&ours)), "{page}: {loaded:?}");
        for (element, attribute) in
            [("[src]", "src"), ("link[href]", "href"), ("form[action]", "action"), ("object", "data")]
        {
            let leads = browser.attributes(element, attribute);
            assert!(leads.iter().all(|l| l.starts_with('/') && !l.starts_with("//")), "{page}: {leads:?}");
        }
    }
    browser.width(1280);
    browser.dark(true);
    browser.goto(&format!("{}{HOME}", house.address));
    browser.picture("dark-start");
}

#[test]
fn going_back_loses_nothing() {
    let Some(browser) = Browser::open("sv") else { return };
    let databases = Databases::sqlite();
    let house = House::on(&databases);
    to_the_check(&browser, &house);
    browser.back();
    assert!(browser.is_ticked("input[name=who][value=self]"), "{}", browser.address());
    browser.back();
    assert_eq!(browser.value("#name"), "Nora Exempel");
    assert_eq!(browser.value("#email"), "nora@ingenstans.example");
    browser.back();
    assert_eq!(browser.value("#rectify_right"), "Nora med ett r");
    browser.back();
    assert!(browser.is_ticked("input[name=right][value=rectification]"));
    assert!(!browser.is_ticked("input[name=right][value=erasure]"));
    // the page's own way back keeps what was typed on it
    browser.goto(&format!("{}{HOME}/ask/contact", house.address));
    browser.write("#phone", "070-000 00 00");
    browser.press("button.back");
    assert_eq!(browser.value("#rectify_wrong"), "Namnet");
    browser.press(".actions .button");
    assert_eq!(browser.value("#phone"), "070-000 00 00");
    // and an error keeps it too
    browser.write("#email", "nora");
    browser.press(".actions .button");
    assert!(browser.has(".error-summary"));
    browser.picture("public-19-error");
    assert_eq!(browser.value("#email"), "nora");
    assert_eq!(browser.value("#phone"), "070-000 00 00");
}
