//! The officer's books: who may read and enter them, what they keep, what leaves the house.

use super::browser::Browser;
use crate::support::house::{Colleague, House};
use crate::support::{Databases, on_both};
use indsigt::domain::access::Role;
use indsigt::domain::language::Lang;
use indsigt::services::Error;
use indsigt::store::chain;

fn officer(house: &House) -> Colleague {
    house.colleague("olga@musik.example", "Olga Demo", &[Role::Officer], Lang::En)
}

/// The entries of this kind in the chain of a colleague, as their facts.
fn entries(house: &House, of: &Colleague, kind: &str) -> Vec<String> {
    let chain = chain::staff_chain(&of.id);
    let rows = house.app.store.look(|db| chain::entries(db, &chain).map_err(Error::from)).unwrap();
    rows.into_iter().filter(|row| row.kind == kind).map(|row| row.facts).collect()
}

const SUPPRESSION: &str = "/desk/suppression";

#[test]
fn an_officer_asks_adds_and_takes_off_and_every_question_is_an_entry_without_the_address() {
    on_both(|databases| {
        let house = House::on(databases);
        let olga = officer(&house);
        let browser = Browser::of(&house, &olga);
        let act = |fields: &[(&str, &str)]| {
            let mut all = vec![("controller", "musik"), ("address", "Bo@People.example")];
            all.extend(fields);
            browser.fill(SUPPRESSION, SUPPRESSION, &all)
        };
        assert!(act(&[("go", "look")]).text().contains("It is not on the list"));
        assert_eq!(act(&[("go", "add")]).status, 422, "a reason is needed");
        let added = act(&[("go", "add"), ("reason", "Said so at the fair")]);
        assert!(added.text().contains("It is on the list") && added.text().contains("Said so at the fair"));
        assert!(act(&[("go", "add"), ("reason", "again")]).text().contains("on the list already"));
        assert_eq!(act(&[("go", "lift")]).status, 422);
        assert!(
            act(&[("go", "lift"), ("reason", "Asked for it by mail")])
                .text()
                .contains("It is not on the list")
        );
        assert_eq!(act(&[("go", "lift"), ("reason", "x")]).status, 422, "it is not on it any more");
        let wrong = browser.fill(
            SUPPRESSION,
            SUPPRESSION,
            &[("controller", "musik"), ("address", "Bo"), ("go", "look")],
        );
        assert_eq!(wrong.status, 422);
        let noted = entries(&house, &olga, "suppression");
        assert!(noted.len() >= 5, "{noted:?}");
        assert!(noted.iter().all(|facts| !facts.to_lowercase().contains("people.example")), "{noted:?}");
        assert!(noted.iter().any(|f| f.contains("asked")) && noted.iter().any(|f| f.contains("lifted")));
    });
}

#[test]
fn whoever_is_no_officer_finds_no_list_and_an_auditor_only_reads() {
    let databases = Databases::sqlite();
    let house = House::on(&databases);
    let worker = house.colleague("ida@musik.example", "Ida Demo", &[Role::Caseworker], Lang::En);
    let auditor = house.colleague("aud@musik.example", "Aud Demo", &[Role::Auditor], Lang::En);
    let (worker, auditor) = (Browser::of(&house, &worker), Browser::of(&house, &auditor));
    for path in [SUPPRESSION, "/desk/disclosures", "/desk/training", "/desk/right-to-object"] {
        assert_eq!(worker.get(path).status, 404, "{path}");
    }
    assert_eq!(auditor.get(SUPPRESSION).status, 404);
    for path in ["/desk/disclosures", "/desk/training", "/desk/right-to-object"] {
        let page = auditor.get(path);
        assert_eq!((page.status, page.count(&format!("form[action='{path}']"))), (200, 0), "{path}");
        assert_eq!(auditor.post(&page, path, &[]).status, 404, "{path}");
    }
}

