//! What each option does.

/// `--aide`.
pub const HELP: &str = "Affiche cette aide";
/// `--version`.
pub const VERSION: &str = "Affiche la version";
/// A session file.
pub const SESSION: &str = "Le fichier de séance (.ron)";
/// Session files.
pub const SESSIONS: &str = "Les fichiers de séance (.ron)";
/// A session file or its journal.
pub const RECORD: &str = "Le fichier de séance (.ron), son journal (.journal), ou un papier en PDF (.pdf)";
/// `--tete`.
pub const HEAD: &str = "Une tête notée auparavant, ses 16 chiffres ou ses 64 signes : dit à quelle ligne elle est, ou qu’elle n’y est plus";
/// A course.
pub const COURSE: &str = "Le déroulé : ce qui s’est passé, dans l’ordre (.ron)";
/// `--suite`.
pub const GO_ON: &str = "Enregistre à la suite de ce qui l’est déjà";
/// `--accuse`.
pub const ACKNOWLEDGE: &str = "Écrit « ack N » dès que l’action N est sur le disque";
/// `--document`.
pub const DOCUMENT: &str =
    "Le document : pv (par défaut), abrege, deliberation, liste, presence, releve, depouillement ou convocation";
/// `--rapport`.
pub const REPORT: &str = "Le numéro du rapport, pour une délibération ou un relevé ; sans lui, tous";
/// `--tout`.
pub const ALL: &str = "Écrit tous les papiers dans le dossier de -o, ou à côté dans NOM.papiers";
/// `--format` of a paper.
pub const FORMAT: &str =
    "Le format : txt, md, html, docx, odt ou pdf ; sans lui, celui du nom, ou txt. Avec --tout, plusieurs : pdf,odt";
/// `--format` of a register.
pub const REGISTER_FORMAT: &str = "Le format : txt, md, html, docx, odt ou pdf ; sans lui, celui du nom, ou txt";
/// `--annee`.
pub const YEAR: &str = "L’année du registre ; sans elle, celle des séances";
/// `--format` of an export.
pub const EXPORT_FORMAT: &str = "Le format : json";
/// `-o`.
pub const OUTPUT: &str = "Le fichier à écrire ; sans lui, le document sort à l’écran";
/// `-o` of `pv`, which may write them all.
pub const OUTPUT_OF_MINUTES: &str =
    "Le fichier à écrire, ou le dossier avec --tout ; sans lui, le document sort à l’écran";
/// `--force`.
pub const FORCE: &str = "Remplace ce qui existe déjà";
/// The folder of `modeles exporter`.
pub const MODELS_FOLDER: &str = "Le dossier où les écrire";
/// Models.
pub const MODELS: &str = "Les modèles (.odt)";
/// `--sans-couleur`.
pub const NO_COLOUR: &str = "N’emploie aucune couleur, comme avec la variable NO_COLOR";
/// `--contraste`.
pub const HIGH_CONTRAST: &str = "Emploie les couleurs les plus contrastées, même avec NO_COLOR";
/// `--ascii`.
pub const ASCII: &str = "N’emploie que les signes d’ASCII, sans accents ni traits";
/// `--lineaire`.
pub const LINEAR: &str = "Dit chaque changement en une ligne, pour un lecteur d’écran ou une plage braille";
/// The session file of `repeter`.
pub const REHEARSED: &str = "Le fichier de séance (.ron) ; sans lui, une soirée d’exemple";
/// `--vitesse`.
pub const SPEED: &str = "Combien de fois plus vite que la séance ; 1 par défaut";
/// The session file of `creer`.
pub const CREATED: &str = "Le fichier de séance à écrire (.ron) ; sans lui, il est demandé";
/// `--depuis`.
pub const FROM: &str = "D’où viennent les élus : la dernière séance (.ron) ou une liste (.csv)";
/// A shell.
pub const SHELL: &str = "L’interpréteur de commandes : bash, zsh ou fish";
