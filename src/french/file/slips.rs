//! The typing slips of a session file, in French.

use crate::store::session_file::slip::Slip;

/// What is wrong, in one sentence.
#[must_use]
pub fn sentence(slip: Slip) -> String {
    match slip {
        Slip::TypographicQuote(quote) => {
            format!("Ce texte est entre guillemets typographiques ( {quote} ) au lieu de guillemets droits.")
        }
        Slip::SingleQuote => "Ce texte est entre apostrophes au lieu de guillemets droits.".to_owned(),
        Slip::MissingComma => "Il manque une virgule ici.".to_owned(),
        Slip::Semicolon => "Il y a un point-virgule au lieu d’une virgule.".to_owned(),
        Slip::Equals => "Il y a un signe égal au lieu de deux-points.".to_owned(),
        Slip::MissingColon => "Il manque deux-points après le nom du champ.".to_owned(),
        Slip::UnterminatedString => "Le guillemet ouvert ici n’est pas refermé.".to_owned(),
        Slip::InnerQuote => "Il y a un guillemet droit à l’intérieur d’un texte.".to_owned(),
        Slip::UnterminatedRemark => "La remarque ouverte ici n’est pas refermée.".to_owned(),
        Slip::NoBreakSpace(space) => {
            format!("Il y a une espace insécable (U+{:04X}) entre les valeurs.", u32::from(space))
        }
        Slip::JsonKey => "Le nom du champ est entre guillemets, comme en JSON.".to_owned(),
        Slip::Brace => "Il y a des accolades, comme en JSON, au lieu de parenthèses.".to_owned(),
        Slip::Unclosed('[') => "Le crochet ouvert ici n’est pas refermé.".to_owned(),
        Slip::Unclosed('{') => "L’accolade ouverte ici n’est pas refermée.".to_owned(),
        Slip::Unclosed(_) => "La parenthèse ouverte ici n’est pas refermée.".to_owned(),
        Slip::CutShort('[') => "Le fichier s’arrête avant la fin : le crochet ouvert ici n’est pas refermé.".to_owned(),
        Slip::CutShort(_) => {
            "Le fichier s’arrête avant la fin : la parenthèse ouverte ici n’est pas refermée.".to_owned()
        }
        Slip::Unopened(bracket) => format!("« {bracket} » ne ferme rien ici."),
        Slip::Stray(sign) => format!("« {sign} » est de trop ici."),
        Slip::Unexpected(character) => {
            format!("« {} » n’a pas de sens ici.", super::short(character.encode_utf8(&mut [0; 4])))
        }
        Slip::MissingValue => "Ce champ n’a pas de valeur.".to_owned(),
        Slip::Escape => "Cette barre oblique inverse n’annonce rien de connu.".to_owned(),
        Slip::AfterTheEnd => "Il y a quelque chose après la fin du fichier.".to_owned(),
        Slip::TooDeep => "Les parenthèses sont imbriquées trop profondément.".to_owned(),
        Slip::NoOuterParentheses => "Le fichier doit être tout entier entre parenthèses.".to_owned(),
    }
}

/// What to write instead, in one sentence.
#[must_use]
pub fn next_step(slip: Slip) -> String {
    match slip {
        Slip::TypographicQuote(_) | Slip::SingleQuote => "Remplacez-les par \" au début et \" à la fin.",
        Slip::MissingComma => "Ajoutez « , » après la valeur.",
        Slip::Semicolon => "Écrivez « , ».",
        Slip::Equals => "Écrivez « : ».",
        Slip::MissingColon => "Écrivez « : » entre le nom et la valeur.",
        Slip::UnterminatedString => "Ajoutez \" à la fin du texte.",
        Slip::InnerQuote => "Écrivez « … » autour des mots cités, ou \\\" à la place de \".",
        Slip::UnterminatedRemark => "Ajoutez */ à la fin de la remarque.",
        Slip::NoBreakSpace(_) => "Remplacez-la par une espace ordinaire.",
        Slip::JsonKey => "Retirez les guillemets autour du nom.",
        Slip::Brace => "Écrivez ( et ) à la place de { et }, et les noms des champs sans guillemets.",
        Slip::Unclosed('[') => "Ajoutez « ] » à la fin de la liste.",
        Slip::Unclosed('{') => "Écrivez ( et ) à la place de { et }.",
        Slip::Unclosed(_) => "Ajoutez « ) » à la fin.",
        Slip::CutShort(_) => "Ajoutez ce qui manque, ou reprenez une copie complète du fichier.",
        Slip::Unopened(_) => "Retirez-le, ou remplacez-le par ce qui ferme ce qui est ouvert.",
        Slip::Stray(_) | Slip::Unexpected(_) => "Retirez-le, ou mettez le texte entre guillemets droits.",
        Slip::MissingValue => "Écrivez la valeur, ou retirez le champ.",
        Slip::Escape => "Écrivez \\\\ pour une barre oblique inverse.",
        Slip::AfterTheEnd => "Retirez-le, ou rouvrez la parenthèse qui se ferme trop tôt.",
        Slip::TooDeep => "Partez d’un exemple du dossier « sessions ».",
        Slip::NoOuterParentheses => "Ouvrez « ( » au début et fermez « ) » à la fin.",
    }
    .to_owned()
}
