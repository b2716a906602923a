//! The conversation: what the person wrote, our letters and messages, internal notes; and mails to staff.

use crate::crypto::keys::CaseKey;
use crate::crypto::sealed::{Place, open_json, seal_json};
use crate::crypto::tokens;
use crate::domain::job::{Job, NewJob};
use crate::domain::letter::{Letter, StaffMail};
use crate::store::backend::Db;
use crate::store::case_rows::code;
use crate::store::error::Result;
use crate::store::jobs;
use crate::store::schema::{messages, staff_mails};
use crate::store::unit::Tx;
use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::Bool;
use serde::{Deserialize, Serialize};

codes! {
    /// What kind of message it is.
    pub enum Kind {
        /// From the person.
        Received = "received",
        /// Written by staff to the person.
        Sent = "sent",
        /// A letter of ours.
        Letter = "letter",
        /// Internal, never sent.
        Note = "note",
    }
}

codes! {
    /// How a message travels.
    pub enum Carrier {
        /// As a mail.
        Mail = "mail",
        /// Stands on the case page only.
        Page = "page",
        /// On paper.
        Paper = "paper",
    }
}

/// The body of a message. Sealed as one value.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Body {
    /// Address it goes to, when it is mailed.
    pub to: Option<String>,
    /// Subject of a letter.
    pub subject: String,
    /// The words, as sent and kept.
    pub text: String,
    /// The HTML form of a mailed letter.
    pub html: Option<String>,
    /// Links and codes a mail carries, as they stand in the words. Gone once it was handed over.
    #[serde(default)]
    pub secrets: Vec<String>,
}

impl Body {
    /// The same without its links and codes: they are for the mailbox, and what is kept must open
    /// nothing. When one does not stand there as it is known, none of the words are kept.
    fn without_secrets(self) -> Body {
        let mut text = self.text;
        for secret in &self.secrets {
            if !text.contains(secret) {
                text = String::new();
                break;
            }
            text = text.replace(secret, &blank(secret));
        }
        Body { text, html: None, secrets: Vec::new(), ..self }
    }
}

/// What stands in the place of a link or a code: where it led, or how long it was.
fn blank(secret: &str) -> String {
    match secret.rsplit_once('/') {
        Some((place, _)) => format!("{place}/…"),
        None => secret.chars().map(|c| if c.is_whitespace() { c } else { '•' }).collect(),
    }
}

/// A message to be kept.
pub struct NewMessage<'a> {
    /// Its id, when something refers to it already.
    pub id: Option<String>,
    /// Case.
    pub case_id: &'a str,
    /// Kind.
    pub kind: Kind,
    /// The letter it renders, if it is one.
    pub letter: Option<&'a Letter>,
    /// Request it belongs to, if one.
    pub request_id: Option<&'a str>,
    /// How it travels.
    pub carrier: Carrier,
    /// The words.
    pub body: &'a Body,
    /// For a mail: pointless after this instant.
    pub not_after: Option<DateTime<Utc>>,
    /// For a letter on paper: when it left the house, if it has.
    pub posted_at: Option<DateTime<Utc>>,
}

/// A stored message.
#[derive(Debug, Clone)]
pub struct Message {
    /// Row id.
    pub id: String,
    /// Case.
    pub case_id: String,
    /// Kind.
    pub kind: Kind,
    /// Template of the letter, if it is one.
    pub letter: Option<String>,
    /// Request it belongs to.
    pub request_id: Option<String>,
    /// Staff id of the author, if staff wrote it.
    pub author: Option<String>,
    /// How it travels.
    pub carrier: Carrier,
    /// When it was written.
    pub made_at: DateTime<Utc>,
    /// When it was handed over.
    pub delivered_at: Option<DateTime<Utc>>,
    /// When it was given up.
    pub failed_at: Option<DateTime<Utc>>,
    body: Vec<u8>,
}

type Row = (
    String,
    String,
    String,
    Option<String>,
    Option<String>,
    Option<String>,
    Vec<u8>,
    String,
    NaiveDateTime,
    Option<NaiveDateTime>,
    Option<NaiveDateTime>,
);

