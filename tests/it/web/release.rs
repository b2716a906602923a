//! What leaves the house with an answer: what is withheld stays out, what was approved is what goes
//! out, and post and counter get at it too.

use super::browser::Browser;
use super::case_steps::{Case, LUIS, staffed};
use crate::support::{Databases, on_both};
use chrono::Duration;
use indsigt::domain::access::Actor;
use indsigt::domain::decide::{Command, decide};
use indsigt::domain::request::{Request, State};
use indsigt::domain::right::Right;
use indsigt::package::{self, Manifest, verify};
use indsigt::services::{Error, packaging, signing};
use indsigt::store::{cases, staff, tasks};
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// Stands in the document handed in.
const IN_DOCUMENT: &str = "CANARY-OF-GERDA";
/// Stands in the column `Company` of the customer.
const IN_COLUMN: &str = "Empresa Brasileira";
/// A field of every record of the table `InvoiceLine`.
const IN_TABLE: &str = "InvoiceLineId";

/// Collects in the shop and gets a letter from the archive by hand.
fn collect(case: &Case<'_>, browser: &Browser<'_>) {
    case.prove(browser, LUIS);
    case.collect_also(browser, &[("hand-1", "Arkivet"), ("question-1", "Brev?")]);
    let (task, _) = case.task_names().into_iter().find(|(_, name)| name == "Arkivet").unwrap();
    let path = case.path(&format!("tasks/{task}"));
    let found = [("found", "yes"), ("category", "Brev"), ("place", "Skåpet, på namn")];
    let pdf = format!("%PDF-1.4\n{IN_DOCUMENT}\n%%EOF\n");
    let taken = browser.upload(&browser.get(&path), &path, &found, ("klagan-av-Gerda.pdf", pdf.as_bytes()));
    assert_eq!(taken.status, 303, "{}", taken.text());
}

/// The name of the field that withholds something.
fn field(case: &Case<'_>, browser: &Browser<'_>, right: Right, holds: &[&str]) -> String {
    let page = browser.get(&case.step(right, "answer"));
    let all = page.all("select", "name");
    let fits = |name: &&String| holds.iter().all(|text| name.contains(text));
    all.iter().find(fits).unwrap_or_else(|| panic!("no field with {holds:?} among {all:?}")).clone()
}

const PARTLY: [(&str, &str); 3] = [
    ("outcome", "partly_fulfilled"),
    ("what-rights_of_others", "det som rör andra"),
    ("why-rights_of_others", "Gerda och firman nämns och vill inte synas."),
];

fn request(case: &Case<'_>, right: Right) -> Request {
    case.stored().file.requests.iter().find(|r| r.right == right).unwrap().clone()
}

