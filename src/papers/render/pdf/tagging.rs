//! The structure that a reader hears: elements made while strips are laid out, filled while pages are drawn.

use std::collections::BTreeMap;
use std::num::NonZeroU16;

use krilla::tagging::{Identifier, ListNumbering, Node, TableHeaderScope, Tag, TagGroup, TagTree};

/// An element, by its place in the order of making.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ElementId(usize);

/// What an element is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Role {
    /// The whole.
    Document,
    /// A paragraph.
    Paragraph,
    /// A heading of that level, and its words.
    Heading(u16, String),
    /// A list, numbered or not.
    List {
        /// Whether numbers mark its items.
        numbered: bool,
    },
    /// An item of a list.
    Item,
    /// The mark of an item.
    Label,
    /// What an item says.
    ItemBody,
    /// A table, and what it lists.
    Table(String),
    /// The row of heads of a table.
    TableHead,
    /// The other rows.
    TableBody,
    /// A row.
    TableRow,
    /// The head of a column.
    ColumnHead,
    /// The head of a row.
    RowHead,
    /// A cell.
    Cell,
    /// A text that is set apart.
    Section,
    /// A picture, and what it shows.
    Figure(String),
    /// A word that is hyphenated: what is heard in the place of its parts.
    Word(String),
}

/// Every element of a paper.
pub struct Elements {
    all: Vec<Element>,
    /// The last hyphenated word of each element that has one.
    divided: BTreeMap<ElementId, ElementId>,
}

struct Element {
    role: Role,
    inside: Vec<Inside>,
}

/// What is in an element, in the order in which it is heard.
enum Inside {
    Element(ElementId),
    Drawn(Identifier),
}

impl Elements {
    /// The whole, and nothing in it.
    pub fn new() -> Self {
        Self { all: vec![Element { role: Role::Document, inside: Vec::new() }], divided: BTreeMap::new() }
    }

    /// The whole.
    pub fn root() -> ElementId {
        ElementId(0)
    }

    /// A new element, after what is already in its parent.
    pub fn add(&mut self, parent: ElementId, role: Role) -> ElementId {
        let id = ElementId(self.all.len());
        self.all.push(Element { role, inside: Vec::new() });
        self.put(parent, Inside::Element(id));
        id
    }

    /// What was drawn belongs to that element.
    pub fn drawn(&mut self, id: ElementId, what: Identifier) {
        self.put(id, Inside::Drawn(what));
    }

    /// The element of a part of a hyphenated word: a new one for its first part, which comes with the whole word, and
    /// the same for those that follow, be it on the next page.
    pub fn part_of(&mut self, id: ElementId, word: Option<&str>) -> ElementId {
        match (word, self.divided.get(&id)) {
            (None, Some(last)) => *last,
            (word, _) => {
                let element = self.add(id, Role::Word(word.unwrap_or_default().to_owned()));
                self.divided.insert(id, element);
                element
            }
        }
    }

    fn put(&mut self, id: ElementId, what: Inside) {
        if let Some(element) = self.all.get_mut(id.0) {
            element.inside.push(what);
        }
    }

    /// The tree of all that was drawn.
    pub fn into_tree(self) -> TagTree {
        let mut tree = TagTree::new().with_lang(Some("fr".to_owned()));
        if let Some(root) = self.all.first() {
            tree.children.extend(root.inside.iter().filter_map(|inside| self.node(inside)));
        }
        tree
    }

    fn node(&self, inside: &Inside) -> Option<Node> {
        match inside {
            Inside::Element(id) => self.group(*id).map(Node::Group),
            Inside::Drawn(what) => Some(Node::Leaf(*what)),
        }
    }

    /// An element with what is in it; nothing for one that is empty.
    fn group(&self, id: ElementId) -> Option<TagGroup> {
        let element = self.all.get(id.0)?;
        let mut group = element.role.group();
        group.children.extend(element.inside.iter().filter_map(|inside| self.node(inside)));
        // A cell says by being empty that there is nothing.
        let is_kept =
            !group.children.is_empty() || matches!(element.role, Role::Cell | Role::ColumnHead | Role::RowHead);
        is_kept.then_some(group)
    }
}

impl Role {
    fn group(&self) -> TagGroup {
        match self {
            Self::Document | Self::Section => TagGroup::new(Tag::Section),
            Self::Paragraph => TagGroup::new(Tag::P),
            Self::Heading(level, words) => {
                let level = NonZeroU16::new(*level).unwrap_or(NonZeroU16::MIN);
                TagGroup::new(Tag::Hn(level, Some(words.clone())))
            }
            Self::List { numbered: true } => TagGroup::new(Tag::L(ListNumbering::Decimal)),
            Self::List { numbered: false } => TagGroup::new(Tag::L(ListNumbering::None)),
            Self::Item => TagGroup::new(Tag::LI),
            Self::Label => TagGroup::new(Tag::Lbl),
            Self::ItemBody => TagGroup::new(Tag::LBody),
            Self::Table(lists) => {
                let lists = Some(lists.clone()).filter(|lists| !lists.is_empty());
                TagGroup::new(Tag::Table.with_summary(lists))
            }
            Self::TableHead => TagGroup::new(Tag::THead),
            Self::TableBody => TagGroup::new(Tag::TBody),
            Self::TableRow => TagGroup::new(Tag::TR),
            Self::ColumnHead => TagGroup::new(Tag::TH(TableHeaderScope::Column)),
            Self::RowHead => TagGroup::new(Tag::TH(TableHeaderScope::Row)),
            Self::Cell => TagGroup::new(Tag::TD),
            Self::Word(word) => TagGroup::new(Tag::Span.with_actual_text(Some(word.clone()))),
            Self::Figure(says) => TagGroup::new(Tag::Figure(Some(says.clone()))),
        }
    }
}
