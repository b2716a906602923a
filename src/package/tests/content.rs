//! What is in a package, and what is not.

use super::*;
use crate::domain::finding;
use crate::package::manifest::WithheldEntry;

#[test]
fn access_holds_every_record_of_the_person_and_says_where_it_came_from() {
    let (summary, files) = unpacked(&order(PackageKind::Access), &[shop()]);
    assert_eq!(
        files.keys().map(String::as_str).collect::<Vec<_>>(),
        [
            "README.en.html",
            "data/sales/customer/part-0001.json",
            "data/sales/invoice/part-0001.json",
            "data/sales/score/part-0001.json",
            "manifest.json"
        ]
    );
    assert_eq!((summary.records, summary.documents), (9, 0));
    let customer = parsed(&files, "data/sales/customer/part-0001.json");
    assert_eq!(
        customer["records"],
        json!([{"FirstName": "Luís", "Email": "luisg@embraer.com.br", "SupportRepId": 3}])
    );
    assert_eq!(
        customer["columns"][2],
        json!({"name": "SupportRepId", "provided": false,
        "labels": {"en": "Label SupportRepId", "sv": "Label SupportRepId (sv)"}})
    );
    let manifest = parsed(&files, "manifest.json");
    assert_eq!(manifest["searched"][0]["map_sha256"], "ab".repeat(32));
    assert_eq!(manifest["searched"][0]["query_id"], "task-1");
    assert_eq!(manifest["searched"][0]["tables"][1]["records"], 7);
    assert_eq!(manifest["created_at"], "2026-12-03T22:30:41Z");
    assert_eq!(manifest["files"][1]["provided_by_subject"], false);
}

#[test]
fn what_the_configuration_does_not_know_is_null_and_said_to_be_unrecorded() {
    let (_, files) = unpacked(&order(PackageKind::Access), &[shop()]);
    let article = &parsed(&files, "manifest.json")["article_15"];
    assert_eq!(article["purposes"], json!([{"activity": "sales", "text": "To deliver orders"}]));
    assert_eq!(article["categories"][0], json!({"activity": "sales", "text": "Label Customer"}));
    for unknown in ["recipients", "retention", "source", "automated_decisions", "safeguards"] {
        assert_eq!(article[unknown], Value::Null, "{unknown}");
    }
    assert_eq!(article["complaint"]["authority"], "Datatilsynet");
    assert!(files["README.en.html"].contains("Not recorded here."));
}

#[test]
fn how_long_is_said_by_activity_and_of_the_categories_in_the_package_alone() {
    let period = |category: Option<&str>, label: &str, text: &str| Period {
        activity: "sales".to_owned(),
        category: category.map(str::to_owned),
        label: texts(label),
        text: texts(text),
    };
    let mut order = order(PackageKind::Access);
    order.article_15.as_mut().unwrap().retention = vec![
        period(None, "Sale of music", "As long as you are a customer"),
        period(Some("invoice"), "Invoices", "Five years"),
        period(Some("score"), "CANARY", "CANARY for ever"),
        period(Some("complaint"), "CANARY", "CANARY two years"),
    ];
    let (source, table) = ("shop".to_owned(), "Score".to_owned());
    order.withheld = vec![withhold(Scope::Part { source, table })];
    order.language = Lang::Sv;
    let (_, files) = unpacked(&order, &[shop()]);
    assert_eq!(
        parsed(&files, "manifest.json")["article_15"]["retention"],
        json!([
            {"activity": "sales", "category": null, "label": "Sale of music (sv)",
             "text": "As long as you are a customer (sv)"},
            {"activity": "sales", "category": "invoice", "label": "Invoices (sv)", "text": "Five years (sv)"},
        ])
    );
    let page = &files["README.sv.html"];
    assert!(page.contains("<b>Invoices (sv)</b>: Five years (sv)"), "{page}");
    assert!(page.contains("<b>Sale of music (sv)</b>: As long as you are a customer (sv)"), "{page}");
    assert!(!page.contains("CANARY"), "{page}");
}

#[test]
fn portability_holds_only_what_the_person_provided_on_consent_or_contract() {
    let found = shop().table("News", "a", &[("Interest", true)], &[json!({"Interest": "fado"})]);
    let (summary, files) = unpacked(&order(PackageKind::Portability), &[found]);
    assert_eq!(
        parsed(&files, "data/sales/customer/part-0001.json")["records"],
        json!([{"FirstName": "Luís", "Email": "luisg@embraer.com.br"}])
    );
    assert_eq!(parsed(&files, "data/sales/news/part-0001.json")["records"], json!([{"Interest": "fado"}]));
    assert!(!files.contains_key("data/sales/score/part-0001.json"));
    assert!(
        summary
            .manifest
            .files
            .iter()
            .filter(|f| f.records.is_some())
            .all(|f| f.provided_by_subject == Some(true))
    );
    let withheld: Vec<(&str, &str)> =
        summary.manifest.withheld.iter().map(|w| (w.what.as_str(), w.ground_code.as_str())).collect();
    assert_eq!(
        withheld,
        [
            ("Label Customer: Label SupportRepId", "not_provided_by_subject"),
            ("Label Invoice: Label InvoiceId and Label Total", "not_provided_by_subject"),
            ("Label Score", "not_consent_or_contract"),
        ]
    );
    assert!(summary.manifest.withheld.iter().all(|w| w.why.contains("Article\u{a0}15")));
    assert!(summary.manifest.article_15.is_none());
    assert!(files["README.en.html"].contains("Label Score"), "the page says what was left out");
}

