//! Renders pages: the embedded templates and assets, strictly, one environment a language.
//!
//! A template that names something its model lacks, or a text that does not exist, is an error and
//! never an empty place. Everything is escaped; nothing in a model is ever a template.

use crate::domain::language::Lang;
use crate::web::view::Page;
use crate::words;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Kwargs, Serde, Value};
use minijinja::{Environment, Error, ErrorKind, State, UndefinedBehavior};
use rust_embed::RustEmbed;
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::borrow::Cow;

/// Steps a page may take: a queue of a hundred rows takes a tenth of it.
const FUEL: u64 = 2_000_000;

#[derive(RustEmbed)]
#[folder = "src/web/pages"]
struct Templates;

#[derive(RustEmbed)]
#[folder = "src/web/assets"]
struct Assets;

/// Why a page could not be rendered. Carries the template's name and the engine's own words, which
/// name variables and texts, never their values.
#[derive(Debug, thiserror::Error)]
#[error("the page {name} could not be rendered: {detail}")]
pub struct RenderError {
    /// Template.
    pub name: String,
    /// What the engine said.
    pub detail: String,
}

impl RenderError {
    fn new(name: &str, error: &Error) -> Self {
        let mut detail = error.to_string();
        let mut source = std::error::Error::source(error);
        while let Some(inner) = source {
            detail = format!("{detail}: {inner}");
            source = inner.source();
        }
        RenderError { name: name.to_owned(), detail }
    }
}

/// All pages in all languages, compiled once at start.
pub struct Pages {
    languages: Vec<(Lang, Environment<'static>)>,
}

impl Pages {
    /// Compiles every template.
    ///
    /// # Errors
    /// The first template that does not parse.
    pub fn load() -> Result<Self, RenderError> {
        let languages = Lang::ALL
            .iter()
            .map(|lang| environment(*lang).map(|env| (*lang, env)))
            .collect::<Result<_, _>>()?;
        Ok(Pages { languages })
    }

    /// Renders a page with its own template.
    ///
    /// # Errors
    /// Something is missing in the model, the texts or the template.
    pub fn show<P: Page>(&self, lang: Lang, page: &P) -> Result<String, RenderError> {
        self.render(P::TEMPLATE, lang, page)
    }

    /// Renders the template `name`.
    ///
    /// # Errors
    /// No such template, or something is missing in the model, the texts or the template.
    pub fn render(&self, name: &str, lang: Lang, model: &impl Serialize) -> Result<String, RenderError> {
        let env = self
            .languages
            .iter()
            .find(|(known, _)| *known == lang)
            .map(|(_, env)| env)
            .ok_or_else(|| RenderError { name: name.to_owned(), detail: "unknown language".into() })?;
        env.get_template(name)
            .and_then(|template| template.render(Value::from(Serde(model))))
            .map_err(|error| RenderError::new(name, &error))
    }
}

/// A file to serve: its bytes and its media type.
pub struct Asset {
    /// The bytes.
    pub bytes: Cow<'static, [u8]>,
    /// For `Content-Type`.
    pub media_type: &'static str,
    /// For `ETag`, without quotes.
    pub etag: String,
}

/// The asset under `/assets/`, or none.
pub fn asset(name: &str) -> Option<Asset> {
    let media_type = match name.rsplit_once('.')?.1 {
        "css" => "text/css; charset=utf-8",
        "svg" => "image/svg+xml",
        _ => return None,
    };
    let file = Assets::get(name)?;
    Some(Asset { etag: fingerprint(&file.data), bytes: file.data, media_type })
}

/// A few digits of a file's hash: enough to see that it changed.
fn fingerprint(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}

fn environment(lang: Lang) -> Result<Environment<'static>, RenderError> {
    let mut env = Environment::new();
    let syntax = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build();
    env.set_syntax(syntax.map_err(|error| RenderError::new("syntax", &error))?);
    env.set_undefined_behavior(UndefinedBehavior::Strict);
    env.set_auto_escape_callback(|_| minijinja::AutoEscape::Html);
    env.set_fuel(Some(FUEL));
    words::register(&mut env);
    env.add_global("lang", lang.code());
    let style = asset("indsigt.css").map(|css| css.etag).unwrap_or_default();
    env.add_global("stylesheet", Value::from_safe_string(format!("/assets/indsigt.css?v={style}")));
    env.add_function("say", say);
    env.add_function("size", size);
    for path in Templates::iter() {
        let name = path.as_ref();
        let Some(file) = Templates::get(name) else { continue };
        let text = String::from_utf8_lossy(&file.data).into_owned();
        env.add_template_owned(name.to_owned(), text).map_err(|error| RenderError::new(name, &error))?;
    }
    Ok(env)
}

/// `say(said)`: a [`Said`](crate::web::view::Said) in the reader's language.
fn say(state: &mut State, said: Value) -> Result<String, Error> {
    let id = said.get_attr("id")?;
    let slots = said.get_attr("slots")?;
    let mut filled = Vec::new();
    for name in slots.try_iter()? {
        let slot = slots.get_item(&name)?;
        let kind = slot.try_iter()?.next().unwrap_or_default();
        let value = slot.get_item(&kind)?;
        let value = match kind.as_str().unwrap_or_default() {
            "words" | "count" => value,
            "on" => call(state, "date", value)?,
            "day" => call(state, "day", value)?,
            "short" => call(state, "table_date", value)?,
            "said" => Value::from(say(state, value)?),
            other => return Err(Error::new(ErrorKind::InvalidOperation, format!("no slot is {other}"))),
        };
        filled.push((name.to_string(), value));
    }
    let arguments = [id, Value::from(filled.into_iter().collect::<Kwargs>())];
    let text = function(state, "t")?.call(state, &arguments)?;
    Ok(text.to_string())
}

fn call(state: &mut State, name: &str, value: Value) -> Result<Value, Error> {
    function(state, name)?.call(state, &[value])
}

fn function(state: &State, name: &str) -> Result<Value, Error> {
    state.lookup(name).ok_or_else(|| Error::new(ErrorKind::UnknownFunction, format!("{name} is missing")))
}

/// `size(bytes)`: "54 kB", "1,2 MB"; the decimal mark follows the language.
fn size(state: &State, bytes: u64) -> String {
    let mark = match state.lookup("lang").as_ref().and_then(Value::as_str) {
        Some("en") => '.',
        _ => ',',
    };
    match bytes {
        0..1_000 => format!("{bytes}\u{a0}B"),
        1_000..1_000_000 => format!("{}\u{a0}kB", bytes.div_ceil(1_000)),
        _ => {
            let tenths = bytes.div_ceil(100_000);
            format!("{}{mark}{}\u{a0}MB", tenths / 10, tenths % 10)
        }
    }
}

#[cfg(test)]
mod tests;
