//! Holds the tree of spans against the schema: fields, words and kinds of values that do not belong where they stand.

use std::ops::Range;

use super::placing;
use super::problem::{ProblemKind, Wanted};
use super::schema::{Content, Field, Fields, Kind, Word};
use super::spans::{Body, Edit, Item, Node};

/// How many findings are kept: a list that nobody reads must not fill the memory.
const FOUND: usize = 500;

/// What does not belong where it stands.
#[derive(Debug, Default)]
pub struct Structure {
    /// What, and where.
    pub found: Vec<(ProblemKind, Range<usize>)>,
    /// What takes it out, so that the rest can be read.
    pub edits: Vec<Edit>,
    /// The values that are taken out: what is missing there is not missing in the file.
    pub spoiled: Vec<Range<usize>>,
}

/// Checks a whole file, or one value of one, against what belongs there; `field` is what it is called in a message.
#[must_use]
pub fn check_value(text: &str, node: &Node, kind: &Kind, field: &'static str) -> Structure {
    let mut checker = Checker { text, structure: Structure::default() };
    if !checker.fits(node, kind, field) {
        checker.structure.spoiled.push(node.span.clone());
    }
    checker.structure
}

/// A value without `Some(…)` around it; nothing if it is `None`.
pub fn unwrapped<'n>(text: &str, node: &'n Node) -> Option<&'n Node> {
    let word = |range: &Range<usize>| text.get(range.clone()).unwrap_or("");
    match (&node.word, &node.body) {
        (None, Body::Word) if word(&node.span) == "None" => None,
        (Some(some), Body::Group { items, .. }) if word(some) == "Some" => match items.as_slice() {
            [Item { key: None, value, .. }] => unwrapped(text, value),
            _ => Some(node),
        },
        _ => Some(node),
    }
}

fn is_list(node: &Node) -> bool {
    node.word.is_none() && matches!(node.body, Body::Group { open: '[', .. })
}

/// Braces are mended into parentheses: they are said elsewhere.
fn is_parentheses(node: &Node) -> bool {
    matches!(node.body, Body::Group { open: '(' | '{', .. })
}

struct Checker<'t> {
    text: &'t str,
    structure: Structure,
}

