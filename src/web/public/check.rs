//! The last page of the form: the answers together, a file, and sending. Sent twice, by a double
//! click or a retry, it makes one case and leads to one receipt.

use crate::domain::person::{Contact, Person, Representative};
use crate::domain::right::Right;
use crate::services::app::Controller;
use crate::services::intake::{self, Attached, Begun, FormKey, Opened, Submission, Submitted};
use crate::services::{Error, limits};
use crate::store::cases::CaseWords;
use crate::web::error::Failure;
use crate::web::frame;
use crate::web::public::answers::{Answers, Step};
use crate::web::public::ask::{general, kept};
use crate::web::public::draft::{self, Draft, Kept, Sent};
use crate::web::public::questions::{Asking, answered};
use crate::web::public::{Visit, notices, problems, start};
use crate::web::state::{State, Web, run};
use crate::web::upload::{self, Received};
use crate::web::view::public::error::{ErrorPage, Trouble};
use crate::words;
use actix_multipart::Multipart;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};

/// `POST {home}/ask/check`
pub async fn send(
    state: State,
    request: HttpRequest,
    slug: web::Path<String>,
    multipart: Multipart,
) -> Result<HttpResponse, Failure> {
    let visit = Visit::new(&state, &request, &slug)?;
    if let Some(closed) = notices::closed(&visit).await? {
        return Ok(closed);
    }
    let from = visit.from();
    let received = upload::receive(&state, multipart, move |web| {
        let begun = begin(web, &from)?;
        let key = begun.key.clone();
        Ok((begun, key))
    })
    .await?;
    decide(&visit, received).await
}

/// Takes a case key for a file, counted against the network address: a form that is sent again and
/// again does not use up keys.
fn begin(web: &Web, from: &str) -> crate::services::Result<Begun> {
    let counted = |tx: &mut crate::store::Tx<'_>| limits::count(tx, limits::FORMS, from);
    web.app.store.write(&crate::domain::access::Actor::Person, counted)?;
    intake::begin(&web.app)
}

/// The answer. A file that belongs to no case by then goes with what was received.
async fn decide(visit: &Visit<'_>, received: Received<Begun>) -> Result<HttpResponse, Failure> {
    let fields = &received.fields;
    let sha256 = received.file.as_ref().ok().and_then(|f| f.as_ref()).map(|(_, f)| f.written.sha256.clone());
    let (cookie, draft) = match kept(visit).await? {
        Some((cookie, Kept::Draft(draft))) => (cookie, draft),
        Some((_, Kept::Sent(sent))) => {
            return sent_before(visit, &sent, fields.one("draft"), sha256);
        }
        None => return Ok(visit.to("ask/rights?gone")),
    };
    let again = |errors| Asking { visit, step: Step::Check, draft: Some((&cookie, &draft)), errors }.show();
    // an older page, or one of another form: what would be sent is not what it shows
    if fields.one("draft") != draft.shown() {
        return again(vec![general("error-form-other")]);
    }
    if frame::check_token(visit.state, &cookie, fields.one("csrf")).is_err() {
        return again(vec![general("error-form-old")]);
    }
    match fields.one("go") {
        "send" => {}
        "forget" => return forget(visit, cookie).await,
        "back" => return Ok(visit.to("ask/who")),
        step => match Step::from_code(step) {
            Some(step) => return Ok(visit.to(&format!("ask/{step}"))),
            None => return again(Vec::new()),
        },
    }
    if let Some(gap) = draft.answers.first_gap(Step::Check, visit.controller.rules.country) {
        return Ok(visit.to(&format!("ask/{gap}?mend")));
    }
    let file = match received.file {
        Ok(file) => file,
        Err(Error::Invalid(wrong)) => {
            return again(problems::said(&wrong, &received.file_name));
        }
        Err(other) => return Err(other.into()),
    };
    match submit(visit, &cookie, &draft, file).await {
        Ok(Submitted::Opened(_)) => Ok(visit.to("receipt")),
        Ok(Submitted::Before) => Ok(visit.to("receipt?again")),
        Err(Error::Conflict) => changed(visit),
        Err(Error::Invalid(wrong)) => again(problems::said(&wrong, "")),
        Err(Error::Refused(refusal)) => again(problems::refused(&refusal)),
        Err(other) => Err(other.into()),
    }
}

async fn forget(visit: &Visit<'_>, cookie: String) -> Result<HttpResponse, Failure> {
    run(visit.state, move |web| draft::forget(&web.app, &cookie)).await?;
    let mut answer = visit.to("");
    answer.add_cookie(&draft::no_cookie(visit)).map_err(|_| Error::Broken("a cookie".into()))?;
    Ok(answer)
}

/// The form was sent already: the same again leads to its receipt, another content is a conflict.
fn sent_before(
    visit: &Visit<'_>,
    sent: &Sent,
    shown: &str,
    sha256: Option<String>,
) -> Result<HttpResponse, Failure> {
    let is_same_form = shown.split('.').next() == Some(sent.id.as_str());
    if is_same_form && draft::content(&visit.state.app, &sent.answers, sha256.as_deref()) == sent.content {
        return Ok(visit.to("receipt?again"));
    }
    changed(visit)
}

/// 409: the same form with other content, in words.
fn changed(visit: &Visit<'_>) -> Result<HttpResponse, Failure> {
    let shell = visit.shell_of("receipt");
    visit.show(StatusCode::CONFLICT, &ErrorPage::new(shell, Trouble::SentBefore, 0, 0))
}

