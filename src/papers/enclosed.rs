//! What a *procès-verbal* in PDF encloses, so that it proves itself: the files of the sitting, and a list of them.
//!
//! The list is the enclosed file [`LIST`]. Its first line is `hemicycle 1`, the version of this format; then one line a
//! file, in the order of [`Role`]: its role, the SHA-256 of its bytes in hexadecimal, and its name to the end of the line.
//! Names are those that the files have seen from the folder of the session file: `x.ron`, `x.journal`, `textes/07.md`,
//! `x.notes/07.md`. Laid in an empty folder they are the sitting again.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::council::plain::plain;
use crate::french::enclosed as words;

use super::render::Attachment;

/// The name of the list.
pub const LIST: &str = "hemicycle-fichiers.txt";

/// How the list begins, but for its version.
const MARK: &str = "hemicycle";
/// The version of the list that is written, and the highest that is read.
const VERSION: u32 = 1;

/// What an enclosed file is for the sitting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// The session file. There is one.
    SessionFile,
    /// The journal. There is one.
    Journal,
    /// What was recorded after the close.
    Afterwards,
    /// A text, an annex or the table of the members, named by the session file.
    Text,
    /// The notes of a report.
    Notes,
    /// The sentences of the assembly (`formules.ron`).
    Phrases,
    /// The look of the assembly (`charte.ron`).
    Look,
    /// The logo that the look names.
    Logo,
}

impl Role {
    const ALL: [Self; 8] = [
        Self::SessionFile,
        Self::Journal,
        Self::Afterwards,
        Self::Text,
        Self::Notes,
        Self::Phrases,
        Self::Look,
        Self::Logo,
    ];

    /// The word of the list.
    fn word(self) -> &'static str {
        match self {
            Self::SessionFile => "seance",
            Self::Journal => "journal",
            Self::Afterwards => "suites",
            Self::Text => "texte",
            Self::Notes => "notes",
            Self::Phrases => "formules",
            Self::Look => "charte",
            Self::Logo => "logo",
        }
    }

    /// What it is, for who looks at the attachments.
    fn says(self) -> &'static str {
        match self {
            Self::SessionFile => words::SESSION_FILE,
            Self::Journal => words::JOURNAL,
            Self::Afterwards => words::AFTERWARDS,
            Self::Text => words::TEXT,
            Self::Notes => words::NOTES,
            Self::Phrases => words::PHRASES,
            Self::Look => words::LOOK,
            Self::Logo => words::LOGO,
        }
    }
}

/// A file of the sitting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Enclosed {
    /// What it is for the sitting.
    pub role: Role,
    /// Its name from the folder of the session file.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Why the files of a sitting cannot be taken out of a paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotTakenOut {
    /// There is no list: the paper is not a *procès-verbal* of this program, or encloses nothing.
    NoList,
    /// The list is of a more recent version.
    Newer,
    /// The list is not as it was written, at that line, from 1.
    Unlisted(usize),
    /// A file of the list is not there.
    Lacks(String),
}

/// The files of a sitting, taken out of a paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakenOut {
    /// The files, in the order of the list.
    pub files: Vec<Enclosed>,
    /// The names of those whose bytes are not those of the list.
    pub altered: Vec<String>,
}

/// The list and the files as they are enclosed: same files, same bytes. Of two files of one name the first is enclosed.
#[must_use]
pub fn attachments(files: &[Enclosed]) -> Vec<Attachment> {
    let mut names = BTreeSet::new();
    let mut kept: Vec<(Role, String, &[u8])> = Vec::new();
    for file in files {
        let name = plain(&file.name).into_owned();
        if name != LIST && names.insert(name.clone()) {
            kept.push((file.role, name, &file.bytes));
        }
    }
    kept.sort_by(|(role, name, _), (other, other_name, _)| (role, name).cmp(&(other, other_name)));
    let mut list = format!("{MARK} {VERSION}\n");
    for (role, name, bytes) in &kept {
        // Writing into a `String` cannot fail.
        let _ = writeln!(list, "{} {} {name}", role.word(), sum(bytes));
    }
    let list = Attachment {
        name: LIST.to_owned(),
        says: words::LIST.to_owned(),
        media_type: "text/plain",
        bytes: list.into_bytes(),
    };
    let files = kept.into_iter().map(|(role, name, bytes)| Attachment {
        says: role.says().to_owned(),
        media_type: media_type(&name),
        name,
        bytes: bytes.to_vec(),
    });
    std::iter::once(list).chain(files).collect()
}

