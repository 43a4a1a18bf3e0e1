//! From a mended tree to steps that write it: XML as it stands, fields, branches, loops.

use minijinja::Value;

use crate::papers::fields;
use crate::papers::render::office::xml::Xml;

use super::expression::{Expressions, Fault, Names, names_of, printed};
use super::problem::{Part, Problem};
use super::tag::{Kind, Tag};
use super::tree::{Element, Node, head};

/// Loops in one another, at most: a list of lists has two.
const DEEPEST_LOOP: usize = 2;

/// Conditions and loops that are open at once, at most: they are written one inside the other.
const DEEPEST: usize = 64;

/// A step of writing a part.
pub enum Step {
    /// XML as it stands.
    Written(String),
    /// A field.
    Print(String),
    /// The body.
    Body,
    /// The styles of the body.
    Styles,
    /// The first branch whose condition holds; one without a condition always does.
    If(Vec<(Option<String>, Vec<Step>)>),
    /// Once for each of a list.
    For(String, String, Vec<Step>),
}

/// The steps of a part, and what is wrong with them.
pub struct Compiler<'a> {
    expressions: &'a Expressions,
    part: Part,
    /// The element at whose end the styles of the body stand.
    styles_in: &'static str,
    /// What names stand for where everything is known, and where nothing is.
    samples: [Names; 2],
    loops: usize,
    lists: usize,
    /// Conditions and loops that are left out, for they are too deep.
    left_out: usize,
    /// Whether the body was met.
    has_body: bool,
    problems: Vec<Problem>,
}

/// A condition or loop that is open.
struct Open {
    tag: Tag,
    /// The branches that are complete, and the condition of the one that is not.
    branches: Vec<(Option<String>, Vec<Step>)>,
    condition: Option<String>,
    /// What stood before it.
    before: Vec<Step>,
    /// What the name of the loop stood for before it, in each sample.
    hidden: Option<[Option<Value>; 2]>,
}

impl<'a> Compiler<'a> {
    /// For that part.
    pub fn of(part: Part, styles_in: &'static str, expressions: &'a Expressions) -> Self {
        let samples = [names_of(&fields::sample()), names_of(&fields::empty())];
        Self {
            expressions,
            part,
            styles_in,
            samples,
            loops: 0,
            lists: 0,
            left_out: 0,
            has_body: false,
            problems: Vec::new(),
        }
    }