#[test]
fn a_disclosure_is_sealed_noted_when_read_and_exported_without_formulas() {
    on_both(|databases| {
        let house = House::on(databases);
        let olga = officer(&house);
        let browser = Browser::of(&house, &olga);
        let path = "/desk/disclosures";
        let half = browser.fill(
            path,
            path,
            &[
                ("controller", "musik"),
                ("outcome", "refused"),
                ("asked_on", "2026-02-20"),
                ("decided_on", "2026-02-19"),
            ],
        );
        let missing = half.all(".error-summary a", "href");
        assert_eq!(missing, ["#asker", "#basis", "#what", "#decided_by", "#why", "#decided_on"]);
        let fields = [
            ("controller", "musik"),
            ("outcome", "disclosed"),
            ("asked_on", "2026-02-20"),
            ("decided_on", "2026-02-21"),
            ("asker", "=cmd()"),
            ("basis", "Court order 1-2026"),
            ("what", "Log-in times"),
            ("about", "CANARY Person"),
            ("decided_by", "Olga Demo"),
        ];
        let done = browser.fill(path, path, &fields);
        assert_eq!(done.status, 303, "{}", done.text());
        assert!(browser.get(path).text().contains("CANARY Person"));
        let csv = browser.fill(path, "/desk/disclosures/export", &[]);
        assert_eq!(csv.status, 200);
        assert!(csv.html.contains("'=cmd()") && csv.html.contains("CANARY Person"), "{}", csv.html);
        let noted = entries(&house, &olga, "disclosure");
        for what in ["entered", "read", "exported"] {
            assert!(noted.iter().any(|facts| facts.contains(what)), "{what}: {noted:?}");
        }
        assert!(!noted.iter().any(|facts| facts.contains("CANARY")));
    });
}

#[test]
fn training_that_has_run_out_is_warned_of_and_the_record_can_be_taken_along() {
    on_both(|databases| {
        let house = House::on(databases);
        let olga = officer(&house);
        let browser = Browser::of(&house, &olga);
        let path = "/desk/training";
        assert!(browser.get(path).text().contains("1 colleague lacks something"));
        let enter = |kind: &str, done_on: &str, until: &str| {
            let fields = [
                ("staff", olga.id.as_str()),
                ("kind", kind),
                ("what", "Course A"),
                ("done_on", done_on),
                ("valid_until_on", until),
            ];
            browser.fill(path, path, &fields).status
        };
        assert_eq!(enter("training", "2025-01-10", "2026-01-10"), 303);
        assert_eq!(enter("confidentiality", "2025-01-10", ""), 303);
        let page = browser.get(path).text();
        assert!(page.contains("No training that is good today") && page.contains("ran out"), "{page}");
        assert!(!page.contains("No promise of confidentiality"));
        assert_eq!(
            enter("training", "2026-01-12", "2026-01-11"),
            422,
            "it cannot run out before it was done"
        );
        assert_eq!(enter("training", "2026-01-12", "2027-01-12"), 303);
        assert!(!browser.get(path).text().contains("lacks something"));
        let csv = browser.fill(path, "/desk/training/export", &[]);
        assert!(csv.html.contains("Olga Demo,Training,Course A,2026-01-12,2027-01-12"), "{}", csv.html);
    });
}

#[test]
fn it_is_kept_when_people_were_told_of_their_right_to_object() {
    on_both(|databases| {
        let house = House::on(databases);
        let olga = officer(&house);
        let browser = Browser::of(&house, &olga);
        let path = "/desk/right-to-object";
        let wrong = browser.fill(
            path,
            path,
            &[("controller", "musik"), ("given_on", "2026-02-20"), ("way", "letter")],
        );
        assert_eq!(wrong.all(".error-summary a", "href"), ["#occasion", "#audience"]);
        let fields = [
            ("controller", "musik"),
            ("given_on", "2026-02-20"),
            ("way", "letter"),
            ("occasion", "Welcome letter"),
            ("audience", "New customers of week 8"),
        ];
        assert_eq!(browser.fill(path, path, &fields).status, 303);
        let page = browser.get(path).text();
        assert!(
            page.contains("New customers of week 8")
                && page.contains("by letter")
                && page.contains("Olga Demo")
        );
        assert_eq!(entries(&house, &olga, "objection_notice").len(), 1);
    });
}
