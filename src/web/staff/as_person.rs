//! The case page as the person sees it, to be read by staff: nothing on it can be pressed.

use crate::mail::authority::authority;
use crate::services::{Error, conversation};
use crate::store::cases;
use crate::web::frame;
use crate::web::public::status::{self, Frame};
use crate::web::staff::show::{self, Answer};
use crate::web::staff::steps::Seat;
use crate::web::state::State;
use crate::web::view::public::case::{Preview, Status};
use crate::web::view::shell::Shell;
use crate::words;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web};

/// `GET /desk/cases/{id}/as-person`
pub async fn page(state: State, request: HttpRequest, id: web::Path<String>) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let case_id = id.into_inner();
    let id = case_id.clone();
    let (lang, controller) = seat
        .run(move |web, actor| {
            let stored = web.app.store.look(|db| Ok::<_, Error>(cases::load(db, &id)?))?;
            conversation::may_see(actor, &stored)?;
            Ok((stored.lang, web.app.controllers.get(&stored.file.case.controller_id)?.clone()))
        })
        .await?;
    // the page is the person's, in their language: there is no other to choose
    let shell = Shell { languages: Vec::new(), ..frame::shell(&state, &request, &controller) };
    let words = |id: &str| words::text(seat.lang, id, &[]);
    let preview = Preview {
        lang: seat.lang,
        note: words("as-person-note"),
        back: words("as-person-back"),
        href: format!("/desk/cases/{case_id}"),
    };
    let (theirs, ours) = (format!("/o/{}/case/", controller.slug), format!("/desk/cases/{case_id}/"));
    let mut page = seat
        .run(move |web, actor| {
            let authority = authority(controller.authority, lang)
                .map(|facts| [facts.name, facts.address, facts.web].join(", "))
                .ok_or_else(|| Error::Broken("no supervisory authority is known for a controller".into()))?;
            let caps = web.app.caps;
            let frame = Frame { shell, csrf: String::new(), lang, authority, caps };
            web.app.store.read_case(actor, &case_id, "as_person", |tx, key| {
                conversation::may_see(actor, &cases::load(tx.db, &case_id)?)?;
                status::page(tx, key, &controller, &case_id, frame)
            })
        })
        .await?;
    // the person's letters are read at the desk's own addresses
    let hrefs =
        page.messages.iter_mut().map(|m| &mut m.href).chain(page.answers.iter_mut().map(|a| &mut a.letter));
    for href in hrefs {
        *href = href.take().map(|href| href.replacen(&theirs, &ours, 1));
    }
    show::page(&state, lang, StatusCode::OK, &Status { preview: Some(preview), ..page })
}
