//! The status page: what is true about a case, for the person it belongs to.

use crate::crypto::keys::CaseKey;
use crate::domain::access::Actor;
use crate::domain::case::{Case, Flag};
use crate::domain::deadline;
use crate::domain::decide::options;
use crate::domain::event::EventKind;
use crate::domain::identity::Level;
use crate::domain::language::Lang;
use crate::domain::outcome::Outcome;
use crate::domain::request::{PauseKind, Request, State as Stage};
use crate::services::app::{Caps, Controller};
use crate::services::belonging::linked;
use crate::services::{Error, Result, letters};
use crate::store::cases::{self, StoredCase};
use crate::store::{Tx, codes, deliveries, tasks};
use crate::web::public::thread::{Reading, collecting, ended};
use crate::web::public::tracker;
use crate::web::public::visit::local;
use crate::web::steps;
use crate::web::view::Said;
use crate::web::view::parts::{FileLink, Message, Tone};
use crate::web::view::public::case::*;
use crate::web::view::shell::Shell;
use crate::words;
use chrono::{DateTime, NaiveDate, Utc};

/// What the page is told besides the case.
pub struct Frame {
    /// The frame.
    pub shell: Shell,
    /// The token of its forms.
    pub csrf: String,
    /// The reader's language.
    pub lang: Lang,
    /// Who takes complaints.
    pub authority: String,
    /// What may be sent along.
    pub caps: Caps,
}

/// A case with what its page is made of.
struct Facts<'a> {
    controller: &'a Controller,
    stored: &'a StoredCase,
    lang: Lang,
    now: DateTime<Utc>,
    today: NaiveDate,
}

/// The page of an open conversation. A case of another controller, or one that was erased, does
/// not exist here.
pub fn page(
    tx: &mut Tx<'_>,
    key: &CaseKey,
    controller: &Controller,
    case_id: &str,
    frame: Frame,
) -> Result<Status> {
    let stored = cases::load(tx.db, case_id)?;
    let contact = belongs(&stored, controller)?.contact(key)?;
    let facts = Facts {
        controller,
        stored: &stored,
        lang: frame.lang,
        now: tx.now,
        today: letters::today(controller, tx.now),
    };
    let case = &stored.file.case;
    let reading = Reading::of(controller, &stored, key)?;
    let (messages, files) = reading.thread(tx)?;
    let complaints = complaints(tx, case_id)?;
    if stored.file.requests.is_empty() {
        return Ok(complaint_page(&stored, &facts, contact.email.is_some(), (messages, files), frame));
    }
    let main = facts.main()?;
    let plate = facts.plate();
    let answer_by_on = plate.map(|r| r.dates.shown_on);
    let open = stored.file.requests.iter().any(|r| r.state.is_open());
    Ok(Status {
        reference: stored.reference.clone(),
        headline: facts.headline(main),
        lead: facts.lead(main),
        answer_by_on,
        days: answer_by_on.map_or(0, |on| (on - facts.today).num_days()),
        tone: facts.tone(plate),
        is_extended: plate.is_some_and(|r| r.extension.is_some()),
        tracker: tracker::steps(&stored.file, main, controller, answer_by_on),
        explained: facts.explained(),
        country: Said::new(format!("ui-country-{}", controller.rules.country.code().to_lowercase())),
        received_at: local(controller, case.received_at),
        requests: facts.requests(answer_by_on),
        needed: facts.needed(tx, key)?,
        address_unconfirmed: open && contact.email.is_some() && !case.address_confirmed,
        answers: facts.answers(tx, &reading)?,
        complaints,
        is_complaint: false,
        was_no_request: facts.was_no_request(),
        complaint: String::new(),
        messages,
        files,
        max_megabytes: frame.caps.file_megabytes(),
        max_files: frame.caps.files_per_case,
        text: String::new(),
        errors: Vec::new(),
        notice: None,
        shell: frame.shell,
        csrf: frame.csrf,
        authority: frame.authority,
        preview: None,
    })
}

/// The complaints about a case, as its page names them.
fn complaints(tx: &mut Tx<'_>, case_id: &str) -> Result<Vec<ComplaintLine>> {
    let line = |stored: StoredCase| ComplaintLine {
        case_id: stored.file.case.id.clone(),
        received_on: stored.file.case.received_on,
        is_open: stored.file.case.is(Flag::Complaint),
        reference: stored.reference,
    };
    Ok(linked::of_case(tx, case_id)?.into_iter().map(line).collect())
}

