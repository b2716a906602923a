//! Who asks: looking people up, codes to addresses on record, the address check.

use crate::crypto::keys::CaseKey;
use crate::crypto::tokens;
use crate::domain::access::Actor;
use crate::domain::case::Representation;
use crate::domain::decide::{Command, is_to_pause};
use crate::domain::event::{Event, EventKind};
use crate::domain::identifier::{Identifier, IdentifierKind, masked_address};
use crate::domain::identity::{Channel, Level, Proof, ProofWay, prove};
use crate::domain::letter::Letter;
use crate::domain::normalise::fold;
use crate::domain::person::Person;
use crate::domain::request::{PauseKind, State};
use crate::domain::table::{Who, may_act, permitted, row};
use crate::services::app::App;
use crate::services::error::{Error, Result};
use crate::services::handling::{Step, mark};
use crate::services::known::{self, Known};
use crate::services::letters::{self, Order, To};
use crate::services::{conversation, handling, limits, outbox};
use crate::sources::{Candidate, Source, SubjectKey};
use crate::store::cases::{self, StoredCase};
use crate::store::codes::{self, CODE_LIFE, Proves, Purpose};
use crate::store::proofs::{self, ProofDetails};
use crate::store::{Tx, chain};
use chrono::{Duration, NaiveDate};
use serde::{Deserialize, Serialize};

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
        // the address that was confirmed is theirs only when they asked themselves
        let is_theirs = case.representation == Representation::None;
        let known =
            (case.address_confirmed && is_theirs) || proven.iter().any(|p| p.eq_ignore_ascii_case(email));
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
    // nobody proves a name: whoever is proven may share it with others
    add(IdentifierKind::Name, &person.name, false);
    for id in person.other_ids.iter().flat_map(|ids| ids.split([',', ';', '\n'])) {
        add(IdentifierKind::Other, id, false);
    }
    found
}

/// What one source knows about the identifiers, or why it could not be asked.
pub struct LookedUp {
    /// Source.
    pub source: String,
    /// Candidates, or the code of what is wrong ([`crate::sources::Fault::code`]).
    pub found: std::result::Result<Vec<Candidate>, &'static str>,
    /// Identifiers it was not searched by, and why.
    pub refused: Vec<(IdentifierKind, crate::domain::identifier::Refusal)>,
    /// Kinds of identifiers it does not know people by.
    pub unknown_here: Vec<IdentifierKind>,
}

impl LookedUp {
    fn of(source: &Source, identifiers: &[Identifier]) -> LookedUp {
        let (found, refused, unknown_here) = match source.look_up(identifiers) {
            Ok(looked) => (Ok(looked.candidates), looked.refused, looked.unknown_here),
            Err(error) => {
                // it names tables and settings, never a person
                tracing::warn!(source = source.name(), %error, "a source could not be searched");
                (Err(error.fault.code()), Vec::new(), Vec::new())
            }
        };
        LookedUp { source: source.name().to_owned(), found, refused, unknown_here }
    }
}

/// Searches every source of the case's controller by the identifiers of the case. The read is marked
/// first; the network is asked outside any transaction; nothing is kept. For those only who may look
/// people up.
pub fn search(app: &App, actor: &Actor, case_id: &str) -> Result<Vec<LookedUp>> {
    Ok(search_judged(app, actor, case_id)?.0)
}

/// The same with what staff said of the records before.
pub fn search_judged(app: &App, actor: &Actor, case_id: &str) -> Result<(Vec<LookedUp>, Judged)> {
    let (identifiers, controller_id, judged) =
        app.store.read_case(actor, case_id, "identifiers", |tx, key| {
            let stored = cases::load(tx.db, case_id)?;
            conversation::may_work(actor, &stored)?;
            let may_search = row(EventKind::LookUp).is_some_and(|row| may_act(row, &Who::of(actor)).is_ok());
            if !may_search {
                return Err(Error::NotFound);
            }
            let proven = proofs::proven_addresses(tx.db, key, case_id)?;
            let identifiers = identifiers(&stored, &stored.person(key)?, &proven);
            Ok::<_, Error>((identifiers, stored.file.case.controller_id, judged(tx, key, case_id)?))
        })?;
    let looked = app.sources_of(&controller_id)?.map(|source| LookedUp::of(source, &identifiers));
    Ok((looked.collect(), judged))
}

