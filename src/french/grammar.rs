//! Articles, contractions, agreements: what French does to a noun when a sentence takes it in.

use crate::council::docket::{Body, BodyKind};
use crate::council::name::{Civility, Name, fold};
use crate::council::roster::Member;

// Nouns of places and bodies by the form that « à » takes before them, folded: no accents, no case. The place of a
// meeting is a free text: its gender is known for these nouns only, and is not guessed for others.
const AU: &str = "bureau casino centre chateau cinema cloitre college comite complexe conseil couvent domaine forum \
                  foyer groupe gymnase lycee manoir musee palais parc pavillon pole prieure salon siege stade syndicat \
                  temple territoire theatre village";
const A_LA: &str = "bibliotheque caserne chapelle cite commission communaute commune ferme grange halle mairie maison \
                    mediatheque metropole prefecture region residence salle tour villa ville";
const A_L: &str = "abbaye agglomeration agora amphitheatre ancien ancienne annexe assemblee atelier auberge auditorium \
                   ecole eglise espace hemicycle hopital hotel institut orangerie universite";
/// A place that begins so is already written as it stands in a sentence.
const PREPOSITIONS: &str = "a au aux chez dans en";

/// « au Château Saint Hilaire », « à la salle des fêtes », « à l’Hôtel de Ville »; `None` for a noun it does not know.
#[must_use]
pub fn to_the(noun_phrase: &str) -> Option<String> {
    let begins_with = |nouns: &str| begins_with_one_of(noun_phrase, nouns);
    if begins_with(AU) {
        Some(format!("au {noun_phrase}"))
    } else if begins_with(A_LA) {
        Some(format!("à la {noun_phrase}"))
    } else if begins_with(A_L) {
        Some(format!("à l’{noun_phrase}"))
    } else {
        None
    }
}

/// The place of a meeting as it follows « s’est réuni ».
///
/// Best written with its article (« l’hôtel de ville ») or its preposition (« en mairie »), for then nothing is guessed;
/// a name whose gender is not known is set apart.
#[must_use]
pub fn at_the_place(place: &str) -> String {
    if let Some(masculine) = without_word(place, "le") {
        return format!("au {masculine}");
    }
    if let Some(several) = without_word(place, "les") {
        return format!("aux {several}");
    }
    let is_elided = ["l’", "L’", "l'", "L'"].iter().any(|article| place.starts_with(article));
    if is_elided || without_word(place, "la").is_some() {
        return format!("à {}", uncapitalised(place));
    }
    match to_the(place) {
        Some(contracted) => contracted,
        None if begins_with_one_of(place, PREPOSITIONS) => uncapitalised(place),
        None => format!("au lieu suivant : {place}"),
    }
}

/// What follows a first word, whatever its case.
fn without_word<'a>(phrase: &'a str, word: &str) -> Option<&'a str> {
    let (first, rest) = phrase.split_once(' ')?;
    (first.to_lowercase() == word).then_some(rest)
}

fn begins_with_one_of(phrase: &str, words: &str) -> bool {
    let folded = fold(phrase);
    let first = folded.split(' ').next().unwrap_or("");
    words.split(' ').any(|word| word == first)
}

/// The first letter as a capital, as at the head of a sentence.
#[must_use]
pub fn capitalised(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().map(|initial| initial.to_uppercase().chain(rest).collect()).unwrap_or_default()
}

/// The first letter small, as inside a sentence.
#[must_use]
pub fn uncapitalised(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().map(|initial| initial.to_lowercase().chain(rest).collect()).unwrap_or_default()
}

/// The body by its full name: « le Conseil de Territoire du Pays d’Aix ».
///
/// A name that is not that of an assembly (« Commune de X ») follows the kind of body: « le Conseil municipal (…) ».
#[must_use]
pub fn the_named_body(body: &Body) -> String {
    let name = &body.name;
    match to_the(name) {
        Some(contracted) if names_an_assembly(name) => match contracted.strip_prefix("au ") {
            Some(masculine) => format!("le {masculine}"),
            None => contracted.trim_start_matches("à ").to_owned(),
        },
        _ => format!("{} ({name})", the_body(body.kind)),
    }
}

