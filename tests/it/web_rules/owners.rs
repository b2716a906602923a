//! Whose case it is: a case about a colleague does not exist for them, whatever their roles, nor for
//! others who have nothing to do with it; and a closed one is moved by no route (R29).

use super::headers::hidden;
use super::place::{Place, ROLES, allowed, is_unsafe};
use crate::support::Databases;
use crate::support::http::Answer;
use indsigt::crypto::tokens;
use indsigt::domain::access::Role;
use indsigt::domain::case::Intake;
use indsigt::domain::language::Lang;
use indsigt::domain::person::Person;
use indsigt::domain::right::Right;
use indsigt::services::collection::{self, Asked};
use indsigt::services::handling::{self, Step};
use indsigt::services::intake::{self, Entered, Submission};
use indsigt::services::signing;
use indsigt::store::cases::CaseWords;
use indsigt::store::staff;
use indsigt::web::routes::{self, Route};

/// A case with the ids its routes name.
struct Ids {
    case: String,
    request: String,
    task: String,
    message: String,
}

impl Ids {
    /// Of nothing there is.
    fn of_none() -> Ids {
        Ids { case: tokens::id(), request: tokens::id(), task: tokens::id(), message: tokens::id() }
    }

    /// Of a case in the house.
    fn of(databases: &Databases, case: &str) -> Ids {
        let one = |table: &str| {
            let sql = format!("SELECT id AS text FROM {table} WHERE case_id = '{case}' ORDER BY id");
            databases.texts(&sql).first().cloned().unwrap_or_else(tokens::id)
        };
        Ids { case: case.into(), request: one("requests"), task: one("tasks"), message: one("messages") }
    }

    fn path(&self, route: &Route) -> String {
        let part = |part: &str| match part {
            "{id}" => self.case.clone(),
            "{request}" => self.request.clone(),
            "{task}" => self.task.clone(),
            "{message}" => self.message.clone(),
            "{file}" => "0".repeat(36),
            plain => plain.to_owned(),
        };
        let path = route.path.split('/').map(part).collect::<Vec<_>>().join("/");
        assert!(!path.contains('{'), "{path}");
        path
    }

    /// What was answered, with the ids taken out.
    fn plain(&self, answer: &Answer) -> (u16, Vec<(String, String)>, String) {
        let (status, headers, text) = answer.seen();
        let plain = |text: String| {
            let ids = [&self.case, &self.request, &self.task, &self.message];
            ids.into_iter().fold(text, |text, id| text.replace(id.as_str(), "ID"))
        };
        let headers = headers.into_iter().map(|(name, value)| (name, plain(value))).collect();
        (status, headers, plain(text))
    }
}

fn of_cases() -> Vec<Route> {
    let routes = routes::all();
    let all: Vec<Route> = routes.into_iter().filter(|r| r.path.starts_with("/desk/cases/{id}")).collect();
    assert!(all.len() > 30, "the table was read");
    all
}

/// Everything a form of ours could send, so that no route stops for want of a field.
fn fields<'a>(csrf: &'a str, ids: &'a Ids, member: &'a str) -> Vec<(&'a str, &'a str)> {
    let mut all = vec![("csrf", csrf), ("version", "1"), ("request", &ids.request), ("to", member)];
    for name in ["reason", "words", "note", "text", "comment", "how", "searched", "doubt", "why"] {
        all.push((name, "words enough to be taken"));
    }
    all.extend([("outcome", "refused"), ("via", "mail"), ("go", "submit"), ("right", "erasure")]);
    all.extend([("on", "2026-11-22"), ("received_on", "2026-11-22"), ("ask", "code"), ("what", "none")]);
    all
}

/// A case about a member of staff, at work: claimed, with a task and a letter.
fn case_about(place: &Place<'_>, member: &str) -> Ids {
    let app = &place.house.app;
    let (officer, _) = place.member(&[Role::Officer, Role::Caseworker]);
    let actor = signing::actor_of(&app.store.look(|db| staff::get(db, &officer)).unwrap());
    let submission = Submission {
        controller: app.controllers.by_slug("musik").unwrap(),
        lang: Lang::En,
        rights: vec![Right::MarketingObjection],
        unsure: false,
        person: Person {
            name: "Bo Himself".into(),
            email: Some("bo@people.example".into()),
            ..Person::default()
        },
        words: CaseWords { about: "Stop it.".into(), ..CaseWords::default() },
        file: None,
    };
    let entered = Entered {
        intake: Intake::Mail,
        received_on: app.store.clock.now().date_naive(),
        late_reason: None,
        about_staff: Some(member.to_owned()),
        is_protected: false,
        is_printed: false,
        key: tokens::token().hash,
    };
    let id = intake::enter(app, &actor, intake::begin(app).unwrap(), submission, entered).unwrap().case_id;
    let step = Step { app, actor: &actor, case_id: &id, seen: None };
    handling::claim(&step, Vec::new()).unwrap();
    let due_on = app.store.clock.now().date_naive() + chrono::Days::new(3);
    let hand = Asked { name: "Archive".into(), question: "What is there?".into(), due_on };
    collection::start(&step, Vec::new(), &[], &[hand], due_on).unwrap();
    Ids::of(place.databases, &id)
}

