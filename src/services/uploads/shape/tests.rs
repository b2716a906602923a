//! Files a browser made, every beginning of them, and files that are two things at once.

use super::*;

const JPEG: &[u8] = include_bytes!("../../../../tests/files/small.jpg");
const PNG: &[u8] = include_bytes!("../../../../tests/files/small.png");
const PDF: &[u8] = include_bytes!("../../../../tests/files/small.pdf");
const WHOLE: [(FileType, &[u8]); 3] = [(FileType::Jpeg, JPEG), (FileType::Png, PNG), (FileType::Pdf, PDF)];

/// What is said of a file that arrives in pieces of this size, the first one being large enough to
/// tell the kind.
fn verdict(kind: FileType, bytes: &[u8], piece: usize) -> Result<(), Wrong> {
    let mut shape = Shape::of(kind);
    let (head, rest) = bytes.split_at(bytes.len().min(32));
    shape.feed(head)?;
    for part in rest.chunks(piece) {
        shape.feed(part)?;
    }
    shape.finish()
}

/// The smallest ZIP there is, with one empty entry.
fn zip(comment: usize) -> Vec<u8> {
    let mut zip = b"PK\x03\x04\x0a\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x01\0\0\0a".to_vec();
    zip.extend(b"PK\x01\x02\x1e\x03\x0a\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x01\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0a");
    zip.extend(b"PK\x05\x06\0\0\0\0\x01\0\x01\0\x2f\0\0\0\x1f\0\0\0");
    zip.extend(u16::try_from(comment).unwrap().to_le_bytes());
    zip.extend(vec![b'c'; comment]);
    zip
}

#[test]
fn files_a_browser_made_are_taken_whatever_the_pieces_they_arrive_in() {
    for (kind, bytes) in WHOLE {
        for piece in 1..300 {
            assert_eq!(verdict(kind, bytes, piece), Ok(()), "{kind:?} in pieces of {piece}");
        }
    }
}

#[test]
fn no_beginning_of_a_picture_is_a_picture() {
    for (kind, bytes) in [(FileType::Jpeg, JPEG), (FileType::Png, PNG)] {
        for end in 1..bytes.len() {
            assert!(verdict(kind, &bytes[..end], 64).is_err(), "{kind:?}: {end} of {} bytes", bytes.len());
        }
    }
    assert!(verdict(FileType::Pdf, &PDF[..PDF.len() - 1100], 64).is_err());
}

#[test]
fn a_file_that_is_two_things_at_once_is_refused() {
    let parts: [&[u8]; 10] = [
        b"Rar!\x1a\x07\x01\x00",
        b"7z\xbc\xaf\x27\x1c\x00\x04",
        &zip(0),
        &zip(40_000),
        &[zip(0), vec![b' '; 3000]].concat(),
        b"<script>alert(1)</script>",
        b"<SVG onload=alert(1)>",
        b"<!DOCTYPE html>",
        b"<?php system($_GET[0]); ?>",
        b"<iframe src=x>",
    ];
    let mut tried = 0;
    for (kind, bytes) in WHOLE {
        for (at, part) in parts.iter().enumerate() {
            // programs run from a picture, and stand in many honest PDFs as text
            if kind == FileType::Pdf && at >= 5 {
                continue;
            }
            // behind the file; inside it where the format has room for a comment
            let mut polyglots = vec![[bytes, part].concat()];
            if kind == FileType::Jpeg {
                let length = u16::try_from((part.len() + 2).min(65_535)).unwrap().to_be_bytes();
                let room = &part[..part.len().min(65_533)];
                polyglots.push([&bytes[..2], b"\xff\xfe", &length, room, &bytes[2..]].concat());
            }
            if kind == FileType::Png {
                let length = u32::try_from(part.len()).unwrap().to_be_bytes();
                polyglots.push([&bytes[..33], &length, b"tEXt", part, b"\0\0\0\0", &bytes[33..]].concat());
            }
            if kind == FileType::Pdf {
                polyglots.push([&bytes[..9], part, &bytes[9..]].concat());
            }
            for polyglot in polyglots {
                for piece in [1, 7, 4096, 1 << 20] {
                    assert!(verdict(kind, &polyglot, piece).is_err(), "{kind:?} with part {at}, {piece}");
                    tried += 1;
                }
            }
        }
    }
    assert!(tried >= 200, "{tried}");
}

#[test]
fn what_a_phone_writes_behind_the_end_of_its_picture_is_let_be() {
    let depth_map = [JPEG, JPEG, b"SEFHe\0\0\0\x03\0\0\0"].concat();
    assert_eq!(verdict(FileType::Jpeg, &depth_map, 50), Ok(()));
    assert!(verdict(FileType::Png, &[PNG, b"\n"].concat(), 50).is_err());
}

#[test]
fn a_picture_of_more_pixels_than_anybody_opens_is_refused_by_its_head() {
    let png = |width: u32, height: u32| {
        let mut png = PNG.to_vec();
        png[16..20].copy_from_slice(&width.to_be_bytes());
        png[20..24].copy_from_slice(&height.to_be_bytes());
        verdict(FileType::Png, &png, 16)
    };
    assert_eq!(png(8000, 5000), Ok(()));
    assert_eq!(png(8000, 5001), Err(Wrong::TooManyPixels));
    assert_eq!(png(u32::MAX, u32::MAX), Err(Wrong::TooManyPixels));
    assert_eq!(png(0, 5000), Err(Wrong::OtherKind));
    let frame = JPEG.windows(2).position(|two| two == b"\xff\xc0").unwrap();
    let jpeg = |width: u16, height: u16| {
        let mut jpeg = JPEG.to_vec();
        jpeg[frame + 5..frame + 7].copy_from_slice(&height.to_be_bytes());
        jpeg[frame + 7..frame + 9].copy_from_slice(&width.to_be_bytes());
        verdict(FileType::Jpeg, &jpeg, 16)
    };
    assert_eq!(jpeg(8000, 5000), Ok(()));
    assert_eq!(jpeg(65_535, 65_535), Err(Wrong::TooManyPixels));
    assert_eq!(jpeg(8000, 0), Err(Wrong::OtherKind));
}

#[test]
fn text_a_browser_would_run_is_no_letter() {
    for markup in [
        "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        "\u{feff}  \n<SVG>",
        "<!DOCTYPE svg PUBLIC>",
        "<?xml version='1.0'?><svg/>",
        "<html><body>",
        "#!/bin/sh\nrm",
    ] {
        assert_eq!(verdict(FileType::Text, markup.as_bytes(), 64), Err(Wrong::OtherKind), "{markup}");
    }
    for letter in ["Kære I, jeg vil <se> mine data.", "a;b\n1;2\n", "{\"a\": \"<svg>\"}", ""] {
        assert_eq!(verdict(FileType::Text, letter.as_bytes(), 64), Ok(()), "{letter}");
    }
}