/// Whether the event table lets the actor do one of these on some request of the case as it stands
/// (R29): sending a code and recording how somebody was reached are parts of looking up.
///
/// # Errors
/// [`Error::NotFound`] for a case that is not theirs, else the first refusal of the table.
pub(super) fn may(actor: &Actor, stored: &StoredCase, events: &[EventKind]) -> Result<()> {
    conversation::may_work(actor, stored)?;
    let who = Who::of(actor);
    let mut refused = None;
    for event in events {
        for request in &stored.file.requests {
            match permitted(*event, request.state, request.right, &who) {
                Ok(()) => return Ok(()),
                Err(refusal) => _ = refused.get_or_insert(refusal),
            }
        }
    }
    Err(refused.map_or(Error::NotFound, Error::Refused))
}

/// The same before anything is searched for a step.
fn may_begin(step: &Step<'_>) -> Result<()> {
    let stored = step.app.store.look(|db| Ok::<_, Error>(cases::load(db, step.case_id)?))?;
    may(step.actor, &stored, &[EventKind::LookUp])
}

/// Looks the person up: an event of the case, which notes whether something unproven matched.
pub fn look_up(step: &Step<'_>) -> Result<Vec<LookedUp>> {
    may_begin(step)?;
    let (looked, judged) = search_judged(step.app, step.actor, step.case_id)?;
    let known = known::on_record(&looked, &judged, None);
    step.take(&looked_up(&looked, &judged), |tx, key, before, _| {
        known::tell(step.app, tx, key, before, &known, None)
    })?;
    Ok(looked)
}

fn looked_up(looked: &[LookedUp], judged: &Judged) -> Command {
    Command::LookUp {
        sources: looked.iter().map(|l| l.source.clone()).collect(),
        candidates: looked.iter().filter_map(|l| l.found.as_ref().ok()).map(Vec::len).sum(),
        unproven_match: is_in_doubt(looked, judged),
    }
}

/// Whether a record may be the person's and nobody knows: nothing proven points at it alone, and
/// no member of staff has said that it is somebody else's.
pub fn is_in_doubt(looked: &[LookedUp], judged: &Judged) -> bool {
    looked.iter().any(|l| {
        let unproven = l.found.iter().flatten().filter(|candidate| !candidate.is_proven());
        let mut records = unproven.map(|candidate| (l.source.clone(), candidate.key.clone()));
        records.any(|record| !judged.others.contains(&record))
    })
}

/// A record of a source, by the source's name and the record's key.
pub type RecordRef = (String, SubjectKey);

/// What staff said of the records a look-up showed them. The keys are kept, sealed under the key of
/// the case: nothing of what stands in the records.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judged {
    /// These are the person.
    pub theirs: Vec<RecordRef>,
    /// These were shown beside them and are not.
    pub others: Vec<RecordRef>,
}

impl Judged {
    /// Whether a record is to be collected: as somebody judged it, else if something proven points
    /// at it.
    pub fn collects(&self, record: &RecordRef, is_proven: bool) -> bool {
        self.theirs.contains(record) || (is_proven && !self.others.contains(record))
    }
}

/// Keeps which records are the person's, for when collecting starts, and which are not: a namesake
/// of whom staff say so no longer stands in the way of "nothing held". It proves nothing and
/// releases nothing: what is collected is searched again then, and asks for a reason.
///
/// # Errors
/// What the event table refuses of looking up (R29).
pub fn judge(step: &Step<'_>, judged: &Judged) -> Result<()> {
    may_begin(step)?;
    let words = serde_json::to_string(judged).map_err(|e| Error::Broken(e.to_string()))?;
    let looked = search(step.app, step.actor, step.case_id)?;
    let known = known::on_record(&looked, judged, None);
    step.take(&looked_up(&looked, judged), |tx, key, before, _| {
        known::tell(step.app, tx, key, before, &known, None)?;
        let facts = serde_json::json!({ "theirs": judged.theirs.len(), "others": judged.others.len() });
        let event = Event::new(EventKind::RecordsChosen, None, facts).saying(words);
        chain::append(tx, step.case_id, Some(key), &event)?;
        Ok(())
    })
}

