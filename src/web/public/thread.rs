//! The conversation as the person sees it: their messages, ours, and letters; never a note, and
//! never a letter that holds a link or a code.

use crate::crypto::keys::CaseKey;
use crate::domain::normalise;
use crate::domain::outcome::Outcome;
use crate::domain::right::Right;
use crate::services::{Error, Result};
use crate::store::Tx;
use crate::store::cases::StoredCase;
use crate::store::files::{self, FileRow};
use crate::store::messages::{self, Body, Carrier, Kind, Message as Stored};
use crate::web::public::visit::local;
use crate::web::view::Said;
use crate::web::view::parts::{FileLink, Message, Voice};

use crate::services::app::Controller;

/// Letters about the state of a case, which hold nothing that the page does not say. The receipt,
/// the link to the answer and everything with a code stay in the mailbox: who has only the case
/// code must not find there what proves a mailbox.
const NOTICES: &[&str] = &[
    "receipt_corrected",
    "ask_identity",
    "ask_scope",
    "scope_reminder",
    "pause_kept",
    "lapsed",
    "extension_undone",
    "reopened",
    "reply_thanks",
    "resumed",
    "person_reminder",
    "extension",
    "withdrawn",
    "not_a_request",
    "duplicate",
    "complaint_received",
    "complaint_settled",
    "moved",
    "received_corrected",
    "representative_accepted",
    "representative_refused",
    "forwarded",
];
/// The letters that answer a request.
const ANSWERS: &[&str] = &["answer", "marketing_stopped"];
/// Longest beginning of a letter shown in the conversation.
const BEGINNING: usize = 280;

/// A case as it is read for its page.
pub struct Reading<'a> {
    /// Whose case.
    pub controller: &'a Controller,
    /// The case.
    pub stored: &'a StoredCase,
    /// Its key.
    pub key: &'a CaseKey,
    /// Name of the person, or who writes for them.
    name: String,
    /// The address they gave, or who writes for them.
    email: Option<String>,
}

