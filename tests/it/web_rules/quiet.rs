//! Looking changes nothing (R33).

use super::place::{Place, ROLES, changes};
use crate::support::{Databases, on_both};
use indsigt::services::status;
use indsigt::web::routes;

#[test]
fn looking_at_every_page_as_anybody_changes_nothing_but_audit_and_session_time() {
    on_both(|databases: &Databases| {
        let place = Place::on(databases);
        let controller = &place.house.app.controllers.all()[0];
        let person =
            status::open(&place.house.app, &controller.id, &place.reference, &place.code, "192.0.2.1");
        let (person, session) = (person.unwrap(), place.session(ROLES));
        let before = place.everything();
        assert!(before["cases"].len() == 1 && before.len() > 15, "{:?}", before.keys());
        let mut pages = 0;
        for route in routes::all().iter().filter(|route| route.method.as_str() == "GET") {
            let path = place.path(route);
            for method in ["GET", "HEAD", "OPTIONS"] {
                for cookies in [None, Some(format!("desk={session}; case={person}"))] {
                    let mut request = place.request(method, &path, None);
                    if let Some(cookies) = &cookies {
                        request = request.header("Cookie", cookies);
                    }
                    let answer = place.send(request);
                    assert!(answer.status < 500, "{method} {path}: {}", answer.status);
                    pages += usize::from(method == "GET" && answer.status == 200);
                }
            }
            let after = place.everything();
            assert_eq!(before, after, "looking at {path} changed {:?}", changes(&before, &after));
        }
        eprintln!("{pages} pages were shown");
        assert!(pages > 20, "most routes showed no page");
    });
}
