//! An evening in each context of the program, at its beginning: every screen and every panel there is.
#![allow(dead_code, reason = "each test file uses its own part of it")]

use hemicycle::app::shelter::{Sheltered, Unrecorded};
use hemicycle::app::{App, Msg};
use hemicycle::council::agenda::AgendaItem;
use hemicycle::council::docket::Docket;
use hemicycle::council::election::Office;
use hemicycle::council::id::MemberId;
use hemicycle::council::kind::ReportKind;
use hemicycle::council::roster::{Member, Roster};

use crate::all_kinds;
use crate::evening::{Disk, Evening, docket};

/// Which agenda.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agenda {
    /// That of the made-up commune.
    Commune,
    /// Every kind of report.
    AllKinds,
    /// The first report elects the mayor: three stand.
    Election,
}

/// Fourteen members away, at the roll call: the quorum is missing.
const WITHOUT_QUORUM: &str = "aub , chaz , del , esc , fay , gir , jour , kel , lam , more ,";
/// The same, leaving one after another.
const ALL_LEAVE: &str = "<f3> aub , <f3> chaz , <f3> del , <f3> esc , <f3> fay , <f3> gir , <f3> jour , <f3> kel , \
                         <f3> lam , <f3> more ,";

/// A third of those present ask for a secret ballot on a text.
const TEXT: &str = "<f9> urne <enter> mart <enter> aub <enter> chaz <enter> del <enter> esc <enter> fay <enter> gir \
                    <enter> jour <enter> kel <enter> <enter>";
/// Thirty-one ballots, of which nobody has the majority.
const READ: &str = "aaaaaaaaaaaaaa bbbbbbbbbb ccccc ;;";

/// The made-up commune, whose first report elects the mayor.
fn elects_a_mayor() -> std::sync::Arc<Docket> {
    let mut changed = (*docket("exemple-commune.ron")).clone();
    for item in &mut changed.agenda.items {
        if let AgendaItem::Report(report) = item
            && report.id.as_str() == "01"
        {
            report.kind = ReportKind::Election { office: Office::Mayor, posts: Some(1) };
            "Élection du maire".clone_into(&mut report.object);
            report.candidates = ["martinet-lea", "boisseau-hakim", "guerineau-yse"].map(MemberId::new).into();
        }
    }
    // She presides over it who is the eldest of the table.
    let born = |(mut member, place): (Member, i16)| {
        member.birth = Some(jiff::civil::date(1948 + place, 3, 14));
        member
    };
    changed.roster = Roster::new(changed.roster.everyone().cloned().zip(0..).map(born).collect());
    changed.into()
}

/// The name of the snapshot, the agenda, the keys that lead there.
const SCREENS: &[(&str, Agenda, &[&str])] = &[
    ("appel", Agenda::Commune, &["aub , chaz , bois : del <enter>"]),
    ("appel-recherche", Agenda::Commune, &["aub , chaz , e"]),
    ("appel-parcours", Agenda::Commune, &["aub , chaz , <down> <down> <down>"]),
    ("appel-mandataire", Agenda::Commune, &["aub : e"]),
    ("mouvement", Agenda::Commune, &["<enter> <f3>"]),
    ("mouvement-recherche", Agenda::Commune, &["<enter> <f3> e"]),
    ("mouvement-parcours", Agenda::Commune, &["<enter> <f3> <down> <down>"]),
    ("ordre-du-jour-avant", Agenda::Commune, &["<esc> <down>"]),
    ("ordre-du-jour", Agenda::Commune, &["<enter> <enter> <enter> <enter> <enter> <esc> <up>"]),
    ("ordre-du-jour-recherche", Agenda::Commune, &["<enter> <enter> <backspace> tarif"]),
    ("vote", Agenda::Commune, &["<enter> <enter> <enter> bois , evr , carp ; guer :"]),
    ("vote-recherche", Agenda::Commune, &["<enter> <enter> bois , e"]),
    ("vote-parcours", Agenda::Commune, &["<enter> <enter> bois , <down> <down>"]),
    ("sans-vote", Agenda::AllKinds, &["<enter> <enter> <enter>"]),
    ("information", Agenda::AllKinds, &["<enter> 11 <enter>"]),
    ("texte-en-attente", Agenda::AllKinds, &["<enter> <enter> <enter> <enter>"]),
    ("au-resultat", Agenda::Commune, &["<enter> <enter> <tab> result <enter> <enter>"]),
    ("emargement", Agenda::Election, &["<enter> <enter> ors , imb ,"]),
    ("emargement-recherche", Agenda::Election, &["<enter> <enter> ors , e"]),
    ("emargement-parcours", Agenda::Election, &["<enter> <enter> ors , <down> <down> <down>"]),
    ("urne", Agenda::Election, &["<enter> <enter> <enter> 32"]),
    ("depouillement", Agenda::Election, &["<enter> <enter> <enter> <enter> abacab;a:bb"]),
    ("depouillement-texte", Agenda::Commune, &["<enter> <enter>", TEXT, "<enter> <enter> !!,!;:!"]),
    ("depouillement-totaux", Agenda::Election, &["<enter> <enter> <enter> <enter> <tab> 17"]),
    ("depouillement-autre", Agenda::Election, &["<enter> <enter> <enter> <enter> abb = or"]),
    ("tour", Agenda::Election, &["<enter> <enter> <enter> <enter>", READ, "<enter>"]),
    ("fiche", Agenda::Commune, &["<enter> <enter> bois <enter>"]),
    ("fiche-appel", Agenda::Commune, &["bois <enter>"]),
    ("pourquoi", Agenda::Commune, &["<enter> <enter> bois , <f4> <down>"]),
    ("papier", Agenda::Commune, &["<enter> <enter> <enter> <ctrl-p>"]),
    ("notes", Agenda::Commune, &["<enter> <enter> <f2> bonsoir <enter> merci"]),
    ("aide", Agenda::Commune, &["<enter> <enter> ?"]),
    ("motif", Agenda::Commune, &["<enter> <enter> aub = <enter> <enter> <enter> aub = motif"]),
    ("motif-quorum", Agenda::Commune, &["<enter>", ALL_LEAVE, "<enter> motif"]),
    ("motif-ouverture", Agenda::Commune, &[WITHOUT_QUORUM, "<enter> motif"]),
    ("motif-presidence", Agenda::Commune, &["martinet , <enter> motif"]),
    ("question-choix", Agenda::Commune, &["<enter> <f9>"]),
    ("question-cases", Agenda::Commune, &["<enter> <f9> groupé <enter> <space>"]),
    ("question-membres", Agenda::Commune, &["<enter> <enter> <f9> huis <enter> aub <enter> e"]),
    ("question-chiffres", Agenda::Commune, &["<enter> <f9> corriger <enter> <enter> 18"]),
    ("question-texte", Agenda::Commune, &["<enter> <f9> secr <enter> <enter> a"]),
    ("lever", Agenda::Commune, &["<enter> <end> <enter>"]),
    ("ajourner", Agenda::Commune, &[WITHOUT_QUORUM, "<f9> ajour <enter>"]),
    ("affichage", Agenda::Commune, &["<enter> <enter> <ctrl-e>"]),
    ("journal", Agenda::Commune, &["<enter> <enter> aub , <enter> bois , <enter> <ctrl-r> <up> <up>"]),
    ("journal-retour", Agenda::Commune, &["<enter> <enter> aub , <ctrl-r> <up> <enter>"]),
    ("premiere-fois", Agenda::Commune, &[]),
    ("revoir", Agenda::Commune, &[]),
    ("pas-enregistre", Agenda::Commune, &["<enter> <enter>"]),
    ("pas-enregistre-ailleurs", Agenda::Commune, &["<enter> <enter>"]),
    ("fichier-disparu", Agenda::Commune, &["<enter> <enter>"]),
    ("fichier-disparu-sans-copie", Agenda::Commune, &["<enter> <enter>"]),
    ("enregistre-ailleurs", Agenda::Commune, &["<enter> <enter> bois , evr ,"]),
    ("disque-revenu", Agenda::Commune, &["<enter> <enter> bois , evr ,"]),
    ("trop-petit", Agenda::Commune, &["<enter> <enter>"]),
];

