//! What the keys do, in words: a short one for the footer, a sentence for the help.

/// Any letter.
pub const LETTERS: &str = "lettres";
/// Any digit.
pub const DIGITS: &str = "chiffres";
/// Any character.
pub const TEXT: &str = "texte";
/// The space bar.
pub const SPACE: &str = "Espace";
/// Enter, where its sign cannot be drawn.
pub const ENTER: &str = "Entrée";
/// Backspace, where its sign cannot be drawn.
pub const BACKSPACE: &str = "Retour";
/// The arrows, where they cannot be drawn.
pub const ARROWS: [&str; 4] = ["Haut", "Bas", "Gauche", "Droite"];
/// Escape.
pub const ESCAPE: &str = "Échap";
/// Delete.
pub const DELETE: &str = "Suppr";
/// Home.
pub const HOME: &str = "Début";
/// End.
pub const END: &str = "Fin";
/// Page up.
pub const PAGE_UP: &str = "Page haut";
/// Page down.
pub const PAGE_DOWN: &str = "Page bas";

/// The words of one row of the key table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "each label is documented by its own words, below")]
pub enum Label {
    Retry,
    GiveUp,
    GoElsewhere,
    WriteAnew,
    PutBack,
    GoOnWithReason,
    CloseSitting,
    HowToClose,
    Search,
    SearchByNumber,
    SearchReport,
    SearchOn,
    WriteReason,
    Absent,
    Excused,
    GiveProxy,
    Present,
    NextPresence,
    OpenSitting,
    Card,
    PickHolder,
    Against,
    Abstain,
    NotTakingPart,
    For,
    AgainstAlone,
    AbstainAlone,
    NotTakingPartAlone,
    ForAlone,
    NextChoice,
    Tick,
    OtherColumn,
    Proclaim,
    Enter,
    Up,
    Down,
    DownALine,
    CaretLeft,
    CaretRight,
    RowBegins,
    RowEnds,
    Left,
    Right,
    PageUp,
    PageDown,
    First,
    Last,
    Undo,
    Erase,
    Redo,
    Leave,
    NoProxy,
    ToAgenda,
    ToRollCall,
    Back,
    GiveUpStep,
    Paper,
    OtherPaper,
    WritePapers,
    Attendance,
    Why,
    Help,
    Quit,
    HowToQuit,
    AlreadySaved,
    WhereWeAre,
    Arrives,
    Leaves,
    StepsOut,
    Remote,
    Hour,
    Digits,
    EraseHour,
    EraseTyped,
    Recuse,
    EndReport,
    PutToTheVote,
    NoNames,
    NoFigures,
    Ways,
    NoWays,
    OtherVote,
    OneOfTheVotes,
    SeatLeft,
    SeatRight,
    Commands,
    Answer,
    QuestionBack,
    SearchChoice,
    SearchNumber,
    WriteText,
    SuspendInstead,
    AdjournInstead,
    PutRight,
    AdjournSitting,
    Notes,
    WriteNote,
    NewLine,
    EraseBefore,
    EraseAhead,
    NameSpeaker,
    BackToVote,
    SaveNotes,
    Journal,
    GoBack,
    TakeBack,
    ReportBefore,
    ReportAfter,
    Pause,
    Faster,
    Slower,
    StepBefore,
    StepAfter,
    ReplayBegins,
    ReplayEnds,
    LeaveReplay,
    LeaveProjection,
    OpenSession,
    SearchSession,
    LeaveSearch,
    QuitList,
    NextMissing,
    Display,
    DisplayAnswer,
    DisplayFollows,
    DisplayCleared,
    DisplayFrozen,
    DisplayLive,
}

