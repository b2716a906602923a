//! Everything the case page shows, read in one unit of work that begins with the entry saying so.

use crate::domain::access::{Actor, Role};
use crate::domain::case::Flag;
use crate::domain::event::EventKind;
use crate::domain::finding::Finding;
use crate::domain::identity::Proof;
use crate::domain::national_number;
use crate::domain::person::Person;
use crate::domain::request::Request;
use crate::domain::retention::Keeper;
use crate::services::app::Controller;
use crate::services::{Error, Result};
use crate::store::cases::{self, CaseWords, StoredCase};
use crate::store::chain::{self, EventRow};
use crate::store::files::{self, FileRow};
use crate::store::messages::{self, Body, Message};
use crate::store::staff::{self, Member, Status};
use crate::store::tasks::{self, StoredFinding, StoredTask};
use crate::store::{keepers, proofs};
use crate::web::staff::covered::SHOWN;
use crate::web::staff::related::{self, Related};
use crate::web::state::Web;
use chrono::{DateTime, NaiveDate, Utc};

/// A task with what is sealed about it.
pub(super) struct Held {
    pub(super) task: StoredTask,
    pub(super) name: String,
    pub(super) problem: Option<String>,
}

/// How many entries of the chain the page shows.
pub(super) const ENTRIES: i64 = 200;

/// A case, opened.
pub(super) struct Facts {
    pub(super) stored: StoredCase,
    pub(super) controller: Controller,
    pub(super) person: Person,
    pub(super) words: CaseWords,
    pub(super) messages: Vec<(Message, Body)>,
    pub(super) files: Vec<(FileRow, String)>,
    pub(super) tasks: Vec<Held>,
    pub(super) findings: Vec<(StoredFinding, Finding)>,
    pub(super) proofs: Vec<Proof>,
    pub(super) steps: Vec<(EventRow, Option<String>)>,
    pub(super) entries: i64,
    pub(super) is_chain_whole: bool,
    pub(super) staff: Vec<Member>,
    /// The entry that put it on legal hold last, with its reason.
    pub(super) held: Option<(EventRow, Option<String>)>,
    /// What keeps it, however long ago it was closed.
    pub(super) kept_by: Vec<Keeper>,
    /// National numbers in what was written are shown as they were written.
    pub(super) shows_numbers: bool,
    /// A postal address that is kept back is shown.
    pub(super) shows_address: bool,
    /// Other cases, as far as this member of staff may know of them.
    pub(super) related: Vec<Related>,
    /// There are other organisations in this house.
    pub(super) has_siblings: bool,
    pub(super) now: DateTime<Utc>,
}

impl Facts {
    /// Case id.
    pub(super) fn id(&self) -> &str {
        &self.stored.file.case.id
    }

    /// The local date.
    pub(super) fn today(&self) -> NaiveDate {
        self.local(self.now).date_naive()
    }

    /// An instant on the controller's clock.
    pub(super) fn local(&self, at: DateTime<Utc>) -> crate::web::view::Moment {
        at.with_timezone(&self.controller.rules.zone).fixed_offset()
    }

    /// What somebody wrote, as it stands on screen: national numbers hidden unless they were asked for.
    pub(super) fn on_screen(&self, written: &str) -> String {
        if self.shows_numbers { written.to_owned() } else { national_number::masked(written) }
    }

    /// Whether anything that was written holds what looks like a national number.
    pub(super) fn holds_number(&self) -> bool {
        let texts = self.messages.iter().map(|(_, body)| body.text.as_str());
        let names = self.files.iter().map(|(_, name)| name.as_str());
        let steps = self.steps.iter().filter_map(|(_, words)| words.as_deref());
        texts.chain(names).chain(steps).chain(self.person.other_ids.as_deref()).any(national_number::is_in)
    }

    /// The name of a member of staff.
    pub(super) fn name(&self, id: &str) -> Option<String> {
        self.staff.iter().find(|member| member.id == id).map(|member| member.name.clone())
    }