/// The files of the sitting among what a paper encloses, by name.
///
/// # Errors
/// [`NotTakenOut`]: the list cannot be followed. What else is enclosed is left.
pub fn take_out(enclosed: &BTreeMap<String, Vec<u8>>) -> Result<TakenOut, NotTakenOut> {
    let list = enclosed.get(LIST).ok_or(NotTakenOut::NoList)?;
    let list = std::str::from_utf8(list).map_err(|_| NotTakenOut::Unlisted(1))?;
    let mut lines = list.lines();
    let version = lines.next().and_then(|line| line.strip_prefix(MARK)?.strip_prefix(' ')?.parse::<u32>().ok());
    match version.ok_or(NotTakenOut::Unlisted(1))? {
        VERSION => {}
        version if version > VERSION => return Err(NotTakenOut::Newer),
        _ => return Err(NotTakenOut::Unlisted(1)),
    }
    let mut out = TakenOut { files: Vec::new(), altered: Vec::new() };
    let mut names = PortableNames::default();
    names.next(LIST);
    for (place, line) in lines.enumerate() {
        let (role, listed, name) = listed(line).ok_or(NotTakenOut::Unlisted(place + 2))?;
        let bytes = enclosed.get(&names.next(name)).ok_or_else(|| NotTakenOut::Lacks(name.to_owned()))?;
        if sum(bytes) != listed {
            out.altered.push(name.to_owned());
        }
        out.files.push(Enclosed { role, name: name.to_owned(), bytes: bytes.clone() });
    }
    for role in [Role::SessionFile, Role::Journal] {
        if out.files.iter().filter(|file| file.role == role).count() != 1 {
            return Err(NotTakenOut::Lacks(role.word().to_owned()));
        }
    }
    Ok(out)
}

/// The names of enclosed files as every reader of PDF gives them back, in the order of the list: letters without accents,
/// never a path, and never twice the same, upper or lower case. The list has the whole names.
#[derive(Clone, Debug, Default)]
pub struct PortableNames(BTreeSet<String>);

impl PortableNames {
    /// The name of the next file: with a number behind it if one before it has the same.
    pub fn next(&mut self, name: &str) -> String {
        let portable = portable(name);
        let (stem, end) = match portable.rfind('.') {
            Some(dot) if dot > 0 => portable.split_at(dot),
            _ => (portable.as_str(), ""),
        };
        let numbered = (2_u32..).map(|number| format!("{stem}~{number}{end}"));
        let mut names = std::iter::once(portable.clone()).chain(numbered);
        names.find(|name| self.0.insert(name.to_lowercase())).unwrap_or_default()
    }
}

fn portable(name: &str) -> String {
    let is_kept = |c: char| c.is_ascii_alphanumeric() || ".-_ ".contains(c);
    let bare = name.nfd().filter(|c| !is_combining_mark(*c));
    let portable: String = bare.map(|c| if is_kept(c) { c } else { '_' }).collect();
    let portable = portable.trim_start_matches('.');
    if portable.is_empty() { "_".to_owned() } else { portable.to_owned() }
}

/// Role, sum and name of a line of the list.
fn listed(line: &str) -> Option<(Role, &str, &str)> {
    let (word, rest) = line.split_once(' ')?;
    let (sum, name) = rest.split_once(' ')?;
    let role = Role::ALL.into_iter().find(|role| role.word() == word)?;
    (!name.is_empty()).then_some((role, sum, name))
}

