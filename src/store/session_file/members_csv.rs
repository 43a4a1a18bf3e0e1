//! The members from a table beside the session file: `nom;prénom;civilité;groupe;fonction;id;état;pouvoir`, and for those
//! who need them `séances;maladie;rang;voix;suppléant de;remplace;naissance`.
//!
//! Columns may come in any order and all but `nom` may be left out. A spreadsheet saves it as « CSV UTF-8 ».

use std::ops::Range;

use csv::{ReaderBuilder, StringRecord};

use crate::council::attendance::Presence;
use crate::council::name::{Civility, fold};

use super::at::Spot;
use super::dates;
use super::members::{Draft, Origin, Replaced, State, name};
use super::problem::{ProblemKind, WordColumn};
use super::reading::Reading;

/// What a column holds. Its names are compared folded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Surname,
    First,
    Civility,
    Group,
    Role,
    Id,
    State,
    Power,
    Sittings,
    Illness,
    Rank,
    Voices,
    SubstituteOf,
    Replaces,
    Birth,
}

impl Column {
    fn of(title: &str) -> Option<Self> {
        Some(match fold(title).as_str() {
            "nom" => Self::Surname,
            "prenom" => Self::First,
            "civilite" => Self::Civility,
            "groupe" => Self::Group,
            "fonction" => Self::Role,
            "id" => Self::Id,
            "etat" => Self::State,
            "pouvoir" | "pouvoir a" => Self::Power,
            "seances" => Self::Sittings,
            "maladie" => Self::Illness,
            "rang" => Self::Rank,
            "voix" => Self::Voices,
            "suppleant de" => Self::SubstituteOf,
            "remplace" => Self::Replaces,
            "naissance" | "date de naissance" => Self::Birth,
            _ => return None,
        })
    }
}

/// The members of a table, in its order; nothing if it has no names at all.
pub fn read(file: &str, content: &str, reading: &mut Reading<'_>) -> Option<Vec<Draft>> {
    let separator = if content.split(['\n', '\r']).next().is_some_and(|line| line.contains(';')) { b';' } else { b',' };
    let mut rows =
        ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(content.as_bytes());
    let mut row = StringRecord::new();
    let mut table = Table { file, content, columns: Vec::new() };
    let mut drafts = Vec::new();
    let mut is_title = true;
    loop {
        match rows.read_record(&mut row) {
            Ok(false) => break,
            Ok(true) if is_title => {
                is_title = false;
                table.titles(&row, reading)?;
            }
            Ok(true) if row.iter().all(|cell| cell.trim().is_empty()) => {}
            Ok(true) => drafts.extend(table.member(&row, reading)),
            Err(_) => {
                reading.note(ProblemKind::BadRow, Spot::Beside(file.to_owned(), 0..0));
                break;
            }
        }
    }
    if is_title {
        reading.note(ProblemKind::MissingColumn("nom"), Spot::Beside(file.to_owned(), 0..0));
        return None;
    }
    Some(drafts)
}

struct Table<'a> {
    file: &'a str,
    content: &'a str,
    columns: Vec<Option<Column>>,
}

