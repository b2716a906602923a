//! Values of any source as JSON, the same from every kind of system.
//!
//! * A number is a JSON number when it has at most 15 significant digits, which every reader of
//!   JSON carries exactly; otherwise a string with all its digits. Zeros that say nothing go:
//!   `5.00` is `5`, `13.860` is `13.86`.
//! * A point in time is ISO 8601: `2022-03-11T00:00:00`, with `Z` when the source knows the zone
//!   (then in UTC). A date is `2022-03-11`. What does not look like either stays as stored.
//! * Bytes are a `data:` URI in base64 (RFC 2397).
//! * Text stays as stored; null is null; arrays and JSON columns keep their structure.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Number, Value};

/// What a column holds, as far as reading it needs to know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Whole or decimal numbers with exact digits.
    Exact,
    /// Binary floating point.
    Float,
    /// True or false.
    Bool,
    /// Bytes.
    Bytes,
    /// JSON, arrays and composites.
    Json,
    /// Date and time without a zone.
    Timestamp,
    /// Date and time with a zone, read in UTC.
    TimestampUtc,
    /// Everything else, as text.
    Text,
}

/// Most significant digits of a JSON number.
const DIGITS: usize = 15;

/// A decimal number as written by a database.
pub fn exact(text: &str) -> Value {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", text),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let is_number = !whole.is_empty() && whole.chars().chain(fraction.chars()).all(|c| c.is_ascii_digit());
    if !is_number {
        return Value::String(text.to_string());
    }
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        whole => whole,
    };
    let fraction = fraction.trim_end_matches('0');
    let sign = if whole == "0" && fraction.is_empty() { "" } else { sign };
    let canonical =
        if fraction.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") };
    let significant = if whole == "0" { fraction.trim_start_matches('0') } else { fraction };
    let significant = significant.len() + if whole == "0" { 0 } else { whole.len() };
    if significant > DIGITS {
        return Value::String(canonical);
    }
    let number = if fraction.is_empty() {
        canonical.parse::<i64>().ok().map(Number::from)
    } else {
        canonical.parse::<f64>().ok().and_then(Number::from_f64)
    };
    number.map_or(Value::String(canonical), Value::Number)
}

/// A binary floating point number, in its shortest exact form.
pub fn float(number: f64) -> Value {
    if number.is_nan() {
        return Value::String("NaN".to_string());
    }
    if number.is_infinite() {
        return Value::String(if number > 0.0 { "Infinity" } else { "-Infinity" }.to_string());
    }
    // Display writes the shortest digits that read back as this number, without an exponent.
    if number.abs() < 1e15 {
        return exact(&number.to_string());
    }
    Value::String(format!("{number:e}"))
}

/// Bytes.
pub fn bytes(bytes: &[u8]) -> Value {
    Value::String(format!("data:application/octet-stream;base64,{}", STANDARD.encode(bytes)))
}

/// Date and time without a zone, written `2022-03-11 00:00:00` or the like; otherwise as stored.
pub fn timestamp(text: &str) -> Value {
    Value::String(iso(text).unwrap_or_else(|| text.to_string()))
}

/// Date and time in UTC, written `2022-03-11 00:00:00+00`; otherwise as stored.
pub fn timestamp_utc(text: &str) -> Value {
    let written = text.strip_suffix("+00").and_then(iso).map(|iso| format!("{iso}Z"));
    Value::String(written.unwrap_or_else(|| text.to_string()))
}

fn iso(text: &str) -> Option<String> {
    let (date, time) = text.split_once([' ', 'T'])?;
    let (clock, fraction) = time.split_once('.').unwrap_or((time, "0"));
    let shape = |text: &str, pattern: &str| {
        text.len() == pattern.len()
            && text
                .chars()
                .zip(pattern.chars())
                .all(|(c, p)| if p == '9' { c.is_ascii_digit() } else { c == p })
    };
    let clock_fits = shape(clock, "99:99:99") || (shape(clock, "99:99") && time.len() == clock.len());
    let fits = shape(date, "9999-99-99") && clock_fits && fraction.chars().all(|c| c.is_ascii_digit());
    if !fits {
        return None;
    }
    let seconds = if clock.len() == 5 { ":00" } else { "" };
    Some(match fraction.trim_end_matches('0') {
        "" => format!("{date}T{clock}{seconds}"),
        fraction => format!("{date}T{clock}{seconds}.{fraction}"),
    })
}

/// The value as a person would write it, for comparing and for addresses; `None` when empty.
pub fn as_text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) if text.trim().is_empty() => None,
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn numbers_keep_every_digit_and_lose_idle_zeros() {
        assert_eq!(exact("13.86"), json!(13.86));
        assert_eq!(exact("5.00"), json!(5));
        assert_eq!(exact("-0.00"), json!(0));
        assert_eq!(exact("007"), json!(7));
        assert_eq!(exact("999999999999999"), json!(999_999_999_999_999_i64));
        assert_eq!(exact("9007199254740993"), json!("9007199254740993"));
        assert_eq!(exact("0.000000000000001230"), json!(1.23e-15));
        assert_eq!(exact("1.2345678901234567890"), json!("1.234567890123456789"));
        assert_eq!(exact("NaN"), json!("NaN"));
        assert_eq!(exact("12,5"), json!("12,5"));
    }

    #[test]
    fn a_float_is_written_as_short_as_it_can_be() {
        assert_eq!(float(13.86), json!(13.86));
        assert_eq!(float(5.0), json!(5));
        assert_eq!(float(-0.0), json!(0));
        assert_eq!(float(0.1 + 0.2), json!("0.30000000000000004"));
        assert_eq!(float(1e300), json!("1e300"));
        assert_eq!(float(f64::NAN), json!("NaN"));
        assert_eq!(float(f64::NEG_INFINITY), json!("-Infinity"));
    }

    #[test]
    fn points_in_time_are_iso_8601_and_anything_else_stays() {
        assert_eq!(timestamp("2022-03-11 00:00:00"), json!("2022-03-11T00:00:00"));
        assert_eq!(timestamp("2022-03-11 00:00:00.500"), json!("2022-03-11T00:00:00.5"));
        assert_eq!(timestamp("2022-03-11T09:30"), json!("2022-03-11T09:30:00"));
        assert_eq!(timestamp("11/03/2022 09:30"), json!("11/03/2022 09:30"));
        assert_eq!(timestamp("infinity"), json!("infinity"));
        assert_eq!(timestamp("0044-03-15 00:00:00 BC"), json!("0044-03-15 00:00:00 BC"));
        assert_eq!(timestamp_utc("2022-03-11 00:00:00+00"), json!("2022-03-11T00:00:00Z"));
    }

    #[test]
    fn bytes_say_that_they_are_bytes() {
        assert_eq!(bytes(b"\x00\xff"), json!("data:application/octet-stream;base64,AP8="));
    }
}
