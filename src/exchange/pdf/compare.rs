//! Holds the words that a paper prints against those that it ought to print.

use super::PageText;

/// How far ahead the words are searched for the place where both go on together.
const AHEAD: usize = 400;

/// How many words in a row must agree for both to go on together.
const TOGETHER: usize = 4;

/// How many words before and after a difference are shown with it.
const AROUND: usize = 3;

/// The most differences that are looked for.
const DIFFERENCES: usize = 50;

/// A place where the words are not those expected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// On which page, from 1.
    pub page: usize,
    /// Where it stands among all words expected, from 0; `None` in the head or the foot of a page.
    pub place: Option<usize>,
    /// The words that differ, as they are printed.
    pub printed: Vec<String>,
    /// The words that differ, as they are expected.
    pub expected: Vec<String>,
    /// A few words before.
    pub before: Vec<String>,
    /// A few words after.
    pub after: Vec<String>,
}

/// The words of pages, each with its page from 1. No-break spaces part words like any other.
#[must_use]
pub fn words(pages: &[PageText]) -> Vec<(usize, &str)> {
    (1..).zip(pages).flat_map(|(page, text)| text.body.split_whitespace().map(move |word| (page, word))).collect()
}

/// Where the printed pages do not say what the expected ones say, in order; the first of them if there are many.
#[must_use]
pub fn differences(printed: &[PageText], expected: &[PageText]) -> Vec<Difference> {
    let mut found = of_words(&words(printed), &words(expected));
    found.extend(of_furniture(printed, expected));
    found.truncate(DIFFERENCES);
    found
}

fn of_words(printed: &[(usize, &str)], expected: &[(usize, &str)]) -> Vec<Difference> {
    let mut found = Vec::new();
    let (mut here, mut there) = (0, 0);
    while found.len() < DIFFERENCES {
        let same = rest(printed, here).iter().zip(rest(expected, there)).take_while(|(a, b)| a.1 == b.1).count();
        (here, there) = (here + same, there + same);
        if here >= printed.len() && there >= expected.len() {
            break;
        }
        let (skipped, missed) = to_agreement(rest(printed, here), rest(expected, there));
        let page = printed.get(here).or(printed.last()).map_or(1, |(page, _)| *page);
        found.push(Difference {
            page,
            place: Some(there),
            printed: owned(printed, here, here + skipped),
            expected: owned(expected, there, there + missed),
            before: owned(expected, there.saturating_sub(AROUND), there),
            after: owned(expected, there + missed, there + missed + AROUND),
        });
        (here, there) = (here + skipped, there + missed);
    }
    found
}

/// How many words are passed over on either side until both go on together: as few as can be.
fn to_agreement(printed: &[(usize, &str)], expected: &[(usize, &str)]) -> (usize, usize) {
    for sum in 1..=2 * AHEAD {
        for skipped in sum.saturating_sub(expected.len())..=sum.min(printed.len()) {
            let missed = sum - skipped;
            let (here, there) = (rest(printed, skipped), rest(expected, missed));
            // At the end fewer words are left to agree, but both must be at their end.
            let needed = TOGETHER.min(here.len().max(there.len()));
            if here.iter().zip(there).take(needed).filter(|(a, b)| a.1 == b.1).count() == needed {
                return (skipped, missed);
            }
        }
    }
    (printed.len(), expected.len())
}

/// What the pages say of themselves. If their number is not the same, only words that no page ought to say are found.
fn of_furniture(printed: &[PageText], expected: &[PageText]) -> Vec<Difference> {
    let words = |page: &PageText| page.furniture.split_whitespace().map(str::to_owned).collect::<Vec<String>>();
    let known: std::collections::BTreeSet<String> = expected.iter().flat_map(words).collect();
    let same_pages = printed.len() == expected.len();
    let mut found = Vec::new();
    for (page, printed) in (1..).zip(printed) {
        let said = words(printed);
        let ought = expected.get(page - 1).map(words).unwrap_or_default();
        let is_number = |word: &String| word.chars().all(|c| c.is_ascii_digit());
        let differs =
            if same_pages { said != ought } else { said.iter().any(|word| !known.contains(word) && !is_number(word)) };
        if differs && found.len() < DIFFERENCES {
            let (before, after) = (Vec::new(), Vec::new());
            found.push(Difference { page, place: None, printed: said, expected: ought, before, after });
        }
    }
    found
}

fn rest<T>(words: &[T], from: usize) -> &[T] {
    words.get(from..).unwrap_or_default()
}

fn owned(words: &[(usize, &str)], from: usize, to: usize) -> Vec<String> {
    let to = to.min(words.len());
    words.get(from..to).unwrap_or_default().iter().map(|(_, word)| (*word).to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pages(texts: &[&str]) -> Vec<PageText> {
        texts.iter().map(|text| PageText { body: (*text).to_owned(), furniture: String::new() }).collect()
    }

    fn found(printed: &[&str], expected: &[&str]) -> Vec<(usize, String, String)> {
        let found = differences(&pages(printed), &pages(expected));
        found.into_iter().map(|one| (one.page, one.printed.join(" "), one.expected.join(" "))).collect()
    }

    fn one(page: usize, printed: &str, expected: &str) -> (usize, String, String) {
        (page, printed.to_owned(), expected.to_owned())
    }

    #[test]
    fn the_same_words_agree_wherever_the_pages_break() {
        assert_eq!(found(&["un deux ", "trois"], &["un\u{a0}deux trois"]), []);
        assert_eq!(found(&[], &[]), []);
    }

    #[test]
    fn a_changed_an_added_and_a_missing_word_are_each_found_on_their_page() {
        let expected = "le conseil décide par 47 voix pour et 3 voix contre de prendre acte du rapport annuel";
        let printed =
            ["le conseil décide par 74 voix pour et 3 voix", "contre de ne pas prendre acte du rapport annuel"];
        assert_eq!(found(&printed, &[expected]), [one(1, "74", "47"), one(2, "ne pas", "")]);
        assert_eq!(found(&["a b c"], &["a b c d e"]), [one(1, "", "d e")]);
        assert_eq!(found(&["a b c d e"], &["a b c"]), [one(1, "d e", "")]);
        assert_eq!(found(&["x"], &["y"]), [one(1, "x", "y")]);
        assert_eq!(found(&[], &["y"]), [one(1, "", "y")]);
    }

    #[test]
    fn what_stands_at_the_foot_of_a_page_is_compared_too() {
        let page = |furniture: &str| PageText { body: "corps".to_owned(), furniture: furniture.to_owned() };
        assert_eq!(differences(&[page("PROJET 1/1")], &[page("PROJET 1/1")]), []);
        assert_eq!(differences(&[page("1/1")], &[page("PROJET 1/1")]).len(), 1);
        let shifted = [page("PROJET 1"), PageText { body: String::new(), furniture: "PROJET 2".to_owned() }];
        assert_eq!(differences(&shifted, &[page("PROJET 1")]), []);
        let added = [page("PROJET 1"), PageText { body: String::new(), furniture: "définitif 2".to_owned() }];
        assert_eq!(differences(&added, &[page("PROJET 1")]).len(), 1);
    }
}
