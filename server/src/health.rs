/// `GET /healthz`: 200 once the server answers at all.
pub(crate) async fn healthz() -> &'static str {
    "ok\n"
}
