//! The program's own wording of every sentence.

use crate::council::phrases::Phrase;

/// The program's own wording.
#[must_use]
pub fn own(phrase: Phrase) -> &'static str {
    match phrase {
        Phrase::DeliberationAdopted | Phrase::AccountsAdopted | Phrase::WishAdopted => {
            "Après en avoir délibéré, {assemblee} décide {majorite} d’adopter {rapport}."
        }
        Phrase::DeliberationRejected | Phrase::AccountsRejected | Phrase::WishRejected => {
            "Après en avoir délibéré, {assemblee} n’adopte pas {rapport}, {majorite}."
        }
        Phrase::OpinionAdopted => {
            "Après en avoir délibéré, {assemblee} décide {majorite} de donner un avis {sens} sur le rapport ci-joint et \
             le transforme en délibération."
        }
        // What was voted down is not decided: an opinion that is refused is not the contrary opinion.
        Phrase::OpinionRejected => {
            "Après en avoir délibéré, {assemblee} ne donne pas d’avis {sens} sur le rapport ci-joint, {majorite}."
        }
        Phrase::AcknowledgedByVote => "Après en avoir délibéré, {assemblee} prend acte {majorite} {du_rapport}.",
        Phrase::AcknowledgementRefused => {
            "Après en avoir délibéré, {assemblee} ne prend pas acte {du_rapport}, {majorite}."
        }
        Phrase::AppointmentVoted => "Après en avoir délibéré, {assemblee} décide {majorite} de désigner {candidats}.",
        Phrase::AppointmentRefused => "Après en avoir délibéré, {assemblee} ne désigne pas {candidats}, {majorite}.",
        Phrase::MinutesSettledByVote => "Après en avoir délibéré, {assemblee} arrête {majorite} {rapport}.",
        Phrase::MinutesNotSettled => "Après en avoir délibéré, {assemblee} n’arrête pas {rapport}, {majorite}.",
        Phrase::Postponed => {
            "Après en avoir délibéré, {assemblee} décide {majorite} de renvoyer l’examen du rapport n° {numero} à une \
             séance ultérieure."
        }
        Phrase::SetAside => {
            "Après en avoir délibéré, {assemblee} adopte {majorite} la question préalable : il n’y a pas lieu de \
             délibérer sur le rapport n° {numero}."
        }
        Phrase::ProposalAdopted => "Après en avoir délibéré, {assemblee} adopte {majorite} {proposition}.",
        Phrase::ProposalRejected => "Après en avoir délibéré, {assemblee} n’adopte pas {proposition}, {majorite}.",
        Phrase::Acknowledged => "Sans qu’il soit procédé à un vote, {assemblee} prend acte {du_rapport}.",
        Phrase::AppointedWithoutVote => {
            "Sans qu’il soit procédé à un vote, {assemblee} désigne {candidats}, avec effet immédiat."
        }
        Phrase::MinutesSettled => "Sans qu’il soit procédé à un vote, {assemblee} arrête {rapport}.",
        Phrase::Heard => "Sans qu’il soit procédé à un vote, {assemblee} entend {rapport}.",
        Phrase::Elected => "À l’issue du scrutin, {proclamation}.",
        Phrase::NobodyElected => "À l’issue du scrutin, aucun suffrage n’ayant été exprimé, personne n’est élu.",
        Phrase::Withdrawn => {
            "{presidence} retire le rapport n° {numero} de l’ordre du jour, sans qu’il soit mis aux voix."
        }
        Phrase::Unanimous => "à l’unanimité",
        Phrase::UnanimousOfCast => "à l’unanimité des suffrages exprimés ({non_exprimes})",
        Phrase::ByMajority => "à la majorité, par {voix},",
        Phrase::ByCastingVote => "par {voix}, la voix de la présidence étant prépondérante,",
        Phrase::NoMajorityAgainst => "par {voix}, aucune majorité ne s’étant dégagée contre,",
        Phrase::Defeated => "par {voix}",
        Phrase::DefeatedByCastingVote => "par {voix}, la voix de la présidence étant prépondérante",
        Phrase::DefeatedByTie => "par {voix}, sans voix prépondérante",
        Phrase::NothingCast => "faute de suffrage exprimé",
        Phrase::NothingCastAllAbstained => "faute de suffrage exprimé ({non_exprimes})",
        Phrase::BySpecialMajority => "à la {majorite_requise}, par {voix},",
        Phrase::ShortOfMajority => {
            "par {voix}, la {majorite_requise} n’étant pas atteinte (il fallait {voix_requises} voix pour, il en a manqué \
             {voix_manquantes})"
        }
        Phrase::ByMajorityUncounted => "à la majorité",
        Phrase::DefeatedUncounted => "le décompte des voix n’étant pas relevé",
    }
}
