//! How every file looks: what it owns in its first line, of a readable size, nothing unfinished.

use super::sources;

/// No file grows past this.
const MOST_LINES: usize = 600;

/// Words that mark something unfinished. Written in two halves, so that this file may hold them.
fn unfinished() -> [String; 4] {
    [["TO", "DO"], ["FIX", "ME"], ["X", "XX"], ["HA", "CK"]].map(|halves| halves.concat())
}

/// Calls and attributes that do not belong in a finished program.
fn unwanted() -> [String; 4] {
    [["todo", "!("], ["unimplemented", "!("], ["dbg", "!("], ["#[", "allow"]].map(|halves| halves.concat())
}

fn all() -> Vec<sources::Source> {
    let mut all = sources::under("src", ".rs");
    all.extend(sources::under("tests", ".rs"));
    all
}

#[test]
fn every_file_says_first_what_it_owns() {
    let silent: Vec<String> =
        all().into_iter().filter(|s| !s.text.starts_with("//! ")).map(|s| s.path).collect();
    assert!(silent.is_empty(), "these do not begin with //! : {silent:?}");
}

#[test]
fn no_file_is_longer_than_one_can_read() {
    let long: Vec<String> = all()
        .into_iter()
        // the tables one after the other, as the databases have them
        .filter(|s| s.path != "src/store/schema.rs")
        .filter(|s| s.text.lines().count() > MOST_LINES)
        .map(|s| format!("{} ({} lines)", s.path, s.text.lines().count()))
        .collect();
    assert!(long.is_empty(), "longer than {MOST_LINES} lines, to be split: {long:?}");
}

#[test]
fn nothing_is_left_unfinished() {
    let mut found = Vec::new();
    for source in all() {
        for (number, line) in source.text.lines().enumerate() {
            let marked = sources::words(line).any(|word| unfinished().iter().any(|mark| mark == word));
            let unwanted = unwanted().iter().any(|mark| line.contains(mark.as_str()));
            if marked || unwanted {
                found.push(format!("{}:{}: {}", source.path, number + 1, line.trim()));
            }
        }
    }
    assert!(found.is_empty(), "unfinished or unwanted:\n{}", found.join("\n"));
}

#[test]
fn only_the_clock_reads_the_clock() {
    let now = ["Utc::now", "Local::now", "SystemTime::now"];
    let found: Vec<String> = sources::under("src", ".rs")
        .into_iter()
        .filter(|s| s.path != "src/clock.rs" && now.iter().any(|call| s.code().contains(call)))
        .map(|s| s.path)
        .collect();
    assert!(found.is_empty(), "the clock is a value, see clock.rs: {found:?}");
}

#[test]
fn every_key_of_a_field_problem_has_words() {
    let mut keys = Vec::new();
    for folder in ["src/services", "src/cli", "src/web"] {
        for source in sources::under(folder, ".rs") {
            for rest in source.text.split("\"error-").skip(1) {
                let tail = rest.split('"').next().unwrap();
                if !tail.is_empty() && tail.chars().all(|c| c.is_ascii_lowercase() || matches!(c, '-' | '_'))
                {
                    keys.push((format!("error-{tail}"), source.path.clone()));
                }
            }
        }
    }
    assert!(keys.len() > 80, "{}", keys.len());
    keys.retain(|(key, _)| !indsigt::words::exists(key));
    assert!(keys.is_empty(), "without words: {keys:?}");
}
