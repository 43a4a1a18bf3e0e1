//! A made-up document with every kind of block, some longer than a page.

use hemicycle::papers::document::{
    Block, Column, Document, Emphasis, Inline, Line, Names, Run, Signatory, Status, Style, Table,
};
use jiff::civil::date;

/// Running text of a French council, long enough for several lines.
pub const PROSE: &str = "Le conseil municipal, réuni en séance publique conformément aux dispositions réglementaires, \
    constate que l'administration communale n'a pas encore transmis les observations demandées ; il souhaite que les \
    commissions compétentes poursuivent leurs délibérations : « la transparence est une exigence constitutionnelle ».";

pub fn text(words: &str) -> Block {
    Block::Paragraph(Style::Text, Line::prose(words))
}

pub fn names(count: usize) -> Vec<Line> {
    let surnames = ["DE LA MOTTE-PICQUET", "ÖZTÜRK", "N'GUYEN VAN", "LE GOFF", "MARTINEZ"];
    let firsts = ["Marie-Françoise", "Jean-Noël", "Maëlys", "Loïc"];
    (0..count).map(|number| Run::name(&format!("{} {}", surnames[number % 5], firsts[number % 4])).into()).collect()
}

/// A document of those blocks.
pub fn document(blocks: Vec<Block>) -> Document {
    Document {
        title: "Essai de tous les blocs".into(),
        body: "Commune d’Essai".into(),
        date: date(2025, 3, 3),
        reference: "ESSAI_001".into(),
        status: Status::Final,
        fields: hemicycle::papers::document::Fields::new(),
        blocks,
    }
}

/// A table of that many rows.
pub fn table(rows: usize, least_lines: u8) -> Table {
    let column = |head: &str, share, figures| Column { head: Line::prose(head), share, figures };
    Table {
        caption: Line::prose("Liste des délibérations examinées"),
        columns: vec![column("Numéro", 2, false), column("Objet", 6, false), column("Voix pour", 1, true)],
        rows: (1..=rows)
            .map(|number| {
                vec![
                    Run::literal(&format!("2025_{number:03}")).into(),
                    Line::prose(&format!("Objet {number} : renouvellement de la convention pluriannuelle d'objectifs")),
                    Line::prose(&(number * 7).to_string()),
                ]
            })
            .collect(),
        least_lines,
    }
}

/// One of each, and more.
pub fn everything() -> Document {
    let italic = Emphasis { bold: false, italic: true };
    let both = Emphasis { bold: true, italic: true };
    let mixed = Line::prose(PROSE)
        .then(Run::prose(" Un mot en "))
        .then(Run::prose("italique").emphasised(italic))
        .then(Run::prose(", un en "))
        .then(Run::prose("gras").bold())
        .then(Run::prose(", un "))
        .then(Run::prose("des deux").emphasised(both))
        .then(Run::prose(". Les chiffres : 1 234 567 euros, n° 12, ½ œuf, affluent difficile."));
    let mut broken = Line::prose("Première ligne");
    broken.0.push(Inline::Break);
    broken.0.push(Inline::Run(Run::prose("seconde ligne du même paragraphe")));
    let signatory = |title: &str, name: &str| Signatory { title: Line::prose(title), name: Run::name(name).into() };
    let mut blocks = vec![
        Block::Heading(1, Line::prose("Procès-verbal de tous les blocs réunis en une seule et même séance")),
        Block::Paragraph(Style::Object, Line::prose("Objet : essai de mise en page")),
        Block::Paragraph(Style::Text, mixed),
        Block::Paragraph(Style::Text, broken),
        Block::Names(Names { head: Line::prose("Étaient présents"), names: names(31) }),
        Block::Names(Names { head: Line::prose("Étaient absents"), names: vec![] }),
        Block::Heading(2, Line::prose("Listes")),
        Block::List(None, vec![vec![text("un point")], vec![text(PROSE)], vec![]]),
        Block::List(
            Some(9),
            vec![
                vec![text("le neuvième"), Block::List(None, vec![vec![text("dessous")], vec![text(PROSE)]])],
                vec![text("le dixième")],
            ],
        ),
        Block::Heading(2, Line::prose("Tableaux")),
        Block::Table(table(45, 1)),
        Block::Heading(3, Line::prose("À signer")),
        Block::Table(table(9, 3)),
        Block::VoteTable(vec![
            (Line::prose("Inscrits"), Line::prose("49")),
            (Line::prose("Suffrages exprimés"), Line::prose("1 047")),
            (Line::prose("Scrutin"), Line::prose("secret, à la demande du tiers des membres présents")),
        ]),
        crate::public_ballot::picture(),
        Block::NewSheet,
        Block::Heading(2, Line::prose("Annexe")),
        Block::Enclosed(vec![
            Block::Heading(3, Line::prose("Convention")),
            text(PROSE),
            Block::Enclosed(vec![text("Texte dans le texte."), text(PROSE)]),
            text(PROSE),
        ]),
        Block::Enclosed(vec![text("Une autre annexe.")]),
    ];
    blocks.extend((0..9).map(|_| text(PROSE)));
    blocks.push(Block::KeepTogether(vec![
        Block::Paragraph(Style::Decision, Line::prose("Après en avoir délibéré, le conseil adopte.")),
        Block::Signatures(vec![
            signatory("Le président de séance, premier adjoint au maire empêché", "Jean DUPONT"),
            signatory("La secrétaire", "Maëlys ÖZTÜRK"),
            signatory("Le second secrétaire", "Loïc LE GOFF"),
        ]),
    ]));
    blocks.push(Block::Stamp(vec![
        Line::prose("Accusé de réception en préfecture"),
        Run::literal("013-200054807-20220303-2022_CT2_010-DE").into(),
    ]));
    document(blocks)
}
