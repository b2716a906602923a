//! The readable page: the same package for a person who wants to read it, not to process it. One
//! file that loads nothing and runs nothing, auto-escaped, written straight into the archive.

use crate::domain::language::Lang;
use crate::package::error::PackageError;
use crate::package::manifest::{Complaint, File, Manifest};
use crate::package::order::{PackageOrder, in_language};
use crate::package::sample::Section;
use crate::words;
use base64::Engine;
use minijinja::value::Serde;
use minijinja::{Environment, UndefinedBehavior};
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::error::Error;
use std::io::{self, Write};

/// The template's name; its ending switches escaping on.
const TEMPLATE: &str = "package.html";

/// The page's own style. Its hash stands in the page's content security policy.
const STYLE: &str = include_str!("assets/package.css");

#[derive(Serialize)]
struct Context<'a> {
    lang: Lang,
    zone: &'a str,
    style: &'a str,
    style_hash: String,
    manifest: &'a Manifest,
    /// Name, address and web of the authority, as far as they are known.
    complaint: Option<String>,
    sections: &'a [Section],
    documents: Vec<&'a File>,
    searched: Vec<Place>,
}

/// A place searched, as the page names it.
#[derive(Serialize)]
struct Place {
    label: String,
    place: String,
    searched_at: Option<String>,
    identifiers: Vec<String>,
    held: bool,
}

/// The page, ready to be written.
pub(crate) struct Page<'a> {
    env: Environment<'static>,
    context: Context<'a>,
}

impl<'a> Page<'a> {
    /// The page for a manifest that names every file but the page itself.
    pub(crate) fn new(
        order: &'a PackageOrder,
        manifest: &'a Manifest,
        sections: &'a [Section],
    ) -> Result<Self, PackageError> {
        let mut env = Environment::new();
        env.set_undefined_behavior(UndefinedBehavior::Strict);
        words::register(&mut env);
        env.add_template(TEMPLATE, include_str!("assets/package.html")).map_err(broken)?;
        let hash = base64::engine::general_purpose::STANDARD.encode(Sha256::digest(STYLE));
        let context = Context {
            lang: order.language,
            zone: order.zone.name(),
            style: STYLE,
            style_hash: format!("sha256-{hash}"),
            manifest,
            complaint: Complaint::of(order.authority.as_ref()).map(written_out),
            sections,
            documents: manifest.files.iter().filter(|file| file.original_name.is_some()).collect(),
            searched: places(manifest, order.language),
        };
        Ok(Self { env, context })
    }

    /// Writes it, piece by piece.
    pub(crate) fn write_to(&self, out: &mut dyn Write) -> Result<(), PackageError> {
        let template = self.env.get_template(TEMPLATE).map_err(broken)?;
        let context = minijinja::Value::from(Serde(&self.context));
        template.render_captured_to(context, out).map(|_| ()).map_err(write_failed)
    }
}

fn places(manifest: &Manifest, lang: Lang) -> Vec<Place> {
    manifest
        .searched
        .iter()
        .map(|searched| Place {
            label: in_language(&searched.labels, lang).unwrap_or(&searched.source).to_owned(),
            place: searched.searched_where.clone(),
            searched_at: searched.searched_at.clone(),
            identifiers: searched.identifiers.iter().map(|i| i.masked.clone()).collect(),
            held: searched.held,
        })
        .collect()
}

fn written_out(complaint: Complaint) -> String {
    let known = [complaint.authority, complaint.address, complaint.web];
    known.into_iter().filter(|text| !text.trim().is_empty()).collect::<Vec<_>>().join(", ")
}

fn broken(error: minijinja::Error) -> PackageError {
    PackageError::Broken { what: "readable page", why: error.to_string() }
}

/// A full disk is no broken template.
fn write_failed(error: minijinja::Error) -> PackageError {
    match error.source().and_then(|source| source.downcast_ref::<io::Error>()) {
        Some(io_error) => PackageError::Io(io::Error::new(io_error.kind(), io_error.to_string())),
        None => broken(error),
    }
}