impl<'a> Reading<'a> {
    /// A case, as whoever writes about it reads it.
    pub fn of(controller: &'a Controller, stored: &'a StoredCase, key: &'a CaseKey) -> Result<Reading<'a>> {
        let (name, contact) = match stored.representative(key)? {
            Some(representative) => (representative.name, representative.contact),
            None => {
                let person = stored.person(key)?;
                (person.name.clone(), person.contact())
            }
        };
        Ok(Reading { controller, stored, key, name, email: contact.email })
    }

    /// Everything that was said, oldest first, and the files the person sent.
    pub fn thread(&self, tx: &mut Tx<'_>) -> Result<(Vec<Message>, Vec<FileLink>)> {
        let case_id = &self.stored.file.case.id;
        let uploads = files::of_case(tx.db, case_id, files::Kind::Upload)?;
        let mut thread = Vec::new();
        let mut sent_by_person = Vec::new();
        for stored in messages::of_case(tx.db, case_id)? {
            let Some(mut message) = self.message(&stored)? else { continue };
            message.files = self.files(&uploads, &stored.id)?;
            if stored.kind == Kind::Received {
                sent_by_person.extend(message.files.clone());
            }
            thread.push(message);
        }
        Ok((thread, sent_by_person))
    }

    /// Files are named and never handed out again: they may have been sent by somebody else.
    fn files(&self, uploads: &[FileRow], message_id: &str) -> Result<Vec<FileLink>> {
        let with_it = uploads.iter().filter(|f| f.message_id.as_deref() == Some(message_id));
        with_it
            .map(|file| {
                let bytes = u64::try_from(file.bytes).unwrap_or_default();
                Ok(FileLink { name: file.name(self.key)?, bytes, href: None })
            })
            .collect()
    }

    fn message(&self, stored: &Stored) -> Result<Option<Message>> {
        let at = local(self.controller, stored.made_at);
        let by = |voice, who: &str, text: String| Message {
            voice,
            who: who.to_owned(),
            how: None,
            at,
            subject: None,
            text,
            files: Vec::new(),
            href: None,
        };
        let ours = &self.controller.legal_name;
        Ok(match stored.kind {
            Kind::Note => None,
            Kind::Received => Some(by(Voice::Person, &self.name, stored.body(self.key)?.text)),
            Kind::Sent => Some(by(Voice::Ours, ours, stored.body(self.key)?.text)),
            Kind::Letter => {
                let body = stored.body(self.key)?;
                self.may_read(stored, &body).then(|| Message {
                    how: (stored.carrier == Carrier::Mail).then(|| Said::new("channel-email")),
                    subject: Some(body.subject.clone()),
                    href: Some(format!("/o/{}/case/letters/{}", self.controller.slug, stored.id)),
                    ..by(Voice::Ours, ours, beginning(&body.text))
                })
            }
        })
    }

    /// Whether the one who has the case code may read this letter here. A notice, wherever it was
    /// sent to the person as they gave themselves; an answer without data, or one that went to the
    /// very address they gave. An answer with a package stands behind link and code only.
    pub fn may_read(&self, stored: &Stored, body: &Body) -> bool {
        let Some(letter) = stored.letter.as_deref() else { return false };
        let is_to_given = match (&body.to, self.email.as_deref().and_then(normalise::mail)) {
            (Some(to), Some(given)) => normalise::mail(to) == Some(given),
            _ => false,
        };
        if NOTICES.contains(&letter) {
            // on paper it goes to somebody who gave no mail address
            return is_to_given || (body.to.is_none() && self.email.is_none());
        }
        let request = stored.request_id.as_deref().and_then(|id| self.stored.file.request(id));
        let Some(request) = request.filter(|_| ANSWERS.contains(&letter)) else { return false };
        let releases = request.outcome.is_none_or(Outcome::releases);
        !releases || (is_to_given && !request.right.has_package())
    }

    /// The letter of a request that can be read here, if there is one.
    pub fn answer_letter(&self, tx: &mut Tx<'_>, request_id: &str) -> Result<Option<String>> {
        for stored in messages::of_case(tx.db, &self.stored.file.case.id)?.iter().rev() {
            let is_answer = stored.letter.as_deref().is_some_and(|letter| ANSWERS.contains(&letter));
            let is_its = is_answer && stored.request_id.as_deref() == Some(request_id);
            if is_its && self.may_read(stored, &stored.body(self.key)?) {
                return Ok(Some(stored.id.clone()));
            }
        }
        Ok(None)
    }

    /// One letter to be read.
    pub fn letter(&self, tx: &mut Tx<'_>, id: &str) -> Result<(Stored, Body)> {
        let stored = messages::get(tx.db, id)?;
        let is_ours = stored.case_id == self.stored.file.case.id && stored.kind == Kind::Letter;
        if !is_ours {
            return Err(Error::NotFound);
        }
        let body = stored.body(self.key)?;
        if self.may_read(&stored, &body) { Ok((stored, body)) } else { Err(Error::NotFound) }
    }
}

/// The first words of a letter, after its greeting.
fn beginning(text: &str) -> String {
    let mut parts = text.trim().split("\n\n").map(str::trim).filter(|p| !p.is_empty());
    let first = parts.next().unwrap_or_default();
    let shown = parts.next().unwrap_or(first);
    if shown.chars().count() <= BEGINNING {
        return shown.to_owned();
    }
    let cut: String = shown.chars().take(BEGINNING).collect();
    let at_word = cut.rsplit_once(char::is_whitespace).map_or(cut.as_str(), |(words, _)| words);
    format!("{at_word} …")
}

/// How the list of answers names a right whose outcome has a sentence of its own. Three outcomes
/// name something the page does not know; then the plain sentence stands.
pub fn ended(outcome: Outcome) -> Said {
    match outcome {
        Outcome::Duplicate | Outcome::Forwarded | Outcome::NotARequest => Said::new("state-closed-person"),
        known => Said::new(format!("outcome-{known}-person")),
    }
}

/// How a request in progress is said.
pub fn collecting(right: Right) -> Said {
    Said::new(if right.has_package() { "state-collecting-person" } else { "state-collecting-person_act" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_begins_after_its_greeting_and_is_cut_at_a_word() {
        assert_eq!(beginning("Dear Freja\n\nWe need more time.\n\nKind regards"), "We need more time.");
        assert_eq!(beginning("Only this"), "Only this");
        let cut = beginning(&format!("Hello\n\n{}", "word ".repeat(100)));
        assert!(cut.ends_with("word …") && cut.chars().count() <= BEGINNING + 2, "{cut}");
    }
}