/// SHA-256 in hexadecimal.
#[must_use]
pub fn sum(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut hex, byte| {
        // Writing into a `String` cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, end)| end.to_ascii_lowercase()).as_deref() {
        Some("md") => "text/markdown",
        Some("csv") => "text/csv",
        Some("png") => "image/png",
        Some("jpg" | "jpeg") => "image/jpeg",
        _ => "text/plain",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files() -> Vec<Enclosed> {
        let file = |role, name: &str, bytes: &[u8]| Enclosed { role, name: name.to_owned(), bytes: bytes.to_vec() };
        vec![
            file(Role::Text, "textes/07.md", b"Texte.\n"),
            file(Role::Journal, "x.journal", b"{}\n"),
            file(Role::SessionFile, "x.ron", b"()"),
            file(Role::Notes, "x.notes/07.md", b""),
            file(Role::Text, "x.ron", b"the same name, named as a text too"),
        ]
    }

    /// As a PDF holds them.
    fn in_a_pdf(files: &[Enclosed]) -> BTreeMap<String, Vec<u8>> {
        let mut names = PortableNames::default();
        attachments(files).into_iter().map(|one| (names.next(&one.name), one.bytes)).collect()
    }

    fn enclosed() -> BTreeMap<String, Vec<u8>> {
        in_a_pdf(&files())
    }

    #[test]
    fn what_is_enclosed_is_taken_out_again_in_the_order_of_the_roles() {
        let out = take_out(&enclosed()).unwrap();
        let names: Vec<&str> = out.files.iter().map(|file| file.name.as_str()).collect();
        assert_eq!(names, ["x.ron", "x.journal", "textes/07.md", "x.notes/07.md"]);
        assert_eq!(out.files.first().map(|file| file.bytes.as_slice()), Some(b"()".as_slice()));
        assert_eq!(out.altered, Vec::<String>::new());
    }

    #[test]
    fn an_enclosed_file_has_a_name_that_every_reader_gives_back_and_never_a_path() {
        let portable = |name| PortableNames::default().next(name);
        assert_eq!(portable("séance du 3.ron"), "seance du 3.ron");
        assert_eq!(portable("../../etc/passwd"), "_.._etc_passwd");
        assert_eq!(portable("éà/../x.ron"), "ea_.._x.ron");
        assert_eq!(portable(".."), "_");
    }

    #[test]
    fn files_whose_portable_names_are_the_same_are_each_enclosed_and_have_their_own_again() {
        let text = |name: &str| Enclosed { role: Role::Text, name: name.into(), bytes: name.into() };
        let same = ["a/b.md", "a_b.md", "A_b.md", "à_b.md", "a_b~2.md", "hemicycle-fichiers_txt", "é", "e"].map(text);
        let all = [files(), same.to_vec()].concat();
        let out = take_out(&in_a_pdf(&all)).unwrap();
        assert_eq!(out.altered, Vec::<String>::new());
        for file in &same {
            assert!(out.files.contains(file), "{}", file.name);
        }
    }

    #[test]
    fn a_file_with_one_byte_changed_or_taken_away_is_named() {
        let mut changed = enclosed();
        changed.get_mut("x.journal").unwrap()[0] = b'[';
        assert_eq!(take_out(&changed).unwrap().altered, ["x.journal"]);
        changed.remove("textes_07.md");
        assert_eq!(take_out(&changed), Err(NotTakenOut::Lacks("textes/07.md".into())));
    }

    #[test]
    fn a_list_that_is_missing_newer_or_damaged_is_not_followed() {
        let with = |list: &str| {
            let mut all = enclosed();
            all.insert(LIST.into(), list.into());
            take_out(&all)
        };
        assert_eq!(take_out(&BTreeMap::new()), Err(NotTakenOut::NoList));
        assert_eq!(with("hemicycle 2\n"), Err(NotTakenOut::Newer));
        assert_eq!(with("hemicycle\n"), Err(NotTakenOut::Unlisted(1)));
        assert_eq!(with("hemicycle 1\nseance\n"), Err(NotTakenOut::Unlisted(2)));
        assert_eq!(with("hemicycle 1\n"), Err(NotTakenOut::Lacks("seance".into())));
    }
}
