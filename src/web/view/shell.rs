//! What stands around every page: the citizen's masthead and footer, the desk's bar.

use crate::domain::access::Role;
use crate::domain::language::Lang;
use crate::web::view::{Said, parts::Tone};
use serde::Serialize;

/// The frame of a citizen's page. The page's language is given to the renderer.
#[derive(Debug, Clone, Serialize)]
pub struct Shell {
    /// The name in the masthead and the title: the organisation, or the installation at `/`.
    pub brand: String,
    /// Where the masthead leads, and what every link of the page begins with: `/o/{slug}`, at `/`
    /// the empty string.
    pub home: String,
    /// The same page in the languages offered; the current one is marked.
    pub languages: Vec<LanguageLink>,
    /// Who answers; none at `/` and on errors that know no organisation.
    pub organisation: Option<Organisation>,
    /// Whether this is the demo: says so on every page.
    pub demo: bool,
}

/// One language of the switch.
#[derive(Debug, Clone, Serialize)]
pub struct LanguageLink {
    /// The language.
    pub lang: Lang,
    /// Its own name.
    pub name: &'static str,
    /// The same page in it.
    pub href: String,
}

/// What a person may know about the controller before asking.
#[derive(Debug, Clone, Serialize)]
pub struct Organisation {
    /// Legal name.
    pub name: String,
    /// ISO country code, `DK` or `SE`: names the kind of number.
    pub country: String,
    /// Company number.
    pub number: Option<String>,
    /// Postal address on one line.
    pub address: String,
    /// Where the officer reads mail.
    pub email: String,
    /// Phone, as it is dialled.
    pub phone: Option<String>,
    /// When the phone is answered, in the organisation's words.
    pub hours: Option<String>,
    /// Link to the privacy notice.
    pub privacy_notice: Option<String>,
    /// Link or mail address of the data protection officer.
    pub dpo: Option<String>,
    /// Whom to ask, by name, where the configuration names somebody and no address.
    pub contact: Option<String>,
    /// The one colour of its pages, six hexadecimal digits.
    pub accent: Option<String>,
}

/// The frame of a staff page.
#[derive(Debug, Clone, Serialize)]
pub struct Desk {
    /// The name in the bar and the title.
    pub brand: String,
    /// Who is signed in.
    pub name: String,
    /// What they may do.
    pub roles: Vec<Role>,
    /// Whether they see cases at all (an administrator alone does not).
    pub sees_cases: bool,
    /// Whether they read the register of processing.
    pub sees_register: bool,
    /// The token every form of the page sends back as `csrf`.
    pub csrf: String,
    /// Which entry of the bar is current.
    pub here: Place,
    /// What was searched for, kept in the field.
    pub query: String,
    /// Letters and jobs given up on; shown in the bar when more than none.
    pub dead_letters: u32,
    /// Whether this is the demo.
    pub demo: bool,
    /// Facts to tell once, at the top of the page: what the last step did, a failed delivery.
    pub notices: Vec<Notice>,
}

/// The entries of the desk's bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// The queue and the cases.
    Queue,
    /// What goes on after answers.
    FollowUps,
    /// Enter a case.
    Enter,
    /// Dead letters and jobs.
    Jobs,
    /// The register of processing.
    Register,
    /// One's own sessions.
    Sessions,
    /// None of them.
    Elsewhere,
}

/// One fact that changes what to do now.
#[derive(Debug, Clone, Serialize)]
pub struct Notice {
    /// Its tone; none for a plain fact.
    pub tone: Option<Tone>,
    /// The fact.
    pub said: Said,
}

/// The frame of a page in front of the desk: sign-in, invitation, second factor.
#[derive(Debug, Clone, Serialize)]
pub struct Door {
    /// The name above the form.
    pub brand: String,
    /// Whether this is the demo.
    pub demo: bool,
    /// The same page in the other languages.
    pub languages: Vec<LanguageLink>,
    /// The token the form sends back as `csrf`.
    pub csrf: String,
}

impl Shell {
    /// Links to `path` in each offered language, as `?lang=`.
    pub fn languages(path: &str, offered: &[Lang]) -> Vec<LanguageLink> {
        offered
            .iter()
            .map(|lang| LanguageLink {
                lang: *lang,
                name: lang.own_name(),
                href: format!("{path}?lang={lang}"),
            })
            .collect()
    }
}
