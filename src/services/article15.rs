//! The information of art. 15(1) and (2), written from the register for what was found. Nothing is
//! invented: what the register does not say in the person's language is named to staff before the
//! answer goes to review.

use crate::domain::finding::{Finding, Texts};
use crate::domain::grounds;
use crate::domain::language::Lang;
use crate::domain::register::{Activity, Basis, Recipient as Known, Register, Transfer};
use crate::domain::withholding::Scope;
use crate::package::{Article15, Period, Recipient, RegisterVersion, Statement};
use crate::services::app::{App, Controller};
use crate::services::error::{FieldProblem, Result};
use crate::services::records::OTHER_SYSTEMS;
use crate::services::register::own;
use crate::store::cases::{AnswerWords, RegisterUsed};
use crate::store::register::{self, Stored};
use crate::words;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// What of the register an answer is about.
pub struct Facts {
    stored: Option<Stored>,
    register: Register,
    lang: Lang,
    slug: String,
    touched: BTreeSet<String>,
    /// Tables with a retention rule of their own: activity, category, what it is called, rule.
    kept_otherwise: Vec<(String, String, Texts, String)>,
}

impl Facts {
    /// The facts for these findings: from the version of the register in force, or from `used`, the
    /// one an answer was written from. What is withheld as a whole is not told of.
    pub fn of(
        app: &App,
        controller: &Controller,
        lang: Lang,
        words: &AnswerWords,
        findings: &[Finding],
        used: Option<&RegisterUsed>,
    ) -> Result<Facts> {
        let stored = app.store.look(|db| match used {
            Some(used) => register::version(db, &used.name, used.version).map(Some),
            None => register::current(db, &controller.slug),
        })?;
        let register = stored.as_ref().map(|stored| stored.register.clone()).unwrap_or_default();
        let register = own::with_own(register, controller.rules.keep.longest());
        let is_hidden = |finding: &Finding, table: &str| {
            words.selection.withheld.iter().any(|withheld| {
                matches!(&withheld.scope, Scope::Part { source, table: t } if *source == finding.source && t == table)
            })
        };
        let mut touched = BTreeSet::new();
        let mut kept_otherwise = Vec::new();
        // nobody said of a document, or of records of another system, what they are used for
        let mut is_unknown = false;
        for finding in findings {
            is_unknown |= !finding.documents.is_empty();
            let map = app.sources.get(&finding.source).map(|source| source.map());
            for part in finding.parts.iter().filter(|part| part.records > 0) {
                if is_hidden(finding, &part.table) {
                    continue;
                }
                is_unknown |= part.activity == OTHER_SYSTEMS;
                touched.insert(part.activity.clone());
                let table = map.and_then(|map| map.table.iter().find(|t| *t.name.get_ref() == part.table));
                if let Some(rule) = table.and_then(|table| table.retention.as_ref()) {
                    let (activity, category) = (part.activity.clone(), part.category.clone());
                    kept_otherwise.push((activity, category, part.labels.clone(), rule.clone()));
                }
            }
        }
        if is_unknown {
            let ours = register.activities_of(&controller.slug);
            let ours = ours.filter(|one| {
                let holds_nothing = !(one.nothing_held.is_empty() && one.not_identifiable.is_empty());
                one.is_ours() && !holds_nothing && one.code != own::CODE
            });
            touched.extend(ours.map(|one| one.code.clone()));
            touched.remove(OTHER_SYSTEMS);
        }
        Ok(Facts { stored, register, lang, slug: controller.slug.clone(), touched, kept_otherwise })
    }

    /// The version they are from.
    pub fn used(&self) -> Option<RegisterUsed> {
        let stored = self.stored.as_ref()?;
        Some(RegisterUsed { name: stored.register.name.clone(), version: stored.version })
    }

    /// What the answer would have to say and the register does not.
    pub fn missing(&self) -> Vec<FieldProblem> {
        // what is kept here about earlier requests is described by the program itself
        if self.stored.is_none() && self.touched.iter().any(|code| code != own::CODE) {
            return vec![FieldProblem::new("main", "error-register-none")];
        }
        let mut gaps = Gaps { lang: self.lang, found: Vec::new() };
        for code in &self.touched {
            if self.register.activity(code).is_none() {
                gaps.add("error-register-activity", "activity", code, "code");
            }
        }
        for (activity, _, _, rule) in &self.kept_otherwise {
            if self.register.rule(rule).is_none() {
                let problem = FieldProblem::new("main", "error-register-rule").naming("code", rule);
                gaps.found.push(problem.naming("activity", activity));
            }
        }
        for activity in self.told() {
            gaps.activity(&self.register, activity);
        }
        for rule in self.kept_otherwise.iter().filter_map(|(.., rule)| self.register.rule(rule)) {
            gaps.text("retention", &rule.code, "label", &rule.label);
        }
        gaps.found.dedup();
        gaps.found
    }

