use clap::Args;
use domain::{access::AccessSet, lang::Lang, time::Moment};
use store::{
    Mode, Store,
    accounts::{self, NewAccount},
    actors::Operator,
    assignments,
    people::{self, NewPerson},
};

use super::{Data, UserError, known_role, password_from_stdin, print_link, some_access};

/// Make a person with an account. Without --password-stdin it prints a link at which the person sets a password.
#[derive(Debug, Args)]
pub(super) struct Add {
    #[command(flatten)]
    data: Data,

    /// The sign-in name: 1 to 64 letters, digits, or any of . - _ @
    #[arg(long)]
    login: String,

    /// The person's name, as others see it.
    #[arg(long)]
    name: String,

    /// What the account may do, with commas: learner, trainer, recruiter, supervisor, admin.
    #[arg(long)]
    access: AccessSet,

    /// A job role the person prepares for, such as phone-agent; may be given several times.
    #[arg(long = "role", value_name = "ROLE")]
    roles: Vec<String>,

    /// The language of the person's interface, zh-CN or en; without it that of the browser.
    #[arg(long, value_parser = language)]
    language: Option<Lang>,

    /// Read the password from the first line of standard input.
    #[arg(long)]
    password_stdin: bool,
}

fn language(text: &str) -> Result<Lang, &'static str> {
    Lang::parse(text)
        .filter(|lang| [Lang::chinese(), Lang::english()].contains(lang))
        .ok_or("zh-CN or en")
}

impl Add {
    pub(super) fn run(self) -> Result<(), UserError> {
        some_access(&self.access)?;
        let data = &self.data;
        data.work(Mode::Command, async |store, now| self.add(store, now).await)
    }

    async fn add(&self, store: &Store, now: Moment) -> Result<(), UserError> {
        for role in &self.roles {
            known_role(store, role, now).await?;
        }
        let password = match self.password_stdin {
            true => Some(password_from_stdin().await?),
            false => None,
        };
        let (person, roles) = (NewPerson::named(self.name.as_str()), self.roles.clone());
        let account = NewAccount {
            person: String::new(),
            login: self.login.clone(),
            access: self.access.clone(),
            password,
            language: self.language.clone(),
        };
        let add = store.write(move |tx| {
            Box::pin(async move {
                let by = Operator::new();
                let person = people::add(tx, &by, person, now).await?;
                for role in &roles {
                    assignments::assign(tx, &by, &person, role, now).await?;
                }
                accounts::add(tx, &by, NewAccount { person, ..account }, now).await
            })
        });
        let id = add.await?;
        if self.password_stdin {
            println!("{} can sign in", self.login);
            return Ok(());
        }
        print_link(store, id, &self.login, now).await
    }
}
