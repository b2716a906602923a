//! Letters and mails: rendered strictly from typed facts, carried by SMTP, to a folder or to memory.
//!
//! `render` turns a letter and its frame into subject, text and HTML. `envelope` makes a message
//! nobody can smuggle a header into, `transport` hands it over and says whether a failure is worth
//! another try. Nothing here touches the database.

pub mod authority;
mod blocks;
mod complete;
pub mod envelope;
mod fulfilment;
pub mod render;
mod templates;
pub mod transport;

#[cfg(test)]
mod record_samples;
#[cfg(test)]
mod samples;
#[cfg(test)]
mod sink;

pub use authority::{AuthorityFacts, authority};
pub use complete::GapError;
pub use envelope::{Envelope, EnvelopeError, message_id};
pub use render::{ControllerFacts, Frame, RenderError, Rendered, render, render_staff};
pub use transport::{MailSettings, Security, SendError, SettingsError, SmtpSettings, Transport};

/// Everything that is wrong with the templates in the binary: missing in a language, without a
/// subject, not parsing. Empty in a sound build; asked for at start-up and by `doctor`.
pub fn check() -> Vec<String> {
    templates::problems()
}
