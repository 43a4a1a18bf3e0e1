//! From a step as a clerk writes it to the step as serde reads it: names become identities, hours are written one way,
//! accents go, and the two fields that are not the command's are taken out. What cannot be translated is noted.

use std::ops::Range;

use crate::council::agenda::Agenda;
use crate::council::name::fold;
use crate::store::session_file::hostile::{self, Extent};
use crate::store::session_file::people::{Directory, NotFound};
use crate::store::session_file::problem::ProblemKind;
use crate::store::session_file::schema::{Content, Fields, Kind, Word};
use crate::store::session_file::spans::{Body, Edit, Item, Node};
use crate::store::session_file::{dates, hours, shape, structure};

use super::flaw::Mistake;
use super::language::{PRINTED, REASON, STEP, STEPS};

/// How many findings of one text are kept.
const FOUND_IN_A_TEXT: usize = 20;

/// From which likeness on a name of a list is suggested, between 0 and 1.
const ALIKE: f64 = 0.75;

/// What the names and numbers of a course are looked up in, and what came of it.
pub struct Translation<'a> {
    text: &'a str,
    directory: &'a Directory,
    /// The numbers of the agenda, and of what the steps so far add to it.
    reports: Vec<String>,
    /// The number that the step being read adds: the steps after it may name it.
    adds: Option<String>,
    /// The lists of candidates of the agenda, and those that the steps so far file.
    slates: Vec<String>,
    /// What makes the text readable by serde.
    pub edits: Vec<Edit>,
    /// What cannot be translated, and where.
    pub mistakes: Vec<(Mistake, Range<usize>)>,
}

impl<'a> Translation<'a> {
    /// Begins to translate.
    pub fn new(text: &'a str, directory: &'a Directory, agenda: &'a Agenda) -> Self {
        let reports = agenda.reports().map(|report| report.id.to_string()).collect();
        let slates = agenda.reports().flat_map(|report| &report.lists).map(|list| list.name.clone()).collect();
        Self { text, directory, reports, adds: None, slates, edits: Vec::new(), mistakes: Vec::new() }
    }

    /// Translates a step.
    pub fn step(&mut self, node: &Node) {
        self.value(node, &Kind::Choice(STEPS), STEP);
        let added = self.adds.take().filter(|added| !self.reports.contains(added));
        self.reports.extend(added);
    }

    /// Translates a value and all that is in it; `field` is what it is called in a message. What is of the wrong kind is
    /// left alone: it is said elsewhere.
    fn value(&mut self, node: &Node, kind: &Kind, field: &'static str) {
        let Some(node) = structure::unwrapped(self.text, node) else { return };
        match kind {
            kind if kind.is_a_text() && node.body == Body::Text => self.text_value(node, kind, field),
            Kind::List(inner) | Kind::NumberOrList(inner) => {
                for item in node.items() {
                    self.value(&item.value, inner, field);
                }
            }
            Kind::Pair(kinds) => {
                for (item, kind) in node.items().iter().zip(*kinds) {
                    self.value(&item.value, kind, field);
                }
            }
            Kind::Fields(fields) => self.fields(node.items(), fields),
            Kind::Choice(words) => self.choice(node, words),
            _ => {}
        }
    }

    fn choice(&mut self, node: &Node, words: &[Word]) {
        let range = node.word.clone().unwrap_or_else(|| node.span.clone());
        let found = self.text.get(range.clone()).unwrap_or("");
        let Some(word) = words.iter().find(|word| word.name == found || word.accented == Some(found)) else { return };
        if word.name != found {
            self.edit(range, word.name);
        }
        match word.content {
            Content::PerhapsFields(_) if node.word.is_none() => self.edit(node.span.end..node.span.end, "()"),
            Content::Fields(fields) | Content::PerhapsFields(fields) => self.fields(node.items(), fields),
            Content::One(kind) => {
                for item in node.items() {
                    self.value(&item.value, &kind, word.name);
                }
            }
            Content::Nothing | Content::Text | Content::Number => {}
        }
    }

    fn fields(&mut self, items: &[Item], fields: &Fields) {
        for item in items {
            let Some(key) = item.key.clone() else { continue };
            let found = self.text.get(key.clone()).unwrap_or("");
            let Some(field) = fields.get(found) else { continue };
            if matches!(field.name, REASON | PRINTED) {
                self.edit(item.whole.clone(), "");
            } else if field.name != found {
                self.edit(key, field.name);
            }
            self.value(&item.value, &field.kind, field.name);
        }
    }

