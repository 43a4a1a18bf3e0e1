//! What stands between marks, evaluated by minijinja: fields, comparisons, a few filters. No function, no loop, no file.

use std::collections::BTreeMap;

use minijinja::value::ValueKind;
use minijinja::{Environment, ErrorKind, UndefinedBehavior, Value, filters};

use crate::french::models::{NO, YES};
use crate::french::papers::NOBODY;
use crate::french::typography::NO_BREAK;
use crate::papers::document::{FieldValue, Fields};

/// The longest expression that is read, in bytes.
const LONGEST: usize = 1000;

/// What names stand for.
pub type Names = BTreeMap<String, Value>;

/// Why an expression gives nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// No field, or no part of one, has this name.
    Unknown(String),
    /// It has a filter that is not one.
    Filter,
    /// It does not read.
    Syntax,
}

/// Evaluates expressions.
pub struct Expressions(Environment<'static>);

impl Expressions {
    /// With the filters that `docs/modeles.md` lists, and no others.
    pub fn new() -> Self {
        let mut environment = Environment::empty();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.add_filter("capitalize", filters::capitalize);
        environment.add_filter("default", filters::default);
        environment.add_filter("first", filters::first);
        environment.add_filter("join", filters::join);
        environment.add_filter("last", filters::last);
        environment.add_filter("length", filters::length);
        environment.add_filter("lower", filters::lower);
        environment.add_filter("upper", filters::upper);
        Self(environment)
    }

    /// What an expression gives where names stand for that.
    ///
    /// # Errors
    /// [`Fault`].
    pub fn value(&self, expression: &str, names: &Names) -> Result<Value, Fault> {
        if expression.len() > LONGEST || multiplies(expression) {
            return Err(Fault::Syntax);
        }
        let compiled = self.0.compile_expression(expression).map_err(|error| fault(error.kind()))?;
        let mut used: Vec<String> = compiled.undeclared_variables(true).into_iter().collect();
        used.sort();
        if let Some(unknown) = used.into_iter().find(|name| !is_known(name, names)) {
            return Err(Fault::Unknown(unknown));
        }
        compiled.eval(Value::from(names.clone())).map_err(|error| fault(error.kind()))
    }

    /// The names that an expression uses.
    pub fn uses(&self, expression: &str, name: &str) -> bool {
        let compiled = self.0.compile_expression(expression);
        compiled.is_ok_and(|compiled| compiled.undeclared_variables(false).contains(name))
    }
}

/// A text or a list made as many times longer as somebody likes: no model needs it.
fn multiplies(expression: &str) -> bool {
    let mut quote = None;
    expression.chars().any(|character| {
        match quote {
            Some(open) if character == open => quote = None,
            None if matches!(character, '"' | '\'') => quote = Some(character),
            _ => {}
        }
        quote.is_none() && character == '*'
    })
}

fn is_known(name: &str, names: &Names) -> bool {
    let mut steps = name.split('.');
    let Some(mut value) = steps.next().and_then(|first| names.get(first)).cloned() else { return false };
    for step in steps {
        match value.get_attr(step) {
            Ok(inside) if !inside.is_undefined() => value = inside,
            _ => return false,
        }
    }
    true
}

fn fault(kind: ErrorKind) -> Fault {
    match kind {
        ErrorKind::UnknownFilter => Fault::Filter,
        _ => Fault::Syntax,
    }
}

/// What is printed of a value: names as the papers list them, « Néant » for none. `None` for what is no text.
pub fn printed(value: &Value) -> Option<String> {
    match value.kind() {
        ValueKind::None => Some(String::new()),
        ValueKind::Bool => Some(if value.is_true() { YES } else { NO }.to_owned()),
        ValueKind::Number | ValueKind::String => Some(value.to_string()),
        ValueKind::Seq | ValueKind::Iterable => {
            let items: Option<Vec<String>> = value.try_iter().ok()?.map(|item| printed(&item)).collect();
            let items = items?;
            Some(if items.is_empty() { NOBODY.to_owned() } else { items.join(&format!("{NO_BREAK}– ")) })
        }
        _ => None,
    }
}

/// The values of the fields of a paper.
pub fn names_of(fields: &Fields) -> Names {
    fields.iter().map(|(name, value)| ((*name).to_owned(), value_of(value))).collect()
}

fn value_of(value: &FieldValue) -> Value {
    match value {
        FieldValue::Text(text) => Value::from(text.as_str()),
        // Nothing is less than any number, and prints nothing.
        FieldValue::Number(number) => number.map_or_else(|| Value::from(()), Value::from),
        FieldValue::List(items) => Value::from(items.clone()),
        FieldValue::Rows(rows) => {
            let row = |row: &Fields| Value::from(names_of(row));
            Value::from(rows.iter().map(row).collect::<Vec<_>>())
        }
    }
}