#[test]
fn a_withheld_part_column_and_document_leave_no_trace_of_their_contents() {
    let found = Found::in_source("crm")
        .table(
            "Note",
            "f",
            &[("Text", true), ("Author", false)],
            &[json!({"Text": "hello", "Author": "CANARY-AUTHOR"})],
        )
        .table("Secret", "f", &[("CanaryColumn", false)], &[json!({"CanaryColumn": "CANARY-SECRET"})])
        .document("f-1", "canary-name.pdf", "application/pdf", b"CANARY-PDF")
        .document("f-2", "letter.pdf", "application/pdf", b"%PDF-kept");
    let mut order = order(PackageKind::Access);
    let in_crm = |table: &str| ("crm".to_owned(), table.to_owned());
    let ((source, table), (source2, table2)) = (in_crm("Note"), in_crm("Secret"));
    order.withheld = vec![
        withhold(Scope::Column { source, table, column: "Author".to_owned() }),
        withhold(Scope::Part { source: source2, table: table2 }),
        withhold(Scope::Document { file_id: "f-1".to_owned() }),
    ];
    let (summary, files) = unpacked(&order, &[found]);
    for (path, text) in &files {
        assert!(!text.to_lowercase().contains("canary"), "{path}: {text}");
        assert!(!text.contains("Secret"), "{path}");
    }
    assert_eq!(parsed(&files, "data/sales/note/part-0001.json")["records"], json!([{"Text": "hello"}]));
    assert_eq!(files["files/0001.pdf"], "%PDF-kept");
    assert_eq!(summary.manifest.files[1].redactions[0].ground_code, "rights_of_others");
    assert_eq!(summary.manifest.withheld.len(), 3);
    assert_eq!(summary.manifest.searched[0].documents, 1);
    let page = files["README.en.html"].replace('\u{a0}', " ");
    assert!(page.contains("It is about another person. (Article 15(4))"), "{page}");
}

#[test]
fn a_column_the_data_map_withholds_is_named_with_its_reason_and_ground() {
    let mut found = shop();
    let mut withhold = |table: &str, ground: &str| {
        found.finding.withheld.push(finding::Withheld {
            table: table.to_owned(),
            column: "Note".to_owned(),
            labels: texts("Note of a colleague"),
            reasons: texts("It is about somebody else."),
            ground_code: ground.to_owned(),
        });
    };
    withhold("Customer", "rights_of_others");
    withhold("Score", "trade_secret_ip");
    let entry = |w: &WithheldEntry| (w.what.clone(), w.ground_code.clone(), w.article.clone(), w.why.clone());
    let said = |what: &str, code: &str, article: &str| {
        (what.to_owned(), code.to_owned(), article.to_owned(), "It is about somebody else.".to_owned())
    };
    let (summary, files) = unpacked(&order(PackageKind::Access), std::slice::from_ref(&found));
    assert_eq!(
        summary.manifest.withheld.iter().map(entry).collect::<Vec<_>>(),
        [
            said("Label Customer: Note of a colleague", "rights_of_others", "15(4)"),
            said("Label Score: Note of a colleague", "trade_secret_ip", "15(4)"),
        ]
    );
    let redacted = |path: &str| {
        let file = summary.manifest.files.iter().find(|f| f.path.starts_with(path)).unwrap();
        file.redactions.iter().map(|r| r.ground_code.clone()).collect::<Vec<_>>()
    };
    assert_eq!(redacted("data/sales/customer/"), ["rights_of_others"]);
    assert!(redacted("data/sales/invoice/").is_empty());
    let page = files["README.en.html"].replace('\u{a0}', " ");
    assert!(page.contains("Label Customer: Note of a colleague"), "{page}");
    assert!(page.contains("It is about somebody else. (Article 15(4))"), "{page}");
    // portability has an article of its own, and says nothing of columns of a table it does not cover
    let (summary, _) = unpacked(&order(PackageKind::Portability), &[found]);
    let by_map: Vec<_> = summary.manifest.withheld.iter().filter(|w| w.why.contains("somebody")).collect();
    assert_eq!(by_map.len(), 1);
    assert_eq!(
        (by_map[0].ground_code.as_str(), by_map[0].article.as_str()),
        ("rights_of_others_portability", "20(4)")
    );
}

#[test]
fn a_withholding_that_meets_nothing_stops_the_package() {
    for scope in [
        Scope::Part { source: "shop".to_owned(), table: "Custmer".to_owned() },
        Scope::Column { source: "shop".to_owned(), table: "Customer".to_owned(), column: "email".to_owned() },
        Scope::Document { file_id: "f-9".to_owned() },
    ] {
        let mut order = order(PackageKind::Access);
        order.withheld = vec![withhold(scope.clone())];
        let mut out = Vec::new();
        let result = write(&order, [shop()].iter().map(Found::input), &mut out);
        assert!(matches!(result, Err(PackageError::WithheldNotFound(_))), "{scope:?}");
        assert!(zip::ZipArchive::new(Cursor::new(out)).is_err(), "what was written by then is no package");
    }
}

