//! The clerk's own models: what their fields hold, and what is wrong with one.

use crate::council::plain::plain;

/// A file that is no text of LibreOffice.
pub const NOT_ODT: &str =
    "Ce n’est pas un texte ODT : dans LibreOffice, « Enregistrer sous », type « Texte ODF (.odt) ».";
/// A file that no model needs to be.
pub const TOO_BIG: &str =
    "Le fichier est trop gros pour un modèle : allégez ses images (64 Mo au plus, une fois ouvert).";
/// Marks that are not closed.
pub const OPEN_MARKS: &str =
    "« {{ » ou « {% » s’ouvre sans se fermer dans ce paragraphe : terminez par « }} » ou « %} ».";
/// Marks that close nothing.
pub const STRAY_MARKS: &str = "« }} » ou « %} » ferme un champ qui n’est pas ouvert : commencez par « {{ » ou « {% ».";
/// Too many loops in one another.
pub const TOO_DEEP: &str = "plus de deux boucles l’une dans l’autre, ou plus de 64 conditions.";
/// The body beside something else.
pub const BODY_NOT_ALONE: &str = "« {{ corps }} » doit être seul dans son paragraphe, sans autre texte ni filtre.";
/// The body where it cannot stand.
pub const BODY_MISPLACED: &str =
    "« {{ corps }} » ne se place ni dans un en-tête, ni dans un pied de page, ni dans une liste, ni dans une boucle.";
/// The body twice.
pub const BODY_TWICE: &str = "« {{ corps }} » ne s’emploie qu’une fois par modèle.";

/// What a model that is in order is told.
pub const NO_PROBLEM: &str = "aucun problème";

/// A part that the format asks for.
#[must_use]
pub fn missing(part: &str) -> String {
    format!(
        "Il manque {part} dans le fichier : ce n’est pas un texte ODT entier. Enregistrez-le de nouveau dans LibreOffice."
    )
}

/// A part with a name that leads out of the file.
#[must_use]
pub fn unsafe_part(name: &str) -> String {
    format!("Le fichier contient une partie refusée, « {} » : chemin dangereux, lien ou partie chiffrée.", plain(name))
}

/// A part that is not what it should be.
#[must_use]
pub fn unreadable(part: &str) -> String {
    let part = plain(part);
    format!("{part} ne se lit pas : le fichier est abîmé. Enregistrez-le de nouveau dans LibreOffice.")
}

/// A field that nobody knows.
#[must_use]
pub fn unknown_field(name: &str, meant: Option<&str>) -> String {
    let name = plain(name);
    match meant {
        Some(meant) => format!("le champ « {name} » n’existe pas ; vouliez-vous dire « {meant} » ?"),
        None => format!("le champ « {name} » n’existe pas ; docs/modeles.md donne la liste des champs."),
    }
}

/// A filter that nobody knows.
#[must_use]
pub fn unknown_filter(tag: &str) -> String {
    format!(
        "« {} » emploie un filtre inconnu ; les filtres sont {}.",
        plain(tag),
        FILTERS.map(|(name, _)| name).join(", ")
    )
}

/// What does not read.
#[must_use]
pub fn syntax(tag: &str) -> String {
    format!("« {} » ne se comprend pas.", plain(tag))
}

/// A word after `{%` that begins nothing.
#[must_use]
pub fn unknown_word(word: &str) -> String {
    format!("« {} » n’est pas une commande ; écrivez if, elif, else, endif, for ou endfor.", plain(word))
}

/// A condition without an end.
#[must_use]
pub fn not_ended(tag: &str) -> String {
    format!(
        "« {} » n’est pas fermé : mettez son « endif » ou « endfor » dans le même paragraphe, ou les deux seuls dans leur \
         paragraphe, au même endroit du texte (même tableau, même liste).",
        plain(tag)
    )
}

/// An end without a condition.
#[must_use]
pub fn nothing_to_end(tag: &str) -> String {
    format!("« {} » ne suit aucun « if » ou « for » ouvert au même endroit du texte.", plain(tag))
}

/// A loop over a single value.
#[must_use]
pub fn not_a_list(tag: &str) -> String {
    format!("« {} » parcourt un champ qui n’est pas une liste.", plain(tag))
}

/// What is wrong, after where it stands: « paragraphe 3 (« Le conseil… ») : … ».
#[must_use]
pub fn at(in_page: bool, paragraph: usize, begins: &str, what: &str) -> String {
    let part = if in_page { " des en-têtes et pieds de page" } else { "" };
    format!("Paragraphe {paragraph}{part} (« {begins} ») : {what}")
}

