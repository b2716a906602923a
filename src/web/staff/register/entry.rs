//! One entry of the register as a form: shown, saved as a new version, removed.

use super::fields::{Drawing, typed as values};
use super::{can_edit, change_line, controllers, desk, errors, newest, of};
use crate::domain::register::Register;
use crate::services::register::form::{self, Entry};
use crate::services::register::{self as registers, Kept, changes};
use crate::services::{Error, Result};
use crate::store::register::{self as store};
use crate::web::form::Fields;
use crate::web::staff::refusals;
use crate::web::staff::show::{self, Answer};
use crate::web::staff::steps::Seat;
use crate::web::state::State;
use crate::web::view::Said;
use crate::web::view::desk::register as view;
use crate::web::view::parts::FieldError;
use crate::words;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web};

type Path = web::Path<(String, String)>;

/// What a form of an entry is about.
#[derive(Clone)]
struct Place {
    /// Register; empty for one that is not there yet.
    name: String,
    section: String,
    /// Code of the entry; empty for a new one.
    code: String,
}

impl Place {
    fn list(&self) -> String {
        match self.section.as_str() {
            "register" => format!("/desk/register/of/{}", self.name),
            section => format!("/desk/register/of/{}/{section}", self.name),
        }
    }
}

/// What comes back with a form that was not taken.
#[derive(Default)]
struct Again {
    typed: Option<Fields>,
    errors: Vec<FieldError>,
    is_overtaken: bool,
}

fn code_of(request: &HttpRequest) -> String {
    let mut pairs = form_urlencoded::parse(request.query_string().as_bytes());
    pairs.find(|(name, _)| name == "code").map(|(_, code)| code.into_owned()).unwrap_or_default()
}

/// `GET /desk/register/of/{name}/{section}/entry?code=…`; without a code a new entry.
pub async fn page(state: State, request: HttpRequest, path: Path) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let (name, section) = path.into_inner();
    let place = Place { name, section, code: code_of(&request) };
    show(&state, &seat, place, StatusCode::OK, Again::default()).await
}

/// `GET /desk/register/new`: the first form of a register.
pub async fn new(state: State, request: HttpRequest) -> Answer {
    let seat = Seat::of(&state, &request)?;
    show(&state, &seat, nowhere(), StatusCode::OK, Again::default()).await
}

fn nowhere() -> Place {
    Place { name: String::new(), section: "new".into(), code: String::new() }
}

/// `POST /desk/register/new`.
pub async fn save_new(state: State, request: HttpRequest, fields: Fields) -> Answer {
    let seat = Seat::with_form(&state, &request, &fields)?;
    store_entry(&state, &seat, nowhere(), fields).await
}

/// `POST /desk/register/of/{name}/{section}/entry?code=…`: the next version.
pub async fn save(state: State, request: HttpRequest, path: Path, fields: Fields) -> Answer {
    let seat = Seat::with_form(&state, &request, &fields)?;
    let (name, section) = path.into_inner();
    let place = Place { name, section, code: code_of(&request) };
    store_entry(&state, &seat, place, fields).await
}

/// What became of a form.
enum Ended {
    Kept(String),
    Wrong(Vec<FieldError>),
    Overtaken,
}

async fn store_entry(state: &State, seat: &Seat, place: Place, fields: Fields) -> Answer {
    let (wanted, typed) = (place.clone(), fields.clone());
    let ended = seat
        .run(move |web, actor| {
            let section = wanted.section.as_str();
            let seen = typed.number("version").unwrap_or(0);
            let register = match wanted.name.as_str() {
                "" => Register::default(),
                name => newest(web, name)?.register,
            };
            let languages = register.languages.clone();
            let (mut entry, wrong) = form::read(form::fields(section)?, &languages, &values(&typed));
            if !wrong.is_empty() {
                return Ok(Ended::Wrong(refusals::problems(&wrong, &[])));
            }
            let code = if wanted.code.is_empty() { form::code(section, &entry) } else { wanted.code.clone() };
            if !matches!(section, "register" | "new") {
                // what others refer to it by does not change
                entry.insert(form::key_of(section).to_owned(), code.clone().into());
                let is_taken = wanted.code.is_empty() && form::entry(&register, section, &code).is_ok();
                if is_taken {
                    let field = form::key_of(section);
                    let said = Said::new("register-problem-twice").with("detail", code).with("field", "");
                    return Ok(Ended::Wrong(vec![FieldError::new(field, said)]));
                }
            }
            let old = Some(wanted.code.as_str()).filter(|code| !code.is_empty());
            let section = if section == "new" { "register" } else { section };
            let changed = form::put(&register, section, old, entry)?;
            let what = typed.filled("what").unwrap_or_else(|| format!("{section} {code}").trim().to_owned());
            match registers::keep(&web.app, actor, &changed, seen, &what) {
                Ok(Kept::Version(_) | Kept::Same(_)) => Ok(Ended::Kept(changed.name)),
                Err(why) => {
                    let code = if section == "register" { "" } else { code.as_str() };
                    match errors(why, section, code) {
                        Ok(errors) => Ok(Ended::Wrong(errors)),
                        Err(Error::Stale) => Ok(Ended::Overtaken),
                        Err(other) => Err(other),
                    }
                }
            }
        })
        .await?;
    match ended {
        Ended::Kept(name) if place.name.is_empty() => Ok(show::to(&format!("/desk/register/of/{name}"))),
        Ended::Kept(_) => Ok(show::to(&place.list())),
        Ended::Wrong(errors) => {
            let again = Again { typed: Some(fields), errors, is_overtaken: false };
            show(state, seat, place, StatusCode::UNPROCESSABLE_ENTITY, again).await
        }
        Ended::Overtaken => {
            let errors = vec![FieldError::new("main", Said::new("error-register-stale"))];
            let again = Again { typed: Some(fields), errors, is_overtaken: true };
            show(state, seat, place, StatusCode::CONFLICT, again).await
        }
    }
}