/// What was said last of the records; nothing when nobody said anything.
pub fn judged(tx: &mut Tx<'_>, key: &CaseKey, case_id: &str) -> Result<Judged> {
    let Some(row) = chain::newest(tx.db, case_id, EventKind::RecordsChosen)? else {
        return Ok(Judged::default());
    };
    let words = row.words(key)?.unwrap_or_default();
    serde_json::from_str(&words).map_err(|e| Error::Broken(format!("records chosen: {e}")))
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
    may_begin(step)?;
    let (looked, judged) = search_judged(step.app, step.actor, step.case_id)?;
    let candidate = candidate(&looked, source, record)?;
    let address = candidate.addresses.get(address_no).cloned().ok_or(Error::NotFound)?;
    let known = known::on_record(&looked, &judged, Some(&address.value));
    if address.channel != Channel::Email {
        return Err(Error::field("address", "error-code-needs-mail"));
    }
    step.app.store.write_case(step.actor, step.case_id, |tx, key| {
        let stored = cases::load(tx.db, step.case_id)?;
        if step.seen.is_some_and(|seen| seen != stored.file.case.version) {
            return Err(Error::Stale);
        }
        may(step.actor, &stored, &[EventKind::LookUp])?;
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
        let link = step.app.link(&["o", slug, "fetch", &token.plain]);
        // whoever reads mail there and is not the one who asks can stop it
        let own = Known { address: address.value.clone(), source: source.to_owned() };
        let (stop_id, stop_link) = known::stop_link(step.app, tx, key, &stored, &own)?;
        let letter = Letter::CodeLink { link, stop_link };
        let order = Order { to: To::OnRecord(address.value.clone()), ..Order::notice(&letter) };
        let (message, _) = letters::keep(step.app, tx, key, &stored, &order)?;
        known::carried_by(step.app, tx, key, &stored, &own, &stop_id, &message)?;
        known::tell(step.app, tx, key, &stored, &known, Some(&address.value))?;
        mark(
            tx,
            key,
            step.case_id,
            EventKind::CodeSent,
            serde_json::json!({ "source": source, "what": "link" }),
        )
    })
}

/// Raises the level through the one door, keeps the proof, and ends a wait for identity.
pub(super) fn keep_proof(
    app: &App,
    actor: &Actor,
    tx: &mut Tx<'_>,
    key: &CaseKey,
    stored: &StoredCase,
    proof: Proof,
    details: &ProofDetails,
) -> Result<()> {
    let case_id = &stored.file.case.id;
    let mut decision = prove(&stored.file, proof.clone());
    if details.only_given {
        for event in &mut decision.events {
            event.facts["only_given"] = true.into();
        }
    }
    cases::commit(tx, key, stored.file.case.version, &decision)?;
    let had_channel = proofs::delivery(tx.db, key, case_id)?;
    proofs::insert(tx, key, case_id, &proof, details)?;
    if proof.way.level() < Level::Proven {
        return Ok(());
    }
    if proof.way == ProofWay::CodeToRecord {
        known::proven(tx, key, case_id, &details.address)?;
    }
    // the first proof tells which address there is; another one is a new way out
    let is_new = had_channel.is_some_and(|had| fold(&had.address) != fold(&details.address));
    if is_new && proof.way.proves_delivery() {
        known::new_address(app, tx, key, stored, &details.address)?;
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
/// the requests that need it if it was asked early enough. On paper it pauses when it was posted.
pub fn ask(step: &Step<'_>, requests: Vec<String>, question: &Question) -> Result<()> {
    let pause_ids = (0..Ord::max(requests.len(), 9)).map(|_| tokens::id()).collect();
    step.app.store.write_case(step.actor, step.case_id, |tx, key| {
        let before = cases::load(tx.db, step.case_id)?;
        step.is_current(&before)?;
        let id = tokens::id();
        let command = Command::AskIdentity {
            requests,
            reason: question.reason.clone(),
            item: question.item.clone(),
            doubt_on: question.doubt_on,
            reply_by_on: question.reply_by_on,
            pause_ids,
            on_paper: letters::goes_on_paper(key, &before)?.then(|| id.clone()),
        };
        let decision = step.decide_and_commit(tx, key, &before, &command)?;
        let rules = &step.app.controllers.get(&before.file.case.controller_id)?.rules;
        let mut asked = decision.requests.iter().filter(|r| decision.acted_on.contains(&r.id));
        let pauses = asked.any(|r| is_to_pause(rules, r));
        let letter = Letter::AskIdentity {
            reason: question.reason.clone(),
            item: question.item.clone(),
            reply_by_on: question.reply_by_on,
            pauses,
        };
        letters::keep(step.app, tx, key, &before, &Order { id: Some(id), ..Order::notice(&letter) })?;
        Ok(())
    })
}

/// Counts one more mail that carries a code or the way to one. A mailbox gets no more than a few,
/// whoever asks for them and in however many cases (R9).
fn count_code_mail(tx: &mut Tx<'_>, address: &str) -> Result<()> {
    let mailbox = limits::mailbox(address);
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
            id: None,
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
            ..ProofDetails::default()
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
