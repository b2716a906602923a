//! Every setting has an effect: what is documented and read is used, not only handed on.

use super::sources::{self, Source};
use indsigt::config::Config;

/// Whether a field of this name is read in any of these files.
fn is_read(field: &str, sources: &[Source]) -> bool {
    let access = format!(".{field}");
    let ends = |rest: &str| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_');
    sources.iter().any(|source| {
        let code = source.code();
        code.match_indices(&access).any(|(at, _)| ends(&code[at + access.len()..]))
    })
}

#[test]
fn every_setting_is_read_somewhere() {
    let sources: Vec<Source> =
        sources::under("src", ".rs").into_iter().filter(|s| !s.path.ends_with("tests.rs")).collect();
    let idle: Vec<String> =
        Config::describe().filter(|setting| !is_read(setting.name, &sources)).map(|s| s.key()).collect();
    assert!(idle.is_empty(), "settings nobody reads: {idle:?}");
}

#[test]
fn what_the_start_hands_to_the_services_is_used_by_them() {
    let app = sources::under("src/services", "app.rs").remove(0).text;
    let mut fields = Vec::new();
    for name in ["pub struct Controller {", "pub struct Caps {", "pub struct App {"] {
        let (_, body) = app.split_once(name).unwrap_or_else(|| panic!("no {name}"));
        let lines = body.lines().take_while(|line| *line != "}");
        let declared = lines.filter_map(|line| line.trim().strip_prefix("pub ")?.split(':').next());
        fields.extend(declared.map(str::to_owned));
    }
    assert!(fields.len() > 25, "{fields:?}");
    let users: Vec<Source> = ["src/services", "src/web", "src/worker", "src/cli"]
        .into_iter()
        .flat_map(|folder| sources::under(folder, ".rs"))
        // these two only hand it on
        .filter(|s| !["src/cli/boot.rs", "src/services/app.rs"].contains(&s.path.as_str()))
        .collect();
    fields.retain(|field| !is_read(field, &users));
    assert!(fields.is_empty(), "handed on and never used: {fields:?}");
}

#[test]
fn a_longer_name_is_not_the_field() {
    let source = |text: &str| [Source { path: String::new(), text: text.into() }];
    assert!(is_read("accent", &source("let c = controller.accent.as_ref();")));
    assert!(!is_read("accent", &source("controller.accents; // controller.accent")));
    assert!(!is_read("accent", &source("accent: None")));
}
