//! Cookies: strictly needed ones only, HttpOnly, SameSite, bound to this host.

use crate::web::state::Settings;
use actix_web::HttpRequest;
use actix_web::cookie::{Cookie, SameSite, time::Duration};

/// The desk's session.
pub const DESK: &str = "desk";
/// A person's conversation.
pub const PERSON: &str = "case";
/// A form being filled in.
pub const DRAFT: &str = "draft";
/// The language chosen.
pub const LANG: &str = "lang";
/// A second factor being set up.
pub const ENROL: &str = "enrol";
/// The receipt of a case just entered at the desk.
pub const ENTERED: &str = "entered";
/// What was typed when a second factor had grown old.
pub const KEPT: &str = "kept";
/// A browser that has signed in before.
pub const DEVICE: &str = "device";

/// The cookie's full name. `__Host-` needs https (or loopback, where browsers differ): on plain
/// http the plain name is used.
fn full_name(settings: &Settings, name: &str) -> String {
    if settings.is_https { format!("__Host-{name}") } else { name.to_owned() }
}

/// A cookie that ends with the browser, or after `life`.
pub fn set(settings: &Settings, name: &str, value: &str, life: Option<Duration>) -> Cookie<'static> {
    let mut cookie = Cookie::new(full_name(settings, name), value.to_owned());
    cookie.set_path("/");
    cookie.set_http_only(true);
    cookie.set_secure(settings.is_https);
    // Lax: a link in a mail must find the conversation open; unsafe requests check their origin
    cookie.set_same_site(if name == DESK { SameSite::Strict } else { SameSite::Lax });
    cookie.set_max_age(life);
    cookie
}

/// A cookie that removes itself.
pub fn remove(settings: &Settings, name: &str) -> Cookie<'static> {
    set(settings, name, "", Some(Duration::ZERO))
}

/// The value of a cookie the browser sent.
pub fn get(settings: &Settings, request: &HttpRequest, name: &str) -> Option<String> {
    request.cookie(&full_name(settings, name)).map(|c| c.value().to_owned()).filter(|v| !v.is_empty())
}
