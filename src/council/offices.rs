//! Which body elects which office, and how each may be elected.
//!
//! Only what a text excludes is excluded: whatever is not certain is left to the council.

use super::docket::BodyKind;
use super::election::{Form, Office};

impl Office {
    /// Whether a body of that kind elects it.
    ///
    /// Source: CGCT, art. L.2122-4 and L.2511-25 (mayor and deputies: communes and arrondissements), L.3122-1, L.4133-1 and
    /// L.5211-2 (presidents), L.3122-5 and L.4133-5 (commission permanente), L.5211-6-2 (conseillers communautaires); CASF,
    /// art. R.123-8 (board of a CCAS).
    #[must_use]
    pub fn is_elected_by(self, body: BodyKind) -> bool {
        let is_communal = matches!(body, BodyKind::Commune | BodyKind::ConseilArrondissement);
        let is_of_a_department_or_region = matches!(body, BodyKind::Departement | BodyKind::Region);
        match (self, body) {
            // The statutes of such a body may foresee anything.
            (_, BodyKind::Autre) | (Self::TenderCommittee | Self::Delegates, _) => true,
            (Self::Mayor | Self::Deputies | Self::Deputy, _) => is_communal,
            // The mayor presides over the board of the CCAS, the president of the council over the commission permanente.
            (Self::President, _) => !is_communal && !matches!(body, BodyKind::Ccas | BodyKind::CommissionPermanente),
            (Self::VicePresidents, _) => !is_communal,
            (Self::PermanentCommittee, _) => is_of_a_department_or_region,
            (Self::CommunityCouncillors, _) => body == BodyKind::Commune,
            (Self::CcasBoard, _) => matches!(body, BodyKind::Commune | BodyKind::Epci | BodyKind::Metropole),
        }
    }

    /// Whether it may be elected in that form: one person by name; deputies never in proportion.
    #[must_use]
    pub fn may_be_elected(self, form: Form) -> bool {
        match self {
            office if office.is_of_one() => form == Form::ByName,
            Self::Deputies | Self::VicePresidents => form.method().is_none(),
            Self::Delegates => true,
            _ => form.is_by_list(),
        }
    }

    /// Whether there is one post, for which nobody stands but by name.
    #[must_use]
    pub fn is_of_one(self) -> bool {
        matches!(self, Self::Mayor | Self::President | Self::Deputy)
    }

    /// Whether those who count its ballots are its *assesseurs*, as where a mayor or a president is elected; elsewhere they are
    /// *scrutateurs*.
    #[must_use]
    pub fn has_assessors(self) -> bool {
        self.presides()
    }

    /// Whether its ballots name lists and never people; `None` where either may be.
    #[must_use]
    pub fn is_always_by_list(self) -> Option<bool> {
        match (self.may_be_elected(Form::ByName), self.may_be_elected(Form::ByList)) {
            (true, true) => None,
            (_, by_list) => Some(by_list),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mayor_is_elected_by_a_commune_or_an_arrondissement_and_a_president_by_neither() {
        for body in BodyKind::ALL {
            let is_communal = matches!(body, BodyKind::Commune | BodyKind::ConseilArrondissement);
            let by_statutes = body == BodyKind::Autre;
            for office in [Office::Mayor, Office::Deputies, Office::Deputy] {
                assert_eq!(office.is_elected_by(body), is_communal || by_statutes, "{office:?} {body:?}");
            }
            assert!(!(is_communal && Office::President.is_elected_by(body)), "{body:?}");
            assert!(Office::Delegates.is_elected_by(body), "{body:?}");
        }
        assert!(Office::PermanentCommittee.is_elected_by(BodyKind::Departement));
        assert!(!Office::PermanentCommittee.is_elected_by(BodyKind::Commune));
        assert!(!Office::CommunityCouncillors.is_elected_by(BodyKind::Epci));
    }

    #[test]
    fn whoever_is_one_is_elected_by_name_and_a_committee_by_lists() {
        for office in Office::ALL {
            assert_eq!(office.may_be_elected(Form::ByList), !office.is_of_one(), "{office:?}");
            assert_eq!(office.may_be_elected(Form::ByName), office.is_always_by_list() != Some(true), "{office:?}");
        }
        assert!(!Office::Deputies.may_be_elected(Form::HighestAverage));
        assert!(Office::Deputies.may_be_elected(Form::ByName));
    }
}
