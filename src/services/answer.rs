//! The answer: written, checked by the law, approved, sent; and the link to it renewed.

use crate::crypto::keys::CaseKey;
use crate::crypto::tokens;
use crate::domain::decide::{Command, Decision, Need, Refusal, SendVia};
use crate::domain::event::EventKind;
use crate::domain::finding::Finding;
use crate::domain::identifier::{Identifier, masked};
use crate::domain::identity::Level;
use crate::domain::letter::Letter;
use crate::domain::outcome::Outcome;
use crate::domain::request::{Answer, Request, State};
use crate::domain::right::Right;
use crate::services::article15::Facts;
use crate::services::belonging::authority;
use crate::services::error::{Error, Result};
use crate::services::handling::Step;
use crate::services::letters::{self, Order, To};
use crate::services::own_cases::{self, Wanted};
use crate::services::{conversation, fulfilment, identity, withholding};
use crate::store::cases::{self, AnswerWords, StoredCase};
use crate::store::deliveries;
use crate::store::{Tx, messages, proofs, tasks, undelivered};

/// An answer as written on the page.
pub struct Written {
    /// Outcome.
    pub outcome: Outcome,
    /// What was done or found, and every ground with its reason.
    pub words: AnswerWords,
}

/// Whether every text the letter of this outcome needs has been written (LAW E 6–9).
pub fn is_complete(right: Right, written: &Written) -> bool {
    let right_has_package = right.has_package();
    let grounds = written.words.grounds.iter().all(|g| !g.what.trim().is_empty() && !g.why.trim().is_empty());
    let words = match written.outcome {
        Outcome::Fulfilled | Outcome::PartlyFulfilled => {
            right_has_package || written.words.record.is_some() || !written.words.words.trim().is_empty()
        }
        Outcome::NoData => !written.words.searched.is_empty(),
        _ => true,
    };
    grounds && words && fulfilment::missing(right, written).is_empty()
}

/// Sends a written answer to review. From collecting with what the tasks brought; from assessing
/// only refused, cannot identify and no data. A package is built by a job.
pub fn submit(step: &Step<'_>, request_id: &str, mut written: Written) -> Result<()> {
    let gathered = gather(step, request_id, &mut written)?;
    let request = gathered.request;
    written.words.selection.keep_for(request.right, written.outcome);
    if written.outcome == Outcome::NoData && gathered.found {
        return Err(Error::field("outcome", "error-data-found"));
    }
    // what was stopped and when is written on its own page, or the letter could not say it
    if request.right.is_answered_by_acting() && written.outcome.releases() {
        return Err(Error::field("outcome", "error-stopped-first"));
    }
    withholding::check(&request, &written, &gathered.findings)
        .map_err(|problem| Error::Invalid(vec![problem]))?;
    if request.right == Right::Access && written.outcome.releases() {
        take_from_register(step, &mut written, &gathered.findings)?;
    }
    if gathered.unproven_match {
        let (event, needs) = (EventKind::SubmitWithoutCollecting, vec![Need::NoUnprovenMatch]);
        return Err(Error::Refused(Refusal::Needs { event, needs }));
    }
    let answer = Answer {
        outcome: written.outcome,
        grounds: fulfilment::ground_codes(&written),
        complete: is_complete(request.right, &written),
    };
    let requests = vec![request_id.to_owned()];
    let command = if request.state == State::Collecting {
        Command::SubmitForReview { requests, answer }
    } else {
        Command::SubmitWithoutCollecting { requests, answer }
    };
    step.take(&command, |tx, key, _, decision| {
        for id in &decision.acted_on {
            cases::set_answer(tx, key, id, &written.words)?;
            // the decision itself asks for a new one
            tasks::drop_package(tx, id)?;
        }
        Ok(())
    })
}

/// Notes the version of the register the answer is written from. An answer with data is refused
/// while the register lacks something it has to say.
fn take_from_register(step: &Step<'_>, written: &mut Written, findings: &[Finding]) -> Result<()> {
    let stored = step.app.store.look(|db| Ok::<_, Error>(cases::load(db, step.case_id)?))?;
    let controller = step.app.controllers.get(&stored.file.case.controller_id)?;
    let facts = Facts::of(step.app, controller, stored.lang, &written.words, findings, None)?;
    let missing = facts.missing();
    if !missing.is_empty() {
        return Err(Error::Invalid(missing));
    }
    written.words.register = facts.used();
    Ok(())
}

/// What stands behind an answer.
pub struct Gathered {
    /// The request.
    pub request: Request,
    /// Whether anything about the person was found.
    pub found: bool,
    /// What was found, task by task.
    pub findings: Vec<Finding>,
    /// Searching now, something matched that nobody has proven: "nothing held" is no answer yet.
    pub unproven_match: bool,
}