    /// Whether a postal address is kept back: of a protected identity, and of a child, whose other
    /// parent may live there.
    pub(super) fn hides_address(&self) -> bool {
        let case = &self.stored.file.case;
        (case.is(Flag::ProtectedIdentity) || case.is(Flag::Child)) && !self.shows_address
    }

    /// The requests that are still open.
    pub(super) fn open(&self) -> impl Iterator<Item = &Request> {
        self.stored.file.requests.iter().filter(|request| request.state.is_open())
    }

    /// Colleagues a request of this case can be given to.
    pub(super) fn colleagues(&self) -> impl Iterator<Item = &Member> {
        let about = self.stored.file.case.about_staff.as_deref();
        self.staff.iter().filter(move |member| {
            member.status == Status::Active && works(&member.roles) && about != Some(member.id.as_str())
        })
    }
}

/// Whether somebody with these roles works on cases.
pub(super) fn works(roles: &[Role]) -> bool {
    roles.iter().any(|role| matches!(role, Role::Caseworker | Role::Approver | Role::Officer))
}

/// Reads a case. One that does not exist for this actor is [`Error::NotFound`], and then no entry
/// is written either.
pub(super) fn read(web: &Web, actor: &Actor, case_id: &str) -> Result<Facts> {
    read_as(web, actor, case_id, "")
}

/// The same; the entry says so when national numbers, or an address that is kept back, are read
/// unhidden. `asked`: the query of the page.
pub(super) fn read_as(web: &Web, actor: &Actor, case_id: &str, asked: &str) -> Result<Facts> {
    let (shows_numbers, shows_address) = (asked == "numbers=shown", asked == SHOWN);
    let what = match (shows_numbers, shows_address) {
        (true, _) => "numbers",
        (_, true) => "address",
        _ => "case",
    };
    let mut facts = web.app.store.read_case(actor, case_id, what, |tx, key| {
        let stored = cases::load(tx.db, case_id)?;
        if !stored.file.is_known_to(actor) || stored.file.case.erased {
            return Err(Error::NotFound);
        }
        let mut messages = Vec::new();
        for message in messages::of_case(tx.db, case_id)? {
            let body = message.body(key)?;
            messages.push((message, body));
        }
        let mut files = Vec::new();
        for file in files::of_case(tx.db, case_id, files::Kind::Upload)? {
            let name = file.name(key)?;
            files.push((file, name));
        }
        let mut findings = Vec::new();
        for found in tasks::findings(tx.db, case_id)? {
            let finding = found.finding(key)?;
            findings.push((found, finding));
        }
        let mut held = Vec::new();
        for task in tasks::of_case(tx.db, case_id)? {
            held.push(Held { name: task.details(key)?.name, problem: task.problem(key)?, task });
        }
        let mut steps = Vec::new();
        for step in chain::steps(tx.db, case_id, ENTRIES)? {
            let words = step.words(key)?;
            steps.push((step, words));
        }
        Ok::<_, Error>(Facts {
            controller: web.app.controllers.get(&stored.file.case.controller_id)?.clone(),
            person: stored.person(key)?,
            words: stored.words(key)?,
            messages,
            files,
            tasks: held,
            findings,
            proofs: proofs::of_case(tx.db, key, case_id)?.into_iter().map(|(proof, _)| proof).collect(),
            steps,
            entries: chain::length(tx.db, case_id)?,
            is_chain_whole: false,
            staff: staff::all(tx.db)?,
            held: match chain::newest(tx.db, case_id, EventKind::LegalHoldOn)? {
                Some(entry) => Some((entry.clone(), entry.words(key)?)),
                None => None,
            },
            kept_by: keepers::of_case(tx.db, case_id, tx.now)?,
            shows_numbers,
            shows_address,
            related: related::read(tx, actor, &stored)?,
            has_siblings: web.app.controllers.all().len() > 1,
            now: tx.now,
            stored,
        })
    })?;
    let store = &web.app.store;
    let shown: Vec<EventRow> = facts.steps.iter().map(|(row, _)| row.clone()).collect();
    facts.is_chain_whole =
        store.look(|db| chain::holds(&store.chain_key, db, case_id, &shown).map_err(Error::from))?;
    Ok(facts)
}
