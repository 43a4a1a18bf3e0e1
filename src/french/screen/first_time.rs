//! The five lines that are shown once, to somebody who opens the program for the first time.

/// The title.
pub const TITLE: &str = "Bienvenue";

/// The five lines: a sign, and what it stands for.
pub const LINES: [(&str, &str); 5] = [
    ("✓", "Tout s’enregistre sur le disque, à chaque touche."),
    ("↵", "Entrée fait ce qui vient ensuite : ouvrir, proclamer, continuer."),
    ("mar ,", "Le début d’un nom, puis un signe : , contre   ; abstention."),
    ("⌫", "Retour arrière reprend la dernière action, et dit laquelle."),
    ("F1  F9", "F1 explique l’écran où l’on est ; F9 donne toutes les commandes."),
];

/// When they go.
pub const UNTIL: &str = "Ces lignes s’effacent dès qu’une action est notée ; F1 les remplace.";
