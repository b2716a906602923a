//! What an answer needs beside its words, and what goes on after it: restrictions, notices to
//! recipients, backups. None of this moves the version of the case: it is right whatever else happens
//! on it, and each row knows by itself whether somebody was faster.

use crate::crypto::keys::CaseKey;
use crate::domain::decide::Decision;
use crate::domain::event::{Event, EventKind};
use crate::domain::fulfilment::{
    Burden, Case18, Exception, Fulfilment, Gap, LiveCase, Missing, NoticeKind, NoticeStatus, may_lift,
};
use crate::domain::grounds::Ground;
use crate::domain::letter::Letter;
use crate::domain::normalise;
use crate::domain::request::{Request, State};
use crate::domain::right::Right;
use crate::services::answer::Written;
use crate::services::conversation::{check, may_work};
use crate::services::error::{Error, Result};
use crate::services::handling::Step;
use crate::services::letters::{self, Order, To};
use crate::store::cases::{self, AnswerWords, StoredCase};
use crate::store::follow_ups::{self, Details, Notice, OfCase, Restriction};
use crate::store::messages::{self, Body, Carrier, Kind, NewMessage};
use crate::store::{Tx, chain};
use crate::words;
use chrono::NaiveDate;

/// What the record of an answer, or the proof behind it, lacks.
pub fn missing(right: Right, written: &Written) -> Vec<Missing> {
    let (outcome, words) = (written.outcome, &written.words);
    let grounds = if outcome.needs_grounds() { words.all_grounds() } else { words.grounds.clone() };
    let mut all = match &words.record {
        Some(record) => record.missing(outcome, &grounds),
        // a package says by itself what it holds
        None if outcome.releases() && !right.has_package() && Fulfilment::blank(right).is_some() => {
            vec![Missing::new("outcome", Gap::Record)]
        }
        None => Vec::new(),
    };
    if right == Right::Objection && words.record.is_none() {
        all.extend(
            Fulfilment::blank(right).map(|blank| blank.missing(outcome, &grounds)).unwrap_or_default(),
        );
    }
    if needs_proof(&words.grounds) {
        let blank = Burden::default();
        all.extend(words.burden.as_ref().unwrap_or(&blank).missing());
    }
    all
}

fn needs_proof(grounds: &[crate::domain::letter::GroundText]) -> bool {
    grounds.iter().filter_map(|ground| Ground::find(&ground.code)).any(Ground::needs_proof)
}

/// The codes of every ground of an answer.
pub fn ground_codes(written: &Written) -> Vec<String> {
    let words = &written.words;
    let all = if written.outcome.needs_grounds() { words.all_grounds() } else { words.grounds.clone() };
    all.into_iter().map(|ground| ground.code).collect()
}

fn note(
    tx: &mut Tx<'_>,
    key: &CaseKey,
    (case_id, request_id): (&str, &str),
    kind: EventKind,
    facts: serde_json::Value,
    said: &str,
) -> Result<()> {
    chain::append(tx, case_id, Some(key), &Event::new(kind, Some(request_id), facts).saying(said))?;
    Ok(())
}

/// While an objection is checked, the use is restricted (art. 18(1)(d)): opened by itself, once, when
/// somebody has taken the request.
pub(crate) fn restrict_meanwhile(
    tx: &mut Tx<'_>,
    key: &CaseKey,
    before: &StoredCase,
    decision: &Decision,
    today: NaiveDate,
) -> Result<()> {
    let is_checked = |request: &&Request| {
        request.right == Right::Objection
            && decision.acted_on.contains(&request.id)
            && matches!(request.state, State::Assessing | State::Collecting)
    };
    for request in decision.requests.iter().filter(is_checked) {
        if !follow_ups::was_restricted(tx.db, &request.id)? {
            let what = words::text(before.lang, "told-objected", &[]);
            let ids = (before.file.case.id.as_str(), request.id.as_str());
            open_restriction(tx, key, ids, Case18::Objected, today, &what)?;
        }
    }
    Ok(())
}

