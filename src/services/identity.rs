//! Who asks: looking people up, codes to addresses on record, contact-back, the address check.

use crate::crypto::keys::CaseKey;
use crate::crypto::tokens;
use crate::domain::access::Actor;
use crate::domain::decide::Command;
use crate::domain::event::EventKind;
use crate::domain::identifier::{Identifier, IdentifierKind, masked_address};
use crate::domain::identity::{Channel, Level, Proof, ProofWay, prove};
use crate::domain::letter::Letter;
use crate::domain::person::Person;
use crate::domain::request::{PauseKind, State};
use crate::services::app::App;
use crate::services::error::{Error, Result};
use crate::services::handling::{Step, mark};
use crate::services::letters::{self, Order, To};
use crate::services::{conversation, handling, limits, outbox};
use crate::sources::{Candidate, Source, SubjectKey};
use crate::store::cases::{self, StoredCase};
use crate::store::codes::{self, CODE_LIFE, Proves, Purpose};
use crate::store::proofs::{self, ProofDetails};
use crate::store::{Tx, persons};
use chrono::{Duration, NaiveDate};

/// How long a link that fetches a code is good. The code itself lives ten minutes.
const CODE_LINK: Duration = Duration::days(30);

/// Keyed hash of a case code.
pub fn case_code_hash(app: &App, case_id: &str, code: &str) -> [u8; 32] {
    tokens::code_hash(app.store.secrets.codes(), &format!("status/{case_id}"), code)
}

fn identity_code_hash(app: &App, code_id: &str, code: &str) -> [u8; 32] {
    tokens::code_hash(app.store.secrets.codes(), &format!("identity/{code_id}"), code)
}

/// What the person can be searched by, and which of it is proven so far.
pub fn identifiers(stored: &StoredCase, person: &Person, proven: &[String]) -> Vec<Identifier> {
    let case = &stored.file.case;
    let mut found = Vec::new();
    let mut add = |kind, value: &str, is_proven: bool| {
        if !value.trim().is_empty() {
            found.push(Identifier { kind, value: value.trim().to_owned(), proven: is_proven });
        }
    };
    if let Some(email) = &person.email {
        let known = case.address_confirmed || proven.iter().any(|p| p.eq_ignore_ascii_case(email));
        add(IdentifierKind::Email, email, known);
    }
    if let Some(phone) = &person.phone {
        add(IdentifierKind::Phone, phone, proven.contains(phone));
    }
    // what was proven on a record counts although the person typed something else
    for address in proven {
        let kind = if address.contains('@') { IdentifierKind::Email } else { IdentifierKind::Phone };
        if Some(address) != person.email.as_ref() && Some(address) != person.phone.as_ref() {
            add(kind, address, true);
        }
    }
    let is_proven = case.level >= Level::Proven;
    add(IdentifierKind::Name, &person.name, is_proven);
    for id in person.other_ids.iter().flat_map(|ids| ids.split([',', ';', '\n'])) {
        add(IdentifierKind::Other, id, false);
    }
    found
}

/// What one source knows about the identifiers, or why it could not be asked.
pub struct LookedUp {
    /// Source.
    pub source: String,
    /// Candidates, or a sentence that says what is wrong.
    pub found: std::result::Result<Vec<Candidate>, String>,
    /// Identifiers it was not searched by, and why.
    pub refused: Vec<(IdentifierKind, crate::domain::identifier::Refusal)>,
    /// Kinds of identifiers it does not know people by.
    pub unknown_here: Vec<IdentifierKind>,
}

impl LookedUp {
    fn of(source: &Source, identifiers: &[Identifier]) -> LookedUp {
        let (found, refused, unknown_here) = match source.look_up(identifiers) {
            Ok(looked) => (Ok(looked.candidates), looked.refused, looked.unknown_here),
            Err(fault) => (Err(fault.to_string()), Vec::new(), Vec::new()),
        };
        LookedUp { source: source.name().to_owned(), found, refused, unknown_here }
    }
}

