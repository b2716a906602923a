//! What goes on after an answer: restrictions until they are lifted, notices to recipients until they
//! are settled, backups until they have turned over.

use crate::crypto::keys::CaseKey;
use crate::crypto::sealed::{Place, open_json, seal_json};
use crate::crypto::tokens;
use crate::domain::fulfilment::{Case18, Exception, NoticeKind, NoticeStatus};
use crate::store::backend::Db;
use crate::store::case_rows::code;
use crate::store::error::{Error, Result};
use crate::store::schema::{
    cases, follow_ups, messages, recipient_notices, requests, restriction_uses, restrictions,
};
use crate::store::unit::Tx;
use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

/// The words of a row. Sealed as one value; which of them are filled depends on the row.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Details {
    /// A recipient's name.
    #[serde(default)]
    pub name: String,
    /// Where a recipient is written to.
    #[serde(default)]
    pub email: String,
    /// What a recipient knows the person by.
    #[serde(default)]
    pub known: String,
    /// What is restricted, what restricted data were used for, or what a recipient is to do.
    #[serde(default)]
    pub what: String,
    /// How somebody was told, what they answered, why they could not be, or how it was checked.
    #[serde(default)]
    pub proof: String,
}

/// A restriction.
#[derive(Debug, Clone)]
pub struct Restriction {
    /// Row id.
    pub id: String,
    /// Case.
    pub case_id: String,
    /// The request it belongs to.
    pub request_id: String,
    /// The case of art. 18(1).
    pub basis: Case18,
    /// From when.
    pub from_on: NaiveDate,
    /// The letter that says it will be lifted.
    pub notice_id: Option<String>,
    /// The day that letter names.
    pub lift_on: Option<NaiveDate>,
    /// When it was lifted.
    pub lifted_on: Option<NaiveDate>,
    /// What is restricted.
    pub details: Details,
}

/// One use of restricted data.
#[derive(Debug, Clone)]
pub struct Use {
    /// The restriction.
    pub restriction_id: String,
    /// Why it was allowed.
    pub exception: Exception,
    /// When.
    pub used_on: NaiveDate,
    /// What for.
    pub details: Details,
}

/// A notice to a recipient.
#[derive(Debug, Clone)]
pub struct Notice {
    /// Row id.
    pub id: String,
    /// The request it belongs to.
    pub request_id: String,
    /// What they are told.
    pub kind: NoticeKind,
    /// Where it stands.
    pub status: NoticeStatus,
    /// By when we asked for an answer.
    pub reply_by_on: Option<NaiveDate>,
    /// Who, and the words.
    pub details: Details,
}

/// Backups that hold what was erased.
#[derive(Debug, Clone)]
pub struct FollowUp {
    /// Row id.
    pub id: String,
    /// The request it belongs to.
    pub request_id: String,
    /// When they have turned over.
    pub due_on: NaiveDate,
    /// When it was checked.
    pub done_at: Option<NaiveDateTime>,
    /// How.
    pub details: Details,
}

/// Everything of one case.
#[derive(Debug, Clone, Default)]
pub struct OfCase {
    /// Restrictions, oldest first.
    pub restrictions: Vec<Restriction>,
    /// What restricted data were used for.
    pub uses: Vec<Use>,
    /// Notices to recipients.
    pub notices: Vec<Notice>,
    /// Backups.
    pub backups: Vec<FollowUp>,
}

impl OfCase {
    /// How many of them still need somebody.
    pub fn open(&self) -> usize {
        self.restrictions.iter().filter(|one| one.lifted_on.is_none()).count()
            + self.notices.iter().filter(|one| one.status.is_open()).count()
            + self.backups.iter().filter(|one| one.done_at.is_none()).count()
    }
}

const fn place<'a>(table: &'a str, row: &'a str) -> Place<'a> {
    Place { table, column: "details", row }
}

/// Opens a restriction. Returns its id.
pub fn restrict(
    tx: &mut Tx<'_>,
    key: &CaseKey,
    (case_id, request_id): (&str, &str),
    basis: Case18,
    from_on: NaiveDate,
    details: &Details,
) -> Result<String> {
    let id = tokens::id();
    diesel::insert_into(restrictions::table)
        .values((
            restrictions::id.eq(&id),
            restrictions::case_id.eq(case_id),
            restrictions::request_id.eq(request_id),
            restrictions::basis.eq(basis.code()),
            restrictions::from_on.eq(from_on),
            restrictions::details.eq(seal_json(key, &place("restrictions", &id), details)?),
            restrictions::made_at.eq(tx.now.naive_utc()),
        ))
        .execute(tx.db)?;
    Ok(id)
}

