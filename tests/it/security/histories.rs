//! Random histories against a real database and the real outbox: people and impostors ask, staff do
//! what comes to their mind, and no mail ever carries an answer, or the way to one, to a mailbox that
//! was not proven for that case before (R1). What was proven is noted here, by what happened, not as
//! the program has it.

use super::visitor::mailed_code;
use crate::crash::asking;
use crate::support::Databases;
use crate::support::house::{Colleague, House};
use chrono::{Days, Duration, NaiveDate};
use indsigt::crypto::tokens;
use indsigt::domain::access::{Actor, Role};
use indsigt::domain::decide::{ExtendGround, SendVia};
use indsigt::domain::fulfilment::{Action, Claim, Erasure, Fulfilment, Line, Rectification};
use indsigt::domain::identity::{Channel, ProofWay};
use indsigt::domain::language::Lang;
use indsigt::domain::outcome::Outcome;
use indsigt::domain::person::Person;
use indsigt::domain::request::{Request, State};
use indsigt::domain::right::Right;
use indsigt::domain::task::TaskState;
use indsigt::services::answer::{self, Written};
use indsigt::services::collection::{self, Asked, ChosenRecord, ChosenSource, HandAnswer};
use indsigt::services::contact::{self, ContactBack};
use indsigt::services::handling::{self, Step};
use indsigt::services::identity::{self, Question};
use indsigt::services::intake::Submission;
use indsigt::services::records::{About, PastedAs};
use indsigt::services::{Result, case_code, conversation, signing};
use indsigt::store::cases::{self, AnswerWords, CaseWords, StoredCase};
use indsigt::store::{deliveries, staff};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use std::collections::{BTreeMap, BTreeSet};

/// On record in the shop since before anybody asked.
const LUIS: &str = "luisg@embraer.com.br";
/// Stands in the words of every answer that gives or changes something, with the case behind it.
const MARK: &str = "ANSWER-OF-";
/// Stands in what colleagues found by hand, which no mail ever carries.
const FOUND: &str = "CANARY-FOUND";
/// Stands in the shop's record of the customer.
const ON_RECORD: &str = "Empresa Brasileira";

/// Name and address as the form has them, and the mailbox this person really reads.
const PEOPLE: &[(&str, &str, &str)] = &[
    ("Luís Gonçalves", LUIS, LUIS),
    // an impostor with an address of their own, one with the victim's, and one who changes its looks
    ("Luís Gonçalves", "luis@elsewhere.example", "luis@elsewhere.example"),
    ("Luís Gonçalves", LUIS, "luis@elsewhere.example"),
    ("Luís Gonçalves", "luisg@embraer.com.br.elsewhere.example", "luisg@embraer.com.br.elsewhere.example"),
    ("Nora Ingenstans", "nora@ingenstans.example", "nora@ingenstans.example"),
];

const RIGHTS: &[Right] =
    &[Right::Access, Right::Portability, Right::Erasure, Right::Rectification, Right::MarketingObjection];

/// Counts, so that a history in which nothing happens is noticed.
#[derive(Debug, Default)]
struct Seen {
    done: usize,
    refused: usize,
    mails: usize,
    links: usize,
    letters: usize,
    /// Answers in cases of people who do not read the mailbox they went to.
    of_impostors: usize,
}

struct History<'a> {
    house: &'a House,
    random: StdRng,
    staff: [Actor; 3],
    /// Case and the mailbox its person reads.
    cases: Vec<(String, &'static str)>,
    proven: BTreeMap<String, BTreeSet<String>>,
    looked_at: usize,
    seen: Seen,
}

