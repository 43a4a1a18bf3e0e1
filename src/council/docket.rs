//! What is known before the sitting begins: the body, the meeting, its members, who is expected, the agenda.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::agenda::Agenda;
use super::attendance::Attendance;
use super::conventions::Conventions;
use super::hour::Hour;
use super::id::MemberId;
use super::numbering::Numbering;
use super::phrases::Phrases;
use super::roster::Roster;
use super::settings::Settings;

/// The kind of body, on which the rules depend (*genre* of the assembly).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BodyKind {
    /// *Conseil municipal*.
    Commune,
    /// *Conseil communautaire* of a communauté de communes or d'agglomération.
    Epci,
    /// *Conseil de la métropole*.
    Metropole,
    /// *Conseil de territoire* of the Métropole d'Aix-Marseille-Provence.
    ConseilDeTerritoire,
    /// *Conseil d'arrondissement* of Paris, Lyon or Marseille.
    ConseilArrondissement,
    /// *Conseil départemental*.
    Departement,
    /// *Conseil régional*.
    Region,
    /// *Commission permanente* of a département or a région.
    CommissionPermanente,
    /// *Conseil d'administration* of a CCAS.
    Ccas,
    /// *Comité syndical* of a syndicat de communes or a closed syndicat mixte.
    Syndicat,
    /// A body with rules of its own (an open syndicat mixte, a régie, an association): its settings say them.
    Autre,
}

impl BodyKind {
    /// Every kind, in the order of the documentation.
    pub const ALL: [Self; 11] = [
        Self::Commune,
        Self::Epci,
        Self::Metropole,
        Self::ConseilDeTerritoire,
        Self::ConseilArrondissement,
        Self::Departement,
        Self::Region,
        Self::CommissionPermanente,
        Self::Ccas,
        Self::Syndicat,
        Self::Autre,
    ];
}

/// The body that sits (*assemblée*).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Body {
    /// Full name: « Conseil de Territoire du Pays d'Aix ».
    pub name: String,
    /// Kind of body.
    pub kind: BodyKind,
    /// SIREN number, nine digits.
    pub siren: Option<String>,
    /// Number of the département, three characters: « 013 ».
    pub department: Option<String>,
    /// Inhabitants.
    pub population: Option<u32>,
    /// How many members it has by law (*effectif légal*), vacant seats included, if the file says so.
    pub legal_size: Option<u32>,
    /// Rules and habits of its own (*réglages*).
    pub settings: Settings,
    /// How its papers speak.
    pub conventions: Conventions,
    /// How its acts are numbered; `None` if each number is typed in the file.
    pub numbering: Option<Numbering>,
    /// Sentences of its own (*formules*).
    pub phrases: Phrases,
}

/// The meeting (*séance*) as convened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    /// The day; it does not change when the sitting runs past midnight.
    pub date: Date,
    /// The hour for which the members are convened; the sitting may open later.
    pub hour: Option<Hour>,
    /// *Lieu*, as it follows « à » or « au » in a sentence.
    pub place: Option<String>,
    /// The day of the convocation.
    pub convened_on: Option<Date>,
    /// Who convened: « Monsieur le Président du Territoire ».
    pub convened_by: Option<String>,
    /// Who presides.
    pub president: Option<MemberId>,
    /// *Secrétaires de séance*: members, named at the beginning of the sitting. Usually one.
    pub secretaries: Vec<MemberId>,
    /// *Auxiliaires*: staff who help the secretaries without deliberating, as they are to be written.
    pub assistants: Vec<String>,
    /// The day of the first meeting, if this is the second convocation after a quorum was missed.
    pub second_of: Option<Date>,
    /// The first number that the acts of this sitting take; 1 if the file does not say.
    pub first_number: Option<u32>,
}

/// Everything that the session file says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Docket {
    /// The body.
    pub body: Body,
    /// The meeting.
    pub meeting: Meeting,
    /// Members in office.
    pub roster: Roster,
    /// Who is expected, and the powers known beforehand: the roll call starts from it.
    pub expected: Attendance,
    /// The agenda.
    pub agenda: Agenda,
    /// For how many sittings in a row each giver named here has been represented, this one included.
    pub proxy_runs: BTreeMap<MemberId, ProxyRun>,
}

/// How long a power has lasted (*trois séances consécutives*, art. L.2121-20 du CGCT).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProxyRun {
    /// Consecutive sittings, this one included.
    pub sittings: u32,
    /// *Maladie dûment constatée*: lifts the limit.
    pub illness: bool,
}
