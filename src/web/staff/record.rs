//! The part of the answer form that differs per right: what was typed becomes a record of the law, and
//! a record becomes groups of inputs. What the register knows is proposed; without one, staff write it.

mod erasure;
mod form;
mod others;

use crate::domain::finding::Texts;
use crate::domain::fulfilment::{Burden, Fee, Fulfilment, Recipients, Touched};
use crate::domain::grounds::Ground;
use crate::domain::language::Lang;
use crate::domain::register::{Activity, Register};
use crate::domain::right::Right;
use crate::services::app::Controller;
use crate::services::{App, Error, Result};
use crate::store::staff::{self, Status};
use crate::store::{cases, register};
use crate::web::form::Fields;
use crate::web::view::Said;
use crate::web::view::desk::record::{Group, Input, InputKind};
use form::Form;

/// What a record is written with.
pub struct Desk {
    /// The register of the controller.
    pub register: Option<Register>,
    /// Name of the controller in addresses.
    pub slug: String,
    /// Language of the case.
    pub lang: Lang,
    /// The right.
    pub right: Right,
    /// Names of those who work here.
    pub staff: Vec<String>,
    /// Whether a fee may be asked for.
    pub fees: bool,
}

/// Beginnings of the names of fields that belong to a record or its proof.
const OURS: [&str; 8] = ["r-", "e-", "x-", "o-", "c-", "d-", "p-", "b-"];

impl Desk {
    /// Reads what a record of this request is written with.
    pub fn of(app: &App, case_id: &str, right: Right) -> Result<Desk> {
        app.store.look(|db| {
            let stored = cases::load(db, case_id)?;
            let controller: &Controller = app.controllers.get(&stored.file.case.controller_id)?;
            let everybody = staff::all(db)?;
            let works = |member: &&staff::Member| {
                member.status == Status::Active && super::case_facts::works(&member.roles)
            };
            Ok::<_, Error>(Desk {
                register: register::current(db, &controller.slug)?.map(|stored| stored.register),
                slug: controller.slug.clone(),
                lang: stored.lang,
                right,
                staff: everybody.iter().filter(works).map(|member| member.name.clone()).collect(),
                fees: controller.fees,
            })
        })
    }

    /// The activities that are ours to answer for, in the order of the register.
    fn activities(&self) -> Vec<&Activity> {
        let register = self.register.iter();
        register.flat_map(|r| r.activities_of(&self.slug)).filter(|activity| activity.is_ours()).collect()
    }

    fn text(&self, texts: &Texts) -> String {
        texts.get(&self.lang).or_else(|| texts.values().next()).cloned().unwrap_or_default()
    }

    /// The activities ticked in a field.
    fn touched(&self, typed: &Fields, name: &str) -> Vec<Touched> {
        let ticked = typed.all(name);
        let ours = self.activities().into_iter().filter(|one| ticked.contains(&one.code.as_str()));
        ours.map(|one| Touched { code: one.code.clone(), label: self.text(&one.label) }).collect()
    }

    fn recipients(&self, typed: &Fields, prefix: &str, touched: &[Touched]) -> Recipients {
        let known = self.register.as_ref().map(|register| Recipients::of(register, touched));
        let mut all = known.unwrap_or_default();
        all.extend(Recipients::read(typed.one(&format!("{prefix}-recipients"))));
        Recipients { all, named: typed.one(&format!("{prefix}-named")) == "yes" }
    }
}

/// What was typed as a record, the proof behind art. 12(5), and both as they were typed.
#[derive(Default)]
pub struct Typed {
    /// The record.
    pub record: Option<Fulfilment>,
    /// The proof.
    pub burden: Option<Burden>,
    /// As typed.
    pub fields: Vec<(String, String)>,
}

/// Reads a record out of a form; none for rights that keep none.
pub fn read(desk: &Desk, typed: &Fields) -> Typed {
    let record = match desk.right {
        Right::Rectification => Some(Fulfilment::Rectification(others::rectification(desk, typed))),
        Right::Erasure => Some(Fulfilment::Erasure(erasure::read(desk, typed))),
        Right::Restriction => Some(Fulfilment::Restriction(others::restriction(desk, typed))),
        Right::Portability => Some(Fulfilment::Portability(others::portability(typed))),
        Right::Objection => Some(Fulfilment::Objection(others::objection(typed))),
        Right::AutomatedDecision => Some(Fulfilment::AutomatedDecision(others::review(desk, typed))),
        Right::ConsentWithdrawal => Some(Fulfilment::ConsentWithdrawal(others::consent(desk, typed))),
        Right::Access | Right::MarketingObjection => None,
    };
    let is_ours = |name: &str| OURS.iter().any(|prefix| name.starts_with(prefix));
    let fields = typed.pairs().iter().filter(|(name, _)| is_ours(name)).cloned().collect();
    Typed { record, burden: burden(desk, typed), fields }
}

/// The proof of art. 12(5), when one of its grounds is ticked.
fn burden(desk: &Desk, typed: &Fields) -> Option<Burden> {
    let ticked = typed.all("ground");
    ticked.iter().filter_map(|code| Ground::find(code)).find(|ground| ground.needs_proof())?;
    let one = |name: &str| typed.one(name).trim().to_owned();
    let fee = Fee { amount: one("b-fee"), basis: one("b-fee_basis") };
    Some(Burden {
        objective: one("b-objective"),
        subjective: one("b-subjective"),
        evidence: typed
            .one("b-evidence")
            .lines()
            .map(|l| l.trim().to_owned())
            .filter(|l| !l.is_empty())
            .collect(),
        fee: Some(fee).filter(|fee| desk.fees && !(fee.amount.is_empty() && fee.basis.is_empty())),
    })
}

/// The inputs of a record.
pub fn groups(desk: &Desk, typed: &Fields) -> Vec<Group> {
    let form = Form { typed };
    let mut all = match desk.right {
        Right::Rectification => others::rectification_form(desk, &form),
        Right::Erasure => erasure::form(desk, &form),
        Right::Restriction => others::restriction_form(desk, &form),
        Right::Portability => others::portability_form(&form),
        Right::Objection => others::objection_form(desk, &form),
        Right::AutomatedDecision => others::review_form(desk, &form),
        Right::ConsentWithdrawal => others::consent_form(desk, &form),
        Right::Access | Right::MarketingObjection => Vec::new(),
    };
    if desk.right.can_be_refused() {
        let mut inputs = vec![
            form.area("b-objective", "record-b-objective").in_letter(),
            form.area("b-subjective", "record-b-subjective").in_letter(),
            form.area("b-evidence", "record-b-evidence").in_letter(),
        ];
        if desk.fees {
            inputs.push(form.line("b-fee", "record-b-fee").in_letter());
            inputs.push(form.line("b-fee_basis", "record-b-fee_basis").in_letter());
        }
        all.push(form::group("record-b", Some(Said::new("record-b-more")), inputs));
    }
    all
}

/// Whether an input says anything to a reader.
pub fn says(input: &Input) -> bool {
    let is_chosen = input.options.iter().any(|option| option.chosen && !option.value.is_empty());
    match input.kind {
        InputKind::Told | InputKind::Head => false,
        InputKind::Check => input.value == "yes",
        _ => is_chosen || !input.value.trim().is_empty(),
    }
}