/// Every file of a package, unpacked, and the package itself.
fn everything(package: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut zip = ZipArchive::new(Cursor::new(package)).unwrap();
    let mut all = vec![("package.zip".to_owned(), package.to_vec())];
    for at in 0..zip.len() {
        let mut file = zip.by_index(at).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        all.push((file.name().unwrap().into_owned(), bytes));
    }
    all
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

fn manifest(package: &[u8]) -> Manifest {
    let verified = verify(Cursor::new(package)).unwrap();
    assert!(verified.is_whole(), "{:?}", verified.problems);
    verified.manifest.unwrap()
}

/// What the kept package of a request names as withheld.
fn withheld(case: &Case<'_>, right: Right) -> Vec<String> {
    let store = &case.house.app.store;
    let key = store.case_key(&case.id).unwrap();
    let package = store.look(|db| tasks::package(db, &case.request(right))).unwrap().unwrap();
    let manifest: Manifest = package.summary(&key).unwrap();
    manifest.withheld.into_iter().map(|entry| entry.what).collect()
}

#[test]
fn what_staff_withhold_is_nowhere_in_the_package_that_goes_by_post_and_the_manifest_names_it() {
    let databases = Databases::sqlite();
    let (house, maja, jonas, _) = staffed(&databases);
    let case = Case::new(&house, &maja, LUIS, &[Right::Access]);
    let browser = Browser::of(&house, &maja);
    collect(&case, &browser);

    let nothing =
        case.answer(&browser, Right::Access, &[&PARTLY[..], &[("ground", "rights_of_others")]].concat());
    assert_eq!(
        (nothing.status, nothing.all(".error-summary a", "href")),
        (422, vec!["#withheld".to_owned()])
    );
    assert!(nothing.text().contains("but nothing is withheld: everything would be in the file"));

    let names = [
        field(&case, &browser, Right::Access, &["\"part\"", "\"InvoiceLine\""]),
        field(&case, &browser, Right::Access, &["\"column\":\"Company\""]),
        field(&case, &browser, Right::Access, &["\"document\""]),
    ];
    let chosen: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "rights_of_others")).collect();
    let all = case.answer(&browser, Right::Access, &[&[("outcome", "fulfilled")][..], &chosen].concat());
    assert_eq!((all.status, all.all(".error-summary a", "href")), (422, vec!["#outcome".to_owned()]));
    let gone = [("withhold {\"document\":{\"file_id\":\"nobody\"}}", "rights_of_others")];
    let gone = case.answer(&browser, Right::Access, &[&PARTLY[..], &gone].concat());
    assert_eq!((gone.status, gone.all(".error-summary a", "href")), (422, vec!["#withheld".to_owned()]));
    let submitted = case.answer(&browser, Right::Access, &[&PARTLY[..], &chosen].concat());
    assert_eq!(submitted.status, 303, "{}", submitted.text());
    house.drain();

    let approver = Browser::of(&house, &jonas);
    let review = case.step(Right::Access, "review");
    let read = approver.get(&review);
    let listed = read.texts("section[aria-labelledby=withheld] dt");
    assert_eq!(listed, ["Köpt musik", "Kunduppgifter: Företag", "Dokument 1 från Arkivet"]);
    assert!(read.text().contains("Gerda och firman nämns och vill inte synas."));
    let page = read.all("section[aria-labelledby=contents] header a", "href");
    assert_eq!(page, [format!("{review}/page")]);
    let readable = approver.get(&page[0]);
    assert_eq!(readable.status, 200);
    assert!(readable.text().contains("Kunduppgifter: Företag") && readable.text().contains("Gonçalves"));
    assert_eq!(case.approve(&approver, Right::Access).status, 303);

    let send = case.step(Right::Access, "send");
    for tail in ["package", "page"] {
        assert_eq!(browser.fetch(&format!("{send}/{tail}")).0, 404, "it is not released yet");
    }
    let sent = browser.fill(&send, &send, &[("via", "post"), ("posted_on", "2026-03-02")]);
    assert_eq!((sent.status, sent.location.as_deref()), (303, Some(send.as_str())), "{}", sent.text());
    let links = browser.get(&send).all("section[aria-labelledby=fetch] a", "href");
    assert_eq!(links, [format!("{send}/page"), format!("{send}/package")]);
    assert_eq!(browser.get(&format!("/desk/cases/{}", case.id)).count(&format!("a[href='{send}']")), 1);

    let reads = "SELECT COUNT(*) AS n FROM events WHERE kind = 'read' AND facts LIKE '%package%'";
    let before = databases.count(reads);
    let (status, package) = browser.fetch(&links[1]);
    assert_eq!((status, databases.count(reads)), (200, before + 1));
    let named: Vec<String> = manifest(&package).withheld.into_iter().map(|entry| entry.what).collect();
    assert_eq!(named, listed);
    for (name, bytes) in everything(&package) {
        for canary in [IN_DOCUMENT, IN_COLUMN, IN_TABLE, "klagan-av-Gerda"] {
            assert!(!holds(&bytes, canary), "{canary} is in {name}");
        }
    }
    let (status, page) = browser.fetch(&links[0]);
    assert_eq!(status, 200);
    assert!(holds(&page, "Köpt musik") && holds(&page, "Dokument 1 från Arkivet"));
    assert_eq!(approver.fetch(&links[1]).0, 404, "who may not send may not fetch it");
    house.app.store.clock.advance(Duration::minutes(6));
    assert_eq!(browser.fetch(&links[1]).0, 303, "a second factor of the last five minutes is asked for");
}

#[test]
fn without_a_choice_the_same_canaries_are_in_the_package() {
    let databases = Databases::sqlite();
    let (house, maja, jonas, _) = staffed(&databases);
    let case = Case::new(&house, &maja, LUIS, &[Right::Access, Right::Portability]);
    let browser = Browser::of(&house, &maja);
    collect(&case, &browser);
    let document = browser.get(&case.step(Right::Portability, "answer")).all("input[name=provided]", "value");
    let fulfilled = [("outcome", "fulfilled")];
    assert_eq!(case.answer(&browser, Right::Access, &fulfilled).status, 303);
    let taken_along = [&fulfilled[..], &[("provided", document[0].as_str())]].concat();
    assert_eq!(case.answer(&browser, Right::Portability, &taken_along).status, 303);
    house.drain();
    let approver = Browser::of(&house, &jonas);
    for (right, canaries) in
        [(Right::Access, vec![IN_DOCUMENT, IN_COLUMN, IN_TABLE]), (Right::Portability, vec![IN_DOCUMENT])]
    {
        assert_eq!(case.approve(&approver, right).status, 303);
        let send = case.step(right, "send");
        let note = [("via", "in_person"), ("note", "Visade sitt pass i disken.")];
        assert_eq!(browser.fill(&send, &send, &note).status, 303);
        let (status, package) = browser.fetch(&format!("{send}/package"));
        assert_eq!(status, 200);
        let files = everything(&package);
        if right == Right::Access {
            says_what_the_register_says_in_swedish(&manifest(&package), &files);
        }
        for canary in canaries {
            assert!(files.iter().any(|(_, bytes)| holds(bytes, canary)), "{canary} of {right}");
        }
    }
}

