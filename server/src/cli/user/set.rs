use clap::Args;
use domain::{access::AccessSet, time::Moment};
use store::{
    Mode, Store, StoreError, accounts,
    actors::Operator,
    assignments,
    people::{self, NewPerson},
};

use super::{Data, UserError, find, known_role, password_from_stdin, print_link, some_access};

/// Change an account: what is given is set, the rest stays.
#[derive(Debug, Args)]
#[group(id = "change", required = true, multiple = true, args = ["name", "access", "roles", "password_stdin", "link", "enable"])]
pub(super) struct Set {
    #[command(flatten)]
    data: Data,

    /// The sign-in name of the account.
    #[arg(long)]
    login: String,

    /// The person's name.
    #[arg(long)]
    name: Option<String>,

    /// What the account may do from now on, with commas.
    #[arg(long)]
    access: Option<AccessSet>,

    /// A further job role the person prepares for; may be given several times.
    #[arg(long = "role", value_name = "ROLE")]
    roles: Vec<String>,

    /// Read a new password from the first line of standard input; sessions of the account end.
    #[arg(long, conflicts_with = "link")]
    password_stdin: bool,

    /// Print a link at which the person sets a new password, once.
    #[arg(long)]
    link: bool,

    /// Let a disabled account sign in again.
    #[arg(long)]
    enable: bool,
}

impl Set {
    pub(super) fn run(self) -> Result<(), UserError> {
        self.access.as_ref().map_or(Ok(()), some_access)?;
        let data = &self.data;
        data.work(Mode::Existing, async |store, now| self.set(store, now).await)
    }

    async fn set(&self, store: &Store, now: Moment) -> Result<(), UserError> {
        let account = find(store, &self.login).await?;
        for role in &self.roles {
            known_role(store, role, now).await?;
        }
        let password = match self.password_stdin {
            true => Some(password_from_stdin().await?),
            false => None,
        };
        let person = people::get(store, &account.person)
            .await?
            .ok_or(StoreError::NotFound("person"))?;
        let named = self.name.clone().map(|name| NewPerson {
            name,
            team: person.team,
            employer: person.employer,
        });
        let (id, access, roles, enable) = (
            account.id.clone(),
            self.access.clone(),
            self.roles.clone(),
            self.enable,
        );
        let set = store.write(move |tx| {
            Box::pin(async move {
                let by = Operator::new();
                if let Some(named) = named {
                    people::change(tx, &by, &person.id, named).await?;
                }
                if enable {
                    accounts::enable(tx, &by, &id).await?;
                }
                if let Some(access) = access {
                    accounts::set_access(tx, &by, &id, &access).await?;
                }
                for role in &roles {
                    assignments::assign(tx, &by, &person.id, role, now).await?;
                }
                if let Some(password) = password {
                    accounts::set_password(tx, &by, &id, &password).await?;
                }
                Ok(())
            })
        });
        set.await?;
        println!("{} changed", account.login);
        if self.link {
            print_link(store, account.id, &account.login, now).await?;
        }
        Ok(())
    }
}
