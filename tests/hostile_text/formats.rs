//! Case 73: every name of the input is found again, unchanged, by a reader of each format that knows nothing of the program;
//! and what a title or a name may not become: a path, a device, a command, a property.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use hemicycle::exchange::{self, pdf};
use hemicycle::french::typography::typeset;
use hemicycle::look::Look;
use hemicycle::papers::{Dressing, Format, Paper, model, names as file_names, render};
use proptest::prelude::{Strategy, TestCaseError, prop, prop_assert, proptest};
use proptest::test_runner::Config;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use quick_xml::Reader;
use quick_xml::events::Event as Xml;

use super::{paper, read, session};
use hemicycle::council::plain::Hidden;
use hemicycle::council::sitting::Sitting;

/// How many councils of three names are looked for in every format; more on demand.
#[allow(clippy::disallowed_methods, reason = "whoever runs the tests says how long")]
fn cases() -> u32 {
    std::env::var("HEMICYCLE_NAMES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(4)
}

/// Signs that some format takes for its own, letters of several alphabets, and what a spreadsheet begins a formula with.
const SIGNS: &[&str] = &[
    "|",
    "[x](javascript:alert(1))",
    "![i](x.png)",
    "<script>",
    "</w:t></w:r>",
    "</text:p>",
    "]]>",
    "<!--",
    "&amp;",
    "&#60;",
    "&",
    "<",
    ">",
    "\"",
    "'",
    "`",
    "``",
    "*",
    "**",
    "_",
    "~~",
    "#",
    "+",
    "-",
    "=",
    "@",
    "=1+1",
    "+cmd|' /C calc'!A0",
    "-2",
    "@SOMME(A1)",
    "1.",
    "1)",
    "\\",
    "\\u{41}",
    "{{ champ }}",
    "{% if x %}",
    "$x$",
    "%",
    "(Tj) ET",
    ")",
    "<</S/JavaScript>>",
    "https://exemple.fr",
    "../../etc",
    "C:\\Windows",
    "CON",
    "a",
    "É",
    "ß",
    "œ",
    "Ж",
    "Ω",
    "ʻ",
    "’",
    "Zoé",
    "n° 5",
    "...",
    "--",
    "(c)",
    "1/2",
    "^2",
];

fn name() -> impl Strategy<Value = String> {
    let pieces = prop::collection::vec(prop::sample::select(SIGNS), 1..4);
    pieces.prop_map(|pieces| format!("N{}", pieces.join(" ")))
}

/// Whoever sits, with a report that is open; the names are as they were typed.
fn sitting(names: &[String]) -> Option<Sitting> {
    let members: Vec<String> =
        names.iter().enumerate().map(|(place, name)| format!("nom: {name:?}, id: \"m{place}\"")).collect();
    Some(Sitting::new(read(&session(&members, names.first()?)).ok()?.docket))
}

/// The words of a text, in which no space matters: a format may break a line, and typography sets its own spaces. Papers
/// set « ' » as « ’ »: of names the program takes both for one sign.
fn dense(text: &str) -> String {
    text.chars().filter(|it| !it.is_whitespace()).map(|it| if it == '\'' { '’' } else { it }).collect()
}

/// The words of Markdown as any reader of it shows them; `Err` for what is live.
fn of_markdown(text: &str) -> Result<String, String> {
    let mut read = String::new();
    for event in Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
        match event {
            Event::Text(text) => read.push_str(&text),
            Event::End(TagEnd::Emphasis | TagEnd::Strong) => {}
            Event::Html(text) | Event::InlineHtml(text) if text.starts_with("<!--") || &*text == "<br>" => {}
            Event::Start(
                Tag::Link { .. } | Tag::Image { .. } | Tag::Strikethrough | Tag::CodeBlock(_) | Tag::HtmlBlock,
            )
            | Event::Html(_)
            | Event::InlineHtml(_)
            | Event::Code(_) => return Err(format!("live in Markdown: {event:?}")),
            _ => read.push(' '),
        }
    }
    Ok(read)
}

