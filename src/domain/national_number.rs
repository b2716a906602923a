//! What looks like a national number (Danish CPR, Swedish personnummer and samordningsnummer) in
//! what somebody wrote: whether there is one, and the text with it hidden. Nobody is refused for
//! writing one; it is kept as written and masked on screen.
//!
//! A valid date is asked for (DDMMYY or [YY]YYMMDD, day + 60 for samordningsnummer) and no check
//! digit: Danish ones are not guaranteed since 2007.

use chrono::NaiveDate;
use std::ops::Range;

/// Digits at the end that are hidden: what is left is a date of birth.
const HIDDEN: usize = 4;

/// Whether a text holds what looks like a national number.
pub fn is_in(text: &str) -> bool {
    !found(text).is_empty()
}

/// The text with the last four digits of every such number hidden: `010190-••••`.
pub fn masked(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut at = 0;
    for range in found(text) {
        shown.push_str(text.get(at..range.start).unwrap_or_default());
        let number = text.get(range.clone()).unwrap_or_default();
        let mut left = number.chars().filter(char::is_ascii_digit).count();
        shown.extend(number.chars().map(|c| {
            let is_hidden = c.is_ascii_digit() && left <= HIDDEN;
            left -= usize::from(c.is_ascii_digit());
            if is_hidden { '•' } else { c }
        }));
        at = range.end;
    }
    shown.push_str(text.get(at..).unwrap_or_default());
    shown
}

/// Where they stand, as ranges of bytes, in order and apart.
fn found(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut runs = runs(text).into_iter().peekable();
    while let Some(run) = runs.next() {
        let Some(written) = text.get(run.clone()) else { continue };
        if is_number(written) {
            found.push(run);
            continue;
        }
        // "010190 1234", "010190 - 1234": what stands apart belongs together
        let is_date = matches!(written.len(), 6 | 8) && written.bytes().all(|b| b.is_ascii_digit());
        let Some(next) = runs.peek().filter(|_| is_date) else { continue };
        let (gap, last) = (text.get(run.end..next.start), text.get(next.clone()));
        if gap.is_some_and(is_gap) && is_number(&format!("{written}{}", last.unwrap_or_default())) {
            found.push(run.start..next.end);
            runs.next();
        }
    }
    found
}

/// Digits with the marks between them.
fn runs(text: &str) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    let mut is_inside = false;
    for (at, c) in text.char_indices() {
        match runs.last_mut().filter(|_| is_inside) {
            // a mark at the end is none between digits
            Some(run) if c.is_ascii_digit() => run.end = at + 1,
            Some(_) if is_mark(c) => {}
            _ => {
                is_inside = c.is_ascii_digit();
                runs.extend(is_inside.then_some(at..at + 1));
            }
        }
    }
    runs
}

/// A blank or two between the halves, with a mark or without.
fn is_gap(gap: &str) -> bool {
    gap.chars().count() <= 3
        && gap.contains(' ')
        && gap.trim_matches(' ').chars().count() <= 1
        && gap.chars().all(|c| c == ' ' || is_mark(c))
}

fn is_mark(c: char) -> bool {
    matches!(c, '-' | '+' | '–')
}

fn is_number(run: &str) -> bool {
    let digits: Vec<u32> = run.chars().filter_map(|c| c.to_digit(10)).collect();
    let marks: Vec<usize> =
        run.chars().enumerate().filter(|(_, c)| !c.is_ascii_digit()).map(|(i, _)| i).collect();
    let two = |at: usize| digits.get(at).zip(digits.get(at + 1)).map(|(a, b)| a * 10 + b);
    let is_day = |day: Option<u32>, month: Option<u32>, may_coordinate: bool| {
        let (Some(day), Some(month)) = (day, month) else { return false };
        let day = if may_coordinate && day > 60 { day - 60 } else { day };
        // 2000 had a 29 February, as most years that are meant here may have had
        NaiveDate::from_ymd_opt(2000, month, day).is_some()
    };
    match digits.len() {
        10 if marks.is_empty() || marks == [6] => {
            is_day(two(0), two(2), false) || is_day(two(4), two(2), true)
        }
        12 if marks.is_empty() || marks == [8] => {
            matches!(two(0), Some(18..=20)) && is_day(two(6), two(4), true)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_looks_like_a_national_number_is_seen_and_its_end_hidden() {
        for (text, shown) in [
            ("mit nummer er 010190-1234.", "mit nummer er 010190-••••."),
            ("0101901234", "010190••••"),
            ("010190 1234", "010190 ••••"),
            ("19900101-1234", "19900101-••••"),
            ("900101-1234", "900101-••••"),
            ("900161-1234 (samordningsnummer)", "900161-•••• (samordningsnummer)"),
            ("(199001011234)", "(19900101••••)"),
            ("900101+1234", "900101+••••"),
            ("010190–1234–", "010190–••••–"),
            ("æøå 010190-1234, 020290-5678 og 4711", "æøå 010190-••••, 020290-•••• og 4711"),
            ("Ordre 12345678 010190-1234", "Ordre 12345678 010190-••••"),
            ("19900101 1234", "19900101 ••••"),
            ("010190 - 1234", "010190 - ••••"),
        ] {
            assert!(is_in(text), "{text}");
            assert_eq!(masked(text), shown);
            assert!(!is_in(&masked(text)), "{shown}");
        }
    }

    #[test]
    fn what_only_has_many_digits_is_not_taken_for_one() {
        for text in [
            "ordre 4711-0815",
            "+45 20 12 34 56",
            "9999999999",
            "2026-11-21",
            "kundenr. 321490-1234",
            "",
            "12345678",
        ] {
            assert!(!is_in(text), "{text}");
            assert_eq!(masked(text), text);
        }
    }

    proptest! {
        #[test]
        fn masking_changes_nothing_but_digits_and_leaves_no_number(text in "[0-9 a\u{2013}ø+-]{0,40}") {
            let shown = masked(&text);
            prop_assert_eq!(shown.chars().count(), text.chars().count());
            prop_assert!(text.chars().zip(shown.chars()).all(|(a, b)| a == b || (a.is_ascii_digit() && b == '•')));
            prop_assert!(!is_in(&shown), "{}", shown);
        }
    }
}
