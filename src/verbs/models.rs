//! `modeles`: the built-in models, the charter and the sentences written out to be changed, and a model read before the evening that needs it.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use crate::cli::ModelsAsked;
use crate::french::charter::{OWN_CHARTER, own_wording};
use crate::french::models as words;
use crate::french::program;
use crate::look::Look;
use crate::papers::model;
use crate::store::charter::{CHARTER_FILE, WORDING_FILE};
use crate::store::disk::RealDisk;
use crate::store::replace::replace;

use super::{Exit, complain, say};

/// The most bytes of a file that is read as a model.
const MOST_BYTES: u64 = 64 << 20;

/// `modeles`.
#[must_use]
pub fn models(asked: &ModelsAsked) -> Exit {
    match asked {
        ModelsAsked::Export { folder, force } => export(folder, *force),
        ModelsAsked::Check { files } => check(files),
    }
}

/// Every file that an assembly may make its own.
fn built_in() -> Option<Vec<(&'static str, Vec<u8>)>> {
    let models = model::built_in(&Look::default()).ok()?;
    let mut files = vec![(CHARTER_FILE, OWN_CHARTER.as_bytes().to_vec()), (WORDING_FILE, own_wording().into_bytes())];
    files.extend(models.into_iter().map(|built_in| (built_in.name, built_in.bytes)));
    Some(files)
}

fn export(folder: &Path, force: bool) -> Exit {
    let Some(files) = built_in() else { return Exit::unreadable(words::NOT_EXPORTED) };
    if !folder.is_dir()
        && let Err(error) = fs::create_dir(folder)
    {
        return Exit::Unusable(words::no_folder(folder, &error));
    }
    let mut exit = Exit::Fine;
    for (name, bytes) in files {
        let path = folder.join(name);
        match replace(&RealDisk, &path, &bytes, force) {
            Ok(()) => say(&program::written(&path)),
            Err(why) => {
                complain(&program::not_written(&why));
                exit = Exit::Findings;
            }
        }
    }
    exit
}

fn check(files: &[PathBuf]) -> Exit {
    let mut exit = Exit::Fine;
    for path in files {
        let bytes = match read(path) {
            Ok(bytes) => bytes,
            Err(why) => {
                say(&words::of_a_file(path, &[why]));
                exit = exit.or(Exit::CannotBeRead);
                continue;
            }
        };
        match model::check(&bytes) {
            Ok(()) => say(&words::of_a_file(path, &[])),
            Err(problems) => {
                let unreadable = problems.iter().any(model::Problem::cannot_be_read);
                exit = exit.or(if unreadable { Exit::CannotBeRead } else { Exit::Findings });
                say(&words::of_a_file(path, &problems.iter().map(model::Problem::sentence).collect::<Vec<_>>()));
            }
        }
    }
    exit
}

/// The bytes of a file that is a file: reading anything else may never end.
fn read(path: &Path) -> Result<Vec<u8>, String> {
    let about = fs::metadata(path).map_err(|error| words::not_read(&error))?;
    if !about.is_file() {
        return Err(words::NOT_A_FILE.to_owned());
    }
    if about.len() > MOST_BYTES {
        return Err(words::TOO_BIG.to_owned());
    }
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(|error| words::not_read(&error))?;
    file.take(MOST_BYTES).read_to_end(&mut bytes).map_err(|error| words::not_read(&error))?;
    Ok(bytes)
}