fn open_restriction(
    tx: &mut Tx<'_>,
    key: &CaseKey,
    ids: (&str, &str),
    case: Case18,
    from_on: NaiveDate,
    what: &str,
) -> Result<()> {
    let details = Details { what: what.to_owned(), ..Details::default() };
    follow_ups::restrict(tx, key, ids, case, from_on, &details)?;
    let facts = serde_json::json!({ "case_18": case, "from_on": from_on });
    note(tx, key, ids, EventKind::RestrictionOpened, facts, what)
}

/// What an answer sets in motion when it leaves: recipients to be told, a restriction, the day the
/// backups have turned over.
pub(crate) fn opened_by_answer(
    step: &Step<'_>,
    tx: &mut Tx<'_>,
    key: &CaseKey,
    before: &StoredCase,
    request: &Request,
    words: &AnswerWords,
) -> Result<()> {
    let outcome = request.outcome.or(request.answer.as_ref().map(|answer| answer.outcome));
    let Some(record) = words.record.as_ref().filter(|_| outcome.is_some_and(|o| o.releases())) else {
        return Ok(());
    };
    let ids = (step.case_id, request.id.as_str());
    if let Some((kind, recipients)) = record.notices() {
        for one in &recipients.all {
            let details = Details { name: one.name.clone(), email: one.email.clone(), ..Details::default() };
            list_recipient(tx, key, ids, kind, &details)?;
        }
    }
    match record {
        Fulfilment::Restriction(record) => {
            let from_on = record.from_on.unwrap_or_else(|| today(step, before, tx).unwrap_or_default());
            let case = record.case.unwrap_or(Case18::Contested);
            open_restriction(tx, key, ids, case, from_on, &record.what)?;
        }
        Fulfilment::Erasure(record) => {
            if let Some(due_on) = record.backup_until() {
                follow_ups::follow_up(tx, key, ids, due_on)?;
                let facts = serde_json::json!({ "due_on": due_on });
                note(tx, key, ids, EventKind::FollowUpOpened, facts, &due_on.to_string())?;
            }
        }
        _ => {}
    }
    Ok(())
}

fn list_recipient(
    tx: &mut Tx<'_>,
    key: &CaseKey,
    ids: (&str, &str),
    kind: NoticeKind,
    details: &Details,
) -> Result<()> {
    follow_ups::list_recipient(tx, key, ids, kind, details)?;
    note(tx, key, ids, EventKind::RecipientListed, serde_json::json!({ "kind": kind }), &details.name)
}

fn today(step: &Step<'_>, stored: &StoredCase, tx: &Tx<'_>) -> Result<NaiveDate> {
    Ok(letters::today(step.app.controllers.get(&stored.file.case.controller_id)?, tx.now))
}

/// A step on what goes on: only whoever works on the case, with everything of it read anew.
fn act<T>(
    step: &Step<'_>,
    work: impl FnOnce(&mut Tx<'_>, &CaseKey, &StoredCase, &OfCase) -> Result<T>,
) -> Result<T> {
    step.app.store.write_case(step.actor, step.case_id, |tx, key| {
        let stored = cases::load(tx.db, step.case_id)?;
        may_work(step.actor, &stored)?;
        let going_on = follow_ups::of_case(tx.db, key, step.case_id)?;
        work(tx, key, &stored, &going_on)
    })
}

fn words_of(text: &str, field: &str) -> Result<()> {
    if text.trim().is_empty() { Err(Error::field(field, "error-follow-words")) } else { check(text, field) }
}

/// Restricts the use while a request of the case is worked on.
pub fn restrict(
    step: &Step<'_>,
    request_id: &str,
    case: Option<Case18>,
    what: &str,
    from_on: Option<NaiveDate>,
) -> Result<()> {
    let case = case.ok_or(Error::field("case", "error-follow-case"))?;
    words_of(what, "what")?;
    act(step, |tx, key, stored, _| {
        let request = stored.file.request(request_id).ok_or(Error::NotFound)?;
        let today = today(step, stored, tx)?;
        let from_on = from_on.unwrap_or(today);
        open_restriction(tx, key, (step.case_id, &request.id), case, from_on, what)
    })
}

fn live<'a>(going_on: &'a OfCase, id: &str) -> Result<&'a Restriction> {
    let one = going_on.restrictions.iter().find(|one| one.id == id).ok_or(Error::NotFound)?;
    if one.lifted_on.is_some() { Err(Error::field("lift", "error-follow-settled")) } else { Ok(one) }
}

