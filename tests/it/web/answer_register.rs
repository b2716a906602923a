//! An answer about access is written from the register: what it lacks is said before review.

use super::browser::Browser;
use super::case_steps::{Case, LUIS, staffed};
use crate::support::on_both;
use indsigt::domain::access::Actor;
use indsigt::domain::language::Lang;
use indsigt::domain::register::Register;
use indsigt::domain::request::State;
use indsigt::domain::right::Right;
use indsigt::services::register;

/// The next version of the register of the house.
fn change(case: &Case<'_>, change: impl FnOnce(&mut Register)) {
    let app = &case.house.app;
    let newest = register::newest(app, "musik").unwrap().unwrap();
    let mut changed = newest.register;
    change(&mut changed);
    register::keep(app, &Actor::System, &changed, newest.version, "a test").unwrap();
}

#[test]
fn what_the_register_lacks_is_named_before_review_and_the_answer_knows_its_version() {
    on_both(|databases| {
        let (house, maja, ..) = staffed(databases);
        let case = Case::new(&house, &maja, LUIS, &[Right::Access]);
        let browser = Browser::of(&house, &maja);
        case.prove(&browser, LUIS);
        case.collect(&browser);
        let fulfilled = [("outcome", "fulfilled")];

        change(&case, |register| {
            register.activity.retain(|activity| activity.code != "bookkeeping");
            for activity in &mut register.activity {
                activity.purposes.remove(&Lang::Sv);
            }
        });
        let refused = case.answer(&browser, Right::Access, &fulfilled);
        assert_eq!(refused.status, 422);
        for said in [
            "The register has no activity “bookkeeping”, which the data map names.",
            "Activity “shop”, What it is for: no text in Swedish. Write it under Register.",
        ] {
            assert!(refused.text().contains(said), "{said}: {}", refused.text());
        }
        assert_eq!(case.state(Right::Access), State::Collecting, "nothing went to review");

        let slug = {
            let id = &case.stored().file.case.controller_id;
            house.app.controllers.get(id).unwrap().slug.clone()
        };
        change(&case, |register| register.controllers.retain(|other| *other != slug));
        let refused = case.answer(&browser, Right::Access, &fulfilled);
        assert_eq!(refused.status, 422);
        assert!(refused.text().contains("There is no register of processing"), "{}", refused.text());

        let text = std::fs::read_to_string("tests/data/chinook/register.toml").unwrap();
        let whole = register::file::read(&text).unwrap().register;
        change(&case, |register| *register = whole);
        let sent = case.answer(&browser, Right::Access, &fulfilled);
        assert_eq!(sent.status, 303, "{}", sent.text());
        house.drain();
        let store = &house.app.store;
        let key = store.case_key(&case.id).unwrap();
        let id = case.request(Right::Access);
        let words = store.look(|db| indsigt::store::cases::answer(db, &key, &id)).unwrap().unwrap();
        assert_eq!(words.register.unwrap().version, 4);
        // a version made later changes nothing of an answer that is written
        let package = store.look(|db| indsigt::store::tasks::package(db, &id)).unwrap().unwrap();
        let manifest: indsigt::package::Manifest = package.summary(&key).unwrap();
        assert_eq!(manifest.article_15.unwrap().register.unwrap().version, 4);
    });
}
