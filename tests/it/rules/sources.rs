//! The program's own source text, for the rules that are about it.

use std::path::{Path, PathBuf};

/// A source file.
pub struct Source {
    /// From the root of the project, with `/`.
    pub path: String,
    /// As it is.
    pub text: String,
}

impl Source {
    /// The text with every comment and doc comment taken away. A `//` inside a string goes too:
    /// no path stands behind one.
    pub fn code(&self) -> String {
        let lines = self.text.lines().map(|line| line.split_once("//").map_or(line, |(code, _)| code));
        lines.collect::<Vec<_>>().join("\n")
    }
}

/// Every file with this ending under a folder of the project.
pub fn under(folder: &str, ending: &str) -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    collect(&root.join(folder), ending, &mut found);
    found.sort();
    assert!(!found.is_empty(), "no {ending} under {folder}");
    found
        .into_iter()
        .map(|path| Source {
            text: std::fs::read_to_string(&path).unwrap(),
            path: path.strip_prefix(root).unwrap().to_str().unwrap().to_owned(),
        })
        .collect()
}

fn collect(folder: &Path, ending: &str, into: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, ending, into);
        } else if path.to_str().unwrap().ends_with(ending) {
            into.push(path);
        }
    }
}

/// The words of a text: runs of letters, digits and underscores.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty())
}