/// Fills in what the letter of "no data" must name: where was searched, in the person's language,
/// and by which identifiers. Without tasks the sources are searched now.
pub fn gather(step: &Step<'_>, request_id: &str, written: &mut Written) -> Result<Gathered> {
    let (mut gathered, identifiers, mut searched, lang) =
        step.app.store.read_case(step.actor, step.case_id, "answer", |tx, key| {
            let stored = cases::load(tx.db, step.case_id)?;
            conversation::may_work(step.actor, &stored)?;
            let request = stored.file.request(request_id).cloned().ok_or(Error::NotFound)?;
            let proven = proofs::proven_addresses(tx.db, key, step.case_id)?;
            let identifiers = identity::identifiers(&stored, &stored.person(key)?, &proven);
            let mut searched = Vec::new();
            let findings = findings(tx, key, step.case_id, request_id)?;
            for finding in &findings {
                searched.push(format!("{}: {}", label(finding, &stored), finding.searched_where));
            }
            let found = findings.iter().any(|finding| !finding.is_empty());
            let gathered = Gathered { request, found, findings, unproven_match: false };
            Ok::<_, Error>((gathered, identifiers, searched, stored.lang))
        })?;
    if written.outcome != Outcome::NoData {
        return Ok(gathered);
    }
    if gathered.request.state != State::Collecting {
        if gathered.request.right == Right::Access {
            let own = own_finding(step, &identifiers)?;
            gathered.found |= own.1;
            searched.push(own.0);
        }
        let (all, judged) = identity::search_judged(step.app, step.actor, step.case_id)?;
        gathered.unproven_match = identity::is_in_doubt(&all, &judged);
        for looked in all {
            let Ok(candidates) = looked.found else {
                return Err(Error::field("outcome", "error-source-away"));
            };
            gathered.found |= candidates.iter().any(|c| c.is_proven());
            let nothing = step.app.sources.get(&looked.source).map(|s| s.nothing(&[], lang));
            searched.extend(nothing.map(|nothing| {
                let name = nothing.labels.get(&lang).cloned().unwrap_or_else(|| looked.source.clone());
                format!("{name}: {}", nothing.searched_where)
            }));
        }
    }
    let extra = written.words.searched.drain(..).filter(|s| !s.trim().is_empty());
    searched.extend(extra);
    written.words.searched = searched;
    written.words.identifiers =
        identifiers.iter().filter(|i| i.proven).map(|i| masked(i.kind, &i.value)).collect();
    Ok(gathered)
}

/// Where we searched ourselves for earlier cases, in words, and whether there are any.
fn own_finding(step: &Step<'_>, identifiers: &[Identifier]) -> Result<(String, bool)> {
    let app = step.app;
    let (name, lang, controller_id) =
        app.store.read_case(step.actor, step.case_id, "answer", |tx, key| {
            let stored = cases::load(tx.db, step.case_id)?;
            Ok::<_, Error>((stored.person(key)?.name, stored.lang, stored.file.case.controller_id))
        })?;
    let controller = app.controllers.get(&controller_id)?;
    let wanted = Wanted { case_id: step.case_id, controller, name: &name, identifiers, lang };
    let nothing = own_cases::nothing(&wanted);
    let called = nothing.labels.get(&lang).cloned().unwrap_or_default();
    Ok((format!("{called}: {}", nothing.searched_where), !own_cases::earlier(app, &wanted)?.is_empty()))
}

/// What the tasks of a request found, described.
pub fn findings(tx: &mut Tx<'_>, key: &CaseKey, case_id: &str, request_id: &str) -> Result<Vec<Finding>> {
    let mine = tasks::of_request(tx.db, request_id)?;
    let all = tasks::findings(tx.db, case_id)?;
    all.iter().filter(|f| mine.contains(&f.task_id)).map(|f| Ok(f.finding(key)?)).collect()
}

fn label(finding: &Finding, stored: &StoredCase) -> String {
    finding.labels.get(&stored.lang).cloned().unwrap_or_else(|| finding.source.clone())
}

/// Sends an approved answer. Identity, channel and package are checked again in the committing
/// transaction. By mail: a link for a package, else the letter; by post and in person: the letter
/// is kept for print.
pub fn send(step: &Step<'_>, request_id: &str, via: SendVia, late_reason: Option<String>) -> Result<()> {
    let command =
        Command::SendAnswer { requests: vec![request_id.to_owned()], via: via.clone(), late_reason };
    step.take(&command, |tx, key, before, decision| {
        let request = decision.requests.iter().find(|r| r.id == request_id).ok_or(Error::NotFound)?;
        // what lies in the store is what was approved, not only what the request says of it
        let kept = tasks::package(tx.db, request_id)?.map(|package| package.sha256);
        if request.needs_package() && kept != request.approved_package {
            return Err(Error::Stale);
        }
        deliver(step, tx, key, before, decision, request_id, &via)
    })
}

