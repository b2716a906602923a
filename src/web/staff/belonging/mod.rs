//! Steps about where a request belongs, and who is who in it.

pub mod apart;
pub mod authority;
pub mod complaint;
pub mod duplicate;
pub mod elsewhere;
pub mod forwarding;
pub mod instruction;
pub mod moving;
pub mod received;
pub mod rights;

use crate::domain::case::Intake;
use crate::web::form::Fields;
use crate::web::view::parts::Choice;

/// The channels staff enter from; what was sent is chosen.
pub(super) fn channels(typed: &Fields) -> Vec<Choice> {
    let channel = |intake: &Intake| Choice {
        value: intake.code().to_owned(),
        name: String::new(),
        chosen: typed.one("channel") == intake.code(),
    };
    Intake::ALL.iter().filter(|intake| **intake != Intake::Form).map(channel).collect()
}

/// The channel that was chosen.
///
/// # Errors
/// A field problem when none was.
pub(super) fn channel(typed: &Fields) -> crate::services::Result<Intake> {
    Intake::from_code(typed.one("channel"))
        .filter(|intake| *intake != Intake::Form)
        .ok_or(crate::services::Error::field("channel", "error-staff-channel"))
}

/// What the person wrote, piece by piece.
pub(super) fn pieces(words: crate::store::cases::CaseWords) -> Vec<String> {
    [words.about, words.details].into_iter().filter(|text| !text.trim().is_empty()).collect()
}
