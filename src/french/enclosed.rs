//! What the files enclosed in a *procès-verbal* are, for who looks at them in a PDF reader.

/// Why nothing is enclosed though something is recorded.
pub const NOT_ENCLOSED: &str = "Le procès-verbal en PDF ne contient pas le journal\u{a0}: il garde ce qui a été dit à voix haute \
    avant un scrutin secret. Vérifiez le sceau par le fichier de séance.";
/// The list of the enclosed files.
pub const LIST: &str = "La liste des fichiers joints, avec leur somme SHA-256";
/// The session file.
pub const SESSION_FILE: &str = "Le fichier de séance\u{a0}: assemblée, membres, ordre du jour";
/// The journal.
pub const JOURNAL: &str = "Le journal de la séance, action par action, scellé";
/// What was recorded after the close.
pub const AFTERWARDS: &str = "Ce qui a été enregistré après la levée de la séance";
/// A text, an annex, the table of the members.
pub const TEXT: &str = "Un texte ou un tableau de la séance";
/// The notes of a report.
pub const NOTES: &str = "La teneur des discussions d’un rapport";
/// The sentences of the assembly.
pub const PHRASES: &str = "Les formules de l’assemblée";
/// The look of the assembly.
pub const LOOK: &str = "La charte de l’assemblée";
/// The logo of the assembly.
pub const LOGO: &str = "Le logo de l’assemblée";