/// The filters that a field may have, and what each does.
pub const FILTERS: [(&str, &str); 8] = [
    ("capitalize", "met une capitale au premier mot, le reste en minuscules"),
    ("default", "met cette valeur à la place de ce qui est vide : `{{ rapporteur|default(\"sans\", true) }}`"),
    ("first", "le premier d’une liste"),
    ("join", "réunit une liste avec ce séparateur : `{{ presents|join(\", \") }}`"),
    ("last", "le dernier d’une liste"),
    ("length", "le nombre d’éléments d’une liste"),
    ("lower", "en minuscules"),
    ("upper", "en capitales"),
];

/// What a condition that holds prints.
pub const YES: &str = "oui";
/// What a condition that does not hold prints.
pub const NO: &str = "non";

/// The title of a model of the program.
pub const BUILT_IN_TITLE: &str = "Modèle de document";
/// The lines over the body in a model of the program.
pub const BUILT_IN_HEAD: [&str; 3] =
    ["{{ assemblee|upper }}", "Séance du {{ date }}", "{% if numero_acte %}{{ numero_acte }}{% endif %}"];
/// The body in a model of the program.
pub const BUILT_IN_BODY: &str = "{{ corps }}";
/// The foot of its pages.
pub const BUILT_IN_REFERENCE: &str = "{{ reference }}";
/// The head of its pages.
pub const BUILT_IN_DRAFT: &str = "{{ projet }}";