async fn submit(
    visit: &Visit<'_>,
    cookie: &str,
    draft: &Draft,
    file: Option<(Begun, Attached)>,
) -> crate::services::Result<Submitted> {
    let (slug, from, lang) = (visit.controller.slug.clone(), visit.from(), visit.lang);
    let (cookie, draft) = (cookie.to_owned(), draft.clone());
    run(visit.state, move |web| {
        let controller = web.app.controllers.by_slug(&slug)?;
        let (begun, file) = match file {
            Some((begun, file)) => (begun, Some(file)),
            None => {
                limits::check(&web.app, limits::FORMS, &from)?;
                (intake::begin(&web.app)?, None)
            }
        };
        let answers = hash(&draft.answers)?;
        let content = draft::content(&web.app, &answers, file.as_ref().map(|f| f.written.sha256.as_str()));
        let submission = submission(controller, &draft.answers, lang, file);
        let receipt = Receipt {
            id: draft.id(),
            answers,
            content,
            understood: understood(&draft.answers),
            has_email: submission.contact().email.is_some(),
            at: web.app.store.clock.now(),
            rules: controller.rules.clone(),
        };
        let sealing = Sealing { key: draft::key(&web.app, &cookie), cookie: cookie.clone() };
        let form = FormKey {
            key: draft.key,
            content,
            cookie_hash: crate::crypto::tokens::hash_token(&cookie),
            seal_receipt: Box::new(move |opened| sealing.seal(receipt.of(opened))),
            from,
        };
        intake::submit(&web.app, begun, submission, form)
    })
    .await
}

struct Sealing {
    key: crate::crypto::keys::CaseKey,
    cookie: String,
}

impl Sealing {
    fn seal(&self, sent: Sent) -> Vec<u8> {
        // a plain struct of ours can always be written
        draft::seal_with(&self.key, &self.cookie, &Kept::Sent(sent)).unwrap_or_default()
    }
}

/// What the receipt says that the form knows already.
struct Receipt {
    id: String,
    answers: [u8; 32],
    content: [u8; 32],
    understood: Vec<String>,
    has_email: bool,
    at: DateTime<Utc>,
    rules: crate::domain::controller::Rules,
}

impl Receipt {
    fn of(self, opened: &Opened) -> Sent {
        let earliest = opened.decision.requests.iter().min_by_key(|r| r.dates.shown_on);
        let dates = earliest.map(|r| r.dates);
        let received_on = opened.decision.case.received_on;
        Sent {
            id: self.id,
            answers: self.answers,
            content: self.content,
            reference: opened.reference.clone(),
            code: opened.code.to_string(),
            received_at: self.at,
            answer_by_on: dates.map_or(received_on, |d| d.shown_on),
            promise_days: dates.and_then(|d| start::promise(&self.rules, &d)),
            law_on: dates.map_or(received_on, |d| d.statutory_on),
            understood: self.understood,
            has_email: self.has_email && !opened.is_unmailed,
        }
    }
}

fn hash(answers: &Answers) -> crate::services::Result<[u8; 32]> {
    let written =
        serde_json::to_vec(answers).map_err(|_| Error::Broken("answers cannot be written".into()))?;
    Ok(Sha256::digest(&written).into())
}

fn understood(answers: &Answers) -> Vec<String> {
    let rights = answers.chosen();
    let line = |right: &Right| match right {
        Right::Erasure if rights.contains(&Right::Access) => "right-erasure-asked_after_access".to_owned(),
        right => format!("right-{right}-asked_plain"),
    };
    let mut lines: Vec<String> = rights.iter().map(line).collect();
    lines.extend(answers.is_unsure().then(|| "right-unsure-asked_plain".to_owned()));
    lines
}

/// The answers as what the case keeps. Details carry the labels of their fields, in the language
/// of the answer.
fn submission<'a>(
    controller: &'a Controller,
    answers: &Answers,
    shown: crate::domain::language::Lang,
    file: Option<Attached>,
) -> Submission<'a> {
    let contact = &answers.contact;
    let lang = contact.language.filter(|lang| controller.languages.contains(lang)).unwrap_or(shown);
    let rights = answers.chosen();
    let filled = |text: &str| Some(text.trim()).filter(|t| !t.is_empty()).map(str::to_owned);
    let details: Vec<String> = answered(&answers.about, &rights)
        .into_iter()
        .filter(|(label, _)| !matches!(*label, "form-words-label" | "ui-other-ids"))
        .map(|(label, text)| format!("{}\n{text}", words::text(lang, label, &[])))
        .collect();
    let name = contact.name.trim().to_owned();
    let reached = Contact {
        email: filled(&contact.email),
        phone: filled(&contact.phone),
        postal: filled(&contact.address),
    };
    let representative = answers.representative().map(|kind| Representative {
        name: name.clone(),
        kind,
        contact: reached.clone(),
    });
    let who = &answers.who;
    let (person_name, theirs) = match &representative {
        Some(_) => (
            who.person_name.trim().to_owned(),
            Contact {
                email: filled(&who.person_email),
                phone: filled(&who.person_phone),
                postal: filled(&who.person_address),
            },
        ),
        None => (name, reached),
    };
    Submission {
        controller,
        lang,
        rights,
        unsure: answers.is_unsure(),
        person: Person {
            name: person_name,
            email: theirs.email,
            phone: theirs.phone,
            postal: theirs.postal,
            other_ids: filled(&answers.about.other_ids),
        },
        words: CaseWords {
            about: answers.about.words.clone(),
            details: details.join("\n\n"),
            representative,
            entered_reason: None,
        },
        file,
    }
}
