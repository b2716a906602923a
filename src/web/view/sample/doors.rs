//! The desk's door, filled in: sign-in, invitation, second factor, sessions.

use super::desk::error;
use super::{Sample, at, desk, door, on, sample};
use crate::domain::access::Role;
use crate::web::view::Said;
use crate::web::view::desk::access::*;
use crate::web::view::shell::Place;

pub(super) fn door_pages() -> Vec<Sample> {
    let sign_in = SignIn {
        door: door(),
        email: String::new(),
        next: "/desk".into(),
        errors: vec![],
        notice: None,
        wait_seconds: None,
    };
    vec![
        sample("desk-sign-in", sign_in.clone()),
        sample(
            "desk-sign-in-wrong",
            SignIn {
                email: "maja@nordlys.example".into(),
                notice: Some(Said::new("error-signin-wrong")),
                wait_seconds: Some(8),
                ..sign_in
            },
        ),
        sample(
            "desk-invite",
            Invite {
                door: door(),
                action: "/desk/invite/t".into(),
                name: "Ida Demo".into(),
                email: "ida@nordlys.example".into(),
                roles: vec![Role::Caseworker, Role::Approver],
                until_on: on("2026-11-26"),
                errors: vec![error("password", "error-password-short")],
            },
        ),
        sample("desk-invite-closed", InviteClosed { door: door() }),
        sample(
            "desk-second-factor",
            SecondFactor {
                door: door(),
                qr_size: 29,
                qr_path: "M4 4.5h7m1 0h1m1 0h2M4 5.5h1m5 0h1M4 6.5h1m1 0h3m1 0h1M4 7.5h1m5 0h1M4 8.5h7"
                    .into(),
                key: "DEMO DEMO DEMO DEMO".into(),
                account: "ida@nordlys.example".into(),
                recovery_codes: (0..10).map(|n| format!("4F7K-9QM{n}")).collect(),
                kept: false,
                errors: vec![error("otp", "error-signin-otp"), error("kept", "error-confirm")],
            },
        ),
        sample(
            "desk-step-up",
            StepUp {
                desk: desk(Place::Elsewhere),
                next: "/desk/cases/c1".into(),
                purpose: Some(Said::new("event-approve-do")),
                errors: vec![error("otp", "error-signin-otp")],
            },
        ),
        sample(
            "desk-sessions",
            Sessions {
                desk: desk(Place::Sessions),
                sessions: [true, false]
                    .iter()
                    .map(|current| SessionLine {
                        id: "s".into(),
                        since: at("2026-11-24T08:00:00+01:00"),
                        used: at("2026-11-24T10:31:00+01:00"),
                        current: *current,
                    })
                    .collect(),
            },
        ),
    ]
}