/// What each field holds.
pub mod field {
    /// `assemblee`.
    pub const ASSEMBLY: &str = "le nom de l’assemblée";
    /// `genre`.
    pub const KIND: &str = "le genre de l’assemblée, avec son article : « le Conseil municipal »";
    /// `titre`.
    pub const TITLE: &str = "le titre du document";
    /// `reference`.
    pub const REFERENCE: &str = "ce qui nomme le document au pied de ses pages";
    /// `projet`.
    pub const DRAFT: &str = "« PROJET » tant que le document peut changer, rien ensuite";
    /// `date`.
    pub const DATE: &str = "le jour de la séance : « 3 mars 2022 »";
    /// `date_courte`.
    pub const SHORT_DATE: &str = "le jour de la séance en chiffres : « 03/03/2022 »";
    /// `date_en_lettres`.
    pub const DATE_IN_LETTERS: &str = "le jour de la séance en lettres : « L’an deux mille vingt-deux, le trois mars »";
    /// `heure`.
    pub const HOUR: &str = "l’heure pour laquelle la séance est convoquée : « 18 h 30 »";
    /// `heure_ouverture`.
    pub const OPENING_HOUR: &str = "l’heure d’ouverture de la séance : « 18 h 30 »";
    /// `heure_cloture`.
    pub const CLOSING_HOUR: &str = "l’heure de levée de la séance";
    /// `lieu`.
    pub const PLACE: &str = "le lieu de la séance";
    /// `convocation`.
    pub const CONVENING: &str = "la phrase de réunion et de convocation, telle que le document l’écrit";
    /// `convocation_en_lettres`.
    pub const CONVENING_IN_LETTERS: &str = "la même phrase, le jour en lettres";
    /// `date_convocation`.
    pub const CONVENED_ON: &str = "le jour de la convocation";
    /// `president`.
    pub const PRESIDENT: &str = "qui préside : « Gérard BRAMOULLÉ » ; pour une délibération, à son vote";
    /// `secretaires`.
    pub const SECRETARIES: &str = "les secrétaires de séance (liste)";
    /// `auxiliaires`.
    pub const ASSISTANTS: &str = "les auxiliaires de séance (liste)";
    /// `presents`.
    pub const PRESENT: &str = "les présents (liste) ; pour une délibération, à son vote";
    /// `a_distance`.
    pub const REMOTE: &str = "ceux qui prennent part à distance (liste)";
    /// `pouvoirs`.
    pub const POWERS: &str = "les excusés qui ont donné pouvoir, chacun avec son mandataire (liste)";
    /// `excuses`.
    pub const EXCUSED: &str = "les excusés sans pouvoir (liste)";
    /// `absents`.
    pub const ABSENT: &str = "les absents (liste)";
    /// `deports`.
    pub const WITHDRAWN: &str = "ceux qui se sont retirés pour ce rapport (liste)";
    /// `en_exercice`.
    pub const IN_OFFICE: &str = "le nombre de membres en exercice";
    /// `nombre_presents`.
    pub const HOW_MANY_PRESENT: &str = "le nombre de présents";
    /// `nombre_pouvoirs`.
    pub const HOW_MANY_POWERS: &str = "le nombre de pouvoirs";
    /// `numero_rapport`.
    pub const REPORT: &str = "le numéro du rapport à l’ordre du jour";
    /// `numero_acte`.
    pub const ACT: &str = "le numéro de l’acte : « 2022_CT2_010 »";
    /// `chapitre`.
    pub const CHAPTER: &str = "le chapitre de l’ordre du jour où se trouve le rapport";
    /// `objet`.
    pub const OBJECT: &str = "l’objet du rapport";
    /// `rapporteur`.
    pub const RAPPORTEUR: &str = "le rapporteur : « Loïc GACHON »";
    /// `votants`.
    pub const VOTERS: &str = "le nombre de votants";
    /// `exprimes`.
    pub const CAST: &str = "le nombre de suffrages exprimés";
    /// `majorite`.
    pub const MAJORITY: &str = "la majorité absolue";
    /// `pour`.
    pub const FOR: &str = "le nombre de voix pour";
    /// `contre`.
    pub const AGAINST: &str = "le nombre de voix contre";
    /// `abstentions`.
    pub const ABSTENTIONS: &str = "le nombre d’abstentions";
    /// `blancs_nuls`.
    pub const BLANK: &str = "le nombre de bulletins blancs et nuls";
    /// `ne_prennent_pas_part`.
    pub const NOT_TAKING_PART: &str = "le nombre de ceux qui ne prennent pas part au vote";
    /// `resultat`.
    pub const RESULT: &str = "le résultat du vote : « Adopté à l’unanimité »";
    /// `decision`.
    pub const DECISION: &str = "la phrase de décision, ou « Vote non proclamé. »";
    /// `noms_contre`.
    pub const NAMES_AGAINST: &str =
        "ceux qui ont voté contre (liste) ; « noms non relevés » si personne ne les a notés";
    /// `noms_abstention`.
    pub const NAMES_ABSTAINING: &str =
        "ceux qui se sont abstenus (liste) ; « noms non relevés » si personne ne les a notés";
    /// `noms_ne_prennent_pas_part`.
    pub const NAMES_NOT_TAKING_PART: &str =
        "ceux qui n’ont pas pris part au vote (liste) ; « noms non relevés » si personne ne les a notés";
    /// `genre_rapport`.
    pub const REPORT_KIND: &str = "ce que le rapport demande : « délibération », « avis favorable », « vœu »";
    /// `maniere`.
    pub const WAY: &str =
        "comment le vote est relevé : « par exception », « en chiffres, sans les noms », « sans vote »";
    /// `scrutin`.
    pub const BALLOT: &str = "le scrutin : « ordinaire » ou « public » ; rien sans vote";
    /// A vote by urn.
    pub const SECRET: &str = "secret";
    /// A vote by show of hands.
    pub const ORDINARY: &str = "ordinaire";
    /// A vote in which everybody is named.
    pub const PUBLIC: &str = "public";
    /// `majorite_requise`.
    pub const REQUIRED_MAJORITY: &str = "la majorité requise : « majorité absolue des suffrages exprimés », « majorité des deux tiers des membres en exercice »";
    /// `voix_requises`.
    pub const REQUIRED_VOTES: &str = "le nombre de voix pour que cette majorité demande";
    /// `motif_majorite`.
    pub const REASON_OF_THE_MAJORITY: &str = "le texte qui demande cette majorité, s’il y en a un";
    /// `votes_ensemble`.
    pub const TOGETHER: &str = "les numéros des rapports mis aux voix ensemble, celui-ci compris (liste)";
    /// `candidats`.
    pub const CANDIDATES: &str = "les candidats d’une désignation (liste)";
    /// `mandat`.
    pub const OFFICE: &str = "ce qui est élu : « élection du maire »";
    /// `postes`.
    pub const POSTS: &str = "le nombre de postes à pourvoir";
    /// `scrutateurs`.
    pub const TELLERS: &str = "les scrutateurs, ou les assesseurs (liste)";
    /// `listes`.
    pub const LISTS: &str = "les listes de candidats";
    /// `tours`.
    pub const ROUNDS: &str = "les tours d’un scrutin secret, par leurs totaux";
    /// `elus`.
    pub const ELECTED: &str = "les élus, chacun avec sa fonction (liste) : « Madame Léa MARTINET, maire »";
    /// `proclamation`.
    pub const PROCLAMATION: &str = "qui est élu et à quoi : « Madame Léa MARTINET est proclamée élue maire … »";
    /// `amendements`.
    pub const AMENDMENTS: &str = "les amendements au rapport (lignes), adoptés ou non";
    /// `decisions`.
    pub const DECISIONS: &str = "les décisions prises par délégation dont le rapport rend compte (lignes)";
    /// `signe_le`.
    pub const SIGNED: &str = "le jour de la signature : « 9 mars 2022 »";
    /// `transmis_le`.
    pub const TRANSMITTED: &str = "le jour de la télétransmission : « 11/03/2022 »";
    /// `recu_le`.
    pub const RECEIVED: &str = "le jour de la réception en préfecture";
    /// `accuse`.
    pub const RECEIPT: &str = "le numéro de l’accusé de réception";
    /// `empreinte`.
    pub const SEAL: &str = "l’empreinte du registre de la séance : quatre groupes de quatre chiffres";
    /// `rapports`.
    pub const REPORTS: &str = "les rapports de l’ordre du jour (lignes) : `numero`, `acte`, `objet`, `genre`, `chapitre`, `rapporteur`, `resultat`, `pour`, `contre`, `abstentions`";
    /// `corps`.
    pub const BODY: &str = "tout le texte du document ; seul dans son paragraphe, une fois par modèle";
}

