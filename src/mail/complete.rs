//! What the law wants in a letter before it may leave (arts. 12(3)–(4), 12(6) GDPR), and the
//! sentences for its grounds.

use crate::domain::fulfilment::{Burden, Fulfilment, Gap, Missing};
use crate::domain::language::Lang;
use crate::domain::letter::{GroundText, Letter};
use crate::domain::outcome::Outcome;
use crate::domain::right::Right;
use crate::words;

/// What a letter lacks.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum GapError {
    /// Art. 12(4): who does not get everything is told why.
    #[error("the letter needs a ground with its reason (art. 12(4) GDPR)")]
    NoGround,
    /// A ground without the sentence that explains it.
    #[error("the ground {code} has no reason in words (art. 12(4) GDPR)")]
    NoReason {
        /// Code of the ground.
        code: String,
    },
    /// A ground whose sentence says what it concerns.
    #[error("the ground {code} does not say what it concerns")]
    NoSubject {
        /// Code of the ground.
        code: String,
    },
    /// A fact the letter must state is empty.
    #[error("the letter does not say {0}")]
    Empty(&'static str),
    /// Arts. 21(3) and 7(3): there is nothing to refuse.
    #[error("this right cannot be refused")]
    NotRefusable,
    /// What was done has no record yet that says it.
    #[error("the record of what was done lacks {0}")]
    Record(Gap),
    /// The outcome is not one an answer states.
    #[error("the outcome {0} has a letter of its own")]
    NotAnAnswer(Outcome),
    /// No mail carries reference and code together.
    #[error("a letter that is mailed must not carry the code")]
    CodeInMail,
    /// The authority of art. 77 is not known.
    #[error("the supervisory authority is not named (art. 12(4) GDPR)")]
    NoAuthority,
}

/// Whether a letter has all it needs.
pub(super) fn check(letter: &Letter) -> Result<(), GapError> {
    let filled = |text: &str, what| if text.trim().is_empty() { Err(GapError::Empty(what)) } else { Ok(()) };
    match letter {
        Letter::Receipt { rights, unsure, confirm_link, code, .. } => {
            if rights.is_empty() && !unsure {
                return Err(GapError::Empty("what was asked for"));
            }
            // A link to confirm an address is only of use in a mail; the code only stands on paper.
            if confirm_link.is_some() && code.is_some() {
                return Err(GapError::CodeInMail);
            }
            Ok(())
        }
        Letter::AskIdentity { reason, item, .. } => {
            filled(reason, "why we are in doubt")?;
            filled(item, "what we ask for")
        }
        Letter::AskScope { amount, question, .. } => {
            filled(amount, "how much is held")?;
            filled(question, "what we ask")
        }
        Letter::ScopeReminder { question, .. } => filled(question, "what we asked"),
        Letter::PersonReminder { item, .. } => filled(item, "what we are waiting for"),
        Letter::Extension { reasons, .. } => filled(reasons, "why the period is extended"),
        Letter::Code { code } => filled(code, "the code"),
        Letter::Answer { right, outcome, grounds, searched, identifiers, record, burden, .. } => {
            answer(*right, *outcome, grounds)?;
            recorded(*outcome, grounds, record.as_deref(), burden.as_deref())?;
            match outcome {
                Outcome::NoData if searched.is_empty() => Err(GapError::Empty("where was searched")),
                Outcome::NoData if identifiers.is_empty() => Err(GapError::Empty("what was searched for")),
                _ => Ok(()),
            }
        }
        Letter::ReceiptCorrected { rights, .. } if rights.is_empty() => {
            Err(GapError::Empty("what was asked for"))
        }
        Letter::NotARequest { what, passed_to, .. } => {
            filled(what, "what it was read as")?;
            filled(passed_to, "who has it now")
        }
        Letter::Duplicate { other, .. } => filled(other, "which case answers it"),
        Letter::ComplaintReceived { about, handler, .. } => {
            filled(about, "which case the complaint is about")?;
            filled(handler, "who looks into it")
        }
        Letter::ComplaintSettled { words } => filled(words, "what came of it"),
        Letter::Moved { from, .. } => filled(from, "who was written to"),
        Letter::ReceivedCorrected { reason, .. } => filled(reason, "why the day is another"),
        Letter::RepresentativeRefused { missing } => filled(missing, "what is missing"),
        Letter::InstructionReceived { agreement, .. } => filled(agreement, "under which agreement"),
        Letter::RestrictionEnds { what, why, next, .. } => {
            filled(what, "what was restricted")?;
            filled(why, "why the restriction is lifted")?;
            filled(next, "what happens next")
        }
        Letter::RecipientNotice { recipient, known, what, .. } => {
            filled(recipient, "to whom it is")?;
            filled(known, "what the recipient knows the person by")?;
            filled(what, "what the recipient is to do")
        }
        Letter::MarketingStopped { channels, .. } if channels.is_empty() => {
            Err(GapError::Empty("what was stopped"))
        }
        Letter::ForwardToController { customer, agreement, who, words, reply_to, .. } => {
            filled(customer, "who has to answer")?;
            filled(agreement, "under which agreement")?;
            filled(who, "who writes")?;
            filled(words, "what the person wrote")?;
            filled(reply_to, "where to reply")
        }
        Letter::MarketingStopped { .. }
        | Letter::Forwarded { .. }
        | Letter::RepresentativeAccepted { .. }
        | Letter::ReceiptCorrected { .. }
        | Letter::NewCode { .. }
        | Letter::CodeLink { .. }
        | Letter::KnownNotice { .. }
        | Letter::StopLifted
        | Letter::ReplyThanks { .. }
        | Letter::Resumed { .. }
        | Letter::PauseKept { .. }
        | Letter::Lapsed { .. }
        | Letter::ExtensionUndone { .. }
        | Letter::Reopened { .. }
        | Letter::MessageWaiting
        | Letter::Withdrawn { .. }
        | Letter::AnswerReady { .. } => Ok(()),
    }
}

