//! What time tells, and what a storm of sign-ins costs (R6, R21, R23). Prints figures and judges
//! nothing: they belong to the machine they were measured on.
//!
//! `cargo bench --bench timing` (`-- 2000` for as many pairs; 300 is what it takes without). On
//! SQLite in a temporary folder. Pairs alternate, so that both sides see the same machine.

#![expect(clippy::unwrap_used, reason = "a measurement that cannot go on has no result")]

use chrono::Duration;
use indsigt::cli::boot;
use indsigt::clock::Clock;
use indsigt::config::{Config, Environment};
use indsigt::crypto::tokens;
use indsigt::crypto::totp::{self, TotpSecret};
use indsigt::domain::access::{Actor, Role};
use indsigt::domain::language::Lang;
use indsigt::domain::person::Person;
use indsigt::domain::right::Right;
use indsigt::services::intake::{self, FormKey, Opened, Submission, Submitted};
use indsigt::services::signing::{self, Attempt};
use indsigt::services::{App, Error, staff, status};
use indsigt::store::cases::CaseWords;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Instant;

const EMAIL: &str = "ann@shop.example";

fn main() {
    let given = std::env::args().skip(1).find_map(|argument| argument.parse().ok());
    let pairs: usize = given.unwrap_or(300);
    let folder = tempfile::tempdir().unwrap();
    let (app, clock) = house(folder.path());
    let opened = ask(&app);
    let built = if cfg!(debug_assertions) { "dev" } else { "optimised" };
    println!("{pairs} pairs on SQLite, {built} build, {} processors", processors());

    let controller = app.controllers.all().first().unwrap().id.clone();
    let reference = opened.reference.to_string();
    compare("R6   case page: reference of a case / of none, wrong code", pairs, &clock, |is_known, from| {
        let asked = if is_known { reference.as_str() } else { "7777-7777" };
        drop(status::open(&app, &controller, asked, "000000000000", from).unwrap_err());
    });
    compare("R23  sign-in: an account / none, wrong password", pairs, &clock, |is_known, from| {
        let email = if is_known { EMAIL } else { "bob@shop.example" };
        drop(sign_in(&app, email, from).err().unwrap());
    });
    storm(&app, &controller);
}

fn processors() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

/// A house with one member of staff.
fn house(folder: &Path) -> (App, Clock) {
    let text = format!(
        "data_dir = {:?}\nmail.host = \"127.0.0.1\"\n[[controller]]\nslug = \"shop\"\nlegal_name = \"Shop A/S\"\n\
         country = \"DK\"\nsender = \"privacy@shop.example\"\n",
        folder.join("data").display().to_string()
    );
    let config = Config::parse(&text, &Environment::new()).unwrap();
    let clock = Clock::fixed("2026-03-02T09:00:00Z".parse().unwrap());
    let app = boot::app(&config, clock.clone(), false).unwrap();
    let invited = staff::invite(&app, &Actor::System, EMAIL, "Ann", &[Role::Caseworker], Lang::En).unwrap();
    let token = invited.link.rsplit('/').next().unwrap().to_owned();
    let secret = TotpSecret::generate();
    let code = secret.code_at(clock.now()).unwrap();
    let password = "kaffe regnvejr cykel lampe";
    staff::accept(&app, &token, password, &secret, &totp::recovery_codes(), &code).unwrap();
    (app, clock)
}

fn ask(app: &App) -> Opened {
    let submission = Submission {
        controller: app.controllers.all().first().unwrap(),
        lang: Lang::En,
        rights: vec![Right::Access],
        unsure: false,
        person: Person { name: "Ada".into(), email: Some("ada@people.example".into()), ..Person::default() },
        words: CaseWords { about: "everything".into(), ..CaseWords::default() },
        file: None,
    };
    let form = FormKey {
        key: tokens::token().hash,
        content: [1; 32],
        cookie_hash: tokens::token().hash,
        seal_receipt: Box::new(|_| Vec::new()),
        from: "here".into(),
    };
    match intake::submit(app, intake::begin(app).unwrap(), submission, form).unwrap() {
        Submitted::Opened(opened) => *opened,
        Submitted::Before => unreachable!("a new form"),
    }
}

