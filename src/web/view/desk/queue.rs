//! The queue and the search.

use crate::domain::case::Intake;
use crate::domain::request::State;
use crate::domain::right::Right;
use crate::store::queue::MOST_COUNTED;
pub use crate::store::queue::Tab;
use crate::web::view::clock::{Due, Urgency};
use crate::web::view::desk::people::ComplaintRow;
use crate::web::view::parts::{Choice, Tone};
use crate::web::view::{Said, pages, shell::Desk};
use chrono::NaiveDate;
use serde::Serialize;

/// One tab with its count.
#[derive(Debug, Clone, Serialize)]
pub struct TabCount {
    /// The tab; `/desk?tab={code}`.
    pub tab: Tab,
    /// How many requests; closed ones are not counted.
    pub count: Option<i64>,
    /// There are more than that.
    pub more: bool,
}

impl TabCount {
    /// A tab with what was counted, up to [`MOST_COUNTED`].
    pub fn new(tab: Tab, counted: Option<i64>) -> TabCount {
        let told = counted.map(up_to);
        TabCount { tab, count: told.map(|(n, _)| n), more: told.is_some_and(|(_, more)| more) }
    }
}

/// What was counted up to [`MOST_COUNTED`], as it is said: how many, and whether there are more.
pub fn up_to(counted: i64) -> (i64, bool) {
    let most = MOST_COUNTED - 1;
    (counted.min(most), counted > most)
}

/// One row: a request, because the request has the clock.
#[derive(Debug, Clone, Serialize)]
pub struct QueueRow {
    /// Case id.
    pub case_id: String,
    /// Reference.
    pub reference: String,
    /// The person's name; none when it is hidden or missing.
    pub person: Option<String>,
    /// Which of the case's requests this is, and of how many, from 1.
    pub nth: (i64, i64),
    /// The right.
    pub right: Right,
    /// The state.
    pub state: State,
    /// Marks beside the state.
    pub flags: Vec<Mark>,
    /// The date.
    pub due: Due,
    /// Who works on it.
    pub assignee: Option<String>,
    /// Received on, local date.
    pub received_on: NaiveDate,
    /// How it came.
    pub intake: Intake,
    /// A message nobody has read.
    pub unread: bool,
    /// Which of our organisations, shown when there are several.
    pub controller: String,
    /// How a closed one ended (`outcome-…-staff`).
    pub outcome: Option<Said>,
}

/// A round mark (`flag-…`).
#[derive(Debug, Clone, Serialize)]
pub struct Mark {
    /// The word.
    pub said: Said,
    /// Its tone.
    pub tone: Option<Tone>,
    /// The icon's name, see `pages/sprite.svg`.
    pub icon: &'static str,
}

/// Rows under one heading.
#[derive(Debug, Clone, Serialize)]
pub struct QueueGroup {
    /// The heading.
    pub urgency: Urgency,
    /// The rows, soonest first.
    pub rows: Vec<QueueRow>,
}

/// `GET /desk?tab=&controller=&after=`. An empty queue says what is true and the next useful thing.
#[derive(Debug, Clone, Serialize)]
pub struct Queue {
    /// The frame.
    pub desk: Desk,
    /// The current tab.
    pub tab: Tab,
    /// All tabs.
    pub tabs: Vec<TabCount>,
    /// Letters on paper that lie here, and whether there are more; for whoever works on cases.
    pub letters: Option<(i64, bool)>,
    /// Complaints nobody has answered, and whether there are more; none when there are none.
    pub complaints: Option<(i64, bool)>,
    /// Case and reference of the answers that came back.
    pub undelivered: Vec<(String, String)>,
    /// Our organisations to filter by; empty when there is one.
    pub controllers: Vec<Choice>,
    /// The rows in groups; empty groups are left out.
    pub groups: Vec<QueueGroup>,
    /// Where the next page begins (keyset, opaque); none at the end.
    pub after: Option<String>,
    /// On an empty tab: how many have nobody, and the date of the soonest.
    pub unassigned: Option<(i64, NaiveDate)>,
    /// Where the public form lives, for the empty queue.
    pub forms: Vec<Choice>,
}

/// `POST /desk/search` (`q`): exact by reference, mail, phone or whole words of a name.
#[derive(Debug, Clone, Serialize)]
pub struct Search {
    /// The frame; `desk.query` is what was searched for.
    pub desk: Desk,
    /// What fits.
    pub rows: Vec<QueueRow>,
    /// Complaints that fit.
    pub complaints: Vec<ComplaintRow>,
    /// More fit than are shown.
    pub more: bool,
}

/// Puts rows that are already sorted by date under their headings.
pub fn grouped(rows: Vec<QueueRow>) -> Vec<QueueGroup> {
    let mut groups: Vec<QueueGroup> =
        Urgency::ALL.iter().map(|urgency| QueueGroup { urgency: *urgency, rows: Vec::new() }).collect();
    for row in rows {
        if let Some(group) = groups.iter_mut().find(|g| g.urgency == row.due.urgency) {
            group.rows.push(row);
        }
    }
    groups.retain(|g| !g.rows.is_empty());
    groups
}

pages! { Queue => "desk/queue.html", Search => "desk/search.html" }