/// `POST /desk/register/of/{name}/{section}/remove?code=…`: refused while others refer to it.
pub async fn remove(state: State, request: HttpRequest, path: Path, fields: Fields) -> Answer {
    let seat = Seat::with_form(&state, &request, &fields)?;
    let (name, section) = path.into_inner();
    let place = Place { name, section, code: code_of(&request) };
    let wanted = place.clone();
    let ended = seat
        .run(move |web, actor| {
            let seen = fields.number("version").unwrap_or(0);
            let register = newest(web, &wanted.name)?.register;
            form::entry(&register, &wanted.section, &wanted.code)?;
            let uses = form::uses(&register, &wanted.section, &wanted.code)?;
            if !uses.is_empty() {
                let errors = uses.iter().map(|(section, code, field)| {
                    let said = Said::new("error-register-used")
                        .with("section", Said::new(format!("register-one-{section}")))
                        .with("code", code.clone())
                        .with("field", Said::new(registers::field_id(section, field)));
                    FieldError::new("main", said)
                });
                return Ok(Ended::Wrong(errors.collect()));
            }
            let changed = form::without(&register, &wanted.section, &wanted.code)?;
            let what = format!("– {} {}", wanted.section, wanted.code);
            match registers::keep(&web.app, actor, &changed, seen, &what) {
                Ok(_) => Ok(Ended::Kept(changed.name)),
                Err(why) => match errors(why, &wanted.section, &wanted.code) {
                    Ok(errors) => Ok(Ended::Wrong(errors)),
                    Err(Error::Stale) => Ok(Ended::Overtaken),
                    Err(other) => Err(other),
                },
            }
        })
        .await?;
    match ended {
        Ended::Kept(_) => Ok(show::to(&place.list())),
        Ended::Wrong(errors) => {
            let again = Again { errors, ..Again::default() };
            show_again(&state, &seat, place, again).await
        }
        Ended::Overtaken => {
            let errors = vec![FieldError::new("main", Said::new("error-register-stale"))];
            show_again(&state, &seat, place, Again { errors, ..Again::default() }).await
        }
    }
}

async fn show_again(state: &State, seat: &Seat, place: Place, again: Again) -> Answer {
    show(state, seat, place, StatusCode::CONFLICT, again).await
}

async fn show(state: &State, seat: &Seat, place: Place, status: StatusCode, again: Again) -> Answer {
    let desk = desk(state, seat).await?;
    let lang = seat.lang;
    let page = seat
        .run(move |web, actor| {
            let section = place.section.as_str();
            let stored = if place.name.is_empty() { None } else { Some(newest(web, &place.name)?) };
            if place.code.is_empty() && section != "register" && !can_edit(actor) {
                return Err(Error::NotFound);
            }
            let register = stored.as_ref().map(|stored| stored.register.clone()).unwrap_or_default();
            let entry = match (place.code.as_str(), section) {
                ("", "register") => form::entry(&register, section, "")?,
                ("", _) => Entry::new(),
                (code, _) => form::entry(&register, section, code)?,
            };
            let title = match (place.code.as_str(), section) {
                (_, "new") => words::text(lang, "ui-register-new", &[]),
                ("", _) => words::text(lang, &format!("register-one-{section}"), &[]),
                _ => form::title(section, &entry, lang),
            };
            let all = controllers(web);
            let drawing = Drawing {
                register: &register,
                languages: &register.languages,
                section,
                controllers: &all,
                lang,
                is_there: !place.code.is_empty(),
            };
            let fields = drawing.controls(form::fields(section)?, &entry, again.typed.as_ref())?;
            let rights = if section == "activity" { register.activity(&place.code) } else { None };
            Ok(view::Entry {
                changed: match (&stored, &again.typed) {
                    (Some(stored), Some(typed)) if again.is_overtaken => since(web, stored, typed, lang)?,
                    _ => Vec::new(),
                },
                of: stored.as_ref().map(|stored| of(web, actor, stored)).transpose()?,
                rights: rights
                    .map(|activity| activity.rights().iter().map(|right| right.code().to_owned()).collect())
                    .unwrap_or_default(),
                desk,
                section: place.section.clone(),
                code: place.code.clone(),
                title,
                fields,
                errors: again.errors,
            })
        })
        .await?;
    seat.show(status, &page)
}

/// What others changed since the version a form was made for.
fn since(
    web: &crate::web::state::Web,
    stored: &store::Stored,
    typed: &Fields,
    lang: crate::domain::language::Lang,
) -> Result<Vec<view::ChangeLine>> {
    let seen = typed.number("version").unwrap_or(0);
    let name = &stored.register.name;
    let before = web.app.store.look(|db| Ok::<_, Error>(store::version(db, name, seen)));
    let Ok(Ok(before)) = before else { return Ok(Vec::new()) };
    let changes = changes::between(&before.register, &stored.register)?;
    Ok(changes.iter().map(|change| change_line(change, lang)).collect())
}
