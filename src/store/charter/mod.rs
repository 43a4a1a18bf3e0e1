//! The look and the sentences of an assembly (*charte*, *formules*), and its models: looked up, read, checked.
//!
//! `charte.ron`, `formules.ron` and `modele-*.odt` are looked for beside the session file, in the folder `modeles`
//! there, then in the user's configuration folder. Of each name the first one found counts, whole; without any, the
//! program's own stands. Nothing here is ever written.

mod font;
mod making;
mod picture;
pub mod problem;
pub mod schema;
mod shape;
#[cfg(test)]
mod tests;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;

use crate::council::phrases::Phrases;
use crate::look::Look;

use super::session_file::at::At;
use super::session_file::files::{self, BesideAsBytes, Folder};
use super::session_file::problem::{Problem, ProblemKind, Unread};
use super::session_file::reading::Reading;
use super::session_file::schema::Fields;
use super::session_file::unreadable::Unreadable;
use super::session_file::{diagnosis, shape as session_shape, wording};

pub(super) use self::making::format as of_format;
use self::shape::{CharterShape, WordingShape};

/// The name of the file of the look.
pub const CHARTER_FILE: &str = "charte.ron";
/// The name of the file of sentences.
pub const WORDING_FILE: &str = "formules.ron";
/// The folder beside the session file in which they are looked for too.
pub const FOLDER: &str = "modeles";

/// The look, the sentences and the models of an assembly.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Charter {
    /// How its papers look.
    pub look: Look,
    /// Sentences of `formules.ron`. Those of the session file stand before them, one by one: [`Phrases::over`].
    pub phrases: Phrases,
    /// `modele-*.odt` by file name.
    pub models: BTreeMap<String, Vec<u8>>,
    /// The files that were used, to be said: the charter, the sentences, then the models.
    pub files: Vec<PathBuf>,
}

/// A charter that cannot be used: everything that is wrong, one entry a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CharterUnread {
    /// The files with mistakes, each with its own. Never empty.
    pub files: Vec<Unread>,
}

impl CharterUnread {
    /// Whether a file itself cannot be read; otherwise all were, and what they say is to be mended.
    #[must_use]
    pub fn cannot_be_read(&self) -> bool {
        self.files.iter().any(Unread::cannot_be_read)
    }
}

/// Reads the charter that is meant for a session file; `config_dir` is the user's configuration folder.
///
/// # Errors
/// [`CharterUnread`] with everything that is wrong in every file.
pub fn load(session_file: &Path, config_dir: Option<&Path>) -> Result<Charter, CharterUnread> {
    let places = places(session_file, config_dir);
    let (mut charter, mut unread) = (Charter::default(), Vec::new());
    if let Some(path) = first(&places, CHARTER_FILE) {
        match read(&path, |text, folder| look_of(text, folder)) {
            Ok(look) => charter.look = look,
            Err(problems) => unread.push(problems),
        }
        charter.files.push(path);
    }
    if let Some(path) = first(&places, WORDING_FILE) {
        match read(&path, |text, _| phrases_of(text)) {
            Ok(phrases) => charter.phrases = phrases,
            Err(problems) => unread.push(problems),
        }
        charter.files.push(path);
    }
    models(&places, &mut charter, &mut unread);
    if unread.is_empty() { Ok(charter) } else { Err(CharterUnread { files: unread }) }
}

/// Reads the sentences alone: what the screen says, without waiting for fonts and models.
///
/// # Errors
/// [`CharterUnread`] with everything that is wrong in `formules.ron`.
pub fn load_phrases(session_file: &Path, config_dir: Option<&Path>) -> Result<Phrases, CharterUnread> {
    let Some(path) = first(&places(session_file, config_dir), WORDING_FILE) else { return Ok(Phrases::default()) };
    read(&path, |text, _| phrases_of(text)).map_err(|unread| CharterUnread { files: vec![unread] })
}

/// Where files are looked for, in order.
fn places(session_file: &Path, config_dir: Option<&Path>) -> Vec<PathBuf> {
    let beside = session_file.parent().map(Path::to_path_buf).unwrap_or_default();
    let mut places = vec![beside.clone(), beside.join(FOLDER)];
    places.extend(config_dir.map(Path::to_path_buf));
    places
}

/// The first place that has something of that name. A link that leads nowhere is something: it is said, not passed over.
pub(super) fn first(places: &[PathBuf], name: &str) -> Option<PathBuf> {
    places.iter().map(|place| place.join(name)).find(|path| match path.symlink_metadata() {
        Ok(_) => true,
        Err(error) => !matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory),
    })
}

fn read<T>(path: &Path, parse: impl FnOnce(&str, &Folder) -> Result<T, Vec<Problem>>) -> Result<T, Unread> {
    let unread = |problems| Unread { path: path.to_path_buf(), problems };
    let source = files::read(path).map_err(|why| unread(of_the_disk(why)))?;
    parse(&source, &Folder::of(path)).map_err(unread)
}