/// Searches every connected source by the identifiers of the case. The read is marked first; the
/// network is asked outside any transaction; nothing is kept.
pub fn search(app: &App, actor: &Actor, case_id: &str) -> Result<Vec<LookedUp>> {
    let identifiers = app.store.read_case(actor, case_id, "identifiers", |tx, key| {
        let stored = cases::load(tx.db, case_id)?;
        conversation::may_work(actor, &stored)?;
        let proven = proofs::proven_addresses(tx.db, key, case_id)?;
        Ok::<_, Error>(identifiers(&stored, &stored.person(key)?, &proven))
    })?;
    let sources = app.sources.names().filter_map(|name| app.sources.get(name));
    Ok(sources.map(|source| LookedUp::of(source, &identifiers)).collect())
}

/// Looks the person up: an event of the case, which notes whether something unproven matched.
pub fn look_up(step: &Step<'_>) -> Result<Vec<LookedUp>> {
    let looked = search(step.app, step.actor, step.case_id)?;
    let candidates = || looked.iter().filter_map(|l| l.found.as_ref().ok()).flatten();
    let command = Command::LookUp {
        sources: looked.iter().map(|l| l.source.clone()).collect(),
        candidates: candidates().count(),
        unproven_match: candidates().any(|c| !c.is_proven()),
    };
    step.just(&command)?;
    Ok(looked)
}

/// A candidate chosen on the page, found again in its source.
fn candidate(looked: &[LookedUp], source: &str, key: &SubjectKey) -> Result<Candidate> {
    looked
        .iter()
        .find(|l| l.source == source)
        .and_then(|l| l.found.as_ref().ok())
        .and_then(|found| found.iter().find(|c| c.key == *key))
        .cloned()
        .ok_or(Error::NotFound)
}

/// Whether an address came on record too shortly before the request to prove anything.
pub fn is_young(app: &App, received_on: NaiveDate, since: NaiveDate) -> bool {
    (received_on - since).num_days() < app.caps.known_address_days
}

/// Sends the way to a code to an address a source has on record: level 2 (a). An address that came
/// on record too shortly before the request is not used.
pub fn send_code_link(step: &Step<'_>, source: &str, record: &SubjectKey, address_no: usize) -> Result<()> {
    let looked = search(step.app, step.actor, step.case_id)?;
    let candidate = candidate(&looked, source, record)?;
    let address = candidate.addresses.get(address_no).cloned().ok_or(Error::NotFound)?;
    if address.channel != Channel::Email {
        return Err(Error::field("address", "error-code-needs-mail"));
    }
    step.app.store.write_case(step.actor, step.case_id, |tx, key| {
        let stored = cases::load(tx.db, step.case_id)?;
        if step.seen.is_some_and(|seen| seen != stored.file.case.version) {
            return Err(Error::Stale);
        }
        let received_on = stored.file.case.received_on;
        if address.on_record_since.is_some_and(|since| is_young(step.app, received_on, since)) {
            return Err(Error::field("address", "error-address-young"));
        }
        count_code_mail(tx, &address.value)?;
        let token = tokens::token();
        let proves = Proves {
            channel: address.channel,
            address: address.value.clone(),
            source: Some(source.to_owned()),
            on_record_since: address.on_record_since,
        };
        codes::make_link(tx, key, step.case_id, Purpose::Identity, token.hash, &proves, CODE_LINK)?;
        let slug = &step.app.controllers.get(&stored.file.case.controller_id)?.slug;
        let letter = Letter::CodeLink { link: step.app.link(&["o", slug, "fetch", &token.plain]) };
        let order = Order { to: To::OnRecord(address.value.clone()), ..Order::notice(&letter) };
        letters::keep(step.app, tx, key, &stored, &order)?;
        mark(
            tx,
            key,
            step.case_id,
            EventKind::CodeSent,
            serde_json::json!({ "source": source, "what": "link" }),
        )
    })
}

/// What staff recorded about calling, writing or meeting the person on record: level 2 (b), or 3
/// in person. A document seen adds to it and is never kept.
pub struct ContactBack {
    /// How.
    pub way: ProofWay,
    /// On which channel.
    pub channel: Channel,
    /// Address or number used.
    pub address: String,
    /// Where it was on record.
    pub on_record: String,
    /// Who looked, when, what was said; the kind of a document seen.
    pub note: String,
    /// Since when it was on record.
    pub on_record_since: Option<NaiveDate>,
}

