//! The register at the desk: officers write it, auditors read it.

mod article_30;
mod entry;
mod fields;
mod upload;

pub use article_30::{json as article_30_json, page as article_30, schema as article_30_schema};
pub use entry::{new, page as entry, remove, save, save_new};
pub use upload::{file, upload};

use crate::domain::access::{Actor, Role};
use crate::domain::register::{Problem, ProblemKind};
use crate::services::register::changes::{self, Change};
use crate::services::register::form::{self, SECTIONS};
use crate::services::register::{self as registers, NotKept};
use crate::services::{Error, Result};
use crate::store::register::{self as store, Stored};
use crate::store::staff;
use crate::web::frame;
use crate::web::staff::show::{self, Answer};
use crate::web::staff::steps::Seat;
use crate::web::state::{State, Web};
use crate::web::view::Said;
use crate::web::view::desk::register as view;
use crate::web::view::parts::{Choice, FieldError};
use crate::web::view::shell::{Desk, Place};
use crate::words;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web};

/// The frame of these pages.
async fn desk(state: &State, seat: &Seat) -> Result<Desk> {
    frame::desk(state, &seat.signed, Place::Register, "", Vec::new()).await
}

/// Whether somebody may change a register.
fn can_edit(actor: &Actor) -> bool {
    actor.holds(Role::Officer)
}

/// The newest version of a register.
fn newest(web: &Web, name: &str) -> Result<Stored> {
    registers::newest(&web.app, name)?.ok_or(Error::NotFound)
}

fn of(web: &Web, actor: &Actor, stored: &Stored) -> Result<view::Of> {
    Ok(view::Of {
        name: stored.register.name.clone(),
        version: stored.version,
        made_at: show::moment(web, stored.made_at),
        made_by: maker(web, stored)?,
        can_edit: can_edit(actor),
    })
}

/// The name of whoever made a version; empty for the program.
fn maker(web: &Web, stored: &Stored) -> Result<String> {
    let Some(id) = stored.made_by.strip_prefix("staff:") else { return Ok(String::new()) };
    Ok(web.app.store.look(|db| staff::get(db, id)).map(|member| member.name).unwrap_or_default())
}

fn controllers(web: &Web) -> Vec<Choice> {
    let all = web.app.controllers.all().iter();
    all.map(|one| Choice { value: one.slug.clone(), name: one.legal_name.clone(), chosen: false }).collect()
}

/// A problem in words.
fn said(problem: &Problem) -> Said {
    Said::new(format!("register-problem-{}", problem.kind))
        .with("field", Said::new(registers::field_id(problem.section, problem.field)))
        .with("detail", problem.detail.clone())
}

/// Why a register was not kept, at the fields of the entry that was written.
fn errors(why: NotKept, section: &str, code: &str) -> std::result::Result<Vec<FieldError>, Error> {
    let at = |problem: &Problem| {
        if problem.section == section && problem.code == code {
            return FieldError::new(problem.field, said(problem));
        }
        let elsewhere = Said::new("ui-register-elsewhere")
            .with("section", Said::new(format!("register-one-{}", problem.section)))
            .with("code", problem.code.clone())
            .with("what", said(problem));
        FieldError::new("main", elsewhere)
    };
    match why {
        NotKept::Problems(problems) => Ok(problems.iter().map(at).collect()),
        NotKept::Stale => Err(Error::Stale),
        NotKept::Elsewhere => Ok(vec![FieldError::new("controllers", Said::new("error-register-elsewhere"))]),
        NotKept::Failed(error) => Err(error),
    }
}

/// `GET /desk/register`: the first register, or how to begin.
pub async fn overview(state: State, request: HttpRequest) -> Answer {
    show_overview(&state, &request, None, StatusCode::OK, Vec::new()).await
}

/// `GET /desk/register/of/{name}`.
pub async fn overview_of(state: State, request: HttpRequest, name: web::Path<String>) -> Answer {
    show_overview(&state, &request, Some(name.into_inner()), StatusCode::OK, Vec::new()).await
}

async fn show_overview(
    state: &State,
    request: &HttpRequest,
    wanted: Option<String>,
    status: StatusCode,
    errors: Vec<FieldError>,
) -> Answer {
    let seat = Seat::of(state, request)?;
    let desk = desk(state, &seat).await?;
    let lang = seat.lang;
    let page = seat
        .run(move |web, actor| {
            let all = registers::all(&web.app)?;
            let stored = match &wanted {
                Some(name) => Some(all.iter().find(|one| one.register.name == *name).ok_or(Error::NotFound)?),
                None => all.first(),
            };
            let mut page = view::Overview {
                desk,
                of: stored.map(|stored| of(web, actor, stored)).transpose()?,
                others: Vec::new(),
                can_edit: can_edit(actor),
                controllers: controllers(web),
                problems: Vec::new(),
                sections: Vec::new(),
                errors,
            };
            let Some(stored) = stored else { return Ok(page) };
            let register = &stored.register;
            page.others = all.iter().map(|one| one.register.name.clone()).collect();
            page.others.retain(|name| *name != register.name);
            page.controllers.retain(|one| register.controllers.contains(&one.value));
            for problem in registers::problems_now(&web.app, register) {
                page.problems.push(line(register, &problem, lang)?);
            }
            page.problems.sort_by_key(|problem| !problem.is_grave);
            for section in SECTIONS {
                let count = form::entries(register, section)?.len();
                page.sections.push(((*section).to_owned(), i64::try_from(count).unwrap_or(i64::MAX)));
            }
            Ok(page)
        })
        .await?;
    seat.show(status, &page)
}

