//! The panels of the case page, filled from what was read.

use crate::domain::access::Actor;
use crate::domain::case::Flag;
use crate::domain::deadline::{self, explain};
use crate::domain::decide::{APART, Offer, ask_level};
use crate::domain::event::EventKind;
use crate::domain::identity::{Level, ProofWay};
use crate::domain::language::Lang;
use crate::domain::request::{Request, State};
use crate::domain::right::Right;
use crate::domain::task::{Holder, TaskState};
use crate::services::{App, collection};
use crate::store::messages::{Body, Carrier, Kind, Message as Stored};
use crate::web::staff::case_facts::{Facts, Held};
use crate::web::staff::{look_up, offers, rows};
use crate::web::steps;
use crate::web::view::clock::{ClockDrawing, Due};
use crate::web::view::desk::case::{
    ClockPanel, DateLine, FindingLine, IdentityPanel, PersonPanel, RepresentativeLine, RequestCard, TaskLine,
};
use crate::web::view::parts::{FileLink, Message, Tick, Tone, Voice};
use crate::web::view::{Said, Slot};
use crate::words;

/// Longest piece of a letter that stands in the conversation.
const EXCERPT: usize = 400;

/// One clock for each set of open requests with the same dates.
pub(super) fn clocks(facts: &Facts, lang: Lang) -> Vec<ClockPanel> {
    let mut sets: Vec<Vec<&Request>> = Vec::new();
    for request in facts.open() {
        let same = |one: &&Request| one.dates == request.dates && one.pauses.len() == request.pauses.len();
        match sets.iter_mut().find(|set| set.first().is_some_and(same)) {
            Some(set) => set.push(request),
            None => sets.push(vec![request]),
        }
    }
    sets.iter().filter_map(|set| Some(clock(facts, lang, set, set.first()?))).collect()
}

fn clock(facts: &Facts, lang: Lang, set: &[&Request], request: &Request) -> ClockPanel {
    let rules = &facts.controller.rules;
    let extended_on = deadline::if_extended(rules, request.received_on, &request.pauses);
    let told =
        explain(rules, request.right, request.received_on, &request.pauses, request.extension.as_ref());
    ClockPanel {
        rights: set.iter().map(|r| r.right).collect(),
        drawing: ClockDrawing::of(request, extended_on, facts.today()),
        dates: dates(request, extended_on),
        sums: steps::sums(&told, lang),
    }
}

fn dates(request: &Request, extended_on: chrono::NaiveDate) -> Vec<DateLine> {
    let dates = &request.dates;
    let at_once = request.right.acts_at_once();
    let line = |key: &str, on, counts, detail| DateLine { said: Said::new(key), on, detail, counts };
    let mut lines = vec![line("clock-received", request.received_on, false, None)];
    if at_once {
        let why = Some(Said::new("clock-act_at_once-why"));
        lines.push(line("clock-act_at_once", dates.act_by_on, true, why));
    }
    let promise_counts = dates.promise_on.is_some_and(|on| on < dates.statutory_on);
    if let Some(on) = dates.promise_on {
        let days = (on - request.received_on).num_days();
        let detail = Some(Said::new("count-day").with("n", days));
        lines.push(line("clock-promise", on, promise_counts && !at_once, detail));
    }
    let extended = request.extension.is_some().then(|| Said::new("flag-extended"));
    lines.push(line("clock-law", dates.statutory_on, !promise_counts && !at_once, extended));
    if request.extension.is_none() && !at_once {
        let detail = if dates.last_extend_paused_on > dates.last_extend_on {
            Said::new("clock-last_day_extend-disputable").with("date", dates.last_extend_on)
        } else {
            Said::new("clock-if_extended").with("date", Slot::Day(extended_on))
        };
        lines.push(line("clock-last_day_extend", dates.last_extend_on, false, Some(detail)));
    }
    if let Some(pause) = request.open_pause() {
        lines.push(line("state-awaiting_person-staff", pause.asked_on, false, None));
    }
    lines
}