/// The models of the program could not be made.
pub const NOT_EXPORTED: &str = "Les modèles du programme n’ont pas pu être faits : signalez cette erreur.";
/// Something that is no file.
pub const NOT_A_FILE: &str = "Ce n’est pas un fichier.";

/// A model that cannot be read from the disk.
#[must_use]
pub fn not_read(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::NotFound => "Ce fichier n’existe pas : vérifiez son nom.".to_owned(),
        std::io::ErrorKind::PermissionDenied => "Vous n’avez pas le droit de lire ce fichier.".to_owned(),
        _ => "Ce fichier ne se lit pas : vérifiez le disque.".to_owned(),
    }
}

/// A folder that cannot be made.
#[must_use]
pub fn no_folder(folder: &std::path::Path, error: &std::io::Error) -> String {
    let shown = folder.display().to_string();
    let why = match error.kind() {
        std::io::ErrorKind::NotFound => "le dossier où il doit être n’existe pas",
        std::io::ErrorKind::PermissionDenied => "vous n’avez pas le droit d’y écrire",
        std::io::ErrorKind::AlreadyExists => "un fichier a déjà ce nom",
        _ => "le disque le refuse",
    };
    format!("Le dossier {} n’a pas pu être fait : {why}.", plain(&shown))
}

/// What `modeles verifier` says of a file.
#[must_use]
pub fn of_a_file(path: &std::path::Path, problems: &[String]) -> String {
    let shown = path.display().to_string();
    let shown = plain(&shown);
    match problems {
        [] => format!("{shown} : {NO_PROBLEM}."),
        _ => format!("{shown} :\n  {}", problems.join("\n  ")),
    }
}

/// The sorts of fields.
pub mod sort {
    /// A text.
    pub const TEXT: &str = "texte";
    /// A number.
    pub const NUMBER: &str = "nombre";
    /// Texts, in order.
    pub const LIST: &str = "liste";
    /// Lines with fields of their own.
    pub const ROWS: &str = "lignes";
}

/// How a model is made: the head of `docs/modeles.md`.
pub const GUIDE: &str = "# Modèles ODT de l’assemblée

Un modèle est un texte LibreOffice (`.odt`) : votre mise en page, avec des champs entre doubles accolades. Le programme le
remplit à la place de sa propre mise en page, sans LibreOffice. Les autres formats (PDF, DOCX, HTML) suivent `charte.ron`.

## Par où commencer

1. `hemicycle modeles exporter modeles` écrit les modèles du programme dans le dossier `modeles`.
2. Ouvrez celui qu’il vous faut dans LibreOffice, changez sa mise en page, enregistrez-le au format ODT.
3. `hemicycle modeles verifier modeles/modele-deliberation.odt` dit tous les problèmes, avec le paragraphe, ou « aucun
   problème ».
4. Posez-le à côté du fichier de séance, dans un dossier `modeles` à côté, ou dans votre dossier de configuration.

## Ce qui s’écrit dans un modèle

- `{{ president }}` : la valeur d’un champ. Un champ inconnu est refusé avant que rien ne soit écrit.
- `{{ corps }}`, seul dans son paragraphe : tout le texte du document, avec ses tableaux et ses signatures. Ses styles
  (« Décision », « Noms », « Nombre »…) sont ajoutés s’ils manquent ; ceux que vous avez changés restent les vôtres.
- `{% if contre > 0 %}`, `{% elif … %}`, `{% else %}`, `{% endif %}` : ce qui suit n’est écrit que si c’est vrai. Un nombre
  qui n’est pas encore connu, un texte ou une liste vides sont faux.
- `{% for nom in presents %}`, `{% endfor %}` : une fois par élément d’une liste ; deux boucles l’une dans l’autre au plus.
- `{# … #}` : une remarque, qui ne s’imprime pas.

Seule dans son paragraphe, dans son élément de liste ou dans sa ligne de tableau, une commande `{% … %}` remplace ce
paragraphe, cet élément ou cette ligne : une ligne `{% for rapport in rapports %}`, une ligne de cellules, une ligne
`{% endfor %}` font une ligne par rapport. Une liste vide s’imprime « Néant ».

LibreOffice peut couper un champ par des mises en forme, mettre une espace insécable avant % ou arrondir les guillemets :
le programme le répare de lui-même. Les en-têtes et pieds de page peuvent contenir des champs.
";
