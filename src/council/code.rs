//! The stable codes of the findings: a letter and three digits.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A stable code: a letter and three digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Code {
    severity: Severity,
    number: u16,
}

/// Whether a finding forbids, warns or only remarks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// E: refused.
    Impossible,
    /// W: goes on with a recorded reason.
    Irregular,
    /// R: said, and nothing is asked; never recorded.
    Remark,
}

impl Code {
    /// E and a number.
    #[must_use]
    pub const fn impossible(number: u16) -> Self {
        Self { severity: Severity::Impossible, number }
    }

    /// W and a number.
    #[must_use]
    pub const fn irregular(number: u16) -> Self {
        Self { severity: Severity::Irregular, number }
    }

    /// R and a number.
    #[must_use]
    pub const fn remark(number: u16) -> Self {
        Self { severity: Severity::Remark, number }
    }

    /// Whether it forbids or warns.
    #[must_use]
    pub const fn severity(self) -> Severity {
        self.severity
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let letter = match self.severity {
            Severity::Impossible => 'E',
            Severity::Irregular => 'W',
            Severity::Remark => 'R',
        };
        write!(f, "{letter}{:03}", self.number)
    }
}

impl From<Code> for String {
    fn from(code: Code) -> Self {
        code.to_string()
    }
}

impl TryFrom<String> for Code {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let number = |digits: &str| match digits.len() {
            3 => digits.parse().map_err(|_| format!("not a code: {text}")),
            _ => Err(format!("not a code: {text}")),
        };
        match text.split_at_checked(1) {
            Some(("E", digits)) => Ok(Self::impossible(number(digits)?)),
            Some(("W", digits)) => Ok(Self::irregular(number(digits)?)),
            _ => Err(format!("not a code: {text}")),
        }
    }
}
