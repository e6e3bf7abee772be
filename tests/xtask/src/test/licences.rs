use std::{
    collections::{HashMap, HashSet},
    fs,
};

use serde::Deserialize;
use spdx::{Expression, ParseMode};

use crate::{Outcome, process::Run, workspace};

/// What ends up with the people who use Shanggang: the binary and what it embeds.
const SHIPPED: [&str; 2] = ["shanggang", "frontend"];

/// The part of `deny.toml` that is read here.
#[derive(Deserialize)]
struct Deny {
    licenses: Licences,
}

#[derive(Deserialize)]
struct Licences {
    allow: Vec<String>,
    #[serde(default)]
    exceptions: Vec<Exception>,
}

/// A licence allowed for one crate that only builds or tests.
#[derive(Deserialize)]
struct Exception {
    #[serde(rename = "crate")]
    name: String,
    allow: Vec<String>,
}

/// The part of `cargo metadata` that is read here.
#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
    resolve: Resolve,
}

#[derive(Deserialize)]
struct Package {
    id: String,
    name: String,
    version: String,
    license: Option<String>,
}

#[derive(Deserialize)]
struct Resolve {
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    id: String,
    deps: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    pkg: String,
    dep_kinds: Vec<DependencyKind>,
}

#[derive(Deserialize)]
struct DependencyKind {
    /// Nothing for a normal dependency, else `build` or `dev`.
    kind: Option<String>,
}

/// Holds the licence of every dependency to the list in `deny.toml`.
///
/// An exception is for tools: it does not hold for what is linked into the binary or the browser side.
pub(super) fn check() -> Outcome {
    let deny: Deny = toml::from_str(&fs::read_to_string(workspace::root().join("deny.toml"))?)?;
    let metadata = Run::cargo()
        .args(["metadata", "--format-version", "1", "--locked"])
        .read()?;
    let metadata: Metadata = serde_json::from_str(&metadata)?;
    let shipped = shipped(&metadata);

    let offenders: Vec<String> = metadata
        .packages
        .iter()
        .filter(|package| !allowed(package, &deny.licenses, shipped.contains(package.id.as_str())))
        .map(|package| {
            let licence = package.license.as_deref().unwrap_or("no licence");
            let place = if shipped.contains(package.id.as_str()) {
                "shipped"
            } else {
                "tool"
            };
            format!("{} {} ({licence}; {place})", package.name, package.version)
        })
        .collect();
    if offenders.is_empty() {
        println!(
            "{} packages, {} of them shipped",
            metadata.packages.len(),
            shipped.len()
        );
        Ok(())
    } else {
        Err(format!("not in deny.toml: {}", offenders.join(", ")).into())
    }
}

fn allowed(package: &Package, licences: &Licences, shipped: bool) -> bool {
    let exception = licences
        .exceptions
        .iter()
        .find(|exception| !shipped && exception.name == package.name);
    let excepted = exception.map_or(&[][..], |exception| &exception.allow);
    let Some(expression) = &package.license else {
        return false;
    };
    Expression::parse_mode(expression, ParseMode::LAX).is_ok_and(|expression| {
        expression.evaluate(|requirement| {
            let licence = requirement.to_string();
            licences.allow.contains(&licence) || excepted.contains(&licence)
        })
    })
}

/// Every package linked into what is shipped. A macro counts too, which errs on the strict side.
fn shipped(metadata: &Metadata) -> HashSet<&str> {
    let nodes: HashMap<&str, &Node> = metadata
        .resolve
        .nodes
        .iter()
        .map(|node| (node.id.as_str(), node))
        .collect();
    let ours = metadata
        .packages
        .iter()
        .filter(|package| SHIPPED.contains(&package.name.as_str()));
    let mut open: Vec<&str> = ours.map(|package| package.id.as_str()).collect();
    let mut found = HashSet::new();
    while let Some(id) = open.pop() {
        if found.insert(id) {
            let linked = nodes.get(id).into_iter().flat_map(|node| &node.deps);
            open.extend(
                linked
                    .filter(|dependency| dependency.dep_kinds.iter().any(|kind| kind.kind.is_none()))
                    .map(|dependency| dependency.pkg.as_str()),
            );
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_allowed(license: Option<&str>, shipped: bool) -> bool {
        let licences = Licences {
            allow: vec!["MIT".into(), "Apache-2.0".into()],
            exceptions: vec![Exception {
                name: "tool".into(),
                allow: vec!["MPL-2.0".into()],
            }],
        };
        let package = Package {
            id: "tool 1".into(),
            name: "tool".into(),
            version: "1".into(),
            license: license.map(Into::into),
        };
        allowed(&package, &licences, shipped)
    }

    #[test]
    fn one_allowed_licence_of_several_is_enough() {
        assert!(is_allowed(Some("MIT OR GPL-3.0-only"), true));
        assert!(is_allowed(Some("MIT/Apache-2.0"), true));
        assert!(!is_allowed(Some("MIT AND GPL-3.0-only"), true));
        assert!(!is_allowed(None, true));
    }

    #[test]
    fn an_exception_holds_for_tools_only() {
        assert!(is_allowed(Some("MPL-2.0"), false));
        assert!(!is_allowed(Some("MPL-2.0"), true));
    }

    #[test]
    fn what_ships_is_followed_through_normal_dependencies() {
        let node = |id: &str, deps: Vec<Dependency>| Node { id: id.into(), deps };
        let dep = |pkg: &str, kind: Option<&str>| Dependency {
            pkg: pkg.into(),
            dep_kinds: vec![DependencyKind {
                kind: kind.map(Into::into),
            }],
        };
        let package = |name: &str| Package {
            id: name.into(),
            name: name.into(),
            version: "1".into(),
            license: None,
        };
        let metadata = Metadata {
            packages: ["shanggang", "linked", "builder"].map(package).into(),
            resolve: Resolve {
                nodes: vec![
                    node(
                        "shanggang",
                        vec![dep("linked", None), dep("builder", Some("build"))],
                    ),
                    node("linked", vec![]),
                    node("builder", vec![]),
                ],
            },
        };
        assert_eq!(shipped(&metadata), HashSet::from(["shanggang", "linked"]));
    }
}
