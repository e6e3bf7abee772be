use wasm_bindgen_cli_support::Bindgen;

use crate::{
    Outcome,
    process::Run,
    workspace::{self, WASM},
};

/// The islands, ready for a browser.
pub(super) struct Browser {
    pub(super) wasm: Vec<u8>,
    pub(super) js: String,
}

/// Compiles the crate `frontend` and makes its JavaScript side.
pub(super) fn build(release: bool) -> Outcome<Browser> {
    let (profile, folder) = if release {
        ("wasm-release", "wasm-release")
    } else {
        ("dev", "debug")
    };
    Run::cargo()
        .args(["build", "-p", "frontend", "--target", WASM, "--profile", profile])
        .run()?;

    let module = workspace::root().join(format!("target/{WASM}/{folder}/frontend.wasm"));
    let mut bindings = Bindgen::new()
        .input_path(module)
        .web(true)?
        .typescript(false)
        .omit_default_module_path(true)
        .remove_name_section(release)
        .remove_producers_section(true)
        .generate_output()?;
    if bindings.snippets().values().any(|scripts| !scripts.is_empty()) || !bindings.local_modules().is_empty()
    {
        return Err(
            "a dependency of the browser side brings JavaScript of its own, which is not bundled".into(),
        );
    }
    let js = bindings.js().to_owned();
    Ok(Browser {
        wasm: bindings.wasm_mut().emit_wasm(),
        js,
    })
}
