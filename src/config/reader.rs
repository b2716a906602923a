//! From the tree to typed sections: every setting declared once, with its doc and default.

use super::tree::{Node, Table, Value};
use super::{Origin, Problem};
use std::collections::BTreeMap;

/// A setting as it is declared: for reading, for the documents and for `doctor`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Setting {
    /// The section it stands in; empty at the top of the file.
    pub section: &'static str,
    /// Whether the section is written `[[so]]`, once per thing.
    pub repeated: bool,
    /// Its name in the section.
    pub name: &'static str,
    /// What it means.
    pub doc: &'static str,
    /// What holds when it is not set, as it would be written; none: nothing, or the doc says.
    pub default: Option<&'static str>,
    /// Must be set.
    pub required: bool,
    /// Never shown; may be given in a file named by `…_FILE`.
    pub secret: bool,
}

impl Setting {
    /// `section.name`, as problems call it.
    pub fn key(&self) -> String {
        if self.section.is_empty() { self.name.to_owned() } else { format!("{}.{}", self.section, self.name) }
    }

    /// The environment variable that sets it; `*` stands for the number, slug or name of a
    /// repeated section.
    pub fn variable(&self) -> String {
        let section = match (self.section, self.repeated) {
            ("", _) => String::new(),
            (section, false) => format!("{section}__"),
            (section, true) => format!("{section}__*__"),
        };
        format!("INDSIGT_{}", format!("{section}{}", self.name).to_uppercase())
    }
}

/// What a setting may be: read from what was written.
pub trait FromSetting: Sized {
    /// Whether it is never shown.
    const SECRET: bool = false;
    /// Whether it may be missing although it has no default.
    const OPTIONAL: bool = false;

    /// Reads it, or says what is wrong as the end of a sentence that begins with the key. A secret
    /// must not be quoted in it.
    fn from_value(value: &Value) -> Result<Self, String>;

    /// What holds when it is neither set nor has a default.
    fn absent() -> Option<Self> {
        None
    }
}

impl<T: FromSetting> FromSetting for Option<T> {
    const SECRET: bool = T::SECRET;
    const OPTIONAL: bool = true;

    fn from_value(value: &Value) -> Result<Self, String> {
        T::from_value(value).map(Some)
    }

    fn absent() -> Option<Self> {
        Some(None)
    }
}

/// Hands out the settings of one section and notes what is wrong with them.
pub struct Reader<'a> {
    section: String,
    table: Table,
    /// Everything wrong so far.
    pub problems: &'a mut Vec<Problem>,
    /// Where each key was written.
    pub origins: &'a mut BTreeMap<String, Origin>,
}

impl<'a> Reader<'a> {
    /// A reader of one section; `section` is what problems call it.
    pub fn new(
        section: &str,
        table: Table,
        problems: &'a mut Vec<Problem>,
        origins: &'a mut BTreeMap<String, Origin>,
    ) -> Self {
        Reader { section: section.to_owned(), table, problems, origins }
    }

    fn key(&self, name: &str) -> String {
        if self.section.is_empty() { name.to_owned() } else { format!("{}.{name}", self.section) }
    }

    /// The setting `name`, its default, or `None` with the problem noted.
    pub fn take<T: FromSetting>(&mut self, name: &str, default: Option<&str>) -> Option<T> {
        let key = self.key(name);
        let node = match (self.table.remove(name), default) {
            (Some(node), _) => node,
            (None, Some(default)) => {
                Node { value: Value::Scalar(default.to_owned()), origin: Origin::Nowhere }
            }
            (None, None) => {
                let absent = T::absent();
                if absent.is_none() {
                    let sentence = format!("{key} must be set.");
                    self.problems.push(Problem { origin: Origin::Nowhere, sentence });
                }
                return absent;
            }
        };
        self.origins.insert(key.clone(), node.origin.clone());
        match T::from_value(&node.value) {
            Ok(value) => Some(value),
            Err(wrong) => {
                self.problems.push(Problem { origin: node.origin, sentence: format!("{key} {wrong}.") });
                None
            }
        }
    }

    /// Refuses what no setting took, with the nearest name there is.
    pub fn refuse_the_rest(self, known: &[&str]) {
        for (name, node) in &self.table {
            let nearest = nearest(name, known)
                .map_or_else(String::new, |near| format!(" Did you mean {}?", self.key(near)));
            let sentence = format!("{} is no setting.{nearest}", self.key(name));
            self.problems.push(Problem { origin: node.origin.clone(), sentence });
        }
    }
}

/// The known name most like this one, if any is like it at all.
pub fn nearest<'a>(name: &str, known: &[&'a str]) -> Option<&'a str> {
    const ALIKE: f64 = 0.75;
    let score = |known: &str| strsim::jaro_winkler(&name.to_lowercase(), known);
    known
        .iter()
        .map(|known| (score(known), *known))
        .filter(|(score, _)| *score >= ALIKE)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, known)| known)
}

/// Declares a section: a struct whose fields are settings, each with its doc and its default as it
/// would be written. Without a default a setting is required, unless it is an `Option`.
macro_rules! settings {
    (
        $(#[doc = $about:literal])+
        pub struct $name:ident in $section:literal, repeated: $repeated:literal {
            $( $(#[doc = $doc:literal])+ $field:ident : $ty:ty $(= $default:literal)? ),+ $(,)?
        }
    ) => {
        $(#[doc = $about])+
        #[derive(Debug, Clone)]
        pub struct $name { $( $(#[doc = $doc])+ pub $field: $ty ),+ }

        impl $name {
            /// The settings of this section, in the order they are documented.
            pub const SETTINGS: &'static [$crate::config::Setting] = &[ $({
                const DEFAULT: Option<&str> = settings!(@default $($default)?);
                $crate::config::Setting {
                    section: $section,
                    repeated: $repeated,
                    name: stringify!($field),
                    doc: concat!($($doc),+),
                    default: DEFAULT,
                    required: DEFAULT.is_none() && !<$ty as $crate::config::reader::FromSetting>::OPTIONAL,
                    secret: <$ty as $crate::config::reader::FromSetting>::SECRET,
                }
            }),+ ];

            /// Reads the section. Everything wrong with it is noted, not only the first.
            pub(super) fn read(mut reader: $crate::config::reader::Reader<'_>, also_known: &[&str]) -> Option<Self> {
                $( let $field = reader.take::<$ty>(stringify!($field), settings!(@default $($default)?)); )+
                let mut known: Vec<&str> = Self::SETTINGS.iter().map(|setting| setting.name).collect();
                known.extend(also_known);
                reader.refuse_the_rest(&known);
                Some($name { $( $field: $field? ),+ })
            }
        }
    };
    (@default) => { None };
    (@default $default:literal) => { Some($default) };
}
pub(super) use settings;
