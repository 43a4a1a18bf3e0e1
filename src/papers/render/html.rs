//! HTML: one file that needs nothing from outside, reads on any screen and prints well. No script, ever.
//!
//! Every word of a document goes through [`escape::text`], every attribute through [`escape::attribute`], what the look
//! puts in the style sheet through [`escape::css_string`]. Classes say what a part is (`noms`, `decision`, `nombre`), so
//! that a style sheet of the assembly's own can be laid over the page.

mod escape;
mod hemicycle;
mod style;

use std::fmt::Write as _;

use crate::french::papers::{DRAFT, NOBODY};
use crate::french::typography::NO_BREAK;
use crate::french::web;
use crate::look::{Logo, Look, PictureKind};
use crate::papers::document::{Block, Document, Inline, Line, Names, Run, Signatory, Status, Style, Table};

/// Writes the paper in that look.
pub fn write(document: &Document, look: &Look) -> String {
    let mut page = Page(String::with_capacity(16 * 1024));
    page.head(document, look);
    page.open("body", None);
    page.letterhead(look);
    if document.status == Status::Draft {
        page.element("p", Some("projet"), &escape::text(DRAFT));
    }
    page.open("main", None);
    page.blocks(&document.blocks);
    page.close("main");
    if !document.reference.is_empty() {
        page.open("footer", None);
        page.element("p", None, &plain_text(&document.reference));
        page.close("footer");
    }
    page.close("body");
    page.close("html");
    page.0
}

/// Words that are no run: made harmless, set, escaped.
fn plain_text(words: &str) -> String {
    escape::text(Run::prose(words).text())
}

/// The page as far as it is written.
struct Page(String);

impl Page {
    fn line(&mut self, line: &str) {
        self.0.push_str(line);
        self.0.push('\n');
    }

    fn open(&mut self, tag: &str, class: Option<&str>) {
        let class = class.map(|class| format!(" class=\"{class}\"")).unwrap_or_default();
        self.line(&format!("<{tag}{class}>"));
    }

    fn close(&mut self, tag: &str) {
        self.line(&format!("</{tag}>"));
    }

    /// An element on one line; `inside` is HTML.
    fn element(&mut self, tag: &str, class: Option<&str>, inside: &str) {
        let class = class.map(|class| format!(" class=\"{class}\"")).unwrap_or_default();
        self.line(&format!("<{tag}{class}>{inside}</{tag}>"));
    }

    fn head(&mut self, document: &Document, look: &Look) {
        let is_draft = document.status == Status::Draft;
        let title = plain_text(&document.title);
        let title = if is_draft { format!("{} – {title}", escape::text(DRAFT)) } else { title };
        self.line("<!DOCTYPE html>");
        self.line("<html lang=\"fr\">");
        self.open("head", None);
        self.line("<meta charset=\"utf-8\">");
        self.line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        self.line(&format!(
            "<meta name=\"author\" content=\"{}\">",
            escape::attribute(Run::prose(&document.body).text())
        ));
        self.line(&format!("<meta name=\"dcterms.date\" content=\"{}\">", document.date));
        self.element("title", None, &title);
        self.open("style", None);
        self.0.push_str(&style::sheet(look, Run::prose(&document.reference).text(), is_draft));
        if document.blocks.iter().any(shows_a_hemicycle) {
            self.0.push_str(hemicycle::STYLE);
        }
        self.close("style");
        self.close("head");
    }

