//! Releasing an answer, making its link new, closing it.

use crate::domain::case::Flag;
use crate::domain::decide::SendVia;
use crate::domain::event::EventKind;
use crate::domain::identifier::masked_address;
use crate::domain::identity::{Channel, Level};
use crate::domain::language::Lang;
use crate::domain::person::Contact;
use crate::services::belonging::authority;
use crate::services::{Error, Result, answer, delivery};
use crate::store::proofs::ProofDetails;
use crate::store::{cases, deliveries, proofs};
use crate::web::cookies;
use crate::web::error::Failure;
use crate::web::form::Fields;
use crate::web::staff::conflict::{self, Wanted};
use crate::web::staff::steps::{Ended, Seat, did, ended, look, staff_name};
use crate::web::staff::{door, hand_over, kept, preview, review, show as pages};
use crate::web::state::State;
use crate::web::view::Said;
use crate::web::view::desk::send::{RenewDelivery, Send};
use crate::web::view::parts::{FieldError, Tick, Tone};
use crate::web::view::shell::{Desk, Notice};
use crate::words;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

type Answer = std::result::Result<HttpResponse, Failure>;
type Path = web::Path<(String, String)>;

/// `GET …/send/{request}`.
pub async fn page(state: State, request: HttpRequest, path: Path) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let (id, request_id) = path.into_inner();
    let kept = kept::take(&seat, &request).await?;
    let mut desk = seat.desk().await?;
    let Some(typed) = kept else {
        return show(&seat, &id, &request_id, StatusCode::OK, desk, Fields::default(), Vec::new()).await;
    };
    desk.notices.push(Notice { tone: None, said: Said::new("send-typed_kept") });
    let mut answer = show(&seat, &id, &request_id, StatusCode::OK, desk, typed, Vec::new()).await?;
    door::add(&mut answer, &cookies::remove(&state.settings, cookies::KEPT));
    Ok(answer)
}

/// `POST …/send/{request}`.
pub async fn send(state: State, request: HttpRequest, path: Path, fields: Fields) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let (id, request_id) = path.into_inner();
    let (typed, wanted) = (fields.clone(), request_id.clone());
    let here = format!("/desk/cases/{id}/send/{request_id}");
    let sent = seat
        .step(&id, &fields, move |step| {
            let stored = step.app.store.look(|db| Ok::<_, Error>(cases::load(db, step.case_id)?))?;
            if stored.file.case.is(Flag::ProtectedIdentity) && !typed.has("address_seen") {
                return Err(Error::field("address_seen", "error-address-seen"));
            }
            answer::send(step, &wanted, via(&typed)?, typed.filled("late_reason"))
        })
        .await;
    match ended(sent, &[])? {
        Ended::Done(()) if fields.one("via") != "mail" => Ok(pages::to(&here)),
        Ended::Done(()) => Ok(did(&id, EventKind::SendAnswer)),
        Ended::Again(status, errors) => {
            let desk = seat.desk().await?;
            show(&seat, &id, &request_id, status, desk, fields, errors).await
        }
        Ended::Overtaken => {
            let tail = format!("send/{request_id}");
            let wanted = Wanted::of(EventKind::SendAnswer, tail, &fields, &["note", "late_reason"]);
            conflict::page(&seat, &id, wanted).await
        }
    }
}

fn via(typed: &Fields) -> Result<SendVia> {
    Ok(match typed.one("via") {
        "mail" => SendVia::Mail,
        "post" => SendVia::Post {
            posted_on: typed.date("posted_on").ok_or(Error::field("posted_on", "error-date-unreal"))?,
        },
        "in_person" => SendVia::InPerson { note: typed.one("note").trim().to_owned() },
        _ => return Err(Error::field("via", "error-via-none")),
    })
}

/// Where an answer can go: masked mailbox and postal address.
struct Places {
    mail: Option<String>,
    postal: Option<String>,
}

/// What releases nothing may go to the address the person gave, or the representative who acts for
/// them.
fn as_given(contact: Contact) -> Places {
    let mail = contact.email.map(|email| masked_address(Channel::Email, &email, None));
    Places { mail, postal: contact.postal }
}

/// What is released goes only where it was proven to belong (R1).
fn proven(all: &[(crate::domain::identity::Proof, ProofDetails)], lang: Lang) -> Places {
    let mut proven = all.iter().filter(|(proof, _)| proof.way.proves_delivery());
    let on = |channel| {
        let mut of = all.iter().filter(|(p, _)| p.way.proves_delivery());
        of.find(|(proof, _)| proof.channel == channel).map(|(_, details)| details.address.clone())
    };
    let mail = on(Channel::Email).map(|email| masked_address(Channel::Email, &email, None));
    let on_record = || words::text(lang, "send-postal-on_record", &[]);
    Places { mail, postal: on(Channel::Post).or_else(|| proven.next().map(|_| on_record())) }
}

