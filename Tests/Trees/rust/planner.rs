use std::{error::Error, fmt};
#[derive(Debug)]
struct AuthenticationError { status: u16, code: String, message: String }
impl fmt::Display for AuthenticationError { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { write!(f, "{} {}", self.status, self.message) } }
impl Error for AuthenticationError {}
#[derive(Debug)]
struct GatewayError { model: String, source: AuthenticationError }
impl fmt::Display for GatewayError { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { write!(f, "model gateway failed") } }
impl Error for GatewayError { fn source(&self) -> Option<&(dyn Error + 'static)> { Some(&self.source) } }
#[derive(Debug)]
enum PlanError { Step { name: String, source: GatewayError } }
impl fmt::Display for PlanError { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { let PlanError::Step { name, .. } = self; write!(f, "step {name} failed") } }
impl Error for PlanError { fn source(&self) -> Option<&(dyn Error + 'static)> { let PlanError::Step { source, .. } = self; Some(source) } }
fn generate() -> Result<(), AuthenticationError> { Err(AuthenticationError { status: 401, code: "invalid_api_key".into(), message: "Incorrect API key provided: sk-proj-Qr7v********Zt4A. You can find your API key at https://platform.openai.com/account/api-keys.".into() }) }
fn ask() -> Result<(), GatewayError> { generate().map_err(|source| GatewayError { model: "gpt-4o-mini".into(), source }) }
fn step(name: &str) -> Result<(), PlanError> { ask().map_err(|source| PlanError::Step { name: name.into(), source }) }
fn main() -> Result<(), Box<dyn Error>> {
  use std::io::Write;
  println!("planner {} started", std::process::id()); std::io::stdout().flush()?;
  let run = || -> anyhow::Result<()> { use anyhow::Context; step("research").context("nightly run failed") };
  match std::env::args().nth(1).as_deref() {
    Some("unwrap") => { step("research").unwrap(); }
    Some("anyhow") => { if let Err(e) = run() { eprintln!("Error: {e:?}"); std::process::exit(1) } }
    Some("alternate") => { if let Err(e) = run() { eprintln!("ERROR run 7 failed: {e:#}"); } }
    Some("pretty") => { if let Err(e) = step("research") { eprintln!("run 7 failed: {e:#?}"); } }
    Some("debug") => { if let Err(e) = step("research") { eprintln!("run 7 failed: {e:?}"); } }
    Some("eyre") => { use eyre::WrapErr; if let Err(e) = step("research").wrap_err("nightly run failed") { eprintln!("Error: {e:?}"); } }
    _ => { step("research")?; }
  }
  Ok(())
}
