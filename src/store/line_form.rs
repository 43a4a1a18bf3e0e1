//! Whether the JSON of a line is what this program writes, to the byte; and if it is not, whether a more recent version
//! of it may have written it.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::journal::{Broken, Flaw};

/// Why the JSON of a line whose seal is right is not what this version writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotOurs {
    /// No version writes it: somebody made the seal again.
    Form,
    /// It holds something more, which a more recent version may have written.
    Unknown,
}

impl NotOurs {
    /// What is wrong with the bytes, at that line.
    #[must_use]
    pub fn at(self, line: u64) -> Broken {
        match self {
            Self::Form => Broken::Altered { line, flaw: Flaw::Form },
            Self::Unknown => Broken::Unknown { line },
        }
    }
}

/// Reads what this program writes, to the byte: a field that it does not know must not be passed over in silence.
///
/// # Errors
/// [`NotOurs`].
pub fn as_written<T: Serialize + DeserializeOwned>(json: &[u8]) -> Result<T, NotOurs> {
    let value: T = serde_json::from_slice(json).map_err(|error| why(json, &error))?;
    let Ok(ours) = serde_json::to_vec(&value) else { return Err(NotOurs::Form) };
    if ours == json {
        return Ok(value);
    }
    match (serde_json::from_slice(&ours), serde_json::from_slice(json)) {
        (Ok(ours), Ok(theirs)) if is_compact(json) && has_more(&theirs, &ours) => Err(NotOurs::Unknown),
        _ => Err(NotOurs::Form),
    }
}

/// Why it cannot be read at all: a more recent version has kinds of events and words that this one lacks.
fn why(json: &[u8], error: &serde_json::Error) -> NotOurs {
    // The names of the events and the words in them are kept by serde: it alone knows which one it did not find.
    let is_a_new_word = error.is_data() && error.to_string().starts_with("unknown variant");
    if is_a_new_word && is_compact(json) { NotOurs::Unknown } else { NotOurs::Form }
}

/// Whether there is nothing between the parts: every version writes JSON so.
fn is_compact(json: &[u8]) -> bool {
    let (mut quoted, mut escaped) = (false, false);
    json.iter().all(|byte| {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = quoted,
            b'"' => quoted = !quoted,
            _ => {}
        }
        quoted || !byte.is_ascii_whitespace()
    })
}

/// Whether one value is the other with fields added, and nothing else.
fn has_more(theirs: &Value, ours: &Value) -> bool {
    theirs != ours && holds(theirs, ours)
}

fn holds(theirs: &Value, ours: &Value) -> bool {
    match (theirs, ours) {
        (Value::Object(theirs), Value::Object(ours)) => {
            ours.iter().all(|(name, value)| theirs.get(name).is_some_and(|field| holds(field, value)))
        }
        (Value::Array(theirs), Value::Array(ours)) => {
            theirs.len() == ours.len() && theirs.iter().zip(ours).all(|(theirs, ours)| holds(theirs, ours))
        }
        _ => theirs == ours,
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    enum Word {
        Known,
    }

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Line {
        n: u64,
        word: Vec<Word>,
    }

    fn read(json: &str) -> Result<Line, NotOurs> {
        as_written(json.as_bytes())
    }

    #[test]
    fn what_this_version_writes_is_read_to_the_byte() {
        assert_eq!(read(r#"{"n":1,"word":["Known"]}"#), Ok(Line { n: 1, word: vec![Word::Known] }));
    }

    #[test]
    fn a_field_or_a_word_more_is_of_a_more_recent_version() {
        for json in [
            r#"{"n":1,"word":["Known"],"more":"a \" b"}"#,
            r#"{"n":1,"word":["New"]}"#,
            r#"{"n":1,"word":[{"New":{"a":1}}]}"#,
        ] {
            assert_eq!(read(json), Err(NotOurs::Unknown), "{json}");
        }
    }

    #[test]
    fn another_order_a_blank_a_missing_field_or_another_type_is_of_no_version() {
        for json in [
            r#"{"word":["Known"],"n":1}"#,
            r#"{"n":1, "word":["Known"]}"#,
            r#"{"n":1, "word":["Known"],"more":1}"#,
            r#"{"n":1,"word":["Known"],"n":1}"#,
            r#"{"n":1}"#,
            r#"{"n":"1","word":["New"]}"#,
            r#"{"n":1,"word":["New"] }"#,
            "[]",
            "",
        ] {
            assert_eq!(read(json), Err(NotOurs::Form), "{json}");
        }
    }
}
