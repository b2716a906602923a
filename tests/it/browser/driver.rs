//! A real browser: headless Chromium driven by ChromeDriver, as a person would use it.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;
use thirtyfour::prelude::*;

/// The longest a page or a download may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(180);

/// A browser of its own, with an empty profile. Gone with this value.
pub struct Browser {
    driver: Option<WebDriver>,
    chromedriver: Child,
    runtime: tokio::runtime::Runtime,
    folder: TempDir,
}

/// The ChromeDriver to use. Without one, a developer's browser tests are skipped and say so; in CI
/// that is a failure.
fn chromedriver() -> Option<PathBuf> {
    let named = std::env::var("INDSIGT_TEST_CHROMEDRIVER").ok().filter(|p| !p.is_empty()).map(PathBuf::from);
    let found = named.or_else(|| Some(PathBuf::from("/usr/bin/chromedriver")).filter(|p| p.is_file()));
    if found.is_none() {
        let in_ci = std::env::var("CI").is_ok_and(|ci| ci == "true");
        assert!(!in_ci, "CI needs Chromium and ChromeDriver (INDSIGT_TEST_CHROMEDRIVER)");
        eprintln!("skipped: no ChromeDriver is named in INDSIGT_TEST_CHROMEDRIVER");
    }
    found
}

impl Browser {
    /// Opens a browser that asks for pages in this language; none when there is no browser here.
    pub fn open(language: &str) -> Option<Browser> {
        Self::with(language, true)
    }

    /// The same without JavaScript.
    pub fn without_scripts(language: &str) -> Option<Browser> {
        Self::with(language, false)
    }

    fn with(language: &str, scripts: bool) -> Option<Browser> {
        let program = chromedriver()?;
        let _ = rustls::crypto::ring::default_provider().install_default();
        let mut chromedriver = Command::new(program)
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let port = port_of(&mut chromedriver);
        let folder = TempDir::new().unwrap();
        let runtime =
            tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        let mut wants = DesiredCapabilities::chrome();
        for argument in [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--window-size=1280,1800",
            &format!("--user-data-dir={}", folder.path().join("profile").display()),
            &format!("--accept-lang={language}"),
        ] {
            wants.add_arg(argument).unwrap();
        }
        let mut preferences = serde_json::json!({
            "download.default_directory": folder.path().display().to_string(),
            "download.prompt_for_download": false,
            "intl.accept_languages": language,
        });
        if !scripts {
            preferences["profile.managed_default_content_settings.javascript"] = 2.into();
        }
        wants.add_experimental_option("prefs", preferences).unwrap();
        // ChromeDriver ends with this value, also when Chromium does not start
        let mut browser = Browser { driver: None, chromedriver, runtime, folder };
        let started = WebDriver::new(format!("http://127.0.0.1:{port}"), wants);
        browser.driver = Some(browser.runtime.block_on(started).expect("Chromium starts"));
        Some(browser)
    }

    fn driver(&self) -> &WebDriver {
        self.driver.as_ref().unwrap()
    }

    /// Goes to an address.
    pub fn goto(&self, address: &str) {
        self.runtime.block_on(self.driver().goto(address)).unwrap();
    }

    fn element(&self, css: &str) -> WebElement {
        let found = self.runtime.block_on(self.driver().find(By::Css(css)));
        found.unwrap_or_else(|_| panic!("no {css} on {}:\n{}", self.address(), self.text("body")))
    }

    /// Whether something like this is on the page.
    pub fn has(&self, css: &str) -> bool {
        self.runtime.block_on(self.driver().find_all(By::Css(css))).is_ok_and(|found| !found.is_empty())
    }

    /// Presses it.
    pub fn click(&self, css: &str) {
        let element = self.element(css);
        self.runtime
            .block_on(async {
                element.scroll_into_view().await?;
                element.click().await
            })
            .unwrap_or_else(|e| panic!("{css} on {} cannot be pressed: {e}", self.address()));
    }

    /// Presses it and waits for the page it leads to.
    pub fn press(&self, css: &str) {
        let before = self.element("html");
        let can_be_pressed = self.runtime.block_on(self.element(css).is_enabled()).unwrap();
        assert!(can_be_pressed, "{css} on {} is disabled:\n{}", self.address(), self.text("main"));
        self.click(css);
        let until = Instant::now() + PATIENCE;
        while self.runtime.block_on(before.is_present()).unwrap_or(false) {
            let nowhere = Instant::now() >= until;
            assert!(!nowhere, "{css} on {} leads nowhere:\n{}", self.address(), self.text("main"));
        }
    }

    /// Ticks it, if it is not ticked.
    pub fn tick(&self, css: &str) {
        let element = self.element(css);
        if !self.runtime.block_on(element.is_selected()).unwrap() {
            self.click(css);
        }
    }

    /// Writes into it, over what stands there.
    pub fn write(&self, css: &str, words: &str) {
        let element = self.element(css);
        self.runtime
            .block_on(async {
                element.clear().await?;
                element.send_keys(words).await
            })
            .unwrap();
    }