/// The requests as cards.
pub(super) fn cards(facts: &Facts, actor: &Actor, offered: &[Offer]) -> Vec<RequestCard> {
    let name = |id: &Option<String>| id.as_deref().and_then(|id| facts.name(id));
    let card = |request: &Request| RequestCard {
        id: request.id.clone(),
        right: request.right,
        state: request.state,
        path_state: request
            .paused_from
            .filter(|_| request.state == State::AwaitingPerson)
            .unwrap_or(request.state),
        flags: rows::request_marks(request),
        due: Due::of(request, facts.today()),
        said: (request.state == State::Collecting).then(|| offers::places(facts, request)),
        outcome: request.outcome.or(request.answer.as_ref().map(|a| a.outcome)).map(rows::outcome),
        author: name(&request.author),
        approver: name(&request.approver),
        hand_over: offers::hand_over(facts, actor, &request.id),
        actions: offers::actions(facts, offered, Some(request)),
    };
    facts.stored.file.requests.iter().map(card).collect()
}

/// What goes on after an answer, a line each.
pub(super) fn follows(facts: &Facts) -> Vec<Tick> {
    let (going_on, today) = (&facts.going_on, facts.today());
    let tick = |is_open: bool, is_late: bool, said: Said| Tick {
        tone: Some(match (is_open, is_late) {
            (false, _) => Tone::Done,
            (true, true) => Tone::Stop,
            (true, false) => Tone::Soon,
        }),
        said,
        field: None,
    };
    let restrictions = going_on.restrictions.iter().map(|one| {
        let said = Said::new(format!("record-case-{}", one.basis));
        let said =
            Said::new("follow-line").with("what", Said::new("follow-restrictions")).with("which", said);
        tick(one.lifted_on.is_none(), false, said)
    });
    let notices = going_on.notices.iter().map(|one| {
        let status = Said::new(format!("notice-{}", one.status));
        let said = Said::new("follow-line").with("what", one.details.name.as_str()).with("which", status);
        tick(one.status.is_open(), one.reply_by_on.is_some_and(|on| on < today), said)
    });
    let backups = going_on.backups.iter().map(|one| {
        let said = Said::new("follow-backup-due").with("date", one.due_on);
        tick(one.done_at.is_none(), one.due_on <= today, said)
    });
    // while accuracy is checked, the use may be restricted: offered, not done by itself
    let is_checked = |request: &&Request| {
        let has_one = going_on.restrictions.iter().any(|one| one.request_id == request.id);
        request.right == Right::Rectification && request.state != State::Received && !has_one
    };
    let offers = facts.open().filter(is_checked).map(|_| Tick {
        tone: None,
        said: Said::new("follow-offer"),
        field: None,
    });
    offers.chain(restrictions).chain(notices).chain(backups).collect()
}

/// The conversation, oldest first.
pub(super) fn messages(facts: &Facts, lang: Lang) -> Vec<Message> {
    let mut first = true;
    let mut all = Vec::new();
    for (message, body) in &facts.messages {
        let is_first_words = message.kind == Kind::Received && std::mem::take(&mut first);
        all.push(said_message(facts, lang, message, body, is_first_words));
    }
    all
}

fn said_message(facts: &Facts, lang: Lang, message: &Stored, body: &Body, is_first: bool) -> Message {
    let is_letter = message.kind == Kind::Letter;
    // who wrote: the person, or who asks for them
    let writer = facts.words.representative.as_ref().map_or(&facts.person.name, |one| &one.name);
    let person = || Some(writer.clone()).filter(|name| !name.is_empty());
    let who = match message.kind {
        Kind::Received => person().unwrap_or_else(|| words::text(lang, "role-person", &[])),
        _ => message
            .author
            .as_deref()
            .and_then(|id| facts.name(id))
            .unwrap_or_else(|| facts.controller.legal_name.clone()),
    };
    Message {
        voice: match message.kind {
            Kind::Received => Voice::Person,
            Kind::Sent | Kind::Letter => Voice::Ours,
            Kind::Note => Voice::Note,
        },
        who,
        how: how(facts, message, is_first),
        at: facts.local(message.made_at),
        subject: Some(body.subject.clone()).filter(|subject| is_letter && !subject.is_empty()),
        text: facts.on_screen(&if is_letter {
            excerpt(&without_secrets(message, &body.text))
        } else {
            body.text.clone()
        }),
        files: files(facts, Some(&message.id)),
        href: is_letter.then(|| format!("/desk/cases/{}/letters/{}", facts.id(), message.id)),
    }
}