/// Art. 15(1) as the register has it, in the person's language and for what was found.
fn says_what_the_register_says_in_swedish(manifest: &Manifest, files: &[(String, Vec<u8>)]) {
    let article = manifest.article_15.as_ref().unwrap();
    let texts = |list: &Option<Vec<package::Sentence>>| -> Vec<String> {
        list.iter().flatten().map(|s| s.text.clone()).collect()
    };
    let periods = article.retention.as_ref().unwrap().iter();
    let told: Vec<_> =
        periods.map(|p| format!("{} {:?} {:?}: {}", p.activity, p.category, p.label, p.text)).collect();
    let recipients: Vec<String> = article
        .recipients
        .iter()
        .flatten()
        .map(|r| format!("{} {:?} {:?} {:?}", r.name, r.category, r.country_name, r.does))
        .collect();
    let register = article.register.as_ref().unwrap();
    assert_eq!((register.name.as_str(), register.version, register.sha256.len()), ("musik", 1, 64));
    assert_eq!(register.policy.as_deref(), Some("2025-01"));
    insta::assert_snapshot!(
        "what_the_register_says_in_swedish",
        [
            texts(&article.purposes),
            texts(&article.categories),
            recipients,
            told,
            texts(&article.source),
            texts(&article.automated_decisions),
            texts(&article.safeguards),
            texts(&article.not_held),
        ]
        .map(|lines| lines.join("\n"))
        .join("\n\n")
    );
    let (_, page) = files.iter().find(|(name, _)| name == "README.sv.html").unwrap();
    assert!(holds(page, "<b>Talrækken ApS</b>") && holds(page, "version 1"));
    assert!(!holds(page, "tager imod betalinger"), "the other languages of the register stay out");
}

#[test]
fn an_answer_is_approved_with_its_package_and_one_built_again_does_not_go_out() {
    let databases = Databases::sqlite();
    let (house, maja, jonas, _) = staffed(&databases);
    let case = Case::new(&house, &maja, LUIS, &[Right::Access]);
    let browser = Browser::of(&house, &maja);
    case.prove(&browser, LUIS);
    case.collect(&browser);
    assert_eq!(case.answer(&browser, Right::Access, &[("outcome", "fulfilled")]).status, 303);
    let approver = Browser::of(&house, &jonas);
    let review = case.step(Right::Access, "review");
    let early = approver.get(&review);
    assert_eq!(early.count("form[action$='/approve']"), 0);
    let fields =
        (early.all("input[name=csrf]", "value")[0].clone(), case.stored().file.case.version.to_string());
    let fields = [("csrf", fields.0.as_str()), ("version", fields.1.as_str())];
    let refused = approver.post_raw(&format!("{review}/approve"), &fields);
    assert_eq!(refused.status, 409);
    assert!(refused.text().contains("The package is not ready yet."), "{}", refused.text());
    house.drain();
    assert_eq!(case.approve(&approver, Right::Access).status, 303);
    let approved = request(&case, Right::Access);
    assert!(approved.package.is_some() && approved.package == approved.approved_package);

    let store = &house.app.store;
    let package = store.look(|db| tasks::package(db, &approved.id)).unwrap().unwrap();
    store
        .write_case(&Actor::System, &case.id, |tx, key| {
            let summary: Manifest = package.summary(key)?;
            let (other, file) = ("cd".repeat(32), &package.file_id);
            tasks::keep_package(tx, key, &case.id, &approved.id, file, &other, &summary)
        })
        .unwrap();
    let send = case.step(Right::Access, "send");
    let page = browser.get(&send);
    let stopped = page.texts("section[aria-labelledby=checks] li[data-tone=stop]").concat();
    assert!(stopped.contains("Hashes match"), "{}", page.text());
    let refused = browser.post(&page, &send, &[("via", "mail")]);
    assert_eq!(refused.status, 409);
    assert!(refused.text().contains("built again after the answer was approved"), "{}", refused.text());
    assert_eq!(case.state(Right::Access), State::Ready);
}

