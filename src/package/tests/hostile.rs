//! Values that try to become markup, script or another file. None may be more than text.

use super::*;
use scraper::{Html, Selector};

const CORPUS: [&str; 16] = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "\"><iframe src=javascript:alert(1)>",
    "' onmouseover='alert(1)",
    "\" style=\"background:url(https://evil.example/x)\"",
    "</style><style>@import 'https://evil.example/x.css';</style>",
    "</title><base href=https://evil.example/>",
    "<!-- --><math><mtext></p><a href=javascript:alert(1)>x",
    "<meta http-equiv=refresh content='0;url=https://evil.example'>",
    "{{ 7*7 }}{% for x in range(9) %}boom{% endfor %}",
    "javascript:alert(1)",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "\u{2028}alert(1)\u{2029}//\u{0}<!\u{feff}",
    "=HYPERLINK(\"https://evil.example\")",
];

/// Everything a text can be, set to the payload.
fn poisoned(payload: &str) -> (PackageOrder, Found) {
    let mut found = Found::in_source(payload)
        .table(
            "Customer",
            "b",
            &[(payload, true), ("Plain", false)],
            &[fields(&[(payload, payload.into()), ("Plain", json!([payload, {payload: payload}]))])],
        )
        .table("Many", "b", &[("a", true)], &[json!({"a": payload}), json!({"a": payload})])
        .document("f-1", payload, "text/plain", payload.as_bytes());
    found.finding.labels = texts(payload);
    found.finding.searched_where = format!("in {payload}");
    found.finding.searched = vec![(payload.to_owned(), payload.to_owned())];
    for part in &mut found.finding.parts {
        part.labels = texts(payload);
        (part.activity, part.category) = (payload.to_owned(), payload.to_owned());
        part.columns.iter_mut().for_each(|column| column.labels = texts(payload));
    }
    let mut order = order(PackageKind::Access);
    order.case_reference = payload.to_owned();
    order.controller = Controller {
        name: payload.to_owned(),
        number: Some(payload.to_owned()),
        privacy_notice: Some(payload.to_owned()),
        ..Controller::default()
    };
    order.authority = Some(Authority { name: payload.to_owned(), ..Authority::default() });
    let statement = || vec![Statement { activity: None, text: texts(payload) }];
    order.article_15 = Some(Article15 {
        purposes: statement(),
        recipients: vec![Recipient {
            name: payload.to_owned(),
            category: texts(payload),
            country: Some(payload.to_owned()),
            does: texts(payload),
            country_name: texts(payload),
        }],
        safeguards: statement(),
        ..Article15::default()
    });
    order.withheld = vec![Withheld {
        what: payload.to_owned(),
        article: payload.to_owned(),
        why: payload.to_owned(),
        ..withhold(Scope::Column {
            source: payload.to_owned(),
            table: "Customer".to_owned(),
            column: "Plain".to_owned(),
        })
    }];
    (order, found)
}

#[test]
fn no_value_becomes_markup_in_any_file() {
    let tags = |page: &str| -> Vec<String> {
        Html::parse_document(page)
            .select(&Selector::parse("*").unwrap())
            .map(|e| {
                let attributes: Vec<&str> = e.value().attrs().map(|(name, _)| name).collect();
                format!("{} {}", e.value().name(), attributes.join(" "))
            })
            .collect()
    };
    let (order, found) = poisoned("harmless");
    let harmless = tags(&unpacked(&order, &[found]).1["README.en.html"]);
    for payload in CORPUS {
        let (order, found) = poisoned(payload);
        let (_, files) = unpacked(&order, &[found]);
        for (path, text) in files.iter().filter(|(path, _)| path.ends_with(".json")) {
            assert!(!text.contains(['<', '>', '&', '\u{2028}', '\u{2029}']), "{path}: {text}");
        }
        let page = &files["README.en.html"];
        assert_eq!(tags(page), harmless, "the page has the same elements and attributes with {payload}");
        assert!(!page.contains("49boom") && !page.contains("<script"), "{payload}");
        for path in files.keys() {
            assert!(path.chars().all(|c| c.is_ascii_alphanumeric() || "/-_.".contains(c)), "{path}");
            assert!(!path.contains("..") && !path.starts_with('/'), "{path}");
        }
    }
}

#[test]
fn the_page_loads_and_runs_nothing_and_its_policy_names_only_its_own_style() {
    let (_, files) = unpacked(&order(PackageKind::Access), &[shop()]);
    let page = Html::parse_document(&files["README.en.html"]);
    for forbidden in ["script", "link", "img", "iframe", "object", "form", "base", "[style]", "[src]", "svg"]
    {
        assert_eq!(page.select(&Selector::parse(forbidden).unwrap()).count(), 0, "{forbidden}");
    }
    for link in page.select(&Selector::parse("a").unwrap()) {
        let href = link.attr("href").unwrap();
        assert!(href.starts_with('#') || files.contains_key(href), "{href}");
    }
    for anchor in page.select(&Selector::parse("a[href^='#']").unwrap()) {
        let id = anchor.attr("href").unwrap();
        assert_eq!(page.select(&Selector::parse(id).unwrap()).count(), 1, "{id}");
    }
    let style: String = page.select(&Selector::parse("style").unwrap()).flat_map(|s| s.text()).collect();
    assert!(!style.contains("url(") && !style.contains("@import"));
    let hash = {
        use base64::Engine;
        use sha2::Digest;
        base64::engine::general_purpose::STANDARD.encode(sha2::Sha256::digest(&style))
    };
    let policy = page
        .select(&Selector::parse("meta[http-equiv='Content-Security-Policy']").unwrap())
        .next()
        .and_then(|meta| meta.attr("content"));
    assert_eq!(
        policy,
        Some(
            format!("default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'")
                .as_str()
        )
    );
}

#[test]
fn letters_of_every_kind_arrive_as_they_were() {
    let text = "æøå ÆØÅ äöÄÖ ñ ẞ 🦉👩‍👩‍👧 \u{202e}txt.exe\u{202c} שלום مرحبا a\u{200b}b\u{200d}c e\u{301} 你好 \t\r\n\\ \" \u{7f} \u{0}";
    let found =
        Found::in_source("shop").table("T", "b", &[("a", true), ("ø", true)], &[json!({"a": text, "ø": ""})]);
    let (_, files) = unpacked(&order(PackageKind::Access), &[found]);
    let raw = &files["data/sales/t/part-0001.json"];
    assert_eq!(parsed(&files, "data/sales/t/part-0001.json")["records"][0]["a"], text);
    assert!(raw.contains("æøå") && raw.contains("🦉"), "UTF-8, not escapes or Latin-1");
    let page = Html::parse_document(&files["README.en.html"]);
    let shown = page.select(&Selector::parse("dd").unwrap()).next().unwrap();
    assert_eq!(shown.attr("dir"), Some("auto"), "a right-to-left value turns nothing but itself");
    assert!(shown.text().collect::<String>().contains("👩‍👩‍👧 \u{202e}txt.exe"));
}
