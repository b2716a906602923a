//! What stands around a page: who answers, in which language, as whom one is signed in.

use crate::config::network::{client_address, limit_key};
use crate::crypto::csrf;
use crate::domain::access::Role;
use crate::domain::language::Lang;
use crate::services::app::Controller;
use crate::services::{Error, Result};
use crate::store::jobs;
use crate::web::cookies;
use crate::web::guard::SignedIn;
use crate::web::state::{State, Web, run};
use crate::web::view::shell::{Desk, Door, Notice, Organisation, Place, Shell};
use actix_web::{HttpMessage, HttpRequest};
use chrono::Duration;

/// How long a form may stand open.
pub const FORM_LIFE: Duration = Duration::hours(12);

/// The language of the reader: what they chose (`?lang=`, then the cookie), else what their browser
/// asks for, among `offered`.
pub fn reader_language(state: &State, request: &HttpRequest, offered: &[Lang]) -> Lang {
    let asked = form_urlencoded::parse(request.query_string().as_bytes())
        .find(|(name, _)| name == "lang")
        .and_then(|(_, value)| Lang::from_code(&value));
    let chosen = asked
        .or_else(|| cookies::get(&state.settings, request, cookies::LANG).and_then(|c| Lang::from_code(&c)))
        .filter(|lang| offered.contains(lang));
    chosen.unwrap_or_else(|| {
        let header = request.headers().get("accept-language").and_then(|h| h.to_str().ok());
        Lang::negotiate(header.unwrap_or_default(), offered)
    })
}

/// The cookie that keeps a language chosen with `?lang=`.
pub fn language_cookie(
    state: &State,
    request: &HttpRequest,
    lang: Lang,
) -> Option<actix_web::cookie::Cookie<'static>> {
    request.query_string().contains("lang=").then(|| {
        let life = actix_web::cookie::time::Duration::days(180);
        cookies::set(&state.settings, cookies::LANG, lang.code(), Some(life))
    })
}

/// The frame of a controller's public pages.
pub fn shell(web: &Web, request: &HttpRequest, controller: &Controller) -> Shell {
    let home = format!("/o/{}", controller.slug);
    Shell {
        brand: controller.legal_name.clone(),
        languages: Shell::languages(request.path(), &controller.languages),
        home,
        organisation: Some(organisation(controller)),
        demo: web.app.is_demo,
    }
}

/// The frame where no organisation is chosen, or none is known.
pub fn plain_shell(web: &Web, request: &HttpRequest, _: Lang) -> Shell {
    let slug = request.path().strip_prefix("/o/").and_then(|rest| rest.split('/').next());
    if let Some(controller) = slug.and_then(|slug| web.app.controllers.by_slug(slug).ok()) {
        return shell(web, request, controller);
    }
    Shell {
        brand: web.app.house_name(),
        home: String::new(),
        languages: Shell::languages(request.path(), Lang::ALL),
        organisation: None,
        demo: web.app.is_demo,
    }
}

fn organisation(controller: &Controller) -> Organisation {
    Organisation {
        name: controller.legal_name.clone(),
        country: controller.rules.country.code().to_owned(),
        number: controller.number.clone(),
        address: controller.address.clone().unwrap_or_default().lines().collect::<Vec<_>>().join(", "),
        email: controller.email.clone().unwrap_or_default(),
        phone: controller.phone.clone(),
        hours: None,
        privacy_notice: controller.privacy_notice.clone(),
        dpo: controller.contact_person.as_deref().and_then(reached_at),
        contact: controller.contact_person.clone().filter(|contact| reached_at(contact).is_none()),
        accent: controller.accent.as_ref().map(|colour| colour.trim_start_matches('#').to_owned()),
    }
}

/// The link to a contact person who is configured as a mail or web address; a name alone is none.
fn reached_at(contact: &str) -> Option<String> {
    if contact.starts_with("https://") {
        return Some(contact.to_owned());
    }
    contact.parse::<lettre::Address>().ok().map(|address| format!("mailto:{address}"))
}

/// The controller a public address names.
pub fn controller<'a>(web: &'a Web, slug: &str) -> Result<&'a Controller> {
    web.app.controllers.by_slug(slug)
}

/// Who is signed in. The guard has made sure of it on every staff route.
pub fn signed_in(request: &HttpRequest) -> Result<SignedIn> {
    request.extensions().get::<SignedIn>().cloned().ok_or(Error::NotFound)
}

/// The token every form of a signed-in page sends back.
pub fn desk_token(web: &Web, signed: &SignedIn) -> String {
    csrf::form_token(web.app.store.secrets.forms(), &signed.token, web.app.store.clock.now())
}

/// Checks that token. An old form is shown again, never carried out.
pub fn check_desk_token(web: &Web, signed: &SignedIn, token: &str) -> Result<()> {
    check_token(web, &signed.token, token)
}

/// A token for a form of a visitor, bound to something only their browser has.
pub fn visitor_token(web: &Web, bound_to: &str) -> String {
    csrf::form_token(web.app.store.secrets.forms(), bound_to, web.app.store.clock.now())
}

/// Checks such a token.
pub fn check_token(web: &Web, bound_to: &str, token: &str) -> Result<()> {
    let now = web.app.store.clock.now();
    csrf::check(web.app.store.secrets.forms(), bound_to, token, now, FORM_LIFE)
        .map(|_| ())
        .map_err(|_| Error::field("form", "error-old-form"))
}

/// The frame of a staff page.
pub async fn desk(
    state: &State,
    signed: &SignedIn,
    here: Place,
    query: &str,
    notices: Vec<Notice>,
) -> Result<Desk> {
    let member = &signed.session.member;
    let (staff_id, is_officer) = (member.id.clone(), member.roles.contains(&Role::Officer));
    let dead = run(state, move |web| {
        let eyes = jobs::Eyes { staff_id: &staff_id, is_officer };
        web.app.store.look(|db| Ok::<_, Error>(jobs::count_dead_for(db, eyes)?))
    })
    .await?;
    Ok(Desk {
        brand: state.app.house_name(),
        name: member.name.clone(),
        roles: member.roles.clone(),
        sees_cases: member.roles.iter().any(|r| r.sees_cases()),
        sees_register: member.roles.iter().any(|r| matches!(r, Role::Officer | Role::Auditor)),
        csrf: desk_token(state, signed),
        here,
        query: query.to_owned(),
        dead_letters: u32::try_from(dead).unwrap_or(u32::MAX),
        demo: state.app.is_demo,
        notices,
    })
}

/// The frame in front of the desk.
pub fn door(web: &Web, request: &HttpRequest) -> Door {
    Door {
        brand: web.app.house_name(),
        demo: web.app.is_demo,
        languages: Shell::languages(request.path(), Lang::ALL),
        csrf: visitor_token(web, "door"),
    }
}

/// The network address of the client as the limits see it: behind our own proxies the right-most
/// hop that is none of them; IPv6 by /64 (R58).
pub fn client(web: &Web, request: &HttpRequest) -> String {
    let Some(peer) = request.peer_addr() else { return "unknown".into() };
    let hops = request.headers().get_all("x-forwarded-for").filter_map(|v| v.to_str().ok());
    limit_key(client_address(peer.ip(), hops, &web.settings.proxies)).to_string()
}