fn names_an_assembly(name: &str) -> bool {
    begins_with_one_of(name, "conseil comite bureau commission assemblee")
}

/// « au Conseil de Territoire du Pays d’Aix », as in « rapport au … ».
#[must_use]
pub fn to_the_named_body(body: &Body) -> String {
    contracted_with_to(&the_named_body(body))
}

/// The body as a sentence names it: « le Conseil de Territoire ».
#[must_use]
pub fn the_body(kind: BodyKind) -> &'static str {
    match kind {
        BodyKind::Commune => "le Conseil municipal",
        BodyKind::Epci => "le Conseil communautaire",
        BodyKind::Metropole => "le Conseil de la Métropole",
        BodyKind::ConseilDeTerritoire => "le Conseil de Territoire",
        BodyKind::Departement => "le Conseil départemental",
        BodyKind::Region => "le Conseil régional",
        BodyKind::CommissionPermanente => "la Commission permanente",
        BodyKind::Ccas => "le Conseil d’administration",
        BodyKind::ConseilArrondissement => "le Conseil d’arrondissement",
        BodyKind::Syndicat => "le Comité syndical",
        BodyKind::Autre => "l’assemblée",
    }
}

/// « au Conseil de Territoire », the kind of body alone.
#[must_use]
pub fn to_the_body(kind: BodyKind) -> String {
    contracted_with_to(the_body(kind))
}

/// « du Conseil de Territoire », the kind of body alone.
#[must_use]
pub fn of_the_body(kind: BodyKind) -> String {
    of_the(the_body(kind))
}

/// A noun with its article behind « de »: « du rapport présenté », « des décisions », « de la motion ».
#[must_use]
pub fn of_the(with_article: &str) -> String {
    match with_article.split_once(' ') {
        Some(("le", masculine)) => format!("du {masculine}"),
        Some(("les", several)) => format!("des {several}"),
        _ => format!("de {with_article}"),
    }
}

fn contracted_with_to(with_article: &str) -> String {
    with_article.strip_prefix("le ").map_or_else(|| format!("à {with_article}"), |masculine| format!("au {masculine}"))
}

/// Whether a noun with its article is feminine: « la Commission permanente », « l’Assemblée ».
#[must_use]
pub fn is_feminine(with_article: &str) -> bool {
    with_article.starts_with("la ") || with_article.starts_with("l’")
}

/// Words that begin with a participle, about a feminine noun: « Adoptée à la majorité », « retirée »; others as they are.
#[must_use]
pub fn feminine(words: &str) -> String {
    let end = words.find(|letter: char| !letter.is_alphabetic()).unwrap_or(words.len());
    let (first, rest) = words.split_at(end);
    if first.ends_with('é') { format!("{first}e{rest}") } else { words.to_owned() }
}

/// « Monsieur Loïc GACHON »; without a known civility, the name alone.
#[must_use]
pub fn addressed(name: &Name) -> String {
    match name.civility {
        Some(Civility::Mr) => format!("Monsieur {}", name.spoken()),
        Some(Civility::Mrs) => format!("Madame {}", name.spoken()),
        None => name.spoken(),
    }
}

/// A name after « de »: « de Madame Anne FOURNEL », « d’Anne FOURNEL ».
///
/// An H is taken as mute, as it is in most first names.
#[must_use]
pub fn of_name(name: &str) -> String {
    let elides = fold(name).starts_with(['a', 'e', 'h', 'i', 'o', 'u']);
    if elides { format!("d’{name}") } else { format!("de {name}") }
}