/// The words and the attributes of XML; `Err` where it is not well formed or holds what XML cannot.
fn of_xml(name: &str, text: &str) -> Result<(String, String), String> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_end_names = true;
    let (mut words, mut attributes) = (String::new(), String::new());
    loop {
        match reader.read_event().map_err(|why| format!("{name}: {why}"))? {
            Xml::Eof => return Ok((words, attributes)),
            Xml::Text(text) => words.push_str(&text),
            Xml::CData(_) | Xml::PI(_) => return Err(format!("{name}: a section that nothing here writes")),
            Xml::GeneralRef(reference) => {
                let entity = reference.to_string();
                match reference.resolve_char_ref().map_err(|why| why.to_string())? {
                    Some(character) => words.push(character),
                    None => words.push(match &*entity {
                        "amp" => '&',
                        "lt" => '<',
                        "gt" => '>',
                        "quot" => '"',
                        "apos" => '\'',
                        other => return Err(format!("{name}: &{other};")),
                    }),
                }
            }
            Xml::Start(tag) | Xml::Empty(tag) => {
                for attribute in tag.attributes() {
                    let attribute = attribute.map_err(|why| format!("{name}: {why}"))?;
                    attributes.push_str(&attribute.value);
                    attributes.push('\n');
                }
            }
            _ => {}
        }
    }
}

/// The parts of a zip.
fn parts(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a package");
    let mut parts = BTreeMap::new();
    for place in 0..archive.len() {
        let mut part = archive.by_index(place).expect("that part");
        let name = part.name().expect("a name").into_owned();
        let mut content = Vec::new();
        part.read_to_end(&mut content).expect("its bytes");
        parts.insert(name, content);
    }
    parts
}

/// What a reader finds in a paper: its words, then its properties; `Err` with what is live or broken in it.
fn found_in(format: Format, bytes: &[u8]) -> Result<String, String> {
    let text = || String::from_utf8(bytes.to_vec()).expect("UTF-8");
    match format {
        Format::Text => Ok(text().replace(['│', '\n'], " ")),
        Format::Markdown => of_markdown(&text()),
        Format::Html => {
            let page = text();
            if page.matches("<style>").count() != 1 || page.contains("<script") {
                return Err("live in HTML".to_owned());
            }
            Ok(super::readers::flow(format, page.as_bytes(), "").unwrap_or_default())
        }
        Format::Docx | Format::Odt => {
            let mut words = String::new();
            for (name, content) in parts(bytes) {
                let is_xml = [".xml", ".rels"].iter().any(|end| name.ends_with(end));
                if is_xml {
                    let xml = String::from_utf8(content).map_err(|why| why.to_string())?;
                    let hidden = xml.chars().find(|it| *it != '\n' && Hidden::of(*it).is_some());
                    if let Some(hidden) = hidden {
                        return Err(format!("{name}: U+{:04X}", u32::from(hidden)));
                    }
                    words.push_str(&of_xml(&name, &xml)?.0);
                }
            }
            Ok(words)
        }
        Format::Pdf => {
            let read = pdf::read(bytes).map_err(|why| why.to_string())?;
            let pages: Vec<String> = read.pages.into_iter().map(|page| page.body).collect();
            Ok(pages.join("\n") + &read.title.unwrap_or_default())
        }
    }
}

/// Every name in every format, and in the data.
fn look_everywhere(names: &[String]) -> Result<(), TestCaseError> {
    let Some(sitting) = sitting(names) else { return Ok(()) };
    let own_models = model::built_in(&Look::default()).expect("models");
    for paper in [Paper::AttendanceSheet, Paper::Minutes, Paper::Convocation] {
        let document = paper::composed(&sitting, &paper, None).expect("a paper");
        let model = own_models.iter().find(|model| model.name == model::file_name(&paper)).map(|model| &*model.bytes);
        let bare = Format::ALL.map(|format| (format, None));
        // The clerk's own model, filled: the same names, by another way.
        for (format, model) in bare.into_iter().chain([(Format::Odt, model)]) {
            let dressing = Dressing { look: &Look::default(), attached: &[], model };
            let bytes = render(&document, format, &dressing).expect("a paper").bytes;
            let found = found_in(format, &bytes);
            prop_assert!(found.is_ok(), "{:?} of {:?}: {:?}", format, paper, found);
            let found = dense(&found.unwrap_or_default());
            // A convocation names the report, whose title is the first name.
            let wanted = if paper == Paper::Convocation { &names[..1] } else { names };
            for name in wanted {
                let set = if paper == Paper::Convocation { typeset(name) } else { name.clone() };
                prop_assert!(found.contains(&dense(&set)), "{:?} of {:?}: {:?} in {}", format, paper, name, found);
            }
        }
    }
    let json: serde_json::Value = serde_json::from_str(&exchange::json(&sitting, None).expect("data")).expect("JSON");
    let of_the_data: Vec<&str> =
        json["membres"].as_array().expect("members").iter().filter_map(|it| it["nom"].as_str()).collect();
    for name in names {
        prop_assert!(of_the_data.contains(&name.as_str()), "{:?} in {:?}", name, of_the_data);
    }
    Ok(())
}