fn deliver(
    step: &Step<'_>,
    tx: &mut Tx<'_>,
    key: &CaseKey,
    before: &StoredCase,
    decision: &Decision,
    request_id: &str,
    via: &SendVia,
) -> Result<()> {
    let request = decision.requests.iter().find(|r| r.id == request_id).ok_or(Error::NotFound)?;
    let outcome = request.outcome.ok_or_else(|| Error::Broken("sent without an outcome".into()))?;
    let words = cases::answer(tx.db, key, request_id)?.unwrap_or_default();
    let has_package = outcome.releases() && request.right.has_package();
    let zone = step.app.controllers.get(&before.file.case.controller_id)?.rules.zone;
    let late = crate::domain::deadline::is_overdue(&request.dates, zone, tx.now);
    fulfilment::opened_by_answer(step, tx, key, before, request, &words)?;
    let letter = letter(request.right, outcome, words, late);
    // what was released under level 2 goes only where it was proven to belong
    let needs_proven = outcome.releases() && request.right.level_needed() >= Level::Proven;
    let to = match via {
        SendVia::Mail if needs_proven => To::Proven,
        SendVia::Mail if authority::answers_person(tx, &before.file.case)? => To::Person,
        // who says that they act for somebody and was not believed yet is told of no release
        SendVia::Mail if outcome.releases() && !before.file.case.may_tell_who_wrote() => To::Person,
        SendVia::Mail => To::Given,
        // it was closed on the day it left
        SendVia::Post { .. } | SendVia::InPerson { .. } => To::Paper(request.closed_at),
    };
    if has_package && *via == SendVia::Mail {
        keep_on_page(step, tx, key, before, request_id, &letter)?;
        return send_link(step, tx, key, before, request_id);
    }
    let order = Order { to, request_id: Some(request_id), ..Order::notice(&letter) };
    letters::keep(step.app, tx, key, before, &order)?;
    Ok(())
}

/// The letter of an answer, as it is previewed and sent.
pub fn letter(right: Right, outcome: Outcome, mut words: AnswerWords, late: bool) -> Letter {
    if let Some(stopped) = words.stopped.take().filter(|_| right.is_answered_by_acting()) {
        return Letter::MarketingStopped {
            stopped_at: stopped.at,
            channels: stopped.channels,
            told: stopped.told,
            newsletter_on: stopped.newsletter_on,
            is_kept: stopped.is_kept,
            words: words.words,
            late,
        };
    }
    let grounds = if outcome.needs_grounds() { words.all_grounds() } else { words.grounds };
    Letter::Answer {
        right,
        outcome,
        words: words.words,
        grounds,
        searched: words.searched,
        identifiers: words.identifiers,
        record: words.record.map(Box::new),
        burden: words.burden.map(Box::new),
        has_package: outcome.releases() && right.has_package(),
        late,
    }
}

/// The letter of an answer with a package is read behind link and second secret, not in a mail.
fn keep_on_page(
    step: &Step<'_>,
    tx: &mut Tx<'_>,
    key: &CaseKey,
    stored: &StoredCase,
    request_id: &str,
    letter: &Letter,
) -> Result<()> {
    let rendered = letters::preview(step.app, key, stored, letter, tx.now)?;
    let body = messages::Body {
        to: None,
        subject: rendered.subject,
        text: rendered.text,
        html: Some(rendered.html),
        ..messages::Body::default()
    };
    let new = messages::NewMessage {
        id: None,
        case_id: step.case_id,
        kind: messages::Kind::Letter,
        letter: Some(letter),
        request_id: Some(request_id),
        carrier: messages::Carrier::Page,
        body: &body,
        not_after: None,
        posted_at: None,
    };
    messages::keep(tx, key, &new)?;
    Ok(())
}

/// A link to the proven address. Older links of the same request close in the same step.
fn send_link(
    step: &Step<'_>,
    tx: &mut Tx<'_>,
    key: &CaseKey,
    stored: &StoredCase,
    request_id: &str,
) -> Result<()> {
    let token = tokens::token();
    let expires_at = {
        let caps = &step.app.caps;
        let allowed = deliveries::Allowance { life: caps.link_life(), downloads: caps.link_downloads };
        deliveries::make(tx, step.case_id, request_id, token.hash, allowed)?
    };
    let controller = step.app.controllers.get(&stored.file.case.controller_id)?;
    let letter = Letter::AnswerReady {
        link: step.app.link(&["o", &controller.slug, "answer", &token.plain]),
        until_on: letters::today(controller, expires_at),
        downloads: u32::try_from(step.app.caps.link_downloads).unwrap_or_default(),
    };
    let order = Order { to: To::Proven, request_id: Some(request_id), ..Order::notice(&letter) };
    letters::keep(step.app, tx, key, stored, &order)?;
    Ok(())
}

/// A new link, asked for by the person or made by staff; the old one is closed.
pub fn renew(step: &Step<'_>, request_id: &str) -> Result<()> {
    step.take(&Command::RenewDelivery { request: request_id.to_owned() }, |tx, key, before, _| {
        if tasks::package(tx.db, request_id)?.is_none() {
            return Err(Error::NotFound);
        }
        undelivered::clear(tx, request_id)?;
        send_link(step, tx, key, before, request_id)
    })
}