/// Whether a request ever had a restriction.
pub fn was_restricted(db: &mut Db, request_id: &str) -> Result<bool> {
    let found: i64 =
        restrictions::table.filter(restrictions::request_id.eq(request_id)).count().get_result(db)?;
    Ok(found > 0)
}

/// Notes the letter that says a restriction will be lifted.
pub fn noticed(tx: &mut Tx<'_>, id: &str, notice_id: &str, lift_on: NaiveDate) -> Result<()> {
    diesel::update(restrictions::table.find(id))
        .set((restrictions::notice_id.eq(Some(notice_id)), restrictions::lift_on.eq(Some(lift_on))))
        .execute(tx.db)?;
    Ok(())
}

/// Lifts a restriction. `false` when it was lifted already.
pub fn lift(tx: &mut Tx<'_>, id: &str, on: NaiveDate) -> Result<bool> {
    let live = restrictions::table.find(id).filter(restrictions::lifted_on.is_null());
    Ok(diesel::update(live).set(restrictions::lifted_on.eq(Some(on))).execute(tx.db)? == 1)
}

/// Whether a letter has left the house.
pub fn has_left(db: &mut Db, message_id: &str) -> Result<bool> {
    let at: Option<NaiveDateTime> =
        messages::table.find(message_id).select(messages::delivered_at).first(db)?;
    Ok(at.is_some())
}

/// Keeps a use of restricted data.
pub fn log_use(
    tx: &mut Tx<'_>,
    key: &CaseKey,
    restriction: &Restriction,
    exception: Exception,
    used_on: NaiveDate,
    details: &Details,
) -> Result<()> {
    let id = tokens::id();
    diesel::insert_into(restriction_uses::table)
        .values((
            restriction_uses::id.eq(&id),
            restriction_uses::restriction_id.eq(&restriction.id),
            restriction_uses::case_id.eq(&restriction.case_id),
            restriction_uses::exception.eq(exception.code()),
            restriction_uses::used_on.eq(used_on),
            restriction_uses::details.eq(seal_json(key, &place("restriction_uses", &id), details)?),
            restriction_uses::made_at.eq(tx.now.naive_utc()),
        ))
        .execute(tx.db)?;
    Ok(())
}

/// Lists a recipient who is to be told.
pub fn list_recipient(
    tx: &mut Tx<'_>,
    key: &CaseKey,
    (case_id, request_id): (&str, &str),
    kind: NoticeKind,
    details: &Details,
) -> Result<()> {
    let id = tokens::id();
    diesel::insert_into(recipient_notices::table)
        .values((
            recipient_notices::id.eq(&id),
            recipient_notices::case_id.eq(case_id),
            recipient_notices::request_id.eq(request_id),
            recipient_notices::kind.eq(kind.code()),
            recipient_notices::status.eq(NoticeStatus::Open.code()),
            recipient_notices::details.eq(seal_json(key, &place("recipient_notices", &id), details)?),
            recipient_notices::made_at.eq(tx.now.naive_utc()),
        ))
        .execute(tx.db)?;
    Ok(())
}

/// Moves a notice on, with its words. [`Error::Stale`] when somebody else did meanwhile.
pub fn move_notice(
    tx: &mut Tx<'_>,
    key: &CaseKey,
    notice: &Notice,
    status: NoticeStatus,
    reply_by_on: Option<NaiveDate>,
    details: &Details,
) -> Result<()> {
    let as_seen =
        recipient_notices::table.find(&notice.id).filter(recipient_notices::status.eq(notice.status.code()));
    let moved = diesel::update(as_seen)
        .set((
            recipient_notices::status.eq(status.code()),
            recipient_notices::reply_by_on.eq(reply_by_on.or(notice.reply_by_on)),
            recipient_notices::details.eq(seal_json(key, &place("recipient_notices", &notice.id), details)?),
        ))
        .execute(tx.db)?;
    if moved == 1 { Ok(()) } else { Err(Error::Stale) }
}

/// Opens a follow-up on backups.
pub fn follow_up(
    tx: &mut Tx<'_>,
    key: &CaseKey,
    (case_id, request_id): (&str, &str),
    due_on: NaiveDate,
) -> Result<()> {
    let id = tokens::id();
    diesel::insert_into(follow_ups::table)
        .values((
            follow_ups::id.eq(&id),
            follow_ups::case_id.eq(case_id),
            follow_ups::request_id.eq(request_id),
            follow_ups::due_on.eq(due_on),
            follow_ups::details.eq(seal_json(key, &place("follow_ups", &id), &Details::default())?),
            follow_ups::made_at.eq(tx.now.naive_utc()),
        ))
        .execute(tx.db)?;
    Ok(())
}