/// Records contact-back or a meeting.
pub fn contact_back(step: &Step<'_>, contact: ContactBack) -> Result<()> {
    if !matches!(contact.way, ProofWay::ContactBack | ProofWay::InPerson) {
        return Err(Error::NotFound);
    }
    let mut problems = Vec::new();
    for (field, text) in
        [("address", &contact.address), ("on_record", &contact.on_record), ("note", &contact.note)]
    {
        if text.trim().is_empty() {
            problems.push(crate::services::FieldProblem::new(field, "error-needed"));
        }
    }
    if !problems.is_empty() {
        return Err(Error::Invalid(problems));
    }
    step.app.store.write_case(step.actor, step.case_id, |tx, key| {
        let stored = cases::load(tx.db, step.case_id)?;
        if step.seen.is_some_and(|seen| seen != stored.file.case.version) {
            return Err(Error::Stale);
        }
        let may = step.actor.holds(crate::domain::access::Role::Caseworker)
            || step.actor.holds(crate::domain::access::Role::Officer);
        if !may {
            return Err(Error::NotFound);
        }
        conversation::may_work(step.actor, &stored)?;
        let since = contact.on_record_since;
        let received_on = stored.file.case.received_on;
        if since.is_some_and(|since| is_young(step.app, received_on, since)) {
            return Err(Error::field("address", "error-address-young"));
        }
        let proof = Proof { way: contact.way, channel: contact.channel, at: tx.now, on_record_since: since };
        let details =
            ProofDetails { address: contact.address, on_record: contact.on_record, note: contact.note };
        keep_proof(step.app, step.actor, tx, key, &stored, proof, &details)
    })
}

/// Raises the level through the one door, keeps the proof, and ends a wait for identity.
fn keep_proof(
    app: &App,
    actor: &Actor,
    tx: &mut Tx<'_>,
    key: &CaseKey,
    stored: &StoredCase,
    proof: Proof,
    details: &ProofDetails,
) -> Result<()> {
    let case_id = &stored.file.case.id;
    let decision = prove(&stored.file, proof.clone());
    cases::commit(tx, key, stored.file.case.version, &decision)?;
    proofs::insert(tx, key, case_id, &proof, details)?;
    if proof.way.level() < Level::Proven {
        return Ok(());
    }
    let after = cases::load(tx.db, case_id)?;
    let waiting: Vec<String> = after
        .file
        .requests
        .iter()
        .filter(|r| r.state == State::AwaitingPerson)
        .filter(|r| r.open_pause().is_some_and(|p| p.kind == PauseKind::Identity))
        .filter(|r| after.file.case.level >= r.right.level_needed())
        .map(|r| r.id.clone())
        .collect();
    if waiting.is_empty() {
        return Ok(());
    }
    let replied_on = letters::today(app.controllers.get(&after.file.case.controller_id)?, tx.now);
    let command = Command::ReplyReceived { requests: waiting, replied_on };
    let step = Step { app, actor, case_id, seen: None };
    let decision = step.decide_and_commit(tx, key, &after, &command)?;
    crate::services::handling::tell_new_date(app, tx, key, &after, &decision, true)
}

/// What is asked, why, and by when.
pub struct Question {
    /// Why there is doubt, concrete.
    pub reason: String,
    /// What is asked for, and nothing more.
    pub item: String,
    /// The day the doubt arose.
    pub doubt_on: NaiveDate,
    /// Reply by.
    pub reply_by_on: NaiveDate,
}

/// Asks who the person is (art. 12(6)); the question goes out in the same transaction, and pauses
/// the requests that need it if it was asked early enough.
pub fn ask(step: &Step<'_>, requests: Vec<String>, question: &Question) -> Result<()> {
    let pause_ids = (0..Ord::max(requests.len(), 9)).map(|_| tokens::id()).collect();
    let command = Command::AskIdentity {
        requests,
        reason: question.reason.clone(),
        item: question.item.clone(),
        doubt_on: question.doubt_on,
        reply_by_on: question.reply_by_on,
        pause_ids,
    };
    step.take(&command, |tx, key, before, decision| {
        let pauses = decision
            .requests
            .iter()
            .filter(|r| decision.acted_on.contains(&r.id))
            .filter_map(|r| r.open_pause())
            .any(|p| p.counts);
        let letter = Letter::AskIdentity {
            reason: question.reason.clone(),
            item: question.item.clone(),
            reply_by_on: question.reply_by_on,
            pauses,
        };
        letters::keep(step.app, tx, key, before, &Order::notice(&letter))?;
        Ok(())
    })
}