fn line(
    register: &crate::domain::register::Register,
    problem: &Problem,
    lang: crate::domain::language::Lang,
) -> Result<view::Problem> {
    let base = format!("/desk/register/of/{}/{}/entry", register.name, problem.section);
    let entry = match form::entry(register, problem.section, &problem.code) {
        Ok(entry) if !problem.code.is_empty() => form::title(problem.section, &entry, lang),
        _ => words::text(lang, &format!("register-one-{}", problem.section), &[]),
    };
    Ok(view::Problem {
        entry,
        said: said(problem),
        href: if problem.code.is_empty() { base } else { format!("{base}?code={}", problem.code) },
        is_grave: problem.kind != ProblemKind::NoText,
    })
}

/// `GET /desk/register/of/{name}/{section}`.
pub async fn list(state: State, request: HttpRequest, path: web::Path<(String, String)>) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let desk = desk(&state, &seat).await?;
    let (name, section) = path.into_inner();
    let lang = seat.lang;
    let page = seat
        .run(move |web, actor| {
            if !SECTIONS.contains(&section.as_str()) {
                return Err(Error::NotFound);
            }
            let stored = newest(web, &name)?;
            let problems = registers::problems_now(&web.app, &stored.register);
            let entries = form::entries(&stored.register, &section)?;
            let lines = entries.iter().map(|entry| {
                let code = form::code(&section, entry);
                let wrong = problems.iter().filter(|p| p.section == section && p.code == code).count();
                view::Line {
                    title: form::title(&section, entry, lang),
                    problems: i64::try_from(wrong).unwrap_or(i64::MAX),
                    code,
                }
            });
            let entries = lines.collect();
            Ok(view::List { desk, of: of(web, actor, &stored)?, section, entries })
        })
        .await?;
    seat.show(StatusCode::OK, &page)
}

/// `GET /desk/register/of/{name}/history`: every version with what is different from the one before.
pub async fn history(state: State, request: HttpRequest, name: web::Path<String>) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let desk = desk(&state, &seat).await?;
    let lang = seat.lang;
    let page = seat
        .run(move |web, actor| {
            let all = web.app.store.look(|db| Ok::<_, Error>(store::versions(db, &name)?))?;
            let newest = all.first().ok_or(Error::NotFound)?;
            let of = of(web, actor, newest)?;
            let mut versions = Vec::new();
            for (at, stored) in all.iter().enumerate() {
                let changes = match all.get(at + 1) {
                    Some(before) => changes::between(&before.register, &stored.register)?,
                    None => Vec::new(),
                };
                versions.push(view::VersionLine {
                    version: stored.version,
                    made_at: show::moment(web, stored.made_at),
                    made_by: maker(web, stored)?,
                    what: stored.what.clone(),
                    sha256: stored.sha256.clone(),
                    changes: changes.iter().map(|change| change_line(change, lang)).collect(),
                });
            }
            Ok(view::History { desk, of, versions })
        })
        .await?;
    seat.show(StatusCode::OK, &page)
}

/// A difference in words: `purposes.da` is "What it is for (Danish)".
fn change_line(change: &Change, lang: crate::domain::language::Lang) -> view::ChangeLine {
    let mut parts = change.field.split('.');
    let field = parts.next().unwrap_or_default();
    let word = |id: String| if words::exists(&id) { Some(words::text(lang, &id, &[])) } else { None };
    let mut label = word(registers::field_id(change.section, field)).unwrap_or_else(|| field.to_owned());
    let more = parts.map(|part| {
        word(format!("register-lang-{part}"))
            .or_else(|| word(format!("register-field-{part}")))
            .unwrap_or_else(|| part.to_owned())
    });
    let more: Vec<String> = more.collect();
    if !more.is_empty() {
        label = format!("{label} ({})", more.join(", "));
    }
    view::ChangeLine {
        section: change.section.to_owned(),
        code: change.code.clone(),
        field: if change.field.is_empty() { String::new() } else { label },
        before: change.before.clone(),
        after: change.after.clone(),
    }
}
