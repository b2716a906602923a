//! The rules for passwords on the page of an invitation, which is the only way to a password (R20).

use crate::desk::Browser;
use crate::support::house::PASSWORD;
use crate::support::{Databases, House, on_both};
use indsigt::domain::access::{Actor, Role};
use indsigt::domain::language::Lang;
use indsigt::services::staff;
use indsigt::words;

/// Too short, too long, what everybody takes, what a colleague would guess; and what is said of it.
fn weak() -> Vec<(String, &'static str)> {
    vec![
        (String::new(), "error-password-short"),
        ("elevensigns".into(), "error-password-short"),
        ("å".repeat(129), "error-password-long"),
        ("passwordpassword".into(), "error-password-common"),
        ("123456789012".into(), "error-password-common"),
        ("Ida Demonstrand 1".into(), "error-password-own-words"),
        ("ida.musik.example".into(), "error-password-own-words"),
    ]
}

#[test]
fn a_weak_password_is_refused_with_its_sentence_and_the_invitation_stands() {
    on_both(|databases: &Databases| {
        let house = House::on(databases);
        let email = "ida@musik.example";
        let (roles, lang) = (&[Role::Caseworker], Lang::En);
        let first = staff::invite(&house.app, &Actor::System, email, "Ida Demonstrand", roles, lang).unwrap();
        refuses_what_is_weak(&house, databases, &first.link);
        // the other way to that page
        let again = staff::reset(&house.app, &Actor::System, email).unwrap();
        refuses_what_is_weak(&house, databases, &again.link);
    });
}

fn refuses_what_is_weak(house: &House, databases: &Databases, link: &str) {
    let path = link.trim_start_matches(&house.address);
    let browser = Browser::of(house);
    let page = browser.get(path);
    let before = databases.rows();
    for (password, sentence) in weak() {
        let csrf = page.value("csrf");
        let fields = [("csrf", csrf.as_str()), ("password", &password), ("password2", &password)];
        let refused = browser.post(path, &fields);
        assert_eq!(refused.status, 422, "{password}: {}", refused.words());
        let said = refused.texts("#password-error-1");
        let wanted = words::text(Lang::En, sentence, &[]);
        assert!(said.len() == 1 && said[0].contains(&wanted), "{password}: {said:?} and not {wanted}");
        assert!(
            refused.words().contains("Ida Demonstrand"),
            "the page is the same page: {}",
            refused.words()
        );
        if !password.is_empty() {
            assert!(!refused.body.contains(&password), "a password never stands in a page");
        }
        assert!(refused.set_cookies().iter().all(|cookie| !cookie.contains("enrol=")), "no next step");
    }
    assert_eq!(databases.rows(), before, "what was refused left something behind");
    assert_eq!(browser.get("/desk/second-factor").status, 404, "nobody gets past it");
    // nothing was lost: the same page takes a good one
    let csrf = page.value("csrf");
    let good = browser.post(path, &[("csrf", &csrf), ("password", PASSWORD), ("password2", PASSWORD)]);
    assert_eq!((good.status, good.location()), (303, "/desk/second-factor"), "{}", good.words());
}