/// Counts one more mail that carries a code or the way to one. A mailbox gets no more than a few,
/// whoever asks for them and in however many cases (R9).
fn count_code_mail(tx: &mut Tx<'_>, address: &str) -> Result<()> {
    let mailbox = address.trim().to_lowercase();
    limits::count(tx, limits::CODE_MAILS_HOUR, &mailbox)?;
    limits::count(tx, limits::CODE_MAILS_DAY, &mailbox)
}

/// The link in a mail to an address on record was followed and the button pressed: mail a code.
/// Anybody may press; the code goes to that address only. Says where, masked.
pub fn fetch_code(app: &App, token: &str) -> Result<()> {
    outbox::refuse_held(app)?;
    let link = app.store.look(|db| Ok::<_, Error>(codes::by_token(db, &tokens::hash_token(token))?))?;
    let now = app.store.clock.now();
    if link.purpose != Purpose::Identity || link.is_used || link.expires_at <= now {
        return Err(Error::NotFound);
    }
    app.store.write_case(&Actor::Person, &link.case_id, |tx, key| {
        let proves = link.proves(key)?;
        count_code_mail(tx, &proves.address)?;
        let stored = cases::load(tx.db, &link.case_id)?;
        let code = tokens::digits8();
        codes::set_code(tx, &link.id, identity_code_hash(app, &link.id, &code))?;
        let letter = Letter::Code { code: code.to_string() };
        let order = Order {
            letter: &letter,
            to: To::OnRecord(proves.address),
            request_id: None,
            not_after: Some(tx.now + CODE_LIFE),
        };
        letters::keep(app, tx, key, &stored, &order)?;
        mark(tx, key, &link.case_id, EventKind::CodeSent, serde_json::json!({ "what": "code" }))
    })
}

/// Whether a link in a mail still leads to a code.
pub fn can_fetch(app: &App, token: &str) -> Result<bool> {
    outbox::refuse_held(app)?;
    let now = app.store.clock.now();
    let found = app.store.look(|db| Ok::<_, Error>(codes::by_token(db, &tokens::hash_token(token))));
    Ok(
        matches!(found, Ok(Ok(code)) if code.purpose == Purpose::Identity && !code.is_used && code.expires_at > now),
    )
}

/// The person, in the conversation opened by reference and case code, types the mailed code: both
/// the mailbox on record and the case are theirs. At most five tries a code, fifteen a day.
pub fn try_code(app: &App, case_id: &str, typed: &str) -> Result<()> {
    let is_right = app.store.write_case(&Actor::Person, case_id, |tx, key| {
        if !limits::is_within(tx, limits::IDENTITY_CODES, case_id)? {
            return Ok(None);
        }
        let Some(open) = codes::open_identity(tx.db, case_id)? else { return Ok(Some(false)) };
        if !codes::try_code(tx, &open.id, &identity_code_hash(app, &open.id, typed))? {
            mark(tx, key, case_id, EventKind::CodeRefused, serde_json::json!({}))?;
            return Ok(Some(false));
        }
        let proves = open.proves(key)?;
        let proof = Proof {
            way: ProofWay::CodeToRecord,
            channel: proves.channel,
            at: tx.now,
            on_record_since: proves.on_record_since,
        };
        let details = ProofDetails {
            address: proves.address,
            on_record: proves.source.unwrap_or_default(),
            note: String::new(),
        };
        let stored = cases::load(tx.db, case_id)?;
        keep_proof(app, &Actor::Person, tx, key, &stored, proof, &details)?;
        Ok::<_, Error>(Some(true))
    })?;
    match is_right {
        Some(true) => Ok(()),
        Some(false) => Err(Error::field("code", "error-code-wrong")),
        None => Err(Error::TooOften(3600)),
    }
}