/// A screen, and the evening that shows it.
pub struct Shown {
    pub name: &'static str,
    pub evening: Evening,
}

const TAKEN_AWAY: &str = "Pas enregistré : un autre programme a supprimé, déplacé ou modifié conseil.journal.";

/// A vote is not recorded.
fn fails(evening: &mut Evening, why: &str, elsewhere: bool, anew: bool) {
    evening.disk = Disk::Held;
    evening.keys("aub ,");
    evening.send(Msg::NotRecorded(Unrecorded { why: why.to_owned(), elsewhere, anew }));
}

/// The stick is pulled out: the séance goes on in its second copy.
pub fn goes_elsewhere(evening: &mut Evening) {
    evening.disk = Disk::Held;
    evening.keys("carp ;");
    let here = "/home/marie/.local/state/hemicycle/copies/conseil-0123456789abcdef".to_owned();
    let sheltered = Sheltered { place: "/media/marie/CLE USB/seances".to_owned(), here, is_back: false };
    let why = "/media/marie/CLE USB/seances : le dossier ou le disque n’est plus là, erreur 2. La séance continue sur cet \
               ordinateur : rien n’est perdu. Rebranchez le disque, puis Ctrl-T.";
    evening.send(Msg::Sheltered(sheltered, why.to_owned()));
    evening.disk = Disk::Prompt;
    evening.send(Msg::Recorded);
}

/// Every screen, with what a test changes of the séance before it begins.
pub fn each(change: impl Fn(&mut Docket)) -> Vec<Shown> {
    let shown = |(name, agenda, keys): &(&'static str, Agenda, &[&str])| {
        let kept = match agenda {
            Agenda::Commune => docket("exemple-commune.ron"),
            Agenda::AllKinds => all_kinds::docket(),
            Agenda::Election => elects_a_mayor(),
        };
        let mut changed = (*kept).clone();
        change(&mut changed);
        let mut evening = Evening::of(changed.into());
        for keys in *keys {
            evening.keys(keys);
        }
        evening.minute = 20 * 60 + 17;
        match *name {
            "pas-enregistre" => {
                evening.disk = Disk::Refusing;
                evening.keys("aub ,");
            }
            "pas-enregistre-ailleurs" => fails(&mut evening, "Le disque est plein, erreur 28.", true, false),
            "fichier-disparu" => fails(&mut evening, TAKEN_AWAY, true, true),
            "fichier-disparu-sans-copie" => fails(&mut evening, TAKEN_AWAY, false, true),
            "enregistre-ailleurs" => goes_elsewhere(&mut evening),
            "disque-revenu" => {
                goes_elsewhere(&mut evening);
                evening.keys("aub ,");
                evening.send(Msg::PlaceIsBack);
            }
            "premiere-fois" => evening.app = evening.app.greeted(),
            "revoir" => {
                evening.keys("<enter> <enter> aub , dup , <enter> bois ;");
                let now = evening.now();
                evening.app = App::seen_again(evening.app.history().clone(), 5, &now);
                evening.resized(120, 40).keys("<right> <right> <right> <right>");
            }
            "trop-petit" => {
                evening.resized(60, 20);
            }
            _ => {}
        }
        Shown { name, evening }
    };
    SCREENS.iter().map(shown).collect()
}
