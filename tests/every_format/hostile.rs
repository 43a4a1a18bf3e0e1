//! Hostile words in titles, names of places and notes come out as those same words, whatever the format makes of them.

use hemicycle::council::id::ReportId;
use hemicycle::council::notes::Notes;
use hemicycle::council::phrases::Phrases;
use hemicycle::french::typography::typeset;
use hemicycle::papers::{Format, Paper, Sources, compose};

use super::evenings::typed;
use super::{bytes, readers};

const TITLES: [&str; 6] = [
    "Titre **gras** _penché_ # croisillon | colonne | ~~barré~~ [lien](http://exemple.fr)",
    "Titre <script>alert(1)</script> <b>gras</b> <!-- rien --> ]]> </w:t></text:p>",
    "=cmd|'/C calc'!A0 +1-1 @SOMME(A1)",
    "../../etc/passwd et C:\\Windows {{ champ }} {% if x %}",
    "1. liste - tiret * étoile > citation `code` \\* barre",
    "Titre <%= x %> ${x} $(x) &#60;i&#62; (a) Tj ET endstream endobj",
];

/// Of notes, which are small Markdown, what no Markdown makes anything of.
const NOTES: [&str; 4] = [
    "Un mot <script>alert(2)</script> dans la note",
    "=SOMME(A1:A9) dite à voix haute",
    "../../note/../passwd et {{ champ }}",
    "</text:p></w:t></p> ]]> fin de la note",
];

fn session() -> String {
    let reports: Vec<String> = TITLES
        .iter()
        .zip(1..)
        .map(|(title, number)| format!("Rapport(numero: \"{number}\", objet: {title:?})"))
        .collect();
    format!(
        "(format: 1, assemblee: (nom: \"Commune <d'Essai> & Cie\", genre: Commune, population: 900),
          seance: (date: \"3 mars 2025\", lieu: \"salle <i>A</i> & B\", convoque_par: \"le Maire\", president: \"AUBRY Paul\",
                   secretaire: \"MOREL Anne\", convocation: \"24 février 2025\"),
          membres: [(nom: \"AUBRY\", prenom: \"Paul\", civilite: M), (nom: \"MOREL\", prenom: \"Anne\", civilite: Mme),
                    (nom: \"D<B>\", prenom: \"A*b*&c\", civilite: M)],
          ordre_du_jour: [{}])",
        reports.join(", ")
    )
}

const COURSE: &str =
    r#"[Ouvrir, Rapport(numero: "1"), Proclamer(rapport: "1"), Rapport(numero: "2"), Proclamer(rapport: "2"), Lever]"#;

/// The words without any space: a format may break them where it likes, and set a no-break space as it can.
fn dense(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn case_73_hostile_titles_and_notes_come_out_as_that_same_text_in_every_format() {
    let history = typed(&session(), COURSE);
    let sitting = history.sitting();
    let mut notes = Notes::default();
    notes.set(ReportId::new("1"), NOTES.join("\n\n"));
    let sources = Sources { sitting, seal: None, notes: &notes, phrases: &Phrases::default() };
    let papers = [Paper::Minutes, Paper::Examined, Paper::Convocation, Paper::Deliberation(ReportId::new("2"))];
    for paper in papers {
        let document = compose(&sources, &paper).expect("a paper");
        for format in Format::ALL {
            let Some(flow) = readers::flow(format, &bytes(&document, format), &document.reference) else { continue };
            let flow = dense(&flow);
            // Side by side on one line, the cells of a table are read line by line: there each word is looked for alone.
            let by_words = paper == Paper::Examined && matches!(format, Format::Text | Format::Pdf);
            let is_in = |words: &&str| {
                let set = typeset(words);
                let mut alone = set.split_whitespace();
                if by_words { alone.all(|word| flow.contains(word)) } else { flow.contains(&dense(&set)) }
            };
            let wanted: Vec<&str> = match paper {
                Paper::Deliberation(_) => vec![TITLES[1], "salle <i>A</i> & B", "D<B> A*b*&c"],
                Paper::Minutes => TITLES.iter().chain(&NOTES).copied().chain(["D<B> A*b*&c"]).collect(),
                Paper::Examined => TITLES[..2].to_vec(),
                _ => TITLES.to_vec(),
            };
            let missing: Vec<&str> = wanted.into_iter().filter(|words| !is_in(words)).collect();
            assert!(missing.is_empty(), "{format:?} of {}: {missing:#?}\n{flow}", document.title);
        }
    }
}