proptest! {
    #![proptest_config(Config::with_cases(cases()))]

    #[test]
    fn case_73_every_name_is_found_again_unchanged_by_an_independent_reader_of_every_format(names in prop::collection::vec(name(), 3)) {
        look_everywhere(&names)?;
    }
}

#[test]
fn case_73_each_sign_that_a_format_takes_for_its_own_is_found_again_in_every_format() {
    let names: Vec<String> = SIGNS.iter().map(|sign| format!("N{sign}")).collect();
    for names in names.chunks(32) {
        look_everywhere(names).unwrap_or_else(|why| panic!("{why}"));
    }
    // At the beginning of a name too: there a spreadsheet would look for a formula, and Markdown for a list.
    let names: Vec<String> =
        SIGNS.iter().filter(|sign| sign.chars().any(char::is_alphanumeric)).map(|sign| format!("{sign} N")).collect();
    for names in names.chunks(32) {
        look_everywhere(names).unwrap_or_else(|why| panic!("{why}"));
    }
}

#[test]
fn case_73_what_xml_cannot_hold_is_shown_by_its_code_in_words_attributes_and_properties() {
    let mut sitting = sitting(&["N".to_owned()]).expect("a sitting");
    let hostile = "a\u{0}b\u{fffe}c\u{ffff}d\u{1b}e\u{9b}f\u{202e}g<&\"'h";
    let mut docket = sitting.docket().clone();
    hostile.clone_into(&mut docket.body.name);
    docket.meeting.place = Some(hostile.to_owned());
    sitting = Sitting::new(docket.into());
    for paper in [Paper::Minutes, Paper::AttendanceSheet] {
        let document = paper::composed(&sitting, &paper, None).expect("a paper");
        for format in Format::ALL {
            let dressing = Dressing { look: &Look::default(), attached: &[], model: None };
            let bytes = render(&document, format, &dressing).expect("a paper").bytes;
            let found = found_in(format, &bytes).unwrap_or_else(|why| panic!("{format:?}: {why}"));
            assert!(
                dense(&found).contains("a‹U+0000›b‹U+FFFE›c‹U+FFFF›d‹U+001B›e‹U+009B›f‹U+202E›g<&"),
                "{format:?}: {found}"
            );
            assert!(
                !found.chars().any(|it| it != '\n' && it != '\t' && Hidden::of(it).is_some()),
                "{format:?}: {found:?}"
            );
        }
    }
    let bytes = exchange::json(&sitting, None).expect("data");
    assert!(!bytes.chars().any(|it| it != '\n' && Hidden::of(it).is_some()), "{bytes:?}");
    let json: serde_json::Value = serde_json::from_str(&bytes).expect("JSON");
    assert_eq!(json["assemblee"]["nom"], hostile, "data is the same text, escaped");
}

#[test]
fn case_73_whatever_a_report_is_called_a_paper_is_one_file_in_its_folder() {
    let long = "é".repeat(150);
    let numbers =
        ["../../x", "CON", "nul", "a/b", "a:b", "a\\b", ".", "..", "-rf", "=1+1", "a\u{a0}b", " ", "\"<>|?*", &long];
    for number in numbers {
        let source = session(&[], "../../etc/passwd").replace("numero: \"1\"", &format!("numero: {number:?}"));
        let Ok(parsed) = read(&source) else { continue };
        let sitting = Sitting::new(parsed.docket);
        for (_, name) in file_names::papers(&sitting) {
            assert!(name.len() <= 200 && !name.is_empty() && !name.starts_with(['.', '-']), "{number:?}: {name:?}");
            assert!(name.chars().all(|it| it.is_alphanumeric() || "-_.".contains(it)), "{number:?}: {name:?}");
            assert!(!name.contains("passwd"), "no title names a file: {name:?}");
            let stem = name.split('.').next().unwrap_or_default().to_lowercase();
            assert!(!["con", "nul", "prn", "aux", "com1", "lpt1"].contains(&&*stem), "{number:?}: {name:?}");
        }
    }
}

#[test]
fn case_73_goes_red_for_what_is_live_broken_or_lost() {
    assert!(of_markdown("a [x](javascript:alert(1))").is_err());
    assert!(of_markdown("a <b>x</b>").is_err());
    assert!(of_xml("x", "<a>b</c>").is_err());
    assert!(of_xml("x", "<a>&eacute;</a>").is_err());
    assert_eq!(of_xml("x", "<a b=\"c\">&lt;d&#62;</a>"), Ok(("<d>".to_owned(), "c\n".to_owned())));
}
