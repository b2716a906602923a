//! The page of an answer: what can be chosen, what stands in the letter whatever is written, what
//! is there and what is missing.

use crate::domain::decide::Need;
use crate::domain::finding::Finding;
use crate::domain::fulfilment::Missing;
use crate::domain::grounds::{self, Ground};
use crate::domain::language::Lang;
use crate::domain::outcome::Outcome;
use crate::domain::request::{Request, State as Stand};
use crate::domain::right::Right;
use crate::mail::authority::authority;
use crate::services::FieldProblem;
use crate::services::answer::Written;
use crate::web::form::Fields;
use crate::web::staff::answer::{grounds_of, text_of};
use crate::web::staff::steps::Sight;
use crate::web::staff::{preview, refusals, withhold};
use crate::web::view::Said;
use crate::web::view::desk::answer::{AnswerForm, GroundChoice};
use crate::web::view::desk::identity::LetterPreview;
use crate::web::view::desk::record::Group;
use crate::web::view::parts::{FieldError, Tick, Tone};
use crate::web::view::shell::Desk;
use crate::words;

/// What the page of an answer is made of.
pub struct Page {
    /// The frame.
    pub desk: Desk,
    /// The language of the desk.
    pub lang: Lang,
    /// The part that differs per right.
    pub record: Vec<Group>,
    /// What that part lacks.
    pub lacking: Vec<Missing>,
    /// The case.
    pub sight: Sight,
    /// The request.
    pub request: Request,
    /// As typed, or the draft.
    pub typed: Fields,
    /// The same as an answer; none while no outcome is chosen.
    pub written: Option<Written>,
    /// What the law still wants.
    pub needs: Vec<Need>,
    /// Why what was chosen to be withheld cannot stand.
    pub problem: Option<FieldProblem>,
    /// What was found for this request.
    pub findings: Vec<Finding>,
    /// The letter.
    pub letter: LetterPreview,
    /// Who could approve.
    pub approvers: Vec<String>,
    /// What has to be mended.
    pub errors: Vec<FieldError>,
}

/// The page.
pub fn model(page: Page) -> AnswerForm {
    let Page {
        desk,
        lang,
        record,
        lacking,
        sight,
        request,
        typed,
        written,
        needs,
        problem,
        findings,
        letter,
        approvers,
        errors,
    } = page;
    let right = request.right;
    let refuse_by_on = request.dates.last_extend_paused_on;
    let outcomes = outcomes(&sight, &request);
    let outcome = written.as_ref().map(|w| w.outcome);
    let blocked = match outcome {
        // chosen on the page or not, this page does not know yet: the letter has to be shown first
        None => None,
        Some(_) => needs.first().map(refusals::said_need).or(problem.as_ref().map(refusals::said_problem)),
    };
    AnswerForm {
        desk,
        right,
        state: request.state,
        language: sight.stored.lang,
        due_on: request.dates.act_by_on,
        days: sight.days_to(request.dates.act_by_on),
        refuse_by_on,
        refuse_late: sight.today > refuse_by_on,
        grounds: ground_choices(&sight, right, &outcomes, &typed),
        found: if right.has_package() { withhold::found(&findings, &typed, lang) } else { Vec::new() },
        withheld_grounds: withhold::grounds_for(right, sight.controller.rules.country),
        is_portability: right == Right::Portability,
        outcomes,
        outcome,
        no_refusal: match right {
            Right::MarketingObjection => Some(Said::new("ground-none-marketing")),
            Right::ConsentWithdrawal => Some(Said::new("ground-none-consent")),
            _ => None,
        },
        words: typed.one("words").to_owned(),
        searched: written.map(|w| w.words.searched).unwrap_or_default(),
        remedies: remedies(&sight),
        complete: complete(&sight, &request, outcome, &needs, &lacking, problem.as_ref(), &letter),
        record,
        letter,
        approvers,
        can_submit: outcome.is_some() && blocked.is_none(),
        blocked,
        request_id: request.id.clone(),
        step: sight.step(errors),
    }
}