/// Whoever presides, by function: « le Président », « la Présidente », « le Maire ».
#[must_use]
pub fn the_chair(kind: BodyKind, president: Option<&Member>) -> &'static str {
    let role = president.and_then(|member| member.role.as_deref()).map(fold).unwrap_or_default();
    let is_of_an_arrondissement = kind == BodyKind::ConseilArrondissement
        && (role == "maire" || role.starts_with("maire ") && role.ends_with("arrondissement"));
    let is_mayor = kind == BodyKind::Commune && role == "maire";
    let is_woman = president.is_some_and(|member| member.name.civility == Some(Civility::Mrs));
    if is_of_an_arrondissement {
        return if is_woman { "la Maire d’arrondissement" } else { "le Maire d’arrondissement" };
    }
    match (is_mayor, is_woman) {
        (true, false) => "le Maire",
        (true, true) => "la Maire",
        (false, false) => "le Président",
        (false, true) => "la Présidente",
    }
}

/// Whoever presides, as a report names him: « Monsieur le Président », « Madame la Maire »; « Le Président » if the
/// civility is not known.
#[must_use]
pub fn the_chair_addressed(kind: BodyKind, president: Option<&Member>) -> String {
    let chair = the_chair(kind, president);
    match president.and_then(|member| member.name.civility) {
        Some(Civility::Mr) => format!("Monsieur {chair}"),
        Some(Civility::Mrs) => format!("Madame {chair}"),
        None => capitalised(chair),
    }
}

/// Number and gender of the names that a sentence is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agreement {
    /// Nobody: the form's own brackets stay, « Étai(en)t présent(s) ».
    Nobody,
    /// One person, with the civility if it is known.
    One(Option<Civility>),
    /// Several, all of them known to be women.
    Women,
    /// Several others: the masculine plural.
    Several,
}