fn how(facts: &Facts, message: &Stored, is_first: bool) -> Option<Said> {
    match message.kind {
        Kind::Note => None,
        Kind::Received if is_first => Some(Said::new(format!("intake-{}", facts.stored.file.case.intake))),
        _ => Some(travelled(message)),
    }
}

/// How a message travelled, and for a mail what became of it.
pub(super) fn travelled(message: &Stored) -> Said {
    Said::new(match message.carrier {
        // the letter of an answer with a package stands with it, behind the link
        Carrier::Page if message.kind == Kind::Letter => "ui-behind-link",
        Carrier::Page => "channel-status_page",
        Carrier::Paper if message.delivered_at.is_some() => "ui-handed-over",
        Carrier::Paper => "ui-to-be-posted",
        Carrier::Mail if message.failed_at.is_some() => "ui-not-delivered",
        Carrier::Mail if message.delivered_at.is_some() => "ui-delivered",
        Carrier::Mail => "ui-on-its-way",
    })
}

/// The beginning of a letter, cut between paragraphs.
fn excerpt(text: &str) -> String {
    let mut kept = String::new();
    for part in text.split("\n\n") {
        if !kept.is_empty() && kept.len() + part.len() > EXCERPT {
            kept.push_str("\n\n…");
            break;
        }
        if !kept.is_empty() {
            kept.push_str("\n\n");
        }
        kept.push_str(part);
    }
    kept
}

/// A letter as the desk reads it. What proves a mailbox or opens an answer is for whoever reads that
/// mailbox: a colleague who saw the link or the code could prove who somebody is without them.
pub(super) fn without_secrets(message: &Stored, text: &str) -> String {
    let text = without_links(&without_code(text));
    if message.letter.as_deref() == Some("code") && message.carrier == Carrier::Mail {
        return without_groups(&text, 9, "•••• ••••");
    }
    text
}

/// The case code is shown once, to whoever entered the case. Afterwards nobody at the desk reads it.
fn without_code(text: &str) -> String {
    without_groups(text, 14, "•••• •••• ••••")
}

/// Hides digits in groups of four, `length` characters with their spaces.
fn without_groups(text: &str, length: usize, mask: &str) -> String {
    let is_code = |piece: &str| {
        piece.char_indices().all(|(at, c)| if at % 5 == 4 { c == ' ' } else { c.is_ascii_digit() })
    };
    let mut done = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(next) = rest.chars().next() {
        match rest.get(..length).filter(|piece| is_code(piece)) {
            Some(_) => {
                done.push_str(mask);
                rest = rest.get(length..).unwrap_or_default();
            }
            None => {
                done.push(next);
                rest = rest.get(next.len_utf8()..).unwrap_or_default();
            }
        }
    }
    done
}

/// Hides the end of every link that does something for whoever has it.
fn without_links(text: &str) -> String {
    let mut done = text.to_owned();
    for door in ["/confirm/", "/fetch/", "/answer/", "/new-code/"] {
        let mut parts = done.split(door);
        let mut kept = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let is_token = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '…');
            kept.push_str(door);
            kept.push('…');
            kept.push_str(part.trim_start_matches(is_token));
        }
        done = kept;
    }
    done
}

