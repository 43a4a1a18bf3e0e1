//! What is wrong with a command that was typed, as the library found it, in our own data.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::french::command_line::UsageError;

/// What clap found, as data.
pub(super) fn usage_error(error: &clap::Error) -> UsageError {
    let one = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.clone()),
        Some(ContextValue::Strings(texts)) => texts.first().cloned(),
        _ => None,
    };
    let many = |kind| match error.get(kind) {
        Some(ContextValue::Strings(texts)) => texts.clone(),
        Some(ContextValue::String(text)) => vec![text.clone()],
        _ => vec![],
    };
    // « --format <FORMAT> » is how clap calls it; she typed « --format ».
    let bare = |shown: String| shown.split(" <").next().unwrap_or_default().to_owned();
    let argument = || one(ContextKind::InvalidArg).map(bare).unwrap_or_default();
    match error.kind() {
        ErrorKind::InvalidSubcommand => UsageError::Unknown {
            word: one(ContextKind::InvalidSubcommand).unwrap_or_default(),
            meant: one(ContextKind::SuggestedSubcommand),
        },
        ErrorKind::UnknownArgument if !argument().starts_with('-') => UsageError::OneTooMany(argument()),
        ErrorKind::UnknownArgument => UsageError::Unknown { word: argument(), meant: one(ContextKind::SuggestedArg) },
        ErrorKind::ValueValidation if argument() == "--annee" => {
            UsageError::NoYear(one(ContextKind::InvalidValue).unwrap_or_default())
        }
        ErrorKind::ValueValidation if argument() == "--vitesse" => {
            UsageError::NoSpeed(one(ContextKind::InvalidValue).unwrap_or_default())
        }
        ErrorKind::ValueValidation => UsageError::BadValue {
            option: argument(),
            value: one(ContextKind::InvalidValue).unwrap_or_default(),
            allowed: vec![],
        },
        ErrorKind::InvalidValue => match one(ContextKind::InvalidValue) {
            Some(value) if !value.is_empty() => {
                UsageError::BadValue { option: argument(), value, allowed: many(ContextKind::ValidValue) }
            }
            _ => UsageError::NoValue(argument()),
        },
        ErrorKind::MissingRequiredArgument => match many(ContextKind::InvalidArg) {
            missing if missing.iter().any(|what| what.contains("FICHIER")) => UsageError::NoFile,
            missing if missing.iter().any(|what| what.contains("DEROULE")) => UsageError::NoCourse,
            missing if missing.iter().any(|what| what.contains("DOSSIER")) => UsageError::NoFolder,
            missing if missing.iter().any(|what| what.contains("MODELE")) => UsageError::NoModel,
            missing => UsageError::Missing(missing),
        },
        ErrorKind::ArgumentConflict => UsageError::Twice(argument()),
        _ => UsageError::Other,
    }
}
