//! Every letter in every language, read and checked.

use super::*;
use crate::domain::letter::GroundText;
use crate::domain::right::Right;
use crate::mail::samples::{self, CODE, PERSON, REFERENCE};

const ALL: [Lang; 3] = [Lang::Da, Lang::Sv, Lang::En];

fn each(mut look: impl FnMut(Lang, &str, Option<&Letter>, &Rendered)) {
    for lang in ALL {
        for (name, letter) in samples::letters(lang) {
            let made =
                render(&letter, &samples::frame(lang)).unwrap_or_else(|e| panic!("{name} in {lang}: {e}"));
            look(lang, name, Some(&letter), &made);
        }
        for (name, mail) in samples::staff_mails() {
            let made = render_staff(&mail, lang).unwrap_or_else(|e| panic!("{name} in {lang}: {e}"));
            look(lang, name, None, &made);
        }
    }
}

#[test]
fn every_letter_in_every_language_reads_as_its_snapshot() {
    let mut books: BTreeMap<&str, String> = BTreeMap::new();
    each(|lang, name, _, made| {
        let book = books.entry(lang.code()).or_default();
        *book += &format!("======== {name}\nSubject: {}\n\n{}\n", made.subject, made.text);
    });
    for (lang, book) in books {
        insta::assert_snapshot!(format!("letters_{lang}"), book.replace('\u{a0}', "~"));
    }
}

#[test]
fn the_page_of_an_answer_stands_alone() {
    let letter = samples::answer(Lang::Da, Right::Erasure, Outcome::PartlyFulfilled);
    let html = render(&letter, &samples::frame(Lang::Da)).unwrap().html;
    insta::assert_snapshot!(html);
    each(|lang, name, _, made| {
        for far in ["<script", "<img", "src=", "url(", "@import", "<link", "onload"] {
            assert!(!made.html.contains(far), "{name} in {lang} holds {far}");
        }
        assert!(made.html.contains(&format!("<html lang=\"{lang}\">")), "{name} in {lang}");
    });
}

#[test]
fn every_template_has_a_sample_and_parses() {
    assert_eq!(crate::mail::check(), Vec::<String>::new());
    let mut seen: Vec<&str> = samples::letters(Lang::Da).iter().map(|(_, l)| l.template()).collect();
    seen.extend(samples::staff_mails().iter().map(|(_, m)| m.template()));
    for name in templates::NAMES {
        assert!(seen.contains(&name), "{name} has no sample");
    }
    assert!(seen.iter().all(|name| templates::NAMES.contains(name)));
}

#[test]
fn nothing_is_left_open_and_nobody_shouts() {
    each(|lang, name, _, made| {
        for text in [&made.subject, &made.text] {
            for odd in ["{", "}", "!", "none", "undefined", "  ", "\n\n\n", "\u{2068}"] {
                assert!(!text.contains(odd), "{name} in {lang} holds {odd:?}:\n{text}");
            }
        }
        assert!(!made.html.contains("{{") && !made.html.contains("{%"), "{name} in {lang}");
        assert!(!made.subject.is_empty() && made.subject.lines().count() == 1, "{name} in {lang}");
    });
}

#[test]
fn reference_and_code_never_stand_in_one_mail() {
    each(|lang, name, letter, made| {
        let all = format!("{}{}{}", made.subject, made.text, made.html);
        let code = all.contains(CODE);
        let reference = all.contains(REFERENCE);
        assert_eq!(made.only_on_paper, code && reference, "{name} in {lang}");
        if let Some(letter) = letter {
            assert_eq!(reference, letter.names_reference(), "{name} in {lang}");
            assert!(!(code && all.contains("/status")) || made.only_on_paper, "{name} in {lang}");
        }
    });
}

#[test]
fn only_an_answer_names_the_person_and_no_subject_tells_anything() {
    each(|lang, name, letter, made| {
        let is_answer = matches!(letter, Some(Letter::Answer { .. } | Letter::MarketingStopped { .. }));
        assert_eq!(made.text.contains(PERSON), is_answer, "{name} in {lang}");
        if letter.is_some() {
            for secret in [PERSON, REFERENCE, CODE, "Skovly"] {
                assert!(!made.subject.contains(secret), "{name} in {lang}");
            }
            for right in Right::ALL {
                let noun = words::text(lang, &format!("right-{right}-noun_plain"), &[]);
                assert!(!made.subject.contains(&noun), "{name} in {lang}");
            }
        }
    });
}

