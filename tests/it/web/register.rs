//! The register at the desk: written by officers, read by auditors, given to the authority.

use super::browser::{Browser, Page};
use super::case_steps::staffed;
use crate::support::on_both;
use indsigt::domain::access::{Actor, Role};
use indsigt::domain::language::Lang;
use indsigt::services::register::{self, article30, file};
use scraper::{Html, Selector};

/// What a browser would send of the first form to this address, as the page stands.
fn form(page: &Page, action: &str) -> Vec<(String, String)> {
    let html = Html::parse_document(&page.html);
    let all = Selector::parse("input, textarea, select").unwrap();
    let form = Selector::parse(&format!("form[action='{action}']")).unwrap();
    let form = html.select(&form).next().unwrap_or_else(|| panic!("no form to {action}: {}", page.text()));
    let chosen = Selector::parse("option[selected]").unwrap();
    let value = |e: &scraper::ElementRef<'_>| match e.value().name() {
        "textarea" => Some(e.text().collect::<String>().trim_start_matches('\n').to_owned()),
        "select" => Some(e.select(&chosen).next().and_then(|o| o.attr("value")).unwrap_or("").to_owned()),
        _ if e.attr("type") == Some("checkbox") && e.attr("checked").is_none() => None,
        _ => Some(e.attr("value").unwrap_or_default().to_owned()),
    };
    form.select(&all).filter_map(|e| Some((e.attr("name")?.to_owned(), value(&e)?))).collect()
}

fn send(browser: &Browser<'_>, path: &str, fields: &[(String, String)], changed: &[(&str, &str)]) -> Page {
    let mut all: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    all.retain(|(name, _)| !changed.iter().any(|(other, _)| other == name));
    all.extend(changed);
    browser.post_raw(path, &all)
}

const SHOP: &str = "/desk/register/of/musik/activity/entry?code=shop";

#[test]
fn an_officer_writes_versions_on_screen_and_nothing_is_lost_when_somebody_was_faster() {
    on_both(|databases| {
        let (house, maja, _, karin) = staffed(databases);
        let browser = Browser::of(&house, &karin);
        assert_eq!(Browser::of(&house, &maja).get("/desk/register").status, 404, "not for caseworkers");
        let overview = browser.get("/desk/register");
        assert_eq!(overview.status, 200);
        assert!(overview.text().contains("musik, version 1"), "{}", overview.text());

        let page = browser.get(SHOP);
        let as_seen = form(&page, SHOP);
        let saved = send(&browser, SHOP, &as_seen, &[("purposes.en", "To sell music"), ("what", "Shorter")]);
        assert_eq!(saved.status, 303, "{}", saved.text());
        let newest = register::newest(&house.app, "musik").unwrap().unwrap();
        assert_eq!(newest.version, 2);
        let shop = newest.register.activity("shop").unwrap();
        assert_eq!(shop.purposes[&Lang::En], "To sell music");
        assert_eq!(shop.retention, ["customer", "books"], "what was not touched stays");
        let history = browser.get("/desk/register/of/musik/history").text();
        for said in ["version 2", "Karin", "Shorter", "To sell and deliver music → To sell music"] {
            assert!(history.contains(said), "{said}: {history}");
        }

        let late = send(&browser, SHOP, &as_seen, &[("purposes.en", "To sell records")]);
        assert_eq!(late.status, 409);
        assert!(late.text().contains("Somebody else saved a version"), "{}", late.text());
        assert!(late.text().contains("To sell and deliver music → To sell music"), "what changed is shown");
        let kept = form(&late, SHOP);
        assert!(kept.contains(&("purposes.en".to_owned(), "To sell records".to_owned())), "{kept:?}");
        assert_eq!(send(&browser, SHOP, &kept, &[]).status, 303);
        assert_eq!(register::newest(&house.app, "musik").unwrap().unwrap().version, 3);

        let wrong = send(&browser, SHOP, &form(&browser.get(SHOP), SHOP), &[("role", "")]);
        assert_eq!(wrong.status, 422);
        assert!(wrong.text().contains("Choose one"), "{}", wrong.text());
    });
}

