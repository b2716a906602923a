//! The pages of the form, filled from the draft.

use crate::domain::deadline;
use crate::domain::national_number;
use crate::domain::right::Right;
use crate::web::error::Failure;
use crate::web::frame;
use crate::web::public::Visit;
use crate::web::public::advice;
use crate::web::public::answers::{About, Answers, SELF, Step};
use crate::web::public::draft::Draft;
use crate::web::view::Said;
use crate::web::view::parts::FieldError;
use crate::web::view::public::ask::*;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;

/// How many questions the form is said to have.
const QUESTIONS: u8 = 5;

/// A page of the form to be shown.
pub struct Asking<'a> {
    /// Whose form, in which language.
    pub visit: &'a Visit<'a>,
    /// The question.
    pub step: Step,
    /// The draft with its cookie; none before the first question was answered.
    pub draft: Option<(&'a str, &'a Draft)>,
    /// What has to be mended.
    pub errors: Vec<FieldError>,
}

impl Asking<'_> {
    /// Shows it in answer to a form: 422 when something has to be mended.
    pub fn show(self) -> Result<HttpResponse, Failure> {
        let is_well = self.errors.is_empty();
        self.show_as(if is_well { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY })
    }

    /// Shows it.
    pub fn show_as(self, status: StatusCode) -> Result<HttpResponse, Failure> {
        let empty = Answers::default();
        let answers = self.draft.map_or(&empty, |(_, draft)| &draft.answers);
        let visit = self.visit;
        let question = self.question();
        let shell = visit.shell_of(&format!("ask/{}", self.step));
        match self.step {
            Step::Rights => {
                visit.show(status, &AskRights { shell, question, chosen: answers.rights.clone() })
            }
            Step::Objecting => {
                visit.show(status, &AskObjecting { shell, question, chosen: answers.objecting.clone() })
            }
            Step::About => visit.show(status, &about(answers, shell, question)),
            Step::Contact => visit.show(status, &contact(visit, answers, shell, question)),
            Step::Who => {
                let who = answers.who.clone();
                let page = AskWho {
                    shell,
                    question,
                    who: who.who,
                    person_name: who.person_name,
                    person_email: who.person_email,
                    person_phone: who.person_phone,
                    person_address: who.person_address,
                };
                visit.show(status, &page)
            }
            Step::Check => visit.show(status, &check(visit, answers, shell, question)),
        }
    }

    fn question(&self) -> Question {
        let number = match self.step {
            Step::Rights | Step::Objecting => 1,
            Step::About => 2,
            Step::Contact => 3,
            Step::Who => 4,
            Step::Check => 5,
        };
        let (csrf, draft) = match self.draft {
            None => (String::new(), String::new()),
            Some((cookie, draft)) => {
                let name = if self.step == Step::Check { draft.shown() } else { draft.id() };
                (frame::visitor_token(self.visit.state, cookie), name)
            }
        };
        Question { number, of: QUESTIONS, csrf, draft, errors: self.errors.clone() }
    }
}

fn about(answers: &Answers, shell: crate::web::view::shell::Shell, question: Question) -> AskAbout {
    let about = answers.about.clone();
    AskAbout {
        shell,
        question,
        rights: answers.chosen(),
        unsure: answers.is_unsure(),
        looks_like_number: holds_number(&about),
        words: about.words,
        about: about.about,
        other_ids: about.other_ids,
        rectify_wrong: about.rectify_wrong,
        rectify_right: about.rectify_right,
        objection_why: about.objection_why,
        decision_which: about.decision_which,
        consent_which: about.consent_which,
    }
}

/// Whether any of the texts holds what looks like a national number.
pub fn holds_number(about: &About) -> bool {
    about.fields().iter().any(|(_, text)| national_number::is_in(text))
}

fn contact(
    visit: &Visit<'_>,
    answers: &Answers,
    shell: crate::web::view::shell::Shell,
    question: Question,
) -> AskContact {
    let contact = answers.contact.clone();
    let offered = &visit.controller.languages;
    AskContact {
        shell,
        question,
        email_guess: advice::guess(&contact.email),
        name: contact.name,
        email: contact.email,
        phone: contact.phone,
        address: contact.address,
        language: contact.language.filter(|lang| offered.contains(lang)).unwrap_or(visit.lang),
        offered: offered.iter().map(|lang| LanguageName { lang: *lang, name: lang.own_name() }).collect(),
    }
}

fn check(
    visit: &Visit<'_>,
    answers: &Answers,
    shell: crate::web::view::shell::Shell,
    question: Question,
) -> CheckAnswers {
    let rights = answers.chosen();
    let right = rights.first().copied().unwrap_or(Right::Access);
    let dates = deadline::dates(&visit.controller.rules, right, visit.today(), &[], None);
    let contact = answers.contact.clone();
    let other = answers.representative().map(|_| answers.who.clone()).unwrap_or_default();
    let offered = &visit.controller.languages;
    let language = contact.language.filter(|lang| offered.contains(lang)).unwrap_or(visit.lang);
    let caps = &visit.state.app.caps;
    CheckAnswers {
        shell,
        max_megabytes: caps.file_megabytes(),
        max_files: caps.files_per_case,
        question,
        unsure: answers.is_unsure(),
        about: answered(&answers.about, &rights)
            .into_iter()
            .map(|(label, text)| Answered { label: Said::new(label), text: text.to_owned() })
            .collect(),
        rights,
        name: contact.name,
        email: contact.email,
        phone: contact.phone,
        address: contact.address,
        language: language.own_name(),
        who: answers.representative().map_or(SELF.to_owned(), |kind| kind.code().to_owned()),
        person_name: other.person_name,
        person_email: other.person_email,
        person_phone: other.person_phone,
        person_address: other.person_address,
        answer_by_on: dates.shown_on,
        kept_months: i64::from(visit.controller.rules.keep.longest()),
    }
}

/// The filled fields about the matter that belong to the rights chosen, with the ids of their
/// labels. What was typed for a right that is not chosen any more is not sent.
pub fn answered<'a>(about: &'a About, rights: &[Right]) -> Vec<(&'static str, &'a str)> {
    let asked = |right: Right| rights.contains(&right);
    let fields = [
        ("form-words-label", &about.words, true),
        ("form-rectify-wrong", &about.rectify_wrong, asked(Right::Rectification)),
        ("form-rectify-right", &about.rectify_right, asked(Right::Rectification)),
        ("form-objection-why", &about.objection_why, asked(Right::Objection)),
        ("form-decision-which", &about.decision_which, asked(Right::AutomatedDecision)),
        ("form-consent-which", &about.consent_which, asked(Right::ConsentWithdrawal)),
        ("ui-about-label", &about.about, true),
        ("ui-other-ids", &about.other_ids, true),
    ];
    let filled = fields.into_iter().filter(|(_, text, is_asked)| *is_asked && !text.trim().is_empty());
    filled.map(|(label, text, _)| (label, text.as_str())).collect()
}