/// Files of a message; with none, every file of the person.
pub(super) fn files(facts: &Facts, message: Option<&str>) -> Vec<FileLink> {
    facts
        .files
        .iter()
        .filter(|(file, _)| message.is_none() || file.message_id.as_deref() == message)
        .map(|(file, name)| FileLink {
            name: facts.on_screen(name),
            bytes: u64::try_from(file.bytes).unwrap_or_default(),
            href: Some(format!("/desk/cases/{}/files/{}", facts.id(), file.id)),
        })
        .collect()
}

/// The tasks.
pub(super) fn tasks(facts: &Facts, app: &App, lang: Lang, works: bool) -> Vec<TaskLine> {
    let line = |held: &Held| {
        let task = &held.task;
        let found = facts.findings.iter().find(|(found, _)| found.task_id == task.id);
        let count =
            |(found, finding): &(crate::store::tasks::StoredFinding, crate::domain::finding::Finding)| {
                found.records + i64::try_from(finding.documents.len()).unwrap_or(i64::MAX)
            };
        let records = found.map(count).filter(|_| task.state == TaskState::Done);
        let holder = Holder::from_code(&task.holder).unwrap_or(Holder::Hand);
        TaskLine {
            id: task.id.clone(),
            holder,
            name: look_up::task_name(app, &task.holder, &held.name, lang),
            state: task.state,
            due_on: task.due_on,
            records,
            trouble: held
                .problem
                .as_deref()
                .filter(|_| task.state == TaskState::Failed)
                .map(look_up::trouble),
            searched_where: found
                .filter(|_| records == Some(0))
                .map(|(_, finding)| finding.searched_where.clone()),
            can_answer: works && collection::can_be_answered_by_hand(task),
        }
    };
    facts.tasks.iter().map(line).collect()
}

/// What the tasks brought.
pub(super) fn findings(facts: &Facts, lang: Lang) -> Vec<FindingLine> {
    let label = |texts: &crate::domain::finding::Texts, code: &str| {
        texts.get(&lang).or_else(|| texts.values().next()).cloned().unwrap_or_else(|| code.to_owned())
    };
    facts
        .findings
        .iter()
        .filter(|(_, finding)| !finding.is_empty())
        .map(|(found, finding)| FindingLine {
            task_id: found.task_id.clone(),
            name: label(&finding.labels, &finding.source),
            parts: finding
                .parts
                .iter()
                .filter(|part| part.records > 0)
                .map(|part| {
                    (label(&part.labels, &part.category), i64::try_from(part.records).unwrap_or(i64::MAX))
                })
                .collect(),
            documents: i64::try_from(finding.documents.len()).unwrap_or(i64::MAX),
            matched_by: finding.searched.iter().map(|(_, value)| value.clone()).collect(),
        })
        .collect()
}

/// Who is asking.
pub(super) fn person(facts: &Facts) -> PersonPanel {
    let (person, case) = (&facts.person, &facts.stored.file.case);
    let hides_address = facts.hides_address();
    PersonPanel {
        name: Some(person.name.clone()).filter(|name| !name.is_empty()),
        email: person.email.clone(),
        email_confirmed: case.address_confirmed && facts.words.representative.is_none(),
        phone: person.phone.clone(),
        postal: person.postal.clone().filter(|_| !hides_address),
        hides_address,
        other_ids: person.other_ids.as_deref().map(|ids| facts.on_screen(ids)),
        representative: facts.words.representative.as_ref().map(|one| RepresentativeLine {
            name: one.name.clone(),
            email: one.contact.email.clone(),
            email_confirmed: case.address_confirmed,
            phone: one.contact.phone.clone(),
            postal: one.contact.postal.clone().filter(|_| !hides_address),
            kind: one.kind.code().to_owned(),
            judgement: case.representation.code().to_owned(),
        }),
    }
}

/// What follows from the flags of people the law treats apart, in sentences.
pub(super) fn apart(facts: &Facts) -> Vec<Said> {
    let flags = APART.iter().filter(|flag| facts.stored.file.case.is(**flag));
    let said = |flag: &Flag| match flag {
        Flag::Deceased => {
            let country = facts.controller.rules.country.code().to_lowercase();
            Said::new(format!("apart-deceased-then-{country}"))
        }
        other => Said::new(format!("apart-{other}-then")),
    };
    flags.map(said).collect()
}

