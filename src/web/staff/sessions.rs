//! One's own sessions: seen, and ended.

use crate::crypto::tokens;
use crate::services::signing;
use crate::store::sessions::Listed;
use crate::web::form::Fields;
use crate::web::frame;
use crate::web::staff::show::{self, Answer};
use crate::web::staff::steps::Seat;
use crate::web::state::{State, run};
use crate::web::view::desk::access::{SessionLine, Sessions};
use crate::web::view::shell::Place;
use actix_web::HttpRequest;
use actix_web::http::StatusCode;

/// A session's name on the page: the beginning of its hash, which opens nothing.
fn name(session: &Listed) -> String {
    session.token_hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// `GET /desk/sessions`
pub async fn sessions(state: State, request: HttpRequest) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let desk = frame::desk(&state, &seat.signed, Place::Sessions, "", Vec::new()).await?;
    let signed = seat.signed;
    let model = run(&state, move |web| {
        let current = tokens::hash_token(&signed.token);
        let mut lines: Vec<SessionLine> = signing::sessions_of(&web.app, &signed.session.member)?
            .iter()
            .map(|session| SessionLine {
                id: name(session),
                since: show::moment(web, session.made_at()),
                used: show::moment(web, session.seen_at()),
                current: session.token_hash == current,
            })
            .collect();
        lines.sort_by_key(|line| !line.current);
        Ok(Sessions { desk, sessions: lines })
    })
    .await?;
    show::page(&state, seat.lang, StatusCode::OK, &model)
}

/// `POST /desk/sessions/end`: `session`, or `all` others.
pub async fn end(state: State, request: HttpRequest, fields: Fields) -> Answer {
    let seat = Seat::with_form(&state, &request, &fields)?;
    let signed = seat.signed;
    run(&state, move |web| {
        let (member, current) = (&signed.session.member, tokens::hash_token(&signed.token));
        let chosen = |session: &Listed| {
            let is_named = name(session) == fields.one("session");
            if fields.has("all") { session.token_hash != current } else { is_named }
        };
        let all = signing::sessions_of(&web.app, member)?;
        let ended: Vec<Vec<u8>> = all.into_iter().filter(|s| chosen(s)).map(|s| s.token_hash).collect();
        signing::end_sessions(&web.app, member, &ended)
    })
    .await?;
    Ok(show::to("/desk/sessions"))
}
