//! Discord's own description of its API: the routes that the stand-in knows, and their schemas.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use jsonschema::Validator;
use serde_json::{Value, json};

use super::Problems;

/// The description, as `tools/discord/schema.py` cuts it out of what Discord publishes.
static DESCRIPTION: LazyLock<Value> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../schema.json")).expect("the description is JSON")
});

type Compiled = HashMap<String, Option<Arc<Validator>>>;

/// The schemas compiled so far, by their place in the description.
static COMPILED: LazyLock<Mutex<Compiled>> = LazyLock::new(Mutex::default);

/// Checks the body of a request.
pub(super) fn check(method: &str, route: &str, body: &Value, problems: &mut Problems) {
    if body.is_null() {
        return;
    }
    let operation = operation(method, route);
    let place = format!("{operation}/requestBody/content/application~1json/schema");
    for problem in judge(&place, body) {
        problems.add(format!("Discord's schema: {problem}"));
    }
}

/// Checks an answer of the stand-in against what Discord says it answers.
pub fn response(method: &str, route: &str, status: u16, body: &Value) -> Vec<String> {
    let operation = operation(method, route);
    judge(
        &format!("{operation}/responses/{status}/content/application~1json/schema"),
        body,
    )
}

fn operation(method: &str, route: &str) -> String {
    format!(
        "/paths/{}/{}",
        route.replace('/', "~1"),
        method.to_lowercase()
    )
}

fn judge(place: &str, body: &Value) -> Vec<String> {
    let Some(validator) = validator(place) else {
        return Vec::new();
    };
    let errors = validator.iter_errors(body);
    errors
        .map(|error| format!("at {:?}: {error}", error.instance_path().to_string()))
        .collect()
}

fn validator(place: &str) -> Option<Arc<Validator>> {
    let mut compiled = COMPILED.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(validator) = compiled.get(place) {
        return validator.clone();
    }
    let validator = compile(place).map(Arc::new);
    compiled.insert(place.to_owned(), validator.clone());
    validator
}

fn compile(place: &str) -> Option<Validator> {
    let schema = DESCRIPTION.pointer(place)?;
    let whole = json!({ "allOf": [schema], "components": DESCRIPTION["components"] });
    Some(jsonschema::validator_for(&whole).expect("Discord's schema compiles"))
}
