//! Writing the answer: the outcome, its grounds with reasons, the words, and all the while the
//! letter as it would go out and what it still lacks.

use crate::crypto::keys::CaseKey;
use crate::domain::access::{Actor, Role};
use crate::domain::decide::{Command, Need, Refusal, decide};
use crate::domain::event::EventKind;
use crate::domain::grounds::{self, Ground};
use crate::domain::letter::GroundText;
use crate::domain::outcome::Outcome;
use crate::domain::request::{Answer as Given, Request, State as Stand};
use crate::domain::right::Right;
use crate::services::answer::{self, Written};
use crate::services::handling::Step;
use crate::services::{Error, FieldProblem, Result, fulfilment, withholding};
use crate::store::cases::{self, AnswerWords};
use crate::store::staff::{self, Status};
use crate::web::error::Failure;
use crate::web::form::Fields;
use crate::web::staff::answer_form::{self, Page};
use crate::web::staff::conflict::{self, Wanted};
use crate::web::staff::steps::{Ended, Seat, Sight, did, ended, look, to_case};
use crate::web::staff::{preview, record, refusals, withhold};
use crate::web::state::{State, Web};
use crate::web::view::Said;
use crate::web::view::desk::identity::LetterPreview;
use crate::web::view::parts::FieldError;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

type Answer = std::result::Result<HttpResponse, Failure>;
type Path = web::Path<(String, String)>;

/// `GET …/answer/{request}`.
pub async fn page(state: State, request: HttpRequest, path: Path) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let (id, request_id) = path.into_inner();
    show(&seat, &id, &request_id, StatusCode::OK, None, Vec::new()).await
}

/// `POST …/answer/{request}`: looks at the letter again, or sends it to review.
pub async fn submit(state: State, request: HttpRequest, path: Path, fields: Fields) -> Answer {
    let seat = Seat::of(&state, &request)?;
    let (id, request_id) = path.into_inner();
    let (typed, wanted) = (fields.clone(), request_id.clone());
    let is_check = fields.one("go") == "check";
    let done = if is_check {
        seat.is_as_seen(&id, &fields).await
    } else {
        seat.step(&id, &fields, move |step| {
            let right = right_of(step, &wanted)?;
            let desk = record::Desk::of(step.app, step.case_id, right)?;
            answer::submit(step, &wanted, checked(&typed, &desk)?)
        })
        .await
    };
    match ended(done, &[])? {
        Ended::Done(()) if is_check => {
            show(&seat, &id, &request_id, StatusCode::OK, Some(fields), Vec::new()).await
        }
        Ended::Done(()) => Ok(did(&id, EventKind::SubmitForReview)),
        Ended::Again(status, errors) => show(&seat, &id, &request_id, status, Some(fields), errors).await,
        Ended::Overtaken => {
            let tail = format!("answer/{request_id}");
            let shown = &["words", "what-", "why-"];
            conflict::page(&seat, &id, Wanted::of(EventKind::SubmitForReview, tail, &fields, shown)).await
        }
    }
}

fn right_of(step: &Step<'_>, request_id: &str) -> Result<Right> {
    let stored = step.app.store.look(|db| Ok::<_, Error>(cases::load(db, step.case_id)?))?;
    stored.file.request(request_id).map(|request| request.right).ok_or(Error::NotFound)
}

/// What was typed as an answer; every text the letter needs and has not is named at its field.
fn checked(typed: &Fields, desk: &record::Desk) -> Result<Written> {
    let right = desk.right;
    let written = written(typed, desk)?.ok_or(Error::field("outcome", "error-outcome-none"))?;
    let mut problems = Vec::new();
    for ground in &written.words.grounds {
        if ground.what.trim().is_empty() {
            problems.push(FieldProblem::new(&format!("what-{}", ground.code), "error-ground-what"));
        }
        if ground.why.trim().is_empty() {
            problems.push(FieldProblem::new(&format!("why-{}", ground.code), "error-staff-reason"));
        }
    }
    let says_nothing = written.words.words.trim().is_empty() && written.words.record.is_none();
    if written.outcome.releases() && !right.has_package() && says_nothing {
        problems.push(FieldProblem::new("words", "error-answer-words"));
    }
    let lacking = fulfilment::missing(right, &written);
    problems.extend(lacking.into_iter().map(|one| FieldProblem::new(&one.field, one.gap.code())));
    if problems.is_empty() { Ok(written) } else { Err(Error::Invalid(problems)) }
}