/// The outcomes that can be chosen here: nothing is released without collecting, and what cannot
/// be refused offers no refusal (arts. 21(3), 7(3)).
fn outcomes(sight: &Sight, request: &Request) -> Vec<Outcome> {
    let country = sight.controller.rules.country;
    let fits = |outcome: &Outcome| {
        outcome.is_answer()
            && (request.state == Stand::Collecting || !outcome.releases())
            && (!outcome.needs_grounds()
                || grounds::allowed_for(request.right, *outcome, country).next().is_some())
    };
    Outcome::ALL.iter().copied().filter(fits).collect()
}

/// Every ground that can carry one of the outcomes, once.
fn ground_choices(sight: &Sight, right: Right, outcomes: &[Outcome], typed: &Fields) -> Vec<GroundChoice> {
    let country = sight.controller.rules.country;
    let chosen: Vec<&str> = grounds_of(typed).map(|ground| ground.code).collect();
    let fits = |ground: &&Ground| {
        ground.country.is_none_or(|of| of == country)
            && outcomes.iter().any(|o| o.needs_grounds() && ground.is_allowed_for(right, *o))
    };
    grounds::ALL
        .iter()
        .filter(fits)
        .map(|ground| {
            let text = text_of(typed, ground);
            GroundChoice {
                chosen: chosen.contains(&ground.code),
                code: text.code,
                article: text.article,
                what: text.what,
                why: text.why,
            }
        })
        .collect()
}

/// Authority and court, as they stand in the letter whatever is written (art. 12(4)).
pub fn remedies(sight: &Sight) -> Vec<String> {
    let (complaint, court) = remedy_sentences(sight);
    complaint.into_iter().chain([court]).collect()
}

/// The sentence about the authority, and the one about the court.
pub fn remedy_sentences(sight: &Sight) -> (Option<String>, String) {
    let lang = sight.stored.lang;
    let complaint = authority(sight.controller.authority, lang).map(|a| {
        let slots = [("authority", a.name.into()), ("address", a.address.into()), ("web", a.web.into())];
        words::text(lang, "letter-complaint", &slots)
    });
    (complaint, words::text(lang, "letter-court", &[]))
}

/// What is there and what is missing.
fn complete(
    sight: &Sight,
    request: &Request,
    outcome: Option<Outcome>,
    needs: &[Need],
    lacking: &[Missing],
    problem: Option<&FieldProblem>,
    letter: &LetterPreview,
) -> Vec<Tick> {
    let done = |said| Tick { tone: Some(Tone::Done), said, field: None };
    let mut ticks = Vec::new();
    let level = sight.stored.file.case.level;
    if level >= request.right.level_needed() {
        ticks.push(done(Said::new("ui-tick-level").with("n", i64::from(level.number()))));
    }
    match outcome {
        None => ticks.push(Tick {
            tone: Some(Tone::Stop),
            said: Said::new("error-outcome-none"),
            field: Some("outcome".into()),
        }),
        Some(_) => ticks.push(done(Said::new("ui-tick-outcome"))),
    }
    // what a record lacks is named one by one
    for need in needs.iter().filter(|need| **need != Need::Text || lacking.is_empty()) {
        let field = refusals::field_of(need);
        let field = (field != "main").then(|| field.to_owned());
        ticks.push(Tick { tone: Some(Tone::Stop), said: refusals::said_need(need), field });
    }
    ticks.extend(lacking.iter().map(|one| Tick {
        tone: Some(Tone::Stop),
        said: Said::new(one.gap.code()),
        field: Some(one.field.clone()),
    }));
    ticks.extend(problem.map(|problem| Tick {
        tone: Some(Tone::Stop),
        said: refusals::said_problem(problem),
        field: Some(problem.field.clone()),
    }));
    if outcome.is_some_and(Outcome::needs_grounds) {
        ticks.extend(preview::remedies(sight, letter));
    }
    ticks
}