#[test]
fn a_package_of_words_that_changed_while_it_was_built_is_thrown_away_and_built_again() {
    on_both(|databases| {
        let (house, maja, jonas, _) = staffed(databases);
        let case = Case::new(&house, &maja, LUIS, &[Right::Access]);
        let browser = Browser::of(&house, &maja);
        case.prove(&browser, LUIS);
        case.collect(&browser);
        assert_eq!(case.answer(&browser, Right::Access, &[("outcome", "fulfilled")]).status, 303);
        let id = case.request(Right::Access);
        let building = packaging::begin(&house.app, &id).unwrap().unwrap();
        let review = case.step(Right::Access, "review");
        let changes = [("comment", "Firman ska inte med.")];
        let back = Browser::of(&house, &jonas).fill(&review, &format!("{review}/changes"), &changes);
        assert_eq!(back.status, 303, "{}", back.text());
        let page = browser.get(&case.step(Right::Access, "answer"));
        let column =
            page.all("select", "name").into_iter().find(|name| name.to_lowercase().contains("company"));
        let column = column.unwrap();
        let chosen = [&PARTLY[..], &[(column.as_str(), "rights_of_others")]].concat();
        assert_eq!(case.answer(&browser, Right::Access, &chosen).status, 303);

        assert!(matches!(building.finish(&house.app), Err(Error::Unavailable)));
        assert_eq!(request(&case, Right::Access).package, None, "the old package says what nobody says now");
        house.drain();
        assert!(request(&case, Right::Access).package.is_some());
        assert_eq!(withheld(&case, Right::Access), ["Kunduppgifter: Företag"]);
        assert!(packaging::begin(&house.app, &id).unwrap().is_none(), "one is enough");
    });
}

#[test]
fn a_package_that_gets_ready_while_somebody_else_changes_the_case_is_not_lost() {
    on_both(|databases| {
        let (house, maja, _, karin) = staffed(databases);
        let case = Case::new(&house, &maja, LUIS, &[Right::Access]);
        let browser = Browser::of(&house, &maja);
        case.prove(&browser, LUIS);
        case.collect(&browser);
        assert_eq!(case.answer(&browser, Right::Access, &[("outcome", "fulfilled")]).status, 303);
        let app = &house.app;
        let building = packaging::begin(app, &case.request(Right::Access)).unwrap().unwrap();
        let officer = signing::actor_of(&app.store.look(|db| staff::get(db, &karin.id)).unwrap());
        let before = case.stored();
        let rules = &app.controllers.get(&before.file.case.controller_id).unwrap().rules;
        let assign = Command::Assign { requests: Vec::new(), to: karin.id.clone() };
        let decided = decide(rules, &before.file, &officer, app.store.clock.now(), &assign).unwrap();
        building.finish(app).unwrap();
        let kept = request(&case, Right::Access).package;
        assert!(kept.is_some());
        // decided before the package was there, committed after it
        app.store
            .write_case(&officer, &case.id, |tx, key| {
                cases::commit(tx, key, before.file.case.version, &decided)
            })
            .unwrap();
        let after = request(&case, Right::Access);
        assert_eq!((after.package, after.assignee), (kept, Some(karin.id.clone())));
    });
}

#[test]
fn the_checks_of_a_review_are_those_of_the_package_and_the_letter_themselves() {
    let databases = Databases::sqlite();
    let (house, maja, jonas, _) = staffed(&databases);
    let case = Case::new(&house, &maja, LUIS, &[Right::Access, Right::MarketingObjection]);
    let browser = Browser::of(&house, &maja);
    case.prove(&browser, LUIS);
    case.collect(&browser);
    assert_eq!(case.answer(&browser, Right::Access, &[("outcome", "fulfilled")]).status, 303);
    house.drain();
    let approver = Browser::of(&house, &jonas);
    let review = case.step(Right::Access, "review");
    let ticks = |tone: &str| {
        let page = approver.get(&review);
        page.texts(&format!("section[aria-labelledby=checks] li[data-tone={tone}]")).concat()
    };
    let good = ticks("done");
    assert!(good.contains("Every part fits the schema") && good.contains("Hashes match"), "{good}");

    let store = &house.app.store;
    let package = store.look(|db| tasks::package(db, &case.request(Right::Access))).unwrap().unwrap();
    let folders = std::fs::read_dir(store.files.folder()).unwrap().map(|entry| entry.unwrap().path());
    let named = |path: &std::path::PathBuf| path.to_string_lossy().contains(&package.file_id);
    let mut files = folders.flat_map(|folder| match std::fs::read_dir(&folder) {
        Ok(inside) => inside.map(|entry| entry.unwrap().path()).collect(),
        Err(_) => vec![folder],
    });
    let file = files.find(named).unwrap();
    let mut bytes = std::fs::read(&file).unwrap();
    let last = bytes.len() - 40;
    bytes[last] ^= 1;
    std::fs::write(&file, bytes).unwrap();
    let bad = ticks("stop");
    assert!(bad.contains("Every part fits the schema") && bad.contains("Hashes match"), "{bad}");
}
