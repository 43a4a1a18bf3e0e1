//! Identities: what is looked up, kept and recorded. A name is never a key.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// Identifies a member (*membre*): the slug of « nom prénom », or what the session file gives as `id`.
///
/// Cheap to clone. Ordered by its text, so that every map of members has one order.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct MemberId(Arc<str>);

/// Identifies a report (*rapport*): its `numero` in the session file, unique in the agenda.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ReportId(Arc<str>);

macro_rules! text_identity {
    ($type:ty) => {
        impl $type {
            /// Takes a text as it stands.
            #[must_use]
            pub fn new(text: &str) -> Self {
                Self(Arc::from(text))
            }

            /// The text of the identity.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

text_identity!(MemberId);
text_identity!(ReportId);
