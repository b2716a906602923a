//! A question to the person goes out while the package of the answer is being built: the package may
//! be kept, but nobody approves or sends it while the person has not replied.

use crate::support::on_both;
use crate::web::browser::Browser;
use crate::web::case_steps::{Case, LUIS, staffed};
use indsigt::domain::access::Actor;
use indsigt::domain::decide::{Command, decide};
use indsigt::domain::request::State;
use indsigt::domain::right::Right;
use indsigt::services::packaging;
use indsigt::store::cases;

/// The person stops the case from an address on record: the doubt is there again. The law knows it;
/// it has no page yet.
fn stop(case: &Case<'_>) {
    let app = &case.house.app;
    let before = case.stored();
    let rules = &app.controllers.get(&before.file.case.controller_id).unwrap().rules;
    let decided = decide(rules, &before.file, &Actor::Person, app.store.clock.now(), &Command::Stop).unwrap();
    app.store
        .write_case(&Actor::Person, &case.id, |tx, key| {
            cases::commit(tx, key, before.file.case.version, &decided)
        })
        .unwrap();
}

#[test]
fn a_package_that_gets_ready_while_the_person_is_asked_is_neither_approved_nor_sent() {
    on_both(|databases| {
        let (house, maja, jonas, _) = staffed(databases);
        let case = Case::new(&house, &maja, LUIS, &[Right::Access]);
        let (browser, approver) = (Browser::of(&house, &maja), Browser::of(&house, &jonas));
        case.prove(&browser, LUIS);
        case.collect(&browser);
        assert_eq!(case.answer(&browser, Right::Access, &[("outcome", "fulfilled")]).status, 303);
        let review = case.step(Right::Access, "review");
        let as_seen_before = approver.get(&review);

        let building = packaging::begin(&house.app, &case.request(Right::Access)).unwrap().unwrap();
        stop(&case);
        let question =
            [("doubt", "several"), ("ask", "number"), ("doubt_on", "2026-03-02"), ("by_on", "2026-03-16")];
        let page = case.path("identity");
        let asked = browser.fill(&page, &page, &[&question[..], &[("go", "send")]].concat());
        assert_eq!(
            (asked.status, case.state(Right::Access)),
            (303, State::AwaitingPerson),
            "{}",
            asked.text()
        );
        building.finish(&house.app).unwrap();
        house.drain();

        let is_unapproved = || {
            let stored = case.stored();
            let request = &stored.file.requests[0];
            assert_eq!((&request.approver, &request.approved_package), (&None, &None));
            assert_eq!((request.state, &request.outcome), (State::AwaitingPerson, &None));
        };
        is_unapproved();
        assert_eq!(approver.get(&review).count("form[action$='/approve']"), 0, "no button");
        // a page from before the question, and one that names today's version
        let csrf = as_seen_before.all("input[name=csrf]", "value")[0].clone();
        let version = case.stored().file.case.version.to_string();
        let fields = [("csrf", csrf.as_str()), ("version", version.as_str())];
        let stale = approver.post(&as_seen_before, &format!("{review}/approve"), &[]);
        assert_eq!(stale.status, 409, "{}", stale.text());
        let back = approver.post_raw(&format!("{review}/approve"), &fields);
        let to_case = Some(format!("/desk/cases/{}", case.id));
        assert_eq!((back.status, back.location), (303, to_case), "nothing to approve: back to the case");
        is_unapproved();
        let send = case.step(Right::Access, "send");
        assert_eq!(browser.get(&send).status, 303, "no page to send from");
        let csrf = browser.get(&case.path("reply")).all("input[name=csrf]", "value")[0].clone();
        let fields = [("csrf", csrf.as_str()), ("version", version.as_str()), ("via", "mail")];
        let refused = browser.post_raw(&send, &fields);
        assert!(matches!(refused.status, 303 | 409), "{} {}", refused.status, refused.text());
        is_unapproved();
        house.drain();
        assert!(house.mails().iter().all(|(_, _, text)| !text.contains("/answer/")), "a link was mailed");

        // once the person has replied, somebody else than the author may approve what was built
        let reply = case.path("reply");
        let request = case.request(Right::Access);
        let told = [("request", request.as_str()), ("replied_on", "2026-03-02"), ("how", "By telephone")];
        let replied = browser.fill(&reply, &reply, &told);
        assert_eq!((replied.status, case.state(Right::Access)), (303, State::InReview), "{}", replied.text());
        assert_eq!(case.approve(&approver, Right::Access).status, 303);
        let stored = case.stored();
        let request = &stored.file.requests[0];
        assert!(request.package.is_some() && request.package == request.approved_package);
    });
}