    /// Logo and lines over the paper.
    fn letterhead(&mut self, look: &Look) {
        if look.logo.is_none() && look.letterhead.is_empty() {
            return;
        }
        self.open("header", Some("entete"));
        if let Some(logo) = &look.logo {
            self.line(&picture(logo));
        }
        if !look.letterhead.is_empty() {
            self.open("div", None);
            for line in &look.letterhead {
                self.element("p", None, &plain_text(line));
            }
            self.close("div");
        }
        self.close("header");
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(_, line) | Block::Paragraph(_, line) if line.is_blank() => {}
            Block::Heading(level, line) => self.element(&format!("h{}", (*level).clamp(1, 6)), None, &inline(line)),
            Block::Paragraph(style, line) => self.element("p", class_of(*style), &inline(line)),
            Block::Names(names) => self.names(names),
            Block::List(first, items) => self.list(*first, items),
            Block::Table(table) => self.table(table),
            Block::NewSheet => self.line("<hr class=\"feuille\">"),
            Block::VoteTable(rows) => self.vote_table(rows),
            Block::Hemicycle(picture) => self.0.push_str(&hemicycle::figure(picture, inline)),
            Block::Signatures(signatories) => self.signatures(signatories),
            Block::Stamp(lines) => self.stamp(lines),
            Block::Enclosed(blocks) => self.group("article", "piece", blocks),
            Block::KeepTogether(blocks) => self.group("div", "ensemble", blocks),
        }
    }

    fn group(&mut self, tag: &str, class: &str, blocks: &[Block]) {
        self.open(tag, Some(class));
        self.blocks(blocks);
        self.close(tag);
    }

    /// The head and a list; the dashes between names are printed and not read aloud.
    fn names(&mut self, names: &Names) {
        self.open("div", Some("noms"));
        let colon = format!("{NO_BREAK}:");
        if names.names.is_empty() {
            let nobody = escape::text(NOBODY);
            self.element("p", None, &format!("{}{colon} <span class=\"neant\">{nobody}</span>", inline(&names.head)));
        } else {
            self.element("p", None, &format!("{}{colon}", inline(&names.head)));
            // A list without bullets is no list to some readers unless it says so.
            self.line("<ul role=\"list\">");
            let last = names.names.len() - 1;
            for (place, name) in names.names.iter().enumerate() {
                let dash = if place < last {
                    format!("<span aria-hidden=\"true\">{NO_BREAK}–</span>")
                } else {
                    String::new()
                };
                self.element("li", None, &format!("{}{dash}", inline(name)));
            }
            self.close("ul");
        }
        self.close("div");
    }

    fn list(&mut self, first: Option<u64>, items: &[Vec<Block>]) {
        let tag = match first {
            None => "ul",
            Some(_) => "ol",
        };
        match first {
            None | Some(1) => self.open(tag, None),
            Some(first) => self.line(&format!("<ol start=\"{first}\">")),
        }
        for item in items {
            self.open("li", None);
            self.blocks(item);
            self.close("li");
        }
        self.close(tag);
    }

    fn table(&mut self, table: &Table) {
        self.open("table", Some("liste"));
        self.element("caption", None, &inline(&table.caption));
        let all: u32 = table.columns.iter().map(|column| u32::from(column.share)).sum();
        self.open("colgroup", None);
        for column in &table.columns {
            let share = (u32::from(column.share) * 100).checked_div(all).unwrap_or(0);
            self.line(&format!("<col style=\"width:{share}%\">"));
        }
        self.close("colgroup");
        let is_figures = |place: usize| table.columns.get(place).is_some_and(|column| column.figures);
        let class = |place: usize| if is_figures(place) { " class=\"nombre\"" } else { "" };
        self.open("thead", None);
        self.open("tr", None);
        for (place, column) in table.columns.iter().enumerate() {
            self.line(&format!("<th scope=\"col\"{}>{}</th>", class(place), inline(&column.head)));
        }
        self.close("tr");
        self.close("thead");
        self.open("tbody", None);
        for row in &table.rows {
            match table.least_lines {
                0 | 1 => self.open("tr", None),
                lines => self.line(&format!("<tr style=\"height:{}em\">", f32::from(lines) * 1.5)),
            }
            for (place, cell) in row.iter().enumerate() {
                let (tag, scope) = if place == 0 { ("th", " scope=\"row\"") } else { ("td", "") };
                self.line(&format!("<{tag}{scope}{}>{}</{tag}>", class(place), inline(cell)));
            }
            self.close("tr");
        }
        self.close("tbody");
        self.close("table");
    }

    fn vote_table(&mut self, rows: &[(Line, Line)]) {
        self.open("table", Some("vote"));
        self.element("caption", None, &escape::text(web::FIGURES_OF_THE_VOTE));
        self.open("tbody", None);
        for (label, value) in rows {
            self.line(&format!(
                "<tr><th scope=\"row\">{}</th><td class=\"nombre\">{}</td></tr>",
                inline(label),
                inline(value)
            ));
        }
        self.close("tbody");
        self.close("table");
    }

    fn signatures(&mut self, signatories: &[Signatory]) {
        if signatories.is_empty() {
            return;
        }
        self.open("div", Some("signatures"));
        for one in signatories {
            self.open("div", Some("signataire"));
            for (class, line) in [("qualite", &one.title), ("nom", &one.name)] {
                if !line.is_blank() {
                    self.element("p", Some(class), &inline(line));
                }
            }
            self.close("div");
        }
        self.close("div");
    }

    fn stamp(&mut self, lines: &[Line]) {
        self.open("aside", Some("tampon"));
        for line in lines {
            self.element("p", None, &inline(line));
        }
        self.close("aside");
    }
}