    /// Compiles a whole part: its steps, or all that is wrong.
    pub fn compile(mut self, root: Element) -> (Vec<Step>, Vec<Problem>) {
        let mut steps = vec![Step::Written("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned())];
        self.element(root, &mut steps);
        (steps, self.problems)
    }

    fn element(&mut self, element: Element, steps: &mut Vec<Step>) {
        let is_list = element.name == "text:list";
        self.lists += usize::from(is_list);
        write(steps, &head(&element));
        let end = format!("</{}>", element.name);
        let takes_styles = element.name == self.styles_in;
        self.children(element.children, steps);
        if takes_styles {
            steps.push(Step::Styles);
        }
        write(steps, &end);
        self.lists -= usize::from(is_list);
    }

    fn children(&mut self, children: Vec<Node>, steps: &mut Vec<Step>) {
        let mut open: Vec<Open> = Vec::new();
        for child in children {
            match child {
                Node::Element(element) => self.element(element, steps),
                Node::Text(text) => {
                    let mut xml = Xml::fragment();
                    xml.as_it_stands(&text);
                    write(steps, &xml.finish());
                }
                Node::Tag(tag) => self.tag(tag, steps, &mut open),
            }
        }
        while let Some(left) = open.pop() {
            self.problems.push(Problem::NotEnded { tag: left.tag.typed.clone(), place: left.tag.place.clone() });
            self.close(left, steps);
        }
    }

    /// Whether a tag stands too deep, and is left out.
    fn is_too_deep(&mut self, tag: &Tag, depth: usize) -> bool {
        let is_left_out = self.left_out > 0;
        match tag.kind {
            Kind::If(_) | Kind::For(..) if is_left_out || depth >= DEEPEST => {
                if !is_left_out {
                    self.problems.push(Problem::TooDeep(tag.place.clone()));
                }
                self.left_out += 1;
                true
            }
            Kind::EndIf | Kind::EndFor if is_left_out => {
                self.left_out -= 1;
                true
            }
            _ => is_left_out,
        }
    }

    fn tag(&mut self, tag: Tag, steps: &mut Vec<Step>, open: &mut Vec<Open>) {
        if self.is_too_deep(&tag, open.len()) {
            return;
        }
        let place = tag.place.clone();
        match &tag.kind {
            Kind::Comment => {}
            Kind::Body => {
                if self.part == Part::Page || self.lists > 0 || self.loops > 0 {
                    self.problems.push(Problem::BodyMisplaced(place));
                } else if std::mem::replace(&mut self.has_body, true) {
                    self.problems.push(Problem::BodyTwice(place));
                }
                steps.push(Step::Body);
            }
            Kind::Print(expression) => {
                if let Some(values) = self.values(expression, &tag)
                    && values.iter().any(|value| printed(value).is_none())
                {
                    self.problems.push(Problem::Syntax { tag: tag.typed.clone(), place });
                }
                steps.push(Step::Print(expression.clone()));
            }
            Kind::If(condition) => {
                self.values(condition, &tag);
                let condition = Some(condition.clone());
                let before = std::mem::take(steps);
                open.push(Open { tag, branches: Vec::new(), condition, before, hidden: None });
            }
            Kind::Elif(_) | Kind::Else => self.other_branch(tag, steps, open),
            Kind::For(name, list) => {
                let hidden = self.enter(name, list, &tag);
                let before = std::mem::take(steps);
                open.push(Open { tag, branches: Vec::new(), condition: None, before, hidden: Some(hidden) });
            }
            Kind::EndIf | Kind::EndFor => {
                let ends_loop = tag.kind == Kind::EndFor;
                match open.pop() {
                    Some(begun) if matches!(begun.tag.kind, Kind::For(..)) == ends_loop => self.close(begun, steps),
                    other => {
                        self.problems.push(Problem::NothingToEnd { tag: tag.typed, place });
                        open.extend(other);
                    }
                }
            }
            Kind::Unknown(word) => self.problems.push(Problem::UnknownWord { word: word.clone(), place }),
            Kind::Broken => self.problems.push(Problem::Syntax { tag: tag.typed, place }),
        }
    }

    fn other_branch(&mut self, tag: Tag, steps: &mut Vec<Step>, open: &mut [Open]) {
        let condition = match &tag.kind {
            Kind::Elif(condition) => {
                self.values(condition, &tag);
                Some(condition.clone())
            }
            _ => None,
        };
        match open.last_mut() {
            // Behind an « else », nothing else comes.
            Some(begun) if matches!(begun.tag.kind, Kind::If(_)) && begun.condition.is_some() => {
                let done = std::mem::replace(&mut begun.condition, condition);
                begun.branches.push((done, std::mem::take(steps)));
            }
            _ => self.problems.push(Problem::NothingToEnd { tag: tag.typed, place: tag.place }),
        }
    }

    /// Ends a condition or a loop: its steps are one step behind what stood before it.
    fn close(&mut self, begun: Open, steps: &mut Vec<Step>) {
        let Open { tag, mut branches, condition, before, hidden } = begun;
        let inside = std::mem::replace(steps, before);
        if let Kind::For(name, list) = tag.kind {
            self.leave(&name, hidden);
            steps.push(Step::For(name, list, inside));
        } else {
            branches.push((condition, inside));
            steps.push(Step::If(branches));
        }
    }

    /// Gives the name of a loop the first of its list, in both samples.
    fn enter(&mut self, name: &str, list: &str, tag: &Tag) -> [Option<Value>; 2] {
        self.loops += 1;
        if self.loops > DEEPEST_LOOP {
            self.problems.push(Problem::TooDeep(tag.place.clone()));
        }
        let values = self.values(list, tag);
        let first = values.as_ref().and_then(|[full, _]| full.try_iter().ok().and_then(|mut items| items.next()));
        let is_list = values.as_ref().is_none_or(|[full, _]| full.as_str().is_none() && full.try_iter().is_ok());
        if !is_list {
            self.problems.push(Problem::NotAList { tag: tag.typed.clone(), place: tag.place.clone() });
        }
        let value = first.unwrap_or_else(|| Value::from(""));
        self.samples.each_mut().map(|sample| sample.insert(name.to_owned(), value.clone()))
    }

    fn leave(&mut self, name: &str, hidden: Option<[Option<Value>; 2]>) {
        self.loops = self.loops.saturating_sub(1);
        for (sample, before) in self.samples.iter_mut().zip(hidden.into_iter().flatten()) {
            match before {
                Some(value) => sample.insert(name.to_owned(), value),
                None => sample.remove(name),
            };
        }
    }

    /// What an expression gives where all is known and where nothing is; says what is wrong with it.
    fn values(&mut self, expression: &str, tag: &Tag) -> Option<[Value; 2]> {
        let (typed, place) = (tag.typed.clone(), tag.place.clone());
        if self.expressions.uses(expression, fields::BODY) {
            self.problems.push(Problem::BodyNotAlone(place));
            return None;
        }
        let [full, empty] = &self.samples;
        let both = self
            .expressions
            .value(expression, full)
            .and_then(|full| Ok([full, self.expressions.value(expression, empty)?]));
        match both {
            Ok(values) => return Some(values),
            Err(Fault::Unknown(name)) => {
                let meant = nearest(&name, full);
                self.problems.push(Problem::UnknownField { name, meant, place });
            }
            Err(Fault::Filter) => self.problems.push(Problem::UnknownFilter { tag: typed, place }),
            Err(Fault::Syntax) => self.problems.push(Problem::Syntax { tag: typed, place }),
        }
        None
    }
}

fn write(steps: &mut Vec<Step>, xml: &str) {
    match steps.last_mut() {
        Some(Step::Written(before)) => before.push_str(xml),
        _ => steps.push(Step::Written(xml.to_owned())),
    }
}

/// The name that was perhaps meant: one letter in three may be wrong.
fn nearest(name: &str, names: &Names) -> Option<String> {
    let distance = |known: &&String| strsim::damerau_levenshtein(known, &name.to_lowercase());
    let best = names.keys().min_by_key(distance)?;
    (3 * distance(&best) <= best.chars().count().max(3)).then(|| best.clone())
}
