//! Opening cases: from the public form, and entered by staff from any other channel.

use crate::crypto::keys::CaseKey;
use crate::crypto::tokens;
use crate::domain::access::Actor;
use crate::domain::case::{Flag, Intake};
use crate::domain::decide::{Decision, NewCase as Asked, open};
use crate::domain::identity::Channel;
use crate::domain::language::Lang;
use crate::domain::letter::Letter;
use crate::domain::normalise;
use crate::domain::person::{Contact, Person, Representative};
use crate::domain::reference::Reference;
use crate::domain::right::Right;
use crate::services::app::{App, Controller};
use crate::services::error::{Error, Result};
use crate::services::letters::{self, Order, To};
use crate::services::{conversation, identity, limits};
use crate::store::cases::{self, CaseWords, NewCase};
use crate::store::codes::{self, Proves, Purpose};
use crate::store::files::{self, Written};
use crate::store::messages::{self, Body, Carrier, Kind, NewMessage};
use crate::store::{Tx, drafts};
use chrono::{Duration, NaiveDate};
use zeroize::Zeroizing;

/// A case that is about to be opened: its key is committed, so files can be sealed already.
pub struct Begun {
    /// Id the case will have.
    pub case_id: String,
    key_id: String,
    /// Its key.
    pub key: CaseKey,
}

/// Begins: takes a committed key and an id.
pub fn begin(app: &App) -> Result<Begun> {
    let (key_id, key) = app.store.vault.take(app.store.clock.now())?;
    Ok(Begun { case_id: tokens::id(), key_id, key })
}

/// A file that came with a form, already sealed on disk.
pub struct Attached {
    /// The written file.
    pub written: Written,
    /// Name as given.
    pub name: String,
    /// Media type, by content.
    pub media_type: &'static str,
}

/// What somebody asks.
pub struct Submission<'a> {
    /// Whom they ask.
    pub controller: &'a Controller,
    /// Language of the answer.
    pub lang: Lang,
    /// Rights chosen.
    pub rights: Vec<Right>,
    /// "Not sure" was chosen.
    pub unsure: bool,
    /// Who they are.
    pub person: Person,
    /// What they wrote.
    pub words: CaseWords,
    /// File, if any.
    pub file: Option<Attached>,
}

impl Submission<'_> {
    /// Where the receipt goes: to whoever writes to us.
    pub fn contact(&self) -> Contact {
        match &self.words.representative {
            Some(representative) => representative.contact.clone(),
            None => self.person.contact(),
        }
    }

    /// Keeps the two apart: what a representative gave as their own is not the person's too, or the
    /// person would be searched for by it.
    fn apart(mut self) -> Self {
        if let Some(Representative { contact, .. }) = &self.words.representative {
            let is_same = |one: &Option<String>, other: &Option<String>, fold: fn(&str) -> String| {
                one.is_some() && one.as_deref().map(fold) == other.as_deref().map(fold)
            };
            if is_same(&self.person.email, &contact.email, normalise::fold) {
                self.person.email = None;
            }
            let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect();
            if is_same(&self.person.phone, &contact.phone, digits) {
                self.person.phone = None;
            }
        }
        self
    }
}

/// Seals what the receipt page shows once, for the cookie that gets it.
pub type SealReceipt = Box<dyn FnOnce(&Opened) -> Vec<u8> + Send>;

/// The form's own key, its content's hash, and the browser's cookie that gets the receipt.
pub struct FormKey {
    /// Random key of the form.
    pub key: [u8; 32],
    /// Keyed hash of everything that was sent.
    pub content: [u8; 32],
    /// Hash of the cookie whose draft becomes the receipt.
    pub cookie_hash: [u8; 32],
    /// Seals the receipt for that cookie; handed the case as it was opened.
    pub seal_receipt: SealReceipt,
    /// Network address the form came from, for the limits.
    pub from: String,
}

/// A case that was opened.
pub struct Opened {
    /// Case id.
    pub case_id: String,
    /// Reference.
    pub reference: String,
    /// Code, shown once.
    pub code: Zeroizing<String>,
    /// Requests with their dates.
    pub decision: Decision,
    /// Too many receipts went to this mailbox already: none goes out.
    pub is_unmailed: bool,
}