async fn show(
    seat: &Seat,
    id: &str,
    request_id: &str,
    status: StatusCode,
    desk: Desk,
    typed: Fields,
    errors: Vec<FieldError>,
) -> Answer {
    let (case_id, request_id, lang) = (id.to_owned(), request_id.to_owned(), seat.lang);
    let asked = request_id.clone();
    let page = seat
        .run(move |web, actor| {
            let (sight, read) = look(web, actor, &case_id, "answer", |tx, key, sight| {
                let request = sight.request(&request_id)?;
                let Some(given) = &request.answer else { return Ok(None) };
                let written = preview::answer(web, tx, key, sight, request, lang)?;
                let approver = staff_name(tx, request.approver.as_deref());
                let proofs = proofs::of_case(tx.db, key, &case_id)?;
                let case = &sight.stored.file.case;
                let unheard = given.outcome.releases() && !case.may_tell_who_wrote();
                let contact = if unheard || authority::answers_person(tx, case)? {
                    sight.person.contact()
                } else {
                    sight.stored.contact(key)?
                };
                Ok(written.map(|written| (written, approver, proofs, contact)))
            })?;
            let Some((mut written, approver, proofs, contact)) = read else { return Ok(None) };
            let request = sight.request(&request_id)?;
            let (Some(given), Some(_)) = (&request.answer, sight.offer(EventKind::SendAnswer, &request_id))
            else {
                return Ok(None);
            };
            let package = written.package(web)?;
            let preview::Written { letter, author, .. } = written;
            let needs_proven = given.outcome.releases() && request.right.level_needed() >= Level::Proven;
            let places = if needs_proven { proven(&proofs, lang) } else { as_given(contact) };
            let one = |name: &str| typed.one(name).to_owned();
            let is_protected = sight.stored.file.case.is(Flag::ProtectedIdentity);
            let on_record = || words::text(lang, "send-postal-on_record", &[]);
            let postal = places.postal.map(|postal| if is_protected { on_record() } else { postal });
            let via = if typed.has("via") {
                one("via")
            } else {
                (if places.mail.is_some() { "mail" } else { "" }).to_owned()
            };
            let mut checks = review::checks(&sight, request, &letter, package.as_ref());
            if !request.single_handed {
                checks.push(Tick {
                    tone: Some(Tone::Done),
                    said: Said::new("ui-tick-approved"),
                    field: None,
                });
            }
            Ok(Some(Send {
                desk,
                right: request.right,
                outcome: given.outcome,
                due_on: request.dates.act_by_on,
                days: sight.days_to(request.dates.act_by_on),
                is_late: sight.today > request.dates.statutory_on,
                to: sight.person.name.clone(),
                level: sight.stored.file.case.level.number(),
                channel: places.mail,
                postal,
                is_protected,
                address_seen: typed.has("address_seen"),
                via,
                posted_on: if typed.has("posted_on") { one("posted_on") } else { sight.today.to_string() },
                note: one("note"),
                late_reason: one("late_reason"),
                author,
                approver,
                single_handed: request.single_handed,
                open: (web.app.caps.link_days, i64::from(web.app.caps.link_downloads)),
                // the route asks for a fresh second factor before this page is shown
                needs_code: false,
                checks,
                letter,
                package,
                step: sight.step(errors),
                request_id: request_id.clone(),
            }))
        })
        .await?;
    match page {
        Some(page) => seat.show(status, &page),
        // once it is sent, this is where the package is fetched
        None => hand_over::page(seat, id, &asked).await,
    }
}

/// `GET …/renew/{request}`.
pub async fn renew_page(state: State, request: HttpRequest, path: Path) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let (id, request_id) = path.into_inner();
    show_renew(&seat, &id, &request_id, StatusCode::OK, Vec::new()).await
}

/// `POST …/renew/{request}`: a new link; the old one closes.
pub async fn renew(state: State, request: HttpRequest, path: Path, fields: Fields) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let (id, request_id) = path.into_inner();
    let wanted = request_id.clone();
    let renewed = seat.step(&id, &fields, move |step| answer::renew(step, &wanted)).await;
    match ended(renewed, &[])? {
        Ended::Done(()) => Ok(did(&id, EventKind::RenewDelivery)),
        Ended::Again(status, errors) => show_renew(&seat, &id, &request_id, status, errors).await,
        Ended::Overtaken => {
            let tail = format!("renew/{request_id}");
            conflict::page(&seat, &id, Wanted::of(EventKind::RenewDelivery, tail, &fields, &[])).await
        }
    }
}

/// `POST …/renew/{request}/close`: the link closes at once, whatever else happened on the case.
pub async fn close(state: State, request: HttpRequest, path: Path, fields: Fields) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let (id, request_id) = path.into_inner();
    let wanted = request_id.clone();
    let closed = seat
        .act(&id, &fields, move |step| delivery::revoke(step.app, step.actor, step.case_id, &wanted))
        .await;
    match ended(closed, &[])? {
        Ended::Done(()) | Ended::Overtaken => Ok(did(&id, EventKind::LinkRevoked)),
        Ended::Again(status, errors) => show_renew(&seat, &id, &request_id, status, errors).await,
    }
}

async fn show_renew(
    seat: &Seat,
    id: &str,
    request_id: &str,
    status: StatusCode,
    errors: Vec<FieldError>,
) -> Answer {
    let (case_id, request_id, lang) = (id.to_owned(), request_id.to_owned(), seat.lang);
    let desk = seat.desk().await?;
    let page = seat
        .run(move |web, actor| {
            let (sight, (newest, proofs)) = look(web, actor, &case_id, "answer", |tx, key, sight| {
                sight.request(&request_id)?;
                Ok((deliveries::newest(tx.db, &request_id)?, proofs::of_case(tx.db, key, &case_id)?))
            })?;
            let request = sight.request(&request_id)?;
            if sight.offer(EventKind::RenewDelivery, &request_id).is_none() {
                return Ok(None);
            }
            let on = |at| sight.moment(at).date_naive();
            let open = newest.filter(|link| link.is_good(sight.now));
            Ok(Some(RenewDelivery {
                desk,
                right: request.right,
                channel: proven(&proofs, lang).mail.unwrap_or_default(),
                open_until_on: open.map(|link| on(link.expires_at())),
                new_until_on: on(sight.now + web.app.caps.link_life()),
                kept_until_on: sight.stored.file.case.retention_on,
                step: sight.step(errors),
                request_id: request_id.clone(),
            }))
        })
        .await?;
    seat.show_or_case(status, page.as_ref(), id)
}
