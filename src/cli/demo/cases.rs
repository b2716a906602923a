//! The demo's cases: invented people, in different states, made through the same use cases as real
//! ones, on the days they would have happened.

use crate::cli::demo::people::COLLEAGUES;
use crate::cli::{boot, serve};
use crate::clock::Clock;
use crate::config::Config;
use crate::crypto::tokens;
use crate::domain::access::Actor;
use crate::domain::case::Intake;
use crate::domain::decide::SendVia;
use crate::domain::identity::{Channel, ProofWay};
use crate::domain::language::Lang;
use crate::domain::outcome::Outcome;
use crate::domain::person::Person;
use crate::domain::right::Right;
use crate::domain::task::Holder;
use crate::services::answer::{self, Written};
use crate::services::collection::{self, Asked, ChosenRecord, ChosenSource};
use crate::services::contact::{self, ContactBack};
use crate::services::handling::{self, Step};
use crate::services::identity::{self, Question};
use crate::services::intake::{self, Entered, FormKey, Submission, Submitted};
use crate::services::records::{About, PastedAs};
use crate::services::{App, Error, Result, conversation, signing};
use crate::sources::Candidate;
use crate::store::cases::{AnswerWords, CaseWords};
use crate::store::{cases, staff};
use crate::worker::Worker;
use chrono::Duration;
use std::sync::Arc;

/// Makes the cases, oldest first.
pub fn make(config: &Config) -> std::result::Result<(), String> {
    let clock = Clock::fixed(Clock::System.now() - Duration::days(41));
    let app = Arc::new(boot::app(config, clock, true)?);
    let runtime = serve::runtime()?;
    let worker = boot::worker(config, app.clone(), runtime.handle().clone())?;
    let desk = Desk { app: &app, worker: &worker, is_at: std::cell::Cell::new(41) };
    desk.tell().map_err(|e| format!("The demo's cases cannot be made: {e}"))
}

/// Somebody who asks.
struct Asker {
    slug: &'static str,
    lang: Lang,
    name: &'static str,
    email: &'static str,
    words: &'static str,
    rights: &'static [Right],
}

struct Desk<'a> {
    app: &'a App,
    worker: &'a Worker,
    is_at: std::cell::Cell<i64>,
}