fn of_the_disk(why: Unreadable) -> Vec<Problem> {
    vec![Problem { kind: ProblemKind::File(why), place: None }]
}

/// Reads the text of a `charte.ron`; `folder` holds the logo and the fonts.
///
/// # Errors
/// Everything that is wrong, in the order of the file.
pub fn look_of(source: &str, folder: &dyn BesideAsBytes) -> Result<Look, Vec<Problem>> {
    parse(&schema::CHARTER, source, |shape: CharterShape, reading| making::look(shape, folder, reading))
}

/// Reads a `charte.ron` anew: its text, its look, and the name and bytes of every picture and font that it names.
///
/// # Errors
/// Everything that is wrong with it.
pub fn look_and_what_it_names(path: &Path) -> Result<(String, Look, Vec<Named>), Vec<Problem>> {
    let source = files::read(path).map_err(of_the_disk)?;
    let folder = Folder::of(path);
    let named = RefCell::new(Vec::new());
    let beside = |name: &str| {
        let bytes = folder.bytes(name)?;
        named.borrow_mut().push((name.to_owned(), bytes.clone()));
        Ok(bytes)
    };
    let look = look_of(&source, &beside)?;
    Ok((source, look, named.into_inner()))
}

/// A file that a charter names: its name and its bytes.
pub type Named = (String, Vec<u8>);

/// Reads the text of a `formules.ron`.
///
/// # Errors
/// Everything that is wrong, in the order of the file.
pub fn phrases_of(source: &str) -> Result<Phrases, Vec<Problem>> {
    parse(&schema::WORDING, source, |shape: WordingShape, reading| {
        making::format(shape.format, reading);
        wording::of(shape.formules.unwrap_or_default(), &At::ROOT.field("formules"), reading)
    })
}

/// Reads a file of that schema as a session file is read: by ron, and by the scanner once something is wrong.
pub(super) fn parse<S: DeserializeOwned, T>(
    schema: &'static Fields,
    source: &str,
    make: impl Fn(S, &mut Reading<'_>) -> T,
) -> Result<T, Vec<Problem>> {
    // No text stands beside a charter: pictures and fonts are read as bytes.
    let beside = |_: &str| Err(Unreadable::Missing);
    let mut reading = Reading::new(&beside);
    let text = source.strip_prefix('\u{feff}').unwrap_or(source);
    reading.hidden_characters(text);
    let shape = match session_shape::options().from_str::<S>(text) {
        Ok(shape) => shape,
        Err(refusal) => {
            return Err(diagnosis::of_refusal_as(schema, text, &refusal, reading, |mended, reading| {
                if let Ok(shape) = session_shape::options().from_str::<S>(mended) {
                    make(shape, reading);
                }
            }));
        }
    };
    let result = make(shape, &mut reading);
    if reading.found.is_empty() { Ok(result) } else { Err(diagnosis::of_meaning(text, &reading)) }
}

/// The models, by file name: of two of one name the one that is nearer to the session file.
fn models(places: &[PathBuf], charter: &mut Charter, unread: &mut Vec<Unread>) {
    let mut found: BTreeMap<String, PathBuf> = BTreeMap::new();
    for place in places {
        match models_in(place) {
            Ok(names) => {
                for name in names {
                    let path = place.join(&name);
                    found.entry(name).or_insert(path);
                }
            }
            Err(why) => unread.push(Unread { path: place.clone(), problems: of_the_disk(why) }),
        }
    }
    for (name, path) in found {
        match files::read_bytes(&path) {
            Ok(bytes) => {
                charter.models.insert(name, bytes);
            }
            Err(why) => unread.push(Unread { path: path.clone(), problems: of_the_disk(why) }),
        }
        charter.files.push(path);
    }
}

/// The names of the models of a folder; none in a folder that is not there.
fn models_in(place: &Path) -> Result<Vec<String>, Unreadable> {
    // The folder of a session file that is named alone is the one where the program stands.
    let place = if place.as_os_str().is_empty() { Path::new(".") } else { place };
    let entries = match std::fs::read_dir(place) {
        Ok(entries) => entries,
        Err(error) => return files::nothing_there(&error).map(|()| Vec::new()),
    };
    let mut names = Vec::new();
    for entry in entries {
        let entry = entry.map_err(|error| Unreadable::Disk(error.to_string()))?;
        let name = entry.file_name();
        if let Some(name) = name.to_str().filter(|name| is_model(name)) {
            names.push(name.to_owned());
        }
    }
    Ok(names)
}

fn is_model(name: &str) -> bool {
    name.strip_prefix("modele-").and_then(|rest| rest.strip_suffix(".odt")).is_some_and(|kind| !kind.is_empty())
}
