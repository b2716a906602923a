//! Letters that say what was done for a right, and those of what goes on after it.

use super::samples::answer;
use crate::domain::fulfilment::*;
use crate::domain::language::Lang;
use crate::domain::letter::Letter;
use crate::domain::outcome::Outcome;
use crate::domain::right::Right;
use chrono::NaiveDate;

fn on(text: &str) -> Option<NaiveDate> {
    Some(text.parse().unwrap())
}

/// An answer whose only words are those of its record.
fn with(lang: Lang, right: Right, outcome: Outcome, done: Fulfilment, proof: Option<Burden>) -> Letter {
    let Letter::Answer { mut grounds, searched, identifiers, has_package, .. } = answer(lang, right, outcome)
    else {
        unreachable!()
    };
    let of_record = done.grounds();
    if !of_record.is_empty() {
        grounds = of_record;
    }
    Letter::Answer {
        right,
        outcome,
        words: String::new(),
        grounds,
        searched,
        identifiers,
        record: Some(Box::new(done)),
        burden: proof.map(Box::new),
        has_package,
        late: false,
    }
}

pub(super) fn letters(lang: Lang) -> Vec<(&'static str, Letter)> {
    let say = |da: &str, sv: &str, en: &str| {
        match lang {
            Lang::Da => da,
            Lang::Sv => sv,
            Lang::En => en,
        }
        .to_owned()
    };
    let recipients = |named| Recipients {
        all: ["Postfirmaet A/S", "Nordbank"]
            .map(|name| Recipient { name: name.into(), email: String::new() })
            .to_vec(),
        named,
    };
    let field = |field: String, old: &str, new: &str, verdict, ground: &str, why: String| FieldChange {
        field,
        old: old.into(),
        new: new.into(),
        evidence: String::new(),
        verdict: Some(verdict),
        ground: ground.into(),
        why,
    };
    let rectification = Rectification {
        fields: vec![
            field(
                say("Adresse", "Adress", "Address"),
                "Bøgevej 4",
                "Elmevej 9",
                Verdict::Corrected,
                "",
                String::new(),
            ),
            field(
                say("vurderingen fra 2024", "bedömningen från 2024", "the assessment of 2024"),
                "",
                "",
                Verdict::Refused,
                "opinion_recorded_as_such",
                say("Den er medarbejderens egen.", "Den är medarbetarens egen.", "It is the employee’s own."),
            ),
        ],
        statement: say("Jeg betalte til tiden.", "Jag betalade i tid.", "I paid on time."),
        done_on: on("2026-11-23"),
        touched: vec![],
        recipients: recipients(true),
    };
    let line = |label: String, action, ground: &str, until: &str, why: String| Line {
        touched: Touched { code: "x".into(), label },
        action: Some(action),
        ground: ground.into(),
        until_on: until.parse().ok(),
        why,
        ..Line::default()
    };
    let erasure = Erasure {
        claimed: Some(Claim::NotNecessary),
        lines: vec![
            line(
                say("Kundeklubben", "Kundklubben", "The customer club"),
                Action::Erase,
                "",
                "",
                String::new(),
            ),
            line(
                say("Besøg på siden", "Besök på sidan", "Visits to the site"),
                Action::Anonymise,
                "",
                "",
                String::new(),
            ),
            line(
                say("Bogføring", "Bokföring", "Bookkeeping"),
                Action::Keep,
                "legal_obligation",
                "2031-12-31",
                say(
                    "Bogføringsloven kræver fem år.",
                    "Bokföringslagen kräver sju år.",
                    "The Bookkeeping Act requires five years.",
                ),
            ),
        ],
        likeness: say("slettet.", "raderade.", "erased."),
        public_steps: say(
            "vi har bedt søgetjenesten fjerne linket.",
            "vi har bett söktjänsten ta bort länken.",
            "we have asked the search service to remove the link.",
        ),
        erased_on: on("2026-11-23"),
        backup_days: Some(30),
        recipients: recipients(false),
    };
    let restriction = Restriction {
        case: Some(Case18::Contested),
        what: say("din adresse", "din adress", "your address"),
        from_on: on("2026-11-23"),
        touched: vec![],
        recipients: recipients(false),
    };
    let upheld = Objection {
        stopped: say(
            "profiler ud fra dine køb",
            "profiler utifrån dina köp",
            "profiles made from your purchases",
        ),
        stopped_on: on("2026-11-23"),
        offer_erasure: true,
        ..Objection::default()
    };
    let weighed = Objection {
        situation: say(
            "Du er bange for at blive fundet.",
            "Du är rädd för att bli hittad.",
            "You are afraid of being found.",
        ),
        compelling: say(
            "Vi skal kunne opdage svindel.",
            "Vi måste kunna upptäcka bedrägerier.",
            "We have to be able to detect fraud.",
        ),
        weighing: say(
            "Oplysningerne ses kun af to personer.",
            "Uppgifterna ses bara av två personer.",
            "Only two people see the data.",
        ),
        decided_by: "Karin Demo".into(),
        ..Objection::default()
    };
    let review = Review {
        existed: Some(true),
        which: say("afslaget på kredit", "avslaget på kredit", "the refusal of credit"),
        reviewer: "Karin Demo".into(),
        function: say("kreditchefen", "kreditchefen", "the head of credit"),
        authority: true,
        view: say("Indkomsten var forkert.", "Inkomsten var fel.", "The income was wrong."),
        decision: say("Du får kreditten.", "Du får krediten.", "You get the credit."),
        reasons: say(
            "Den rigtige indkomst er høj nok.",
            "Den rätta inkomsten räcker.",
            "The right income is high enough.",
        ),
        logic: say("indkomst og gæld vejes.", "inkomst och skuld vägs.", "income and debt are weighed."),
        significance: say(
            "den afgør, om du kan købe på kredit.",
            "det avgör om du kan köpa på kredit.",
            "it decides whether you can buy on credit.",
        ),
        maker: String::new(),
    };
    let consent = Consent {
        which: vec![say("nyhedsbrevet", "nyhetsbrevet", "the newsletter")],
        stopped_on: on("2026-11-23"),
        other_ground: say(
            "vi gemmer dine køb efter bogføringsloven.",
            "vi sparar dina köp enligt bokföringslagen.",
            "we keep your purchases under the Bookkeeping Act.",
        ),
        offer_erasure: true,
    };
    let portability = Portability {
        transfer: Some(Transfer::Done),
        to: "Anden Musik ApS".into(),
        on: on("2026-11-23"),
        how: say(
            "krypteret, med deres modtagelsesadresse.",
            "krypterat, till deras mottagningsadress.",
            "encrypted, to their receiving address.",
        ),
        why: String::new(),
        outside: say(
            "de anbefalinger, vi har regnet ud.",
            "de rekommendationer vi har räknat fram.",
            "the recommendations we worked out.",
        ),
    };
    let burden = Burden {
        objective: say(
            "14 anmodninger på to uger.",
            "14 begäranden på två veckor.",
            "14 requests in two weeks.",
        ),
        subjective: say(
            "Du skrev, at du vil have os til at bruge tid.",
            "Du skrev att du vill att vi lägger tid.",
            "You wrote that you want us to spend time.",
        ),
        evidence: vec![say(
            "Mailen fra den 5. november.",
            "Mejlet från den 5 november.",
            "The e-mail of 5 November.",
        )],
        fee: Some(Fee {
            amount: "400 kr".into(),
            basis: say("to timers arbejde", "två timmars arbete", "two hours of work"),
        }),
    };
    use Fulfilment as F;
    use Outcome::{Fulfilled, PartlyFulfilled, Refused};
    vec![
        (
            "rectified in part",
            with(lang, Right::Rectification, PartlyFulfilled, F::Rectification(rectification), None),
        ),
        ("erased in part", with(lang, Right::Erasure, PartlyFulfilled, F::Erasure(erasure), None)),
        ("restricted", with(lang, Right::Restriction, Fulfilled, F::Restriction(restriction), None)),
        ("objection upheld", with(lang, Right::Objection, Fulfilled, F::Objection(upheld), None)),
        (
            "objection outweighed, with its proof",
            with(lang, Right::Objection, Refused, F::Objection(weighed), Some(burden)),
        ),
        (
            "decision reviewed",
            with(lang, Right::AutomatedDecision, Fulfilled, F::AutomatedDecision(review), None),
        ),
        (
            "consent withdrawn",
            with(lang, Right::ConsentWithdrawal, Fulfilled, F::ConsentWithdrawal(consent), None),
        ),
        ("transmitted", with(lang, Right::Portability, Fulfilled, F::Portability(portability), None)),
        (
            "restriction ends",
            Letter::RestrictionEnds {
                what: say("din adresse", "din adress", "your address"),
                lift_on: "2026-12-07".parse().unwrap(),
                why: say(
                    "vi har rettet adressen.",
                    "vi har rättat adressen.",
                    "we have corrected the address.",
                ),
                next: say(
                    "vi sender igen breve dertil.",
                    "vi skickar åter brev dit.",
                    "we send letters there again.",
                ),
            },
        ),
        (
            "recipient notice",
            Letter::RecipientNotice {
                kind: NoticeKind::Erased,
                recipient: "Postfirmaet A/S".into(),
                case_reference: "2222-2222".into(),
                known: say("kundenummer 20417", "kundnummer 20417", "customer number 20417"),
                what: say(
                    "slet adressen og forsendelserne.",
                    "radera adressen och försändelserna.",
                    "erase the address and the shipments.",
                ),
                reply_by_on: "2026-12-07".parse().unwrap(),
            },
        ),
    ]
}
