//! HTTP/1.1 over connections that are kept, no more than the measurement needs.

use std::{
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::TcpStream,
};

use crate::Outcome;

/// One connection, one request at a time.
pub(crate) struct Connection {
    host: String,
    stream: BufReader<TcpStream>,
}

/// What came back.
pub(crate) struct Answer {
    pub(crate) status: u16,
    head: String,
    pub(crate) body: String,
}

impl Answer {
    /// A header; empty when it is missing.
    pub(crate) fn header(&self, name: &str) -> &str {
        let mut lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines
            .find(|(key, _)| key.eq_ignore_ascii_case(name))
            .map_or("", |(_, value)| value)
    }

    /// Fails unless the answer has this status and this word in it.
    pub(crate) fn must(self, status: u16, word: &str) -> Outcome<Self> {
        if self.status == status && self.body.contains(word) {
            return Ok(self);
        }
        let body: String = self.body.chars().take(300).collect();
        Err(format!(
            "expected {status} with `{word}`, got {}: {}\n{body}",
            self.status, self.head
        )
        .into())
    }
}

impl Connection {
    pub(crate) fn open(host: &str) -> Outcome<Self> {
        let stream = TcpStream::connect(host)?;
        stream.set_nodelay(true)?;
        Ok(Self {
            host: host.to_owned(),
            stream: BufReader::new(stream),
        })
    }

    /// Asks with these header lines, each ended by `\r\n`.
    pub(crate) fn get(&mut self, path: &str, headers: &str) -> Outcome<Answer> {
        self.ask("GET", path, headers, "")
    }

    pub(crate) fn ask(&mut self, method: &str, path: &str, headers: &str, body: &str) -> Outcome<Answer> {
        let (host, length) = (&self.host, body.len());
        let request = format!(
            "{method} {path} HTTP/1.1\r\nHost: {host}\r\n{headers}Content-Length: {length}\r\n\r\n{body}"
        );
        self.stream.get_mut().write_all(request.as_bytes())?;
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") {
            if self.stream.read_line(&mut head)? == 0 {
                return Err("the server closed the connection".into());
            }
        }
        let status = head.split(' ').nth(1).ok_or("no status")?.parse()?;
        let mut answer = Answer {
            status,
            head,
            body: String::new(),
        };
        answer.body = String::from_utf8(self.body(&answer)?)?;
        Ok(answer)
    }

    fn body(&mut self, answer: &Answer) -> Outcome<Vec<u8>> {
        let mut body = Vec::new();
        if answer.header("transfer-encoding") != "chunked" {
            let length = answer.header("content-length").parse().unwrap_or(0);
            body.resize(length, 0);
            self.stream.read_exact(&mut body)?;
            return Ok(body);
        }
        loop {
            let mut line = String::new();
            self.stream.read_line(&mut line)?;
            let length = usize::from_str_radix(line.trim(), 16)?;
            let start = body.len();
            // Each piece is followed by an empty line, the last one of no bytes as well.
            body.resize(start + length + 2, 0);
            self.stream.read_exact(&mut body[start..])?;
            body.truncate(start + length);
            if length == 0 {
                return Ok(body);
            }
        }
    }
}