    /// The words of it, as a reader sees them.
    pub fn text(&self, css: &str) -> String {
        self.runtime
            .block_on(async { self.driver().find(By::Css(css)).await?.text().await })
            .unwrap_or_default()
    }

    /// Where we are.
    pub fn address(&self) -> String {
        self.runtime.block_on(self.driver().current_url()).map(|url| url.to_string()).unwrap_or_default()
    }

    /// Goes back, as the button does.
    pub fn back(&self) {
        self.runtime.block_on(self.driver().back()).unwrap();
    }

    /// Keeps a picture of the whole page when a folder for pictures is named in INDSIGT_SCREENSHOTS.
    pub fn picture(&self, name: &str) {
        let Ok(folder) = std::env::var("INDSIGT_SCREENSHOTS") else { return };
        std::fs::create_dir_all(&folder).unwrap();
        let path = Path::new(&folder).join(format!("{name}.png"));
        let taken =
            self.devtools("Page.captureScreenshot", serde_json::json!({ "captureBeyondViewport": true }));
        std::fs::write(path, STANDARD.decode(taken["data"].as_str().unwrap()).unwrap()).unwrap();
    }

    fn devtools(&self, command: &str, what: serde_json::Value) -> serde_json::Value {
        self.runtime.block_on(self.driver().cdp().send_raw(command, what)).unwrap()
    }

    /// Makes the page as wide as a phone or a desk.
    pub fn width(&self, pixels: u32) {
        let size = serde_json::json!({
            "width": pixels, "height": 1800, "deviceScaleFactor": 1, "mobile": false,
        });
        self.devtools("Emulation.setDeviceMetricsOverride", size);
    }

    /// Asks for dark pages, or light ones.
    pub fn dark(&self, is_dark: bool) {
        let value = if is_dark { "dark" } else { "light" };
        let wish = serde_json::json!({ "features": [{ "name": "prefers-color-scheme", "value": value }] });
        self.devtools("Emulation.setEmulatedMedia", wish);
    }

    /// What a script of the test returns.
    pub fn script(&self, script: &str) -> serde_json::Value {
        let returned = self.runtime.block_on(self.driver().execute(script, Vec::new())).unwrap();
        returned.json().clone()
    }

    /// Runs a script of the test at the start of every page from now on, before anything of the page.
    pub fn on_every_page(&self, script: &str) {
        self.devtools("Page.addScriptToEvaluateOnNewDocument", serde_json::json!({ "source": script }));
    }

    /// Waits until a script of the test returns true.
    pub fn waits(&self, script: &str) {
        let until = Instant::now() + PATIENCE;
        while self.script(script) != true {
            assert!(Instant::now() < until, "{script} never came true on {}", self.address());
            std::thread::yield_now();
        }
    }

    /// The page as the server sent it, or as it stands now.
    pub fn source(&self) -> String {
        self.runtime.block_on(self.driver().source()).unwrap()
    }

    /// An attribute of every element like this.
    pub fn attributes(&self, css: &str, name: &str) -> Vec<String> {
        self.runtime.block_on(async {
            let mut all = Vec::new();
            for element in self.driver().find_all(By::Css(css)).await.unwrap() {
                all.extend(element.attr(name).await.unwrap());
            }
            all
        })
    }

    /// Whether it is ticked.
    pub fn is_ticked(&self, css: &str) -> bool {
        let element = self.element(css);
        self.runtime.block_on(element.is_selected()).unwrap()
    }

    /// What stands in a field now.
    pub fn value(&self, css: &str) -> String {
        let element = self.element(css);
        self.runtime.block_on(element.value()).unwrap().unwrap_or_default()
    }

    /// Waits for a complete download, hands over its bytes and takes it away. Chromium reserves the
    /// name with an empty file, writes beside it and puts the whole file in its place at the end.
    pub fn downloaded(&self, ending: &str) -> Vec<u8> {
        let until = Instant::now() + PATIENCE;
        loop {
            let entries = std::fs::read_dir(self.folder.path()).unwrap().map(|e| e.unwrap());
            let is_whole = |entry: &std::fs::DirEntry| {
                entry.path().extension().is_some_and(|e| e == ending)
                    && entry.metadata().is_ok_and(|meta| meta.len() > 0)
            };
            let done = entries.into_iter().find(is_whole).map(|entry| entry.path());
            if let Some(path) = done {
                let bytes = std::fs::read(&path).unwrap();
                std::fs::remove_file(path).unwrap();
                return bytes;
            }
            assert!(Instant::now() < until, "no .{ending} was downloaded");
            std::thread::yield_now();
        }
    }
}

fn port_of(chromedriver: &mut Child) -> u16 {
    let output = BufReader::new(chromedriver.stdout.take().unwrap());
    output
        .lines()
        .map_while(Result::ok)
        .find_map(|line| {
            line.split("successfully on port ").nth(1)?.trim_end_matches('.').trim().parse().ok()
        })
        .expect("ChromeDriver says on which port it listens")
}

impl Drop for Browser {
    fn drop(&mut self) {
        if let Some(driver) = self.driver.take() {
            let _ = self.runtime.block_on(driver.quit());
        }
        let _ = self.chromedriver.kill();
        let _ = self.chromedriver.wait();
    }
}
