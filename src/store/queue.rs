//! The queue: tabs, counts and pages, sorted by `act_by_on`, one indexed keyset query each.

use crate::crypto::keys::CaseKey;
use crate::crypto::sealed::{Place, open_json};
use crate::domain::case::Flag;
use crate::domain::person::Person;
use crate::domain::reminder::Window;
use crate::store::backend::{Db, MultiBackend};
use crate::store::case_rows::codes;
use crate::store::error::Result;
use crate::store::schema::{cases, requests};
use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Date, Text};

codes! {
    /// A tab of the queue.
    pub enum Tab {
        /// Open and mine.
        Mine = "mine",
        /// Open and nobody's.
        Unassigned = "unassigned",
        /// Open and to be done within seven days, a missed promise among them.
        DueSoon = "due_soon",
        /// Open and past the law's date. A missed promise is never called overdue.
        Overdue = "overdue",
        /// Waiting for the person.
        Paused = "paused",
        /// Everything open.
        Open = "open",
        /// Closed, newest first.
        Closed = "closed",
    }
}

/// How many rows a page has.
pub const PAGE: i64 = 50;

/// How far "due soon" looks ahead, in days.
pub const SOON_DAYS: u64 = 7;

/// Who looks, at what, from where.
#[derive(Debug, Clone)]
pub struct View<'a> {
    /// Tab.
    pub tab: Tab,
    /// Only this controller.
    pub controller_id: Option<&'a str>,
    /// Staff id of who looks: for "mine", and because nobody sees a case about themselves.
    pub staff_id: &'a str,
    /// Today, in the zone of the desk.
    pub today: NaiveDate,
    /// Last row of the page before.
    pub after: Option<After>,
    /// Officers see cases about colleagues; others only when assigned.
    pub is_officer: bool,
}

/// The row after which a page begins: what its tab sorts by, and the request's id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum After {
    /// On every open tab.
    ActBy(NaiveDate, String),
    /// On the closed tab.
    Closed(DateTime<Utc>, String),
}

impl Row {
    /// Where the page after this row begins; `None` for a row that is on no page.
    pub fn after(&self, tab: Tab) -> Option<After> {
        match (tab, self.closed_at) {
            (Tab::Closed, Some(at)) => Some(After::Closed(at, self.request_id.clone())),
            (Tab::Closed, None) => None,
            _ => Some(After::ActBy(self.act_by_on, self.request_id.clone())),
        }
    }
}

/// A row of the queue. Who the person is stays sealed here.
#[derive(Debug, Clone)]
pub struct Row {
    /// Request id.
    pub request_id: String,
    /// Case id.
    pub case_id: String,
    /// Reference.
    pub reference: String,
    /// Key of the case, to open the name.
    pub key_id: String,
    /// Sealed person.
    pub person: Vec<u8>,
    /// Controller.
    pub controller_id: String,
    /// Channel.
    pub intake: String,
    /// Code of the right.
    pub right: String,
    /// Code of the state.
    pub state: String,
    /// Code of the outcome, once closed.
    pub outcome: Option<String>,
    /// Assignee.
    pub assignee: Option<String>,
    /// Local date of receipt.
    pub received_on: NaiveDate,
    /// What the queue sorts by.
    pub act_by_on: NaiveDate,
    /// The law's date.
    pub statutory_on: NaiveDate,
    /// The promise.
    pub promise_on: Option<NaiveDate>,
    /// When it was extended.
    pub extended_on: Option<NaiveDate>,
    /// When it was closed.
    pub closed_at: Option<DateTime<Utc>>,
    /// Version of the case.
    pub version: i64,
    flags: String,
}

impl Row {
    /// Who the person is.
    pub fn person(&self, key: &CaseKey) -> Result<Person> {
        Ok(open_json(key, &Place { table: "cases", column: "person", row: &self.case_id }, &self.person)?)
    }

    /// Flags of the case.
    pub fn flags(&self) -> Result<Vec<Flag>> {
        codes(&self.flags, Flag::from_code, "cases.flags")
    }
}

type Columns = (
    (String, String, String, String, Option<String>, Option<String>),
    (NaiveDate, NaiveDate, NaiveDate, Option<NaiveDate>, Option<NaiveDate>, Option<NaiveDateTime>),
    (String, String, Vec<u8>, String, String, i64, String),
);

