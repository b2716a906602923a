//! JSON that stays inert when somebody puts it into a page: `<`, `>`, `&` and the two line
//! separators of JavaScript are written as escapes.

use serde::Serialize;

/// Escapes JSON text. Outside strings none of these characters occurs in JSON, so replacing
/// them in the whole text changes no value.
fn inert(json: &str) -> String {
    let mut out = String::with_capacity(json.len() + 16);
    for c in json.chars() {
        match c {
            '<' => out.push_str("\\u003c"),
            '>' => out.push_str("\\u003e"),
            '&' => out.push_str("\\u0026"),
            '\u{2028}' => out.push_str("\\u2028"),
            '\u{2029}' => out.push_str("\\u2029"),
            c => out.push(c),
        }
    }
    out
}

/// One line of JSON.
pub(crate) fn line(value: &impl Serialize) -> serde_json::Result<String> {
    serde_json::to_string(value).map(|json| inert(&json))
}

/// JSON for people to read.
pub(crate) fn pretty(value: &impl Serialize) -> serde_json::Result<String> {
    serde_json::to_string_pretty(value).map(|json| inert(&json))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_and_line_separators_are_escaped_and_read_back_the_same() {
        let value = serde_json::json!({"a<b>": "</script>&\u{2028}\u{2029} æøå 🦉 \\u003c \" \\"});
        for text in [line(&value).unwrap(), pretty(&value).unwrap()] {
            assert!(!text.contains(['<', '>', '&', '\u{2028}', '\u{2029}']), "{text}");
            assert_eq!(serde_json::from_str::<serde_json::Value>(&text).unwrap(), value);
        }
        assert!(line(&value).unwrap().contains("æøå 🦉"), "UTF-8 stays readable");
    }
}
