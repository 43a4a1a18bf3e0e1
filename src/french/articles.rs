//! Articles of law as sentences quote them. What a body settles for itself has words in their place.

use crate::council::law::{Article, OWN_SETTING};

/// « art. L.2121-17 du CGCT », « réglage propre à l’assemblée ».
#[must_use]
pub fn cited(article: Article) -> &'static str {
    if article == OWN_SETTING { "réglage propre à l’assemblée" } else { article.0 }
}

/// « (art. L.2121-17 du CGCT) » after a space; nothing without an article.
#[must_use]
pub fn in_brackets(article: Option<Article>) -> String {
    article.map(|article| format!(" ({})", cited(article))).unwrap_or_default()
}

/// An article of law as a sentence quotes it, after « de » and after « à ».
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InFull {
    /// « de l’article L.2121-20 du Code général des collectivités territoriales ».
    pub of: String,
    /// « à l’article … ».
    pub to: String,
}

/// An article with its code's name in full.
#[must_use]
pub fn in_full(article: Article) -> InFull {
    let cited = cited(article);
    // Before the names are in full: that of a code has an « et » of its own.
    let is_several = cited.contains(" et ");
    let text = cited
        .replace("CGCT", "Code général des collectivités territoriales")
        .replace("CASF", "Code de l’action sociale et des familles");
    match text.strip_prefix("art. ") {
        Some(several) if is_several => {
            InFull { of: format!("des articles {several}"), to: format!("aux articles {several}") }
        }
        Some(one) => InFull { of: format!("de l’article {one}"), to: format!("à l’article {one}") },
        None if article == OWN_SETTING => InFull { of: format!("du {text}"), to: format!("au {text}") },
        None => InFull { of: format!("de la {text}"), to: format!("à la {text}") },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_assembly_settles_for_itself_reads_as_words_and_never_as_a_mark() {
        assert_eq!(cited(OWN_SETTING), "réglage propre à l’assemblée");
        assert_eq!(in_full(OWN_SETTING).of, "du réglage propre à l’assemblée");
        assert_eq!(in_brackets(Some(Article("art. L.2121-17 du CGCT"))), " (art. L.2121-17 du CGCT)");
        assert_eq!(in_brackets(None), "");
    }

    #[test]
    fn an_article_is_quoted_with_its_code_in_full() {
        assert_eq!(
            in_full(Article("art. L.2121-20 du CGCT")).of,
            "de l’article L.2121-20 du Code général des collectivités territoriales"
        );
        assert_eq!(
            in_full(Article("art. L.3121-16 et L.4132-15 du CGCT")).to,
            "aux articles L.3121-16 et L.4132-15 du Code général des collectivités territoriales"
        );
        assert_eq!(
            in_full(Article("art. R.123-18 du CASF")).of,
            "de l’article R.123-18 du Code de l’action sociale et des familles"
        );
        assert_eq!(in_full(Article("loi n° 2020-290, art. 10")).of, "de la loi n° 2020-290, art. 10");
    }
}