    fn told(&self) -> impl Iterator<Item = &Activity> {
        self.touched.iter().filter_map(|code| self.register.activity(code))
    }

    /// Activities in which people may think that we hold something; where we act for a customer, too,
    /// because it is us they ask.
    fn not_held(&self) -> impl Iterator<Item = (&Activity, &Texts)> {
        let named = self.register.activities_of(&self.slug);
        let named = named.filter(|one| !self.touched.contains(&one.code));
        named.flat_map(|one| {
            [&one.nothing_held, &one.not_identifiable]
                .into_iter()
                .filter(|texts| !texts.is_empty())
                .map(move |texts| (one, texts))
        })
    }

    /// The information itself. `received_on`: for the policy that applied then; `today`: for
    /// transfers.
    pub fn written(&self, received_on: NaiveDate, today: NaiveDate) -> Article15 {
        let mut all = Article15::default();
        let mut recipients: BTreeMap<&str, &Known> = BTreeMap::new();
        for activity in self.told() {
            all.purposes.push(self.statement(activity, self.purpose(activity)));
            for category in activity.categories.iter().filter_map(|code| self.register.category(code)) {
                all.categories.push(self.statement(activity, self.text(&category.label)));
            }
            all.retention.push(Period {
                activity: activity.code.clone(),
                category: None,
                label: activity.label.clone(),
                text: self.texts(self.kept(activity)),
            });
            let source = match self.text(&activity.source) {
                text if text.is_empty() => self.say("package-source-person", &[]),
                text => text,
            };
            all.source.push(self.statement(activity, self.about(activity, &source)));
            all.automated_decisions.extend(self.automated(activity));
            for code in &activity.recipients {
                recipients.extend(self.register.recipient(code).map(|one| (one.code.as_str(), one)));
            }
        }
        if all.automated_decisions.is_empty() && !all.purposes.is_empty() {
            let text = self.texts(self.say("package-automated-none", &[]));
            all.automated_decisions.push(Statement { activity: None, text });
        }
        for (activity, category, label, rule) in &self.kept_otherwise {
            let rule = self.register.rule(rule).map(|rule| self.text(&rule.label)).unwrap_or_default();
            all.retention.push(Period {
                activity: activity.clone(),
                category: Some(category.clone()),
                label: label.clone(),
                text: self.texts(closed(&rule)),
            });
        }
        for recipient in recipients.values() {
            all.recipients.push(self.recipient(recipient));
            for transfer in self.register.transfers_to(&recipient.code) {
                all.safeguards.push(Statement {
                    activity: None,
                    text: self.texts(self.safeguard(recipient, transfer, today)),
                });
            }
        }
        for (activity, texts) in self.not_held() {
            let text = self.text(texts);
            if !text.is_empty() {
                all.not_held.push(self.statement(activity, self.about(activity, &text)));
            }
        }
        all.register = self.stored.as_ref().map(|stored| RegisterVersion {
            name: stored.register.name.clone(),
            version: stored.version,
            sha256: stored.sha256.clone(),
            policy: self.register.policy_on(received_on).map(|policy| policy.version.clone()),
        });
        all
    }

    fn purpose(&self, activity: &Activity) -> String {
        let purposes = self.about(activity, &closed(&self.text(&activity.purposes)));
        let grounds: Vec<String> = activity.basis.iter().map(|basis| self.ground(basis)).collect();
        if grounds.is_empty() {
            return purposes;
        }
        let grounds = words::list(self.lang, &grounds);
        format!("{purposes} {}", self.say("package-ground", &[("ground", grounds.into())]))
    }

    fn ground(&self, basis: &Basis) -> String {
        let ground = self.say(&format!("package-basis-{}", basis.article_6), &[]);
        match self.text(&basis.words) {
            words if words.is_empty() => ground,
            words => format!("{ground}: {}", words.trim_end_matches('.')),
        }
    }

    /// The rules in the order in which they win.
    fn kept(&self, activity: &Activity) -> String {
        let rules = self.register.rules_of(activity);
        let mut said = Vec::new();
        for (at, rule) in rules.iter().enumerate() {
            let mut text = closed(&self.text(&rule.label));
            let reason = self.text(&rule.basis);
            if !reason.is_empty() {
                text = format!("{} ({}).", text.trim_end_matches('.'), reason.trim_end_matches('.'));
            }
            if rule.keeps_against_erasure()
                && let Some(ground) = grounds::Ground::find(&rule.ground)
            {
                let article = words::article(self.lang, ground.article);
                text = format!("{text} {}", self.say("package-kept-anyway", &[("article", article.into())]));
            }
            said.push(if at == 0 { text } else { self.say("package-kept-else", &[("rule", text.into())]) });
        }
        said.join(" ")
    }

