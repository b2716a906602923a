//! TLS to PostgreSQL: the server's certificate is verified, and nothing goes in clear unless the
//! address says so.

use crate::support::postgres::tls;
use indsigt::store::postgres::{Postgres, client, wait};
use rustls::RootCertStore;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;

/// The address of a server that speaks TLS (by the name in its certificate) and the certificate of
/// who signed it, from the environment. Skipped without them, except in CI.
fn server() -> Option<(String, RootCertStore)> {
    let url = std::env::var("INDSIGT_TEST_POSTGRES_TLS").ok().filter(|url| !url.is_empty());
    let roots = std::env::var("INDSIGT_TEST_POSTGRES_ROOTS").ok().filter(|path| !path.is_empty());
    let (Some(url), Some(path)) = (url, roots) else {
        let in_ci = std::env::var("CI").is_ok_and(|ci| ci == "true");
        assert!(!in_ci, "CI needs INDSIGT_TEST_POSTGRES_TLS and INDSIGT_TEST_POSTGRES_ROOTS");
        eprintln!("skipped: no PostgreSQL server with TLS is named in INDSIGT_TEST_POSTGRES_TLS");
        return None;
    };
    let mut roots = RootCertStore::empty();
    for certificate in CertificateDer::pem_file_iter(path).unwrap() {
        roots.add(certificate.unwrap()).unwrap();
    }
    Some((url, roots))
}

#[test]
fn a_verified_server_is_spoken_to_over_tls() {
    let Some((url, roots)) = server() else { return };
    for mode in ["require", "verify-full", "prefer"] {
        let url = url.replace("sslmode=require", &format!("sslmode={mode}"));
        let client = client(&url, &tls(roots.clone())).unwrap();
        let row =
            wait(client.query_one("SELECT ssl, version FROM pg_stat_ssl WHERE pid = pg_backend_pid()", &[]))
                .unwrap();
        assert!(row.get::<_, bool>(0), "{mode}");
        assert!(row.get::<_, String>(1).starts_with("TLSv1."), "{mode}");
        assert!(Postgres::connect(&url, &tls(roots.clone())).is_ok());
    }
}

#[test]
fn a_server_nobody_vouches_for_is_refused() {
    let Some((url, _)) = server() else { return };
    let told = Postgres::connect(&url, &tls(RootCertStore::empty())).err().unwrap().to_string();
    assert!(told.contains("certificate"), "{told}");
}

#[test]
fn a_server_under_another_name_is_refused() {
    let Some((url, roots)) = server() else { return };
    let elsewhere = url.replace("localhost", "127.0.0.1");
    assert_ne!(url, elsewhere, "the certificate is for localhost");
    let told = Postgres::connect(&elsewhere, &tls(roots)).err().unwrap().to_string();
    assert!(told.contains("certificate"), "{told}");
}
