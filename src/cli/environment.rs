//! What the environment says of the terminal and of who looks at it.

/// Whether the environment asks for no colour (`NO_COLOR` set and not empty).
#[must_use]
pub fn asks_for_no_colour() -> bool {
    std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
}

/// Whether the terminal is said to place no cursor (`TERM` unset, empty or `dumb`): a screen would be unreadable there.
#[must_use]
pub fn places_no_cursor() -> bool {
    std::env::var_os("TERM").is_none_or(|name| name.is_empty() || name == "dumb")
}

/// Whether the terminal is said to write another coding than UTF-8: a language with another one, or with none, which stands
/// for the one of its country before UTF-8. No language at all says nothing: most such terminals write UTF-8.
#[must_use]
pub fn writes_another_coding() -> bool {
    let set = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
    let said = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(set);
    said.is_some_and(|said| is_another_coding(&said.to_string_lossy()))
}

/// Whether a language is written in another coding than UTF-8.
fn is_another_coding(language: &str) -> bool {
    if matches!(language, "C" | "POSIX") {
        return false;
    }
    let coding = language.split('@').next().unwrap_or_default().split_once('.').map_or("", |(_, coding)| coding);
    !["utf-8", "utf8"].iter().any(|utf| coding.eq_ignore_ascii_case(utf))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_60_a_language_of_another_coding_gets_the_signs_of_ascii_and_no_language_gets_accents() {
        for language in ["fr_FR", "fr_FR.ISO-8859-1", "fr_FR@euro", "fr_FR.ISO-8859-15@euro", "en_US.latin1"] {
            assert!(is_another_coding(language), "{language}");
        }
        for language in ["C", "POSIX", "C.UTF-8", "fr_FR.UTF-8", "fr_FR.utf8", "ca_FR.UTF-8@valencia"] {
            assert!(!is_another_coding(language), "{language}");
        }
    }
}
