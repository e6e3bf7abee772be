use clap::Args;

use crate::{Outcome, bundle::Bundle, process::Run};

/// Build Shanggang and run it with its own content and demo accounts.
#[derive(Debug, Args)]
pub(crate) struct Start {
    /// The address to serve on.
    #[arg(long, default_value = "127.0.0.1:3000")]
    addr: String,
}

impl Start {
    /// Becomes the server once everything is built, so that a stop signal reaches it.
    pub(crate) fn run(&self) -> Outcome {
        Bundle { release: false }.run()?;
        Run::cargo().args(["build", "-p", "shanggang"]).run()?;
        println!(
            "\nShanggang on http://{}\n\
             sign in as trainee, recruiter, trainer, supervisor or admin, each with the password shanggang-demo\n\
             stop with Ctrl-C; everything is kept in data/\n",
            self.addr
        );
        Run::new("target/debug/shanggang")
            .args([
                "serve",
                "--demo",
                "--data",
                "data",
                "--content",
                "content",
                "--addr",
                &self.addr,
            ])
            .replace_this_process()
    }
}
