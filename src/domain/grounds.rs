//! The grounds on which a request is refused or limited, as data: code, article, for which rights,
//! with which effect. A ground names law; the reason for this person is always written by hand.

use crate::domain::calendar::Country;
use crate::domain::outcome::Outcome;
use crate::domain::right::Right;

codes! {
    /// What a ground does to a request.
    pub enum Effect {
        /// The request, or a part of it, is refused.
        Refuse = "refuse",
        /// Refused, or done for a fee (art. 12(5)).
        RefuseOrFee = "refuse_or_fee",
        /// Refused, or only a part is withheld.
        RefuseOrLimit = "refuse_or_limit",
        /// Only a part is withheld; never the whole.
        Limit = "limit",
        /// Kept until a date or an event; the whole is refused when everything falls under it.
        LimitUntil = "limit_until",
        /// The right does not exist here; said like a refusal.
        NotApplicable = "not_applicable",
        /// We cannot tell who asks, or which data are theirs (arts. 11(2), 12(6)).
        CannotIdentify = "cannot_identify",
        /// Nothing begins until the person has paid; no answer yet.
        Hold = "hold",
        /// Passed on to the controller; never a refusal.
        Forward = "forward",
        /// The automated decision stays, but a human still looks at it (art. 22(3)).
        DecisionStays = "decision_stays",
        /// Explains, refuses nothing (consent cannot be refused).
        Explanation = "explanation",
        /// Concerns one recipient of art. 19, not the request.
        RecipientNotice = "recipient_notice",
    }
}

impl Effect {
    /// The outcomes a ground with this effect can carry.
    pub const fn carries(self) -> &'static [Outcome] {
        match self {
            Effect::Refuse
            | Effect::RefuseOrFee
            | Effect::RefuseOrLimit
            | Effect::LimitUntil
            | Effect::NotApplicable => &[Outcome::Refused, Outcome::PartlyFulfilled],
            Effect::Limit | Effect::DecisionStays => &[Outcome::PartlyFulfilled],
            Effect::CannotIdentify => &[Outcome::CannotIdentify],
            Effect::Explanation => &[Outcome::Fulfilled, Outcome::NoData],
            Effect::Hold | Effect::Forward | Effect::RecipientNotice => &[],
        }
    }
}

/// A ground of the law.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ground {
    /// Stable code; the tail of the word keys.
    pub code: &'static str,
    /// Article or paragraph, as it is written in a letter.
    pub article: &'static str,
    /// The rights it can be used against.
    pub scope: &'static [Right],
    /// What it does.
    pub effect: Effect,
    /// Whether the person must have been asked before it may be used.
    pub after_asking: bool,
    /// The Member State whose law it is; `None`: the GDPR itself.
    pub country: Option<Country>,
}

use Right::{
    Access as A, AutomatedDecision as D, ConsentWithdrawal as C, Erasure as E, MarketingObjection as M,
    Objection as O, Portability as P, Rectification as R, Restriction as X,
};

/// A ground of the GDPR.
const fn eu(code: &'static str, article: &'static str, scope: &'static [Right], effect: Effect) -> Ground {
    Ground { code, article, scope, effect, after_asking: false, country: None }
}

/// A ground of the GDPR that may be used only after the person was asked.
const fn asked(code: &'static str, article: &'static str, scope: &'static [Right], effect: Effect) -> Ground {
    Ground { code, article, scope, effect, after_asking: true, country: None }
}

/// A ground of national law, open through art. 23.
const fn national(code: &'static str, article: &'static str, country: Country) -> Ground {
    Ground {
        code,
        article,
        scope: &[A],
        effect: Effect::RefuseOrLimit,
        after_asking: false,
        country: Some(country),
    }
}

