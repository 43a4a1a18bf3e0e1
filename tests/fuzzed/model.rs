//! Any model: its problems in clean words, or it is filled for any paper to a file that reads and is well-formed.

use std::io::{Cursor, Read, Write};
use std::sync::OnceLock;

use hemicycle::council::history::History;
use hemicycle::council::id::ReportId;
use hemicycle::council::notes::Notes;
use hemicycle::council::phrases::Phrases;
use hemicycle::look::Look;
use hemicycle::papers::document::Document;
use hemicycle::papers::model::{self, Problem};
use hemicycle::papers::{Paper, Sources, compose};
use hemicycle::store::course::{self, recording};
use quick_xml::Reader;
use quick_xml::events::Event;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use crate::clean::is_clean;
use crate::draws::Draws;
use crate::samples::{COURSES, NOW, docket};
use crate::tokens::spoilt;

/// What came of a model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Came {
    /// It is no model.
    CannotBeRead,
    /// Something is wrong with its fields.
    Refused,
    /// It was filled.
    Filled,
}

/// What a clerk types into a model, and what she does not.
const TAGS: &[&str] = &[
    "{{ objet }}",
    "{{ corps }}",
    "{{ president }}",
    "{{ presents|join(\", \") }}",
    "{{ rapporteur|default(\"sans\", true) }}",
    "{{ inconnu }}",
    "{{ objet|filtre }}",
    "{{ }}",
    "{{",
    "}}",
    "{%",
    "%}",
    "{% if contre > 0 %}",
    "{% elif pour %}",
    "{% else %}",
    "{% endif %}",
    "{% for nom in presents %}",
    "{% for rapport in rapports %}",
    "{{ rapport.objet }}",
    "{% endfor %}",
    "{% for nom in objet %}",
    "{% macro x() %}",
    "{% set x = 1 %}",
    "{% include \"x\" %}",
    "{{ 1/0 }}",
    "{{ \"a\" * 100000000 }}",
    "{{ range(100000000) }}",
    "{{ presents[999999999999] }}",
    "{{ -objet }}",
    "{{ objet.x.y }}",
    "{{ [1,2] }}",
    "{{ {1:2} }}",
    "{{\u{a0}objet\u{a0}}}",
    "{{ «objet» }}",
    "{# x #}",
    "{{ objet|safe }}",
    "{% raw %}",
    "{{ 9223372036854775807 + 1 }}",
];

/// What stands in XML, and what does not.
const XML: &[&str] = &[
    "<text:p>",
    "</text:p>",
    "<text:p/>",
    "<text:span text:style-name=\"T1\">",
    "</text:span>",
    "<table:table-row>",
    "</table:table-row>",
    "<text:list-item>",
    "</text:list-item>",
    "<!DOCTYPE a [<!ENTITY b 'c'>]>",
    "&b;",
    "&#0;",
    "&#x1b;",
    "&#xFFFFFFFF;",
    "&amp;",
    "<![CDATA[",
    "]]>",
    "<?x y?>",
    "<!-- -->",
    "<a:b c:d=\"e\"/>",
    "\u{0}",
    "<x y=1>",
    "<x y='<'/>",
    "<x y=\"1\" y=\"2\"/>",
    "<text:s text:c=\"999999999\"/>",
    "<text:tab/>",
    "<text:line-break/>",
    "<draw:frame>",
    "</draw:frame>",
];

type Parts = Vec<(String, Vec<u8>)>;

/// The parts of one of the program's own models.
fn built_in(place: usize) -> &'static Parts {
    static READ: OnceLock<Vec<Parts>> = OnceLock::new();
    let all = READ.get_or_init(|| {
        let models = model::built_in(&Look::default()).expect("the program's own");
        models.iter().map(|built_in| parts_of(&built_in.bytes).expect("the program's own")).collect()
    });
    &all[place % all.len()]
}

fn parts_of(bytes: &[u8]) -> Option<Parts> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let parts = 0..archive.len();
    let part = |place| {
        let mut part = archive.by_index(place).ok()?;
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).ok()?;
        Some((part.name().ok()?.into_owned(), bytes))
    };
    parts.map(part).collect()
}

fn zipped(parts: &Parts, method: CompressionMethod) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        // A name that stands there twice is refused by the one who writes.
        if writer.start_file(name.as_str(), SimpleFileOptions::default().compression_method(method)).is_ok() {
            writer.write_all(bytes).expect("in memory");
        }
    }
    writer.finish().expect("in memory").into_inner()
}

/// Papers of an evening, to fill a model with.
fn papers() -> &'static [Document] {
    static COMPOSED: OnceLock<Vec<Document>> = OnceLock::new();
    COMPOSED.get_or_init(|| {
        let (session, source) = COURSES[0];
        let steps = course::parse(source, &docket(session)).expect("a sample");
        let mut history = History::new(docket(session));
        recording::play(&mut history, &steps, NOW).expect("a sample");
        let (notes, phrases) = (Notes::default(), Phrases::default());
        let sources = Sources { sitting: history.sitting(), seal: None, notes: &notes, phrases: &phrases };
        let report = ReportId::new("3");
        let papers = [Paper::Deliberation(report), Paper::AttendanceSheet, Paper::Examined];
        papers.iter().filter_map(|paper| compose(&sources, paper)).collect()
    })
}

