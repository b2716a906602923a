//! The `indsigt` program: everything it does lives in the library.

fn main() -> std::process::ExitCode {
    indsigt::cli::run()
}