    fn automated(&self, activity: &Activity) -> Option<Statement> {
        let automated = activity.automated.as_ref()?;
        let kind = if automated.decides { "package-automated-decides" } else { "package-automated-profile" };
        let parts = [&automated.logic, &automated.significance].map(|texts| closed(&self.text(texts)));
        let text = format!("{} {}", self.say(kind, &[]), parts.join(" "));
        Some(self.statement(activity, self.about(activity, text.trim())))
    }

    fn recipient(&self, known: &Known) -> Recipient {
        Recipient {
            name: known.name.clone(),
            category: self.texts(self.say(&format!("package-recipient-{}", known.kind), &[])),
            does: known.does.clone(),
            country: Some(known.country.clone()),
            country_name: self.texts(country(self.lang, &known.country)),
        }
    }

    fn safeguard(&self, recipient: &Known, transfer: &Transfer, today: NaiveDate) -> String {
        let slots = |why: String| {
            [
                ("name", recipient.name.clone().into()),
                ("country", country(self.lang, &transfer.country).into()),
                ("why", why.into()),
            ]
        };
        let why = self.say(&format!("register-mechanism-{}", transfer.mechanism), &[]);
        let id = if transfer.is_lapsed(today) { "package-transfer-lapsed" } else { "package-transfer" };
        let said = self.say(id, &slots(why));
        format!("{said} {}", closed(&self.text(&transfer.words))).trim_end().to_owned()
    }

    fn about(&self, activity: &Activity, text: &str) -> String {
        format!("{}: {text}", self.text(&activity.label))
    }

    fn statement(&self, activity: &Activity, text: String) -> Statement {
        Statement { activity: Some(activity.code.clone()), text: self.texts(text) }
    }

    /// The text in the person's language; another is none.
    fn text(&self, texts: &Texts) -> String {
        texts.get(&self.lang).map(|text| text.trim().to_owned()).unwrap_or_default()
    }

    fn texts(&self, text: String) -> Texts {
        Texts::from([(self.lang, text)])
    }

    fn say(&self, id: &str, slots: &[(&str, words::Value)]) -> String {
        words::text(self.lang, id, slots)
    }
}

/// What a country is called; its code where nobody wrote a name.
pub fn country(lang: Lang, code: &str) -> String {
    let id = format!("register-country-{code}");
    if words::exists(&id) { words::text(lang, &id, &[]) } else { code.to_owned() }
}

/// A sentence with its full stop.
fn closed(text: &str) -> String {
    let text = text.trim();
    if text.is_empty() || text.ends_with(['.', '?', ':']) { text.to_owned() } else { format!("{text}.") }
}

struct Gaps {
    lang: Lang,
    found: Vec<FieldProblem>,
}

impl Gaps {
    fn add(&mut self, key: &'static str, section: &str, code: &str, field: &str) {
        let problem = FieldProblem::new("main", key).naming("section", section).naming("code", code);
        self.found
            .push(problem.naming("field", &format!("{section}_{field}")).naming("lang", self.lang.code()));
    }

    fn text(&mut self, section: &str, code: &str, field: &str, texts: &Texts) {
        if texts.get(&self.lang).is_none_or(|text| text.trim().is_empty()) {
            self.add("error-register-text", section, code, field);
        }
    }

    fn text_if_any(&mut self, section: &str, code: &str, field: &str, texts: &Texts) {
        if !texts.is_empty() {
            self.text(section, code, field, texts);
        }
    }

    fn activity(&mut self, register: &Register, activity: &Activity) {
        let code = activity.code.as_str();
        self.text("activity", code, "label", &activity.label);
        self.text("activity", code, "purposes", &activity.purposes);
        self.text_if_any("activity", code, "source", &activity.source);
        for basis in &activity.basis {
            self.text_if_any("activity", code, "basis", &basis.words);
        }
        if let Some(automated) = &activity.automated {
            self.text("activity", code, "logic", &automated.logic);
            self.text("activity", code, "significance", &automated.significance);
        }
        let rules = register.rules_of(activity);
        if rules.is_empty() {
            self.add("error-register-empty", "activity", code, "retention");
        }
        for rule in rules {
            self.text("retention", &rule.code, "label", &rule.label);
            self.text_if_any("retention", &rule.code, "basis", &rule.basis);
        }
        let mut categories = activity.categories.iter().filter_map(|code| register.category(code)).peekable();
        if categories.peek().is_none() {
            self.add("error-register-empty", "activity", code, "categories");
        }
        for category in categories {
            self.text("category", &category.code, "label", &category.label);
        }
        for recipient in activity.recipients.iter().filter_map(|code| register.recipient(code)) {
            self.text("recipient", &recipient.code, "does", &recipient.does);
            for transfer in register.transfers_to(&recipient.code) {
                self.text_if_any("transfer", &transfer.code, "words", &transfer.words);
            }
        }
    }
}