/// Notes that restricted data were used, and why that was allowed (art. 18(2)).
pub fn log_use(
    step: &Step<'_>,
    id: &str,
    exception: Option<Exception>,
    used_on: Option<NaiveDate>,
    what: &str,
) -> Result<()> {
    let exception = exception.ok_or(Error::field("exception", "error-follow-exception"))?;
    words_of(what, "use")?;
    act(step, |tx, key, stored, going_on| {
        let restriction = live(going_on, id)?;
        let today = today(step, stored, tx)?;
        let used_on = used_on.unwrap_or(today);
        let details = Details { what: what.to_owned(), ..Details::default() };
        follow_ups::log_use(tx, key, restriction, exception, used_on, &details)?;
        let facts = serde_json::json!({ "exception": exception, "used_on": used_on });
        let ids = (step.case_id, restriction.request_id.as_str());
        note(tx, key, ids, EventKind::RestrictionUsed, facts, what)
    })
}

/// Tells the person that a restriction will be lifted (art. 18(3)). It goes to the proven channel, or
/// on paper: it says what was restricted.
pub fn tell_of_end(
    step: &Step<'_>,
    id: &str,
    lift_on: Option<NaiveDate>,
    why: &str,
    next: &str,
) -> Result<()> {
    let lift_on = lift_on.ok_or(Error::field("lift_on", "error-follow-day"))?;
    words_of(why, "why")?;
    words_of(next, "next")?;
    act(step, |tx, key, stored, going_on| {
        let restriction = live(going_on, id)?;
        if lift_on < today(step, stored, tx)? {
            return Err(Error::field("lift_on", "error-follow-day"));
        }
        let letter = Letter::RestrictionEnds {
            what: restriction.details.what.clone(),
            lift_on,
            why: why.to_owned(),
            next: next.to_owned(),
        };
        let order =
            Order { to: To::Proven, request_id: Some(&restriction.request_id), ..Order::notice(&letter) };
        let (message, _) = letters::keep(step.app, tx, key, stored, &order)?;
        follow_ups::noticed(tx, id, &message, lift_on)?;
        let ids = (step.case_id, restriction.request_id.as_str());
        note(tx, key, ids, EventKind::RestrictionNoticed, serde_json::json!({ "lift_on": lift_on }), why)
    })
}

/// A restriction as the law looks at it.
pub fn stand(tx: &mut Tx<'_>, restriction: &Restriction) -> Result<LiveCase> {
    let notice_out = match &restriction.notice_id {
        Some(message) => follow_ups::has_left(tx.db, message)?,
        None => false,
    };
    Ok(LiveCase {
        case: restriction.basis,
        notice_out,
        lift_on: restriction.lift_on,
        is_lifted: restriction.lifted_on.is_some(),
    })
}

/// Lifts a restriction, once the person was told and the day has come. Who was told of it is told
/// again.
pub fn lift(step: &Step<'_>, id: &str) -> Result<()> {
    act(step, |tx, key, stored, going_on| {
        let restriction = live(going_on, id)?;
        let today = today(step, stored, tx)?;
        if !may_lift(&stand(tx, restriction)?, today) {
            return Err(Error::field("lift", "error-follow-notice"));
        }
        if !follow_ups::lift(tx, id, today)? {
            return Err(Error::field("lift", "error-follow-settled"));
        }
        let ids = (step.case_id, restriction.request_id.as_str());
        let facts = serde_json::json!({ "lifted_on": today });
        note(tx, key, ids, EventKind::RestrictionLifted, facts, &restriction.details.what)?;
        let told = going_on.notices.iter().filter(|notice| {
            notice.request_id == restriction.request_id
                && notice.kind == NoticeKind::Restricted
                && matches!(notice.status, NoticeStatus::Told | NoticeStatus::Confirmed)
        });
        for notice in told {
            let details = Details { proof: String::new(), what: String::new(), ..notice.details.clone() };
            list_recipient(tx, key, ids, NoticeKind::Lifted, &details)?;
        }
        Ok(())
    })
}