#[test]
fn a_case_about_a_colleague_is_on_every_route_as_if_there_were_none() {
    let databases = Databases::sqlite();
    let place = Place::on(&databases);
    let (bo, all_roles) = place.member(ROLES);
    let (_, bystander) = place.member(&[Role::Caseworker, Role::Approver]);
    let (_, auditor) = place.member(&[Role::Auditor]);
    let about = case_about(&place, &bo);
    let none = Ids::of_none();
    let before =
        databases.texts(&format!("SELECT state AS text FROM requests WHERE id = '{}'", about.request));
    let mut compared = 0;
    for session in [&all_roles, &bystander, &auditor] {
        let csrf = hidden(&place.send(place.request("GET", "/desk", Some(session))).text(), "csrf");
        assert!(!csrf.is_empty());
        for route in of_cases() {
            let answered = |ids: &Ids| {
                let mut request = place.request(route.method.as_str(), &ids.path(&route), Some(session));
                if is_unsafe(&route) {
                    request = request.form(&fields(&csrf, ids, &bo));
                }
                ids.plain(&place.send(request))
            };
            let (seen, absent) = (answered(&about), answered(&none));
            // the receipt shows what the browser carries from the page before, and reads no case
            let is_receipt = route.path.ends_with("/receipt") && seen.0 == 303;
            assert!(seen.0 == 404 || is_receipt, "{} {}: {}", route.method, route.path, seen.0);
            assert!(seen == absent, "{} {} differs from a case there is not", route.method, route.path);
            compared += 1;
        }
    }
    assert!(compared > 90, "{compared}");
    let after =
        databases.texts(&format!("SELECT state AS text FROM requests WHERE id = '{}'", about.request));
    assert_eq!(before, after);

    // an officer sees what nobody else sees
    let (_, officer) = place.member(&[Role::Officer]);
    let open = of_cases()
        .iter()
        .filter(|route| {
            !is_unsafe(route) && allowed(route).is_some_and(|roles| roles.contains(&Role::Officer))
        })
        .filter(|route| {
            let answer = place.send(place.request("GET", &about.path(route), Some(&officer)));
            answer.status == 200
        })
        .count();
    assert!(open > 5, "{open}");
}

#[test]
fn no_route_moves_a_request_of_a_closed_case_but_the_one_that_opens_it_again() {
    let databases = Databases::sqlite();
    let place = Place::on(&databases);
    let (member, _) = place.member(ROLES);
    let (_, session) = place.member(ROLES);
    let app = &place.house.app;
    let actor = signing::actor_of(&app.store.look(|db| staff::get(db, &member)).unwrap());
    let step = Step { app, actor: &actor, case_id: &place.case_id, seen: None };
    handling::claim(&step, Vec::new()).unwrap();
    let ids = Ids::of(&databases, &place.case_id);
    handling::withdraw(&step, Vec::new(), Some("a letter of that day".into())).unwrap();
    place.house.drain();
    let states = || databases.texts("SELECT state AS text FROM requests ORDER BY id");
    assert!(states().iter().all(|state| state == "closed"), "{:?}", states());
    let csrf = hidden(&place.send(place.request("GET", "/desk", Some(&session))).text(), "csrf");
    let mut refused = 0;
    // what was closed in error is opened again by an officer with a reason: that is the event itself
    let reopens = |path: &str| path.ends_with("/reopen/{request}");
    for route in of_cases().iter().filter(|route| is_unsafe(route) && !reopens(route.path)) {
        let page = place.send(place.request("GET", &format!("/desk/cases/{}", ids.case), Some(&session)));
        let version = hidden(&page.text(), "version");
        let mut all = fields(&csrf, &ids, &member);
        all.retain(|(name, _)| *name != "version");
        all.push(("version", &version));
        let request = place.request(route.method.as_str(), &ids.path(route), Some(&session)).form(&all);
        let answer = place.send(request);
        assert!(answer.status < 500, "{} {}: {}", route.method, route.path, answer.status);
        refused += usize::from(answer.status != 303);
        assert!(states().iter().all(|state| state == "closed"), "{} {}", route.method, route.path);
    }
    assert!(refused > 10, "{refused}");
}
