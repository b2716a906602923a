//! A lower level, accepted by two.

use super::sample::*;
use crate::domain::access::{Actor, Role};
use crate::domain::case::Flag;
use crate::domain::decide::{Refusal, accept_level, ask_level};
use crate::domain::right::Right;

fn codes<T>(result: Result<T, Refusal>) -> Vec<&'static str> {
    match result {
        Ok(_) => Vec::new(),
        Err(refusal) if refusal.needs().is_empty() => vec![refusal.code()],
        Err(refusal) => refusal.needs().iter().map(|need| need.code()).collect(),
    }
}

#[test]
fn an_officer_proposes_with_a_reason_and_somebody_else_accepts() {
    let mut desk = Desk::assessing(&[Right::Erasure]);
    let ask = |desk: &Desk, actor: &Actor, reason: &str| codes(ask_level(&desk.file, actor, reason));
    assert_eq!(ask(&desk, &karin(), " "), ["words"]);
    assert_eq!(ask(&desk, &maja(), "We know them"), ["role"]);
    assert!(ask(&desk, &karin(), "We know them").is_empty());
    let accept = |desk: &Desk, actor: &Actor, fresh| {
        codes(accept_level(&desk.rules, &desk.file, actor, "karin", fresh))
    };
    assert_eq!(accept(&desk, &karin(), true), ["second_person"], "never two acts by one person");
    assert!(accept(&desk, &maja(), false).is_empty());
    assert_eq!(accept(&desk, &staff("x", &[Role::Auditor]), true), ["role"]);
    desk.file.case.flags.push(Flag::Stopped);
    assert_eq!(accept(&desk, &maja(), false), ["not_stopped"]);
    assert_eq!(ask(&Desk::assessing(&[Right::Erasure]).proven(), &karin(), "x"), ["identity_doubt"]);
}

#[test]
fn alone_at_the_desk_it_takes_a_fresh_second_factor_and_is_marked() {
    let mut desk = Desk::assessing(&[Right::Erasure]);
    desk.rules.four_eyes = false;
    let accept = |fresh| accept_level(&desk.rules, &desk.file, &karin(), "karin", fresh);
    assert_eq!(codes(accept(false)), ["fresh_factor"]);
    assert_eq!(accept(true), Ok(true));
    assert_eq!(accept_level(&desk.rules, &desk.file, &maja(), "karin", false), Ok(false));
}
