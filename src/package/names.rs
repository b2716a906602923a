//! Paths inside the package: made of codes and counters, safe on every system, never taken from
//! a name that came from outside.

/// Names Windows refuses as a folder.
const RESERVED: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

/// A folder name of `[a-z0-9_-]` from a code of the register or data map.
pub(crate) fn safe_code(code: &str) -> String {
    let mut out = String::new();
    for c in code.trim().chars().flat_map(char::to_lowercase).take(80) {
        match c {
            'a'..='z' | '0'..='9' | '-' | '_' => out.push(c),
            'æ' | 'ä' => out.push_str("ae"),
            'ø' | 'ö' => out.push_str("oe"),
            'å' => out.push_str("aa"),
            _ if out.ends_with('-') => {}
            _ => out.push('-'),
        }
    }
    let out = out.trim_matches('-');
    if out.is_empty() {
        return "other".to_owned();
    }
    if RESERVED.contains(&out.trim_end_matches(|c: char| c.is_ascii_digit())) {
        return format!("{out}_");
    }
    out.to_owned()
}

/// The folder of a category's parts.
pub(crate) fn part_folder(activity: &str, category: &str) -> String {
    format!("data/{}/{}", safe_code(activity), safe_code(category))
}

/// The path of a part in its folder; `number` counts from 1.
pub(crate) fn part_path(folder: &str, number: usize) -> String {
    format!("{folder}/part-{number:04}.json")
}

/// The path of a document; `number` counts from 1 through the package.
pub(crate) fn document_path(number: usize, media_type: &str) -> String {
    let extension = match media_type {
        "application/pdf" => "pdf",
        "image/jpeg" => "jpg",
        "image/png" => "png",
        "text/plain" => "txt",
        "text/csv" => "csv",
        "application/json" => "json",
        _ => "bin",
    };
    format!("files/{number:04}.{extension}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_from_outside_leaves_its_folder() {
        for (code, expected) in [
            ("contact", "contact"),
            ("Invoice_Lines", "invoice_lines"),
            ("../../etc/passwd", "etc-passwd"),
            ("C:\\Windows", "c-windows"),
            ("Købshistorik åäö", "koebshistorik-aaaeoe"),
            ("\u{202e}fdp.exe\0", "fdp-exe"),
            ("", "other"),
            ("…", "other"),
            ("CON", "con_"),
            ("lpt1", "lpt1_"),
        ] {
            assert_eq!(safe_code(code), expected, "{code}");
        }
        assert!(safe_code(&"å".repeat(500)).len() <= 160);
    }

    #[test]
    fn a_document_keeps_only_an_extension_we_know() {
        assert_eq!(document_path(1, "application/pdf"), "files/0001.pdf");
        assert_eq!(document_path(12, "text/html"), "files/0012.bin");
    }
}
