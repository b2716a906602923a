//! The one direction imports may run: `domain ← store ← services ← web, cli, worker → mail,
//! sources, package → domain`, with the foundations `crypto`, `clock`, `config` and `words` below.

use super::sources::{self, Source};
use std::collections::BTreeSet;

/// Which top-level modules a module may use. A new arrow is a decision: make it here.
const ALLOWED: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("clock", &[]),
    ("crypto", &["domain"]),
    ("config", &["domain"]),
    ("words", &["domain"]),
    ("store", &["domain", "crypto", "clock"]),
    ("mail", &["domain", "words"]),
    ("package", &["domain", "words"]),
    ("sources", &["domain"]),
    ("services", &["domain", "crypto", "clock", "config", "words", "store", "mail", "package", "sources"]),
    (
        "worker",
        &["domain", "crypto", "clock", "config", "words", "store", "mail", "package", "sources", "services"],
    ),
    (
        "web",
        &["domain", "crypto", "clock", "config", "words", "store", "mail", "package", "sources", "services"],
    ),
    (
        "cli",
        &[
            "domain", "crypto", "clock", "config", "words", "store", "mail", "package", "sources",
            "services", "worker", "web",
        ],
    ),
    ("main", &["cli"]),
];

/// The top-level modules a piece of code names, by `crate::`, by a group behind it, by the name of
/// the crate, or by enough `super::`. `depth`: how far below the root the file is.
fn used(code: &str, depth: usize) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for root in ["crate::", "indsigt::"] {
        for (at, _) in code.match_indices(root) {
            // `$crate::` and `some_crate::` are not ours
            if code[..at].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | '$')) {
                continue;
            }
            found.extend(heads(&code[at + root.len()..]));
        }
    }
    for (at, _) in code.match_indices("super::") {
        if code[..at].ends_with("super::") {
            continue;
        }
        let mut rest = &code[at..];
        let mut up = 0;
        while let Some(further) = rest.strip_prefix("super::") {
            (rest, up) = (further, up + 1);
        }
        if up >= depth {
            found.extend(heads(rest).into_iter().filter(|name| ALLOWED.iter().any(|(m, _)| m == name)));
        }
    }
    found
}

/// The first names of a path: one, or those of a group in braces.
fn heads(path: &str) -> Vec<String> {
    let name = |text: &str| sources::words(text).next().unwrap_or_default().to_owned();
    let Some(group) = path.strip_prefix('{') else { return vec![name(path)] };
    let (mut depth, mut heads, mut begins) = (0, Vec::new(), true);
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => begins = true,
            c if begins && !c.is_whitespace() => {
                heads.push(name(&group[at..]));
                begins = false;
            }
            _ => {}
        }
    }
    heads
}

/// The top-level module of a file and its depth below the root.
fn place(source: &Source) -> (String, usize) {
    let inside = source.path.strip_prefix("src/").unwrap().strip_suffix(".rs").unwrap();
    let parts: Vec<&str> = inside.split('/').filter(|part| *part != "mod").collect();
    (parts[0].to_owned(), parts.len())
}

#[test]
fn no_import_runs_the_wrong_way() {
    let mut wrong = Vec::new();
    for source in sources::under("src", ".rs") {
        let (module, depth) = place(&source);
        if module == "lib" {
            continue;
        }
        let (_, allowed) = ALLOWED
            .iter()
            .find(|(name, _)| *name == module)
            .unwrap_or_else(|| panic!("{} is in no layer: give it one here", source.path));
        for other in used(&source.code(), depth) {
            if other != module && !allowed.contains(&other.as_str()) {
                wrong.push(format!("{} uses {other}", source.path));
            }
        }
    }
    assert!(wrong.is_empty(), "imports run the wrong way:\n{}", wrong.join("\n"));
}

#[test]
fn the_scanner_sees_every_way_to_name_a_module() {
    let code =
        "use crate::store::cases; use crate::{domain::{case, right}, web}; fn f() { crate::cli::run() }";
    assert_eq!(used(code, 2), ["cli", "domain", "store", "web"].map(str::to_owned).into());
    assert_eq!(used("use super::store::cases; use super::own;", 1), ["store".to_owned()].into());
    assert_eq!(used("use super::super::mail::X;", 2), ["mail".to_owned()].into());
    assert_eq!(used("use super::store;", 2), BTreeSet::new());
    assert_eq!(used("indsigt::cli::run()", 1), ["cli".to_owned()].into());
    let commented = Source { path: String::new(), text: "/// [`crate::web`]\nx // crate::cli".into() };
    assert_eq!(used(&commented.code(), 1), BTreeSet::new());
}