/// One page, and whether there is more.
pub fn page(db: &mut Db, view: &View<'_>) -> Result<(Vec<Row>, bool)> {
    // the bin is a list of its own; a search finds what is in it all the same
    let mut query = filtered(view)
        .filter(cases::flags.not_like("%bin%"))
        .order((requests::act_by_on.asc(), requests::id.asc()));
    if view.tab == Tab::Closed {
        query = query.order((requests::closed_at.desc(), requests::id.desc()));
    }
    match &view.after {
        Some(After::ActBy(on, id)) => {
            query = query.filter(
                requests::act_by_on.gt(*on).or(requests::act_by_on.eq(*on).and(requests::id.gt(id.clone()))),
            );
        }
        Some(After::Closed(at, id)) => {
            let at = at.naive_utc();
            query = query.filter(
                requests::closed_at.lt(at).or(requests::closed_at.eq(at).and(requests::id.lt(id.clone()))),
            );
        }
        None => {}
    }
    let mut rows: Vec<Columns> = query
        .select((
            (
                requests::id,
                requests::case_id,
                requests::right_code,
                requests::state,
                requests::outcome,
                requests::assignee,
            ),
            (
                requests::received_on,
                requests::act_by_on,
                requests::statutory_on,
                requests::promise_on,
                requests::extended_on,
                requests::closed_at,
            ),
            (
                cases::reference,
                cases::key_id,
                cases::person,
                cases::controller_id,
                cases::intake,
                cases::version,
                cases::flags,
            ),
        ))
        .limit(PAGE + 1)
        .load(db)?;
    let more = rows.len() > usize::try_from(PAGE).unwrap_or(usize::MAX);
    rows.truncate(usize::try_from(PAGE).unwrap_or(usize::MAX));
    Ok((rows.into_iter().map(row).collect(), more))
}

/// Counting ends here: nobody reads the difference, and the page costs the same for everybody.
pub const MOST_COUNTED: i64 = 1_000;

#[derive(QueryableByName)]
struct Counts {
    #[diesel(sql_type = BigInt)]
    n_mine: i64,
    #[diesel(sql_type = BigInt)]
    n_unassigned: i64,
    #[diesel(sql_type = BigInt)]
    n_due_soon: i64,
    #[diesel(sql_type = BigInt)]
    n_overdue: i64,
    #[diesel(sql_type = BigInt)]
    n_paused: i64,
    #[diesel(sql_type = BigInt)]
    n_open: i64,
}

/// How many rows each open tab has, at most [`MOST_COUNTED`], in one statement. Closed ones are not
/// counted: their number grows for ever. The tab and the page of `view` do not matter.
pub fn counts(db: &mut Db, view: &View<'_>) -> Result<Vec<(Tab, i64)>> {
    // the rule of `filtered`
    let mine_only = if view.is_officer { "" } else { "AND (c.about_staff IS NULL OR r.assignee = $1)" };
    let of = |name: &str, rule: &str| {
        format!(
            "(SELECT count(*) FROM (SELECT 1 FROM requests r JOIN cases c ON c.id = r.case_id \
             WHERE r.is_open = TRUE AND c.erased = FALSE AND c.flags NOT LIKE '%bin%' AND (c.about_staff IS NULL OR c.about_staff <> $1) \
             {mine_only} AND ($2 = '' OR c.controller_id = $2) AND {rule} LIMIT {MOST_COUNTED}) AS t) AS n_{name}"
        )
    };
    // SQLite numbers $1, $2 … as they first appear: they must appear in this order
    let columns = [
        of("mine", "r.assignee = $1"),
        of("unassigned", "r.assignee IS NULL"),
        of("due_soon", "r.statutory_on >= $3 AND r.act_by_on <= $4"),
        of("overdue", "r.statutory_on < $3"),
        of("paused", "r.state = 'awaiting_person'"),
        of("open", "r.is_open = TRUE"),
    ];
    let found: Counts = diesel::sql_query(format!("SELECT {}", columns.join(", ")))
        .bind::<Text, _>(view.staff_id)
        .bind::<Text, _>(view.controller_id.unwrap_or_default())
        .bind::<Date, _>(view.today)
        .bind::<Date, _>(view.today + chrono::Days::new(SOON_DAYS))
        .get_result(db)?;
    Ok(vec![
        (Tab::Mine, found.n_mine),
        (Tab::Unassigned, found.n_unassigned),
        (Tab::DueSoon, found.n_due_soon),
        (Tab::Overdue, found.n_overdue),
        (Tab::Paused, found.n_paused),
        (Tab::Open, found.n_open),
    ])
}

/// Rows of these cases, for search results.
pub fn of_cases(db: &mut Db, case_ids: &[String], view: &View<'_>) -> Result<Vec<Row>> {
    let open = View { tab: Tab::Open, after: None, ..view.clone() };
    let closed = View { tab: Tab::Closed, after: None, ..view.clone() };
    let mut rows = Vec::new();
    for part in [open, closed] {
        let found: Vec<Columns> = filtered(&part)
            .filter(requests::case_id.eq_any(case_ids.to_vec()))
            .order((requests::act_by_on.asc(), requests::id.asc()))
            .select((
                (
                    requests::id,
                    requests::case_id,
                    requests::right_code,
                    requests::state,
                    requests::outcome,
                    requests::assignee,
                ),
                (
                    requests::received_on,
                    requests::act_by_on,
                    requests::statutory_on,
                    requests::promise_on,
                    requests::extended_on,
                    requests::closed_at,
                ),
                (
                    cases::reference,
                    cases::key_id,
                    cases::person,
                    cases::controller_id,
                    cases::intake,
                    cases::version,
                    cases::flags,
                ),
            ))
            .load(db)?;
        rows.extend(found.into_iter().map(row));
    }
    Ok(rows)
}

