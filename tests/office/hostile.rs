//! Hostile text in every block comes out as that same text, in both formats.

use hemicycle::look::Look;
use hemicycle::papers::Format;
use hemicycle::papers::document::{Block, Column, Document, Inline, Line, Names, Run, Signatory, Status, Style, Table};
use jiff::civil::date;

use crate::reader::{body, paragraphs, parts, spaced};
use crate::{BOTH, bytes};

const HOSTILE: [&str; 9] = [
    "**gras** _x_ [lien](http://exemple.test) # titre | col",
    "<b>x</b> &amp; &lt; <!-- --> <script>alert('x')</script>",
    "]]></w:t></text:p><text:p>evil</text:p>",
    "=1+1 ;@SUM(A1) +x -y",
    "../../etc/passwd \\\\serveur\\part",
    "a\u{0}b\u{1}c\u{b}d\u{1b}[31me\u{fffe}f\u{ffff}g\r\nh\ti",
    "{{ corps }} {% if x %} {# y #} ${z}",
    "PAGE MERGEFIELD \"x\" %d %s %1.",
    "\u{202e}nom\u{200b} Œuvre é e\u{301} 👍 𝔸",
];

fn every_block(text: &str) -> Vec<Block> {
    let line = || Line::prose(text);
    let paragraph = || Block::Paragraph(Style::Text, line());
    let bold_and_break = Line(vec![
        Inline::Run(Run::prose(text).bold()),
        Inline::Break,
        Inline::Run(Run::name(text)),
        Inline::Run(Run::literal(text)),
    ]);
    let table = Table {
        caption: line(),
        columns: vec![
            Column { head: line(), share: 1, figures: false },
            Column { head: line(), share: 2, figures: true },
        ],
        rows: vec![vec![line(), line()], vec![line(), Line::default()]],
        least_lines: 2,
    };
    vec![
        Block::Heading(1, line()),
        Block::Paragraph(Style::Object, line()),
        Block::Paragraph(Style::Decision, bold_and_break),
        Block::Names(Names { head: line(), names: vec![line(), line()] }),
        Block::List(
            Some(3),
            vec![vec![paragraph(), Block::List(None, vec![vec![paragraph()], vec![]])], vec![paragraph()]],
        ),
        Block::Table(table),
        Block::NewSheet,
        Block::VoteTable(vec![(line(), line())]),
        Block::Enclosed(vec![Block::Heading(2, line()), paragraph(), Block::VoteTable(vec![(line(), line())])]),
        Block::Enclosed(vec![Block::List(None, vec![vec![paragraph()]])]),
        Block::KeepTogether(vec![
            paragraph(),
            Block::Signatures(vec![
                Signatory { title: line(), name: line() },
                Signatory { title: line(), name: line() },
            ]),
        ]),
        Block::Stamp(vec![line(), line()]),
    ]
}

/// How often the text stands in those blocks, as prose or as it is.
const TIMES: usize = 30;

pub fn document(text: &str) -> Document {
    Document {
        title: text.to_owned(),
        body: text.to_owned(),
        date: date(2025, 3, 3),
        reference: text.to_owned(),
        status: Status::Draft,
        fields: std::collections::BTreeMap::new(),
        blocks: every_block(text),
    }
}

#[test]
fn case_73_a_hostile_text_comes_out_as_that_same_text_wherever_it_stands() {
    for text in HOSTILE {
        let document = document(text);
        let (prose, literal) = (spaced(Run::prose(text).text()), spaced(Run::literal(text).text()));
        for format in BOTH {
            let file = bytes(&document, format, &Look::default());
            let read = paragraphs(&body(&file)).join("\n");
            let count = |text: &str| read.matches(text).count();
            let times = if prose == literal { count(&prose) } else { count(&prose) + count(&literal) };
            assert_eq!(times, TIMES, "{format:?}: {text:?}\n{read}");
            for (name, bytes) in parts(&file).iter().filter(|(name, _)| name.contains(".xml")) {
                let xml = String::from_utf8(bytes.clone()).expect("UTF-8");
                let bad = xml.chars().find(|c| c.is_control() && *c != '\n' || matches!(c, '\u{fffe}' | '\u{ffff}'));
                assert_eq!(bad, None, "{format:?} {name}");
            }
        }
    }
}

#[test]
fn spaces_in_a_row_are_not_lost() {
    let line = Line::from(Run::literal("a  b   c")).then(Run::prose(" d"));
    let document = Document { blocks: vec![Block::Paragraph(Style::Text, line)], ..document("x") };
    let odt = body(&bytes(&document, Format::Odt, &Look::default()));
    assert!(odt.contains("a\u{a0}\u{a0}b\u{a0}\u{a0}\u{a0}c d"), "what is kept whole has no space to lose");
    let line = Line::prose("a ").then(Run::prose(" b").bold());
    let document = Document { blocks: vec![Block::Paragraph(Style::Text, line)], ..document };
    let odt = bytes(&document, Format::Odt, &Look::default());
    assert_eq!(paragraphs(&body(&odt)), ["a  b"]);
}