/// The person confirms the address they gave: level 1. Doing it twice is fine.
pub fn confirm_address(app: &App, token: &str) -> Result<()> {
    outbox::refuse_held(app)?;
    let link = app.store.look(|db| Ok::<_, Error>(codes::by_token(db, &tokens::hash_token(token))?))?;
    if link.purpose != Purpose::AddressCheck {
        return Err(Error::NotFound);
    }
    if link.is_used {
        return Ok(());
    }
    app.store.write_case(&Actor::Person, &link.case_id, |tx, key| {
        if !codes::use_link(tx, &link.id)? {
            return Err(Error::NotFound);
        }
        let stored = cases::load(tx.db, &link.case_id)?;
        let proves = link.proves(key)?;
        let proof =
            Proof { way: ProofWay::AddressCheck, channel: proves.channel, at: tx.now, on_record_since: None };
        let details = ProofDetails { address: proves.address, ..ProofDetails::default() };
        keep_proof(app, &Actor::Person, tx, key, &stored, proof, &details)
    })
}

/// Whether a link confirms an address, and in which language its case is.
pub fn can_confirm(app: &App, token: &str) -> Result<bool> {
    outbox::refuse_held(app)?;
    let found = app.store.look(|db| Ok::<_, Error>(codes::by_token(db, &tokens::hash_token(token))));
    Ok(matches!(found, Ok(Ok(code)) if code.purpose == Purpose::AddressCheck))
}

/// A person lost their code: a link to a new one goes to the confirmed address. The answer is the
/// same whether there is such a case or not.
pub fn lost_code(app: &App, reference: &str, from: &str) -> Result<()> {
    app.store.write(&Actor::System, |tx| limits::count(tx, limits::OPENINGS, from))?;
    let Some(reference) = crate::domain::reference::Reference::parse(reference) else { return Ok(()) };
    let found = app.store.look(|db| Ok::<_, Error>(cases::by_reference(db, &reference).ok()))?;
    let Some(case_id) = found else { return Ok(()) };
    app.store.write_case(&Actor::Person, &case_id, |tx, key| {
        let stored = cases::load(tx.db, &case_id)?;
        let Some(email) = stored.person(key)?.email.filter(|_| stored.file.case.address_confirmed) else {
            return Ok(());
        };
        match count_code_mail(tx, &email) {
            Err(Error::TooOften(_)) => return Ok(()),
            counted => counted?,
        }
        let token = tokens::token();
        let proves = Proves { channel: Channel::Email, address: email, source: None, on_record_since: None };
        codes::make_link(tx, key, &case_id, Purpose::NewCode, token.hash, &proves, Duration::hours(24))?;
        let slug = &app.controllers.get(&stored.file.case.controller_id)?.slug;
        let letter = Letter::NewCode { link: app.link(&["o", slug, "new-code", &token.plain]) };
        letters::keep(app, tx, key, &stored, &Order::notice(&letter))?;
        mark(tx, key, &case_id, EventKind::CodeSent, serde_json::json!({ "what": "new_case_code" }))
    })
}

/// Shows a new case code, once; the old one and every open conversation end.
pub fn new_code(app: &App, token: &str) -> Result<String> {
    outbox::refuse_held(app)?;
    let link = app.store.look(|db| Ok::<_, Error>(codes::by_token(db, &tokens::hash_token(token))?))?;
    if link.purpose != Purpose::NewCode {
        return Err(Error::NotFound);
    }
    app.store.write_case(&Actor::Person, &link.case_id, |tx, _| {
        if !codes::use_link(tx, &link.id)? {
            return Err(Error::NotFound);
        }
        let code = tokens::case_code();
        cases::set_code(tx, &link.case_id, case_code_hash(app, &link.case_id, &code))?;
        persons::end_all(tx, &link.case_id)?;
        Ok(code.to_string())
    })
}

/// Where the code of a link in a mail goes, masked; none when the link leads to no code any more.
pub fn link_leads_to(app: &App, token: &str) -> Result<Option<String>> {
    if !can_fetch(app, token)? {
        return Ok(None);
    }
    let link = app.store.look(|db| Ok::<_, Error>(codes::by_token(db, &tokens::hash_token(token))?))?;
    handling::read_by_person(app, &link.case_id, "address", &link.id, |_, key| {
        let proves = link.proves(key)?;
        Ok(Some(masked_address(proves.channel, &proves.address, None)))
    })
}
