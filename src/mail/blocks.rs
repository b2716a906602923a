//! A letter's text cut into paragraphs, lists and links, for the HTML frame.

use serde::Serialize;

/// A paragraph or a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Block {
    list: bool,
    lines: Vec<Vec<Piece>>,
}

/// A run of text, or one of the letter's own links.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Piece {
    text: String,
    link: bool,
}

/// Cuts at blank lines. Only `links`, which the program made, become links: an address somebody
/// wrote into their own words stays text.
pub(super) fn cut(text: &str, links: &[String]) -> Vec<Block> {
    text.split("\n\n")
        .map(str::trim)
        .filter(|block| !block.is_empty())
        .map(|block| {
            let list = block.lines().all(|line| line.starts_with("- "));
            let lines = block
                .lines()
                .map(|line| pieces(if list { line.trim_start_matches("- ") } else { line }, links))
                .collect();
            Block { list, lines }
        })
        .collect()
}

/// One line, its links told apart.
pub(super) fn pieces(line: &str, links: &[String]) -> Vec<Piece> {
    let found = links
        .iter()
        .filter(|link| !link.is_empty())
        .find_map(|link| line.split_once(link.as_str()).map(|parts| (parts, link)));
    let text = |text: &str| Piece { text: text.to_owned(), link: false };
    match found {
        None => vec![text(line)],
        Some(((before, after), link)) => {
            let mut pieces = vec![text(before), Piece { text: link.clone(), link: true }, text(after)];
            pieces.retain(|piece| !piece.text.is_empty());
            pieces
        }
    }
}
