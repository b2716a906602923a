//! Members of staff: invite, accept, disable, reset. Done by administrators and on the command line.

use crate::crypto::passwords::{PasswordProblem, check_rules};
use crate::crypto::totp::{self, TotpSecret};
use crate::crypto::{sealed, tokens};
use crate::domain::access::{Actor, Role};
use crate::domain::event::{Event, EventKind};
use crate::domain::language::Lang;
use crate::domain::letter::StaffMail;
use crate::services::app::App;
use crate::services::error::{Error, FieldProblem, Result};
use crate::services::{outbox, signing};
use crate::store::staff::{self, Change, Member, Status};
use crate::store::{self, Tx, chain, messages};
use chrono::{DateTime, Duration, Utc};
use serde_json::json;
use zeroize::Zeroizing;

/// How long an invitation is good.
const INVITATION: Duration = Duration::days(5);

/// An invitation that was made.
pub struct Invited {
    /// Staff id.
    pub id: String,
    /// Link that works once.
    pub link: String,
    /// Until when.
    pub until: DateTime<Utc>,
}

/// Invites somebody. They have no rights until they have chosen a password and a second factor.
pub fn invite(
    app: &App,
    actor: &Actor,
    email: &str,
    name: &str,
    roles: &[Role],
    lang: Lang,
) -> Result<Invited> {
    let mut problems = Vec::new();
    if email.parse::<lettre::Address>().is_err() {
        problems.push(FieldProblem::new("email", "error-email"));
    }
    if name.trim().is_empty() || name.chars().count() > 200 {
        problems.push(FieldProblem::new("name", "error-name"));
    }
    if roles.is_empty() {
        problems.push(FieldProblem::new("roles", "error-roles"));
    }
    if !problems.is_empty() {
        return Err(Error::Invalid(problems));
    }
    let id = tokens::id();
    app.store
        .write(actor, |tx| {
            staff::invite(tx, &id, email, name.trim(), roles, lang)?;
            send_invitation(app, tx, &id, name)
        })
        .map_err(|error| match error {
            Error::Broken(why) if why == store::Error::Taken.to_string() => {
                Error::field("email", "error-email-taken")
            }
            other => other,
        })
}

/// Sends a fresh invitation; password, second factor and recovery codes so far are forgotten.
pub fn reset(app: &App, actor: &Actor, email: &str) -> Result<Invited> {
    let member = by_email(app, email)?;
    app.store.write(actor, |tx| {
        let change = Change { status: Some(Status::Invited), password: Some(None), totp: Some(None) };
        staff::change(tx, &member.id, &change)?;
        staff::set_recovery_codes(tx, &member.id, &[])?;
        send_invitation(app, tx, &member.id, &member.name)
    })
}

fn send_invitation(app: &App, tx: &mut Tx<'_>, id: &str, name: &str) -> Result<Invited> {
    let token = tokens::token();
    let until = tx.now + INVITATION;
    staff::set_invite(tx, id, token.hash, until)?;
    let link = app.link(&["desk", "invite", &token.plain]);
    let until_on = until.with_timezone(&app.desk_zone()).date_naive();
    let mail = StaffMail::Invitation { name: name.to_owned(), link: link.clone(), until_on };
    messages::keep_staff_mail(tx, id, &mail)?;
    mark(tx, id, "invited")?;
    Ok(Invited { id: id.to_owned(), link, until })
}

fn mark(tx: &mut Tx<'_>, id: &str, what: &str) -> Result<()> {
    let event = Event::new(EventKind::StaffChanged, None, json!({ "what": what, "staff": id }));
    chain::append(tx, &chain::staff_chain(id), None, &event)?;
    Ok(())
}

/// Disables somebody: every session and every open invitation ends at once, on every node.
pub fn disable(app: &App, actor: &Actor, email: &str) -> Result<()> {
    let member = by_email(app, email)?;
    app.store.write(actor, |tx| {
        staff::change(tx, &member.id, &Change { status: Some(Status::Disabled), ..Change::default() })?;
        mark(tx, &member.id, "disabled")
    })
}

fn by_email(app: &App, email: &str) -> Result<Member> {
    app.store.look(|db| staff::by_email(db, email).map_err(Error::from))?.ok_or(Error::NotFound)
}

/// Everybody, by name.
pub fn all(app: &App) -> Result<Vec<Member>> {
    app.store.look(|db| Ok(staff::all(db)?))
}