impl Checker<'_> {
    fn word(&self, range: &Range<usize>) -> &str {
        self.text.get(range.clone()).unwrap_or("")
    }

    fn wrong(&mut self, kind: ProblemKind, range: &Range<usize>) {
        if self.structure.found.len() < FOUND {
            self.structure.found.push((kind, range.clone()));
        }
    }

    /// Whether a value can be read as it stands, once what is wrong inside it is taken out.
    fn fits(&mut self, node: &Node, kind: &Kind, field: &'static str) -> bool {
        let Some(node) = unwrapped(self.text, node) else { return true };
        if node.body == Body::Nothing {
            return false;
        }
        let wanted = match kind {
            Kind::TextOrChoice(_) if node.body == Body::Text => return true,
            kind if kind.is_a_text() && node.body == Body::Text => return true,
            Kind::NumberOrList(inner) if is_list(node) => return self.list(node, inner, field),
            Kind::NumberOrList(_) if node.body == Body::Number => return self.number(node, field),
            Kind::Pair(kinds) if is_parentheses(node) && node.items().len() == kinds.len() => {
                return node.items().iter().zip(*kinds).all(|(item, kind)| self.fits(&item.value, kind, field));
            }
            Kind::TextOrFile if node.body == Body::Text || self.is_file(node) => return true,
            Kind::ListOrFile(_) if self.is_file(node) => return true,
            Kind::YesNo if node.body == Body::Word && matches!(self.word(&node.span), "true" | "false") => return true,
            Kind::Number => return self.number(node, field),
            Kind::Decimal if node.body == Body::Number && self.is_decimal(node) => return true,
            Kind::List(inner) | Kind::ListOrFile(inner) if is_list(node) => return self.list(node, inner, field),
            Kind::Fields(fields) if is_parentheses(node) && node.word.is_none() => {
                self.fields(node, fields);
                return true;
            }
            Kind::Choice(words) | Kind::TextOrChoice(words) if node.word.is_some() || node.body == Body::Word => {
                return self.choice(node, words, field);
            }
            Kind::Text
            | Kind::Person
            | Kind::Report
            | Kind::NewReport
            | Kind::Slate
            | Kind::NewSlate
            | Kind::Label
            | Kind::Prose
            | Kind::Hour
            | Kind::Date => Wanted::Text,
            Kind::Pair(_) => Wanted::Items,
            Kind::Decimal => Wanted::Decimal,
            Kind::NumberOrList(_) => Wanted::Number,
            Kind::TextOrFile => Wanted::TextOrFile,
            Kind::List(_) => Wanted::List,
            Kind::ListOrFile(_) => Wanted::ListOrFile,
            Kind::Fields(_) => Wanted::Fields,
            Kind::Choice(_) => Wanted::Word,
            Kind::YesNo => Wanted::YesNo,
            Kind::TextOrChoice(_) => Wanted::TextOrWord,
        };
        let instead = self.meant(node, kind).or_else(|| first_of_several(kind, field));
        self.wrong(ProblemKind::WrongType { field, wanted, instead }, &placing::head(node));
        false
    }

    /// What the clerk perhaps meant: a word in quotes, a number in quotes or with spaces, a text that looks like a number.
    fn meant(&self, node: &Node, kind: &Kind) -> Option<String> {
        let written = self.word(&node.span);
        let bare = written.trim_matches('"');
        match kind {
            Kind::Choice(words) if node.body == Body::Text => {
                let plain = |word: &&Word| !matches!(word.content, Content::Text | Content::Number | Content::One(_));
                let names: Vec<&'static str> = words.iter().filter(plain).map(|word| word.name).collect();
                nearest(bare, &names).map(str::to_owned)
            }
            Kind::YesNo => match bare.to_lowercase().as_str() {
                "oui" | "vrai" | "yes" | "true" | "1" => Some("true".to_owned()),
                "non" | "faux" | "no" | "false" | "0" => Some("false".to_owned()),
                _ => None,
            },
            Kind::Number if node.body == Body::Text => {
                let digits: String = bare.chars().filter(|letter| !letter.is_whitespace()).collect();
                digits.parse::<u32>().is_ok().then_some(digits)
            }
            Kind::List(Kind::Text) if node.body == Body::Text => Some(format!("[{written}]")),
            Kind::Text | Kind::Label | Kind::Person | Kind::Report | Kind::NewReport if node.body == Body::Number => {
                Some(format!("\"{written}\""))
            }
            _ => None,
        }
    }

    fn is_file(&self, node: &Node) -> bool {
        let is_text = |item: &Item| item.key.is_none() && item.value.body == Body::Text;
        node.word.as_ref().is_some_and(|word| self.word(word) == "Fichier")
            && is_parentheses(node)
            && matches!(node.items(), [item] if is_text(item))
    }

    fn is_decimal(&self, node: &Node) -> bool {
        self.word(&node.span).replace('_', "").parse::<f32>().is_ok()
    }

    fn number(&mut self, node: &Node, field: &'static str) -> bool {
        let digits = self.word(&node.span).replace('_', "");
        let kind = match node.body {
            Body::Number if is_whole_number(&digits) => return true,
            Body::Number => ProblemKind::OutOfRange(field),
            Body::Word if matches!(digits.as_str(), "NaN" | "inf") => ProblemKind::OutOfRange(field),
            _ => {
                let instead = self.meant(node, &Kind::Number);
                ProblemKind::WrongType { field, wanted: Wanted::Number, instead }
            }
        };
        self.wrong(kind, &node.span);
        false
    }

    /// A chapter or a report that cannot be read leaves its place to an empty one, so that the others keep theirs.
    fn list(&mut self, node: &Node, inner: &Kind, field: &'static str) -> bool {
        let mut whole = true;
        for item in node.items() {
            if let Some(key) = &item.key {
                self.wrong(ProblemKind::WrongType { field, wanted: Wanted::Items, instead: None }, key);
                return false;
            }
            let value = &item.value;
            let is_element = match inner {
                Kind::Fields(_) => is_parentheses(value) && value.word.is_none(),
                Kind::Choice(_) => value.word.is_some() || value.body == Body::Word,
                Kind::Pair(kinds) => {
                    is_parentheses(value) && value.word.is_none() && value.items().len() == kinds.len()
                }
                _ => true,
            };
            if !is_element && value.body != Body::Nothing {
                self.wrong(
                    ProblemKind::WrongType { field, wanted: Wanted::Items, instead: None },
                    &placing::head(value),
                );
            }
            let fits = is_element && self.fits(value, inner, field);
            if !fits && matches!(inner, Kind::Choice(_)) {
                let comma = if item.whole.end > item.value.span.end { "," } else { "" };
                self.take_out(item, &format!("Chapitre(\"?\"){comma}"));
            } else {
                whole &= fits;
            }
        }
        whole
    }

    fn take_out(&mut self, item: &Item, by: &str) {
        self.structure.edits.push(Edit { range: item.whole.clone(), by: by.to_owned() });
        self.structure.spoiled.push(item.value.span.clone());
    }

    fn fields(&mut self, node: &Node, fields: &Fields) {
        let mut seen: Vec<&'static str> = Vec::new();
        for item in node.items() {
            let Some(key) = &item.key else {
                self.nameless(item, fields);
                continue;
            };
            let found = self.word(key).to_owned();
            match fields.get(&found) {
                Some(field) if seen.contains(&field.name) => {
                    self.wrong(ProblemKind::DuplicateField(field.name), key);
                    self.take_out(item, "");
                }
                Some(Field { name, kind, .. }) => {
                    seen.push(name);
                    if !self.fits(&item.value, kind, name) {
                        self.take_out(item, "");
                    }
                }
                None => {
                    let known = fields.names();
                    let nearest = nearest(&found, &known);
                    self.wrong(ProblemKind::UnknownField { found, nearest, known }, key);
                    self.take_out(item, "");
                }
            }
        }
    }

    /// A value without a name where every value has one. What the scanner has already said is not said again.
    fn nameless(&mut self, item: &Item, fields: &Fields) {
        if item.value.body != Body::Nothing {
            self.wrong(ProblemKind::Nameless { known: fields.names() }, &placing::head(&item.value));
        }
        self.take_out(item, "");
    }

    fn choice(&mut self, node: &Node, words: &'static [Word], field: &'static str) -> bool {
        let range = node.word.clone().unwrap_or_else(|| node.span.clone());
        let found = self.word(&range).to_owned();
        let Some(word) = words.iter().find(|word| word.name == found || word.accented == Some(&found)) else {
            let known: Vec<&'static str> = words.iter().map(|word| word.name).collect();
            let nearest = nearest(&found, &known);
            self.wrong(ProblemKind::UnknownVariant { found, nearest, known }, &range);
            return false;
        };
        let has_parentheses = is_parentheses(node);
        match word.content {
            Content::Fields(fields) | Content::PerhapsFields(fields) if has_parentheses => {
                self.fields(node, fields);
                true
            }
            Content::Fields(fields) if node.word.is_none() => {
                let missing = fields.known.first().map_or("", |field| field.name);
                self.wrong(ProblemKind::MissingField(missing), &range);
                false
            }
            Content::Text | Content::One(_) if has_parentheses => match node.items() {
                [item] if item.key.is_none() && item.value.body == Body::Text => true,
                _ => {
                    self.wrong(
                        ProblemKind::WrongType { field: word.name, wanted: Wanted::Text, instead: None },
                        &node.span,
                    );
                    false
                }
            },
            Content::Text | Content::One(_) => {
                self.wrong(ProblemKind::WrongType { field: word.name, wanted: Wanted::Text, instead: None }, &range);
                false
            }
            Content::Number => match node.items() {
                [item] if has_parentheses && item.key.is_none() => self.fits(&item.value, &Kind::Number, word.name),
                _ => {
                    let wanted = Wanted::Number;
                    self.wrong(ProblemKind::WrongType { field: word.name, wanted, instead: None }, &range);
                    false
                }
            },
            Content::Nothing | Content::PerhapsFields(_) if node.word.is_none() => true,
            _ => {
                let instead = Some(word.name.to_owned());
                self.wrong(ProblemKind::WrongType { field, wanted: Wanted::Word, instead }, &node.span);
                false
            }
        }
    }
}