/// The record of what was done is whole: every date, rule and reason of its letter stands in it, the
/// day backups have turned over among them.
fn recorded(
    outcome: Outcome,
    grounds: &[GroundText],
    record: Option<&Fulfilment>,
    burden: Option<&Burden>,
) -> Result<(), GapError> {
    let lacks = |missing: Vec<Missing>| match missing.first() {
        Some(missing) => Err(GapError::Record(missing.gap)),
        None => Ok(()),
    };
    lacks(record.map(|record| record.missing(outcome, grounds)).unwrap_or_default())?;
    lacks(burden.map(Burden::missing).unwrap_or_default())
}

fn answer(right: Right, outcome: Outcome, grounds: &[GroundText]) -> Result<(), GapError> {
    if !outcome.is_answer() {
        return Err(GapError::NotAnAnswer(outcome));
    }
    if outcome == Outcome::Refused && !right.can_be_refused() {
        return Err(GapError::NotRefusable);
    }
    if outcome.needs_grounds() && grounds.is_empty() {
        return Err(GapError::NoGround);
    }
    grounds.iter().try_for_each(|ground| sentence(Lang::En, ground).map(drop))
}

/// A ground as it stands in a letter: what, why and the article, in one piece. Some sentences are
/// written for the two facts a letter has; a ground nobody wrote one for is told by its label.
///
/// # Errors
/// When the reason, or a subject its sentence needs, is empty.
pub(super) fn sentence(lang: Lang, ground: &GroundText) -> Result<String, GapError> {
    let (code, what, why) = (ground.code.as_str(), ground.what.trim(), ground.why.trim());
    if why.is_empty() {
        return Err(GapError::NoReason { code: code.to_owned() });
    }
    let fitting = [format!("ground-{code}-letter"), format!("ground-{code}-reason")]
        .into_iter()
        .find(|id| words::exists(id) && words::slots(id).iter().all(|slot| slot == "what" || slot == "why"));
    let Some(id) = fitting else { return Ok(plain(lang, ground)) };
    if what.is_empty() && words::slots(&id).iter().any(|slot| slot == "what") {
        return Err(GapError::NoSubject { code: code.to_owned() });
    }
    Ok(capitalised(&words::text(lang, &id, &[("what", what.into()), ("why", why.into())])))
}

fn plain(lang: Lang, ground: &GroundText) -> String {
    let article = words::article(lang, &ground.article);
    let parts = [ground.what.trim(), ground.why.trim(), article.as_str()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A sentence may begin with what it concerns ("your invoices …").
fn capitalised(sentence: &str) -> String {
    let mut chars = sentence.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}
