//! What every step on a case shares: who acts, the case as it stands, and what becomes of the
//! answer of a use case.

use crate::crypto::keys::CaseKey;
use crate::domain::access::Actor;
use crate::domain::decide::{Offer, options};
use crate::domain::event::EventKind;
use crate::domain::language::Lang;
use crate::domain::person::Person;
use crate::domain::request::Request;
use crate::services::app::Controller;
use crate::services::handling::Step;
use crate::services::{Error, Result, conversation, letters, signing};
use crate::store::cases::{self, StoredCase};
use crate::store::{Tx, staff};
use crate::web::cookies;
use crate::web::error::Failure;
use crate::web::form::Fields;
use crate::web::frame;
use crate::web::guard::SignedIn;
use crate::web::staff::refusals;
use crate::web::state::{self, State, Web};
use crate::web::view::parts::FieldError;
use crate::web::view::shell::{Desk, Place};
use crate::web::view::{self, Moment, Page};
use actix_web::http::StatusCode;
use actix_web::http::header::{CONTENT_TYPE, LOCATION};
use actix_web::{HttpRequest, HttpResponse};
use chrono::{DateTime, NaiveDate, Utc};

/// Who is signed in, at work on a case.
pub struct Seat {
    /// The house.
    pub state: State,
    /// The session.
    pub signed: SignedIn,
    /// Who acts.
    pub actor: Actor,
    /// The language of their desk.
    pub lang: Lang,
}

impl Seat {
    /// The member of staff behind a request; the guard has let them in.
    pub fn of(state: &State, request: &HttpRequest) -> Result<Seat> {
        let signed = frame::signed_in(request)?;
        let (actor, own) = (signing::actor_of(&signed.session.member), signed.session.member.lang);
        // what was chosen in this browser goes before what the member was invited with
        let has_chosen = request.query_string().contains("lang=")
            || cookies::get(&state.settings, request, cookies::LANG).is_some();
        let lang = if has_chosen { frame::reader_language(state, request, Lang::ALL) } else { own };
        Ok(Seat { state: state.clone(), signed, actor, lang })
    }

    /// The same, behind a form of ours.
    pub fn with_form(state: &State, request: &HttpRequest, fields: &Fields) -> Result<Seat> {
        let seat = Seat::of(state, request)?;
        frame::check_desk_token(state, &seat.signed, fields.one("csrf"))?;
        Ok(seat)
    }

    /// Whether a second factor was proven within five minutes.
    pub fn is_fresh(&self) -> bool {
        self.signed.session.is_fresh(self.state.app.store.clock.now())
    }

    /// The frame of a page.
    pub async fn desk(&self) -> Result<Desk> {
        frame::desk(&self.state, &self.signed, Place::Queue, "", Vec::new()).await
    }

    /// Runs work that may wait, as this member of staff.
    pub async fn run<T, F>(&self, work: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&Web, &Actor) -> Result<T> + Send + 'static,
    {
        let actor = self.actor.clone();
        state::run(&self.state, move |web| work(web, &actor)).await
    }

    /// Whether the case still has the version a form was made for. Asked before anything else, so
    /// that no mended form carries a version its writer has not seen.
    pub async fn is_as_seen(&self, case_id: &str, fields: &Fields) -> Result<()> {
        // a form without a version has seen none of the case
        let (case_id, seen) = (case_id.to_owned(), fields.number("version").unwrap_or(0));
        self.run(move |web, actor| {
            let stored = web.app.store.look(|db| Ok::<_, Error>(cases::load(db, &case_id)?))?;
            conversation::may_see(actor, &stored)?;
            if stored.file.case.version == seen { Ok(()) } else { Err(Error::Stale) }
        })
        .await
    }