#[test]
fn who_does_not_get_everything_is_told_why_and_where_to_complain() {
    for lang in ALL {
        let frame = samples::frame(lang);
        for outcome in [Outcome::Refused, Outcome::PartlyFulfilled, Outcome::CannotIdentify] {
            let text = render(&samples::answer(lang, Right::Access, outcome), &frame).unwrap().text;
            assert!(text.contains(&frame.authority.name) && text.contains(&frame.authority.address));
            assert!(text.contains(&frame.authority.web));
            assert!(text.contains(&words::text(lang, "letter-court", &[])), "{text}");
            let article = if lang == Lang::En { "(Article\u{a0}" } else { "(artikel\u{a0}" };
            assert!(text.contains(article), "{text}");
        }
    }
}

#[test]
fn a_letter_without_what_the_law_wants_is_not_made() {
    let frame = samples::frame(Lang::Da);
    let with = |right, outcome, change: &dyn Fn(&mut Vec<GroundText>, &mut Vec<String>)| {
        let Letter::Answer {
            words,
            mut grounds,
            mut searched,
            identifiers,
            record,
            burden,
            has_package,
            late,
            ..
        } = samples::answer(Lang::Da, right, outcome)
        else {
            unreachable!()
        };
        change(&mut grounds, &mut searched);
        let letter = Letter::Answer {
            right,
            outcome,
            words,
            grounds,
            searched,
            identifiers,
            record,
            burden,
            has_package,
            late,
        };
        render(&letter, &frame).unwrap_err()
    };
    for outcome in [Outcome::Refused, Outcome::PartlyFulfilled, Outcome::CannotIdentify] {
        let error = with(Right::Access, outcome, &|grounds, _| grounds.clear());
        assert_eq!(error, RenderError::Incomplete(GapError::NoGround));
    }
    let silent = with(Right::Access, Outcome::Refused, &|grounds, _| grounds[0].why = "  ".into());
    assert_eq!(silent, GapError::NoReason { code: "excessive_repetitive".into() }.into());
    let vague = with(Right::Access, Outcome::CannotIdentify, &|grounds, _| grounds[0].what.clear());
    assert_eq!(vague, GapError::NoSubject { code: "subject_not_identifiable".into() }.into());
    let nowhere = with(Right::Access, Outcome::NoData, &|_, searched| searched.clear());
    assert_eq!(nowhere, GapError::Empty("where was searched").into());
    for right in [Right::MarketingObjection, Right::ConsentWithdrawal] {
        assert_eq!(with(right, Outcome::Refused, &|_, _| {}), GapError::NotRefusable.into());
    }
    let ended = with(Right::Access, Outcome::Withdrawn, &|_, _| {});
    assert_eq!(ended, GapError::NotAnAnswer(Outcome::Withdrawn).into());

    let refused = samples::answer(Lang::Da, Right::Access, Outcome::Refused);
    let nobody = AuthorityFacts { name: " ".into(), ..frame.authority.clone() };
    let error = render(&refused, &Frame { authority: nobody, ..frame.clone() }).unwrap_err();
    assert_eq!(error, GapError::NoAuthority.into());
    let error = render(&refused, &Frame { reference: None, ..frame.clone() }).unwrap_err();
    assert_eq!(error, GapError::Empty("which case it is about").into());
    let mut both = samples::letters(Lang::Da).remove(2).1;
    if let Letter::Receipt { confirm_link, .. } = &mut both {
        *confirm_link = Some("https://data.skovly.example/x".into());
    }
    assert_eq!(render(&both, &frame).unwrap_err(), GapError::CodeInMail.into());
}