#[test]
fn what_others_refer_to_is_not_removed_and_an_auditor_only_reads() {
    on_both(|databases| {
        let (house, _, _, karin) = staffed(databases);
        let auditor = house.colleague("anna@musik.example", "Anna", &[Role::Auditor], Lang::En);
        let browser = Browser::of(&house, &karin);
        let entry = "/desk/register/of/musik/recipient/entry?code=talraekken";
        let remove = "/desk/register/of/musik/recipient/remove?code=talraekken";
        let refused = browser.fill(entry, remove, &[]);
        assert_eq!(refused.status, 409);
        assert!(
            refused.text().contains("Activity “bookkeeping” refers to it: Recipients."),
            "{}",
            refused.text()
        );

        let new = "/desk/register/of/musik/product/entry";
        let product = form(&browser.get(new), new);
        let label = [("code", "radio"), ("label.da", "Radio"), ("label.sv", "Radio"), ("label.en", "Radio")];
        assert_eq!(send(&browser, new, &product, &label).status, 303);
        let entry = "/desk/register/of/musik/product/entry?code=radio";
        let gone = browser.fill(entry, "/desk/register/of/musik/product/remove?code=radio", &[]);
        assert_eq!(gone.status, 303, "{}", gone.text());
        let newest = register::newest(&house.app, "musik").unwrap().unwrap();
        assert!(newest.version == 3 && newest.register.product.is_empty());

        let reader = Browser::of(&house, &auditor);
        let page = reader.get(SHOP);
        assert!(page.status == 200 && page.count("form.panel button") == 0);
        assert_eq!(reader.post(&page, SHOP, &[("code", "shop")]).status, 404);
        assert_eq!(reader.get("/desk/register/new").status, 404);
        let (status, toml) = reader.fetch("/desk/register/of/musik/file");
        assert_eq!(status, 200);
        let toml = String::from_utf8(toml).unwrap();
        assert_eq!(file::read(&toml).unwrap().register, newest.register);

        let overview = browser.get("/desk/register");
        let shown = [("name", "musik")];
        let broken = browser.upload(&overview, "/desk/register/upload", &shown, ("r.toml", b"name = 3"));
        assert!(broken.status == 422 && broken.text().contains("Line 1:"), "{}", broken.text());
        let changed = toml.replace("To count visits", "To count visitors");
        let sent = browser.upload(&overview, "/desk/register/upload", &shown, ("r.toml", changed.as_bytes()));
        assert_eq!(sent.status, 303, "{}", sent.text());
        assert_eq!(register::newest(&house.app, "musik").unwrap().unwrap().version, 4);
        let stale = browser.upload(&overview, "/desk/register/upload", &shown, ("r.toml", toml.as_bytes()));
        assert_eq!(stale.status, 422, "the page showed an older version");
    });
}

#[test]
fn the_record_of_article_30_says_all_a_published_overview_says_and_fits_its_schema() {
    on_both(|databases| {
        let (house, _, _, karin) = staffed(databases);
        let text = std::fs::read_to_string("tests/data/register/overview.toml").unwrap();
        let register = file::read(&text).unwrap().register;
        register::keep(&house.app, &Actor::System, &register, 1, "overview").unwrap();
        let browser = Browser::of(&house, &karin);
        let (status, json) = browser.fetch("/desk/register/article-30.json?controller=musik");
        assert_eq!(status, 200);
        let record: serde_json::Value = serde_json::from_slice(&json).unwrap();
        let schema: serde_json::Value = serde_json::from_str(article30::SCHEMA).unwrap();
        let errors: Vec<String> = jsonschema::validator_for(&schema)
            .unwrap()
            .iter_errors(&record)
            .map(|error| error.to_string())
            .collect();
        assert_eq!(errors, [""; 0]);
        let page = browser.get("/desk/register/article-30?controller=musik");
        assert_eq!(page.status, 200);
        let said = page.text();
        for fact in [
            "Musikhuset A/S",
            "Navngiven ansvarlig",
            "markedsføring, statistik, opfyldelse af lovkrav",
            "Kunder og leverandører",
            "Geografisk placering",
            "SurveyMonkey",
            "MailChimp",
            "WPengine",
            "SKAT",
            "Banker",
            "Kreditbureauer",
            "Rykkerportal",
            "Intrum",
            "the United States: EU–US Privacy Shield (annulled on 16 July 2020) Not valid today",
            "5 år + løbende kalenderår efter regnskabsårets afslutning",
            "3 år efter afslutningen af forretningsforholdet",
            "5 år fra kundeforholdets ophør",
            "Firewall og viruskontrol",
            "Adgang kun for personer med sagligt behov",
            "What we do for others (Article 30(2))",
            "Eksempel Kommune",
            "Udsendelse og opgørelse af undersøgelser",
        ] {
            assert!(said.replace('\u{a0}', " ").contains(fact), "{fact}: {said}");
        }
        let limits = record["as_controller"][0]["time_limits"].as_array().unwrap();
        assert!(limits[0].as_str().unwrap().starts_with("5 år + løbende"), "what wins stands first");
        assert_eq!(browser.get("/desk/register/article-30?controller=nobody").status, 404);
    });
}