fn unsettled<'a>(going_on: &'a OfCase, id: &str, next: NoticeStatus) -> Result<&'a Notice> {
    let notice = going_on.notices.iter().find(|one| one.id == id).ok_or(Error::NotFound)?;
    if notice.status.may_become(next) {
        Ok(notice)
    } else {
        Err(Error::field("notice", "error-follow-settled"))
    }
}

/// Writes to a recipient (art. 19): with what they know the person by, and no more.
pub fn tell_by_mail(
    step: &Step<'_>,
    id: &str,
    known: &str,
    what: &str,
    reply_by_on: Option<NaiveDate>,
) -> Result<()> {
    words_of(known, "known")?;
    words_of(what, "what")?;
    let reply_by_on = reply_by_on.ok_or(Error::field("reply_by_on", "error-follow-day"))?;
    act(step, |tx, key, stored, going_on| {
        let notice = unsettled(going_on, id, NoticeStatus::Told)?;
        let to = normalise::mail_address(&notice.details.email)
            .ok_or(Error::field("notice", "error-follow-no_address"))?;
        let letter = Letter::RecipientNotice {
            kind: notice.kind,
            recipient: notice.details.name.clone(),
            case_reference: stored.reference.clone(),
            known: known.to_owned(),
            what: what.to_owned(),
            reply_by_on,
        };
        let rendered = letters::preview(step.app, key, stored, &letter, tx.now)?;
        let body = Body {
            to: Some(to),
            subject: rendered.subject,
            text: rendered.text,
            html: Some(rendered.html),
            ..Body::default()
        };
        messages::keep(
            tx,
            key,
            &NewMessage {
                id: None,
                case_id: step.case_id,
                kind: Kind::Letter,
                letter: Some(&letter),
                request_id: Some(&notice.request_id),
                carrier: Carrier::Mail,
                body: &body,
                not_after: None,
                posted_at: None,
            },
        )?;
        let details = Details { known: known.to_owned(), what: what.to_owned(), ..notice.details.clone() };
        follow_ups::move_notice(tx, key, notice, NoticeStatus::Told, Some(reply_by_on), &details)?;
        let ids = (step.case_id, notice.request_id.as_str());
        let facts = serde_json::json!({ "kind": notice.kind, "by": "mail" });
        note(tx, key, ids, EventKind::RecipientTold, facts, &notice.details.name)
    })
}

/// A recipient was told another way, has confirmed, or cannot be told: with how or why.
pub fn settle(step: &Step<'_>, id: &str, next: NoticeStatus, said: &str) -> Result<()> {
    let field = if next.needs_reason() { "reason" } else { "proof" };
    words_of(said, field)?;
    act(step, |tx, key, _, going_on| {
        let notice = unsettled(going_on, id, next)?;
        let details = Details { proof: said.to_owned(), ..notice.details.clone() };
        follow_ups::move_notice(tx, key, notice, next, None, &details)?;
        let kind = match next {
            NoticeStatus::Told => EventKind::RecipientTold,
            _ => EventKind::RecipientSettled,
        };
        let facts = serde_json::json!({ "kind": notice.kind, "status": next });
        let ids = (step.case_id, notice.request_id.as_str());
        note(tx, key, ids, kind, facts, &format!("{}: {said}", notice.details.name))
    })
}

/// Somebody checked that the backups have turned over: not before their day.
pub fn tick_off(step: &Step<'_>, id: &str, how: &str) -> Result<()> {
    words_of(how, "checked")?;
    act(step, |tx, key, stored, going_on| {
        let one = going_on.backups.iter().find(|one| one.id == id).ok_or(Error::NotFound)?;
        if today(step, stored, tx)? < one.due_on {
            return Err(Error::field("checked", "error-follow-too_soon"));
        }
        let details = Details { proof: how.to_owned(), ..Details::default() };
        if !follow_ups::tick_off(tx, key, id, &details)? {
            return Err(Error::field("checked", "error-follow-settled"));
        }
        let ids = (step.case_id, one.request_id.as_str());
        note(tx, key, ids, EventKind::FollowUpDone, serde_json::json!({ "due_on": one.due_on }), how)
    })
}
