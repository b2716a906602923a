//! The documents against the code: every test, file, item and link they name is there.

use super::sources::{self, Source};
use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// What people read: the documents at the top and everything under `docs`.
fn documents() -> Vec<Source> {
    let mut all = sources::under("docs", ".md");
    for entry in std::fs::read_dir(root()).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "md") {
            let text = std::fs::read_to_string(&path).unwrap();
            all.push(Source { path: path.file_name().unwrap().to_str().unwrap().to_owned(), text });
        }
    }
    for needed in ["README.md", "SECURITY.md", "ARCHITECTURE.md", "CONTRIBUTING.md"] {
        assert!(all.iter().any(|document| document.path == needed), "no {needed}");
    }
    all
}

/// Every file of ours, from the root, without what the documents do not speak about.
fn files() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut folders = vec![root().to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.strip_prefix(root()).unwrap().to_str().unwrap().to_owned();
            if name == ".git" || name == "target" {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
            } else {
                found.insert(name);
            }
        }
    }
    found
}

/// Whether some file or folder of ours has this path, or ends in it.
fn is_there(files: &BTreeSet<String>, path: &str) -> bool {
    let wanted: Vec<&str> = path.trim_end_matches('/').split('/').collect();
    files.iter().any(|file| {
        let parts: Vec<&str> = file.split('/').collect();
        let is_file = parts.ends_with(&wanted);
        is_file || (1..parts.len()).any(|cut| parts[..cut].ends_with(&wanted))
    })
}

/// The pieces of a text between backticks, with the fenced ones left out.
fn quoted(text: &str) -> Vec<&str> {
    let mut is_fenced = false;
    let mut found = Vec::new();
    for line in text.lines() {
        if line.trim_start().starts_with("```") {
            is_fenced = !is_fenced;
        } else if !is_fenced {
            found.extend(line.split('`').skip(1).step_by(2));
        }
    }
    found
}

/// `a/{b,c}/d` is `a/b/d` and `a/c/d`.
fn spread(text: &str) -> Vec<String> {
    let Some((before, rest)) = text.split_once('{') else { return vec![text.to_owned()] };
    let Some((inside, after)) = rest.split_once('}') else { return vec![text.to_owned()] };
    inside.split(',').flat_map(|one| spread(&format!("{before}{one}{after}"))).collect()
}

/// The paths of ours that a quoted piece names: their first part is a folder of the project or of
/// `src`, or they are source files.
fn paths(piece: &str, ours: &BTreeSet<String>) -> Vec<String> {
    let word = piece.split_whitespace().next().unwrap_or_default();
    let word = word.split("::").next().unwrap_or_default().trim_start_matches("./");
    let first = word.split('/').next().unwrap_or_default();
    let is_ours = word.contains('/') && ours.contains(first);
    if (is_ours || word.ends_with(".rs")) && !word.contains('*') { spread(word) } else { Vec::new() }
}

/// Whether all of a name is lower case with `least` underscores or more: a sentence, as tests have.
fn is_sentence(name: &str, least: usize) -> bool {
    name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
        && name.matches('_').count() >= least
}

/// Names of all functions behind a `#[test]` or `#[tokio::test]`, also inside `proptest!`.
fn tests() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for source in sources::under("src", ".rs").into_iter().chain(sources::under("tests", ".rs")) {
        for after in source.text.split("test]\n").skip(1) {
            if let Some((_, declared)) = after.split_once("fn ") {
                found.extend(sources::words(declared).next().map(str::to_owned));
            }
        }
    }
    found
}

#[test]
fn every_test_the_documents_name_is_a_test() {
    let tests = tests();
    assert!(tests.len() > 400, "{}", tests.len());
    let mut gone = BTreeSet::new();
    for document in documents() {
        for name in quoted(&document.text) {
            // a setting or column has fewer words than the sentence that a test is
            if is_sentence(name, 4) && !tests.contains(name) {
                gone.insert(format!("{}: {name}", document.path));
            }
        }
    }
    let security = documents().into_iter().find(|document| document.path == "SECURITY.md").unwrap();
    let mut shown = 0;
    for line in security.text.lines().filter(|line| line.starts_with("| R")) {
        let cells: Vec<&str> = line.split(" | ").collect();
        assert_eq!(cells.len(), 5, "a row has five cells: {line}");
        for name in quoted(cells[3]) {
            shown += 1;
            if !tests.contains(name) {
                gone.insert(format!("SECURITY.md: {name}"));
            }
        }
    }
    assert!(shown > 80, "{shown}");
    assert!(gone.is_empty(), "no test has this name: {gone:#?}");
}

