//! The demo's desk: four invented colleagues with known passwords and second factors.

use crate::cli::boot;
use crate::clock::Clock;
use crate::config::Config;
use crate::crypto::totp::{self, TotpSecret};
use crate::domain::access::{Actor, Role};
use crate::domain::language::Lang;
use crate::services::{App, staff};
use crate::web::state::DemoSignIn;
use std::sync::Arc;
use zeroize::Zeroizing;

/// The password of every demo colleague.
pub const PASSWORD: &str = "kaffe regnvejr cykel lampe";

/// A demo colleague.
pub struct Colleague {
    /// Address they sign in with.
    pub email: &'static str,
    /// Name, marked as invented.
    pub name: &'static str,
    /// Roles.
    pub roles: &'static [Role],
    /// Language of their desk.
    pub lang: Lang,
    /// What they are there to show.
    pub is: &'static str,
}

/// Everybody at the demo's desk.
pub const COLLEAGUES: &[Colleague] = &[
    Colleague {
        email: "maja@nordlys.example",
        name: "Maja Demo",
        roles: &[Role::Caseworker],
        lang: Lang::Da,
        is: "caseworker, in Danish",
    },
    Colleague {
        email: "jonas@nordlys.example",
        name: "Jonas Demo",
        roles: &[Role::Caseworker, Role::Approver],
        lang: Lang::Sv,
        is: "caseworker and approver, in Swedish",
    },
    Colleague {
        email: "karin@nordlys.example",
        name: "Karin Demo",
        roles: &[Role::Caseworker, Role::Approver, Role::Officer],
        lang: Lang::En,
        is: "privacy officer, in English",
    },
    Colleague {
        email: "ida@nordlys.example",
        name: "Ida Demo",
        roles: &[Role::Administrator],
        lang: Lang::En,
        is: "administrator, sees no cases",
    },
];

/// The second factor of every demo colleague: known, so that the demo can show its code.
pub fn secret() -> TotpSecret {
    TotpSecret::from_bytes(Zeroizing::new(b"demo second factor\0\0".to_vec()))
}

/// Makes the colleagues.
pub fn make(config: &Config) -> Result<(), String> {
    // their first code is used up here, so that it is another one by the time somebody signs in
    let past = Clock::fixed(Clock::System.now() - chrono::Duration::hours(1));
    let app = boot::app(config, past, true)?;
    for colleague in COLLEAGUES {
        enter(&app, colleague).map_err(|e| e.to_string())?;
    }
    Ok(())
}

fn enter(app: &App, colleague: &Colleague) -> crate::services::Result<()> {
    let invited =
        staff::invite(app, &Actor::System, colleague.email, colleague.name, colleague.roles, colleague.lang)?;
    let token = invited.link.rsplit('/').next().unwrap_or_default().to_owned();
    let code = current_code(app.store.clock.now());
    staff::accept(app, &token, PASSWORD, &secret(), &totp::recovery_codes(), &code)
}

/// The code of the second factor at an instant.
pub fn current_code(now: chrono::DateTime<chrono::Utc>) -> String {
    secret().code_at(now).map(|code| code.to_string()).unwrap_or_default()
}

/// The sign-ins as the demo's page shows them.
pub fn known() -> Vec<DemoSignIn> {
    let factor = Arc::new(secret());
    let one = |colleague: &Colleague| DemoSignIn {
        name: colleague.name,
        email: colleague.email,
        password: PASSWORD,
        roles: colleague.roles,
        factor: factor.clone(),
    };
    COLLEAGUES.iter().map(one).collect()
}

/// What is printed at the start.
pub fn sign_ins(address: &str) -> String {
    let mut text = format!("Sign-ins (password of each: {PASSWORD}; the six digits are at {address}/demo)\n");
    for colleague in COLLEAGUES {
        text.push_str(&format!("  {:<24} {}\n", colleague.email, colleague.is));
    }
    text
}
