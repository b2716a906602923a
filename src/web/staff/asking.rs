//! Asking who the person is: the doubt, what is asked, what it does to the clock.

use crate::domain::calendar;
use crate::domain::decide::decide_by_on;
use crate::domain::event::EventKind;
use crate::domain::language::Lang;
use crate::domain::letter::Letter;
use crate::domain::request::Request;
use crate::services::handling::Step;
use crate::services::identity::{self, Question};
use crate::services::{Error, Result, letters};
use crate::store::cases;
use crate::web::error::Failure;
use crate::web::form::Fields;
use crate::web::staff::conflict::{self, Wanted};
use crate::web::staff::preview;
use crate::web::staff::steps::{Ended, Seat, Sight, did, ended, look};
use crate::web::state::State;
use crate::web::view::Said;
use crate::web::view::desk::identity::{AskIdentity, PauseEffect};
use crate::web::view::parts::FieldError;
use crate::words;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use chrono::{Days, NaiveDate};

type Answer = std::result::Result<HttpResponse, Failure>;

/// How long the person is given to reply unless something else is chosen.
const REPLY_DAYS: u64 = 21;
/// What may be asked for; the rest is written.
const ITEMS: [&str; 4] = ["code", "call", "number", "document"];
/// What the form calls the fields of the law.
const ASK: &[(&str, &str)] = &[("reason", "why"), ("reply_by_on", "by_on")];

/// `GET …/identity`.
pub async fn ask_page(state: State, request: HttpRequest, id: web::Path<String>) -> Answer {
    let seat = Seat::of(&state, &request)?;
    show_ask(&seat, &id, StatusCode::OK, Fields::default(), None).await
}

/// `POST …/identity`: looks at the letter again, or asks.
pub async fn ask(state: State, request: HttpRequest, id: web::Path<String>, fields: Fields) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let typed = fields.clone();
    let is_check = fields.one("go") == "check";
    let asked = if is_check {
        seat.is_as_seen(&id, &fields).await
    } else {
        seat.step(&id, &fields, move |step| {
            let lang = language(step)?;
            identity::ask(step, Vec::new(), &question(&typed, lang)?)
        })
        .await
    };
    match ended(asked, ASK)? {
        Ended::Done(()) if is_check => show_ask(&seat, &id, StatusCode::OK, fields, None).await,
        Ended::Done(()) => Ok(did(&id, EventKind::AskIdentity)),
        Ended::Again(status, errors) => show_ask(&seat, &id, status, fields, Some(errors)).await,
        Ended::Overtaken => {
            let wanted = Wanted::of(EventKind::AskIdentity, "identity", &fields, &["why", "item"]);
            conflict::page(&seat, &id, wanted).await
        }
    }
}

/// The language the person is answered in.
fn language(step: &Step<'_>) -> Result<Lang> {
    step.app.store.look(|db| Ok(cases::load(db, step.case_id)?.lang))
}

/// The question as typed. Empty words are left to the law to name.
fn question(typed: &Fields, lang: Lang) -> Result<Question> {
    let doubt_on = typed.date("doubt_on").ok_or(Error::field("doubt_on", "error-date-unreal"))?;
    let reply_by_on = typed.date("by_on").ok_or(Error::field("by_on", "error-date-unreal"))?;
    Ok(Question { reason: reason(typed, lang), item: item(typed, lang), doubt_on, reply_by_on })
}

/// The doubt as the letter says it, after "because".
fn reason(typed: &Fields, lang: Lang) -> String {
    let known = match typed.one("doubt") {
        code @ ("other_address" | "several" | "changed") => {
            Some(words::text(lang, &format!("doubt-{code}"), &[]))
        }
        _ => None,
    };
    let all: Vec<String> = known.into_iter().chain(typed.filled("why")).collect();
    all.join("; ").trim_end_matches('.').to_owned()
}

/// What is asked for, as the letter says it, after "we ask you for".
fn item(typed: &Fields, lang: Lang) -> String {
    let chosen = typed.all("ask");
    let known = ITEMS.iter().filter(|code| chosen.contains(code));
    let texts = known.map(|code| words::text(lang, &format!("ask-item-{code}"), &[]));
    texts.chain(typed.filled("item")).collect::<Vec<_>>().join(", ").trim_end_matches('.').to_owned()
}

