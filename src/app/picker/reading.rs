//! What is typed, read as letters or as a number in the list. « é è ç à » begin names and are 2 7 9 0 on an AZERTY keyboard.

use crate::app::Key;

/// What is typed, as it is understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading {
    /// Letters of a name, of initials, of a group.
    Letters(String),
    /// A number in the list, in figures.
    Number(String),
    /// Letters of a name, and behind them the number that tells it from its namesakes.
    Both(String, String),
}

impl Reading {
    /// What begins with a figure, or with a sign of the upper row that begins no name, is a number; the rest is letters.
    #[must_use]
    pub fn of(typed: &str) -> Self {
        let is_number = typed.chars().next().is_some_and(types_only_a_figure);
        if let (true, Some(figures)) = (is_number, figures(typed)) {
            return Self::Number(figures);
        }
        let behind = typed.char_indices().find(|(_, typed)| types_only_a_figure(*typed) && !is_in_a_name(*typed));
        if let Some((place, _)) = behind.filter(|(place, _)| *place > 0)
            && let Some((letters, number)) = typed.split_at_checked(place)
            && let Some(figures) = figures(number)
        {
            return Self::Both(letters.to_owned(), figures);
        }
        Self::Letters(typed.to_owned())
    }

    /// All of it as a number, letters of the upper row included; `None` if a character types no figure.
    #[must_use]
    pub fn number(typed: &str) -> Option<Self> {
        figures(typed).filter(|figures| !figures.is_empty()).map(Self::Number)
    }

    /// As the search line shows it: a number in its figures, whatever keys typed it.
    #[must_use]
    pub fn shown(&self) -> String {
        match self {
            Self::Letters(typed) | Self::Number(typed) => typed.clone(),
            Self::Both(letters, figures) => format!("{letters} {figures}"),
        }
    }
}

/// The figures that these keys type, if each types one.
pub(in crate::app) fn figures(typed: &str) -> Option<String> {
    typed.chars().map(|typed| char::from_digit(Key::Char(typed).digit()?.into(), 10)).collect()
}

/// Whether it types a figure and is no letter: a digit, or one of `& " ' ( - _`.
pub(in crate::app) fn types_only_a_figure(typed: char) -> bool {
    Key::Char(typed).digit().is_some() && !typed.is_alphabetic()
}

/// Whether it may stand inside a name.
fn is_in_a_name(typed: char) -> bool {
    matches!(typed, '-' | '\'')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_begins_a_name_and_a_figure_or_its_sign_a_number_that_any_key_of_the_row_goes_on() {
        let number = |figures: &str| Reading::Number(figures.to_owned());
        let letters = |letters: &str| Reading::Letters(letters.to_owned());
        assert_eq!(Reading::of("é"), letters("é"));
        assert_eq!(Reading::of("évr"), letters("évr"));
        for (typed, figures) in
            [("2é", "22"), ("&ç", "19"), ("\"è", "37"), ("(à", "50"), ("-_", "68"), ("'4", "44"), ("120", "120")]
        {
            assert_eq!(Reading::of(typed), number(figures), "{typed}");
        }
        assert_eq!(Reading::of("saint-jean"), letters("saint-jean"));
        assert_eq!(Reading::of("martin4"), Reading::Both("martin".into(), "4".into()));
        assert_eq!(Reading::of("martin&é"), Reading::Both("martin".into(), "12".into()));
    }
}
