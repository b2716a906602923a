//! What each page shows: one plain struct a page, filled by a handler, rendered strictly.
//!
//! A model carries facts (codes, dates, names), never sentences of ours: those are [`Said`] or
//! stand in the page's own texts, so that every page exists in every language. Dates are local
//! dates, and a [`Moment`] is already in the controller's zone.

pub mod clock;
pub mod desk;
pub mod parts;
pub mod public;
pub mod said;
pub mod shell;

pub use said::{Said, Slot};

/// An instant on the controller's clock: convert with `at.with_timezone(&zone).fixed_offset()`.
pub type Moment = chrono::DateTime<chrono::FixedOffset>;

/// A page: a model and the template that shows it.
pub trait Page: serde::Serialize {
    /// Path below `src/web/pages`.
    const TEMPLATE: &'static str;
}

/// Ties models to their templates: `pages! { Start => "public/start.html" }`.
macro_rules! pages {
    ($($model:ty => $template:literal),+ $(,)?) => {
        $(impl $crate::web::view::Page for $model { const TEMPLATE: &'static str = $template; })+
    };
}
pub(crate) use pages;

#[cfg(test)]
pub(crate) mod sample;