/// Whether a picture of a ballot stands in it.
fn shows_a_hemicycle(block: &Block) -> bool {
    match block {
        Block::Hemicycle(_) => true,
        Block::Enclosed(inside) | Block::KeepTogether(inside) => inside.iter().any(shows_a_hemicycle),
        Block::List(_, items) => items.iter().flatten().any(shows_a_hemicycle),
        _ => false,
    }
}

fn class_of(style: Style) -> Option<&'static str> {
    match style {
        Style::Text => None,
        Style::Object => Some("objet"),
        Style::Decision => Some("decision"),
    }
}

/// The logo in the file itself. Its width follows from its height, so that nothing moves while it is read.
fn picture(logo: &Logo) -> String {
    let kind = match logo.kind {
        PictureKind::Png => "image/png",
        PictureKind::Jpeg => "image/jpeg",
    };
    let (width, height) = logo.pixels;
    let says = escape::attribute(Run::prose(&logo.says).text());
    format!(
        "<img alt=\"{says}\" width=\"{width}\" height=\"{height}\" style=\"height:{}mm\" src=\"data:{kind};base64,{}\">",
        logo.height,
        escape::base64(&logo.bytes)
    )
}

/// A line as HTML.
fn inline(line: &Line) -> String {
    let mut html = String::new();
    for inline in &line.0 {
        match inline {
            Inline::Break => html.push_str("<br>"),
            Inline::Run(run) => run_into(&mut html, run),
        }
    }
    html
}

fn run_into(html: &mut String, run: &Run) {
    if run.text().is_empty() {
        return;
    }
    let emphasis = run.emphasis;
    let tags = [
        ("mark", Some("a-completer"), run.missing),
        ("strong", None, emphasis.bold),
        ("em", None, emphasis.italic),
        ("span", Some("entier"), run.kept_whole),
    ];
    let worn = || tags.iter().filter(|(_, _, is_worn)| *is_worn);
    for (tag, class, _) in worn() {
        let class = class.map(|class| format!(" class=\"{class}\"")).unwrap_or_default();
        // Writing into a `String` cannot fail.
        let _ = write!(html, "<{tag}{class}>");
    }
    words_into(html, run);
    for (tag, ..) in worn().rev() {
        let _ = write!(html, "</{tag}>");
    }
}

/// Longer words than that may be broken at their hyphens: a narrow screen has to hold them.
const LONGEST_WHOLE: usize = 30;

/// The words of a run. A browser would break « L.2121-10 » at its hyphen; lines break at plain spaces only.
fn words_into(html: &mut String, run: &Run) {
    if run.kept_whole {
        html.push_str(&escape::text(run.text()));
        return;
    }
    for (place, word) in run.text().split(' ').enumerate() {
        if place > 0 {
            html.push(' ');
        }
        let word_in_html = escape::text(word);
        if word.contains('-') && word.chars().count() <= LONGEST_WHOLE {
            let _ = write!(html, "<span class=\"entier\">{word_in_html}</span>");
        } else {
            html.push_str(&word_in_html);
        }
    }
}