/// `None` while no outcome is chosen. Grounds of another outcome are left behind.
fn written(typed: &Fields, desk: &record::Desk) -> Result<Option<Written>> {
    let selection = withhold::chosen(typed)?;
    let Some(outcome) = Outcome::from_code(typed.one("outcome")) else { return Ok(None) };
    let grounds = grounds_of(typed).filter(|_| outcome.needs_grounds());
    let grounds = grounds.map(|ground| text_of(typed, ground)).collect();
    let words = typed.one("words").trim().to_owned();
    let record::Typed { record, burden, fields } = record::read(desk, typed);
    let typed = fields;
    let words = AnswerWords { words, grounds, selection, record, burden, typed, ..AnswerWords::default() };
    Ok(Some(Written { outcome, words }))
}

/// The grounds that are ticked, and those on which something is withheld.
pub fn grounds_of(typed: &Fields) -> impl Iterator<Item = &'static Ground> {
    let withheld = withhold::chosen(typed).unwrap_or_default().withheld;
    let mut codes: Vec<String> = typed.all("ground").into_iter().map(str::to_owned).collect();
    codes.extend(withheld.into_iter().map(|withholding| withholding.ground));
    grounds::ALL.iter().filter(move |ground| codes.iter().any(|code| code == ground.code))
}

/// One ground with what was typed for it.
pub fn text_of(typed: &Fields, ground: &Ground) -> GroundText {
    let one = |name: &str| typed.one(&format!("{name}-{}", ground.code)).trim().to_owned();
    GroundText {
        code: ground.code.to_owned(),
        article: ground.article.to_owned(),
        what: one("what"),
        why: one("why"),
    }
}

/// A draft that came back from review, as the form would have sent it.
fn as_typed(given: Option<&Given>, words: &AnswerWords) -> Fields {
    let mut fields = vec![("words".to_owned(), words.words.clone())];
    fields.extend(given.map(|given| ("outcome".to_owned(), given.outcome.code().to_owned())));
    for ground in &words.grounds {
        fields.push(("ground".into(), ground.code.clone()));
        fields.push((format!("what-{}", ground.code), ground.what.clone()));
        fields.push((format!("why-{}", ground.code), ground.why.clone()));
    }
    fields.extend(withhold::as_typed(&words.selection));
    fields.extend(words.typed.iter().cloned());
    Fields::new(fields)
}