/// The bytes: `0` and a file; other: a model of the program, spoilt.
pub fn holds(bytes: &[u8]) -> Came {
    let mut draws = Draws::of(bytes);
    if draws.byte() == 0 {
        return file_holds(draws.rest());
    }
    let mut parts = built_in(draws.below(6)).clone();
    for _ in 0..=draws.below(3) {
        change(&mut parts, &mut draws);
    }
    let method = draws.one(&[CompressionMethod::Stored, CompressionMethod::Deflated]);
    let mut file = zipped(&parts, method);
    match draws.below(12) {
        0 => file.truncate(draws.below(file.len() + 1)),
        // A byte of the archive itself: lengths, sums, offsets.
        1..=3 => {
            let from_the_end = draws.below(2) == 1;
            let place = draws.below(file.len().min(200));
            let place = if from_the_end { file.len() - 1 - place } else { place };
            file[place] ^= draws.byte();
        }
        4 => file.extend_from_slice(draws.rest()),
        _ => {}
    }
    file_holds(&file)
}

fn change(parts: &mut Parts, draws: &mut Draws) {
    let wanted =
        draws.one(&["content.xml", "content.xml", "content.xml", "styles.xml", "META-INF/manifest.xml", "mimetype"]);
    let Some(place) = parts.iter().position(|(name, _)| name == wanted) else { return };
    match draws.below(24) {
        0 => drop(parts.remove(place)),
        1 => parts.push((
            draws
                .one(&["../x", "/x", "a\\b", "C:x", "x\u{1b}", "content.xml", "x/", "META-INF/documentsignatures.xml"])
                .to_owned(),
            vec![b'x'; 3],
        )),
        2 => parts[place].1 = vec![b' '; draws.one(&[0, 1, 100_000])],
        3 => parts.extend((0..draws.one(&[1_u32, 998, 1_001])).map(|number| (format!("x{number}"), Vec::new()))),
        4 => {
            let depth = draws.one(&[1, 100, 119, 121, 5_000]);
            insert(parts, place, &("<text:span>".repeat(depth) + "x" + &"</text:span>".repeat(depth)), draws);
        }
        5 => {
            let depth = draws.one(&[1, 60, 200, 3_000]);
            let (open, close) =
                draws.one(&[("(", ")"), ("[", "]"), ("not ", ""), ("-", ""), ("objet and ", ""), ("{1:", "}")]);
            insert(parts, place, &format!("{{{{ {}objet{} }}}}", open.repeat(depth), close.repeat(depth)), draws);
        }
        6..=18 => insert(parts, place, draws.one(TAGS), draws),
        19..=20 => insert(parts, place, draws.one(XML), draws),
        _ => {
            let text = String::from_utf8_lossy(&parts[place].1).into_owned();
            parts[place].1 = spoilt(&text, 2, draws).into_bytes();
        }
    }
}

/// Puts something behind the beginning of a paragraph, or anywhere.
fn insert(parts: &mut Parts, place: usize, what: &str, draws: &mut Draws) {
    let Ok(text) = std::str::from_utf8(&parts[place].1) else { return };
    let marks: Vec<usize> = text.match_indices('>').map(|(at, _)| at + 1).collect();
    if marks.is_empty() {
        return;
    }
    let at = draws.one(&marks);
    let (before, behind) = text.split_at(at);
    parts[place].1 = [before, what, behind].concat().into_bytes();
}

/// What must hold of a file that is given as a model.
pub fn file_holds(file: &[u8]) -> Came {
    if let Err(problems) = model::check(file) {
        assert!(!problems.is_empty(), "refused for a reason");
        are_clean(&problems);
        assert_eq!(model::check(file).err().as_ref(), Some(&problems), "the same twice");
        return if problems.iter().any(Problem::cannot_be_read) { Came::CannotBeRead } else { Came::Refused };
    }
    for document in papers() {
        match model::fill(file, document, &Look::default()) {
            Ok(filled) => is_well_formed(&filled),
            Err(problems) => are_clean(&problems),
        }
    }
    Came::Filled
}

fn are_clean(problems: &[Problem]) {
    for problem in problems {
        is_clean(&problem.sentence());
    }
}

/// An independent reader finds every part, and XML that is well-formed.
fn is_well_formed(filled: &[u8]) {
    let parts = parts_of(filled).expect("a package");
    assert_eq!(parts.first().map(|(name, _)| name.as_str()), Some("mimetype"), "the kind of file comes first");
    for wanted in ["content.xml", "styles.xml"] {
        assert!(parts.iter().any(|(name, _)| name == wanted), "{wanted} is a part of every text");
    }
    for (name, bytes) in
        parts.iter().filter(|(name, _)| std::path::Path::new(name).extension().is_some_and(|it| it == "xml"))
    {
        let xml = std::str::from_utf8(bytes).expect("UTF-8");
        assert!(!xml.chars().any(|letter| letter < ' ' && !"\t\n\r".contains(letter)), "{name}: a control character");
        let mut reader = Reader::from_str(xml);
        loop {
            match reader.read_event() {
                Ok(Event::Eof) => break,
                Ok(_) => {}
                Err(why) => panic!("{name}: {why} in {xml}"),
            }
        }
    }
}