/// What became of a form.
pub enum Submitted {
    /// A case was opened.
    Opened(Box<Opened>),
    /// This very form had opened a case before: a double click or a retry.
    Before,
}

/// A person sends the form. One commit: case, requests, index, first message, receipt, outbox,
/// chain, limits. A form that came with a file was counted when the file began, for that took a key
/// already; any other is counted here. The same form sent again makes nothing new; with other
/// content it is [`Error::Conflict`].
pub fn submit(app: &App, begun: Begun, submission: Submission<'_>, form: FormKey) -> Result<Submitted> {
    if let Some(before) = sent_before(app, &form)? {
        return Ok(before);
    }
    let submission = submission.apart();
    let new = asked(&begun, &submission, Intake::Form, None, None, None);
    let (key, content) = (form.key, form.content);
    let again = FormProof { key, content };
    let result = app.store.write(&Actor::Person, |tx| {
        if submission.file.is_none() {
            limits::count(tx, limits::FORMS, &form.from)?;
        }
        limits::count(tx, limits::submissions(&app.caps), &form.from)?;
        if let Some(file) = &submission.file {
            conversation::has_room(app, tx, &begun.case_id, file)?;
        }
        let how = How {
            form: Some((key, content)),
            is_unmailed: !may_be_mailed(tx, submission.contact().email.as_deref())?,
            ..How::default()
        };
        let opened = commit(app, tx, &begun, &submission, &new, &how)?;
        drafts::put(tx, &form.cookie_hash, &(form.seal_receipt)(&opened))?;
        Ok(opened)
    });
    match result {
        Ok(opened) => Ok(Submitted::Opened(Box::new(opened))),
        // another request with the same form was a moment faster
        Err(error) => {
            if let Some(file) = submission.file.as_ref().filter(|_| !app.store.is_broken()) {
                file.written.has_no_row();
            }
            again.look(app)?.ok_or(error)
        }
    }
}

