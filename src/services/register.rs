//! The register: checked, kept as versions, and asked by everything that says what is done with
//! people's data.

pub mod article30;
pub mod changes;
pub mod file;
pub mod form;
pub mod own;

use crate::domain::access::{Actor, Role};
use crate::domain::language::Lang;
use crate::domain::register::{Problem, ProblemKind, Register};
use crate::services::app::{App, Controller};
use crate::services::error::{Error, Result};
use crate::store;
use crate::store::register::{self, Stored};
use crate::words;
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// Why a register was not kept.
#[derive(Debug)]
pub enum NotKept {
    /// Something in it is wrong; warnings are not among them.
    Problems(Vec<Problem>),
    /// Another version came in between.
    Stale,
    /// One of its controllers has another register.
    Elsewhere,
    /// Anything else.
    Failed(Error),
}

impl From<Error> for NotKept {
    fn from(error: Error) -> Self {
        NotKept::Failed(error)
    }
}

/// What keeping a register came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// This version was made.
    Version(i64),
    /// It says what this version says already.
    Same(i64),
}

/// Everything that is not right on this day: what the register knows of itself, and controllers this
/// installation does not have.
pub fn problems(register: &Register, today: NaiveDate, is_configured: impl Fn(&str) -> bool) -> Vec<Problem> {
    let mut found = register.problems(today);
    for slug in register.controllers.iter().filter(|slug| !is_configured(slug)) {
        found.push(Problem {
            section: "register",
            code: String::new(),
            field: "controllers",
            kind: ProblemKind::NotConfigured,
            detail: slug.clone(),
        });
    }
    found
}

/// The same against the controllers of this installation, today at the desk.
pub fn problems_now(app: &App, register: &Register) -> Vec<Problem> {
    problems(register, today(app), |slug| app.controllers.by_slug(slug).is_ok())
}

/// The day it is at the desk.
pub fn today(app: &App) -> NaiveDate {
    app.store.clock.now().with_timezone(&app.desk_zone()).date_naive()
}

/// Keeps a register as its next version. `seen`: the version it was changed from, 0 for none;
/// `what`: what was changed, in words without names of people. By an officer, or on the command line.
///
/// # Errors
/// [`NotKept`]; then nothing was changed.
pub fn keep(
    app: &App,
    actor: &Actor,
    register: &Register,
    seen: i64,
    what: &str,
) -> std::result::Result<Kept, NotKept> {
    if *actor != Actor::System && !actor.holds(Role::Officer) {
        return Err(NotKept::Failed(Error::NotFound));
    }
    let mut wrong = problems_now(app, register);
    wrong.retain(|problem| problem.kind.is_error());
    if !wrong.is_empty() {
        return Err(NotKept::Problems(wrong));
    }
    let newest = newest(app, &register.name)?;
    if let Some(newest) = newest.filter(|newest| newest.version == seen && newest.register == *register) {
        return Ok(Kept::Same(newest.version));
    }
    let kept = app.store.write(actor, |tx| register::save(tx, register, seen, what));
    match kept {
        Ok(version) => Ok(Kept::Version(version)),
        Err(store::Error::Stale) => Err(NotKept::Stale),
        Err(store::Error::Taken) => Err(NotKept::Elsewhere),
        Err(other) => Err(NotKept::Failed(other.into())),
    }
}

/// The newest version of a register.
pub fn newest(app: &App, name: &str) -> Result<Option<Stored>> {
    Ok(app.store.look(|db| register::newest(db, name))?)
}

/// The newest versions of all registers.
pub fn all(app: &App) -> Result<Vec<Stored>> {
    Ok(app.store.look(|db| {
        let names = register::names(db)?;
        let newest = names.iter().map(|name| register::newest(db, name));
        newest.filter_map(std::result::Result::transpose).collect::<store::Result<Vec<_>>>()
    })?)
}

/// Activities the data maps name and no register of their controllers has, each with its source and
/// controller: an answer with data of them would be refused.
pub fn unknown_activities(app: &App) -> Result<Vec<(String, String, String)>> {
    let mut unknown = Vec::new();
    for controller in app.controllers.all() {
        let register = current(app, &controller.slug)?.map(|stored| stored.register).unwrap_or_default();
        for source in app.sources.of(&controller.slug) {
            let named: BTreeSet<&str> = source.map().table.iter().map(|t| t.activity.as_str()).collect();
            let missing = named.into_iter().filter(|code| register.activity(code).is_none());
            unknown.extend(
                missing.map(|code| (code.to_owned(), source.name().to_owned(), controller.slug.clone())),
            );
        }
    }
    Ok(unknown)
}

/// The register a controller answers from now.
pub fn current(app: &App, slug: &str) -> Result<Option<Stored>> {
    Ok(app.store.look(|db| register::current(db, slug))?)
}

/// The word key of a field: its own in this section, else that of all fields of the name.
pub fn field_id(section: &str, field: &str) -> String {
    let own = format!("register-field-{section}_{field}");
    if words::exists(&own) { own } else { format!("register-field-{field}") }
}

/// What a controller's register says, with the activity of this very program; empty without one.
pub fn in_force(app: &App, controller: &Controller) -> Result<Register> {
    let register = current(app, &controller.slug)?.map(|stored| stored.register).unwrap_or_default();
    Ok(own::with_own(register, controller.rules.keep.longest()))
}

/// A problem as a sentence: where it is, what is wrong, what to do.
pub fn sentence(lang: Lang, problem: &Problem) -> String {
    let field = words::text(lang, &field_id(problem.section, problem.field), &[]);
    let what = words::text(
        lang,
        &format!("register-problem-{}", problem.kind),
        &[("field", field.into()), ("detail", problem.detail.clone().into())],
    );
    if problem.code.is_empty() {
        return what;
    }
    let section = words::text(lang, &format!("register-one-{}", problem.section), &[]);
    format!("{section} “{}”: {what}", problem.code)
}
