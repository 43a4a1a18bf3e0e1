//! A model that was read, and what is written of it for a paper.

use minijinja::Value;

use crate::look::Look;
use crate::papers::document::Document;
use crate::papers::render::odt::body::{self, Body};
use crate::papers::render::odt::paragraph::spaced;
use crate::papers::render::odt::parts;
use crate::papers::render::office::xml::Xml;

use super::expression::{Expressions, Names, names_of, printed};
use super::mend::Mender;
use super::package::Parts;
use super::problem::{Part, Problem};
use super::program::{Compiler, Step};
use super::styles::{self, Known};
use super::tree::{self, Element};

/// Characters that the loops of a model may write: a hostile one would fill a memory.
const MOST_WRITTEN: usize = 64 << 20;

/// A model in which nothing is wrong.
pub struct Model {
    parts: Parts,
    content: Vec<Step>,
    styles: Vec<Step>,
    known: Known,
}

impl Model {
    /// Reads it.
    ///
    /// # Errors
    /// Every [`Problem`], in the order of the text.
    pub fn read(model: &[u8]) -> Result<Self, Vec<Problem>> {
        let parts = Parts::read(model).map_err(|problem| vec![problem])?;
        let mut content = tree(&parts, "content.xml").map_err(|problem| vec![problem])?;
        let mut styles = tree(&parts, "styles.xml").map_err(|problem| vec![problem])?;
        let known = styles::prepare(&mut content, &mut styles);
        let expressions = Expressions::new();
        let (content, mut problems) = compiled(content, Part::Text, "office:automatic-styles", &expressions);
        let (styles, of_pages) = compiled(styles, Part::Page, "office:styles", &expressions);
        problems.extend(of_pages);
        if problems.is_empty() { Ok(Self { parts, content, styles, known }) } else { Err(problems) }
    }

    /// Writes the paper.
    ///
    /// # Errors
    /// [`Problem::TooBig`]: it would be larger than any paper.
    pub fn fill(&self, document: &Document, look: &Look) -> Result<Vec<u8>, Vec<Problem>> {
        let mut names = names_of(&crate::papers::fields::empty());
        names.extend(names_of(&document.fields));
        let body = body::write(document, look, false);
        let missing = self.known.missing(look);
        let write = |steps: &[Step], styles: &str, body: &Body| {
            let mut writer = Writer { expressions: Expressions::new(), styles, body, xml: String::new() };
            writer.write(steps, &names).map(|()| writer.xml).map_err(|problem| vec![problem])
        };
        let content = write(&self.content, &body.automatic, &body)?;
        let styles = write(&self.styles, &missing, &body)?;
        let mut changed = vec![("content.xml", content), ("styles.xml", styles)];
        if self.parts.part("meta.xml").is_some() {
            changed.push(("meta.xml", parts::properties(document)));
        }
        self.parts.with(&changed).map_err(|problem| vec![problem])
    }
}

fn tree(parts: &Parts, name: &'static str) -> Result<Element, Problem> {
    let bytes = parts.part(name).ok_or(Problem::Missing(name))?;
    let text = std::str::from_utf8(bytes).map_err(|_| Problem::Unreadable(name.to_owned()))?;
    tree::parse(text.trim_start_matches('\u{feff}')).ok_or(Problem::Unreadable(name.to_owned()))
}

fn compiled(
    mut root: Element,
    part: Part,
    styles_in: &'static str,
    expressions: &Expressions,
) -> (Vec<Step>, Vec<Problem>) {
    let mut mender = Mender::of(part);
    mender.mend(&mut root);
    let mut problems = mender.finish();
    let (steps, found) = Compiler::of(part, styles_in, expressions).compile(root);
    problems.extend(found);
    problems.sort_by_key(Problem::order);
    (steps, problems)
}

/// Writes the steps of a part.
struct Writer<'a> {
    expressions: Expressions,
    styles: &'a str,
    body: &'a Body,
    xml: String,
}

impl Writer<'_> {
    fn write(&mut self, steps: &[Step], names: &Names) -> Result<(), Problem> {
        for step in steps {
            if self.xml.len() > MOST_WRITTEN {
                return Err(Problem::TooBig);
            }
            match step {
                Step::Written(xml) => self.xml.push_str(xml),
                Step::Print(expression) => {
                    let text = printed(&self.value(expression, names)).unwrap_or_default();
                    let mut xml = Xml::fragment();
                    spaced(&mut xml, &text, false);
                    self.xml.push_str(&xml.finish());
                }
                Step::Body => self.xml.push_str(&self.body.text),
                Step::Styles => self.xml.push_str(self.styles),
                Step::If(branches) => {
                    let holds = |condition: &String| self.value(condition, names).is_true();
                    let branch = branches.iter().find(|(condition, _)| condition.as_ref().is_none_or(holds));
                    if let Some((_, steps)) = branch {
                        self.write(steps, names)?;
                    }
                }
                Step::For(name, list, steps) => {
                    let items: Vec<Value> = self.value(list, names).try_iter().into_iter().flatten().collect();
                    let mut names = names.clone();
                    for item in items {
                        names.insert(name.clone(), item);
                        self.write(steps, &names)?;
                    }
                }
            }
        }
        Ok(())
    }

    /// What was checked with two samples may still not hold of the third: then it prints nothing.
    fn value(&self, expression: &str, names: &Names) -> Value {
        self.expressions.value(expression, names).unwrap_or_else(|_| Value::from(()))
    }
}