fn sign_in(app: &App, email: &str, from: &str) -> Result<(), Error> {
    let password = "not the password at all";
    signing::sign_in(app, &Attempt { email, password, code: "000000", from, device: None }).map(drop)
}

/// Times both sides in turn and prints medians, their ratio and Welch's t.
fn compare(name: &str, pairs: usize, clock: &Clock, attempt: impl Fn(bool, &str)) {
    let mut times = [Vec::with_capacity(pairs), Vec::with_capacity(pairs)];
    for number in 0..pairs * 2 + 20 {
        // every delay and every limit is over before the next
        clock.advance(Duration::days(2));
        let side = number % 2;
        let from = format!("client-{number}");
        let began = Instant::now();
        attempt(side == 0, &from);
        // the first ten of each warm the caches
        if number >= 20 {
            times[side].push(began.elapsed().as_secs_f64() * 1e3);
        }
    }
    let [known, unknown] = &mut times;
    let t = welch(known, unknown);
    let (known, unknown) = (quantile(known, 0.5), quantile(unknown, 0.5));
    println!(
        "{name}: medians {known:.2} / {unknown:.2} ms, ratio {:.3}, gap {:.2} ms, t = {t:.1}",
        known / unknown,
        known - unknown
    );
}

fn quantile(times: &mut [f64], part: f64) -> f64 {
    times.sort_by(f64::total_cmp);
    let at = (times.len() as f64 * part) as usize;
    times.get(at).or(times.last()).copied().unwrap_or_default()
}

fn welch(one: &[f64], other: &[f64]) -> f64 {
    let mean = |x: &[f64]| x.iter().sum::<f64>() / x.len() as f64;
    let spread = |x: &[f64]| {
        let mean = mean(x);
        let squares: f64 = x.iter().map(|v| (v - mean).powi(2)).sum();
        squares / (x.len() as f64 - 1.0) / x.len() as f64
    };
    (mean(one) - mean(other)) / (spread(one) + spread(other)).sqrt()
}

/// 500 sign-ins at once, each from an address of its own, while somebody opens a case again and again.
fn storm(app: &App, controller: &str) {
    const AT_ONCE: usize = 500;
    let before = resident();
    let (evaluated, busy) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let is_over = AtomicBool::new(false);
    let began = Instant::now();
    let mut others = std::thread::scope(|threads| {
        let person = threads.spawn(|| {
            let mut times = Vec::new();
            while !is_over.load(Ordering::Relaxed) || times.len() < 20 {
                let began = Instant::now();
                let from = format!("person-{}", times.len());
                drop(status::open(app, controller, "7777-7777", "000000000000", &from).unwrap_err());
                times.push(began.elapsed().as_secs_f64() * 1e3);
            }
            times
        });
        let storm: Vec<_> = (0..AT_ONCE)
            .map(|number| {
                let (evaluated, busy) = (&evaluated, &busy);
                threads.spawn(move || {
                    match sign_in(app, &format!("nobody{number}@shop.example"), &format!("storm-{number}")) {
                        // no free hash, or no free connection to the database
                        Err(Error::Unavailable) => busy.fetch_add(1, Ordering::Relaxed),
                        _ => evaluated.fetch_add(1, Ordering::Relaxed),
                    }
                })
            })
            .collect();
        for thread in storm {
            thread.join().unwrap();
        }
        is_over.store(true, Ordering::Relaxed);
        person.join().unwrap()
    });
    println!(
        "R21  {AT_ONCE} sign-ins at once: {} evaluated, {} sent away, {:.1} s; memory at its peak +{} MiB; opening a \
         case meanwhile p50 {:.0} ms, p99 {:.0} ms",
        evaluated.load(Ordering::Relaxed),
        busy.load(Ordering::Relaxed),
        began.elapsed().as_secs_f64(),
        (peak().saturating_sub(before)) / 1024,
        quantile(&mut others, 0.5),
        quantile(&mut others, 0.99),
    );
}

/// A line of `/proc/self/status`, in KiB.
fn memory(line: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let found = status.lines().find_map(|l| l.strip_prefix(line));
    found.and_then(|rest| rest.split_whitespace().next()?.parse().ok()).unwrap_or_default()
}

fn resident() -> u64 {
    memory("VmRSS:")
}

fn peak() -> u64 {
    memory("VmHWM:")
}