#[diesel::dsl::auto_type(no_type_alias)]
fn joined() -> _ {
    requests::table.inner_join(cases::table)
}

type Joined = diesel::dsl::InnerJoin<requests::table, cases::table>;

fn filtered<'a>(view: &View<'_>) -> diesel::helper_types::IntoBoxed<'a, Joined, MultiBackend> {
    let mut query = joined().into_boxed::<MultiBackend>();
    query = query.filter(requests::is_open.eq(view.tab != Tab::Closed)).filter(cases::erased.eq(false));
    let me = view.staff_id.to_owned();
    // nobody sees a case about themselves; a colleague's only the officer and who works on it
    query = query.filter(cases::about_staff.is_null().or(cases::about_staff.ne(me.clone())));
    if !view.is_officer {
        query = query.filter(cases::about_staff.is_null().or(requests::assignee.eq(me.clone())));
    }
    if let Some(controller) = view.controller_id {
        query = query.filter(cases::controller_id.eq(controller.to_owned()));
    }
    match view.tab {
        Tab::Mine => query.filter(requests::assignee.eq(me)),
        Tab::Unassigned => query.filter(requests::assignee.is_null()),
        Tab::DueSoon => {
            let until = view.today + chrono::Days::new(SOON_DAYS);
            query.filter(requests::act_by_on.le(until)).filter(requests::statutory_on.ge(view.today))
        }
        Tab::Overdue => query.filter(requests::statutory_on.lt(view.today)),
        Tab::Paused => query.filter(requests::state.eq("awaiting_person")),
        Tab::Open | Tab::Closed => query,
    }
}

fn row(columns: Columns) -> Row {
    let (request, dates, case) = columns;
    Row {
        request_id: request.0,
        case_id: request.1,
        right: request.2,
        state: request.3,
        outcome: request.4,
        assignee: request.5,
        received_on: dates.0,
        act_by_on: dates.1,
        statutory_on: dates.2,
        promise_on: dates.3,
        extended_on: dates.4,
        closed_at: dates.5.map(|at| at.and_utc()),
        reference: case.0,
        key_id: case.1,
        person: case.2,
        controller_id: case.3,
        intake: case.4,
        version: case.5,
        flags: case.6,
    }
}

#[derive(QueryableByName)]
struct CaseId {
    #[diesel(sql_type = Text)]
    case_id: String,
}

/// Cases of a controller with an open request whose dates lie in the window, in pages by id, for the
/// reminder run. Nobody is reminded of what lies in the bin.
pub fn watched(
    db: &mut Db,
    controller_id: &str,
    window: &Window,
    after: &str,
    limit: i64,
) -> Result<Vec<String>> {
    // SQLite numbers $1, $2 … as they first appear: they must appear in this order
    let found: Vec<CaseId> = diesel::sql_query(
        "SELECT DISTINCT r.case_id FROM requests r JOIN cases c ON c.id = r.case_id \
         WHERE r.is_open = TRUE AND c.erased = FALSE AND c.flags NOT LIKE '%bin%' AND c.controller_id = $1 AND r.case_id > $2 \
         AND (r.act_by_on <= $3 OR (r.last_extend_on >= $4 AND r.last_extend_on <= $5) \
         OR (r.assignee IS NULL AND r.received_on < $4) \
         OR EXISTS (SELECT 1 FROM pauses p WHERE p.request_id = r.id AND p.answered_on IS NULL \
         AND p.asked_on <= $6) \
         OR EXISTS (SELECT 1 FROM task_requests l JOIN tasks t ON t.id = l.task_id \
         WHERE l.request_id = r.id AND t.state NOT IN ('done', 'cancelled') AND t.due_on <= $7)) \
         ORDER BY r.case_id LIMIT $8",
    )
    .bind::<Text, _>(controller_id)
    .bind::<Text, _>(after)
    .bind::<Date, _>(window.act_by_until)
    .bind::<Date, _>(window.today)
    .bind::<Date, _>(window.extend_until)
    .bind::<Date, _>(window.asked_until)
    .bind::<Date, _>(window.task_until)
    .bind::<BigInt, _>(limit)
    .load(db)?;
    Ok(found.into_iter().map(|row| row.case_id).collect())
}