#[test]
fn every_file_and_folder_the_documents_name_is_there() {
    let files = files();
    let tops = files.iter().filter_map(|file| file.split_once('/').map(|(top, _)| top.to_owned()));
    let below = files.iter().filter_map(|file| file.strip_prefix("src/")?.split_once('/'));
    let ours: BTreeSet<String> = tops.chain(below.map(|(top, _)| top.to_owned())).collect();
    let mut gone = Vec::new();
    let mut named = 0;
    for document in documents() {
        // a drawing of folders is fenced, so source files count there too
        let drawn = document.text.split(|c: char| c.is_whitespace() || "`(),;|[]".contains(c));
        let drawn = drawn.filter(|word| word.ends_with(".rs")).map(str::to_owned);
        let quoted = quoted(&document.text).into_iter().flat_map(|piece| paths(piece, &ours));
        for path in quoted.chain(drawn) {
            named += 1;
            if !is_there(&files, &path) {
                gone.push(format!("{}: {path}", document.path));
            }
        }
    }
    assert!(named > 150, "{named}");
    assert!(gone.is_empty(), "not there:\n{}", gone.join("\n"));
}

#[test]
fn every_item_the_documents_name_stands_in_its_file_or_in_the_code() {
    let all: Vec<Source> =
        sources::under("src", ".rs").into_iter().chain(sources::under("tests", ".rs")).collect();
    let words_of =
        |source: &Source| -> BTreeSet<String> { sources::words(&source.text).map(str::to_owned).collect() };
    let everything: BTreeSet<String> = all.iter().flat_map(words_of).collect();
    let mut gone = Vec::new();
    for document in documents() {
        for piece in quoted(&document.text).into_iter().filter(|piece| piece.contains("::")) {
            let path = piece.split(|c: char| c.is_whitespace() || c == '(').next().unwrap_or_default();
            let (place, item) = path.split_once("::").unwrap_or((path, ""));
            let known = match place.strip_suffix(".rs") {
                Some(_) => all.iter().filter(|s| s.path.ends_with(place)).flat_map(words_of).collect(),
                None => everything.clone(),
            };
            let parts = item.split("::").chain(place.split("::").filter(|place| !place.ends_with(".rs")));
            for part in parts.filter(|part| !known.contains(*part)) {
                gone.push(format!("{}: {path}: {part}", document.path));
            }
        }
    }
    assert!(gone.is_empty(), "not there:\n{}", gone.join("\n"));
}

/// The anchors of a document's headings, as the usual renderers make them.
fn anchors(text: &str) -> BTreeSet<String> {
    let headings = text.lines().filter(|line| line.starts_with('#'));
    let anchor = |line: &str| -> String {
        let plain = line.trim_start_matches('#').trim().to_lowercase();
        let kept = plain.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
        kept.map(|c| if c == ' ' { '-' } else { c }).collect()
    };
    headings.map(anchor).collect()
}

/// A path without its `..`.
fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => drop(plain.pop()),
            part => plain.push(part),
        }
    }
    plain
}

#[test]
fn every_relative_link_in_the_documents_leads_somewhere() {
    let mut broken = Vec::new();
    let mut followed = 0;
    for document in documents() {
        for rest in document.text.split("](").skip(1) {
            let target = rest.split(')').next().unwrap();
            if target.contains("://") || target.starts_with("mailto:") {
                continue;
            }
            followed += 1;
            let (path, anchor) = target.split_once('#').unwrap_or((target, ""));
            let here = root().join(&document.path);
            let there = if path.is_empty() { here } else { plain(&here.parent().unwrap().join(path)) };
            let leads = there.exists()
                && (anchor.is_empty()
                    || anchors(&std::fs::read_to_string(&there).unwrap_or_default()).contains(anchor));
            if !leads {
                broken.push(format!("{}: {target}", document.path));
            }
        }
    }
    assert!(followed > 15, "{followed}");
    assert!(broken.is_empty(), "leads nowhere:\n{}", broken.join("\n"));
}

#[test]
fn the_reader_of_documents_sees_what_is_not_there() {
    let files: BTreeSet<String> = ["src/store/unit.rs", "docs/adr/one.md"].map(str::to_owned).into();
    for there in ["store/unit.rs", "unit.rs", "src/store", "docs/adr/", "src/store/unit.rs"] {
        assert!(is_there(&files, there), "{there}");
    }
    for gone in ["nit.rs", "store/uni.rs", "adr/store", "src/unit.rs"] {
        assert!(!is_there(&files, gone), "{gone}");
    }
    let ours: BTreeSet<String> = ["store", "locales"].map(str::to_owned).into();
    assert_eq!(paths("store/unit.rs::read_case", &ours), ["store/unit.rs"]);
    assert_eq!(paths("locales/{da,sv}/*.ftl", &ours), Vec::<String>::new());
    assert_eq!(paths("locales/{da,sv}", &ours), ["locales/da", "locales/sv"]);
    assert_eq!(paths("/run/secrets/mail", &ours), Vec::<String>::new());
    assert_eq!(quoted("a `b` c `d`\n```\n`e`\n```\n`f`"), ["b", "d", "f"]);
    assert!(anchors("# One\n## What it *means*, and why\n").contains("what-it-means-and-why"));
    assert!(is_sentence("nothing_is_sent_twice_here", 4) && !is_sentence("known_address_days", 4));
}
