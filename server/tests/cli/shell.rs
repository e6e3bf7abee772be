//! Running the binary: commands that end, and servers that are stopped.

use std::{
    ffi::OsStr,
    fs,
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::TcpStream,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

use tempfile::TempDir;

/// What a command said and how it ended.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Ran {
    /// Fails the test unless the command ended well.
    #[track_caller]
    pub(crate) fn well(self) -> Self {
        assert_eq!(self.code, 0, "{self:?}");
        self
    }

    /// Fails the test unless the command could not run and said this.
    #[track_caller]
    pub(crate) fn refused(self, why: &str) -> Self {
        assert_eq!(self.code, 2, "{self:?}");
        assert!(self.err.contains(why), "{self:?}");
        self
    }
}

fn command(args: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_shanggang"));
    command.args(args).env_clear().env("LC_ALL", "en_GB.UTF-8");
    command
}

/// Runs a command to its end.
pub(crate) fn run(args: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Ran {
    run_with(args, "")
}

/// Runs a command whose output nobody reads, as behind `| head -0`.
pub(crate) fn run_unread(args: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Ran {
    let mut command = command(args);
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    Ran {
        code: output.status.code().unwrap_or(-1),
        out: String::new(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// Runs a command to its end with this on its standard input.
pub(crate) fn run_with(args: impl IntoIterator<Item = impl AsRef<OsStr>>, input: &str) -> Ran {
    let mut command = command(args);
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    // A command that ended before it read its input has closed the pipe.
    let _read = child.stdin.take().unwrap().write_all(input.as_bytes());
    let output = child.wait_with_output().unwrap();
    Ran {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// A folder of a test's own, with a data folder and perhaps content in it.
pub(crate) struct Folder(TempDir);

impl Folder {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// With the shipped content published in it.
    pub(crate) fn published() -> Self {
        let folder = Self::new();
        folder.run(&["publish", &shipped()]).well();
        folder
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub(crate) fn data(&self) -> String {
        text(&self.path("data"))
    }

    /// Runs a command on the data folder.
    pub(crate) fn run(&self, args: &[&str]) -> Ran {
        self.run_with(args, "")
    }

    /// Runs a command on the data folder with this on its standard input.
    pub(crate) fn run_with(&self, args: &[&str], input: &str) -> Ran {
        let data = self.data();
        run_with(args.iter().copied().chain(["--data", &data]), input)
    }

    /// A copy of the shipped content that the test may change.
    pub(crate) fn content(&self) -> PathBuf {
        let to = self.path("content");
        copy(Path::new(&shipped()), &to);
        to
    }

    /// A server on the data folder and a port of its own.
    pub(crate) fn serve(&self, more: &[&str]) -> Server {
        Server::start(&self.data(), more)
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).unwrap();
        }
    }
}

/// The content folder that ships.
pub(crate) fn shipped() -> String {
    text(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../content"))
}

pub(crate) fn text(path: &Path) -> String {
    path.to_str().unwrap().to_owned()
}

/// A server in a process of its own; killed when it is dropped.
pub(crate) struct Server {
    child: Child,
    pub(crate) host: String,
}

/// An answer over HTTP: status and everything behind the first line.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: String,
}

impl Answer {
    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).unwrap()
    }
}

impl Server {
    /// Comes back when the server says that it is ready.
    pub(crate) fn start(data: &str, more: &[&str]) -> Self {
        let content = shipped();
        let args = [
            "serve",
            "--addr",
            "127.0.0.1:0",
            "--data",
            data,
            "--content",
            &content,
        ];
        let mut command = command(args.iter().chain(more));
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.as_mut().unwrap())
            .read_line(&mut line)
            .unwrap();
        let host = line
            .trim()
            .strip_prefix("ready: http://")
            .expect("a server that starts");
        Self {
            child,
            host: host.to_owned(),
        }
    }

    pub(crate) fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, "", "").expect("an answer")
    }

    /// Asks the API with a token.
    pub(crate) fn api(&self, path: &str, token: &str) -> Answer {
        let bearer = format!("Authorization: Bearer {token}\r\n");
        self.ask("GET", path, &bearer, "").expect("an answer")
    }

    /// One request on a connection of its own; none when the server is gone.
    pub(crate) fn ask(&self, method: &str, path: &str, headers: &str, body: &str) -> Option<Answer> {
        let mut stream = TcpStream::connect(&self.host).ok()?;
        let host = &self.host;
        let length = body.len();
        // HTTP/1.0: the answer ends with the connection and comes in one piece.
        let request = format!(
            "{method} {path} HTTP/1.0\r\nHost: {host}\r\n{headers}Content-Length: {length}\r\n\r\n{body}"
        );
        stream.write_all(request.as_bytes()).ok()?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).ok()?;
        let answer = String::from_utf8(answer).ok()?;
        let (head, body) = answer.split_once("\r\n\r\n")?;
        let status = head.split(' ').nth(1)?.parse().ok()?;
        Some(Answer {
            status,
            head: head.to_ascii_lowercase(),
            body: body.to_owned(),
        })
    }

    /// Ends it at once, wherever it is.
    pub(crate) fn kill_9(&self) {
        self.signal("KILL");
    }

    fn signal(&self, name: &str) {
        let kill = format!("kill -{name} {}", self.child.id());
        assert!(Command::new("sh").args(["-c", &kill]).status().unwrap().success());
    }

    /// Asks it to stop, as a service manager does, and returns its exit code.
    pub(crate) fn stop(mut self) -> i32 {
        self.signal("TERM");
        self.child.wait().unwrap().code().expect("an exit, not a signal")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Fails only when it has ended.
        let _ended = self.child.kill();
        let _ended = self.child.wait();
    }
}
