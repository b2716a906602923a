//! The activity every register has because Indsigt runs: answering people who use their rights.
//! A register that describes it under the same code is taken at its word.

use crate::domain::finding::{LegalGround, Texts};
use crate::domain::language::Lang;
use crate::domain::register::{
    Activity, Basis, Category, Disposal, Period, Register, RetentionRule, Role, StartEvent,
};
use crate::words;

/// Code of the activity, of its retention rule and of its category.
pub const CODE: &str = "data-protection-requests";

/// The register with this activity in it.
#[must_use]
pub fn with_own(mut register: Register, keep_months: u32) -> Register {
    if register.activity(CODE).is_some() {
        return register;
    }
    let (rule, category) = (format!("{CODE}-kept"), format!("{CODE}-data"));
    register.retention.push(RetentionRule {
        code: rule.clone(),
        label: texts("own-kept", keep_months),
        starts: StartEvent::PurposeEnded,
        period: Some(Period { months: keep_months, ..Period::default() }),
        running_year: false,
        basis: texts("own-kept-basis", keep_months),
        ground: String::new(),
        precedence: 0,
        then: Disposal::Erase,
    });
    register.category.push(Category {
        code: category.clone(),
        label: texts("own-category", keep_months),
        personal_number: false,
        special: false,
        likeness: false,
        online: false,
    });
    register.activity.push(Activity {
        code: CODE.to_owned(),
        label: texts("own-label", keep_months),
        controllers: Vec::new(),
        role: Role::Controller,
        customers: Vec::new(),
        joint: Vec::new(),
        products: Vec::new(),
        purposes: texts("own-purposes", keep_months),
        subjects: Vec::new(),
        categories: vec![category],
        basis: vec![Basis {
            article_6: LegalGround::Obligation,
            article_9: None,
            words: texts("own-basis", keep_months),
        }],
        marketing: false,
        source: texts("own-source", keep_months),
        retention: vec![rule],
        recipients: Vec::new(),
        measures: Vec::new(),
        automated: None,
        nothing_held: Texts::new(),
        not_identifiable: Texts::new(),
        self_service: Texts::new(),
        made_public: false,
        systems: vec!["indsigt".to_owned()],
    });
    register
}

fn texts(id: &str, months: u32) -> Texts {
    Lang::ALL.iter().map(|lang| (*lang, words::text(*lang, id, &[("n", i64::from(months).into())]))).collect()
}