impl Desk<'_> {
    fn tell(&self) -> Result<()> {
        self.late_access()?;
        self.answered()?;
        self.erasure_due_soon()?;
        self.paused()?;
        self.in_review()?;
        self.by_phone()?;
        self.just_received()
    }

    /// Moves the clock to so many days ago and does what is due.
    fn days_ago(&self, days: i64) -> Result<()> {
        self.app.store.clock.advance(Duration::days(self.is_at.get() - days));
        self.is_at.set(days);
        self.drain()
    }

    fn drain(&self) -> Result<()> {
        self.worker.drain().map(|_| ())
    }

    /// A colleague by their place in the list: 0 Maja, 1 Jonas, 2 Karin.
    fn colleague(&self, place: usize) -> Result<Actor> {
        let email = COLLEAGUES.get(place).ok_or(Error::NotFound)?.email;
        let member = self.app.store.look(|db| Ok::<_, Error>(staff::by_email(db, email)?))?;
        Ok(signing::actor_of(&member.ok_or(Error::NotFound)?))
    }

    fn ask(&self, asker: &Asker) -> Result<String> {
        let app = self.app;
        let begun = intake::begin(app)?;
        let case_id = begun.case_id.clone();
        let submission = Submission {
            controller: app.controllers.by_slug(asker.slug)?,
            lang: asker.lang,
            rights: asker.rights.to_vec(),
            unsure: asker.rights.is_empty(),
            person: person(asker.name, Some(asker.email)),
            words: CaseWords { about: asker.words.into(), ..CaseWords::default() },
            file: None,
        };
        let token = crate::crypto::tokens::token();
        let form = FormKey {
            key: token.hash,
            content: token.hash,
            cookie_hash: token.hash,
            seal_receipt: Box::new(|_| Vec::new()),
            from: "demo".into(),
        };
        match intake::submit(app, begun, submission, form)? {
            Submitted::Opened(_) => Ok(case_id),
            Submitted::Before => Err(Error::Conflict),
        }
    }

    /// Does a step as the colleague at this place, on the case as it stands now.
    fn step<T>(&self, place: usize, case_id: &str, work: impl FnOnce(&Step<'_>) -> Result<T>) -> Result<T> {
        let actor = self.colleague(place)?;
        let seen = self.app.store.look(|db| Ok::<_, Error>(cases::load(db, case_id)?.file.case.version))?;
        work(&Step { app: self.app, actor: &actor, case_id, seen: Some(seen) })
    }

    fn first_request(&self, case_id: &str, right: Right) -> Result<String> {
        let stored = self.app.store.look(|db| Ok::<_, Error>(cases::load(db, case_id)?))?;
        stored.file.requests.iter().find(|r| r.right == right).map(|r| r.id.clone()).ok_or(Error::NotFound)
    }

    fn claim(&self, place: usize, case_id: &str) -> Result<()> {
        self.step(place, case_id, |step| handling::claim(step, Vec::new()))
    }

    /// The person was called on the number in the customer register.
    fn prove(&self, place: usize, case_id: &str, address: &str) -> Result<()> {
        let contact = ContactBack {
            seen_files: Vec::new(),
            way: ProofWay::ContactBack,
            channel: Channel::Email,
            address: address.into(),
            on_record: "Webshop, kundekort".into(),
            note: "Skrev til adressen i kundekortet og fik svar derfra.".into(),
            on_record_since: chrono::NaiveDate::from_ymd_opt(2023, 2, 11),
            is_typed: true,
            is_confirmed: false,
        };
        self.step(place, case_id, |step| contact::contact_back(step, contact))
    }

    /// Starts collecting in the web shop, with every record something proven points at.
    fn collect(&self, place: usize, case_id: &str, hands: &[Asked]) -> Result<()> {
        let due_on = self.today() + chrono::Days::new(7);
        self.step(place, case_id, |step| {
            let looked = collection::search(step)?;
            let sources: Vec<ChosenSource> = looked
                .into_iter()
                .map(|l| {
                    let proven = l.found.unwrap_or_default().into_iter().filter(Candidate::is_proven);
                    let chosen = proven.map(|c| ChosenRecord { key: c.key, reason: String::new() });
                    ChosenSource { source: l.source, subjects: chosen.collect() }
                })
                .collect();
            collection::start(step, Vec::new(), &sources, hands, due_on)
        })?;
        self.drain()
    }

    fn today(&self) -> chrono::NaiveDate {
        self.app.store.clock.now().with_timezone(&self.app.desk_zone()).date_naive()
    }

    fn late_access(&self) -> Result<()> {
        let id = self.ask(&Asker {
            slug: "nordlys",
            lang: Lang::Da,
            name: "Otto Påhitt",
            email: "otto@example.com",
            words: "Jeg vil gerne se alt, I har om mig.",
            rights: &[Right::Access],
        })?;
        self.drain()?;
        self.claim(0, &id)
    }

    fn answered(&self) -> Result<()> {
        self.days_ago(36)?;
        let id = self.ask(&Asker {
            slug: "nordlys",
            lang: Lang::En,
            name: "Mary Sample",
            email: "mary@example.com",
            words: "Please send me a copy of what you hold about me.",
            rights: &[Right::Access],
        })?;
        self.claim(0, &id)?;
        self.days_ago(34)?;
        self.prove(0, &id, "mary@example.com")?;
        self.collect(0, &id, &[])?;
        self.days_ago(30)?;
        let request = self.first_request(&id, Right::Access)?;
        let written = fulfilled("We found your orders and what you wrote to customer service.");
        self.step(0, &id, |step| answer::submit(step, &request, written))?;
        self.drain()?;
        self.step(2, &id, |step| handling::approve(step, Vec::new(), true))?;
        self.step(0, &id, |step| answer::send(step, &request, SendVia::Mail, None))?;
        self.drain()
    }

    fn erasure_due_soon(&self) -> Result<()> {
        self.days_ago(27)?;
        let id = self.ask(&Asker {
            slug: "nordlys",
            lang: Lang::Da,
            name: "Jens Ingenmand",
            email: "jens@example.com",
            words: "Slet min konto. Jeg handler ikke hos jer mere.",
            rights: &[Right::Erasure],
        })?;
        self.claim(1, &id)?;
        self.step(1, &id, |step| {
            conversation::note(step, "Fakturaerne skal gemmes efter bogføringsloven. Resten kan slettes.")
        })
    }

    fn paused(&self) -> Result<()> {
        self.days_ago(20)?;
        let id = self.ask(&Asker {
            slug: "nordlys-norden",
            lang: Lang::Sv,
            name: "Ronja Demoström",
            email: "ronja.ny@example.com",
            words: "Jag vill veta vilka uppgifter ni har om mig.",
            rights: &[Right::Access, Right::MarketingObjection],
        })?;
        self.claim(1, &id)?;
        self.days_ago(19)?;
        let access = self.first_request(&id, Right::Access)?;
        let today = self.today();
        let question = Question {
            reason: "e-postadressen är ny för oss".into(),
            item: "svar från den adress vi har sedan tidigare".into(),
            doubt_on: today,
            reply_by_on: today + chrono::Days::new(21),
        };
        self.step(1, &id, |step| identity::ask(step, vec![access], &question))
    }

    fn in_review(&self) -> Result<()> {
        self.days_ago(12)?;
        let id = self.ask(&Asker {
            slug: "nordlys",
            lang: Lang::Da,
            name: "Freja Eksempelholm",
            email: "freja@example.com",
            words: "Jeg vil gerne se alt, I har om mig, også fra chatten. Og jeg vil have det med som en fil.",
            rights: &[Right::Access, Right::Portability],
        })?;
        self.claim(0, &id)?;
        self.prove(0, &id, "freja@example.com")?;
        let chat = Asked {
            name: "Chatten".into(),
            question: "Hvad står der i chatten om Freja Eksempelholm?".into(),
            due_on: self.today() + chrono::Days::new(5),
        };
        self.collect(0, &id, &[chat])?;
        self.days_ago(9)?;
        self.answer_chat(&id)?;
        let request = self.first_request(&id, Right::Access)?;
        let written =
            fulfilled("Vi har fundet dine ordrer, det, du har skrevet til kundeservice, og din chat.");
        self.step(0, &id, |step| answer::submit(step, &request, written))?;
        self.drain()
    }

    fn answer_chat(&self, case_id: &str) -> Result<()> {
        let stored = self.app.store.look(|db| Ok::<_, Error>(cases::load(db, case_id)?))?;
        let chat = stored.file.tasks.iter().find(|t| t.holder == Holder::Hand).map(|t| t.id.clone());
        let text = "4. maj 2026: Hvornår kommer min pakke? – I morgen mellem 10 og 12.";
        self.step(0, case_id, |step| {
            let (pasted, files, about) = (text.into(), Vec::new(), About::default());
            let answer = collection::HandAnswer::Found { pasted, pasted_as: PastedAs::Text, files, about };
            collection::answer_by_hand(
                step,
                &chat.ok_or(Error::NotFound)?,
                answer,
                "chattens arkiv, på navn og mail",
            )
        })
    }

    fn by_phone(&self) -> Result<()> {
        self.days_ago(3)?;
        let actor = self.colleague(0)?;
        let begun = intake::begin(self.app)?;
        let submission = Submission {
            controller: self.app.controllers.by_slug("nordlys")?,
            lang: Lang::Da,
            rights: vec![Right::MarketingObjection],
            unsure: false,
            person: Person { phone: Some("+45 00 00 00 09".into()), ..person("Anna Prøve", None) },
            words: CaseWords {
                about: "Ringede og bad om ikke at få nyhedsbreve mere.".into(),
                ..CaseWords::default()
            },
            file: None,
        };
        let entered = Entered {
            intake: Intake::Phone,
            received_on: self.today(),
            late_reason: None,
            about_staff: None,
            is_protected: false,
            is_printed: true,
            key: tokens::token().hash,
        };
        intake::enter(self.app, &actor, begun, submission, entered).map(|_| ())
    }

    fn just_received(&self) -> Result<()> {
        self.days_ago(0)?;
        self.ask(&Asker {
            slug: "nordlys",
            lang: Lang::Da,
            name: "Bo Opdigtet",
            email: "bo@example.com",
            words: "Jeg har fået et brev fra jer, selv om jeg aldrig har handlet hos jer. Hvor har I min adresse fra?",
            rights: &[],
        })?;
        self.drain()
    }
}

fn person(name: &str, email: Option<&str>) -> Person {
    Person { name: name.into(), email: email.map(str::to_owned), ..Person::default() }
}

fn fulfilled(words: &str) -> Written {
    Written {
        outcome: Outcome::Fulfilled,
        words: AnswerWords { words: words.into(), ..AnswerWords::default() },
    }
}