#[test]
fn every_ground_of_the_law_has_a_sentence_for_what_and_why() {
    for lang in ALL {
        for id in words_ids("ground-", "-label") {
            let code = id.trim_start_matches("ground-").trim_end_matches("-label").to_owned();
            let ground = GroundText { code, article: "16".into(), what: "WHAT".into(), why: "WHY.".into() };
            let sentence = complete::sentence(lang, &ground).unwrap();
            assert!(sentence.contains("WHY."), "{sentence}");
            assert!(sentence.ends_with(')') && sentence.len() > 40, "{id} in {lang}: {sentence}");
        }
    }
    let own = GroundText {
        code: "local_rule".into(),
        article: "lov nr. 5, § 2".into(),
        what: "dit kort:".into(),
        why: "Loven siger det.".into(),
    };
    assert_eq!(complete::sentence(Lang::Da, &own).unwrap(), "dit kort: Loven siger det. (lov nr. 5, § 2)");
}

fn words_ids(head: &str, tail: &str) -> Vec<String> {
    words::ids().into_iter().filter(|id| id.starts_with(head) && id.ends_with(tail)).collect()
}

#[test]
fn what_people_write_is_shown_and_never_run() {
    let payloads = [
        "{{ 7*7 }}",
        "{% for x in range(10**9) %}x{% endfor %}",
        "{# x #}",
        "${7*7}",
        "#{7*7}",
        "<%= 7*7 %>",
        "{{ self.__class__.__mro__ }}",
        "{{ config }}",
        "{{ lang }}",
        "{ $name }",
        "{ skip }",
        "{{ t('skip') }}",
        "{% include 'frame.txt' %}",
        "{% raw %}",
        "{{ ''.join(['a']) }}",
        "*{7*7}",
        "@(7*7)",
        "[[${7*7}]]",
        "{{ controller.phone }}",
        "{%- set x = 1 -%}{{ x }}",
        "{{ ''|attr('x') }}",
        "$x",
        "{}",
        "%s%n",
        "\\{\\{ 7 \\}\\}",
    ];
    for payload in payloads {
        for lang in ALL {
            let mut frame = samples::frame(lang);
            frame.person_name = payload.into();
            frame.controller.legal_name = payload.into();
            let mut letter = samples::answer(Lang::Da, Right::Access, Outcome::Refused);
            if let Letter::Answer { words, grounds, .. } = &mut letter {
                *words = payload.into();
                grounds[0].why = format!("{payload}.");
            }
            let made = render(&letter, &frame).unwrap();
            assert!(made.text.matches(payload).count() >= 5, "{payload}:\n{}", made.text);
            assert!(!made.text.contains("49"), "{payload}");
        }
    }
}

#[test]
fn what_people_write_stays_text_on_the_page() {
    let mut frame = samples::frame(Lang::Sv);
    frame.person_name = "<img src=x onerror=alert(1)>\r\n\r\nhttps://evil.example\u{7}".into();
    let mut letter = samples::answer(Lang::Da, Right::Access, Outcome::Fulfilled);
    if let Letter::Answer { words, .. } = &mut letter {
        *words = "</p><script>alert(1)</script>\n\nhttps://evil.example/?a=\"b'".into();
    }
    let made = render(&letter, &frame).unwrap();
    assert!(!made.html.contains("<script") && !made.html.contains("<img"), "{}", made.html);
    assert!(!made.html.contains("href=\"https://evil"), "{}", made.html);
    assert!(made.text.contains("Hej <img src=x onerror=alert(1)> https://evil.example\n"), "{}", made.text);
}

#[test]
fn errors_hold_nothing_of_the_letter() {
    let error =
        fill("da/answer.txt", Value::from(BTreeMap::from([("lang", "da"), ("right", PERSON)]))).unwrap_err();
    assert!(!error.to_string().contains(PERSON) || error.to_string().contains("there is no text"), "{error}");
    let error = fill("da/reply_thanks.txt", Value::from(BTreeMap::from([("lang", "da")]))).unwrap_err();
    assert!(error.to_string().starts_with("the template da/reply_thanks.txt cannot be filled"), "{error}");
}

#[test]
fn a_template_that_never_ends_runs_out_of_fuel() {
    let env = templates::environment();
    let error = env
        .render_str(
            "{% for a in range(10000) %}{% for b in range(10000) %}x{% endfor %}{% endfor %}",
            context! {},
        )
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::OutOfFuel);
}