impl Agreement {
    /// The agreement with those names.
    #[must_use]
    pub fn with<'a>(names: impl IntoIterator<Item = &'a Name>) -> Self {
        let civilities: Vec<Option<Civility>> = names.into_iter().map(|name| name.civility).collect();
        match civilities.as_slice() {
            [] => Self::Nobody,
            [one] => Self::One(*one),
            several if several.iter().all(|civility| *civility == Some(Civility::Mrs)) => Self::Women,
            _ => Self::Several,
        }
    }

    /// « Étaient présents », « Était excusée », « Était absent(e) », « Étai(en)t présent(s) ».
    #[must_use]
    pub fn were(self, adjective: &str) -> String {
        let verb = match self {
            Self::Nobody => "Étai(en)t",
            Self::One(_) => "Était",
            Self::Women | Self::Several => "Étaient",
        };
        format!("{verb} {}", self.agreed(adjective))
    }

    /// An adjective or participle in *é* or a consonant, agreed.
    #[must_use]
    pub fn agreed(self, adjective: &str) -> String {
        let ending = match self {
            Self::Nobody => "(s)",
            Self::One(Some(Civility::Mr)) => "",
            Self::One(Some(Civility::Mrs)) => "e",
            Self::One(None) => "(e)",
            Self::Women => "es",
            Self::Several => "s",
        };
        format!("{adjective}{ending}")
    }

    /// One of two forms of a verb; nobody takes the plural.
    #[must_use]
    pub fn verb(self, singular: &'static str, plural: &'static str) -> &'static str {
        if matches!(self, Self::One(_)) { singular } else { plural }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_participle_at_the_head_takes_the_feminine_and_nothing_else_does() {
        assert_eq!(feminine("Adopté à l’unanimité"), "Adoptée à l’unanimité");
        assert_eq!(feminine("rejeté 16-16, partage égal"), "rejetée 16-16, partage égal");
        assert_eq!(feminine("retiré"), "retirée");
        assert_eq!(feminine("sans objet"), "sans objet");
        assert_eq!(feminine(""), "");
    }

    #[test]
    fn a_place_is_contracted_where_its_noun_is_known_and_set_apart_where_it_is_not() {
        for (place, in_a_sentence) in [
            ("Château Saint Hilaire, La Plantade", "au Château Saint Hilaire, La Plantade"),
            ("Hôtel de Ville", "à l’Hôtel de Ville"),
            ("salle des fêtes", "à la salle des fêtes"),
            ("Mairie", "à la Mairie"),
            ("Au siège de la communauté", "au siège de la communauté"),
            ("en mairie", "en mairie"),
            ("l’hôtel de ville, salle du conseil", "à l’hôtel de ville, salle du conseil"),
            ("Le Grand Pavois", "au Grand Pavois"),
            ("la Cigale", "à la Cigale"),
            ("Les Arcades", "aux Arcades"),
            ("à l’école Jules-Ferry", "à l’école Jules-Ferry"),
            ("Aix-en-Provence", "au lieu suivant : Aix-en-Provence"),
            ("Sous-préfecture", "au lieu suivant : Sous-préfecture"),
        ] {
            assert_eq!(at_the_place(place), in_a_sentence);
        }
    }

    fn body(name: &str, kind: BodyKind) -> Body {
        Body {
            name: name.to_owned(),
            kind,
            siren: None,
            department: None,
            population: None,
            legal_size: None,
            settings: crate::council::settings::Settings::default(),
            conventions: crate::council::conventions::Conventions::default(),
            numbering: None,
            phrases: crate::council::phrases::Phrases::default(),
        }
    }

    #[test]
    fn a_body_takes_its_article_and_one_named_after_its_territory_is_called_by_its_kind() {
        let territory = body("Conseil de Territoire du Pays d’Aix", BodyKind::ConseilDeTerritoire);
        assert_eq!(the_named_body(&territory), "le Conseil de Territoire du Pays d’Aix");
        assert_eq!(to_the_named_body(&territory), "au Conseil de Territoire du Pays d’Aix");
        let standing = body("Commission permanente du Conseil régional", BodyKind::CommissionPermanente);
        assert_eq!(the_named_body(&standing), "la Commission permanente du Conseil régional");
        assert_eq!(to_the_named_body(&standing), "à la Commission permanente du Conseil régional");
        let town = body("Ville de Saint-Exemple", BodyKind::Commune);
        assert_eq!(the_named_body(&town), "le Conseil municipal (Ville de Saint-Exemple)");
        assert_eq!(of_the_body(BodyKind::CommissionPermanente), "de la Commission permanente");
    }

    fn name(civility: Option<Civility>) -> Name {
        Name { surname: "EXEMPLE".to_owned(), first: "Camille".to_owned(), civility }
    }

    #[test]
    fn a_list_agrees_with_the_names_in_it() {
        let agreed = |civilities: &[Option<Civility>]| {
            let names: Vec<Name> = civilities.iter().copied().map(name).collect();
            Agreement::with(&names).were("présent")
        };
        let (mr, mrs) = (Some(Civility::Mr), Some(Civility::Mrs));
        assert_eq!(agreed(&[]), "Étai(en)t présent(s)");
        assert_eq!(agreed(&[mr]), "Était présent");
        assert_eq!(agreed(&[mrs]), "Était présente");
        assert_eq!(agreed(&[None]), "Était présent(e)");
        assert_eq!(agreed(&[mrs, mrs]), "Étaient présentes");
        assert_eq!(agreed(&[mrs, mr]), "Étaient présents");
        assert_eq!(agreed(&[mrs, None]), "Étaient présents");
    }

    #[test]
    fn whoever_presides_is_called_by_function_and_civility() {
        let member = |role: &str, civility| Member {
            id: name(civility).slug(),
            name: name(civility),
            group: None,
            role: Some(role.to_owned()),
            rank: None,
            birth: None,
            standing: crate::council::roster::Standing::InOffice,
        };
        let mayor = member("Maire", Some(Civility::Mrs));
        assert_eq!(the_chair_addressed(BodyKind::Commune, Some(&mayor)), "Madame la Maire");
        let deputy = member("1er adjoint", Some(Civility::Mr));
        assert_eq!(the_chair_addressed(BodyKind::Commune, Some(&deputy)), "Monsieur le Président");
        let of_a_part = member("Maire d’arrondissement", Some(Civility::Mr));
        assert_eq!(the_chair(BodyKind::ConseilArrondissement, Some(&of_a_part)), "le Maire d’arrondissement");
        let unknown = member("", None);
        assert_eq!(the_chair_addressed(BodyKind::Epci, Some(&unknown)), "Le Président");
        assert_eq!(the_chair_addressed(BodyKind::Epci, None), "Le Président");
    }
}