fn read(row: Row) -> Result<Message> {
    Ok(Message {
        id: row.0,
        case_id: row.1,
        kind: code(Kind::from_code(&row.2), "messages.kind")?,
        letter: row.3,
        request_id: row.4,
        author: row.5,
        body: row.6,
        carrier: code(Carrier::from_code(&row.7), "messages.carrier")?,
        made_at: row.8.and_utc(),
        delivered_at: row.9.map(|at| at.and_utc()),
        failed_at: row.10.map(|at| at.and_utc()),
    })
}

impl Message {
    /// The words.
    pub fn body(&self, key: &CaseKey) -> Result<Body> {
        Ok(open_json(key, &Place { table: "messages", column: "body", row: &self.id }, &self.body)?)
    }
}

/// Keeps a message; a mail enters the outbox in the same transaction. Returns its id.
pub fn keep(tx: &mut Tx<'_>, key: &CaseKey, new: &NewMessage<'_>) -> Result<String> {
    let id = new.id.clone().unwrap_or_else(tokens::id);
    let delivered = match new.carrier {
        Carrier::Page => Some(tx.now),
        Carrier::Paper => new.posted_at,
        Carrier::Mail => None,
    };
    // on paper they are read from what is kept
    let mailed = new.letter.filter(|_| new.carrier == Carrier::Mail);
    let secrets = mailed.map(Letter::secrets).unwrap_or_default().into_iter().map(str::to_owned).collect();
    let body = Body { secrets, ..new.body.clone() };
    diesel::insert_into(messages::table)
        .values((
            messages::id.eq(&id),
            messages::case_id.eq(new.case_id),
            messages::kind.eq(new.kind.code()),
            messages::letter.eq(new.letter.map(Letter::template)),
            messages::request_id.eq(new.request_id),
            messages::author.eq(tx.actor.staff_id()),
            messages::body.eq(seal_json(key, &Place { table: "messages", column: "body", row: &id }, &body)?),
            messages::carrier.eq(new.carrier.code()),
            messages::made_at.eq(tx.now.naive_utc()),
            messages::delivered_at.eq(delivered.map(|at| at.naive_utc())),
        ))
        .execute(tx.db)?;
    if new.carrier == Carrier::Mail {
        let job = Job::SendLetter { message_id: id.clone() };
        jobs::enqueue(tx, Some(new.case_id), &NewJob { job, run_at: None, not_after: new.not_after })?;
    }
    Ok(id)
}

/// A message by id.
pub fn get(db: &mut Db, id: &str) -> Result<Message> {
    let row: Row = messages::table
        .find(id)
        .select((
            messages::id,
            messages::case_id,
            messages::kind,
            messages::letter,
            messages::request_id,
            messages::author,
            messages::body,
            messages::carrier,
            messages::made_at,
            messages::delivered_at,
            messages::failed_at,
        ))
        .first(db)?;
    read(row)
}

/// The conversation of a case, oldest first.
pub fn of_case(db: &mut Db, case_id: &str) -> Result<Vec<Message>> {
    let rows: Vec<Row> = messages::table
        .filter(messages::case_id.eq(case_id))
        .order((messages::made_at.asc(), messages::id.asc()))
        .select((
            messages::id,
            messages::case_id,
            messages::kind,
            messages::letter,
            messages::request_id,
            messages::author,
            messages::body,
            messages::carrier,
            messages::made_at,
            messages::delivered_at,
            messages::failed_at,
        ))
        .load(db)?;
    rows.into_iter().map(read).collect()
}

/// Which of these cases hold words of the person that no member of staff has opened since they came.
pub fn unread(db: &mut Db, case_ids: &[String]) -> Result<Vec<String>> {
    Ok(messages::table
        .filter(messages::case_id.eq_any(case_ids.to_vec()))
        .filter(messages::kind.eq(Kind::Received.code()))
        // in the words of the index: one step for each message, however often the case was read
        .filter(sql::<Bool>(
            "NOT EXISTS (SELECT 1 FROM events e WHERE e.chain = messages.case_id AND e.kind = 'read' \
             AND e.actor LIKE 'staff:%' AND e.at >= messages.made_at)",
        ))
        .select(messages::case_id)
        .distinct()
        .load(db)?)
}