fn needed(facts: &Facts) -> Level {
    facts.open().map(|r| r.right.level_needed()).max().unwrap_or(Level::Nothing)
}

/// How sure we are.
pub(super) fn identity(facts: &Facts, actor: &Actor, works: bool) -> IdentityPanel {
    let case = &facts.stored.file.case;
    let key = |way: ProofWay| match way {
        ProofWay::AddressCheck => "id-1-label",
        ProofWay::CodeToRecord => "id-2-code",
        ProofWay::ContactBack => "id-2-contact_back",
        ProofWay::InPerson => "id-3-label",
        ProofWay::Accepted => "id-2-accepted",
    };
    IdentityPanel {
        level: case.level.number(),
        proofs: facts
            .proofs
            .iter()
            .map(|p| (Said::new(key(p.way)), facts.local(p.at).date_naive()))
            .collect(),
        needed: needed(facts).number(),
        unproven_match: case.unproven_match,
        accept: accepting(facts, actor).filter(|_| works),
    }
}

/// The way to a lower level: a proposal that waits for a second person, or for an officer to make one.
fn accepting(facts: &Facts, actor: &Actor) -> Option<Said> {
    let is = |kind: &str, of: &[EventKind]| of.iter().any(|one| one.code() == kind);
    let told =
        [EventKind::LevelAsked, EventKind::LevelAccepted, EventKind::LevelRefused, EventKind::IdentityProven];
    let newest = facts.steps.iter().map(|(row, _)| row.kind.as_str()).find(|kind| is(kind, &told));
    if newest == Some(EventKind::LevelAsked.code()) {
        return Some(Said::new("accept-waits"));
    }
    ask_level(&facts.stored.file, actor, "-").is_ok().then(|| Said::new("accept-title"))
}

/// What an answer still needs; nothing once everything is closed.
pub(super) fn checklist(facts: &Facts) -> Vec<Tick> {
    let tick = |tone, said| Tick { tone, said, field: None };
    let done = |is_done: bool, otherwise: Option<Tone>| if is_done { Some(Tone::Done) } else { otherwise };
    let open: Vec<&Request> = facts.open().collect();
    if open.is_empty() {
        return Vec::new();
    }
    let level = needed(facts);
    let case = &facts.stored.file.case;
    let said = Said::new("ui-tick-level").with("n", i64::from(level.number()));
    let mut ticks = vec![tick(done(case.level >= level, Some(Tone::Stop)), said)];
    if !facts.tasks.is_empty() {
        let finished = facts.tasks.iter().all(|held| held.task.state.is_finished());
        ticks.push(tick(done(finished, None), Said::new("ui-tick-tasks")));
    }
    let is_approved = open.iter().all(|r| r.state == State::Ready);
    ticks.push(tick(done(is_approved, None), Said::new("ui-tick-approved")));
    if open.iter().any(|r| r.right.level_needed() >= Level::Proven) {
        let is_proven = case.delivery_proof().is_some();
        ticks.push(tick(done(is_proven, None), Said::new("ui-tick-channel")));
    }
    ticks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_case_code_is_never_shown_again() {
        let text = "Din kode: 4821 7730 5519. Ring 4821 7730 eller 12 34 56 78; æ1234 5678 9012x";
        let hidden = "Din kode: •••• •••• ••••. Ring 4821 7730 eller 12 34 56 78; æ•••• •••• ••••x";
        assert_eq!(without_code(text), hidden);
    }

    #[test]
    fn a_letter_is_cut_between_paragraphs() {
        let long = "x".repeat(300);
        assert_eq!(excerpt("short"), "short");
        assert_eq!(excerpt(&format!("{long}\n\n{long}")), format!("{long}\n\n…"));
    }
}