    fn text_value(&mut self, node: &Node, kind: &Kind, field: &'static str) {
        let written = self.text.get(node.span.clone()).unwrap_or("");
        // What ron cannot read as a text is said by the scanner.
        let Ok(text) = shape::options().from_str::<String>(written) else { return };
        let text = text.trim();
        match kind {
            Kind::Person => match self.directory.member(text) {
                Ok(id) => self.replace(node, id.as_str()),
                Err(NotFound::Nobody { nearest }) => {
                    self.wrong(Mistake::UnknownPerson { found: text.to_owned(), nearest }, node);
                }
                Err(NotFound::Several { candidates }) => {
                    self.wrong(Mistake::AmbiguousPerson { found: text.to_owned(), candidates }, node);
                }
            },
            Kind::Hour => match hours::read(text) {
                Some(hour) => self.replace(node, &hour.to_string()),
                None => self.wrong(Mistake::BadHour(text.to_owned()), node),
            },
            Kind::Date => match dates::read(text) {
                Some(date) => self.replace(node, &date.to_string()),
                None => self.wrong(Mistake::Written(ProblemKind::BadDate(text.to_owned())), node),
            },
            Kind::Report => self.report(node, text),
            Kind::Slate => self.slate(node, text),
            Kind::Label | Kind::NewReport | Kind::NewSlate => self.label(node, kind, text, field),
            Kind::Prose => self.free_text(node, text, Extent::Lines),
            _ => self.free_text(node, text, Extent::Line),
        }
    }

    /// What names something is compared with what names it elsewhere: nothing stands around it, and it is not empty.
    fn label(&mut self, node: &Node, kind: &Kind, text: &str, field: &'static str) {
        if text.is_empty() {
            return self.wrong(Mistake::Written(ProblemKind::EmptyText(field)), node);
        }
        self.free_text(node, text, Extent::Line);
        self.replace(node, text);
        if matches!(kind, Kind::NewReport) {
            self.adds = Some(text.to_owned());
        }
        if matches!(kind, Kind::NewSlate) {
            self.slates.push(text.to_owned());
        }
    }

    fn report(&mut self, node: &Node, found: &str) {
        let known = &self.reports;
        if known.iter().any(|number| number == found) {
            return self.replace(node, found);
        }
        let bare = |number: &str| number.trim_start_matches('0').to_lowercase();
        let nearest = known.iter().find(|number| bare(number) == bare(found)).cloned();
        self.wrong(Mistake::UnknownReport { found: found.to_owned(), nearest, known: known.clone() }, node);
    }

    /// A list is named as it was filed, capitals and accents aside.
    fn slate(&mut self, node: &Node, found: &str) {
        let is_it = |name: &&String| fold(name) == fold(found);
        if let Some(name) = self.slates.iter().rev().find(is_it).cloned() {
            return self.replace(node, &name);
        }
        let mut known = self.slates.clone();
        known.sort();
        known.dedup();
        let likeness = |name: &String| strsim::jaro_winkler(&fold(name), &fold(found));
        let nearest = known.iter().map(|name| (likeness(name), name)).max_by(|a, b| a.0.total_cmp(&b.0));
        let nearest = nearest.filter(|(likeness, _)| *likeness >= ALIKE).map(|(_, name)| name.clone());
        self.wrong(Mistake::UnknownList { found: found.to_owned(), nearest, known }, node);
    }

    /// What stands in the words of the secretary: nothing that shows something else than it is.
    fn free_text(&mut self, node: &Node, text: &str, extent: Extent) {
        let written = self.text.get(node.span.clone()).unwrap_or("");
        for (_, kind) in hostile::find(text, extent).take(FOUND_IN_A_TEXT) {
            let is_raw = match &kind {
                // Raw, it was found in the file itself, at its own place.
                ProblemKind::HiddenCharacter { character, .. } => written.contains(*character),
                ProblemKind::StackedMarks(_) => hostile::has_tower(written),
                _ => false,
            };
            if !is_raw {
                self.wrong(Mistake::Written(kind), node);
            }
        }
    }

    fn wrong(&mut self, mistake: Mistake, node: &Node) {
        self.mistakes.push((mistake, node.span.clone()));
    }

    fn edit(&mut self, range: Range<usize>, by: &str) {
        self.edits.push(Edit { range, by: by.to_owned() });
    }

    /// Puts a text in place of a text.
    fn replace(&mut self, node: &Node, by: &str) {
        if let Ok(quoted) = ron::to_string(by) {
            self.edit(node.span.clone(), &quoted);
        }
    }
}
