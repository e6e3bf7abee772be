//! Somebody who is signed in, and the forms they send.

use crate::{
    Outcome,
    client::{Answer, Connection},
    data,
};

/// A browser's memory: the session, and the token that goes into every form.
pub(crate) struct Visitor {
    cookie: String,
    token: String,
}

const FORM: &str = "Content-Type: application/x-www-form-urlencoded\r\nSec-Fetch-Site: same-origin\r\n";

impl Visitor {
    /// Signs in.
    pub(crate) fn sign_in(connection: &mut Connection, number: usize) -> Outcome<Self> {
        let body = format!(
            "login={}&password={}&token=&key=",
            data::login(number),
            data::PASSWORD.replace(' ', "+")
        );
        let headers = format!("Accept: text/html\r\n{FORM}");
        let answer = connection
            .ask("POST", "/do/sign-in", &headers, &body)?
            .must(303, "")?;
        let session = answer.header("set-cookie").split(';').next().unwrap_or_default();
        if !session.starts_with("session=") {
            return Err(format!("{} was not let in", data::login(number)).into());
        }
        Ok(Self {
            cookie: format!("Cookie: {session}\r\nAccept: text/html\r\n"),
            token: String::new(),
        })
    }

    /// The token of the session.
    pub(crate) fn session(&self) -> &str {
        let line = self.cookie.lines().next().unwrap_or_default();
        line.strip_prefix("Cookie: session=").unwrap_or_default()
    }

    /// Looks up the token in a page with a form.
    pub(crate) fn find_token(&mut self, connection: &mut Connection) -> Outcome {
        let page = self.open(connection, "/password")?;
        let token = page
            .body
            .split_once("name=\"token\" value=\"")
            .ok_or("a form without a token")?;
        self.token = token.1.split('"').next().unwrap_or_default().to_owned();
        Ok(())
    }

    /// Opens a page.
    pub(crate) fn open(&self, connection: &mut Connection, path: &str) -> Outcome<Answer> {
        connection.get(path, &self.cookie)
    }

    /// Sends a form and returns the address it leads to.
    pub(crate) fn send(
        &self,
        connection: &mut Connection,
        action: &str,
        key: &str,
        fields: &str,
    ) -> Outcome<String> {
        let body = format!("token={}&key={key}&{fields}", self.token);
        let headers = format!("{}{FORM}", self.cookie);
        let answer = connection.ask("POST", action, &headers, &body)?.must(303, "")?;
        Ok(answer.header("location").to_owned())
    }

    /// Calls an action as an island does.
    pub(crate) fn call(&self, connection: &mut Connection, action: &str, fields: &str) -> Outcome<Answer> {
        let cookie = self.cookie.replace("text/html", "application/json");
        connection.ask("POST", action, &format!("{cookie}{FORM}"), fields)
    }
}
