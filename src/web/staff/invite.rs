//! Accepting an invitation: a password, then a second factor. Nothing counts before the first right
//! code; until then secret and recovery codes are carried by the browser's cookie.

use crate::crypto::totp::TotpSecret;
use crate::domain::language::Lang;
use crate::services::{Error, Result, staff};
use crate::web::cookies;
use crate::web::error::Failure;
use crate::web::form::Fields;
use crate::web::frame;
use crate::web::staff::show::{self, Answer};
use crate::web::staff::{carry, door};
use crate::web::state::{State, Web, run};
use crate::web::view::Said;
use crate::web::view::desk::access::{Invite, InviteClosed, SecondFactor};
use crate::web::view::parts::FieldError;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

/// A second factor being set up.
#[derive(Serialize, Deserialize)]
struct Enrolling {
    invitation: String,
    password: String,
    secret: Vec<u8>,
    recovery: Vec<String>,
}

impl Enrolling {
    fn secret(&self) -> TotpSecret {
        TotpSecret::from_bytes(Zeroizing::new(self.secret.clone()))
    }

    fn recovery(&self) -> Vec<Zeroizing<String>> {
        self.recovery.iter().cloned().map(Zeroizing::new).collect()
    }
}

/// `GET /desk/invite/{token}`
pub async fn invite_page(state: State, request: HttpRequest, token: web::Path<String>) -> Answer {
    show_invite(&state, &request, &token, StatusCode::OK, Vec::new()).await
}

async fn show_invite(
    state: &State,
    request: &HttpRequest,
    token: &str,
    status: StatusCode,
    errors: Vec<FieldError>,
) -> Answer {
    let asked = token.to_owned();
    let (member, until) = match run(state, move |web| staff::invited(&web.app, &asked)).await {
        Ok(found) => found,
        Err(Error::NotFound) => return closed(state, request),
        Err(other) => return Err(Failure(other)),
    };
    let lang = language(state, request, member.lang);
    let model = Invite {
        door: frame::door(state, request),
        action: format!("/desk/invite/{token}"),
        name: member.name,
        email: member.email,
        roles: member.roles,
        until_on: show::moment(state, until).date_naive(),
        errors,
    };
    show::page(state, lang, status, &model)
}

fn closed(state: &State, request: &HttpRequest) -> Answer {
    let lang = frame::reader_language(state, request, Lang::ALL);
    let model = InviteClosed { door: frame::door(state, request) };
    show::page(state, lang, StatusCode::NOT_FOUND, &model)
}

/// The language chosen on the page, else the one the member was invited with.
fn language(state: &State, request: &HttpRequest, own: Lang) -> Lang {
    let has_chosen = request.query_string().contains("lang=");
    if has_chosen { frame::reader_language(state, request, Lang::ALL) } else { own }
}

/// `POST /desk/invite/{token}`: `password`, `password2`.
pub async fn choose_password(
    state: State,
    request: HttpRequest,
    token: web::Path<String>,
    fields: Fields,
) -> Answer {
    frame::check_token(&state, door::DOOR, fields.one("csrf"))?;
    let asked = token.to_string();
    let chosen = run(&state, move |web| begin(web, &asked, &fields)).await;
    match chosen {
        Ok(carried) => {
            let mut answer = show::to("/desk/second-factor");
            door::add(&mut answer, &cookies::set(&state.settings, cookies::ENROL, &carried, None));
            Ok(answer)
        }
        Err(Error::NotFound) => closed(&state, &request),
        Err(other) => {
            let errors = show::errors(&show::problems(other)?);
            show_invite(&state, &request, &token, StatusCode::UNPROCESSABLE_ENTITY, errors).await
        }
    }
}

fn begin(web: &Web, invitation: &str, fields: &Fields) -> Result<Zeroizing<String>> {
    let password = fields.one("password");
    staff::check_password(&web.app, invitation, password, fields.one("password2"))?;
    let (secret, enrolment) = staff::enrol(&web.app, invitation)?;
    let enrolling = Enrolling {
        invitation: invitation.to_owned(),
        password: password.to_owned(),
        secret: secret.expose().to_vec(),
        recovery: enrolment.recovery.iter().map(|code| code.to_string()).collect(),
    };
    carry::put(web, &enrolling)
}