/// Every ground, in the order of the articles within each group.
pub const ALL: &[Ground] = &[
    eu("manifestly_unfounded", "12(5)(b)", &[A, R, E, X, P, O, D], Effect::Refuse),
    eu("excessive_repetitive", "12(5)(b)", &[A, R, E, X, P, O, D], Effect::RefuseOrFee),
    // C-526/24: even a first access request, when abuse is proven. Other rights with care.
    eu("excessive_abuse", "12(5)(b)", &[A, R, E, X, P, O, D], Effect::Refuse),
    eu("fee_unpaid", "12(5)(a)", &[A, R, E, X, P, O, D], Effect::Hold),
    // Art. 12(6) names arts. 15 to 21, so art. 22 and consent are not in scope.
    asked("identity_not_confirmed", "12(6)", &[A, R, E, X, P, O], Effect::CannotIdentify),
    eu("subject_not_identifiable", "11(2)", &[A, R, E, X, P], Effect::CannotIdentify),
    // Somebody without authority is no data subject, so it would apply to every right; for the two
    // that cannot be refused the answer itself is refused all the same (arts. 21(3), 7(3)).
    eu("no_authority_to_represent", "12(2)", &[A, R, E, X, P, O, M, D, C], Effect::Refuse),
    eu("not_controller", "4(7), 28", &[A, R, E, X, P, O, M, D, C], Effect::Forward),
    eu("national_restriction", "23", &[A, R, X, O], Effect::RefuseOrLimit),
    national("dk_22_1", "databeskyttelsesloven § 22, stk. 1", Country::Dk),
    national("dk_22_2", "databeskyttelsesloven § 22, stk. 2", Country::Dk),
    national("se_5_1", "lag (2018:218) 5 kap. 1 §", Country::Se),
    national("se_5_2", "lag (2018:218) 5 kap. 2 §", Country::Se),
    eu("rights_of_others", "15(4)", &[A], Effect::Limit),
    eu("trade_secret_ip", "15(4)", &[A, P], Effect::Limit),
    eu("accurate_as_is", "16", &[R], Effect::Refuse),
    eu("opinion_recorded_as_such", "16", &[R], Effect::Refuse),
    eu("completion_not_relevant", "16", &[R], Effect::Refuse),
    eu("no_ground_17_1", "17(1)", &[E], Effect::Refuse),
    eu("freedom_of_expression", "17(3)(a)", &[E], Effect::RefuseOrLimit),
    eu("legal_obligation", "17(3)(b)", &[E], Effect::LimitUntil),
    eu("public_task", "17(3)(b)", &[E], Effect::RefuseOrLimit),
    eu("public_health", "17(3)(c)", &[E], Effect::RefuseOrLimit),
    eu("archiving_research_statistics", "17(3)(d)", &[E], Effect::RefuseOrLimit),
    eu("legal_claims", "17(3)(e)", &[E], Effect::LimitUntil),
    eu("no_case_18_1", "18(1)", &[X], Effect::Refuse),
    eu("not_provided_by_subject", "20(1)", &[P], Effect::Limit),
    eu("not_consent_or_contract", "20(1)(a)", &[P], Effect::RefuseOrLimit),
    eu("not_automated", "20(1)(b)", &[P], Effect::RefuseOrLimit),
    eu("public_task_portability", "20(3)", &[P], Effect::Refuse),
    eu("rights_of_others_portability", "20(4)", &[P], Effect::Limit),
    eu("direct_transfer_infeasible", "20(2)", &[P], Effect::Limit),
    eu("basis_not_6_1_e_f", "21(1)", &[O], Effect::NotApplicable),
    // "Ask first, then refuse": asked in the conversation, which the guards do not see.
    eu("no_particular_situation_given", "21(1)", &[O], Effect::Refuse),
    eu("compelling_legitimate_grounds", "21(1)", &[O], Effect::Refuse),
    eu("legal_claims_objection", "21(1)", &[O], Effect::RefuseOrLimit),
    eu("research_public_task", "21(6)", &[O], Effect::Refuse),
    eu("not_solely_automated", "22(1)", &[D], Effect::NotApplicable),
    eu("no_significant_effect", "22(1)", &[D], Effect::NotApplicable),
    eu("adm_contract", "22(2)(a)", &[D], Effect::DecisionStays),
    // That law's own safeguards apply instead of art. 22(3), so this one can refuse the whole.
    eu("adm_law", "22(2)(b)", &[D], Effect::RefuseOrLimit),
    eu("adm_explicit_consent", "22(2)(c)", &[D], Effect::DecisionStays),
    eu("not_based_on_consent", "7(3)", &[C], Effect::Explanation),
    eu("other_ground_remains", "17(1)(b)", &[C], Effect::Explanation),
    eu("recipient_notice_impossible", "19", &[R, E, X], Effect::RecipientNotice),
    eu("recipient_notice_disproportionate", "19", &[R, E, X], Effect::RecipientNotice),
];

