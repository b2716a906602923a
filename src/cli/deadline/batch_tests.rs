//! The batch against the vectors and against files that were cut, bent or made to hurt.

use super::*;
use serde_json::Value;

const VECTORS: &str = include_str!("../../../tests/data/vectors/deadlines.json");

fn answer(input: &[u8]) -> (Vec<String>, Vec<String>, u64) {
    let (mut out, mut complaints) = (Vec::new(), Vec::new());
    let refused = run(input, &mut out, &mut complaints, Profile::Eu, Some(30)).unwrap();
    let lines = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap().lines().map(str::to_owned).collect();
    (lines(out), lines(complaints), refused)
}

#[test]
fn every_vector_comes_back_with_its_dates() {
    let vectors: Value = serde_json::from_str(VECTORS).unwrap();
    let mut input = "country,received,extended,pauses\n".to_owned();
    let mut wanted = Vec::new();
    for vector in vectors["vectors"].as_array().unwrap().iter().filter(|v| v["profile"] == "eu") {
        let text = |value: &Value| value.as_str().unwrap_or("").to_owned();
        let pauses = vector["pauses"].as_array().unwrap().iter();
        let pauses: Vec<_> =
            pauses.map(|p| format!("{}..{}", text(&p["asked"]), text(&p["answered"]))).collect();
        let (country, received) = (text(&vector["country"]), text(&vector["received"]));
        input += &format!("{country},{received},{},{}\n", vector["extension"], pauses.join(";"));
        let field = |name: &str| text(&vector["expected"][name]);
        let days = vector["expected"]["paused_days"].as_i64().unwrap_or(0);
        wanted.push(format!(
            "{country},{received},{},{},{},{},{},{days}",
            field("month_raw"),
            field("month_due"),
            field("promise_due"),
            field("effective_due"),
            field("extended_due")
        ));
    }
    let (lines, complaints, refused) = answer(input.as_bytes());
    assert_eq!((complaints.len(), refused, lines.len()), (0, 0, wanted.len() + 1));
    assert_eq!(lines[0], HEADER);
    for (line, wanted) in lines[1..].iter().zip(&wanted) {
        assert_eq!(line.rsplit_once(',').unwrap().0, wanted);
    }
}

#[test]
fn what_is_shown_follows_extension_and_pauses() {
    let (lines, _, _) =
        answer(b"DK,2026-09-01,true,2026-09-02..2026-09-09\nSE,2026-09-01,,2026-09-02..\nSE,2026-02-10\n");
    assert_eq!(
        lines[1..],
        [
            "DK,2026-09-01,2026-10-01,2026-10-01,2026-10-01,2026-10-01,2026-12-01,7,2026-12-08",
            "SE,2026-09-01,2026-10-01,2026-10-01,2026-10-01,2026-10-01,,0,2026-10-01",
            "SE,2026-02-10,2026-03-10,2026-03-10,2026-03-12,2026-03-10,,0,2026-03-10",
        ]
    );
}

#[test]
fn a_bad_line_is_named_by_its_number_and_the_others_are_answered() {
    let input = "country,received,extended,pauses\r\n\
        DK,2026-02-30,,\r\n\
        NO,2026-02-10,,\r\n\
        DK,2026-02-10,,\r\n\
        \r\n\
        SE,2026-02-10,maybe,\r\n\
        SE,2026-02-10,false,2026-02-12..2026-02-11\r\n\
        SE,2026-02-10,false,2026-02-01..2026-02-11\r\n\
        SE,1999-02-10,false,\r\n\
        \"SE\",\"2026-02-10\",false,\r\n\
        SE,2026-02-1";
    let (lines, complaints, refused) = answer(input.as_bytes());
    assert_eq!(lines.len(), 3);
    assert_eq!(refused, 7);
    assert_eq!(
        complaints,
        [
            "line 2: 2026-02-30 does not exist.",
            "line 3: \"NO\" is no country known here: DK or SE.",
            "line 6: extended is true or false, not \"maybe\".",
            "line 7: The pause 2026-02-12..2026-02-11 ends before it begins.",
            "line 8: The pause from 2026-02-01 begins before the receipt on 2026-02-10.",
            "line 9: 1999-02-10 is outside the years whose holidays are known (2020 to 2040).",
            "line 11: 2 field(s) where 4 are needed.",
        ]
    );
}

#[test]
fn half_a_line_is_refused_wherever_it_was_cut() {
    let whole = "SE,2026-09-01,false,2026-09-02..2026-09-09";
    // Cuts that leave a line that is whole again: no extension, no pauses, or a pause still open.
    let sense = ["SE,2026-09-01", "SE,2026-09-01,", "SE,2026-09-01,false", "SE,2026-09-01,false,"];
    for end in 1..whole.len() {
        let cut = &whole[..end];
        let (_, complaints, refused) = answer(cut.as_bytes());
        let makes_sense = sense.contains(&cut) || cut == "SE,2026-09-01,false,2026-09-02..";
        assert_eq!(refused, u64::from(!makes_sense), "{cut}: {complaints:?}");
        let headed = format!("country,received,extended,pauses\n{cut}");
        let refused = answer(headed.as_bytes()).2;
        let makes_sense = cut.ends_with("false,") || cut.ends_with("..");
        assert_eq!(refused, u64::from(!makes_sense), "with a header: {cut}");
    }
}

#[test]
fn nothing_that_can_stand_in_a_file_makes_it_panic() {
    let long = [b"DK,2026-02-10,".as_slice(), &vec![b'x'; 200_000], b"\nDK,2026-02-10\n"].concat();
    let (lines, complaints, refused) = answer(&long);
    assert_eq!((lines.len(), refused), (2, 1));
    assert_eq!(complaints, ["line 1: the line is too long to be a request."]);

    for odd in [
        &b"\xff\xfe,\n"[..],
        b"DK,\"2026-02-10\n",
        b",,,,,\n",
        b"\0\n",
        "DK,２０２６-02-10\n".as_bytes(),
        b"DK,+026-02-10\n",
    ] {
        let (lines, complaints, refused) = answer(odd);
        assert_eq!((lines.len(), refused, complaints.len()), (1, 1, 1), "{odd:?}");
        assert!(complaints[0].chars().all(|c| !c.is_control()), "{complaints:?}");
    }
    assert_eq!(answer(b"").0, [HEADER]);
    assert_eq!(answer("\u{feff}country,received\nDK,2026-02-10\n".as_bytes()).0.len(), 2);
    assert_eq!(
        answer(b"country,recieved\n").1,
        ["line 1: \"recieved\" is no column: country, received, extended, pauses."]
    );
    assert_eq!(answer(b"received,country\n2026-02-10,dk\n").0[1][..13], *"DK,2026-02-10");
}
