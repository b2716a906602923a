//! Who is it: look the person up, send a code to an address on record, record contact-back.

use crate::domain::event::EventKind;
use crate::domain::identity::{Channel, Level, ProofWay};
use crate::domain::language::Lang;
use crate::domain::national_number;
use crate::services::handling::Step;
use crate::services::identity::{self, Judged, LookedUp};
use crate::services::{Error, Result, collection, contact};
use crate::store::{files, proofs};
use crate::web::error::Failure;
use crate::web::form::Fields;
use crate::web::staff::conflict::{self, Wanted};
use crate::web::staff::look_up::{self, Chosen};
use crate::web::staff::steps::{Ended, Seat, did, ended, look};
use crate::web::state::State;
use crate::web::view::desk::identity::{ContactBack, LookUp};
use crate::web::view::parts::{Choice, FieldError};
use crate::words;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

type Answer = std::result::Result<HttpResponse, Failure>;

/// What the contact form calls the fields of the use case.
const CONTACT: &[(&str, &str)] = &[("on_record", "place"), ("on_record_since", "since_on"), ("note", "sure")];

/// `GET …/look-up`: nothing has been searched yet.
pub async fn page(state: State, request: HttpRequest, id: web::Path<String>) -> Answer {
    let seat = Seat::of(&state, &request)?;
    show(&seat, &id, StatusCode::OK, None, &Fields::default(), Vec::new()).await
}

/// `POST …/look-up`: searches and shows what was found on this very answer, because nothing of it
/// is kept anywhere it could be fetched from again.
pub async fn search(state: State, request: HttpRequest, id: web::Path<String>, fields: Fields) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let looked = seat.step(&id, &fields, identity::look_up).await;
    match ended(looked, &[])? {
        Ended::Done(found) => show(&seat, &id, StatusCode::OK, Some(found), &fields, Vec::new()).await,
        Ended::Again(status, errors) => show(&seat, &id, status, None, &fields, errors).await,
        Ended::Overtaken => conflict::page(&seat, &id, wanted(&fields, "look-up", EventKind::LookUp)).await,
    }
}

/// `POST …/look-up/choose`: which records are the person's (`go`: `keep`, `none`), and with `code`
/// a link to a code goes to the address chosen.
pub async fn choose(state: State, request: HttpRequest, id: web::Path<String>, fields: Fields) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let (go, judged) = (fields.one("go").to_owned(), look_up::read_judged(&fields));
    let chosen = Chosen::read(fields.one("to"));
    let what = match go.as_str() {
        "none" | "keep" => EventKind::RecordsChosen,
        _ => EventKind::CodeSent,
    };
    let sent = seat
        .step(&id, &fields, move |step| match go.as_str() {
            "none" if judged == Judged::default() => Ok(()),
            "none" if judged.theirs.is_empty() => identity::judge(step, &judged),
            "none" => Err(Error::field("record", "error-record-ticked")),
            "keep" if judged.theirs.is_empty() => Err(Error::field("record", "error-record-none")),
            "keep" => identity::judge(step, &judged),
            _ => {
                let chosen = chosen.ok_or(Error::field("to", "error-address-none"))?;
                identity::send_code_link(step, &chosen.source, &chosen.key, chosen.no)?;
                if judged.theirs.is_empty() { Ok(()) } else { identity::judge(step, &judged) }
            }
        })
        .await;
    // the record may be gone since the page was made
    let sent = sent.map_err(|error| match error {
        Error::NotFound => Error::field("to", "error-record-gone"),
        other => other,
    });
    match ended(sent, &[("address", "to")])? {
        Ended::Done(()) => Ok(did(&id, what)),
        Ended::Again(status, errors) => again(&seat, &id, status, &fields, errors).await,
        Ended::Overtaken => {
            conflict::page(&seat, &id, wanted(&fields, "look-up/choose", EventKind::CodeSent)).await
        }
    }
}

/// `POST …/look-up/contact`: staff reached the person at what stood on record.
pub async fn contact(state: State, request: HttpRequest, id: web::Path<String>, fields: Fields) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let (typed, who, lang) = (fields.clone(), seat.signed.session.member.name.clone(), seat.lang);
    let kept = seat
        .step(&id, &fields, move |step| contact::contact_back(step, reached(step, &typed, &who, lang)?))
        .await;
    match ended(kept, CONTACT)? {
        Ended::Done(()) => Ok(did(&id, EventKind::IdentityProven)),
        Ended::Again(status, errors) => again(&seat, &id, status, &fields, errors).await,
        Ended::Overtaken => {
            conflict::page(&seat, &id, wanted(&fields, "look-up/contact", EventKind::IdentityProven)).await
        }
    }
}

fn wanted(fields: &Fields, tail: &str, event: EventKind) -> Wanted {
    Wanted::of(event, tail, fields, &["place", "other_address", "sure"])
}