/// Notes that a mail was handed to the mail server. Its links and codes are blanked, as the body of
/// a mail to staff is.
pub fn delivered(tx: &mut Tx<'_>, key: &CaseKey, id: &str) -> Result<()> {
    let body = get(tx.db, id)?.body(key)?;
    if !body.secrets.is_empty() {
        let place = Place { table: "messages", column: "body", row: id };
        let sealed = seal_json(key, &place, &body.without_secrets())?;
        diesel::update(messages::table.find(id)).set(messages::body.eq(sealed)).execute(tx.db)?;
    }
    diesel::update(messages::table.find(id))
        .set(messages::delivered_at.eq(Some(tx.now.naive_utc())))
        .execute(tx.db)?;
    Ok(())
}

/// Notes that a letter on paper left the house. `false` when it had already.
pub fn posted(tx: &mut Tx<'_>, id: &str, at: DateTime<Utc>) -> Result<bool> {
    let waiting = messages::table
        .find(id)
        .filter(messages::kind.eq(Kind::Letter.code()))
        .filter(messages::carrier.eq(Carrier::Paper.code()))
        .filter(messages::delivered_at.is_null());
    let noted =
        diesel::update(waiting).set(messages::delivered_at.eq(Some(at.naive_utc()))).execute(tx.db)?;
    Ok(noted == 1)
}

/// What became of a letter somebody wanted back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TakenBack {
    /// It never left the house and is gone.
    Yes,
    /// It has left, or a mail server is being given it at this moment.
    IsLeaving,
}

/// Takes back a letter that has not left: it goes from the conversation, from the outbox and from the
/// letters to print.
pub fn take_back(tx: &mut Tx<'_>, id: &str) -> Result<TakenBack> {
    let letter = get(tx.db, id)?;
    let job = Job::SendLetter { message_id: id.to_owned() };
    let is_free = letter.carrier == Carrier::Paper || jobs::call_off(tx, &letter.case_id, &job)?;
    if letter.delivered_at.is_some() || !is_free {
        return Ok(TakenBack::IsLeaving);
    }
    let gone =
        diesel::delete(messages::table.find(id).filter(messages::delivered_at.is_null())).execute(tx.db)?;
    Ok(if gone == 1 { TakenBack::Yes } else { TakenBack::IsLeaving })
}

/// Notes that a mail was given up.
pub fn failed(tx: &mut Tx<'_>, id: &str) -> Result<()> {
    diesel::update(messages::table.find(id))
        .set(messages::failed_at.eq(Some(tx.now.naive_utc())))
        .execute(tx.db)?;
    Ok(())
}

/// Keeps a mail to a member of staff and enters it in the outbox.
pub fn keep_staff_mail(tx: &mut Tx<'_>, staff_id: &str, mail: &StaffMail) -> Result<()> {
    let id = tokens::id();
    let body = seal_json(tx.store.secrets.staff_secrets(), &mail_place(&id), mail)?;
    diesel::insert_into(staff_mails::table)
        .values((
            staff_mails::id.eq(&id),
            staff_mails::staff_id.eq(staff_id),
            staff_mails::body.eq(body),
            staff_mails::made_at.eq(tx.now.naive_utc()),
        ))
        .execute(tx.db)?;
    jobs::enqueue(tx, None, &NewJob::now(Job::SendStaffMail { mail_id: id })).map(|_| ())
}

fn mail_place(id: &str) -> Place<'_> {
    Place { table: "staff_mails", column: "body", row: id }
}

/// A mail to staff: to whom and what; `None` when it was handed over already. `key` is that of the
/// staff secrets.
pub fn staff_mail(db: &mut Db, key: &CaseKey, id: &str) -> Result<Option<(String, StaffMail)>> {
    let (staff_id, body, delivered): (String, Vec<u8>, Option<NaiveDateTime>) = staff_mails::table
        .find(id)
        .select((staff_mails::staff_id, staff_mails::body, staff_mails::delivered_at))
        .first(db)?;
    if delivered.is_some() {
        return Ok(None);
    }
    Ok(Some((staff_id, open_json(key, &mail_place(id), &body)?)))
}

/// Notes that a mail to staff was handed over; its body (which may hold a link) is emptied.
pub fn staff_mail_delivered(tx: &mut Tx<'_>, id: &str) -> Result<()> {
    diesel::update(staff_mails::table.find(id))
        .set((staff_mails::delivered_at.eq(Some(tx.now.naive_utc())), staff_mails::body.eq(Vec::<u8>::new())))
        .execute(tx.db)?;
    Ok(())
}
