//! One sample of every letter and staff mail, and of every turn a template can take.

use super::{ControllerFacts, Frame, authority};
use crate::domain::calendar::Country;
use crate::domain::case::Intake;
use crate::domain::language::Lang;
use crate::domain::letter::{GroundText, Letter, OverdueRow, RightDate, StaffMail};
use crate::domain::outcome::Outcome;
use crate::domain::read_as::ReadAs;
use crate::domain::right::Right;
use crate::domain::stopping::Channel;
use chrono::NaiveDate;

/// A canary: nothing but an answer may hold it.
pub(super) const PERSON: &str = "Luís Gonçalves";
pub(super) const REFERENCE: &str = "K7QF-2M9D";
pub(super) const CODE: &str = "48201937";

fn on(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(super) fn frame(lang: Lang) -> Frame {
    let country = if lang == Lang::Sv { Country::Se } else { Country::Dk };
    Frame {
        lang,
        controller: ControllerFacts {
            legal_name: "Skovly Musik ApS".into(),
            number: Some("CVR 12345678".into()),
            address: Some("Bøgevej 4\n8000 Aarhus C".into()),
            phone: Some("+45 86 00 00 00".into()),
            email: Some("data@skovly.example".into()),
            web: Some("www.skovly.example".into()),
            contact_person: Some("Mette Holm".into()),
        },
        reference: Some(REFERENCE.into()),
        person_name: PERSON.into(),
        date: on("2026-11-23"),
        authority: authority(country, lang).unwrap(),
        public_body: None,
        status_link: "https://data.skovly.example/status".into(),
    }
}

/// What staff wrote, in the language of the case.
fn say(lang: Lang, da: &str, sv: &str, en: &str) -> String {
    match lang {
        Lang::Da => da.into(),
        Lang::Sv => sv.into(),
        Lang::En => en.into(),
    }
}

pub(super) fn answer(lang: Lang, right: Right, outcome: Outcome) -> Letter {
    let say = |da, sv, en| say(lang, da, sv, en);
    let ground = |code: &str, article: &str, what: String, why: String| GroundText {
        code: code.into(),
        article: article.into(),
        what,
        why,
    };
    let grounds = match outcome {
        Outcome::PartlyFulfilled => vec![
            ground(
                "legal_obligation",
                "17(3)(b)",
                say(
                    "dine fakturaer fra 2023–2026",
                    "dina fakturor från 2023–2026",
                    "your invoices of 2023–2026",
                ),
                say(
                    "Bogføringsloven kræver fem år.",
                    "Bokföringslagen kräver sju år.",
                    "The Bookkeeping Act requires five years.",
                ),
            ),
            ground(
                "rights_of_others",
                "15(4)",
                say("to mails", "två mejl", "two e-mails"),
                say(
                    "De handler om en anden kunde.",
                    "De handlar om en annan kund.",
                    "They are about another customer.",
                ),
            ),
        ],
        Outcome::Refused => vec![ground(
            "excessive_repetitive",
            "12(5)(b)",
            String::new(),
            say(
                "Du har spurgt tre gange siden den 5. oktober, sidst besvaret den 2. november.",
                "Du har frågat tre gånger sedan den 5 oktober, senast besvarat den 2 november.",
                "You have asked three times since 5 October, last answered on 2 November.",
            ),
        )],
        Outcome::CannotIdentify => vec![ground(
            "subject_not_identifiable",
            "11(2)",
            say("optagelserne fra butikken", "inspelningarna från butiken", "the recordings from the shop"),
            say(
                "De bliver ikke knyttet til navne.",
                "De knyts inte till namn.",
                "They are not linked to names.",
            ),
        )],
        _ => vec![],
    };
    let nothing = outcome == Outcome::NoData;
    Letter::Answer {
        right,
        outcome,
        words: if nothing {
            String::new()
        } else {
            say(
                "Vi har set på det hele.\n\nRing, hvis du har spørgsmål.",
                "Vi har gått igenom allt.\n\nRing om du har frågor.",
                "We have looked at all of it.\n\nCall us if you have questions.",
            )
        },
        grounds,
        searched: if nothing {
            vec![
                say("butikken", "butiken", "the shop"),
                say("kundeklubben", "kundklubben", "the customer club"),
            ]
        } else {
            vec![]
        },
        identifiers: if nothing { vec!["l•••@embraer.example".into()] } else { vec![] },
        record: None,
        burden: None,
        has_package: right.has_package() && outcome.releases(),
        late: outcome == Outcome::PartlyFulfilled,
    }
}

fn stopped(lang: Lang, is_whole: bool) -> Letter {
    Letter::MarketingStopped {
        stopped_at: "2026-11-23T10:12:00+01:00".parse().unwrap(),
        channels: match is_whole {
            true => vec![Channel::Email, Channel::Sms, Channel::Profiling],
            false => vec![Channel::PhotoPortrait],
        },
        told: if is_whole { vec!["Postbud A/S".into(), "Brevdue ApS".into()] } else { vec![] },
        newsletter_on: is_whole.then(|| on("2026-11-28")),
        is_kept: is_whole,
        words: if is_whole {
            String::new()
        } else {
            say(lang, "Billedet er taget ned.", "Bilden är borttagen.", "The picture is taken down.")
        },
        late: !is_whole,
    }
}

pub(super) fn letters(lang: Lang) -> Vec<(&'static str, Letter)> {
    let say = |da, sv, en| say(lang, da, sv, en);
    let link = "https://data.skovly.example/s/abcdefghijklmnop";
    let stop_link = "https://data.skovly.example/not-me/qrstuvwxyzabcdef";
    let receipt = |rights: Vec<Right>, promise_on, confirm: bool| Letter::Receipt {
        rights,
        unsure: false,
        intake: Intake::Form,
        received_on: on("2026-11-05"),
        promise_on,
        law_on: on("2026-12-07"),
        confirm_link: confirm.then(|| link.to_owned()),
        code: None,
    };
    let ask = |pauses| Letter::AskIdentity {
        reason: say("mailadressen er ny for os", "e-postadressen är ny för oss", "the address is new to us"),
        item: say("dit kundenummer", "ditt kundnummer", "your customer number"),
        reply_by_on: on("2027-01-22"),
        pauses,
    };
    let question = say("Hvilke år gælder det?", "Vilka år gäller det?", "Which years is it about?");
    let scope = |pauses| Letter::AskScope {
        amount: say(
            "omkring 9.000 linjer i tre systemer",
            "omkring 9 000 rader i tre system",
            "about 9,000 lines in three systems",
        ),
        question: question.clone(),
        meanwhile: if pauses {
            say("dine kontaktoplysninger", "dina kontaktuppgifter", "your contact details")
        } else {
            String::new()
        },
        others: if pauses { vec![Right::Erasure] } else { vec![] },
        reply_by_on: on("2027-01-22"),
        pauses,
    };
    let mut all = vec![
        ("receipt", receipt(vec![Right::Access, Right::Erasure], Some(on("2026-12-05")), true)),
        ("receipt, no promise, marketing", receipt(vec![Right::MarketingObjection], None, false)),
        (
            "receipt, printed",
            Letter::Receipt {
                rights: vec![],
                unsure: true,
                intake: Intake::Counter,
                received_on: on("2026-11-05"),
                promise_on: Some(on("2026-12-05")),
                law_on: on("2026-12-07"),
                confirm_link: None,
                code: Some(CODE.into()),
            },
        ),
        (
            "receipt, corrected",
            Letter::ReceiptCorrected {
                was: Some(Right::Access),
                rights: vec![RightDate { right: Right::Erasure, due_on: on("2026-12-05") }],
                added_later: false,
                received_on: on("2026-11-05"),
            },
        ),
        ("new code", Letter::NewCode { link: link.into() }),
        ("ask identity, paused", ask(true)),
        ("ask identity, running", ask(false)),
        ("ask scope, paused", scope(true)),
        ("ask scope, running, nothing meanwhile", scope(false)),
        ("code link", Letter::CodeLink { link: link.into(), stop_link: stop_link.into() }),
        ("known notice", Letter::KnownNotice { stop_link: stop_link.into(), leaves: false }),
        ("known notice, before release", Letter::KnownNotice { stop_link: stop_link.into(), leaves: true }),
        ("stop lifted", Letter::StopLifted),
        ("code", Letter::Code { code: CODE.into() }),
        ("reply thanks", Letter::ReplyThanks { days: 1, due_on: on("2026-12-14") }),
        ("reply thanks, same day", Letter::ReplyThanks { days: 0, due_on: on("2026-12-07") }),
        ("resumed", Letter::Resumed { due_on: on("2026-12-14") }),
        (
            "person reminder",
            Letter::PersonReminder {
                item: say("dit kundenummer", "ditt kundnummer", "your customer number"),
                reply_by_on: on("2027-01-22"),
            },
        ),
        (
            "scope reminder",
            Letter::ScopeReminder { question: question.clone(), reply_by_on: on("2027-01-22") },
        ),
        (
            "pause kept",
            Letter::PauseKept { asked_on: on("2026-11-09"), pauses: true, lapses_on: on("2027-01-08") },
        ),
        (
            "pause kept, running",
            Letter::PauseKept { asked_on: on("2026-11-09"), pauses: false, lapses_on: on("2027-01-08") },
        ),
        (
            "lapsed",
            Letter::Lapsed { rights: vec![Right::Access, Right::Erasure], asked_on: on("2026-09-09") },
        ),
        (
            "extension undone",
            Letter::ExtensionUndone { right: Right::Access, due_on: on("2026-12-05"), late: false },
        ),
        (
            "extension undone, late",
            Letter::ExtensionUndone { right: Right::Access, due_on: on("2026-11-05"), late: true },
        ),
        ("reopened", Letter::Reopened { right: Right::Erasure, due_on: on("2026-12-05"), late: false }),
        ("reopened, late", Letter::Reopened { right: Right::Erasure, due_on: on("2026-11-05"), late: true }),
        ("message waiting", Letter::MessageWaiting),
        (
            "extension",
            Letter::Extension {
                right: Right::Access,
                reasons: say(
                    "vi har fået 40 anmodninger på en uge",
                    "vi har fått 40 begäranden på en vecka",
                    "we have had 40 requests in a week",
                ),
                extended_on: on("2027-02-05"),
            },
        ),
        (
            "withdrawn",
            Letter::Withdrawn { rights: vec![Right::Portability], undo_until_on: on("2026-11-30") },
        ),
        ("marketing stopped", stopped(lang, true)),
        ("marketing stopped, a picture", stopped(lang, false)),
        ("answer ready", Letter::AnswerReady { link: link.into(), until_on: on("2026-11-30"), downloads: 5 }),
        (
            "answer ready, once",
            Letter::AnswerReady { link: link.into(), until_on: on("2026-11-30"), downloads: 1 },
        ),
    ];
    for (name, right, outcome) in [
        ("answer, access", Right::Access, Outcome::Fulfilled),
        ("answer, portability", Right::Portability, Outcome::Fulfilled),
        ("answer, erasure, partly and late", Right::Erasure, Outcome::PartlyFulfilled),
        ("answer, access, refused", Right::Access, Outcome::Refused),
        ("answer, access, no data", Right::Access, Outcome::NoData),
        ("answer, access, cannot identify", Right::Access, Outcome::CannotIdentify),
        ("answer, objection", Right::Objection, Outcome::Fulfilled),
        ("answer, marketing", Right::MarketingObjection, Outcome::Fulfilled),
        ("answer, consent", Right::ConsentWithdrawal, Outcome::Fulfilled),
    ] {
        all.push((name, answer(lang, right, outcome)));
    }
    all.extend(belonging(lang));
    all.extend(super::record_samples::letters(lang));
    all
}

/// The letters about where a request belongs.
fn belonging(lang: Lang) -> Vec<(&'static str, Letter)> {
    let say = |da, sv, en| say(lang, da, sv, en);
    let dates = || {
        vec![
            RightDate { right: Right::Access, due_on: on("2026-12-05") },
            RightDate { right: Right::MarketingObjection, due_on: on("2026-11-06") },
        ]
    };
    let not_a_request = |read_as| Letter::NotARequest {
        read_as,
        what: say(
            "Du beder om kommunens journal om vejarbejdet.",
            "Du ber om kommunens diarium över vägarbetet.",
            "You ask for the council’s file on the roadworks.",
        ),
        passed_to: say("Teknik og Miljø", "Teknik och miljö", "Roads and Environment"),
        received_on: on("2026-11-05"),
    };
    let complaint = |code: Option<&str>| Letter::ComplaintReceived {
        about: "M4TX-9K2D".into(),
        handler: "Mette Holm".into(),
        received_on: on("2026-11-23"),
        code: code.map(str::to_owned),
    };
    vec![
        (
            "receipt, corrected, added later",
            Letter::ReceiptCorrected {
                was: None,
                rights: dates(),
                added_later: true,
                received_on: on("2026-11-05"),
            },
        ),
        ("not a request, public access", not_a_request(ReadAs::PublicAccess)),
        ("not a request, support", not_a_request(ReadAs::Support)),
        (
            "duplicate",
            Letter::Duplicate {
                right: Right::Access,
                other: "M4TX-9K2D".into(),
                received_on: on("2026-11-02"),
                due_on: on("2026-12-02"),
            },
        ),
        ("complaint received", complaint(None)),
        ("complaint received, printed", complaint(Some(CODE))),
        (
            "complaint settled",
            Letter::ComplaintSettled {
                words: say(
                    "Du har ret. Vi svarede for sent, og det undskylder vi.",
                    "Du har rätt. Vi svarade för sent, och det ber vi om ursäkt för.",
                    "You are right. We answered too late, and we are sorry.",
                ),
            },
        ),
        (
            "moved",
            Letter::Moved { from: "Skovly Data ApS".into(), received_on: on("2026-11-05"), rights: dates() },
        ),
        (
            "received date corrected",
            Letter::ReceivedCorrected {
                was_on: on("2026-11-02"),
                received_on: on("2026-11-05"),
                reason: say(
                    "Dit brev blev stemplet den 5. november.",
                    "Ditt brev stämplades den 5 november.",
                    "Your letter was stamped on 5 November.",
                ),
                rights: dates(),
            },
        ),
        (
            "representative accepted, answer to the person",
            Letter::RepresentativeAccepted { answer_to_representative: false },
        ),
        (
            "representative accepted, answer to them",
            Letter::RepresentativeAccepted { answer_to_representative: true },
        ),
        (
            "representative refused",
            Letter::RepresentativeRefused {
                missing: say(
                    "en fuldmagt med underskrift og dato",
                    "en fullmakt med underskrift och datum",
                    "a signed and dated authority",
                ),
            },
        ),
        (
            "forwarded",
            Letter::Forwarded {
                right: Right::Access,
                controller_name: Some(say("Demoby Kommune", "Demo kommun", "Demo Council")),
                reach: "Torvet 1, 0000 Demoby\ndpo@demoby.example".into(),
                received_on: on("2026-11-20"),
                sent_on: on("2026-11-23"),
                closed: false,
            },
        ),
        (
            "forwarded, unnamed and closed",
            Letter::Forwarded {
                right: Right::Erasure,
                controller_name: None,
                reach: String::new(),
                received_on: on("2026-11-20"),
                sent_on: on("2026-11-23"),
                closed: true,
            },
        ),
        (
            "forward to controller",
            Letter::ForwardToController {
                customer: say("Demoby Kommune", "Demo kommun", "Demo Council"),
                agreement: "DBA 2025-14".into(),
                received: "2026-11-20T10:31:00+01:00".into(),
                right: Right::Access,
                answer_by_on: on("2026-12-21"),
                who: "Freja Prøve\nfreja@example.com".into(),
                words: say("Send mig alt.", "Skicka mig allt.", "Send me everything."),
                reply_to: "data@skovly.example".into(),
            },
        ),
        (
            "instruction received",
            Letter::InstructionReceived {
                agreement: "DBA 2025-14".into(),
                received_on: on("2026-11-23"),
                rights: vec![Right::Erasure],
            },
        ),
    ]
}

pub(super) fn staff_mails() -> Vec<(&'static str, StaffMail)> {
    let link = || "https://data.skovly.example/cases/0192".to_owned();
    let reminder = |days| StaffMail::Reminder {
        reference: REFERENCE.into(),
        right: Right::Access,
        days,
        act_by_on: on("2026-12-07"),
        link: link(),
    };
    let row = |reference: &str, days| OverdueRow {
        reference: reference.into(),
        right: Right::Erasure,
        days,
        link: format!("https://data.skovly.example/cases/{reference}"),
    };
    vec![
        ("reminder", reminder(7)),
        ("reminder, today", reminder(0)),
        ("reminder, late", reminder(-1)),
        ("overdue digest", StaffMail::OverdueDigest { rows: vec![row(REFERENCE, 1), row("2222-2222", 3)] }),
        (
            "last day to extend",
            StaffMail::LastExtend {
                reference: REFERENCE.into(),
                days: 1,
                last_on: on("2026-12-07"),
                link: link(),
            },
        ),
        (
            "decide on a pause",
            StaffMail::DecidePause {
                reference: REFERENCE.into(),
                decide_by_on: on("2026-11-30"),
                act_by_on: on("2026-12-07"),
                link: link(),
            },
        ),
        ("stopped", StaffMail::Stopped { reference: REFERENCE.into(), link: link() }),
        ("unassigned", StaffMail::Unassigned { reference: REFERENCE.into(), link: link() }),
        ("task due", StaffMail::TaskDue { reference: REFERENCE.into(), days: -2, link: link() }),
        (
            "follow-up",
            StaffMail::FollowUp { reference: REFERENCE.into(), due_on: on("2026-12-24"), link: link() },
        ),
        (
            "invitation",
            StaffMail::Invitation { name: "Mette Holm".into(), link: link(), until_on: on("2026-11-30") },
        ),
        ("sign-in alert", StaffMail::SignInAlert { failures: 10 }),
    ]
}
