//! The books a privacy officer keeps beside the cases: what authorities asked for, who was told of the
//! right to object, what the staff were taught and promised.

use crate::domain::access::Actor;
use crate::services::app::{App, Controller};
use crate::services::error::{Error, FieldProblem, Result};
use crate::store::disclosures::{self, Disclosure, New, Outcome};
use crate::store::objection_notices::{self, Notice, Way};
use crate::store::staff::{self, Member, Status};
use crate::store::training::{self, Kind, Record};
use chrono::NaiveDate;

/// Enters what an authority asked for and what became of it.
pub fn disclose(app: &App, actor: &Actor, new: &New<'_>) -> Result<()> {
    let filled = |field: &str, text: &str, key| text.trim().is_empty().then(|| FieldProblem::new(field, key));
    let details = new.details;
    let mut problems: Vec<FieldProblem> = [
        filled("asker", &details.asker, "error-disclosure-asker"),
        filled("basis", &details.basis, "error-disclosure-basis"),
        filled("what", &details.what, "error-disclosure-what"),
        filled("decided_by", &details.decided_by, "error-disclosure-decided_by"),
    ]
    .into_iter()
    .flatten()
    .collect();
    if new.outcome != Outcome::Disclosed && details.why.trim().is_empty() {
        problems.push(FieldProblem::new("why", "error-staff-reason"));
    }
    if new.decided_on < new.asked_on || new.decided_on > today(app) {
        problems.push(FieldProblem::new("decided_on", "error-book-date"));
    }
    if !problems.is_empty() {
        return Err(Error::Invalid(problems));
    }
    app.store.write(actor, |tx| Ok(disclosures::keep(tx, new).map(|_| ())?))
}

/// The log of disclosures; reading it is an entry. `what`: `read` or `exported`.
pub fn disclosures(app: &App, actor: &Actor, what: &str) -> Result<Vec<Disclosure>> {
    app.store.write(actor, |tx| Ok(disclosures::read(tx, what)?))
}

/// Enters that people were told of their right to object.
pub fn told_of_objection(
    app: &App,
    actor: &Actor,
    controller: &Controller,
    given_on: NaiveDate,
    way: Way,
    details: &objection_notices::Details,
) -> Result<()> {
    let mut problems = Vec::new();
    if given_on > today(app) {
        problems.push(FieldProblem::new("given_on", "error-book-date"));
    }
    if details.occasion.trim().is_empty() {
        problems.push(FieldProblem::new("occasion", "error-notice-occasion"));
    }
    if details.audience.trim().is_empty() {
        problems.push(FieldProblem::new("audience", "error-notice-audience"));
    }
    if !problems.is_empty() {
        return Err(Error::Invalid(problems));
    }
    let version = crate::services::notices::OBJECT_TEXT;
    app.store
        .write(actor, |tx| Ok(objection_notices::keep(tx, &controller.id, given_on, way, version, details)?))
}

/// When people were told.
pub fn objection_notices(app: &App) -> Result<Vec<Notice>> {
    app.store.look(|db| Ok(objection_notices::all(&app.store, db)?))
}

/// Enters a training or a promise of confidentiality.
pub fn train(app: &App, actor: &Actor, record: &Record) -> Result<()> {
    let known = app.store.look(|db| Ok::<_, Error>(staff::get(db, &record.staff_id).is_ok()))?;
    let mut problems = Vec::new();
    if !known {
        problems.push(FieldProblem::new("staff", "error-colleague"));
    }
    if record.what.trim().is_empty() {
        problems.push(FieldProblem::new("what", "error-training-what"));
    }
    if record.done_on > today(app) {
        problems.push(FieldProblem::new("done_on", "error-book-date"));
    }
    if record.valid_until_on.is_some_and(|until| until < record.done_on) {
        problems.push(FieldProblem::new("valid_until_on", "error-training-until"));
    }
    if !problems.is_empty() {
        return Err(Error::Invalid(problems));
    }
    app.store.write(actor, |tx| Ok(training::keep(tx, record)?))
}

/// What one member of staff lacks, and what they have.
pub struct Standing {
    /// The member.
    pub member: Member,
    /// Their entries, the newest first.
    pub records: Vec<Record>,
    /// Kinds of which nothing is good today.
    pub lacking: Vec<Kind>,
}

/// Everybody who may sign in, with their record. `exported`: it leaves the house, which is an entry.
pub fn standings(app: &App, actor: &Actor, is_exported: bool) -> Result<Vec<Standing>> {
    if is_exported {
        app.store.write(actor, |tx| {
            Ok::<_, Error>(training::note(tx, serde_json::json!({ "what": "exported" }))?)
        })?;
    }
    let (members, records) = app.store.look(|db| Ok::<_, Error>((staff::all(db)?, training::all(db)?)))?;
    let today = today(app);
    let standing = |member: Member| {
        let own: Vec<Record> = records.iter().filter(|r| r.staff_id == member.id).cloned().collect();
        let has = |kind: Kind| own.iter().any(|r| r.kind == kind && !r.is_over(today));
        let lacking = Kind::ALL.iter().copied().filter(|kind| !has(*kind)).collect();
        Standing { member, records: own, lacking }
    };
    let is_here =
        |standing: &Standing| standing.member.status != Status::Disabled || !standing.records.is_empty();
    Ok(members.into_iter().map(standing).filter(is_here).collect())
}

/// Today at the desk.
pub fn today(app: &App) -> NaiveDate {
    app.store.clock.now().with_timezone(&app.desk_zone()).date_naive()
}

/// A table as CSV for a spreadsheet. A cell a spreadsheet would run as a formula gets an apostrophe in
/// front, so that nothing anybody wrote is ever carried out.
pub fn csv(rows: &[Vec<String>]) -> Result<Vec<u8>> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows {
        writer
            .write_record(row.iter().map(|cell| safe(cell)))
            .map_err(|error| Error::Broken(format!("csv: {error}")))?;
    }
    writer.into_inner().map_err(|_| Error::Broken("csv".into()))
}

fn safe(cell: &str) -> String {
    match cell.trim_start_matches([' ', '\u{a0}']).chars().next() {
        Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '|' | '%') => format!("'{cell}"),
        _ => cell.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spreadsheet_runs_nothing_of_what_somebody_wrote() {
        let rows = vec![vec!["=1+1".to_owned(), " @SUM(A1)".into(), "-2".into(), "Åse, \"Bo\"".into()]];
        let text = String::from_utf8(csv(&rows).unwrap()).unwrap();
        assert_eq!(text, "'=1+1,' @SUM(A1),'-2,\"Åse, \"\"Bo\"\"\"\n");
    }
}
