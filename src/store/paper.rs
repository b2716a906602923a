//! The letters on paper that lie here: one indexed keyset query, oldest first.

use crate::crypto::keys::CaseKey;
use crate::crypto::sealed::{Place, open_json};
use crate::domain::case::Flag;
use crate::domain::person::Person;
use crate::store::backend::{Db, MultiBackend};
use crate::store::case_rows::codes;
use crate::store::error::Result;
use crate::store::queue::{MOST_COUNTED, PAGE};
use crate::store::schema::{cases, messages};
use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::{Bool, Text};

/// Who looks, from where.
#[derive(Debug, Clone)]
pub struct View<'a> {
    /// Staff id of who looks: nobody sees a case about themselves.
    pub staff_id: &'a str,
    /// Officers see cases about colleagues; others only when assigned.
    pub is_officer: bool,
    /// Last row of the page before: when it was written, and its id.
    pub after: Option<(DateTime<Utc>, String)>,
}

/// A letter to be printed. Who it goes to stays sealed here.
#[derive(Debug, Clone, Queryable)]
pub struct Row {
    /// Letter.
    pub message_id: String,
    /// Case.
    pub case_id: String,
    /// Its template.
    pub letter: Option<String>,
    made_at: NaiveDateTime,
    /// Reference.
    pub reference: String,
    /// Key of the case, to open the name.
    pub key_id: String,
    person: Vec<u8>,
    /// Controller.
    pub controller_id: String,
    /// Code of the language.
    pub lang: String,
    flags: String,
}

impl Row {
    /// When it was written.
    pub fn made_at(&self) -> DateTime<Utc> {
        self.made_at.and_utc()
    }

    /// The person's name; none when their address is protected or they gave none.
    pub fn name(&self, key: &CaseKey) -> Result<Option<String>> {
        if codes(&self.flags, Flag::from_code, "cases.flags")?.contains(&Flag::ProtectedIdentity) {
            return Ok(None);
        }
        let place = Place { table: "cases", column: "person", row: &self.case_id };
        let person: Person = open_json(key, &place, &self.person)?;
        Ok(Some(person.name).filter(|name| !name.is_empty()))
    }
}

#[diesel::dsl::auto_type(no_type_alias)]
fn joined() -> _ {
    messages::table.inner_join(cases::table)
}

type Joined = diesel::dsl::InnerJoin<messages::table, cases::table>;

/// In the words of the index.
const LIES_HERE: &str =
    "messages.kind = 'letter' AND messages.carrier = 'paper' AND messages.delivered_at IS NULL";
const IS_MINE: &str = "EXISTS (SELECT 1 FROM requests r WHERE r.case_id = messages.case_id AND r.assignee = ";

fn waiting<'a>(view: &View<'_>) -> diesel::helper_types::IntoBoxed<'a, Joined, MultiBackend> {
    let me = view.staff_id.to_owned();
    let mut query = joined().into_boxed::<MultiBackend>();
    query = query.filter(sql::<Bool>(LIES_HERE)).filter(cases::erased.eq(false));
    // nobody sees a case about themselves; a colleague's only the officer and who works on it
    query = query.filter(cases::about_staff.is_null().or(cases::about_staff.ne(me.clone())));
    if !view.is_officer {
        let is_mine = sql::<Bool>(IS_MINE).bind::<Text, _>(me).sql(")");
        query = query.filter(cases::about_staff.is_null().or(is_mine));
    }
    query
}

/// One page, and whether there is more.
pub fn page(db: &mut Db, view: &View<'_>) -> Result<(Vec<Row>, bool)> {
    let mut query = waiting(view).order((messages::made_at.asc(), messages::id.asc()));
    if let Some((at, id)) = &view.after {
        let at = at.naive_utc();
        query = query
            .filter(messages::made_at.gt(at).or(messages::made_at.eq(at).and(messages::id.gt(id.clone()))));
    }
    let mut rows: Vec<Row> = query
        .select((
            messages::id,
            messages::case_id,
            messages::letter,
            messages::made_at,
            cases::reference,
            cases::key_id,
            cases::person,
            cases::controller_id,
            cases::lang,
            cases::flags,
        ))
        .limit(PAGE + 1)
        .load(db)?;
    let most = usize::try_from(PAGE).unwrap_or(usize::MAX);
    let more = rows.len() > most;
    rows.truncate(most);
    Ok((rows, more))
}

/// How many there are, at most [`MOST_COUNTED`].
pub fn count(db: &mut Db, view: &View<'_>) -> Result<i64> {
    let found: Vec<String> = waiting(view).select(messages::id).limit(MOST_COUNTED).load(db)?;
    Ok(i64::try_from(found.len()).unwrap_or(i64::MAX))
}