/// Ticks a follow-up off. `false` when it was already.
pub fn tick_off(tx: &mut Tx<'_>, key: &CaseKey, id: &str, details: &Details) -> Result<bool> {
    let open = follow_ups::table.find(id).filter(follow_ups::done_at.is_null());
    let done = diesel::update(open)
        .set((
            follow_ups::done_at.eq(Some(tx.now.naive_utc())),
            follow_ups::details.eq(seal_json(key, &place("follow_ups", id), details)?),
        ))
        .execute(tx.db)?;
    Ok(done == 1)
}

type RestrictionRow = (
    String,
    String,
    String,
    String,
    NaiveDate,
    Option<String>,
    Option<NaiveDate>,
    Option<NaiveDate>,
    Vec<u8>,
);

fn restriction(key: &CaseKey, row: RestrictionRow) -> Result<Restriction> {
    Ok(Restriction {
        details: open_json(key, &place("restrictions", &row.0), &row.8)?,
        id: row.0,
        case_id: row.1,
        request_id: row.2,
        basis: code(Case18::from_code(&row.3), "restrictions.basis")?,
        from_on: row.4,
        notice_id: row.5,
        lift_on: row.6,
        lifted_on: row.7,
    })
}

/// Everything of a case.
pub fn of_case(db: &mut Db, key: &CaseKey, case_id: &str) -> Result<OfCase> {
    let rows: Vec<RestrictionRow> = restrictions::table
        .filter(restrictions::case_id.eq(case_id))
        .order((restrictions::made_at.asc(), restrictions::id.asc()))
        .select((
            restrictions::id,
            restrictions::case_id,
            restrictions::request_id,
            restrictions::basis,
            restrictions::from_on,
            restrictions::notice_id,
            restrictions::lift_on,
            restrictions::lifted_on,
            restrictions::details,
        ))
        .load(db)?;
    let restrictions = rows.into_iter().map(|row| restriction(key, row)).collect::<Result<_>>()?;
    Ok(OfCase {
        restrictions,
        uses: uses(db, key, case_id)?,
        notices: notices(db, key, case_id)?,
        backups: backups(db, key, case_id)?,
    })
}

fn uses(db: &mut Db, key: &CaseKey, case_id: &str) -> Result<Vec<Use>> {
    let rows: Vec<(String, String, String, NaiveDate, Vec<u8>)> = restriction_uses::table
        .filter(restriction_uses::case_id.eq(case_id))
        .order((restriction_uses::made_at.asc(), restriction_uses::id.asc()))
        .select((
            restriction_uses::id,
            restriction_uses::restriction_id,
            restriction_uses::exception,
            restriction_uses::used_on,
            restriction_uses::details,
        ))
        .load(db)?;
    let one = |row: (String, String, String, NaiveDate, Vec<u8>)| {
        Ok(Use {
            details: open_json(key, &place("restriction_uses", &row.0), &row.4)?,
            restriction_id: row.1,
            exception: code(Exception::from_code(&row.2), "restriction_uses.exception")?,
            used_on: row.3,
        })
    };
    rows.into_iter().map(one).collect()
}

type NoticeRow = (String, String, String, String, Option<NaiveDate>, Vec<u8>);

fn notices(db: &mut Db, key: &CaseKey, case_id: &str) -> Result<Vec<Notice>> {
    let rows: Vec<NoticeRow> = recipient_notices::table
        .filter(recipient_notices::case_id.eq(case_id))
        .order((recipient_notices::made_at.asc(), recipient_notices::id.asc()))
        .select((
            recipient_notices::id,
            recipient_notices::request_id,
            recipient_notices::kind,
            recipient_notices::status,
            recipient_notices::reply_by_on,
            recipient_notices::details,
        ))
        .load(db)?;
    let one = |row: NoticeRow| {
        Ok(Notice {
            details: open_json(key, &place("recipient_notices", &row.0), &row.5)?,
            id: row.0,
            request_id: row.1,
            kind: code(NoticeKind::from_code(&row.2), "recipient_notices.kind")?,
            status: code(NoticeStatus::from_code(&row.3), "recipient_notices.status")?,
            reply_by_on: row.4,
        })
    };
    rows.into_iter().map(one).collect()
}

type FollowUpRow = (String, String, NaiveDate, Option<NaiveDateTime>, Vec<u8>);

fn backups(db: &mut Db, key: &CaseKey, case_id: &str) -> Result<Vec<FollowUp>> {
    let rows: Vec<FollowUpRow> = follow_ups::table
        .filter(follow_ups::case_id.eq(case_id))
        .order((follow_ups::due_on.asc(), follow_ups::id.asc()))
        .select((
            follow_ups::id,
            follow_ups::request_id,
            follow_ups::due_on,
            follow_ups::done_at,
            follow_ups::details,
        ))
        .load(db)?;
    let one = |row: FollowUpRow| {
        Ok(FollowUp {
            details: open_json(key, &place("follow_ups", &row.0), &row.4)?,
            id: row.0,
            request_id: row.1,
            due_on: row.2,
            done_at: row.3,
        })
    };
    rows.into_iter().map(one).collect()
}