async fn show_ask(
    seat: &Seat,
    id: &str,
    status: StatusCode,
    typed: Fields,
    errors: Option<Vec<FieldError>>,
) -> Answer {
    let (case_id, desk) = (id.to_owned(), seat.desk().await?);
    let page = seat
        .run(move |web, actor| {
            let (sight, (letter, typed, on_paper)) =
                look(web, actor, &case_id, "ask_identity", |_, key, sight| {
                    let typed = with_defaults(typed, sight);
                    let lang = sight.stored.lang;
                    let (reason, item) = (reason(&typed, lang), item(&typed, lang));
                    let mut missing = Vec::new();
                    missing.extend(reason.is_empty().then(|| Said::new("need-words-reason")));
                    missing.extend(item.is_empty().then(|| Said::new("need-words-item")));
                    let letter = Letter::AskIdentity {
                        reason,
                        item,
                        reply_by_on: typed.date("by_on").unwrap_or(sight.today),
                        pauses: in_time(sight, &typed),
                    };
                    let letter = preview::letter(web, key, sight, &letter, missing)?;
                    Ok((letter, typed, letters::goes_on_paper(key, &sight.stored)?))
                })?;
            let errors = errors.unwrap_or_else(|| sight.blocked(EventKind::AskIdentity, ASK));
            Ok(AskIdentity { on_paper, ..ask_model(desk, &sight, &typed, letter, errors) })
        })
        .await?;
    seat.show(status, &page)
}

/// A form that was never sent begins with what is usual. The doubt is taken to be as old as the
/// request unless somebody says when it arose.
fn with_defaults(typed: Fields, sight: &Sight) -> Fields {
    if typed.has("by_on") {
        return typed;
    }
    let by_on = sight.today + Days::new(REPLY_DAYS);
    let fields = [
        ("doubt", "other_address".to_owned()),
        ("ask", "code".to_owned()),
        ("doubt_on", sight.stored.file.case.received_on.to_string()),
        ("by_on", by_on.to_string()),
    ];
    Fields::new(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

/// Whether a question that goes out today stops the clock.
fn in_time(sight: &Sight, typed: &Fields) -> bool {
    let received_on = sight.stored.file.case.received_on;
    let doubt_on = typed.date("doubt_on").filter(|on| *on <= sight.today && *on >= received_on);
    let since = doubt_on.unwrap_or(received_on);
    let rules = &sight.controller.rules;
    let waited = calendar::working_days_between(rules.country, rules.profile, since, sight.today);
    waited <= rules.ask_within_working_days
}

/// The last day on which a question still counts as asked without undue delay after `since`.
fn last_pausing_day(sight: &Sight, since: NaiveDate) -> NaiveDate {
    let rules = &sight.controller.rules;
    calendar::working_days_add(rules.country, rules.profile, since, rules.ask_within_working_days)
}

fn ask_model(
    desk: crate::web::view::shell::Desk,
    sight: &Sight,
    typed: &Fields,
    letter: crate::web::view::desk::identity::LetterPreview,
    errors: Vec<FieldError>,
) -> AskIdentity {
    let pauses = in_time(sight, typed);
    let open: Vec<&Request> = sight.stored.file.requests.iter().filter(|r| r.state.is_open()).collect();
    let effects = open.iter().map(|request| effect(sight, request, pauses)).collect();
    let unpaused_on = open.iter().map(|r| r.dates.act_by_on).min().unwrap_or(sight.today);
    let decide_by_on = decide_by_on(&sight.controller.rules, unpaused_on);
    AskIdentity {
        desk,
        step: sight.step(errors),
        language: sight.stored.lang,
        doubt: typed.one("doubt").to_owned(),
        why: typed.one("why").to_owned(),
        ask: typed.all("ask").into_iter().map(str::to_owned).collect(),
        item: typed.one("item").to_owned(),
        doubt_on: typed.one("doubt_on").to_owned(),
        by_on: typed.one("by_on").to_owned(),
        pauses_until_on: last_pausing_day(sight, sight.stored.file.case.received_on),
        pauses,
        on_paper: false,
        effects,
        unpaused_on,
        decide_by_on,
        letter: Some(letter),
    }
}

/// A pause stops only the requests whose right needs the missing level.
fn effect(sight: &Sight, request: &Request, in_time: bool) -> PauseEffect {
    let offer = sight.offer(EventKind::AskIdentity, &request.id);
    let (pauses, why) = if !request.right.may_ask_identity() {
        (false, Said::new("ui-effect-none"))
    } else if offer.is_none_or(|offer| offer.blocked.is_some()) {
        (false, Said::new("ui-effect-reached"))
    } else if in_time {
        let has = i64::from(sight.stored.file.case.level.number());
        let needed = i64::from(request.right.level_needed().number());
        (true, Said::new("ui-effect-needs").with("n", needed).with("has", has))
    } else {
        (false, Said::new("ui-effect-late"))
    };
    PauseEffect { right: request.right, pauses, why }
}