impl Label {
    /// The word of the footer: « proclamer ».
    #[must_use]
    pub fn short(self) -> &'static str {
        self.words().0
    }

    /// The word of a footer that has no room for [`Label::short`].
    #[must_use]
    pub fn brief(self) -> &'static str {
        match self {
            Self::NotTakingPart => "NPPV",
            Self::OpenSitting => "ouvrir",
            Self::OtherPaper => "l’autre papier",
            _ => self.short(),
        }
    }

    /// The word of the narrowest footer: what is said is noted during the vote, so F2 has its place beside the choices.
    #[must_use]
    pub fn briefest(self) -> &'static str {
        match self {
            Self::Abstain => "abst.",
            _ => self.brief(),
        }
    }

    /// The name in the list of commands, where no screen says what it is about.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Against => "contre (membre choisi)",
            Self::Abstain => "abstention (choisi)",
            Self::NotTakingPart => "ne prend pas part (choisi)",
            Self::For => "pour (membre choisi)",
            Self::Absent => "absent (membre choisi)",
            Self::Excused => "excusé (membre choisi)",
            Self::Present => "présent (membre choisi)",
            Self::GiveProxy => "pouvoir à… (choisi)",
            Self::NextChoice => "choix suivant (choisi)",
            Self::NextPresence => "présence suivante (choisi)",
            Self::Card => "fiche du membre choisi",
            Self::Attendance => "arrivée, départ, pouvoir",
            Self::Notes => "notes du rapport",
            Self::Paper => "aperçu des papiers",
            Self::Why => "pourquoi ces chiffres",
            Self::Help => "aide de cet écran",
            Self::Quit => "quitter le programme",
            Self::OtherVote => "siège ou rapport à gauche",
            Self::OneOfTheVotes => "siège ou rapport à droite",
            Self::Leave => "quitter la recherche",
            Self::Undo => "défaire la dernière action",
            Self::Redo => "rétablir l’action défaite",
            Self::Proclaim => "proclamer, puis le suivant",
            Self::PutBack => "remettre à sa place",
            _ => self.short(),
        }
    }

    /// The sentence of the help.
    #[must_use]
    pub fn long(self) -> &'static str {
        self.words().1
    }

    #[expect(clippy::too_many_lines, reason = "a line a label")]
    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Retry => ("réessayer", "enregistrer à nouveau l’action en attente"),
            Self::GiveUp => ("abandonner", "abandonner l’action qui n’est pas enregistrée"),
            Self::GoElsewhere => ("continuer ailleurs", "continuer sur la copie de cet ordinateur, ou y revenir"),
            Self::WriteAnew => ("récrire", "récrire le fichier là où il a disparu, et l’action derrière"),
            Self::PutBack => ("remettre en place", "remettre la séance à sa place, si elle est ailleurs"),
            Self::GoOnWithReason => ("passer outre", "passer outre : le motif est enregistré et imprimé"),
            Self::CloseSitting => ("lever la séance", "lever la séance : cela ne se défait pas"),
            Self::HowToClose => ("comment lever", "rappeler quelle touche lève la séance"),
            Self::Search => ("chercher", "chercher un nom, un prénom, des initiales, un groupe"),
            Self::SearchByNumber => ("numéro", "chercher par le numéro dans la liste, sans Maj"),
            Self::SearchReport => ("chercher", "aller au rapport dont l’objet contient ce mot"),
            Self::SearchOn => ("chercher", "continuer la recherche : un nom peut avoir plusieurs mots"),
            Self::WriteReason => ("motif", "écrire le motif"),
            Self::Absent => ("absent", "noter absent le membre choisi"),
            Self::Excused => ("excusé", "noter excusé le membre choisi"),
            Self::GiveProxy => ("pouvoir à…", "le membre choisi donne pouvoir : cherchez ensuite à qui"),
            Self::Present => ("présent", "noter présent le membre choisi ; son pouvoir prend fin"),
            Self::NextPresence => ("suivant", "présent, puis excusé, puis absent"),
            Self::OpenSitting => ("ouvrir la séance", "terminer l’appel et ouvrir la séance"),
            Self::Card => ("fiche", "voir sa fiche : présence, voix, pouvoirs qu’il porte"),
            Self::PickHolder => ("choisir", "donner le pouvoir au membre choisi"),
            Self::Against => ("contre", "le membre choisi vote contre, ses pouvoirs aussi"),
            Self::Abstain => ("abstention", "le membre choisi s’abstient, ses pouvoirs aussi"),
            Self::NotTakingPart => ("ne prend pas part", "le membre choisi ne prend pas part, ses pouvoirs non plus"),
            Self::For => ("pour", "le membre choisi vote pour, ses pouvoirs aussi"),
            Self::AgainstAlone => ("contre", "la voix choisie est contre, elle seule"),
            Self::AbstainAlone => ("abstention", "la voix choisie s’abstient, elle seule"),
            Self::NotTakingPartAlone => ("ne prend pas part", "la voix choisie ne prend pas part, elle seule"),
            Self::ForAlone => ("pour", "la voix choisie est pour, elle seule"),
            Self::Tick => ("cocher", "cocher ou décocher, et passer à la ligne suivante"),
            Self::OtherColumn => ("colonne", "l’autre colonne de la liste des commandes"),
            Self::NextChoice => ("suivant", "pour, puis contre, puis abstention, puis ne prend pas part"),
            Self::Proclaim => ("proclamer", "proclamer le résultat et ouvrir le rapport suivant"),
            Self::Enter => ("entrer", "ouvrir le rapport, revoir son vote, ou lever la séance"),
            Self::Up => ("plus haut", "monter d’une ligne"),
            Self::Down => ("plus bas", "descendre d’une ligne ; choisir un autre nom"),
            Self::DownALine => ("plus bas", "descendre d’une ligne"),
            Self::CaretLeft => ("à gauche", "reculer d’un caractère"),
            Self::CaretRight => ("à droite", "avancer d’un caractère"),
            Self::RowBegins => ("début", "aller au début de la ligne"),
            Self::RowEnds => ("fin", "aller à la fin de la ligne"),
            Self::Left => ("à gauche", "passer à la colonne de gauche"),
            Self::Right => ("à droite", "passer à la colonne de droite"),
            Self::PageUp => ("page haut", "remonter d’une page"),
            Self::PageDown => ("page bas", "descendre d’une page"),
            Self::First => ("début", "aller au début"),
            Self::Last => ("fin", "aller à la fin"),
            Self::Undo => ("défaire", "défaire la dernière action, et dire laquelle"),
            Self::Erase => ("effacer", "effacer la dernière lettre"),
            Self::Redo => ("rétablir", "rétablir ce qui vient d’être défait"),
            Self::Leave => ("annuler", "quitter la recherche sans rien noter"),
            Self::NoProxy => ("pas de pouvoir", "revenir sans donner de pouvoir"),
            Self::ToAgenda => ("ordre du jour", "revenir à l’ordre du jour"),
            Self::ToRollCall => ("revenir à l’appel", "revenir à l’appel, puis ouvrir la séance"),
            Self::Back => ("retour", "revenir à l’écran précédent"),
            Self::GiveUpStep => ("renoncer", "revenir sans rien changer"),
            Self::Paper => ("aperçu", "voir la délibération, le procès-verbal ; Ctrl-P les écrit"),
            Self::OtherPaper => ("délibération / procès-verbal", "passer de la délibération au procès-verbal"),
            Self::WritePapers => ("écrire", "écrire tous les papiers à côté du fichier de séance"),
            Self::Attendance => ("salle", "noter une arrivée, un départ, un pouvoir ; voir qui est là"),
            Self::Why => ("pourquoi", "dire pourquoi chaque chiffre : calcul, nombres, article"),
            Self::Help => ("aide", "à quoi sert cet écran, et toutes ses touches"),
            Self::Quit => ("quitter", "quitter le programme, une fois tout enregistré"),
            Self::HowToQuit => ("comment quitter", "rappeler comment quitter"),
            Self::Arrives => ("arrive", "noter que le membre choisi arrive, revient ou siège"),
            Self::Leaves => ("part", "noter que le membre choisi s’en va pour de bon"),
            Self::StepsOut => ("sort", "noter que le membre choisi sort et reviendra"),
            Self::Remote => ("à distance", "noter que le membre choisi participe à distance"),
            Self::Hour => ("heure", "un numéro de la liste ; à quatre chiffres, une heure : 1842"),
            Self::Digits => ("chiffres", "taper le nombre ou l’heure, sans Maj"),
            Self::EraseHour => ("effacer l’heure", "effacer le dernier chiffre de l’heure"),
            Self::EraseTyped => ("effacer", "effacer ce qui vient d’être tapé ou choisi"),
            Self::Recuse => ("déport", "le membre choisi se déporte de ce rapport, ou y revient"),
            Self::EndReport => ("terminer", "terminer le rapport sans vote et ouvrir le suivant"),
            Self::PutToTheVote => ("mettre aux voix", "mettre aux voix ce qui se vote avant le texte"),
            Self::NoFigures => ("chiffres", "rappeler comment noter des chiffres"),
            Self::NoNames => ("noms", "rappeler pourquoi aucun nom n’est noté ici"),
            Self::NoWays => ("manière", "rappeler que ce rapport n’appelle pas de vote"),
            Self::Ways => ("manière", "relever par exception, par appel, en chiffres, au résultat"),
            Self::OtherVote => ("à gauche", "siège à gauche ; vote groupé : le rapport d’avant"),
            Self::OneOfTheVotes => ("à droite", "siège à droite ; vote groupé : le rapport suivant"),
            Self::SeatLeft => ("siège à gauche", "le siège voisin, à gauche dans la salle"),
            Self::SeatRight => ("siège à droite", "le siège voisin, à droite dans la salle"),
            Self::Commands => ("plus", "toutes les commandes : déport, huis clos, suspension…"),
            Self::Answer => ("suite", "prendre cette réponse et passer à la suite"),
            Self::QuestionBack => ("retour", "revenir à la question précédente, puis renoncer"),
            Self::SearchNumber => ("numéro", "aller au rapport de ce numéro, sans Maj"),
            Self::SearchChoice => ("chercher", "ne garder que les lignes qui ont ce mot"),
            Self::WriteText => ("texte", "écrire la réponse"),
            Self::SuspendInstead => ("suspendre", "suspendre la séance au lieu de passer outre"),
            Self::AdjournInstead => ("ajourner", "ajourner la séance au lieu de passer outre"),
            Self::PutRight => ("régulariser", "noter ce qui manque au lieu de passer outre"),
            Self::AdjournSitting => ("ajourner la séance", "ajourner la séance : cela ne se défait pas"),
            Self::Notes => ("notes", "noter ce qui est dit sur ce rapport, et par qui"),
            Self::WriteNote => ("texte", "écrire : ici aucune touche ne vote"),
            Self::NewLine => ("à la ligne", "aller à la ligne ; une ligne vide fait un paragraphe"),
            Self::EraseBefore => ("effacer", "effacer le caractère d’avant"),
            Self::EraseAhead => ("effacer après", "effacer le caractère d’après"),
            Self::NameSpeaker => ("orateur", "compléter le nom d’un membre : « M. Paul AUBRY : »"),
            Self::BackToVote => ("retour", "enregistrer les notes et revenir"),
            Self::SaveNotes => ("enregistrer", "enregistrer les notes sans attendre deux secondes"),
            Self::Journal => ("journal", "relire ce qui est noté, et quand ; revenir en arrière"),
            Self::GoBack => ("revenir ici", "défaire tout ce qui suit l’action choisie"),
            Self::TakeBack => ("défaire", "défaire ces actions, l’une après l’autre"),
            Self::ReportBefore => ("rapport précédent", "aller au début de ce rapport, puis au précédent"),
            Self::ReportAfter => ("rapport suivant", "aller au rapport suivant"),
            Self::WhereWeAre => ("où en est-on", "dire où on en est : salle, quorum, rapport, chiffres"),
            Self::OpenSession => ("ouvrir", "ouvrir la séance choisie, ou voir ce qui est à corriger"),
            Self::SearchSession => ("chercher", "chercher une séance : conseil, date, fichier, état"),
            Self::LeaveSearch => ("toutes", "effacer ce qui est cherché et revoir toutes les séances"),
            Self::QuitList => ("quitter", "quitter le programme"),
            Self::LeaveProjection => ("quitter", "quitter l’écran public ; la séance continue"),
            Self::Pause => ("pause", "s’arrêter là, ou reprendre"),
            Self::Faster => ("plus vite", "aller plus vite"),
            Self::Slower => ("moins vite", "aller moins vite"),
            Self::StepBefore => ("avant", "revenir à l’action précédente"),
            Self::StepAfter => ("après", "passer à l’action suivante"),
            Self::ReplayBegins => ("début", "revenir au début de la séance"),
            Self::ReplayEnds => ("fin", "aller à la fin de la séance"),
            Self::LeaveReplay => ("quitter", "quitter : rien n’a été changé"),
            Self::Display => ("écran public", "choisir ce que montre l’écran public"),
            Self::DisplayAnswer => ("choisir", "faire ce que dit la ligne choisie"),
            Self::DisplayFollows => ("suivre", "l’écran public suit la séance"),
            Self::DisplayCleared => ("effacer", "l’écran public ne montre que le conseil et la date"),
            Self::DisplayFrozen => ("figer", "l’écran public reste tel qu’il est"),
            Self::DisplayLive => ("voix", "montrer ou cacher les voix avant la proclamation"),
            Self::NextMissing => ("manque suivant", "aller à ce qui manque ensuite dans ce papier"),
            Self::AlreadySaved => ("enregistré", "rappeler que tout est déjà enregistré"),
        }
    }
}
