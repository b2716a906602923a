//! The demo's connected system: a small shop database with invented people.

use rusqlite::{Connection, params};
use std::path::Path;

/// Invented customers: name, mail, phone, address, town, since when.
const CUSTOMERS: &[(&str, &str, &str, &str, &str, &str)] = &[
    (
        "Freja Eksempelholm",
        "freja@example.com",
        "+45 00 00 00 01",
        "Opdigtet Allé 3",
        "0000 Demoby",
        "2023-02-11",
    ),
    ("Jens Ingenmand", "jens@example.com", "+45 00 00 00 02", "Intetsteds 7", "0000 Demoby", "2022-06-30"),
    (
        "Ronja Demoström",
        "ronja@example.com",
        "+46 00 000 00 03",
        "Påhittsgatan 12",
        "000 00 Demostad",
        "2024-01-05",
    ),
    (
        "Otto Påhitt",
        "otto@example.com",
        "+46 00 000 00 04",
        "Exempelvägen 2",
        "000 00 Demostad",
        "2021-11-19",
    ),
    ("Mary Sample", "mary@example.com", "+45 00 00 00 05", "Prøvevej 9", "0000 Demoby", "2025-03-02"),
];

const GOODS: &[(&str, i64)] = &[
    ("Cykellygte", 14900),
    ("Termokande", 24900),
    ("Uldsokker", 8900),
    ("Havehandsker", 5900),
    ("Vandkikkert", 79900),
];

/// Makes the database. Prices are in øre.
pub fn make(path: &Path) -> Result<(), String> {
    fill(path).map_err(|e| format!("The demo's shop database cannot be made: {e}"))
}

fn fill(path: &Path) -> rusqlite::Result<()> {
    let mut db = Connection::open(path)?;
    let tx = db.transaction()?;
    tx.execute_batch(
        "CREATE TABLE customer (
             id INTEGER PRIMARY KEY, name TEXT NOT NULL, email TEXT NOT NULL, phone TEXT, street TEXT, town TEXT,
             since TEXT NOT NULL, interests TEXT);
         CREATE INDEX customer_email ON customer (email);
         CREATE TABLE orders (
             id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES customer (id), placed_at TEXT NOT NULL,
             total INTEGER NOT NULL);
         CREATE INDEX orders_customer ON orders (customer_id);
         CREATE TABLE order_line (
             id INTEGER PRIMARY KEY, order_id INTEGER NOT NULL REFERENCES orders (id), item TEXT NOT NULL,
             quantity INTEGER NOT NULL, price INTEGER NOT NULL);
         CREATE INDEX order_line_order ON order_line (order_id);
         CREATE TABLE service_note (
             id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES customer (id), written_at TEXT NOT NULL,
             note TEXT NOT NULL);
         CREATE INDEX service_note_customer ON service_note (customer_id);",
    )?;
    let mut order_id = 0;
    let mut line_id = 0;
    for (i, (name, email, phone, street, town, since)) in (1_i64..).zip(CUSTOMERS) {
        tx.execute(
            "INSERT INTO customer VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            params![i, name, email, phone, street, town, since, "have, cykel (gættet ud fra klik)"],
        )?;
        for n in 0..(2 + i) {
            order_id += 1;
            let mut total = 0;
            let mut lines = Vec::new();
            for k in 0..=(n % 3) {
                let index = usize::try_from((i + n + k) % 5).unwrap_or_default();
                let Some((item, price)) = GOODS.get(index) else { continue };
                total += price;
                lines.push((item, price));
            }
            let placed = format!("2026-{:02}-{:02} 10:{:02}:00", 1 + (n + i) % 9, 3 + n, 10 + i);
            tx.execute("INSERT INTO orders VALUES (?1, ?2, ?3, ?4)", params![order_id, i, placed, total])?;
            for (item, price) in lines {
                line_id += 1;
                tx.execute(
                    "INSERT INTO order_line VALUES (?1, ?2, ?3, 1, ?4)",
                    params![line_id, order_id, item, price],
                )?;
            }
        }
        tx.execute(
            "INSERT INTO service_note (customer_id, written_at, note) VALUES (?1, ?2, ?3)",
            params![i, "2026-05-04 09:12:00", "Spurgte, hvornår pakken kommer. Fik svar samme dag."],
        )?;
    }
    tx.commit()
}
