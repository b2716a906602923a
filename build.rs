//! Rebuilds when a migration, text or page is added: they are embedded in the binary.

fn main() {
    for path in
        ["migrations", "locales", "email_templates", "src/web/pages", "src/web/assets", "src/package/assets"]
    {
        println!("cargo:rerun-if-changed={path}");
    }
}
