//! The published schema (JSON Schema 2020-12) and the two validators made from it.

use crate::package::error::PackageError;
use jsonschema::Validator;
use serde_json::Value;

/// The schema as published.
pub fn schema_text() -> &'static str {
    include_str!("assets/indsigt-package-1.schema.json")
}

/// Validators for the two kinds of JSON file in a package.
pub(crate) struct Schemas {
    manifest: Validator,
    part: Validator,
}

impl Schemas {
    /// Compiles the embedded schema.
    pub(crate) fn load() -> Result<Self, PackageError> {
        Ok(Self { manifest: definition("manifest")?, part: definition("part")? })
    }

    /// Validates `manifest.json`.
    pub(crate) fn check_manifest(&self, path: &str, file: &Value) -> Result<(), PackageError> {
        check(&self.manifest, path, file)
    }

    /// Validates one part.
    pub(crate) fn check_part(&self, path: &str, file: &Value) -> Result<(), PackageError> {
        check(&self.part, path, file)
    }
}

/// The error names the place and the rule, never the value that broke it.
fn check(validator: &Validator, path: &str, file: &Value) -> Result<(), PackageError> {
    validator.validate(file).map_err(|error| PackageError::Schema {
        path: path.to_owned(),
        at: error.instance_path().to_string(),
        keyword: error.kind().keyword().to_owned(),
    })
}

fn definition(name: &str) -> Result<Validator, PackageError> {
    let broken = |why: String| PackageError::Broken { what: "schema", why };
    let mut schema: Value = serde_json::from_str(schema_text()).map_err(|e| broken(e.to_string()))?;
    let root = schema.as_object_mut().ok_or_else(|| broken("not an object".to_owned()))?;
    root.remove("oneOf");
    root.insert("$ref".to_owned(), Value::from(format!("#/$defs/{name}")));
    jsonschema::validator_for(&schema).map_err(|e| broken(e.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_schema_is_valid_2020_12_and_compiles() {
        let schema: Value = serde_json::from_str(schema_text()).unwrap();
        assert!(jsonschema::draft202012::meta::is_valid(&schema));
        assert!(jsonschema::validator_for(&schema).is_ok());
        assert!(Schemas::load().is_ok());
    }

    #[test]
    fn an_error_names_the_place_and_never_the_value() {
        let part = serde_json::json!({"format": "indsigt-part", "version": 1, "activity": "s", "category": "c",
            "source": "s", "table": "t", "labels": {}, "legal_ground": "b",
            "columns": [{"name": "a", "labels": {}, "provided": true}], "records": ["SECRET-VALUE"]});
        let error =
            Schemas::load().unwrap().check_part("data/a/b/part-0001.json", &part).unwrap_err().to_string();
        assert!(error.contains("/records/0") && error.contains("type"), "{error}");
        assert!(!error.contains("SECRET-VALUE"), "{error}");
    }
}