/// A word for the field that has other words at each of its places: an example of another place would mislead.
fn first_of_several(kind: &Kind, field: &str) -> Option<String> {
    match kind {
        Kind::Choice(words) if field == "genre" => words.first().map(|word| word.name.to_owned()),
        _ => None,
    }
}

/// Whether ron reads that as a number of the format: in tens, or as 0x1F and the like, which a clerk does not write.
fn is_whole_number(digits: &str) -> bool {
    let bases = [("0x", 16), ("0b", 2), ("0o", 8)];
    let in_a_base = bases.into_iter().find_map(|(start, base)| Some((digits.strip_prefix(start)?, base)));
    let (digits, base) = in_a_base.unwrap_or((digits, 10));
    u32::from_str_radix(digits, base).is_ok()
}

/// The known name most like what was written, if one is near.
#[must_use]
pub fn nearest(found: &str, known: &[&'static str]) -> Option<&'static str> {
    use crate::council::name::fold;
    let found: String = fold(found).chars().take(64).collect();
    let likeness = |name: &&'static str| strsim::jaro_winkler(&found, &fold(name));
    let best = known.iter().map(|name| (likeness(name), *name)).max_by(|a, b| a.0.total_cmp(&b.0))?;
    (best.0 >= 0.8).then_some(best.1)
}