/// A link of ours was pressed: a case for the address in it, and what `follow` does at once, in one
/// commit. `None` when the same link made a case before.
pub fn pressed(
    app: &App,
    submission: &Submission<'_>,
    key: [u8; 32],
    follow: impl FnOnce(&mut Tx<'_>) -> Result<()>,
) -> Result<Option<Opened>> {
    let again = FormProof { key, content: key };
    if again.look(app)?.is_some() {
        return Ok(None);
    }
    let begun = begin(app)?;
    let new = asked(&begun, submission, Intake::Form, None, None, None);
    let opened = app.store.write(&Actor::Person, |tx| {
        let is_unmailed = !may_be_mailed(tx, submission.contact().email.as_deref())?;
        let how = How { form: Some((key, key)), is_unmailed, ..How::default() };
        let opened = commit(app, tx, &begun, submission, &new, &how)?;
        follow(tx)?;
        Ok(opened)
    });
    match opened {
        Ok(opened) => Ok(Some(opened)),
        // pressed twice at once
        Err(error) => again.look(app)?.map(|_| None).ok_or(error),
    }
}

/// What became of a case a program sent.
pub enum Sent {
    /// It was opened.
    New(Box<Opened>),
    /// The same was sent before and is the case with this id.
    Before(String),
}

/// A program sends a case: `follow` keeps whose it is, in the same commit. The same key with the same
/// content gives the case it made before, without a code.
pub fn sent_by_program(
    app: &App,
    submission: Submission<'_>,
    key: [u8; 32],
    content: [u8; 32],
    follow: impl FnOnce(&mut Tx<'_>, &Opened) -> Result<()>,
) -> Result<Sent> {
    let again = FormProof { key, content };
    let before = |app| {
        Ok::<_, Error>(match again.look(app)? {
            Some(_) => entered_before(app, &key)?,
            None => None,
        })
    };
    if let Some(case_id) = before(app)? {
        return Ok(Sent::Before(case_id));
    }
    let submission = submission.apart();
    let begun = begin(app)?;
    let new = asked(&begun, &submission, Intake::Form, None, None, None);
    let opened = app.store.write(&Actor::Person, |tx| {
        let is_unmailed = !may_be_mailed(tx, submission.contact().email.as_deref())?;
        let how = How { form: Some((key, content)), is_unmailed, ..How::default() };
        let opened = commit(app, tx, &begun, &submission, &new, &how)?;
        follow(tx, &opened)?;
        Ok(opened)
    });
    match opened {
        Ok(opened) => Ok(Sent::New(Box::new(opened))),
        // the same call was a moment faster
        Err(error) => before(app)?.map(Sent::Before).ok_or(error),
    }
}

/// Whether a receipt may go to this mailbox. Whoever fills in forms with somebody else's address
/// floods no mailbox, and takes from nobody the right to ask: a case is opened in any case, and the
/// page says what the mail would say.
fn may_be_mailed(tx: &mut Tx<'_>, email: Option<&str>) -> Result<bool> {
    let Some(email) = email else { return Ok(true) };
    limits::is_within(tx, limits::RECEIPTS, &limits::mailbox(email))
}

struct FormProof {
    key: [u8; 32],
    content: [u8; 32],
}

impl FormProof {
    fn look(&self, app: &App) -> Result<Option<Submitted>> {
        let found = app.store.look(|db| Ok::<_, Error>(cases::by_submission(db, &self.key)?))?;
        match found {
            None => Ok(None),
            Some((_, content)) if tokens::same(&content, &self.content) => Ok(Some(Submitted::Before)),
            Some(_) => Err(Error::Conflict),
        }
    }
}

fn sent_before(app: &App, form: &FormKey) -> Result<Option<Submitted>> {
    FormProof { key: form.key, content: form.content }.look(app)
}

/// What staff enter besides what the person asked.
pub struct Entered {
    /// How it came.
    pub intake: Intake,
    /// Local date of receipt.
    pub received_on: NaiveDate,
    /// Why it is entered late.
    pub late_reason: Option<String>,
    /// The member of staff it is about.
    pub about_staff: Option<String>,
    /// Name or address is protected.
    pub is_protected: bool,
    /// The receipt is printed even though there is an address to mail it to.
    pub is_printed: bool,
    /// Random key of the form: sent twice it makes one case.
    pub key: [u8; 32],
}

/// Staff enter what came by letter, phone, counter, chat, social media or mail. The receipt goes by
/// mail, or is printed; the code stands on the printed one only.
pub fn enter(
    app: &App,
    actor: &Actor,
    begun: Begun,
    submission: Submission<'_>,
    entered: Entered,
) -> Result<Opened> {
    let submission = submission.apart();
    let new = asked(
        &begun,
        &submission,
        entered.intake,
        Some(entered.received_on),
        entered.late_reason,
        entered.about_staff,
    );
    let how = How {
        form: Some((entered.key, entered.key)),
        is_protected: entered.is_protected,
        is_printed: entered.is_printed,
        is_unmailed: false,
    };
    app.store.write(actor, |tx| commit(app, tx, &begun, &submission, &new, &how))
}

/// The case this form has made before, if it was sent twice.
pub fn entered_before(app: &App, key: &[u8; 32]) -> Result<Option<String>> {
    let found = app.store.look(|db| Ok::<_, Error>(cases::by_submission(db, key)?))?;
    Ok(found.map(|(id, _)| id))
}

/// How a case is opened, besides what is asked.
#[derive(Default)]
struct How {
    form: Option<([u8; 32], [u8; 32])>,
    is_protected: bool,
    is_printed: bool,
    is_unmailed: bool,
}

fn asked(
    begun: &Begun,
    submission: &Submission<'_>,
    intake: Intake,
    received_on: Option<NaiveDate>,
    late_reason: Option<String>,
    about_staff: Option<String>,
) -> Asked {
    Asked {
        id: begun.case_id.clone(),
        controller_id: submission.controller.id.clone(),
        intake,
        requests: submission.rights.iter().map(|right| (tokens::id(), *right)).collect(),
        unsure: submission.unsure.then(tokens::id),
        reachable: submission.contact().is_reachable(),
        received_on,
        late_reason,
        by_representative: submission.words.representative.is_some(),
        about_staff,
    }
}

fn commit(
    app: &App,
    tx: &mut Tx<'_>,
    begun: &Begun,
    submission: &Submission<'_>,
    new: &Asked,
    how: &How,
) -> Result<Opened> {
    let mut decision = open(&submission.controller.rules, tx.actor, tx.now, new)?;
    if how.is_protected {
        decision.case.flags.push(Flag::ProtectedIdentity);
    }
    let reference = Reference::from_random(tokens::random_u64());
    let code = tokens::case_code();
    let row = NewCase {
        decision: &decision,
        reference: &reference,
        key_id: &begun.key_id,
        lang: submission.lang,
        unsure: submission.unsure,
        person: &submission.person,
        words: &submission.words,
        home: submission.controller.rules.country,
        code_hash: identity::case_code_hash(app, &begun.case_id, &code),
        submission: how.form,
    };
    cases::insert(tx, &begun.key, &row)?;
    keep_words(tx, begun, submission)?;
    let opened = Opened {
        case_id: begun.case_id.clone(),
        reference: reference.as_str().to_owned(),
        code,
        decision,
        is_unmailed: how.is_unmailed,
    };
    if !how.is_unmailed {
        send_receipt(app, tx, begun, submission, &opened, how.is_printed)?;
    }
    Ok(opened)
}

/// What the person wrote stands first in the conversation; a file belongs to it.
fn keep_words(tx: &mut Tx<'_>, begun: &Begun, submission: &Submission<'_>) -> Result<()> {
    let text = [submission.words.about.as_str(), submission.words.details.as_str()]
        .iter()
        .filter(|t| !t.trim().is_empty())
        .copied()
        .collect::<Vec<_>>()
        .join("\n\n");
    if text.is_empty() && submission.file.is_none() {
        return Ok(());
    }
    let body = Body { text, ..Body::default() };
    let message = NewMessage {
        id: None,
        case_id: &begun.case_id,
        kind: Kind::Received,
        letter: None,
        request_id: None,
        carrier: Carrier::Page,
        body: &body,
        not_after: None,
        posted_at: None,
    };
    let id = messages::keep(tx, &begun.key, &message)?;
    if let Some(file) = &submission.file {
        files::insert(
            tx,
            &begun.key,
            &begun.case_id,
            &file.written,
            files::Kind::Upload,
            Some(&id),
            &file.name,
            file.media_type,
        )?;
    }
    Ok(())
}

/// How long the link that confirms an address is good.
const ADDRESS_CHECK: Duration = Duration::days(30);

fn send_receipt(
    app: &App,
    tx: &mut Tx<'_>,
    begun: &Begun,
    submission: &Submission<'_>,
    opened: &Opened,
    is_printed: bool,
) -> Result<()> {
    let stored = cases::load(tx.db, &begun.case_id)?;
    let confirm_link = match submission.contact().email.filter(|_| !is_printed) {
        None => None,
        Some(email) => {
            let token = tokens::token();
            let proves =
                Proves { channel: Channel::Email, address: email, source: None, on_record_since: None };
            codes::make_link(
                tx,
                &begun.key,
                &begun.case_id,
                Purpose::AddressCheck,
                token.hash,
                &proves,
                ADDRESS_CHECK,
            )?;
            Some(app.link(&["o", &submission.controller.slug, "confirm", &token.plain]))
        }
    };
    let on_paper = confirm_link.is_none();
    let requests = &opened.decision.requests;
    let earliest = requests.iter().min_by_key(|r| r.dates.shown_on);
    let Some(earliest) = earliest else { return Err(Error::Broken("a case without a request".into())) };
    let letter = Letter::Receipt {
        rights: if submission.rights.is_empty() {
            Vec::new()
        } else {
            requests.iter().map(|r| r.right).collect()
        },
        unsure: submission.unsure,
        intake: stored.file.case.intake,
        received_on: stored.file.case.received_on,
        promise_on: earliest.dates.promise_on,
        law_on: earliest.dates.statutory_on,
        confirm_link,
        code: on_paper.then(|| opened.code.to_string()),
    };
    let to = if on_paper { To::Paper(None) } else { To::Given };
    let order = Order { to, ..Order::notice(&letter) };
    letters::keep(app, tx, &begun.key, &stored, &order)?;
    Ok(())
}
