//! The templates in the binary: `email_templates/<language>/<name>.txt`, subject in the first line.

use crate::domain::language::Lang;
use crate::words;
use minijinja::syntax::SyntaxConfig;
use minijinja::{Environment, UndefinedBehavior};
use std::sync::LazyLock;

#[derive(rust_embed::RustEmbed)]
#[folder = "email_templates/"]
struct Files;

/// Every template there must be, in each language.
pub(super) const NAMES: [&str; 46] = [
    "receipt",
    "marketing_stopped",
    "receipt_corrected",
    "new_code",
    "ask_identity",
    "ask_scope",
    "code_link",
    "known_notice",
    "stop_lifted",
    "code",
    "reply_thanks",
    "resumed",
    "person_reminder",
    "scope_reminder",
    "pause_kept",
    "lapsed",
    "message_waiting",
    "extension",
    "extension_undone",
    "reopened",
    "withdrawn",
    "answer",
    "answer_ready",
    "not_a_request",
    "duplicate",
    "complaint_received",
    "complaint_settled",
    "moved",
    "received_corrected",
    "representative_accepted",
    "representative_refused",
    "instruction_received",
    "restriction_ends",
    "recipient_notice",
    "forwarded",
    "forward_to_controller",
    "staff_reminder",
    "staff_overdue_digest",
    "staff_last_extend",
    "staff_decide_pause",
    "staff_stopped",
    "staff_unassigned",
    "staff_task_due",
    "staff_follow_up",
    "staff_invitation",
    "staff_sign_in_alert",
];

/// How many steps a template may take: a long digest stays far below it.
const FUEL: u64 = 500_000;

struct Loaded {
    env: Environment<'static>,
    problems: Vec<String>,
}

static LOADED: LazyLock<Loaded> = LazyLock::new(load);

/// The environment with every template: strict, no loader, out of fuel after [`FUEL`] steps.
pub(super) fn environment() -> &'static Environment<'static> {
    &LOADED.env
}

/// What is wrong with the files.
pub(super) fn problems() -> Vec<String> {
    LOADED.problems.clone()
}

/// Name of a subject's template.
pub(super) fn subject(lang: Lang, name: &str) -> String {
    format!("{lang}/{name}.subject.txt")
}

/// Name of a body's template.
pub(super) fn body(lang: Lang, name: &str) -> String {
    format!("{lang}/{name}.txt")
}

fn load() -> Loaded {
    let mut env = Environment::new();
    env.set_undefined_behavior(UndefinedBehavior::Strict);
    env.set_fuel(Some(FUEL));
    let mut problems = Vec::new();
    match SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build() {
        Ok(syntax) => env.set_syntax(syntax),
        Err(error) => problems.push(error.to_string()),
    }
    words::register(&mut env);
    for lang in Lang::ALL {
        for name in NAMES {
            let path = body(*lang, name);
            if let Err(problem) = add_letter(&mut env, *lang, name, &path) {
                problems.push(format!("email_templates/{path}: {problem}"));
            }
        }
    }
    for path in ["frame.txt", "frame.html"] {
        if let Err(problem) = source(path).and_then(|text| add(&mut env, path.to_owned(), text)) {
            problems.push(format!("email_templates/{path}: {problem}"));
        }
    }
    Loaded { env, problems }
}

fn add_letter(env: &mut Environment<'static>, lang: Lang, name: &str, path: &str) -> Result<(), String> {
    let text = source(path)?;
    let (first, rest) = text.split_once("\n\n").ok_or("no blank line after the subject")?;
    let line = first.strip_prefix("Subject: ").ok_or("the first line is no subject")?;
    if line.contains('\n') {
        return Err("the subject is longer than a line".to_owned());
    }
    add(env, subject(lang, name), line.to_owned())?;
    add(env, path.to_owned(), rest.to_owned())
}

fn source(path: &str) -> Result<String, String> {
    let file = Files::get(path).ok_or("is missing")?;
    String::from_utf8(file.data.into_owned()).map_err(|_| "is not UTF-8".to_owned())
}

fn add(env: &mut Environment<'static>, name: String, text: String) -> Result<(), String> {
    env.add_template_owned(name, text).map_err(|error| error.to_string())
}