codes! {
    /// What stands in the list of everything that goes on.
    pub enum Kind {
        /// A live restriction.
        Restriction = "restriction",
        /// A notice nobody has settled.
        Notice = "notice",
        /// Backups nobody has checked.
        Backup = "backup",
    }
}

/// A line of the list: no words, so no key is needed.
#[derive(Debug, Clone)]
pub struct Standing {
    /// What.
    pub kind: Kind,
    /// Row id.
    pub id: String,
    /// Case.
    pub case_id: String,
    /// Reference of the case.
    pub reference: String,
    /// Controller.
    pub controller_id: String,
    /// Case about a member of staff.
    pub about_staff: Option<String>,
    /// Who works on the request.
    pub assignee: Option<String>,
    /// The letter of art. 18(1), or what the recipient is told.
    pub detail: String,
    /// Since when, by when, or when they have turned over.
    pub on: Option<NaiveDate>,
}

type StandingRow =
    (String, String, String, String, Option<String>, Option<String>, String, Option<NaiveDate>);

fn standing(kind: Kind) -> impl Fn(StandingRow) -> Standing {
    move |row| Standing {
        kind,
        id: row.0,
        case_id: row.1,
        reference: row.2,
        controller_id: row.3,
        about_staff: row.4,
        assignee: row.5,
        detail: row.6,
        on: row.7,
    }
}

/// Everything that goes on in cases that were not erased, at most `limit` of each kind.
pub fn all_open(db: &mut Db, limit: i64) -> Result<Vec<Standing>> {
    let mut all: Vec<Standing> = restrictions::table
        .inner_join(cases::table.on(cases::id.eq(restrictions::case_id)))
        .inner_join(requests::table.on(requests::id.eq(restrictions::request_id)))
        .filter(restrictions::lifted_on.is_null())
        .filter(cases::erased.eq(false))
        .order((restrictions::from_on.asc(), restrictions::id.asc()))
        .limit(limit)
        .select((
            restrictions::id,
            restrictions::case_id,
            cases::reference,
            cases::controller_id,
            cases::about_staff,
            requests::assignee,
            restrictions::basis,
            restrictions::from_on.nullable(),
        ))
        .load::<StandingRow>(db)?
        .into_iter()
        .map(standing(Kind::Restriction))
        .collect();
    let open: Vec<&str> = NoticeStatus::ALL.iter().filter(|s| s.is_open()).map(|s| s.code()).collect();
    let notices: Vec<StandingRow> = recipient_notices::table
        .inner_join(cases::table.on(cases::id.eq(recipient_notices::case_id)))
        .inner_join(requests::table.on(requests::id.eq(recipient_notices::request_id)))
        .filter(recipient_notices::status.eq_any(open))
        .filter(cases::erased.eq(false))
        .order((recipient_notices::made_at.asc(), recipient_notices::id.asc()))
        .limit(limit)
        .select((
            recipient_notices::id,
            recipient_notices::case_id,
            cases::reference,
            cases::controller_id,
            cases::about_staff,
            requests::assignee,
            recipient_notices::kind,
            recipient_notices::reply_by_on,
        ))
        .load(db)?;
    all.extend(notices.into_iter().map(standing(Kind::Notice)));
    let backups = open_backups(db, None, limit)?;
    all.extend(backups);
    Ok(all)
}

/// Backups nobody has checked; with `until`, those that have turned over by then.
pub fn open_backups(db: &mut Db, until: Option<NaiveDate>, limit: i64) -> Result<Vec<Standing>> {
    let last = until.or(NaiveDate::from_ymd_opt(9999, 12, 31)).unwrap_or(NaiveDate::MAX);
    let rows: Vec<StandingRow> = follow_ups::table
        .inner_join(cases::table.on(cases::id.eq(follow_ups::case_id)))
        .inner_join(requests::table.on(requests::id.eq(follow_ups::request_id)))
        .filter(follow_ups::done_at.is_null())
        .filter(follow_ups::due_on.le(last))
        .filter(cases::erased.eq(false))
        .order((follow_ups::due_on.asc(), follow_ups::id.asc()))
        .limit(limit)
        .select((
            follow_ups::id,
            follow_ups::case_id,
            cases::reference,
            cases::controller_id,
            cases::about_staff,
            requests::assignee,
            requests::right_code,
            follow_ups::due_on.nullable(),
        ))
        .load(db)?;
    Ok(rows.into_iter().map(standing(Kind::Backup)).collect())
}
