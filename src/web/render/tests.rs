//! Every page in every language, rendered strictly from samples and held to the rules of the house.

use super::*;
use crate::web::view::sample;
use scraper::{Html, Selector};
use std::collections::BTreeSet;

fn select<'a>(page: &'a Html, selector: &str) -> Vec<scraper::ElementRef<'a>> {
    page.select(&Selector::parse(selector).unwrap()).collect()
}

/// Every sample in every language, with the page's text.
fn rendered() -> Vec<(String, Lang, String)> {
    let pages = Pages::load().unwrap();
    let mut all = Vec::new();
    let mut broken = BTreeSet::new();
    for sample in sample::all() {
        for lang in Lang::ALL {
            match pages.render(sample.template, *lang, &sample.model) {
                Ok(html) => all.push((format!("{}.{lang}", sample.name), *lang, html)),
                Err(problem) => drop(broken.insert(format!("{}: {problem}", sample.name))),
            }
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
    all
}

#[test]
fn every_page_has_a_sample_so_that_none_is_left_out_of_the_rules() {
    let shown: BTreeSet<_> = sample::all().iter().map(|sample| sample.template).collect();
    let mut pages = 0;
    for folder in ["desk", "public"] {
        for file in std::fs::read_dir(format!("src/web/pages/{folder}")).unwrap() {
            let name = format!("{folder}/{}", file.unwrap().file_name().to_string_lossy());
            let text = std::fs::read_to_string(format!("src/web/pages/{name}")).unwrap();
            // what extends nothing is a part of pages, and what others extend is a frame of them
            let is_page = text.contains("{% extends") && !text.contains("{% block step %}{% endblock %}");
            assert!(!is_page || shown.contains(&*name), "{name} has no sample");
            pages += usize::from(is_page);
        }
    }
    assert!(pages > 50, "{pages}");
}

#[test]
fn every_page_renders_in_every_language_and_keeps_the_rules() {
    let mut broken = Vec::new();
    for (name, lang, html) in rendered() {
        let page = Html::parse_document(&html);
        broken.extend(complaints(&page, lang, &html).into_iter().map(|c| format!("{name}: {c}")));
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

fn complaints(page: &Html, lang: Lang, html: &str) -> Vec<String> {
    let mut found = Vec::new();
    let root = select(page, "html");
    if root[0].attr("lang") != Some(lang.code()) {
        found.push("the language is not set".to_owned());
    }
    if select(page, "title").first().is_none_or(|t| t.text().collect::<String>().trim().starts_with('–')) {
        found.push("the title is empty".to_owned());
    }
    let headings = select(page, "h1");
    if headings.len() != 1 || headings[0].text().collect::<String>().trim().is_empty() {
        found.push(format!("{} headings of the first kind", headings.len()));
    }
    let mut ids = BTreeSet::new();
    for element in select(page, "[id]") {
        let id = element.attr("id").unwrap_or_default();
        if id.is_empty() || id.contains(char::is_whitespace) || !ids.insert(id.to_owned()) {
            found.push(format!("the id {id:?} is not alone"));
        }
    }
    for selector in ["[aria-labelledby]", "[aria-describedby]", "label[for]", "a[href^='#']", "use[href]"] {
        for element in select(page, selector) {
            for attribute in ["aria-labelledby", "aria-describedby", "for", "href"] {
                for id in element.attr(attribute).unwrap_or_default().split_whitespace() {
                    let id = id.trim_start_matches('#');
                    if !id.contains('/') && !id.contains(':') && !ids.contains(id) {
                        found.push(format!("{attribute} points to {id}, which is not there"));
                    }
                }
            }
        }
    }
    for control in select(page, "input:not([type=hidden]), select, textarea") {
        let id = control.attr("id").unwrap_or_default();
        let wrapped =
            control.ancestors().any(|a| a.value().as_element().is_some_and(|e| e.name() == "label"));
        let labelled = !id.is_empty() && !select(page, &format!("label[for='{id}']")).is_empty();
        if !wrapped && !labelled && control.attr("aria-label").is_none() {
            found.push(format!("{} has no label", control.html()));
        }
    }
    for element in select(page, "*") {
        let refused = |name: &str| name == "style" || name.starts_with("on");
        if let Some((name, _)) = element.value().attrs().find(|(name, _)| refused(name)) {
            found.push(format!("{} carries {name}", element.value().name()));
        }
        if ["script", "style", "iframe", "img"].contains(&element.value().name()) {
            found.push(format!("there is a {}", element.value().name()));
        }
    }
    for button in select(page, "button, a, summary, h2, h3, legend, label, th") {
        let words: String = button.text().collect();
        let named = button.attr("aria-label").is_some() || button.attr("aria-hidden").is_some();
        if words.trim().is_empty() && !named {
            found.push(format!("without words: {}", button.html().chars().take(120).collect::<String>()));
        }
    }
    for form in select(page, "form[method=post]") {
        let tokens = form.select(&Selector::parse("input[name=csrf]").unwrap()).count();
        // the link in a newsletter is pressed by mail programs too: what it does is sealed in its address
        let carries_none = form.attr("action").is_some_and(|action| action.contains("/stop/"));
        if tokens != usize::from(!carries_none) {
            found.push(format!("{tokens} tokens in the form to {:?}", form.attr("action")));
        }
    }
    if html.contains("data:") || html.contains("javascript:") {
        found.push("a data or script address".to_owned());
    }
    found
}

#[test]
fn what_a_person_wrote_is_escaped_and_never_a_template() {
    let pages = Pages::load().unwrap();
    let evil = "<script>alert(1)</script>{{ 7*7 }}\" onload=\"x";
    let model = crate::web::view::public::case::LostCode {
        shell: crate::web::view::shell::Shell {
            brand: evil.into(),
            home: "/o/x".into(),
            languages: vec![],
            organisation: None,
            demo: false,
        },
        csrf: String::new(),
        reference: evil.into(),
        errors: vec![],
        sent: false,
    };
    let html = pages.show(Lang::En, &model).unwrap();
    assert!(!html.contains("<script") && !html.contains("\" onload") && !html.contains("49"), "{html}");
}

#[test]
fn a_missing_name_or_text_is_an_error_not_an_empty_place() {
    let mut env = environment(Lang::Da).unwrap();
    env.add_template("gap.html", "{{ nobody }}").unwrap();
    env.add_template("word.html", "{{ t('no-such-text') }}").unwrap();
    assert!(env.get_template("gap.html").unwrap().render(()).is_err());
    assert!(env.get_template("word.html").unwrap().render(()).is_err());
}

#[test]
fn a_sentence_says_its_slots_in_the_reader_s_language() {
    use crate::web::view::{Said, Slot};
    let mut env = environment(Lang::Da).unwrap();
    env.add_template("say.html", "{{ say(said) }}").unwrap();
    let said = Said::new("clock-step-roll_sunday")
        .with("day", Slot::Day("2026-12-06".parse().unwrap()))
        .with("date", Slot::On("2026-12-07".parse().unwrap()));
    let text =
        env.get_template("say.html").unwrap().render(minijinja::context! { said => Serde(said) }).unwrap();
    assert_eq!(
        text.replace('\u{a0}', " "),
        "Den 6. december 2026 er en søndag, så fristen rykker til mandag den 7. december 2026"
    );
}

#[test]
fn assets_have_a_type_and_a_fingerprint_and_nothing_else_is_served() {
    let css = asset("indsigt.css").unwrap();
    assert_eq!((css.media_type, css.etag.len()), ("text/css; charset=utf-8", 12));
    assert!(asset("../render.rs").is_none() && asset("nothing.css").is_none());
}

#[test]
fn a_queue_of_two_hundred_rows_has_fuel_to_spare() {
    let pages = Pages::load().unwrap();
    let html = pages.show(Lang::Sv, &sample::desk::long_queue(200)).unwrap();
    assert_eq!(html.matches("class=\"who\"").count(), 200);
}

/// Writes every rendered page to the folder named by `INDSIGT_PAGES_OUT`, to be looked at.
#[test]
fn every_page_can_be_looked_at() {
    let Some(folder) = std::env::var_os("INDSIGT_PAGES_OUT").map(std::path::PathBuf::from) else { return };
    std::fs::create_dir_all(folder.join("assets")).unwrap();
    for name in ["indsigt.css", "mark.svg"] {
        std::fs::write(folder.join("assets").join(name), asset(name).unwrap().bytes).unwrap();
    }
    for (name, _, html) in rendered() {
        let html = html.replace("\"/assets/", "\"assets/");
        std::fs::write(folder.join(format!("{name}.html")), html).unwrap();
    }
}