/// What was typed as a record of contact. A day that is none is asked for again. An address chosen from the look-up is found again in its
/// source, so that its age is the source's word and not the form's.
fn reached(step: &Step<'_>, typed: &Fields, who: &str, lang: Lang) -> Result<contact::ContactBack> {
    let (way, channel) = match typed.one("how") {
        "phone" => (ProofWay::ContactBack, Channel::Phone),
        "email" => (ProofWay::ContactBack, Channel::Email),
        "post" => (ProofWay::ContactBack, Channel::Post),
        "counter" => (ProofWay::InPerson, Channel::Counter),
        _ => return Err(Error::field("how", "error-how-none")),
    };
    let at_on = typed.date("at_on").ok_or(Error::field("at_on", "error-date-unreal"))?;
    let now = step.app.store.clock.now().with_timezone(&step.app.desk_zone());
    if at_on > now.date_naive() {
        return Err(Error::field("at_on", "error-date-future"));
    }
    let sure = typed.one("sure").trim();
    let seen_files: Vec<String> = typed.all("seen_file").into_iter().map(str::to_owned).collect();
    let is_seen = typed.has("document") || !seen_files.is_empty();
    let document = is_seen.then(|| words::text(lang, "contact-document_seen", &[]));
    let at = typed.one("at_time").trim();
    let note = if sure.is_empty() {
        String::new()
    } else {
        format!("{who}, {at_on} {at}\n{sure}\n{}", document.unwrap_or_default())
    };
    let mut contact = contact::ContactBack {
        way,
        channel,
        address: typed.one("other_address").trim().to_owned(),
        on_record: typed.one("place").trim().to_owned(),
        note,
        seen_files,
        on_record_since: typed.date("since_on"),
        is_typed: true,
        is_confirmed: typed.has("only_given"),
    };
    if let Some(chosen) = Chosen::read(typed.one("address")) {
        let found = collection::search(step)?;
        let on_record = look_up::find(&found, &chosen).ok_or(Error::field("address", "error-record-gone"))?;
        if way == ProofWay::ContactBack && on_record.channel != channel {
            return Err(Error::field("how", "error-how-other"));
        }
        contact.address = on_record.value;
        contact.on_record = chosen.source;
        contact.on_record_since = on_record.on_record_since;
        contact.is_typed = false;
    }
    Ok(contact)
}

/// The same page with a fresh search: what was found before is not kept.
async fn again(
    seat: &Seat,
    id: &str,
    status: StatusCode,
    fields: &Fields,
    errors: Vec<FieldError>,
) -> Answer {
    let case_id = id.to_owned();
    let found = match seat.run(move |web, actor| identity::search(&web.app, actor, &case_id)).await {
        // the page says why the step was refused; nothing is searched for whoever may not look up
        Err(Error::NotFound) => None,
        found => Some(found?),
    };
    show(seat, id, status, found, fields, errors).await
}

async fn show(
    seat: &Seat,
    id: &str,
    status: StatusCode,
    found: Option<Vec<LookedUp>>,
    typed: &Fields,
    errors: Vec<FieldError>,
) -> Answer {
    let (case_id, typed, lang) = (id.to_owned(), typed.clone(), seat.lang);
    let desk = seat.desk().await?;
    let page = seat
        .run(move |web, actor| {
            let (sight, (identifiers, judged, uploads)) =
                look(web, actor, &case_id, "look_up", |tx, key, sight| {
                    let proven = proofs::proven_addresses(tx.db, key, &case_id)?;
                    let identifiers = identity::identifiers(&sight.stored, &sight.person, &proven);
                    let mut uploads = Vec::new();
                    for file in files::of_case(tx.db, &case_id, files::Kind::Upload)? {
                        let name = national_number::masked(&file.name(key)?);
                        let chosen = typed.all("seen_file").contains(&file.id.as_str());
                        uploads.push(Choice { value: file.id, name, chosen });
                    }
                    Ok((identifiers, identity::judged(tx, key, &case_id)?, uploads))
                })?;
            let open = || sight.stored.file.requests.iter().filter(|r| r.state.is_open());
            let needed = open().map(|r| r.right.level_needed()).max().unwrap_or(Level::Nothing);
            Ok(LookUp {
                desk,
                rights: open().filter(|r| r.right.level_needed() > Level::Nothing).map(|r| r.right).collect(),
                level: sight.stored.file.case.level.number(),
                needed: needed.number(),
                identifiers: identifiers.iter().map(look_up::identifier).collect(),
                found: found.map(|found| look_up::result(&web.app, &sight, lang, &found, (&typed, &judged))),
                contact: typed_contact(&typed, &errors),
                uploads,
                step: sight.step(errors),
            })
        })
        .await?;
    seat.show(status, &page)
}

fn typed_contact(typed: &Fields, errors: &[FieldError]) -> ContactBack {
    let one = |name: &str| typed.one(name).to_owned();
    ContactBack {
        address: one("address"),
        other_address: one("other_address"),
        place: one("place"),
        since_on: one("since_on"),
        asks_only_given: typed.has("only_given") || errors.iter().any(|error| error.field == "only_given"),
        only_given: typed.has("only_given"),
        how: one("how"),
        at_on: one("at_on"),
        at_time: one("at_time"),
        sure: one("sure"),
        document: typed.has("document"),
    }
}
