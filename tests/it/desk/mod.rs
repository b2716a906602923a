//! The desk over HTTP, as a browser would use it.

mod case;
pub mod cases;
mod documents;
mod door;
mod enter;
mod queue;
mod step_up;

use crate::support::house::{Colleague, House, PASSWORD};
use reqwest::header::{HeaderMap, LOCATION, ORIGIN};
use reqwest::multipart;
use scraper::{Html, Selector};

/// A browser of its own: its cookies, no automatic redirects.
pub struct Browser<'a> {
    house: &'a House,
    client: reqwest::Client,
    runtime: tokio::runtime::Runtime,
}

/// An answer.
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: String,
}

impl Answer {
    pub fn location(&self) -> &str {
        self.headers.get(LOCATION).map_or("", |value| value.to_str().unwrap())
    }

    /// The value of the first field with this name.
    pub fn value(&self, name: &str) -> String {
        let page = Html::parse_document(&self.body);
        let selector = Selector::parse(&format!("[name=\"{name}\"]")).unwrap();
        let found = page.select(&selector).next().unwrap_or_else(|| panic!("no field {name} on the page"));
        found.value().attr("value").unwrap_or_default().to_owned()
    }

    /// The words of everything that matches, blanks folded.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        let page = Html::parse_document(&self.body);
        let selector = Selector::parse(selector).unwrap();
        let words = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
        page.select(&selector).map(|element| words(element.text().collect::<String>())).collect()
    }

    /// The words of the page, for a test that fails.
    pub fn words(&self) -> String {
        self.texts("main").join(" ")
    }

    /// How many elements match.
    pub fn count(&self, selector: &str) -> usize {
        Html::parse_document(&self.body).select(&Selector::parse(selector).unwrap()).count()
    }

    pub fn set_cookies(&self) -> Vec<String> {
        self.headers.get_all("set-cookie").iter().map(|value| value.to_str().unwrap().to_owned()).collect()
    }
}

impl<'a> Browser<'a> {
    pub fn of(house: &'a House) -> Browser<'a> {
        let _ = tracing_subscriber::fmt()
            .with_max_level(tracing::Level::ERROR)
            .with_writer(std::io::stderr)
            .try_init();
        // the second test finds it installed
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = reqwest::Client::builder()
            .cookie_store(true)
            .redirect(reqwest::redirect::Policy::none())
            .no_proxy()
            .build()
            .unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        Browser { house, client, runtime }
    }

    /// A browser of somebody who is signed in.
    pub fn signed_in(house: &'a House, colleague: &Colleague) -> Browser<'a> {
        let browser = Browser::of(house);
        let answer = browser.sign_in(&colleague.email, PASSWORD, &house.fresh_code(colleague));
        assert_eq!((answer.status, answer.location()), (303, "/desk"), "{}", answer.words());
        browser
    }

    pub fn sign_in(&self, email: &str, password: &str, otp: &str) -> Answer {
        let door = self.get("/desk/sign-in");
        let csrf = door.value("csrf");
        self.post(
            "/desk/sign-in",
            &[("csrf", csrf.as_str()), ("email", email), ("password", password), ("otp", otp)],
        )
    }

    fn send(&self, request: reqwest::RequestBuilder) -> Answer {
        self.runtime.block_on(async {
            let answer = request.send().await.unwrap();
            let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
            let body = String::from_utf8_lossy(&answer.bytes().await.unwrap()).into_owned();
            Answer { status, headers, body }
        })
    }

    pub fn get(&self, path: &str) -> Answer {
        let url = format!("{}{path}", self.house.address);
        self.send(self.client.get(url).header("accept-language", "en").header("sec-fetch-site", "none"))
    }

    fn posting(&self, path: &str) -> reqwest::RequestBuilder {
        let request = self.client.post(format!("{}{path}", self.house.address));
        request.header(ORIGIN, &self.house.address).header("sec-fetch-site", "same-origin")
    }

    pub fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.send(self.posting(path).header("accept-language", "en").form(fields))
    }

    /// Sends a form that stood on `page`, with its token and the version of the case it showed.
    pub fn send_from(&self, page: &Answer, path: &str, fields: &[(&str, &str)]) -> Answer {
        let (csrf, version) = (page.value("csrf"), page.value("version"));
        let mut all = vec![("csrf", csrf.as_str()), ("version", version.as_str())];
        all.extend(fields);
        self.post(path, &all)
    }

    pub fn upload(&self, path: &str, fields: &[(&str, &str)], file: Option<(&str, &[u8])>) -> Answer {
        let mut form = multipart::Form::new();
        for (name, value) in fields {
            form = form.text((*name).to_owned(), (*value).to_owned());
        }
        if let Some((name, bytes)) = file {
            form = form.part("file", multipart::Part::bytes(bytes.to_vec()).file_name(name.to_owned()));
        }
        self.send(self.posting(path).multipart(form))
    }
}
