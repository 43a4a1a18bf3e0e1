//! The typing slips that the scanner knows.

/// A typing slip that has a sentence of its own because the reader's would mislead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slip {
    /// “ ” « » or ‘ ’ around a text.
    TypographicQuote(char),
    /// 'text'.
    SingleQuote,
    /// No comma between two values.
    MissingComma,
    /// `;` where a comma belongs.
    Semicolon,
    /// `=` where a colon belongs.
    Equals,
    /// No colon after a key.
    MissingColon,
    /// A text that is never closed.
    UnterminatedString,
    /// A straight quote within a text.
    InnerQuote,
    /// A remark `/* … */` that is never closed.
    UnterminatedRemark,
    /// A no-break space between values.
    NoBreakSpace(char),
    /// `"nom": …`.
    JsonKey,
    /// `{ … }` where parentheses belong.
    Brace,
    /// An opening bracket that is never closed.
    Unclosed(char),
    /// An opening bracket that is still open where the file ends.
    CutShort(char),
    /// A closing bracket that closes nothing, or another kind than what is open.
    Unopened(char),
    /// A comma or a colon too many.
    Stray(char),
    /// A character that has no meaning there.
    Unexpected(char),
    /// A key without a value.
    MissingValue,
    /// `\q`: the reader knows no such escape.
    Escape,
    /// Something follows the last parenthesis.
    AfterTheEnd,
    /// Brackets within brackets beyond what the reader follows.
    TooDeep,
    /// The whole file is not in parentheses.
    NoOuterParentheses,
}

impl Slip {
    /// The number of its code.
    #[must_use]
    pub fn number(self) -> u16 {
        match self {
            Self::CutShort(_) => 107,
            Self::NoOuterParentheses => 109,
            Self::TypographicQuote(_) => 110,
            Self::SingleQuote => 111,
            Self::MissingComma => 112,
            Self::Semicolon => 113,
            Self::Equals => 114,
            Self::MissingColon => 115,
            Self::UnterminatedString => 116,
            Self::UnterminatedRemark => 117,
            Self::NoBreakSpace(_) => 118,
            Self::JsonKey => 119,
            Self::Brace => 120,
            Self::Unclosed(_) => 121,
            Self::Unopened(_) => 122,
            Self::Stray(_) => 123,
            Self::Unexpected(_) => 124,
            Self::MissingValue => 125,
            Self::Escape => 126,
            Self::AfterTheEnd => 127,
            Self::TooDeep => 128,
            Self::InnerQuote => 129,
        }
    }
}
