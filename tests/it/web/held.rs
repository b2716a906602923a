//! After a restore no link of the past acts until a person has confirmed the system: what was used
//! or revoked since the backup would act again.

use crate::support_web::{TestApp, link};
use indsigt::domain::access::{Actor, Role};
use indsigt::domain::language::Lang;
use indsigt::services::staff;
use indsigt::store::installation;

fn path(link: &str) -> String {
    link[link.find("/o/").or_else(|| link.find("/desk/")).unwrap()..].to_owned()
}

#[test]
fn no_link_of_the_past_acts_until_a_person_confirms() {
    let test = TestApp::start();
    let browser = test.browser();
    let (reference, _) = browser.ask_for_access("Freja", "f@example.com");
    let (other, _) = browser.ask_for_access("Gro", "g@example.com");
    // an address that is confirmed, to ask for a new code over; one that is not yet
    let confirmed = path(&link(&test.mails_to("g@example.com")[0], "/confirm/"));
    browser.submit(&browser.get(&confirmed).form(&confirmed));
    let lost = browser.get("/o/shop/lost-code").form("/lost-code").with("reference", &other);
    browser.submit(&lost);
    let confirm = path(&link(&test.mails_to("f@example.com")[0], "/confirm/"));
    let new_code = path(&link(test.mails_to("g@example.com").last().unwrap(), "/new-code/"));
    let fetch = super::public_case::code_link(&test, &test.case_id(&reference), "f@example.com");
    let invited =
        staff::invite(&test.app, &Actor::System, "ny@shop.example", "Ny", &[Role::Caseworker], Lang::En)
            .unwrap();
    let invitation = path(&invited.link);
    let forms = [&confirm, &fetch, &new_code].map(|path| browser.get(path).form(path));
    assert_eq!(browser.get(&invitation).status, 200);
    test.drain();
    let codes = "SELECT COUNT(*) FROM codes WHERE code_hash IS NOT NULL OR used_at IS NOT NULL";
    let mails = || ["f", "g"].map(|who| test.mails_to(&format!("{who}@example.com")).len());
    let (codes_before, mails_before) = (test.count(codes), mails());

    test.app.store.write(&Actor::System, installation::hold).unwrap();
    for form in &forms {
        let held = browser.post(form);
        assert_eq!(held.status, 503, "{}", form.action);
        assert!(held.headers.contains_key("retry-after"));
        assert!(held.words().contains("back in a moment"), "{}", held.words());
    }
    for path in [&confirm, &fetch, &invitation, &new_code] {
        assert_eq!(browser.get(path).status, 503, "{path}");
    }
    assert_eq!(test.count("SELECT COUNT(*) FROM cases WHERE address_confirmed"), 1);
    assert_eq!(test.count(codes), codes_before, "no code was made and none used");
    assert_eq!(mails(), mails_before);
    assert!(staff::invited(&test.app, invitation.rsplit('/').next().unwrap()).is_err());

    test.app.store.write(&Actor::System, installation::release).unwrap();
    for form in &forms {
        assert!(matches!(browser.post(form).status, 200 | 303), "{}", form.action);
    }
    assert_eq!(browser.get(&invitation).status, 200);
    assert_eq!(test.count("SELECT COUNT(*) FROM cases WHERE address_confirmed"), 2);
}