impl History<'_> {
    fn one_of<T: Clone>(&mut self, all: &[T]) -> Option<T> {
        (!all.is_empty()).then(|| all[self.random.random_range(0..all.len())].clone())
    }

    fn chance(&mut self, percent: u32) -> bool {
        self.random.random_range(0..100) < percent
    }

    fn stored(&self, case: &str) -> StoredCase {
        self.house.app.store.look(|db| cases::load(db, case)).unwrap()
    }

    fn ask(&mut self) {
        let (name, email, mailbox) = self.one_of(PEOPLE).unwrap();
        let mut rights = vec![self.one_of(RIGHTS).unwrap(), self.one_of(RIGHTS).unwrap()];
        rights.sort();
        rights.dedup();
        let app = &self.house.app;
        let submission = Submission {
            controller: app.controllers.by_slug("musik").unwrap(),
            lang: Lang::En,
            rights,
            unsure: false,
            person: Person { name: name.into(), email: Some(email.into()), ..Person::default() },
            words: CaseWords { about: "All of it".into(), ..CaseWords::default() },
            file: None,
        };
        let from = self.cases.len().to_string();
        self.cases.push((asking::send(app, submission, &from).case_id, mailbox));
    }

    /// The token in the newest mail to a mailbox that links to `part`.
    fn link(&self, mailbox: &str, part: &str) -> Option<String> {
        let mails = self.house.mails();
        let to_them = mails.iter().rev().filter(|(to, ..)| to == mailbox);
        let word = |text: &str| text.split_whitespace().find(|w| w.contains(part)).map(str::to_owned);
        to_them.filter_map(|(_, _, text)| word(text)).next()?.rsplit('/').next().map(str::to_owned)
    }

    /// What the person does, or whoever reads the mailbox on record.
    fn person(&mut self, case: &str, mailbox: &str, request: &str) -> Result<()> {
        let app = &self.house.app;
        let step = Step { app, actor: &Actor::Person, case_id: case, seen: None };
        match self.random.random_range(0..8) {
            0 => match self.link(mailbox, "/confirm/") {
                Some(token) => identity::confirm_address(app, &token),
                None => Ok(()),
            },
            // whoever reads a mailbox may press what stands in its mails
            1 => match self.link(LUIS, "/fetch/") {
                Some(token) => identity::fetch_code(app, &token),
                None => Ok(()),
            },
            // a code is typed by who can read it and has the case open
            2 | 3 => {
                let codes = self.house.mails();
                let newest =
                    codes.iter().rev().find(|(to, _, text)| to == mailbox && mailed_code(text).is_some());
                let typed = newest.and_then(|(_, _, text)| mailed_code(text));
                identity::try_code(app, case, typed.as_deref().unwrap_or("1234 5678"))?;
                // right: it was mailed to the mailbox the link went to, which this person reads
                self.proven.entry(case.to_owned()).or_default().insert(mailbox.to_owned());
                Ok(())
            }
            4 => conversation::person_writes(app, case, "Send it to luis@elsewhere.example", None),
            5 => case_code::ask(app, &self.stored(case).reference, "10.0.0.1"),
            6 => answer::renew(&step, request),
            _ => handling::undo_withdrawal(&step, Vec::new()),
        }
    }

    /// What staff do next when they do what they should.
    fn next(&mut self, case: &str, request: &Request) -> Result<()> {
        let stored = self.stored(case);
        match request.state {
            State::Received => self.by(0, case, |step| handling::claim(step, Vec::new())),
            State::Assessing if stored.file.case.level < request.right.level_needed() => self.prove(case),
            State::Assessing => self.collect(case, request),
            State::Collecting => {
                let open = stored.file.tasks.iter().find(|task| task.state == TaskState::Open);
                match open.map(|task| task.id.clone()) {
                    Some(task) => self.by(0, case, |step| {
                        let (pasted, files, about) = (FOUND.to_owned(), Vec::new(), About::default());
                        let found = HandAnswer::Found { pasted, pasted_as: PastedAs::Text, files, about };
                        collection::answer_by_hand(step, &task, found, "the archive")
                    }),
                    None => self.submit(case, request, Outcome::Fulfilled),
                }
            }
            State::InReview => self.by(1, case, |step| handling::approve(step, Vec::new(), true)),
            State::Ready => self.send(case, request),
            State::AwaitingPerson => {
                let on = self.house.app.store.clock.now().date_naive();
                self.by(0, case, |step| handling::reply_received(step, Vec::new(), on))
            }
            State::Closed | State::Erased => self.by(0, case, |step| answer::renew(step, &request.id)),
        }
    }

    /// Whatever comes to the mind of some colleague.
    fn anything(&mut self, case: &str, request: &Request) -> Result<()> {
        let (who, id) = (self.random.random_range(0..3), request.id.clone());
        let today = self.house.app.store.clock.now().date_naive();
        match self.random.random_range(0..14) {
            0 => self.prove(case),
            1 => self.collect(case, request),
            2 => {
                let outcome = self.one_of(&[Outcome::Fulfilled, Outcome::NoData, Outcome::Refused]).unwrap();
                self.submit(case, request, outcome)
            }
            3 => self.by(who, case, |step| handling::approve(step, vec![id], true)),
            4 | 5 => self.send(case, request),
            6 => self.by(who, case, |step| answer::renew(step, &id)),
            7 => self.by(who, case, |step| handling::request_changes(step, vec![id], "Again".into())),
            8 => self.by(who, case, |step| handling::recall_approval(step, vec![id], "Wait".into())),
            9 => {
                let reply_by_on = today + Days::new(14);
                let (reason, item) = ("Another address".into(), "the customer number".into());
                let question = Question { reason, item, doubt_on: today, reply_by_on };
                self.by(who, case, |step| identity::ask(step, vec![id], &question))
            }
            10 => self.by(who, case, |step| handling::resume(step, Vec::new(), "They called".into())),
            11 => {
                let right = self.one_of(RIGHTS).unwrap();
                self.by(who, case, |step| handling::reclassify(step, &id, right))
            }
            12 => self.by(2, case, |step| {
                handling::extend(step, &id, ExtendGround::Complexity, "Many systems", Some("late".into()))
            }),
            _ => self.by(0, case, |step| handling::withdraw(step, vec![id], Some("a letter".into()))),
        }
    }

    fn by(&self, who: usize, case: &str, work: impl FnOnce(&Step<'_>) -> Result<()>) -> Result<()> {
        work(&Step { app: &self.house.app, actor: &self.staff[who], case_id: case, seen: None })
    }

    /// Staff look the person up and use what they find; or they use what only the request gave.
    fn prove(&mut self, case: &str) -> Result<()> {
        let app = &self.house.app;
        let found = identity::search(app, &self.staff[0], case)?;
        let records: Vec<_> = found
            .iter()
            .flat_map(|looked| {
                looked.found.iter().flatten().map(|record| (looked.source.clone(), record.clone()))
            })
            .collect();
        let Some((source, record)) = self.one_of(&records) else {
            return self.by(0, case, |step| identity::look_up(step).map(|_| ()));
        };
        let number = self.random.random_range(0..record.addresses.len());
        if self.chance(60) {
            return self.by(0, case, |step| identity::send_code_link(step, &source, &record.key, number));
        }
        let key = self.house.app.store.case_key(case)?;
        let given = self.stored(case).person(&key)?.email.unwrap_or_default();
        let is_typed = self.chance(50);
        let on_record = &record.addresses[number];
        let (channel, address) = match is_typed {
            true => (Channel::Email, given),
            false => (on_record.channel, on_record.value.clone()),
        };
        let today = self.house.app.store.clock.now().date_naive();
        let contact = ContactBack {
            way: ProofWay::ContactBack,
            channel,
            address: address.clone(),
            on_record: "the shop".into(),
            note: "answered".into(),
            on_record_since: Some(today - Days::new(900)),
            is_typed,
            // nobody says so who does not know it
            is_confirmed: false,
            seen_files: Vec::new(),
        };
        self.by(0, case, |step| contact::contact_back(step, contact))?;
        if channel == Channel::Email {
            // staff reached them there, where the shop had it: typed or not, it is LUIS or it is wrong
            assert_eq!(address, LUIS, "an address only the request gave has proven somebody");
            self.proven.entry(case.to_owned()).or_default().insert(address);
        }
        Ok(())
    }

    fn collect(&mut self, case: &str, request: &Request) -> Result<()> {
        let (app, due_on) = (&self.house.app, self.house.app.store.clock.now().date_naive() + Days::new(5));
        let found = identity::search(app, &self.staff[0], case)?;
        let reason = || "It is them".to_owned();
        let subjects = found.iter().flat_map(|looked| looked.found.iter().flatten()).take(1);
        let subjects = subjects.map(|record| ChosenRecord { key: record.key.clone(), reason: reason() });
        let sources = [ChosenSource { source: "webshop".into(), subjects: subjects.collect() }];
        let hand = [Asked { name: "Archive".into(), question: "What?".into(), due_on }];
        let id = request.id.clone();
        self.by(0, case, |step| collection::start(step, vec![id], &sources, &hand, due_on))
    }

    fn submit(&mut self, case: &str, request: &Request, outcome: Outcome) -> Result<()> {
        // what is answered to a right that needs no proof may go where the request says
        let is_private = outcome.releases() && request.right.level_needed() >= Right::Access.level_needed();
        let words = if is_private { format!("{MARK}{case}.") } else { "As you asked.".to_owned() };
        let record = record(request.right, self.house.app.store.clock.now().date_naive());
        let written = Written { outcome, words: AnswerWords { words, record, ..AnswerWords::default() } };
        self.by(0, case, |step| answer::submit(step, &request.id, written))
    }

    fn send(&mut self, case: &str, request: &Request) -> Result<()> {
        let posted_on = self.house.app.store.clock.now().date_naive();
        let via = match self.random.random_range(0..6) {
            0 => SendVia::Post { posted_on },
            1 => SendVia::InPerson { note: "showed a passport".into() },
            _ => SendVia::Mail,
        };
        self.by(0, case, |step| answer::send(step, &request.id, via, Some("we were late".into())))
    }

    /// Everything that was mailed since the last look.
    fn hold_against_what_was_proven(&mut self, turn: &str) {
        self.house.drain();
        let mails = self.house.mails();
        for (to, subject, text) in &mails[self.looked_at..] {
            self.seen.mails += 1;
            assert!(!text.contains(FOUND) && !text.contains(ON_RECORD), "{turn}: data in a mail to {to}");
            let mut of = Vec::new();
            for link in text.split_whitespace().filter(|word| word.contains("/answer/")) {
                let token = link.rsplit('/').next().unwrap();
                let hash = tokens::hash_token(token);
                of.push(self.house.app.store.look(|db| deliveries::by_token(db, &hash)).unwrap().case_id);
                self.seen.links += 1;
            }
            for (at, _) in text.match_indices(MARK) {
                of.push(text[at + MARK.len()..].split('.').next().unwrap().to_owned());
                self.seen.letters += 1;
            }
            for case in of {
                let proven = self.proven.get(&case).is_some_and(|all| all.contains(to));
                assert!(proven, "{turn}: “{subject}” of {case} went to {to}, which nobody has proven");
                let reads = self.cases.iter().find(|(id, _)| *id == case).map(|(_, mailbox)| *mailbox);
                self.seen.of_impostors += usize::from(reads != Some(to.as_str()));
            }
        }
        self.looked_at = mails.len();
    }

    fn play(&mut self, seed: u64) {
        for turn in 0..160 {
            if self.cases.len() < 2 || (self.cases.len() < 7 && self.chance(6)) {
                self.ask();
            }
            let (case, mailbox) = self.one_of(&self.cases.clone()).unwrap();
            let request = self.one_of(&self.stored(&case).file.requests).unwrap();
            let done = match self.random.random_range(0..100) {
                0..20 => self.person(&case, mailbox, &request.id),
                20..75 => self.next(&case, &request),
                _ => self.anything(&case, &request),
            };
            match done {
                Ok(()) => self.seen.done += 1,
                Err(_) => self.seen.refused += 1,
            }
            let minutes = if self.chance(10) { self.random.random_range(60..3_000) } else { 1 };
            self.house.app.store.clock.advance(Duration::minutes(minutes));
            self.hold_against_what_was_proven(&format!("seed {seed}, turn {turn}"));
        }
    }
}