/// `GET /desk/second-factor`
pub async fn second_factor_page(state: State, request: HttpRequest) -> Answer {
    show_factor(&state, &request, false, StatusCode::OK, Vec::new()).await
}

async fn show_factor(
    state: &State,
    request: &HttpRequest,
    kept: bool,
    status: StatusCode,
    errors: Vec<FieldError>,
) -> Answer {
    let Some(carried) = cookies::get(&state.settings, request, cookies::ENROL) else {
        return closed(state, request);
    };
    let found = run(state, move |web| {
        let enrolling: Enrolling = carry::get(web, &carried)?.ok_or(Error::NotFound)?;
        let (member, _) = staff::invited(&web.app, &enrolling.invitation)?;
        let shown = staff::show_enrolment(&web.app, &member, &enrolling.secret(), enrolling.recovery())?;
        Ok((member, shown))
    });
    let (member, shown) = match found.await {
        Ok(found) => found,
        Err(Error::NotFound) => return closed(state, request),
        Err(other) => return Err(Failure(other)),
    };
    let lang = language(state, request, member.lang);
    let model = SecondFactor {
        door: frame::door(state, request),
        qr_size: shown.qr.size,
        qr_path: shown.qr.path.to_string(),
        key: shown.base32.to_string(),
        account: member.email,
        recovery_codes: shown.recovery.iter().map(|code| code.to_string()).collect(),
        kept,
        errors,
    };
    show::page(state, lang, status, &model)
}

/// `POST /desk/second-factor`: `otp`, `kept`. The first right code opens the account and the desk.
pub async fn second_factor(state: State, request: HttpRequest, fields: Fields) -> Answer {
    frame::check_token(&state, door::DOOR, fields.one("csrf"))?;
    let kept = fields.one("kept") == "yes";
    let Some(carried) = cookies::get(&state.settings, &request, cookies::ENROL) else {
        return closed(&state, &request);
    };
    if !kept {
        let errors = vec![FieldError::new("kept", Said::new("error-confirm"))];
        return show_factor(&state, &request, kept, StatusCode::UNPROCESSABLE_ENTITY, errors).await;
    }
    let accepted = run(&state, move |web| {
        let enrolling: Enrolling = carry::get(web, &carried)?.ok_or(Error::NotFound)?;
        let (secret, recovery) = (enrolling.secret(), enrolling.recovery());
        let code = fields.one("otp");
        let signed = staff::accept_and_enter(
            &web.app,
            &enrolling.invitation,
            &enrolling.password,
            &secret,
            &recovery,
            code,
        )?;
        carry::forget(web, &carried)?;
        Ok(signed)
    });
    match accepted.await {
        Ok(signed) => {
            let mut answer = door::entered(&state, &signed, "/desk");
            door::add(&mut answer, &cookies::remove(&state.settings, cookies::ENROL));
            Ok(answer)
        }
        Err(Error::NotFound) => closed(&state, &request),
        Err(Error::Invalid(_)) => {
            let errors = vec![FieldError::new("otp", Said::new("error-otp-wrong"))];
            show_factor(&state, &request, kept, StatusCode::UNPROCESSABLE_ENTITY, errors).await
        }
        Err(other) => Err(Failure(other)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypto::totp;

    #[test]
    fn what_is_carried_is_the_same_factor_once_more() {
        let secret = TotpSecret::generate();
        let enrolling = Enrolling {
            invitation: "t".into(),
            password: "p".into(),
            secret: secret.expose().to_vec(),
            recovery: totp::recovery_codes().iter().map(|code| code.to_string()).collect(),
        };
        assert_eq!(enrolling.secret().base32(), secret.base32());
        assert_eq!(enrolling.recovery().len(), 10);
    }
}
