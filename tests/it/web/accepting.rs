//! A lower level is accepted by two, and by one only where the desk is run alone.

use super::browser::Browser;
use super::case_steps::{Case, LUIS, staffed};
use super::paper::entries;
use crate::support::on_both;
use indsigt::domain::identity::{Level, ProofWay};
use indsigt::domain::request::State;
use indsigt::domain::right::Right;

#[test]
fn an_officer_proposes_a_lower_level_and_a_second_person_accepts_it() {
    on_both(|databases| {
        let (house, maja, _, karin) = staffed(databases);
        let case = Case::new(&house, &maja, LUIS, &[Right::Erasure]);
        let (path, desk) = (case.path("accept"), case.path("").trim_end_matches('/').to_owned());
        let (caseworker, officer) = (Browser::of(&house, &maja), Browser::of(&house, &karin));
        // a caseworker proposes nothing
        assert_eq!(caseworker.get(&path).location.as_ref(), Some(&desk));
        let page = caseworker.get(&desk);
        assert!(!page.all("a", "href").contains(&path));
        let refused = caseworker.post(&page, &path, &[("go", "ask"), ("reason", "Känd i butiken")]);
        assert_ne!(refused.location, Some(format!("{desk}?did=level_asked")));
        assert_eq!(entries(&case, "level_asked"), 0);

        assert!(officer.get(&desk).all("a", "href").contains(&path));
        let empty = officer.fill(&path, &path, &[("go", "ask")]);
        assert_eq!((empty.status, empty.all(".error-summary a", "href")), (409, vec!["#reason".to_owned()]));
        let asked = officer.fill(&path, &path, &[("go", "ask"), ("reason", "Känd i butiken sedan tio år")]);
        assert_eq!(asked.status, 303, "{}", asked.text());
        assert_eq!(case.stored().file.case.level, Level::Nothing, "nothing is accepted yet");

        // never two acts by one person
        let own = officer.get(&path);
        assert!(own.text().contains("Somebody else has to accept it"), "{}", own.text());
        let alone = officer.post(&own, &path, &[("go", "accept")]);
        assert_eq!((alone.status, case.stored().file.case.level), (409, Level::Nothing));

        let second = caseworker.get(&path);
        assert!(second.text().contains("Känd i butiken sedan tio år") && second.text().contains("Karin"));
        let done = caseworker.post(&second, &path, &[("go", "accept")]);
        assert_eq!(done.location, Some(format!("{desk}?did=level_accepted")), "{}", done.text());
        let stored = case.stored();
        assert_eq!(stored.file.case.level, Level::Proven);
        assert_eq!(stored.file.case.proofs[0].way, ProofWay::Accepted);
        let history = caseworker.get(&desk).text();
        for line in [
            "Proposed to accept a lower level: Känd i butiken sedan tio år",
            "The lower level was accepted by a second person",
        ] {
            assert!(history.contains(line), "{line}: {history}");
        }
        // twice is once
        assert_eq!(caseworker.post(&second, &path, &[("go", "accept")]).status, 409);
        assert_eq!(entries(&case, "level_accepted"), 1);
    });
}

#[test]
fn a_proposal_that_is_not_accepted_leaves_the_level_where_it_was() {
    on_both(|databases| {
        let (house, maja, jonas, karin) = staffed(databases);
        let case = Case::new(&house, &maja, LUIS, &[Right::Erasure]);
        let path = case.path("accept");
        let officer = Browser::of(&house, &karin);
        assert_eq!(officer.fill(&path, &path, &[("go", "ask"), ("reason", "Känd")]).status, 303);
        let approver = Browser::of(&house, &jonas);
        assert_eq!(approver.fill(&path, &path, &[("go", "refuse")]).status, 303);
        assert_eq!(
            (case.stored().file.case.level, case.state(Right::Erasure)),
            (Level::Nothing, State::Assessing)
        );
        assert_eq!(entries(&case, "level_refused"), 1);
        // it can be proposed again
        assert_eq!(officer.fill(&path, &path, &[("go", "ask"), ("reason", "Känd, ringde")]).status, 303);
    });
}

#[test]
fn an_auditor_reads_and_accepts_nothing() {
    use indsigt::domain::access::Role;
    use indsigt::domain::language::Lang;
    on_both(|databases| {
        let (house, maja, _, karin) = staffed(databases);
        let auditor = house.colleague("olga@musik.example", "Olga", &[Role::Auditor], Lang::En);
        let case = Case::new(&house, &maja, LUIS, &[Right::Erasure]);
        let path = case.path("accept");
        let officer = Browser::of(&house, &karin);
        assert_eq!(officer.fill(&path, &path, &[("go", "ask"), ("reason", "Känd")]).status, 303);
        assert_eq!(Browser::of(&house, &auditor).get(&path).status, 404);
    });
}
