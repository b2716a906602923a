//! `deadline`: the dates of a request for people and for programs, and of a whole file of them.

use crate::crash::binary::{Ended, program};
use std::io::Write;
use std::process::Stdio;

fn deadline(arguments: &[&str]) -> Ended {
    Ended::of(program(&[&["deadline"], arguments].concat()))
}

#[test]
fn deadline_says_the_date_and_how_it_came_about_in_three_languages() {
    let asked = ["--received", "2026-02-10", "--country", "SE"];
    let said = deadline(&asked).with(0).says(&["Answer by Tue 10 Mar 2026", "The law", "Sweden"]);
    assert!(said.err.is_empty(), "{said:?}");
    deadline(&[&asked[..], &["--lang", "sv"]].concat()).with(0).says(&["Svara senast tis 10 mars 2026"]);
    deadline(&[&asked[..], &["--lang", "da"]].concat()).with(0).says(&["Svar senest tirs. 10. mar. 2026"]);
}

#[test]
fn deadline_writes_the_same_dates_as_json() {
    let paused =
        ["--received", "2026-09-01", "--country", "DK", "--pause", "2026-09-02..2026-09-09", "--json"];
    let said = deadline(&paused).with(0);
    let json: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    // a month from 1 September is 1 October; seven days of waiting are not counted
    assert_eq!(json["month_raw"], "2026-10-01");
    assert_eq!(json["paused_days"], 7);
    assert_eq!(json["statutory_due"], "2026-10-08");
    assert!(json["steps"].as_array().is_some_and(|steps| steps.len() > 2), "{json}");
}

const REQUESTS: &str = "country,received,extended,pauses\n\
                        SE,2026-02-10,,\n\
                        DK,2026-02-30,,\n\
                        XX,2026-02-10,,\n\
                        DK,2026-09-01,false,2026-09-02..2026-09-09\n\
                        DK,2026-0";

#[test]
fn deadline_reckons_a_whole_file_and_names_every_bad_line_by_its_number() {
    let folder = tempfile::TempDir::new().unwrap();
    let file = folder.path().join("requests.csv");
    std::fs::write(&file, REQUESTS).unwrap();
    let said = deadline(&["--batch", file.to_str().unwrap()]).with(1);
    let lines: Vec<&str> = said.out.lines().collect();
    assert_eq!(lines.len(), 3, "a header and the two good ones: {said:?}");
    assert!(lines[1].starts_with("SE,2026-02-10,2026-03-10,"), "{said:?}");
    assert!(lines[2].starts_with("DK,2026-09-01,2026-10-01,"), "{said:?}");
    let complaints: Vec<&str> = said.err.lines().collect();
    assert_eq!(complaints[0], "line 3: 2026-02-30 does not exist.");
    assert!(complaints[1].starts_with("line 4: \"XX\" is no country"), "{said:?}");
    assert_eq!(complaints[2], "line 6: 2 field(s) where 4 are needed.", "a line that was cut");
    assert_eq!(complaints[3], "3 line(s) refused; the others are written.");

    let missing = deadline(&["--batch", folder.path().join("none.csv").to_str().unwrap()]).with(1);
    missing.complains(&["Cannot open", "none.csv"]);
}

#[test]
fn deadline_reads_standard_input_and_a_good_file_ends_well() {
    let mut command = program(&["deadline", "--batch"]);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(b"DK,2026-09-01\n").unwrap();
    let output = child.wait_with_output().unwrap();
    let out = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success() && output.stderr.is_empty(), "{output:?}", output = output.status);
    assert_eq!(out.lines().count(), 2, "{out}");
}

#[test]
fn deadline_refuses_facts_that_make_no_sense_in_a_sentence() {
    let asked = |received: &str, more: &[&str]| {
        deadline(&[&["--received", received, "--country", "DK"], more].concat())
    };
    asked("2026-02-30", &[]).with(1).complains(&["2026-02-30 does not exist."]);
    asked("10.2.2026", &[]).with(1).complains(&["\"10.2.2026\" is no date: YYYY-MM-DD is needed."]);
    asked("2126-02-10", &[]).with(1).complains(&["outside the years whose holidays are known"]);
    let early = asked("2026-02-10", &["--pause", "2026-02-09..2026-02-11"]).with(1);
    early.complains(&["begins before the receipt"]);
    let backwards = asked("2026-02-10", &["--pause", "2026-02-12..2026-02-11"]).with(1);
    backwards.complains(&["ends before it begins"]);
    deadline(&["--received", "2026-02-10", "--country", "NO"])
        .with(2)
        .complains(&["\"NO\" is no country", "DK or SE"]);
}