    /// Carries out a step of a form on the version it showed.
    pub async fn step<T, F>(&self, case_id: &str, fields: &Fields, work: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&Step<'_>) -> Result<T> + Send + 'static,
    {
        self.is_as_seen(case_id, fields).await?;
        let seen = fields.number("version");
        self.act(case_id, fields, move |step| work(&Step { seen, ..*step })).await
    }

    /// Does what is right whatever else happened on the case meanwhile: closing a link, answering a
    /// task, which knows by itself whether somebody else did.
    pub async fn act<T, F>(&self, case_id: &str, fields: &Fields, work: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&Step<'_>) -> Result<T> + Send + 'static,
    {
        frame::check_desk_token(&self.state, &self.signed, fields.one("csrf"))?;
        let case_id = case_id.to_owned();
        self.run(move |web, actor| work(&Step { app: &web.app, actor, case_id: &case_id, seen: None })).await
    }

    /// The page of a step, with its status; that of a step that is over leads back to the case.
    pub fn show_or_case<P: Page>(
        &self,
        status: StatusCode,
        page: Option<&P>,
        case_id: &str,
    ) -> std::result::Result<HttpResponse, Failure> {
        page.map_or_else(|| Ok(to_case(case_id)), |page| self.show(status, page))
    }

    /// A page with its status.
    pub fn show<P: Page>(&self, status: StatusCode, page: &P) -> std::result::Result<HttpResponse, Failure> {
        let body = self.state.pages.show(self.lang, page)?;
        Ok(HttpResponse::build(status).insert_header((CONTENT_TYPE, "text/html; charset=utf-8")).body(body))
    }
}

/// The case as a page of a step sees it.
pub struct Sight {
    /// The case.
    pub stored: StoredCase,
    /// Who asks.
    pub person: Person,
    /// Who answers.
    pub controller: Controller,
    /// The local date.
    pub today: NaiveDate,
    /// The instant it was read.
    pub now: DateTime<Utc>,
    /// What this member of staff may do.
    pub offers: Vec<Offer>,
}

impl Sight {
    /// What every page of a step carries.
    pub fn step(&self, errors: Vec<FieldError>) -> view::desk::Step {
        view::desk::Step {
            case_id: self.stored.file.case.id.clone(),
            reference: self.stored.reference.clone(),
            person: self.person.name.clone(),
            version: self.stored.file.case.version,
            errors,
        }
    }

    /// A path below the case.
    pub fn path(&self, tail: &str) -> String {
        format!("/desk/cases/{}/{tail}", self.stored.file.case.id)
    }

    /// A request of the case.
    pub fn request(&self, id: &str) -> Result<&Request> {
        self.stored.file.request(id).ok_or(Error::NotFound)
    }

    /// The offers of an event, one a request.
    pub fn offers_of(&self, event: EventKind) -> impl Iterator<Item = &Offer> {
        self.offers.iter().filter(move |offer| offer.event == event)
    }

    /// The offer of an event for one request.
    pub fn offer(&self, event: EventKind, request: &str) -> Option<&Offer> {
        self.offers_of(event).find(|offer| offer.request.as_deref() == Some(request))
    }

    /// The requests an event is offered for.
    pub fn requests_for(&self, event: EventKind) -> Vec<&Request> {
        let offered = |request: &&Request| self.offer(event, &request.id).is_some();
        self.stored.file.requests.iter().filter(offered).collect()
    }

    /// Why an event cannot be done for any request, if it cannot.
    pub fn blocked(&self, event: EventKind, names: refusals::Names<'_>) -> Vec<FieldError> {
        let mut offers = self.offers_of(event).peekable();
        if offers.peek().is_some() && self.offers_of(event).any(|offer| offer.blocked.is_none()) {
            return Vec::new();
        }
        offers
            .find_map(|offer| offer.blocked.as_ref())
            .map(|refusal| refusals::errors(refusal, names))
            .unwrap_or_default()
    }

    /// Days to a date; negative when it is past.
    pub fn days_to(&self, on: NaiveDate) -> i64 {
        (on - self.today).num_days()
    }

    /// An instant on the controller's clock.
    pub fn moment(&self, at: DateTime<Utc>) -> Moment {
        at.with_timezone(&self.controller.rules.zone).fixed_offset()
    }
}

/// Reads a case for a page; the mark is written first. `more` reads what the page needs besides.
pub fn look<T>(
    web: &Web,
    actor: &Actor,
    case_id: &str,
    what: &str,
    more: impl FnOnce(&mut Tx<'_>, &CaseKey, &Sight) -> Result<T>,
) -> Result<(Sight, T)> {
    web.app.store.read_case(actor, case_id, what, |tx, key| {
        let stored = cases::load(tx.db, case_id)?;
        conversation::may_see(actor, &stored)?;
        let controller = web.app.controllers.get(&stored.file.case.controller_id)?.clone();
        let sight = Sight {
            person: stored.person(key)?,
            today: letters::today(&controller, tx.now),
            now: tx.now,
            offers: options(&controller.rules, &stored.file, actor, tx.now),
            controller,
            stored,
        };
        let more = more(tx, key, &sight)?;
        Ok((sight, more))
    })
}

/// The name of a member of staff; empty when there is none.
pub fn staff_name(tx: &mut Tx<'_>, id: Option<&str>) -> String {
    id.and_then(|id| staff::get(tx.db, id).ok()).map(|member| member.name).unwrap_or_default()
}

/// What became of a form.
pub enum Ended<T> {
    /// It was carried out.
    Done(T),
    /// The same form again, with what has to be mended.
    Again(StatusCode, Vec<FieldError>),
    /// Somebody was faster.
    Overtaken,
}

/// Sorts the answer of a use case. `names` says how the page calls the fields of the use case.
pub fn ended<T>(result: Result<T>, names: refusals::Names<'_>) -> std::result::Result<Ended<T>, Failure> {
    Ok(match result {
        Ok(done) => Ended::Done(done),
        Err(Error::Stale) => Ended::Overtaken,
        Err(Error::Invalid(problems)) => {
            Ended::Again(StatusCode::UNPROCESSABLE_ENTITY, refusals::problems(&problems, names))
        }
        Err(Error::Refused(refusal)) => Ended::Again(StatusCode::CONFLICT, refusals::errors(&refusal, names)),
        Err(other) => return Err(Failure(other)),
    })
}

/// Back to the case.
pub fn to_case(case_id: &str) -> HttpResponse {
    HttpResponse::SeeOther().insert_header((LOCATION, format!("/desk/cases/{case_id}"))).finish()
}

/// Back to the case, which says at its top what was just done (`did-{event}`).
pub fn did(case_id: &str, what: EventKind) -> HttpResponse {
    let case = format!("/desk/cases/{case_id}?did={what}");
    HttpResponse::SeeOther().insert_header((LOCATION, case)).finish()
}