#[test]
fn nothing_held_is_an_answer_too_and_names_what_was_searched() {
    let mut empty = Found::in_source("shop");
    empty.finding.map_sha256.clear();
    let (summary, files) = unpacked(&order(PackageKind::Access), &[empty, Found::in_source("crm")]);
    assert_eq!(files.keys().map(String::as_str).collect::<Vec<_>>(), ["README.en.html", "manifest.json"]);
    assert_eq!(summary.manifest.searched.len(), 2);
    assert!(summary.manifest.searched.iter().all(|s| !s.held));
    assert_eq!(summary.manifest.searched[0].map_sha256, None);
    let page = &files["README.en.html"];
    assert!(page.contains("We hold nothing about you") && page.contains("Source crm"), "{page}");
    assert!(page.contains("l•••@embraer.com.br"));
}

#[test]
fn documents_get_safe_names_and_portability_takes_only_those_marked() {
    let found = Found::in_source("post")
        .document("f-1", "../../evil\u{202e}fdp.exe", "application/pdf", b"%PDF-1")
        .document("f-2", "photo.jpg", "image/jpeg", b"\xff\xd8\xff");
    let (summary, _) = unpacked(&order(PackageKind::Access), std::slice::from_ref(&found));
    let names: Vec<_> = summary
        .manifest
        .files
        .iter()
        .filter_map(|f| Some((f.path.as_str(), f.original_name.as_deref()?)))
        .collect();
    assert_eq!(names, [("files/0001.pdf", "../../evil\u{202e}fdp.exe"), ("files/0002.jpg", "photo.jpg")]);

    let mut order = order(PackageKind::Portability);
    order.portable_documents = vec!["f-2".to_owned()];
    let (summary, files) = unpacked(&order, &[found]);
    assert!(files.contains_key("files/0001.jpg") && !files.contains_key("files/0001.pdf"));
    assert_eq!(summary.manifest.withheld[0].what, "1 document");
}

#[test]
fn two_sources_with_one_category_share_a_folder_and_lose_nothing() {
    let (first, second) = (
        Found::in_source("shop").table("Contact", "b", &[("a", true)], &[json!({"a": 1})]),
        Found::in_source("crm").table("Contact", "b", &[("a", true)], &[json!({"a": 2})]),
    );
    let (_, files) = unpacked(&order(PackageKind::Access), &[first, second]);
    let source = |path: &str| parsed(&files, path)["source"].clone();
    assert_eq!(source("data/sales/contact/part-0001.json"), "shop");
    assert_eq!(source("data/sales/contact/part-0002.json"), "crm");
}

#[test]
fn the_page_speaks_every_language_and_its_dates_are_local() {
    for (lang, title, day) in [
        (Lang::Da, "Dine oplysninger hos Nordlys Handel ApS", "3. december 2026"),
        (Lang::Sv, "Dina uppgifter hos Nordlys Handel ApS", "3 december 2026"),
        (Lang::En, "Your information at Nordlys Handel ApS", "3 December 2026"),
    ] {
        let mut order = order(PackageKind::Access);
        order.language = lang;
        let (_, files) = unpacked(&order, &[shop()]);
        let page = &files[&format!("README.{lang}.html")];
        assert!(page.contains(&format!("<html lang=\"{lang}\">")) && page.contains(title), "{page}");
        assert!(page.replace('\u{a0}', " ").contains(day), "{page}");
        order.zone = chrono_tz::Pacific::Auckland;
        let (_, files) = unpacked(&order, &[shop()]);
        assert!(
            files[&format!("README.{lang}.html")].replace('\u{a0}', " ").contains(&day.replacen('3', "4", 1))
        );
    }
}

#[test]
fn the_same_order_gives_the_same_bytes() {
    let order = order(PackageKind::Access);
    let (a, b) = (make(&order, &[shop()]).unwrap(), make(&order, &[shop()]).unwrap());
    assert_eq!(a.1, b.1);
    assert_eq!(a.0.sha256, b.0.sha256);
}

#[test]
fn the_readable_page_comes_out_of_the_end_of_a_package_of_any_size() {
    let noise: Vec<u8> =
        (0..3_000_000_u64).map(|n| (n.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 56) as u8).collect();
    for found in [shop(), shop().document("f-1", "scan.pdf", "application/pdf", &noise)] {
        let (summary, out) = make(&order(PackageKind::Access), &[found]).unwrap();
        let page = readable_page(out.as_slice(), summary.bytes, &summary.manifest).unwrap();
        assert_eq!(String::from_utf8(page).unwrap(), unzip(&out)["README.en.html"]);
        let cut = &out[..out.len() - 30];
        assert!(readable_page(cut, summary.bytes, &summary.manifest).is_err());
    }
}