/// The page of a complaint: what was said, and whether it was answered. It has no request, so it has
/// no date and no steps.
fn complaint_page(
    stored: &StoredCase,
    facts: &Facts<'_>,
    has_mail: bool,
    (messages, files): (Vec<Message>, Vec<FileLink>),
    frame: Frame,
) -> Status {
    let case = &stored.file.case;
    let is_open = case.is(Flag::Complaint);
    let said = |open: &str, over: &str| Said::new(if is_open { open } else { over });
    Status {
        reference: stored.reference.clone(),
        headline: said("complaint-open-person", "complaint-settled-person"),
        lead: said("complaint-open-now", "complaint-settled-now"),
        answer_by_on: None,
        days: 0,
        tone: None,
        is_extended: false,
        tracker: Vec::new(),
        explained: Vec::new(),
        country: Said::new(format!("ui-country-{}", facts.controller.rules.country.code().to_lowercase())),
        received_at: local(facts.controller, case.received_at),
        requests: Vec::new(),
        needed: None,
        address_unconfirmed: is_open && has_mail && !case.address_confirmed,
        answers: Vec::new(),
        complaints: Vec::new(),
        is_complaint: true,
        was_no_request: false,
        complaint: String::new(),
        messages,
        files,
        max_megabytes: frame.caps.file_megabytes(),
        max_files: frame.caps.files_per_case,
        text: String::new(),
        errors: Vec::new(),
        notice: None,
        shell: frame.shell,
        csrf: frame.csrf,
        authority: frame.authority,
        preview: None,
    }
}

/// The case, if it belongs to this controller and still exists.
pub fn belongs<'a>(stored: &'a StoredCase, controller: &Controller) -> Result<&'a StoredCase> {
    let case: &Case = &stored.file.case;
    if case.controller_id == controller.id && !case.erased { Ok(stored) } else { Err(Error::NotFound) }
}

/// How far a request has come: what waits for the person first, then the least advanced.
fn rank(request: &Request) -> u8 {
    match request.state {
        Stage::AwaitingPerson => 0,
        Stage::Received => 1,
        Stage::Assessing => 2,
        Stage::Collecting => 3,
        Stage::InReview => 4,
        Stage::Ready => 5,
        Stage::Closed | Stage::Erased => 6,
    }
}

