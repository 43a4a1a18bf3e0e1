//! Whatever a name, a title or a text holds, and the words of the look: nothing in a page is live or comes from outside.

use std::sync::Arc;

use hemicycle::council::agenda::{AgendaItem, Text};
use hemicycle::council::ballot::Choice;
use hemicycle::council::command::Command;
use hemicycle::council::docket::Docket;
use hemicycle::council::roster::{Member, Roster};
use hemicycle::council::sitting::Sitting;
use hemicycle::papers::Paper;
use hemicycle::papers::document::Run;

use super::evening::{deliberation, docket, run, vote};
use super::paper::composed;
use super::reader::{Child, Element, read};
use super::{everything, in_the_look, own_look, spaces_made_one};

const HOSTILE: [&str; 10] = [
    "<script>alert(1)</script>",
    "</style></title></main><h1>",
    "<img src=x onerror=alert(1)>",
    "\" onload=\"alert(1)",
    "&eacute; &#60; &lt;b&gt; &",
    "<!-- fin --> ]]> <?xml?>",
    "=SOMME(A1) ../../etc/passwd",
    "javascript:alert(1)",
    "*gras* # titre {{ champ }} {% if %}",
    "\\3c /style> }body{display:none",
];

/// What a page may be made of. `style` has no word from data but in escaped strings.
const TAGS: [&str; 41] = [
    "mark", "", "html", "head", "meta", "title", "style", "body", "header", "img", "div", "p", "main", "footer", "h1",
    "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "span", "strong", "em", "br", "hr", "table", "caption", "colgroup",
    "col", "thead", "tbody", "tr", "th", "td", "article", "aside", "section", "header",
];
const ATTRIBUTES: [&str; 14] = [
    "lang",
    "charset",
    "name",
    "content",
    "class",
    "role",
    "aria-hidden",
    "scope",
    "start",
    "alt",
    "width",
    "height",
    "style",
    "src",
];

/// Fails if anything in a page is live or comes from outside.
fn nothing_is_live(page: &Element, html: &str) {
    for element in page.all() {
        assert!(TAGS.contains(&element.tag.as_str()), "<{}>", element.tag);
        for (name, value) in &element.attributes {
            assert!(ATTRIBUTES.contains(&name.as_str()), "{name} in <{}>", element.tag);
            if name == "src" {
                assert!(value.starts_with("data:image/png;base64,"), "{value}");
            }
            if name == "style" {
                let plain = |c: char| c.is_ascii_alphanumeric() || ":%.".contains(c);
                assert!(value.chars().all(plain), "{value}");
            }
        }
        if element.tag == "style" {
            let Child::Text(sheet) = &element.children[0] else { panic!("a style sheet") };
            assert!(!sheet.contains('<') && !sheet.contains("url(") && !sheet.contains("@import"), "{sheet}");
            assert_eq!(sheet.matches('{').count(), sheet.matches('}').count());
        }
    }
    assert_eq!(html.matches("<style>").count(), 1);
}

#[test]
fn case_73_whatever_a_name_a_title_or_a_text_holds_it_is_found_again_and_nothing_is_live() {
    let known = docket();
    let members = known.roster.iter().enumerate().map(|(place, member)| {
        let mut name = member.name.clone();
        HOSTILE[place % HOSTILE.len()].clone_into(&mut name.surname);
        Member { name, ..member.clone() }
    });
    let roster = Roster::new(members.collect());
    let mut agenda = known.agenda.clone();
    for item in &mut agenda.items {
        match item {
            AgendaItem::Chapter(title) => *title = HOSTILE.join(" "),
            AgendaItem::Report(report) => {
                report.object = HOSTILE.join(" ");
                report.act = Some(HOSTILE[1].to_owned());
                report.exposition =
                    Some(Text { file: None, markdown: HOSTILE.map(|text| format!("```\n{text}\n```\n")).join("\n\n") });
            }
        }
    }
    let mut body = known.body.clone();
    body.name = HOSTILE.join(" ");
    let mut sitting = Sitting::new(Arc::new(Docket { body, roster, agenda, ..known }));
    run(&mut sitting, &Command::Open { at: None });
    vote(&mut sitting, "01", &[("baudry-luc", Choice::Abstain), ("hennebert-omar", Choice::Against)], None);
    let set = |text: &str| spaces_made_one(&text.replace(['\'', '’'], "'"));
    for paper in [Paper::Minutes, deliberation("01")] {
        let document = composed(&sitting, &paper, None).expect("a paper");
        let html = in_the_look(&document, &own_look());
        let page = read(&html);
        nothing_is_live(&page, &html);
        let text = set(&page.text());
        for hostile in HOSTILE {
            assert!(text.contains(&set(Run::prose(hostile).text())), "{hostile} in {text}");
        }
        assert!(!page.find("head", "")[0].find("title", "")[0].text().is_empty());
    }
}

#[test]
fn case_73_the_words_of_the_look_are_found_again_in_the_page_and_cannot_leave_their_place() {
    let html = in_the_look(&everything(), &own_look());
    let page = read(&html);
    nothing_is_live(&page, &html);
    let header = page.find("header", "entete")[0];
    let lines: Vec<String> = header.find("p", "").iter().map(|line| line.text()).collect();
    assert_eq!(lines, ["RÉPUBLIQUE FRANÇAISE", "Commune de <Saint-Exemple> & l’Écart"]);
    let logo = header.find("img", "")[0];
    assert_eq!(logo.attributes["alt"], "Blason\u{a0}: \"d’azur\" <à> la tour");
    assert_eq!(logo.attributes["style"], "height:18mm");
    assert!(html.contains("size: 148mm 210mm;") && html.contains("margin: 15.5mm 12mm 15mm 20mm;"));
    assert!(html.contains("--corps: 12.5pt;") && html.contains("--couleur: #1a3c6e;"));
}