/// Who an invitation is for, and until when it is good.
pub fn invited(app: &App, token: &str) -> Result<(Member, DateTime<Utc>)> {
    outbox::refuse_held(app)?;
    let now = app.store.clock.now();
    app.store.look(|db| Ok(staff::invited(db, &tokens::hash_token(token), now)?))
}

/// The second factor that is offered while an invitation is being accepted. Kept by the browser's
/// page only until the first right code; nothing counts before.
pub struct Enrolment {
    /// The secret, as typed by hand.
    pub base32: Zeroizing<String>,
    /// The same as a picture for the phone.
    pub qr: totp::Qr,
    /// Ten recovery codes.
    pub recovery: Vec<Zeroizing<String>>,
}

/// Checks the password somebody chose, before the second step.
pub fn check_password(app: &App, token: &str, password: &str, again: &str) -> Result<()> {
    let (member, _) = invited(app, token)?;
    let mut words: Vec<&str> = vec![&member.email, &member.name, "indsigt"];
    words.extend(app.controllers.all().iter().map(|c| c.legal_name.as_str()));
    check_rules(password, &words).map_err(|problem| {
        Error::field(
            "password",
            match problem {
                PasswordProblem::TooShort => "error-password-short",
                PasswordProblem::TooLong => "error-password-long",
                PasswordProblem::Common => "error-password-common",
                PasswordProblem::Forbidden => "error-password-own-words",
            },
        )
    })?;
    if password != again {
        return Err(Error::field("password_again", "error-password-different"));
    }
    Ok(())
}

/// A fresh second factor for who accepts an invitation.
pub fn enrol(app: &App, token: &str) -> Result<(TotpSecret, Enrolment)> {
    let (member, _) = invited(app, token)?;
    let secret = TotpSecret::generate();
    let enrolment = show_enrolment(app, &member, &secret, totp::recovery_codes())?;
    Ok((secret, enrolment))
}

/// The same second factor once more, after a wrong code.
pub fn show_enrolment(
    app: &App,
    member: &Member,
    secret: &TotpSecret,
    recovery: Vec<Zeroizing<String>>,
) -> Result<Enrolment> {
    let issuer = app.house_name();
    let qr = secret.qr(&issuer, &member.email).map_err(|e| Error::Broken(e.to_string()))?;
    Ok(Enrolment { base32: secret.base32(), qr, recovery })
}

/// Accepts an invitation: password, second factor and recovery codes begin to count together, once
/// a code of the new factor was right.
pub fn accept(
    app: &App,
    token: &str,
    password: &str,
    secret: &TotpSecret,
    recovery: &[Zeroizing<String>],
    code: &str,
) -> Result<()> {
    let (member, _) = invited(app, token)?;
    check_password(app, token, password, password)?;
    let now = app.store.clock.now();
    let Some(step) = secret.check(code, now, None) else {
        return Err(Error::field("code", "error-code-wrong"));
    };
    let hashed = app.hasher.hash(password).map_err(|e| match e {
        crate::crypto::passwords::HashingError::Busy => Error::Unavailable,
        other => Error::Broken(other.to_string()),
    })?;
    let sealed =
        sealed::seal(app.store.secrets.staff_secrets(), &signing::place(&member.id), secret.expose());
    let hashes: Vec<[u8; 32]> =
        recovery.iter().map(|c| totp::recovery_hash(app.store.secrets.codes(), &member.id, c)).collect();
    app.store.write(&signing::actor_of(&member), |tx| {
        // once: a second browser with the same link is too late
        staff::accept(tx, &member.id, &tokens::hash_token(token), &hashed, &sealed)?;
        staff::use_totp_step(tx, &member.id, step)?;
        staff::set_recovery_codes(tx, &member.id, &hashes)?;
        mark(tx, &member.id, "accepted")
    })
}

/// Accepts and signs in with the same code: it cannot be used twice.
pub fn accept_and_enter(
    app: &App,
    token: &str,
    password: &str,
    secret: &TotpSecret,
    recovery: &[Zeroizing<String>],
    code: &str,
) -> Result<signing::SignedIn> {
    let (member, _) = invited(app, token)?;
    accept(app, token, password, secret, recovery, code)?;
    let member = app.store.look(|db| Ok::<_, Error>(store::staff::get(db, &member.id)?))?;
    signing::open_session(app, member)
}
