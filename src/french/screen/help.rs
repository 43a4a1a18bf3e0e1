//! The words of the help: what each screen is for, and what its keys are grouped under.

/// What a key is for: the headings of the help and of the list of commands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "each purpose is documented by its own words, below")]
pub enum Purpose {
    Act,
    Find,
    Move,
    TakeBack,
    Look,
    Leave,
}

impl Purpose {
    /// Every purpose, in the order of the help.
    pub const ALL: [Self; 6] = [Self::Act, Self::Find, Self::Move, Self::TakeBack, Self::Look, Self::Leave];

    /// Its heading.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Act => "Noter, décider",
            Self::Find => "Chercher",
            Self::Move => "Se déplacer",
            Self::TakeBack => "Défaire",
            Self::Look => "Regarder",
            Self::Leave => "Revenir, partir",
        }
    }
}

/// What a screen is for: its name in the title of the help, and two lines.
pub type About = (&'static str, [&'static str; 2]);

/// The roll call.
pub const ROLL_CALL: About = (
    "l’appel",
    [
        "Tous sont présents tant que rien d’autre n’est noté : notez les absents,",
        "les excusés et les pouvoirs. Entrée ouvre la séance.",
    ],
);
/// The holder of a power.
pub const HOLDER: About = (
    "à qui va le pouvoir",
    [
        "Un membre absent donne pouvoir à un membre présent, qui vote pour lui.",
        "Tapez le nom de celui qui le reçoit, puis Entrée.",
    ],
);
/// Who comes and goes.
pub const MOVEMENT: About = (
    "la salle",
    [
        "Qui arrive, qui part, qui sort, qui donne pouvoir. L’heure est celle de",
        "l’horloge ; pour une autre, tapez-la d’abord : 1842, puis le nom.",
    ],
);
/// The agenda.
pub const AGENDA: About = (
    "l’ordre du jour",
    [
        "Les rapports dans leur ordre, et ce qu’il en est advenu. Entrée met le",
        "rapport aux voix, montre un vote passé, ou lève la séance à la fin.",
    ],
);
/// A vote.
pub const VOTE: About = (
    "le vote",
    [
        "Chacun est présumé pour : notez seulement les autres, le début du nom puis",
        "un signe ( , contre   ; abstention ). Entrée proclame et passe au suivant.",
    ],
);
/// A report without a vote.
pub const TOLD: About = (
    "un rapport sans vote",
    ["Ici rien n’est voté : le conseil est informé, ou donne acte.", "Entrée termine le rapport et passe au suivant."],
);
/// A text that waits.
pub const WAITS: About = (
    "ce qui se vote avant le texte",
    [
        "Un amendement ou une autre proposition a été déposé : il se vote d’abord.",
        "Entrée le met aux voix ; le texte vient ensuite.",
    ],
);
/// A vote in figures.
pub const COUNTED: About = (
    "un vote sans les noms",
    [
        "Seuls les chiffres ou le résultat sont relevés, aucun nom.",
        "Tab les change ; Entrée proclame et passe au rapport suivant.",
    ],
);
/// The urn is open.
pub const SIGN_OFF: About = (
    "l’urne ouverte",
    [
        "Chacun est présumé avoir mis son bulletin et signé : notez seulement les autres,",
        "le début du nom puis la virgule. Entrée clôt le scrutin.",
    ],
);
/// How many ballots were found.
pub const IN_URN: About = (
    "l’ouverture de l’urne",
    [
        "Comptez les bulletins avant de les lire. Entrée prend le nombre des émargements ;",
        "pour un autre, tapez-le. S’il diffère, un motif sera demandé et imprimé.",
    ],
);
/// The ballots are read out.
pub const READING: About = (
    "le dépouillement",
    [
        "Une touche par bulletin lu. Rien n’en est enregistré avant les totaux : jusque-là,",
        "les bulletins font foi. Entrée arrête les totaux quand tous sont lus.",
    ],
);
/// The totals are typed.
pub const TOTALS: About = (
    "les totaux",
    [
        "Le total de chaque ligne, en chiffres ; Entrée passe à la suivante. Les totaux",
        "doivent faire le nombre de bulletins trouvés dans l’urne.",
    ],
);
/// The totals are recorded.
pub const ROUND_DONE: About = (
    "le résultat du tour",
    [
        "Les totaux sont enregistrés. Entrée proclame qui est élu, ou ouvre le tour",
        "suivant ; Retour arrière reprend les totaux.",
    ],
);
/// A member's card.
pub const CARD: About = (
    "la fiche d’un membre",
    [
        "Sa présence, sa voix, celles qu’il porte. Dans un vote, chaque voix",
        "se note ici séparément : choisissez la ligne, puis le signe.",
    ],
);
/// Why a figure.
pub const WHY: About = (
    "pourquoi ce chiffre",
    [
        "D’où vient chaque chiffre : le calcul, les nombres, l’article de loi,",
        "et qui est derrière. Les flèches passent d’un chiffre à l’autre.",
    ],
);
/// A paper as it stands.
pub const PAPER: About = (
    "l’aperçu",
    [
        "Le papier tel qu’il serait imprimé maintenant. Ce qui manque y est marqué,",
        "avec l’article qui le demande. Ctrl-P écrit tous les papiers.",
    ],
);
/// Notes.
pub const NOTES: About = (
    "les notes",
    [
        "Ce qui est dit sur ce rapport, pour le procès-verbal. Ici rien ne vote :",
        "toutes les touches écrivent. Tout s’enregistre de soi-même.",
    ],
);
/// The reason of an irregular step.
pub const REASON: About = (
    "un motif à donner",
    [
        "Ce pas est irrégulier, et la présidence peut passer outre : écrivez pourquoi.",
        "Le motif est enregistré et imprimé. Échap renonce, rien ne change.",
    ],
);
/// A question of a command.
pub const QUESTION: About = (
    "une commande",
    [
        "Une question à la fois ; Entrée répond et passe à la suivante, Échap revient",
        "d’une question. Rien n’est noté avant la dernière réponse.",
    ],
);
/// The end of the sitting.
pub const ENDING: About = (
    "la fin de la séance",
    ["La séance va prendre fin, et cela ne se défait pas : ! la termine.", "Échap revient sans rien changer."],
);
/// The journal.
pub const JOURNAL: About = (
    "le journal",
    [
        "Tout ce qui est noté, et quand. Choisissez une action pour y revenir :",
        "ce qui changerait est dit d’abord, et rien n’est effacé.",
    ],
);
/// The control of the public display.
pub const DISPLAY: About = (
    "l’écran public",
    [
        "Ce que voit la salle : l’écran public suit la séance, s’efface, ou reste",
        "tel qu’il est. Rien n’y paraît avant la proclamation, sauf demande.",
    ],
);
/// The replay of a sitting.
pub const REPLAY: About =
    ("une séance revue", ["La séance telle qu’elle a été notée, action après action.", "Rien ne peut y être changé."]);
/// The list of the séances.
pub const HOME: About = (
    "les séances",
    [
        "Les séances de ce dossier, puis les dernières ouvertes ailleurs, avec leur état.",
        "Entrée ouvre celle qui est choisie ; quelques lettres ou chiffres la cherchent.",
    ],
);
/// What is to be mended in a file of the list.
pub const HOME_FINDINGS: About = (
    "ce qui est à corriger",
    [
        "Ce qui empêche d’ouvrir cette séance, et quoi écrire à la place. Le fichier se",
        "corrige dans un éditeur de texte ; rouvrez ensuite cette liste.",
    ],
);
/// The public display.
pub const PROJECTION: About = (
    "l’affichage de la salle",
    [
        "Ce que voit le public : il suit la séance tenue dans l’autre fenêtre, d’où Ctrl-E",
        "l’efface ou le fige. Le quitter ne change rien à la séance.",
    ],
);
/// Anything else.
pub const ANYWHERE: About =
    ("cet écran", ["Échap revient, rien ne se perd : chaque action est sur le disque", "avant d’être à l’écran."]);

/// The title of the help: « Aide : le vote ».
#[must_use]
pub fn title(screen: &str) -> String {
    format!("Aide : {screen}")
}
