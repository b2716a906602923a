//! `indsigt doctor`: what is wrong with configuration, databases, keys, mail and sources, and how
//! to mend it. Makes nothing where there is nothing; databases of an older version are brought up to
//! date, as at every start.

use crate::cli::{boot, configuration};
use crate::clock::Clock;
use crate::config::Config;
use crate::domain::job::Cause;
use crate::mail::{MailSettings, SendError, SmtpSettings, Transport};
use crate::services::App;
use crate::store::{installation, jobs, outside};
use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

/// How long the mail server may take to let us in.
const MAIL_PATIENCE: Duration = Duration::from_secs(10);

/// One line of the report.
enum Line {
    Good(String),
    Look(String),
    Bad(String),
}

/// Examines everything and prints the report; fails when something is wrong.
pub fn run(path: Option<&Path>) -> ExitCode {
    let config = match configuration(path) {
        Ok(config) => config,
        Err(code) => return code,
    };
    let mut lines = vec![Line::Good("the configuration can be used".into())];
    lines.extend(config.plain_databases().into_iter().map(|key| {
        Line::Look(format!(
            "{key} is spoken to in plain text over the network: passwords and everything not sealed can be read \
             on the way. Only a trial (development = true) may; take sslmode=disable away."
        ))
    }));
    if let Err(sentence) = boot::web_tls(&config) {
        lines.push(Line::Bad(format!("the certificate of the web cannot be used: {sentence}")));
    }
    let missing = boot::missing(&config);
    if missing.is_empty() {
        match boot::app(&config, Clock::System, false) {
            Ok(app) => examine(&config, &app, &mut lines),
            Err(sentence) => lines.push(Line::Bad(sentence)),
        }
    } else {
        lines.extend(missing.into_iter().map(Line::Bad));
    }
    let mut is_good = true;
    for line in lines {
        match line {
            Line::Good(text) => println!("ok     {text}"),
            Line::Look(text) => println!("look   {text}"),
            Line::Bad(text) => {
                is_good = false;
                println!("WRONG  {text}");
            }
        }
    }
    if is_good { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn examine(config: &Config, app: &App, lines: &mut Vec<Line>) {
    lines.push(Line::Good("both databases answer and are up to date".into()));
    lines.push(Line::Good("the master key opens the key store".into()));
    keys_of_cases(app, lines);
    privacy_notices(app, lines);
    outbox(app, lines);
    mail(config, lines);
    sources(app, lines);
    signed_heads(app, lines);
    if config.checkpoint_folder().starts_with(&config.general.data_dir) {
        lines.push(Line::Look(
            "signed heads are written into the data folder; put audit.checkpoint_folder on another machine, so \
             that whoever changes the database cannot change them too"
                .into(),
        ));
    }
}

/// The form of a controller is served only with a whole privacy notice (art. 13).
fn privacy_notices(app: &App, lines: &mut Vec<Line>) {
    match crate::services::notices::warnings(app) {
        Ok(warnings) if warnings.is_empty() => {
            lines.push(Line::Good("every form has its privacy notice".into()))
        }
        Ok(warnings) => lines.extend(warnings.into_iter().map(Line::Bad)),
        Err(error) => lines.push(Line::Bad(format!("the privacy notices cannot be looked at: {error}"))),
    }
}

/// A sample of cases must open with their keys.
fn keys_of_cases(app: &App, lines: &mut Vec<Line>) {
    match crate::store::cases::newest_ids(&app.store, 200) {
        Ok(ids) => {
            let dark = ids.iter().filter(|id| app.store.case_key(id).is_err()).count();
            lines.push(match dark {
                0 => Line::Good(format!("the newest {} cases have their keys", ids.len())),
                n => Line::Bad(format!(
                    "{n} of the newest {} cases have no key: the key store does not belong to this database, or \
                     was restored from an older copy. Restore the key store that was backed up after the database.",
                    ids.len()
                )),
            });
        }
        Err(error) => lines.push(Line::Bad(format!("cases cannot be read: {error}"))),
    }
}

/// The proof of the audit trail reaches the folder it is kept in.
fn signed_heads(app: &App, lines: &mut Vec<Line>) {
    let folder = app.checkpoint_folder.display();
    lines.push(match outside::is_behind(&app.store, &app.checkpoint_folder) {
        Ok(false) => Line::Good("signed heads are outside".into()),
        Ok(true) => Line::Bad(format!(
            "signed heads do not reach {folder}: what is changed in the database now cannot be proven later. Look \
             whether the service runs and may write there, and at its log."
        )),
        Err(error) => Line::Bad(format!("signed heads cannot be read: {error}")),
    });
}

fn outbox(app: &App, lines: &mut Vec<Line>) {
    let looked = app.store.look(|db| {
        Ok::<_, crate::store::Error>((
            jobs::count_dead(db)?,
            jobs::unfinished(db)?,
            installation::is_held(db)?,
        ))
    });
    match looked {
        Ok((dead, waiting, held)) => {
            if held {
                lines.push(Line::Look(
                    "mail, timers and links are held since a restore: check the system, then run \
                     \"indsigt restore --confirm\""
                        .into(),
                ));
            }
            if dead > 0 {
                lines.push(Line::Look(format!("{dead} jobs were given up: see Jobs at the desk")));
            }
            lines.push(Line::Good(format!("{waiting} jobs are waiting")));
        }
        Err(error) => lines.push(Line::Bad(format!("the queue cannot be read: {error}"))),
    }
}

/// The mail server takes our connection as the settings have it: TLS, sign-in. No mail is sent.
fn mail(config: &Config, lines: &mut Vec<Line>) {
    let settings = match boot::mail_settings(config) {
        Ok(MailSettings::Smtp(smtp)) => SmtpSettings { timeout: MAIL_PATIENCE, ..smtp },
        Ok(_) => return lines.push(Line::Look("mail goes into a folder, not to people".into())),
        Err(sentence) => return lines.push(Line::Bad(sentence)),
    };
    let server = format!("the mail server {}:{}", settings.host, config.mail_port());
    lines.push(match try_out(settings) {
        Ok(Ok(())) => Line::Good(format!("{server} answers and lets us in")),
        Ok(Err(SendError::Temporary(cause, detail) | SendError::Permanent(cause, detail))) => {
            Line::Bad(format!("{server} {} Cases go on, letters wait.", not_well(cause, &detail)))
        }
        Err(sentence) => Line::Bad(sentence),
    });
}

fn try_out(settings: SmtpSettings) -> Result<Result<(), SendError>, String> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(|e| format!("The mail server cannot be tried: {e}"))?;
    let transport = Transport::new(&MailSettings::Smtp(settings)).map_err(|e| e.to_string())?;
    Ok(runtime.block_on(transport.try_out()))
}

/// What keeps mail from leaving, and what to do about it.
fn not_well(cause: Cause, detail: &str) -> String {
    match cause {
        Cause::MailSignIn => {
            format!("refuses our sign-in ({detail}): check mail.username and mail.password.")
        }
        Cause::MailTls => format!(
            "answers, but not as the settings want it ({detail}): check mail.tls, that the certificate names \
             mail.host and is trusted on this machine, and whether the server offers a sign-in when mail.username is \
             set."
        ),
        Cause::MailAway => "does not answer: check mail.host, mail.port and the firewall.".into(),
        _ => format!("turns us away ({detail}): ask whoever runs it."),
    }
}

fn sources(app: &App, lines: &mut Vec<Line>) {
    for (name, checked) in app.sources.check_all() {
        match checked {
            Err(error) => lines.push(Line::Bad(error.to_string())),
            Ok(problems) => {
                if !problems.iter().any(|problem| problem.is_error) {
                    let of = app.sources.get(name).map(|source| source.controllers().join(", "));
                    let of = of.unwrap_or_default();
                    let text = format!("the source {name} (of {of}) answers and fits its data map");
                    lines.push(Line::Good(text));
                }
                for problem in problems {
                    let text = format!("source {name}, data map line {}: {}", problem.line, problem.what);
                    lines.push(if problem.is_error { Line::Bad(text) } else { Line::Look(text) });
                }
            }
        }
    }
}
