//! Rows of the controllers named in the configuration: cases point at them.

use crate::crypto::tokens;
use crate::store::error::Result;
use crate::store::schema::controllers;
use crate::store::unit::Tx;
use diesel::prelude::*;

/// Enters or renames a controller; returns its id. The slug is its lasting name.
pub fn enter(tx: &mut Tx<'_>, slug: &str, legal_name: &str) -> Result<String> {
    diesel::sql_query(
        "INSERT INTO controllers (id, slug, legal_name, changed_at) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (slug) DO UPDATE SET legal_name = $3, changed_at = $4",
    )
    .bind::<diesel::sql_types::Text, _>(tokens::id())
    .bind::<diesel::sql_types::Text, _>(slug)
    .bind::<diesel::sql_types::Text, _>(legal_name)
    .bind::<diesel::sql_types::Timestamp, _>(tx.now.naive_utc())
    .execute(tx.db)?;
    Ok(controllers::table.filter(controllers::slug.eq(slug)).select(controllers::id).first(tx.db)?)
}

/// Slugs of controllers that have rows: one that vanished from the configuration may still have cases.
pub fn slugs(tx: &mut Tx<'_>) -> Result<Vec<(String, String)>> {
    Ok(controllers::table.select((controllers::id, controllers::slug)).load(tx.db)?)
}