impl Table<'_> {
    /// Takes in the first line; nothing if no column holds the names.
    fn titles(&mut self, row: &StringRecord, reading: &mut Reading<'_>) -> Option<()> {
        for title in row {
            let column = Column::of(title);
            if column.is_none() && !title.trim().is_empty() {
                let spot = Spot::Beside(self.file.to_owned(), self.cell(row, title));
                reading.note(ProblemKind::UnknownColumn(title.to_owned()), spot);
            }
            self.columns.push(column);
        }
        if !self.columns.contains(&Some(Column::Surname)) {
            reading.note(ProblemKind::MissingColumn("nom"), Spot::Beside(self.file.to_owned(), self.cell(row, "")));
            return None;
        }
        Some(())
    }

    fn member(&self, row: &StringRecord, reading: &mut Reading<'_>) -> Option<Draft> {
        let spot = |text: &str| Spot::Beside(self.file.to_owned(), self.cell(row, text));
        if row.len() > self.columns.len() && row.iter().skip(self.columns.len()).any(|cell| !cell.trim().is_empty()) {
            reading.note(ProblemKind::BadRow, spot(""));
            return None;
        }
        let text = |wanted: Column| {
            let place = self.columns.iter().position(|column| *column == Some(wanted))?;
            row.get(place).map(str::trim).filter(|cell| !cell.is_empty()).map(str::to_owned)
        };
        for cell in row {
            if let Some(character) = cell.trim().chars().find(|character| matches!(character, '\n' | '\t')) {
                reading.note(ProblemKind::LineBreak(character), spot(cell));
            }
        }
        let civility = text(Column::Civility).and_then(|word| {
            let civility = match fold(&word).as_str() {
                "m" | "mr" | "monsieur" => Some(Civility::Mr),
                "mme" | "madame" => Some(Civility::Mrs),
                _ => None,
            };
            if civility.is_none() {
                reading.note(ProblemKind::BadCell { column: WordColumn::Civility, found: word.clone() }, spot(&word));
            }
            civility
        });
        let power = text(Column::Power);
        let presence = text(Column::State).map(|word| match fold(&word).as_str() {
            "present" | "presente" => Presence::Present,
            "excuse" | "excusee" => Presence::Excused,
            "absent" | "absente" => Presence::Absent,
            _ => {
                reading.note(ProblemKind::BadCell { column: WordColumn::Presence, found: word.clone() }, spot(&word));
                Presence::Present
            }
        });
        let illness = text(Column::Illness).and_then(|word| {
            let illness = match fold(&word).as_str() {
                "oui" | "true" | "vrai" | "x" => Some(true),
                "non" | "false" | "faux" => Some(false),
                _ => None,
            };
            if illness.is_none() {
                reading.note(ProblemKind::BadCell { column: WordColumn::Illness, found: word.clone() }, spot(&word));
            }
            illness
        });
        let mut number = |column: Column, name: WordColumn, least: u32| {
            let word = text(column)?;
            let number = word.parse().ok().filter(|number| *number >= least);
            if number.is_none() {
                reading.note(ProblemKind::BadCell { column: name, found: word.clone() }, spot(&word));
            }
            number
        };
        let sittings = number(Column::Sittings, WordColumn::Sittings, 1);
        let rank = number(Column::Rank, WordColumn::Rank, 1);
        let voices = number(Column::Voices, WordColumn::Voices, 0);
        let is_said = presence.is_some() || power.is_some() || sittings.is_some() || illness.is_some();
        // Whoever gives a power is away: the column of the state may be left out.
        let otherwise = if power.is_some() { Presence::Excused } else { Presence::Present };
        let Some(surname) = text(Column::Surname) else {
            reading.note(ProblemKind::EmptyText("nom"), spot(""));
            return None;
        };
        let born = text(Column::Birth);
        let birth = born.as_deref().and_then(|word| {
            let birth = dates::read(word);
            if birth.is_none() {
                reading.note(ProblemKind::BadDate(word.to_owned()), spot(word));
            }
            birth
        });
        let held = self.cell(row, power.as_deref().unwrap_or(""));
        let (substitute_of, replaces) = (text(Column::SubstituteOf), text(Column::Replaces));
        let seat = self.cell(row, substitute_of.as_deref().or(replaces.as_deref()).unwrap_or(""));
        let is_vacant = |word: &str| matches!(fold(word).as_str(), "siege vacant" | "siegevacant" | "vacant");
        Some(Draft {
            name: name(Some(surname.clone()), text(Column::First), civility),
            id: text(Column::Id),
            group: text(Column::Group),
            role: text(Column::Role),
            rank,
            voices,
            substitute_of,
            replaces: replaces.map(|word| if is_vacant(&word) { Replaced::VacantSeat } else { Replaced::Member(word) }),
            birth,
            state: is_said.then(|| State { presence: presence.unwrap_or(otherwise), power, sittings, illness }),
            origin: Origin::Row {
                file: self.file.to_owned(),
                surname: self.cell(row, &surname),
                power: held,
                seat,
                birth: self.cell(row, born.as_deref().unwrap_or("")),
            },
        })
    }

    /// The bytes of a cell in its row; of the whole line if the cell is not found as it stands.
    fn cell(&self, row: &StringRecord, text: &str) -> Range<usize> {
        let start = row.position().and_then(|position| usize::try_from(position.byte()).ok()).unwrap_or(0);
        let rest = self.content.get(start..).unwrap_or("");
        // A row begins after the line feed of the one before it, which the reader counts to this one.
        let start = start + (rest.len() - rest.trim_start_matches(['\n', '\r']).len());
        let rest = self.content.get(start..).unwrap_or("");
        let line = rest.split(['\n', '\r']).next().unwrap_or("");
        // « 2 » is also in « 2e adjoint »: a whole cell goes before a part of one.
        let is_edge = |character: Option<char>| character.is_none_or(|character| matches!(character, ';' | ',' | '"'));
        let is_whole = |place: &usize| {
            let (before, after) = (line.get(..*place).unwrap_or(""), line.get(*place + text.len()..).unwrap_or(""));
            is_edge(before.trim_end().chars().next_back()) && is_edge(after.trim_start().chars().next())
        };
        let places = || line.match_indices(text).map(|(place, _)| place);
        match places().find(is_whole).or_else(|| places().next()).filter(|_| !text.is_empty()) {
            Some(place) => start + place..start + place + text.len(),
            None => start..start + line.len(),
        }
    }
}