impl Ground {
    /// The ground with this code.
    pub fn find(code: &str) -> Option<&'static Ground> {
        ALL.iter().find(|ground| ground.code == code)
    }

    /// Whether it rests on art. 12(5), where we bear the burden of proof: it is written down and a
    /// second person looks at it, whatever the desk's setting.
    pub fn needs_proof(&self) -> bool {
        self.article == "12(5)(b)"
    }

    /// Whether the ground may stand in an answer with this outcome to this right.
    pub fn is_allowed_for(&self, right: Right, outcome: Outcome) -> bool {
        self.scope.contains(&right)
            && self.effect.carries().contains(&outcome)
            && (right.can_be_refused() || !outcome.needs_grounds())
    }
}

/// The grounds that may stand in an answer with this outcome to this right, for the list on the
/// page. National grounds of another country are left out.
pub fn allowed_for(
    right: Right,
    outcome: Outcome,
    country: Country,
) -> impl Iterator<Item = &'static Ground> {
    ALL.iter().filter(move |ground| {
        ground.is_allowed_for(right, outcome) && ground.country.is_none_or(|of| of == country)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_code_stands_for_one_ground() {
        let codes: BTreeSet<_> = ALL.iter().map(|g| g.code).collect();
        assert_eq!(codes.len(), ALL.len());
        assert!(ALL.iter().all(|g| Ground::find(g.code) == Some(g)));
        assert_eq!(Ground::find("because_we_say_so"), None);
    }

    #[test]
    fn marketing_and_consent_have_no_ground_to_refuse_on() {
        for right in [Right::MarketingObjection, Right::ConsentWithdrawal] {
            for outcome in [Outcome::Refused, Outcome::PartlyFulfilled, Outcome::CannotIdentify] {
                assert_eq!(allowed_for(right, outcome, Country::Dk).count(), 0, "{right} {outcome}");
            }
        }
    }

    #[test]
    fn every_right_that_can_be_refused_has_a_ground_of_its_own_article_or_of_article_12() {
        for right in Right::ALL.iter().filter(|r| r.can_be_refused()) {
            assert!(allowed_for(*right, Outcome::Refused, Country::Dk).count() >= 3, "{right}");
        }
    }

    #[test]
    fn identity_is_a_ground_only_for_the_articles_it_is_written_for() {
        // Art. 12(6): arts. 15 to 21. Art. 11(2): arts. 15 to 20.
        let with = |right| -> Vec<&str> {
            allowed_for(right, Outcome::CannotIdentify, Country::Se).map(|g| g.code).collect()
        };
        assert_eq!(with(Right::Access), ["identity_not_confirmed", "subject_not_identifiable"]);
        assert_eq!(with(Right::Objection), ["identity_not_confirmed"]);
        assert!(with(Right::AutomatedDecision).is_empty());
    }

    #[test]
    fn a_ground_of_danish_law_is_not_offered_in_sweden() {
        let offered = |country| -> Vec<&str> {
            allowed_for(Right::Access, Outcome::Refused, country)
                .filter(|g| g.country.is_some())
                .map(|g| g.code)
                .collect()
        };
        assert_eq!(offered(Country::Dk), ["dk_22_1", "dk_22_2"]);
        assert_eq!(offered(Country::Se), ["se_5_1", "se_5_2"]);
    }

    #[test]
    fn the_rights_of_others_redact_but_never_refuse_access() {
        let ground = Ground::find("rights_of_others").unwrap();
        assert!(ground.is_allowed_for(Right::Access, Outcome::PartlyFulfilled));
        assert!(!ground.is_allowed_for(Right::Access, Outcome::Refused));
        assert!(!ground.is_allowed_for(Right::Erasure, Outcome::PartlyFulfilled));
    }
}