/// The smallest record a right is answered with.
fn record(right: Right, today: NaiveDate) -> Option<Fulfilment> {
    match Fulfilment::blank(right)? {
        Fulfilment::Rectification(_) => Some(Fulfilment::Rectification(Rectification {
            statement: "I disagree".into(),
            done_on: Some(today),
            ..Rectification::default()
        })),
        Fulfilment::Erasure(_) => Some(Fulfilment::Erasure(Erasure {
            claimed: Some(Claim::NotNecessary),
            lines: vec![Line { action: Some(Action::Erase), ..Line::default() }],
            erased_on: Some(today),
            ..Erasure::default()
        })),
        other => Some(other),
    }
}

fn actor(house: &House, colleague: &Colleague) -> Actor {
    signing::actor_of(&house.app.store.look(|db| staff::get(db, &colleague.id)).unwrap())
}

#[test]
fn whatever_happens_no_mail_carries_an_answer_to_a_mailbox_nobody_has_proven() {
    let mut all = Seen::default();
    for seed in 1..=6 {
        let databases = Databases::sqlite();
        let house = House::on(&databases);
        let colleague =
            |email: &str, roles: &[Role]| actor(&house, &house.colleague(email, email, roles, Lang::En));
        let staff = [
            colleague("maja@musik.example", &[Role::Caseworker]),
            colleague("jonas@musik.example", &[Role::Approver]),
            colleague("karin@musik.example", &[Role::Officer, Role::Caseworker]),
        ];
        let mut history = History {
            house: &house,
            random: StdRng::seed_from_u64(seed),
            staff,
            cases: Vec::new(),
            proven: BTreeMap::new(),
            looked_at: 0,
            seen: Seen::default(),
        };
        history.play(seed);
        let seen = &history.seen;
        eprintln!("seed {seed}: {seen:?}");
        all.done += seen.done;
        all.refused += seen.refused;
        all.mails += seen.mails;
        all.links += seen.links;
        all.letters += seen.letters;
        all.of_impostors += seen.of_impostors;
    }
    // enough was sent to say something, also in cases of impostors: to whom the data are about
    assert!(all.done > 300 && all.refused > 200, "{all:?}");
    assert!(all.links > 10 && all.letters > 3 && all.of_impostors > 10, "{all:?}");
}