async fn show(
    seat: &Seat,
    id: &str,
    request_id: &str,
    status: StatusCode,
    typed: Option<Fields>,
    errors: Vec<FieldError>,
) -> Answer {
    let (case_id, request_id, desk) = (id.to_owned(), request_id.to_owned(), seat.desk().await?);
    let lang = seat.lang;
    let page = seat
        .run(move |web, actor| {
            let (sight, (draft, findings, approvers, key)) =
                look(web, actor, &case_id, "answer", |tx, key, sight| {
                    sight.request(&request_id)?;
                    let draft = cases::answer(tx.db, key, &request_id)?.unwrap_or_default();
                    let staff =
                        if sight.controller.rules.four_eyes { staff::all(tx.db)? } else { Vec::new() };
                    let approves = |m: &&staff::Member| {
                        m.status == Status::Active
                            && m.roles.contains(&Role::Approver)
                            && Some(m.id.as_str()) != actor.staff_id()
                    };
                    let approvers: Vec<String> =
                        staff.iter().filter(approves).map(|m| m.name.clone()).collect();
                    let findings = answer::findings(tx, key, &case_id, &request_id)?;
                    Ok((draft, findings, approvers, key.clone()))
                })?;
            let request = sight.request(&request_id)?.clone();
            if !matches!(request.state, Stand::Assessing | Stand::Collecting) {
                return Err(Error::Refused(Refusal::State {
                    event: EventKind::SubmitForReview,
                    state: request.state,
                }));
            }
            let typed = typed.unwrap_or_else(|| as_typed(request.answer.as_ref(), &draft));
            // what cannot be read is refused when it is sent; here it is chosen anew
            let record_desk = record::Desk::of(&web.app, &case_id, request.right)?;
            let mut written = written(&typed, &record_desk).unwrap_or_default();
            let (needs, problem) = lacking(web, actor, &sight, &request, written.as_mut())?;
            let letter = letter(web, &key, &sight, &request, written.as_ref(), &needs)?;
            Ok(answer_form::model(Page {
                desk,
                lang,
                record: record::groups(&record_desk, &typed),
                lacking: written.as_ref().map(|w| fulfilment::missing(request.right, w)).unwrap_or_default(),
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
            }))
        })
        .await;
    match page {
        Ok(page) => seat.show(status, &page),
        // the page of a step that is over leads back to the case
        Err(Error::Refused(_)) => Ok(to_case(id)),
        Err(other) => Err(Failure(other)),
    }
}

/// What the law still wants, by trying the very command the form would send.
fn lacking(
    web: &Web,
    actor: &Actor,
    sight: &Sight,
    request: &Request,
    written: Option<&mut Written>,
) -> Result<(Vec<Need>, Option<FieldProblem>)> {
    let Some(written) = written else { return Ok((Vec::new(), None)) };
    let case_id = sight.stored.file.case.id.as_str();
    let step = Step { app: &web.app, actor, case_id, seen: None };
    written.words.selection.keep_for(request.right, written.outcome);
    let (unproven_match, problem) = match answer::gather(&step, &request.id, written) {
        Ok(gathered) => {
            (gathered.unproven_match, withholding::check(request, written, &gathered.findings).err())
        }
        // a source that does not answer is said when the answer is sent to review
        Err(Error::Invalid(_) | Error::NotFound) => (false, None),
        Err(other) => return Err(other),
    };
    let answer = Given {
        outcome: written.outcome,
        grounds: fulfilment::ground_codes(written),
        complete: answer::is_complete(request.right, written),
    };
    let requests = vec![request.id.clone()];
    let command = if request.state == Stand::Collecting {
        Command::SubmitForReview { requests, answer }
    } else {
        Command::SubmitWithoutCollecting { requests, answer }
    };
    let mut needs = match decide(&sight.controller.rules, &sight.stored.file, actor, sight.now, &command) {
        Ok(_) => Vec::new(),
        Err(Refusal::Needs { needs, .. }) => needs,
        Err(other) => return Err(Error::Refused(other)),
    };
    if unproven_match && !needs.contains(&Need::NoUnprovenMatch) {
        needs.push(Need::NoUnprovenMatch);
    }
    Ok((needs, problem))
}

fn letter(
    web: &Web,
    key: &CaseKey,
    sight: &Sight,
    request: &Request,
    written: Option<&Written>,
    needs: &[Need],
) -> Result<LetterPreview> {
    let Some(written) = written else {
        let (language, subject, text) = (sight.stored.lang, String::new(), String::new());
        let missing = vec![Said::new("error-outcome-none")];
        return Ok(LetterPreview { language, subject, text, missing });
    };
    let late = sight.today > request.dates.statutory_on;
    let letter = answer::letter(request.right, written.outcome, written.words.clone(), late);
    preview::letter(web, key, sight, &letter, needs.iter().map(refusals::said_need).collect())
}
