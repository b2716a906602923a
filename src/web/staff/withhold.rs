//! The part of the answer page where staff choose what of the findings stays out of the package.

use crate::domain::calendar::Country;
use crate::domain::finding::Finding;
use crate::domain::grounds;
use crate::domain::language::Lang;
use crate::domain::outcome::Outcome;
use crate::domain::right::Right;
use crate::domain::withholding::{Scope, Selection, Withholding};
use crate::package::{column_label, in_language, label};
use crate::services::withholding::{Thing, held};
use crate::services::{Error, Result};
use crate::web::form::Fields;
use crate::web::view::desk::answer::{FoundGroup, FoundLine, FoundSource};

/// How a field about something found begins; the rest of its name says what it is about, so that a
/// page made before something else was found never names the wrong thing.
const FIELD: &str = "withhold ";

/// The name of the field about something found.
fn field(scope: &Scope) -> String {
    format!("{FIELD}{}", serde_json::to_string(scope).unwrap_or_default())
}

/// What was chosen.
///
/// # Errors
/// A field that names nothing readable: to leave it out would give out what it is about.
pub fn chosen(typed: &Fields) -> Result<Selection> {
    let mut selection = Selection::default();
    for (name, ground) in typed.pairs() {
        let Some(scope) = name.strip_prefix(FIELD).filter(|_| !ground.is_empty()) else { continue };
        let scope: Scope =
            serde_json::from_str(scope).map_err(|_| Error::field("withheld", "error-withheld-gone"))?;
        selection.withheld.push(Withholding { scope, ground: ground.clone() });
    }
    selection.provided = typed.all("provided").into_iter().map(str::to_owned).collect();
    Ok(selection)
}

/// The fields of a draft.
pub fn as_typed(selection: &Selection) -> Vec<(String, String)> {
    let withheld = selection.withheld.iter().map(|w| (field(&w.scope), w.ground.clone()));
    let provided = selection.provided.iter().map(|id| ("provided".to_owned(), id.clone()));
    withheld.chain(provided).collect()
}

/// The grounds on which a part of what was found can be withheld.
pub fn grounds_for(right: Right, country: Country) -> Vec<String> {
    grounds::allowed_for(right, Outcome::PartlyFulfilled, country).map(|g| g.code.to_owned()).collect()
}

/// Everything that was found, as fields, with what is typed.
pub fn found(findings: &[Finding], typed: &Fields, lang: Lang) -> Vec<FoundSource> {
    let provided = typed.all("provided");
    let mut sources: Vec<FoundSource> = Vec::new();
    let mut last: Option<&Finding> = None;
    for (n, held) in held(findings).into_iter().enumerate() {
        if !last.is_some_and(|last| std::ptr::eq(last, held.finding)) {
            let name = in_language(&held.finding.labels, lang).unwrap_or(&held.finding.source).to_owned();
            sources.push(FoundSource { name, groups: Vec::new() });
            last = Some(held.finding);
        }
        let Some(source) = sources.last_mut() else { continue };
        let name = field(&held.scope());
        let mut line = FoundLine {
            id: format!("found-{}", n + 1),
            ground: typed.one(&name).to_owned(),
            name,
            label: None,
            file_id: None,
            provided: false,
        };
        let (mut group, mut count) = (None, 0);
        match held.thing {
            Thing::Part(part) => {
                group = Some(label(part, lang));
                count = i64::try_from(part.records).unwrap_or(i64::MAX);
            }
            Thing::Column(_, column) => line.label = Some(column_label(column, lang)),
            Thing::Document(_, document) => {
                line.label = Some(document.name.clone());
                line.provided = provided.contains(&document.file_id.as_str());
                line.file_id = Some(document.file_id.clone());
            }
        }
        let begins = match held.thing {
            Thing::Part(_) => true,
            Thing::Column(..) => false,
            Thing::Document(..) => source.groups.last().is_none_or(|group| group.label.is_some()),
        };
        if begins {
            source.groups.push(FoundGroup { label: group, count, chosen: false, lines: Vec::new() });
        }
        if let Some(group) = source.groups.last_mut() {
            group.chosen |= !line.ground.is_empty() || line.provided;
            group.count += i64::from(line.file_id.is_some());
            group.lines.push(line);
        }
    }
    sources
}