impl Facts<'_> {
    fn open(&self) -> impl Iterator<Item = &Request> {
        self.stored.file.requests.iter().filter(|r| r.state.is_open())
    }

    /// The request the headline speaks of. A case always has one.
    fn main(&self) -> Result<&Request> {
        let requests = &self.stored.file.requests;
        let open = self.open().min_by_key(|r| rank(r));
        // a closed case speaks of what was answered, not of what was withdrawn beside it
        let closed = || requests.iter().max_by_key(|r| (r.outcome != Some(Outcome::Withdrawn), r.closed_at));
        open.or_else(closed).ok_or_else(|| Error::Broken("a case without a request".into()))
    }

    /// The open request whose date comes first.
    fn plate(&self) -> Option<&Request> {
        self.open().min_by_key(|r| r.dates.shown_on)
    }

    /// Something was closed as no request, and the person may say that it was one.
    fn was_no_request(&self) -> bool {
        self.stored.file.requests.iter().any(|r| r.outcome == Some(Outcome::NotARequest))
    }

    fn headline(&self, main: &Request) -> Said {
        match (main.state, main.outcome) {
            (Stage::Collecting, _) => collecting(main.right),
            (Stage::Closed, Some(outcome)) => {
                let all_same = self.stored.file.requests.iter().all(|r| r.outcome == Some(outcome));
                if all_same { ended(outcome) } else { Said::new("state-closed-person") }
            }
            (state, _) => Said::new(format!("state-{state}-person")),
        }
    }

    fn lead(&self, main: &Request) -> Said {
        match main.state {
            Stage::Collecting => {
                let mine = self.stored.file.tasks.iter().filter(|t| t.request_ids.contains(&main.id));
                let (all, done) = mine
                    .fold((0, 0), |(all, done), task| (all + 1, done + i64::from(task.state.is_finished())));
                Said::new("state-collecting-now").with("done", done).with("all", all)
            }
            Stage::Ready => Said::new("state-ready-now").with("date", main.dates.shown_on),
            Stage::AwaitingPerson => match main.open_pause() {
                Some(pause) if pause.counts => {
                    Said::new("state-awaiting_person-now").with("date", pause.reply_by_on)
                }
                Some(pause) => Said::new("state-awaiting_person-now_running").with("date", pause.reply_by_on),
                None => Said::new("state-received-now"),
            },
            Stage::Closed if main.outcome == Some(Outcome::Withdrawn) => Said::new("ui-withdraw-again"),
            Stage::Erased => Said::new("state-erased-person"),
            state => Said::new(format!("state-{state}-now")),
        }
    }

    fn tone(&self, plate: Option<&Request>) -> Option<Tone> {
        let request = plate?;
        if deadline::is_overdue(&request.dates, self.controller.rules.zone, self.now) {
            return Some(Tone::Stop);
        }
        request.open_pause().filter(|p| p.counts).map(|_| Tone::Wait)
    }

    /// How every open request's date came about, the earliest first; those that came about the same
    /// way are told once.
    fn explained(&self) -> Vec<Explained> {
        let mut open: Vec<&Request> = self.open().collect();
        open.sort_by_key(|request| request.dates.shown_on);
        let mut all: Vec<Explained> = Vec::new();
        for request in open {
            let (sums, without_pause_on) = (self.sums(request), self.without_pause(request));
            let told = |one: &&mut Explained| (&one.sums, one.without_pause_on) == (&sums, without_pause_on);
            match all.iter_mut().find(told) {
                Some(same) => same.rights.push(request.right),
                None => all.push(Explained { rights: vec![request.right], sums, without_pause_on }),
            }
        }
        all
    }

    fn sums(&self, request: &Request) -> Vec<crate::web::view::parts::SumStep> {
        let (right, on) = (request.right, request.received_on);
        let explained =
            deadline::explain(&self.controller.rules, right, on, &request.pauses, request.extension.as_ref());
        steps::sums(&explained, self.lang)
    }

    fn without_pause(&self, request: &Request) -> Option<NaiveDate> {
        let (rules, on) = (&self.controller.rules, request.received_on);
        let without = deadline::dates(rules, request.right, on, &[], request.extension.as_ref());
        (request.state.is_open() && without.shown_on != request.dates.shown_on).then_some(without.shown_on)
    }

    fn requests(&self, answer_by_on: Option<NaiveDate>) -> Vec<StatusRequest> {
        let offers = options(&self.controller.rules, &self.stored.file, &Actor::Person, self.now);
        let offer = |request: &Request, event| {
            offers.iter().find(|o| {
                o.event == event && o.request.as_deref() == Some(request.id.as_str()) && o.blocked.is_none()
            })
        };
        let line = |request: &Request| {
            let own = request.dates.act_by_on;
            let said = match (request.state, request.outcome) {
                (Stage::Closed, Some(outcome)) => ended(outcome),
                (Stage::Collecting, _) => collecting(request.right),
                (state, _) => Said::new(format!("state-{state}-person")),
            };
            StatusRequest {
                id: request.id.clone(),
                right: request.right,
                said,
                on: Some(own)
                    .filter(|on| request.state.is_open() && Some(*on) != answer_by_on && *on >= self.today),
                can_withdraw: offer(request, EventKind::Withdraw).is_some(),
                undo_until_on: offer(request, EventKind::UndoWithdrawal).and_then(|o| o.until_on),
            }
        };
        self.stored.file.requests.iter().map(line).collect()
    }

    /// What the person has to do: what was asked and is unanswered, or a code that waits.
    fn needed(&self, tx: &mut Tx<'_>, key: &CaseKey) -> Result<Option<Needed>> {
        let case_id = &self.stored.file.case.id;
        let is_open = self.open().next().is_some();
        let wants_code = is_open && self.stored.file.case.level < Level::Proven;
        let found = codes::open_identity(tx.db, case_id)?;
        let found = found.filter(|c| wants_code && c.expires_at > self.now);
        let code = match &found {
            Some(found) if codes::is_waiting(tx.db, &found.id, self.now)? => Some(CodeState::Sent),
            Some(_) => Some(CodeState::Offered),
            None => None,
        };
        let paused = self.open().filter_map(|r| r.open_pause()).max_by_key(|p| p.counts);
        if let Some(pause) = paused {
            let text = cases::asked_item(tx.db, key, case_id, pause.kind)?.unwrap_or_default();
            let is_scope = pause.kind == PauseKind::Scope;
            let code = code.filter(|_| pause.kind == PauseKind::Identity);
            return Ok(Some(Needed { text, by_on: pause.reply_by_on, pauses: pause.counts, code, is_scope }));
        }
        let (Some(found), Some(plate)) = (found, self.plate()) else { return Ok(None) };
        let expires_on = letters::today(self.controller, found.expires_at);
        Ok(Some(Needed {
            text: words::text(self.lang, "ui-needed-code", &[]),
            by_on: expires_on.min(plate.dates.shown_on),
            pauses: false,
            code,
            is_scope: false,
        }))
    }

    fn answers(&self, tx: &mut Tx<'_>, reading: &Reading<'_>) -> Result<Vec<AnswerLine>> {
        let mut answers = Vec::new();
        for request in &self.stored.file.requests {
            let (Some(outcome), Some(closed_at)) = (request.outcome, request.closed_at) else { continue };
            if !outcome.is_answer() {
                continue;
            }
            let link = deliveries::newest(tx.db, &request.id)?;
            let good = link.as_ref().filter(|link| link.is_good(self.now));
            let has_package = tasks::package(tx.db, &request.id)?.is_some();
            answers.push(AnswerLine {
                right: request.right,
                said: ended(outcome),
                sent_on: letters::today(self.controller, closed_at),
                letter: reading
                    .answer_letter(tx, &request.id)?
                    .map(|id| format!("/o/{}/case/letters/{id}", self.controller.slug)),
                open_until_on: good.map(|link| letters::today(self.controller, link.expires_at())),
                renewable: (link.is_some() && good.is_none() && has_package).then(|| request.id.clone()),
            });
        }
        Ok(answers)
    }
}
